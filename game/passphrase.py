"""The secret of this laptop, of which the trainer's passphrase of each room is made.

It is also the key with which a room keeps the passphrase and people's PINs: whoever has the journal
without it can't find them by trying them all. What the journal gives away all the same: what people
are called, what they chose, wanted and wrote, and when.
"""

import hmac
import secrets
from pathlib import Path

from engine.files import read_file, write_file
from game import settings
from game.errors import UserError

_BEGINS, _GOES_ON = "bdfghklmnprstvwz", "aeiou"
_NAME = "workshop.key"


def passphrase(code: str) -> str:
    """The trainer's passphrase for a room, the same each time it is asked for on this laptop."""
    made = hmac.digest(secret(), code.encode(), "sha256")
    syllables = [_BEGINS[byte >> 4] + _GOES_ON[byte % 5] for byte in made[:8]]
    return "-".join("".join(syllables[at : at + 2]) for at in range(0, 8, 2))


def forget() -> None:
    """Remove the secret; a room that is opened later gets a passphrase made of another one."""
    kept_in().unlink(missing_ok=True)


def kept_in() -> Path:
    """The file of the secret."""
    return settings.home() / _NAME


def secret() -> bytes:
    """The secret of this laptop, made when it is first asked for."""
    path = kept_in()
    try:
        found = read_file(path, 64)
        if len(found) == 32:
            return found
    except OSError:
        pass
    fresh = secrets.token_bytes(32)
    try:
        write_file(path, fresh)
        path.chmod(0o600)
    except OSError as error:
        raise UserError("host.no-secret", place=path, why=error) from error
    return fresh
