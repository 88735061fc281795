"""Things on the table, recognised by the words of their names."""

from functools import lru_cache

import pygame

from game.window.drawing.colours import Tone, darker, lighter
from game.window.drawing.light import Air, air
from game.window.drawing.svg import (
    Stop,
    across,
    document,
    down,
    ellipse,
    glow,
    line,
    path,
    rect,
    render,
    scaled,
    turned,
)  # fmt: skip
from game.window.drawing.words import pieces

_SIZE = 120.0

# Words, in Dutch and English, by the drawing they ask for. Longer words contain shorter ones, so
# that "planbord" finds "bord"; what comes first wins.
_WORDS: dict[str, tuple[str, ...]] = {
    "letter": ("letter", "brief", "envelope", "envelop", "post"),
    "photo": ("photo", "foto", "portrait", "portret", "picture"),
    "keys": ("key", "keys", "sleutel", "sleutels", "pasje"),
    "phone": ("phone", "telefoon", "mobile", "mobiel", "smartphone"),
    "pen": ("pen", "vulpen", "fountain", "pencil", "potlood"),
    "pan": ("pan", "pot", "soup", "soep", "lepel", "spoon", "ladle"),
    "cup": ("cup", "mug", "coffee", "koffie", "tea", "thee", "kop", "kopje", "beker"),
    "bread": ("bread", "brood", "loaf", "cake", "taart", "gebak", "koek"),
    "box": ("box", "doos", "case", "crate", "kist", "parcel", "pakket"),
    "board": ("board", "bord", "planbord", "whiteboard", "flipover", "flip-chart"),
    "binder": ("binder", "ring-binder", "map", "ordner", "klapper", "dossier", "folder", "file"),
    "list": ("list", "lijst", "passagierslijst", "checklist", "roster", "rooster"),
    "chart": ("chart", "curve", "graph", "grafiek", "figures", "cijfers", "forecast", "prognose"),
    "book": ("book", "boek", "logbook", "logboek", "storingsboek", "rittenboek", "notebook",
             "ledger", "kasboek", "diary", "agenda"),
    "drawing": ("drawing", "tekening", "plan", "plattegrond", "sketch", "schets", "blueprint"),
    "contract": ("contract", "agreement", "overeenkomst", "deed", "akte", "treaty", "deal",
                 "convenant", "mou"),
    "report": ("report", "rapport", "conceptrapport", "memo", "notitie", "paper", "stuk", "nota",
               "audit", "offer", "offerte"),
    "money": ("money", "geld", "coin", "cash", "munt", "cheque"),
    "laptop": ("laptop", "computer", "screen", "scherm", "spreadsheet", "tablet", "model"),
    "clock": ("clock", "klok", "watch", "horloge", "timer", "wekker"),
    "flower": ("flower", "flowers", "bloem", "bloemen", "plant", "tulip", "tulpen"),
    "bottle": ("bottle", "fles", "wine", "wijn", "sample", "monster", "vial"),
}  # fmt: skip

PROP_KINDS: tuple[str, ...] = (*_WORDS, "card")


def prop_kind(name: str) -> str:
    """The drawing that suits a name such as `bank-letter`; `card` for a name that says nothing.

    The last word that is known decides: a letter box is a box.
    """
    words = [part for word in pieces(name) for part in word.split("-")]
    for exact in (True, False):
        for word in reversed(words):
            for kind, known in _WORDS.items():
                if word in known or (not exact and any(_ends(word, k) for k in known)):
                    return kind
    return name if name in PROP_KINDS else "card"


def _ends(word: str, known: str) -> bool:
    return len(known) > 2 and (word.endswith(known) or word.removesuffix("s").endswith(known))


def _shadow(width: float = 44, y: float = 104) -> str:
    return glow(60, y, width * 1.35, 12, "#1c140c", 0.42)


def _sheet(a: Air, x: float, y: float, w: float, h: float, lines: int, angle: float = 0.0) -> str:
    paper = a.tint("#fbf8f0", 0.16)
    drawn = rect(x + 1.5, y + 2.5, w, h, "#2a2018", 2, 0.18) + rect(
        x, y, w, h, across(Stop(0, paper), Stop(100, darker(paper, 0.06))), 2
    )
    for row in range(lines):
        reach = w * (0.72, 0.6, 0.68, 0.44)[row % 4]
        drawn += line(
            f"M{x + w * 0.14} {y + h * (0.24 + 0.62 * row / max(1, lines))}h{reach}",
            a.tint("#8e98a0", 0.1),
            2.2,
            0.75,
        )
    return turned(drawn, angle, x + w / 2, y + h / 2)


