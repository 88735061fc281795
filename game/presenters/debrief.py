"""The debrief of one play in eight steps: questions first, then what the play can show."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import Literal, assert_never

from engine.debrief import (
    NOTHING,
    ChangeMade,
    Evidence,
    Findings,
    Guile,
    LedgerLine,
    PartyKnown,
    PatternFound,
    QuadrantPoint,
    Ref,
    Silence,
    Story,
    TimelineEntry,
    Want,
    WhatIf,
    makes_a_difference,
)
from engine.play.events import Discovered, MoveMade, Suspected
from engine.scenario.schema import Text
from game.pages.story import reader_of
from game.presenters.afterthoughts import FRIDAY, written
from game.presenters.changes import reason_words
from game.presenters.ending import want_words
from game.presenters.evidence import (
    event_words,
    evidence_text,
    moment_name,
    quoted_name,
    ref_name,
    ref_names,
    with_unit,
)
from game.presenters.inside import divisions_told, stand_ins_told
from game.presenters.looking_back import (
    asked_on_page,
    beside_own,
    cause_words,
    frequencies,
    largest_shift,
    reply_words,
)
from game.presenters.page import (
    Cast,
    Line,
    Lines,
    change,
    decimal,
    first_up,
    points,
    sentence,
    stance_words,
    whole,
)
from game.presenters.trust import stated_trust
from game.words import Words

# If the author asks more questions at once, people read them but don't answer.
_QUESTIONS = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One of the eight steps (and de-role before them): what is asked, and what is shown.

    questions: those that this play raises. written: what the readers wrote there.
    """

    number: int
    title: str
    ask: str
    shown: Lines
    questions: Lines
    written: Lines = ()

    @property
    def lines(self) -> Lines:
        """Everything that comes after the questions."""
        return (*self.shown, *self.questions)


def debrief_steps(cast: Cast, found: Findings, people: Collection[str] = ()) -> tuple[Step, ...]:
    """The whole debrief. people: the parties played by the readers."""
    reader = reader_of(people)
    on_page = asked_on_page(cast, found.story_of(reader), reader)
    happened, known = partial(_happened, reader=reader), partial(_known, people=people)
    out_of_role = partial(_out_of_role, reader=reader)
    tellers: tuple[Callable[[Cast, Findings], Iterator[Line]], ...] = (
        out_of_role, _felt, happened, known, _map, _what_if, _theses, _the_game, _next,
    )  # fmt: skip
    words = cast.words
    return tuple(
        Step(
            at,
            words(f"debrief.{at}"),
            words(_asked_of(cast, found, at, alone=len(people) == 1)),
            tuple(tell(cast, found)),
            tuple(_asked(cast, found, at, reader, on_page)),
            written(cast, found, people, at),
        )
        for at, tell in enumerate(tellers)
    )


def _asked_of(cast: Cast, found: Findings, step: int, *, alone: bool) -> str:
    """The key of the question of a step; a lone reader doesn't have to speak."""
    if step == 1 and not found.feelings:
        return "debrief.1.ask.only"
    own = f"debrief.{step}.ask.alone"
    return own if alone and cast.words.has(own) else f"debrief.{step}.ask"


# The step in which a question raised by this play is asked.
STEP_OF: Mapping[str, int] = {
    "ask-trust-lost": 1,
    "ask-turning-point": 2,
    "ask-hidden-guile": 3,
    "ask-false-suspicion": 3,
    "ask-house": 3,
    "ask-what-if": 5,
    "ask-refused": 7,
    "ask-changed": 7,
    "ask-moment": 7,
    "ask-moment-closed": 7,
    "ask-moment-alone": 7,
    "ask-moment-shut": 7,
    "ask-no-moment": 7,
}


def _asked(
    cast: Cast, found: Findings, step: int, reader: str | None, on_page: Collection[str]
) -> Iterator[Line]:
    """The questions raised by this play that belong in that step, but for what the first page asks
    already.
    """
    raised = [
        q.evidence for q in found.questions if q.evidence and STEP_OF[q.evidence.code] == step
    ]
    for code in dict.fromkeys(each.code for each in raised):
        some = [each for each in raised if each.code == code]
        for evidence in _WHICH.get(code, _all)(found, some, reader):
            told = evidence_text(cast, evidence, reader)
            if told not in on_page:
                yield Line("question", told)


Asked = Sequence[Evidence]


def _all(found: Findings, asked: Asked, reader: str | None) -> Asked:
    return asked


def _best_choice(found: Findings, asked: Asked, reader: str | None) -> Asked:
    """The other choice that does most, before all one of the reader's own."""
    return sorted(asked, key=lambda each: each.party != reader)[:1]


def _losses(found: Findings, asked: Asked, reader: str | None) -> Asked:
    """To a reader its own largest loss of trust, and the largest of another in it; to a table the
    largest, where no other is much alike: that would be taking sides.
    """

    def lost(each: Evidence) -> float:
        return each.numbers["trust_start"] - each.numbers["trust_end"]

    by_size = sorted(asked, key=lost, reverse=True)
    if reader is not None:
        own = [each for each in by_size if each.party == reader]
        others = [each for each in by_size if each.other == reader]
        return [*own[:1], *others[:1]]
    return [each for each in by_size if each.numbers["is_most"]]


