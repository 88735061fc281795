"""Try many mutants by hand: `python -m tests.fuzz --inputs 100000 --seed 1`.

Prints how many there were, every exception with the number of its input, the slowest input and the
most memory used. The same seed makes the same inputs; `--only` tries one of them again.
"""

import argparse
import sys
import time
import traceback
from collections import Counter

from tests.fuzz.trial import is_trace, peak_megabytes, try_input

_SLOWEST = 2.0  # seconds: what is promised of any input
_MOST_MEMORY = 500  # megabytes
_TOLD = 20  # exceptions that are shown in full


def main() -> int:
    """0 when every input was answered, in time and in memory."""
    options = _options()
    numbers = [options.only] if options.only is not None else range(options.inputs)
    raised: Counter[str] = Counter()
    slowest, which = 0.0, 0
    for number in numbers:
        started = time.process_time()
        try:
            try_input(options.seed, number)
        except Exception as error:
            kind = "".join(traceback.format_exception_only(error)).strip().split("\n")[0]
            where = traceback.extract_tb(error.__traceback__)[-1]
            raised[f"{kind[:120]} ({where.name}:{where.lineno})"] += 1
            if raised.total() <= _TOLD or options.only is not None:
                _tell(number, error, whole=options.only is not None)
        took = time.process_time() - started
        if took > slowest:
            slowest, which = took, number
        if number % 10_000 == 9_999:
            print(f"{number + 1:>8,} inputs, {raised.total()} exceptions", flush=True)
    for kind, count in raised.most_common():
        print(f"{count:>6} x {kind}")
    memory = peak_megabytes()
    print(f"{len(numbers):,} inputs, {raised.total()} exceptions, slowest {slowest:.2f} s of the "
          f"processor (input {which}), peak memory {memory:.0f} MB")  # fmt: skip
    return int(raised.total() > 0 or slowest > _SLOWEST or memory > _MOST_MEMORY)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="the number of one input to try again")
    return parser.parse_args()


def _tell(number: int, error: Exception, *, whole: bool) -> None:
    what = "trace" if is_trace(number) else "scenario"
    lines = traceback.format_exception(error)
    print(f"input {number} ({what}):", "".join(lines if whole else lines[-2:]).strip(), sep="\n")


sys.exit(main())
