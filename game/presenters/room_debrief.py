"""The debrief of a room, as the trainer leads it on the wall: eight steps in parts.

Part 0 of each step is its question alone, so that people remember before they are told. What the
tables' plays have to say about it follows, a screenful at a time. All tables had the same luck,
so whatever differs between them is what people did. Tables stand in the order of their numbers:
nothing is ranked.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal, TypeVar

from engine.debrief import (
    ASSUMPTIONS,
    NOTHING,
    Assumed,
    Assumption,
    Evidence,
    Findings,
    Guile,
    Judged,
    LedgerLine,
    PartyKnown,
    Reach,
)
from game.drawing.charts.quadrants import Stop
from game.drawing.charts.reach import Ended, ReachTogether
from game.drawing.charts.together import (
    MOST_WAYS,
    Road,
    RoadsTogether,
    TrustTogether,
    Way,
    in_groups,
)
from game.drawing.charts.what_if import Comparison
from game.pages.room_debrief import RoomPlays, TablePlay, Turned, trust_path
from game.presenters.afterthoughts import turn_name
from game.presenters.charts import comparison, quadrant_path
from game.presenters.debrief import (
    evidence_told,
    fixed_things,
    fork_lines,
    ledger_entry,
    ledger_groups,
    open_words,
    place_words,
    what_if_label,
)
from game.presenters.evidence import evidence_text, ref_name
from game.presenters.inside import division_words, stand_ins_told
from game.presenters.looking_back import turn_told
from game.presenters.page import (
    Cast,
    Line,
    Lines,
    decimal,
    first_up,
    points,
    sentence,
    whole,
)
from game.words import Words

STEPS = 9
# Design choices, what can be read from the back of a room at once: letters; rows of short cells and
# of longer ones; names of things; hidden moves told of one table.
_LETTERS, _ROWS, _COMPARED, _THINGS, _HIDDEN = 900, 8, 4, 10, 3
# So little that it can be written larger, in letters; a new line takes as much as _LINE letters.
_SHORT, _MIDDLING, _LINE = 330, 620, 45

_LESS = ("faltered", "stopped")

Charted = TrustTogether | RoadsTogether | ReachTogether | Comparison
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of words. heads: of its columns; rows: each begins with what it is about."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What is on the wall at once. head: what it is about, under the title of the step."""

    head: str
    lines: Lines = ()
    grid: Grid | None = None
    chart: Charted | None = None

    @property
    def size(self) -> Literal["large", "medium", "small"]:
        """How large it can be written."""
        load = sum(len(line.text) + _LINE for line in self.lines)
        if self.grid is not None or self.chart is not None or load > _MIDDLING:
            return "small"
        return "large" if load <= _SHORT else "medium"


@dataclass(frozen=True, slots=True)
class WallStep:
    """A step of the debrief. parts: those that come after the question."""

    number: int
    title: str
    ask: str
    parts: tuple[Part, ...]


def wall_step(cast: Cast, plays: RoomPlays, number: int, table: int | None = None) -> WallStep:
    """That step. table: whose other choices are looked at in the fifth; None: the first that may
    be seen.
    """
    words = cast.words
    chosen = next((each for each in plays.named if each.number == table), None)
    chosen = chosen or next(iter(plays.named), None)
    tell = _TELLERS.get(number, _nothing)
    parts = _what_if(cast, chosen) if number == 5 else tell(cast, plays)
    ask = _own(words, f"{number}.ask")
    return WallStep(number, step_title(words, number), ask, tuple(parts))


def step_title(words: Words, number: int) -> str:
    """What that step is about, with its number."""
    return words("room.step", n=number, title=_own(words, str(number)))


def _own(words: Words, key: str) -> str:
    """What a room is told there, where that differs from what one table is told."""
    return words(own if words.has(own := f"room.{key}") else f"debrief.{key}")


def room_notes(cast: Cast, plays: RoomPlays) -> Lines:
    """What has to be known to read it: who is in it, and that luck was the same for all."""
    words = cast.words
    notes = [words("room.luck")] if len(plays.tables) > 1 else []
    unnamed = len(plays.tables) - len(plays.named)
    if unnamed:
        is_counted = len(plays.counted) > len(plays.named)
        notes.append(words(f"room.unnamed.{'counted' if is_counted else 'left-out'}", n=unnamed))
    return (*(Line("note", note) for note in notes), *waiting_notes(cast, plays))


