"""The program, from its first line to its exit code."""

import gc
import sys

# Design choice: how many new things there are before Python looks for those that are not used any
# more. Reading a scenario makes a hundred thousand and keeps them: looking as often as Python does
# by itself (every 700) takes a seventh of the time of `check`.
BEFORE_LOOKING = 50_000


def run() -> int:
    """The exit code of the program."""
    gc.set_threshold(BEFORE_LOOKING)
    try:
        from game.startup import take_along, what_is_missing

        take_along()
        missing = what_is_missing(sys.argv[1:])
        if missing:
            sys.stderr.write(missing + "\n")
            return 2
        from game.cli import main

        code = main(sys.argv[1:])
        gc.freeze()  # what is left goes with the program: looking through it takes a moment
        return code
    except KeyboardInterrupt:
        return 130  # as a shell reports it: 128 plus the number of the signal
