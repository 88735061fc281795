"""Mistakes that authors make, and what `check` says about each.

`python -m tests.scenario.mistakes` prints them as a table.
"""