def _letter(a: Air) -> str:
    env = a.tint("#e8dcc3", 0.2)
    drawn = _shadow() + _sheet(a, 30, 16, 60, 70, 5, -3)
    drawn += rect(20, 52, 80, 52, env, 3) + path(
        "M20 55l40 28l40 -28v46q0 3 -3 3H23q-3 0 -3 -3z", lighter(env, 0.3)
    )
    return (
        drawn
        + path("M20 103l32 -27M100 103l-32 -27", "none", stroke=darker(env, 0.22), width=1.8)
        + ellipse(60, 83, 8, 8, "#a4402f")
    )


def _report(a: Air) -> str:
    drawn = _shadow() + _sheet(a, 30, 18, 62, 82, 0, 5) + _sheet(a, 28, 16, 62, 84, 0)
    drawn += rect(28, 16, 62, 22, a.tint("#2d5d73", 0.2), 2) + line("M37 27h30", "#ffffff", 3, 0.85)
    drawn += "".join(
        line(f"M38 {50 + r * 10}h{(42, 36, 40, 24)[r]}", a.tint("#8e98a0", 0.1), 2.4, 0.8)
        for r in range(4)
    )
    return drawn + turned(line("M40 84l38 -30", "#b1452f", 6, 0.22), 0, 60, 60)


def _box(a: Air) -> str:
    card = a.tint("#c49a66", 0.2)
    drawn = (
        _shadow(50)
        + path("M18 50l42 16v44l-42 -16z", card)
        + path("M102 50l-42 16v44l42 -16z", darker(card, 0.2))
    )
    drawn += path("M18 50l42 -16l42 16l-42 16z", lighter(card, 0.24)) + path(
        "M36 43l42 16v12l8 -3v-12l-42 -16z", lighter(card, 0.5), opacity=0.75
    )
    return drawn + line("M27 76l18 7M27 84l12 5", darker(card, 0.55), 2.4, 0.8)


def _board(a: Air) -> str:
    drawn = _shadow() + line("M36 96l-8 14M84 96l8 14", a.tint("#7a6046", 0.2), 5)
    drawn += rect(14, 18, 92, 78, a.tint("#8a8f92", 0.2), 4) + rect(
        19, 23, 82, 68, a.tint("#f5f5f0", 0.12), 2
    )
    drawn += "".join(
        line(f"M19 {y}h82", a.tint("#a9b2b5", 0.1), 1.4, 0.7) for y in (40, 57, 74)
    ) + line("M46 23v68M74 23v68", a.tint("#a9b2b5", 0.1), 1.4, 0.7)
    tags = (
        (26, 29, "#3d7390"),
        (52, 29, "#3d7390"),
        (80, 29, "#b1452f"),
        (26, 46, "#b1452f"),
        (54, 63, "#3d7390"),
        (80, 46, "#7a8a5a"),
        (28, 80, "#3d7390"),
        (79, 80, "#b1452f"),
    )
    return drawn + "".join(rect(x, y, 14, 7, colour, 2) for x, y, colour in tags)


def _pen(a: Air) -> str:
    ink = a.tint("#25303d", 0.2)
    body = rect(
        18,
        54,
        62,
        13,
        down(Stop(0, lighter(ink, 0.35)), Stop(40, ink), Stop(100, darker(ink, 0.4))),
        6,
    )
    body += (
        rect(50, 53, 5, 15, "#c9a24e", 1)
        + path("M80 55l16 4l6 1.5l-6 1.500l-16 4z".replace("500", "5"), "#d9bb70")
        + line("M86 60.5h14", "#7b5f22", 1.2)
    )
    body += line("M24 52h20", "#c9a24e", 3)
    return (
        _shadow(40, 88)
        + turned(scaled(body, 1.22, 1.35, 60, 60), -24, 60, 60)
        + line("M88 92c6 -8 10 4 16 -3", ink, 2, 0.75)
    )


def _list(a: Air) -> str:
    drawn = (
        _shadow() + rect(26, 16, 68, 90, a.tint("#8a6a48", 0.2), 5) + _sheet(a, 32, 26, 56, 74, 0)
    )
    drawn += rect(46, 11, 28, 13, a.tint("#8a8f92", 0.2), 4)
    for row in range(5):
        y = 40 + row * 12
        drawn += line(f"M54 {y}h{(26, 20, 24, 18, 22)[row]}", a.tint("#8e98a0", 0.1), 2.4, 0.8)
        drawn += (
            line(f"M39 {y}l3 3l5 -6", "#3d7a5c", 2.4)
            if row < 3
            else path(f"M39 {y - 4}h8v8h-8z", "none", stroke="#8e98a0", width=1.6)
        )
    return drawn


