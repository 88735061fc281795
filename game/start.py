"""The program, from its first line to its exit code."""

import sys


def run() -> int:
    """The exit code of the program."""
    try:
        from game.startup import take_along, what_is_missing

        take_along()
        missing = what_is_missing(sys.argv[1:])
        if missing:
            sys.stderr.write(missing + "\n")
            return 2
        from game.cli import main

        return main(sys.argv[1:])
    except KeyboardInterrupt:
        return 130  # as a shell reports it: 128 plus the number of the signal
