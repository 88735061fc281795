"""One sentence for each code that a finding can carry. English.

{party} and {other} are names; changes have a sign; shares run from 0 to 100.
"""

from game.words import Catalogue

WORDS: Catalogue = {
    # thesis 1
    "evidence.slip-cost-trust": "On {party:'s} own side not all was in order (internal balance "
    "{internal_balance}), and “{move}” arrived only in part. In that round {other:'s} trust moved "
    "{trust_change}.",
    "evidence.veto-cost-trust": "{party:'s} own side (internal balance {internal_balance}) stopped "
    "“{move}”. In that round {other:'s} trust moved {trust_change}.",
    "evidence.divided-house-slips-more": "{party} was more divided than {other} (internal balance "
    "{balance} against {other_balance}), and faltered more often too: {times} against "
    "{other_times}.",
    "evidence.harm-from-elsewhere": "The worst fall of trust in {party} did not come from a side "
    "that was divided but from {reason}: {trust_change} with {other}.",
    "evidence.divided-but-held": "{party} was divided on its own side (internal balance "
    "{internal_balance}) and still it held: trust in {party} went from {trust_start} to "
    "{trust_end}.",
    "evidence.slip-without-harm": "{party:'s} “{move}” faltered, and {other:'s} trust did not "
    "suffer ({trust_change}).",
    # thesis 2
    "evidence.masked-trust": "Most of the good that {party} did, {other} put down to the "
    "contract: {masked:# point|# points} of trust {masked:was|were} never earned, {gained} were.",
    "evidence.kept-under-contract": "In {rounds:# round|# rounds} much was on paper "
    "({formal_overlap}) and there was little trust ({trust}). They kept their word. For each "
    "other, or for the paper?",
    "evidence.relied-without-trusting": "At the end {other} relies on {party} ({reliability}) "
    "more than it trusts it ({trust}).",
    "evidence.paper-while-trust-fell": "What was on paper grew from {formal_start} to "
    "{formal_end}, while trust sank from {trust_start} to {trust_end}.",
    "evidence.contract-protected": "The contract did some good as well: when {party} played "
    "“{move}”, {other} ran a risk of {real_risk}; without paper it would have been "
    "{risk_without}.",
    "evidence.paper-and-trust-grew": "Paper and trust grew side by side: from {formal_start} to "
    "{formal_end}, and from {trust_start} to {trust_end}.",
    "evidence.cooperated-without-paper": "In {rounds:# round|# rounds} little was on paper and "
    "they kept their word all the same. There was nothing to mask.",
    # thesis 3
    "evidence.cooperation-with-trust": "More moves built trust in the rounds with more trust: "
    "{high}%, against {low}% in those with less.",
    "evidence.no-cooperation-with-trust": "Fewer moves built trust in the rounds with more trust: "
    "{high}%, against {low}% in those with less.",
    "evidence.opportunism-falls-with-trust": "In the rounds with more trust, fewer moves were for "
    "oneself: {high}%, against {low}% in those with less.",
    "evidence.opportunism-grows-with-trust": "In the rounds with more trust, more moves were for "
    "oneself: {high}%, against {low}% in those with less.",
    "evidence.value-with-trust": "The rounds with more trust brought more each: {high}, against "
    "{low}.",
    "evidence.no-value-with-trust": "The rounds with more trust brought less each: {high}, "
    "against {low}.",
    "evidence.naivety-exploited": "{other} trusted {party} ({trust}), and in that round {party} "
    "got {gain} more out of “{move}”.",
    "evidence.opportunism-despite-trust": "{party} trusted {other} ({trust}) and played for "
    "itself even so: “{move}”.",
    # thesis 4
    "evidence.players-changed": "{party} proposed: {change}. The others said yes.",
    "evidence.other-moves-open": "With “{thing}” changed, other moves lay open: {gained} more, "
    "{lost} fewer.",
    "evidence.new-act-after-change": "After “{thing}” was changed they did something together "
    "that had not happened before.",
    "evidence.reproduced-unspoken": "In {repeats} of the {rounds:# round|# rounds} that followed "
    "another without a reflection moment between, they did the same again.",
    "evidence.change-refused": "{party} proposed: {change}. The answer was no.",
    "evidence.change-undone": "The change to “{thing}” was undone later.",
    "evidence.change-without-effect": "{party} changed “{thing}”, and neither the moves nor the "
    "circumstances were any different.",
    # thesis 5
    "evidence.moment-raised-trust": "During “{phase}” trust went from {before} to {after}.",
    "evidence.difference-named": "{party} named a difference in “{phase}”, and trust did not fall.",
    "evidence.moment-hurt": "During “{phase}” trust sank from {before} to {after}.",
    "evidence.moment-late": "The first reflection moment came only after {rounds:# round|# "
    "rounds}.",
    "evidence.talk-hurt": "{party} was the only one to open up (safety {safety}). Because of it "
    "{other:'s} trust moved {trust_change}.",
    "evidence.difference-avoided": "In “{phase}” nobody named a difference; {jokes:once|twice|# "
    "times} it was laughed off.",
    "evidence.difference-avoided.none": "In “{phase}” nobody named a difference.",
    "evidence.trust-grew-without": "At the table trust moved {table}, in reflection moments "
    "{moments}.",
    "evidence.nothing-in-this-play": "Nothing in this play: {because}.",
    "because.no-slip-or-veto": "no promise faltered, and no side stopped its own",
    "because.slips-did-no-harm": "what faltered cost no trust",
    "because.slips-did-harm-only": "all the harm came from promises that faltered",
    "because.trust-never-fell": "trust never fell",
    "because.no-trust-masked": "nothing was put down to the contract",
    "because.paper-without-protection": "the paper protected nobody, and trust did not grow with "
    "it",
    "because.too-few-rounds": "too few rounds to compare",
    "because.trust-hardly-moved": "trust hardly differed from round to round",
    "because.no-difference-seen": "rounds of more and of less trust did not differ in that",
    "because.no-trust-abused": "nobody played for themselves where there was trust",
    "because.nothing-changed": "nothing was changed, and you seldom did the same again",
    "because.nothing-refused": "nothing that was proposed was refused, undone or without effect",
    "because.no-moment": "there was no reflection moment",
    "because.moments-brought-nothing": "no moment raised trust by much",
    "because.moments-did-no-harm": "no moment hurt, came late or laughed the differences off",
    "reason-name.experience": "what happened at the table",
    "reason-name.discovery": "what came to light",
    "reason-name.suspicion": "a suspicion",
    "reason-name.repair": "a failed attempt to mend it",
    "reason-name.talk": "a talk about trust",
    "reason-name.event": "what came from outside",
    "reason-name.own": "what their own move set off",
    "reason-name.newcomer": "somebody's departure",
    "reason-name.reflection": "what was said in a reflection moment",
    "reason-name.friction": "differences that rubbed",
    "reason-name.reply": "what was said in a confrontation",
    "reason-name.response": "how a confrontation ended",
    "reason-name.other": "many small things together",
    # questions
    "evidence.ask-turning-point": "Trust moved most in round {round}. Did you see it at the "
    "time, and how?",
    "evidence.ask-what-if": "In round {round} {party} chose “{move}”. What stood in the way of "
    "“{other_move}”?",
    "evidence.ask-refused": "In round {round} {party} proposed: {change}. The answer was no. What "
    "would a yes have cost?",
    "evidence.ask-changed": "In round {round} this was agreed: {change}. How did you notice that "
    "it had changed?",
    "evidence.ask-hidden-guile": "{party:'s} “{move}” in round {round} did not come out for "
    "everybody. Who felt something, and what did you do with it?",
    "evidence.ask-false-suspicion": "In round {round} {other} suspected {party}, and there was "
    "nothing. Where did that come from?",
    "evidence.ask-prediction": "{party} predicted {right} out of {count} right. What did {party} "
    "not see in the other?",
    "evidence.ask-house": "On {party:'s} own side something faltered {times:once|twice|# times}. "
    "Who was not at the table, and decided all the same?",
    "evidence.ask-trust-lost": "{party:'s} trust in {other} went from {trust_start} to "
    "{trust_end}. What would {party} have needed of {other}?",
    "evidence.ask-quadrant": "In {rounds:# round|# rounds} nobody acted on what was wise at that "
    "place on the map. Could you have heard it?",
    "evidence.ask-moment": "What could be said in “{phase}”, and what just not?",
    "evidence.ask-no-moment": "Not once was the game itself talked about. When would have been "
    "the time?",
    "evidence.ask-own-alliance": "This play speaks most for thesis {thesis}. Where is it in an "
    "alliance of yours?",
    # feelings
    "evidence.felt-let-down": "{party}, round {round}: that is when trust in {other} fell most "
    "({trust_change}).",
    "evidence.felt-carried": "{party}, round {round}: that is when trust in {other} grew most "
    "({trust_change}).",
    "evidence.felt-safest": "{party}: it was safest {when} ({safety}).",
    "evidence.felt-least-safe": "{party}: it was least safe {when} ({safety}).",
    "when.start": "at the start",
    "when.round": "in round {n}",
}
