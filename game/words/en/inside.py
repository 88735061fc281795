"""Inside the parties: how divided people were, and who chose in their place. English."""

from game.words import Catalogue

WORDS: Catalogue = {
    # how divided
    "inside.head": "Inside the parties",
    "inside.asked": "{party}: {n:once|twice|# times} its people first said what they wanted, each "
    "for themselves, and {divided:once|twice|# times} not all of them wanted what was then sealed.",
    "inside.asked.none": "{party}: {n:once|twice|# times} its people first said what they wanted, "
    "each for themselves, and all of them wanted what was then sealed.",
    "inside.move": "Round {round}: {others:one|#} of the {asked} had wanted something else than "
    "“{move}”. {came}",
    "inside.vote": "The vote after round {round}: {others:one|#} of the {asked} had wanted to vote "
    "otherwise.",
    "inside.came.ended": "The talks ended there.",
    "inside.came.whole": "It came as it was announced.",
    "inside.came.faltered": "After that it came only in part.",
    "inside.came.stopped": "After that their own side stopped it.",
    "inside.came.faltered.because": "That is why it came only in part: of one mind, with the same "
    "luck, all of it would have come.",
    "inside.came.stopped.because": "That is why their own side stopped it: of one mind, with the "
    "same luck, it would not have been stopped.",
    "inside.others": "How divided the others were",
    # who chose in their place
    "inside.when.rounds": "in {n:round|rounds} {rounds}",
    "inside.when.on": "from round {since} on",
    "inside.when.all": "throughout",
    "inside.when.once": "after round {since}",
    "inside.when.between": "{n:once|twice|# times} between the rounds (first after round {since})",
    "inside.when.start": "{n:once|twice|# times} before the first round",
    "inside.when.both": "{when} and {n:once|twice|# times} between the rounds",
    "inside.for": "{when} {persona}, a computer player, chose for {party}.",
    "inside.for.late": "{when} time was up for {party}, and {persona}, a computer player, chose.",
    "inside.for.most": "{when} time was up for {party}, and what most of its people had said was "
    "sealed.",
    "inside.for.guesses": "What a computer player expected counts for nobody.",
    # on the wall
    "room.2.stood-in": "Who chose for whom",
    "room.3.inside": "Inside the parties: how many wanted something else",
    "room.3.inside.note": "In how many choices not everybody in the party wanted what was sealed, "
    "of those they were asked about.",
    "room.3.inside.cell": "{divided} of {asked}",
    "room.3.inside.why": "What came of it",
}
