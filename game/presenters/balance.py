"""The balance of a scenario in plain sentences, for the terminal and for the page."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.balance import GAMES, Balance, Sign
from engine.live_play import CompiledScenario
from engine.players import PERSONAS
from engine.scenario.aiming import is_that
from engine.simulate import Difference
from game.presenters.page import Line, Lines, decimal
from game.words import Words


@dataclass(frozen=True, slots=True)
class Telling:
    """The balance of a scenario, to be reported in one language."""

    compiled: CompiledScenario
    balance: Balance
    words: Words

    def percent(self, share: float) -> str:
        """A share as a percentage."""
        return f"{decimal(self.words, 100 * share, 1)}%"

    def interval(self, apart: Difference) -> str:
        """A difference in points, with its interval."""
        mean, low, high = (
            decimal(self.words, 100 * x, 1) for x in (apart.mean, apart.low, apart.high)
        )
        return self.words("balance.interval", mean=mean, low=low, high=high)

    def phase(self, name: str) -> str:
        """The name of a phase."""
        return self.words.of(self.compiled.scenario.script.phases[name].name)

    def party(self, name: str) -> str:
        """The name of a party."""
        return self.words.of(self.compiled.scenario.parties[name].name)

    def persona(self, name: str) -> str:
        """The name of a persona."""
        return self.words.of(PERSONAS[name].name)  # type: ignore[index]

    def move(self, name: str) -> str:
        """The title of a move; with each aim, if it is named as the author wrote it."""
        moves = self.compiled.scenario.moves
        titles = [self.words.of(each.title) for key, each in moves.items() if is_that(key, name)]
        return " / ".join(titles)

    def title(self) -> str:
        """The title of the report."""
        return self.words("balance.title", scenario=self.words.of(self.compiled.scenario.title))

    def sign(self, sign: Sign) -> str:
        """What one thesis amounts to in this scenario, in a sentence."""
        direction = ("same", "more", "fewer")[sign.success.sign]
        return self.words(
            f"balance.sign.{direction}",
            what=self.words(f"balance.{sign.name}.one"),
            against=self.words(f"balance.{sign.name}.other"),
            one=self.percent(sign.with_it),
            other=self.percent(sign.without),
            apart=self.interval(sign.success),
        )

    def sign_of_trust(self, sign: Sign) -> str:
        """The effect of the same change on trust."""
        direction = ("same", "more", "fewer")[sign.trust.sign]
        return self.words(f"balance.trust.{direction}", apart=self.interval(sign.trust))


def figures(telling: Telling) -> Lines:
    """The figures, as far as they were found."""
    words, found = telling.words, telling.balance
    parts = (
        ("signs", _signs(telling), bool(found.signs)),
        ("dilemma", _told(dilemma(telling)), bool(found.dilemmas)),
        ("end", _told(in_the_end(telling)), bool(found.in_the_end)),
        ("moves", _told(moves(telling)), found.is_past("moves")),
        ("personas", _told(personas(telling)), True),
        ("last", _told(last(telling)), found.is_past("moves")),
        ("endings", _told(endings(telling)), True),
    )
    return tuple(
        line
        for name, part, is_there in parts
        if is_there
        for line in (Line("heading", words(f"balance.{name}")), *part)
    )


def _told(texts: Iterator[str]) -> Iterator[Line]:
    for text in texts:
        yield Line("told", text)


def thesis_head(telling: Telling, sign: Sign) -> str:
    """A thesis, in the words of the debrief."""
    words = telling.words
    return words("debrief.6.thesis", n=sign.thesis, text=words(f"thesis.{sign.thesis}"))


def _signs(telling: Telling) -> Iterator[Line]:
    for sign in telling.balance.signs:
        yield Line("subheading", thesis_head(telling, sign))
        yield Line("told", telling.sign(sign))
        yield Line("told", telling.sign_of_trust(sign))


def dilemma(telling: Telling) -> Iterator[str]:
    """What kind of game each round is; one sentence for phases whose rounds are alike."""
    words, told = telling.words, set()
    games = {each.game for each in telling.balance.dilemmas}
    if len(games) == 1:
        game = next(iter(games))
        yield words("balance.game.all", game=words(f"balance.game.{game}"))
        yield words(f"balance.game.{game}.means")
        if game == "prisoners-dilemma":
            yield words("balance.game.adds-up")
        return
    for each in telling.balance.dilemmas:
        game, share = words(f"balance.game.{each.game}"), each.shares[each.game]
        yield words(
            "balance.game.one", phase=telling.phase(each.phase), round=each.round, game=game,
            share=telling.percent(share),
        )  # fmt: skip
        if each.game not in told:
            told.add(each.game)
            yield words(f"balance.game.{each.game}.means")


def in_the_end(telling: Telling) -> Iterator[str]:
    """What kind of game it is once all that comes after is counted."""
    words, compiled, places = telling.words, telling.compiled, dict[str, list[str]]()
    by_phase: dict[tuple[str, str], list[str]] = {}
    for each in telling.balance.in_the_end:
        by_phase.setdefault((each.game or "open", each.phase), []).append(each.party)
    for (game, phase), parties in by_phase.items():
        name = telling.phase(phase)
        if len(parties) < compiled.present[compiled.phases.index(phase)].sum():
            who = words.all_of([telling.party(party) for party in parties])
            name = words("balance.end.for", phase=name, who=who)
        places.setdefault(game, []).append(name)
    for game in (*GAMES, "open"):
        if game in places:
            yield words(f"balance.end.{game}", places="; ".join(places[game]))


def moves(telling: Telling) -> Iterator[str]:
    """Which moves nobody could want, and which cost nothing to choose."""
    idle = (
        ("better", telling.balance.never_better), ("worse", telling.balance.never_worse),
    )  # fmt: skip
    for kind, found in idle:
        for phase, move in found:
            yield telling.words(
                f"balance.never.{kind}", move=telling.move(move), phase=telling.phase(phase)
            )
    if not any(found for _, found in idle):
        yield telling.words("balance.moves.fine")


def personas(telling: Telling) -> Iterator[str]:
    """Whether one way of playing wins whatever the others do.

    Whoever takes gets more than the other; it wins only if it also gets more than by giving.
    """
    words, balance = telling.words, telling.balance
    gains = balance.gains
    for name in balance.always_ahead:
        most = max(gains, key=lambda each: gains[each])
        yield words("balance.ahead", persona=telling.persona(name)) + " " + words(
            "balance.ahead.most" if most == name else "balance.ahead.less",
            gain=decimal(words, 100 * gains[name], 1), best=telling.persona(most),
            most=decimal(words, 100 * gains[most], 1),
        )  # fmt: skip
    for party, best in balance.dominant.items():
        for name in best:
            yield words(
                "balance.dominant", persona=telling.persona(name), party=telling.party(party)
            )
    if not balance.always_ahead and not any(balance.dominant.values()):
        yield words("balance.personas.fine")


def last(telling: Telling) -> Iterator[str]:
    """The gain from betraying in the last round."""
    words = telling.words
    for each in telling.balance.last_rounds:
        pays = ("same", "pays", "costs")[each.gain.sign]
        yield words(
            f"balance.last.{pays}", party=telling.party(each.party),
            phase=telling.phase(each.phase), gain=telling.interval(each.gain),
        ) + " " + words("balance.last.success", apart=telling.interval(each.success))  # fmt: skip
    if not telling.balance.last_rounds:
        yield words("balance.last.none")


def endings(telling: Telling) -> Iterator[str]:
    """Which endings nobody reached, and which nearly nobody."""
    scenario, words = telling.compiled.scenario, telling.words
    found = telling.balance.figures["endings"]
    for name, share in found.items():
        title = words.of(scenario.endings[name].title)
        if share["plays"] == 0:
            yield words("balance.ending.never", ending=title, name=name)
        elif share["share"] < 0.005:
            yield words(
                "balance.ending.rare", ending=title, name=name,
                share=decimal(words, 100 * share["share"], 2) + "%",
            )  # fmt: skip
    if all(share["share"] >= 0.005 for share in found.values()):
        yield words("balance.endings.fine")
