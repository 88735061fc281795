"""What `balance` advises. Dutch."""

from game.words import Catalogue

WORDS: Catalogue = {
    "advice": "Wat je kunt doen",
    "advice.less": "minder dan 1",
    "advice.fine": "Niets springt eruit dat je zou moeten veranderen: {n} van de 100 gesprekken "
    "lopen goed af.",
    "advice.fine.so-far": "Tot zover springt niets eruit dat je zou moeten veranderen: {n} van de "
    "100 gesprekken lopen goed af.",
    "advice.success.low": "Maar {n} van de 100 gesprekken lopen goed af",
    "advice.success.high": "Wel {n} van de 100 gesprekken lopen goed af, dus er staat weinig op "
    "het spel",
    "advice.where": ", en de meeste andere breken af in “{phase}”",
    "advice.expected": "Je verwacht “{what}” in {low} tot {high} van de 100 spellen, en het zijn "
    "er {n}",
    "advice.met": "Geen enkel spel komt uit bij “{what}”",
    "advice.helps": "{head}: {now}; {then}.",
    "advice.helps.most": "{head}: {now}; {then}, en iets wat meer helpt is niet gevonden.",
    "advice.head": "{head}.",
    "advice.none": "{head}; van alles wat is geprobeerd helpt niets op zichzelf meer dan toeval.",
    "advice.then": "{change} zijn het er {n} van de 100 (tussen {low} en {high})",
    "advice.unshown.same": "“{goal}” is in deze spellen niet te zien (stelling {thesis}; {apart})",
    "advice.unshown.fewer": "“{goal}” is in deze spellen andersom te zien (stelling {thesis}; "
    "{apart})",
    "advice.unshown.helps": "{head}: {now}; {change} is het wel te zien ({apart}).",
    "advice.unshown.none": "{head}; van alles wat is geprobeerd laat niets op zichzelf het zien.",
    "advice.crowd": "In “{phase}” kan {party} kiezen uit {moves:# zet|# zetten}, en bij meer dan "
    "negen doen zetten niet mee: {idle:één|#} ervan {idle:was|waren} in geen van {plays:# spel|# "
    "spellen} de beste keuze (hooguit in {most} van de 100), en van de negen die dat het vaakst "
    "zijn maar {left:één|#}.",
    "advice.crowd.none": "In “{phase}” kan {party} kiezen uit {moves:# zet|# zetten}, en bij meer "
    "dan negen doen zetten niet mee: {idle:één|#} ervan {idle:was|waren} in geen van {plays:# "
    "spel|# spellen} de beste keuze (hooguit in {most} van de 100), en van de negen die dat het "
    "vaakst zijn geen enkele.",
    "advice.untempted": "In “{phase}” komt in {n} van de 100 spellen niemand in verleiding "
    "(minstens {low}): maak nemen daar aantrekkelijker, of het begrip kleiner.",
    "advice.with": "met {to}",
    "advice.with.on": "ermee",
    "advice.with.off": "zonder",
    "advice.change": "{now}; {change}",
    "advice.start.trust": "het vertrouwen begint op {n}",
    "advice.start.reliability": "de betrouwbaarheid begint op {n}",
    "advice.start.safety": "de veiligheid begint op {n}",
    "advice.start.diversity": "de verschillen tussen de partijen zijn {n}",
    "advice.start.understanding": "het begrip van de verschillen begint op {n}",
    "advice.start.formal_overlap": "wat er op papier staat begint op {n}",
    "advice.start.exposure": "de kwetsbaarheid begint op {n}",
    "advice.start.pressure": "de druk van buiten is {n}",
    "advice.start.competition": "de wedijver is {n}",
    "advice.start.institution": "het vertrouwen in de sector is {n}",
    "advice.start.exit_cost": "weglopen kost {n}",
    "advice.balance": "de interne balans van {party} is {n}",
    "advice.trait": "“{move}” heeft {n} aan {trait}",
    "advice.switch.on": "“{thing}” hoort er vanaf het begin bij",
    "advice.switch.off": "“{thing}” hoort er in het begin niet bij",
    "advice.effect": "“{thing}” doet dit: {shift}",
    "advice.rounds": "“{phase}” duurt {n:één ronde|# rondes}",
    "advice.chance": "“{event}” heeft elke ronde een kans van {n}%",
    "advice.hollow": "“{ritual}” wordt hol als het vertrouwen onder {n} is",
    "advice.calls": "elke partij mag {n:één reflectiemoment|# reflectiemomenten} vragen",
    "advice.when.next": "het script gaat van “{phase}” naar “{to}” als {when}",
    "advice.when.move": "“{move}” kan als {when}",
    "advice.when.event": "“{event}” kan gebeuren als {when}",
    "advice.when.ending": "“{ending}” is het einde als {when}",
    "advice.ranking": "Wat het meeste uitmaakt",
    "advice.aim": "“{what}”: nu {n} van de 100 spellen",
    "advice.rank": "{change}: {n} van de 100 ({apart}).",
    "advice.tried": "{n:# verandering is|# veranderingen zijn} een voor een geprobeerd, van de "
    "{all}. In elk interval telt mee hoeveel er zijn geprobeerd.",
    "advice.goal.more": "Te zien in deze spellen. {thesis}",
    "advice.goal.same": "Niet te zien in deze spellen. {thesis}",
    "advice.goal.fewer": "Andersom te zien in deze spellen. {thesis}",
    "advice.goal.unknown": "Nog niet bekeken.",
    "advice.goal.debrief": "De nabespreking vindt er in {n} van {plays:# spel|# spellen} iets "
    "voor, en in {against} iets tegen.",
    "advice.goal.example": "Het vaakst, bijvoorbeeld: {text}",
    "advice.stopped": "Gestopt na {done}% van het werk. Wat tot dan is gevonden staat er; wat "
    "niet is bekeken is weggelaten.",
    "advice.since.same": "Sinds de vorige keer ({when}) is er niets veranderd aan het scenario.",
    "advice.since.other": "De vorige keer ({when}) zijn andere spellen gespeeld; die zijn niet te "
    "vergelijken.",
    "advice.since.more": "Sinds de vorige keer ({when}) lopen er meer gesprekken goed af: toen "
    "{before} van de 100, nu {now} ({apart}).",
    "advice.since.fewer": "Sinds de vorige keer ({when}) lopen er minder gesprekken goed af: toen "
    "{before} van de 100, nu {now} ({apart}).",
    "advice.since.level": "Sinds de vorige keer ({when}) lopen er niet meer of minder gesprekken "
    "goed af dan door toeval kan: toen {before} van de 100, nu {now} ({apart}).",
    "advice.since.idle": "Zetten die voor niemand de beste keuze zijn: toen {before}, nu {now}.",
    "advice.since.gained": "Nu {n:is|zijn} ook {n:stelling|stellingen} {theses} te zien.",
    "advice.since.lost": "{n:Stelling|Stellingen} {theses} {n:is|zijn} niet meer te zien.",
    "advice.kept": "Bewaard voor de volgende keer in {path}.",
}
