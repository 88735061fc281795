"""The engine: functions over plain frozen values. No window, no clock, no network, no printing.

Whatever shows the game may only import these modules; all others may change without notice:

    engine.scenario.vocabulary   the closed lists of words that a scenario may use
    engine.scenario.schema       what an author wrote
    engine.scenario.scenery      what is seen of a place
    engine.scenario.pictures     whether a file is a picture that can be shown
    engine.scenario.load         a file -> the scenario, or every problem in it
    engine.scenario.pieces       a scenario in several files as one text, and back
    engine.scenario.for_editors  the format for editors, as a JSON Schema
    engine.scenario.advice       those problems in words, and how to mend them
    engine.scenario.rename       a name changed everywhere in a file
    engine.play.setting          a play that begins elsewhere than its script
    engine.play.state            what can be chosen, and why a choice is refused
    engine.play.events           what happens, in full: for the trace and the debrief
    engine.play.view             what one seat, or everybody, may see and hear of it
    engine.play.measures         the numbers of an alliance, each under one name
    engine.play.afterthoughts    what people write at the debrief
    engine.play.trace            a play on disk, and the same play again
    engine.live_play             one play with people and personas at it
    engine.players               who plays when nobody does
    engine.simulate              many plays at once
    engine.balance               what many plays say about a scenario
    engine.playtest              what many plays come to, line by line
    engine.debrief               what a play taught
    engine.lab                   laboratory games without a story

Nothing is imported here, so that a command loads only what it needs.
"""
