"""Every constant, once, with its unit, its range and where it comes from.

Here stand those of the model, of the four steps of a reflection moment, of confrontations, of what
goes on inside a party, and of what the state of a play is called; those of the players stand in
engine/players/parameters.py, made the same way.

Marks: [R] a published abstract or excerpt was read, [M] from memory, [J] a design choice of
ours. Signs follow the cited literature; sizes marked [J] are design choices. The model was
fitted to no data on the outcomes of alliances.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Any, NamedTuple

SHARE = "share in [0, 1]"
VALUE = "value per round"
CHANCE = "probability per round"
RATE = "share of the room left, per round"
WEIGHT = "weight"


def constant(default: float, low: float, high: float, unit: str, source: str) -> Any:
    """A field with that default; the model's properties must hold everywhere in the range."""
    described = {"low": low, "high": high, "unit": unit, "source": source}
    return field(default=default, metadata=described)


@dataclass(frozen=True, slots=True)
class Parameters:
    """The constants of the model. Vary them with `dataclasses.replace`."""

    # Risk and confidence
    risk_base: float = constant(
        0.24, 0.05, 0.35, SHARE, "[J] no cooperation without risk (De Man 2006); calibrated"
    )
    risk_of_exposure: float = constant(0.15, 0.05, 0.40, WEIGHT, "[M] Singer 1958: exposure")
    risk_of_pressure: float = constant(0.20, 0.05, 0.40, WEIGHT, "[R] sign Kaats et al.; [J] size")
    risk_of_competition: float = constant(0.22, 0.10, 0.40, WEIGHT, "[R] sign Kaats 2005; [J] size")
    risk_cover: float = constant(
        0.05,
        0.0,
        0.15,
        WEIGHT,
        "[R] sign Cao & Lumineau 2015; [J] size: above .15 contracts dominate",
    )
    risk_lowest: float = constant(0.01, 0.005, 0.05, SHARE, "[J] p* is never zero")
    risk_highest: float = constant(0.95, 0.90, 0.99, SHARE, "[J] p* is never one")
    overestimation: float = constant(0.35, 0.10, 0.60, WEIGHT, "[R] sign Smid 2007; [J] size")
    control: float = constant(
        0.65,
        0.30,
        0.85,
        WEIGHT,
        "[R] Das & Teng 2001: trust + control; [J] as far as both understand it alike",
    )
    all_needed: float = constant(
        0.30, 0.0, 1.0, WEIGHT, "[M] Olson 1965; [J] weighed by competition, see kernel.risk"
    )

    # Perception
    see_benevolence: float = constant(0.45, 0.30, 0.60, WEIGHT, "[R] Mayer et al. 1995; [J] size")
    see_candour: float = constant(0.40, 0.25, 0.55, WEIGHT, "[R] Mayer et al. 1995; [J] size")
    see_commitment: float = constant(0.45, 0.30, 0.60, WEIGHT, "[R] Mayer et al. 1995; [J] size")
    see_claim: float = constant(
        0.70, 0.50, 0.90, WEIGHT, "[J] to want much openly is no deceit: with guile it is 1.2"
    )
    see_guile: float = constant(0.50, 0.20, 0.80, WEIGHT, "[J]")
    old_guile: float = constant(0.80, 0.50, 1.0, WEIGHT, "[J] what hidden guile weighs when found")
    openness_base: float = constant(0.30, 0.10, 0.50, SHARE, "[J] openness without candour")
    noise: float = constant(0.15, 0.0, 0.30, "standard deviation of experience", "[J] March 1976")
    detection: float = constant(
        0.15, 0.05, 0.25, CHANCE, "[R] Peskoff et al. 2020: 13.8% of lies are suspected"
    )
    detection_gain: float = constant(
        0.30, 0.10, 0.40, CHANCE, "[R] up to the 47% of Bond & DePaulo 2006"
    )
    false_alarm: float = constant(
        0.045, 0.0, 0.10, CHANCE, "[R] Peskoff et al. 2020: 4.5% of truths are suspected"
    )
    suspicion: float = constant(
        0.05, 0.0, 0.15, "experience", "[J] a hunch is no proof: it spoils a good act, little more"
    )

    # Trust and reliability
    trust_gain: float = constant(
        0.36, 0.20, 0.40, RATE, "[R] sign Slovic 1993; [J] level: what the laboratory fits, .362"
    )
    trust_loss: float = constant(
        0.65, 0.47, 0.85, RATE, "[R] sign Slovic 1993; [J] level: 1.81 times the gain"
    )
    scar: float = constant(
        0.30, 0.10, 0.40, "share of the ceiling", "[R] sign Schweitzer et al. 2006; [J] size"
    )
    masking: float = constant(
        0.50, 0.20, 0.80, WEIGHT, "[R] sign Malhotra & Murnighan 2002; [J] size"
    )
    halo: float = constant(0.20, 0.0, 0.30, WEIGHT, "[R] sign Zaheer et al. 1998; [J] size")
    repair: float = constant(0.15, 0.05, 0.30, RATE, "[J]")
    repair_matched: float = constant(1.30, 1.10, 1.50, WEIGHT, "[R] sign Kim et al. 2004; [J] size")
    repair_mismatched: float = constant(
        0.50, 0.20, 0.80, WEIGHT, "[R] sign Kim et al. 2004; [J] size"
    )
    denied_proof: float = constant(
        0.15,
        0.05,
        0.30,
        "share of trust",
        "[R] sign Kim et al. 2004; [J] for denying proof",
    )
    shock: float = constant(
        0.35, 0.25, 0.37, "share", "[J] most that events take or give: less than a lie found out"
    )
    trust_talk: float = constant(
        0.07, 0.04, 0.14, "share of trust", "[J] speaking of trust first shows distrust"
    )
    reliability_gain: float = constant(0.20, 0.10, 0.30, RATE, "[J]")
    reliability_loss: float = constant(0.40, 0.31, 0.60, RATE, "[J]")
    unkept: float = constant(0.50, 0.30, 0.80, WEIGHT, "[J] a promise not kept, in reliability")
    breach_claim: float = constant(0.50, 0.30, 0.80, SHARE, "[J] a claim this open is a breach")

    # Internal balance (thesis 1)
    veto: float = constant(
        0.25, 0.10, 0.40, CHANCE, "[M] B = .5 gives the 1/8 execution error of Fudenberg et al."
    )
    slip: float = constant(0.50, 0.20, 0.60, CHANCE, "[J] a promise only partly kept")
    slip_size: float = constant(0.50, 0.30, 0.80, SHARE, "[J] the part not kept")

    # Safety, lock-in, formal overlap
    safety_gain: float = constant(0.30, 0.10, 0.50, RATE, "[R] sign Frazier et al. 2017; [J] size")
    safety_in_round: float = constant(
        0.30, 0.10, 0.50, WEIGHT, "[J] per round, apart from reflection"
    )
    safety_loss: float = constant(0.30, 0.10, 0.50, RATE, "[J]")
    unsafe_claim: float = constant(0.50, 0.30, 0.80, WEIGHT, "[J]")
    unsafe_guile: float = constant(0.90, 0.80, 1.0, WEIGHT, "[J]")
    lock_in: float = constant(0.10, 0.05, 0.20, RATE, "[J] the pattern repeats itself")
    formalising: float = constant(0.60, 0.30, 0.80, RATE, "[J]")

    # Value
    yield_: float = constant(3.2, 2.4, 3.6, "value for effort", "[J] PD to stag hunt, see README")
    novelty_base: float = constant(0.60, 0.40, 0.80, WEIGHT, "[R] sign Nooteboom et al. 2007")
    novelty: float = constant(0.80, 0.60, 1.0, WEIGHT, "[R] sign Nooteboom et al. 2007; [J] size")
    misunderstanding: float = constant(
        0.70, 0.60, 0.80, WEIGHT, "[R] sign Nooteboom et al. 2007; [J] size"
    )
    yield_base: float = constant(0.83, 0.75, 0.90, WEIGHT, "[J]")
    yield_formal: float = constant(0.10, 0.05, 0.20, WEIGHT, "[J]")
    yield_both: float = constant(
        0.15, 0.05, 0.25, WEIGHT, "[R] sign Poppo & Zenger 2002; [J] size: contract x trust"
    )
    transaction_lowest: float = constant(0.05, 0.02, 0.08, "share of value", "[J] at full trust")
    transaction_ratio: float = constant(
        5.0, 4.0, 6.0, "times", "[R] Dyer & Chu 2003: the least trusted cost five times as much"
    )
    grab: float = constant(0.60, 0.30, 0.80, WEIGHT, "[J] what a claim does to the division")
    theft: float = constant(0.35, 0.10, 0.50, VALUE, "[J] what guile takes from full exposure")
    formalise_cost: float = constant(0.05, 0.0, 0.10, VALUE, "[J]")
    reflect_cost: float = constant(0.05, 0.0, 0.10, VALUE, "[J] the time that reflection takes")
    exposure_cover: float = constant(0.50, 0.20, 0.80, WEIGHT, "[R] sign Kale et al. 2000")
    outside: float = constant(0.12, 0.05, 0.15, VALUE, "[J] P < exit < R (Arend & Seale 2005)")

    # Choice without a script (bare plays)
    precision: float = constant(7.0, 0.0, 12.0, "logit", "[J] lab 2.1 (logit choice)")
    inertia: float = constant(0.45, 0.0, 1.20, "logit", "[J] lab 1.2")
    habit_locked: float = constant(
        2.0, 1.0, 3.0, "times", "[J] what full lock-in adds to the pull of the last act"
    )
    guile_share: float = constant(0.30, 0.0, 1.0, SHARE, "[J] of opportunistic acts")
    temptation_base: float = constant(0.50, 0.30, 0.70, WEIGHT, "[J] to hide, at no pressure")
    temptation_pressure: float = constant(
        0.50, 0.30, 0.70, WEIGHT, "[R] sign Kaats et al.; [J] size"
    )
    temptation_competition: float = constant(
        0.50, 0.30, 0.70, WEIGHT, "[R] sign Kaats 2005; [J] size"
    )
    opportunistic_claim: float = constant(
        0.50, 0.30, 0.80, SHARE, "[J] claiming more than this is taking, not sharing"
    )

    # Ends
    exit_rate: float = constant(0.50, 0.20, 0.70, CHANCE, "[J]")
    exit_slope: float = constant(9.0, 4.0, 12.0, "logit", "[J]")
    exit_margin: float = constant(
        0.14, 0.05, 0.30, SHARE, "[J] calibrated: success about .55, mixed"
    )
    break_cost: float = constant(0.10, 0.0, 0.30, "value", "[R] sign Parkhe 1998: sunk; [J] size")
    success_value: float = constant(0.15, 0.13, 0.20, VALUE, "[J] just above the outside value")
    lopsided_gap: float = constant(0.20, 0.10, 0.30, VALUE, "[J]")

    # Reflection
    reflect_quality: float = constant(1.0, 0.5, 1.0, WEIGHT, "[J]")
    reflect_trust: float = constant(
        0.30, 0.10, 0.45, RATE, "[R] debriefs d .67 (Tannenbaum & Cerasoli 2013); [J] size"
    )
    friction: float = constant(
        0.15, 0.05, 0.25, WEIGHT, "[J] diversity that shows where it is unsafe"
    )
    reflect_understanding: float = constant(0.35, 0.20, 0.60, RATE, "[J]")
    unlocking: float = constant(0.80, 0.40, 1.0, WEIGHT, "[J] thesis 4")
    forgetting: float = constant(0.50, 0.20, 0.80, WEIGHT, "[J] of the last act")
    surfacing: float = constant(0.50, 0.20, 0.80, CHANCE, "[J] hidden guile, at full quality")
    confessed: float = constant(0.50, 0.30, 0.80, WEIGHT, "[J] it hurts less than being caught")

    # Turnover
    turnover: float = constant(0.04, 0.0, 0.15, CHANCE, "[R] sign Vafeas 2010; [J] size")
    newcomer_trust: float = constant(
        0.48, 0.35, 0.60, SHARE, "[J] as among strangers; never above what it was"
    )
    handed_over: float = constant(
        0.60, 0.30, 0.80, SHARE, "[R] sign Zaheer et al. 1998; [J] of trust and understanding"
    )
    turnover_cost: float = constant(0.15, 0.05, 0.30, "value", "[J] without a contract")

    # Start
    trust: float = constant(0.58, 0.20, 0.90, SHARE, "[J] calibrated: success about .55, mixed")
    trust_spread: float = constant(
        0.15,
        0.0,
        0.20,
        "standard deviation",
        "[J] alliances differ, without a script",
    )
    impression: float = constant(
        0.06, 0.0, 0.06, "trust, at most", "[J] of the first ten minutes, where a script sets it"
    )
    first_trust_lowest: float = constant(
        0.02, 0.0, 0.10, SHARE, "[J] no first impression is hopeless"
    )
    first_trust_highest: float = constant(0.98, 0.90, 1.0, SHARE, "[J] nor is any beyond doubt")
    reliability: float = constant(0.50, 0.20, 0.80, SHARE, "[J]")
    institution: float = constant(0.30, 0.0, 0.50, WEIGHT, "[J] of trust in institutions")
    safety: float = constant(0.40, 0.10, 0.80, SHARE, "[J]")
    internal_balance: float = constant(0.75, 0.30, 1.0, SHARE, "[J]")
    exposure: float = constant(0.20, 0.0, 0.40, SHARE, "[J]")
    formal_overlap: float = constant(0.20, 0.0, 0.60, SHARE, "[J]")
    understanding: float = constant(0.30, 0.10, 0.60, SHARE, "[J]")
    diversity: float = constant(0.50, 0.10, 0.90, SHARE, "[J]")
    pressure: float = constant(0.30, 0.0, 0.90, SHARE, "[J]")
    competition: float = constant(0.30, 0.0, 0.90, SHARE, "[J]")
    exposure_rate: float = constant(0.25, 0.10, 0.40, RATE, "[J] without a form")

    # Reading of the state
    quadrant_trust: float = constant(0.60, 0.40, 0.75, SHARE, "[J] border of figure 2")
    quadrant_formal: float = constant(0.50, 0.30, 0.70, SHARE, "[J] border of figure 2")

    # From one play to the next
    burnt: float = constant(0.10, 0.05, 0.20, "trust", "[J] after a break: no more mergers")
    schooled: float = constant(0.05, 0.02, 0.10, SHARE, "[R] sign Draulans 2003; [J] size")


