"""What the program is called, so that what it prints can be typed."""

import sys
from pathlib import Path

_INSTALLED = "samenspel"


def short_name() -> str:
    """Its name in a usage line: that of the installed command, or of the file in the repository."""
    return _INSTALLED if is_installed() else "main.py"


def is_installed() -> bool:
    """Whether it was started by the command that an installation makes."""
    return Path(sys.argv[0]).stem == _INSTALLED
