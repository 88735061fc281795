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
    "look.end.in": "in ronde {round}",
    "look.end.in.moment": "in het reflectiemoment na ronde {round}",
    "look.end.in.talk": "in het gesprek na ronde {round}",
    "look.end.in.moment.talk": "in het gesprek na het reflectiemoment dat op ronde {round} volgde",
    "look.end.left.you": "{when} stapte je op",
    "look.end.left.them": "{when} stapte {party} op",
    "look.end.left.more": "{when} stapten {parties} op",
    "look.end.went.you": "{when} stapte je op, en de anderen gingen zonder jou verder",
    "look.end.went.them": "{when} stapte {party} op, en de anderen gingen verder",
    "look.end.stayed.success": "In waarde levert het iedereen die bleef iets op.",
    "look.end.stayed.lopsided": "Van wie bleef, heeft {most} er veel meer aan dan {least}.",
    "look.end.stayed.stalled": "Voor wie bleef, kwam er te weinig uit.",
    "look.end.stayed.parted": "Wie bleef, sprak af het daarbij te laten.",
    "look.end.without-you": "Er {n:is nog één ronde|zijn nog # rondes} zonder jou gespeeld. "
    "Daarvan hoorde je alleen wat er van buiten kwam, wie er nog opstapte en hoe het afliep; wat "
    "er gedaan werd, lees je hier voor het eerst.",
    "look.got": "kreeg of hield",
    "look.got.deal": "kreeg",
    "look.wants.you.some": "Wat je {got}: {met}. Wat je niet kreeg: {missed}.",
    "look.wants.you.all": "Je {got} alles wat je wilde: {met}.",
    "look.wants.you.none": "Je wilde {of:één ding, en kreeg het niet|twee dingen, en kreeg geen "
    "van beide|~ dingen, en kreeg er geen}: {missed}.",
    "look.wants.them.some": "{party} wilde {of:één ding|twee dingen|~ dingen}, en {got} "
    "er {n:één|twee|~}: {met}. Wat niet lukte: {missed}.",
    "look.wants.them.all": "{party} wilde {of:één ding|twee dingen|~ dingen}, en {got} "
    "{of:dat|allebei|alles}: {met}.",
    "look.wants.them.none": "{party} wilde {of:één ding, en kreeg het niet|twee dingen, en kreeg "
    "geen van beide|~ dingen, en kreeg er geen}: {missed}.",
    "look.turns": "Waar het kantelde",
    "look.quote": "{name}: “{text}”",
    "look.move.you": "Ronde {round}. Je koos “{move}”.",
    "look.move.them": "Ronde {round}. Dit zag je van {party}: “{face}” Het was “{move}”, en daar "
    "zat iets achter.",
    "look.move.table": "Ronde {round}. {party} koos “{move}”.",
    "look.hid.you.found": "{of} kon niet zien wat er achter die zet zat, en kwam er in ronde "
    "{found} achter.",
    "look.hid.you.moment": "{of} kon niet zien wat er achter die zet zat, en kwam er in het "
    "reflectiemoment na ronde {found} achter.",
    "look.hid.you.now": "{of} kwam diezelfde ronde al te weten wat er achter die zet zat.",
    "look.hid.you.never": "{of} kon niet zien wat er achter die zet zat, ook later niet.",
    "look.hid.you.heard": "{of} kon niet zien wat er achter die zet zat, en hoorde het {when}, "
    "toen {who} erover begon.",
    "look.hid.you.owned-up": "{of} kon niet zien wat er achter die zet zat. In ronde {told} "
    "vertelde {who} het zelf.",
    "look.hid.you.known": "{of} wist al sinds ronde {since} dat je dit eerder had gedaan.",
    "look.hid.them.found": "In ronde {found} kwam je erachter wat dat was.",
    "look.hid.them.moment": "In het reflectiemoment na ronde {found} kwam je erachter wat dat was.",
    "look.hid.them.now": "Je kwam diezelfde ronde al te weten wat dat was.",
    "look.hid.them.never": "Tijdens het spel kwam je er niet achter wat dat was.",
    "look.hid.them.heard": "Wat dat was, hoorde je {when}, toen {who} erover begon.",
    "look.hid.them.owned-up": "In ronde {told} vertelde {party} je zelf wat dat was.",
    "look.hid.them.known": "Je wist al sinds ronde {since} dat {party} dit eerder had gedaan.",
    "look.after": "na ronde {round}",
    "look.after.moment": "na het reflectiemoment dat op ronde {round} volgde",
    "look.slipped": "Er werd maar de helft van uitgevoerd.",
    "look.vetoed.you": "Je eigen kant hield het tegen.",
    "look.vetoed.them": "De eigen kant van {party} hield het tegen.",
    "look.divided.you": "Van jullie {asked} {n:wilde er één|wilden er #} iets anders.",
    "look.divided.them": "Van de {asked} mensen van {party} {n:wilde er één|wilden er #} iets "
    "anders.",
    "look.divided.faltered": "Waren allen het eens geweest, dan was ook die keer alles uitgevoerd.",
    "look.divided.stopped": "Waren allen het eens geweest, dan was het die keer niet "
    "tegengehouden.",
    "look.beside.you": "koos jij “{move}”",
    "look.beside.them": "koos {party} “{move}”",
    "look.beside.hid.you": "deed jij een zet die iets verborg (“{move}”)",
    "look.beside.hid.you.short": "deed jij een zet die iets verborg, “{move}”",
    "look.beside.hid.them": "deed {party} een zet die iets verborg (“{move}”)",
    "look.beside.hid.them.short": "deed {party} een zet die iets verborg, “{move}”",
    "look.same-round": "Diezelfde ronde {did}.",
    "look.same-round.more": "Verder {did}.",
    "look.beside.all": "koos iedereen dit",
    "look.beside.same.you": "koos jij hetzelfde",
    "look.beside.same.them": "koos {party} hetzelfde",
    "look.beside.everybody": "koos iedereen “{move}”",
    "look.beside.slipped": "(waarvan maar de helft werd uitgevoerd)",
    "look.beside.vetoed.you": "(door je eigen kant tegengehouden)",
    "look.beside.vetoed.them": "(door de eigen kant tegengehouden)",
    "look.at-once.you": "Daar kwam je meteen achter.",
    "look.at-once.them": "Daar kwam {of} meteen achter.",
    "look.out.again": "(opnieuw)",
    "look.out.you": "kwam {of} erachter wat jij had gedaan: {moves}",
    "look.out.them": "kwam je erachter wat {party} had gedaan: {moves}",
    "look.out.table": "kwam {of} erachter wat {party} had gedaan: {moves}",
    "look.out.you.earlier": "kwam {of} erachter wat jij eerder had gedaan: {moves}",
    "look.out.them.earlier": "kwam je erachter wat {party} eerder had gedaan: {moves}",
    "look.out.table.earlier": "kwam {of} erachter wat {party} eerder had gedaan: {moves}",
    "look.suspected.you": "Je kreeg een vermoeden.",
    "look.suspected.them": "{of} kreeg een vermoeden.",
    "look.moved.also": "{trust} ging van {before} naar {after}.",
    "look.one-sided": "Het was vooral één kant die verschoof: {trust} ging van {before} naar "
    "{after}.",
    "look.both-ways": "Dat was niet voor iedereen hetzelfde: {trust} ging van {before} naar "
    "{after}, en {other}.",
    "look.both-ways.other": "{trust} van {before} naar {after}",
    "look.expected.you": "Je had gerekend op {what}.",
    "look.expected.table": "{of} had gerekend op {what}.",
    "look.expected.trust-building": "een zet die vertrouwen bouwt",
    "look.expected.reciprocal": "een wederkerige zet",
    "look.expected.opportunistic": "een zet waarmee {party} voor zichzelf zou kiezen",
    "look.trust.you": "het vertrouwen van {of} in jou",
    "look.trust.them": "jouw vertrouwen in {party}",
    "look.trust.table": "het vertrouwen van {of} in {party}",
    "look.trust.all": "het vertrouwen aan tafel",
    "look.moved.because": "Vooral daardoor ging {trust} van {before} naar {after}.",
    "look.moved.both": "Vooral door die twee samen ging {trust} van {before} naar {after}.",
    "look.moved.answer": "Vooral door dat antwoord ging {trust} van {before} naar {after}.",
    "look.moved.after": "Daarna ging {trust} van {before} naar {after}.",
    "look.moved.round": "Die ronde ging {trust} van {before} naar {after}.",
    "look.moved.same": "{trust} bleef {after}.",
    "look.chance.all": "Geen zet of gebeurtenis verklaart dat: het is toeval, in hoe iets "
    "overkomt.",
    "look.chance.most": "Wat er die ronde gebeurde, verklaart dat maar voor een kleiner deel; de "
    "rest is toeval, in hoe iets overkomt.",
    "look.besides": "Verder ging {moved}.",
    "look.besides.in": "in {when} {trust} van {before} naar {after}",
    "look.events": "Ook {events} woog daarin mee.",
    "look.found.you": "Ronde {round}. {of} kwam erachter wat je {when} had gedaan: {moves}.",
    "look.found.them": "Ronde {round}. Je kwam erachter wat {party} {when} had gedaan: {moves}.",
    "look.found.table": "Ronde {round}. {of} kwam erachter wat {party} {when} had gedaan: {moves}.",
    "look.found.seen": "Wat je er {when} van zag: “{face}”",
    "look.found.earlier": "in {n:ronde|de rondes} {rounds}",
    "look.found.now": "diezelfde ronde",
    "look.event.all": "Ronde {round}. Dit gebeurde er: {event}",
    "look.event.you": "Ronde {round}. Dit ging jouw kant aan: {event}",
    "look.event.table": "Ronde {round}. Dit ging {party} aan: {event}",
    "look.moment": "In {moment}: {did}.",
    "look.did.you": "jij {did}",
    "look.did.them": "{party} {did}",
    "look.did.all": "iedereen {did}",
    "look.did.nobody": "niemand ging in op wat wringt",
    "look.did.name-difference": "noemde een verschil",
    "look.did.name-common-ground": "noemde wat jullie delen",
    "look.did.joke-away": "maakte er een grap van",
    "look.did.own-part": "keek naar de eigen kant",
    "look.did.own-part.you": "keek naar je eigen kant",
    "look.did.real-question": "stelde de vraag die nog niemand stelde",
    "look.did.their-part": "had het over de andere kant",
    "look.did.keep-quiet": "ging niet in op wat wringt",
    "look.did.freeze": "hield voorlopig afstand",
    "look.moment.out.you": "Daar kwam aan het licht wat jij had gedaan: {moves}.",
    "look.moment.out.them": "Daar kwam aan het licht wat {party} had gedaan: {moves}.",
    "look.at.in.round": "Ronde {round}.",
    "look.at.in.moment": "Tijdens {moment}.",
    "look.at.after.round": "Meteen na ronde {round}.",
    "look.at.after.moment": "Meteen na {moment}.",
    "look.reply.you": "{at} {by} begon over {cause}. Je {reply}; {by} {response}.",
    "look.reply.them": "{at} Je begon over {cause}. {of} {reply}; jij {response}.",
    "look.reply.table": "{at} {by} begon over {cause}. {of} {reply}; {by} {response}.",
    "look.heard.you": "{at} {by} begon over {cause}, en zo hoorde ook {hearer} wat jij had gedaan.",
    "look.heard.them": "{at} {by} begon over {cause}, en zo hoorde ook jij wat {of} had gedaan.",
    "look.heard.table": "{at} Er werd gepraat over {cause}: {who} begon erover, en zo hoorde "
    "ook {hearer} wat {of} had gedaan.",
    "look.said.blame": "wees naar je eigen kant",
    "look.said.blame.refusal": "zei dat iemand aan je eigen kant ertegen was",
    "look.said.own-up.departure": "trok het je aan",
    "look.left.you": "{at} Je stond op en liep van tafel.",
    "look.left.you.goes-on": "{at} Je stond op en liep van tafel, en de anderen gingen zonder jou "
    "verder.",
    "look.left.table": "{at} {party} stond op en liep van tafel.",
    "look.left.table.goes-on": "{at} {party} stond op en liep van tafel, en de anderen gingen "
    "verder.",
    "look.seemed": "Wat niet was wat het leek",
    "look.lie.them": "Dit hield {party} voor je verborgen, in ronde {round}: “{move}”.",
    "look.lie.table": "Dit hield {party} verborgen, in ronde {round}: “{move}”.",
    "look.lie.card.them": "Dit zag je ervan: “{face}” Op hun kaart stond: “{text}”",
    "look.lie.card.table": "Dit was ervan te zien: “{face}” Op de kaart van {party} stond: "
    "“{text}”",
    "look.lie.them.found": "Je kwam erachter in ronde {found}; in die ronde ging {trust} van "
    "{before} naar {after}.",
    "look.lie.them.found.moment": "Je kwam erachter in het reflectiemoment na ronde {found}; toen "
    "ging {trust} van {before} naar {after}.",
    "look.lie.table.found": "{of} kwam erachter in ronde {found}; in die ronde ging {trust} van "
    "{before} naar {after}.",
    "look.lie.table.found.moment": "{of} kwam erachter in het reflectiemoment na ronde {found}; "
    "toen ging {trust} van {before} naar {after}.",
    "look.lie.them.never": "Je kwam er tijdens het spel niet achter.",
    "look.lie.them.heard": "Je hoorde het {when}, toen {who} erover begon.",
    "look.lie.table.never": "{of} {n:kwam|kwamen} er tijdens het spel niet achter.",
    "look.lie.table.heard": "{of} hoorde het {when}, toen {who} erover begon.",
    "look.lie.heard.trust": "Daarbij ging {trust} van {before} naar {after}.",
    "look.lie.you": "In ronde {round} verborg je iets voor {of}: “{move}”.",
    "look.lie.you.found": "Het kwam uit in ronde {found}; in die ronde ging {trust} van "
    "{before} naar {after}.",
    "look.lie.you.found.moment": "Het kwam uit in het reflectiemoment na ronde {found}; toen ging "
    "{trust} van {before} naar {after}.",
    "look.lie.you.never": "{of} {n:kwam|kwamen} er tijdens het spel niet achter.",
    "look.lie.along": "Toen kwam ook {moves} uit.",
    "look.lie.them.likewise": "Ook in {n:ronde|de rondes} {rounds} bleef er iets voor je "
    "verborgen.",
    "look.lie.table.likewise": "Ook in {n:ronde|de rondes} {rounds} bleef er iets verborgen.",
    "look.lie.you.likewise": "Ook wat je in {n:ronde|de rondes} {rounds} verborg, kwam niet uit.",
    "look.confessed.you": "In ronde {round} vertelde je aan {to} uit jezelf wat er achter {moves} "
    "zat.",
    "look.confessed.them": "In ronde {round} vertelde {party} je uit zichzelf wat er achter "
    "{moves} zat.",
    "look.confessed.table": "In ronde {round} vertelde {party} aan {to} uit zichzelf wat er achter "
    "{moves} zat.",
    "look.lie.more.you": "Naast wat hier verteld is, verborg je ook in {n:ronde|de rondes} "
    "{rounds} iets.",
    "look.lie.more.them": "Naast wat hier verteld is, werd er ook in {n:ronde|de rondes} "
    "{rounds} iets voor je verborgen.",
    "look.lie.more.table": "Naast wat hier verteld is, werd er ook in {n:ronde|de rondes} "
    "{rounds} iets verborgen.",
    "look.lie.you.heard": "{of} hoorde het {when}, toen {who} erover begon.",
    "look.lie.known.you": "In ronde {round} verborg je weer iets, maar {of} wist al sinds ronde "
    "{since} dat je dat eerder had gedaan.",
    "look.doubt.you": "In ronde {round} verdacht je {of}. Met “{move}” werd niets verborgen.",
    "look.doubt.them": "In ronde {round} verdacht {by} jou. Met “{move}” werd niets verborgen.",
    "look.doubt.table": "In ronde {round} verdacht {by} {of}. Met “{move}” werd niets verborgen.",
    "look.doubt.again": "Ook in {n:ronde|de rondes} {rounds} was er een vermoeden, en ook toen "
    "werd er niets verborgen.",
    "look.again": "Wat steeds terugkwam",
    "look.habit.hollow-ritual": "“{thing}”: {chances:één|twee|~} keer gehouden, waarvan "
    "{times:één|twee|~} keer met te weinig vertrouwen om het te menen.",
    "look.habit.hollow-ritual.all": "“{thing}”: {chances:één|twee|~} keer gehouden, "
    "{chances:|beide keren|elke keer} met te weinig vertrouwen om het te menen.",
    "look.habit.same-move.you": "Je koos “{thing}” {rounds}.",
    "look.habit.same-move.table": "{party} koos “{thing}” {rounds}.",
    "look.habit.same-acts": "Van ronde {first} tot en met {last} was het steeds hetzelfde soort "
    "zet: {acts}.",
    "look.habit.same-acts.all": "iedereen {stance}",
    "look.habit.you": "jij",
    "look.habit.rounds.all": "in {chances:de enige ronde|beide rondes|alle ~ rondes}",
    "look.habit.rounds": "in {times} van de {chances:# ronde|# rondes}",
    "look.stance.trust-building": "koos een zet die vertrouwen bouwt",
    "look.stance.reciprocal": "koos een wederkerige zet",
    "look.stance.opportunistic": "koos voor zichzelf",
    "look.habit.moments": "In {times:één|twee|~} van de {chances:~ reflectiemoment|~ "
    "reflectiemomenten}",
    "look.habit.moments.all": "In {chances:het ene reflectiemoment|beide reflectiemomenten|alle ~ "
    "de reflectiemomenten}",
    "look.habit.jokes": "{moments} beantwoordde iedereen de eerste vraag met een grap.",
    "look.habit.jokes.you": "{moments} beantwoordde je de eerste vraag met een grap.",
    "look.habit.jokes.table": "{moments} beantwoordde {party} de eerste vraag met een grap.",
    "look.habit.divided.you": "In {times} van de {chances:# ronde|# rondes} waarin jullie eerst "
    "ieder voor zich spraken, wilde de helft of meer iets anders dan jullie verzegelden.",
    "look.habit.divided.table": "In {times} van de {chances:# ronde|# rondes} waarin ieder eerst "
    "voor zich sprak, wilde bij {party} de helft of meer iets anders dan er verzegeld "
    "werd.",
    "look.habit.faltered.you": "Je eigen kant hield {rounds} je zet tegen of voerde die maar half "
    "uit.",
    "look.habit.faltered.table": "De eigen kant van {party} hield {rounds} de zet tegen of voerde "
    "die maar half uit.",
    "look.unquestioned.decor": "Een plek die niemand ter discussie stelde: “{thing}”. {text}",
    "look.unquestioned.rituals": "Een ritueel dat niemand probeerde te veranderen: “{thing}”. "
    "{text}",
    "look.unquestioned.rules": "Een spelregel die niemand probeerde te veranderen: “{thing}”. "
    "{text}",
    "look.if": "Wat als",
    "look.if.you": "Ronde {round}: je koos “{move}”.",
    "look.if.table": "Ronde {round}: {party} koos “{move}”.",
    "look.if.counts": "Van de {plays} keer dat de computer vanaf daar verder speelde, liep het "
    "{played:één keer|# keer} goed af; met “{other}” {instead:één keer|# keer}.",
    "look.if.lucky": "Zo gemeten liep jullie spel zelf wel goed af.",
    "look.if.unlucky": "Zo gemeten liep jullie spel zelf niet goed af.",
    "look.if.better": "Zo geteld pakte de gemaakte keuze beter uit.",
    "look.if.means": "Goed is hier: een einde dat houdt, met voor ieder genoeg en voor de een niet "
    "veel meer dan voor de ander.",
    "look.if.hides": "“{other}” verbergt wel iets, en dat kan uitkomen.",
    "look.if.model": "Het model is niet de waarheid.",
    "look.figures": "In cijfers",
    "look.stated.you": "Je vertrouwde {about} per fase voor {levels} op een schaal van 10.",
    "look.stated.table": "{party} vertrouwde {about} per fase voor {levels} op een schaal van 10.",
    "look.foresaw.you": "Van {count:# voorspelling|# voorspellingen} had je er {right} goed.",
    "look.foresaw.you.none": "{count:Je ene voorspelling klopte niet|Geen van je twee "
    "voorspellingen klopte|Geen van je ~ voorspellingen klopte}.",
    "look.kept": "In {rounds:de enige ronde|twee rondes|~ rondes} {took}.",
    "look.kept.first.you": "koos je {n:één|twee|~} keer voor jezelf",
    "look.kept.first.you.never": "koos je nooit voor jezelf",
    "look.kept.first.they": "koos {party} {n:één|twee|~} keer voor zichzelf",
    "look.kept.first.they.never": "koos {party} nooit voor zichzelf",
    "look.kept.nobody": "In geen enkele ronde koos iemand voor zichzelf.",
    "look.kept.you": "jij {n:één|twee|~} keer",
    "look.kept.you.never": "jij nooit",
    "look.kept.they": "{party} {n:één|twee|~} keer",
    "look.kept.they.never": "{party} nooit",
    "look.kept.of": "{took} in {rounds:één ronde|twee rondes|~ rondes}",
    "look.asked.you": "Je werd {n:één|twee|~} keer aangesproken op {cause} ({replies}).",
    "look.asked.them": "Je sprak {party} {n:één|twee|~} keer aan op {cause} ({replies}).",
    "look.asked.table": "{party} werd {n:één|twee|~} keer aangesproken op {cause} ({replies}).",
    "look.asked.you.more": "Je werd {n:één|twee|~} keer aangesproken: {talks}.",
    "look.asked.them.more": "Je sprak {party} {n:één|twee|~} keer aan: {talks}.",
    "look.asked.table.more": "{party} werd {n:één|twee|~} keer aangesproken: {talks}.",
    "look.asked.about": "{n:één|twee|~} keer op {cause} ({replies})",
    "look.asked.departure": "iemand die was weggevallen",
    "look.asked.every": "{n:|beide keren |alle ~ keer }{reply}",
    "look.asked.times": "{n:één|twee|~} keer {reply}",
    "look.asked.said.own-up": "toegegeven",
    "look.asked.said.own-up.refusal": "eerlijk gezegd waarom",
    "look.asked.said.own-up.departure": "ter harte genomen",
    "look.asked.said.explain": "uitgelegd",
    "look.asked.said.explain.refusal": "uitgelegd wat erachter zat",
    "look.asked.said.deny": "ontkend",
    "look.asked.said.deny.refusal": "gezegd dat er niets achter zat",
    "look.asked.said.deny.departure": "gezegd dat het niets veranderde",
    "look.asked.said.blame": "op iemand aan de eigen kant geschoven",
    "look.asked.said.blame.refusal": "gezegd dat iemand aan de eigen kant ertegen was",
    "look.asked.own.blame": "op iemand aan je eigen kant geschoven",
    "look.asked.own.blame.refusal": "gezegd dat iemand aan je eigen kant ertegen was",
    "look.asked.said.silence": "onbeantwoord gelaten",
    "look.about": "{cause} ({names})",
    "look.ask": "Om over te praten",
    "look.ask.alone": "Om over na te denken",
    "look.ask.hid": "door {party} in {n:ronde|de rondes} {rounds}",
    "look.ask.hidden": "Er werd iets verborgen, en niemand vertelde het uit zichzelf: {did}. Wat "
    "was er nodig geweest om het gewoon te zeggen?",
    "look.ask.hidden.you": "In {n:ronde|de rondes} {rounds} verborg je iets wat je niet uit jezelf "
    "vertelde. Wat had je nodig gehad om het gewoon te zeggen?",
    "look.ask.unsaid": "Na ronde {round} wist {by} wat {of} had gedaan ({moves}), en begon er "
    "niet over. Wat stond dat in de weg?",
    "look.ask.unsaid.you": "Na ronde {round} wist je wat {of} had gedaan ({moves}), en je begon "
    "er niet over. Wat stond dat in de weg?",
    "look.begun": "Er is nog niets gespeeld, dus er valt nog niets terug te zien.",
}
