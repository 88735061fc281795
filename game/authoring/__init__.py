"""What helps an author: a scenario to begin with, and what an editor needs to explain the rest."""

FEWEST_PARTIES, MOST_PARTIES = 2, 4  # what the format allows
FEWEST_ROUNDS, MOST_ROUNDS = 2, 12  # design choice: one in each talk, up to an afternoon of them
