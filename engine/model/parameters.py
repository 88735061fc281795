"""Every constant of the model, once, with its unit, its range and where it comes from.

Marks: [R] a published abstract or excerpt was read, [M] from memory, [J] a design choice of
ours. Signs follow the cited literature; sizes marked [J] are design choices. The model was
fitted to no data on the outcomes of alliances.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import NamedTuple

SHARE = "share in [0, 1]"
VALUE = "value a round"
CHANCE = "probability a round"
RATE = "share of the room left, a round"
WEIGHT = "weight"


def constant(default: float, low: float, high: float, unit: str, source: str) -> float:
    """A field with that default; within the range the properties of the model must hold."""
    described = {"low": low, "high": high, "unit": unit, "source": source}
    return field(default=default, metadata=described)


@dataclass(frozen=True, slots=True)
class Parameters:
    """The constants of the model. Vary them with `dataclasses.replace`."""

    # Risk and confidence
    risk_base: float = constant(
        0.16, 0.02, 0.30, SHARE, "[J] no cooperation without risk (De Man 2006)"
    )
    risk_of_exposure: float = constant(0.15, 0.05, 0.40, WEIGHT, "[M] Singer 1958: exposure")
    risk_of_pressure: float = constant(0.20, 0.05, 0.40, WEIGHT, "[R] sign Kaats et al.; [J] size")
    risk_of_competition: float = constant(0.30, 0.10, 0.50, WEIGHT, "[R] sign Kaats 2005; [J] size")
    risk_cover: float = constant(
        0.05, 0.0, 0.15, WEIGHT, "[R] sign Cao & Lumineau 2015; [J] size: above .15 contracts swamp"
    )
    risk_lowest: float = constant(0.01, 0.005, 0.05, SHARE, "[J] p* is never zero")
    risk_highest: float = constant(0.95, 0.90, 0.99, SHARE, "[J] p* is never one")
    overestimation: float = constant(0.35, 0.10, 0.60, WEIGHT, "[R] sign Smid 2007; [J] size")
    control: float = constant(
        0.50,
        0.20,
        0.80,
        WEIGHT,
        "[R] Das & Teng 2001: trust + control; [J] as far as it is understood alike",
    )
    all_needed: float = constant(
        0.30, 0.0, 1.0, WEIGHT, "[M] Olson 1965; [J] weighed by competition, see kernel.risk"
    )

    # Perception
    see_benevolence: float = constant(0.35, 0.20, 0.50, WEIGHT, "[R] Mayer et al. 1995; [J] size")
    see_candour: float = constant(0.30, 0.20, 0.50, WEIGHT, "[R] Mayer et al. 1995; [J] size")
    see_commitment: float = constant(0.35, 0.20, 0.50, WEIGHT, "[R] Mayer et al. 1995; [J] size")
    see_claim: float = constant(0.90, 0.60, 1.20, WEIGHT, "[J]")
    see_guile: float = constant(0.50, 0.20, 0.80, WEIGHT, "[J]")
    old_guile: float = constant(0.80, 0.50, 1.0, WEIGHT, "[J] what hidden guile weighs when found")
    openness_base: float = constant(0.30, 0.10, 0.50, SHARE, "[J] openness without candour")
    noise: float = constant(0.25, 0.0, 0.40, "standard deviation of experience", "[J] March 1976")
    detection: float = constant(
        0.15, 0.05, 0.25, CHANCE, "[R] Peskoff et al. 2020: 13.8% of lies are suspected"
    )
    detection_gain: float = constant(
        0.30, 0.10, 0.40, CHANCE, "[R] up to the 47% of Bond & DePaulo 2006"
    )
    false_alarm: float = constant(
        0.045, 0.0, 0.10, CHANCE, "[R] Peskoff et al. 2020: 4.5% of truths are suspected"
    )
    suspicion: float = constant(0.30, 0.10, 0.50, "experience", "[J] how bad suspicion feels")

    # Trust and reliability
    trust_gain: float = constant(0.20, 0.10, 0.28, RATE, "[R] sign Slovic 1993; [J] level")
    trust_loss: float = constant(
        0.45, 0.35, 0.60, RATE, "[R] sign Slovic 1993; [J] level: 2.25 times the gain"
    )
    scar: float = constant(
        0.25, 0.10, 0.40, "share of the ceiling", "[R] sign Schweitzer et al. 2006; [J] size"
    )
    masking: float = constant(
        0.60, 0.20, 0.80, WEIGHT, "[R] sign Malhotra & Murnighan 2002; [J] size"
    )
    halo: float = constant(0.20, 0.0, 0.30, WEIGHT, "[R] sign Zaheer et al. 1998; [J] size")
    repair: float = constant(0.15, 0.05, 0.30, RATE, "[J]")
    repair_matched: float = constant(1.30, 1.10, 1.50, WEIGHT, "[R] sign Kim et al. 2004; [J] size")
    repair_mismatched: float = constant(
        0.50, 0.20, 0.80, WEIGHT, "[R] sign Kim et al. 2004; [J] size"
    )
    trust_talk: float = constant(
        0.10, 0.05, 0.20, "share of trust", "[J] speaking of trust first shows distrust"
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
    safety_in_round: float = constant(0.30, 0.10, 0.50, WEIGHT, "[J] a round, beside reflection")
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
    guile_share: float = constant(0.30, 0.0, 1.0, SHARE, "[J] of opportunistic acts")

    # Ends
    exit_rate: float = constant(0.35, 0.10, 0.60, CHANCE, "[J]")
    exit_slope: float = constant(9.0, 4.0, 12.0, "logit", "[J]")
    exit_margin: float = constant(
        0.24, 0.10, 0.40, SHARE, "[J] calibrated: success about .55, mixed"
    )
    break_cost: float = constant(0.10, 0.0, 0.30, "value", "[R] sign Parkhe 1998: sunk; [J] size")
    success_value: float = constant(0.15, 0.13, 0.20, VALUE, "[J] just above the outside value")
    lopsided_gap: float = constant(0.20, 0.10, 0.30, VALUE, "[J]")

    # Reflection
    reflect_quality: float = constant(1.0, 0.5, 1.0, WEIGHT, "[J]")
    reflect_trust: float = constant(
        0.20, 0.10, 0.45, RATE, "[R] debriefs d .67 (Tannenbaum & Cerasoli 2013); [J] size"
    )
    friction: float = constant(0.15, 0.05, 0.25, WEIGHT, "[J] diversity that shows, unsafe")
    reflect_understanding: float = constant(0.35, 0.20, 0.60, RATE, "[J]")
    unlocking: float = constant(0.80, 0.40, 1.0, WEIGHT, "[J] thesis 4")
    forgetting: float = constant(0.50, 0.20, 0.80, WEIGHT, "[J] of the last act")
    surfacing: float = constant(0.50, 0.20, 0.80, CHANCE, "[J] hidden guile, at full quality")
    confessed: float = constant(0.50, 0.30, 0.80, WEIGHT, "[J] it hurts less than being caught")

    # Turnover
    turnover: float = constant(0.04, 0.0, 0.15, CHANCE, "[R] sign Vafeas 2010; [J] size")
    newcomer_trust: float = constant(0.45, 0.30, 0.60, SHARE, "[J] below a first impression")
    handed_over: float = constant(0.25, 0.0, 0.50, SHARE, "[J] of trust and understanding")
    turnover_cost: float = constant(0.15, 0.05, 0.30, "value", "[J] without a contract")

    # Start
    trust: float = constant(0.60, 0.20, 0.90, SHARE, "[J] calibrated: success about .55, mixed")
    trust_spread: float = constant(
        0.15, 0.0, 0.20, "standard deviation", "[J] first impressions differ"
    )
    reliability: float = constant(0.50, 0.20, 0.80, SHARE, "[J]")
    institution: float = constant(0.30, 0.0, 0.50, WEIGHT, "[J] of trust in institutions")
    safety: float = constant(0.40, 0.10, 0.80, SHARE, "[J]")
    balance: float = constant(0.75, 0.30, 1.0, SHARE, "[J]")
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


DEFAULTS = Parameters()

RANGES: Mapping[str, tuple[float, float]] = MappingProxyType(
    {each.name: (each.metadata["low"], each.metadata["high"]) for each in fields(Parameters)}
)


class FormPreset(NamedTuple):
    """What the form of an alliance sets.

    formal_overlap: share at the start. exit_cost: value lost by each party when one walks out.
    exposure_rate: share of the room left that full candour exposes a round. autonomy_cost: value
    a round that each party gives up by being bound.
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
