"""What `lab` and `tournament` say. Dutch."""

from game.words import Catalogue

WORDS: Catalogue = {
    "metavar.P": "P",
    "help.lab": "Speel een experiment uit een bestand met een deel `lab:`.",
    "help.lab.file": "Een YAML-bestand met een deel `lab:`.",
    "help.lab.plays": "Hoeveel spellen; {default:,} als je niets zegt.",
    "help.lab.strategies": "Klassieke strategieën, één voor allemaal of één per partij. Zonder "
    "speelt het ingepaste vertrouwensmodel.",
    "help.tournament": "Laat klassieke strategieën allemaal tegen elkaar spelen.",
    "help.tournament.turns": "Beurten per partij; {default} als je niets zegt.",
    "help.tournament.repetitions": "Hoe vaak elke partij gespeeld wordt; {default} keer als je "
    "niets zegt.",
    "help.tournament.noise": "De kans dat een zet omgekeerd uitvalt, van {low} tot {high}.",
    "help.tournament.strategies": "Wie er meedoen. Zonder: allemaal.",
    "stop.broken-lab": "{file} kan zo niet gespeeld worden. {n:Er is één fout|Er zijn # fouten, "
    "te beginnen met}: {first}",
    "stop.lab": "{text}",
    "stop.bad-share": "{option} “{written}” is geen getal. Schrijf bijvoorbeeld {option} 0.05.",
    "lab.title": "{title}: {plays:# spel|# spellen}, seed {seed}",
    "lab.players": "Gespeeld door {who}.",
    "lab.trust": "het vertrouwensmodel, ingepast en vastgezet",
    "lab.never": "kwam niet voor",
    "lab.p-star": "risico van samenwerken, zoals de spelers van het model het zien (p*)",
    "lab.all": "samenwerking, van alle keuzes",
    "lab.first": "samenwerking in de eerste ronde",
    "lab.after.CC": "samenwerking nadat beide kanten samenwerkten",
    "lab.after.CD": "samenwerking nadat alleen de eigen kant samenwerkte",
    "lab.after.DC": "samenwerking nadat alleen de anderen samenwerkten",
    "lab.after.DD": "samenwerking nadat niemand samenwerkte",
    "lab.faithful": "spellen waarin iedereen elke ronde samenwerkte",
    "lab.terminated": "spellen waar iemand uit stapte",
    "lab.unequal": "spellen met een ongelijke opbrengst",
    "tournament.title": "Allemaal tegen elkaar: {turns:# beurt|# beurten}, {repetitions:# keer|# "
    "keer}, {noise} vergissingen, seed {seed}",
    "tournament.how": "Gemiddelde score per beurt tegen de anderen, en hoe vaak elk samenwerkte.",
}
