"""More about a code than its message: why it matters, and an example."""

from engine.scenario.catalogue import codes, wording
from engine.scenario.vocabulary import Language


def explain(code: str, language: Language) -> str | None:
    """What a code means, why it matters and an example; None if there is no such code."""
    about = codes().get(code)
    if about is None:
        return None
    words = wording(language)
    parts = [f"{code} ({words.severity[about.severity]})", words.entries[code].why]
    if about.right is not None and about.wrong is not None:
        parts.append(f"{words.wrong}:\n{_indented(about.wrong, words.left_out)}")
        parts.append(f"{words.right}:\n{_indented(about.right, words.left_out)}")
    return "\n\n".join(parts)


def _indented(fragment: str, left_out: str) -> str:
    lines = fragment.rstrip("\n").split("\n") if fragment.strip() else [left_out]
    return "\n".join(f"    {line}" for line in lines)
