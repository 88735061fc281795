"""What `balance` says. Dutch."""

from game.words import Catalogue

WORDS: Catalogue = {
    "help.balance": "Krijg advies over een scenario, en stel het op de proef: is er een dilemma, "
    "en laat het de stellingen zien?",
    "help.balance.out": "Schrijf het rapport ook als één pagina naar dit bestand.",
    "help.balance.expect": "Vergelijk met de grenzen in dit JSON-bestand; erbuiten eindigt met "
    "code 1.",
    "stop.expect-not-json": "{path} is geen JSON met grenzen: steeds een naam en twee getallen. "
    'Bijvoorbeeld: {{"outcomes.success.share": [0.35, 0.45]}}',
    "stop.expect-unknown": "{path} verwacht iets van “{name}”, en zo'n getal staat niet in dit "
    "rapport. Met --json zie je de namen.",
    "balance.testing": "Op de proef stellen",
    "balance.title": "De balans van {scenario}",
    "balance.signs": "De vijf stellingen in dit scenario",
    "balance.interval": "{mean:# punt|# punten}; tussen {low} en {high}",
    "balance.balance": "eerst de eigen kant",
    "balance.balance.one": "partijen die het onderling eens zijn (interne balans 95)",
    "balance.balance.other": "partijen die dat niet zijn (35)",
    "balance.contract": "een contract vraagt om vertrouwen",
    "balance.contract.one": "een stevig contract en vertrouwen (75)",
    "balance.contract.other": "hetzelfde contract zonder dat vertrouwen (40)",
    "balance.open": "openlijk nemen of achter iemands rug",
    "balance.open.one": "mensen die openlijk nemen",
    "balance.open.other": "mensen die het verbergen",
    "balance.rules": "regels die je kunt veranderen",
    "balance.rules.one": "spelers die hun eigen spel veranderen",
    "balance.rules.other": "dezelfde spelers als niemand met een verandering instemt",
    "balance.reflection": "reflectie",
    "balance.reflection.one": "reflectiemomenten",
    "balance.reflection.other": "hetzelfde script zonder",
    "balance.sign.more": "Met {what} wordt {one} van de spellen robuust, met {against} {other}. "
    "Dat is meer ({apart}).",
    "balance.sign.fewer": "Met {what} wordt {one} van de spellen robuust, met {against} {other}. "
    "Dat is minder ({apart}), en dus andersom dan de stelling zegt.",
    "balance.sign.same": "Met {what} wordt {one} van de spellen robuust, met {against} {other}. "
    "Dit scenario laat geen verschil zien ({apart}).",
    "balance.trust.more": "Het vertrouwen is aan het eind hoger: {apart}.",
    "balance.trust.fewer": "Het vertrouwen is aan het eind lager: {apart}.",
    "balance.trust.same": "Het vertrouwen is aan het eind niet anders: {apart}.",
    "balance.dilemma": "Is er een dilemma?",
    "balance.game.all": "In elke ronde zitten de spelers in {game}.",
    "balance.game.one": "{phase}, ronde {round}: {game} in {share} van de spellen.",
    "balance.game.prisoners-dilemma": "een gevangenendilemma",
    "balance.game.stag-hunt": "een hertenjacht",
    "balance.game.harmony": "een spel zonder tegenstelling",
    "balance.game.chicken": "een spel van wie het eerst uitwijkt",
    "balance.game.deadlock": "een impasse",
    "balance.game.prisoners-dilemma.means": "Nemen loont, wat de ander ook doet, en samen zijn ze "
    "beter af als niemand neemt: deze ronde vraagt echt iets van mensen.",
    "balance.game.stag-hunt.means": "Samenwerken loont als de ander het ook doet. Daar is "
    "vertrouwen voor nodig; in verleiding komt niemand.",
    "balance.game.harmony.means": "Samenwerken loont, wat de ander ook doet. Niemand komt in "
    "verleiding, dus er staat niets op het spel: maak nemen aantrekkelijker, of het begrip "
    "kleiner.",
    "balance.game.chicken.means": "Nemen loont zolang de ander het niet doet. Wie durft wint, en "
    "twee die durven verliezen het meest.",
    "balance.game.deadlock.means": "Nemen loont, en allebei nemen is niet slechter dan allebei "
    "samenwerken. Samen valt er niets te winnen: laat samenwerken meer opbrengen.",
    "balance.game.adds-up": "Dat ligt aan het model en niet aan je verhaal: wat een ronde opbrengt "
    "is een optelsom, dus tussen twee partijen brengt nemen ongeveer evenveel extra op, of de "
    "ander nu geeft of neemt. Een ronde is een dilemma of ze is het niet; geen zet maakt er een "
    "hertenjacht van. Wat geven de moeite waard maakt, komt daarna.",
    "balance.end": "En tot het einde van het spel gerekend?",
    "balance.end.for": "{phase} (voor {who})",
    "balance.end.harmony": "Geven in de eerste ronde loonde, wat de anderen ook deden: {places}.",
    "balance.end.stag-hunt": "Geven in de eerste ronde loonde als de anderen gaven, en nemen als "
    "zij namen (een hertenjacht): {places}.",
    "balance.end.chicken": "Nemen in de eerste ronde loonde als de anderen gaven, en geven als zij "
    "namen (wie wijkt het eerst uit): {places}.",
    "balance.end.prisoners-dilemma": "Nemen in de eerste ronde loonde, wat de anderen ook deden: "
    "{places}.",
    "balance.end.open": "Te weinig verschil om het te zeggen: {places}.",
    "balance.moves": "Zetten om nog eens naar te kijken",
    "balance.moves.fine": "Elke zet is weleens de beste en weleens de slechtste keuze.",
    "balance.never.better": "“{move}” ({phase}) was voor wie hem speelde nooit de beste keuze: een "
    "andere zet leverde die partij altijd meer op.",
    "balance.never.worse": "“{move}” ({phase}) was nooit de slechtste keuze: je kunt hem zonder "
    "nadenken spelen.",
    "balance.personas": "Wint één manier van spelen altijd?",
    "balance.personas.fine": "Geen persona wint, wat de anderen ook doen.",
    "balance.ahead": "Tegen wie dan ook en op elke stoel houdt {persona} er vaker meer aan over "
    "dan de ander.",
    "balance.ahead.most": "Die haalt ook meer dan elke andere persona: {gain:# punt|# punten} per "
    "ronde.",
    "balance.ahead.less": "Winst is dat niet: gemiddeld haalt die {gain:# punt|# punten} per "
    "ronde, en {best} haalt het meest, {most}.",
    "balance.dominant": "Voor {party} levert geen persona zoveel op als {persona}, wie er ook "
    "tegenover zit.",
    "balance.last": "Wat verraad in de laatste ronde oplevert",
    "balance.last.pays": "{party}, {phase}: nemen levert meer op dan samenwerken (waarde: {gain}).",
    "balance.last.costs": "{party}, {phase}: nemen levert minder op dan samenwerken (waarde: "
    "{gain}).",
    "balance.last.same": "{party}, {phase}: nemen of samenwerken maakt voor de opbrengst niet uit "
    "(waarde: {gain}).",
    "balance.last.success": "Het aandeel robuuste spellen verandert erdoor: {apart}.",
    "balance.last.none": "In de laatste ronde valt er niet te kiezen tussen nemen en samenwerken.",
    "balance.endings": "Eindes buiten bereik",
    "balance.endings.fine": "Elk einde komt vaak genoeg voor om het mee te maken.",
    "balance.ending.never": "“{ending}” ({name}) werd nooit gehaald.",
    "balance.ending.rare": "“{ending}” ({name}) wordt in maar {share} van de spellen gehaald.",
    "balance.expect.fine": "{n:De verwachting klopt|Alle # verwachtingen kloppen}.",
    "balance.expect.out": "{name} is {value}; verwacht tussen {low} en {high}.",
    "balance.page.outcomes": "{plays:Hoe # spel afliep|Hoe # spellen afliepen}",
    "balance.page.game": "Wat een ronde gemiddeld oplevert",
    "balance.page.both": "allebei samenwerken",
    "balance.page.tempted": "als enige nemen",
    "balance.page.betrayed": "van je laten nemen",
    "balance.page.neither": "allebei nemen",
    "balance.page.signs": "Verschil in het aandeel robuuste spellen, in punten, met het interval "
    "van 95%",
    "balance.page.how": "Gespeeld door persona's, ieder even vaak tegen ieder ander. Vergeleken "
    "is in paren: hetzelfde spel, hetzelfde toeval, één ding anders. De tekens zeggen iets over "
    "dit scenario in dit model, en niets over echte samenwerkingen.",
}
