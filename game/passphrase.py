"""The trainer's passphrase: made of a secret of this laptop, so that no room need keep it."""

import hmac
import secrets

from engine.files import read_file, write_file
from game import settings
from game.errors import UserError

_BEGINS, _GOES_ON = "bdfghklmnprstvwz", "aeiou"
_NAME = "workshop.key"


def passphrase(code: str) -> str:
    """The trainer's passphrase for a room, the same each time it is asked for on this laptop."""
    made = hmac.digest(_secret(), code.encode(), "sha256")
    syllables = [_BEGINS[byte >> 4] + _GOES_ON[byte % 5] for byte in made[:8]]
    return "-".join("".join(syllables[at : at + 2]) for at in range(0, 8, 2))


def forget() -> None:
    """Remove the secret; a room that is opened later gets a passphrase made of another one."""
    (settings.home() / _NAME).unlink(missing_ok=True)


def _secret() -> bytes:
    path = settings.home() / _NAME
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