@dataclass(frozen=True, slots=True)
class MomentParameters:
    """The constants of the four steps of a reflection moment; see engine.play.reflection."""

    # How open each option is. That a joke or silence is no inventory is the paper's point.
    open_name_difference: float = constant(0.90, 0.70, 1.0, SHARE, "[J]")
    open_name_common_ground: float = constant(0.60, 0.40, 0.80, SHARE, "[J] easier to say")
    open_joke_away: float = constant(0.10, 0.0, 0.30, SHARE, "[J]")
    open_own_part: float = constant(1.0, 0.80, 1.0, SHARE, "[J]")
    open_real_question: float = constant(0.90, 0.70, 1.0, SHARE, "[J]")
    open_their_part: float = constant(0.50, 0.30, 0.70, SHARE, "[J] open about the other alone")
    open_keep_quiet: float = constant(0.0, 0.0, 0.20, SHARE, "[J]")

    # How much of the step a party that chooses it has done.
    part_name_difference: float = constant(1.0, 0.80, 1.0, SHARE, "[J]")
    part_name_common_ground: float = constant(0.75, 0.50, 1.0, SHARE, "[J]")
    part_joke_away: float = constant(0.0, 0.0, 0.20, SHARE, "[J]")
    part_own_part: float = constant(1.0, 0.80, 1.0, SHARE, "[J]")
    part_real_question: float = constant(1.0, 0.80, 1.0, SHARE, "[J]")
    part_their_part: float = constant(0.50, 0.25, 0.75, SHARE, "[J]")
    part_keep_quiet: float = constant(0.0, 0.0, 0.20, SHARE, "[J]")
    part_listening: float = constant(
        0.50, 0.25, 0.75, SHARE, "[J] a party that proposes nothing only hears the alternatives"
    )

    real_question_needs: float = constant(
        0.35, 0.20, 0.50, SHARE, "[J] safety times own openness, before it can be asked"
    )
    real_question_brings: float = constant(0.15, 0.05, 0.30, RATE, "[J] of understanding")
    blame_hurts: float = constant(0.25, 0.10, 0.40, RATE, "[J] of safety, more where unsafe")


