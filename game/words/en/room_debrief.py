"""The debrief of a whole room: on the wall, on the phones, and as files. English."""

from game.words import Catalogue

WORDS: Catalogue = {
    # what it is made of
    "room.table": "Table {table}",
    "room.table.unfinished": "Table {table} (not finished)",
    "room.none": "nothing",
    "room.luck": "All tables had the same luck. What differs is what people did.",
    "room.unnamed.counted": "{n:One table isn't|# tables aren't} shown by name, and {n:counts|"
    "count} only in what is said of all tables together.",
    "room.unnamed.left-out": "{n:One table isn't shown, and doesn't|# tables aren't shown, and "
    "don't} count either.",
    "room.waiting": "The laptop is still looking back on {n:table|tables} {tables}, to be added as "
    "soon as that is done.",
    "room.nobody": "No table has played a round yet, so there is nothing to look back on.",
    "room.not-open": "The debrief isn't open yet. The trainer opens it.",
    "room.at": "Step {step}, {part} of {parts}",
    # step by step
    "room.0.head": "The people you are saying goodbye to",
    "room.1.head": "Where it hurt, and where it was safe",
    "room.1.words": "{n} words from this room",
    "room.2.chosen": "The rounds you chose as the turning point",
    "room.2.people": "{n:once|twice|# times}",
    "room.2.rose": "Trust rose at {n} of {tables:# table|# tables}",
    "room.2.end": "{name}: {trust}",
    "room.2.from-to": "{name}: from {first} to {last}.",
    "room.2.rounds": "round",
    "room.2.turns": "The strongest turning point at each table",
    "room.earlier": "The thin grey lines are {n:a table|# tables} of earlier groups, who had other "
    "luck.",
    "room.3.predicted": "What you predicted, and what they did",
    "room.3.predicted.note": "How often a party was right about what another would do.",
    "room.3.right": "{right} of {count}",
    "room.3.brief": "Only {party} knew this",
    "room.3.wanted": "They wanted: {wants}.",
    "room.3.hidden": "What stayed hidden, and for how long",
    "room.3.nothing-hidden": "Nobody made a move that hid something.",
    "room.hidden": "Round {round}: {party} played “{move}”, which hid something.",
    "room.hidden.found": "{by} found out in round {round}.",
    "room.hidden.found.at-once": "{by} found out in that very round.",
    "room.hidden.found.heard": "{by} heard of it after round {round}, when {who} brought it up.",
    "room.hidden.owned-up": "In round {round} {party} itself told {to}.",
    "room.hidden.known": "{by} had known since round {round} that this had been done before.",
    "room.hidden.never": "{by} are only hearing of it now.",
    "room.4.ask": "Same script, same luck, other endings: why?",
    "room.4.head": "How it went at each table",
    "room.4.ending": "Ending",
    "room.4.trust": "Trust",
    "room.4.opportunism": "Who took something first",
    "room.4.changed": "Changed in the game",
    "room.4.kept": "Left as it was",
    "room.4.moments": "Reflection moments",
    "room.4.unfinished": "not finished, {n:one round|# rounds}",
    "room.4.ended": "{ending} ({kind})",
    "room.4.from-to": "from {first} to {last}",
    "room.4.first": "{who}, round {round}",
    "room.4.never": "nobody",
    "room.4.all": "All tables together: {ends}.",
    "room.4.earlier": "Earlier groups, with other luck: {ends}.",
    "room.4.count": "{outcome} {n:once|twice|# times}",
    "room.4.most": "{n} of {tables:# table|# tables} ended at “{place}”",
    "room.4.where": "{name}: {place}",
    "room.4.reach": "What could have been reached",
    "room.4.reach.note": "Each grey dot is one of {talks} talks with this luck, by the model, "
    "between people drawn at random. Of these talks, none was better for both than those on the "
    "line. Other people might have got beyond it.",
    "room.4.reach.table": "{table}: {one} {first}, {other} {second}. Of the {talks} talks, "
    "{n:one|#} brought both at least as much.",
    "room.4.reach.beyond": "{table}: {one} {first}, {other} {second}. None of the {talks} talks "
    "brought both as much.",
    "room.4.reach.label": "Value in the end for both parties, in {talks} talks and at the tables. "
    "{told}",
    "room.4.reach.axis": "value for {party}",
    "room.5.none-named": "No table has agreed to have its choices looked at here yet. The phones "
    "ask whether the room may see a table.",
    "room.6.for": "Speaks for it",
    "room.6.against": "Speaks against it",
    "room.7.changed": "What tables changed themselves",
    "room.7.nothing": "Nothing.",
    "room.7.never": "What nobody at any table touched",
    "room.7.fixed": "What was fixed: nobody could touch it",
    "room.7.assume": "What if the model assumed otherwise?",
    "room.7.assume.label": "This is the model, not the truth: the same choices and the same luck, "
    "paid and judged by other numbers.",
    "room.7.assume.as-is": "{name}: {now}, as the model has it. It may lie between {low} and "
    "{high}.",
    "room.7.assume.turned-to": "{name}: {now} instead of {default}. It may lie between {low} and "
    "{high}.",
    "room.7.assume.yield_": "How much effort put in together brings in",
    "room.7.assume.grab": "How much goes to whoever claims more",
    "room.7.assume.theft": "How much deceit takes from those who laid themselves open",
    "room.7.assume.lopsided_gap": "How much more a round one side may get before it is lopsided",
    "room.7.assume.played": "As played",
    "room.7.assume.turned": "With these numbers",
    "room.7.assume.cell": "{kind} ({value})",
    "room.7.assume.unfinished": "not finished",
    "room.7.assume.waiting": "being worked out",
    "room.7.assume.other-way": "with these numbers the talks would have gone another way",
    "room.console.assume": "Judge by these",
    "room.console.assume.reset": "As the model has it",
    # on the phones
    "room.recall": "You first, before the log says anything",
    "room.recall.feeling": "How do you feel? One word.",
    "room.recall.feeling.note": "It may be shown on the big screen, among the words of others and "
    "without your name.",
    "room.recall.turn": "What was the turning point for you?",
    "room.recall.none": "there was none, or I don't remember",
    "room.recall.go": "Keep this, and let me look back",
    "room.recall.given": "Your word: “{text}”",
    "room.failed": "The laptop could not look back on your play. Everything that you chose is "
    "safe. It tries again by itself in a moment; if this stays, tell the trainer.",
    "room.failed.tables": "Looking back on {n:table|tables} {tables} has failed, and is tried "
    "again by itself. Nothing is lost. The other tables can go on; if this stays, stop the room "
    "with Ctrl-C and start it again.",
    "room.failed.file": "The laptop could not look back on one of the tables, so this file can't "
    "be made yet. Nothing is lost. It is tried again by itself: ask for the file again in a "
    "minute; if it stays so, stop the room with Ctrl-C and start it again.",
    "room.working": "The laptop is looking back on your play. That takes a few seconds.",
    "room.unfinished": "Your play was not finished. This is what had happened by then.",
    "room.guessed": "What you predicted, and what they did",
    "room.guessed.yours": "{right} of {count} right.",
    "room.kept": "What you hid yourselves",
    "room.kept-from-you": "What was hidden from you",
    "room.wished": "Who in your party wanted something else",
    "room.wished.all-agreed": "Everybody wanted the same every time.",
    "room.wished.round": "Round {round}: you sealed {sealed}.",
    "room.wished.moment": "After round {round}: there was a vote.",
    "room.wished.move": "{name} wanted {move}.",
    "room.wished.vote": "{name} wanted to vote otherwise.",
    "room.wished.you": "you",
    "room.agree": "May the room see your table by name?",
    "room.agree.note": "The table is shown by name on the big screen only if every party at it "
    "says yes.",
    "room.agree.yes-now": "Your party says: yes.",
    "room.agree.no-now": "Your party says: rather not.",
    # at the console
    "room.console": "The debrief",
    "room.console.next": "Next",
    "room.console.before": "Back",
    "room.step": "{n}. {title}",
    "room.console.fork": "What if, at this table",
    "room.console.recalled": "{n} of {of} people have said what they remember.",
    "room.console.files": "To keep",
    "room.console.files.note": "These files have no names of participants, and nothing of what "
    "they wrote for themselves. The reports do tell everything that was hidden.",
    "room.console.file.room": "Report of the room",
    "room.console.file.table": "Report of table {table}",
    "room.console.file.csv": "All rounds as a table (CSV)",
    "room.console.file.jsonl": "All tables as data (JSONL)",
    "room.report.title": "{title}: the debrief of the room",
    "room.report.facts": "Samenspel. Scenario {source}: {n:one table|# tables}.",
    "room.1.ask": "When did you feel let down? When safe? Think for yourself first; then we talk.",
    "room.2.ask": "What was the turning point for you? Choose it on your phone; only then do we "
    "look.",
    "room.4": "The tables side by side",
    "room.6.count": "At {favour} of {tables:# table|# tables} there was something to be said for "
    "it, at {against} something against.",
    "room.8.ask": "One thing you will do by Friday. Write it on your phone: nobody else sees it.",
    "room.guessed.line": "Round {round}, {about}: predicted {said}, done {fact}.",
}
