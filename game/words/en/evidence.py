"""One sentence for each code that a finding can carry. English.

{party} and {other} are names; changes have a sign; shares run from 0 to 100.
"""

from game.words import Catalogue

WORDS: Catalogue = {
    # thesis 1
    "evidence.slip-cost-trust": "In round {round} {party:'s} “{move}” came only in part, and "
    "{other:'s} trust in {party} went from {before} to {after}.",
    "evidence.veto-cost-trust": "In round {round} {party:'s} own side stopped “{move}”, and "
    "{other:'s} trust in {party} went from {before} to {after}.",
    "evidence.divided-house-slips-more": "{party} agreed less on its own side than {other} did "
    "({balance} against {other_balance} out of 100), and more of its moves came only in part or "
    "not at all: {times} against {other_times}.",
    "evidence.harm-from-elsewhere": "In no round did one party's trust in another fall more than "
    "in round {round}: {other:'s} trust in {party} went from {before} to {after}. {party:'s} own "
    "side took nothing away from its move in that round.",
    "evidence.division-slipped": "In round {round} {others:one|#} of {party:'s} {asked} people had "
    "wanted something else than “{move}”, and it came only in part. Of one mind, with the same "
    "luck, all of it would have come.",
    "evidence.division-stopped": "In round {round} {others:one|#} of {party:'s} {asked} people had "
    "wanted something else than “{move}”, and their own side stopped it. Of one mind, with the "
    "same luck, it would not have.",
    "evidence.divided-but-kept": "{party} was divided over {times} moves, and all of these came as "
    "they were announced.",
    "evidence.divided-but-held": "{party} did not agree on its own side ({internal_balance} out of "
    "100) and still it held: trust in {party} went from {trust_start} to {trust_end}.",
    "evidence.slip-without-harm": "In round {round} {party:'s} “{move}” came only in part, and "
    "{other:'s} trust in {party} rose even so, from {before} to {after}.",
    "evidence.slip-without-harm.same": "In round {round} {party:'s} “{move}” came only in part, "
    "and {other:'s} trust in {party} stayed at {after}.",
    "evidence.veto-without-harm": "In round {round} {party:'s} own side stopped “{move}”, and "
    "{other:'s} trust in {party} rose even so, from {before} to {after}.",
    "evidence.veto-without-harm.same": "In round {round} {party:'s} own side stopped “{move}”, and "
    "{other:'s} trust in {party} stayed at {after}.",
    # thesis 2
    "evidence.masked-trust": "What {party} did well earned it {gained:# point|# points} of "
    "{other:'s} trust; {masked} more went to the credit of the contract.",
    "evidence.kept-under-contract": "In {kept} of the {rounds} rounds that began with much on "
    "paper and little trust, nobody played for themselves and every move came whole: order "
    "without much trust.",
    "evidence.kept-under-contract.all": "{rounds:There was one round|There were two rounds|There "
    "were # rounds} that began with much on paper and little trust, and in {rounds:it|both|all of "
    "them} nobody played for themselves and every move came whole: order without much trust.",
    "evidence.relied-without-trusting": "At the end {other:'s} trust in {party} stood at {trust}, "
    "and its confidence that {party} as an organisation would do what had been agreed at "
    "{reliability}.",
    "evidence.contract-protected": "What was on paper did some good: when {party} played “{move}” "
    "in round {round}, {other} ran {less}% less risk than with nothing on paper.",
    "evidence.paper-and-trust-grew": "From round {first} to round {last} what was on paper grew "
    "from {formal_start} to {formal_end}, and trust at the table from {trust_start} to "
    "{trust_end}.",
    "evidence.paper-and-trust-grew.one": "In round {first} what was on paper grew from "
    "{formal_start} to {formal_end}, and trust at the table from {trust_start} to {trust_end}.",
    "evidence.cooperated-without-paper": "In {kept} of the {rounds} rounds that began with little "
    "on paper, nobody played for themselves and every move came whole.",
    "evidence.cooperated-without-paper.all": "{rounds:There was one round|There were two "
    "rounds|There were # rounds} that began with little on paper, and in {rounds:it|both|all of "
    "them} nobody played for themselves and every move came whole.",
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
    "evidence.value-with-trust": "In {high_rounds}, which began with the most trust, a party's "
    "value changed by {high} a round on average; in {low_rounds}, which began with the least, by "
    "{low}.",
    "evidence.no-value-with-trust": "In {high_rounds}, which began with the most trust, a party's "
    "value changed by {high} a round on average; in {low_rounds}, which began with the least, by "
    "{low}.",
    "evidence.naivety-exploited": "{other:'s} trust in {party} stood at {trust} before round "
    "{round}, in which {party} hid something: “{move}”.",
    "evidence.opportunism-despite-trust": "{party:'s} trust in {other} stood at {trust} before "
    "round {round}, and {party} played for itself even so: “{move}”.",
    # thesis 4
    "evidence.players-changed": "After round {round} this was agreed: {change}.",
    "evidence.other-moves-open": "With what was agreed ({change}), {gained:one move|# moves} "
    "became possible and {lost:one|#} no longer {lost:was|were}.",
    "evidence.other-moves-open.none-gained": "With what was agreed ({change}), {lost:one move "
    "was|# moves were} no longer possible.",
    "evidence.other-moves-open.none-lost": "With what was agreed ({change}), {gained:one move|# "
    "moves} became possible.",
    "evidence.walked-out-for-less": "In round {round} {party} walked out. Earlier this had been "
    "agreed: {change}. That made walking out {difference:# point|# points} cheaper.",
    "evidence.walked-out-for-more": "In round {round} {party} walked out. Earlier this had been "
    "agreed: {change}. That made walking out {difference:# point|# points} dearer.",
    "evidence.change-refused": "After round {round} {party} proposed: {change}. The answer was no.",
    "evidence.change-undone": "This was agreed, and put back later: {change}.",
    "evidence.change-without-effect": "After round {round} this was agreed: {change}. Neither the "
    "moves nor the circumstances were any different for it.",
    # thesis 5
    "evidence.moment-raised-trust": "During {phase} trust at the table went from {before} to "
    "{after}.",
    "evidence.moment-raised-one": "During {phase} {other:'s} trust in {party} went from {before} "
    "to {after}.",
    "evidence.difference-named": "{party} named a difference in {phase}, and trust at the table "
    "did not fall.",
    "evidence.difference-named.all": "Each side named a difference in {phase}, and trust at the "
    "table did not fall.",
    "evidence.moment-hurt": "During {phase} trust at the table sank from {before} to {after}.",
    "evidence.moment-late": "The first reflection moment came only after round {round} of "
    "{rounds}.",
    "evidence.difference-avoided": "In {phase} {jokes:one side|two sides|# sides} opened with a "
    "joke, and nobody's trust rose.",
    "evidence.difference-avoided.all": "In {phase} {jokes:everybody|both sides|all # sides} opened "
    "with a joke, and nobody's trust rose.",
    "evidence.trust-grew-without": "Over the rounds together trust at the table changed by "
    "{table}, over {moments:the one reflection moment|the # reflection moments together} by "
    "{between}.",
    "evidence.trust-grew-without.none": "Over the rounds themselves trust at the table changed by "
    "{table}, without a reflection moment.",
    "evidence.nothing-in-this-play": "Nothing in this play: {because}.",
    "moment.named": "“{name}” (after round {n})",
    "moment.called": "the reflection moment called after round {n}",
    "rounds.named": "{n:round|rounds} {rounds}",
    "phase.called": "reflection moment, called between rounds",
    "because.no-slip-or-veto": "no move came only in part, and nobody's own side stopped one",
    "because.slips-did-no-harm": "in the rounds themselves no great fall in trust came mainly from "
    "a move that came only in part or was stopped",
    "because.slips-did-harm-only": "in the round with the greatest fall in trust, that side's move "
    "came only in part or was stopped",
    "because.trust-never-fell": "no round in itself cost much trust",
    "because.no-trust-masked": "it did not show that paper took the place of trust",
    "because.paper-without-protection": "it did not show that the paper protected anybody",
    "because.too-few-rounds": "too few rounds to compare",
    "because.trust-hardly-moved": "trust hardly differed from round to round",
    "because.trust-did-no-better": "the rounds with more trust did not do clearly better",
    "because.no-trust-abused": "nobody chose for themselves against a party that they trusted "
    "much, and nobody hid anything from a party that trusted them much",
    "because.never-much-trust": "no round began with anybody having much trust in another",
    "because.nothing-changed": "no change was agreed",
    "because.nothing-refused": "no proposal was refused for good, and nothing agreed was put back",
    "because.no-moment": "there was no reflection moment",
    "because.moments-brought-nothing": "nobody's trust rose much in any reflection moment",
    "because.moments-did-no-harm": "trust at the table did not sink far in any reflection moment",
    "because.moments-never-sank": "trust at the table did not sink in any reflection moment",
    "because.only-what-came-out": "where trust at the table fell far in a reflection moment, "
    "something had come out there",
    "because.only-what-was-brought-up": "where trust at the table had fallen far after a "
    "reflection moment, something had been brought up afterwards",
    "because.only-what-came-of-it": "where trust at the table fell far with a reflection moment, "
    "something had come out or been brought up afterwards",
    # questions
    "evidence.ask-turning-point": "Did you see that turning point at the time, and what told you?",
    "evidence.ask-what-if": "In round {round} {party} chose “{move}”, and “{other_move}” would "
    "have ended well more often. What stood in the way of it?",
    "evidence.ask-refused": "After round {round} {party} proposed: {change}. The answer was no. "
    "What would a yes have cost?",
    "evidence.ask-changed": "After round {round} this was agreed: {change}. What was different at "
    "the table after that, if anything?",
    "evidence.ask-cheaper-exit": "Earlier this was agreed: {change}. In round {round} {party} "
    "walked out. Would that have happened without it too?",
    "evidence.ask-hidden-guile": "{other} did not find out during the play that {party} played "
    "“{move}” in round {round}. Did anybody feel something, and what did they do with it?",
    "evidence.ask-false-suspicion": "In round {round} {other} suspected {party}, and there was no "
    "hidden move. Where did that come from?",
    "evidence.ask-prediction": "{party} got {right} of {count} predictions right. What did {party} "
    "not see in the other?",
    "evidence.ask-house": "{party:'s} own side did not make good on all of a move "
    "{times:once|twice|~ times}. Who was not at the table, and decided all the same?",
    "evidence.ask-trust-lost": "{party:'s} trust in {other} went from {trust_start} to "
    "{trust_end}. What would {party} have needed from {other}?",
    "evidence.ask-moment": "What could be said in {phase}, and what could not quite be said?",
    "evidence.ask-no-moment": "Not once was the game itself talked about. When would have been "
    "the time?",
    # feelings
    "evidence.felt-let-down": "In no round or reflection moment did {party:'s} trust in {other} "
    "fall further than in {when}: from {before} to {after}.",
    "evidence.felt-carried": "In no round or reflection moment did {party:'s} trust in {other} "
    "rise more than in {when}: from {before} to {after}.",
}
