"""One sentence for each code that a finding can carry. Dutch.

{party} and {other} are names; changes have a sign; shares run from 0 to 100.
"""

from game.words import Catalogue

WORDS: Catalogue = {
    # what bent the path
    "evidence.turn-opportunism": "{party} nam openlijk voor zichzelf: “{move}”. Het vertrouwen "
    "van {other}: {trust_change}.",
    "evidence.turn-discovery": "Er kwam uit wat {party} verborg: “{move}”. Vertrouwen "
    "{trust_change}.",
    "evidence.turn-goodwill": "{party} gaf iets dat aankwam bij {other}: “{move}”. Het "
    "vertrouwen van {other}: {trust_change}.",
    "evidence.turn-let-down": "{other} had van {party} meer verwacht dan “{move}”. Het "
    "vertrouwen van {other}: {trust_change}.",
    "evidence.turn-slip": "Een belofte van {party} kwam niet heel aan: “{move}”. Het vertrouwen "
    "van {other}: {trust_change}.",
    "evidence.turn-veto": "Het eigen huis van {party} hield “{move}” tegen. Het vertrouwen van "
    "{other}: {trust_change}.",
    "evidence.turn-suspicion": "{other} kreeg een vermoeden over {party}, zonder bewijs. Het "
    "vertrouwen van {other}: {trust_change}.",
    "evidence.turn-repair": "{party} probeerde het bij {other} goed te maken: “{move}”. Het "
    "vertrouwen van {other}: {trust_change}.",
    "evidence.turn-talk": "{party} begon alleen over vertrouwen. Het vertrouwen van {other}: "
    "{trust_change}.",
    "evidence.turn-event": "Van buiten kwam: {event}. Gemiddeld vertrouwen {trust_change}.",
    "evidence.turn-reflection-helped": "Het reflectiemoment “{phase}” hielp. Gemiddeld vertrouwen "
    "{trust_change}.",
    "evidence.turn-reflection-hurt": "Het reflectiemoment “{phase}” deed zeer. Gemiddeld "
    "vertrouwen {trust_change}.",
    "evidence.turn-changed-game": "Op voorstel van {party} veranderde het spel zelf: “{thing}”. "
    "Gemiddeld vertrouwen {trust_change}.",
    "evidence.turn-left": "{party} stond op en ging. Gemiddeld vertrouwen {trust_change}.",
    "evidence.turn-parted": "Ze gaven elkaar een hand en gingen uit elkaar. Gemiddeld vertrouwen "
    "{trust_change}.",
    "evidence.turn-drift": "Er gebeurde niets bijzonders; alles samen verschoof een beetje. "
    "Gemiddeld vertrouwen {trust_change}.",
    # thesis 1
    "evidence.slip-cost-trust": "Bij {party} was het thuis niet op orde (interne balans "
    "{internal_balance}), de belofte “{move}” haperde, en {other} rekende dat aan: vertrouwen "
    "{trust_change}.",
    "evidence.veto-cost-trust": "Het eigen huis van {party} (interne balans {internal_balance}) "
    "hield “{move}” tegen, en {other} zag alleen dat er niets kwam: vertrouwen {trust_change}.",
    "evidence.divided-house-slips-more": "{party} was thuis verdeelder dan {other} (interne "
    "balans {balance} tegen {other_balance}), en daar haperde het ook vaker: {times} keer tegen "
    "{other_times}.",
    "evidence.harm-from-elsewhere": "De hardste val van het vertrouwen in {party} kwam niet van "
    "een verdeeld huis, maar van {reason}: {trust_change} bij {other}.",
    "evidence.divided-but-held": "{party} was thuis verdeeld (interne balans {internal_balance}) "
    "en toch hield het: het vertrouwen in {party} ging van {trust_start} naar {trust_end}.",
    "evidence.slip-without-harm": "“{move}” van {party} haperde, en het vertrouwen van {other} "
    "leed er niet onder ({trust_change}).",
    # thesis 2
    "evidence.masked-trust": "Wat {party} goed deed, schreef {other} voor een deel toe aan het "
    "contract: {masked:# punt vertrouwen kwam|# punten vertrouwen kwamen} er niet bij, {gained} "
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
    "evidence.cooperation-with-trust": "Er werd meer samengewerkt als er vertrouwen was: {high}% "
    "van de zetten, tegen {low}% als het er minder was.",
    "evidence.no-cooperation-with-trust": "Er werd niet meer samengewerkt als er meer vertrouwen "
    "was: {high}% van de zetten, tegen {low}%.",
    "evidence.opportunism-falls-with-trust": "Met meer vertrouwen werd er minder voor zichzelf "
    "gespeeld: {high}% van de zetten, tegen {low}%.",
    "evidence.opportunism-grows-with-trust": "Juist met meer vertrouwen werd er vaker voor "
    "zichzelf gespeeld: {high}% van de zetten, tegen {low}%.",
    "evidence.cheaper-with-trust": "Samenwerken was goedkoper met vertrouwen: {high:# punt|# "
    "punten} aan overleg, controle en papier, tegen {low}.",
    "evidence.risk-seen-as-it-is": "Met vertrouwen werd het risico minder overdreven: {high:# "
    "punt|# punten} te hoog, tegen {low}.",
    "evidence.value-with-trust": "Een ronde met meer vertrouwen leverde meer op: {high}, tegen "
    "{low}.",
    "evidence.no-value-with-trust": "Een ronde met meer vertrouwen leverde niet meer op: {high}, "
    "tegen {low}.",
    "evidence.naivety-exploited": "{other} vertrouwde {party} ({trust}), en {party} verdiende "
    "daaraan met “{move}”: {gain} meer dan de ander.",
    "evidence.opportunism-despite-trust": "{party} vertrouwde {other} ({trust}) en speelde toch "
    "voor zichzelf: “{move}”.",
    # thesis 4
    "evidence.players-changed": "{party} legde “{thing}” op tafel en de anderen zeiden ja "
    "({action}).",
    "evidence.other-moves-open": "Door de verandering aan “{thing}” lagen er andere zetten open: "
    "{gained} erbij, {lost} eraf.",
    "evidence.new-act-after-change": "Na de verandering aan “{thing}” deden ze samen iets dat nog "
    "niet was voorgekomen.",
    "evidence.reproduced-unspoken": "Zonder het erover te hebben deden ze in {repeats} van de "
    "{rounds:# ronde|# rondes} hetzelfde als de keer ervoor.",
    "evidence.broke-pattern-unspoken": "Ook zonder het erover te hebben deden ze in {others} van "
    "de {rounds:# ronde|# rondes} iets anders dan de keer ervoor.",
    "evidence.never-touched": "Van {negotiable:het # ding dat kon|de # dingen die konden} "
    "veranderen, noemde niemand er {things}. “{thing}” bijvoorbeeld.",
    "evidence.change-refused": "{party} wilde iets aan “{thing}” veranderen en kreeg nee "
    "({action}).",
    "evidence.change-undone": "De verandering aan “{thing}” werd later teruggedraaid.",
    "evidence.change-without-effect": "{party} veranderde “{thing}”, en aan de zetten en de "
    "omstandigheden veranderde er niets.",
    # thesis 5
    "evidence.moment-raised-trust": "Tijdens “{phase}” ging het vertrouwen van {before} naar "
    "{after}.",
    "evidence.moment-raised-understanding": "Tijdens “{phase}” ging het begrip van {before} naar "
    "{after}.",
    "evidence.difference-named": "{party} noemde in “{phase}” een verschil; het vertrouwen ging "
    "van {before} naar {after}.",
    "evidence.diversity-kept": "De verschillen bleven wat ze waren (diversiteit {diversity}). Zo "
    "werkt het model: reflectie poetst ze niet weg.",
    "evidence.moment-hurt": "Tijdens “{phase}” zakte het vertrouwen van {before} naar {after}.",
    "evidence.moment-late": "Het eerste reflectiemoment kwam pas na {rounds:# ronde|# rondes}.",
    "evidence.talk-hurt": "{party} begon erover toen het nog niet veilig was (veiligheid "
    "{safety}); bij {other} kostte dat vertrouwen: {trust_change}.",
    "evidence.difference-avoided": "In “{phase}” noemde niemand een verschil; {jokes:één|#} keer "
    "werd het weggelachen.",
    "evidence.difference-avoided.none": "In “{phase}” noemde niemand een verschil.",
    "evidence.trust-grew-without": "Aan tafel bewoog het vertrouwen {table}, in reflectiemomenten "
    "{moments}.",
    "evidence.nothing-in-this-play": "In dit spel niets: {because}.",
    "because.no-slip-or-veto": "er haperde geen belofte en geen huis hield iets tegen",
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
    "because.nothing-changed": "er is niets veranderd en niets herhaald",
    "because.everything-questioned": "alles wat kon veranderen is genoemd, en niets werd geweigerd",
    "because.no-moment": "er was geen reflectiemoment",
    "because.moments-brought-nothing": "geen enkel moment bracht meer vertrouwen of begrip",
    "because.moments-did-no-harm": "geen moment deed zeer, kwam laat of liep om de verschillen "
    "heen",
    "reason-name.experience": "wat er aan tafel gebeurde",
    "reason-name.discovery": "wat er aan het licht kwam",
    "reason-name.suspicion": "een vermoeden",
    "reason-name.repair": "een mislukte poging om het goed te maken",
    "reason-name.talk": "een gesprek over vertrouwen",
    "reason-name.event": "wat er van buiten kwam",
    "reason-name.other": "een optelsom van kleine dingen",
    "action.adopt": "invoeren",
    "action.drop": "schrappen",
    "action.amount": "een ander getal",
    "action.hold": "aan een ander geven",
    "action.move": "verhuizen",
    "action.part": "uit elkaar gaan",
    # questions
    "evidence.ask-turning-point": "Ronde {round} boog het spel. Zag je dat toen al, en waaraan?",
    "evidence.ask-what-if": "In ronde {round} koos {party} “{move}”. Wat hield “{other_move}” "
    "tegen?",
    "evidence.ask-never-questioned": "“{thing}” heeft niemand genoemd. Waarom niet? En wie had er "
    "iets aan?",
    "evidence.ask-refused": "{party} wilde in ronde {round} iets aan “{thing}” veranderen en "
    "kreeg nee. Wat had een ja gekost?",
    "evidence.ask-changed": "Sinds ronde {round} was “{thing}” anders. Waaraan merkte je dat?",
    "evidence.ask-hidden-guile": "“{move}” van {party} in ronde {round} is nooit helemaal "
    "uitgekomen. Wie voelde iets, en wat deed je daarmee?",
    "evidence.ask-false-suspicion": "In ronde {round} vertrouwde {other} het niet bij {party}, en "
    "er was niets. Waar kwam dat vandaan?",
    "evidence.ask-prediction": "{party} voorspelde {right} van de {count} keer goed. Wat zag "
    "{party} niet in de ander?",
    "evidence.ask-house": "Bij {party} haperde het thuis {times} keer. Wie zat daar niet aan "
    "tafel, en besliste wel mee?",
    "evidence.ask-trust-lost": "Het vertrouwen van {party} in {other} ging van {trust_start} naar "
    "{trust_end}. Wat had {party} van {other} nodig gehad?",
    "evidence.ask-quadrant": "{rounds} keer zei de plek op de kaart iets, en niemand deed er wat "
    "mee. Hadden jullie het kunnen horen?",
    "evidence.ask-moment": "Wat kon er in “{phase}” gezegd worden, en wat net niet?",
    "evidence.ask-no-moment": "Er is niet één keer over het spel zelf gepraat. Wanneer had dat "
    "gekund?",
    "evidence.ask-own-alliance": "Stelling {thesis} klonk hier het duidelijkst. Waar zit die in "
    "een samenwerking van jou?",
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