@dataclass(frozen=True, slots=True)
class ConfrontationParameters:
    """The constants of a confrontation, beside those of `repair`; see engine.model.confrontation.

    What a reply mends is `repair` times `words`, times a weight: `repair_matched` where it fits
    what came out, `repair_mismatched` where it does not, or one of these.
    """

    # What the reply does
    words: float = constant(
        0.50, 0.25, 0.75, WEIGHT, "[J] a reply costs no move, and so mends less than one"
    )
    no_breach: float = constant(
        0.10, 0.0, 0.30, WEIGHT, "[J] after a refusal or a farewell there is little to mend"
    )
    explained: float = constant(
        0.90, 0.60, 1.05, WEIGHT, "[M] sign Bies & Shapiro 1988: an account helps; [J] size"
    )
    blamed_own: float = constant(
        0.30, 0.10, 0.45, WEIGHT, "[M] sign Kim et al. 2006: a fault put on others; [J] size"
    )
    blamed_other: float = constant(
        0.80, 0.55, 1.0, WEIGHT, "[M] sign Kim et al. 2006: an intention put on others; [J] size"
    )
    silence: float = constant(
        0.10, 0.05, 0.20, "share of trust", "[M] sign Ferrin et al. 2007: no answer helps less"
    )
    hides_behind: float = constant(
        0.05, 0.0, 0.10, "share of trust", "[J] blaming somebody else for what is proven"
    )
    denies_proof: float = constant(
        0.20, 0.10, 0.30, "share of trust", "[R] sign Kim et al. 2004: guilt is proven; [J] size"
    )
    second_scar: float = constant(
        0.10, 0.05, 0.25, "share of the ceiling", "[R] sign Schweitzer et al. 2006: a second lie"
    )
    laid_open: float = constant(0.10, 0.0, 0.20, RATE, "[J] of exposure: what is owned up can hurt")
    blame_at_home: float = constant(
        0.10, 0.0, 0.20, "share of internal balance", "[J] whoever is blamed hears of it"
    )

    # What the response does
    believed: float = constant(0.05, 0.0, 0.10, RATE, "[J] of trust, in who accepts")
    relief: float = constant(0.05, 0.0, 0.15, RATE, "[J] of safety, for both")
    asked: float = constant(
        0.05, 0.0, 0.15, "value", "[J] paid by the one to the other: words have a price"
    )
    made_good: float = constant(
        0.40, 0.10, 0.80, WEIGHT, "[M] sign Bottom et al. 2002: substance beside words; [J] size"
    )
    chill: float = constant(0.15, 0.05, 0.30, "share of safety", "[J] for both")
    closed: float = constant(
        0.20, 0.05, 0.40, SHARE, "[J] of safety, for who freezes, in the next round"
    )
    pulled_back: float = constant(
        0.10, 0.0, 0.25, "share of exposure", "[J] what who freezes takes off the table again"
    )


