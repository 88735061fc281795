"""What `simulate` says. English."""

from game.words import Catalogue

WORDS: Catalogue = {
    "thousands": ",",
    "numbers": "0 one two three four five six seven eight nine ten eleven twelve",
    "metavar.A,B,…": "A,B,…",
    "metavar.ENGINE": "ENGINE",
    "metavar.ADDRESS": "ADDRESS",
    "help.simulate": "Play a scenario many times with personas and count what came of it.",
    "help.simulate.plays": "How many plays; {default:,} if you say nothing.",
    "help.simulate.strategies": "The personas by party. Without it: every persona against every "
    "other, equally often.",
    "help.simulate.workers": "How many processes play at once, up to {high}. The results do not "
    "depend on it.",
    "help.simulate.engine": "local: on this machine. dask: on a Dask cluster.",
    "help.simulate.scheduler": "The address of a Dask scheduler. Without it: a cluster on this "
    "machine.",
    "stop.bad-number": "{option} “{written}” is not a whole number. Write {option} {example}, "
    "for instance.",
    "stop.number-range": "{option} {written} lies outside {low} to {high}. Choose a number in "
    "between.",
    "stop.too-many-strategies": "--strategies names {given:# persona|# personas}, and there are "
    "{expected} parties. Leave out the rest.",
    "stop.unknown-engine": "There is no engine “{written}”. {repair}",
    "stop.scheduler-needs-dask": "--scheduler goes with --engine dask. Add that, or leave it out.",
    "stop.no-dask": "Dask is not installed here. Install the extra `dask`, or leave out --engine.",
    "stop.no-scheduler": "No Dask scheduler answers at {address}. See whether it runs there, or "
    "leave out --scheduler to use this machine.",
    "stop.no-workers": "The Dask scheduler at {address} has no workers. Start one there, or leave "
    "out --scheduler to use this machine.",
    "simulate.playing": "Playing",
    "simulate.title": "{scenario}: {plays:# play|# plays}, seed {seed}",
    "simulate.outcomes": "How they came out",
    "simulate.endings": "The endings",
    "simulate.pairings": "In which company",
    "simulate.pairings.two": "How often robust. Down: who plays for {down}. Across, by the same "
    "numbers: who plays for {across}.",
    "simulate.pairings.best": "Most often robust",
    "simulate.pairings.worst": "Least often robust",
    "simulate.paths": "On the way",
    "simulate.paths.how": "Before each round: the middle play, and between brackets the middle "
    "half. Value is a round, so far.",
    "simulate.trust": "trust",
    "simulate.risk": "risk felt",
    "simulate.value": "value",
    "simulate.end": "end",
    "simulate.scenes": "Confrontations",
    "simulate.scenes.plays": "In {share} of plays the talk stopped at least once."
    " Kept back, per play: {kept}. Per play:",
    "simulate.scenes.reply": "What each said in reply",
    "simulate.scenes.response": "What each did with the reply",
    "simulate.never": "What nobody ever met",
    "simulate.never.nothing": "Everything in the script was met at least once.",
    "simulate.never.endings": "Endings",
    "simulate.never.phases": "Phases",
    "simulate.never.moves": "Moves",
    "simulate.never.events": "Events",
    "simulate.never.rules": "Rules that never stood",
    "simulate.never.rituals": "Rituals that were never held",
    "simulate.never.props": "Props that were never there",
    "simulate.never.roles": "People who never sat down",
    "simulate.never.changes": "{n:One change that the players could have made was never made|# "
    "changes that the players could have made were never made}; --json names {n:it|them}.",
    "simulate.speed.heading": "The time it took",
    "simulate.speed": "{seconds:# second|# seconds}: {rate:# play|# plays} a second.",
}
