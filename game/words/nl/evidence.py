"""One sentence for each code that a finding can carry. Dutch.

{party} and {other} are names; changes have a sign; shares run from 0 to 100.
"""

from game.words import Catalogue

WORDS: Catalogue = {
    # thesis 1
    "evidence.slip-cost-trust": "In ronde {round} werd maar de helft uitgevoerd van “{move}” van "
    "{party}. {other} begon erover, en diens vertrouwen in {party} ging van {before} naar {after}.",
    "evidence.stop-cost-trust": "In ronde {round} hield de eigen kant van {party} “{move}” tegen. "
    "Het vertrouwen van {other} in {party} ging van {before} naar {after}; met hetzelfde toeval en "
    "die zet uitgevoerd zou het {whole} zijn geworden.",
    "evidence.stop-cost-trust.same": "In ronde {round} hield de eigen kant van {party} “{move}” "
    "tegen. Het vertrouwen van {other} in {party} bleef {after}; met hetzelfde toeval en die zet "
    "uitgevoerd zou het {whole} zijn geworden.",
    "evidence.half-cost-trust.same": "In ronde {round} werd maar de helft uitgevoerd van “{move}” "
    "van {party}. Het vertrouwen van {other} in {party} bleef {after}; met hetzelfde toeval en die "
    "zet helemaal uitgevoerd zou het {whole} zijn geworden.",
    "evidence.half-cost-trust": "In ronde {round} werd maar de helft uitgevoerd van “{move}” van "
    "{party}. Het vertrouwen van {other} in {party} ging van {before} naar {after}; met hetzelfde "
    "toeval en die zet helemaal uitgevoerd zou het {whole} zijn geworden.",
    "evidence.division-slipped": "In ronde {round} {others:wilde een|wilden er #} van de {asked} "
    "mensen van {party} iets anders dan “{move}”, en er werd maar de helft van uitgevoerd. "
    "Eensgezind, met hetzelfde toeval, was alles uitgevoerd.",
    "evidence.division-stopped": "In ronde {round} {others:wilde een|wilden er #} van de {asked} "
    "mensen van {party} iets anders dan “{move}”, en de eigen kant hield het tegen. Eensgezind, "
    "met hetzelfde toeval, was dat niet gebeurd.",
    "evidence.divided-but-kept": "{party} was het over {times} zetten niet eens, en die werden "
    "alle {times} helemaal uitgevoerd.",
    "evidence.half-without-harm": "In ronde {round} werd maar de helft uitgevoerd van “{move}” van "
    "{party}. Het vertrouwen van {other} in {party} ging van {before} naar {after}, en dat was met "
    "hetzelfde toeval niet anders geweest als alles was uitgevoerd.",
    "evidence.half-without-harm.same": "In ronde {round} werd maar de helft uitgevoerd van "
    "“{move}” van {party}. Het vertrouwen van {other} in {party} bleef {after}, en dat was met "
    "hetzelfde toeval niet anders geweest als alles was uitgevoerd.",
    "evidence.stop-without-harm.same": "In ronde {round} hield de eigen kant van {party} “{move}” "
    "tegen. Het vertrouwen van {other} in {party} bleef {after}, en dat was met hetzelfde toeval "
    "niet anders geweest als die zet was uitgevoerd.",
    "evidence.stop-without-harm": "In ronde {round} hield de eigen kant van {party} “{move}” "
    "tegen. Het vertrouwen van {other} in {party} ging van {before} naar {after}, en dat was met "
    "hetzelfde toeval niet anders geweest als die zet was uitgevoerd.",
    # thesis 2
    "evidence.kept-under-contract": "In {share} met veel op papier en weinig vertrouwen koos "
    "niemand voor zichzelf, werd elke zet helemaal uitgevoerd, was geen ritueel leeg, legde "
    "niemand het gesprek ergens om stil en vermoedde niemand iets: aan de rondes was niet te zien "
    "dat er weinig vertrouwen was.",
    "evidence.relied-without-trusting": "Aan het eind rekende {other} erop dat {party} als "
    "organisatie doet wat is afgesproken ({reliability} van de 100), en vertrouwde {party} een "
    "stuk minder ({trust}).",
    "evidence.paper-and-trust-grew": "Van begin tot eind groeide wat er op papier stond van "
    "{formal_start} naar {formal_end}, en het vertrouwen gemiddeld van {trust_start} naar "
    "{trust_end}, vooral in rondes waarin er iets op papier bij kwam en waarin niets anders dat "
    "verklaart.",
    "evidence.paper-without-trust": "Van begin tot eind groeide wat er op papier stond van "
    "{formal_start} naar {formal_end}, en zakte het vertrouwen gemiddeld van {trust_start} naar "
    "{trust_end}, vooral in rondes waarin er iets op papier bij kwam en waarin niets anders dat "
    "verklaart.",
    # thesis 3
    "evidence.cooperation-with-trust": "In {high_rounds}, met vooraf het meeste vertrouwen, ging "
    "het bij {high_moves} van de {high_of} gekozen zetten om vertrouwen bouwen; in {low_rounds}, "
    "met vooraf het minste, bij {low_moves} van de {low_of}.",
    "evidence.no-cooperation-with-trust": "In {high_rounds}, met vooraf het meeste vertrouwen, "
    "ging het bij {high_moves} van de {high_of} gekozen zetten om vertrouwen bouwen; in "
    "{low_rounds}, met vooraf het minste, bij {low_moves} van de {low_of}.",
    "evidence.opportunism-falls-with-trust": "In {high_rounds}, met vooraf het meeste vertrouwen, "
    "ging het bij {high_moves} van de {high_of} gekozen zetten om eigenbelang; in {low_rounds}, "
    "met vooraf het minste, bij {low_moves} van de {low_of}.",
    "evidence.opportunism-grows-with-trust": "In {high_rounds}, met vooraf het meeste vertrouwen, "
    "ging het bij {high_moves} van de {high_of} gekozen zetten om eigenbelang; in {low_rounds}, "
    "met vooraf het minste, bij {low_moves} van de {low_of}.",
    "evidence.hid-with-trust": "Het vertrouwen van {party} zelf in {other} stond vóór ronde "
    "{round} op {trust}, en in die ronde verborg {party} iets: “{move}”.",
    # thesis 4
    "evidence.players-changed": "Na ronde {round} werd dit afgesproken: {change}.",
    "evidence.change-refused": "Na ronde {round} {doers:stelde|stelden} {party} voor: {change}. "
    "Het antwoord was nee.",
    # thesis 5
    "evidence.difference-named": "{party} {doers:noemde|noemden} een verschil in {phase}, en "
    "daarin ging het vertrouwen aan tafel van {before} naar {after}.",
    "evidence.difference-named.all": "Elke kant noemde een verschil in {phase}, en daarin ging "
    "het vertrouwen aan tafel van {before} naar {after}.",
    "evidence.difference-hurt": "{party} {doers:noemde|noemden} een verschil in {phase}, en "
    "daarin zakte het vertrouwen aan tafel van {before} naar {after}.",
    "evidence.difference-hurt.all": "Elke kant noemde een verschil in {phase}, en daarin zakte het "
    "vertrouwen aan tafel van {before} naar {after}.",
    "evidence.nothing-in-this-play": "In dit spel niets gevonden.",
    "moment.named": "“{name}” (na ronde {n})",
    "moment.called": "het reflectiemoment tussendoor (na ronde {n})",
    "rounds.named": "{n:ronde|de rondes} {rounds}",
    "rounds.share.all": "{rounds:de enige ronde die begon|beide rondes die begonnen|alle ~ rondes "
    "die begonnen}",
    "rounds.share": "{kept} van de {rounds:# ronde die begon|# rondes die begonnen}",
    "phase.called": "reflectiemoment, tussendoor",
    # questions
    "evidence.ask-turning-point": "Ronde {round}: zag je toen al dat het kantelde, en waaraan?",
    "evidence.ask-what-if": "In ronde {round} koos {party} “{move}”, en met “{other_move}” liep "
    "het bij de computer vaker goed af. Wat stond dat in de weg?",
    "evidence.ask-what-if.other": "In ronde {round} koos {party} “{move}”, en met “{other_move}” "
    "liep het bij de computer vaker goed af. Had jij daar iets aan kunnen doen?",
    "evidence.ask-what-if.you": "In ronde {round} koos je “{move}”, en met “{other_move}” liep het "
    "bij de computer vaker goed af. Wat stond dat in de weg?",
    "evidence.ask-refused": "Na ronde {round} {doers:stelde|stelden} {party} voor: {change}. Het "
    "antwoord was nee. Wat had een ja gekost?",
    "evidence.ask-refused.them": "Na ronde {round} {doers:stelde|stelden} {party} voor: {change}. "
    "Je zei nee. Wat had een ja jou gekost?",
    "evidence.ask-refused.you": "Na ronde {round} stelde je voor: {change}. Het antwoord was nee. "
    "Wat had een ja de ander gekost?",
    "evidence.ask-changed": "Na ronde {round} werd dit afgesproken: {change}. Wat werd er daarna "
    "anders aan tafel, of bleef alles gelijk?",
    "evidence.ask-hidden-guile": "{other} kwam er tijdens het spel niet achter wat er in ronde "
    "{round} achter “{move}” van {party} zat. Had iemand een vermoeden, en is daar iets mee "
    "gedaan?",
    "evidence.ask-hidden-guile.you": "{other} kwam er tijdens het spel niet achter wat er in ronde "
    "{round} achter jouw “{move}” zat. Wat had je gezegd als ze ernaar hadden gevraagd?",
    "evidence.ask-hidden-guile.them": "Je kwam er tijdens het spel niet achter wat er in ronde "
    "{round} achter “{move}” van {party} zat. Had je een vermoeden, en heb je daar iets mee "
    "gedaan?",
    "evidence.ask-false-suspicion": "In ronde {round} verdacht {other} {party} ergens van, terwijl "
    "{party} die ronde niets verborg. Waar kwam dat vermoeden vandaan?",
    "evidence.ask-false-suspicion.you": "In ronde {round} verdacht {other} je ergens van, terwijl "
    "je die ronde niets verborg. Waar kwam dat vermoeden vandaan?",
    "evidence.ask-false-suspicion.them": "In ronde {round} verdacht je {party} ergens van, terwijl "
    "{party} die ronde niets verborg. Waar kwam dat vermoeden vandaan?",
    "evidence.ask-house": "De eigen kant van {party} hield {times:één|twee|~} keer een zet tegen "
    "of voerde die maar half uit. Wat speelde daar?",
    "evidence.ask-house.other": "De eigen kant van {party} hield {times:één|twee|~} keer een zet "
    "tegen of voerde die maar half uit. Merkte je daar iets van, en wat dacht je toen?",
    "evidence.ask-house.you": "Je eigen kant hield {times:één|twee|~} keer je zet tegen of voerde "
    "die maar half uit. Wat speelde daar?",
    "evidence.ask-trust-lost": "Het vertrouwen van {party} in {other} ging van {trust_start} naar "
    "{trust_end}, en zakte nooit harder dan in {when}. Wat had {party} van {other} nodig gehad?",
    "evidence.ask-trust-lost.you": "Jouw vertrouwen in {other} ging van {trust_start} naar "
    "{trust_end}, en zakte nooit harder dan in {when}. Wat had je van {other} nodig gehad?",
    "evidence.ask-trust-lost.them": "Het vertrouwen van {party} in jou ging van {trust_start} naar "
    "{trust_end}, en zakte nooit harder dan in {when}. Wat had {party} van jou nodig gehad?",
    "evidence.in-talk": "het gesprek na {when}",
    "evidence.ask-moment": "Wat kon er in {phase} gezegd worden, en wat net niet?",
    "evidence.ask-moment-closed": "{phase}: {party} {did}, en liet het daarbij tot er "
    "iets voorgesteld kon worden. Wat kon daar niet gezegd worden?",
    "evidence.ask-moment-closed.you": "{phase}: jij {did}, en liet het daarbij tot er "
    "iets voorgesteld kon worden. Wat kon je daar niet zeggen?",
    "evidence.ask-moment-alone": "{phase}: tot er iets voorgesteld kon worden, deed alleen {party} "
    "meer dan een grap maken of zwijgen. Wat kon daar niet gezegd worden?",
    "evidence.ask-moment-alone.you": "{phase}: tot er iets voorgesteld kon worden, deed alleen jij "
    "meer dan een grap maken of zwijgen. Wat konden de anderen niet zeggen?",
    "evidence.ask-moment-shut": "{phase}: niemand ging in op wat wringt. Wat kon daar niet gezegd "
    "worden?",
    "evidence.ask-no-moment": "Er is niet één keer over het spel zelf gepraat. Wanneer had dat "
    "gekund?",
    # feelings
    "evidence.felt-let-down": "Het vertrouwen van {party} in {other} daalde het meest in {when}: "
    "van {before} naar {after}.",
    "evidence.felt-carried": "Het vertrouwen van {party} in {other} steeg het meest in {when}: "
    "van {before} naar {after}.",
}
