"""The screens, one module for each part of a play."""
