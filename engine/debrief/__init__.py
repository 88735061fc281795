"""What a play taught: trace in, findings out. A pure function of the trace, without prose."""

from engine.debrief.codes import NOTHING
from engine.debrief.compose import debrief
from engine.debrief.findings import (
    ChangeMade,
    Evidence,
    Findings,
    Guile,
    LedgerLine,
    LedgerStatus,
    PartyKnown,
    PatternFound,
    PredictionChecked,
    QuadrantPoint,
    Quadrants,
    Ref,
    StatedTrust,
    Thesis,
    TimelineEntry,
    TrustForecast,
    TurningPoint,
    Want,
    WhatIf,
)

__all__ = [
    "NOTHING",
    "ChangeMade",
    "Evidence",
    "Findings",
    "Guile",
    "LedgerLine",
    "LedgerStatus",
    "PartyKnown",
    "PatternFound",
    "PredictionChecked",
    "QuadrantPoint",
    "Quadrants",
    "Ref",
    "StatedTrust",
    "Thesis",
    "TimelineEntry",
    "TrustForecast",
    "TurningPoint",
    "Want",
    "WhatIf",
    "debrief",
]
