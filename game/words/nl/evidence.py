"""One sentence for each code that a finding can carry. Dutch.

{party} and {other} are names; changes have a sign; shares run from 0 to 100.
"""

from game.words import Catalogue

WORDS: Catalogue = {
    # thesis 1
    "evidence.slip-cost-trust": "In ronde {round} kwam “{move}” van {party} maar half, en ging "
    "het vertrouwen van {other} in {party} van {before} naar {after}.",
    "evidence.veto-cost-trust": "In ronde {round} hield de eigen kant van {party} “{move}” tegen, "
    "en ging het vertrouwen van {other} in {party} van {before} naar {after}.",
    "evidence.divided-house-slips-more": "{party} was het aan de eigen kant minder eens dan "
    "{other} ({balance} tegen {other_balance} op 100), en daar kwam ook vaker een zet maar half of "
    "niet: {times:één|twee|~} keer tegen {other_times}.",
    "evidence.harm-from-elsewhere": "In geen ronde daalde het vertrouwen van de een in de ander "
    "meer dan in ronde {round}: dat van {other} in {party} ging van {before} naar {after}. De "
    "eigen kant van {party} deed die ronde niets af aan de zet.",
    "evidence.division-slipped": "In ronde {round} {others:wilde een|wilden er #} van de {asked} "
    "mensen van {party} iets anders dan “{move}”, en het kwam maar half. Eensgezind, met hetzelfde "
    "toeval, was alles gekomen.",
    "evidence.division-stopped": "In ronde {round} {others:wilde een|wilden er #} van de {asked} "
    "mensen van {party} iets anders dan “{move}”, en de eigen kant hield het tegen. Eensgezind, "
    "met hetzelfde toeval, was dat niet gebeurd.",
    "evidence.divided-but-kept": "{party} was het over {times} zetten niet eens, en die kwamen "
    "alle {times} zoals aangekondigd.",
    "evidence.divided-but-held": "{party} was het aan de eigen kant niet eens ({internal_balance} "
    "op 100) en toch hield het: het vertrouwen in {party} ging van {trust_start} naar {trust_end}.",
    "evidence.slip-without-harm": "In ronde {round} kwam “{move}” van {party} maar half, en toch "
    "steeg het vertrouwen van {other} in {party}, van {before} naar {after}.",
    "evidence.slip-without-harm.same": "In ronde {round} kwam “{move}” van {party} maar half, en "
    "het vertrouwen van {other} in {party} bleef op {after}.",
    "evidence.veto-without-harm": "In ronde {round} hield de eigen kant van {party} “{move}” "
    "tegen, en toch steeg het vertrouwen van {other} in {party}, van {before} naar {after}.",
    "evidence.veto-without-harm.same": "In ronde {round} hield de eigen kant van {party} “{move}” "
    "tegen, en het vertrouwen van {other} in {party} bleef op {after}.",
    # thesis 2
    "evidence.masked-trust": "Wat {party} goed deed, leverde {gained:# punt|# punten} vertrouwen "
    "van {other} op; nog eens {masked:# punt kwam|# punten kwamen} op rekening van het contract.",
    "evidence.kept-under-contract": "In {kept} van de {rounds} rondes die begonnen met veel op "
    "papier en weinig vertrouwen, speelde niemand voor zichzelf en kwam elke zet helemaal: orde "
    "zonder veel vertrouwen.",
    "evidence.kept-under-contract.all": "Er {rounds:was één ronde die begon|waren twee rondes die "
    "begonnen|waren # rondes die begonnen} met veel op papier en weinig vertrouwen, en "
    "{rounds:daarin|in allebei|in al die rondes} speelde niemand voor zichzelf en kwam elke zet "
    "helemaal: orde zonder veel vertrouwen.",
    "evidence.relied-without-trusting": "Aan het eind stond het vertrouwen van {other} in {party} "
    "op {trust}, en de verwachting dat {party} als organisatie doet wat is afgesproken op "
    "{reliability}.",
    "evidence.contract-protected": "Wat op papier stond, deed ook iets: bij “{move}” van {party} "
    "in ronde {round} liep {other} {less}% minder risico dan zonder papier.",
    "evidence.paper-and-trust-grew": "Van ronde {first} tot en met ronde {last} groeide het papier "
    "van {formal_start} naar {formal_end}, en het vertrouwen aan tafel van {trust_start} naar "
    "{trust_end}.",
    "evidence.paper-and-trust-grew.one": "In ronde {first} groeide het papier van {formal_start} "
    "naar {formal_end}, en het vertrouwen aan tafel van {trust_start} naar {trust_end}.",
    "evidence.cooperated-without-paper": "In {kept} van de {rounds} rondes die begonnen met weinig "
    "op papier, speelde niemand voor zichzelf en kwam elke zet helemaal.",
    "evidence.cooperated-without-paper.all": "Er {rounds:was één ronde die begon|waren twee rondes "
    "die begonnen|waren # rondes die begonnen} met weinig op papier, en {rounds:daarin|in "
    "allebei|in al die rondes} speelde niemand voor zichzelf en kwam elke zet helemaal.",
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
    "evidence.value-with-trust": "In {high_rounds}, met vooraf het meeste vertrouwen, veranderde "
    "de waarde van een partij per ronde gemiddeld met {high}; in {low_rounds}, met vooraf het "
    "minste, met {low}.",
    "evidence.no-value-with-trust": "In {high_rounds}, met vooraf het meeste vertrouwen, "
    "veranderde de waarde van een partij per ronde gemiddeld met {high}; in {low_rounds}, met "
    "vooraf het minste, met {low}.",
    "evidence.naivety-exploited": "Het vertrouwen van {other} in {party} stond vóór ronde {round} "
    "op {trust}, en in die ronde verborg {party} iets: “{move}”.",
    "evidence.opportunism-despite-trust": "Het vertrouwen van {party} in {other} stond vóór "
    "ronde {round} op {trust}, en toch speelde {party} in die ronde voor zichzelf: “{move}”.",
    # thesis 4
    "evidence.players-changed": "Na ronde {round} werd dit afgesproken: {change}.",
    "evidence.other-moves-open": "Door wat er werd afgesproken ({change}) {gained:kwam er één "
    "zet|kwamen er # zetten} bij en {lost:verviel er één|vervielen er #}.",
    "evidence.other-moves-open.none-gained": "Door wat er werd afgesproken ({change}) "
    "{lost:verviel er één zet|vervielen er # zetten}.",
    "evidence.other-moves-open.none-lost": "Door wat er werd afgesproken ({change}) {gained:kwam "
    "er één zet|kwamen er # zetten} bij.",
    "evidence.walked-out-for-less": "In ronde {round} stapte {party} op. Eerder was dit "
    "afgesproken: {change}. Dat maakte opstappen {difference:# punt|# punten} goedkoper.",
    "evidence.walked-out-for-more": "In ronde {round} stapte {party} op. Eerder was dit "
    "afgesproken: {change}. Dat maakte opstappen {difference:# punt|# punten} duurder.",
    "evidence.change-refused": "Na ronde {round} stelde {party} voor: {change}. Het antwoord was "
    "nee.",
    "evidence.change-undone": "Dit werd afgesproken en later teruggedraaid: {change}.",
    "evidence.change-without-effect": "Na ronde {round} werd dit afgesproken: {change}. Aan de "
    "zetten en de omstandigheden veranderde er niets.",
    # thesis 5
    "evidence.moment-raised-trust": "Tijdens {phase} ging het vertrouwen aan tafel van {before} "
    "naar {after}.",
    "evidence.moment-raised-one": "Tijdens {phase} ging het vertrouwen van {other} in {party} van "
    "{before} naar {after}.",
    "evidence.difference-named": "{party} noemde een verschil in {phase}, en het vertrouwen aan "
    "tafel daalde niet.",
    "evidence.difference-named.all": "Elke kant noemde een verschil in {phase}, en het vertrouwen "
    "aan tafel daalde niet.",
    "evidence.moment-hurt": "Tijdens {phase} zakte het vertrouwen aan tafel van {before} naar "
    "{after}.",
    "evidence.moment-late": "Het eerste reflectiemoment kwam pas na ronde {round} van de {rounds}.",
    "evidence.difference-avoided": "In {phase} {jokes:begon één kant|begonnen twee kanten|begonnen "
    "# kanten} met een grap, en niemands vertrouwen steeg.",
    "evidence.difference-avoided.all": "In {phase} {jokes:begon iedereen|begonnen beide "
    "kanten|begonnen alle # kanten} met een grap, en niemands vertrouwen steeg.",
    "evidence.trust-grew-without": "Over de rondes samen veranderde het vertrouwen aan tafel met "
    "{table}, over {moments:het ene reflectiemoment|de # reflectiemomenten samen} met {between}.",
    "evidence.trust-grew-without.none": "Over de rondes zelf veranderde het vertrouwen aan tafel "
    "met {table}, zonder een reflectiemoment.",
    "evidence.nothing-in-this-play": "In dit spel niets: {because}.",
    "moment.named": "“{name}” (na ronde {n})",
    "moment.called": "het reflectiemoment tussendoor (na ronde {n})",
    "rounds.named": "{n:ronde|de rondes} {rounds}",
    "phase.called": "reflectiemoment, tussendoor",
    "because.no-slip-or-veto": "geen zet kwam maar half, en geen eigen kant hield iets tegen",
    "because.slips-did-no-harm": "in de rondes zelf kwam geen grote daling van het vertrouwen "
    "vooral van een zet die half kwam of werd tegengehouden",
    "because.slips-did-harm-only": "in de ronde met de grootste daling van het vertrouwen kwam een "
    "zet van die kant half, of werd die tegengehouden",
    "because.trust-never-fell": "geen ronde op zich kostte veel vertrouwen",
    "because.no-trust-masked": "nergens bleek dat papier de plaats van vertrouwen innam",
    "because.paper-without-protection": "nergens bleek dat het papier iemand beschermde",
    "because.too-few-rounds": "te weinig rondes om te vergelijken",
    "because.trust-hardly-moved": "het vertrouwen verschilde nauwelijks van ronde tot ronde",
    "because.trust-did-no-better": "in de rondes met meer vertrouwen ging het niet duidelijk beter",
    "because.no-trust-abused": "niemand koos voor zichzelf tegenover een partij die hij zelf veel "
    "vertrouwde, en niemand verborg iets voor een partij van wie hij veel vertrouwen kreeg",
    "because.never-much-trust": "geen ronde begon met veel vertrouwen van iemand in een ander",
    "because.nothing-changed": "er is geen verandering afgesproken",
    "because.nothing-refused": "geen voorstel werd voorgoed geweigerd, en niets wat was "
    "afgesproken werd teruggedraaid",
    "because.no-moment": "er was geen reflectiemoment",
    "because.moments-brought-nothing": "bij geen reflectiemoment steeg iemands vertrouwen veel",
    "because.moments-did-no-harm": "het vertrouwen aan tafel zakte bij geen reflectiemoment veel",
    "because.moments-never-sank": "het vertrouwen aan tafel zakte bij geen reflectiemoment",
    "because.only-what-came-out": "waar het vertrouwen aan tafel in een reflectiemoment ver zakte, "
    "was daar iets uitgekomen",
    "because.only-what-was-brought-up": "waar het vertrouwen aan tafel na een reflectiemoment ver "
    "gezakt was, was daarna iets ter sprake gekomen",
    "because.only-what-came-of-it": "waar het vertrouwen aan tafel bij een reflectiemoment ver "
    "zakte, was er iets uitgekomen of daarna ter sprake gekomen",
    # questions
    "evidence.ask-turning-point": "Zag je dat keerpunt toen al, en waaraan?",
    "evidence.ask-what-if": "In ronde {round} koos {party} “{move}”, en met “{other_move}” was het "
    "vaker goed afgelopen. Wat stond dat in de weg?",
    "evidence.ask-refused": "Na ronde {round} stelde {party} voor: {change}. Het antwoord was "
    "nee. Wat had een ja gekost?",
    "evidence.ask-changed": "Na ronde {round} werd dit afgesproken: {change}. Wat was er daarna "
    "anders aan tafel, als er iets anders was?",
    "evidence.ask-cheaper-exit": "Eerder werd dit afgesproken: {change}. In ronde {round} stapte "
    "{party} op. Was dat zonder die afspraak ook gebeurd?",
    "evidence.ask-hidden-guile": "{other} kwam er tijdens het spel niet achter dat {party} in "
    "ronde {round} “{move}” speelde. Voelde iemand iets, en wat deed die daarmee?",
    "evidence.ask-false-suspicion": "In ronde {round} vertrouwde {other} het niet bij {party}, en "
    "er was geen verborgen zet. Waar kwam dat vandaan?",
    "evidence.ask-prediction": "{party} had {right} van de {count} voorspellingen goed. Wat zag "
    "{party} niet in de ander?",
    "evidence.ask-house": "Bij {party} maakte de eigen kant {times:één|twee|~} keer een zet niet "
    "helemaal waar. Wie zat er niet aan tafel, en besliste toch?",
    "evidence.ask-trust-lost": "Het vertrouwen van {party} in {other} ging van {trust_start} naar "
    "{trust_end}. Wat had {party} van {other} nodig gehad?",
    "evidence.ask-moment": "Wat kon er in {phase} gezegd worden, en wat net niet?",
    "evidence.ask-no-moment": "Er is niet één keer over het spel zelf gepraat. Wanneer had dat "
    "gekund?",
    # feelings
    "evidence.felt-let-down": "In geen ronde of reflectiemoment zakte het vertrouwen van {party} "
    "in {other} verder dan in {when}: van {before} naar {after}.",
    "evidence.felt-carried": "In geen ronde of reflectiemoment steeg het vertrouwen van {party} in "
    "{other} meer dan in {when}: van {before} naar {after}.",
}
