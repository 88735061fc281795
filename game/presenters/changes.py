"""Changes of the game in words: what is proposed, agreed or refused."""

from engine.play.seen import ChangeCard
from game.presenters.page import Cast


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


def consent_words(cast: Cast, card: ChangeCard) -> str:
    """Whose word the change needs."""
    if card.consent in ("all", "majority"):
        return cast.words(f"change.consent.{card.consent}")
    return cast.words("change.consent.party", party=cast.party(card.consent))
