"""A play in a terminal: what is shown and asked, round by round, until the end."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from engine.live_play import HUMAN, LivePlay
from engine.play.seen import ChangeCard, Heard, MoveCard, ProposalCard, View
from engine.play.state import (
    Choice,
    MoveChoice,
    OptionChoice,
    Prediction,
    ProposalChoice,
    Refusal,
    VoteChoice,
)
from engine.play.view import hear, hear_all
from engine.scenario.vocabulary import STANCES, Language
from game.presenters.briefing import briefing, game_in_short, the_game
from game.presenters.changes import change_about, change_words
from game.presenters.ending import ending
from game.presenters.gauges import gauges
from game.presenters.page import Cast, Line, Lines, stance_words
from game.presenters.reveal import PRIVATE, in_order, outcome_of, reveal
from game.presenters.story import made_in_all
from game.presenters.table import (
    GLANCE,
    arrival_of,
    change_groups,
    change_headings,
    changes,
    changes_under,
    move_face,
    moves,
    open_moves,
    open_options,
    option_text,
    options,
    ordered_changes,
    performed,
    prediction_question,
    proposal_question,
    scene,
)
from game.settings import remember_language
from game.text.prompter import Prompter, Quit, as_number, as_yes_no
from game.words import Words, words_in

SURE, HUNCH = 0.8, 0.55
CURTAIN_LINES = 40
_IN_PUBLIC = ("?", "help", "hulp", "t", "taal", "language", "q", "quit", "stop")


class Session:
    """One play at one terminal, with one person or with several who take turns."""

    def __init__(self, live: LivePlay, prompter: Prompter, language: Language) -> None:
        self.live, self.prompter, self.screen = live, prompter, prompter.screen
        self.words: Words = words_in(language)
        self.seats = tuple(p for p in live.compiled.parties if live.trace.seats[p] == HUMAN)
        self.seat = self.seats[0]
        self._predicted: dict[str, tuple[Prediction, ...]] = {}
        self._untold: dict[str, tuple[Heard, ...]] = {}
        self._shown_scene = -1
        # The question at hand with its choices, to be shown again.
        self._asked: Callable[[], Lines] = tuple
        prompter.commands = self._commands()

    # --- the course of a play -----------------------------------------------------------------

    def play(self) -> None:
        """From where the table is to the end; `Quit` when the player stops."""
        self._open()
        while not self.live.is_over:
            before = len(self.live.events)
            if self.live.waiting_for:
                self._one_choice()
            else:
                self.live.run()  # resumed with every choice of people already made
            if len(self.live.events) > before:
                self._reveal(before)
        self._end()

    def _open(self) -> None:
        if self._is_new:
            for seat in self.seats:
                self.seat = seat
                self._curtain()
                self.screen.show(briefing(self.cast, self.view))
                self._show_language_note()
                self._pause("brief.go")
            self.screen.show(game_in_short(self.cast, self.view))
            self._pause("brief.go")
        else:
            self._recap()

    def _recap(self) -> None:
        """What came of the last choice before the play was left; on a shared screen in public."""
        cast, compiled = self.cast, self.live.compiled
        all_of_it = outcome_of(self.live.events)
        last = [(each.round, each.stage) for each in all_of_it][-1:]
        events = [each for each in all_of_it if (each.round, each.stage) in last]
        if self._is_shared:
            heard = [h for h in in_order(hear_all(compiled, events)) if h.kind not in PRIVATE]
        else:
            heard = list(in_order(hear(compiled, events, self.seat)))
        lines = reveal(cast, heard)
        if lines:
            self.screen.show([Line("heading", self.words("recap.head")), *lines])
        if lines and self._is_shared:  # a curtain follows, and would wipe it away
            self._pause_in_public(lambda: self.words("reveal.go"))

    @property
    def _is_new(self) -> bool:
        return not self.live.trace.choices

    @property
    def _is_shared(self) -> bool:
        return len(self.seats) > 1

    @property
    def cast(self) -> Cast:
        """Who is who, in the present language."""
        return Cast.of(self.live.compiled, self.words)

    @property
    def view(self) -> View:
        """What the present seat sees."""
        return self.live.view(self.seat)

    def _one_choice(self) -> None:
        self.seat = self.live.waiting_for[0]
        self._curtain()
        self._tell_untold()
        self._scene()
        while isinstance(refused := self.live.choose(self._choice()), Refusal):
            self.screen.say(self.words(f"refusal.{refused.reason}", detail=refused.detail))

    def _reveal(self, before: int) -> None:
        cast, compiled = self.cast, self.live.compiled
        events = outcome_of(self.live.events[before:])
        if self._is_shared:
            self._pause_in_public(lambda: self.words("curtain.together"))
            public = [h for h in in_order(hear_all(compiled, events)) if h.kind not in PRIVATE]
            self._show_reveal(reveal(cast, public))
            for seat in self.seats:
                own = [h for h in in_order(hear(compiled, events, seat)) if h.kind in PRIVATE]
                self._untold[seat] = (*self._untold.get(seat, ()), *own)
        else:
            guesses = self._predicted.get(self.seat, ())
            heard = in_order(hear(compiled, events, self.seat))
            self._show_reveal(reveal(cast, heard, guesses))
        self._predicted = {}
        if not self.live.is_over and not self._is_shared:
            self._pause("reveal.go")

    def _show_reveal(self, lines: Lines) -> None:
        if lines:
            head = "reveal.head" if any(line.stance for line in lines) else None
            if head:
                self.screen.show([Line("subheading", self.words(head))])
            else:
                self.screen.gap()
            self.screen.show(lines)

    def _tell_untold(self) -> None:
        untold = self._untold.pop(self.seat, ())
        if untold:
            self.screen.show(reveal(self.cast, untold))
            self._pause("reveal.go")

    def _end(self) -> None:
        for seat in self.seats if self._is_shared else ():
            self.seat = seat
            self._curtain()
            self._tell_untold()
        if (end := self.view.ending) is not None:
            values = made_in_all(self.live.compiled, self.live.state)
            self.screen.show(ending(self.cast, end, values))
        self.screen.say(self.words("end.not-score"))

    # --- one screen for several people ---------------------------------------------------------

    def _curtain(self) -> None:
        if not self._is_shared:
            return
        party = self.cast.party(self.seat)
        self.screen.show([Line("note", self.words("curtain.down"))])
        self.screen.gap(CURTAIN_LINES)
        self.screen.show([Line("heading", self.words("curtain.head", party=party))])
        self.screen.say(self.words("curtain.text"))
        self._pause_in_public(lambda: self.words("curtain.go", party=party))

    # --- what is shown --------------------------------------------------------------------------

    def _scene(self) -> None:
        heard = self.live.heard(self.seat)
        arrival = arrival_of(heard)
        known = performed(heard[: len(heard) - len(arrival)])
        self.screen.show(scene(self.cast, self.view, arrival, known))
        self._shown_scene = len(self.live.events)

    def _situation(self) -> None:
        self._scene()
        self.screen.show(self._asked())

    def _put(self, question: Callable[[], Lines]) -> None:
        """Show the question that is asked now, and show it again when that is asked for."""
        self._asked = question
        self.screen.show(question())

    def _pause_in_public(self, prompt: Callable[[], str]) -> None:
        """Wait while everybody may be looking: nothing that only one seat may see can be asked."""
        private, self._shown_scene, self._asked = self.prompter.commands, -1, tuple
        self.prompter.commands = {name: private[name] for name in _IN_PUBLIC}
        try:
            self.prompter.pause(prompt)
        finally:
            self.prompter.commands = private

    def _pause(self, key: str) -> None:
        self._asked = tuple
        self.prompter.pause(lambda: self.words(key))

    def _show_language_note(self) -> None:
        written = self.live.compiled.scenario.languages
        if self.words.language not in written:
            other = self.words(f"language.{written[0]}")
            self.screen.say(self.words("not-in-language", language=other))

    # --- what can be typed at any question ------------------------------------------------------

    def _commands(self) -> dict[str, Callable[[], None]]:
        by_name: tuple[tuple[tuple[str, ...], Callable[[], None]], ...] = (
            (("?", "help", "hulp"), self._help),
            (("w", "why", "waarom"), self._why),
            (("g", "game", "spel"), lambda: self.screen.show(the_game(self.cast, self.view))),
            (("b", "briefing"), lambda: self.screen.show(briefing(self.cast, self.view))),
            (("s", "situation", "situatie"), self._situation),
            (("t", "taal", "language"), self.switch_language),
            (("q", "quit", "stop"), self._quit),
        )
        return {name: command for names, command in by_name for name in names}

    def _help(self) -> None:
        show_help(self)

    def _why(self) -> None:
        self.screen.show(gauges(self.cast, self.view, self.live.heard(self.seat)))

    def switch_language(self) -> None:
        """Go on in the other language, from the next line on and next time."""
        language: Language = "en" if self.words.language == "nl" else "nl"
        self.words = words_in(language)
        self.live.trace = replace(self.live.trace, language=language)
        remember_language(language)
        self.screen.say(self.words("switched"))
        self._show_language_note()
        if self._shown_scene == len(self.live.events):
            self._situation()

    def _quit(self) -> None:
        raise Quit

    # --- choosing -------------------------------------------------------------------------------

    def _choice(self) -> Choice:
        choose: dict[str, Callable[[], Choice]] = {
            "round": self._move,
            "differences": self._option,
            "bottlenecks": self._option,
            "alternatives": self._proposal,
            "decision": self._votes,
        }
        return choose[self.view.stage]()

    def _move(self) -> MoveChoice:
        predicted = self._predictions()
        self._put(lambda: moves(self.cast, self.view))
        while True:
            view = self.view
            answer = self.prompter.ask(lambda: self.words("moves.ask"))
            written, mark = (answer[:-1], answer[-1]) if answer[-1:] in ("?", "+") else (answer, "")
            card = self._card(view, written.strip())
            if card is None:
                self._no_such_number("moves.bad", answer, len(open_moves(view)))
            elif mark == "?":
                self.screen.show([move_face(self.cast, card)])
            elif mark == "+" and not view.may_call:
                self.screen.say(self.words("moves.no-call"))
            elif not card.leaves or self._is_sure("moves.leaves"):
                return self._sealed(card, mark == "+", predicted)

    def _card(self, view: View, written: str) -> MoveCard | None:
        number, cards = as_number(written), open_moves(view)
        return cards[number - 1] if number is not None and 1 <= number <= len(cards) else None

    def _no_such_number(self, key: str, written: str, n: int) -> None:
        self.screen.say(self.words(key if written else "number.needed", written=written, n=n))

    def _sealed(self, card: MoveCard, call: bool, predicted: tuple[Prediction, ...]) -> MoveChoice:
        key = "moves.sealed.call" if call else "moves.sealed"
        self.screen.say(self.words(key, title=self.words.of(card.title)))
        self._predicted[self.seat] = predicted
        return MoveChoice(self.seat, card.id, call, predicted)

    def _predictions(self) -> tuple[Prediction, ...]:
        if not self.view.may_predict:
            return ()
        asked = (self._prediction(other.id) for other in self.view.others)
        return tuple(each for each in asked if each is not None)

    def _prediction(self, about: str) -> Prediction | None:
        self._put(lambda: prediction_question(self.cast, about))
        while True:
            answer = self.prompter.ask(lambda: self.words("predict.prompt"))
            if not answer:
                return None
            number = as_number(answer.rstrip("! "))
            if number is not None and 1 <= number <= len(STANCES):
                break
            self.screen.say(self.words("predict.bad"))
        stance, is_sure = STANCES[number - 1], answer.endswith("!")
        how = self.words("predict.sure" if is_sure else "predict.hunch")
        noted = stance_words(self.words, stance)
        self.screen.say(self.words("predict.noted", stance=noted, how=how))
        return Prediction(about, stance, SURE if is_sure else HUNCH)

    def _option(self) -> OptionChoice:
        self._put(lambda: options(self.cast, self.view))
        cards = open_options(self.view)
        card = cards[self.prompter.number(lambda: self.words, "moment.how", len(cards)) - 1]
        self.screen.say(self.words("moment.sealed", text=option_text(self.cast, card)))
        return OptionChoice(self.seat, card.id)

    def _proposal(self) -> ProposalChoice:
        """A change of the game, or none; with many, a heading is chosen first."""
        while cards := self._under_heading():
            choice = self._change(cards)
            if choice is not None:
                return choice
            if not self._has_headings:
                break
        self.screen.say(self.words("change.nothing"))
        return ProposalChoice(self.seat)

    @property
    def _has_headings(self) -> bool:
        return len(self.view.changes) > GLANCE

    def _under_heading(self) -> tuple[ChangeCard, ...]:
        """The changes to choose from; none when the player only listens."""
        if not self._has_headings:
            self._put(lambda: changes(self.cast, self.view))
            return ordered_changes(self.view)
        groups = change_groups(self.view)
        self._put(lambda: change_headings(self.cast, groups))
        while answer := self.prompter.ask(lambda: self.words("change.heading.prompt")):
            number = as_number(answer.removesuffix("?"))
            if number is not None and 1 <= number <= len(groups):
                cards = groups[number - 1]
                self._put(partial(self._changes_under, cards))
                return cards
            self.screen.say(self.words("change.bad", written=answer, n=len(groups)))
        return ()

    def _changes_under(self, cards: tuple[ChangeCard, ...]) -> Lines:
        return changes_under(self.cast, cards)

    def _change(self, cards: tuple[ChangeCard, ...]) -> ProposalChoice | None:
        """One of those changes, with its amount; None when the player goes back."""
        while answer := self.prompter.ask(lambda: self.words("change.prompt")):
            number = as_number(answer.removesuffix("?"))
            if number is None or not 1 <= number <= len(cards):
                self.screen.say(self.words("change.bad", written=answer, n=len(cards)))
                continue
            card = cards[number - 1]
            if answer.endswith("?"):
                self.screen.show(change_about(self.cast, card))
                continue
            amount = None
            if card.action == "amount" and (amount := self._amount(card)) is None:
                continue
            what = change_words(self.cast, card, amount)
            self.screen.say(self.words("change.put", change=what))
            return ProposalChoice(self.seat, card.id, amount)
        return None

    def _amount(self, card: ChangeCard) -> int | None:
        """Another amount than the present; None when the player goes back."""
        low, high = card.between or (0, 100)
        while answer := self.prompter.ask(
            lambda: self.words("change.amount.ask", low=low, high=high, now=card.amount)
        ):
            amount = as_number(answer)
            if amount is None or not low <= amount <= high:
                self.screen.say(self.words("change.amount.bad", low=low, high=high))
            elif amount == card.amount:
                self.screen.say(self.words("refusal.nothing-changes"))
            else:
                return amount
        return None

    def _votes(self) -> VoteChoice:
        asked = [proposal for proposal in self.view.proposals if not proposal.own]
        if not asked:
            self._pause("vote.none")
        votes = {}
        for proposal in asked:
            self._put(partial(self._vote, proposal))
            votes[proposal.proposer] = self._yes_or_no()
        return VoteChoice(self.seat, votes)

    def _vote(self, proposal: ProposalCard) -> Lines:
        return proposal_question(self.cast, proposal)

    def _is_sure(self, key: str) -> bool:
        """Whether the player really means to end the play."""
        self.screen.say(self.words(key))
        return self._yes_or_no("sure.prompt")

    def _yes_or_no(self, prompt: str = "vote.prompt") -> bool:
        while True:
            answer = as_yes_no(self.prompter.ask(lambda: self.words(prompt)))
            if answer is not None:
                return answer
            self.screen.say(self.words("vote.bad"))


def show_help(session: Session) -> None:
    """What can be typed at any question, and how this stage works."""
    words, screen = session.words, session.screen
    screen.show([Line("heading", words("help.keys.head"))])
    keys = ("help", "why", "game", "brief", "situation", "language", "quit")
    screen.show(Line("detail", words(f"help.keys.{key}")) for key in keys)
    about = "round" if session.view.stage == "round" else "moment"
    screen.show([Line("note", words(f"help.keys.{about}"))])
    if about == "round":
        screen.show([Line("note", words("help.keys.mood"))])