@dataclass(frozen=True, slots=True)
class InsideParameters:
    """The constants of what goes on inside a party of several people."""

    division: float = constant(
        0.25,
        0.10,
        0.40,
        "internal balance",
        "[M] sign Putnam 1988: what is not carried at home fails against one's will; [J] size: "
        "all against it takes the default .75 to .5, see `veto`",
    )


@dataclass(frozen=True, slots=True)
class ReadingParameters:
    """From where a number gets a name: in a face, in a pattern, in the debrief.

    These decide how a play is described, and nothing that happens in it.
    """

    # Moods: the mean trust below which a party looks that way.
    mood_cold: float = constant(0.30, 0.20, 0.40, SHARE, "[J] people show roughly how they feel")
    mood_reserved: float = constant(0.55, 0.45, 0.65, SHARE, "[J]")
    mood_open: float = constant(0.78, 0.70, 0.90, SHARE, "[J] from here on warm")

    # What a person predicts, in two words
    sure: float = constant(0.85, 0.75, 0.95, "probability", "[J] it will be that")
    hunch: float = constant(0.60, 0.45, 0.70, "probability", "[J] it may well be that")

    # What is foreseen of a move
    beyond: float = constant(0.10, 0.05, 0.15, "probability", "[J] of less, or of more, than told")
    apart: float = constant(
        0.10, 0.05, 0.15, "trust", "[J] how far the others' trust may be from one's own"
    )
    foreseen: int = constant(4, 2, 6, "rounds", "[J] how far ahead it is told what may come out")

    # High and low
    on_paper: float = constant(0.50, 0.40, 0.60, SHARE, "[J] formal overlap; trust in a cold peace")

    # Changes
    moved: float = constant(0.01, 0.005, 0.02, SHARE, "[J] trust, safety or overlap moved at all")
    notable: float = constant(0.05, 0.02, 0.10, SHARE, "[J] a difference between shares")
    fall: float = constant(0.10, 0.05, 0.20, "trust", "[J] a loss worth a word")

    turns: int = constant(3, 2, 4, "turns", "[J] on a page for reading; more nobody takes in")

    # Patterns and theses
    pattern_rounds: int = constant(3, 2, 4, "rounds", "[J] fewer show no pattern")
    thesis_rounds: int = constant(4, 3, 6, "rounds", "[J] to split into higher and lower trust")
    copies: float = constant(0.75, 0.60, 0.90, "share of answers", "[J] tit for tat")
    mostly: float = constant(0.60, 0.50, 0.75, "share of rounds", "[J]")
    seldom: float = constant(0.25, 0.15, 0.40, "share of rounds", "[J]")
    by_chance: float = constant(
        0.10, 0.05, 0.20, "probability",
        "[J] of counts as uneven, had trust made no difference: more is no evidence; with one in "
        "twenty, as is usual, the few moves of a play would never show anything",
    )  # fmt: skip


