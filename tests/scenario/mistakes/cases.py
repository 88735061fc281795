"""The mistakes of one author's afternoon, as far as they can be made in a small scenario."""

from dataclasses import dataclass

from tests.conftest import ROOT

FOLDER = ROOT / "tests/scenarios/valid"
BASES = {name: (FOLDER / f"{name}.yaml").read_text() for name in ("small", "three", "minimal")}
SMALL = BASES["small"]


@dataclass(frozen=True)
class Mistake:
    """One mistake in a scenario that was in order.

    line: where it is. mended: what the author would write, where the repair asks for something
    that only the author knows; without it, what the repair says is enough.
    """

    name: str
    text: str | bytes
    code: str
    line: int
    mended: str | None = None


def _line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def _made(
    name: str, code: str, right: str, wrong: str, *, at: str = "", mended: str | None = None
) -> Mistake:
    """That mistake in the small scenario. at: the part on whose line it is told."""
    assert right in SMALL, right
    text = SMALL.replace(right, wrong, 1)
    place = at or wrong.strip().split("\n")[0]
    by_author = None if mended is None else SMALL.replace(right, mended, 1)
    return Mistake(name, text, code, _line_of(text, place), by_author)


SOUTH = SMALL[SMALL.index("  south:") : SMALL.index("decor:")]
CAFE = SMALL.replace("The van", "Het café", 1)
NEXT = "      next: {to: signing}"
MOVES = "moves: [offer, wait]"
ANSWER = "        - {when: {move: {of: north}}, speaker: south.owner, say: And who drives?}"
LONG = "And who drives? " * 200
WELL = "{speaker: south.owner, say: Well.}"
BETWEEN = "      negotiable: {between: [1, 4]}\n"
CALLED = "  called: {{{}, may_change: [rules, rituals]}}\n  phases:\n"
MOMENT = "differences: {ask: What is it?}, bottlenecks: {ask: And then?}"
LATE = (
    SMALL.replace("  phases:\n", CALLED.format(MOMENT))
    .replace("      rounds: 2\n", f"      rounds: 2\n{BETWEEN}")
    .replace(NEXT, f"      next: {{to: mirror}}\n    mirror:\n      name: In the mirror\n"
             f"      decor: yard\n      reflection: {{{MOMENT}}}\n{NEXT}")
)  # fmt: skip
BARE = "{name: Noor Bakker, title: baker}"


def _when(condition: str) -> str:
    return f"      next: [{{to: signing, when: {condition}}}, {{to: signing}}]"


