"""What is said about the sheet for a translator, and what stands in it. Dutch."""

from game.words import Catalogue

WORDS: Catalogue = {
    "help.words": "Schrijf de teksten van een scenario in een blad voor de vertaler, en haal ze "
    "terug.",
    "help.words.out": "Schrijf het blad naar dit bestand: .xlsx of .csv.",
    "help.words.in": "Neem over wat in dit blad veranderd is.",
    "help.words.add": "Talen die een lege kolom krijgen, zoals `de` of `sw,fy`.",
    "help.words.since": "Een ouder blad: bij --out zegt “stand” wat er sindsdien veranderd is; bij "
    "--in is het al eerder overgenomen.",
    "help.words.force": "Neem ook over wat uit een oudere tekst vertaald is.",
    "help.words.dry_run": "Zeg alleen wat er zou veranderen.",
    "metavar.LANG": "TAAL",
    "metavar.LANG,…": "TAAL,…",
    "stop.words-which-way": "Zeg welke kant het op moet: --out BESTAND schrijft het blad, --in "
    "BESTAND haalt het terug.",
    "stop.words-broken": "De teksten van {file} zijn nog niet uit elkaar te houden. Herstel eerst "
    "dit:\n{first}",
    "stop.words-too-large": "Met deze teksten wordt {path} groter dan {limit} kB, en is het niet "
    "meer te openen. Neem minder talen over.",
    "stop.words-kind": "{path} is geen soort blad. Kies een naam die op .xlsx of .csv eindigt.",
    "stop.bad-language": "“{written}” is geen taalcode. Schrijf er een zoals `de`, `sw` of "
    "`pt-BR`.",
    "stop.unreadable-scenario": "{path} kan niet gelezen worden. Kijk of je het mag openen.",
    "stop.sheet.large": "{path} is te groot voor een blad met teksten. Neem het bestand dat `words "
    "--out` schreef.",
    "stop.sheet.empty": "{path} is leeg. Neem het bestand dat `words --out` schreef.",
    "stop.sheet.binary": "{path} is geen blad met teksten. Bewaar het als .xlsx of als CSV.",
    "stop.sheet.letters": "De letters in {path} zijn niet met zekerheid te lezen. Bewaar het als "
    ".xlsx, of als “CSV UTF-8”.",
    "stop.sheet.damaged": "{path} is beschadigd of maar half aangekomen. Bewaar het opnieuw, als "
    ".xlsx of als CSV.",
    "stop.sheet.place": "{path} heeft geen kolom “plaats”, waarin staat waar elke tekst hoort. "
    "Neem het blad dat `words --out` schreef, en laat de eerste rij staan.",
    "stop.sheet.sent": "{path} heeft geen kolom “zoals verstuurd”, waarin staat wat elke tekst "
    "was. Neem het blad dat `words --out` schreef, en laat de laatste kolom staan.",
    "stop.sheet.languages": "{path} heeft geen kolom voor een taal, zoals nl of en. Laat de eerste "
    "rij zoals hij is.",
    "stop.sheet.double": "{path} heeft twee kolommen voor dezelfde taal. Haal er een weg.",
    "sheet.separator": ";",
    "sheet.place": "plaats",
    "sheet.kind": "soort",
    "sheet.speaker": "spreker",
    "sheet.line": "regel",
    "sheet.limit": "hoogstens",
    "sheet.note": "opmerking",
    "sheet.status": "stand",
    "sheet.status.missing": "ontbreekt: {languages}",
    "sheet.status.new": "nieuw",
    "sheet.status.changed": "sindsdien veranderd: {languages}",
    "sheet.sent": "zoals verstuurd",
    "sheet.limit.words": "{n} woorden",
    "sheet.limit.letters": "{n} letters",
    "sheet.kind.title": "naam of titel",
    "sheet.kind.summary": "waar het over gaat",
    "sheet.kind.goal": "wat je ervan leert",
    "sheet.kind.public": "voor iedereen",
    "sheet.kind.secret": "alleen voor één partij",
    "sheet.kind.want": "wat een partij wil",
    "sheet.kind.card": "op een kaart: wat je doet",
    "sheet.kind.risk": "op een kaart: wat je waagt",
    "sheet.kind.face": "wat de anderen zien",
    "sheet.kind.found-out": "hoe het uitkomt",
    "sheet.kind.question": "vraag",
    "sheet.kind.option": "mogelijk antwoord",
    "sheet.kind.unit": "volgt op een getal",
    "sheet.kind.trainer": "voor de begeleider",
    "sheet.kind.said": "gezegd",
    "sheet.kind.told": "verteld",
    "sheet.kind.shown": "getoond",
    "words.sent": "{n:# tekst|# teksten} in {path}.",
    "words.missing": "In {language} {n:ontbreekt er nog #|ontbreken er nog #}.",
    "words.taken": "{n:# tekst|# teksten} veranderd in {path} ({parts}). Kijk het na met `check`.",
    "words.would": "{n:# tekst zou|# teksten zouden} veranderen in {path} ({parts}).",
    "words.nothing": "Er is niets veranderd in {path}.",
    "words.more": "En nog {n:# opmerking|# opmerkingen}.",
    "words.long": "{place}  {language}: {n} woorden; meer dan {most} zegt niemand in één adem en "
    "leest niemand in één blik. Toch overgenomen: {text}",
    "words.left": "Rij {row}, {written}: {why}",
    "words.left.gone": "deze tekst staat niet meer in het scenario.",
    "words.left.twice": "deze tekst heeft al een rij; alleen de eerste telt.",
    "words.left.stale": "de tekst in {detail} is sindsdien veranderd. In {language} niet "
    "overgenomen; lees hem nog eens in een nieuw blad, of zet --force erbij.",
    "words.left.clash": "{language} is sindsdien in het scenario veranderd. Niet overgenomen; neem "
    "een nieuw blad, of zet --force erbij.",
    "words.left.emptied": "de cel voor {language} is nu leeg. De tekst is gebleven zoals hij was.",
    "words.left.hidden": "in {language} zit een teken dat niemand ziet ({detail}). Niet "
    "overgenomen; typ de tekst opnieuw.",
    "words.left.too-long": "in {language} heeft de tekst meer letters dan er passen ({detail}). "
    "Niet overgenomen; maak hem korter, of zet --force erbij.",
    "words.left.not-text": "in de cel voor {language} staat een datum, ja of nee, of een fout. "
    "Maak er tekst van.",
    "words.left.cannot-write": "{language} past niet in het bestand zoals het daar staat. Typ het "
    "daar zelf.",
    "told-in-language": "De teksten van dit scenario lees je in het {language}; de schermen "
    "spreken Nederlands.",
    "pick.tongue": "In welke taal lees je het scenario?",
    "stop.not-told-in": "“{scenario}” is niet geschreven in “{written}”. Kies uit: {have}.",
    "help.texts": "De taal van de teksten van het scenario: een van de talen die het heeft, zoals "
    "`de` of `sw`.",
    "language.de": "Duits",
    "language.fy": "Fries",
    "language.fr": "Frans",
    "language.es": "Spaans",
    "language.it": "Italiaans",
    "language.pt": "Portugees",
    "language.pl": "Pools",
    "language.tr": "Turks",
    "language.sw": "Swahili",
    "language.id": "Indonesisch",
    "language.pap": "Papiaments",
    "language.da": "Deens",
    "language.sv": "Zweeds",
    "language.no": "Noors",
    "language.fi": "Fins",
}
