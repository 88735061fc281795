"""A server that is killed at random moments of a play loses nothing that it has acknowledged."""

import asyncio
from pathlib import Path

import pytest

from tests.workshop.kills import Host, afternoon


@pytest.mark.slow
def test_nothing_is_lost_when_the_server_is_killed(tmp_path: Path) -> None:
    host = Host(tmp_path)
    try:
        assert asyncio.run(afternoon(host, seed=4, kills=3)) == 3
    finally:
        host.kill()
