"""What people see and do: commands, the window, the workshop, and all their words."""

__version__ = "0.1.0"
