"""The entry point: `python main.py` plays; `python main.py --help` lists everything else."""

import sys

from game.startup import run

if __name__ == "__main__":
    sys.exit(run())