def _on_the_page(found: Findings, asked: Asked, reader: str | None) -> Asked:
    """About what moved trust most of all that the first page tells that reader."""
    turn = found.story_of(reader).turning_point
    return [each for each in asked if turn is not None and each.at == turn.at]


# Of several questions of a kind, which are asked of whom.
_WHICH: Mapping[str, Callable[[Findings, Asked, str | None], Asked]] = {
    "ask-trust-lost": _losses, "ask-what-if": _best_choice, "ask-turning-point": _on_the_page,
}  # fmt: skip


def steps_lines(cast: Cast, found: Findings, people: Collection[str] = ()) -> Lines:
    """The eight steps below each other."""
    steps = (line for step in debrief_steps(cast, found, people) for line in step_lines(step))
    return (*debrief_opening(cast, found), *steps)


def trainer_notes(cast: Cast, found: Findings) -> Lines:
    """The author's notes for the trainer about what happened in this play."""
    words, lines = cast.words, []
    if found.trainer.goal is not None:
        goal = words("pattern.trainer.goal", text=words.of(found.trainer.goal))
        lines.append(Line("note", goal))
    for phase, note in found.trainer.phases:
        lines.append(Line("told", first_up(words.of(phase))))
        lines.append(Line("detail", words("pattern.trainer", text=words.of(note))))
    rounds = {pattern.code: pattern for pattern in reversed(found.patterns.found)}
    for code, note in found.trainer.notes:
        lines.append(Line("told", _pattern(cast, rounds[code])))
        lines.append(Line("detail", words("pattern.trainer", text=words.of(note))))
    questions = _written(found)
    if questions:
        lines.append(Line("subheading", words("debrief.author")))
    lines += [Line("question", words.of(question)) for question in questions]
    return (*lines, *_statistics(cast, found))


def _statistics(cast: Cast, found: Findings) -> Iterator[Line]:
    """How the figures were reached, and how certain they are."""
    words = cast.words
    yield Line("subheading", words("statistics.head"))
    if found.what_if:
        yield Line("note", words("statistics.how", plays=found.what_if[0].plays))
    for fork in found.what_if:
        yield _fork_told(cast, fork)
        for name, arm in (("success", fork.success), ("value", fork.value)):
            played, instead = getattr(fork.as_played, name), getattr(fork.what_if, name)
            told = words(
                f"statistics.{name}",
                played=whole(played), what_if=whole(instead),
                mean=change(arm.mean), low=change(arm.low), high=change(arm.high),
            )  # fmt: skip
            yield Line("number", told)
    for forecast in found.knowledge.forecasts:
        score = decimal(words, forecast.brier, 2), decimal(words, forecast.uniform, 2)
        told = words("statistics.brier", brier=score[0], uniform=score[1])
        yield Line("number", f"{cast.party(forecast.party)}: {told}")


def _written(found: Findings) -> list[Text]:
    """The questions that the author wrote."""
    return [each.text for each in found.questions if each.text is not None]


def debrief_opening(cast: Cast, found: Findings) -> Lines:
    """What comes before the first step."""
    words = cast.words
    unfinished = found.outcome.outcome is None
    return (
        Line("note", words("debrief.intro")),
        *([Line("note", words("debrief.unfinished"))] if unfinished else []),
    )


def step_lines(step: Step) -> Lines:
    """A step with its heading and question."""
    return (*step_opening(step), *step.written, *step.lines)


def step_opening(step: Step) -> Lines:
    """The heading and the question, to think about before anything is shown."""
    return (Line("heading", f"{step.number}. {step.title}"), Line("question", step.ask))


# 0 and 1: stepping out of the role, and how it felt


def _out_of_role(cast: Cast, found: Findings, reader: str | None) -> Iterator[Line]:
    people = [
        role.name
        for party in found.knowledge.parties
        for role in party.roles
        if reader in (None, party.id) and (role.at_start or role.at_end)
    ]
    key = "debrief.0.roles" if reader is None else "debrief.0.roles.alone"
    yield Line("told", cast.words(key, people=cast.words.all_of(people)))


def _felt(cast: Cast, found: Findings) -> Iterator[Line]:
    for each in found.feelings:
        yield Line("detail", felt_words(cast, found, each))
    if found.feelings and any(entry.scenes for entry in found.timeline):
        yield Line("note", cast.words("debrief.1.figures"))


def felt_words(cast: Cast, found: Findings, felt: Evidence) -> str:
    """When trust moved most, and when it moved as much once more."""
    told, words = evidence_text(cast, felt), cast.words
    again = [found.timeline[at] for at in felt.rounds.get("as_much_at", ())]
    if not again:
        return told
    rounds = [str(each.round) for each in again if each.kind == "round"]
    when = [
        *([words("rounds.named", n=len(rounds), rounds=words.all_of(rounds))] if rounds else []),
        *(moment_name(cast, each.phase, each.round) for each in again if each.kind == "moment"),
    ]
    return f"{told} {words('debrief.1.as-much', when=words.all_of(when))}"


# 2: what happened


