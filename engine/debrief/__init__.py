"""What a play taught: trace in, findings out. A pure function of the trace, without prose."""

from engine.debrief.compose import debrief
from engine.debrief.findings import Findings

__all__ = ["Findings", "debrief"]
