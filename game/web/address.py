"""Where others can reach this laptop: its addresses on the network, and a port that is free."""

import errno
import socket
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException
from ipaddress import ip_address

from game.errors import UserError

PORT = 8765  # design choice: needs no rights, and no well-known program uses it
HERE = "127.0.0.1"
_NEARBY = 20  # ports after it that are tried when nobody asked for one
_PATIENCE = 3.0  # seconds


# Where a packet would go to: private networks and the whole world.
_FAR = ("10.255.255.255", "192.168.255.255", "1.1.1.1", "fd00::1:1", "2001:db8::1")


def own_addresses() -> tuple[str, ...]:
    """The addresses of this machine that others may reach, the likeliest first; never its own."""
    return reachable([*map(_towards, _FAR), *_listed()])


def reachable(addresses: Iterable[str]) -> tuple[str, ...]:
    """Those that a phone may reach: IPv4 first, which every network has, then IPv6.

    What a laptop calls itself where nobody gives out addresses comes last. No browser opens such an
    address of IPv6: it would have to say by which of its own networks.
    """
    found = {_without_zone(each): _kind(_without_zone(each)) for each in addresses}
    usable = [each for each, kind in found.items() if kind is not None]
    return tuple(sorted(usable, key=lambda each: found[each] or 0))


def _without_zone(address: str) -> str:
    return address.partition("%")[0]


def _kind(address: str) -> int | None:
    try:
        read = ip_address(address)
    except ValueError:
        return None
    if read.is_loopback or read.is_unspecified or read.is_multicast:
        return None
    if read.version == 6:
        return None if read.is_link_local or read.ipv4_mapped else 1
    return 2 if read.is_link_local else 0


def _listed() -> Iterator[str]:
    """What this machine is known by."""
    with suppress(OSError):
        for each in socket.getaddrinfo(socket.gethostname(), None):
            yield str(each[4][0])


def _towards(far: str) -> str:
    """The address this machine would use to send something there; nothing is sent."""
    family = socket.AF_INET6 if ":" in far else socket.AF_INET
    with suppress(OSError), closing(socket.socket(family, socket.SOCK_DGRAM)) as outlet:
        outlet.connect((far, 1))
        return str(outlet.getsockname()[0])
    return ""


def link(address: str, port: int, path: str = "") -> str:
    """The link to that address, which may be a name, or one of IPv6 with or without brackets."""
    bare = address.strip("[]")
    host = f"[{bare}]" if ":" in bare else bare
    return f"http://{host}:{port}{path}"


def listen(port: int | None, *, only_here: bool = False) -> socket.socket:
    """A socket that listens on that port, or on the first free one if nobody asked for one.

    only_here: no other machine can reach it.
    """
    ports = [port] if port is not None else [PORT + n for n in range(_NEARBY)]
    for each in ports:
        try:
            return _listening(socket.AF_INET, HERE, each) if only_here else _bound(each)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or each == ports[-1]:
                raise UserError(*_port_problem(error), port=each) from error
    raise AssertionError("there is always a last port")


def _bound(port: int) -> socket.socket:
    """A socket for all addresses: those of IPv6 too, where there are any."""
    if not socket.has_dualstack_ipv6():
        return _listening(socket.AF_INET, "0.0.0.0", port)
    # Some systems would let us have the port for IPv6 alone while another program has it for IPv4.
    with closing(_listening(socket.AF_INET, "0.0.0.0", port)) as free:
        port = free.getsockname()[1]
    try:
        return _listening(socket.AF_INET6, "::", port)
    except OSError as error:
        if error.errno not in (errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL):
            raise
        return _listening(socket.AF_INET, "0.0.0.0", port)  # it was switched off


def _listening(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        if family == socket.AF_INET6:
            listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        if sys.platform != "win32":  # where it would let two programs listen at once
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((address, port))
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
    with closing(HTTPConnection(host.strip("[]"), port, timeout=_PATIENCE)) as connection:
        try:
            connection.request("GET", "/static/room.js")
            return connection.getresponse().status == 200
        except (OSError, HTTPException):
            return False
