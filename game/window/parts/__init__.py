"""Parts that several screens share: the frame, the game as it stands, the way out."""
