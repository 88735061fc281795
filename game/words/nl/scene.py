"""Een confrontatie: wat er uitkwam, wat erop gezegd wordt, en wat daarvan komt."""

WORDS = {
    "scene.head.discovery": "Er is iets uitgekomen",
    "scene.cause.discovery": "wat er was uitgekomen",
    "scene.head.promise": "Een belofte die niet is nagekomen",
    "scene.cause.promise": "een belofte die niet was nagekomen",
    "scene.head.refusal": "Een nee dat om uitleg vraagt",
    "scene.cause.refusal": "een weigering",
    "scene.head.leak": "Er is iets naar buiten gekomen",
    "scene.cause.leak": "wat er buiten bekend was geworden",
    "scene.head.departure": "Er is iemand weggevallen",
    "scene.cause.departure": "iemand die was weggevallen",
    "scene.stops": "{by} legt het gesprek stil. Het gaat over {of}.",
    "scene.stops.event": "{by} legt het gesprek stil. Het gaat over {of} en “{event}”.",
    "scene.stops.of": "{by} legt het gesprek stil. Het gaat over jullie.",
    "scene.stops.of.event": "{by} legt het gesprek stil. Het gaat over jullie en “{event}”.",
    "scene.found.plain": "{of} heeft iets gedaan wat niemand mocht weten.",
    "scene.promised": "{of} had iets aangekondigd, en het kwam niet of maar half.",
    "scene.promised.half": "{of} had iets aangekondigd, en daar kwam maar de helft van.",
    "scene.promised.nothing": "{of} had iets aangekondigd, en er kwam niets van.",
    "scene.promised.said": "{who} zei daarbij: ‘{line}’",
    "scene.promised.seen": "Dit was er toen te zien: ‘{face}’",
    "scene.refused": "Het gaat om het voorstel van {by}: {change}.",
    "scene.befell": "Het gaat om dit: “{event}”.",
    "scene.opens.discovery.0": "Ik wil hier even stoppen. Er is iets gebeurd buiten ons om, en wij "
    "weten wat.",
    "scene.opens.discovery.1": "Voor we verdergaan: dit had ik graag van jullie gehoord. Waarom is "
    "dat niet gebeurd?",
    "scene.opens.discovery.2": "Ik weet nu iets wat jullie me hadden moeten vertellen. Willen "
    "jullie beginnen?",
    "scene.opens.promise.0": "Wij hadden hierop gerekend. Wat is er misgegaan?",
    "scene.opens.promise.1": "Dit is niet wat jullie hadden aangekondigd. Hoe kan dat?",
    "scene.opens.promise.2": "Jullie zeiden dat het zou gebeuren. Ik wil graag weten waar het is "
    "blijven steken.",
    "scene.opens.refusal.0": "Wij deden een voorstel en jullie zeiden nee. Ik wil graag weten "
    "waarom.",
    "scene.opens.refusal.1": "Jullie nee verraste ons. Wat zit erachter?",
    "scene.opens.refusal.2": "Ik hoor liever een reden dan alleen een nee.",
    "scene.opens.leak.0": "Dit ligt nu op straat. Ik moet het vragen: kwam het van jullie kant?",
    "scene.opens.leak.1": "Wij hadden dit liever van jullie gehoord. Hoe komt het naar buiten?",
    "scene.opens.leak.2": "Ik vraag het niet graag, maar het moet. Wie wist hiervan bij jullie?",
    "scene.opens.departure.0": "Iemand die wij hadden leren kennen is bij jullie weg. Wat wordt er "
    "van onze afspraken?",
    "scene.opens.departure.1": "Er is bij jullie iemand vertrokken. Wie komt nu de afspraken na?",
    "scene.opens.departure.2": "Er is bij jullie veel kennis de deur uit gegaan. Wie heeft die "
    "nog?",
    "scene.says.discovery.own-up.0": "Het klopt. Ik had het jullie moeten vertellen, en dat heb ik "
    "niet gedaan.",
    "scene.says.discovery.own-up.1": "Ja, dat waren wij. Ik heb er geen excuus voor.",
    "scene.says.discovery.explain.0": "Het klopt. Laat me vertellen hoe het zo gekomen is, en "
    "oordeel dan.",
    "scene.says.discovery.explain.1": "Wij waren bang dat we met lege handen zouden staan. Zo is "
    "het begonnen.",
    "scene.says.discovery.deny.0": "Zo is het niet gegaan. Iemand moet het verkeerd hebben "
    "begrepen.",
    "scene.says.discovery.deny.1": "Hier herken ik niets van.",
    "scene.says.discovery.blame.0": "Dat is buiten mij om gebeurd. Iemand aan mijn eigen kant vond "
    "het slim.",
    "scene.says.discovery.blame.1": "Ik hoorde het achteraf. Niet alles bij ons gaat langs mij.",
    "scene.says.promise.own-up.0": "Jullie hebben gelijk. Wij hebben het beloofd en niet "
    "waargemaakt. Het spijt me.",
    "scene.says.promise.own-up.1": "Dat was onze fout. Ik had jullie eerder moeten waarschuwen.",
    "scene.says.promise.explain.0": "Het was moeilijker dan we dachten. Ik laat zien waar het "
    "vastliep.",
    "scene.says.promise.explain.1": "Wij meenden het. Er bleek minder ruimte voor te zijn dan mij "
    "was gezegd.",
    "scene.says.promise.deny.0": "Wij hebben gedaan wat we zeiden. Jullie verwachtten meer dan we "
    "beloofd hebben.",
    "scene.says.promise.deny.1": "Ik zie dat anders. Meer dan dit hadden wij niet beloofd.",
    "scene.says.promise.blame.0": "Ik wilde wel. Mijn eigen mensen hebben het tegengehouden.",
    "scene.says.promise.blame.1": "Dat is over mijn hoofd heen besloten. Ik ben er ook niet blij "
    "mee.",
    "scene.says.refusal.own-up.0": "Wij zeiden nee omdat het ons niet uitkwam. Zo simpel is het.",
    "scene.says.refusal.own-up.1": "Ons eigen belang woog het zwaarst. Dat zeg ik liever gewoon.",
    "scene.says.refusal.explain.0": "Als wij hier nu mee instemmen, kan ik het mijn achterban niet "
    "uitleggen.",
    "scene.says.refusal.explain.1": "Niet nu en niet zo. Ik zal zeggen wat er eerst anders zou "
    "moeten.",
    "scene.says.refusal.deny.0": "Het was niet tegen jullie gericht. Jullie lezen er meer in dan "
    "er staat.",
    "scene.says.refusal.deny.1": "Wij wijzen jullie niet af. Wij zeggen nee tegen dit, en alleen "
    "hiertegen.",
    "scene.says.refusal.blame.0": "Ik had wel meegewild. Mijn eigen kant wilde er niet van horen.",
    "scene.says.refusal.blame.1": "Dat nee is niet van mij. Ik kreeg het mee van mijn achterban.",
    "scene.says.leak.own-up.0": "Het kwam van ons. Iemand heeft zijn mond voorbijgepraat, en dat "
    "reken ik mezelf aan.",
    "scene.says.leak.own-up.1": "Ja, het kwam van onze kant. Het spijt me.",
    "scene.says.leak.explain.0": "Ik heb het laten uitzoeken. Ik vertel wat we tot nu toe weten.",
    "scene.says.leak.explain.1": "Er wisten meer mensen van dan ik besefte. Zo komt zoiets naar "
    "buiten.",
    "scene.says.leak.deny.0": "Het kwam niet van ons. Voor mijn mensen steek ik mijn hand in het "
    "vuur.",
    "scene.says.leak.deny.1": "Nee. Wat zouden wij daarmee te winnen hebben?",
    "scene.says.leak.blame.0": "Iemand bij ons kon zijn mond niet houden. Ik weet wie.",
    "scene.says.leak.blame.1": "Er zijn er bij ons die dit willen laten mislukken. Daar moeten "
    "jullie zoeken.",
    "scene.says.departure.own-up.0": "Jullie hadden het eerst van mij moeten horen. Het spijt me "
    "dat dat niet zo was.",
    "scene.says.departure.own-up.1": "Dit hadden we beter moeten aanpakken. We hebben jullie in "
    "het ongewisse gelaten.",
    "scene.says.departure.explain.0": "Het was een persoonlijk besluit. Wat we hebben afgesproken "
    "blijft staan.",
    "scene.says.departure.explain.1": "Ik vertel wie het overneemt, en wat er is overgedragen.",
    "scene.says.departure.deny.0": "Er verandert niets. Jullie maken het groter dan het is.",
    "scene.says.departure.deny.1": "Ik zie het probleem niet. Wij zitten hier toch nog?",
    "scene.says.departure.blame.0": "Het was mijn idee niet. Het is buiten mij om geregeld.",
    "scene.says.departure.blame.1": "Mijn eigen kant heeft het zover laten komen. Ik had het "
    "anders gewild.",
    "scene.says.accept.0": "Goed. Dat is dan gezegd, en we kunnen verder.",
    "scene.says.accept.1": "Dat is duidelijk. Ik kom er niet op terug.",
    "scene.says.accept.deny.0": "Ik neem het aan, op jullie woord.",
    "scene.says.accept.deny.1": "Dan geloof ik jullie. Laten we verdergaan.",
    "scene.says.accept.silence.0": "Dan laat ik het rusten. Maar ik heb het wel gevraagd.",
    "scene.says.accept.silence.1": "Geen antwoord is ook een antwoord. Laten we verdergaan.",
    "scene.says.ask.0": "Met woorden kom je er deze keer niet. Ik wil er iets voor terugzien.",
    "scene.says.ask.1": "Maak het goed, dan is het wat mij betreft afgedaan.",
    "scene.says.freeze.0": "Dan hou ik mijn papieren voorlopig in mijn tas.",
    "scene.says.freeze.1": "Wij beperken ons voorlopig tot het hoognodige.",
    "scene.says.walk-out.0": "Dan zijn we hier klaar.",
    "scene.says.walk-out.1": "Ik pak mijn jas. Er valt niets meer te bespreken.",
    "scene.reply.own-up": "Het toegeven",
    "scene.reply.own-up.refusal": "Eerlijk zeggen waarom",
    "scene.reply.own-up.departure": "Het je aantrekken",
    "scene.did.own-up": "{party} geeft het toe.",
    "scene.did.own-up.refusal": "{party} zegt eerlijk waarom.",
    "scene.did.own-up.departure": "{party} trekt het zich aan.",
    "scene.short.own-up": "gaf het toe",
    "scene.short.own-up.refusal": "zei eerlijk waarom",
    "scene.short.own-up.departure": "trok het zich aan",
    "scene.reply.explain": "Uitleggen hoe het zo kwam",
    "scene.reply.explain.refusal": "Uitleggen wat erachter zit",
    "scene.did.explain": "{party} legt uit hoe het zo kwam.",
    "scene.did.explain.refusal": "{party} legt uit wat erachter zit.",
    "scene.short.explain": "legde het uit",
    "scene.short.explain.refusal": "legde uit wat erachter zat",
    "scene.reply.deny": "Het ontkennen",
    "scene.reply.deny.refusal": "Zeggen dat er niets achter zit",
    "scene.reply.deny.departure": "Zeggen dat er niets aan de hand is",
    "scene.did.deny": "{party} ontkent het.",
    "scene.did.deny.refusal": "{party} zegt dat er niets achter zit.",
    "scene.did.deny.departure": "{party} zegt dat er niets aan de hand is.",
    "scene.short.deny": "ontkende het",
    "scene.short.deny.refusal": "zei dat er niets achter zat",
    "scene.short.deny.departure": "zei dat er niets aan de hand was",
    "scene.reply.blame": "Naar iemand aan je eigen kant wijzen",
    "scene.reply.blame.refusal": "Zeggen dat iemand aan je eigen kant ertegen is",
    "scene.did.blame": "{party} wijst naar iemand aan de eigen kant.",
    "scene.did.blame.refusal": "{party} zegt dat iemand aan de eigen kant ertegen is.",
    "scene.short.blame": "wees naar iemand aan de eigen kant",
    "scene.short.blame.refusal": "zei dat iemand aan de eigen kant ertegen was",
    "scene.reply.silence": "Niets zeggen",
    "scene.did.silence": "{party} laat het onbeantwoord. Het blijft even stil.",
    "scene.did.silence.said": "{party} gaat er niet op in.",
    "scene.short.silence": "liet het onbeantwoord",
    "scene.response.accept": "Er genoegen mee nemen en verdergaan",
    "scene.does.accept": "{party} neemt er genoegen mee.",
    "scene.short.accept": "nam daar genoegen mee",
    "scene.expect.accept": "Geeft lucht, en jullie vragen er niets voor terug.",
    "scene.response.ask": "Er iets voor terugvragen",
    "scene.does.ask": "{party} vraagt er iets voor terug.",
    "scene.short.ask": "vroeg er iets voor terug",
    "scene.expect.ask": "Zij doen er iets voor terug, en dan vertrouw je ze iets meer.",
    "scene.response.freeze": "Voorlopig afstand houden",
    "scene.does.freeze": "{party} houdt voorlopig afstand.",
    "scene.short.freeze": "hield voorlopig afstand",
    "scene.expect.freeze": "Het wordt killer. Jullie houden je de volgende ronde in, en halen iets "
    "van wat op tafel lag weer weg.",
    "scene.response.walk-out": "Weglopen: de gesprekken eindigen hier",
    "scene.response.walk-out.goes-on": "Weglopen: de anderen gaan zonder jou door",
    "scene.does.walk-out": "{party} heeft genoeg gehoord.",
    "scene.short.walk-out": "liep weg",
    "scene.expect.walk-out": "Dan is het voorbij, en iedereen betaalt.",
    "scene.expect.walk-out.goes-on": "Jij betaalt voor het weggaan, en wie blijft betaalt een "
    "deel mee.",
    "scene.expect.proven.own-up": "Herstelt het meeste van wat woorden kunnen herstellen. Het "
    "maakt je kwetsbaar, en er blijft een litteken.",
    "scene.expect.proven.explain": "Haalt de scherpe kant eraf. Zij weten wat ze weten.",
    "scene.expect.proven.deny": "Zij weten wat ze weten. Een tweede leugen kost weer vertrouwen, "
    "en maakt lager wat het nog kan worden.",
    "scene.expect.proven.blame": "Herstelt nu niets, en het zet je eigen kant tegen elkaar op.",
    "scene.expect.proven.silence": "Wordt opgevat als een antwoord, en niet als een goed antwoord.",
    "scene.expect.promise.own-up": "Bij een fout herstelt dit het meest. Het maakt je wel "
    "kwetsbaar.",
    "scene.expect.promise.explain": "Helpt, al is het minder dan toegeven.",
    "scene.expect.promise.deny": "Iedereen zag wat ervan kwam. Dit helpt weinig.",
    "scene.expect.promise.blame": "Helpt weinig, en het zet je eigen kant tegen elkaar op.",
    "scene.expect.promise.silence": "Kost vertrouwen: slechter dan welk antwoord ook.",
    "scene.expect.leak.own-up": "Toegeven dat het zo bedoeld was helpt weinig, en het maakt je "
    "kwetsbaar.",
    "scene.expect.leak.explain": "Helpt, al is het minder dan een ontkenning die standhoudt.",
    "scene.expect.leak.deny": "Helpt het meest zolang het standhoudt. Komt er later iets uit, dan "
    "ben je het weer kwijt.",
    "scene.expect.leak.blame": "Helpt enigszins, en het zet je eigen kant tegen elkaar op.",
    "scene.expect.leak.silence": "Kost vertrouwen: slechter dan welk antwoord ook.",
    "scene.expect.account.own-up": "Helpt een beetje: het is eerlijk. Het maakt je wel kwetsbaar.",
    "scene.expect.account.explain": "Er valt hier weinig te herstellen. Dit herstelt het meest.",
    "scene.expect.account.deny": "Helpt weinig.",
    "scene.expect.account.blame": "Helpt weinig, en het zet je eigen kant tegen elkaar op.",
    "scene.expect.account.silence": "Kost vertrouwen: slechter dan welk antwoord ook.",
    "scene.raise": "Het ter sprake brengen",
    "scene.keep": "Het voor je houden",
    "scene.expect.raise": "Iedereen hoort het, en zij moeten er iets op zeggen.",
    "scene.expect.keep": "Niemand hoort dat je het weet. In een latere ronde kun je het nog één "
    "keer ter sprake brengen.",
    "scene.expect.keep.last": "Niemand hoort dat je het weet. Hierna kun je het niet meer ter "
    "sprake brengen.",
    "scene.ask.raise": "Dit weet je over {of}. Zij weten niet dat jij het weet.",
    "scene.ask.reply": "{by} wacht op jullie antwoord.",
    "scene.ask.response": "Dat was het antwoord van {of}. Wat doen jullie ermee?",
    "scene.paid.ask": "Wat er werd teruggevraagd: {paid} waarde, {value} in totaal",
    "scene.paid.walk-out": "Wat weglopen kost: {paid} waarde, {value} in totaal",
    "scene.moved.head": "Wat dit deed",
}
