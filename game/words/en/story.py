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
    "look.end.in": "in round {round}",
    "look.end.in.moment": "in the reflection moment after round {round}",
    "look.end.in.talk": "in the talk after round {round}",
    "look.end.in.moment.talk": "in the talk after the reflection moment that followed round "
    "{round}",
    "look.end.left.you": "you got up and left {when}",
    "look.end.left.them": "{party} got up and left {when}",
    "look.end.left.more": "{parties} got up and left {when}",
    "look.end.went.you": "you got up and left {when}, and the others went on without you",
    "look.end.went.them": "{party} got up and left {when}, and the others went on",
    "look.end.stayed.success": "In value there is something in it for all who stayed.",
    "look.end.stayed.lopsided": "Of those who stayed, {most} got far more out of it than {least}.",
    "look.end.stayed.stalled": "For those who stayed, too little came of it.",
    "look.end.stayed.parted": "Those who stayed agreed to leave it at that.",
    "look.end.without-you": "{n:One more round was|# more rounds were} played without you. You "
    "had heard only what came from outside, who else left and how it ended; what was done there, "
    "you read here for the first time.",
    "look.got": "got or kept",
    "look.got.deal": "got",
    "look.wants.you.some": "What you {got}: {met}. What you did not get: {missed}.",
    "look.wants.you.all": "You {got} all that you were after: {met}.",
    "look.wants.you.none": "You were after {of:one thing, and did not get it|two things, and got "
    "neither|~ things, and got none of them}: {missed}.",
    "look.wants.them.some": "{party} was after {of:one thing|two things|~ things}, and {got} "
    "{n:one|two|~}: {met}. What it did not get: {missed}.",
    "look.wants.them.all": "{party} was after {of:one thing|two things|~ things}, and {got} "
    "{of:it|both|all of them}: {met}.",
    "look.wants.them.none": "{party} was after {of:one thing, and did not get it|two things, and "
    "got neither|~ things, and got none of them}: {missed}.",
    "look.turns": "Where it turned",
    "look.quote": "{name}: “{text}”",
    "look.move.you": "Round {round}. You chose “{move}”.",
    "look.move.them": "Round {round}. This is what you saw of {party}: “{face}” It was “{move}”, "
    "and it hid something.",
    "look.move.table": "Round {round}. {party} chose “{move}”.",
    "look.hid.you.found": "{of} could not see what was behind that move, and found out in round "
    "{found}.",
    "look.hid.you.moment": "{of} could not see what was behind that move, and found out in the "
    "reflection moment after round {found}.",
    "look.hid.you.now": "{of} found out that same round what was behind that move.",
    "look.hid.you.never": "{of} could not see what was behind that move, then or later.",
    "look.hid.you.heard": "{of} could not see what was behind that move, and heard it {when}, when "
    "{who} brought it up.",
    "look.hid.you.owned-up": "{of} could not see what was behind that move. In round {told} {who} "
    "said so openly.",
    "look.hid.you.known": "{of} had known since round {since} that you had done this before.",
    "look.hid.them.found": "You found out in round {found} what it hid.",
    "look.hid.them.moment": "You found out in the reflection moment after round {found} what it "
    "hid.",
    "look.hid.them.now": "You found out that same round what was behind that move.",
    "look.hid.them.never": "During the play you did not find out what it hid.",
    "look.hid.them.heard": "You heard what it hid {when}, when {who} brought it up.",
    "look.hid.them.owned-up": "In round {told} {party} itself told you what it hid.",
    "look.hid.them.known": "You had known since round {since} that {party} had done this before.",
    "look.after": "after round {round}",
    "look.after.moment": "after the reflection moment that followed round {round}",
    "look.slipped": "Only half of it was carried out.",
    "look.vetoed.you": "Your own side stopped it.",
    "look.vetoed.them": "{party:'s} own side stopped it.",
    "look.divided.you": "Of the {asked} of you, {n:one|#} had wanted something else.",
    "look.divided.them": "Of {party:'s} {asked} people, {n:one|#} had wanted something else.",
    "look.divided.faltered": "Had all been of one mind, all of it would have been carried out "
    "that time.",
    "look.divided.stopped": "Had all been of one mind, it would not have been stopped that time.",
    "look.beside.you": "you chose “{move}”",
    "look.beside.them": "{party} chose “{move}”",
    "look.beside.hid.you": "you made a move that hid something (“{move}”)",
    "look.beside.hid.them": "{party} made a move that hid something (“{move}”)",
    "look.same-round": "That same round {did}.",
    "look.same-round.more": "{did}.",
    "look.beside.all": "everybody chose this",
    "look.beside.same.you": "you chose the same",
    "look.beside.same.them": "{party} chose the same",
    "look.beside.everybody": "everybody chose “{move}”",
    "look.beside.slipped": "(of which only half was carried out)",
    "look.beside.vetoed.you": "(stopped by your own side)",
    "look.beside.vetoed.them": "(stopped by its own side)",
    "look.out.you": "{of} found out what you had done: {moves}",
    "look.out.them": "you found out what {party} had done: {moves}",
    "look.out.table": "{of} found out what {party} had done: {moves}",
    "look.suspected.you": "You began to suspect something.",
    "look.suspected.them": "{of} began to suspect something.",
    "look.moved.also": "{trust} went from {before} to {after}.",
    "look.one-sided": "It was one side that moved: {trust} went from {before} to {after}.",
    "look.both-ways": "That was not the same for everybody: {trust} went from {before} to {after}, "
    "and {other}.",
    "look.both-ways.other": "{trust} from {before} to {after}",
    "look.expected.you": "You had expected {what}.",
    "look.expected.table": "{of} had expected {what}.",
    "look.expected.trust-building": "a move that builds trust",
    "look.expected.reciprocal": "a reciprocal move",
    "look.expected.opportunistic": "{party} to put itself first",
    "look.trust.you": "{of:'s} trust in you",
    "look.trust.them": "your trust in {party}",
    "look.trust.table": "{of:'s} trust in {party}",
    "look.trust.all": "trust at the table",
    "look.moved.because": "Mainly because of it, {trust} went from {before} to {after}.",
    "look.moved.both": "Mainly because of the two together, {trust} went from {before} to {after}.",
    "look.moved.answer": "Mainly because of that answer, {trust} went from {before} to {after}.",
    "look.moved.after": "After it {trust} went from {before} to {after}.",
    "look.moved.round": "That round {trust} went from {before} to {after}.",
    "look.moved.same": "{trust} stayed at {after}.",
    "look.chance.all": "No move or event accounts for that: how a thing is taken is partly chance.",
    "look.chance.most": "What was done that round accounts for the smaller part of that; how a "
    "thing is taken is partly chance.",
    "look.found.you": "Round {round}. {of} found out what you had done {when}: {moves}.",
    "look.found.them": "Round {round}. You found out what {party} had done {when}: {moves}.",
    "look.found.table": "Round {round}. {of} found out what {party} had done {when}: {moves}.",
    "look.found.seen": "What you saw of it {when}: “{face}”",
    "look.found.earlier": "in {n:round|rounds} {rounds}",
    "look.found.now": "that same round",
    "look.event.all": "Round {round}. This happened: {event}",
    "look.event.you": "Round {round}. This concerned you: {event}",
    "look.event.table": "Round {round}. This concerned {party}: {event}",
    "look.moment": "In {moment}: {did}.",
    "look.did.you": "you {did}",
    "look.did.them": "{party} {did}",
    "look.did.all": "everybody {did}",
    "look.did.nobody": "nobody went into what chafed",
    "look.did.name-difference": "named a difference",
    "look.did.name-common-ground": "named common ground",
    "look.did.joke-away": "made a joke of it",
    "look.did.own-part": "looked at their own side first",
    "look.did.real-question": "asked the question that nobody had asked",
    "look.did.their-part": "spoke of what others had done",
    "look.did.keep-quiet": "did not go into what chafed",
    "look.did.freeze": "kept your distance",
    "look.moment.out.you": "It came out there what you had done: {moves}.",
    "look.moment.out.them": "It came out there what {party} had done: {moves}.",
    "look.at.in.round": "Round {round}.",
    "look.at.in.moment": "During {moment}.",
    "look.at.after.round": "Straight after round {round}.",
    "look.at.after.moment": "Straight after {moment}.",
    "look.reply.you": "{at} {by} brought up {cause}. You {reply}; {by} {response}.",
    "look.reply.them": "{at} You brought up {cause}. {of} {reply}; you {response}.",
    "look.reply.table": "{at} {by} brought up {cause}. {of} {reply}; {by} {response}.",
    "look.heard.you": "{at} {by} brought up {cause}, and so {hearer} heard what you had done as "
    "well.",
    "look.heard.them": "{at} {by} brought up {cause}, and so you heard what {of} had done as well.",
    "look.heard.table": "{at} There was talk of {cause}: {who} brought it up, and so {hearer} "
    "heard what {of} had done as well.",
    "look.said.blame": "blamed somebody on your own side",
    "look.said.blame.refusal": "said that somebody on your own side was against it",
    "look.said.own-up.departure": "took it on yourself",
    "look.left.you": "{at} You got up and left the table.",
    "look.left.you.goes-on": "{at} You got up and left the table, and the others went on without "
    "you.",
    "look.left.table": "{at} {party} got up and left the table.",
    "look.left.table.goes-on": "{at} {party} got up and left the table, and the others went on.",
    "look.seemed": "What was not what it seemed",
    "look.lie.them": "In round {round} {party} hid this from you: “{move}”.",
    "look.lie.table": "In round {round} {party} hid this: “{move}”.",
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
    "look.lie.them.heard": "You heard of it {when}, when {who} brought it up.",
    "look.lie.table.never": "{of} {n:did|did} not find out during the play.",
    "look.lie.table.heard": "{of} heard of it {when}, when {who} brought it up.",
    "look.lie.heard.trust": "In that talk {trust} went from {before} to {after}.",
    "look.lie.you": "In round {round} you hid something from {of}: “{move}”.",
    "look.lie.you.found": "It came out in round {found}; in that round {trust} went from "
    "{before} to {after}.",
    "look.lie.you.found.moment": "It came out in the reflection moment after round {found}; then "
    "{trust} went from {before} to {after}.",
    "look.lie.you.never": "{of} {n:did|did} not find out during the play.",
    "look.lie.more.you": "Besides what is told here you made {n:one more move|~ more moves} that "
    "hid something.",
    "look.lie.more.them": "Besides what is told here there {n:was one more move|were ~ more moves} "
    "that hid something from you.",
    "look.lie.more.table": "Besides what is told here there {n:was one more move|were ~ more "
    "moves} that hid something.",
    "look.lie.you.heard": "{of} heard of it {when}, when {who} brought it up.",
    "look.lie.known.you": "In round {round} you hid something again, but {of} had known since "
    "round {since} that you had done it before.",
    "look.doubt.you": "In round {round} you suspected {of}. “{move}” hid nothing.",
    "look.doubt.them": "In round {round} {by} suspected you. “{move}” hid nothing.",
    "look.doubt.table": "In round {round} {by} suspected {of}. “{move}” hid nothing.",
    "look.doubt.again": "In {n:round|rounds} {rounds} there was a suspicion as well, and nothing "
    "was hidden then either.",
    "look.again": "What kept coming back",
    "look.habit.hollow-ritual": "“{thing}”: held {chances:once|twice|~ times}, {times:one|two|~} "
    "of them with too little trust to mean it.",
    "look.habit.hollow-ritual.all": "“{thing}”: held {chances:once|twice|~ times}, {chances:|both "
    "times|each time} with too little trust to mean it.",
    "look.habit.same-move.you": "You chose “{thing}” {rounds}.",
    "look.habit.same-move.table": "{party} chose “{thing}” {rounds}.",
    "look.habit.same-acts": "From round {first} to {last} it was the same kind of move each time: "
    "{acts}.",
    "look.habit.same-acts.all": "everybody {stance}",
    "look.habit.you": "you",
    "look.habit.rounds.all": "in {chances:the only round|both rounds|all ~ rounds}",
    "look.habit.rounds": "in {times} of {chances:# round|# rounds}",
    "look.stance.trust-building": "chose a move that builds trust",
    "look.stance.reciprocal": "chose a reciprocal move",
    "look.stance.opportunistic": "put itself first",
    "look.habit.moments": "In {times:one|two|~} of {chances:~ reflection moment|~ reflection "
    "moments}",
    "look.habit.moments.all": "In {chances:the one reflection moment|both reflection moments|all ~ "
    "reflection moments}",
    "look.habit.jokes": "{moments} everybody made a joke of it.",
    "look.habit.jokes.you": "{moments} you made a joke of it.",
    "look.habit.jokes.table": "{moments} {party} made a joke of it.",
    "look.habit.divided.you": "In {times} of the {chances:# round|# rounds} in which each of you "
    "said first what you wanted, half of you or more had wanted something else than you sealed.",
    "look.habit.divided.table": "In {times} of the {chances:# round|# rounds} in which people said "
    "first what they wanted, half of {party} or more had wanted something else than it sealed.",
    "look.habit.faltered.you": "Your own side stopped your move or carried out only half of it "
    "{rounds}.",
    "look.habit.faltered.table": "{party:'s} own side stopped its move or carried out only half "
    "of it {rounds}.",
    "look.rule": "A rule that nobody tried to change: “{rule}”. {text}",
    "look.if": "What if",
    "look.if.you": "Round {round}: you chose “{move}”.",
    "look.if.table": "Round {round}: {party} chose “{move}”.",
    "look.if.counts": "Of {plays:# play|# plays} that the computer played on from there, {played} "
    "ended well; with “{other}” instead, {instead}.",
    "look.if.lucky": "By that measure your own play did end well.",
    "look.if.unlucky": "By that measure your own play did not end well.",
    "look.if.better": "By that count the choice that was made was the better one.",
    "look.if.means": "Ending well means an end that holds, with enough in it for everybody and not "
    "far more for one than for another.",
    "look.if.model": "The model is not the truth.",
    "look.figures": "In figures",
    "look.stated.you": "You trusted {about} at {levels} out of 10, phase by phase.",
    "look.stated.table": "{party} trusted {about} at {levels} out of 10, phase by phase.",
    "look.foresaw.you": "Of {count:# prediction|# predictions} you got {right} right.",
    "look.foresaw.you.none": "{count:Your one prediction was wrong|Neither of your two "
    "predictions was right|None of your ~ predictions was right}.",
    "look.kept": "In {rounds:the only round|two rounds|~ rounds} {took}.",
    "look.kept.first.you": "you put yourself first {n:once|twice|~ times}",
    "look.kept.first.you.never": "you never put yourself first",
    "look.kept.first.they": "{party} put itself first {n:once|twice|~ times}",
    "look.kept.first.they.never": "{party} never put itself first",
    "look.kept.nobody": "In no round did anybody put themselves first.",
    "look.kept.you": "you {n:once|twice|~ times}",
    "look.kept.you.never": "you never",
    "look.kept.they": "{party} {n:once|twice|~ times}",
    "look.kept.they.never": "{party} never",
    "look.kept.of": "{took} in {rounds:one round|two rounds|~ rounds}",
    "look.asked.you": "You were confronted {n:once|twice|~ times} about {cause}, and {replies}.",
    "look.asked.them": "You confronted {party} {n:once|twice|~ times} about {cause}; it {replies}.",
    "look.asked.table": "{party} was confronted {n:once|twice|~ times} about {cause}, and "
    "{replies}.",
    "look.asked.you.more": "You were confronted {n:once|twice|~ times}: {talks}.",
    "look.asked.them.more": "You confronted {party} {n:once|twice|~ times}: {talks}.",
    "look.asked.table.more": "{party} was confronted {n:once|twice|~ times}: {talks}.",
    "look.asked.about": "{n:once|twice|~ times} about {cause} ({replies})",
    "look.asked.departure": "somebody who was gone",
    "look.asked.every": "{reply}, {n:that once|both times|all ~ times}",
    "look.asked.times": "{reply} {n:once|twice|~ times}",
    "look.about": "{cause} ({names})",
    "look.ask": "To talk about",
    "look.ask.alone": "To think about",
    "look.ask.hid": "by {party} in {n:round|rounds} {rounds}",
    "look.ask.hidden": "Something was hidden: {did}. What would it have taken to say it openly?",
    "look.ask.hidden.you": "You hid something in {n:round|rounds} {rounds}. What would you have "
    "needed to say it openly?",
    "look.ask.unsaid": "After round {round} {by} knew what {of} had done ({moves}), and did not "
    "bring it up. What stood in the way?",
    "look.ask.unsaid.you": "After round {round} you knew what {of} had done ({moves}), and did "
    "not bring it up. What stood in the way?",
    "look.begun": "Nothing has been played yet, so there is nothing to look back on.",
}
