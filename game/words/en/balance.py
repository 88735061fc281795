"""What `balance` says. English."""

from game.words import Catalogue

WORDS: Catalogue = {
    "help.balance": "Advise what to change in a scenario, and put it to the test: is there a "
    "dilemma, does it show the theses?",
    "help.balance.out": "Also write the report to this file, as one page.",
    "help.balance.expect": "Compare with the bands in this JSON file; out of band ends with "
    "code 1.",
    "stop.expect-not-json": "{path} is not JSON with bands: a name and two numbers each. For "
    'instance: {{"outcomes.success.share": [0.35, 0.45]}}',
    "stop.expect-unknown": "{path} expects something of “{name}”, which is no figure of this "
    "report. See the names with --json.",
    "balance.testing": "Putting it to the test",
    "balance.title": "The balance of {scenario}",
    "balance.signs": "The five theses in this scenario",
    "balance.interval": "{mean:# point|# points}; between {low} and {high}",
    "balance.balance": "the own side first",
    "balance.balance.one": "parties that agree among themselves (internal balance 95)",
    "balance.balance.other": "parties that do not (35)",
    "balance.contract": "a contract needs trust",
    "balance.contract.one": "a firm contract and trust (75)",
    "balance.contract.other": "the same contract without that trust (40)",
    "balance.open": "taken openly or behind a back",
    "balance.open.one": "people who take openly",
    "balance.open.other": "people who hide it",
    "balance.rules": "rules that can be changed",
    "balance.rules.one": "players who change their own game",
    "balance.rules.other": "the same players when nobody agrees to a change",
    "balance.reflection": "reflection",
    "balance.reflection.one": "reflection moments",
    "balance.reflection.other": "the same script without them",
    "balance.sign.more": "With {what}, {one} of plays end robust; with {against}, {other}. That "
    "is more ({apart}).",
    "balance.sign.fewer": "With {what}, {one} of plays end robust; with {against}, {other}. That "
    "is fewer ({apart}), the other way round from the thesis.",
    "balance.sign.same": "With {what}, {one} of plays end robust; with {against}, {other}. This "
    "scenario shows no difference ({apart}).",
    "balance.trust.more": "Trust at the end is higher: {apart}.",
    "balance.trust.fewer": "Trust at the end is lower: {apart}.",
    "balance.trust.same": "Trust at the end does not differ: {apart}.",
    "balance.dilemma": "Is there a dilemma?",
    "balance.game.all": "In every round the players are in {game}.",
    "balance.game.one": "{phase}, round {round}: {game} in {share} of plays.",
    "balance.game.prisoners-dilemma": "a prisoner's dilemma",
    "balance.game.stag-hunt": "a stag hunt",
    "balance.game.harmony": "a game without conflict",
    "balance.game.chicken": "a game of chicken",
    "balance.game.deadlock": "a deadlock",
    "balance.game.prisoners-dilemma.means": "Taking pays whatever the other does, and both are "
    "better off if neither takes: this round really asks something of people.",
    "balance.game.stag-hunt.means": "Cooperating pays if the other does so too. What it takes is "
    "trust; nobody is tempted.",
    "balance.game.harmony.means": "Cooperating pays whatever the other does. Nobody is tempted, "
    "so nothing is at stake: make taking worth more, or understanding lower.",
    "balance.game.chicken.means": "Taking pays as long as the other does not. The one who dares "
    "wins, and two who dare lose most.",
    "balance.game.deadlock.means": "Taking pays, and both taking is no worse than both "
    "cooperating. There is nothing to win together: make cooperation yield more.",
    "balance.game.adds-up": "That is how the model is made, not your story: what a round yields "
    "adds up, so between two parties taking brings about as much more whether the other gives or "
    "takes. A round is a dilemma or it is none; no move makes a stag hunt of it. What makes giving "
    "worth while comes afterwards.",
    "balance.end": "And counted to the end of the play?",
    "balance.end.for": "{phase} (for {who})",
    "balance.end.harmony": "To give in the first round paid whatever the others did: {places}.",
    "balance.end.stag-hunt": "To give in the first round paid if the others gave, to take if they "
    "took (a stag hunt): {places}.",
    "balance.end.chicken": "To take in the first round paid if the others gave, to give if they "
    "took (a game of chicken): {places}.",
    "balance.end.prisoners-dilemma": "To take in the first round paid whatever the others did: "
    "{places}.",
    "balance.end.open": "Too close to tell: {places}.",
    "balance.moves": "Moves that need another look",
    "balance.moves.fine": "Each move is now and then the best and now and then the worst choice.",
    "balance.never.better": "“{move}” ({phase}) was never the best choice for the one who played "
    "it: another move always left that party with more.",
    "balance.never.worse": "“{move}” ({phase}) was never the worst choice: it can be played "
    "without thinking.",
    "balance.personas": "Does one way of playing always win?",
    "balance.personas.fine": "No persona wins whatever the others do.",
    "balance.ahead": "Against anyone, and on every seat, {persona} more often ends up with more "
    "than the other.",
    "balance.ahead.most": "It also gains more than any other persona: {gain:# point|# points} a "
    "round.",
    "balance.ahead.less": "That is no win: on average it gains {gain:# point|# points} a round, "
    "and {best} gains most, {most}.",
    "balance.dominant": "For {party} no persona gains as much as {persona}, whoever sits opposite.",
    "balance.last": "What betrayal in the last round brings",
    "balance.last.pays": "{party}, {phase}: taking brings it more than cooperating (value: "
    "{gain}).",
    "balance.last.costs": "{party}, {phase}: taking brings it less than cooperating (value: "
    "{gain}).",
    "balance.last.same": "{party}, {phase}: taking or cooperating makes no difference to what it "
    "gets (value: {gain}).",
    "balance.last.success": "The share of robust plays changes with it: {apart}.",
    "balance.last.none": "In the last round there is nothing to choose between taking and "
    "cooperating.",
    "balance.endings": "Endings out of reach",
    "balance.endings.fine": "Every ending comes about often enough to be met.",
    "balance.ending.never": "“{ending}” ({name}) was never reached.",
    "balance.ending.rare": "“{ending}” ({name}) is reached in only {share} of plays.",
    "balance.expect.fine": "{n:The expectation holds|All # expectations hold}.",
    "balance.expect.out": "{name} is {value}; expected between {low} and {high}.",
    "balance.page.outcomes": "How {plays:# play|# plays} came out",
    "balance.page.game": "What a round brings, on average",
    "balance.page.both": "both cooperate",
    "balance.page.tempted": "taking alone",
    "balance.page.betrayed": "being taken from",
    "balance.page.neither": "both take",
    "balance.page.signs": "Difference in the share of robust plays, in points, with the 95% "
    "interval",
    "balance.page.how": "Plays by personas, every one against every other, equally often. "
    "Comparisons are in pairs: the same play, the same luck, one thing changed. The signs say "
    "something about this scenario in this model, and nothing about real alliances.",
}
