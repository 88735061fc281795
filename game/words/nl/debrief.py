"""The debrief's own words: its steps, patterns, quadrants, ledger. Dutch."""

from game.words import Catalogue

WORDS: Catalogue = {
    "debrief.title": "Nabespreking: {title}",
    "debrief.intro": "Eerst uit je rol, dan acht stappen; niemand krijgt een rapportcijfer. De "
    "vragen zijn belangrijker dan de antwoorden. Vertrouwen en wat er op papier staat lopen van 0 "
    "tot 100.",
    "debrief.unfinished": "Het spel is nog niet uit; dit is de stand tot nu toe.",
    "debrief.0": "Uit je rol",
    "debrief.0.ask": "Leg je rol neer. Eén woord: hoe zit je erbij?",
    "debrief.0.roles": "Jullie speelden mensen die niet bestaan: {people}. Wat je voelde, was "
    "echt.",
    "debrief.0.roles.alone": "Je speelde {people}. Dat was een rol; wat je voelde, was echt.",
    "debrief.1": "Hoe het voelde",
    "debrief.1.ask": "Wanneer voelde je je in de steek gelaten? Wanneer veilig? Denk eerst zelf, "
    "lees dan verder.",
    "debrief.1.ask.only": "Wanneer voelde je je in de steek gelaten? Wanneer veilig?",
    "debrief.1.figures": "Gesprekken na een ronde of moment tellen hier niet mee; die staan in het "
    "log.",
    "debrief.1.as-much": "In {when} was het evenveel.",
    "debrief.2": "Wat er gebeurde",
    "debrief.2.ask": "Welke ronde was voor jou het keerpunt? Zeg het hardop, en leg het naast het "
    "log.",
    "debrief.2.ask.alone": "Welke ronde was voor jou het keerpunt? Kies er een, en leg die naast "
    "het log.",
    "debrief.2.log": "Het log",
    "debrief.2.figures": "Bij elke ronde staat wat die ronde zelf met het vertrouwen deed. Wat een "
    "gesprek erna deed, staat bij dat gesprek.",
    "debrief.2.start": "Begin: gemiddeld vertrouwen {trust}, op papier {formal}.",
    "debrief.2.opened": "Aan het begin van ronde {round}, na de rituelen: gemiddeld vertrouwen "
    "{trust}.",
    "debrief.2.round": "Ronde {round}, {phase}: {moves}. Gemiddeld vertrouwen {before} → {after}.",
    "debrief.2.moment.named": "Na ronde {round}, reflectiemoment “{phase}”: gemiddeld vertrouwen "
    "{before} → {after}.",
    "debrief.2.moment.called": "Na ronde {round}, reflectiemoment tussendoor: gemiddeld vertrouwen "
    "{before} → {after}.",
    "debrief.2.move": "{party} {stance}, “{move}”",
    "debrief.2.move.slipped": "{party} {stance}, “{move}”, waarvan maar de helft werd uitgevoerd",
    "debrief.2.move.vetoed": "{party} {stance}, “{move}”, door de eigen kant tegengehouden",
    "debrief.2.occasion": "Dit gebeurde er: {event}",
    "debrief.2.befell": "Dit ging {party} aan: {event}",
    "debrief.2.discovered": "{by} kwam erachter wat {of} had gedaan: {moves}.",
    "debrief.2.owned-up": "{party} vertelde {to} zelf wat het had gedaan: {moves}.",
    "debrief.2.suspected": "{by} kreeg een vermoeden over {of}.",
    "debrief.2.hollow": "Een leeg ritueel is er een met te weinig vertrouwen om het te menen: "
    "{ritual} was dat {n:één keer, in ronde|~ keer, in de rondes} {rounds}.",
    "debrief.2.hollow.more": "{ritual} was dat ook, {n:één keer, in ronde|~ keer, in de rondes} "
    "{rounds}.",
    "debrief.2.between": "Bij “{phase}” zaten alleen {parties}.",
    "debrief.2.handed": "Vanaf nu heeft {party} {prop}.",
    "debrief.2.called": "{parties} vroeg om een reflectiemoment.",
    "debrief.2.left": "{party} stapte op.",
    "debrief.2.left.goes-on": "{party} stapte op, en de anderen gingen verder.",
    "debrief.2.went-on": "De anderen gingen verder zonder {party}.",
    "debrief.2.parted": "Ze gingen met een hand uit elkaar.",
    "debrief.2.changed": "Afgesproken, op voorstel van {party}: {change}.",
    "debrief.2.rejected": "{party} {n:stelde|stelden} voor: {change}. Dat ging niet door.",
    "debrief.2.rejected.rival": "{party} {n:stelde|stelden} voor: {change}. Een ander "
    "voorstel, van {other}, ging voor.",
    "debrief.2.scene": "{by} begon over {cause}: {of} {reply}, {by} {response}.",
    "debrief.2.scene.trust": "Vertrouwen van {by} in {of}: {before} → {after}.",
    "debrief.2.scene.mean": "Gemiddeld vertrouwen dan: {mean}.",
    "debrief.2.scene.heard": "{by} {n:hoorde|hoorden} het daar ook.",
    "debrief.2.kept": "{by} wist wat {of} had verborgen ({moves}), en sprak {of} er toen niet op "
    "aan.",
    "debrief.2.kept.again": "{by} wist nog steeds wat {of} had verborgen ({moves}), en sprak {of} "
    "er ook nu niet op aan.",
    "debrief.2.turn": "De grootste verschuiving op de eerste bladzijde is die van ronde {round}: "
    "{trust} ging van {before} naar {after}.",
    "debrief.2.turn.talk": "De grootste verschuiving op de eerste bladzijde is die in het gesprek "
    "na ronde {round}: {trust} ging van {before} naar {after}.",
    "debrief.2.turn.moment": "De grootste verschuiving op de eerste bladzijde is die in het "
    "reflectiemoment na ronde {round}: {trust} ging van {before} naar {after}.",
    "debrief.2.turn.moment.talk": "De grootste verschuiving op de eerste bladzijde is die in het "
    "gesprek na het reflectiemoment dat op ronde {round} volgde: {trust} ging van {before} naar "
    "{after}.",
    "debrief.3": "Wat ieder wist",
    "debrief.3.ask": "Wat dacht je dat de anderen wilden?",
    "debrief.3.private": "Alleen {party} kreeg te lezen: “{text}”",
    "debrief.3.wants": "{party} wilde (het zwaarste eerst): {wants}.",
    "debrief.3.came-of-it": "En kwam dat er? Zeg van elk: ja, nee, of heel anders.",
    "debrief.3.your-wants": "Waar het {party} om ging",
    "debrief.3.person": "En {name} kreeg te lezen: “{text}”",
    "debrief.3.told": "In ronde {round} hoorde alleen {party}: “{text}”",
    "debrief.3.hidden": "Achter de gezichten",
    "debrief.3.value": "Waarde is wat een kant erbij kreeg of kwijtraakte, zoals het model dat "
    "telt; hier telkens van de hele ronde, met alle zetten en gebeurtenissen.",
    "debrief.3.guile": "Ronde {round}: {did}.",
    "debrief.3.guile.move": "{party} speelde “{move}”",
    "debrief.3.guile.same": "{parties} speelden {n:|allebei|alle ~} “{move}”",
    "debrief.3.guile.round": "In waarde bracht de ronde {changes}.",
    "debrief.3.guile.changed": "{change} voor {party}",
    "debrief.3.guile.broken": "De ronde werd afgebroken voordat dat waarde kon opleveren.",
    "debrief.3.guile.of": " wat {party} had gedaan",
    "debrief.3.guile.found": "In ronde {round} {n:kwam|kwamen} {by} erachter{of}.",
    "debrief.3.guile.found.now": "Nog in dezelfde ronde {n:kwam|kwamen} {by} erachter{of}.",
    "debrief.3.guile.found.moment": "In het reflectiemoment na ronde {round} {n:kwam|kwamen} {by} "
    "erachter{of}.",
    "debrief.3.guile.never": "Voor {by} bleef tijdens het spel verborgen{of}.",
    "debrief.3.guile.alone": "Geen van de anderen was erbij, en het kwam niet uit.",
    "debrief.3.guile.alone.of": "Toen {party} het deed, was geen van de anderen erbij, en het "
    "kwam niet uit.",
    "debrief.3.guile.heard": "In het gesprek na ronde {round} hoorde {by} van {who}{of}.",
    "debrief.3.guile.owned-up": "In ronde {round} vertelde {party} het zelf aan {to}.",
    "debrief.3.guile.known": "{by} wist al sinds ronde {round} dat {party} dit eerder had gedaan.",
    "debrief.3.no-guile": "Niemand deed een zet die iets verborg.",
    "debrief.3.false": "Ronde {round}: {by} vermoedde iets bij {of}. Met “{move}” verborg {of} "
    "niets.",
    "debrief.3.forecasts": "{party} had {right} van de {count:# voorspelling|# voorspellingen} "
    "goed.",
    "debrief.3.forecasts.none": "{count:De ene voorspelling|Geen van de twee voorspellingen|Geen "
    "van de ~ voorspellingen} van {party} klopte{count: niet|}.",
    "statistics.brier": "Meegerekend hoe zeker het gezegd werd, is de fout {brier}: 0 "
    "is altijd raak, {uniform} is blind gokken.",
    "debrief.3.stated": "Hoeveel vertrouwen {party} naar eigen zeggen in {about} had, telkens bij "
    "het begin van een fase: {figures}.",
    "debrief.3.stated.one": "{stated} (model {model})",
    "debrief.3.stated.fair": "Gevoel en model lagen dicht bij elkaar.",
    "debrief.3.stated.higher": "Het gevoel lag gemiddeld {n:# punt|# punten} hoger dan het model.",
    "debrief.3.stated.lower": "Het gevoel lag gemiddeld {n:# punt|# punten} lager dan het model.",
    "debrief.4": "De weg over de kaart",
    "debrief.4.ask": "Met meer tafels: leg jullie wegen naast elkaar. Zelfde script, ander einde: "
    "waar gingen ze uiteen? Met één tafel: waar had jullie weg anders gekund?",
    "debrief.4.ask.alone": "Waar had jullie weg anders gekund?",
    "debrief.4.point.start": "Begin: {place} (vertrouwen {trust}, papier {formal}).",
    "debrief.4.point.begun": "Vanaf het begin tot en met ronde {rounds}: {place} (toen vertrouwen "
    "{trust}, papier {formal}).",
    "debrief.4.point": "Na {n:ronde|de rondes} {rounds}: {place} ({n:|toen }vertrouwen {trust}, "
    "papier {formal}).",
    "debrief.4.point.end": "Aan het eind, na ronde {rounds}: {place} (vertrouwen {trust}, papier "
    "{formal}).",
    "debrief.4.borders": "Vanaf {trust} is er op deze kaart veel vertrouwen, vanaf {formal} staat "
    "er veel op papier; wat minder dan {notable:# punt|# punten} daarvan af ligt, heet rond de "
    "grens. Er staat steeds hoe het was toen de volgende ronde begon, of aan het eind: na alles "
    "wat er op een ronde volgde.",
    "map.place": "{trust}, {paper}",
    "map.trust.much": "veel vertrouwen",
    "map.trust.little": "weinig vertrouwen",
    "map.trust.border": "vertrouwen rond de grens",
    "map.trust.apart": "bij de een weinig vertrouwen en bij de ander veel ({lowest} en {highest})",
    "map.paper.much": "veel op papier",
    "map.paper.little": "weinig op papier",
    "map.paper.border": "papier rond de grens",
    "debrief.4.advice": "Het advies dat daarbij hoort: {advice}",
    "quadrant.1": "veel vertrouwen, weinig op papier",
    "quadrant.2": "veel vertrouwen, veel op papier",
    "quadrant.3": "weinig vertrouwen, veel op papier",
    "quadrant.4": "weinig vertrouwen, weinig op papier",
    "advice.lead-by-example": "geef zelf het voorbeeld, en laat jullie mensen samen de afspraken "
    "op orde brengen.",
    "advice.go-for-robust": "ga voor een samenwerking die tegen een stoot kan.",
    "advice.are-we-in-the-way": "vraag elkaar wat er tussen jullie als mensen in de weg staat.",
    "advice.invest-in-trust-first": "investeer eerst in elkaar, en kijk dan pas of samenwerken zin "
    "heeft.",
    "debrief.5": "Wat als",
    "debrief.5.ask": "Welke ene keuze zou je over willen doen?",
    "debrief.5.label": "Vanaf elke ronde hieronder speelde de computer {plays:één|twee|~} keer "
    "verder zoals gespeeld, en even vaak met een andere keuze. Het toeval was in beide gevallen "
    "gelijk. De spelers zijn daarin vaste karakters (persona's). Goed afgelopen is een einde dat "
    "houdt, met voor ieder genoeg en voor de een niet veel meer dan voor de ander.",
    "debrief.5.fork": "Ronde {round}. {party} koos “{move}”. En als het “{other}” was geweest?",
    "debrief.5.success": "Zoals gespeeld liep het {played} van de {plays} keer goed af; met de "
    "andere zet {instead} keer.",
    "statistics.value": "Waarde per partij per ronde: {played} tegen {what_if}. Verschil {mean} "
    "(95%-interval {low} tot {high}).",
    "debrief.5.margin": "Dat is een verschil van {apart}, met een marge van {margin}.",
    "debrief.5.better": "Hier deed de gemaakte keuze het beter dan de andere.",
    "debrief.5.unsure": "Dat is zo weinig verschil dat het toeval kan zijn.",
    "debrief.5.none": "Hier is geen keuze waar de computer een andere naast kon zetten.",
    "debrief.6": "Vijf stellingen, en jij",
    "debrief.6.ask": "Welke herken je, waar zit die in jouw samenwerking, en wat is er "
    "onwerkelijk aan dit spel?",
    "thesis.1": "Wie het aan de eigen kant niet eens is, krijgt het aan tafel lastig.",
    "thesis.2": "Wat we netjes op papier regelen, verbergt wat er tussen mensen speelt.",
    "thesis.3": "Vertrouwen maakt samenwerken mogelijk en goedkoper, houdt risico's op ware "
    "grootte en maakt opportunisme zeldzamer.",
    "thesis.4": "De gesprekken zijn een spel dat de spelers zelf maken, en dus kunnen veranderen.",
    "thesis.5": "Reflectie en debat versterken het vertrouwen zonder de verschillen weg te "
    "poetsen.",
    "debrief.6.thesis": "Stelling {n}. {text}",
    "debrief.6.for": "Voor: {text}",
    "debrief.6.against": "Tegen: {text}",
    "debrief.6.nothing.1": "Stelling 1: niets gevonden. Het zou bijvoorbeeld te zien zijn als een "
    "eigen kant een zet tegenhoudt, en dat een ander {notable:# punt|# punten} vertrouwen of meer "
    "kost.",
    "debrief.6.nothing.2": "Stelling 2: niets gevonden, voor of tegen.",
    "debrief.6.nothing.3": "Stelling 3: niets gevonden. Het zou bijvoorbeeld te zien zijn als "
    "één soort zet duidelijk vaker of minder vaak gedaan wordt naarmate er meer vertrouwen is.",
    "debrief.6.nothing.4": "Stelling 4: niets gevonden. Het zou te zien zijn als "
    "iemand voorstelt om het spel te veranderen.",
    "debrief.6.nothing.5": "Stelling 5: niets gevonden. Het zou te zien zijn als "
    "iemand een verschil noemt in een reflectiemoment waarin niets uitkomt en het vertrouwen "
    "aan tafel {notable:# punt|# punten} of meer verandert.",
    "debrief.6.goals": "Wat dit scenario wil laten zien",
    "debrief.6.goal": "{text} (stelling {thesis})",
    "debrief.7": "Het spel zelf",
    "debrief.7.ask": "Wie schreef de regels? Wat kon er anders, en wat liet het model weg?",
    "ledger.changed": "Wat er veranderd werd",
    "ledger.never-questioned": "Wat anders had gekund, en waar niemand een voorstel over deed",
    "ledger.proposed-and-rejected": "Wat voorgesteld werd, en toen niet doorging",
    "ledger.by-script": "Wat het script veranderde",
    "ledger.line": "{chapter}: {name}",
    "ledger.refused": "{name}: {proposals}",
    "ledger.open.length": "hoe lang {name} duurt",
    "ledger.open.in": "{name} erbij",
    "ledger.open.out": "{name} er niet bij",
    "ledger.refused.by": "{how}door {party} na {n:ronde|de rondes} {rounds}",
    "ledger.how.amount": "naar {amount}, ",
    "ledger.how.drop": "schrappen, ",
    "ledger.how.adopt": "invoeren, ",
    "ledger.how.hold": "aan {holder}, ",
    "ledger.status.adopted": "{name} ingevoerd",
    "ledger.status.adopted.decor": "verhuisd naar {name}",
    "ledger.status.adopted.roles": "{name} aan tafel gevraagd",
    "ledger.status.dropped.roles": "{name} niet meer aan tafel",
    "ledger.status.dropped.decor": "weg van {name}",
    "ledger.status.dropped": "{name} geschrapt",
    "ledger.status.changed": "{name} veranderd",
    "ledger.status.changed.amount": "{name} van {start} naar {end}",
    "ledger.status.held.party": "{name} nu bij {holder}",
    "ledger.status.held.table": "{name} nu op tafel",
    "ledger.status.put-back": "{name} veranderd, en weer teruggezet",
    "ledger.status.put-back.decor": "verhuisd naar {name}, en later ergens anders heen",
    "ledger.none-changed": "De spelers spraken geen verandering van het spel af.",
    "pattern.head": "Patronen in dit spel",
    "pattern.early-betrayal": "{n:Een verborgen zet|Verborgen zetten} in het eerste derde van het "
    "spel: {parties}, in {n:ronde|de rondes} {rounds}.",
    "pattern.late-betrayal": "{parties} verborg pas in het laatste derde van het spel iets: in "
    "{n:ronde|de rondes} {rounds}.",
    "pattern.hidden-guile": "{n:Een verborgen zet die niet uitkwam|Verborgen zetten die niet "
    "uitkwamen}: {parties}, in {n:ronde|de rondes} {rounds}.",
    "pattern.tit-for-tat": "Met gelijke munt: in {same} van de {of} rondes koos {parties} het "
    "soort zet dat er de ronde ervoor van de overkant leek te komen.",
    "pattern.cold-peace": "Koude vrede: {share}% van de zetten was wederkerig, niemand koos voor "
    "zichzelf, en het vertrouwen stond aan het eind op {trust}.",
    "pattern.paper-wall": "Meer op papier, minder vertrouwen: aan het eind was er meer vastgelegd "
    "dan aan het begin, en het vertrouwen ging gemiddeld van {before} naar {trust}.",
    "pattern.one-sided-giving": "Van één kant geven: {giver} koos {gives:één|twee|~} keer een zet "
    "die vertrouwen bouwt, {takers} {returns:één|twee|~} keer.",
    "pattern.one-sided-giving.never": "Van één kant geven: {giver} koos {gives:één|twee|~} keer "
    "een zet die vertrouwen bouwt, {takers} nooit.",
    "pattern.one-sided-giving.most": "Van één kant geven: {giver} koos {gives:één|twee|~} keer "
    "een zet die vertrouwen bouwt, {takers} {returns:hooguit één|hooguit twee|hooguit ~} keer.",
    "pattern.never-questioned": "Nooit bevraagd: er {things:kon # ding|konden # dingen} anders, en "
    "niemand stelde iets voor.",
    "pattern.changed-the-game": "Het spel veranderde na {n:ronde|de rondes} {rounds}.",
    "pattern.spoke-too-early": "Gevraagd, en geen antwoord: alleen {parties} vroeg in {n:ronde|de "
    "rondes} {rounds} om een reflectiemoment, en van {others} kwamen daarin, vóór de voorstellen, "
    "alleen grapjes of stilte.",
    "pattern.never-spoke": "Nooit gesproken: niemand stelde een verandering van het spel voor, en "
    "in geen reflectiemoment ging iemand in op wat wringt.",
    "pattern.never-spoke.none": "Nooit gesproken: niemand stelde een verandering van het spel "
    "voor, en een reflectiemoment kwam er niet.",
    "pattern.repaired": "Teruggekomen: het vertrouwen van {giver} in {taker} stond op {before} "
    "(na ronde {first} en wat erop volgde), op {low} (na ronde {last} en wat erop volgde) en aan "
    "het eind op {trust}.",
    "pattern.repaired.start": "Teruggekomen: het vertrouwen van {giver} in {taker} stond aan het "
    "begin op {before}, na ronde {last} en wat erop volgde op {low}, en aan het eind op "
    "{trust}.",
    "pattern.broken-by-turnover": "Iemand viel weg: in ronde {rounds} raakte de tafel iemand kwijt "
    "die het verhaal kende, en het vertrouwen aan tafel ging van {before} naar {trust}. Met "
    "hetzelfde toeval, maar zonder dat verlies, was het {without} geweest.",
    "pattern.trainer": "Voor de begeleider: {text}",
    "debrief.8": "En nu",
    "debrief.8.ask": "Eén ding dat je vóór vrijdag doet. Schrijf het op, met de naam van wie je "
    "het vertelt.",
    "pattern.trainer.goal": "Voor de begeleider, over het geheel: {text}",
    "statistics.head": "De statistiek",
    "statistics.how": "Elke keuze is {plays} keer verder gespeeld met persona's. Het toeval is in "
    "beide gevallen hetzelfde, dus de verschillen zijn gepaard; de intervallen zijn "
    "95%-intervallen van het gemiddelde verschil.",
    "statistics.success": "Een einde dat blijft staan: zoals gespeeld {played}%, anders "
    "{what_if}%. Verschil {mean:# punt|# punten} (95%-interval {low} tot {high}).",
    "debrief.author": "Vragen die bij dit verhaal horen",
    "debrief.think": "Enter als je een antwoord hebt",
    "debrief.next": "Enter voor de volgende stap",
    "debrief.more": "Enter voor meer",
}
