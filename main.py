"""The entry point: `python main.py` plays; `python main.py --help` lists everything else."""

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
        return 130  # as a shell reports it: 128 plus the number of the signal


if __name__ == "__main__":
    sys.exit(run())