def _happened(cast: Cast, found: Findings, reader: str | None) -> Iterator[Line]:
    words = cast.words
    yield Line("subheading", words("debrief.2.log"))
    yield from (Line("note", told) for told in stand_ins_told(cast, found))
    if any(entry.scenes for entry in found.timeline):
        yield Line("told", words("debrief.2.figures"))
    for last, entry in zip((None, *found.timeline), found.timeline, strict=False):
        yield from _opened(cast, last, entry)
        yield Line("number", _log_line(cast, found.refs, entry))
        yield from (Line("detail", text) for text in _log_details(cast, found.refs, entry))
    if hollow := " ".join(_hollow(cast, found)):
        yield Line("told", hollow)
    yield from (Line("note", told) for told in _turned(cast, found.story_of(reader), reader))


def _opened(cast: Cast, last: TimelineEntry | None, entry: TimelineEntry) -> Iterator[Line]:
    """Mean trust as a round opened, where its rituals moved it: so that the log adds up."""
    if last is None or entry.trust_before is None or not entry.rituals:
        return
    ended = last.trust_after if last.trust_after is not None else last.numbers.mean_trust
    for scene in last.scenes:
        ended = scene.mean_after
    if points(ended) != points(entry.trust_before):
        trust = points(entry.trust_before)
        yield Line("detail", cast.words("debrief.2.opened", round=entry.round, trust=trust))


def _hollow(cast: Cast, found: Findings) -> Iterator[str]:
    """Each ritual that was held without enough trust, and when."""
    rounds: dict[str, list[int]] = {}
    for entry in found.timeline:
        for each in entry.rituals:
            if each.hollow:
                rounds.setdefault(each.ritual, []).append(entry.round)
    for at, (ritual, hollow) in enumerate(rounds.items()):
        name = quoted_name(cast, found.refs[f"thing/{ritual}"])
        told = [str(each) for each in dict.fromkeys(hollow)]
        key = "debrief.2.hollow.more" if at else "debrief.2.hollow"
        yield cast.words(key, ritual=name, n=len(told), rounds=cast.words.all_of(told))


def _turned(cast: Cast, story: Story, reader: str | None) -> Iterator[str]:
    """The turn that the first page tells or names in which trust moved most, where none is its
    equal.
    """
    first, named = story.turning_point, (*story.turns, *story.besides)
    if first is None or [turn.moved for turn in named].count(first.moved) > 1:
        return
    key = "debrief.2.turn"
    key += ".moment" if first.kind == "moment" or first.phase is not None else ""
    key += ".talk" if first.kind == "reply" else ""
    yield cast.words(key, round=first.round, **largest_shift(cast, first, reader))


def _log_line(cast: Cast, refs: Mapping[str, Ref], entry: TimelineEntry) -> str:
    words, now = cast.words, entry.numbers
    if entry.kind == "start":
        return words(
            "debrief.2.start", trust=points(now.mean_trust), formal=points(now.formal_overlap)
        )
    start, end = entry.trust_before or 0.0, entry.trust_after or 0.0
    span = {"before": points(start), "after": points(end), "round": entry.round}
    if entry.kind == "moment":
        how = "called" if entry.phase.name is None else "named"
        return words(f"debrief.2.moment.{how}", phase=ref_name(cast, entry.phase), **span)
    phase = ref_name(cast, entry.phase)
    made = "; ".join(_made(cast, refs, move) for move in entry.moves)
    return words("debrief.2.round", phase=phase, moves=made, **span)


def _made(cast: Cast, refs: Mapping[str, Ref], move: MoveMade) -> str:
    key = "debrief.2.move"
    if move.vetoed:
        key += ".vetoed"
    elif move.slipped:
        key += ".slipped"
    stance = stance_words(cast.words, move.stance, move.face)
    title = ref_name(cast, refs[f"move/{move.move}"])
    return cast.words(key, party=cast.party(move.party), stance=stance, move=title)


def _log_details(cast: Cast, refs: Mapping[str, Ref], entry: TimelineEntry) -> Iterator[str]:
    words = cast.words
    for each in entry.script_events:
        event = event_words(cast, refs[f"event/{each.event}"])
        key = "debrief.2.occasion" if each.party is None else "debrief.2.befell"
        yield words(key, event=event, party=cast.party(each.party))
    for told in entry.owned_up:
        named = ref_names(cast, (refs[f"move/{move}"] for move in told.moves))
        gaps = {"party": cast.party(told.party), "to": cast.party(told.to)}
        yield words("debrief.2.owned-up", moves=named, **gaps)
    for seen in entry.noticed:
        who = {"by": cast.party(seen.by), "of": cast.party(seen.of)}
        match seen:
            case Suspected():
                yield words("debrief.2.suspected", **who)
            case Discovered():
                titles = [ref_name(cast, refs[f"move/{move}"]) for move in seen.moves]
                moves = words.all_of([f"“{title}”" for title in titles])
                yield words("debrief.2.discovered", moves=moves, **who)
            case _:
                assert_never(seen)
    if entry.between:
        phase = ref_name(cast, entry.phase)
        yield words("debrief.2.between", parties=cast.parties(entry.between), phase=phase)
    for move in entry.moves:
        if move.handed is not None:
            prop = quoted_name(cast, refs[f"thing/{move.handed}"])
            yield words("debrief.2.handed", party=cast.party(move.handed_to), prop=prop)
    for party in entry.called_by if entry.kind == "round" else ():
        yield words("debrief.2.called", parties=cast.party(party))
    for made in entry.changes:
        parties = words.all_of([cast.party(party) for party in made.proposed_by])
        yield words("debrief.2.changed", party=parties, change=_change(cast, made))
    for made in entry.rejected:
        yield _rejected(cast, made)
    yield from _scenes(cast, entry)
    said = {scene.by for scene in entry.scenes if scene.response == "walk-out"}
    for party in entry.left:
        on = ".goes-on" if party in entry.went else ""
        if party not in said:
            yield words(f"debrief.2.left{on}", party=cast.party(party))
        elif on:
            yield words("debrief.2.went-on", party=cast.party(party))
    if entry.parted:
        yield words("debrief.2.parted")


