"""Confrontations, for every game at once: what falls due, whose scene is next, how it goes.

What came out is due between two parties until a scene was made of it, one after the other and the
oldest first, before the talk goes on. What only one party found out, it may also keep to itself:
twice, and then it is never raised again. What is raised at the table is no secret any more for
anybody who sits there.
"""

from typing import NamedTuple

import numpy as np

from engine.model.arrays import off_diagonal
from engine.model.confrontation import WALK_OUT, Scene, Settled, settle
from engine.model.kernel import (
    COMPETENCE,
    INTEGRITY,
    NO_BREACH,
    PROVEN,
    surface,
)
from engine.model.records import replace
from engine.play.circumstances import circumstances
from engine.play.compiled import Bools, CompiledScenario, Floats, Ints
from engine.play.presence import depart, is_broken_off, still_there
from engine.play.rows import any_along
from engine.play.state import NOBODY, SCENE, Stage, World
from engine.scenario.vocabulary import CAUSES, RESPONSES

# By design: people let a first promise that fails pass, and the second stops the talk.
PATIENCE = 2

DISCOVERY, PROMISE, REFUSAL, LEAK, DEPARTURE = range(len(CAUSES))
_FIRST_OF_SCENE = int(SCENE[0])
_KIND = np.array([PROVEN, COMPETENCE, NO_BREACH, INTEGRITY, NO_BREACH])


class Came(NamedTuple):
    """What a scene did to trust (G, P, P): by what came out in it for others, and by the scene."""

    by_hearing: Floats
    settled: Settled


class Next(NamedTuple):
    """The scene that comes next in each game; NOBODY where nothing is to be raised now."""

    by: Ints  # (G,)
    of: Ints  # (G,)
    cause: Ints  # (G,)


# --- what falls due -------------------------------------------------------------------------------


def due_after_round(
    compiled: CompiledScenario,
    world: World,
    found: Bools,
    came_out: Bools,
    surfaced: Bools,
    occurred: Bools,
    within: Bools | None = None,
) -> World:
    """The world in which what the round brought is due; world: after it.

    found, came_out: (G, P, P, H) hidden moves of j that i saw through, or that an event brought
    out. surfaced: (G, P, P) by such an event. occurred: (G, V). within: (G, P, P) with whom each
    made its move: what it did not promise them, they do not miss.
    """
    goes_on = ~is_broken_off(compiled, world.left)[:, None, None]
    others = off_diagonal(world.last_move.shape[1])
    seen = world.last_discovered & goes_on
    out = surfaced & goes_on
    world = replace(
        world,
        due_moves=world.due_moves | (found & seen[..., None]) | (came_out & out[..., None]),
        untold=(world.untold | seen) & ~out,
        # Something new is a reason to think again about what was kept.
        kept=np.where(seen | out, np.int16(NOBODY), world.kept),
        replied=np.full_like(world.replied, NOBODY),
    )
    due, about = world.due.copy(order="K"), world.due_about.copy(order="K")
    now = world.round

    def note(cause: int, pairs: Bools, what: Ints | int) -> None:
        if pairs.any():
            fresh = pairs & (due[..., cause] == NOBODY)
            due[..., cause] = np.where(fresh, now[:, None, None], due[..., cause])
            about[..., cause] = np.where(pairs, what, about[..., cause])

    note(DISCOVERY, seen | out, NOBODY)
    failed = world.last_slipped & compiled.promises[world.last_move]
    if compiled.has_rooms:  # what was promised in a side talk is not spoken of at the table
        failed = failed & ~compiled.is_apart[world.phase][:, None]
    lapses = world.lapses + failed.astype(np.int16)
    tried = (failed & (lapses >= PATIENCE))[:, None, :]
    if within is not None:
        tried = tried & within.transpose(0, 2, 1)
    note(PROMISE, tried & others & goes_on, world.last_move[:, None, :])
    for at in np.flatnonzero(compiled.event_leaks | compiled.event_departs):
        if occurred[:, at].any():
            befell = world.befell[:, at, None]
            whom = (befell == np.arange(compiled.party_count)) | (befell == compiled.party_count)
            pairs = (occurred[:, at, None] & whom)[:, None, :] & others & goes_on
            if compiled.event_leaks[at]:
                note(LEAK, pairs & ~out, int(at))
            if compiled.event_departs[at]:
                note(DEPARTURE, pairs, int(at))
    return replace(world, due=due, due_about=about, lapses=lapses)


