"""What a play taught: a pure function from a trace to findings, without prose."""

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
