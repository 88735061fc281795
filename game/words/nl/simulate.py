"""What `simulate` says. Dutch."""

from game.words import Catalogue

WORDS: Catalogue = {
    "thousands": ".",
    "numbers": "0 één twee drie vier vijf zes zeven acht negen tien elf twaalf",
    "metavar.A,B,…": "A,B,…",
    "metavar.ENGINE": "MOTOR",
    "metavar.ADDRESS": "ADRES",
    "help.simulate": "Speel een scenario vele malen met persona's en tel wat ervan kwam.",
    "help.simulate.plays": "Hoe vaak; {default:,} keer als je niets zegt.",
    "help.simulate.strategies": "De persona's per partij. Zonder: iedere persona tegen iedere "
    "andere, even vaak.",
    "help.simulate.workers": "Hoeveel processen tegelijk spelen, hooguit {high}. De uitkomst hangt "
    "er niet van af.",
    "help.simulate.engine": "local: op deze computer. dask: op een Dask-cluster.",
    "help.simulate.scheduler": "Het adres van een Dask-scheduler. Zonder: een cluster op deze "
    "computer.",
    "stop.bad-number": "{option} “{written}” is geen geheel getal. Schrijf bijvoorbeeld {option} "
    "{example}.",
    "stop.number-range": "{option} {written} valt buiten {low} tot {high}. Kies een getal "
    "daartussen.",
    "stop.too-many-strategies": "--strategies noemt {given:# persona|# persona's}, en er zijn "
    "{expected} partijen. Laat de rest weg.",
    "stop.unknown-engine": "Er is geen motor “{written}”. {repair}",
    "stop.scheduler-needs-dask": "--scheduler hoort bij --engine dask. Zet dat erbij, of laat het "
    "weg.",
    "stop.no-dask": "Dask staat hier niet. Installeer de extra `dask`, of laat --engine weg.",
    "stop.no-scheduler": "Op {address} antwoordt geen Dask-scheduler. Kijk of hij daar draait, of "
    "laat --scheduler weg om deze computer te gebruiken.",
    "stop.no-workers": "De Dask-scheduler op {address} heeft geen workers. Start er daar een, of "
    "laat --scheduler weg om deze computer te gebruiken.",
    "simulate.playing": "Spelen",
    "simulate.title": "{scenario}: {plays:,} keer gespeeld, seed {seed}",
    "simulate.outcomes": "Hoe het afliep",
    "simulate.endings": "De eindes",
    "simulate.pairings": "In welk gezelschap",
    "simulate.pairings.two": "Hoe vaak het robuust werd. Van boven naar beneden: wie er voor "
    "{down} speelt. Van links naar rechts, met dezelfde nummers: wie voor {across}.",
    "simulate.pairings.best": "Het vaakst robuust",
    "simulate.pairings.worst": "Het minst vaak robuust",
    "simulate.paths": "Onderweg",
    "simulate.paths.how": "Voor elke ronde: het middelste spel, en tussen haakjes de middelste "
    "helft. Waarde is per ronde, tot dan toe.",
    "simulate.trust": "vertrouwen",
    "simulate.risk": "ervaren risico",
    "simulate.value": "waarde",
    "simulate.end": "slot",
    "simulate.scenes": "Confrontaties",
    "simulate.scenes.plays": "In {share} van de spellen viel het gesprek minstens één keer stil."
    " Voor zich gehouden, per spel: {kept}. Per spel:",
    "simulate.scenes.reply": "Wat ieder erop zei",
    "simulate.scenes.response": "Wat ieder met het antwoord deed",
    "simulate.never": "Wat niemand ooit tegenkwam",
    "simulate.never.nothing": "Alles in het script kwam minstens één keer voor.",
    "simulate.never.endings": "Eindes",
    "simulate.never.phases": "Fasen",
    "simulate.never.moves": "Zetten",
    "simulate.never.events": "Gebeurtenissen",
    "simulate.never.rules": "Spelregels die nooit golden",
    "simulate.never.rituals": "Rituelen die nooit werden gehouden",
    "simulate.never.props": "Attributen die er nooit waren",
    "simulate.never.roles": "Mensen die nooit aanschoven",
    "simulate.never.changes": "{n:Eén verandering|# veranderingen} die de spelers konden "
    "doorvoeren, voerde nooit iemand door; met --json zie je welke.",
    "simulate.speed.heading": "Hoe lang het duurde",
    "simulate.speed": "{seconds:# seconde|# seconden}: {rate:# spel|# spellen} per seconde.",
}
