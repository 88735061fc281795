"""What is said about the sheet for a translator, and what stands in it. English."""

from game.words import Catalogue

WORDS: Catalogue = {
    "help.words": "Write the texts of a scenario to a sheet for a translator, and take them back.",
    "help.words.out": "Write the sheet to this file: .xlsx or .csv.",
    "help.words.in": "Take what was changed in this sheet.",
    "help.words.add": "Languages that get an empty column, such as `de` or `sw,fy`.",
    "help.words.since": "An older sheet: with --out, “status” says what has changed since; with "
    "--in, it was taken before.",
    "help.words.force": "Take also what was translated from an older text.",
    "help.words.dry_run": "Only say what would be changed.",
    "metavar.LANG": "LANGUAGE",
    "metavar.LANG,…": "LANGUAGE,…",
    "stop.words-which-way": "Say which way: --out FILE writes the sheet, --in FILE takes it back.",
    "stop.words-broken": "The texts of {file} can't be told apart yet. Mend this first:\n{first}",
    "stop.words-too-large": "With these texts {path} would be larger than {limit} kB, and could "
    "not be opened any more. Take over fewer languages.",
    "stop.words-kind": "{path} is no kind of sheet. Choose a name that ends in .xlsx or .csv.",
    "stop.bad-language": "“{written}” is not a language tag. Write one such as `de`, `sw` "
    "or `pt-BR`.",
    "stop.unreadable-scenario": "{path} can't be read. Check that you may open it.",
    "stop.sheet.large": "{path} is too large for a sheet of texts. Take the file that `words "
    "--out` wrote.",
    "stop.sheet.empty": "{path} is empty. Take the file that `words --out` wrote.",
    "stop.sheet.binary": "{path} is not a sheet. Save it as .xlsx or as CSV.",
    "stop.sheet.letters": "The letters in {path} can't be told for certain. Save it as .xlsx, or "
    "as “CSV UTF-8”.",
    "stop.sheet.damaged": "{path} is damaged or only half there. Save it again, as .xlsx or as "
    "CSV.",
    "stop.sheet.place": "{path} has no column “place”, which says where each text belongs. Take "
    "the sheet that `words --out` wrote, and leave its first row as it is.",
    "stop.sheet.sent": "{path} has no column “as sent”, which says what each text was. Take the "
    "sheet that `words --out` wrote, and leave its last column in place.",
    "stop.sheet.languages": "{path} has no column for a language, such as nl or en. Leave the "
    "first row as it is.",
    "stop.sheet.double": "{path} has two columns for one language. Remove one of them.",
    "sheet.separator": ",",
    "sheet.place": "place",
    "sheet.kind": "kind",
    "sheet.speaker": "speaker",
    "sheet.line": "line",
    "sheet.limit": "at most",
    "sheet.note": "note",
    "sheet.status": "status",
    "sheet.status.missing": "missing: {languages}",
    "sheet.status.new": "new",
    "sheet.status.changed": "changed since: {languages}",
    "sheet.sent": "as sent",
    "sheet.limit.words": "{n} words",
    "sheet.limit.letters": "{n} letters",
    "sheet.kind.title": "name or title",
    "sheet.kind.summary": "what it is about",
    "sheet.kind.goal": "what it teaches",
    "sheet.kind.public": "for everybody",
    "sheet.kind.secret": "for one party only",
    "sheet.kind.want": "what a party wants",
    "sheet.kind.card": "on a card: what you do",
    "sheet.kind.risk": "on a card: what you risk",
    "sheet.kind.face": "what the others see",
    "sheet.kind.found-out": "how it comes out",
    "sheet.kind.question": "question",
    "sheet.kind.option": "possible answer",
    "sheet.kind.unit": "follows a number",
    "sheet.kind.trainer": "for the trainer",
    "sheet.kind.said": "said",
    "sheet.kind.told": "told",
    "sheet.kind.shown": "shown",
    "words.sent": "{n:# text|# texts} in {path}.",
    "words.missing": "In {language}, {n:# is|# are} still missing.",
    "words.taken": "{n:# text|# texts} changed in {path} ({parts}). Look it over with `check`.",
    "words.would": "{n:# text|# texts} would change in {path} ({parts}).",
    "words.nothing": "Nothing changed in {path}.",
    "words.more": "And {n:# more remark|# more remarks}.",
    "words.long": "{place}  {language}: {n} words; at most {most} can be said in one breath or "
    "read at a glance. Taken all the same: {text}",
    "words.left": "Row {row}, {written}: {why}",
    "words.left.gone": "this text is no longer in the scenario.",
    "words.left.twice": "this text has a row already; only the first counts.",
    "words.left.stale": "the text in {detail} has changed since. Not taken in {language}; read it "
    "again in a new sheet, or add --force.",
    "words.left.clash": "{language} has changed in the scenario since. Not taken; use a new sheet, "
    "or add --force.",
    "words.left.emptied": "the cell for {language} is empty now. The text was left as it is.",
    "words.left.hidden": "in {language} there is a character that nobody sees ({detail}). Not "
    "taken; type the text again.",
    "words.left.too-long": "in {language} it has more letters than fit ({detail}). Not taken; make "
    "it shorter, or add --force.",
    "words.left.not-text": "the cell for {language} holds a date, a yes or no, or an error. Make "
    "it text.",
    "words.left.cannot-write": "{language} does not fit in the file as it is written there. Type "
    "it there yourself.",
    "told-in-language": "You read the texts of this scenario in {language}; the screens speak "
    "English.",
    "pick.tongue": "In which language will you read the scenario?",
    "stop.not-told-in": "“{scenario}” is not written in “{written}”. Choose from: {have}.",
    "help.texts": "The language of the scenario's own texts: one that it has, such as `de` or "
    "`sw`.",
    "language.de": "German",
    "language.fy": "Frisian",
    "language.fr": "French",
    "language.es": "Spanish",
    "language.it": "Italian",
    "language.pt": "Portuguese",
    "language.pl": "Polish",
    "language.tr": "Turkish",
    "language.sw": "Swahili",
    "language.id": "Indonesian",
    "language.pap": "Papiamento",
    "language.da": "Danish",
    "language.sv": "Swedish",
    "language.no": "Norwegian",
    "language.fi": "Finnish",
}
