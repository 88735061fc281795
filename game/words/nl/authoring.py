"""What the tools for authors say: a scenario to begin with, and help in an editor. Dutch."""

from game.words import Catalogue

WORDS: Catalogue = {
    "help.new": "Begin een eigen scenario: klein, met uitleg erin, en meteen te spelen. "
    "Met `--lang both` in twee talen.",
    "help.new.name": "De titel; het bestand wordt ernaar genoemd. In een terminal wordt ernaar "
    "gevraagd, en naar de rest ook.",
    "help.new.form": "outsourcing, licence, joint-venture, acquisition of merger; joint-venture "
    "als je niets zegt.",
    "help.new.parties": "Het aantal partijen, van {low} tot {high}; 2 als je niets zegt.",
    "help.new.rounds": "Het aantal rondes in totaal, van {low} tot {high}; 4 als je niets zegt.",
    "help.new.out": "Schrijf het in dit bestand. Er wordt nooit over iets heen geschreven.",
    "metavar.NAME": "NAAM",
    "metavar.FORM": "VORM",
    "stop.unknown-form": "Er is geen vorm “{written}”. {repair}",
    "stop.new-without-name": "Hoe heet het scenario? Zet een naam achter de opdracht: "
    "{program} new NAAM",
    "stop.new-name": "“{written}” kan geen naam van een bestand zijn. Neem een naam van hooguit "
    '{n} tekens, zonder / \\ : * ? " < > | en niet alleen leestekens. Een andere map '
    "geef je met --out BESTAND.",
    "stop.new-title": "“{written}” kan geen titel zijn: {why}",
    "stop.new-exists": "{path} is er al, en deze opdracht schrijft nooit ergens overheen. Kies een "
    "andere naam.",
    "new.welcome": "Met Enter kies je wat er tussen haakjes staat; met q stop je.",
    "new.name": "Hoe heet het scenario",
    "new.form": "Waarover wordt onderhandeld?",
    "new.pick": "Nummer [{usual}]",
    "new.parties": "Met hoeveel partijen, van {low} tot {high} [{usual}]",
    "new.rounds": "Met hoeveel rondes in totaal, van {low} tot {high} [{usual}]",
    "new.languages": "In welke taal schrijf je het?",
    "new.language.nl": "Nederlands",
    "new.language.en": "Engels",
    "new.language.en-nl": "allebei",
    "new.bad-number": "“{written}” kan hier niet. Typ een getal van {low} tot {high}.",
    "new.written": "Je scenario staat in {path}. Open het in een editor en zoek op #> : daar hoort "
    "jouw eigen verhaal.",
    "new.next.check": "Nakijken:      {program} check {path}",
    "new.next.play": "Spelen:        {program} play {path}",
    "new.next.balance": "Doorrekenen:   {program} balance {path}",
    "help.schema": "Schrijf het formaat uit als JSON Schema: een editor zoals VS Code vult dan aan "
    "en legt uit.",
    "help.schema.out": "Schrijf het in dit bestand, en zeg welke regel er bovenaan een scenario "
    "hoort.",
    "schema.title": "Een scenario van Samenspel",
    "schema.written": "Het formaat staat in {path}. Zet deze regel bovenaan je scenario, en je "
    "editor vult aan en legt uit (in VS Code met de extensie YAML):",
    "schema.next": "De plek in die regel geldt vanuit de map van het scenario. Wat dingen "
    "betekenen, kijkt alleen `check` na.",
}
