"""Prints every mistake with what `check` says about it."""

from tests.scenario.mistakes.cases import NAMED
from tests.scenario.mistakes.seeded import SEEDED
from tests.scenario.mistakes.verdicts import Verdict, judge


def _row(verdict: Verdict) -> str:
    mistake, problems = verdict.mistake, verdict.problems
    said = f"{problems[0].line}:{problems[0].code}" if problems else "nothing"
    way = ("pasted" if verdict.is_pasted else "author") if verdict.is_repaired else "NO"
    mark = "" if verdict.is_right else "  <--"
    wanted = f"{mistake.line}:{mistake.code}"
    return f"{mistake.name:<44} {wanted:<28} {said:<28} {len(problems):>2}  {way}{mark}"


def main() -> None:
    """Print the tables, and of each the share that is right."""
    for title, mistakes in (("named", NAMED), ("seeded", SEEDED)):
        verdicts = [judge(mistake) for mistake in mistakes]
        print(f"\n{title:<44} {'should say':<28} {'says':<28} {'n':>2}  repair")
        for verdict in verdicts:
            print(_row(verdict))
        right = sum(verdict.is_right for verdict in verdicts)
        pasted = sum(verdict.is_repaired and verdict.is_pasted for verdict in verdicts)
        print(f"{right} of {len(verdicts)} right ({100 * right / len(verdicts):.0f}%)", end="; ")
        print(f"{pasted} mended by pasting alone")


if __name__ == "__main__":
    main()
