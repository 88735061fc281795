"""The English catalogue."""

from game.words.en import (
    afterthoughts,
    balance,
    commands,
    debrief,
    evidence,
    journal,
    lab,
    scene,
    simulate,
    story,
    table,
    window,
)

CATALOGUE = {
    **commands.WORDS,
    **table.WORDS,
    **scene.WORDS,
    **debrief.WORDS,
    **afterthoughts.WORDS,
    **story.WORDS,
    **evidence.WORDS,
    **simulate.WORDS,
    **balance.WORDS,
    **lab.WORDS,
    **window.WORDS,
    **journal.WORDS,
}