def _scenes(cast: Cast, entry: TimelineEntry) -> Iterator[str]:
    """The confrontations that came of it, and what was kept back."""
    words, stood = cast.words, entry.trust_after
    for at, scene in enumerate(entry.scenes):
        yield from (_kept_back(cast, kept) for kept in entry.kept if kept.talks == at)
        by, of = cast.party(scene.by), cast.party(scene.of)
        told = [
            words(
                "debrief.2.scene",
                by=by, of=of, cause=cause_words(cast, scene), reply=reply_words(cast, scene),
                response=words(f"scene.short.{scene.response}"),
            )
        ]  # fmt: skip
        if scene.heard:
            hearers = cast.parties(scene.heard)
            told.append(words("debrief.2.scene.heard", by=hearers, n=len(scene.heard)))
        for moved in scene.moved:
            gaps = {"by": cast.party(moved.of), "of": cast.party(moved.by)}
            shift = {"before": points(moved.before), "after": points(moved.after)}
            told.append(words("debrief.2.scene.trust", **gaps, **shift))
        if scene.mean_after != stood:
            told.append(words("debrief.2.scene.mean", mean=points(scene.mean_after)))
        stood = scene.mean_after
        yield " ".join(told)
    yield from (_kept_back(cast, kept) for kept in entry.kept if kept.talks >= len(entry.scenes))


def _kept_back(cast: Cast, kept: Silence) -> str:
    """What somebody knew of another and did not bring up."""
    moves = ref_names(cast, kept.moves)
    gaps = {"by": cast.party(kept.by), "of": cast.party(kept.of), "moves": moves}
    return cast.words("debrief.2.kept.again" if kept.for_good else "debrief.2.kept", **gaps)


def _change(cast: Cast, made: ChangeMade) -> str:
    words, name = cast.words, ref_name(cast, made.thing)
    if made.action == "amount":
        if made.after is None:
            return words(f"change.amount.{made.chapter}", name=name)
        amount = round(float(made.after))
        told = with_unit(cast, amount, made.unit)
        return words(f"change.to.{made.chapter}", name=name, n=amount, amount=told)
    key: str = made.action
    if made.action in ("adopt", "drop"):
        key += f".{made.chapter}"
    elif made.action == "hold" and made.after in (None, "table"):
        key += ".table"
    key += ".again" if made.again else ""
    return words(f"change.{key}", name=name, holder=cast.party(str(made.after)))


def _rejected(cast: Cast, made: ChangeMade) -> str:
    """A proposal that did not go through, by whom and why."""
    words, party, what = cast.words, cast.parties(made.proposed_by), _change(cast, made)
    n = len(made.proposed_by)
    if made.gave_way_to is not None:
        other = cast.party(made.gave_way_to)
        return words("debrief.2.rejected.rival", party=party, n=n, change=what, other=other)
    told = [words("debrief.2.rejected", party=party, n=n, change=what)]
    for each in made.against:
        why = made.reasons.get(each)
        key = "rejected.against" if why is None else "rejected.against.why"
        said = reason_words(words, why) if why is not None else ""
        told.append(words(key, party=cast.party(each), why=said))
    return " ".join(told)


# 3: what each side knew


def _known(cast: Cast, found: Findings, people: Collection[str]) -> Iterator[Line]:
    words, known = cast.words, found.knowledge
    for party in known.parties:
        yield Line("subheading", cast.party(party.id))
        yield from _secrets(cast, party)
    for party in known.parties:
        if party.wants and party.id in people:
            yield from _own_wants(cast, party)
    yield Line("subheading", words("debrief.3.hidden"))
    hidden = list(_hidden(cast, found))
    if not hidden:
        yield Line("note", words("debrief.3.no-guile"))
    else:
        yield Line("note", words("debrief.3.value"))
    for _, told in sorted([*hidden, *_suspected(cast, found)]):
        yield Line("number", told)
    if known.forecasts and any(each.persona for each in found.stand_ins):
        yield Line("note", words("inside.for.guesses"))
    for forecast in known.forecasts:
        told = words(
            "debrief.3.forecasts" if forecast.right else "debrief.3.forecasts.none",
            party=cast.party(forecast.party), right=forecast.right, count=forecast.count,
        )  # fmt: skip
        yield Line("number", told)
    yield from stated_trust(cast, known.stated_trust)
    yield from divisions_told(cast, found)


def _own_wants(cast: Cast, party: PartyKnown) -> Iterator[Line]:
    """What a reader's own party wanted: what became of what is not measured, only they can say."""
    unmeasured = [want for want in party.wants if want.met is None]
    if not unmeasured:
        return
    yield Line("subheading", cast.words("debrief.3.your-wants", party=cast.party(party.id)))
    for want in sorted(unmeasured, key=lambda want: -want.weight):
        yield Line("detail", first_up(_want_name(cast, want)))
    yield Line("question", cast.words("debrief.3.came-of-it"))


