"""Commands run as in the tests of the game."""

from tests.game.conftest import home, run

__all__ = ["home", "run"]
