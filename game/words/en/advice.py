"""What `balance` advises. English."""

from game.words import Catalogue

WORDS: Catalogue = {
    "advice": "What to do",
    "advice.less": "fewer than 1",
    "advice.fine": "Nothing stands out that you should change: {n} in 100 talks end well.",
    "advice.fine.so-far": "So far nothing stands out that you should change: {n} in 100 talks end "
    "well.",
    "advice.success.low": "Only {n} in 100 talks end well",
    "advice.success.high": "As many as {n} in 100 talks end well, so that little is at stake",
    "advice.where": ", and most of the others break off in “{phase}”",
    "advice.expected": "You expect “{what}” in {low} to {high} of 100 plays, and it is {n}",
    "advice.met": "No play comes to “{what}”",
    "advice.helps": "{head}: {now}; {then}.",
    "advice.helps.most": "{head}: {now}; {then}, and nothing else that was tried helps more.",
    "advice.head": "{head}.",
    "advice.none": "{head}; of all that was tried, nothing by itself helps by more than luck.",
    "advice.then": "{change}, it is {n} in 100 (between {low} and {high})",
    "advice.unshown.same": "“{goal}” does not show in these plays (thesis {thesis}; {apart})",
    "advice.unshown.fewer": "“{goal}” shows the other way round in these plays (thesis {thesis}; "
    "{apart})",
    "advice.unshown.helps": "{head}: {now}; {change}, it does ({apart}).",
    "advice.unshown.none": "{head}; of all that was tried, nothing by itself makes it show.",
    "advice.crowd": "In “{phase}” {party} can choose from {moves:# move|# moves}, and more than "
    "nine is what makes moves idle: {idle:one|#} of them {idle:was|were} the best choice in none "
    "of {plays:# play|# plays} (in at most {most} of 100), and of the nine that are best most "
    "often only {left:one is|# are}.",
    "advice.crowd.none": "In “{phase}” {party} can choose from {moves:# move|# moves}, and more "
    "than nine is what makes moves idle: {idle:one|#} of them {idle:was|were} the best choice in "
    "none of {plays:# play|# plays} (in at most {most} of 100), and of the nine that are best "
    "most often none is.",
    "advice.untempted": "In “{phase}” nobody is tempted in {n} of 100 plays (at least {low}): "
    "make taking worth more there, or understanding lower.",
    "advice.with": "with {to}",
    "advice.with.on": "with it",
    "advice.with.off": "without it",
    "advice.change": "{now}; {change}",
    "advice.start.trust": "trust starts at {n}",
    "advice.start.reliability": "reliability starts at {n}",
    "advice.start.safety": "safety starts at {n}",
    "advice.start.diversity": "the differences between the parties are {n}",
    "advice.start.understanding": "understanding of the differences starts at {n}",
    "advice.start.formal_overlap": "what is on paper starts at {n}",
    "advice.start.exposure": "exposure starts at {n}",
    "advice.start.pressure": "pressure from outside is {n}",
    "advice.start.competition": "rivalry is {n}",
    "advice.start.institution": "faith in the sector is {n}",
    "advice.start.exit_cost": "walking out costs {n}",
    "advice.balance": "{party:'s} internal balance is {n}",
    "advice.trait": "“{move}” has {n} in {trait}",
    "advice.switch.on": "“{thing}” is there from the start",
    "advice.switch.off": "“{thing}” is not there at the start",
    "advice.effect": "“{thing}” does this: {shift}",
    "advice.rounds": "“{phase}” lasts {n:one round|# rounds}",
    "advice.chance": "“{event}” has a chance of {n}% each round",
    "advice.hollow": "“{ritual}” turns hollow when trust is below {n}",
    "advice.calls": "each party may call {n:one reflection moment|# reflection moments}",
    "advice.when.next": "the script goes from “{phase}” to “{to}” when {when}",
    "advice.when.move": "“{move}” is possible when {when}",
    "advice.when.event": "“{event}” can happen when {when}",
    "advice.when.ending": "“{ending}” is the ending when {when}",
    "advice.ranking": "What makes most difference",
    "advice.aim": "“{what}”: {n} in 100 plays now",
    "advice.rank": "{change}: {n} in 100 ({apart}).",
    "advice.tried": "{n:# change was|# changes were} tried one at a time, of {all}. Each interval "
    "allows for how many were tried.",
    "advice.goal.more": "Shows in these plays. {thesis}",
    "advice.goal.same": "Does not show in these plays. {thesis}",
    "advice.goal.fewer": "Shows the other way round in these plays. {thesis}",
    "advice.goal.unknown": "Not looked at yet.",
    "advice.goal.debrief": "The debrief finds something for it in {n} of {plays:# play|# plays}, "
    "and something against it in {against}.",
    "advice.goal.example": "Most often, for instance: {text}",
    "advice.stopped": "Stopped at {done}% of the work. What was found until then is told; what "
    "was not looked at is left out.",
    "advice.since.same": "Nothing has changed in the scenario since the last time ({when}).",
    "advice.since.other": "The last time ({when}) other plays were played, which can't be "
    "compared.",
    "advice.since.more": "Since the last time ({when}) more talks end well: {before} in 100 then, "
    "{now} now ({apart}).",
    "advice.since.fewer": "Since the last time ({when}) fewer talks end well: {before} in 100 "
    "then, {now} now ({apart}).",
    "advice.since.level": "Since the last time ({when}) no more and no fewer talks end well than "
    "luck explains: {before} in 100 then, {now} now ({apart}).",
    "advice.since.idle": "Moves that are the best choice for nobody: {before} then, {now} now.",
    "advice.since.gained": "Now {n:thesis|theses} {theses} {n:shows|show} as well.",
    "advice.since.lost": "{n:Thesis|Theses} {theses} {n:does|do} not show any more.",
    "advice.kept": "Kept for the next time in {path}.",
}