def _want_name(cast: Cast, want: Want) -> str:
    return cast.words.of(want.name) if want.name else want.id


def _wants_met(cast: Cast, party: PartyKnown) -> Iterator[Line]:
    """What came of what a party was after, as far as the author says when it is met."""
    for want in sorted(party.wants, key=lambda want: -want.weight):
        if want.met is not None:
            name = want.name or Text(nl=want.id, en=want.id)
            yield Line("detail", want_words(cast, name, want.met))


def _secrets(cast: Cast, party: PartyKnown) -> Iterator[Line]:
    words, name = cast.words, cast.party(party.id)
    private = words.of(party.private)
    yield Line("told", words("debrief.3.private", party=name, text=private))
    if party.wants:
        wants = [
            _want_name(cast, want) for want in sorted(party.wants, key=lambda want: -want.weight)
        ]
        wanted = words.all_of([f"“{first_up(want)}”" for want in wants])
        yield Line("told", words("debrief.3.wants", party=name, wants=wanted))
        yield from _wants_met(cast, party)
    for role in party.roles:
        if role.brief is not None and (role.at_start or role.at_end):
            text = words.of(role.brief)
            yield Line("detail", words("debrief.3.person", name=role.name, text=text))
    for number, told in party.told:
        yield Line("detail", words("debrief.3.told", round=number, party=name, text=words.of(told)))


def _hidden(cast: Cast, found: Findings) -> Iterator[tuple[int, str]]:
    """By round, all that was hidden in it."""
    for number, hidden in groupby(found.knowledge.guile, key=lambda guile: guile.round):
        yield number, _guile(cast, found, tuple(hidden))


def _played(cast: Cast, party: str, move: str) -> str:
    return cast.words("debrief.3.guile.move", party=cast.party(party), move=move)


def _suspected(cast: Cast, found: Findings) -> Iterator[tuple[int, str]]:
    """By round, what was wrongly suspected in it."""
    for each in found.knowledge.suspicions:
        made = (m for m in found.timeline[each.at].moves if m.party == each.of)
        if each.false and (move := next(made, None)) is not None:
            yield each.round, cast.words(
                "debrief.3.false",
                round=each.round, by=cast.party(each.by), of=cast.party(each.of),
                move=ref_name(cast, found.refs[f"move/{move.move}"]),
            )  # fmt: skip


def _guile(cast: Cast, found: Findings, hidden: Sequence[Guile]) -> str:
    """What was hidden in one round, how each came out of that round, and who found out when."""
    words, first = cast.words, hidden[0]
    did = [_played(cast, each.party, ref_name(cast, each.move)) for each in hidden]
    if len(hidden) > 1 and len({each.move for each in hidden}) == 1:
        parties = cast.parties([each.party for each in hidden])
        move = ref_name(cast, first.move)
        did = [words("debrief.3.guile.same", parties=parties, n=len(hidden), move=move)]
    changed = [
        words("debrief.3.guile.changed", party=cast.party(party), change=change(by))
        for party, by in first.changed.items()
    ]
    told = [
        words("debrief.3.guile", round=first.round, did=words.all_of(did)),
        words("debrief.3.guile.broken")
        if first.broken_off
        else words("debrief.3.guile.round", changes=words.all_of(changed)),
    ]
    came_out = [each for guile in hidden for each in _came_out(cast, found, guile, len(hidden))]
    told += [text for _, text in sorted(came_out, key=lambda each: each[0])]
    return " ".join(told)


_NEVER = 10_000


def _came_out(cast: Cast, found: Findings, guile: Guile, among: int) -> Iterator[tuple[int, str]]:
    """Who found out when, each with its round. among: of how many moves hidden in that round it is
    one.
    """
    words = cast.words
    of = words("debrief.3.guile.of", party=cast.party(guile.party)) if among > 1 else ""
    found_out = {by: when for by, when in guile.discovered.items() if by not in guile.heard}
    together: dict[tuple[int, str], list[str]] = {}
    for by, when in found_out.items():
        how = ".moment" if _in_moment(found, guile, by) else ".now" if when == guile.round else ""
        together.setdefault((when, how), []).append(by)
    for (when, how), some in together.items():
        gaps = {"by": cast.parties(some), "n": len(some), "of": of, "round": when}
        yield when, words(f"debrief.3.guile.found{how}", **gaps)
    for who in dict.fromkeys(guile.heard.values()):
        hearers = [by for by, raised in guile.heard.items() if raised == who]
        when = guile.discovered[hearers[0]]
        gaps = {"who": cast.party(who), "by": cast.parties(hearers), "round": when}
        did = words("debrief.3.guile.of", party=cast.party(guile.party))
        yield when, words("debrief.3.guile.heard", of=did, **gaps)
    for when in dict.fromkeys(guile.owned_up.values()):
        told = cast.parties([by for by, since in guile.owned_up.items() if since == when])
        gaps = {"party": cast.party(guile.party), "to": told, "round": when}
        yield when, words("debrief.3.guile.owned-up", **gaps)
    for by, since in guile.knew.items():
        party = cast.party(guile.party)
        yield 0, words("debrief.3.guile.known", by=cast.party(by), round=since, party=party)
    if guile.never_by:
        of = words("debrief.3.guile.of", party=cast.party(guile.party))
        yield _NEVER, words("debrief.3.guile.never", by=cast.parties(guile.never_by), of=of)
    if guile.was_alone:
        key = "debrief.3.guile.alone.of" if among > 1 else "debrief.3.guile.alone"
        yield _NEVER, words(key, party=cast.party(guile.party))


