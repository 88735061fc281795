"""Who says what: lines with the people who speak them."""

from engine.play.compiled import CompiledScenario
from engine.play.events.kinds import Spoken
from engine.play.view.records import Speaker, Utterance


def utterance(compiled: CompiledScenario, spoken: Spoken) -> Utterance:
    """A line with who says it."""
    speaker = None if spoken.speaker is None else speaker_of(compiled, spoken.speaker)
    return Utterance(spoken.text, speaker)


def utterances(compiled: CompiledScenario, lines: tuple[Spoken, ...]) -> tuple[Utterance, ...]:
    """Lines with who says them."""
    return tuple(utterance(compiled, spoken) for spoken in lines)


def speaker_of(compiled: CompiledScenario, address: str) -> Speaker:
    """The person with that address."""
    role = compiled.scenario.role(address)
    return Speaker(address, role.name, role.title, address.partition(".")[0])