def no_longer_due(world: World, told: Bools) -> World:
    """The world in which nobody raises what the other told it itself (G, P, P, H)."""
    was = world.due_moves & told
    if not was.any():
        return world
    moves = world.due_moves & ~was
    over = any_along(was, 3) & ~any_along(moves, 3)
    due = world.due.copy(order="K")
    due[..., DISCOVERY] = np.where(over, NOBODY, due[..., DISCOVERY])
    return replace(
        world,
        due=due,
        due_moves=moves,
        untold=world.untold & ~over,
        kept=np.where(over, np.int16(NOBODY), world.kept),
    )


def due_after_moment(
    world: World, refused: Bools, proposal: Ints, surfaced: Bools, came_out: Bools
) -> World:
    """The world in which what a reflection moment brought is due; world: after the vote.

    refused: (G, P, P) [g, i, j]: j said no to what i proposed (G, P). surfaced: (G, P, P),
    came_out: (G, P, P, H) what of j came to light to i.
    """
    goes_on = ~world.parted[:, None, None]
    out = surfaced & goes_on
    refused = refused & goes_on
    fresh = {DISCOVERY: out, REFUSAL: refused}
    due, about = world.due.copy(order="K"), world.due_about.copy(order="K")
    for cause, pairs in fresh.items():
        new = pairs & (due[..., cause] == NOBODY)
        due[..., cause] = np.where(new, world.round[:, None, None], due[..., cause])
    about[..., REFUSAL] = np.where(refused, proposal[:, :, None], about[..., REFUSAL])
    return replace(
        world,
        due=due,
        due_about=about,
        due_moves=world.due_moves | (came_out & out[..., None]),
        untold=world.untold & ~out,
        kept=np.where(out, np.int16(NOBODY), world.kept),
    )


def without_what_lapses(compiled: CompiledScenario, world: World) -> World:
    """The world without what is due between whoever left and those who go on."""
    here = still_there(compiled, world)
    if here is None:
        return world
    apart = ~(here[:, :, None] & here[:, None, :])
    return replace(
        world,
        due=np.where(apart[..., None], np.int16(NOBODY), world.due),
        due_moves=world.due_moves & ~apart[..., None],
        untold=world.untold & ~apart,
        kept=np.where(apart, np.int16(NOBODY), world.kept),
    )


# --- whose scene is next --------------------------------------------------------------------------


def next_scene(world: World) -> Next:
    """The oldest matter that is due between two parties.

    Of what is equally old, what is hidden comes before what the table saw, and the parties take
    turns at being the one who brings it up.
    """
    games, parties, _, causes = world.due.shape
    may = (world.due != NOBODY) & off_diagonal(parties)[..., None]
    may[..., DISCOVERY] &= world.kept < world.round[:, None, None]
    if not may.any():
        nobody = np.full(games, NOBODY, dtype=np.int8)
        return Next(nobody, nobody, nobody)
    # The games side by side: (causes, of, by, G).
    c, j, i, _ = np.ogrid[:causes, :parties, :parties, :1]
    since = world.due.T.astype(np.int32)
    order = ((since * causes + c) * parties + (since + i) % parties) * parties + j
    order = np.where(may.T, order, np.iinfo(np.int32).max).reshape(-1, games)
    found = np.unravel_index(order.argmin(axis=0), (causes, parties, parties))
    is_due = may.T.reshape(-1, games).any(axis=0)
    cause, of, by = (np.where(is_due, each, NOBODY).astype(np.int8) for each in found)
    return Next(by, of, cause)


def is_secret(world: World, scene: Next) -> Bools:
    """(G,) whether the scene is about what only the one who found it out knows of."""
    games = np.arange(len(scene.by))
    return (
        (scene.by != NOBODY) & (scene.cause == DISCOVERY) & world.untold[games, scene.by, scene.of]
    )


def with_scene(world: World, scene: Next, after: Ints) -> World:
    """The world with that scene on; after: (G,) the Stage after which it comes."""
    on = scene.by != NOBODY
    return replace(
        world,
        scene_by=scene.by,
        scene_of=scene.of,
        scene_cause=scene.cause,
        scene_reply=np.full_like(world.scene_reply, NOBODY),
        scene_after=np.where(on, after, NOBODY).astype(np.int8),
    )


