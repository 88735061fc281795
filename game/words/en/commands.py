"""What the commands say: help, errors, saving, checking. English."""

from game.words import Catalogue

WORDS: Catalogue = {
    "and": "{before} and {last}",
    "decimal": ".",
    # help
    "help.about": "Samenspel: a serious game about the part of an alliance that no contract "
    "covers.",
    "help.usage": "How to use it: {usage}",
    "help.options": "Options",
    "help.commands": "Commands",
    "help.arguments": "What you give it",
    "help.more": "More about a command: {program} COMMAND --help",
    "help.metavar.command": "COMMAND",
    "help.metavar.options": "[OPTIONS]",
    "metavar.PARTY": "PARTY",
    "metavar.PERSONA": "PERSONA",
    "metavar.A,B": "A,B",
    "metavar.N": "N",
    "metavar.DIR": "DIR",
    "metavar.WxH": "WxH",
    "metavar.THEME": "THEME",
    "metavar.PERCENT": "PERCENT",
    "metavar.FILE": "FILE",
    "metavar.PATH…": "PATH…",
    "metavar.CODE": "CODE",
    "metavar.TRACE": "TRACE",
    "metavar.SCENARIO": "SCENARIO",
    "help.help": "Show this explanation.",
    "help.version": "Show the version of the game.",
    "help.lang": "Language: nl or en.",
    "help.play": "Play a scenario. This is also what happens without a command.",
    "help.play.scenario": "The name of a scenario, or a file. Without it: pick from a list.",
    "help.play.role": "The party you play, or `both` for two people at one screen.",
    "help.play.against": "The persona on the other seats.",
    "help.play.personas": "The personas by party, with commas between, in the scenario's order.",
    "help.seed": "A whole number that fixes the luck: same number, same luck.",
    "help.play.text": "Play in text. Also reads choices from a pipe.",
    "help.play.auto": "Let personas take every seat and write out the transcript.",
    "help.play.trace": "Save the play in this file.",
    "help.play.resume": "Go on with a saved play.",
    "help.check": "Check scenarios: every problem with file, line and column.",
    "help.check.paths": "Files or folders.",
    "help.check.play": "Also plays each of them several hundred times, and tells which thresholds "
    "no play reaches and which answers nobody hears.",
    "help.json": "Write data as JSON instead of sentences.",
    "help.overwrite": "Write over what is there already.",
    "help.explain": "Explain what a code of `check` means and what to do about it.",
    "help.explain.code": "A code, as `check` shows it.",
    "help.explain.all": "Every code, each with its message on one line.",
    "help.gallery": "Draw every place, hour and weather, all clothes and every face that a "
    "scenario can name.",
    "help.gallery.out": "The folder for the pictures.",
    "help.storyboard": "Save a picture of every screen of a whole play.",
    "help.storyboard.out": "The folder for the pictures.",
    "help.storyboard.size": "How large the window is; 1280x720 if you say nothing.",
    "help.storyboard.theme": "light, dark, high-contrast or projector; {default} if you say "
    "nothing.",
    "help.storyboard.text_size": "How large the letters are, from 100 to 160; {default} if you say "
    "nothing.",
    "help.replay": "Replay a saved play and show its last numbers.",
    "help.debrief": "The debrief of a saved play.",
    "help.debrief.seat": "For whoever played this party, with only that person's own answers.",
    "help.debrief.html": "Write the debrief as a page in this file, to print.",
    "help.debrief.csv": "Write a table in this file: a row for each party in each round.",
    "help.debrief.more": "Also the eight steps, with the log, the figures and the evidence.",
    "help.debrief.trainer": "Also what the author tells the trainer, and the statistics.",
    "help.trace": "The file of a saved play.",
    "help.scenario": "The name of a scenario, or a file.",
    "help.its-scenario": "The scenario file it was played with, if that has moved.",
    # errors: fact, place, remedy
    "stop.unknown-command": "There is no command “{written}”. {repair}",
    "stop.unknown-option": "{command} has no option “{written}”. {repair}",
    "stop.option-without-value": "“{written}” needs something after it. {repair}",
    "stop.option-with-value": "“{written}” takes no value. Leave out what follows it.",
    "stop.too-much": "“{written}” is one too many. {repair}",
    "stop.missing": "Something is missing here: {what}. {repair}",
    "stop.unknown-scenario": "There is no scenario “{written}”. {repair}",
    "stop.no-scenarios": "There are no scenarios in {place}. Give a file: {program} play FILE.",
    "stop.broken-scenario": "{file} can't be played as it is. {n:There is one error|There are # "
    "errors, beginning with}:\n{first}\n{n:Check it|See them all} with: {program} check {file}",
    "stop.unknown-party": "“{scenario}” has no party “{written}”. {repair}",
    "stop.unknown-persona": "There is no persona “{written}”. {repair}",
    "stop.personas-count": "“{scenario}” has {expected} parties; --personas names {given}. Name "
    "one for each: {parties}.",
    "stop.unknown-language": "“{written}” is not a language of this game. Choose nl or en. The "
    "language of a scenario's own texts goes with --texts.",
    "stop.bad-size": "“{written}” is not a size. Write width x height, from {lowest} to {highest}, "
    "for instance --size 1280x720.",
    "stop.unknown-theme": "There is no theme “{written}”. {repair}",
    "stop.bad-text-size": "--text-size {written} is not possible. {repair}",
    "stop.auto-and": "--auto takes every seat; {option} does not go with it. Leave one of them "
    "out.",
    "stop.resume-and": "A saved play is settled already; leave out {option}.",
    "stop.hot-seat-count": "With {n} parties `--role both` is not clear. Choose one: {parties}.",
    "stop.no-terminal": "There is no display, and no terminal to type choices in. Play in a "
    "terminal, or let the game play itself: {program} play --auto.",
    "stop.no-such-path": "{path} does not exist. See whether the name is right.",
    "stop.unreadable": "{path} can't be read ({why}). See whether you may open it.",
    "stop.no-yaml": "There is not one .yaml file in {path}. Give a scenario.",
    "stop.unwritable": "{path} can't be written ({why}). Choose another place.",
    "stop.unwritable-home": "The play can't be saved in {path} ({why}). Name a file of your own "
    "with --trace FILE, or set another folder in SAMENSPEL_HOME.",
    "stop.unwritable-folder": "Nothing can be saved in {path} ({why}). Choose another folder with "
    "--out.",
    "stop.unsaved": "{path} can't be written ({why}); your last choice is not saved. Make room, "
    "and go on with: {program} play --resume {path}",
    "stop.exists": "{path} is there already. Choose another name, or add --overwrite.",
    "stop.is-read": "{path} is read by this command and would be lost. Choose another name.",
    "stop.unknown-code": "There is no code “{written}”. {repair}",
    "stop.no-scenario-for-trace": "The scenario of this play, {source}, is not to be found here "
    "as it was then. Give the file as it was.",
    "stop.not-over": "This play has not ended yet. Go on with: {program} play --resume {path}",
    "stop.nobody-played": "Nobody took part in this play: all seats were taken by personas. To "
    "debrief it: {program} debrief {path}",
    "stop.output-lost": "What there is to show can't be written ({why}). Send it somewhere else.",
    "stop.fault": "Something went wrong in the game itself ({detail}). It is not your doing.",
    "stop.fault.saved": "Your play is saved in {path}. Try: {program} play --resume {path}",
    "stop.fault.unsaved": "Try again; if that does not help, report it with this line.",
    "repair.nearest": "Did you mean “{near}”?",
    "repair.choices": "Choose from: {choices}.",
    "repair.help": "Explained by: {command} --help",
    "why.EACCES": "no access",
    "why.EISDIR": "it is a folder",
    "why.ENOTDIR": "there is a file where a folder should be",
    "why.ENOENT": "that place does not exist",
    "why.ENOSPC": "the disk is full",
    "why.EROFS": "this place is read-only",
    "why.EPERM": "no access",
    "why.EEXIST": "there is a file where a folder should be",
    "why.ENAMETOOLONG": "the name is too long",
    "why.ELOOP": "its links lead round in a circle",
    "why.EDQUOT": "your share of the disk is used up",
    "why.in-use": "another program is using it",
    "why.irregular": "it is not an ordinary file",
    "why.other": "system error {n}",
    # traces
    "trace.missing": "{path} is not there or may not be read. See whether the name is right.",
    "trace.not-a-trace": "{path} is not a saved play. Give a file that the game itself wrote.",
    "trace.truncated": "{path} breaks off half-way. Take a copy that is whole.",
    "trace.edited": "{path} was changed after the play and can no longer be relied on. Take the "
    "original copy.",
    "trace.other-version": "{path} comes from another version of the game. Replay it with that "
    "version.",
    "trace.other-scenario": "{path} is a play of another game than {detail} makes now. Leave out "
    "the scenario: the text it began with is kept with the play.",
    "trace.in-use": "{path} is being played in another window or terminal. Go on there, or close "
    "that first.",
    "trace.cannot-replay": "{path} gets stuck at step {detail}: that choice is not possible "
    "there. Take the original copy.",
    # what has changed in a scenario since
    "since-then": "The scenario has been changed since this play began ({what}). You see the play "
    "with the text it began with.",
    "since-then.parties": "{n:party|parties}",
    "since-then.rules": "{n:rule|rules}",
    "since-then.rituals": "{n:ritual|rituals}",
    "since-then.decor": "{n:setting|settings}",
    "since-then.props": "{n:prop|props}",
    "since-then.moves": "{n:move|moves}",
    "since-then.phases": "{n:phase|phases}",
    "since-then.events": "{n:event|events}",
    "since-then.endings": "{n:ending|endings}",
    "since-then.start": "where it starts from",
    "since-then.more": "{more:one more|# more}",
    "since-then.name": "“{name}”",
    # saving
    "saved.resume": "Your play is saved. Resume with: {program} play --resume {path}",
    "saved.finished": "This play is kept in {path}",
    "saved.debrief": "To debrief it again: {program} debrief {path}",
    # front end
    "front.no-display": "No display was found; you play in text.",
    "front.no-window": "The window could not be opened here; you play in text.",
    # storyboard
    "storyboard.saved": "{n:# picture|# pictures} saved in {path}.",
    "storyboard.stopped": "{n:# picture|# pictures} saved in {path}; the next can't be written "
    "({why}).",
    # check
    "check.broad": "{place}  This answer names no move and can follow {n:# move|# different "
    "moves}: read it after each.",
    "check.broad.several": "{place}  {answers} answers name no move. This one can follow {n:# "
    "move|# different moves}, more than any other: read each after all that it can follow.",
    "check.clean": "{n:# file|# files} checked: all in order.",
    "check.errors": "{n:# error|# errors}",
    "check.warnings": "{n:# warning|# warnings}",
    "check.more": "What the scenario means is only checked once these errors are mended; there may "
    "be more then.",
    "check.sum": "Found: {parts}.",
    "check.only-warnings": "The scenario can be played.",
    "check.error": "error",
    "check.warning": "warning",
    "explain.more": "What one of them means, with an example: {program} explain CODE",
    "explain.says": "The message: {message}",
    "explain.repair": "What to do: {repair}",
    # replay
    "replay.head": "{title}, luck {seed}: {rounds:# round|# rounds}, {steps:# step|# steps}.",
    "replay.ending": "Outcome: {outcome}. {title}",
    "replay.unfinished": "Not ended yet.",
    "replay.seats": "At the table: {seats}.",
    "replay.numbers": "The last numbers, to the last digit (shares from 0 to 1; value and payoff "
    "have no bounds):",
    "measure.trust": "trust in",
    "measure.reliability": "reliability of",
    "measure.ceiling": "highest trust still possible in",
    "measure.exposure": "exposure to",
    "measure.perceived_risk": "perceived risk with",
    "measure.real_risk": "chance needed of a word kept by",
    "measure.confidence": "confidence in",
    "measure.mean_trust": "mean trust",
    "measure.maturity": "maturity",
    "measure.pressure": "pressure",
    "measure.safety": "safety",
    "measure.internal_balance": "internal balance",
    "measure.value": "value",
    "measure.payoff": "payoff of the last round",
    "measure.formal_overlap": "on paper",
    "measure.understanding": "understanding",
    "measure.lock_in": "pattern set fast",
    "measure.transaction_cost": "cost of working together",
    "help.pack": "Make a folder with the game and all that it needs, for a laptop without "
    "internet.",
    "help.pack.out": "The folder to make; it does not exist yet, or is empty.",
    "pack.made": "Made: {place}, {size} MB, with {n:one package|# packages}, for {kind}.",
    "pack.next": "Put the whole folder on that laptop and start {start} there; use it like "
    "{program}.",
    "stop.not-empty": "{path} is not empty. Choose a new folder or an empty one; nothing was "
    "changed.",
}