def _reading() -> list[Mistake]:
    """What keeps the file from being read, or from being read as it was meant."""
    return [
        _made("indentation", "indentation", "    text: Paid at once.", "   text: Paid at once."),
        _made("a block too far in", "indentation", "    signing:\n", "      signing:\n"),
        _made("a tab", "tab-indentation", "      rounds: 2", "\trounds: 2"),
        _made("nbsp", "non-breaking-space", "title: The van", "title:\u00a0The van"),
        _made("a colon in a text", "colon-in-text", "Owns the van.", "Owns this: the van."),
        _made("a comma in braces", "text-cut-by-comma", "It stands.}", "It stands, here.}"),
        _made("a # in a text", "text-cut-by-hash", "one delivery van.", "van #1."),
        _made("a # in braces", "hash-in-brackets", "title: Wait, ", "title: Wait #2, "),
        _made("a # before the brace", "hash-in-brackets", "text: It stands.}", "text: Van #1.}"),
        _made(
            "an open quote", "quote-not-closed", "public: Has forty", 'public: "Has forty',
            mended="public: Has forty",
        ),
        _made("an open bracket", "bracket-not-closed", "{safety: -5}", "{safety: -5"),
        _made("a bracket too many", "bracket-too-many", "{safety: -5}", "{safety: -5}}"),
        _made("a comma forgotten", "missing-comma", "title: Wait, text", "title: Wait text"),
        _made("a semicolon", "missing-comma", "title: Wait, text", "title: Wait; text"),
        _made("persona:pressed", "colon-and-space", "persona: builder", "persona:pressed"),
        _made("speaker:owner in a list", "colon-and-space", ANSWER,
              "        - speaker:south.owner\n          say: And who drives?"),
        _made("form:merger", "colon-and-space", "form: outsourcing", "form:merger"),
        _made("no space in braces", "colon-and-space", NEXT, "      next: {to:signing}"),
        _made("an equals sign", "colon-and-space", "rounds: 2", "rounds = 2"),
        _made("curly quotes", "smart-quotes", "title: The van", "title: “The van”"),
        _made("curly quotes, a comma", "smart-quotes", "title: Wait,", "title: “Wait, please”,"),
        _made("curly quotes in a list", "smart-quotes", "And who drives?", "[“And, who?”]"),
        _made("Word's dash", "list-mark", MOVES, "moves:\n        – offer\n        – wait",
              at="– o"),
        _made("a bullet", "list-mark", MOVES, "moves:\n        • offer\n        • wait", at="• o"),
        _made("a dash without space", "list-mark", MOVES, "moves:\n        -offer\n        -wait",
              at="-offer"),
        _made("twice the same name", "duplicate-key", "    internal_balance: 60",
              "    internal_balance: 60\n    internal_balance: 60",
              at="internal_balance: 60\n    roles"),
        _made("nothing after a name", "empty-value", "public: Owns the van.", "public:",
              mended="public: Owns the van."),
        _made("a character unseen", "invisible-character", "The van", "The\u200b van"),
        Mistake("UTF-16", SMALL.encode("utf-16"), "saved-as-utf-16", 1, SMALL),
        Mistake("UTF-16, no mark", SMALL.encode("utf-16-le"), "saved-as-utf-16", 1, SMALL),
        Mistake("Latin-1", CAFE.encode("latin-1"), "not-utf-8", 3, CAFE),
        Mistake("nothing at all", "", "file-empty", 1, SMALL),
    ]  # fmt: skip


def _form() -> list[Mistake]:
    """What has another form than the scenario asks for."""
    return [
        _made("a list for a block", "list-for-block", "{safety: -5}", "[safety: -5]"),
        _made("a block for a list", "block-for-list", NEXT,
              "      situations:\n        round: 2\n        lines: {say: It rains.}\n" + NEXT,
              at="        round: 2"),
        _made("a list in braces", "list-in-braces", MOVES, "moves: {offer, wait}"),
        _made("a list without brackets", "list-without-brackets", MOVES, "moves: offer, wait"),
        _made("a hyphen too many", "dash-not-here", "  north:\n    name", "  - north:\n    name",
              at="- north"),
        _made("the first hyphen missing", "missing-dash", NEXT,
              "      next:\n        {to: signing, when: {trust: {at_least: 45}}}\n"
              "        - {to: signing}", at="        {to: signing, when"),
        _made("the last hyphen missing", "missing-dash", NEXT,
              "      next:\n        - to: signing\n          when: {trust: {at_least: 45}}\n"
              "        to: signing", at="        to: signing"),
        _made("both hyphens missing", "items-without-hyphens", NEXT,
              "      next:\n        to: signing\n        when: {trust: {at_least: 45}}\n"
              "        to: signing", at="        to: signing"),
        _made("no language", "language-unnamed", "language: en\n", "", at="title: The van",
              mended="language: en\n"),
        _made("a language in full", "unknown-word", "language: en", "language: English",
              mended="language: en"),
        _made("52,5", "not-whole", "internal_balance: 60", "internal_balance: 52,5"),
        _made("52.5", "not-whole", "internal_balance: 60", "internal_balance: 52.5"),
        _made("+7,5 in braces", "not-whole", "{safety: 2}", "{safety: +7,5}"),
        _made("20 %", "not-a-number", "chance: 20", "chance: 20 %"),
        _made("2 rounds", "not-a-number", "rounds: 2\n      moves: [show", "rounds: 2 rounds\n"
              "      moves: [show"),
        _made("No", "boolean-by-accident", "title: Wait,", "title: No,"),
        _made("ja", "not-yes-or-no", "negotiable: yes\n", "negotiable: ja\n"),
        _made("a number in quotes", "quoted-number", "chance: 20", 'chance: "20"'),
        _made("a date", "bad-duration", "after: 6 months", "after: 1 May 2027",
              mended="after: 6 months"),
        _made("at_least 144", "out-of-range", NEXT, _when("{trust: {at_least: 144}}"),
              mended=_when("{trust: {at_least: 44}}")),
        _made("trust > 45", "bound-needed", NEXT, _when("trust > 45")),
        _made("trust: 45", "bound-needed", NEXT, _when("{trust: 45}")),
        _made("a capital in a name", "bad-id", "    yard-talk:", "    Yard-talk:",
              mended="    yard-talk:"),
        _made("a key misspelt", "unknown-key", "    internal_balance", "    internal_balanse"),
        _made("a phase misspelt", "unknown-phase", NEXT, "      next: {to: singing}"),
        _made("a role without its party", "unknown-role", "south.owner", "owner",
              at="speaker: owner"),
        _made("one party", "too-few", SOUTH, "", at="parties:", mended=SOUTH),
        _made("five parties", "too-many", "decor:\n", "".join(
              f"  p{n}: {{name: P{n}, public: It is P{n}., private: It is shy {n}., "
              f"roles: {{one: {{name: N{n}, title: one}}}}}}\n" for n in (3, 4, 5)) + "decor:\n",
              at="parties:", mended="decor:\n"),
    ]  # fmt: skip


