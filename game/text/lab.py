"""`lab` and `tournament`: published experiments and classical strategies, told or as JSON."""

import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

from engine.lab import LabRefusal, LabResult, Tournament, load_lab, play_lab, play_tournament
from engine.scenario.vocabulary import Language
from game.errors import UserError
from game.library import find
from game.presenters.page import Line, Lines, decimal, rank
from game.text.screen import Screen
from game.text.simulate import progress
from game.words import Words, words_in

T = TypeVar("T")


def lab_file(
    file: str,
    language: Language,
    *,
    plays: int,
    seed: int,
    strategies: tuple[str, ...] | None,
    as_json: bool,
) -> int:
    """Play the experiment in that file and show the results."""
    words = words_in(language)
    loaded = load_lab(find(file))
    if loaded.lab is None:
        first = loaded.problems[0].text(language)
        raise UserError("stop.broken-lab", file=file, n=len(loaded.problems), first=first)
    lab = loaded.lab
    with progress(sys.stderr, words("simulate.playing"), plays) as advance:
        done = 0

        def note(so_far: int) -> None:
            nonlocal done
            advance(so_far - done)
            done = so_far

        found = _asked(lambda: play_lab(lab, plays, seed, strategies, progress=note), language)
    _show(found, _told(found, words), as_json=as_json)
    return 0


def tell_tournament(
    language: Language,
    *,
    turns: int,
    repetitions: int,
    noise: float,
    seed: int,
    strategies: tuple[str, ...] | None,
    as_json: bool,
) -> int:
    """Play all against all and show which did best."""
    found = _asked(lambda: play_tournament(turns, repetitions, noise, seed, strategies), language)
    _show(found, _standings(found, words_in(language)), as_json=as_json)
    return 0


def _asked(play: Callable[[], T], language: Language) -> T:
    try:
        return play()
    except LabRefusal as refusal:
        raise UserError("stop.lab", text=refusal.message(language)) from refusal


def _show(found: LabResult | Tournament, told: Lines, *, as_json: bool) -> None:
    screen = Screen(sys.stdout)
    if as_json:
        screen.write_json(found.as_json())
    else:
        screen.show(told)


def _percent(words: Words, share: float | None) -> str:
    return words("lab.never") if share is None else f"{decimal(words, 100 * share, 1)}%"


def _told(found: LabResult, words: Words) -> Lines:
    tally = found.tally
    after = [(int(yes) / int(all_) if all_ else None) for all_, yes in tally.after]
    rows: Sequence[tuple[str, str]] = (
        ("p-star", decimal(words, found.p_star, 3)),
        ("all", _percent(words, tally.cooperated / tally.choices)),
        ("first", _percent(words, tally.first_cooperated / tally.first_choices)),
        *((f"after.{pair}", _percent(words, share))
          for pair, share in zip(("CC", "CD", "DC", "DD"), after, strict=True)),
        ("faithful", _percent(words, tally.faithful / tally.games)),
        ("terminated", _percent(words, tally.terminated / tally.games)),
        ("unequal", _percent(words, tally.unequal / tally.games)),
    )  # fmt: skip
    wide = max(len(words(f"lab.{key}")) for key, _ in rows) + 2
    who = words("lab.trust") if set(found.players) == {"trust"} else ", ".join(found.players)
    return (
        Line("title", words("lab.title", title=found.title, plays=tally.games, seed=found.seed)),
        Line("told", words("lab.players", who=who)),
        Line("gap", ""),
        *(Line("number", words(f"lab.{key}").ljust(wide) + value) for key, value in rows),
    )


def _standings(found: Tournament, words: Words) -> Lines:
    wide = max(len(each.strategy) for each in found.standings) + 2
    rows = []
    scores = [each.score for each in found.standings]
    for each in found.standings:
        error = each.standard_error
        within = "" if error is None else f" ± {decimal(words, error, 3)}"
        score = f"{decimal(words, each.score, 3)}{within}".ljust(16)
        share = _percent(words, each.cooperation)
        text = f"{rank(each.score, scores):>2}. {each.strategy.ljust(wide)}{score}{share:>7}"
        rows.append(Line("number", text))
    title = words(
        "tournament.title", turns=found.turns, repetitions=found.repetitions,
        noise=_percent(words, found.noise), seed=found.seed,
    )  # fmt: skip
    return (Line("title", title), Line("told", words("tournament.how")), Line("gap", ""), *rows)
