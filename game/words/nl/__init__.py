"""The Dutch catalogue."""

from game.words.nl import commands, debrief, evidence, table, window

CATALOGUE = {**commands.WORDS, **table.WORDS, **debrief.WORDS, **evidence.WORDS, **window.WORDS}
