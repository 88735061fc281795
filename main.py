"""The entry point: `python main.py` plays; `python main.py --help` lists everything else."""

import sys

if __name__ == "__main__":
    from game.start import run

    sys.exit(run())
