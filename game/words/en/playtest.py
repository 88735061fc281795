"""What `test` says. English."""

from game.words import Catalogue

WORDS: Catalogue = {
    "help.test": "Play a scenario in many ways, and show which lines nobody heard, what was "
    "never reached, what is heard too often, and whether it is as you expect.",
    "help.test.plays": "How many plays by personas; {default:,} if you say nothing. Half as many "
    "are played at random.",
    "help.test.seconds": "How long it may take; {default} if you say nothing.",
    "help.test.how": "Show how plays come to this: an id, or the number of a line in the file.",
    "help.test.traces": "Save the plays that show something in this folder, to replay.",
    "help.play.game": "With --auto: which of the plays with that luck, as `test` names it.",
    "metavar.WHAT": "WHAT",
    "stop.game-needs-auto": "--game goes with --auto. Add that, or leave it out.",
    "stop.nothing-on-line": "Nothing that a play can come to stands on line {line}. Give the "
    "line of a move, a phase, a condition, or of something that is said.",
    "stop.unknown-item": "There is nothing called “{written}” in this scenario. {repair}",
    "playtest.playing": "Playing",
    "playtest.title": "{scenario}: play-test",
    "playtest.explored": "What was played",
    "playtest.plays": "{personas:# play|# plays} by personas, {random:# play|# plays} at random, "
    "and {ways:# way|# ways} to choose at {places:# place|# places} near the beginning of a "
    "phase or in a confrontation, each played on to the end.",
    "playtest.size": "{rounds:# round|# rounds} and {turns:# choice|# choices} in all, in "
    "{seconds:# second|# seconds}, with seed {seed}.",
    "playtest.cut": "The time was up before everything was played; --seconds gives it more.",
    "playtest.left": "Not explored: {places:# more place|# more places} like those; "
    "more --plays look further.",
    "playtest.skipped": "Left out: {ways:# way|# ways} to choose, at places where there were too "
    "many to try all.",
    "playtest.never-means": "“Never” means: in none of these plays. When personas play, it may "
    "still happen in up to one play in {one_in:,}.",
    "playtest.coverage": "What came up",
    "playtest.of": "{met:,} of {of:,}",
    "playtest.kind.phases": "phases",
    "playtest.kind.branches": "ways from phase to phase",
    "playtest.kind.moves": "moves",
    "playtest.kind.events": "events",
    "playtest.kind.endings": "endings",
    "playtest.kind.things": "rules, rituals, props, places and roles in force",
    "playtest.kind.rituals": "rituals held, and hollow",
    "playtest.kind.changes": "changes that players can make",
    "playtest.kind.wordings": "lines, each wording by itself",
    "playtest.kind.conditions": "conditions, both ways",
    "playtest.head.stops": "Where a play stops",
    "playtest.head.never": "Never reached: {n}",
    "playtest.head.unheard": "Never heard: {n}",
    "playtest.head.one-sided": "Conditions that always came out the same: {n}",
    "playtest.head.unexplored.never": "Not explored, and not come to yet: {n}",
    "playtest.head.unexplored.unheard": "Not explored, and not heard yet: {n}",
    "playtest.head.unexplored.one-sided": "Not explored, and the same each time so far: {n}",
    "playtest.head.often": "Heard {often:~} times or more in one play: {n}",
    "playtest.found.fault": "The game itself stopped: {name}. Please report it, with your "
    "scenario.",
    "playtest.found.stuck": "A party had no move to choose from in the phase “{name}”.",
    "playtest.found.phase": "The phase “{name}” was never reached.",
    "playtest.found.event": "The event “{name}” never happened.",
    "playtest.found.move": "Nobody ever played “{name}”.",
    "playtest.found.ending": "No play ended with “{name}”.",
    "playtest.found.branch": "The script never went this way: {name}.",
    "playtest.found.event.condition": "The event “{name}” never happened: its condition never "
    "held.",
    "playtest.found.move.condition": "Nobody ever played “{name}”: its condition never held.",
    "playtest.found.ending.condition": "No play ended with “{name}”: its condition never held.",
    "playtest.found.branch.condition": "The script never went this way, as its condition never "
    "held: {name}.",
    "playtest.found.stood": "“{name}” was never in force or at the table.",
    "playtest.found.held": "The ritual “{name}” was never held.",
    "playtest.found.hollow": "The ritual “{name}” was never hollow.",
    "playtest.found.unchanged": "“{name}” may be changed, and nobody ever did.",
    "playtest.found.unmade": "Never done, of what may be changed here: {name}.",
    "playtest.found.unparted": "Nobody ever agreed to part ({name}).",
    "playtest.found.line.condition": "Never heard: its condition was asked, and never held.",
    "playtest.found.line.not-asked": "Never heard: its turn never came.",
    "playtest.found.line.others-first": "Never heard: it never came to this, or something else "
    "was always said first.",
    "playtest.found.ask.others-first": "This question was never asked.",
    "playtest.found.ask.condition": "This question was never asked: its condition never held.",
    "playtest.found.ask.not-asked": "This question was never asked: its turn never came.",
    "playtest.found.wordings": "Never heard: {count:# wording|# wordings} of the {of}.",
    "playtest.found.true": "This condition never held.",
    "playtest.found.true.needless": "This part of a condition never held: it can go, and "
    "these plays stay as they are.",
    "playtest.found.false": "This condition held every time it was asked.",
    "playtest.found.false.needless": "This condition held every time it was asked: it can "
    "go, and these plays stay as they are.",
    "playtest.found.false.move-only": "This condition held every time it was asked: all but its "
    "`move` can go, and these plays stay as they are.",
    "playtest.found.unexplored.never": "“{name}”: no play came to it, and the time was up before "
    "all were played.",
    "playtest.found.unexplored.unheard": "Nobody heard it, and the time was up before all was "
    "played.",
    "playtest.found.unexplored.one-sided": "It came out the same each time, and the time was up "
    "before all was played.",
    "playtest.found.often": "Heard {often:~} times or more in {share} of the plays by personas.",
    "playtest.more": "And {n:one|#} more.",
    "playtest.nothing": "Nothing stood out: nobody was left without a choice, everything came up "
    "in some play, and nothing too often.",
    "playtest.expected": "What you expect",
    "playtest.verdict.holds": "holds: {what}, {share} ({low}–{high}) of {of:# play|# plays}; you "
    "expect {least} to {most} of a hundred.",
    "playtest.verdict.fails": "FAILS: {what}, {share} ({low}–{high}) of {of:# play|# plays}; you "
    "expect {least} to {most} of a hundred.",
    "playtest.verdict.unsure": "too close to tell: {what}, {share} ({low}–{high}) of {of:# "
    "play|# plays}; you expect {least} to {most} of a hundred. More --plays tell.",
    "playtest.no-command": "To see this play, save it with --traces DIR and replay it.",
    "playtest.how": "In {share} of the plays by personas, {a_play:# time|# times} in each on "
    "average and {most} at most in any play. The shortest way takes {choices:# choice|# choices}:",
    "playtest.how.never": "No play came to this.",
    "playtest.path.call": "calls a moment",
    "playtest.path.nothing": "nothing",
    "playtest.path.yes": "yes",
    "playtest.path.no": "no",
    "playtest.path.raises": "raises it",
    "playtest.path.keeps": "keeps it back",
    "playtest.item.line": "this line",
    "playtest.item.ask": "this question",
    "playtest.item.phase": "the phase {name}",
    "playtest.item.move": "the move {name}",
    "playtest.item.event": "the event {name}",
    "playtest.item.ending": "the ending {name}",
    "playtest.item.held": "the ritual {name}, held",
    "playtest.item.hollow": "the ritual {name}, hollow",
    "playtest.item.stood": "{name}, in force",
    "playtest.item.change": "the change {name}",
    "playtest.item.branch": "the way {name}",
    "playtest.item.true": "this condition holds",
    "playtest.item.false": "this condition does not hold",
    "playtest.item.stuck": "no move to choose from in {name}",
    "playtest.item.expected": "as expected",
    "playtest.item.unexpected": "not as expected",
}