def _cup(a: Air) -> str:
    china = a.tint("#f4f0e6", 0.14)
    drawn = (
        _shadow(48) + ellipse(58, 98, 46, 10, darker(china, 0.12)) + ellipse(58, 96, 44, 9, china)
    )
    drawn += path("M84 58q22 -2 18 14q-4 14 -24 14", "none", stroke=darker(china, 0.1), width=6)
    drawn += path(
        "M28 50h60q0 44 -22 46h-16q-22 -2 -22 -46z",
        across(Stop(0, china), Stop(55, china), Stop(100, darker(china, 0.24))),
    )
    drawn += ellipse(58, 50, 30, 8, darker(china, 0.1)) + ellipse(58, 51, 26, 6, "#4a2f1f")
    return drawn + line(
        "M48 38c-5 -8 5 -12 0 -20M66 38c-5 -8 5 -12 0 -20", a.tint("#ffffff", 0.3), 3, 0.5
    )


def _pan(a: Air) -> str:
    steel = a.tint("#5a7f8f", 0.2)
    drawn = _shadow(50) + line("M18 62h-8M102 62h8", darker(steel, 0.3), 7)
    drawn += path(
        "M20 52h80v38q0 14 -14 14H34q-14 0 -14 -14z",
        across(Stop(0, lighter(steel, 0.3)), Stop(40, steel), Stop(100, darker(steel, 0.35))),
    )
    drawn += (
        ellipse(60, 52, 40, 10, darker(steel, 0.15))
        + ellipse(60, 53, 35, 7.5, "#b9743a")
        + line("M70 52l22 -34", a.tint("#a37a4f", 0.2), 5)
    )
    return drawn + line(
        "M44 38c-5 -8 5 -12 0 -20M60 36c-5 -8 5 -12 0 -20", a.tint("#ffffff", 0.3), 3, 0.5
    )


def _keys(a: Air) -> str:
    drawn = _shadow(42) + path(
        "M46 24a14 14 0 1 1 28 0a14 14 0 1 1 -28 0z", "none", stroke=a.tint("#8b9197", 0.2), width=4
    )
    for angle, colour in ((-16, "#c9a24e"), (20, "#98a0a6")):
        tone = a.tint(colour, 0.2)
        key = path(
            "M52 50a13 13 0 1 1 16 0v44l-8 8l-6 -6v-6l4 -4l-5 -5l4 -5z",
            across(Stop(0, lighter(tone, 0.3)), Stop(100, darker(tone, 0.22))),
        ) + ellipse(60, 38, 4, 4, darker(tone, 0.55))
        drawn += turned(key, angle, 56, 36)
    return drawn


def _binder(a: Air) -> str:
    tone = a.tint("#2f5f7a", 0.2)
    drawn = (
        _shadow(48)
        + rect(26, 14, 72, 92, a.tint("#efe9dc", 0.15), 3)
        + rect(
            22, 14, 70, 92, across(Stop(0, lighter(tone, 0.16)), Stop(100, darker(tone, 0.14))), 4
        )
    )
    drawn += (
        rect(22, 14, 16, 92, darker(tone, 0.2), 3)
        + rect(48, 30, 34, 22, a.tint("#f7f3e8", 0.12), 2)
        + line("M53 38h24M53 44h16", a.tint("#8e98a0", 0.1), 2)
    )
    return drawn + path(
        "M24 88a6 6 0 1 1 12 0a6 6 0 1 1 -12 0z", "none", stroke=lighter(tone, 0.5), width=2.4
    )


def _phone(a: Air) -> str:
    body = rect(38, 12, 46, 92, a.tint("#20262c", 0.1), 9) + rect(
        42, 20, 38, 74, down(Stop(0, "#7fa7b8"), Stop(100, "#d9cdb5")), 3
    )
    body += (
        rect(48, 34, 26, 12, "#ffffff", 4, 0.85)
        + rect(48, 52, 20, 10, "#ffffff", 4, 0.6)
        + line("M55 99h12", "#8a9097", 2)
    )
    return _shadow(36) + turned(body, 8, 60, 60)