DEFAULTS = Parameters()
MOMENT = MomentParameters()
CONFRONTING = ConfrontationParameters()
INSIDE = InsideParameters()
READING = ReadingParameters()


def ranges(group: Any) -> Mapping[str, tuple[float, float]]:
    """By name of a constant of that dataclass, the ends of its range."""
    ends = {each.name: (each.metadata["low"], each.metadata["high"]) for each in fields(group)}
    return MappingProxyType(ends)


RANGES = ranges(Parameters)


class FormPreset(NamedTuple):
    """What the form of an alliance sets.

    formal_overlap: share at the start. exit_cost: value lost by each party when one walks out.
    exposure_rate: share of the room left that full candour exposes per round. autonomy_cost:
    value per round that each party gives up by being bound.
    """

    formal_overlap: float
    exit_cost: float
    exposure_rate: float
    autonomy_cost: float


# [J], in the order in which the parties give up more autonomy.
FORMS: Mapping[str, FormPreset] = MappingProxyType(
    {
        "outsourcing": FormPreset(0.50, 0.05, 0.15, 0.02),
        "licence": FormPreset(0.60, 0.05, 0.30, 0.03),
        "joint-venture": FormPreset(0.40, 0.20, 0.25, 0.06),
        "acquisition": FormPreset(0.70, 0.50, 0.20, 0.12),
        "merger": FormPreset(0.50, 0.60, 0.30, 0.15),
    }
)
