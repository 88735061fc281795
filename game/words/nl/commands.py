"""What the commands say: help, errors, saving, checking. Dutch."""

from game.words import Catalogue

WORDS: Catalogue = {
    "and": "{before} en {last}",
    "decimal": ",",
    # help
    "help.about": "Samenspel: een spel over de kant van samenwerken die in geen contract staat.",
    "help.usage": "Zo gebruik je het: {usage}",
    "help.options": "Opties",
    "help.commands": "Opdrachten",
    "help.arguments": "Wat je meegeeft",
    "help.more": "Meer over een opdracht: {program} OPDRACHT --help",
    "help.metavar.command": "OPDRACHT",
    "help.metavar.options": "[OPTIES]",
    "metavar.PARTY": "PARTIJ",
    "metavar.PERSONA": "PERSONA",
    "metavar.A,B": "A,B",
    "metavar.N": "N",
    "metavar.DIR": "MAP",
    "metavar.WxH": "BxH",
    "metavar.THEME": "KLEUREN",
    "metavar.PERCENT": "PROCENT",
    "metavar.FILE": "BESTAND",
    "metavar.PATH…": "PAD…",
    "metavar.CODE": "CODE",
    "metavar.TRACE": "BESTAND",
    "metavar.SCENARIO": "SCENARIO",
    "help.help": "Laat deze uitleg zien.",
    "help.version": "Laat de versie van het spel zien.",
    "help.lang": "Taal: nl of en.",
    "help.play": "Speel een scenario. Zonder opdracht gebeurt dit ook.",
    "help.play.scenario": "De naam van een scenario, of een bestand. Zonder: kies uit een lijst.",
    "help.play.role": "De partij die je speelt, of `both` om met z'n tweeën achter één scherm te "
    "spelen.",
    "help.play.against": "De persona die de andere stoelen bezet.",
    "help.play.personas": "De persona's per partij, met komma's ertussen, in de volgorde van het "
    "scenario.",
    "help.seed": "Een geheel getal dat het toeval vastlegt: hetzelfde getal, hetzelfde toeval.",
    "help.play.text": "Speel in tekst. Leest ook keuzes uit een pijp.",
    "help.play.auto": "Laat persona's alle stoelen bezetten en schrijf het verslag uit.",
    "help.play.trace": "Bewaar het spel in dit bestand.",
    "help.play.resume": "Speel verder aan een bewaard spel.",
    "help.check": "Kijk scenario's na: elk probleem met bestand, regel en kolom.",
    "help.check.paths": "Bestanden of mappen.",
    "help.check.play": "Speelt elk scenario ook een paar honderd keer, en zegt welke grenzen geen "
    "enkel spel haalt en welke antwoorden niemand hoort.",
    "help.json": "Schrijf gegevens in JSON in plaats van zinnen.",
    "help.overwrite": "Schrijf over wat er al staat.",
    "help.explain": "Leg uit wat een code van `check` betekent en wat je eraan doet.",
    "help.explain.code": "Een code, zoals `check` hem laat zien.",
    "help.explain.all": "Alle codes, elk met zijn melding op één regel.",
    "help.gallery": "Teken elke plek, elk uur en weer, alle kleren, dingen en gezichten die een "
    "scenario kan noemen.",
    "help.gallery.out": "De map voor de plaatjes.",
    "help.storyboard": "Bewaar een plaatje van elk scherm van een heel spel.",
    "help.storyboard.out": "De map voor de plaatjes.",
    "help.storyboard.size": "Hoe groot het venster is; 1280x720 als je niets zegt.",
    "help.storyboard.theme": "light, dark, high-contrast of projector; {default} als je niets "
    "zegt.",
    "help.storyboard.text_size": "Hoe groot de letters zijn, van 100 tot 160; {default} als je "
    "niets zegt.",
    "help.replay": "Speel een bewaard spel opnieuw af en laat de laatste getallen zien.",
    "help.debrief": "De nabespreking van een bewaard spel.",
    "help.debrief.seat": "Voor wie deze partij speelde, met alleen diens eigen antwoorden.",
    "help.debrief.html": "Schrijf de nabespreking als pagina in dit bestand, om te printen.",
    "help.debrief.csv": "Schrijf een tabel in dit bestand: een rij per partij per ronde.",
    "help.debrief.more": "Ook de acht stappen, met het log, de cijfers en het bewijs.",
    "help.debrief.trainer": "Ook wat de schrijver aan de begeleider meegeeft, en de statistiek.",
    "help.trace": "Het bestand van een bewaard spel.",
    "help.scenario": "De naam van een scenario, of een bestand.",
    "help.its-scenario": "Het scenariobestand waarmee gespeeld is, als dat verhuisd is.",
    # errors: fact, place, remedy
    "stop.unknown-command": "Er is geen opdracht “{written}”. {repair}",
    "stop.unknown-option": "{command} kent geen optie “{written}”. {repair}",
    "stop.option-without-value": "Achter “{written}” hoort iets te staan. {repair}",
    "stop.option-with-value": "“{written}” krijgt geen waarde. Laat weg wat erachter staat.",
    "stop.too-much": "“{written}” is er een te veel. {repair}",
    "stop.missing": "Hier ontbreekt iets: {what}. {repair}",
    "stop.unknown-scenario": "Er is geen scenario “{written}”. {repair}",
    "stop.no-scenarios": "Er zijn geen scenario's in {place}. Geef een bestand mee: "
    "{program} play BESTAND.",
    "stop.broken-scenario": "{file} kan zo niet gespeeld worden. {n:Er is één fout|Er zijn # "
    "fouten, te beginnen met}:\n{first}\n{n:Kijk na|Alle fouten zie je} met: {program} check "
    "{file}",
    "stop.unknown-party": "In “{scenario}” zit geen partij “{written}”. {repair}",
    "stop.unknown-persona": "Er is geen persona “{written}”. {repair}",
    "stop.personas-count": "“{scenario}” heeft {expected} partijen; --personas noemt er {given}. "
    "Noem er één per partij: {parties}.",
    "stop.unknown-language": "“{written}” is geen taal van dit spel. Kies nl of en. De taal van "
    "de teksten van een scenario kies je met --texts.",
    "stop.bad-size": "“{written}” is geen afmeting. Schrijf breedte x hoogte, van {lowest} tot "
    "{highest}, bijvoorbeeld --size 1280x720.",
    "stop.unknown-theme": "Er is geen kleurstelling “{written}”. {repair}",
    "stop.bad-text-size": "--text-size {written} kan niet. {repair}",
    "stop.auto-and": "--auto bezet alle stoelen; {option} past daar niet bij. Laat een van de "
    "twee weg.",
    "stop.resume-and": "Een bewaard spel ligt al vast; laat {option} weg.",
    "stop.hot-seat-count": "Met {n} partijen is `--role both` niet duidelijk. Kies er een: "
    "{parties}.",
    "stop.no-terminal": "Er is geen scherm en geen terminal om keuzes in te typen. Speel in een "
    "terminal, of laat het spel zichzelf spelen: {program} play --auto.",
    "stop.no-such-path": "{path} bestaat niet. Kijk of de naam klopt.",
    "stop.unreadable": "{path} kan niet gelezen worden ({why}). Kijk of je het mag openen.",
    "stop.no-yaml": "In {path} staat geen enkel .yaml-bestand. Geef een scenario mee.",
    "stop.unwritable": "{path} kan niet geschreven worden ({why}). Kies een andere plek.",
    "stop.unwritable-home": "Het spel kan niet bewaard worden in {path} ({why}). Noem zelf een "
    "bestand met --trace BESTAND, of zet een andere map in SAMENSPEL_HOME.",
    "stop.unwritable-folder": "In {path} kan niets bewaard worden ({why}). Kies een andere map met "
    "--out.",
    "stop.unsaved": "{path} kan niet geschreven worden ({why}); je laatste keuze is niet bewaard. "
    "Maak ruimte, en speel verder met: {program} play --resume {path}",
    "stop.exists": "{path} is er al. Kies een andere naam, of zet --overwrite erbij.",
    "stop.is-read": "{path} wordt door deze opdracht gelezen en zou zo verloren gaan. Kies een "
    "andere naam.",
    "stop.unknown-code": "Er is geen code “{written}”. {repair}",
    "stop.no-scenario-for-trace": "Het scenario van dit spel, {source}, is hier niet te vinden "
    "zoals het toen was. Geef het bestand van toen mee.",
    "stop.not-over": "Dit spel is nog niet uit. Speel verder met: {program} play --resume {path}",
    "stop.nobody-played": "Aan dit spel deed niemand mee: op alle stoelen zaten persona's. "
    "Nabespreken: {program} debrief {path}",
    "stop.output-lost": "Wat er te zien is, kan nergens heen ({why}). Stuur het ergens anders "
    "heen.",
    "stop.fault": "Hier ging in het spel zelf iets mis ({detail}). Dat ligt niet aan jou.",
    "stop.fault.saved": "Je spel is bewaard in {path}. Probeer: {program} play --resume {path}",
    "stop.fault.unsaved": "Probeer het nog eens; helpt dat niet, meld het dan met deze regel "
    "erbij.",
    "repair.nearest": "Bedoelde je “{near}”?",
    "repair.choices": "Kies uit: {choices}.",
    "repair.help": "Uitleg: {command} --help",
    "why.EACCES": "geen toegang",
    "why.EISDIR": "het is een map",
    "why.ENOTDIR": "er staat een bestand waar een map hoort",
    "why.ENOENT": "die plek bestaat niet",
    "why.ENOSPC": "de schijf is vol",
    "why.EROFS": "hier mag alleen gelezen worden",
    "why.EPERM": "geen toegang",
    "why.EEXIST": "er staat een bestand waar een map hoort",
    "why.ENAMETOOLONG": "de naam is te lang",
    "why.ELOOP": "de koppelingen lopen in een kringetje rond",
    "why.EDQUOT": "jouw deel van de schijf is vol",
    "why.in-use": "een ander programma is ermee bezig",
    "why.irregular": "het is geen gewoon bestand",
    "why.other": "fout {n} van het systeem",
    # traces
    "trace.missing": "{path} is er niet of mag niet gelezen worden. Kijk of de naam klopt.",
    "trace.not-a-trace": "{path} is geen bewaard spel. Geef een bestand dat het spel zelf schreef.",
    "trace.truncated": "{path} is halverwege afgebroken. Neem een kopie die wel heel is.",
    "trace.edited": "{path} is na het spelen veranderd en is daarom niet meer te vertrouwen. Neem "
    "de oorspronkelijke kopie.",
    "trace.other-version": "{path} komt uit een andere versie van het spel. Speel het af met die "
    "versie.",
    "trace.other-scenario": "{path} is een ander spel dan {detail} nu oplevert. Laat het scenario "
    "weg: de tekst waarmee het spel begon, is erbij bewaard.",
    "trace.in-use": "{path} wordt al gespeeld in een ander venster of een andere terminal. Speel "
    "daar verder, of sluit dat eerst.",
    "trace.cannot-replay": "{path} loopt vast bij stap {detail}: die keuze kan daar niet. Neem de "
    "oorspronkelijke kopie.",
    # wat er sindsdien in een scenario veranderd is
    "since-then": "Het scenario is veranderd sinds dit spel begon ({what}). Je ziet het spel met "
    "de tekst waarmee het begon.",
    "since-then.parties": "{n:partij|partijen}",
    "since-then.rules": "{n:spelregel|spelregels}",
    "since-then.rituals": "{n:ritueel|rituelen}",
    "since-then.decor": "{n:decor|decors}",
    "since-then.props": "{n:attribuut|attributen}",
    "since-then.moves": "{n:zet|zetten}",
    "since-then.phases": "{n:fase|fasen}",
    "since-then.events": "{n:gebeurtenis|gebeurtenissen}",
    "since-then.endings": "{n:afloop|aflopen}",
    "since-then.start": "de beginstand",
    "since-then.more": "{more:nog een|nog #}",
    "since-then.name": "“{name}”",
    # saving
    "saved.resume": "Je spel is bewaard. Verder: {program} play --resume {path}",
    "saved.finished": "Dit spel staat in {path}",
    "saved.debrief": "Nog eens nabespreken: {program} debrief {path}",
    # front end
    "front.no-display": "Er is geen beeldscherm gevonden; je speelt in tekst.",
    "front.no-window": "Het venster kon hier niet open; je speelt in tekst.",
    # storyboard
    "storyboard.saved": "{n:# plaatje|# plaatjes} bewaard in {path}.",
    "storyboard.stopped": "{n:# plaatje|# plaatjes} bewaard in {path}; het volgende kan niet "
    "geschreven worden ({why}).",
    # check
    "check.broad": "{place}  Dit antwoord noemt geen zet en kan op {n:# zet|# verschillende "
    "zetten} volgen: lees het na elk daarvan.",
    "check.broad.several": "{place}  {answers} antwoorden noemen geen zet. Dit kan op {n:# zet|# "
    "verschillende zetten} volgen, meer dan elk ander: lees ze na alles waar ze op kunnen volgen.",
    "check.clean": "{n:# bestand|# bestanden} nagekeken: in orde.",
    "check.errors": "{n:# fout|# fouten}",
    "check.warnings": "{n:# waarschuwing|# waarschuwingen}",
    "check.more": "Wat het scenario betekent wordt pas nagekeken als deze fouten hersteld zijn; "
    "dan kan er nog meer blijken.",
    "check.sum": "Gevonden: {parts}.",
    "check.only-warnings": "Het scenario is speelbaar.",
    "check.error": "fout",
    "check.warning": "waarschuwing",
    "explain.more": "Wat er een betekent, met een voorbeeld: {program} explain CODE",
    "explain.says": "De melding: {message}",
    "explain.repair": "Wat je doet: {repair}",
    # replay
    "replay.head": "{title}, toeval {seed}: {rounds:# ronde|# rondes}, {steps:# stap|# stappen}.",
    "replay.ending": "Afloop: {outcome}. {title}",
    "replay.unfinished": "Nog niet afgelopen.",
    "replay.seats": "Aan tafel: {seats}.",
    "replay.numbers": "De laatste getallen, tot op het laatste cijfer (aandelen van 0 tot 1; "
    "waarde en opbrengst zonder grenzen):",
    "measure.trust": "vertrouwen in",
    "measure.reliability": "betrouwbaarheid van",
    "measure.ceiling": "hoogst haalbaar vertrouwen in",
    "measure.exposure": "blootstelling aan",
    "measure.perceived_risk": "ervaren risico bij",
    "measure.real_risk": "nodige kans op woord houden door",
    "measure.confidence": "zekerheid over",
    "measure.mean_trust": "gemiddeld vertrouwen",
    "measure.maturity": "rijpheid",
    "measure.without": "van tafel gegaan",
    "measure.pressure": "druk",
    "measure.safety": "veiligheid",
    "measure.internal_balance": "interne balans",
    "measure.value": "waarde",
    "measure.payoff": "opbrengst van de laatste ronde",
    "measure.formal_overlap": "op papier",
    "measure.understanding": "begrip",
    "measure.lock_in": "vastgeroest patroon",
    "measure.transaction_cost": "kosten van het samenwerken",
    "help.pack": "Maak een map met het spel en alles wat het nodig heeft, voor een laptop zonder "
    "internet.",
    "help.pack.out": "De map om te maken; ze mag nog niet bestaan of is leeg.",
    "pack.made": "Gemaakt: {place}, {size} MB, met {n:één pakket|# pakketten}, voor {kind}.",
    "pack.next": "Zet de hele map op die laptop en start daar {start}; zo te gebruiken als "
    "{program}.",
    "stop.not-empty": "{path} is niet leeg. Kies een nieuwe of een lege map; er is niets "
    "veranderd.",
}
