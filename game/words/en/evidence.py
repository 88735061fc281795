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
    "evidence.harm-from-elsewhere": "The greatest fall in trust in one round did not come mainly "
    "from a move that came only in part or was stopped. In round {round} {other:'s} trust in "
    "{party} went from {before} to {after}; what weighed most was {reason}.",
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
    "paper and little trust, nobody played for themselves and nothing faltered: order without "
    "much trust.",
    "evidence.kept-under-contract.all": "{rounds:There was one round|There were two rounds|There "
    "were # rounds} that began with much on paper and little trust, and in {rounds:it|both|all of "
    "them} nobody played for themselves and nothing faltered: order without much trust.",
    "evidence.relied-without-trusting": "At the end {other} counted on {party} as an organisation "
    "({reliability}) more than on the people there ({trust}).",
    "evidence.paper-while-trust-fell": "What was on paper grew from {formal_start} to "
    "{formal_end}, while trust sank from {trust_start} to {trust_end}.",
    "evidence.contract-protected": "What was on paper did some good: when {party} played “{move}” "
    "in round {round}, {other} ran {less}% less risk than with nothing on paper.",
    "evidence.paper-and-trust-grew": "Paper and trust grew side by side: from {formal_start} to "
    "{formal_end}, and from {trust_start} to {trust_end}.",
    "evidence.cooperated-without-paper": "In {kept} of the {rounds} rounds that began with little "
    "on paper, nobody played for themselves and nothing faltered.",
    "evidence.cooperated-without-paper.all": "{rounds:There was one round|There were two "
    "rounds|There were # rounds} that began with little on paper, and in {rounds:it|both|all of "
    "them} nobody played for themselves and nothing faltered.",
    # thesis 3
    "evidence.cooperation-with-trust": "In the rounds with more trust, more of the moves chosen "
    "were trust-building: {high}%, against {low}% in those with less.",
    "evidence.no-cooperation-with-trust": "In the rounds with more trust, fewer of the moves "
    "chosen were trust-building: {high}%, against {low}% in those with less.",
    "evidence.opportunism-falls-with-trust": "In the rounds with more trust, fewer moves were "
    "self-serving: {high}%, against {low}% in those with less.",
    "evidence.opportunism-grows-with-trust": "In the rounds with more trust, more moves were "
    "self-serving: {high}%, against {low}% in those with less.",
    "evidence.value-with-trust": "In the rounds with more trust a party gained more value: {high} "
    "a round on average, against {low}.",
    "evidence.no-value-with-trust": "In the rounds with more trust a party gained less value: "
    "{high} a round on average, against {low}.",
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
    "evidence.moment-raised-trust": "During {phase} trust went from {before} to {after}.",
    "evidence.difference-named": "{party} named a difference in {phase}, and trust did not fall.",
    "evidence.moment-hurt": "During {phase} trust sank from {before} to {after}.",
    "evidence.moment-late": "The first reflection moment came only after round {round} of "
    "{rounds}.",
    "evidence.difference-avoided": "In {phase} nobody named a difference; {jokes:once|twice|# "
    "times} somebody made a joke of it.",
    "evidence.difference-avoided.none": "In {phase} nobody named a difference.",
    "evidence.trust-grew-without": "Over the rounds together trust changed by {table}; "
    "{moments:the reflection moment|the # reflection moments together} added nothing to it.",
    "evidence.trust-grew-without.none": "Over the rounds together trust changed by {table}, "
    "without a reflection moment.",
    "evidence.nothing-in-this-play": "Nothing in this play: {because}.",
    "moment.named": "“{name}” (after round {n})",
    "moment.called": "the reflection moment called after round {n}",
    "phase.called": "reflection moment, called between rounds",
    "because.no-slip-or-veto": "no move came only in part, and nobody's own side stopped one",
    "because.slips-did-no-harm": "no great fall in trust came mainly from a move that came only in "
    "part or was stopped",
    "because.slips-did-harm-only": "the greatest fall in trust in a round came from a move that "
    "came only in part or was stopped",
    "because.trust-never-fell": "no round in itself cost much trust",
    "because.no-trust-masked": "it did not show that paper took the place of trust",
    "because.paper-without-protection": "it did not show that the paper protected anybody",
    "because.too-few-rounds": "too few rounds to compare",
    "because.trust-hardly-moved": "trust hardly differed from round to round",
    "because.trust-did-no-better": "the rounds with more trust did not do clearly better",
    "because.no-trust-abused": "no party with much trust in another played for itself, and none "
    "that was highly trusted hid a move",
    "because.never-much-trust": "no round began with anybody having much trust in another",
    "because.nothing-changed": "no change was agreed",
    "because.nothing-refused": "no proposal was refused or undone, and none was without effect",
    "because.no-moment": "there was no reflection moment",
    "because.moments-brought-nothing": "no reflection moment brought the table much trust",
    "because.moments-did-no-harm": "no reflection moment cost the table much trust",
    "because.only-what-came-out": "the table lost much trust only at a reflection moment in which "
    "something came out",
    "because.only-what-was-brought-up": "the table lost much trust only where something was "
    "brought up after a reflection moment",
    "because.only-what-came-of-it": "the table lost much trust only at a reflection moment in "
    "which something came out, and where something was brought up after one",
    "reason-name.experience": "what the other side did in that round",
    "reason-name.discovery": "what came to light",
    "reason-name.suspicion": "a suspicion",
    "reason-name.repair": "a failed attempt to mend it",
    "reason-name.talk": "a talk about trust",
    "reason-name.event": "what happened around them",
    "reason-name.own": "what their own move set off",
    "reason-name.newcomer": "somebody's departure",
    "reason-name.reflection": "what was said in a reflection moment",
    "reason-name.friction": "differences that rubbed",
    "reason-name.reply": "what was said in a confrontation",
    "reason-name.response": "how a confrontation ended",
    "reason-name.other": "many small things together",
    # questions
    "evidence.ask-turning-point": "Did you see that turning point at the time, and what told you?",
    "evidence.ask-what-if": "In round {round} {party} chose “{move}”, and “{other_move}” would "
    "have ended well more often. What stood in the way of it?",
    "evidence.ask-refused": "After round {round} {party} proposed: {change}. The answer was no. "
    "What would a yes have cost?",
    "evidence.ask-changed": "After round {round} this was agreed: {change}. What was different at "
    "the table after that?",
    "evidence.ask-cheaper-exit": "Earlier this was agreed: {change}. In round {round} {party} "
    "walked out. Would that have happened without it too?",
    "evidence.ask-hidden-guile": "{other} did not find out during the play that {party} played "
    "“{move}” in round {round}. Did anybody feel something, and what did they do with it?",
    "evidence.ask-false-suspicion": "In round {round} {other} suspected {party}, and there was no "
    "hidden move. Where did that come from?",
    "evidence.ask-prediction": "{party} got {right} of {count} predictions right. What did {party} "
    "not see in the other?",
    "evidence.ask-house": "{party:'s} own side stopped something or made good on only half of it "
    "{times:once|twice|~ times}. Who was not at the table, and decided all the same?",
    "evidence.ask-trust-lost": "{party:'s} trust in {other} went from {trust_start} to "
    "{trust_end}. What would {party} have needed from {other}?",
    "evidence.ask-moment": "What could be said in {phase}, and what could not quite be said?",
    "evidence.ask-no-moment": "Not once was the game itself talked about. When would have been "
    "the time?",
    # feelings
    "evidence.felt-let-down": "{party:'s} trust in {other} fell most in round {round}, from "
    "{before} to {after}.",
    "evidence.felt-carried": "{party:'s} trust in {other} grew most in round {round}, from "
    "{before} to {after}.",
    "evidence.felt-let-down-too": "{party:'s} trust in {other} fell as much in round {round}, from "
    "{before} to {after}.",
    "evidence.felt-carried-too": "{party:'s} trust in {other} grew as much in round {round}, from "
    "{before} to {after}.",
}