def _in_moment(found: Findings, guile: Guile, by: str) -> bool:
    """Whether that party found it out in the reflection moment after the round."""
    return any(
        (seen.by, seen.of) == (by, guile.party) and guile.move.id in seen.moves
        for entry in found.timeline
        if entry.kind == "moment" and entry.round == guile.discovered[by]
        for seen in entry.noticed
        if isinstance(seen, Discovered)
    )


# 4: the path through figure 2


def _map(cast: Cast, found: Findings) -> Iterator[Line]:
    words, path = cast.words, found.quadrants
    gaps = {"trust": points(path.border_trust), "formal": points(path.border_formal)}
    yield Line("note", words("debrief.4.borders", notable=points(path.margin), **gaps))
    advised: set[str] = set()
    for _, group in groupby(path.path, key=lambda point: (point.trust_is, point.paper_is)):
        stay = list(group)
        # After the end there is nothing to be wise about; and what is told once is told.
        is_over = found.outcome.outcome is not None and stay[0] is path.path[-1]
        yield Line("number", _stay(cast, stay, is_over=is_over))
        advice = stay[0].advice
        if not is_over and advice is not None and advice not in advised:
            advised.add(advice)
            yield Line("detail", words("debrief.4.advice", advice=words(f"advice.{advice}")))


def place_words(words: Words, point: QuadrantPoint) -> str:
    """How much trust and how much paper there was."""
    spread = {"lowest": points(point.lowest), "highest": points(point.highest)}
    return words(
        "map.place",
        trust=words(f"map.trust.{point.trust_is}", **spread),
        paper=words(f"map.paper.{point.paper_is}"),
    )


def _stay(cast: Cast, stay: Sequence[QuadrantPoint], *, is_over: bool) -> str:
    words, last = cast.words, stay[-1]
    rounds = [point.round for point in stay if point.round > 0]
    gaps = {
        "place": place_words(words, last),
        "trust": points(last.trust),
        "formal": points(last.formal_overlap),
    }
    if not rounds:
        return words("debrief.4.point.start", **gaps)
    if len(rounds) < len(stay):
        return words("debrief.4.point.begun", rounds=rounds[-1], **gaps)
    key = "debrief.4.point.end" if is_over else "debrief.4.point"
    return words(key, rounds=_span(rounds), n=len(rounds), **gaps)


def _span(rounds: Sequence[int]) -> str:
    first, last = rounds[0], rounds[-1]
    return str(first) if first == last else f"{first}–{last}"


# 5: what if


def _what_if(cast: Cast, found: Findings) -> Iterator[Line]:
    words = cast.words
    if not found.what_if:
        yield Line("note", words("debrief.5.none"))
        return
    yield what_if_label(cast, found)
    for each in telling_forks(found):
        yield from fork_lines(cast, found, each)


def what_if_label(cast: Cast, found: Findings) -> Line:
    """What a what-if is and is not."""
    return Line("note", cast.words("debrief.5.label", plays=found.what_if[0].plays))


def telling_forks(found: Findings) -> tuple[WhatIf, ...]:
    """Those in which the other choice made a difference, in order of the play; if it did in none,
    the first.
    """
    in_order = sorted(found.what_if, key=lambda fork: fork.at)
    return tuple(fork for fork in in_order if makes_a_difference(fork)) or found.what_if[:1]


def _fork_told(cast: Cast, fork: WhatIf) -> Line:
    move, other = ref_name(cast, fork.as_played.move), ref_name(cast, fork.what_if.move)
    party = cast.party(fork.party)
    told = cast.words("debrief.5.fork", round=fork.round, party=party, move=move, other=other)
    return Line("told", told)


def fork_lines(cast: Cast, found: Findings, fork: WhatIf, *, brief: bool = False) -> Iterator[Line]:
    """Another move in one round, and what would have happened. brief: on a wall, without how sure
    that is.
    """
    words = cast.words
    yield _fork_told(cast, fork)
    counts = frequencies(fork)
    told = [words("debrief.5.success", **counts)]
    if fork.success.sign and not brief:
        apart = abs(counts["instead"] - counts["played"])
        margin = round((fork.success.high - fork.success.low) / 2 * fork.plays)
        told.append(words("debrief.5.margin", apart=apart, margin=margin))
    unlike = beside_own(found.outcome, fork)
    if unlike is not None and fork is _first_unlike(found, fork):
        told.append(words(unlike))
    if fork.what_if.hides and fork.success.sign > 0:
        told.append(words("look.if.hides", other=ref_name(cast, fork.what_if.move)))
    yield Line("number", " ".join(told))
    if not fork.success.sign:
        yield Line("number", words("debrief.5.unsure"))
    elif fork.success.mean < 0:
        yield Line("number", words("debrief.5.better"))


def _first_unlike(found: Findings, fork: WhatIf) -> WhatIf:
    """The first that says the same of how the play itself ended: that is told once."""
    said = beside_own(found.outcome, fork)
    alike = (each for each in telling_forks(found) if beside_own(found.outcome, each) == said)
    return next(alike, fork)


# 6: the five theses


