"""A scenario played for its author: what plays come to, what they never come to, and how often."""