def in_scene(world: World) -> Bools:
    """(G,) whether the talk stands still for a scene."""
    return np.asarray(world.stage >= _FIRST_OF_SCENE, dtype=bool)  # they are the last stages


# --- how a scene goes -----------------------------------------------------------------------------


def raise_or_keep(world: World, raises: Bools) -> World:
    """The world after who found something out raised it (G,), or kept it to itself.

    What is kept a second time is never raised again.
    """
    games, by, of = np.arange(len(raises)), world.scene_by, world.scene_of
    kept, due = world.kept.copy(order="K"), world.due.copy(order="K")
    untold, moves = world.untold.copy(order="K"), world.due_moves.copy(order="K")
    untold[games, by, of] &= ~raises
    buried = ~raises & (kept[games, by, of] != NOBODY)
    kept[games, by, of] = np.where(raises | buried, NOBODY, world.round)
    due[games, by, of, DISCOVERY] = np.where(buried, NOBODY, due[games, by, of, DISCOVERY])
    moves[games, by, of] &= ~buried[:, None]
    # Where it is kept, what comes next still comes after the same stage.
    return replace(
        world,
        kept=kept,
        due=due,
        untold=untold,
        due_moves=moves,
        scene_by=np.where(raises, by, NOBODY).astype(np.int8),
        scene_of=np.where(raises, of, NOBODY).astype(np.int8),
        scene_cause=np.where(raises, world.scene_cause, NOBODY).astype(np.int8),
    )


def reply(world: World, chosen: Ints) -> World:
    """The world after the party that it concerns replied; chosen (G,) index in REPLIES."""
    return replace(
        world,
        scene_reply=chosen.astype(np.int8),
        stage=np.full_like(world.stage, Stage.RECKONING),
    )


def respond(compiled: CompiledScenario, world: World, chosen: Ints) -> tuple[World, Came]:
    """The world after the scene, and what it did; chosen (G,) index in RESPONSES."""
    games, by, of = np.arange(len(chosen)), world.scene_by, world.scene_of
    told, was = overheard(world), world.alliance.trust
    world = _with_overheard(compiled, world, told)
    heard = world.alliance.trust - was
    matter = _same_matter(world) | _all_raised(world)
    between = np.zeros_like(world.untold)
    between[games, by, of] = True
    scene = Scene(
        hears=(matter | told.any(axis=3)) & _about_same_party(world),
        between=between,
        kind=_KIND[world.scene_cause],
        reply=world.scene_reply,
        response=chosen,
    )
    alliance, settled = settle(world.alliance, scene, compiled.parameters, compiled.confronting)
    walks = np.zeros_like(world.left)
    walks[games, by] = chosen == WALK_OUT
    if walks.any():
        alliance = depart(compiled, world, alliance, circumstances(compiled, world), walks)
    replied, answered = world.replied.copy(order="K"), world.answered.copy(order="K")
    replied[games, by, of] = world.scene_reply
    number = number_of_answer(world.scene_reply.astype(np.int32), chosen)
    answered[games, by, of, world.scene_cause] |= np.left_shift(1, number).astype(answered.dtype)
    raised = _raised(world)[:, None] & between[..., None]
    about = np.where(raised, number[:, None, None, None], world.spoken_of)
    froze = world.froze.copy(order="K")
    freezes = chosen == RESPONSES.index("freeze")
    froze[games, by] = np.where(freezes, world.round, froze[games, by])
    due, at = world.due.copy(order="K"), world.scene_cause
    over = matter | _in_return(world)
    for cause in np.unique(at[at != NOBODY]).tolist():
        np.putmask(due[..., cause], over & (at == cause)[:, None, None], NOBODY)
    known = matter & (at == DISCOVERY)[:, None, None]
    promised = (at == PROMISE)[:, None] & between.any(axis=1)
    nobody = np.full_like(world.scene_by, NOBODY)
    after = replace(
        world,
        alliance=alliance,
        replied=replied,
        answered=answered,
        spoken_of=about.astype(world.spoken_of.dtype),
        froze=froze,
        due=due,
        due_moves=world.due_moves & ~known[..., None],
        untold=world.untold & ~known,
        kept=np.where(known, np.int16(NOBODY), world.kept),
        lapses=np.where(promised, np.int16(0), world.lapses),
        left=world.left | walks,
        scenes=world.scenes + np.int16(1),
        scene_by=nobody,
        scene_of=nobody,
        scene_cause=nobody,
        scene_reply=nobody,
    )
    return without_what_lapses(compiled, after), Came(heard, settled)


