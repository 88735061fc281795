"""The form that says from where to play: which phase, as whom, and in what state."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from engine.live_play import CompiledScenario
from engine.play.setting import Setting, could_hide, usual_rounds
from game.words import Words

CHAPTERS = ("rules", "rituals", "props", "roles", "script")


@dataclass(frozen=True, slots=True)
class TrustField:
    """The trust of one party in another. usual: what the scenario begins with, more or less."""

    name: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class ThingField:
    """Part of the game that can be in force or not."""

    name: str
    label: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class SecretField:
    """What a party may have done in secret, and who knows."""

    name: str
    label: str
    answers: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class From:
    """The form that says from where to play."""

    phase: str
    phases: tuple[tuple[str, str], ...]
    seat: str
    seats: tuple[tuple[str, str], ...]
    rounds: str
    usual_rounds: int
    trust: tuple[TrustField, ...]
    things: tuple[tuple[str, tuple[ThingField, ...]], ...]
    secrets: tuple[tuple[str, tuple[SecretField, ...]], ...]


HIDDEN, KNOWN = "hidden", "known"
THINGS = "things"  # says that the ticks are in the form: without one, a thing is not in force


def from_form(compiled: CompiledScenario, words: Words, seat: str, setting: Setting) -> From:
    """That form, filled in as the play is set up now."""
    scenario, phase = compiled.scenario, setting.phase or compiled.scenario.script.start
    parties = {name: words.of(party.name) for name, party in scenario.parties.items()}
    usual = usual_rounds(compiled, phase)
    return From(
        phase, tuple((n, words.of(each.name)) for n, each in scenario.script.phases.items()),
        seat, tuple(parties.items()), "" if setting.rounds == usual else str(setting.rounds), usual,
        tuple(_trust_fields(parties, words, setting)),
        tuple(_things(compiled, words, setting)),
        tuple(_secrets(compiled, words, parties, setting)),
    )  # fmt: skip


def _trust_fields(
    parties: Mapping[str, str], words: Words, setting: Setting
) -> Iterator[TrustField]:
    for one in parties:
        for other in parties:
            if one != other:
                label = words("studio.from.trust", one=parties[one], other=parties[other])
                value = setting.trust.get((one, other))
                yield TrustField(f"{one}.{other}", label, "" if value is None else str(value))


def _things(
    compiled: CompiledScenario, words: Words, setting: Setting
) -> Iterator[tuple[str, tuple[ThingField, ...]]]:
    for chapter in CHAPTERS:
        fields = []
        for at, thing in enumerate(compiled.elements):
            if thing.chapter == chapter:
                name = f"{chapter}/{thing.id}"
                begins = bool(compiled.starts[at])
                is_on = setting.in_force.get(name, begins)
                fields.append(ThingField(name, words.of(thing.name), is_on))
        if fields:
            yield words(f"chapter.{chapter}"), tuple(fields)


def _secrets(
    compiled: CompiledScenario, words: Words, parties: Mapping[str, str], setting: Setting
) -> Iterator[tuple[str, tuple[SecretField, ...]]]:
    fields: dict[str, list[SecretField]] = {}
    for party, move in could_hide(compiled):
        others = [name for name in parties if name != party]
        answers = [("", words("studio.from.not-done")), (HIDDEN, words("studio.from.hidden"))]
        answers += [
            (f"{KNOWN}.{name}", words("studio.from.known", party=parties[name])) for name in others
        ]
        if len(others) > 1:
            answers.append((KNOWN, words("studio.from.known-to-all")))
        knowing = setting.hidden.get((party, move))
        chosen = "" if knowing is None else HIDDEN if not knowing else KNOWN
        if knowing and len(knowing) == 1:
            chosen = f"{KNOWN}.{next(iter(knowing))}"
        title = words.of(compiled.scenario.moves[move].title)
        field = SecretField(f"{party}.{move}", title, tuple(answers), chosen)
        fields.setdefault(party, []).append(field)
    for party, some in fields.items():
        yield parties[party], tuple(some)


# --- read back ------------------------------------------------------------------------------------

_ROUNDS = 99  # design choice: more than any script has


def read_setting(compiled: CompiledScenario, form: Mapping[str, str]) -> tuple[str, Setting]:
    """The seat and the setting that the form asks for; what makes no sense is as the scenario says.

    A thing is named where it differs from how the scenario begins: whatever else the author changes
    is followed.
    """
    phases, parties = compiled.phases, compiled.parties
    phase = form.get("phase", "") if form.get("phase") in phases else compiled.scenario.script.start
    seat = form.get("seat", "") if form.get("seat") in parties else parties[0]
    trust = {
        (one, other): level
        for one in parties
        for other in parties
        if one != other and (level := _whole(form.get(f"trust.{one}.{other}", ""), 100)) is not None
    }
    in_force = {
        f"{thing.chapter}/{thing.id}": is_on
        for at, thing in enumerate(compiled.elements)
        if THINGS in form
        and thing.chapter in CHAPTERS
        and (is_on := f"on.{thing.chapter}/{thing.id}" in form) != bool(compiled.starts[at])
    }
    own = f"script/{phase}"
    rounds = _whole(form.get("rounds", ""), _ROUNDS)
    is_first = phase == compiled.scenario.script.start
    return seat, Setting(
        None if is_first else phase,
        trust,
        {name: is_on for name, is_on in in_force.items() if name != own},
        dict(_hidden(compiled, form)),
        usual_rounds(compiled, phase) if rounds is None else rounds,
    )


def _hidden(
    compiled: CompiledScenario, form: Mapping[str, str]
) -> Iterator[tuple[tuple[str, str], Set[str]]]:
    for party, move in could_hide(compiled):
        kind, _, who = form.get(f"secret.{party}.{move}", "").partition(".")
        others = frozenset(compiled.parties) - {party}
        if kind == HIDDEN:
            yield (party, move), frozenset()
        elif kind == KNOWN:
            yield (party, move), others & {who} if who else others


def _whole(written: str, most: int) -> int | None:
    text = written.strip()
    return min(int(text), most) if text.isascii() and text.isdigit() and len(text) < 5 else None