def _meaning() -> list[Mistake]:
    """What reads well and can't be meant."""
    return [
        _made("70 and 60", "bound-never", NEXT, _when("{trust: {at_least: 70, at_most: 60}}"),
              mended=_when("{trust: {at_least: 60, at_most: 70}}")),
        _made("70 and 60, apart", "condition-never", NEXT,
              _when("{all: [{trust: {at_least: 70}}, {trust: {below: 60}}]}"),
              mended=_when("{all: [{trust: {at_least: 60}}, {trust: {below: 70}}]}")),
        _made("round 144", "number-never", NEXT, _when("{round: {at_least: 144}}"),
              mended=_when("{round: {at_least: 2}, trust: {above: 10}}")),
        _made("unreachable", "unreachable-phase", NEXT + "\n", "", at="    signing:",
              mended=NEXT + "\n"),
        _made("a secret told", "secret-told", "public: Owns the van.",
              "public: The van fails its test in May and nobody may hear of it.",
              mended="public: Owns the van."),
        _made("a rule that forbids all", "rule-can-strand", "effect: {safety: -5}",
              "effect: {safety: -5, forbids: [show, offer, wait]}",
              mended="effect: {safety: -5, forbids: [show]}"),
        _made("a prop out of reach", "move-never-playable", "held_by: north", "held_by: south",
              at="  show: {", mended="held_by: north"),
        _made("played by who can't", "move-not-theirs", NEXT,
              _when("{played: {of: south, is: show}}"),
              mended=_when("{played: {of: north, is: show}}")),
        _made("raised about what hides nothing", "nothing-to-discover", NEXT,
              _when("{confronted: {is: show}}"), mended=_when("{confronted: {of: north}}")),
        _made("raised about a hidden move as a leak", "condition-never", NEXT,
              _when("{confronted: {of: north, is: offer, cause: refusal}}"),
              mended=_when("{confronted: {of: north, cause: refusal}}")),
        _made("a stance that no move gives", "stance-never", NEXT,
              _when("{move: {of: south, stance: opportunistic}}"),
              mended=_when("{move: {of: south, stance: reciprocal}}")),
        _made("a wider branch before it", "branch-never-taken", NEXT,
              "      next:\n        - {to: signing, when: {trust: {at_least: 45}}}\n"
              "        - {to: signing, when: {trust: {at_least: 60}, safety: {above: 20}}}\n"
              "        - {to: signing}", at="        - {to: signing, when: {trust: {at_least: 60}",
              mended="      next:\n        - {to: signing, when: {trust: {at_least: 60}}}\n"
              "        - {to: signing, when: {trust: {at_least: 45}}}\n        - {to: signing}"),
        _made("a wider ending before it", "ending-never", "  parked:",
              "  proud: {when: {outcome: success, trust: {above: 70}}, title: Proud, text: Yes.}\n"
              "  parked:", mended="  parked:"),
        _made("never heard", "always-preceded", ANSWER,
              "        - {to: {of: north}, speaker: south.owner, again: yes, say: Hm.}\n"
              "        - {to: {of: north, is: wait}, speaker: south.owner, say: And who drives?}",
              at="        - {to: {of: north, is: wait}",
              mended=ANSWER),
        _made("a second answer to what is done once", "answer-used-up", "needs: logbook,",
              f"needs: logbook, once: yes, answers: [{WELL},\n    {WELL.replace('Well', 'Oh')}],",
              at="    {speaker: south.owner, say: Oh.}", mended="needs: logbook,"),
        _made("an answer to who walked out", "answer-to-leaving", "kind: share, of: north,",
              f"kind: leave, of: north, answers: {WELL},", mended="kind: leave, of: north,"),
        _made("a choice by what another knows", "known-to-another", "kind: trade,",
              "kind: poach, of: north, when: {knows: {of: south, about: north}},",
              mended="kind: poach, of: north,"),
        _made("wordings within a language", "wordings-in-a-language", "say: And who drives?",
              "say: {en: [And who drives?, Who pays?]}", at=ANSWER[:30],
              mended="say: [{en: And who drives?}, {en: Who pays?}]"),
        Mistake("rounds that nobody can change in time", LATE, "changed-too-late",
                _line_of(LATE, "      negotiable: {between"), LATE.replace(BETWEEN, "", 1)),
        _made("calls without called", "calls-without-called", "  start: yard-talk",
              "  start: yard-talk\n  calls: 1", at="  calls: 1",
              mended="  start: yard-talk\n  calls: 1\n"
              "  called: {differences: {ask: Who drives?}, bottlenecks: {ask: Who pays?}}"),
        _made("780 words", "too-long-for-box", "And who drives?", LONG.strip(),
              mended="And who drives?"),
        _made("a long title", "too-long-for-box", "title: Wait,", f"title: {'Wait a bit ' * 9},",
              mended="title: Wait,"),
        _made("an emoji", "letter-not-drawn", "title: The van", "title: The van \U0001f690"),
        _made("a heart", "letter-not-drawn", "title: The van", "title: The van \u2764\ufe0f"),
        _made("a move listed twice", "listed-twice", MOVES, "moves: [offer, wait, offer]"),
        _made("somebody of another party away from the table", "apart-not-theirs",
              "title: Wait,", "title: Wait, of: south, apart: north.baker,",
              mended="title: Wait, of: south, apart: south.owner,"),
        _made("a hair style unknown", "unknown-looks", BARE,
              "{name: Noor Bakker, title: baker, looks: {hair_style: zigzag}}",
              mended="{name: Noor Bakker, title: baker, looks: {hair_style: bun}}"),
        _made("a backdrop misspelt", "unknown-backdrop", "factory-hall", "factory-hal"),
        _made("an hour that is no word for it", "unknown-word", "backdrop: factory-hall",
              "backdrop: factory-hall, hour: nigt", mended="backdrop: factory-hall, hour: night"),
        _made("weather that can't be drawn", "unknown-word", "backdrop: factory-hall",
              "backdrop: factory-hall, weather: hail", mended="backdrop: factory-hall"),
    ]  # fmt: skip


NAMED: tuple[Mistake, ...] = (*_reading(), *_form(), *_meaning())
