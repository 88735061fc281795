"""The laboratory: published experiments stated in a file, and classical strategies."""
