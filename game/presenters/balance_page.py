"""The balance of a scenario as one self-contained page: sentences, and a few small charts."""

from collections.abc import Iterable
from html import escape

from engine.balance import Dilemma, Sign
from game.presenters.balance import Telling, dilemma, endings, last, moves, personas

_STYLE = """
:root { color-scheme: light dark; --ink: #22201c; --soft: #6d675d; --line: #d9d3c7;
  --paper: #fbf9f5; --good: #2f6f6a; --bad: #a4553a; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece7dd; --soft: #a59e92; --line: #4a463f;
  --paper: #1e1c19; --good: #7fbdb5; --bad: #df9a7d; } }
body { margin: 0 auto; max-width: 44rem; padding: 3rem 1.5rem 5rem; background: var(--paper);
  color: var(--ink); font: 1.05rem/1.6 Georgia, 'Times New Roman', serif; }
h1 { font-size: 2rem; font-weight: normal; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; font-weight: normal; margin: 3rem 0 .75rem; padding-top: .75rem;
  border-top: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
p { margin: .35rem 0; } .how { color: var(--soft); }
figure { margin: 1.25rem 0; } figcaption { color: var(--soft); font-size: .9rem; }
svg { width: 100%; height: auto; display: block; margin-top: .5rem; }
svg text { fill: var(--ink); font: 13px Georgia, serif; } svg .soft { fill: var(--soft); }
"""
_GENERATOR = '<meta name="generator" content="Samenspel">'
_WIDE, _LABEL, _ROW = 640.0, 210.0, 30.0


def is_page(beginning: bytes) -> bool:
    """Whether a file that begins so was made here."""
    return _GENERATOR.encode() in beginning


def page(telling: Telling) -> str:
    """The page, complete."""
    words = telling.words
    title = escape(telling.title())
    signs = "".join(_sign(telling, sign) for sign in telling.balance.signs)
    body = [
        f"<h1>{title}</h1>",
        f'<p class="how">{escape(words("balance.page.how"))}</p>',
        _outcomes(telling),
        _section(words("balance.signs"), _signs_chart(telling) + signs),
        _section(words("balance.dilemma"), _paragraphs(dilemma(telling)) + _rounds(telling)),
        _section(words("balance.moves"), _paragraphs(moves(telling))),
        _section(words("balance.personas"), _paragraphs(personas(telling))),
        _section(words("balance.last"), _paragraphs(last(telling))),
        _section(words("balance.endings"), _paragraphs(endings(telling))),
    ]
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">\n'
        f'{_GENERATOR}\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )


def _section(title: str, content: str) -> str:
    return f"<section>\n<h2>{escape(title)}</h2>\n{content}\n</section>"


def _paragraphs(texts: Iterable[str]) -> str:
    return "\n".join(f"<p>{escape(text)}</p>" for text in texts)


def _sign(telling: Telling, sign: Sign) -> str:
    title = telling.words(f"balance.{sign.name}", thesis=sign.thesis)
    texts = telling.sign(sign), telling.sign_of_trust(sign)
    return f"<h3>{escape(title)}</h3>\n{_paragraphs(texts)}\n"


# --- charts -----------------------------------------------------------------------------------


def _figure(caption: str, rows: int, drawing: str) -> str:
    return (
        f"<figure><figcaption>{escape(caption)}</figcaption>\n"
        f'<svg viewBox="0 0 {_WIDE:.0f} {rows * _ROW:.0f}" role="img" '
        f'aria-label="{escape(caption, quote=True)}">{drawing}</svg></figure>'
    )


def _text(x: float, row: float, text: str, *, anchor: str = "start", soft: bool = False) -> str:
    kind = ' class="soft"' if soft else ""
    y = row * _ROW + 19
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{kind}>{escape(text)}</text>'


def _outcomes(telling: Telling) -> str:
    figures, words = telling.balance.figures, telling.words
    drawn, scale = "", (_WIDE - _LABEL - 70)
    for at, (name, share) in enumerate(figures["outcomes"].items()):
        wide = share["share"] * scale
        drawn += _text(0, at, words(f"outcome.{name}"))
        drawn += (
            f'<rect x="{_LABEL}" y="{at * _ROW + 8:.1f}" width="{max(wide, 1):.1f}" height="14" '
            'rx="2" fill="var(--good)"/>'
        )
        drawn += _text(_LABEL + wide + 8, at, telling.percent(share["share"]), soft=True)
    caption = words("balance.page.outcomes", plays=figures["plays"])
    return _figure(caption, len(figures["outcomes"]), drawn)


def _signs_chart(telling: Telling) -> str:
    """A line from low to high with a dot at the mean; right of the middle speaks for it."""
    signs = telling.balance.signs
    widest = max(0.05, *(max(abs(s.success.low), abs(s.success.high)) for s in signs))
    middle, scale = (_LABEL + _WIDE) / 2, (_WIDE - _LABEL) / 2.1 / widest
    drawn = (
        f'<line x1="{middle}" x2="{middle}" y1="0" y2="{len(signs) * _ROW}" stroke="var(--line)"/>'
    )
    for at, sign in enumerate(signs):
        y = at * _ROW + 15
        low, mean, high = (
            middle + scale * x for x in (sign.success.low, sign.success.mean, sign.success.high)
        )
        colour = "var(--bad)" if sign.success.sign < 0 else "var(--good)"
        colour = "var(--soft)" if sign.success.sign == 0 else colour
        name = telling.words(f"balance.{sign.name}", thesis=sign.thesis).partition(": ")[2]
        drawn += _text(0, at, name) + (
            f'<line x1="{low:.1f}" x2="{high:.1f}" y1="{y}" y2="{y}" stroke="{colour}" '
            f'stroke-width="2"/><circle cx="{mean:.1f}" cy="{y}" r="4.5" fill="{colour}"/>'
        )
    return _figure(telling.words("balance.page.signs"), len(signs), drawn)


def _rounds(telling: Telling) -> str:
    """What the four ways a round can go bring, round after round."""
    rounds, words = telling.balance.dilemmas, telling.words
    if not rounds:
        return ""
    ways = (
        ("balance.page.tempted", "temptation"), ("balance.page.both", "reward"),
        ("balance.page.neither", "punishment"), ("balance.page.betrayed", "sucker"),
    )  # fmt: skip
    high = max(each.temptation for each in rounds)
    low = min(each.sucker for each in rounds)
    tall = 6
    drawn = ""
    for label, name in ways:
        points = [
            (
                _LABEL + (at + 0.5) * (_WIDE - _LABEL - 60) / len(rounds),
                _level(each, name, low, high),
            )
            for at, each in enumerate(rounds)
        ]
        line = " ".join(f"{x:.1f},{y * tall * _ROW:.1f}" for x, y in points)
        drawn += f'<polyline points="{line}" fill="none" stroke="var(--good)" stroke-width="1.5"/>'
        drawn += _text(0, points[0][1] * tall - 0.5, words(label))
        value = str(round(100 * getattr(rounds[-1], name)))
        drawn += _text(_WIDE, points[-1][1] * tall - 0.5, value, anchor="end", soft=True)
    return _figure(words("balance.page.game"), tall, drawn)


def _level(each: Dilemma, name: str, low: float, high: float) -> float:
    """Where it stands between the top 0 and the bottom 1, with some room."""
    span = max(high - low, 1e-9)
    return 0.08 + 0.84 * (high - float(getattr(each, name))) / span
