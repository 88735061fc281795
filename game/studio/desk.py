"""What the studio keeps: the last save, the last good one, the play from here, and who looks."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from engine.scenario.vocabulary import Language
from game.studio.following import EVERY, Follower
from game.studio.lengths import Written, written
from game.studio.plays import Found, Job, Players
from game.studio.reading import Reading, read
from game.studio.tryout import Tried, Tryout, tried

# Design choice, in seconds: the page comes first, and who saves in haste starts nothing.
_REST = 1.0


@dataclass(frozen=True, eq=False)
class Good:
    """The last save that can be played, and what is known of it. played: by many plays so far."""

    reading: Reading
    played: Found | None = None
    is_played: bool = False  # there is no more to wait for

    @cached_property
    def written(self) -> Written:
        """How many words there are in it."""
        assert self.reading.compiled is not None
        return written(self.reading.compiled.scenario)


class Desk:
    """One scenario that is being written, and everything that a page of it needs.

    `follow` runs as long as it is watched; whoever shows a page waits for `news`.
    """

    def __init__(self, path: Path, language: Language) -> None:
        self.path, self.language = path, language
        self.number = 0  # goes up whenever a page may look different
        self.before: Reading | None = None
        self._follower = Follower()
        self._follower.begins((path,))
        self.reading = read(path)
        self._follower.includes(self.reading.files)
        self.good: Good | None = None
        self.tryout: Tryout | None = None
        self._tried: tuple[Tryout, Reading, Tried] | None = None
        self._players = Players()
        self._playing: asyncio.Task[None] | None = None
        self._fresh = asyncio.Event()
        self._is_closed = False
        if self.reading.compiled is not None:
            self.good = Good(self.reading)

    # --- the file -------------------------------------------------------------------------------

    async def follow(self) -> None:
        """Read the scenario again whenever it was saved."""
        self._play()
        while not self._is_closed:
            await asyncio.sleep(EVERY)
            if await asyncio.to_thread(self._follower.is_due, time.monotonic()):
                self._stop_playing()  # of no use any more, and it would slow down the reading
                found = await asyncio.to_thread(self._read_again)
                if found is not None:
                    self.take(found)
                    self._announce()
                self._play()

    def look(self, now: float) -> Reading | None:
        """What was saved, if anything was since the last time. now: seconds of any clock."""
        return self._read_again() if self._follower.is_due(now) else None

    def _read_again(self) -> Reading | None:
        """What was saved; None if nothing has become different."""
        self._follower.begins(self._follower.files)
        found = read(self.path)
        self._follower.includes(found.files)
        return None if found.is_as(self.reading) else found

    def take(self, found: Reading) -> None:
        """Go on with what was saved."""
        self.before, self.reading = self.reading, found
        if found.compiled is not None:
            self.good = Good(found)

    # --- many plays -----------------------------------------------------------------------------

    def _play(self) -> None:
        """Play the good version many times if that was not done, and stop playing an older one."""
        self._stop_playing()
        if self.good is not None and not self.good.is_played:
            self._playing = asyncio.create_task(self._play_good(self.good))

    def _stop_playing(self) -> None:
        if self._playing is not None:
            self._playing.cancel()
        self._players.drop()

    async def _play_good(self, good: Good) -> None:
        loaded = good.reading.loaded
        assert loaded is not None
        job = Job(self.path, loaded.content, loaded.whole, self.language)
        await asyncio.sleep(_REST)
        try:
            pipe = self._players.begin(job)
            found = await asyncio.to_thread(self._players.wait, pipe)
        except OSError:
            found = None
        if self.good is good and not self._is_closed:
            self.good = Good(good.reading, found, is_played=True)
            self._announce()

    def speak(self, language: Language) -> None:
        """Speak that language from now on."""
        if language != self.language:
            self.language = language
            if self.good is not None:
                self.good = Good(self.good.reading)
                self._play()
            self._announce()

    # --- playing from here ----------------------------------------------------------------------

    @property
    def tried(self) -> Tried | None:
        """The play from here, as the last good version makes it; None if there is none."""
        if self.tryout is None or self.good is None or self.good.reading.compiled is None:
            return None
        if self._tried is None or self._tried[:2] != (self.tryout, self.good.reading):
            made = tried(self.good.reading.compiled, self.tryout)
            self._tried = self.tryout, self.good.reading, made
        return self._tried[2]

    def try_out(self, tryout: Tryout | None) -> None:
        """Play that from now on."""
        self.tryout = tryout
        self._announce()

    # --- who looks ------------------------------------------------------------------------------

    def _announce(self) -> None:
        self.number += 1
        self._fresh.set()
        self._fresh = asyncio.Event()

    async def news(self, seen: int, beat: float) -> AsyncIterator[bool]:
        """Whether there is something new, each time there is, or at least so often; to the end."""
        while not self._is_closed:
            if seen != self.number:
                seen = self.number
                yield True
                continue
            with suppress(TimeoutError):
                async with asyncio.timeout(beat):
                    await self._fresh.wait()
                continue
            yield False

    def close(self) -> None:
        """Nobody watches any more."""
        self._is_closed = True
        self._players.stop()
        self._fresh.set()
