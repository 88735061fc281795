"""What can still be wrong in a scenario of the right form. Only what is proved is claimed."""

from collections.abc import Iterator

from engine.scenario.meaning.aims import aim_problems
from engine.scenario.meaning.conditions import condition_problems
from engine.scenario.meaning.confrontations import confrontation_problems
from engine.scenario.meaning.elements import element_problems
from engine.scenario.meaning.endings import ending_problems
from engine.scenario.meaning.expectations import expectation_problems
from engine.scenario.meaning.idle_keys import idle_key_problems
from engine.scenario.meaning.moves import move_problems
from engine.scenario.meaning.pairs import pair_problems
from engine.scenario.meaning.script import script_problems
from engine.scenario.meaning.secrecy import secrecy_problems
from engine.scenario.meaning.side_talks import side_talk_problems
from engine.scenario.meaning.talk import talk_problems
from engine.scenario.problems import Problem
from engine.scenario.schema import Scenario
from engine.scenario.schema_walk import SourceMap


def meaning_problems(scenario: Scenario, source: SourceMap) -> Iterator[Problem]:
    """Every problem with what a scenario means, in no particular order."""
    yield from script_problems(scenario, source)
    yield from move_problems(scenario, source)
    yield from ending_problems(scenario, source)
    yield from element_problems(scenario, source)
    yield from idle_key_problems(scenario, source)
    yield from condition_problems(scenario, source)
    yield from confrontation_problems(scenario, source)
    yield from secrecy_problems(scenario, source)
    yield from talk_problems(scenario, source)
    yield from expectation_problems(scenario, source)
    yield from pair_problems(scenario, source)
    yield from aim_problems(scenario, source)
    yield from side_talk_problems(scenario, source)
