"""The way in: `python main.py` plays; `python main.py --help` tells what else there is."""

import sys


def run() -> int:
    """The exit code of the program."""
    try:
        from game.startup import what_is_missing

        missing = what_is_missing(sys.argv[1:])
        if missing:
            sys.stderr.write(missing + "\n")
            return 2
        from game.cli import main

        return main(sys.argv[1:])
    except KeyboardInterrupt:
        return 130  # as a shell counts it: 128 and the number of the signal


if __name__ == "__main__":
    sys.exit(run())
