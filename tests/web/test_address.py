"""Where others find this laptop: on networks of either kind, and on several at once."""

import socket
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from game.web.address import answers, link, listen, own_addresses, reachable
from tests.web.phones import Site
from tests.web.serving import serve
from tests.web.test_getting_in import in_room
from tests.workshop.rooms import SMALL


@pytest.mark.parametrize(
    ("addresses", "found"),
    [
        (["127.0.0.1", "::1", "0.0.0.0", "::", "", "no address"], []),
        (["fd00::2", "192.0.2.7"], ["192.0.2.7", "fd00::2"]),  # every network has IPv4
        (["2001:db8::7"], ["2001:db8::7"]),  # or only IPv6
        (["fe80::1%eth0"], []),  # no browser opens it
        (["169.254.3.4", "fd00::2"], ["fd00::2", "169.254.3.4"]),
        (["169.254.3.4"], ["169.254.3.4"]),  # two laptops on one cable
        (["10.0.0.5", "192.168.1.9", "10.0.0.5"], ["10.0.0.5", "192.168.1.9"]),
        (["::ffff:10.0.0.5"], []),
    ],
)
def test_only_addresses_that_a_phone_can_open_are_given_out(
    addresses: list[str], found: list[str]
) -> None:
    assert list(reachable(addresses)) == found


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("192.0.2.7", "http://192.0.2.7:8765/abcd"),
        ("laptop.local", "http://laptop.local:8765/abcd"),
        ("::1", "http://[::1]:8765/abcd"),
        ("[2001:db8::7]", "http://[2001:db8::7]:8765/abcd"),
    ],
)
def test_links_are_written_as_browsers_read_them(address: str, written: str) -> None:
    assert link(address, 8765, "/abcd") == written


@pytest.mark.parametrize("address", ["127.0.0.1", *own_addresses()])
def test_a_room_answers_at_every_address_of_this_machine(tmp_path: Path, address: str) -> None:
    with serve(SMALL, tmp_path) as served:
        port = int(served.address.split(":")[2].partition("/")[0])
        assert answers(address, port)
        with closing(HTTPConnection(address, port, timeout=10)) as phone:
            phone.request("GET", "/test")
            assert phone.getresponse().status == 200


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="this machine has no IPv6")
def test_a_port_that_is_taken_for_either_kind_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(socket.create_server(("0.0.0.0", 0))) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setattr("game.web.address.PORT", port)
        with closing(listen(None)) as found:
            assert found.getsockname()[1] != port


def test_a_machine_without_ipv6_listens_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "has_dualstack_ipv6", lambda: False)
    with closing(listen(0)) as found:
        assert found.family == socket.AF_INET


def test_forms_from_a_page_at_an_address_of_ipv6_are_our_own(tmp_path: Path) -> None:
    async def come(found: Site) -> None:
        for host, origin, status in (
            ("[2001:db8::7]:8765", "http://[2001:db8::7]:8765", 303),
            ("[2001:db8::7]:8765", "http://[2001:db8::8]:8765", 403),
            ("[2001:db8::7]:8765", "http://[2001:db8::7]:81", 403),
        ):
            device = found.device(address="2001:db8::9")
            heads = {"host": host, "origin": origin}
            data = {"name": f"Ann {origin}", "language": "en"}
            answer = await device.ask("POST", "/test/join", data=data, headers=heads)
            assert answer.status_code == status, origin

    in_room(tmp_path, come)