def overheard(world: World) -> Bools:
    """(G, P, P, H) the hidden moves that are raised in this scene before others, who did not know.

    A scene is played with all at the table, see `flow`. Whoever found out before that the other
    does this hears nothing new, and least of all whoever raises it.
    """
    news = world.secret & ~world.found & _raised(world)[:, None]
    news = news & ~world.left[:, :, None, None]  # whoever left is not there to hear it
    return news & _about_same_party(world)[..., None]


def _raised(world: World) -> Bools:
    """(G, 1, H) the hidden moves that this scene is about."""
    games, is_on = np.arange(len(world.stage)), world.scene_cause == DISCOVERY
    moves: Bools = world.due_moves[games, world.scene_by, world.scene_of] & is_on[:, None]
    return moves[:, None]


def _with_overheard(compiled: CompiledScenario, world: World, told: Bools) -> World:
    """The world in which others have heard that (G, P, P, H), as if it had come out for them."""
    if not told.any():
        return world
    secret, pairs = world.secret & ~told, any_along(told, 3)
    alliance, _ = surface(world.alliance, pairs, compiled.parameters)
    # What else the same party hid from them stays hidden, and can still come out.
    still = np.where(any_along(secret, 3), world.alliance.hidden, alliance.hidden)
    alliance = replace(alliance, hidden=still)
    return replace(
        world,
        alliance=alliance,
        secret=secret,
        found=world.found | told,
        last_discovered=world.last_discovered | pairs,
    )


def _all_raised(world: World) -> Bools:
    """(G, P, P) who could have raised the same about that party, and nothing else of it."""
    due, raised = world.due_moves, _raised(world)[:, None]
    same = any_along(due, 3) & ~any_along(due & ~raised, 3)
    return np.asarray(same & _about_same_party(world), dtype=bool)


def number_of_answer(reply: Ints, response: Ints) -> Ints:
    """One number for a reply and the response to it; each by its index."""
    return reply * len(RESPONSES) + response


def _same_matter(world: World) -> Bools:
    """(G, P, P) the pairs between which this scene settles the same matter.

    What the whole table saw is spoken of once, and so is a no to what several proposed; what was
    found out, between those two.
    """
    games, cause = np.arange(len(world.stage)), world.scene_cause
    by, of = world.scene_by, world.scene_of
    parties = np.arange(world.untold.shape[1])
    i, j = parties[:, None], parties[None, :]
    since, about = (
        np.take_along_axis(each, cause[:, None, None, None].astype(np.intp), axis=3)[..., 0]
        for each in (world.due, world.due_about)
    )
    same = (since == since[games, by, of][:, None, None]) & (since != NOBODY)
    same &= about == about[games, by, of][:, None, None]
    asked = world.proposal_amount  # one change with another number is another proposal
    alike = asked == asked[games, by][:, None]
    same &= (cause != REFUSAL)[:, None, None] | alike[:, :, None]
    is_by, is_of = i == by[:, None, None], j == of[:, None, None]
    at = cause[:, None, None]
    whole_table = (at == LEAK) | (at == DEPARTURE) | (at == REFUSAL)
    fits = whole_table | ((at == PROMISE) & is_of) | (is_by & is_of)
    return np.asarray(same & fits, dtype=bool)


def _in_return(world: World) -> Bools:
    """(G, P, P) where both said no to each other in one moment, the other's no."""
    games, refused = np.arange(len(world.stage)), world.due[..., REFUSAL]
    since = refused[games, world.scene_by, world.scene_of]
    back = np.zeros_like(world.untold)
    back[games, world.scene_of, world.scene_by] = world.scene_cause == REFUSAL
    return back & (refused == since[:, None, None])


def _about_same_party(world: World) -> Bools:
    parties = np.arange(world.untold.shape[1])
    return np.asarray(parties[None, None, :] == world.scene_of[:, None, None], dtype=bool)
