"""The English catalogue."""

from game.words.en import commands, debrief, evidence, table

CATALOGUE = {**commands.WORDS, **table.WORDS, **debrief.WORDS, **evidence.WORDS}
