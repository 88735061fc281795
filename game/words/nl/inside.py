"""Binnen de partijen: hoe verdeeld mensen waren, en wie voor hen koos. Nederlands."""

from game.words import Catalogue

WORDS: Catalogue = {
    # how divided
    "inside.head": "Binnen de partijen",
    "inside.asked": "{party}: {n:één|twee|#} keer zei ieder eerst voor zich wat die wilde, en "
    "{divided:één|twee|#} keer wilde niet iedereen wat daarna verzegeld werd.",
    "inside.asked.none": "{party}: {n:één|twee|#} keer zei ieder eerst voor zich wat die wilde, en "
    "telkens wilde iedereen wat daarna verzegeld werd.",
    "inside.move": "Ronde {round}: van de {asked} {others:wilde er één|wilden er #} iets anders "
    "dan “{move}”. {came}",
    "inside.vote": "De stemming na ronde {round}: van de {asked} {others:wilde er één|wilden er #} "
    "anders stemmen.",
    "inside.came.ended": "Daarmee was het gesprek voorbij.",
    "inside.came.whole": "Het kwam zoals aangekondigd.",
    "inside.came.faltered": "Daarna kwam het maar half.",
    "inside.came.stopped": "Daarna hield de eigen kant het tegen.",
    "inside.came.faltered.because": "Daardoor kwam het maar half: waren ze het eens geweest, dan "
    "was met hetzelfde toeval alles waargemaakt.",
    "inside.came.stopped.because": "Daardoor hield de eigen kant het tegen: waren ze het eens "
    "geweest, dan was het met hetzelfde toeval niet tegengehouden.",
    "inside.others": "Hoe verdeeld de anderen waren",
    # who chose in their place
    "inside.when.rounds": "in {n:ronde|de rondes} {rounds}",
    "inside.when.on": "vanaf ronde {since}",
    "inside.when.all": "van begin tot eind",
    "inside.when.once": "na ronde {since}",
    "inside.when.between": "{n:één|twee|#} keer tussen de rondes (voor het eerst na ronde {since})",
    "inside.when.start": "{n:één|twee|#} keer vóór de eerste ronde",
    "inside.when.both": "{when} en {n:één|twee|#} keer tussen de rondes",
    "inside.for": "{when} koos {persona}, een computerspeler, voor {party}.",
    "inside.for.late": "{when} was de tijd van {party} om, en koos {persona}, een computerspeler.",
    "inside.for.most": "{when} was de tijd van {party} om, en werd verzegeld wat de meesten daar "
    "hadden gezegd.",
    "inside.for.guesses": "Wat een computerspeler verwachtte, telt voor niemand mee.",
    # on the wall
    "room.2.stood-in": "Wie voor wie koos",
    "room.3.inside": "Binnen de partijen: hoeveel mensen iets anders wilden",
    "room.3.inside.note": "Bij hoeveel keuzes niet iedereen in de partij wilde wat verzegeld werd, "
    "van de keuzes waarover ze iets konden zeggen.",
    "room.3.inside.cell": "{divided} van de {asked}",
    "room.3.inside.why": "Wat ervan kwam",
}
