"""What several screens are made of: the frame around them, the game as it stands, the way out."""
