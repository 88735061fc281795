"""What the tools for authors say: a scenario to begin with, and help in an editor. English."""

from game.words import Catalogue

WORDS: Catalogue = {
    "help.new": "Begin a scenario of your own: small, with comments, and ready to play. With "
    "`--lang both` in two languages.",
    "help.new.name": "The title; the file is named after it. In a terminal you are asked for it, "
    "and for the rest too.",
    "help.new.form": "outsourcing, licence, joint-venture, acquisition or merger; joint-venture "
    "if you say nothing.",
    "help.new.parties": "How many parties, from {low} to {high}; 2 if you say nothing.",
    "help.new.rounds": "How many rounds in all, from {low} to {high}; 4 if you say nothing.",
    "help.new.out": "Write it in this file. Nothing is ever written over.",
    "metavar.NAME": "NAME",
    "metavar.FORM": "FORM",
    "stop.unknown-form": "There is no form “{written}”. {repair}",
    "stop.new-without-name": "What is the scenario called? Put a name after the command: "
    "{program} new NAME",
    "stop.new-name": "“{written}” can't be the name of a file. Choose a name of at most {n} "
    'characters, without / \\ : * ? " < > | and not of punctuation alone. For another '
    "folder, add --out FILE.",
    "stop.new-title": "“{written}” can't be a title: {why}",
    "stop.new-exists": "{path} is there already, and this command never writes over anything. "
    "Choose another name.",
    "new.welcome": "Enter takes what is between brackets; q stops.",
    "new.name": "What is the scenario called",
    "new.form": "What are the talks about?",
    "new.pick": "Number [{usual}]",
    "new.parties": "How many parties, from {low} to {high} [{usual}]",
    "new.rounds": "How many rounds in all, from {low} to {high} [{usual}]",
    "new.languages": "In which language do you write it?",
    "new.language.nl": "Dutch",
    "new.language.en": "English",
    "new.language.en-nl": "both",
    "new.bad-number": "“{written}” isn't possible here. Type a number from {low} to {high}.",
    "new.written": "Your scenario is in {path}. Open it in an editor and search for #> : your own "
    "story goes there.",
    "new.next.check": "To check it:         {program} check {path}",
    "new.next.play": "To play it:          {program} play {path}",
    "new.next.balance": "To see if it works:  {program} balance {path}",
    "help.schema": "Write out the format as a JSON Schema: an editor such as VS Code then "
    "completes and explains.",
    "help.schema.out": "Write it in this file, and say which line goes at the top of a scenario.",
    "schema.title": "A scenario of Samenspel",
    "schema.written": "The format is in {path}. Put this line at the top of your scenario, and "
    "your editor completes and explains (VS Code with the YAML extension):",
    "schema.next": "The place in that line counts from the folder of the scenario. What things "
    "mean, only `check` can tell.",
}
