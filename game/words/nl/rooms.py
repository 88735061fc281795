"""Wat `main.py rooms`, de generale repetitie en een tafel op één laptop zeggen. Dutch."""

from game.words import Catalogue

WORDS: Catalogue = {
    "help.rooms": "Laat zien welke zalen op deze laptop bewaard zijn, haal er een uit of wis ze.",
    "help.rooms.export": "Schrijf het spel van elke tafel en alles wat er gebeurde naar bestanden, "
    "zonder namen.",
    "help.rooms.out": "De map waarin die bestanden komen.",
    "help.rooms.purge": "Wis deze zaal voorgoed, met alles wat ervan bewaard is.",
    "help.rooms.purge_all": "Wis alle zalen voorgoed.",
    "help.rooms.yes": "Wis zonder het eerst te vragen.",
    "help.rooms.database": "De zalen in deze database, in plaats van die in het eigen bestand.",
    "rooms.none": "Er zijn op deze laptop geen zalen bewaard.",
    "rooms.one": "{code}  {when}  {scenario}{mark}: {how}, {size}",
    "rooms.rehearsal": "generale repetitie",
    "rooms.who": "{people:één persoon|# mensen} aan {tables:één tafel|# tafels}",
    "rooms.nobody": "er is niemand geweest",
    "rooms.finished": "uitgespeeld",
    "rooms.unfinished": "niet uitgespeeld",
    "rooms.unreadable": "deze versie van het spel kan hem niet lezen",
    "rooms.size": "{kb} kB",
    "rooms.what-now": "Een zaal eruit halen: {program} rooms --export CODE --out MAP\nEen zaal "
    "voorgoed wissen: {program} rooms --purge CODE",
    "rooms.one-thing": "Dat zijn twee dingen tegelijk. Kies er een: --export, --purge of "
    "--purge-all.",
    "rooms.unknown": "Er is geen zaal {written}.",
    "rooms.none-of-it": "Er is geen zaal {written}: er zijn hier geen zalen bewaard.",
    "rooms.no-out": "Waar moet het heen? Geef met --out een map op.",
    "rooms.cannot-read": "Deze versie van het spel kan zaal {code} niet lezen, en heeft hem "
    "gelaten zoals hij is. Neem de versie waarmee hij is gemaakt.",
    "rooms.still-played": "{n:Eén tafel speelt|# tafels spelen} nog: een spel gaat mee zodra het "
    "afgelopen is, of zodra de nabespreking open is.",
    "rooms.exported": "{n:# bestand|# bestanden} bewaard in {path}.",
    "rooms.sure": "{n:Deze zaal|Deze # zalen} voorgoed wissen? Dat is niet terug te draaien "
    "(ja/nee)",
    "rooms.left-alone": "Er is niets gewist.",
    "rooms.purged": "{n:De zaal is|# zalen zijn} gewist.",
    # a rehearsal
    "help.host.rehearse": "Oefen: computerspelers vullen alle plaatsen en spelen de hele middag.",
    "help.host.minutes": "Hoeveel minuten die generale repetitie ongeveer duurt; {default} als je "
    "niets zegt.",
    "rehearse.name": "Computer {n}",
    "rehearse.mark": "generale repetitie",
    "rehearse.open": "Dit is een generale repetitie: computerspelers vullen alle plaatsen. Kijk "
    "mee in je regie en op het grote scherm, en grijp in wanneer je wilt.",
    "rehearse.begins": "Iedereen zit. Het spel begint.",
    "rehearse.over": "Alle tafels zijn klaar. De nabespreking staat open: leid hem vanuit je "
    "regie.",
    "rehearse.closed": "De generale repetitie is voorbij.",
    # a table on one laptop
    "web.console.one-laptop": "Speelt een tafel op één laptop, open daar dan:",
    "web.curtain.join": "Tafel {table} op dit ene apparaat",
    "web.curtain.how": "Elke partij kiest hier om de beurt, zonder dat de andere meekijkt. "
    "Daartussen hangt een gordijn.",
    "web.curtain.name": "Wie speelt {party}?",
    "web.curtain.names": "Geef elke partij een eigen naam, die nog niemand in de zaal heeft.",
    "web.curtain.head": "Het gordijn is dicht",
    "web.curtain.note": "Geef het apparaat door. De anderen kijken even de andere kant op.",
    "web.curtain.nobody": "Nu hoeft niemand te kiezen. Iedereen kan hier de eigen pagina bekijken.",
    "web.curtain.hand-over": "Ik ben {name}",
    "web.curtain.look": "Laat {name} even kijken",
    "web.curtain.close": "Doe het gordijn dicht",
    # what a trainer can try
    "host.help": "Komt een telefoon er niet in? Kijk of hij op hetzelfde netwerk zit en of een "
    "firewall Python toelaat; houdt dit netwerk apparaten uit elkaar, gebruik dan een hotspot.",
    # several processes
    "help.host.workers": "Zoveel processen bedienen de telefoons; alleen met --database van "
    "PostgreSQL. {default} als je niets zegt.",
    "host.workers-one-file": "Uit een gewoon bestand kan maar één proces een zaal openhouden. Geef "
    "met --database een PostgreSQL-database op, of laat --workers weg.",
    "host.workers-rehearse": "Een generale repetitie draait in één proces. Laat --workers weg.",
    "host.worker-stops": "Een van de processen stopt meteen weer. Wat gekozen is, is veilig. Kijk "
    "of de database te bereiken is, en begin opnieuw.",
}
