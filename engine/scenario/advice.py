"""What is wrong in a scenario, in words, and how to fix it; for any front end."""

from engine.scenario.catalogue import codes, wording
from engine.scenario.explain import explain
from engine.scenario.meaning.talk import broad_answers
from engine.scenario.problems import Mark, Problem
from engine.scenario.suggestions import listed, nearest_of

__all__ = [
    "Mark",
    "Problem",
    "broad_answers",
    "codes",
    "explain",
    "listed",
    "nearest_of",
    "wording",
]
