"""What places are made of: the light of an hour, what lies outside, what rooms are built of."""
