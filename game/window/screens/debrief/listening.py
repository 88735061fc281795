"""What people write at the debrief: a line for each answer of each person, kept as it is typed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from engine.play.afterthoughts import Said
from game.window.app import App
from game.window.kit.field import field
from game.window.kit.node import Node
from game.window.kit.paint import Look
from game.window.kit.type import BODY, CAPTION, LABEL, Style
from game.window.kit.widgets import card, column, heading, row, text


def first_field(app: App, names: Sequence[Said]) -> str:
    """The id of the first line for those."""
    return _ids(app, names)[0]


def _ids(app: App, names: Sequence[Said]) -> list[str]:
    assert app.play is not None
    return [_id(seat, name) for seat in app.play.live.people for name in names]


def _id(seat: str, name: Said) -> str:
    return f"write.{seat}.{name}"


def lines_to_write(app: App, names: Sequence[Said], onward: str) -> Iterator[Node]:
    """The lines for those, for one person after the other. onward: where Enter ends up."""
    assert app.play is not None
    people, ids = app.play.live.people, _ids(app, names)
    for seat in people:
        if len(people) > 1:
            yield text(app.cast().party(seat), LABEL, "mutual")
        for name in names:
            at = ids.index(_id(seat, name)) + 1
            yield _line(app, seat, name, onward=ids[at] if at < len(ids) else onward)


def _line(app: App, seat: str, name: Said, *, onward: str) -> Node:
    assert app.play is not None
    ask = app.say(f"afterthoughts.field.{name}")
    said = " ".join(app.play.live.trace.written_by(seat).said(name).split("\n"))
    look = Look(app.theme.card_low, app.theme.line, 10, 1)
    place = field(look, _id(seat, name), _label(app, seat, ask), said, _writer(app, seat, name),
                  onward=onward)  # fmt: skip
    return column(text(ask, LABEL, "muted"), place, gap=5)


def _label(app: App, seat: str, ask: str) -> str:
    assert app.play is not None
    return ask if len(app.play.live.people) == 1 else f"{app.cast().party(seat)}: {ask}"


def _writer(app: App, seat: str, name: Said) -> Callable[[str], None]:
    def write(said: str) -> None:
        assert app.play is not None
        now = app.play.live.trace.written_by(seat)
        app.play.write_down(replace(now, **{name: said}))  # type: ignore[arg-type]

    return write


def writing_card(app: App, names: Sequence[Said], onward: str) -> Node:
    """A card with the lines for those."""
    kept = text(app.say("afterthoughts.kept"), CAPTION, "muted")
    made = card(app.theme, *lines_to_write(app, names, onward), kept, gap=10, pad=20)
    made.max_width = 760
    return row(made, justify="center")


def friday_card(app: App, names: Sequence[Said], head: str) -> Node:
    """The one thing to do before Friday, and what else is asked when the story has been read."""
    inside = card(
        app.theme,
        heading(head, Style("serif", 26)),
        text(app.say("friday.text"), BODY, "muted"),
        *lines_to_write(app, names, "debrief.report"),
        gap=14,
        pad=30,
    )
    inside.max_width = 820
    return row(inside, justify="center")
