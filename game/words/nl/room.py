"""What the workshop says: joining, the own seat, the console, the wall. Dutch."""

from game.words import Catalogue

WORDS: Catalogue = {
    # coming in
    "web.front.head": "Welke zaal?",
    "web.front.code": "De code op het scherm",
    "web.front.go": "Naar binnen",
    "web.front.wrong": "Er is hier geen zaal met die code. De code staat op het grote scherm.",
    "web.join.head": "Kom erbij",
    "web.join.name": "Hoe zullen we je noemen?",
    "web.join.name.note": "Een voornaam of een verzonnen naam; de hele zaal ziet hem.",
    "web.join.language": "Taal",
    "web.join.seat": "Deze link is voor {party}, tafel {table}.",
    "web.join.looks-on": "Met deze link kijk je mee aan tafel {table}.",
    "web.join.go": "Doe mee",
    "web.join.kept": "Je naam en wat je kiest blijven op de laptop van de trainer en nergens "
    "anders, tot de trainer ze weghaalt.",
    "web.join.no-name": "Geef eerst een naam op; een verzonnen naam mag ook.",
    "web.join.taken": "Er is al iemand die {written} heet. Ben jij dat, kom dan hieronder terug "
    "met je pincode; zo niet, zet er een letter bij.",
    "web.join.gone": "Dit toestel heeft geen plaats meer in de zaal, misschien omdat je op een "
    "ander toestel verder bent gegaan. Wil je hier verder, geef dan hieronder je naam en je "
    "pincode.",
    "web.join.locked": "De zaal is op dit moment dicht, of vol. Vraag het even aan de trainer.",
    "web.back.head": "Was je er al, op een ander toestel?",
    "web.back.name": "Je naam in deze zaal",
    "web.back.pin": "Je pincode, vier cijfers",
    "web.back.go": "Ga hier verder",
    "web.back.wrong": "Die naam en die pincode horen niet bij elkaar. De trainer kan je een nieuwe "
    "pincode geven.",
    "web.back.wait": "Te vaak verkeerd. Wacht een minuut, of vraag de trainer een nieuwe pincode.",
    # the own seat
    "web.seat.pin": "Je pincode: {pin}.",
    "web.seat.pin.note": "Met je naam en deze pincode kun je op een ander toestel verder.",
    "web.seat.you": "{name}, {party}, tafel {table}",
    "web.seat.onlooker": "{name}, kijkt mee aan tafel {table}",
    "web.seat.none": "{name}, nog zonder plaats",
    "web.seat.choose": "Waar zit je?",
    "web.seat.sit": "Hier zit ik",
    "web.seat.look-on": "meekijken",
    "web.seat.table": "Tafel {table}",
    "web.seat.not-begun": "We zijn nog niet begonnen. Lees wie je bent; dat is alleen voor jou.",
    "web.seat.will-look-on": "We zijn nog niet begonnen.",
    "web.seat.paused": "De tafel heeft pauze. Er gaat niets verloren, en de klok staat ook stil.",
    "web.seat.persona": "Een computerspeler kiest nu voor jullie partij.",
    "web.seat.waits": "Verzegeld. Nog aan het kiezen: {who}.",
    "web.seat.waits.none": "Verzegeld.",
    "web.seat.left": "Jullie zijn opgestapt. De anderen gaan door. Hier lees je wat er van buiten "
    "komt, wie er nog opstapt en hoe het afloopt.",
    "web.seat.reads": "{pen} verzegelt voor jullie allemaal. Overleg eerst.",
    "web.seat.over": "Dit was het spel. Wat er nu komt, vertelt de trainer.",
    "web.seat.at-hand": "Je briefing, het spel en het gesprek tot nu toe",
    "web.seat.back": "Terug naar de tafel",
    "web.seat.settings": "Naam en taal",
    "web.seat.save": "Bewaar",
    "web.seat.note": "Prik een notitie bij dit moment",
    "web.seat.note.hint": "Tot de nabespreking zie alleen jij hem.",
    "web.seat.note.go": "Prik hem vast",
    "web.seat.time": "Nog {time}",
    "web.seat.time-up": "De tijd is om.",
    "web.seat.trainer": "Van de trainer",
    "web.minutes": "{m}:{s}",
    "web.offline": "Geen verbinding. Er gaat niets verloren: zodra die er weer is, ga je verder "
    "waar je was.",
    "web.awake": "Je scherm blijft aan.",
    "web.awake.not": "Gaat je scherm uit? Zet het gewoon weer aan. Er gaat niets verloren.",
    # inside a party
    "web.party.head": "Jullie partij",
    "web.party.you": "jij",
    "web.party.pen": "verzegelt",
    "web.party.said": "heeft gekozen",
    "web.party.not-yet": "denkt nog na",
    "web.party.votes": "heeft gestemd",
    "web.party.first-alone": "Kies eerst voor jezelf. Daarna zie je wat de anderen van jullie "
    "partij willen.",
    "web.party.then-talk": "Zo staan jullie ervoor. Overleg; daarna verzegelt {pen}.",
    "web.party.then-talk.you": "Zo staan jullie ervoor. Overleg; daarna verzegel jij voor jullie "
    "allemaal.",
    "web.party.take-pen": "Ik verzegel voor ons",
    "web.party.prefer": "Dit wil ik",
    # what can't be done
    "web.no.name-taken": "Zo heet hier al iemand anders, dus je houdt je eigen naam.",
    # a choice as a form
    # the trainer
    "web.console.head": "De regie van de trainer",
    "web.console.passphrase": "Het wachtwoord dat op het scherm kwam toen je de zaal opende",
    "web.console.login": "Open de regie",
    "web.console.wrong": "Dat is niet het wachtwoord. Het staat in het venster waarin je de zaal "
    "hebt geopend.",
    "web.console.not-understood": "Dat was niet te begrijpen, en er is niets veranderd.",
    "web.console.tables": "Tafels",
    "web.console.all": "Alle tafels",
    "web.console.begin": "Begin",
    "web.console.nobody": "Zodra er iemand aan een tafel zit, kun je beginnen.",
    "web.console.pause": "Pauze",
    "web.console.pause.all": "Pauze voor alle tafels",
    "web.console.resume": "Ga verder",
    "web.console.resume.all": "Alle tafels verder",
    "web.console.go-on": "Wacht niet langer",
    "web.console.back": "Eén keuze terug",
    "web.console.more": "+1 minuut",
    "web.console.less": "−1 minuut",
    "web.console.state.empty": "hier zit niemand",
    "web.console.state.not-begun": "is nog niet begonnen",
    "web.console.state.playing": "speelt",
    "web.console.state.paused": "heeft pauze",
    "web.console.state.over": "is klaar",
    "web.console.round": "ronde {round}",
    "web.console.moment": "reflectiemoment",
    "web.console.waits-for": "Wacht op {who}, al {time}",
    "web.console.trust": "Vertrouwen",
    "web.console.risk": "Ervaren risico",
    "web.console.changes": "{changes:# verandering|# veranderingen} van het spel",
    "web.console.late": "{n:één keuze|# keuzes} gemaakt omdat de tijd om was",
    "web.console.persona": "computerspeler: {persona}",
    "web.console.looks-on": "kijkt mee",
    "web.console.left": "van tafel gegaan",
    "web.console.empty": "niemand",
    "web.console.away": "al {time} weg",
    "web.console.staff": "Laat een computerspeler spelen",
    "web.console.people": "Geef hem terug aan de mensen",
    "web.console.tell": "Zeg het",
    "web.console.tell.head": "Een bericht",
    "web.console.tell.text": "Wat wil je zeggen?",
    "web.console.tell.to": "Tegen",
    "web.console.bookmark": "Markeer dit moment",
    "web.console.bookmark.note": "Wat zag je?",
    "web.console.people.head": "Wie waar zit",
    "web.console.move": "Verplaats",
    "web.console.move.who": "Wie",
    "web.console.move.to": "Naar",
    "web.console.new-pin": "Nieuwe pincode",
    "web.console.pin-is": "{name} komt terug met pincode {pin}.",
    "web.console.lock": "Sluit de zaal voor nieuwkomers",
    "web.console.unlock": "Zet de zaal open voor nieuwkomers",
    "web.console.set": "Stel in",
    "web.console.how-many": "Hoeveel tafels",
    "web.console.timers": "Tijd voor een keuze",
    "web.console.soft": "Herinnering na (minuten; 0: geen)",
    "web.console.hard": "Einde na (minuten; 0: geen)",
    "web.console.end": "En aan het einde?",
    "web.console.end.persona": "Dan telt wat de partij zelf wilde, of anders kiest een "
    "computerspeler.",
    "web.console.end.hold": "Dan wachten we.",
    "web.console.wall": "Op het grote scherm",
    "web.console.wall.open": "Open het grote scherm in een eigen venster",
    "web.console.wall.join": "Hoe je binnenkomt",
    "web.console.wall.tables": "De tafels",
    "web.console.wall.table": "Laat deze tafel zien",
    "web.console.wall.not-agreed": "Een tafel komt op het scherm als al haar partijen dat goed "
    "vinden.",
    "web.console.debrief": "Open de nabespreking voor iedereen",
    "web.console.debrief.note": "Daarmee pauzeren de tafels die nog spelen, en komt uit wat "
    "verborgen was.",
    "web.console.show": "Laat zien",
    "web.console.room": "De zaal",
    "web.console.no-debrief": "Sluit de nabespreking weer",
    "web.console.unseated": "Zonder plaats",
    "web.console.links": "Links om uit te delen",
    "web.console.here": "Voor jou, nu",
    "web.console.notes": "Als je dit ziet …",
    "web.pattern.early-betrayal": "een verborgen zet, vroeg in de gesprekken",
    "web.pattern.late-betrayal": "een verborgen zet, laat in de gesprekken",
    "web.pattern.hidden-guile": "een verborgen zet die nooit uitkomt",
    "web.pattern.tit-for-tat": "ieder doet wat de ander deed",
    "web.pattern.cold-peace": "iedereen beleefd, en niemand geeft iets",
    "web.pattern.paper-wall": "steeds meer papier in plaats van vertrouwen",
    "web.pattern.one-sided-giving": "de een geeft en de ander neemt",
    "web.pattern.never-questioned": "niemand komt aan de spelregels",
    "web.pattern.changed-the-game": "ze veranderen het spel zelf",
    "web.pattern.spoke-too-early": "ze worden open voordat het veilig is",
    "web.pattern.never-spoke": "ze praten nooit over de gesprekken",
    "web.pattern.repaired": "vertrouwen dat stuk was, groeit weer",
    "web.pattern.broken-by-turnover": "iemand vertrekt, en het vertrouwen gaat mee",
    # the wall
    "web.wall.head": "Kom binnen",
    "web.wall.how": "Scan de code met je telefoon, of typ dit adres in je browser:",
    "web.wall.empty": "Er zit nog niemand aan een tafel.",
    "web.wall.code": "Code: {code}",
    "web.wall.here": "{n:Er is één iemand|Er zijn # mensen} binnen",
    "web.wall.sealed": "{sealed} van de {parties} verzegeld",
    "web.wall.not-agreed": "Deze tafel komt op het scherm zodra al haar partijen dat goed vinden.",
    "web.agree": "Mag de zaal jullie tafel zien?",
    "web.agree.yes": "Ja, laat ons zien",
    "web.agree.no": "Liever niet",
    # looking back
    "web.debrief.card": "Eén ding voor vrijdag",
    "web.debrief.card.note": "Voor jezelf; niemand anders ziet het.",
    "web.debrief.marks": "Wat je tijdens het spel vastprikte",
    # what goes wrong
    "web.stop.head": "Dat lukte niet",
    "web.stop.foreign": "Dat kwam niet van een van onze eigen pagina's, dus er is niets gedaan. Ga "
    "terug en probeer het nog eens.",
    "web.stop.nothing-here": "Op dit adres is niets. Ga terug naar de zaal.",
    "web.stop.too-much": "Dat was te veel of te langzaam, dus er is niets bewaard. Probeer het nog "
    "eens, en korter.",
    "web.stop.not-saved": "Dat kon nu niet bewaard worden en telt dus nog niet. Wat je eerder "
    "koos, is veilig. Probeer het zo nog eens; blijft het zo, zeg het dan tegen de trainer.",
    "web.stop.removed": "De trainer heeft deze zaal verwijderd, met alles wat ervan bewaard was. "
    "Vraag de trainer waar je verdergaat.",
    "web.stop.fault": "Er ging iets mis op de laptop van de trainer. Wat je eerder koos, is "
    "veilig. Ga terug en probeer het nog eens.",
    "web.stop.back": "Terug",
    # hosting
    "help.host": "Open op deze laptop een zaal voor een workshop; men doet mee met de telefoon.",
    "help.host.tables": "Hoeveel tafels; later kunnen er meer bij. {default} als je niets zegt.",
    "help.host.port": "De poort; als je niets zegt, de eerste vrije vanaf 8765.",
    "help.host.address": "Het adres dat de telefoons krijgen, als deze laptop er meer heeft.",
    "help.host.database": "Bewaar de zalen in deze database in plaats van in een eigen bestand.",
    "help.host.new": "Open een nieuwe zaal, ook al kan er een van vandaag verder.",
    "help.host.no_browser": "Open de regie hier niet in een browser.",
    "metavar.URL": "URL",
    "host.open": "De zaal is open: {title}.",
    "host.going-on": "De zaal van vandaag gaat verder: {title}, met {n:één persoon|# mensen}. Voor "
    "een nieuwe: --new.",
    "host.join": "Meedoen:              {address}",
    "host.console": "Jouw regie:           {address}",
    "host.passphrase": "Jouw wachtwoord:      {passphrase}",
    "host.new-passphrase": "Dat wachtwoord is nieuw, want het geheim van de laptop is een ander "
    "dan toen deze zaal openging ({place}). Telefoons die binnen zijn, blijven binnen; log zelf "
    "opnieuw in bij de regie. Pincodes van daarvoor werken niet meer: wie er een nodig heeft, "
    "krijgt een nieuwe via de regie.",
    "host.secret-elsewhere": "Zaal {code} is geopend met het geheim van een andere laptop. Wil je "
    "er hier mee verder, kopieer dan workshop.key daarvandaan naar {place}. Voor een eigen zaal: "
    "--new.",
    "host.wall": "Voor het grote scherm: {address}",
    "host.other-addresses": "Werkt dat adres niet op een telefoon, probeer dan: {addresses}",
    "host.no-network": "Deze laptop zit op geen enkel netwerk, dus geen telefoon kan erbij. Zet "
    "een hotspot aan, op de laptop of op een telefoon, laat iedereen daarop inloggen en begin "
    "opnieuw.",
    "host.no-answer": "Deze laptop geeft zelf geen antwoord op {address}: misschien houdt een "
    "firewall het tegen. Sta Python toe om verbindingen aan te nemen, of zet een hotspot aan en "
    "begin opnieuw.",
    "host.damaged": "Een deel van wat bewaard was, is niet te lezen en is apart gezet: van "
    "{table:de zaal|tafel #}, vanaf regel {number}. Het gaat verder van daarvoor.",
    "host.rescued": "Het bestand met de zalen was beschadigd. Wat te lezen was, is gered; het "
    "beschadigde bestand is bewaard: {place}",
    "host.stop": "Stop met Ctrl-C. Alles wat gekozen is, blijft bewaard; begin opnieuw om verder "
    "te gaan.",
    "host.closed": "De zaal is dicht. Alles wat gekozen is, is bewaard. Verder gaan: {program} "
    "host",
    "host.no-secret": "{place} kan niet geschreven worden: {why}. Daaruit komt het wachtwoord van "
    "de trainer, dus er is geen zaal geopend. Maak die plek schrijfbaar en begin opnieuw.",
    "stop.bad-address": "{option} {written} is geen adres dat een telefoon kan openen. Schrijf het "
    "als 192.168.1.20, 2001:db8::7 of laptop.local, zonder http:// en zonder poort.",
    "host.port-in-use": "Poort {port} is in gebruik bij een ander programma, misschien bij een "
    "zaal die nog open is. Sluit die, of kies een andere poort met --port.",
    "host.port-not-allowed": "Dit systeem staat poort {port} niet toe. Kies er met --port een "
    "boven de 1024.",
    "host.port-unusable": "Poort {port} is hier niet te gebruiken. Kies een andere met --port.",
}