def _theses(cast: Cast, found: Findings) -> Iterator[Line]:
    words = cast.words
    for thesis in found.theses:
        text = words("debrief.6.thesis", n=thesis.number, text=words(f"thesis.{thesis.number}"))
        yield Line("subheading", text)
        for side, items in (("for", thesis.in_favour), ("against", thesis.against)):
            for told in evidence_told(cast, [each for each in items if each.code != NOTHING]):
                yield Line("detail", words(f"debrief.6.{side}", text=told))
    yield from _nothing_found(cast, found)
    yield from goals(cast, found)


def _nothing_found(cast: Cast, found: Findings) -> Iterator[Line]:
    """Of each thesis on which the play says nothing, where it would have shown."""
    for thesis in found.theses:
        if all(each.code == NOTHING for each in (*thesis.in_favour, *thesis.against)):
            key = f"debrief.6.nothing.{thesis.number}"
            yield Line("note", cast.words(key, notable=points(found.quadrants.margin)))


def evidence_told(cast: Cast, items: Sequence[Evidence]) -> Iterator[str]:
    """The first of each kind of evidence: three of a kind are no more convincing than one."""
    for each in tuple({each.code: each for each in reversed(items)}.values())[::-1]:
        yield evidence_text(cast, each)


def goals(cast: Cast, found: Findings) -> Iterator[Line]:
    """What the scenario meant to teach, and what its author asks."""
    words = cast.words
    yield Line("subheading", words("debrief.6.goals"))
    for goal in found.goals:
        text = words("debrief.6.goal", text=words.of(goal.text), thesis=goal.thesis)
        yield Line("detail", text)
    on_page = found.story_of(None).questions
    written = [each for each in _written(found) if each not in on_page]
    if written:
        yield Line("subheading", words("debrief.author"))
    for question in written[:_QUESTIONS]:
        yield Line("question", words.of(question))


# 7: the game itself


def _the_game(cast: Cast, found: Findings) -> Iterator[Line]:
    words, groups = cast.words, ledger_groups(found)
    if not any(key == "changed" for key, _ in groups):
        yield Line("note", words("ledger.none-changed"))
    for key, lines in groups:
        yield Line("subheading", words(f"ledger.{key}"))
        for chapter, group in groupby(lines, key=lambda line: line.chapter):
            names = "; ".join(ledger_entry(cast, key, line) for line in group)
            head = words(f"chapter.{chapter}")
            yield Line("detail", sentence(words("ledger.line", chapter=head, name=names)))
    yield from patterns(cast, found)


_TOUCHED = frozenset({"adopted", "dropped", "changed", "put-back"})
LedgerGroup = Literal["changed", "by-script", "proposed-and-rejected", "never-questioned"]


def ledger_groups(found: Findings) -> tuple[tuple[LedgerGroup, tuple[LedgerLine, ...]], ...]:
    """The parts of the game by what became of them; empty groups are left out."""
    lines = found.ledger
    touched = (line for line in lines if line.status in _TOUCHED and line.changes)
    refused = [each for line in lines for each in _still_refused(line)]
    refused += _refused_parting(found)
    silent = (line for line in lines if line.open)
    groups: tuple[tuple[LedgerGroup, Iterable[LedgerLine]], ...] = (
        ("changed", touched), ("by-script", (line for line in lines if line.by_script)),
        ("proposed-and-rejected", refused), ("never-questioned", silent),
    )  # fmt: skip
    named = ((key, tuple(some)) for key, some in groups)
    return tuple((key, some) for key, some in named if some)


def _still_refused(line: LedgerLine) -> Iterator[LedgerLine]:
    """The line with those of its proposals that came to nothing, if there are any."""

    def asked(made: ChangeMade) -> tuple[object, ...]:
        return made.action, made.after if made.action in ("amount", "hold") else None

    done = {asked(made) for made in line.changes}
    left = tuple(made for made in line.rejected if asked(made) not in done)
    if left:
        yield replace(line, rejected=left)


def fixed_things(found: Findings) -> tuple[LedgerLine, ...]:
    """The parts of the game that nobody could change."""
    return tuple(line for line in found.ledger if line.status == "not-negotiable")


def _refused_parting(found: Findings) -> tuple[LedgerLine, ...]:
    """The proposals to part, if that never happened: no thing of the game, but it was said."""
    entries = found.timeline
    asked = tuple(made for entry in entries for made in entry.rejected if made.action == "part")
    if not asked or any(entry.parted for entry in entries):
        return ()
    return (
        LedgerLine(
            asked[0].thing, asked[0].chapter, "proposed-and-rejected",
            given=False, in_force=False, by_script=None, start=None, end=None, holder=None,
            changes=(), rejected=asked,
        ),
    )  # fmt: skip


_QUOTED = frozenset({"rules", "rituals", "script"})


def _thing_name(cast: Cast, line: LedgerLine) -> str:
    """The name of a thing as it stands in a list: what is a title of its own in quotation marks."""
    if line.thing.name is None:
        return cast.words("change.part")
    quoted = line.chapter in _QUOTED
    return quoted_name(cast, line.thing) if quoted else ref_name(cast, line.thing)


