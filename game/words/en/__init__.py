"""The English catalogue."""

from game.words.en import balance, commands, debrief, evidence, simulate, table, window

CATALOGUE = {
    **commands.WORDS,
    **table.WORDS,
    **debrief.WORDS,
    **evidence.WORDS,
    **simulate.WORDS,
    **balance.WORDS,
    **window.WORDS,
}
