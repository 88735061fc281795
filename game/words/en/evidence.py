"""One sentence for each code that a finding can carry. English.

{party} and {other} are names; changes have a sign; shares run from 0 to 100.
"""

from game.words import Catalogue

WORDS: Catalogue = {
    # thesis 1
    "evidence.slip-cost-trust": "In round {round} only half of {party:'s} “{move}” was carried "
    "out. {other} brought that up, and its trust in {party} went from {before} to {after}.",
    "evidence.stop-cost-trust": "In round {round} {party:'s} own side stopped “{move}”. {other:'s} "
    "trust in {party} went from {before} to {after}; with the same luck and that move carried out "
    "it would have come to {whole}.",
    "evidence.stop-cost-trust.same": "In round {round} {party:'s} own side stopped “{move}”. "
    "{other:'s} trust in {party} stayed at {after}; with the same luck and that move carried out "
    "it would have come to {whole}.",
    "evidence.half-cost-trust.same": "In round {round} only half of {party:'s} “{move}” was "
    "carried out. {other:'s} trust in {party} stayed at {after}; with the same luck and all of "
    "that move carried out it would have come to {whole}.",
    "evidence.half-cost-trust": "In round {round} only half of {party:'s} “{move}” was carried "
    "out. {other:'s} trust in {party} went from {before} to {after}; with the same luck and all of "
    "that move carried out it would have come to {whole}.",
    "evidence.division-slipped": "In round {round} {others:one|#} of {party:'s} {asked} people "
    "had wanted something else than “{move}”, and only half of it was carried out. Of one mind, "
    "with the same luck, all of it would have been.",
    "evidence.division-stopped": "In round {round} {others:one|#} of {party:'s} {asked} people had "
    "wanted something else than “{move}”, and their own side stopped it. Of one mind, with the "
    "same luck, it would not have.",
    "evidence.divided-but-kept": "{party} was divided over {times} moves, and all of these were "
    "carried out in full.",
    "evidence.half-without-harm": "In round {round} only half of {party:'s} “{move}” was carried "
    "out. {other:'s} trust in {party} went from {before} to {after}, and with the same luck that "
    "would have been no different had all of it been carried out.",
    "evidence.half-without-harm.same": "In round {round} only half of {party:'s} “{move}” was "
    "carried out. {other:'s} trust in {party} stayed at {after}, and with the same luck that would "
    "have been no different had all of it been carried out.",
    "evidence.stop-without-harm.same": "In round {round} {party:'s} own side stopped “{move}”. "
    "{other:'s} trust in {party} stayed at {after}, and with the same luck that would have been no "
    "different had it been carried out.",
    "evidence.stop-without-harm": "In round {round} {party:'s} own side stopped “{move}”. "
    "{other:'s} trust in {party} went from {before} to {after}, and with the same luck that would "
    "have been no different had it been carried out.",
    # thesis 2
    "evidence.kept-under-contract": "In {share} that began with much on paper and little trust, "
    "nobody put themselves first, every move was carried out in full, no ritual was hollow and "
    "nobody called a halt over anything or suspected anything: in the rounds nothing showed how "
    "little trust there was.",
    "evidence.relied-without-trusting": "At the end {other} counted on {party} as an organisation "
    "to do what had been agreed ({reliability} of 100), and trusted it a good deal less ({trust}).",
    "evidence.paper-and-trust-grew": "From start to end what was on paper grew from "
    "{formal_start} to {formal_end}, and mean trust from {trust_start} to {trust_end}, mostly in "
    "rounds in which more was put on paper and nothing else accounts for it.",
    "evidence.paper-without-trust": "From start to end what was on paper grew from {formal_start} "
    "to {formal_end}, and mean trust fell from {trust_start} to {trust_end}, mostly in rounds in "
    "which more was put on paper and nothing else shows that took it.",
    # thesis 3
    "evidence.cooperation-with-trust": "In {high_rounds}, which began with the most trust, "
    "{high_moves} of the {high_of} moves chosen {high_moves:was|were} trust-building; in "
    "{low_rounds}, which began with the least, {low_moves} of the {low_of}.",
    "evidence.no-cooperation-with-trust": "In {high_rounds}, which began with the most trust, "
    "{high_moves} of the {high_of} moves chosen {high_moves:was|were} trust-building; in "
    "{low_rounds}, which began with the least, {low_moves} of the {low_of}.",
    "evidence.opportunism-falls-with-trust": "In {high_rounds}, which began with the most trust, "
    "{high_moves} of the {high_of} moves chosen {high_moves:was|were} opportunistic; in "
    "{low_rounds}, which began with the least, {low_moves} of the {low_of}.",
    "evidence.opportunism-grows-with-trust": "In {high_rounds}, which began with the most trust, "
    "{high_moves} of the {high_of} moves chosen {high_moves:was|were} opportunistic; in "
    "{low_rounds}, which began with the least, {low_moves} of the {low_of}.",
    "evidence.hid-with-trust": "{party:'s} own trust in {other} stood at {trust} before round "
    "{round}, in which it hid something: “{move}”.",
    # thesis 4
    "evidence.players-changed": "After round {round} this was agreed: {change}.",
    "evidence.change-refused": "After round {round} {party} {doers:proposed|proposed}: {change}. "
    "The answer was no.",
    # thesis 5
    "evidence.difference-named": "{party} {doers:named|named} a difference in {phase}, and during "
    "it trust at the table went from {before} to {after}.",
    "evidence.difference-named.all": "Each side named a difference in {phase}, and during it "
    "trust at the table went from {before} to {after}.",
    "evidence.difference-hurt": "{party} {doers:named|named} a difference in {phase}, and during "
    "it trust at the table fell from {before} to {after}.",
    "evidence.difference-hurt.all": "Each side named a difference in {phase}, and during it trust "
    "at the table fell from {before} to {after}.",
    "evidence.nothing-in-this-play": "Nothing found in this play.",
    "moment.named": "“{name}” (after round {n})",
    "moment.called": "the reflection moment called after round {n}",
    "rounds.named": "{n:round|rounds} {rounds}",
    "rounds.share.all": "{rounds:the only round|both rounds|all ~ rounds}",
    "rounds.share": "{kept} of the {rounds:# round|# rounds}",
    "phase.called": "reflection moment, called between rounds",
    # questions
    "evidence.ask-turning-point": "Round {round}: did you see at the time that things were "
    "turning, and what told you?",
    "evidence.ask-what-if": "In round {round} {party} chose “{move}”; with “{other_move}” more of "
    "the computer's plays ended well. What stood in the way of it?",
    "evidence.ask-what-if.other": "In round {round} {party} chose “{move}”; with “{other_move}” "
    "more of the computer's plays ended well. Could you have done anything to bring that about?",
    "evidence.ask-what-if.you": "In round {round} you chose “{move}”; with “{other_move}” more of "
    "the computer's plays ended well. What stood in the way of it?",
    "evidence.ask-refused": "After round {round} {party} {doers:proposed|proposed}: {change}. The "
    "answer was no. What would a yes have cost?",
    "evidence.ask-refused.them": "After round {round} {party} {doers:proposed|proposed}: {change}. "
    "You said no. What would a yes have cost you?",
    "evidence.ask-refused.you": "After round {round} you proposed: {change}. The answer was no. "
    "What would a yes have cost the other side?",
    "evidence.ask-changed": "After round {round} this was agreed: {change}. What was different at "
    "the table after that, if anything?",
    "evidence.ask-hidden-guile": "{other} did not find out during the play what was behind "
    "{party:'s} “{move}” in round {round}. Did anybody suspect anything, and what did they do "
    "with it?",
    "evidence.ask-hidden-guile.you": "{other} did not find out during the play what was behind "
    "your “{move}” in round {round}. What would you have said if they had asked?",
    "evidence.ask-hidden-guile.them": "You did not find out during the play what was behind "
    "{party:'s} “{move}” in round {round}. Did you suspect anything, and what did you do with it?",
    "evidence.ask-false-suspicion": "In round {round} {other} suspected {party}, which hid nothing "
    "that round. Where did the suspicion come from?",
    "evidence.ask-false-suspicion.you": "In round {round} {other} suspected you, and you hid "
    "nothing that round. Where did the suspicion come from?",
    "evidence.ask-false-suspicion.them": "In round {round} you suspected {party}, which hid "
    "nothing that round. Where did the suspicion come from?",
    "evidence.ask-house": "{party:'s} own side stopped a move or carried out only half of it "
    "{times:once|twice|~ times}. What went on there?",
    "evidence.ask-house.other": "{party:'s} own side stopped a move or carried out only half of it "
    "{times:once|twice|~ times}. Did you notice, and what did you make of it?",
    "evidence.ask-house.you": "Your own side stopped your move or carried out only half of it "
    "{times:once|twice|~ times}. What went on there?",
    "evidence.ask-trust-lost": "{party:'s} trust in {other} went from {trust_start} to "
    "{trust_end}, and never fell by more than in {when}. What would {party} have needed from "
    "{other}?",
    "evidence.ask-trust-lost.you": "Your trust in {other} went from {trust_start} to {trust_end}, "
    "and never fell by more than in {when}. "
    "What would you have needed from {other}?",
    "evidence.ask-trust-lost.them": "{party:'s} trust in you went from {trust_start} to "
    "{trust_end}, and never fell by more than in {when}. What would {party} have needed from you?",
    "evidence.in-talk": "the talk after {when}",
    "evidence.ask-moment": "What could be said in {phase}, and what could not quite be said?",
    "evidence.ask-moment-closed": "{phase}: {party} {did}, and left it at that until it was "
    "time for proposals. What was it that could not be said?",
    "evidence.ask-moment-closed.you": "{phase}: you {did}, and left it at that until it was "
    "time for proposals. What was it that you could not say?",
    "evidence.ask-moment-alone": "{phase}: until it was time for proposals, only {party} did more "
    "than joke or keep silent. What was it that could not be said?",
    "evidence.ask-moment-alone.you": "{phase}: until it was time for proposals, only you did more "
    "than joke or keep silent. What was it that the others could not say?",
    "evidence.ask-moment-shut": "{phase}: nobody went into what chafed. What was it that could not "
    "be said?",
    "evidence.ask-no-moment": "Not once was the game itself talked about. When would have been "
    "the time?",
    # feelings
    "evidence.felt-let-down": "{party:'s} trust in {other} fell most in {when}: from {before} to "
    "{after}.",
    "evidence.felt-carried": "{party:'s} trust in {other} rose most in {when}: from {before} to "
    "{after}.",
}
