"""Every constant of how the personas choose, with its unit, its range and its source.

The same for every persona; `engine.players.personas` has how they differ. All are design
choices: the literature gives the rule (see `engine.players.strategy`), not the sizes. Marks and
the way of writing: engine/model/parameters.py.
"""

from dataclasses import dataclass

from engine.model.parameters import SHARE, WEIGHT, constant

SCORE = "score; its random part has a spread of about 1"


@dataclass(frozen=True, slots=True)
class PlayerParameters:
    """The constants of the players. Vary them with `dataclasses.replace`."""

    # Which sort of move
    warmth_base: float = constant(0.40, 0.20, 0.60, WEIGHT, "[J] chance of giving, at no trust")
    warmth_of_trust: float = constant(0.90, 0.50, 1.20, WEIGHT, "[J]")
    warmth_lowest: float = constant(0.05, 0.0, 0.10, SHARE, "[J] everybody gives now and then")
    warmth_highest: float = constant(0.95, 0.90, 1.0, SHARE, "[J] and nobody always")

    # Which move of that sort: a softmax over scores
    luck_of_move: float = constant(0.25, 0.10, 0.50, SCORE, "[J] at restless = 0")
    luck_of_restless: float = constant(1.20, 0.60, 1.80, SCORE, "[J] added at restless = 1")
    repeats: float = constant(-0.60, -1.20, 0.0, SCORE, "[J] the same move twice in a row")
    out_of_sort: float = constant(
        -20.0, -30.0, -10.0, SCORE, "[J] a move of another sort, only if there is none of that sort"
    )

    # Calling a moment
    reason_to_call: float = constant(
        0.50, 0.30, 0.70, SHARE, "[J] trust below it is a reason to call one"
    )

    # What it predicts of the others
    hope_of_tone: float = constant(0.20, 0.0, 0.40, "trust", "[J] for how they just looked")
    hopes: float = constant(0.60, 0.52, 0.75, "trust", "[J] from here on it expects giving")
    fears: float = constant(0.40, 0.25, 0.48, "trust", "[J] below it, taking")
    sure_at_least: float = constant(0.45, 0.35, 0.55, "probability", "[J] above one in three")
    sure_of_hope: float = constant(0.80, 0.40, 0.90, WEIGHT, "[J] for how clear the hope is")

    # In a reflection moment
    opens_base: float = constant(0.40, 0.20, 0.60, WEIGHT, "[J] of opening up, at no safety")
    opens_of_safety: float = constant(0.60, 0.30, 0.80, WEIGHT, "[M] sign Edmondson 1999; [J] size")
    worth_saying: float = constant(
        0.60, 0.30, 1.0, "worth", "[J] a change must be worth this much to propose it"
    )
    whim: float = constant(0.90, 0.40, 1.40, "worth", "[J] of the day, uniform from 0")
    favour_of_trust: float = constant(0.40, 0.20, 0.60, "worth", "[J] in judging a proposal")
    favour_from: float = constant(
        0.40, 0.20, 0.60, "trust", "[J] less trust counts against the proposal"
    )
    luck_of_vote: float = constant(0.60, 0.30, 1.0, "worth", "[J] uniform around 0")
    parting: float = constant(2.0, 1.0, 3.0, WEIGHT, "[J] of risk above confidence, in parting")
    parting_from: float = constant(0.15, 0.05, 0.25, SHARE, "[J] habit holds people together")

    # In a confrontation
    raises_base: float = constant(0.45, 0.25, 0.65, SHARE, "[J] of what was found out, raised")
    raises_of_safety: float = constant(
        0.30, 0.10, 0.50, WEIGHT, "[M] sign Edmondson 1999; [J] size"
    )
    raises_of_grudge: float = constant(0.10, 0.0, 0.20, WEIGHT, "[J] who holds it against them")
    keeps_of_guile: float = constant(0.45, 0.20, 0.70, WEIGHT, "[J] what one knows can be used")
    owns_base: float = constant(0.20, 0.0, 0.40, SHARE, "[J] of apologies, made without an excuse")
    accepts_base: float = constant(0.20, 0.0, 0.40, SHARE, "[J] of replies, at no trust")
    accepts_of_trust: float = constant(
        0.70, 0.40, 1.0, WEIGHT, "[R] sign Kim et al. 2004; [J] size"
    )
    credit_owned: float = constant(0.25, 0.10, 0.40, SHARE, "[J] owned up; lost by saying nothing")
    credit_explained: float = constant(0.15, 0.0, 0.30, SHARE, "[J]")
    credit_denied: float = constant(-0.05, -0.20, 0.10, SHARE, "[J] denied, true or not")
    credit_no_breach: float = constant(
        0.25, 0.10, 0.40, SHARE, "[J] a no or a farewell: nothing to forgive"
    )
    refuses_of_grudge: float = constant(0.20, 0.0, 0.40, WEIGHT, "[J] of guile that came out")
    asks: float = constant(0.40, 0.20, 0.60, SHARE, "[J] of what is not accepted as it is")
    asks_of_paper: float = constant(0.15, 0.0, 0.30, WEIGHT, "[J] what is asked is written down")

    # What a thing of the game is worth to it
    points_of_amount: float = constant(
        20.0, 10.0, 30.0, "points", "[J] of a negotiated amount that count as one thing"
    )
    worth_of_effect: float = constant(5.0, 3.0, 7.0, "worth", "[J] of an effect of 1, if liked")
    worth_of_leave: float = constant(
        0.30, 0.15, 0.45, "worth", "[J] to be free to play what it likes"
    )
    worth_of_people: float = constant(0.20, 0.10, 0.40, "worth", "[J] somebody at the table")
    worth_of_moment: float = constant(0.30, 0.15, 0.45, "worth", "[J] a phase in the script")
    worth_of_holding: float = constant(0.15, 0.05, 0.30, "worth", "[J] a prop in its own hands")
    worth_of_sharing: float = constant(0.20, 0.10, 0.30, "worth", "[J] a prop for all, if open")
    worth_of_new: float = constant(0.40, 0.20, 0.60, "worth", "[J] one more phase, if it opens up")


PLAYERS = PlayerParameters()
