"""The Dutch catalogue."""

from game.words.nl import (
    afterthoughts,
    balance,
    commands,
    debrief,
    evidence,
    journal,
    lab,
    room,
    room_debrief,
    rooms,
    scene,
    simulate,
    story,
    table,
    web,
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
    **room.WORDS,
    **room_debrief.WORDS,
    **rooms.WORDS,
    **window.WORDS,
    **journal.WORDS,
    **web.WORDS,
}
