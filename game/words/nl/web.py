"""Wat alleen in een browser staat. Nederlands."""

from game.words import Catalogue

WORDS: Catalogue = {
    "web.skip": "Ga naar wat je nu kunt doen",
    "web.at-hand": "Bij de hand",
    "web.phases": "De fasen tot nu toe",
    "web.brief": "Je briefing",
    "web.talk": "Wat er tot nu toe gezegd is",
    "web.talk.none": "Er is nog niets gezegd.",
    "web.more": "Prijs en vooruitzicht",
    "web.more.change": "Wat het doet",
    "web.closed": "Kan nu niet",
    "web.choose": "Dit is onze keuze",
    "web.guess.none": "Geen idee",
    "web.why.none": "Dat zeggen we liever niet",
    "web.end.if": "Vink dit alleen aan als je ervoor kiest weg te lopen.",
    "web.amount": "Hoeveel? Van {low} tot {high}, nu {now}",
    "web.problem": "Dit is nog niet compleet",
    "web.missing.move": "Kies eerst een zet.",
    "web.missing.one": "Kies er eerst een.",
    "web.missing.trust": "Kies een getal van 0 tot {most}, of laat het open.",
    "web.waiting": "De anderen zijn aan zet",
    "web.waiting.text": "Je hoeft nu even niets te doen. Wat er daarna gebeurt, lees je op deze "
    "pagina.",
    "web.plate.trust": "Vertrouwen {n}",
}
