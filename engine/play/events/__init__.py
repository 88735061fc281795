"""What happens in a play, as typed values, step by step.

`kinds` has a class for each kind of event; `of_round`, `of_reflection`, `of_confrontation` and
`of_arrival` report in full what happened in a step, for the trace and the debrief.
"""

from engine.play.events.kinds import (
    ChangeRefused,
    Confronted,
    Discovered,
    Ended,
    Event,
    Exchanged,
    GameChanged,
    GaveWay,
    KeptBack,
    LinesTold,
    Measured,
    MomentCalled,
    MoveMade,
    OptionTaken,
    Parted,
    PersonArrived,
    PhaseOpened,
    Place,
    Predicted,
    Proposed,
    Reason,
    Reckoned,
    Reflected,
    Repaired,
    Replied,
    Responded,
    RitualHeld,
    ScriptEventOccurred,
    Spoken,
    Suspected,
    Voted,
    WalkedOut,
)

__all__ = [
    "ChangeRefused", "Confronted", "Discovered", "Ended", "Event", "Exchanged", "GameChanged",
    "GaveWay",
    "KeptBack", "LinesTold", "Measured", "MomentCalled", "MoveMade", "OptionTaken", "Parted",
    "PersonArrived", "PhaseOpened", "Place", "Predicted", "Proposed", "Reason", "Reckoned",
    "Reflected", "Repaired", "Replied", "Responded", "RitualHeld", "ScriptEventOccurred", "Spoken",
    "Suspected", "Voted", "WalkedOut",
]  # fmt: skip
