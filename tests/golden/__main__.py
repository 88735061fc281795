"""Write the golden plays again: `uv run python -m tests.golden`. Review the differences."""

from tests.golden.plays import GOLDEN, PLAYS, golden_play, path_of

for old in GOLDEN.glob("*.txt"):
    old.unlink()
for name in PLAYS:
    path_of(name).write_text(golden_play(name), encoding="utf-8")
