"""A published experiment as a game: payoffs by how many cooperate, and how it ends."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exit:
    """A way out, after any round: one party that takes it takes all of them out.

    pays: what each party gets from then on, a round. cost: what each party pays for it, once.
    """

    pays: float
    cost: float


@dataclass(frozen=True, slots=True)
class Lab:
    """A symmetric game of two or more parties, repeated.

    cooperating, defecting: (parties) what that pays, by how many of the others cooperate.
    continuation: probability of another round. error: probability that a choice comes out as its
    opposite; all parties see what came out.
    """

    title: str
    parties: int
    cooperating: tuple[float, ...]
    defecting: tuple[float, ...]
    continuation: float
    error: float = 0.0
    exit: Exit | None = None
