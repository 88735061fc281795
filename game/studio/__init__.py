"""The studio: a scenario followed while it is written. No screen and no server; see `game.web`."""
