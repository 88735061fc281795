"""What people write at the debrief, and the report with it. English."""

from game.words import Catalogue

WORDS: Catalogue = {
    # how it is told back
    "afterthoughts.head": "What you wrote",
    "afterthoughts.head.table": "What you all wrote",
    "afterthoughts.told": "{what}: {said}",
    "afterthoughts.yours": "“{text}”",
    "afterthoughts.of": "{party} “{text}”",
    "afterthoughts.feeling": "In a word",
    "afterthoughts.turn": "On the turning point",
    "afterthoughts.otherwise": "Differently next time",
    "afterthoughts.friday": "Before Friday",
    "afterthoughts.tell": "Who will hear of it",
    "afterthoughts.sign": "How it will show",
    "turn.where.round": "round {n}",
    "turn.where.moment": "the reflection moment after round {n}",
    "turn.yours.same": "You chose {where} as the turning point, and the story tells of it too.",
    "turn.yours.other": "You chose {where} as the turning point; the story tells of {told}. Why "
    "did you see it differently?",
    "turn.yours.alone": "You chose {where} as the turning point; the story tells of none.",
    "turn.of.same": "{party} chose {where} as the turning point, and the story tells of it too.",
    "turn.of.other": "{party} chose {where} as the turning point; the story tells of {told}.",
    "turn.of.alone": "{party} chose {where} as the turning point; the story tells of none.",
    # how it is asked
    "afterthoughts.prompt": "{what} (Enter skips it)",
    "afterthoughts.prompt.again": "{what} (Enter keeps “{said}”)",
    "afterthoughts.prompt.of": "{party}. {what}",
    "afterthoughts.ask.feeling": "Your word",
    "afterthoughts.ask.turn": "The number of the round, or in your own words",
    "afterthoughts.ask.otherwise": "What you would do differently",
    "afterthoughts.ask.friday": "What I'll do",
    "afterthoughts.ask.tell": "Whom I'll tell",
    "afterthoughts.ask.sign": "How I'll notice that it makes a difference",
    "afterthoughts.no-round": "There is no round {written}; there were {n}.",
    "afterthoughts.kept": "What you write here is kept with the play. You can leave "
    "anything empty.",
    "afterthoughts.commands": "Only ?, t and q are commands here; all else is your answer.",
    "afterthoughts.cut": "That is very long: the first {most:,} characters are kept.",
    "saved.written": "What you wrote down is kept with the play. To add to it: {program} play "
    "--resume {path}",
    # the report
    "report.steps": "The steps",
    "report.trainer": "For the trainer",
    "report.facts": "Samenspel. Scenario {source}, seed {seed}: {seats}.",
    "saved.report": "As a page to keep or to print: {program} debrief {path} --html {page}",
    "report.saved": "The report is in {path}",
    "table.saved": "The table is in {path}",
    "report.save": "Save the report",
    "report.offer": "The whole debrief as a page, to keep or to print.",
}
