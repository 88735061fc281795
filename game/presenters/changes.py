"""Changes of the game in words: what is proposed, agreed or refused."""

from engine.play.view.records import ChangeCard
from game.presenters.page import Cast, Line, Lines, sentence


def change_words(cast: Cast, card: ChangeCard, amount: int | None = None) -> str:
    """What the change is, as it fits in a sentence."""
    words, name = cast.words, cast.words.of(card.name)
    if card.action == "amount":
        if amount is None:
            return words(f"change.amount.{card.chapter}", name=name)
        return words(f"change.to.{card.chapter}", name=name, n=amount)
    if card.action == "hold":
        if card.holder in (None, "table"):
            return words("change.hold.table", name=name)
        return words("change.hold", name=name, holder=cast.party(card.holder))
    if card.action in ("adopt", "drop"):
        return words(f"change.{card.action}.{card.chapter}", name=name)
    return words(f"change.{card.action}", name=name)


def decided_words(cast: Cast, card: ChangeCard, amount: int | None = None) -> str:
    """The agreed change as a sentence."""
    words, name = cast.words, cast.words.of(card.name)
    if card.action == "hold":
        if card.holder in (None, "table"):
            return words("changed.hold.table", name=name)
        return words("changed.hold", name=name, holder=cast.party(card.holder))
    if card.action == "amount":
        return words(f"changed.amount.{card.chapter}", name=name, n=amount)
    if card.action in ("adopt", "drop"):
        return words(f"changed.{card.action}.{card.chapter}", name=name)
    return words(f"changed.{card.action}", name=name)


def change_about(cast: Cast, card: ChangeCard) -> Lines:
    """What the change is about, what it would do and whose consent it needs."""
    words = cast.words
    about = [] if card.action == "part" else [Line("detail", sentence(words.of(card.text)))]
    return (
        *about,
        Line("detail", words(f"change.effect.{card.action}")),
        Line("detail", words("vote.consent", consent=consent_words(cast, card))),
    )


def consent_words(cast: Cast, card: ChangeCard) -> str:
    """Whose consent the change needs."""
    if card.consent in ("all", "majority"):
        return cast.words(f"change.consent.{card.consent}")
    return cast.words("change.consent.party", party=cast.party(card.consent))
