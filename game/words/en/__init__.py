"""The English catalogue."""

from game.words.en import commands, debrief, evidence, table, window

CATALOGUE = {**commands.WORDS, **table.WORDS, **debrief.WORDS, **evidence.WORDS, **window.WORDS}