def waiting_notes(cast: Cast, plays: RoomPlays) -> Lines:
    """Which tables will be added once their play has been looked back on."""
    if not plays.waiting:
        return ()
    tables = cast.words.all_of([str(each) for each in plays.waiting])
    return (Line("note", cast.words("room.waiting", tables=tables, n=len(plays.waiting))),)


def _groups(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for at in range(0, len(items), size):
        yield items[at : at + size]


def _packed(items: Sequence[T], letters: Callable[[T], int], most: int) -> Iterator[Sequence[T]]:
    """The items in order, as many together as have no more than `most` letters; at least one."""
    some: list[T] = []
    for item in items:
        if some and sum(map(letters, some)) + letters(item) > most:
            yield some
            some = []
        some.append(item)
    if some:
        yield some


def _letters(row: tuple[str, ...]) -> int:
    """How much of the wall a row of a table takes."""
    return sum(len(cell) for cell in row) + 2 * _LINE


def table_name(words: Words, table: TablePlay) -> str:
    """The table by its number; and that it did not get to the end, where it did not."""
    key = "room.table" if table.is_finished else "room.table.unfinished"
    return words(key, table=table.number, n=table.found.outcome.rounds)


# --- 0, 1: out of the role, how it felt ----------------------------------------------------------


def _nothing(cast: Cast, plays: RoomPlays) -> Iterator[Part]:
    yield from ()


def _out_of_role(cast: Cast, plays: RoomPlays) -> Iterator[Part]:
    if not plays.tables:
        return
    people: dict[str, None] = {}
    for table in plays.tables:
        for party in table.found.knowledge.parties:
            people |= {role.name: None for role in party.roles if role.at_start or role.at_end}
    told = cast.words("debrief.0.roles", people=cast.words.all_of(list(people)))
    yield Part(cast.words("room.0.head"), (Line("told", told),))


def _felt(cast: Cast, plays: RoomPlays) -> Iterator[Part]:
    words = cast.words
    if plays.said_feelings:
        said = Line("told", " · ".join(plays.said_feelings))
        yield Part(words("room.1.words", n=len(plays.said_feelings)), (said,))
    told = [
        (table_name(words, table), sentence(" ".join(evidence_told(cast, table.found.feelings))))
        for table in plays.named
        if table.found.feelings
    ]
    yield from _told_by_table(words("room.1.head"), told)


def _told_by_table(head: str, told: Sequence[tuple[str, str]]) -> Iterator[Part]:
    for some in _packed(told, lambda each: len(each[0]) + len(each[1]) + 60, _LETTERS):
        lines = ((Line("subheading", name), Line("told", said)) for name, said in some)
        yield Part(head, tuple(line for pair in lines for line in pair))


# --- 2: what happened ----------------------------------------------------------------------------


def _happened(cast: Cast, plays: RoomPlays) -> Iterator[Part]:
    words = cast.words
    if plays.chosen_turns:
        rows = tuple(
            (first_up(turn_name(words, turn)), words("room.2.people", n=count))
            for turn, count in plays.chosen_turns
        )
        yield Part(words("room.2.chosen"), grid=Grid(("", ""), rows))
    notes = [Line("note", words("room.earlier", n=len(plays.earlier)))] if plays.earlier else []
    for chart in in_groups(_trust(words, plays)):
        if chart.ways:
            head = _rose(words, chart.ways)
            yield Part(head, tuple(notes), chart=replace(chart, title=head))
    told = [
        (table_name(words, table), turn_told(cast, turn, None))
        for table in plays.named
        if (turn := table.found.story_of(None).turning_point) is not None
    ]
    yield from _told_by_table(words("room.2.turns"), told)
    stood_in = [
        (table_name(words, table), " ".join(made))
        for table in plays.named
        if (made := list(stand_ins_told(cast, table.found)))
    ]
    yield from _told_by_table(words("room.2.stood-in"), stood_in)


def _rose(words: Words, ways: Sequence[Way]) -> str:
    """At how many of those tables trust was higher at the end."""
    rose = sum(points(way.points[-1][1]) > points(way.points[0][1]) for way in ways)
    return words("room.2.rose", n=rose, tables=len(ways))


def _trust(words: Words, plays: RoomPlays) -> TrustTogether:
    ways = []
    for table in plays.named:
        path = trust_path(table.found)
        end = words("room.2.end", name=table_name(words, table), trust=points(path[-1][1]))
        ways.append(Way(end, path))
    told = [
        words("room.2.from-to", name=table_name(words, table), first=points(path[0][1]),
              last=points(path[-1][1]))
        for table in plays.named
        if (path := trust_path(table.found))
    ]  # fmt: skip
    return TrustTogether(
        title=_rose(words, ways),
        description=" ".join(told),
        round_name=words("room.2.rounds"),
        ways=tuple(ways),
        ghosts=tuple(each.trust for each in plays.earlier),
    )


# --- 3: what each side knew ----------------------------------------------------------------------


def _knew(cast: Cast, plays: RoomPlays) -> Iterator[Part]:
    words = cast.words
    rows = [
        (table_name(words, table), *(_right(words, table.found, party) for party in cast.names))
        for table in plays.named
        if table.found.knowledge.forecasts
    ]
    heads = ("", *(cast.party(party) for party in cast.names))
    for some in _groups(rows, _ROWS):
        note = Line("note", words("room.3.predicted.note"))
        yield Part(words("room.3.predicted"), (note,), Grid(heads, tuple(some)))
    if plays.tables:
        for party in plays.tables[0].found.knowledge.parties:
            yield Part(words("room.3.brief", party=cast.party(party.id)), _brief(cast, party))
    told = [
        (table_name(words, table), _hidden(cast, table.found.knowledge.guile))
        for table in plays.named
    ]
    yield from _told_by_table(words("room.3.hidden"), told)
    yield from _inside(cast, plays)


def _inside(cast: Cast, plays: RoomPlays) -> Iterator[Part]:
    """How divided the parties were: in numbers, since who wanted what is theirs to tell."""
    words = cast.words
    asked = [table for table in plays.named if table.found.divisions]
    rows = [
        (table_name(words, table), *(_divided(words, table.found, party) for party in cast.names))
        for table in asked
    ]
    heads = ("", *(cast.party(party) for party in cast.names))
    note = Line("note", words("room.3.inside.note"))
    for some in _groups(rows, _ROWS):
        yield Part(words("room.3.inside"), (note,), Grid(heads, tuple(some)))
    told = [
        (table_name(words, table), " ".join(came))
        for table in asked
        if (came := list(_came_of_it(cast, table.found)))
    ]
    yield from _told_by_table(words("room.3.inside.why"), told)


def _divided(words: Words, found: Findings, party: str) -> str:
    asked = sum(each.party == party for each in found.divisions)
    if not asked:
        return words("room.none")
    return words("room.3.inside.cell", divided=len(found.divided(party)), asked=asked)


def _came_of_it(cast: Cast, found: Findings) -> Iterator[str]:
    """The divided moves of which less came than was announced, and first those by the division."""
    less = [each for each in found.divisions if each.other and each.came in _LESS]
    for each in sorted(less, key=lambda each: not each.did_it)[:_HIDDEN]:
        yield f"{cast.party(each.party)}: {division_words(cast, each)}"


def _right(words: Words, found: Findings, party: str) -> str:
    for each in found.knowledge.forecasts:
        if each.party == party:
            return words("room.3.right", right=each.right, count=each.count)
    return words("room.none")


def _brief(cast: Cast, party: PartyKnown) -> Lines:
    """What only that party was told; all tables had the same."""
    words = cast.words
    lines = [Line("told", words.of(party.private))]
    wants = [words.of(want.name) for want in party.wants if want.name is not None]
    if wants:
        lines.append(Line("told", words("room.3.wanted", wants=words.all_of(wants))))
    return tuple(lines)


def _hidden(cast: Cast, guile: Sequence[Guile]) -> str:
    if not guile:
        return cast.words("room.3.nothing-hidden")
    return " ".join(hidden_told(cast, each) for each in guile[:_HIDDEN])


def hidden_told(cast: Cast, guile: Guile) -> str:
    """A move that hid something, and who found out when."""
    words = cast.words
    gaps = {"party": cast.party(guile.party), "move": ref_name(cast, guile.move)}
    told = [words("room.hidden", round=guile.round, **gaps)]
    for by, found in guile.discovered.items():
        how = ".at-once" if found == guile.round else ""
        if by in guile.heard:
            how = ".heard"
        who = cast.party(guile.heard.get(by))
        told.append(words(f"room.hidden.found{how}", by=cast.party(by), round=found, who=who))
    for by, since in guile.owned_up.items():
        told.append(words("room.hidden.owned-up", to=cast.party(by), round=since, **gaps))
    for by, since in guile.knew.items():
        told.append(words("room.hidden.known", by=cast.party(by), round=since))
    if guile.never_by:
        told.append(words("room.hidden.never", by=cast.parties(guile.never_by)))
    return " ".join(told)


# --- 4: the tables side by side ------------------------------------------------------------------


def _compared(cast: Cast, plays: RoomPlays) -> Iterator[Part]:
    words = cast.words
    columns: tuple[tuple[str, Callable[[Cast, Findings], str]], ...] = (
        ("ending", _ending), ("trust", _trust_told), ("opportunism", _first_opportunism),
        ("changed", _changed), ("kept", _rules_kept), ("moments", _moments),
    )  # fmt: skip
    heads = ("", *(words(f"room.4.{name}") for name, _ in columns))
    rows = [
        (table_name(words, table), *(read(cast, table.found) for _, read in columns))
        for table in plays.named
    ]
    lines = _ends_told(words, plays)
    for some in _groups(rows, _COMPARED):
        yield Part(words("room.4.head"), lines, Grid(heads, tuple(some)))
    if not rows and lines:
        yield Part(words("room.4.head"), lines)
    for tables in _groups(plays.named, MOST_WAYS):
        chart = _roads(words, tables)
        yield Part(chart.frame.title, _where_to(cast, tables), chart=chart)
    yield from _reached(cast, plays)


def _reached(cast: Cast, plays: RoomPlays) -> Iterator[Part]:
    """What each pair of parties ended with, beside many other talks with the same luck."""
    ended = [table for table in plays.named if table.is_finished]
    if plays.reach is None:
        return
    for pair in combinations(cast.names, 2):
        for tables in _groups(ended, MOST_WAYS):
            told = [_beside_others(cast, plays.reach, pair, table) for table in tables]
            note = Line("note", cast.words("room.4.reach.note", talks=len(plays.reach.ends)))
            lines = (*(Line("detail", each) for each in told), note)
            chart = _reach_chart(cast, plays.reach, pair, tables, " ".join(told))
            yield Part(cast.words("room.4.reach"), lines, chart=chart)


def _beside_others(cast: Cast, reach: Reach, pair: tuple[str, str], table: TablePlay) -> str:
    """What a table ended with, and how many of the talks brought both parties at least as much."""
    one, other = pair
    value = table.found.outcome.value
    more = sum(a >= value[one] and b >= value[other] for a, b in reach.between(one, other))
    return cast.words(
        "room.4.reach.table" if more else "room.4.reach.beyond",
        table=table_name(cast.words, table), n=more, talks=len(reach.ends),
        one=cast.party(one), other=cast.party(other),
        first=whole(value[one]), second=whole(value[other]),
    )  # fmt: skip


def _reach_chart(
    cast: Cast, reach: Reach, pair: tuple[str, str], tables: Sequence[TablePlay], told: str
) -> ReachTogether:
    words, (one, other) = cast.words, pair
    ended = [(str(t.number), t.found.outcome.value) for t in tables]
    return ReachTogether(
        title=words("room.4.reach"),
        description=words("room.4.reach.label", talks=len(reach.ends), told=told),
        across=words("room.4.reach.axis", party=cast.party(one)),
        up=words("room.4.reach.axis", party=cast.party(other)),
        talks=_in_points(reach.between(one, other)),
        edge=_in_points(reach.edge(one, other)),
        tables=tuple(Ended(n, (points(v[one]), points(v[other]))) for n, v in ended),
    )


def _in_points(ends: Iterable[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    return tuple((points(one), points(other)) for one, other in ends)


def _ends_told(words: Words, plays: RoomPlays) -> Lines:
    """How the plays of all tables ended, and those of earlier groups."""
    finished = [str(t.found.outcome.outcome) for t in plays.counted if t.is_finished]
    lines = []
    if len(plays.counted) > len(plays.named):
        lines.append(words("room.4.all", ends=_counts(words, finished)))
    if plays.earlier:
        ends = [each.outcome for each in plays.earlier]
        lines.append(words("room.4.earlier", ends=_counts(words, ends)))
    return tuple(Line("note", each) for each in lines)


def _counts(words: Words, outcomes: Sequence[str]) -> str:
    """Outcomes with how often each came, in the order in which they first came."""
    told = [
        words("room.4.count", n=outcomes.count(each), outcome=words(f"outcome.{each}"))
        for each in dict.fromkeys(outcomes)
    ]
    return words.all_of(told) or words("room.none")


def _ending(cast: Cast, found: Findings) -> str:
    outcome = found.outcome
    if outcome.outcome is None:
        return cast.words("room.4.unfinished", n=outcome.rounds)
    kind = cast.words(f"outcome.{outcome.outcome}")
    if outcome.ending is None:
        return first_up(kind)
    return cast.words("room.4.ended", ending=ref_name(cast, outcome.ending), kind=kind)


def _trust_told(cast: Cast, found: Findings) -> str:
    path = trust_path(found)
    return cast.words("room.4.from-to", first=points(path[0][1]), last=points(path[-1][1]))


def _first_opportunism(cast: Cast, found: Findings) -> str:
    """The first round in which somebody took something, and who did."""
    for entry in found.timeline:
        who = [move.party for move in entry.moves if move.stance == "opportunistic"]
        if who:
            return cast.words("room.4.first", round=entry.round, who=cast.parties(who))
    return cast.words("room.4.never")


def _is_changed(line: LedgerLine) -> bool:
    return bool(line.changes) and line.status in ("adopted", "dropped", "changed", "put-back")


def _changed(cast: Cast, found: Findings) -> str:
    return str(sum(_is_changed(line) for line in found.ledger))


def _rules_kept(cast: Cast, found: Findings) -> str:
    """What could have been changed, and was not."""
    open_to_change = [line for line in found.ledger if line.status != "not-negotiable"]
    return str(sum(not _is_changed(line) and not line.by_script for line in open_to_change))


def _moments(cast: Cast, found: Findings) -> str:
    return str(sum(entry.kind == "moment" for entry in found.timeline))


def _roads(words: Words, tables: Sequence[TablePlay]) -> RoadsTogether:
    roads = []
    for table in tables:
        path = table.found.quadrants.path
        stops = tuple(Stop(str(p.round), p.trust, p.formal_overlap) for p in path)
        roads.append(Road(str(table.number), stops))
    frame = quadrant_path(tables[0].found.quadrants, words)
    return RoadsTogether(replace(frame, title=_ended_where(words, tables)), tuple(roads))


def _ended_where(words: Words, tables: Sequence[TablePlay]) -> str:
    """Where most of the tables ended on the map."""
    ends = Counter(place_words(words, table.found.quadrants.path[-1]) for table in tables)
    place, count = ends.most_common(1)[0]
    return words("room.4.most", n=count, tables=len(tables), place=place)


def _where_to(cast: Cast, tables: Sequence[TablePlay]) -> Lines:
    """Where each table ended on the map, in words."""
    words = cast.words
    return tuple(
        Line(
            "detail",
            words(
                "room.4.where",
                name=table_name(words, table),
                place=place_words(cast.words, table.found.quadrants.path[-1]),
            ),
        )
        for table in tables
    )


# --- 5: what if ----------------------------------------------------------------------------------


def _what_if(cast: Cast, table: TablePlay | None) -> Iterator[Part]:
    words = cast.words
    if table is None:
        yield Part(words("room.5.none-named"))
        return
    head, forks = table_name(words, table), table.found.what_if
    if not forks:
        yield Part(head, (Line("note", words("debrief.5.none")),))
    else:
        yield Part(head, (what_if_label(cast, table.found),))
    for fork in forks:
        lines = tuple(fork_lines(cast, table.found, fork, brief=True))
        yield Part(head, lines, chart=comparison(fork, words))


# --- 6: the five theses --------------------------------------------------------------------------


def _theses(cast: Cast, plays: RoomPlays) -> Iterator[Part]:
    """Each thesis with what every table has to say for it and against it."""
    words = cast.words
    if not plays.tables:
        return
    for at, thesis in enumerate(plays.tables[0].found.theses):
        head = words("debrief.6.thesis", n=thesis.number, text=words(f"thesis.{thesis.number}"))
        sides = [table.found.theses[at] for table in plays.counted]
        count = Line(
            "note",
            words(
                "room.6.count", tables=len(sides),
                favour=sum(_is_found(each.in_favour) for each in sides),
                against=sum(_is_found(each.against) for each in sides),
            ),
        )  # fmt: skip
        rows = [
            (
                table_name(words, table),
                _first(cast, table.found.theses[at].in_favour),
                _first(cast, table.found.theses[at].against),
            )
            for table in plays.named
        ]
        heads = ("", words("room.6.for"), words("room.6.against"))
        for some in _packed(rows, _letters, _LETTERS):
            yield Part(head, (count,), Grid(heads, tuple(some)))
        if not rows and sides:
            yield Part(head, (count,))


def _is_found(items: Sequence[Evidence]) -> bool:
    return any(each.code != NOTHING for each in items)


def _first(cast: Cast, items: Sequence[Evidence]) -> str:
    found = next((each for each in items if each.code != NOTHING), None)
    return cast.words("room.none") if found is None else evidence_text(cast, found)


# --- 7: the game itself --------------------------------------------------------------------------


def _the_game(cast: Cast, plays: RoomPlays) -> Iterator[Part]:
    words = cast.words
    told = [(table_name(words, table), _changed_things(cast, table.found)) for table in plays.named]
    yield from _told_by_table(words("room.7.changed"), told)
    yield from _listed(words("room.7.never"), _never_questioned(cast, plays.counted))
    fixed = {
        _thing(cast, line): None for table in plays.counted for line in fixed_things(table.found)
    }
    yield from _listed(words("room.7.fixed"), list(fixed))
    yield from _assumed(cast, plays)


def _assumed(cast: Cast, plays: RoomPlays) -> Iterator[Part]:
    """What the model assumes of payoffs, and how the tables are judged where it is turned."""
    words, turned = cast.words, plays.turned
    lines = [Line("note", words("room.7.assume.label"))]
    lines += [
        Line("detail", assumption_words(words, each, turned.assumed if turned else {}))
        for each in ASSUMPTIONS.values()
    ]
    heads = ("", words("room.7.assume.played"), words("room.7.assume.turned"))
    rows = [
        (
            table_name(words, table),
            _as_judged(cast, Judged(table.found.outcome.outcome, table.found.outcome.value)),
            *([_judged_again(cast, turned, table.number)] if turned else []),
        )
        for table in plays.named
    ]
    for some in _groups(rows, _COMPARED + 2):
        grid = Grid(heads if turned else heads[:2], tuple(some))
        yield Part(words("room.7.assume"), tuple(lines), grid)


def assumption_words(words: Words, of: Assumption, assumed: Mapping[Assumed, float]) -> str:
    """What is assumed, at what, and between which bounds it may honestly lie."""
    now = assumed.get(of.name, of.default)
    return words(
        "room.7.assume.turned-to" if now != of.default else "room.7.assume.as-is",
        name=words(f"room.7.assume.{of.name}"), now=decimal(words, now, 2),
        default=decimal(words, of.default, 2),
        low=decimal(words, of.low, 2), high=decimal(words, of.high, 2),
    )  # fmt: skip


def _judged_again(cast: Cast, turned: Turned, table: int) -> str:
    found = turned.judged.get(table)
    return cast.words("room.7.assume.waiting") if found is None else _as_judged(cast, found)


def _as_judged(cast: Cast, found: Judged) -> str:
    words = cast.words
    if not found.same:
        return words("room.7.assume.other-way")
    kind = "outcome." + found.outcome if found.outcome else "room.7.assume.unfinished"
    value = [f"{cast.party(party)} {whole(value)}" for party, value in found.value.items()]
    return words("room.7.assume.cell", kind=first_up(words(kind)), value=", ".join(value))


def _changed_things(cast: Cast, found: Findings) -> str:
    groups: Mapping[str, Sequence[LedgerLine]] = dict(ledger_groups(found))
    changed = groups.get("changed", ())
    if not changed:
        return cast.words("room.7.nothing")
    return sentence("; ".join(ledger_entry(cast, "changed", line) for line in changed))


def _never_questioned(cast: Cast, tables: Sequence[TablePlay]) -> list[str]:
    """What nobody at any table proposed to change, although it could be."""
    silent: Iterable[dict[str, None]] = (
        {first_up(open_words(cast, line)): None for line in table.found.ledger if line.open}
        for table in tables
    )
    first, *others = [*silent] or [{}]
    return [name for name in first if all(name in each for each in others)]


def _thing(cast: Cast, line: LedgerLine) -> str:
    return first_up(ref_name(cast, line.thing))


def _listed(head: str, names: Sequence[str]) -> Iterator[Part]:
    for some in _groups(names, _THINGS):
        yield Part(head, tuple(Line("detail", name) for name in some))


_TELLERS: Mapping[int, Callable[[Cast, RoomPlays], Iterator[Part]]] = {
    0: _out_of_role, 1: _felt, 2: _happened, 3: _knew, 4: _compared, 6: _theses, 7: _the_game,
}  # fmt: skip
