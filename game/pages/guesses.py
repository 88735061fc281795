"""How sure a person can be of what another will do: the same wherever it is asked."""

# Chances that the expected stance is played; design choices. One in three is no guess at all.
HUNCH, SURE = 0.6, 0.85


def chance_of(*, is_sure: bool) -> float:
    """The chance that goes with a guess, in (1/3, 1)."""
    return SURE if is_sure else HUNCH
