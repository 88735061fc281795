"""The debrief of a whole room: on the wall, on the phones, and as files. Dutch."""

from game.words import Catalogue

WORDS: Catalogue = {
    # what it is made of
    "room.table": "Tafel {table}",
    "room.table.unfinished": "Tafel {table} (niet uitgespeeld)",
    "room.none": "niets",
    "room.luck": "Alle tafels hadden hetzelfde toeval. Wat verschilt, komt door wat mensen deden.",
    "room.unnamed.counted": "{n:Eén tafel staat|# tafels staan} hier niet bij naam, en {n:telt|"
    "tellen} alleen mee in wat voor alle tafels samen geldt.",
    "room.unnamed.left-out": "{n:Eén tafel staat er niet bij, en telt|# tafels staan er niet bij, "
    "en tellen} ook niet mee.",
    "room.waiting": "De laptop kijkt {n:nog terug op tafel|nog terug op de tafels} {tables}. Zodra "
    "dat klaar is, {n:komt die|komen die} erbij.",
    "room.nobody": "Nog geen tafel heeft een ronde gespeeld. Er valt nog niets na te bespreken.",
    "room.not-open": "De nabespreking is nog niet open. De trainer opent haar.",
    "room.at": "Stap {step}, {part} van {parts}",
    # step by step
    "room.0.head": "Van deze mensen neem je afscheid",
    "room.1.head": "Waar het pijn deed, en waar het veilig was",
    "room.1.words": "{n} woorden uit deze zaal",
    "room.2.chosen": "Welke ronde jullie zelf als keerpunt kozen",
    "room.2.people": "{n:één keer|# keer}",
    "room.2.rose": "Aan {n} van de {tables:# tafel|# tafels} steeg het vertrouwen",
    "room.2.end": "{name}: {trust}",
    "room.2.from-to": "{name}: van {first} naar {last}.",
    "room.2.rounds": "ronde",
    "room.2.turns": "Het sterkste keerpunt per tafel",
    "room.earlier": "De dunne grijze lijnen zijn van {n:een tafel|# tafels} van eerdere groepen. "
    "Die hadden ander toeval.",
    "room.3.predicted": "Wat je voorspelde, en wat ze deden",
    "room.3.predicted.note": "Zo vaak had een partij goed voorspeld wat een ander zou doen.",
    "room.3.right": "{right} van de {count}",
    "room.3.brief": "Alleen {party} wist dit",
    "room.3.wanted": "Ze wilden: {wants}.",
    "room.3.hidden": "Wat verborgen bleef, en hoelang",
    "room.3.nothing-hidden": "Niemand deed een zet die iets verborg.",
    "room.hidden": "Ronde {round}: {party} speelde “{move}”, en verborg daarmee iets.",
    "room.hidden.found": "{by} kwam er in ronde {round} achter.",
    "room.hidden.found.at-once": "{by} kwam er nog in die ronde achter.",
    "room.hidden.found.heard": "{by} hoorde het na ronde {round}, toen {who} erover begon.",
    "room.hidden.owned-up": "In ronde {round} vertelde {party} het zelf aan {to}.",
    "room.hidden.known": "{by} wist al sinds ronde {round} dat dit eerder was gedaan.",
    "room.hidden.never": "{by} hoort het nu pas.",
    "room.4.ask": "Zelfde script, zelfde toeval, ander einde: hoe komt dat?",
    "room.4.head": "Zo liep het aan elke tafel",
    "room.4.ending": "Einde",
    "room.4.trust": "Vertrouwen",
    "room.4.opportunism": "Wie het eerst iets nam",
    "room.4.changed": "Veranderd aan het spel",
    "room.4.kept": "Gelaten zoals het was",
    "room.4.moments": "Reflectie-momenten",
    "room.4.unfinished": "niet uitgespeeld, {n:één ronde|# rondes}",
    "room.4.ended": "{ending} ({kind})",
    "room.4.from-to": "van {first} naar {last}",
    "room.4.first": "{who}, ronde {round}",
    "room.4.never": "niemand",
    "room.4.all": "Alle tafels samen: {ends}.",
    "room.4.earlier": "Eerdere groepen, met ander toeval: {ends}.",
    "room.4.count": "{n} keer {outcome}",
    "room.4.most": "{n} van de {tables:# tafel|# tafels} {n:eindigde|eindigden} bij “{place}”",
    "room.4.where": "{name}: {place}",
    "room.4.reach": "Wat erin had gezeten",
    "room.4.reach.note": "Elke grijze stip is een van {talks} gesprekken met dit toeval, volgens "
    "het model, tussen mensen die door loting zijn gekozen. Van die gesprekken was er geen beter "
    "voor allebei dan die op de lijn. Andere mensen waren misschien verder gekomen.",
    "room.4.reach.table": "{table}: {one} {first}, {other} {second}. Van de {talks} gesprekken "
    "{n:bracht er één|brachten er #} allebei minstens zoveel op.",
    "room.4.reach.beyond": "{table}: {one} {first}, {other} {second}. Geen van de {talks} "
    "gesprekken bracht allebei zoveel op.",
    "room.4.reach.label": "Waarde aan het eind voor beide partijen, in {talks} gesprekken en aan "
    "de tafels. {told}",
    "room.4.reach.axis": "waarde voor {party}",
    "room.5.none-named": "Nog geen tafel wil hier haar keuzes over laten doen. Op de telefoons "
    "staat de vraag of de zaal een tafel mag zien.",
    "room.6.for": "Pleit ervoor",
    "room.6.against": "Pleit ertegen",
    "room.7.changed": "Wat tafels zelf veranderden",
    "room.7.nothing": "Niets.",
    "room.7.never": "Waar aan geen enkele tafel iemand aan kwam",
    "room.7.fixed": "Wat vastlag: daar kon niemand aan komen",
    "room.7.assume": "En als het model iets anders aannam?",
    "room.7.assume.label": "Dit is het model, niet de waarheid: dezelfde keuzes en hetzelfde "
    "toeval, betaald en beoordeeld met andere getallen.",
    "room.7.assume.as-is": "{name}: {now}, zoals in het model. Het kan tussen {low} en {high} "
    "liggen.",
    "room.7.assume.turned-to": "{name}: {now} in plaats van {default}. Het kan tussen {low} en "
    "{high} liggen.",
    "room.7.assume.yield_": "Hoeveel gezamenlijke inzet oplevert",
    "room.7.assume.grab": "Hoeveel er gaat naar wie meer opeist",
    "room.7.assume.theft": "Hoeveel bedrog weghaalt bij wie zich blootgaf",
    "room.7.assume.lopsided_gap": "Hoeveel meer per ronde de een mag krijgen voor het scheef heet",
    "room.7.assume.played": "Zoals gespeeld",
    "room.7.assume.turned": "Met deze getallen",
    "room.7.assume.cell": "{kind} ({value})",
    "room.7.assume.unfinished": "niet uitgespeeld",
    "room.7.assume.waiting": "wordt uitgerekend",
    "room.7.assume.other-way": "met deze getallen was het gesprek anders gelopen",
    "room.console.assume": "Beoordeel hiermee",
    "room.console.assume.reset": "Zoals in het model",
    # on the phones
    "room.recall": "Eerst jij, voor het log iets zegt",
    "room.recall.feeling": "Hoe zit je erbij? Eén woord.",
    "room.recall.feeling.note": "Het kan op het grote scherm komen, tussen de woorden van anderen "
    "en zonder je naam.",
    "room.recall.turn": "Wat was voor jou het keerpunt?",
    "room.recall.none": "dat was er niet, of ik weet het niet meer",
    "room.recall.go": "Bewaar, en laat me terugkijken",
    "room.recall.given": "Jouw woord: “{text}”",
    "room.failed": "Terugkijken op jullie spel is niet gelukt. Alles wat je koos, is veilig. De "
    "laptop probeert het zo vanzelf opnieuw; blijft dit staan, zeg het dan tegen de trainer.",
    "room.failed.tables": "Terugkijken op {n:tafel|de tafels} {tables} is mislukt; de laptop "
    "probeert het vanzelf opnieuw. Er is niets weg. De andere tafels kunnen verder; blijft dit "
    "staan, sluit de zaal dan met Ctrl-C en begin opnieuw.",
    "room.failed.file": "Terugkijken op een van de tafels is niet gelukt, dus dit bestand kan nog "
    "niet gemaakt worden. Er is niets weg. De laptop probeert het vanzelf opnieuw: vraag het "
    "bestand over een minuut nog eens; blijft het zo, sluit de zaal dan met Ctrl-C en begin "
    "opnieuw.",
    "room.working": "De laptop kijkt terug op jullie spel. Dat duurt een paar tellen.",
    "room.unfinished": "Jullie spel is niet uitgespeeld. Hier staat wat er tot dan toe gebeurde.",
    "room.guessed": "Wat je voorspelde, en wat ze deden",
    "room.guessed.yours": "{right} van de {count} goed.",
    "room.kept": "Wat jullie zelf verborgen",
    "room.kept-from-you": "Wat voor jullie verborgen werd",
    "room.wished": "Wie van jullie partij iets anders wilde",
    "room.wished.all-agreed": "Telkens wilde iedereen hetzelfde.",
    "room.wished.round": "Ronde {round}: verzegeld werd {sealed}.",
    "room.wished.moment": "Na ronde {round}: er werd gestemd.",
    "room.wished.move": "{name} wilde {move}.",
    "room.wished.vote": "{name} wilde anders stemmen.",
    "room.wished.you": "jij",
    "room.agree": "Mag de zaal jullie tafel bij naam zien?",
    "room.agree.note": "Alleen als iedere partij aan deze tafel ja zegt, staat de tafel bij naam "
    "op het grote scherm.",
    "room.agree.yes-now": "Jouw partij zegt nu: ja.",
    "room.agree.no-now": "Jouw partij zegt nu: liever niet.",
    # at the console
    "room.console": "De nabespreking",
    "room.console.next": "Verder",
    "room.console.before": "Terug",
    "room.step": "{n}. {title}",
    "room.console.fork": "Wat als, aan deze tafel",
    "room.console.recalled": "{n} van de {of} mensen hebben gezegd wat ze nog weten.",
    "room.console.files": "Bewaren",
    "room.console.files.note": "In deze bestanden staan geen namen van deelnemers, en niets van "
    "wat ze voor zichzelf opschreven. De verslagen vertellen wel alles wat verborgen was.",
    "room.console.file.room": "Verslag van de zaal",
    "room.console.file.table": "Verslag van tafel {table}",
    "room.console.file.csv": "Alle rondes als tabel (CSV)",
    "room.console.file.jsonl": "Alle tafels als gegevens (JSONL)",
    "room.report.title": "{title}: de nabespreking van de zaal",
    "room.report.facts": "Samenspel. Scenario {source}: {n:één tafel|# tafels}.",
    "room.1.ask": "Wanneer voelde je je in de steek gelaten? Wanneer veilig? Denk eerst zelf na; "
    "daarna praten we.",
    "room.2.ask": "Wat was voor jou het keerpunt? Kies het op je telefoon; daarna kijken we pas.",
    "room.4": "De tafels naast elkaar",
    "room.6.count": "Aan {favour} van de {tables:# tafel|# tafels} was er iets vóór te zeggen, aan "
    "{against} iets tegen.",
    "room.8.ask": "Eén ding dat je vóór vrijdag doet. Schrijf het op je telefoon: niemand anders "
    "ziet het.",
    "room.guessed.line": "Ronde {round}, {about}: voorspeld {said}, gedaan {fact}.",
}
