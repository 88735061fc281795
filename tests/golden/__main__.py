"""Write the golden plays anew: `uv run python -m tests.golden`. Review the difference it makes."""

from tests.golden.plays import GOLDEN, golden_plays, path_of

for old in GOLDEN.glob("*.txt"):
    old.unlink()
for name, text in golden_plays():
    path_of(name).write_text(text, encoding="utf-8")
