"""What `main.py rename` says. English."""

from game.words import Catalogue

WORDS: Catalogue = {
    "metavar.OLD": "OLD",
    "metavar.NEW": "NEW",
    "help.rename": "Change a name everywhere in a scenario; nothing else in the file changes.",
    "help.rename.old": "The name as it is now. If several things have it, with more in front: "
    "party:north, north.baker.",
    "help.rename.new": "What it becomes.",
    "help.rename.yes": "Change it without asking first.",
    "rename.head": "{kind} “{old}” becomes “{new}”:",
    "rename.head.finishing": "{kind} “{new}” is still called “{old}” in places. There it becomes "
    "“{new}”:",
    "rename.kind.party": "The party",
    "rename.kind.role": "The role",
    "rename.kind.want": "The want",
    "rename.kind.move": "The move",
    "rename.kind.decor": "The decor",
    "rename.kind.prop": "The prop",
    "rename.kind.rule": "The rule",
    "rename.kind.ritual": "The ritual",
    "rename.kind.phase": "The phase",
    "rename.kind.event": "The event",
    "rename.kind.ending": "The ending",
    "rename.kind.goal": "The learning goal",
    "rename.sure": "Change {n:this place|these # places} in {path}? (yes/no)",
    "rename.left-alone": "Nothing was changed. To change it without being asked: --yes.",
    "rename.done": "{n:# place|# places} changed in {path}.",
    "rename.undo": "To undo it: {program} rename {file} {old} {new}",
    "rename.still-wrong": "{n:One mistake is|# mistakes are} left in it. To see {n:it|them}: "
    "{program} check {file}",
    "rename.unreadable": "{path} can't be read whole, so not every place would be found. First "
    "mend this:\n{first}",
    "rename.part": "{path} is no scenario by itself: it has no line with `samenspel`. Give the "
    "file of the scenario; what it includes belongs to it.",
    "rename.unknown": "{path} has no name “{written}”. {repair}",
    "rename.several": "Several things are called “{written}”. Which do you mean: {choices}?",
    "rename.bad-name": "“{written}” can't be a name. A name begins with a small letter, and goes "
    "on with small letters, digits and hyphens; 40 at most.",
    "rename.read-otherwise": "“{written}” can't be a name: in a scenario it means yes, no or "
    "nothing. Choose another.",
    "rename.reserved": "“{written}” can't be the name of a party: it already means something in a "
    "scenario. Choose another.",
    "rename.same": "“{written}” is what it's called already. Give another name.",
    "rename.taken": "“{written}” is the name of something else (line {line}). Choose another.",
    "rename.other-party": "“{written}” would belong to something else. Give only the new name, "
    "without anything in front.",
    "rename.shared": "What stands on line {line} is used twice, through & and *, and not as the "
    "same name. Write it out there first.",
    "rename.spelt": "The name on line {line} is written with a backslash. Write it plainly there "
    "first.",
    "rename.meanwhile": "{path} was changed while you were reading. Nothing was written; try "
    "again.",
}
