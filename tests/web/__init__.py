"""The workshop over http."""
