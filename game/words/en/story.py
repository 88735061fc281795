"""The debrief's first page, the play told back to whoever played it. English.

`.you`: the reader did it; `.them`: it was done to the reader; `.table`: between others, or for
the whole table.
"""

from game.words import Catalogue

WORDS: Catalogue = {
    "look.more.command": "Look further: {program} debrief {path} --more",
    "look.further": "Enter to look further, in eight steps",
    "look.end": "How it ended",
    "look.end.as": "“{title}”: {means}.",
    "look.end.left.you": "you got up and left in round {round}",
    "look.end.left.them": "{party} got up and left in round {round}",
    "look.end.left.more": "{parties} got up and left in round {round}",
    "look.wants.you.some": "At the end you had: {met}. What you did not get: {missed}.",
    "look.wants.you.all": "At the end you had all that you were after: {met}.",
    "look.wants.you.none": "At the end you had nothing of what you were after. That was: {missed}.",
    "look.wants.them.some": "{party} was after {of:one thing|two things|~ things}, and ended with "
    "{n:one|two|~}: {met}. What it did not get: {missed}.",
    "look.wants.them.all": "{party} was after {of:one thing|two things|~ things}, and ended with "
    "{of:it|both|all of them}: {met}.",
    "look.wants.them.none": "{party} was after {of:one thing, and ended without it|two things, and "
    "ended with neither|~ things, and ended with none}.",
    "look.turns": "Where it turned",
    "look.quote": "{name}: “{text}”",
    "look.move.you": "Round {round}. You chose “{move}”.",
    "look.move.them": "Round {round}. This is what you saw of {party}: “{face}” It was “{move}”, "
    "and it hid something.",
    "look.move.table": "Round {round}. {party} chose “{move}”.",
    "look.hid.you.found": "{of} could not see what was behind that move, and found out in round "
    "{found}.",
    "look.hid.you.now": "{of} found out at once what was behind that move.",
    "look.hid.you.never": "{of} could not see what was behind that move, then or later.",
    "look.hid.them.found": "You found out in round {found} what it hid.",
    "look.hid.them.now": "You found out at once what was behind that move.",
    "look.hid.them.never": "What it hid did not come out for you during the play.",
    "look.slipped.you": "Your own side made good on only half of it.",
    "look.slipped.them": "{party:'s} own side made good on only half of it.",
    "look.vetoed.you": "Your own side stopped it.",
    "look.vetoed.them": "{party:'s} own side stopped it.",
    "look.divided.you": "Of the {asked} of you, {n:one|#} had wanted something else.",
    "look.divided.them": "Of {party:'s} {asked} people, {n:one|#} had wanted something else.",
    "look.divided.faltered": "All of one mind, with the same luck, it would have come whole.",
    "look.divided.stopped": "All of one mind, with the same luck, it would not have been stopped.",
    "look.beside.you": "That same round you hid something: “{move}”.",
    "look.beside.them": "That same round {party} hid something: “{move}”.",
    "look.beside.out": "It came out at once.",
    "look.beside.never": "It did not come out.",
    "look.beside.later": "It came out later.",
    "look.taken.you": "That same round you chose “{move}”.",
    "look.taken.them": "That same round {party} chose “{move}”.",
    "look.during": "This happened as well: “{event}”.",
    "look.suspected.you": "You began to suspect something.",
    "look.suspected.them": "{of} began to suspect something.",
    "look.suspected.too.you": "That round you had also begun to suspect something.",
    "look.suspected.too.them": "That round {of} had also begun to suspect something.",
    "look.stopped.you": "That same round your own side stopped your move.",
    "look.stopped.them": "That same round {party:'s} own side stopped its move.",
    "look.meanwhile": "In the same round {trust} went from {before} to {after}.",
    "look.meanwhile.event": "In the same round “{event}” happened, and {trust} went from {before} "
    "to {after}.",
    "look.meanwhile.out.you": "In the same round {of} found out what you had done before: {moves}; "
    "{trust} went from {before} to {after}.",
    "look.meanwhile.out.them": "In the same round you found out what {party} had done before: "
    "{moves}; {trust} went from {before} to {after}.",
    "look.meanwhile.out.table": "In the same round {of} found out what {party} had done before: "
    "{moves}; {trust} went from {before} to {after}.",
    "look.meanwhile.you": "That same round you chose “{move}”, and {trust} went from {before} to "
    "{after}.",
    "look.meanwhile.them": "That same round {party} chose “{move}”, and {trust} went from {before} "
    "to {after}.",
    "look.meanwhile.you.stopped": "That same round you chose “{move}”, but your own side stopped "
    "it, and {trust} went from {before} to {after}.",
    "look.meanwhile.them.stopped": "That same round {party} chose “{move}”, but its own side "
    "stopped it, and {trust} went from {before} to {after}.",
    "look.expected.you": "You had expected {what}.",
    "look.expected.table": "{of} had expected {what}.",
    "look.expected.trust-building": "something that builds trust",
    "look.expected.reciprocal": "a reciprocal move",
    "look.expected.opportunistic": "{party} to put itself first",
    "look.trust.you": "{of:'s} trust in you",
    "look.trust.them": "your trust in {party}",
    "look.trust.table": "{of:'s} trust in {party}",
    "look.trust.all": "trust at the table",
    "look.moved.because": "Because of it {trust} went from {before} to {after}.",
    "look.moved.both": "Because of all that together {trust} went from {before} to {after}.",
    "look.moved.because.most": "Mainly because of it {trust} went from {before} to {after}.",
    "look.moved.both.most": "All that together weighed most: {trust} went from {before} to "
    "{after}.",
    "look.moved.even": "Even so {trust} went from {before} to {after}.",
    "look.moved.after": "After it {trust} went from {before} to {after}.",
    "look.moved.after.round": "That round {trust} went from {before} to {after}.",
    "look.moved.same": "After it {trust} stood at {after}, as before.",
    "look.moved.same.round": "That round {trust} stayed at {after}.",
    "look.settled": "Once something had been brought up, it stood at {after}.",
    "look.found.you": "Round {round}. {of} found out what you had done {when}: {moves}.",
    "look.found.them": "Round {round}. You found out what {party} had done {when}: {moves}.",
    "look.found.table": "Round {round}. {of} found out what {party} had done {when}: {moves}.",
    "look.found.seen": "{when} you had seen this of it: “{face}”",
    "look.found.earlier": "in {n:round|rounds} {rounds}",
    "look.found.now": "that same round",
    "look.found.along.you": "That same round you chose “{move}”.",
    "look.found.along.them": "That same round {party} chose “{move}”.",
    "look.found.along.table": "That same round {party} chose “{move}”.",
    "look.event.all": "Round {round}. This happened: {event}",
    "look.event.you": "Round {round}. This happened to you: {event}",
    "look.event.table": "Round {round}. This happened to {party}: {event}",
    "look.moment": "In {moment}: {did}.",
    "look.did.you": "you {did}",
    "look.did.them": "{party} {did}",
    "look.did.all": "everybody {did}",
    "look.did.nobody": "nobody went into what chafed",
    "look.did.name-difference": "named a difference",
    "look.did.name-common-ground": "named common ground",
    "look.did.joke-away": "opened with a joke",
    "look.did.own-part": "looked at the home side first",
    "look.did.real-question": "asked the question that nobody had asked",
    "look.did.their-part": "spoke of what others had done wrong",
    "look.did.keep-quiet": "did not go into what chafed",
    "look.did.freeze": "kept your distance",
    "look.moment.out.you": "It came out there what you had done: {moves}.",
    "look.moment.out.them": "It came out there what {party} had done: {moves}.",
    "look.at.round": "Round {round}.",
    "look.at.moment": "After round {round}.",
    "look.reply.you": "{at} {by} brought up {cause}. You {reply}; {by} {response}.",
    "look.reply.them": "{at} You brought up {cause}. {of} {reply}; you {response}.",
    "look.reply.table": "{at} {by} brought up {cause}. {of} {reply}; {by} {response}.",
    "look.said.blame": "blamed somebody on your own side",
    "look.said.own-up.departure": "took it on yourself",
    "look.left.you": "Round {round}. You got up and left the table.",
    "look.left.table": "Round {round}. {party} got up and left the table.",
    "look.seemed": "What was not what it seemed",
    "look.lie.them": "This was hidden from you, and you did not see it coming.",
    "look.lie.table": "This was hidden, and {of} did not see it coming.",
    "look.lie.them.doubted": "This was hidden from you.",
    "look.lie.table.doubted": "This was hidden.",
    "look.lie.more.them": "In the whole play something was hidden from you {n:once|twice|~ times}.",
    "look.lie.more.table": "In the whole play something was hidden {n:once|twice|~ times}.",
    "look.lie.more.you": "You hid something {n:once|twice|~ times} in the whole play.",
    "look.lie": "Round {round}: {party} chose “{move}”.",
    "look.lie.card.them": "What you saw of it: “{face}” What its card said: “{text}”",
    "look.lie.card.table": "What could be seen of it: “{face}” What {party:'s} card said: “{text}”",
    "look.lie.them.found": "You found out in round {found}; in that round {trust} went from "
    "{before} to {after}.",
    "look.lie.them.found.moment": "You found out in the reflection moment after round {found}; "
    "then {trust} went from {before} to {after}.",
    "look.lie.table.found": "{of} found out in round {found}; in that round {trust} went from "
    "{before} to {after}.",
    "look.lie.table.found.moment": "{of} found out in the reflection moment after round {found}; "
    "then {trust} went from {before} to {after}.",
    "look.lie.them.never": "You did not find out during the play.",
    "look.lie.table.never": "{of} did not find out during the play.",
    "look.lie.you": "This you hid from {of}, which did not see it coming: “{move}”, in round "
    "{round}.",
    "look.lie.you.doubted": "This you hid from {of}: “{move}”, in round {round}.",
    "look.lie.you.found": "It came out in round {found}; in that round {trust} went from "
    "{before} to {after}.",
    "look.lie.you.found.moment": "It came out in the reflection moment after round {found}; then "
    "{trust} went from {before} to {after}.",
    "look.lie.you.never": "{of} did not find out during the play.",
    "look.doubt.suspected.you": "Wrongly suspected: in round {round} you suspected {of}, and there "
    "was nothing behind “{move}”.",
    "look.doubt.suspected.them": "Wrongly suspected: in round {round} {by} suspected you, and "
    "there was nothing behind “{move}”.",
    "look.doubt.suspected.table": "Wrongly suspected: in round {round} {by} suspected {of}, and "
    "there was nothing behind “{move}”.",
    "look.doubt.expected-claim.you": "Better than expected: in round {round} you thought that {of} "
    "would put itself first, and it chose “{move}”.",
    "look.doubt.expected-claim.them": "Better than expected: in round {round} {by} thought that "
    "you would put yourself first, and you chose “{move}”.",
    "look.doubt.expected-claim.table": "Better than expected: in round {round} {by} thought that "
    "{of} would put itself first, and {of} chose “{move}”.",
    "look.doubt.suspected.again": "In {n:round|rounds} {rounds} too there was nothing behind it.",
    "look.doubt.expected-claim.again": "In {n:round|rounds} {rounds} too it was better than "
    "expected.",
    "look.again": "What stayed the same",
    "look.habit.hollow-ritual": "“{thing}”: held {chances:once|twice|~ times}, and "
    "{times:once|twice|~ times} with too little trust to mean it.",
    "look.habit.same-move": "Everybody chose “{thing}” in {times} of {chances:# round|# rounds}.",
    "look.habit.same-move.you": "You chose “{thing}” in {times} of {chances:# round|# rounds}.",
    "look.habit.same-move.table": "{party} chose “{thing}” in {times} of {chances:# round|# "
    "rounds}.",
    "look.habit.same-acts": "From round {first} to {last} it was the same kind of move each time: "
    "{acts}.",
    "look.habit.same-acts.one": "{who} {stance}",
    "look.habit.same-acts.all": "everybody {stance}",
    "look.habit.you": "you",
    "look.habit.silence": "When something was brought up, each side said nothing in {times} of "
    "{chances} cases.",
    "look.stance.trust-building": "chose what builds trust",
    "look.stance.reciprocal": "chose a reciprocal move",
    "look.stance.opportunistic": "put itself first",
    "look.habit.silence.you": "When something was brought up, you said nothing in {times} of "
    "{chances} cases.",
    "look.habit.silence.table": "When something was brought up, {party} said nothing in {times} "
    "of {chances} cases.",
    "look.habit.moments": "In {times:one|two|~} of {chances:~ reflection moment|~ reflection "
    "moments}",
    "look.habit.moments.all": "In {chances:the one reflection moment|both reflection moments|all ~ "
    "reflection moments}",
    "look.habit.jokes": "{moments} everybody opened with a joke.",
    "look.habit.jokes.you": "{moments} you opened with a joke.",
    "look.habit.jokes.table": "{moments} {party} opened with a joke.",
    "look.habit.divided": "In {times} of the {chances:# round|# rounds} in which people said first "
    "what they wanted, half or more on each side had wanted something else than was sealed.",
    "look.habit.divided.you": "In {times} of the {chances:# round|# rounds} in which each of you "
    "said first what you wanted, half of you or more had wanted something else than you sealed.",
    "look.habit.divided.table": "In {times} of the {chances:# round|# rounds} in which people said "
    "first what they wanted, half of {party} or more had wanted something else than it sealed.",
    "look.habit.unsaid": "Each side knew what had been hidden from it {times:once|twice|~ times}, "
    "and did not bring it up.",
    "look.habit.unsaid.you": "You knew what had been hidden from you {times:once|twice|~ times}, "
    "and did not bring it up.",
    "look.habit.unsaid.table": "{party} knew what had been hidden from it {times:once|twice|~ "
    "times}, and did not bring it up.",
    "look.habit.faltered": "On each side {times:one move was|two moves were|~ moves were} not made "
    "good in full by its own people.",
    "look.habit.faltered.you": "In {times} of {chances:# round|# rounds} your own side did not "
    "make good on all of your move.",
    "look.habit.faltered.table": "In {times} of {chances:# round|# rounds} {party:'s} own side did "
    "not make good on all of its move.",
    "look.habit.refusals": "{times} of the {chances} proposals to change the game did not go "
    "through.",
    "look.habit.refusals.all": "None of the {chances} proposals to change the game went through.",
    "look.rule": "A rule that nobody tried to change: “{rule}”. {text}",
    "look.rule.cost": "Without it trust at the table would have been {n:# point|# points} higher "
    "after round {round}.",
    "look.rule.gave": "Without it trust at the table would have been {n:# point|# points} lower "
    "after round {round}.",
    "look.if": "What if",
    "look.if.you": "Round {round}: you chose “{move}”.",
    "look.if.table": "Round {round}: {party} chose “{move}”.",
    "look.if.counts": "The computer played on {plays:# time|# times} from that choice, and "
    "{plays:# time|# times} from “{other}”. With that choice {played} of them ended well, with "
    "the other {instead}.",
    "look.if.lucky": "Your own play did end well.",
    "look.if.model": "The model is not the truth.",
    "look.figures": "Trust and deeds",
    "look.stated.you": "You trusted {about} at {levels} out of 10, phase by phase.",
    "look.stated.table": "{party} trusted {about} at {levels} out of 10, phase by phase.",
    "look.foresaw.you": "Of {count:# prediction|# predictions} you got {right} right.",
    "look.kept": "{party} put itself first in {took} of the {rounds:# round|# rounds}",
    "look.kept.nobody": "In no round did anybody put themselves first.",
    "look.kept.none": "none",
    "look.kept.of": "{took} of {rounds}",
    "look.kept.you": "you in {took}",
    "look.kept.they": "{party} in {took}",
    "look.asked.you": "You were confronted {n:once|twice|~ times}, and you {replies}.",
    "look.asked.them": "You confronted {party} {n:once|twice|~ times}, and {party} {replies}.",
    "look.asked.table": "{party} was confronted {n:once|twice|~ times}, and {replies}.",
    "look.asked.times": "{reply}{n:| (twice)| (~ times)}",
    "look.about": "{cause} ({names})",
    "look.ask": "To talk about",
    "look.ask.alone": "To think about",
    "look.ask.exit.you": "Earlier this was agreed: {change}. In round {round} you walked out. "
    "Would you have done so without it too?",
    "look.ask.hid": "by {party} in {n:round|rounds} {rounds}",
    "look.ask.hidden": "Something was hidden: {did}. What would it have taken to put that on the "
    "table?",
    "look.ask.hidden.you": "You hid something in {n:round|rounds} {rounds}. What would you have "
    "needed to put that on the table?",
    "look.ask.unsaid": "After round {rounds} {by} knew what {of} had done ({moves}), and did not "
    "bring it up. What stood in the way?",
    "look.ask.unsaid.more": "After rounds {rounds} {by} each time knew something that {of} had "
    "hidden, and did not bring it up. What stood in the way?",
    "look.ask.unsaid.you": "After round {rounds} you knew what {of} had done ({moves}), and did "
    "not bring it up. What stood in the way?",
    "look.ask.unsaid.you.more": "After rounds {rounds} you each time knew something that {of} had "
    "hidden, and did not bring it up. What stood in the way?",
    "look.ask.house.you": "Your own side did not make good on all of a move {times:once|twice|~ "
    "times}. Who was not at the table, and decided all the same?",
    "look.begun": "Nothing has been played yet, so there is nothing to look back on.",
}
