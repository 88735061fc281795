"""What a reply, and what is done with it, does to trust: small literal cases."""

from dataclasses import replace

import numpy as np
import pytest

from engine.model.confrontation import Scene, settle
from engine.model.kernel import COMPETENCE, INTEGRITY, NO_BREACH, PROVEN, Alliance, surface
from engine.model.parameters import CONFRONTING, DEFAULTS
from engine.scenario.vocabulary import REPLIES, RESPONSES, Reply, Response

KINDS = {"none": NO_BREACH, "competence": COMPETENCE, "integrity": INTEGRITY, "proven": PROVEN}
# From what mends most to what costs most.
ORDER: dict[str, list[Reply]] = {
    "none": ["explain", "own-up", "deny", "blame", "silence"],
    "competence": ["own-up", "explain", "deny", "blame", "silence"],
    "integrity": ["deny", "explain", "blame", "own-up", "silence"],
    "proven": ["own-up", "explain", "blame", "silence", "deny"],
}


def talks(trust: float = 0.5, ceiling: float = 1.0) -> Alliance:
    """An alliance of two that trust each other that much."""
    begun = Alliance.start(1, 2, trust=trust, exposure=0.4)
    return replace(begun, ceiling=np.where(begun.ceiling > 0, ceiling, 0.0))


def scene(kind: str, reply: Reply, response: Response = "freeze") -> Scene:
    """The first confronts the second."""
    pair = np.array([[[False, True], [False, False]]])
    codes = KINDS[kind], REPLIES.index(reply), RESPONSES.index(response)
    return Scene(pair, pair, *(np.array([code]) for code in codes))


def trust_after(kind: str, reply: Reply, start: Alliance | None = None) -> float:
    """Of the first in the second."""
    after, _ = settle(start or talks(), scene(kind, reply))
    return float(after.trust[0, 0, 1])


@pytest.mark.parametrize("kind", KINDS)
def test_a_reply_mends_by_whether_it_fits_what_came_out(kind: str) -> None:
    """Kim et al. 2004: an apology fits a fault, a denial an intention, as long as it can stand."""
    trust = [trust_after(kind, reply) for reply in ORDER[kind]]
    assert trust == sorted(trust, reverse=True)
    assert len(set(trust)) == len(trust)


@pytest.mark.parametrize("kind", ["competence", "integrity"])
def test_saying_nothing_is_worse_than_an_apology_and_than_a_denial(kind: str) -> None:
    """Ferrin et al. 2007."""
    assert (
        trust_after(kind, "silence")
        < 0.5
        < min(trust_after(kind, "own-up"), trust_after(kind, "deny"))
    )


def test_deception_leaves_a_scar_that_no_reply_takes_away() -> None:
    """Schweitzer et al. 2006: trust never again comes above where the discovery put its ceiling."""
    hiding = replace(talks(), hidden=np.array([[[0.0, 0.8], [0.0, 0.0]]]))
    found, _ = surface(hiding, np.ones((1, 2, 2), dtype=bool))
    scarred = float(found.ceiling[0, 0, 1])
    assert scarred == pytest.approx(1 - DEFAULTS.scar)
    alliance = found
    for _ in range(200):
        alliance, _ = settle(alliance, scene("proven", "own-up", "accept"))
    assert float(alliance.trust[0, 0, 1]) <= scarred < 1.0
    for reply in REPLIES:
        after, _ = settle(found, scene("proven", reply))
        assert after.ceiling[0, 0, 1] <= scarred


def test_a_lie_about_what_is_proven_scars_once_more() -> None:
    after, _ = settle(talks(), scene("proven", "deny"))
    assert after.ceiling[0, 0, 1] == pytest.approx(1 - CONFRONTING.second_scar)


def test_what_a_denial_mends_is_lost_again_when_it_turns_out_untrue() -> None:
    denied, settled = settle(talks(), scene("integrity", "deny"))
    assert denied.denied[0, 0, 1] == settled.by_reply[0, 0, 1] > 0
    plain = surface(with_secret(talks()), everybody())[0].trust[0, 0, 1]
    after = surface(with_secret(denied), everybody())[0].trust[0, 0, 1]
    assert after < plain + settled.by_reply[0, 0, 1]


def with_secret(alliance: Alliance) -> Alliance:
    """The same, in which the second hides something from the first."""
    return replace(alliance, hidden=np.array([[[0.0, 1.0], [0.0, 0.0]]]))


def everybody() -> np.ndarray:
    """All pairs."""
    return np.ones((1, 2, 2), dtype=bool)


def test_what_is_asked_is_paid_by_the_one_to_the_other() -> None:
    before = talks()
    after, settled = settle(before, scene("competence", "explain", "ask"))
    moved = after.value - before.value
    assert moved[0].tolist() == pytest.approx([CONFRONTING.asked, -CONFRONTING.asked])
    assert settled.by_response[0, 0, 1] > 0


def test_who_is_accepted_trusts_more_and_who_is_frozen_out_feels_less_safe() -> None:
    before = talks()
    accepted, _ = settle(before, scene("competence", "explain", "accept"))
    frozen, _ = settle(before, scene("competence", "explain", "freeze"))
    assert accepted.trust[0, 1, 0] > before.trust[0, 1, 0] == frozen.trust[0, 1, 0]
    assert (accepted.safety > before.safety).all()
    assert (frozen.safety < before.safety).all()
    assert frozen.exposure[0, 0, 1] < before.exposure[0, 0, 1]


def test_owning_up_lays_open_and_blaming_costs_balance_at_home() -> None:
    before = talks()
    owned, _ = settle(before, scene("competence", "own-up"))
    blamed, _ = settle(before, scene("competence", "blame"))
    assert owned.exposure[0, 1, 0] > before.exposure[0, 1, 0] == blamed.exposure[0, 1, 0]
    assert blamed.internal_balance[0, 1] < before.internal_balance[0, 1]
    assert blamed.internal_balance[0, 0] == before.internal_balance[0, 0]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("trust", [0.0, 0.3, 0.6])
def test_the_parts_are_what_trust_moves_by_and_all_stays_in_range(kind: str, trust: float) -> None:
    before = talks(trust, ceiling=0.6)
    for reply in REPLIES:
        for response in RESPONSES:
            after, settled = settle(before, scene(kind, reply, response))
            assert (after.trust <= after.ceiling).all()
            assert ((after.trust >= 0) & (after.safety >= 0)[..., None]).all()
            parts = settled.by_reply + settled.by_response
            assert after.trust - before.trust == pytest.approx(parts, abs=1e-12)


def test_an_alliance_that_is_over_stands_still() -> None:
    over = replace(talks(), alive=np.array([False]))
    after, _ = settle(over, scene("competence", "own-up", "ask"))
    assert np.array_equal(after.trust, over.trust)
    assert np.array_equal(after.value, over.value)
