"""A secret is reported if somebody else reads it during play, and only then."""

from pathlib import Path

import pytest

from engine.scenario.load import load_text

SMALL = Path(__file__).parent.parent / "scenarios" / "valid" / "small.yaml"
SECRET = "The van fails its test in May and nobody may hear of it."  # only North Bakery knows

# Another place for that sentence: the text there now, and the text with the secret.
ONLY_NORTH_READS_IT = {
    "a brief of its own people": ("title: baker}", f"title: baker, brief: {SECRET}}}"),
    "the title of a move of its own": ("title: Show the logbook", f"title: {SECRET}"),
    "what a move of its own risks": ("text: May is in it.", f"text: {SECRET}"),
    "a goal of its own": (
        "wants: {quiet: 40}",
        f"wants: {{quiet: 40}}\n    want_names: {{quiet: {SECRET}}}",
    ),
}
NOBODY_READS_IT_IN_PLAY = {
    "what the scenario teaches": ("text: Notice who wrote the rules.", f"text: {SECRET}"),
    "an ending": ("text: It drives.", f"text: {SECRET}"),
    "a question of the debrief": (
        "endings:",
        f"debrief: {{questions: [{{text: {SECRET}}}]}}\nendings:",
    ),
    "a note for the trainer": ("endings:", f"debrief: {{trainer: {{goal: {SECRET}}}}}\nendings:"),
}
OTHERS_READ_IT = {
    "the brief of the other party": (
        "private: Ten of them have already left.",
        f"private: {SECRET}",
    ),
    "a brief of the other's people": ("title: owner}", f"title: owner, brief: {SECRET}}}"),
    "what everybody knows of a party": ("public: Owns the van.", f"public: {SECRET}"),
    "what others see of a move": ("face: A greasy book.", f"face: {SECRET}"),
    "what a move that all can play risks": ("text: You need them yourself.", f"text: {SECRET}"),
    "a rule": ("text: No van without money.", f"text: {SECRET}"),
    "an answer": ("say: And who drives?", f"say: {SECRET}"),
    "an event": ("text: It stands still.", f"text: {SECRET}"),
}


def problems(change: tuple[str, str]) -> list[tuple[str, object]]:
    """The problems of the scenario with that change, and whose secret they speak of."""
    text = SMALL.read_text(encoding="utf-8")
    old, new = change
    assert text.count(old) == 1
    found = load_text(text.replace(old, new), "van.yaml").problems
    return [(problem.code, problem.params.get("party")) for problem in found]


@pytest.mark.parametrize("place", ONLY_NORTH_READS_IT | NOBODY_READS_IT_IN_PLAY)
def test_a_secret_may_stand_where_no_other_party_reads_it_in_play(place: str) -> None:
    assert problems((ONLY_NORTH_READS_IT | NOBODY_READS_IT_IN_PLAY)[place]) == []


@pytest.mark.parametrize("place", OTHERS_READ_IT)
def test_a_secret_is_told_where_another_party_reads_it(place: str) -> None:
    assert problems(OTHERS_READ_IT[place]) == [("secret-told", "north")]
