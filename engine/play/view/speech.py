"""Who says what: the author's lines with the people who speak them."""

from engine.play.compiled import CompiledScenario
from engine.play.events.kinds import Part
from engine.play.state import Stage
from engine.play.view.records import Speaker, Utterance
from engine.scenario.schema import Line


def scripted_lines(
    compiled: CompiledScenario, phase_id: str, part: Part, index: int
) -> tuple[Utterance, ...]:
    """The lines of that part of a phase; index: of the situation, of a question its stage."""
    script = compiled.scenario.script
    phase = script.phases[phase_id]
    if part == "ask":
        reflection = phase.reflection or script.called
        if reflection is None:
            return ()
        first = index == Stage.DIFFERENCES
        step = reflection.differences if first else reflection.bottlenecks
        return (Utterance(step.ask),)
    lines = phase.opens_with if part == "opens_with" else phase.situations[index].lines
    return tuple(line_of(compiled, line) for line in lines)


def line_of(compiled: CompiledScenario, line: Line) -> Utterance:
    """A line of the author as it is told or said."""
    speaker = None if line.speaker is None else speaker_of(compiled, line.speaker)
    return Utterance(line.say[0], speaker)


def speaker_of(compiled: CompiledScenario, address: str) -> Speaker:
    """The person with that address."""
    role = compiled.scenario.role(address)
    return Speaker(address, role.name, role.title, address.partition(".")[0])


def lead_of(compiled: CompiledScenario, party: str) -> Speaker:
    """The person who speaks for a party."""
    return speaker_of(compiled, f"{party}.{compiled.scenario.parties[party].lead}")
