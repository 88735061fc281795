"""What stands only in a browser. English."""

from game.words import Catalogue

WORDS: Catalogue = {
    "web.skip": "Go to what you can do now",
    "web.at-hand": "At hand",
    "web.phases": "Phases so far",
    "web.brief": "Your brief",
    "web.talk": "What was said so far",
    "web.talk.none": "Nothing has been said yet.",
    "web.more": "Price and outlook",
    "web.more.change": "What it does",
    "web.closed": "Not possible now",
    "web.choose": "This is our choice",
    "web.guess.none": "No guess",
    "web.why.none": "We would rather not say",
    "web.end.if": "Tick this only if you choose to walk out.",
    "web.amount": "How much? From {low} to {high}, now {now}",
    "web.problem": "This isn't complete yet",
    "web.missing.move": "Choose a move first.",
    "web.missing.one": "Choose one of these first.",
    "web.missing.trust": "Choose a number from 0 to {most}, or leave it open.",
    "web.waiting": "It is the others' turn",
    "web.waiting.text": "There is nothing for you to do right now. Whatever happens next will be "
    "on this page.",
    "web.plate.trust": "Trust {n}",
}