def _photo(a: Air) -> str:
    white = a.tint("#faf7f0", 0.14)
    print_ = (
        rect(21.5, 22.5, 80, 78, "#2a2018", 2, 0.2)
        + rect(20, 20, 80, 78, white, 2)
        + rect(
            26,
            26,
            68,
            52,
            down(
                Stop(0, "#a9c3cf"), Stop(60, "#efe5d0"), Stop(62, "#8fa07c"), Stop(100, "#6d8862")
            ),
        )
    )
    print_ += "".join(
        ellipse(x, 56, 6, 7, skin) + path(f"M{x - 12} 78q0 -15 12 -15t12 15z", cloth)
        for x, skin, cloth in (
            (46, "#e7bb98", "#2f5f7a"),
            (62, "#a06a45", "#8f4a3a"),
            (77, "#f0cdb0", "#5d7354"),
        )
    )
    return _shadow() + turned(print_, -5, 60, 60)


def _book(a: Air) -> str:
    tone = a.tint("#7d3b3a", 0.2)
    drawn = _shadow(50) + path(
        "M24 22q0 -8 8 -8h62v78H32q-8 0 -8 8z",
        across(Stop(0, darker(tone, 0.2)), Stop(14, tone), Stop(100, lighter(tone, 0.1))),
    )
    drawn += path("M24 100q0 -8 8 -8h62v14H32q-8 0 -8 -6z", a.tint("#efe7d4", 0.15)) + line(
        "M32 97h60M31 101h61", a.tint("#b8ab8f", 0.15), 1.2
    )
    return (
        drawn
        + rect(46, 32, 32, 20, a.tint("#f2e8d2", 0.15), 2)
        + line("M52 39h20M52 45h13", darker(tone, 0.1), 2)
        + path("M78 92v20l-5 -5l-5 5v-20z", "#c9a24e")
    )


def _drawing(a: Air) -> str:
    blue = a.tint("#3d6f8f", 0.2)
    drawn = (
        _shadow(50)
        + path(
            "M16 30h80q-6 10 0 20v48H16z",
            across(Stop(0, lighter(blue, 0.12)), Stop(100, darker(blue, 0.12))),
        )
        + ellipse(99, 40, 7, 11, lighter(blue, 0.35))
    )
    return drawn + path(
        "M28 44h24v18h22v26H28zM52 62v26M28 70h24M62 62v-8",
        "none",
        stroke="#e9f1f3",
        width=2.2,
        opacity=0.9,
    )


def _contract(a: Air) -> str:
    drawn = _shadow() + _sheet(a, 28, 14, 64, 92, 0)
    drawn += line("M46 26h28", a.tint("#3b4650", 0.05), 3.4, 0.85) + "".join(
        line(f"M38 {38 + r * 9}h{(44, 40, 44, 28)[r]}", a.tint("#8e98a0", 0.1), 2.2, 0.75)
        for r in range(4)
    )
    drawn += line("M38 92h22", a.tint("#8e98a0", 0.1), 1.6) + path(
        "M39 90c4 -10 8 -10 8 -3s4 3 8 -4s4 4 8 1", "none", stroke="#28455e", width=2.2
    )
    return (
        drawn
        + path("M74 88v16l5 -4l5 4v-16z", "#8c3427")
        + ellipse(79, 86, 9.5, 9.5, "#b1452f")
        + ellipse(79, 86, 5.5, 5.5, "#c9664c")
    )


def _chart(a: Air) -> str:
    drawn = (
        _shadow() + _sheet(a, 16, 24, 88, 76, 0) + line("M27 34v54h68", a.tint("#6d767d", 0.1), 2.2)
    )
    drawn += "".join(
        rect(35 + k * 14, 86 - h, 8, h, a.tint("#9fb9c6", 0.15), 1)
        for k, h in enumerate((14, 22, 18, 34))
    )
    return (
        drawn + line("M34 74l16 -10l14 6l22 -26", "#b1452f", 3.2) + ellipse(86, 44, 4, 4, "#b1452f")
    )


def _bread(a: Air) -> str:
    crust = a.tint("#c08a4c", 0.2)
    drawn = (
        _shadow(52)
        + ellipse(60, 94, 52, 9, a.tint("#8a6a48", 0.2))
        + path(
            "M16 84q-4 -36 40 -38q52 -2 50 38q-2 10 -14 10H30q-12 0 -14 -10z",
            down(Stop(0, lighter(crust, 0.3)), Stop(100, darker(crust, 0.18))),
        )
    )
    return drawn + "".join(
        line(f"M{x} 54q8 10 2 20", lighter(crust, 0.6), 4, 0.8) for x in (38, 56, 74)
    )


