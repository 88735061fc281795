"""The engine: functions over plain frozen values. No window, no clock, no network, no printing.

Where to look: `engine.scenario` is what an author wrote, `engine.model` the numbers,
`engine.play` the game over time, `engine.players` who plays when nobody does, `engine.live_play`
one play with people and personas at it, `engine.simulate` many plays, `engine.debrief` what a play
taught. Nothing is imported here, so that a command loads only what it needs.
"""
