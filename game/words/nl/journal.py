"""Wat er met het journaal van een workshop mis kan zijn: feit, wat veilig is, uitweg. Dutch."""

from game.words import Catalogue

WORDS: Catalogue = {
    "journal.bad-address": "{place} is geen database waar het spel mee overweg kan. Schrijf "
    "--database postgresql+psycopg://NAAM@COMPUTER/DATABASE, of laat --database weg.",
    "journal.no-driver": "Voor de database {place} is psycopg nodig, en dat is niet "
    "geïnstalleerd. Begin met: python3 -m uv run --no-dev --extra postgres main.py",
    "journal.unreachable": "De database {place} is niet te bereiken, of laat het spel niet "
    "binnen. Wat bewaard was, staat daar veilig. Kijk of die draait, en of het adres, de naam en "
    "het wachtwoord kloppen.",
    "journal.unwritable": "De workshops kunnen niet bewaard worden in {place} ({why}). Kijk of je "
    "daar mag schrijven, of zet een andere map in SAMENSPEL_HOME.",
    "journal.not-a-journal": "{place} is geen bestand met workshops, en is gelaten zoals het is. "
    "Geef er een andere plek voor op.",
    "journal.serving": "Vanuit {place} draait al een workshop. Ga daar verder, of sluit die eerst.",
    "journal.full": "De schijf is vol: in {place} past niets meer. Wat bewaard was, is veilig; "
    "wat er net gebeurde, is niet bewaard. Maak ruimte op de schijf en doe het opnieuw.",
    "journal.disk-error": "De schijf waar {place} op staat, geeft een fout. Wat eerder bewaard "
    "was, is veilig zolang de schijf het doet; wat er net gebeurde, is niet bewaard. Kijk of er "
    "ruimte is, en zet ergens anders een kopie van het bestand neer.",
    "journal.locked": "Een ander programma houdt {place} bezet. Er is niets verloren, maar wat er "
    "net gebeurde, is niet bewaard. Sluit dat programma en doe het opnieuw.",
    "journal.damaged": "{place} is beschadigd. Sluit alles wat er gebruik van maakt en start de "
    "workshop opnieuw: alles wat nog te lezen is, komt dan in een nieuw bestand, en het "
    "beschadigde blijft bewaard.",
    "journal.not-allowed": "Het spel mag niet schrijven in de database {place}. Vraag de "
    "beheerder om het recht om tabellen te maken en erin te schrijven.",
    "journal.failed": "De database {place} geeft een fout die het spel niet kent. Wat bewaard "
    "was, is veilig; wat er net gebeurde, is niet bewaard. Doe het opnieuw.",
    "journal.not-wiped": "De zaal is uit de lijst, maar de tekst ervan kan nog in {place} staan: "
    "een ander programma heeft het bestand open, of de schijf is vol. Los dat op, en wis de zaal "
    "nog een keer.",
    "journal.rescued": "Het bestand met workshops was beschadigd. Alles wat nog te lezen was, "
    "staat in een nieuw bestand, en daar gaan de workshops verder; het beschadigde is bewaard als "
    "{path}.",
}
