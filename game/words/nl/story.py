"""The debrief's first page, the play told back to whoever played it. Dutch.

`.you`: the reader did it; `.them`: it was done to the reader; `.table`: between others, or for
the whole table.
"""

from game.words import Catalogue

WORDS: Catalogue = {
    "look.more.command": "Verder kijken: {program} debrief {path} --more",
    "look.further": "Enter om verder te kijken, in acht stappen",
    "look.end": "Hoe het afliep",
    "look.end.as": "“{title}”: {means}.",
    "look.end.left.you": "in ronde {round} stapte je op",
    "look.end.left.them": "in ronde {round} stapte {party} op",
    "look.end.left.more": "in ronde {round} stapten {parties} op",
    "look.wants.you.some": "Van wat je wilde kreeg je dit: {met}. Dit kreeg je niet: {missed}.",
    "look.wants.you.all": "Je kreeg alles wat je wilde: {met}.",
    "look.wants.you.none": "Je kreeg niets van wat je wilde: {missed}.",
    "look.wants.them.some": "{party} kreeg {n} van de {of:één|twee|#} dingen die ze wilden: {met}.",
    "look.wants.them.all": "{party} kreeg {of:het ene ding dat|beide dingen die|alle # dingen die} "
    "ze wilden: {met}.",
    "look.wants.them.none": "{party} kreeg {of:het ene ding dat ze wilden niet|geen van de # "
    "dingen die ze wilden}.",
    "look.turns": "Waar het kantelde",
    "look.quote": "{name}: “{text}”",
    "look.move.you": "Ronde {round}. Je koos “{move}”.",
    "look.move.them": "Ronde {round}. Dit zag je van {party}: “{face}” Het was “{move}”, en daar "
    "zat iets achter.",
    "look.move.table": "Ronde {round}. {party} koos “{move}”.",
    "look.hid.you.found": "{of} kon niet zien wat er achter die zet zat, en kwam er in ronde "
    "{found} achter.",
    "look.hid.you.now": "{of} kwam er meteen achter wat daarachter zat.",
    "look.hid.you.never": "{of} kon niet zien wat er achter die zet zat, ook later niet.",
    "look.hid.them.found": "In ronde {found} kwam je erachter wat dat was.",
    "look.hid.them.now": "Je kwam er meteen achter wat dat was.",
    "look.hid.them.never": "Wat erachter zat, kwam voor jou tijdens het spel niet uit.",
    "look.slipped.you": "Je eigen kant maakte er maar de helft van waar.",
    "look.slipped.them": "Hun eigen kant maakte er maar de helft van waar.",
    "look.vetoed.you": "Je eigen kant hield het tegen.",
    "look.vetoed.them": "Hun eigen kant hield het tegen.",
    "look.divided.you": "Van jullie {asked} {n:wilde er één|wilden er #} iets anders.",
    "look.divided.them": "Van de {asked} mensen van {party} {n:wilde er één|wilden er #} iets "
    "anders.",
    "look.divided.faltered": "Waren allen het eens geweest, dan was met hetzelfde toeval alles "
    "waargemaakt.",
    "look.divided.stopped": "Waren allen het eens geweest, dan was het met hetzelfde toeval niet "
    "tegengehouden.",
    "look.beside.you": "Diezelfde ronde verborg jij iets: “{move}”.",
    "look.beside.them": "Diezelfde ronde verborg {party} iets: “{move}”.",
    "look.beside.out": "Dat kwam meteen uit.",
    "look.beside.never": "Dat is niet uitgekomen.",
    "look.beside.same.you": "Diezelfde ronde deed jij precies hetzelfde.",
    "look.beside.same.them": "Diezelfde ronde deed {party} precies hetzelfde.",
    "look.taken.you": "Diezelfde ronde koos jij “{move}”.",
    "look.taken.them": "Diezelfde ronde koos {party} “{move}”.",
    "look.taken.same.you": "Jij koos die ronde precies hetzelfde.",
    "look.taken.same.them": "{party} koos die ronde precies hetzelfde.",
    "look.during": "Dit gebeurde er ook: “{event}”.",
    "look.suspected.you": "Je kreeg een vermoeden.",
    "look.suspected.them": "{of} kreeg een vermoeden.",
    "look.stopped.you": "Diezelfde ronde hield je eigen kant jouw zet tegen.",
    "look.stopped.them": "Diezelfde ronde hield bij {party} de eigen kant de zet tegen.",
    "look.meanwhile": "In dezelfde ronde ging {trust} van {before} naar {after}.",
    "look.meanwhile.out.you": "In dezelfde ronde kwam {of} erachter wat jij eerder had gedaan: "
    "{moves}; {trust} ging van {before} naar {after}.",
    "look.meanwhile.out.them": "In dezelfde ronde kwam je erachter wat {party} eerder had gedaan: "
    "{moves}; {trust} ging van {before} naar {after}.",
    "look.meanwhile.out.table": "In dezelfde ronde kwam {of} erachter wat {party} eerder had "
    "gedaan: {moves}; {trust} ging van {before} naar {after}.",
    "look.meanwhile.you": "Diezelfde ronde koos jij “{move}”, en ging {trust} van {before} naar "
    "{after}.",
    "look.meanwhile.them": "Diezelfde ronde koos {party} “{move}”, en ging {trust} van {before} "
    "naar {after}.",
    "look.meanwhile.you.stopped": "Diezelfde ronde koos jij “{move}”, maar je eigen kant hield het "
    "tegen; {trust} ging van {before} naar {after}.",
    "look.meanwhile.them.stopped": "Diezelfde ronde koos {party} “{move}”, maar de eigen kant "
    "hield het tegen; {trust} ging van {before} naar {after}.",
    "look.expected.you": "Je had gerekend op {what}.",
    "look.expected.table": "{of} had gerekend op {what}.",
    "look.expected.trust-building": "een zet die vertrouwen bouwt",
    "look.expected.reciprocal": "een wederkerige zet",
    "look.expected.opportunistic": "een zet uit eigenbelang",
    "look.trust.you": "het vertrouwen van {of} in jou",
    "look.trust.them": "jouw vertrouwen in {party}",
    "look.trust.table": "het vertrouwen van {of} in {party}",
    "look.trust.all": "het vertrouwen aan tafel",
    "look.moved.because": "Daardoor ging {trust} van {before} naar {after}.",
    "look.moved.both": "Door dat alles samen ging {trust} van {before} naar {after}.",
    "look.moved.because.most": "Vooral daardoor ging {trust} van {before} naar {after}.",
    "look.moved.both.most": "Vooral door dat alles samen ging {trust} van {before} naar {after}.",
    "look.moved.even": "Toch ging {trust} van {before} naar {after}.",
    "look.moved.after": "Daarna ging {trust} van {before} naar {after}.",
    "look.moved.after.round": "Die ronde ging {trust} van {before} naar {after}.",
    "look.moved.same": "Daarna stond {trust} op {after}, net als ervoor.",
    "look.moved.same.round": "Die ronde bleef {trust} op {after}.",
    "look.moved.afterwards": "Door wat er daarna ter sprake kwam, werd dat {after}.",
    "look.found.you": "Ronde {round}. {of} kwam erachter wat je {when} had gedaan: {moves}.",
    "look.found.them": "Ronde {round}. Je kwam erachter wat {party} {when} had gedaan: {moves}.",
    "look.found.table": "Ronde {round}. {of} kwam erachter wat {party} {when} had gedaan: {moves}.",
    "look.found.seen": "Wat je er toen van zag: “{face}”",
    "look.found.earlier": "in {n:ronde|de rondes} {rounds}",
    "look.found.now": "diezelfde ronde",
    "look.found.along.you": "Diezelfde ronde koos je “{move}”.",
    "look.found.along.them": "Diezelfde ronde koos {party} “{move}”.",
    "look.found.along.table": "Diezelfde ronde koos {party} “{move}”.",
    "look.event": "Ronde {round}. Dit gebeurde er: “{event}”.",
    "look.moment": "In {moment}: {did}.",
    "look.did.you": "jij {did}",
    "look.did.them": "{party} {did}",
    "look.did.all": "iedereen {did}",
    "look.did.nobody": "niemand ging in op wat wringt",
    "look.did.name-difference": "noemde een verschil",
    "look.did.name-common-ground": "noemde wat jullie delen",
    "look.did.joke-away": "begon met een grap",
    "look.did.own-part": "noemde het eigen aandeel in wat misging",
    "look.did.real-question": "stelde de vraag die nog niemand stelde",
    "look.did.their-part": "begon over wat anderen fout deden",
    "look.did.keep-quiet": "ging niet in op wat wringt",
    "look.moment.out.you": "Daar kwam aan het licht wat jij had gedaan: {moves}.",
    "look.moment.out.them": "Daar kwam aan het licht wat {party} had gedaan: {moves}.",
    "look.at.round": "Ronde {round}.",
    "look.at.moment": "Na ronde {round}.",
    "look.reply.you": "{at} {by} begon over {cause}. Je {reply}; {by} {response}.",
    "look.reply.them": "{at} Je begon over {cause}. {of} {reply}; jij {response}.",
    "look.reply.table": "{at} {by} begon over {cause}. {of} {reply}; {by} {response}.",
    "look.said.blame": "wees naar je eigen kant",
    "look.said.own-up.departure": "trok het je aan",
    "look.left.you": "Ronde {round}. Je stond op en liep van tafel.",
    "look.left.table": "Ronde {round}. {party} stond op en liep van tafel.",
    "look.seemed": "Wat niet was wat het leek",
    "look.lie.them": "Een verborgen zet waar je niet op rekende.",
    "look.lie.table": "Een verborgen zet waar {of} niet op rekende.",
    "look.lie.them.doubted": "Een zet waarachter voor jou iets verborgen zat.",
    "look.lie.table.doubted": "Een zet waarachter iets verborgen zat.",
    "look.lie.more.them": "Er waren {n} zetten waarachter voor jou iets verborgen zat.",
    "look.lie.more.table": "Er waren {n} zetten waarachter iets verborgen zat.",
    "look.lie.more.you": "Het was een van de {n} zetten waarmee je iets verborg.",
    "look.lie": "Ronde {round}, {party}: “{face}” Op hun kaart stond “{move}”: “{text}”",
    "look.lie.found.you": "Je kwam erachter in ronde {found}.",
    "look.lie.found.them": "{of} kwam erachter in ronde {found}.",
    "look.lie.never.you": "Voor jou kwam dat tijdens het spel niet uit.",
    "look.lie.never.them": "Voor {of} kwam dat tijdens het spel niet uit.",
    "look.lie.you": "Wat jij verborg, en waar {of} niet op rekende: “{move}” in ronde {round}.",
    "look.lie.you.doubted": "Wat jij voor {of} verborg: “{move}” in ronde {round}.",
    "look.doubt.suspected.you": "De waarheid waaraan je twijfelde: in ronde {round} verdacht je "
    "{of}, en er zat niets achter “{move}”.",
    "look.doubt.suspected.them": "{by} twijfelde aan jou: in ronde {round} verdachten ze je, en er "
    "zat niets achter “{move}”.",
    "look.doubt.suspected.table": "De waarheid waaraan werd getwijfeld: in ronde {round} verdacht "
    "{by} {of}, en er zat niets achter “{move}”.",
    "look.doubt.expected-claim.you": "Het goede waaraan je twijfelde: in ronde {round} verwachtte "
    "je dat {of} voor zichzelf zou kiezen, en het werd “{move}”.",
    "look.doubt.expected-claim.them": "{by} twijfelde aan jou: in ronde {round} verwachtten ze dat "
    "je voor jezelf zou kiezen, en je koos “{move}”.",
    "look.doubt.expected-claim.table": "Het goede waaraan werd getwijfeld: in ronde {round} "
    "verwachtte {by} dat {of} voor zichzelf zou kiezen, en het werd “{move}”.",
    "look.doubt.again": "Dat gebeurde ook in {n:ronde|de rondes} {rounds}.",
    "look.again": "Wat hetzelfde bleef",
    "look.habit.hollow-ritual": "“{thing}”: {chances:één|twee|#} keer gehouden, en "
    "{times:één|twee|#} keer met te weinig vertrouwen om het te menen.",
    "look.habit.same-move": "Iedereen koos “{thing}” in {times} van de {chances:# ronde|# rondes}.",
    "look.habit.same-move.you": "Je koos “{thing}” in {times} van de {chances:# ronde|# rondes}.",
    "look.habit.same-move.table": "{party} koos “{thing}” in {times} van de {chances:# ronde|# "
    "rondes}.",
    "look.habit.same-acts": "Van ronde {first} tot en met {last} was het steeds hetzelfde soort "
    "zet: {acts}.",
    "look.habit.same-acts.one": "{who} {stance}",
    "look.habit.same-acts.all": "iedereen {stance}",
    "look.habit.you": "jij",
    "look.habit.silence": "Als er iets ter sprake kwam, zei elke kant in {times} van de {chances} "
    "gevallen niets.",
    "look.stance.trust-building": "koos iets wat vertrouwen bouwt",
    "look.stance.reciprocal": "koos iets wederkerigs",
    "look.stance.opportunistic": "koos voor zichzelf",
    "look.habit.silence.you": "Als er iets ter sprake kwam, zei je in {times} van de {chances} "
    "gevallen niets.",
    "look.habit.silence.table": "Als er iets ter sprake kwam, zei {party} in {times} van de "
    "{chances} gevallen niets.",
    "look.habit.moments": "In {times} van de {chances:# reflectiemoment|# reflectiemomenten}",
    "look.habit.moments.all": "In {chances:het ene reflectiemoment|beide reflectiemomenten|alle # "
    "reflectiemomenten}",
    "look.habit.jokes": "{moments} begon iedereen met een grap.",
    "look.habit.jokes.you": "{moments} begon je met een grap.",
    "look.habit.jokes.table": "{moments} begon {party} met een grap.",
    "look.habit.divided": "In {times} van de {chances:# ronde|# rondes} waarin ieder eerst voor "
    "zich sprak, wilde aan elke kant de helft of meer iets anders dan er verzegeld werd.",
    "look.habit.divided.you": "In {times} van de {chances:# ronde|# rondes} waarin jullie eerst "
    "ieder voor zich spraken, wilde de helft of meer iets anders dan jullie verzegelden.",
    "look.habit.divided.table": "In {times} van de {chances:# ronde|# rondes} waarin ieder eerst "
    "voor zich sprak, wilde bij {party} de helft of meer iets anders dan er verzegeld "
    "werd.",
    "look.habit.unsaid": "Elke kant wist {times:één|twee|#} keer wat er verborgen was, en begon er "
    "niet over.",
    "look.habit.unsaid.you": "Je wist {times:één|twee|#} keer wat er voor je verborgen was, en "
    "begon er niet over.",
    "look.habit.unsaid.table": "{party} wist {times:één|twee|#} keer wat er verborgen was, en "
    "begon er niet over.",
    "look.habit.refusals": "Van de {chances} voorstellen om het spel te veranderen {times:ging er "
    "# niet door|gingen er # niet door}.",
    "look.habit.refusals.all": "Van de {chances} voorstellen om het spel te veranderen ging er "
    "niet één door.",
    "look.rule": "Een spelregel die niemand probeerde te veranderen: “{rule}”. {text}",
    "look.rule.cost": "Zonder die regel was het vertrouwen aan tafel {n:# punt|# punten} hoger "
    "geweest na ronde {round}.",
    "look.rule.gave": "Zonder die regel was het vertrouwen aan tafel {n:# punt|# punten} lager "
    "geweest na ronde {round}.",
    "look.if": "Wat als",
    "look.if.you": "Ronde {round}: je koos “{move}”.",
    "look.if.table": "Ronde {round}: {party} koos “{move}”.",
    "look.if.counts": "De computer speelde vanaf daar met elke keuze {plays} keer verder: met deze "
    "liep het {played} keer goed af, met “{other}” {instead} keer.",
    "look.if.difference": "Dat scheelt {difference}, op ongeveer {margin} na.",
    "look.if.lucky": "Jullie eigen spel liep wel goed af.",
    "look.if.same": "Dat is geen duidelijk verschil: deze ene keuze gaf niet de doorslag.",
    "look.if.model": "Het model is niet de waarheid.",
    "look.figures": "Vertrouwen en daden",
    "look.stated.you": "Je vertrouwde {about} per fase voor {levels} op een schaal van 10.",
    "look.stated.table": "{party} vertrouwde {about} per fase voor {levels} op een schaal van 10.",
    "look.foresaw.you": "Van {count:# voorspelling|# voorspellingen} had je er {right} goed.",
    "look.kept": "{party} koos in {took} van de {rounds:# ronde|# rondes} voor zichzelf",
    "look.kept.nobody": "In geen enkele ronde koos iemand voor zichzelf.",
    "look.kept.none": "geen",
    "look.kept.of": "{took} van de {rounds}",
    "look.kept.you": "jij in {took}",
    "look.kept.they": "{party} in {took}",
    "look.asked.you": "Je werd {n:één|twee|#} keer ergens op aangesproken; je {answers}.",
    "look.asked.them": "Je sprak {party} {n:één|twee|#} keer ergens op aan; {party} {answers}.",
    "look.asked.table": "{party} werd {n:één|twee|#} keer ergens op aangesproken, en {answers}.",
    "look.answer.own-up": "gaf {n:één|twee|#} keer iets toe",
    "look.answer.own-up.one": "gaf het toe",
    "look.answer.own-up.refusal": "zei {n:één|twee|#} keer eerlijk waarom",
    "look.answer.own-up.refusal.one": "zei eerlijk waarom",
    "look.answer.own-up.departure": "nam {n:één|twee|#} keer de verantwoordelijkheid",
    "look.answer.own-up.departure.one": "nam de verantwoordelijkheid",
    "look.answer.explain": "legde {n:één|twee|#} keer uit hoe het zo kwam",
    "look.answer.explain.one": "legde uit hoe het zo kwam",
    "look.answer.deny": "ontkende {n:één|twee|#} keer",
    "look.answer.deny.one": "ontkende het",
    "look.answer.deny.refusal": "zei {n:één|twee|#} keer dat er niets achter zat",
    "look.answer.deny.refusal.one": "zei dat er niets achter zat",
    "look.answer.deny.departure": "zei {n:één|twee|#} keer dat er niets aan de hand was",
    "look.answer.deny.departure.one": "zei dat er niets aan de hand was",
    "look.answer.blame": "wees {n:één|twee|#} keer naar iemand aan de eigen kant",
    "look.answer.blame.one": "wees naar iemand aan de eigen kant",
    "look.answer.you.blame": "wees {n:één|twee|#} keer naar iemand aan je eigen kant",
    "look.answer.you.blame.one": "wees naar iemand aan je eigen kant",
    "look.answer.silence": "zei {n:één|twee|#} keer niets",
    "look.answer.silence.one": "zei niets",
    "look.ask": "Om over te praten",
    "look.ask.alone": "Om over na te denken",
    "look.ask.hid": "{party} verborg iets met “{move}”",
    "look.ask.hidden": "{did}. Wat was er nodig geweest om dat niet te verbergen?",
    "look.ask.hidden.you": "Je verborg iets met “{move}”. Wat had je nodig gehad om dat niet "
    "te verbergen?",
    "look.ask.unsaid": "In ronde {round} kwam {by} erachter wat {of} had gedaan: {moves}. Daar "
    "begon {by} niet over. Wat stond dat in de weg?",
    "look.ask.unsaid.you": "In ronde {round} kwam je erachter wat {of} had gedaan: {moves}. Daar "
    "begon je niet over. Wat stond dat in de weg?",
    "look.begun": "Er is nog niets gespeeld, dus er valt nog niets terug te zien.",
}