def _money(a: Air) -> str:
    gold = a.tint("#cfa64c", 0.15)
    drawn = _shadow(48)
    for x, count in ((42, 5), (76, 3)):
        for k in range(count):
            y = 96 - k * 10
            drawn += ellipse(x, y + 4, 20, 7, darker(gold, 0.35)) + ellipse(
                x, y, 20, 7, gold if k % 2 else lighter(gold, 0.12)
            )
        drawn += ellipse(x, 96 - (count - 1) * 10, 13, 4.2, lighter(gold, 0.35))
    return drawn


def _laptop(a: Air) -> str:
    drawn = (
        _shadow(54)
        + rect(24, 26, 72, 54, a.tint("#2c3338", 0.1), 5)
        + rect(29, 31, 62, 43, down(Stop(0, "#cfdfe4"), Stop(100, "#f1ebdf")), 2)
    )
    drawn += line("M36 64l12 -10l10 5l14 -16l10 6", "#2d6f8a", 2.8) + line(
        "M36 40h20M36 46h12", "#8e98a0", 2.2
    )
    return (
        drawn
        + path(
            "M24 80h72l12 20q1 4 -4 4H16q-5 0 -4 -4z",
            down(Stop(0, a.tint("#b9bec1", 0.2)), Stop(100, a.tint("#90979b", 0.2))),
        )
        + line("M30 86h60M27 92h66", a.tint("#6b7276", 0.2), 2, 0.6)
    )


def _clock(a: Air) -> str:
    rim = a.tint("#7a6046", 0.2)
    drawn = (
        _shadow(40)
        + ellipse(60, 60, 44, 44, rim)
        + ellipse(60, 60, 37, 37, a.tint("#faf6ec", 0.12))
    )
    drawn += "".join(turned(line("M60 27v5", "#5b6167", 2.4), 30.0 * k, 60, 60) for k in range(12))
    return drawn + line("M60 60V38M60 60l16 9", "#2c3338", 4) + ellipse(60, 60, 3.6, 3.6, "#b1452f")


def _flower(a: Air) -> str:
    glass = a.tint("#bcd3d8", 0.2)
    drawn = _shadow(34) + "".join(
        line(f"M60 80Q{56 + d * 0.3} 60 {60 + d} 40", a.tint("#6f8f5c", 0.2), 3.4)
        for d in (-22, 0, 22)
    )
    for x, y, colour in ((38, 34, "#d4624a"), (60, 26, "#e0a23f"), (82, 34, "#c4546e")):
        tone = a.tint(colour, 0.15)
        drawn += path(
            f"M{x - 11} {y - 8}l6 6l5 -9l5 9l6 -6q4 24 -11 24t-11 -24z",
            across(Stop(0, lighter(tone, 0.25)), Stop(100, darker(tone, 0.14))),
        )
    return drawn + path("M44 68h32q-6 18 0 36H44q6 -18 0 -36z", glass, opacity=0.85)


def _bottle(a: Air) -> str:
    tone = a.tint("#4d6b4a", 0.2)
    drawn = _shadow(26) + path(
        "M52 14h16v24q0 8 8 16v46q0 6 -6 6H50q-6 0 -6 -6V54q8 -8 8 -16z",
        across(Stop(0, lighter(tone, 0.4)), Stop(40, tone), Stop(100, darker(tone, 0.4))),
    )
    return (
        drawn
        + rect(44, 64, 32, 26, a.tint("#f2e8d2", 0.15), 1)
        + line("M50 72h20M50 79h13", a.tint("#7d3b3a", 0.1), 2.2)
        + rect(51, 11, 18, 9, "#7d3b3a", 2)
    )


def _card(a: Air) -> str:
    return _shadow() + _sheet(a, 20, 34, 82, 58, 0, 4) + _sheet(a, 18, 32, 84, 60, 4, -2)


_DRAWERS = {
    "letter": _letter, "photo": _photo, "keys": _keys, "phone": _phone, "pen": _pen, "pan": _pan,
    "cup": _cup, "bread": _bread, "box": _box, "board": _board, "binder": _binder, "list": _list,
    "chart": _chart, "book": _book, "drawing": _drawing, "contract": _contract, "report": _report,
    "money": _money, "laptop": _laptop, "clock": _clock, "flower": _flower, "bottle": _bottle,
    "card": _card,
}  # fmt: skip


def prop_svg(name: str, tone: Tone = "light") -> str:
    """A thing, 120 units square."""
    return document(_SIZE, _SIZE, _DRAWERS[prop_kind(name)](air(tone)))


@lru_cache(maxsize=256)
def prop(name: str, size: int, tone: Tone = "light") -> pygame.Surface:
    """A thing of `size` pixels square, from a name or a kind; transparent around it."""
    return render(prop_svg(name, tone), (size, size))
