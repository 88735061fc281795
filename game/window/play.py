"""One play in the window: a live play, and what only the window needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from engine.files import write_file
from engine.live_play import CompiledScenario, LivePlay
from engine.play.afterthoughts import Afterthoughts
from engine.play.state import Choice, Refusal
from engine.play.trace import Trace, TraceProblem
from engine.scenario.vocabulary import Language
from game import saves
from game.library import Opened
from game.printable import printable
from game.words import Words

if TYPE_CHECKING:
    from engine.debrief import Findings


@dataclass
class Play:
    """A play in the window."""

    opened: Opened
    live: LivePlay
    is_unsaved: bool = False  # saving has failed; the play goes on

    @classmethod
    def start(
        cls,
        opened: Opened,
        seats: Mapping[str, str],
        seed: int,
        language: Language,
        save_to: Path | None = None,
    ) -> "Play":
        """A new play, saved at once: there, or with the others."""
        start = partial(
            LivePlay.start, opened.compiled(), seed=seed, seats=seats, digest=opened.digest,
            source=opened.source, text=opened.packed, language=language,
        )  # fmt: skip
        try:
            return cls(opened, start(save_to=save_to or saves.new_save(opened)))
        except OSError:
            return cls(opened, start(save_to=None), is_unsaved=True)

    @classmethod
    def resume(cls, opened: Opened, trace: Trace, path: Path) -> "Play | TraceProblem":
        """The play where it was left."""
        live = LivePlay.resume(opened.compiled(), trace, opened.digest, path)
        return live if isinstance(live, TraceProblem) else cls(opened, live)

    @property
    def compiled(self) -> CompiledScenario:
        """The compiled scenario."""
        return self.live.compiled

    def choose(self, choice: Choice) -> Refusal | None:
        """Take a choice, or say why not; a refusal leaves everything as it was."""
        try:
            answer = self.live.choose(choice)
        except OSError:
            # It was accepted but could not be saved: play on, and say so.
            self.live.save_to, self.is_unsaved = None, True
            self.live.run()
            return None
        return answer if isinstance(answer, Refusal) else None

    def state_trust(self, seat: str, levels: Mapping[str, int]) -> None:
        """Keep how far that party trusts the others."""
        try:
            self.live.state_trust(seat, levels)
        except OSError:
            self.live.save_to, self.is_unsaved = None, True

    def write_down(self, written: Afterthoughts) -> None:
        """Keep what somebody writes at the debrief."""
        try:
            self.live.write_down(written)
        except OSError:
            self.live.save_to, self.is_unsaved = None, True

    def save_report(self, found: "Findings", words: Words) -> Path:
        """Write the report among the user's own documents; where it is. Raises OSError."""
        from game.html import is_page
        from game.html.report import page

        live = self.live
        path = saves.report_of(live.save_to, is_page)
        text = page(live.compiled, live.trace, found, words, live.people)
        write_file(path, printable(text).encode("utf-8"))
        return path

    def put_away(self) -> None:
        """Keep an ended play apart from those that can be resumed."""
        saves.put_away(self.live)
