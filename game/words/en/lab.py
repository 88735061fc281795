"""What `lab` and `tournament` say. English."""

from game.words import Catalogue

WORDS: Catalogue = {
    "metavar.P": "P",
    "help.lab": "Play an experiment from a file with a `lab:` section.",
    "help.lab.file": "A YAML file with a `lab:` section.",
    "help.lab.plays": "How many games; {default:,} if you say nothing.",
    "help.lab.strategies": "Classical strategies, one for all or one a party. Without it the "
    "fitted trust model plays.",
    "help.tournament": "Let classical strategies play all against all.",
    "help.tournament.turns": "Turns a match; {default} if you say nothing.",
    "help.tournament.repetitions": "How often each match is played; {default} if you say nothing.",
    "help.tournament.noise": "The chance that a move comes out as its opposite, {low} to {high}.",
    "help.tournament.strategies": "Who takes part. Without it: all of them.",
    "stop.broken-lab": "{file} can't be played as it is. {n:There is one error|There are # "
    "errors, beginning with}: {first}",
    "stop.lab": "{text}",
    "stop.bad-share": "{option} “{written}” is not a number. Write {option} 0.05, for instance.",
    "lab.title": "{title}: {plays:# game|# games}, seed {seed}",
    "lab.players": "Played by {who}.",
    "lab.trust": "the trust model, fitted and frozen",
    "lab.never": "never came about",
    "lab.p-star": "risk of cooperating, as the model's players see it (p*)",
    "lab.all": "cooperation, of all choices",
    "lab.first": "cooperation in the first round",
    "lab.after.CC": "cooperation after both cooperated",
    "lab.after.CD": "cooperation after only oneself cooperated",
    "lab.after.DC": "cooperation after only the others cooperated",
    "lab.after.DD": "cooperation after nobody cooperated",
    "lab.faithful": "games in which all cooperated in every round",
    "lab.terminated": "games that somebody left",
    "lab.unequal": "games with unequal payoffs",
    "tournament.title": "All against all: {turns:# turn|# turns}, {repetitions:once|twice|# "
    "times}, errors {noise}, seed {seed}",
    "tournament.how": "Mean score a turn against the others, and how often each cooperated.",
}