def _proposals(cast: Cast, proposals: Sequence[ChangeMade]) -> str:
    """What was proposed in vain, by whom and when."""
    rounds: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for made in proposals:
        rounds.setdefault((_to_do(cast, made), made.proposed_by), []).append(str(made.round))
    told = [
        cast.words(
            "ledger.refused.by",
            how=how, party=cast.parties(by), n=len(after), rounds=cast.words.all_of(after),
        )
        for (how, by), after in rounds.items()
    ]  # fmt: skip
    return "; ".join(told)


def _to_do(cast: Cast, made: ChangeMade) -> str:
    """What was to be done with a rule, ritual or prop; of other things their name says it."""
    if made.chapter not in ("rules", "rituals", "props") or made.after == "table":
        return ""
    if made.action == "hold":
        return cast.words("ledger.how.hold", holder=cast.party(str(made.after)))
    amount = "" if made.after is None else with_unit(cast, round(float(made.after)), made.unit)
    key = f"ledger.how.{made.action}"
    return cast.words(key, amount=amount) if cast.words.has(key) else ""


def ledger_entry(cast: Cast, key: LedgerGroup, line: LedgerLine) -> str:
    """The name of a thing and, if it was changed or that was refused, how."""
    name = _thing_name(cast, line)
    if key == "proposed-and-rejected":
        return cast.words("ledger.refused", name=name, proposals=_proposals(cast, line.rejected))
    if key == "by-script":
        own = f"ledger.status.{line.by_script}.{line.chapter}"
        how = own if cast.words.has(own) else f"ledger.status.{line.by_script}"
        return cast.words(how, name=name)
    if key != "changed":
        return open_words(cast, line)
    if line.status == "changed" and line.start is not None and line.end is not None:
        amounts = {"start": line.start, "end": with_unit(cast, line.end, line.unit)}
        return cast.words("ledger.status.changed.amount", name=name, **amounts)
    if line.status == "changed" and line.holder is not None:
        how = "table" if line.holder == "table" else "party"
        holder = cast.party(line.holder)
        return cast.words(f"ledger.status.held.{how}", name=name, holder=holder)
    own = f"ledger.status.{line.status}.{line.chapter}"
    return cast.words(own if cast.words.has(own) else f"ledger.status.{line.status}", name=name)


def open_words(cast: Cast, line: LedgerLine) -> str:
    """What could have been another way: of a phase how long it lasts, of a person whether they sit
    at the table.
    """
    name = _thing_name(cast, line)
    if line.chapter == "script" and line.start is not None:
        return cast.words("ledger.open.length", name=name)
    if line.chapter == "roles":
        return cast.words("ledger.open.out" if line.in_force else "ledger.open.in", name=name)
    return name


def patterns(cast: Cast, found: Findings) -> Iterator[Line]:
    """The patterns in this play, if there are any."""
    told = [pattern for pattern in found.patterns.found if not _is_told_by(found, pattern)]
    if told:
        yield Line("subheading", cast.words("pattern.head"))
    for pattern in told:
        yield Line("told", _pattern(cast, pattern))


def _is_told_by(found: Findings, pattern: PatternFound) -> bool:
    """Whether another line tells it: of hidden moves that they never came out, of paper a thesis,
    and of changes the ledger.
    """
    if pattern.code == "paper-wall":
        return any(each.code == "paper-without-trust" for each in found.theses[1].in_favour)
    if pattern.code == "changed-the-game":
        return True
    others = [each for each in found.patterns.found if each is not pattern]
    return (
        pattern.code in ("early-betrayal", "late-betrayal")
        # Told of one side only, it would seem that the other did not.
        and all(each.code != pattern.code for each in others)
        and any(
            (each.parties, each.rounds) == (pattern.parties, pattern.rounds)
            for each in others
            if each.code == "hidden-guile"
        )
    )


# Numbers of patterns that count something; all others are shares.
_COUNTED = frozenset({"things", "changes", "moments", "same", "of", "gives", "returns"})


def _pattern(cast: Cast, pattern: PatternFound) -> str:
    words, parties = cast.words, pattern.parties
    return words(
        _pattern_key(pattern),
        parties=cast.parties(parties),
        giver=cast.party(parties[0]) if parties else "",
        taker=cast.party(parties[-1]) if parties else "",
        takers=cast.parties(parties[1:]),
        others=cast.parties([party for party in cast.names if party not in parties]),
        rounds=words.all_of([str(each) for each in pattern.rounds]),
        n=len(pattern.rounds),
        first=min(pattern.rounds, default=0),
        last=max(pattern.rounds, default=0),
        **{
            name: round(number) if name in _COUNTED else points(number)
            for name, number in pattern.numbers.items()
        },
    )


def _pattern_key(pattern: PatternFound) -> str:
    """The sentence for a pattern: another where it began at the start, or where no moment was."""
    key = f"pattern.{pattern.code}"
    if pattern.code == "repaired" and not min(pattern.rounds):
        return f"{key}.start"
    if pattern.code == "one-sided-giving":
        _giver, *takers = pattern.parties
        how = ".most" if len(takers) > 1 else ""
        return f"{key}{how if pattern.numbers['returns'] else '.never'}"
    return f"{key}.none" if pattern.code == "never-spoke" and not pattern.rounds else key


def _next(cast: Cast, found: Findings) -> Iterator[Line]:
    """What to write down, where nobody has done so."""
    if any(each.said(name) for each in found.afterthoughts for name in FRIDAY):
        return
    for name in FRIDAY:
        yield Line("detail", cast.words(f"afterthoughts.ask.{name}"))
