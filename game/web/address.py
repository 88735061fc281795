"""Where others can reach this laptop: its addresses on the network, and a port that is free."""

import errno
import socket
import sys
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException

from game.errors import UserError

PORT = 8765  # design choice: needs no rights, and no well-known program uses it
_NEARBY = 20  # ports after it that are tried when nobody asked for one
_PATIENCE = 3.0  # seconds


def own_addresses() -> tuple[str, ...]:
    """The addresses of this machine that others may reach, the likeliest first; never its own."""
    found = [_towards("10.255.255.255"), _towards("192.168.255.255"), _towards("1.1.1.1")]
    with suppress(OSError):
        listed = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
        found += [str(each[4][0]) for each in listed]
    usable = (each for each in found if each and not each.startswith(("127.", "169.254.", "0.")))
    return tuple(dict.fromkeys(usable))


def _towards(far: str) -> str:
    """The address this machine would use to send something there; nothing is sent."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as outlet, suppress(OSError):
        outlet.connect((far, 1))
        return str(outlet.getsockname()[0])
    return ""


def listen(port: int | None) -> socket.socket:
    """A socket that listens on that port, or on the first free one if nobody asked for one."""
    ports = [port] if port is not None else [PORT + n for n in range(_NEARBY)]
    for each in ports:
        try:
            return _bound(each)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or each == ports[-1]:
                raise UserError(*_port_problem(error), port=each) from error
    raise AssertionError("there is always a last port")


def _bound(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # where it would let two programs listen at once
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("0.0.0.0", port))
        listening.listen(2048)
    except OSError:
        listening.close()
        raise
    return listening


def _port_problem(error: OSError) -> tuple[str]:
    known = {errno.EADDRINUSE: "host.port-in-use", errno.EACCES: "host.port-not-allowed"}
    return (known.get(error.errno or 0, "host.port-unusable"),)


def answers(host: str, port: int) -> bool:
    """Whether this laptop answers at that address, as a phone would ask it."""
    with closing(HTTPConnection(host, port, timeout=_PATIENCE)) as connection:
        try:
            connection.request("GET", "/static/room.js")
            return connection.getresponse().status == 200
        except (OSError, HTTPException):
            return False
