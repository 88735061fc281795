"""What `test` says. Dutch."""

from game.words import Catalogue

WORDS: Catalogue = {
    "help.test": "Speel een scenario op veel manieren, en laat zien welke regels niemand hoorde, "
    "wat nooit bereikt werd, wat te vaak klinkt, en of het is zoals je verwacht.",
    "help.test.plays": "Hoeveel spellen persona's spelen; {default:,} als je niets zegt. Half "
    "zoveel gaan op goed geluk.",
    "help.test.seconds": "Hoe lang het mag duren; {default} als je niets zegt.",
    "help.test.how": "Laat zien hoe een spel hier komt: een id, of het nummer van een regel in "
    "het bestand.",
    "help.test.traces": "Bewaar de spellen die iets laten zien in deze map, om na te spelen.",
    "help.play.game": "Met --auto: het hoeveelste spel met dat geluk, zoals `test` het noemt.",
    "metavar.WHAT": "WAT",
    "stop.game-needs-auto": "--game hoort bij --auto. Zet dat erbij, of laat het weg.",
    "stop.nothing-on-line": "Op regel {line} staat niets waar een spel op uit kan komen. Noem de "
    "regel van een zet, een fase, een voorwaarde of iets wat gezegd wordt.",
    "stop.unknown-item": "In dit scenario heet niets “{written}”. {repair}",
    "playtest.playing": "Spelen",
    "playtest.title": "{scenario}: proefspelen",
    "playtest.explored": "Wat er gespeeld is",
    "playtest.plays": "{personas:# spel|# spellen} door persona's, {random:# spel|# spellen} op "
    "goed geluk, en {ways:# manier|# manieren} om te kiezen op {places:# plek|# plekken} bij het "
    "begin van een fase of in een confrontatie, telkens uitgespeeld tot het einde.",
    "playtest.size": "{rounds:# ronde|# rondes} en {turns:# keuze|# keuzes} bij elkaar, in "
    "{seconds:# seconde|# seconden}, met seed {seed}.",
    "playtest.cut": "De tijd was op voordat alles gespeeld was; met --seconds krijgt het meer.",
    "playtest.left": "Niet verkend: nog {places:# zo'n plek|# zulke plekken}; met meer --plays "
    "komt het verder.",
    "playtest.skipped": "Weggelaten: {ways:# manier|# manieren} om te kiezen, waar het er te "
    "veel waren om ze alle te proberen.",
    "playtest.never-means": "“Nooit” betekent: in geen van deze spellen. Als persona's spelen, "
    "kan het nog voorkomen in hooguit een op de {one_in:# spel|# spellen}.",
    "playtest.coverage": "Wat er voorkwam",
    "playtest.of": "{met:,} van {of:,}",
    "playtest.kind.phases": "fasen",
    "playtest.kind.branches": "wegen van fase naar fase",
    "playtest.kind.moves": "zetten",
    "playtest.kind.events": "gebeurtenissen",
    "playtest.kind.endings": "eindes",
    "playtest.kind.things": "spelregels, rituelen, attributen, decors en rollen die golden",
    "playtest.kind.rituals": "rituelen gehouden, en hol",
    "playtest.kind.changes": "veranderingen die spelers kunnen doorvoeren",
    "playtest.kind.wordings": "regels tekst, elke bewoording apart",
    "playtest.kind.conditions": "voorwaarden, naar beide kanten",
    "playtest.head.stops": "Waar een spel stokt",
    "playtest.head.never": "Nooit bereikt: {n}",
    "playtest.head.unheard": "Nooit gehoord: {n}",
    "playtest.head.one-sided": "Voorwaarden die altijd hetzelfde uitkwamen: {n}",
    "playtest.head.unexplored.never": "Niet verkend, en nog niet bereikt: {n}",
    "playtest.head.unexplored.unheard": "Niet verkend, en nog niet gehoord: {n}",
    "playtest.head.unexplored.one-sided": "Niet verkend, en tot nu toe steeds hetzelfde: {n}",
    "playtest.head.often": "In één spel {often:~} keer of vaker gehoord: {n}",
    "playtest.found.fault": "Het spel zelf liep vast: {name}. Meld het, met je scenario erbij.",
    "playtest.found.stuck": "Een partij had geen zet om uit te kiezen in de fase “{name}”.",
    "playtest.found.phase": "De fase “{name}” werd nooit bereikt.",
    "playtest.found.event": "De gebeurtenis “{name}” kwam nooit voor.",
    "playtest.found.move": "Niemand speelde ooit “{name}”.",
    "playtest.found.ending": "Geen spel eindigde met “{name}”.",
    "playtest.found.branch": "Het script ging nooit deze kant op: {name}.",
    "playtest.found.event.condition": "De gebeurtenis “{name}” kwam nooit voor: de voorwaarde "
    "gold nooit.",
    "playtest.found.move.condition": "Niemand speelde ooit “{name}”: de voorwaarde gold nooit.",
    "playtest.found.ending.condition": "Geen spel eindigde met “{name}”: de voorwaarde gold nooit.",
    "playtest.found.branch.condition": "Het script ging nooit deze kant op, omdat de voorwaarde "
    "nooit gold: {name}.",
    "playtest.found.stood": "“{name}” gold nooit, of was nooit aan tafel.",
    "playtest.found.held": "Het ritueel “{name}” werd nooit gehouden.",
    "playtest.found.hollow": "Het ritueel “{name}” was nooit hol.",
    "playtest.found.unchanged": "“{name}” mag veranderd worden, en niemand deed dat ooit.",
    "playtest.found.unmade": "Nooit gedaan, van wat hier veranderd mag worden: {name}.",
    "playtest.found.unparted": "Niemand werd het er ooit over eens uit elkaar te gaan ({name}).",
    "playtest.found.line.condition": "Nooit gehoord: de voorwaarde werd bekeken, en gold nooit.",
    "playtest.found.line.not-asked": "Nooit gehoord: het kwam nooit aan de beurt.",
    "playtest.found.line.others-first": "Nooit gehoord: het kwam hier nooit van, of iets anders "
    "ging altijd voor.",
    "playtest.found.ask.others-first": "Deze vraag werd nooit gesteld.",
    "playtest.found.ask.condition": "Deze vraag werd nooit gesteld: de voorwaarde gold nooit.",
    "playtest.found.ask.not-asked": "Deze vraag werd nooit gesteld: ze kwam nooit aan de beurt.",
    "playtest.found.wordings": "Nooit gehoord: {count:# bewoording|# bewoordingen} van de {of}.",
    "playtest.found.true": "Deze voorwaarde gold nooit.",
    "playtest.found.true.needless": "Dit deel van een voorwaarde gold nooit: het kan weg, "
    "en deze spellen blijven zoals ze zijn.",
    "playtest.found.false": "Deze voorwaarde gold elke keer dat ze bekeken werd.",
    "playtest.found.false.needless": "Deze voorwaarde gold elke keer dat ze bekeken werd: "
    "ze kan weg, en deze spellen blijven zoals ze zijn.",
    "playtest.found.false.move-only": "Deze voorwaarde gold elke keer dat ze bekeken werd: "
    "alles behalve haar `move` kan weg, en deze spellen blijven zoals ze zijn.",
    "playtest.found.unexplored.never": "“{name}”: geen spel kwam eraan toe, en de tijd was op "
    "voordat alles gespeeld was.",
    "playtest.found.unexplored.unheard": "Niemand hoorde het, en de tijd was op voordat alles "
    "gespeeld was.",
    "playtest.found.unexplored.one-sided": "Het kwam elke keer hetzelfde uit, en de tijd was op "
    "voordat alles gespeeld was.",
    "playtest.found.often": "In één spel {often:~} keer of vaker gehoord, in {share} van de "
    "spellen door persona's.",
    "playtest.more": "En nog {n:één|#}.",
    "playtest.nothing": "Er viel niets op: niemand zat zonder keuze, alles kwam in een of ander "
    "spel voor, en niets te vaak.",
    "playtest.expected": "Wat je verwacht",
    "playtest.verdict.holds": "klopt: {what}, {share} ({low}–{high}) van {of:# spel|# spellen}; "
    "je verwacht {least} tot {most} van de honderd.",
    "playtest.verdict.fails": "KLOPT NIET: {what}, {share} ({low}–{high}) van {of:# spel|# "
    "spellen}; je verwacht {least} tot {most} van de honderd.",
    "playtest.verdict.unsure": "te dicht bij de grens: {what}, {share} ({low}–{high}) van {of:# "
    "spel|# spellen}; je verwacht {least} tot {most} van de honderd. Met meer --plays weet je "
    "het.",
    "playtest.no-command": "Wil je dit spel zien, bewaar het dan met --traces MAP en speel het na.",
    "playtest.how": "In {share} van de spellen door persona's, gemiddeld {a_play} keer per spel "
    "en hooguit {most} keer in een spel. De kortste weg kost {choices:# keuze|# keuzes}:",
    "playtest.how.never": "Geen spel kwam hier.",
    "playtest.path.call": "vraagt een moment",
    "playtest.path.nothing": "niets",
    "playtest.path.yes": "ja",
    "playtest.path.no": "nee",
    "playtest.path.raises": "begint erover",
    "playtest.path.keeps": "houdt het voor zich",
    "playtest.item.line": "deze tekst",
    "playtest.item.ask": "deze vraag",
    "playtest.item.phase": "de fase {name}",
    "playtest.item.move": "de zet {name}",
    "playtest.item.event": "de gebeurtenis {name}",
    "playtest.item.ending": "het slot {name}",
    "playtest.item.held": "het ritueel {name}, gehouden",
    "playtest.item.hollow": "het ritueel {name}, hol",
    "playtest.item.stood": "{name}, van kracht",
    "playtest.item.change": "de verandering {name}",
    "playtest.item.branch": "de weg {name}",
    "playtest.item.true": "deze voorwaarde geldt",
    "playtest.item.false": "deze voorwaarde geldt niet",
    "playtest.item.stuck": "geen zet om uit te kiezen in {name}",
    "playtest.item.expected": "zoals verwacht",
    "playtest.item.unexpected": "anders dan verwacht",
}
