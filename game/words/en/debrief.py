"""The debrief's own words: its steps, patterns, quadrants, ledger. English."""

from game.words import Catalogue

WORDS: Catalogue = {
    "debrief.title": "Debrief: {title}",
    "debrief.intro": "First out of your role, then eight steps; nobody is marked. The questions "
    "matter more than the answers. Trust, and what is on paper, run from 0 to 100.",
    "debrief.unfinished": "The play has not ended; this is how it stands so far.",
    "debrief.0": "Out of your role",
    "debrief.0.ask": "Put your role down. One word: how do you feel?",
    "debrief.0.roles": "You played people who do not exist: {people}. What you felt was real.",
    "debrief.0.roles.alone": "You played {people}. That was a part; what you felt was real.",
    "debrief.1": "How it felt",
    "debrief.1.ask": "When did you feel let down? When safe? Think first, then read on.",
    "debrief.1.ask.only": "When did you feel let down? When safe?",
    "debrief.1.figures": "Confrontations after a round or moment are not counted here; they are in "
    "the log.",
    "debrief.1.as-much": "It moved just as far in {when}.",
    "debrief.2": "What happened",
    "debrief.2.ask": "Which round was the turning point for you? Say it aloud, and lay it beside "
    "the log.",
    "debrief.2.ask.alone": "Which round was the turning point for you? Pick one, and lay it beside "
    "the log.",
    "debrief.2.log": "The log",
    "debrief.2.figures": "Beside each round stands what the round itself did to trust. What a "
    "confrontation after it did is told with the confrontation.",
    "debrief.2.start": "Start: mean trust {trust}, on paper {formal}.",
    "debrief.2.opened": "As round {round} opened, after its rituals: mean trust {trust}.",
    "debrief.2.round": "Round {round}, {phase}: {moves}. Mean trust {before} → {after}.",
    "debrief.2.moment.named": "After round {round}, reflection moment “{phase}”: mean trust "
    "{before} → {after}.",
    "debrief.2.moment.called": "After round {round}, reflection moment called between rounds: mean "
    "trust {before} → {after}.",
    "debrief.2.move": "{party} {stance}, “{move}”",
    "debrief.2.move.slipped": "{party} {stance}, “{move}”, of which only half was carried out",
    "debrief.2.move.vetoed": "{party} {stance}, “{move}”, stopped by its own side",
    "debrief.2.occasion": "This happened: {event}",
    "debrief.2.befell": "This concerned {party}: {event}",
    "debrief.2.discovered": "{by} found out what {of} had done: {moves}.",
    "debrief.2.owned-up": "{party} itself told {to} what it had done: {moves}.",
    "debrief.2.suspected": "{by} began to suspect {of}.",
    "debrief.2.hollow": "A hollow ritual is one with too little trust to mean it: {ritual} was "
    "hollow {n:once, in round|twice, in rounds|~ times, in rounds} {rounds}.",
    "debrief.2.hollow.more": "So was {ritual} {n:once, in round|twice, in rounds|~ times, in "
    "rounds} {rounds}.",
    "debrief.2.between": "Only {parties} were there at “{phase}”.",
    "debrief.2.handed": "From now on {party} has {prop}.",
    "debrief.2.called": "{parties} asked for a reflection moment.",
    "debrief.2.left": "{party} walked out.",
    "debrief.2.left.goes-on": "{party} walked out, and the others went on.",
    "debrief.2.went-on": "The others went on without {party}.",
    "debrief.2.parted": "They parted with a handshake.",
    "debrief.2.changed": "Agreed, on a proposal by {party}: {change}.",
    "debrief.2.rejected": "{party} {n:proposed|proposed}: {change}. It did not happen.",
    "debrief.2.rejected.rival": "{party} {n:proposed|proposed}: {change}. Another proposal, by "
    "{other}, went before it.",
    "debrief.2.scene": "{by} brought up {cause}: {of} {reply}, {by} {response}.",
    "debrief.2.scene.trust": "{by:'s} trust in {of}: {before} → {after}.",
    "debrief.2.scene.mean": "Mean trust is then {mean}.",
    "debrief.2.scene.heard": "{by} {n:heard|heard} it there as well.",
    "debrief.2.kept": "{by} knew what {of} had hidden ({moves}), and did not confront {of} with "
    "it then.",
    "debrief.2.kept.again": "{by} still knew what {of} had hidden ({moves}), and again did not "
    "confront {of} with it.",
    "debrief.2.turn": "The largest shift on the first page is in round {round}: {trust} went from "
    "{before} to {after}.",
    "debrief.2.turn.talk": "The largest shift on the first page is in the talk after round "
    "{round}: {trust} went from {before} to {after}.",
    "debrief.2.turn.moment": "The largest shift on the first page is in the reflection moment "
    "after round {round}: {trust} went from {before} to {after}.",
    "debrief.2.turn.moment.talk": "The largest shift on the first page is in the talk after the "
    "reflection moment that followed round {round}: {trust} went from {before} to {after}.",
    "debrief.3": "What each side knew",
    "debrief.3.ask": "What did you think the others wanted?",
    "debrief.3.private": "Only {party} was given this to read: “{text}”",
    "debrief.3.wants": "{party} wanted (weightiest first): {wants}.",
    "debrief.3.came-of-it": "And did it come about? For each: yes, no, or quite otherwise.",
    "debrief.3.your-wants": "What {party} was after",
    "debrief.3.person": "And {name} was given this: “{text}”",
    "debrief.3.told": "Only {party} heard, in round {round}: “{text}”",
    "debrief.3.hidden": "Behind the faces",
    "debrief.3.value": "Value is what a side gained or lost, as the model counts it; it is given "
    "for the whole round, with all its moves and events.",
    "debrief.3.guile": "Round {round}: {did}.",
    "debrief.3.guile.move": "{party} played “{move}”",
    "debrief.3.guile.same": "{parties} {n:|both|all ~} played “{move}”",
    "debrief.3.guile.round": "In value the round brought {changes}.",
    "debrief.3.guile.changed": "{change} for {party}",
    "debrief.3.guile.broken": "The round was broken off before that could bring any value.",
    "debrief.3.guile.of": " what {party} had done",
    "debrief.3.guile.found": "In round {round} {by} {n:found|found} out{of}.",
    "debrief.3.guile.found.now": "{by} {n:found|found} out{of} that same round.",
    "debrief.3.guile.found.moment": "In the reflection moment after round {round} {by} "
    "{n:found|found} out{of}.",
    "debrief.3.guile.never": "During the play {by} did not find out{of}.",
    "debrief.3.guile.alone": "None of the others was there, and it did not come out.",
    "debrief.3.guile.alone.of": "When {party} did it, none of the others was there, and it did not "
    "come out.",
    "debrief.3.guile.heard": "In the talk after round {round} {by} heard from {who}{of}.",
    "debrief.3.guile.owned-up": "In round {round} {party} itself told {to}.",
    "debrief.3.guile.known": "{by} had known since round {round} that {party} had done this "
    "before.",
    "debrief.3.no-guile": "Nobody made a move that hid something.",
    "debrief.3.false": "Round {round}: {by} suspected {of}. Nothing was hidden behind “{move}”.",
    "debrief.3.forecasts": "{party} got {right} of {count:# prediction|# predictions} right.",
    "debrief.3.forecasts.none": "{party} got {count:its one prediction wrong|neither of its two "
    "predictions right|none of its ~ predictions right}.",
    "statistics.brier": "Counting how sure it was said, the error is {brier}: 0 is "
    "always right, {uniform} is blind guessing.",
    "debrief.3.stated": "How far {party} said to trust {about}, at the start of each phase: "
    "{figures}.",
    "debrief.3.stated.one": "{stated} (model {model})",
    "debrief.3.stated.fair": "Feeling and model were close.",
    "debrief.3.stated.higher": "The feeling was {n:# point|# points} above the model on average.",
    "debrief.3.stated.lower": "The feeling was {n:# point|# points} below the model on average.",
    "debrief.4": "The road across the map",
    "debrief.4.ask": "With more tables: lay your roads side by side. Same script, different "
    "ending: where did they part? On your own: where could yours have gone another way?",
    "debrief.4.ask.alone": "Where could your road have gone another way?",
    "debrief.4.point.start": "Start: {place} (trust {trust}, paper {formal}).",
    "debrief.4.point.begun": "From the start to the end of round {rounds}: {place} (by then trust "
    "{trust}, paper {formal}).",
    "debrief.4.point": "After {n:round|rounds} {rounds}: {place} ({n:|by then }trust {trust}, "
    "paper {formal}).",
    "debrief.4.point.end": "At the end, after round {rounds}: {place} (trust {trust}, paper "
    "{formal}).",
    "debrief.4.borders": "On this map trust is high from {trust} up, and there is much on paper "
    "from {formal} up; what lies less than {notable:# point|# points} from that is called around "
    "the border. What stands here is how things were when the next round began, or at the end: "
    "after all that followed a round.",
    "map.place": "{trust}, {paper}",
    "map.trust.much": "much trust",
    "map.trust.little": "little trust",
    "map.trust.border": "trust around the border",
    "map.trust.apart": "little trust on one side and much on another ({lowest} and {highest})",
    "map.paper.much": "much on paper",
    "map.paper.little": "little on paper",
    "map.paper.border": "paper around the border",
    "debrief.4.advice": "The advice that goes with it: {advice}",
    "quadrant.1": "much trust, little on paper",
    "quadrant.2": "much trust, much on paper",
    "quadrant.3": "little trust, much on paper",
    "quadrant.4": "little trust, little on paper",
    "advice.lead-by-example": "set the example yourself, and leave it to your people to get the "
    "agreements into line.",
    "advice.go-for-robust": "build an alliance that can take a knock.",
    "advice.are-we-in-the-way": "ask each other what stands between you as people.",
    "advice.invest-in-trust-first": "invest in each other first, and only then see whether an "
    "alliance makes sense.",
    "debrief.5": "What if",
    "debrief.5.ask": "Which one choice would you make differently?",
    "debrief.5.label": "From each round below the computer played on {plays:once|twice|~ times} "
    "as played, and as often with another choice. Chance was the same in both. Its players are "
    "fixed characters (personas). Ending well means an end that holds, with enough in it for "
    "everybody and not far more for one than for another.",
    "debrief.5.fork": "Round {round}. {party} chose “{move}”. And if it had been “{other}”?",
    "debrief.5.success": "As played, {played} of {plays} ended well; with the other move, "
    "{instead}.",
    "statistics.value": "Value for a party per round: {played} against {what_if}. Difference "
    "{mean} (95% interval {low} to {high}).",
    "debrief.5.margin": "That is a difference of {apart}, give or take {margin}.",
    "debrief.5.better": "Here the choice that was made did better than the other.",
    "debrief.5.unsure": "That is so small a difference that it may be chance.",
    "debrief.5.none": "There is no choice here beside which the computer could put another.",
    "debrief.6": "Five theses, and you",
    "debrief.6.ask": "Which do you recognise, where is it in your own alliance, and what is "
    "unreal about this game?",
    "thesis.1": "A party that is divided on its own side will have a hard time at the table.",
    "thesis.2": "What we arrange neatly on paper hides what goes on between people.",
    "thesis.3": "Trust makes working together possible and cheaper, keeps risks life-size and "
    "makes opportunism rarer.",
    "thesis.4": "The talks are a game that the players make themselves, and so can change.",
    "thesis.5": "Reflection and debate strengthen trust without smoothing out the differences.",
    "debrief.6.thesis": "Thesis {n}. {text}",
    "debrief.6.for": "For: {text}",
    "debrief.6.against": "Against: {text}",
    "debrief.6.nothing.1": "Thesis 1: nothing found. It would show, for instance, where "
    "somebody's own side stops a move and that costs somebody else {notable:# point|# points} of "
    "trust or more.",
    "debrief.6.nothing.2": "Thesis 2: nothing found, for or against.",
    "debrief.6.nothing.3": "Thesis 3: nothing found. It would show, for instance, where one "
    "kind of move is clearly made more often, or less, as trust is higher.",
    "debrief.6.nothing.4": "Thesis 4: nothing found. It would show where "
    "somebody proposes to change the game.",
    "debrief.6.nothing.5": "Thesis 5: nothing found. It would show where "
    "somebody names a difference in a reflection moment in which nothing comes out and trust "
    "at the table moves by {notable:# point|# points} or more.",
    "debrief.6.goals": "What this scenario wants to show",
    "debrief.6.goal": "{text} (thesis {thesis})",
    "debrief.7": "The game itself",
    "debrief.7.ask": "Who wrote the rules? What could have been different, and what did the model "
    "leave out?",
    "ledger.changed": "What was changed",
    "ledger.never-questioned": "What could have been different, and nobody made a proposal about",
    "ledger.proposed-and-rejected": "What was proposed and not agreed to at the time",
    "ledger.by-script": "What the script changed",
    "ledger.line": "{chapter}: {name}",
    "ledger.refused": "{name}: {proposals}",
    "ledger.open.length": "how long {name} lasts",
    "ledger.open.in": "{name} at the table",
    "ledger.open.out": "{name} away from the table",
    "ledger.refused.by": "{how}by {party} after {n:round|rounds} {rounds}",
    "ledger.how.amount": "to {amount}, ",
    "ledger.how.drop": "to drop it, ",
    "ledger.how.adopt": "to bring it in, ",
    "ledger.how.hold": "to {holder}, ",
    "ledger.status.adopted": "{name} brought in",
    "ledger.status.adopted.decor": "moved to {name}",
    "ledger.status.adopted.roles": "{name} asked to the table",
    "ledger.status.dropped.roles": "{name} no longer at the table",
    "ledger.status.dropped.decor": "moved away from {name}",
    "ledger.status.dropped": "{name} dropped",
    "ledger.status.changed": "{name} changed",
    "ledger.status.changed.amount": "{name} from {start} to {end}",
    "ledger.status.held.party": "{name} now with {holder}",
    "ledger.status.held.table": "{name} now on the table",
    "ledger.status.put-back": "{name} changed, and put back again",
    "ledger.status.put-back.decor": "moved to {name}, and later somewhere else",
    "ledger.none-changed": "The players agreed on no change of the game.",
    "pattern.head": "Patterns in this play",
    "pattern.early-betrayal": "{n:A hidden move|Hidden moves} in the first third of the play: "
    "{parties}, in {n:round|rounds} {rounds}.",
    "pattern.late-betrayal": "{parties} hid something only in the last third of the play: in "
    "{n:round|rounds} {rounds}.",
    "pattern.hidden-guile": "{n:A hidden move that did not come out|Hidden moves that did not come "
    "out}: {parties}, in {n:round|rounds} {rounds}.",
    "pattern.tit-for-tat": "Tit for tat: in {same} of {of} rounds {parties} chose the kind of "
    "move that the other side had seemed to make the round before.",
    "pattern.cold-peace": "Cold peace: {share}% of the moves were reciprocal, nobody put "
    "themselves first, and trust at the end stood at {trust}.",
    "pattern.paper-wall": "More on paper, less trust: at the end more was laid down than at the "
    "start, and mean trust went from {before} to {trust}.",
    "pattern.one-sided-giving": "Giving from one side: {giver} chose a move that builds trust "
    "{gives:once|twice|~ times}, {takers} {returns:once|twice|~ times}.",
    "pattern.one-sided-giving.never": "Giving from one side: {giver} chose a move that builds "
    "trust {gives:once|twice|~ times}, {takers} never.",
    "pattern.one-sided-giving.most": "Giving from one side: {giver} chose a move that builds "
    "trust {gives:once|twice|~ times}, {takers} {returns:once at most|twice at most|~ times at "
    "most}.",
    "pattern.never-questioned": "Never questioned: {things:# thing|# things} could have been "
    "different, and nobody proposed a change.",
    "pattern.changed-the-game": "The game changed after {n:round|rounds} {rounds}.",
    "pattern.spoke-too-early": "Asked, and not answered: {parties} alone asked for a reflection "
    "moment in {n:round|rounds} {rounds}, and before the proposals {others} did no more in it "
    "than joke or keep silent.",
    "pattern.never-spoke": "Never spoke: nobody proposed a change of the game, and in no "
    "reflection moment did anybody go into what chafed.",
    "pattern.never-spoke.none": "Never spoke: nobody proposed a change of the game, and there was "
    "no reflection moment.",
    "pattern.repaired": "Came back: {giver:'s} trust in {taker} stood at {before} (after round "
    "{first} and what followed it), at {low} (after round {last} and what followed it) and at "
    "{trust} at the end.",
    "pattern.repaired.start": "Came back: {giver:'s} trust in {taker} stood at {before} at the "
    "start, at {low} after round {last} and what followed it, and at {trust} at the end.",
    "pattern.broken-by-turnover": "Somebody gone: in round {rounds} the talks lost somebody who "
    "knew the story, and trust at the table went from {before} to {trust}. With the same luck and "
    "without that loss it would have been {without}.",
    "pattern.trainer": "For the trainer: {text}",
    "debrief.8": "What next",
    "debrief.8.ask": "One thing you will do before Friday. Write it down, with the name of the "
    "person you will tell.",
    "pattern.trainer.goal": "For the trainer, on the whole: {text}",
    "statistics.head": "The statistics",
    "statistics.how": "Each choice was played on {plays:once|twice|~ times} with personas. Luck is "
    "the same in both cases, so the differences are paired; the intervals are 95% intervals of the "
    "mean difference.",
    "statistics.success": "An end that holds: as played {played}%, otherwise {what_if}%. "
    "Difference {mean:# point|# points} (95% interval {low} to {high}).",
    "debrief.author": "Questions that belong to this story",
    "debrief.think": "Enter when you have an answer",
    "debrief.next": "Enter for the next step",
    "debrief.more": "Enter for more",
}
