"""Plays in a browser, by people who fill in forms."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import html5lib

from engine.live_play import LivePlay
from engine.model.parameters import READING
from engine.play.state import (
    Choice,
    MoveChoice,
    OptionChoice,
    ProposalChoice,
    RaiseChoice,
    ReplyChoice,
    ResponseChoice,
    VoteChoice,
)
from engine.scenario.vocabulary import Language
from game.pages import Page, TrustPage, pages_for_seat
from game.presenters.page import Cast
from game.web.hand import Hand, hand_html
from game.web.page import header_of, page_html
from game.web.play import play_html, up_to_question
from game.web.questions import Back
from game.words import words_in
from tests.conftest import compiled_of
from tests.pages.test_seat import moments
from tests.pages.walking import start

DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_ADDRESS = re.compile(r'(?:src|srcset)="([^"]+)"')


def page_of(live: LivePlay, seat: str, language: Language, back: Back | None = None) -> str:
    """The whole page of that seat now."""
    cast = Cast.of(live.compiled, words_in(language))
    shown = pages_for_seat(live, seat)
    where = shown[-1].room if shown else pages_for_seat(live.at(0), seat)[-1].room
    told = up_to_question(shown)
    is_asked = bool(told) and isinstance(told[-1], TrustPage)
    return page_html(
        cast.words,
        header_of(cast, told[-1].room if told else where, seat),
        play_html(cast, shown, back),
        aside=hand_html(cast, Hand.of(live, seat), has_numbers=not is_asked),
    )


def filled_in(choice: Choice) -> dict[str, str]:
    """The form that says so."""
    match choice:
        case MoveChoice():
            form = {"move": choice.move, "end": "on"}
            if choice.call:
                form["call"] = "on"
            for guess in choice.predictions:
                form[f"guess.{guess.about}"] = guess.stance
                if guess.probability == READING.sure:
                    form[f"sure.{guess.about}"] = "on"
            return form
        case OptionChoice(option=option):
            return {"option": option}
        case ProposalChoice(change=None):
            return {"change": "listen"}
        case ProposalChoice(change=str(change), amount=amount):
            asked = {} if amount is None else {f"amount.{change}": str(amount)}
            return {"change": change, **asked}
        case VoteChoice(votes=votes):
            return {f"vote.{by}": "yes" if agrees else "no" for by, agrees in votes.items()}
        case RaiseChoice(raises=raises):
            return {"way": "raise" if raises else "keep"}
        case ReplyChoice(reply=way) | ResponseChoice(response=way):
            return {"way": way, "end": "on"}
    raise AssertionError(choice)


def asked_pages(live: LivePlay, seed: int) -> Iterator[tuple[LivePlay, str, tuple[Page, ...]]]:
    """The play before each choice, with what each seat sees; trust is asked, then passed over."""
    for at in moments(live, seed):
        for seat in at.people:
            shown = pages_for_seat(at, seat)
            yield at, seat, shown
            if any(isinstance(page, TrustPage) for page in shown):
                assert isinstance(up_to_question(shown)[-1], TrustPage)
                at.state_trust(seat, {})
                yield at, seat, pages_for_seat(at, seat)


def kinds(path: Path, seed: int, language: Language) -> Iterator[tuple[str, str]]:
    """The first page of each kind in that play, by its name."""
    compiled, met = compiled_of(path), set()
    live = start(compiled, seed, *compiled.parties)
    for at, seat, _ in asked_pages(live, seed):
        shown = up_to_question(pages_for_seat(at, seat))
        last = shown[-1] if shown else None
        stage = at.view(seat).stage
        waits = seat not in at.waiting_for and not at.is_over
        name = "waiting" if waits else f"{type(last).__name__}-{stage}"
        if len(at.steps) > 1 and name.startswith(("MovePage", "waiting")):
            name += "-later"
        if name not in met:
            met.add(name)
            yield name, page_of(at, seat, language)


def addresses_in(page: str) -> set[str]:
    """Where the drawings of that page are."""
    return {unescape(each) for each in _ADDRESS.findall(page)}


def fields_of(page: str) -> dict[str, set[str]]:
    """The fields of the form on that page with what can be chosen; "*": anything."""
    fields: dict[str, set[str]] = {}
    root = html5lib.parse(DRAWING.sub("", page), namespaceHTMLElements=False)
    for field in root.iter("input"):
        is_open = field.get("type") in ("number", "text")
        value = "*" if is_open else field.get("value", "")
        fields.setdefault(field.get("name", ""), set()).add(value)
    for field in root.iter("select"):
        fields[field.get("name", "")] = {each.get("value", "") for each in field.iter("option")}
    return fields
