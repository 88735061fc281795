"""Requests to the lab, checked before anything is played.

A request that can't be met raises LabRefusal: a code, and plain words in Dutch and in English.
"""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from engine.lab.strategies import STRATEGIES
from engine.scenario.vocabulary import Language

Value = str | int | float


class LabRefusal(ValueError):
    """A request that can't be met. code: from the catalogue below."""

    def __init__(self, code: str, params: Mapping[str, Value]) -> None:
        self.code = code
        self.params = dict(params)
        super().__init__(self.message("en"))

    def message(self, language: Language) -> str:
        """What is wrong and what to do, in plain words."""
        template = REFUSALS[self.code][language]
        words = {"what": _WHAT[str(self.params["what"])][language]} if "what" in self.params else {}
        return template.format_map({**self.params, **words})


_WHAT: dict[str, dict[Language, str]] = {
    "plays": {"nl": "Het aantal spelen", "en": "The number of plays"},
    "turns": {"nl": "Het aantal beurten", "en": "The number of turns"},
    "repetitions": {"nl": "Het aantal herhalingen", "en": "The number of repetitions"},
    "seed": {"nl": "Het getal dat het toeval vastlegt (seed)", "en": "The seed"},
    "noise": {"nl": "De kans op een vergissing (noise)", "en": "The chance of an error (noise)"},
}

REFUSALS: dict[str, dict[Language, str]] = {
    "not-in-range": {
        "nl": "{what} is {written}, en kan {lowest} tot en met {highest} zijn.",
        "en": "{what} is {written}, and can be {lowest} to {highest}.",
    },
    "unknown-strategy": {
        "nl": 'Er is geen strategie "{written}". Kies uit: {known}.',
        "en": 'There is no strategy "{written}". Choose from: {known}.',
    },
    "unknown-strategy-near": {
        "nl": 'Er is geen strategie "{written}". Bedoelde je "{near}"?',
        "en": 'There is no strategy "{written}". Did you mean "{near}"?',
    },
    "strategies-for-parties": {
        "nl": "Er zijn {parties} partijen en {given} strategieën. "
        "Geef er één voor allemaal, of voor elke partij een.",
        "en": "There are {parties} parties and {given} strategies. "
        "Give one for all, or one for each party.",
    },
    "strategy-twice": {
        "nl": '"{written}" doet al mee. Noem elke strategie één keer; '
        "ze speelt ook tegen zichzelf.",
        "en": '"{written}" takes part already. Name each strategy once; it also meets itself.',
    },
    "no-strategies": {
        "nl": "Er doet geen enkele strategie mee. Kies uit: {known}.",
        "en": "Not one strategy takes part. Choose from: {known}.",
    },
}


def whole_number(what: str, value: object, lowest: int, highest: int) -> None:
    """Refuse anything but a whole number within those bounds."""
    if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= highest:
        raise _outside(what, value, lowest, highest)


def share(what: str, value: object, highest: float) -> None:
    """Refuse anything but a number from 0 to that."""
    if not isinstance(value, int | float) or not 0 <= value <= highest:
        raise _outside(what, value, 0, highest)


def _outside(what: str, value: object, lowest: int, highest: float) -> LabRefusal:
    params: dict[str, Value] = {"written": str(value), "lowest": lowest, "highest": highest}
    return LabRefusal("not-in-range", {"what": what, **params})


def known_strategies(names: Sequence[str]) -> tuple[str, ...]:
    """The names; refuses an unknown strategy and an empty list."""
    if not names:
        raise LabRefusal("no-strategies", {"known": ", ".join(STRATEGIES)})
    for name in names:
        if name not in STRATEGIES:
            raise _unknown(name)
    return tuple(names)


def competitors(names: Sequence[str]) -> tuple[str, ...]:
    """The names; refuses a strategy that is named twice as well."""
    known = known_strategies(names)
    for at, name in enumerate(known):
        if name in known[:at]:
            raise LabRefusal("strategy-twice", {"written": name})
    return known


def one_for_each(names: Sequence[str], parties: int) -> tuple[str, ...]:
    """A name for each party; a single one is for all."""
    known = known_strategies(names)
    if len(known) not in (1, parties):
        raise LabRefusal("strategies-for-parties", {"parties": parties, "given": len(known)})
    return known * parties if len(known) == 1 else known


def _unknown(name: str) -> LabRefusal:
    like = name.lower().strip().replace("-", "_").replace(" ", "_")[:60]
    if near := get_close_matches(like, STRATEGIES, n=1):
        return LabRefusal("unknown-strategy-near", {"written": name[:60], "near": near[0]})
    return LabRefusal("unknown-strategy", {"written": name[:60], "known": ", ".join(STRATEGIES)})
