"""A change of the game as pictures: the game as it is, and as it would be."""

from engine.play.view.records import ChangeCard, RoleSeen, Room
from engine.scenario.scenery import Scenery
from game.presenters.page import first_up
from game.window import art
from game.window.app import App
from game.window.kit.grid import Grid
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.text import Picture
from game.window.kit.type import BODY, CAPTION, LABEL, Style
from game.window.kit.widgets import column, icon, row, text
from game.window.parts.people import lead_of
from game.window.parts.things import chapter_sign

# dp, design choices: a picture of a thing that may be proposed, and of one that is voted on or was
# agreed: then it shares its screen with other things, and its name stands above it.
_HIGH, _LOW = 88.0, 66.0
# What stands on the table for the chapters that are no things themselves.
OBJECTS = {"rules": "binder", "rituals": "cup", "script": "list", "props": "box"}


def before_after(
    app: App, room: Room, change: ChangeCard, amount: int | None, *, is_made: bool = False,
    is_named: bool = False,
) -> Node:  # fmt: skip
    """A thing of the game as it is and as it would be, drawn and in words.

    is_made: it has been agreed, so as it was and as it is. is_named: its name stands above it.
    """
    name, before, after = _words(app, room, change, amount)
    parts = [
        _state(app, room, change, name, before, change.amount, is_after=False,
               is_made=is_made, is_named=is_named),
        _state(app, room, change, name, after, amount, is_after=True, is_made=is_made,
               is_named=is_named),
    ]  # fmt: skip
    return Grid(cell=170, gap=10, children=parts)


def _words(app: App, room: Room, change: ChangeCard, amount: int | None) -> tuple[str, str, str]:
    """What changes, what it is, and what it would be."""
    say, name = app.say, first_up(app.of(change.name))
    of = ".role" if change.chapter == "roles" else ""
    match change.action:
        case "adopt":
            return name, say(f"state.off{of}"), say(f"state.on{of}")
        case "drop":
            return name, say(f"state.on{of}"), say(f"state.off{of}")
        case "amount":
            return name, _counted(app, change, change.amount), _counted(app, change, amount)
        case "hold":
            holder = change.holder
            table = holder in (None, "table")
            after = say("game.holder.table") if table else app.cast().party(holder)
            return (
                name,
                say("state.elsewhere"),
                after if table else say("game.holder", holder=after),
            )
        case "move":
            return say("chapter.decor"), first_up(app.of(room.decor.name)), name
        case "part":
            return say("change.part.tab"), say("state.talking"), say("state.parted")


def _figure(amount: int | None) -> str:
    return "…" if amount is None else str(amount)


def _counted(app: App, change: ChangeCard, amount: int | None) -> str:
    """The number with what it counts; nothing where that was not said: it stands in the picture."""
    return "" if change.unit is None else f"{_figure(amount)} {app.of(change.unit)}"


def _state(
    app: App, room: Room, change: ChangeCard, name: str, state: str, amount: int | None, *,
    is_after: bool, is_made: bool, is_named: bool,
) -> Node:  # fmt: skip
    """One side: the picture, with what it is and how it stands."""
    theme = app.theme
    fill = theme.mutual_soft if is_after else theme.card_low
    when = app.say(f"state.{'after' if is_after else 'before'}{'.made' if is_made else ''}")
    sign = "door" if change.action == "part" else chapter_sign(change.chapter)
    head = row(
        icon(sign, 18, "mutual" if is_after else "muted"),
        text(when, CAPTION, "ink" if is_after else "muted", grow=1),
    )
    high = _LOW if is_named else _HIGH
    drawn = row(*_pictures(app, room, change, amount, high, is_after=is_after), justify="center",
                gap=10, align="center", min_height=high)  # fmt: skip
    words: list[Node] = [] if is_named else [text(name, LABEL)]
    if state:
        words.append(text(first_up(state), BODY))
    return column(head, drawn, *words, gap=6, pad=(10, 15, 12, 15), look=Look(fill, None, 12))


def _pictures(
    app: App, room: Room, change: ChangeCard, amount: int | None, high: float, *, is_after: bool
) -> list[Node]:
    """What it looks like on that side, as high as there is room for."""
    is_there = is_after if change.action == "adopt" else not is_after
    match change.action:
        case "move":
            where = scenery_of(app, change.thing) if is_after else room.scenery
            place = art.place(where, height=high, radius=10)
            place.grow = 1
            return [place]
        case "amount":
            figure = text(_figure(amount), Style("bold", 34), align="center")
            thing = object_of(app, change.chapter, change.thing, high * 0.84, is_numbered=False)
            return [thing, figure]
        case "hold":
            holder = change.holder if is_after else None
            drawn: list[Node] = [object_of(app, "props", change.thing, high * 0.88)]
            if holder not in (None, "table"):
                assert app.play is not None
                written = app.play.compiled.scenario.parties[str(holder)]
                drawn.append(art.bust(lead_of(str(holder), written), "open", high * 0.84))
            return drawn
        case "part":
            if is_after:
                return [icon("door", high * 0.72, "risk")]
            faces = [party.roles[0] for party in room.parties if party.roles]
            return [art.bust(role, "reserved", high * 0.72) for role in faces[:3]]
        case _:
            drawn_ = object_of(app, change.chapter, change.thing, high * 0.95)
            return [drawn_ if is_there else art.faint(drawn_)]


def object_of(
    app: App, chapter: str, thing: str, size: float, *, is_numbered: bool = True
) -> Picture:
    """What a thing of the game looks like: the place, the face, the thing itself, or its object.

    is_numbered: of several its number is written on it; not where another number stands beside it.
    """
    if chapter == "decor":
        return art.place(scenery_of(app, thing), width=size * 1.5, height=size, radius=8)
    role = person_of(app, thing) if chapter == "roles" else None
    if role is not None:
        return art.bust(role, "open", size)
    if chapter == "props":
        return art.thing(thing, size)
    number = _number(app, chapter, thing)
    return art.thing(OBJECTS.get(chapter, "card"), size, number, is_numbered=is_numbered)


def _number(app: App, chapter: str, thing: str) -> int:
    """Which it is of the rules that may change: each has a binder of its own, with its number."""
    assert app.play is not None
    rules = app.play.compiled.scenario.rules
    open_ = [name for name, rule in rules.items() if rule.negotiable.allowed]
    return open_.index(thing) + 1 if chapter == "rules" and thing in open_ else 0


def scenery_of(app: App, thing: str) -> Scenery:
    """What a decor looks like."""
    assert app.play is not None
    return app.play.compiled.scenario.scenery(thing)


def person_of(app: App, thing: str) -> RoleSeen | None:
    """The person that a change asks in or sends away."""
    assert app.play is not None
    party, _, name = thing.partition(".")
    written = app.play.compiled.scenario.parties.get(party)
    role = written.roles.get(name) if written is not None else None
    return None if role is None else RoleSeen(thing, role.name, role.title, role.looks)
