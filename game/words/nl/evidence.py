"""One sentence for each code that a finding can carry. Dutch.

{party} and {other} are names; changes have a sign; shares run from 0 to 100.
"""

from game.words import Catalogue

WORDS: Catalogue = {
    # thesis 1
    "evidence.slip-cost-trust": "Aan de eigen kant van {party} was het niet op orde (interne "
    "balans {internal_balance}), en “{move}” kwam maar half aan. In die ronde bewoog het "
    "vertrouwen van {other} {trust_change}.",
    "evidence.veto-cost-trust": "De eigen kant van {party} (interne balans {internal_balance}) "
    "hield “{move}” tegen. In die ronde bewoog het vertrouwen van {other} {trust_change}.",
    "evidence.divided-house-slips-more": "{party} was verdeelder dan {other} (interne balans "
    "{balance} tegen {other_balance}), en haperde ook vaker: {times} tegen {other_times} keer.",
    "evidence.harm-from-elsewhere": "De ergste val van vertrouwen in {party} kwam niet van een "
    "verdeelde eigen kant maar van {reason}: {trust_change} bij {other}.",
    "evidence.divided-but-held": "{party} was aan de eigen kant verdeeld (interne balans "
    "{internal_balance}) en toch hield het: het vertrouwen in {party} ging van {trust_start} naar "
    "{trust_end}.",
    "evidence.slip-without-harm": "“{move}” van {party} haperde, en het vertrouwen van {other} "
    "leed er niet onder ({trust_change}).",
    # thesis 2
    "evidence.masked-trust": "Het meeste goede dat {party} deed, schreef {other} toe aan het "
    "contract: {masked:# punt|# punten} vertrouwen {masked:werd|werden} niet verdiend, {gained} "
    "wel.",
    "evidence.kept-under-contract": "In {rounds:# ronde|# rondes} stond er veel op papier "
    "({formal_overlap}) en was er weinig vertrouwen ({trust}). Ze hielden woord. Om elkaar, of om "
    "het papier?",
    "evidence.relied-without-trusting": "Aan het eind rekent {other} meer op {party} "
    "({reliability}) dan het {party} vertrouwt ({trust}).",
    "evidence.paper-while-trust-fell": "Het papier groeide van {formal_start} naar {formal_end}, "
    "en het vertrouwen zakte intussen van {trust_start} naar {trust_end}.",
    "evidence.contract-protected": "Het contract deed ook iets: bij “{move}” van {party} liep "
    "{other} een risico van {real_risk}; zonder papier was dat {risk_without}.",
    "evidence.paper-and-trust-grew": "Papier en vertrouwen groeiden samen: van {formal_start} "
    "naar {formal_end}, en van {trust_start} naar {trust_end}.",
    "evidence.cooperated-without-paper": "In {rounds:# ronde|# rondes} stond er weinig op papier "
    "en hielden ze toch woord. Daar viel niets te maskeren.",
    # thesis 3
    "evidence.cooperation-with-trust": "In de rondes met meer vertrouwen bouwden meer zetten aan "
    "vertrouwen: {high}%, tegen {low}% in die met minder.",
    "evidence.no-cooperation-with-trust": "In de rondes met meer vertrouwen bouwden minder zetten "
    "aan vertrouwen: {high}%, tegen {low}% in die met minder.",
    "evidence.opportunism-falls-with-trust": "In de rondes met meer vertrouwen waren minder "
    "zetten voor eigen gewin: {high}%, tegen {low}% in die met minder.",
    "evidence.opportunism-grows-with-trust": "In de rondes met meer vertrouwen waren meer zetten "
    "voor eigen gewin: {high}%, tegen {low}% in die met minder.",
    "evidence.value-with-trust": "De rondes met meer vertrouwen leverden ieder meer op: {high}, "
    "tegen {low}.",
    "evidence.no-value-with-trust": "De rondes met meer vertrouwen leverden ieder minder op: "
    "{high}, tegen {low}.",
    "evidence.naivety-exploited": "{other} vertrouwde {party} ({trust}), en in die ronde haalde "
    "{party} er met “{move}” {gain} meer uit.",
    "evidence.opportunism-despite-trust": "{party} vertrouwde {other} ({trust}) en speelde toch "
    "voor zichzelf: “{move}”.",
    # thesis 4
    "evidence.players-changed": "{party} stelde voor: {change}. De anderen zeiden ja.",
    "evidence.other-moves-open": "Door de verandering aan “{thing}” lagen er andere zetten open: "
    "{gained} erbij, {lost} eraf.",
    "evidence.new-act-after-change": "Na de verandering aan “{thing}” deden ze samen iets dat nog "
    "niet was voorgekomen.",
    "evidence.reproduced-unspoken": "In {repeats} van de {rounds:# ronde|# rondes} die op een "
    "andere volgden zonder reflectiemoment ertussen, deden ze opnieuw hetzelfde.",
    "evidence.change-refused": "{party} stelde voor: {change}. Het antwoord was nee.",
    "evidence.change-undone": "De verandering aan “{thing}” werd later teruggedraaid.",
    "evidence.change-without-effect": "{party} veranderde “{thing}”, en aan de zetten en de "
    "omstandigheden veranderde er niets.",
    # thesis 5
    "evidence.moment-raised-trust": "Tijdens “{phase}” ging het vertrouwen van {before} naar "
    "{after}.",
    "evidence.difference-named": "{party} noemde een verschil in “{phase}”, en het vertrouwen "
    "daalde niet.",
    "evidence.moment-hurt": "Tijdens “{phase}” zakte het vertrouwen van {before} naar {after}.",
    "evidence.moment-late": "Het eerste reflectiemoment kwam pas na {rounds:# ronde|# rondes}.",
    "evidence.talk-hurt": "{party} stelde zich als enige open (veiligheid {safety}). Daardoor "
    "bewoog het vertrouwen van {other} {trust_change}.",
    "evidence.difference-avoided": "In “{phase}” noemde niemand een verschil; {jokes:één|#} keer "
    "werd het weggelachen.",
    "evidence.difference-avoided.none": "In “{phase}” noemde niemand een verschil.",
    "evidence.trust-grew-without": "Aan tafel bewoog het vertrouwen {table}, in reflectiemomenten "
    "{moments}.",
    "evidence.nothing-in-this-play": "In dit spel niets: {because}.",
    "because.no-slip-or-veto": "geen belofte haperde, en geen eigen kant hield iets tegen",
    "because.slips-did-no-harm": "wat er haperde, kostte geen vertrouwen",
    "because.slips-did-harm-only": "alle schade kwam van beloften die haperden",
    "because.trust-never-fell": "het vertrouwen zakte nergens",
    "because.no-trust-masked": "niets werd op het conto van het contract geschreven",
    "because.paper-without-protection": "het papier beschermde niemand, en vertrouwen groeide er "
    "niet mee",
    "because.too-few-rounds": "te weinig rondes om te vergelijken",
    "because.trust-hardly-moved": "het vertrouwen verschilde nauwelijks van ronde tot ronde",
    "because.no-difference-seen": "rondes met meer en met minder vertrouwen verschilden daarin "
    "niet",
    "because.no-trust-abused": "niemand speelde voor zichzelf waar vertrouwen was",
    "because.nothing-changed": "er is niets veranderd, en jullie deden zelden opnieuw hetzelfde",
    "because.nothing-refused": "niets wat werd voorgesteld werd geweigerd, teruggedraaid of bleef "
    "zonder gevolg",
    "because.no-moment": "er was geen reflectiemoment",
    "because.moments-brought-nothing": "geen moment bracht veel meer vertrouwen",
    "because.moments-did-no-harm": "geen moment deed pijn, kwam laat of lachte de verschillen weg",
    "reason-name.experience": "wat er aan tafel gebeurde",
    "reason-name.discovery": "wat er aan het licht kwam",
    "reason-name.suspicion": "een vermoeden",
    "reason-name.repair": "een mislukte poging om het goed te maken",
    "reason-name.talk": "een gesprek over vertrouwen",
    "reason-name.event": "wat er van buiten kwam",
    "reason-name.own": "wat hun eigen zet losmaakte",
    "reason-name.newcomer": "iemands vertrek",
    "reason-name.reflection": "wat er in een reflectiemoment gezegd werd",
    "reason-name.friction": "verschillen die schuurden",
    "reason-name.reply": "wat er in een confrontatie gezegd werd",
    "reason-name.response": "hoe een confrontatie afliep",
    "reason-name.other": "een optelsom van kleine dingen",
    # questions
    "evidence.ask-turning-point": "In ronde {round} bewoog het vertrouwen het meest. Zag je "
    "dat toen al, en waaraan?",
    "evidence.ask-what-if": "In ronde {round} koos {party} “{move}”. Wat hield “{other_move}” "
    "tegen?",
    "evidence.ask-refused": "In ronde {round} stelde {party} voor: {change}. Het antwoord was "
    "nee. Wat had een ja gekost?",
    "evidence.ask-changed": "In ronde {round} werd dit afgesproken: {change}. Waaraan merkte je "
    "dat het anders was?",
    "evidence.ask-hidden-guile": "“{move}” van {party} in ronde {round} is niet voor iedereen "
    "uitgekomen. Wie voelde iets, en wat deed je daarmee?",
    "evidence.ask-false-suspicion": "In ronde {round} vertrouwde {other} het niet bij {party}, en "
    "er was niets. Waar kwam dat vandaan?",
    "evidence.ask-prediction": "{party} voorspelde {right} van de {count} keer goed. Wat zag "
    "{party} niet in de ander?",
    "evidence.ask-house": "Aan de eigen kant van {party} haperde het {times:één|#} keer. Wie zat "
    "er niet aan tafel, en besliste toch?",
    "evidence.ask-trust-lost": "Het vertrouwen van {party} in {other} ging van {trust_start} naar "
    "{trust_end}. Wat had {party} van {other} nodig gehad?",
    "evidence.ask-quadrant": "In {rounds:# ronde|# rondes} deed niemand iets met wat op die plek "
    "van de kaart wijs was. Hadden jullie het kunnen horen?",
    "evidence.ask-moment": "Wat kon er in “{phase}” gezegd worden, en wat net niet?",
    "evidence.ask-no-moment": "Er is niet één keer over het spel zelf gepraat. Wanneer had dat "
    "gekund?",
    "evidence.ask-own-alliance": "Dit spel spreekt het meest voor stelling {thesis}. Waar zit die "
    "in een samenwerking van jou?",
    # feelings
    "evidence.felt-let-down": "{party}, ronde {round}: toen zakte het vertrouwen in {other} het "
    "hardst ({trust_change}).",
    "evidence.felt-carried": "{party}, ronde {round}: toen groeide het vertrouwen in {other} het "
    "meest ({trust_change}).",
    "evidence.felt-safest": "{party}: het veiligst was het {when} ({safety}).",
    "evidence.felt-least-safe": "{party}: het minst veilig was het {when} ({safety}).",
    "when.start": "aan het begin",
    "when.round": "in ronde {n}",
}
