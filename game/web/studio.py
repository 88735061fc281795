"""The studio in a browser: a scenario as it is saved, for whoever writes it on this machine."""

import asyncio
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import NamedTuple

from markupsafe import Markup
from starlette.applications import Starlette
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route

from engine.live_play import CompiledScenario
from engine.play.setting import Setting
from engine.play.state import Refusal
from engine.scenario.schema import Scenario
from engine.scenario.vocabulary import LANGUAGES
from game.drawing.charts.markup import chart_svg
from game.drawing.charts.script_map import flow_charts
from game.html.script_map import tables_of
from game.pages import pages_for_seat
from game.pages.kinds import BriefingPage, Page, TrustPage
from game.presenters.map_drawing import map_drawing
from game.presenters.page import Cast
from game.presenters.playtest import COUNTED, choice_told
from game.presenters.script_map import missed_words, script_map
from game.studio.beginning import from_form, read_setting
from game.studio.desk import Desk
from game.studio.lengths import MINUTES_A_CHOICE, WORDS_A_MINUTE, words_in_text
from game.studio.plays import PLAYS, plan_of
from game.studio.sayings import all_said
from game.studio.telling import (
    clock,
    found_in,
    lost_told,
    phase_rows,
    whole_play,
)
from game.studio.tryout import Tryout, chosen, stepped_back, tried
from game.web.address import HERE
from game.web.choice import read_choice
from game.web.files import AGAIN, KEPT, served, static
from game.web.guards import Guarded, TooMuch, form_of, is_own
from game.web.hand import Hand, hand_html
from game.web.markup import fill
from game.web.page import Header, page_html
from game.web.pages import TONGUES
from game.web.pictures import Picture, face
from game.web.play import Asking, ask_html, story_html
from game.web.questions import Back
from game.words import Words, words_in

_HOSTS = (HERE, "localhost")
BEAT = 15.0  # seconds: a sign of life on a stream that has nothing to tell
# Design choices: a form with a tick for everything that a scenario can have.
_MOST_BYTES, _MOST_FIELDS = 64_000, 2_000
_AT_ONCE = 12  # problems in sight; the rest is folded

Answer = Callable[[Request, Desk], Awaitable[Response]]
Deed = Callable[[Request, Desk, Mapping[str, str]], Awaitable[Response]]


def build(desk: Desk) -> Guarded:
    """The application for that desk."""

    @asynccontextmanager
    async def following(app: Starlette) -> AsyncIterator[None]:
        task = asyncio.create_task(desk.follow())
        yield
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    app = Starlette(
        routes=[
            Route("/", _shows(_overview)),
            Route("/phase/{name}", _shows(_phase)),
            Route("/play", _shows(_play)),
            Route("/play", _does(_choose), methods=["POST"]),
            Route("/from", _does(_from), methods=["POST"]),
            Route("/back", _does(_back), methods=["POST"]),
            Route("/language", _does(_language), methods=["POST"]),
            Route("/news", _news),
            Route("/static/{name:path}", static),
            Route("/drawings/{looks}/{name:path}", _drawing),
        ],
        exception_handlers={404: _not_found, 405: _not_found, 500: _fault, TooMuch: _too_much},
        lifespan=following,
    )  # fmt: skip
    app.state.desk = desk
    return Guarded(TrustedHostMiddleware(app, allowed_hosts=_HOSTS, www_redirect=False))


def _shows(answer: Answer) -> Callable[[Request], Awaitable[Response]]:
    async def shown(request: Request) -> Response:
        return await answer(request, request.app.state.desk)

    return shown


def _does(deed: Deed) -> Callable[[Request], Awaitable[Response]]:
    async def done(request: Request) -> Response:
        desk: Desk = request.app.state.desk
        if not is_own(request):
            return _stopped(request, "studio.stop.foreign", 403)
        return await deed(request, desk, await form_of(request, _MOST_BYTES, _MOST_FIELDS))

    return done


# --- a whole page ---------------------------------------------------------------------------------


class _Tab(NamedTuple):
    address: str
    name: str
    is_here: bool


class _View(NamedTuple):
    """What a page is about, under what every page has. where: which of the tabs."""

    where: str
    main: Markup
    aside: Markup | None = None
    status: int = 200


def _page(request: Request, desk: Desk, view: _View) -> Response:
    """The page with that view, and the problems above it."""
    words, reading, good = words_in(desk.language), desk.reading, desk.good
    root = _root(request)
    scenario = good.reading.compiled.scenario if good and good.reading.compiled else None
    found = found_in(reading, desk.before, desk.language)
    told = _told(words, desk)
    top = fill(
        "studio_top.html", words=words, tabs=list(_tabs(words, scenario, view.where, root)),
        found=found, at_once=_AT_ONCE, reading=reading, told=told, clock=clock, good=good,
        language=next(each for each in LANGUAGES if each != desk.language), tongues=TONGUES,
        root=root, view=view.where, is_now='id="now"' not in view.main,
    )  # fmt: skip
    title = words.of(scenario.title) if scenario else reading.path.name
    header = Header(title, reading.path.name if scenario else "", where=words("studio.head"))
    head = fill("studio_head.html", words=words, news=f"{root}news?seen={desk.number}", root=root)
    html = page_html(
        words, header, top + view.main, aside=view.aside, news=told, head=head, root=root,
        kind=f"studio {view.where or 'overview'}", is_news_heard=True,
    )  # fmt: skip
    if scenario is not None:
        # Who looks otherwise after a save is drawn anew: the same address is the same drawing.
        html = html.replace('"drawings/', f'"{root}drawings/{_looks(scenario)}/')
    return HTMLResponse(html, view.status)


def _root(request: Request) -> str:
    return "../" * max(0, request.url.path.count("/") - 1)


def _looks(scenario: Scenario) -> str:
    """A number for how everybody and everything looks."""
    people = [(address, role.name, role.looks) for address, role in scenario.all_roles()]
    return f"{zlib.crc32(repr((people, scenario.decor, scenario.props)).encode()):08x}"


def _told(words: Words, desk: Desk) -> str:
    """How the last save came out, in a sentence."""
    reading, at = desk.reading, clock(desk.reading.at)
    if reading.fault:
        return words("studio.told.fault", at=at)
    warnings = len(reading.problems) - reading.errors
    if reading.errors:
        return words("studio.told.errors", at=at, n=reading.errors)
    return words("studio.told.warnings" if warnings else "studio.told.clean", at=at, n=warnings)


def _tabs(words: Words, scenario: Scenario | None, where: str, root: str) -> list[_Tab]:
    tabs = [("", root or "./", "studio.tab.overview")]
    if scenario is not None:
        tabs.append(("phase", f"{root}phase/{scenario.script.start}", "studio.tab.phases"))
    tabs.append(("play", f"{root}play", "studio.tab.play"))
    return [_Tab(address, words(key), name == where) for name, address, key in tabs]


def _nothing_yet(request: Request, desk: Desk, where: str) -> Response:
    """The page while there has not been a version that can be played."""
    words = words_in(desk.language)
    return _page(request, desk, _View(where, fill("studio_nothing.html", words=words)))


# --- the overview ---------------------------------------------------------------------------------


class _Face(NamedTuple):
    name: str
    title: str
    picture: Picture


async def _overview(request: Request, desk: Desk) -> Response:
    good, words = desk.good, words_in(desk.language)
    if good is None or good.reading.compiled is None:
        return _nothing_yet(request, desk, "")
    compiled, played = good.reading.compiled, good.played
    scenario = compiled.scenario
    routes, walks = (played.routes, played.walks) if played else (None, {})
    found = script_map(scenario, words, plan_of(compiled) if played else None, routes)
    minutes = round(whole_play(scenario, routes, walks)) if routes and walks else None
    languages = [(words.name_of_language(each), n) for each, n in good.written.whole.items()]
    main = fill(
        "studio_overview.html", words=words,
        rows=list(phase_rows(scenario, words, good.written, routes, walks)),
        minutes=minutes, wanted=scenario.minutes, languages=languages, is_played=good.is_played,
        reading_speed=WORDS_A_MINUTE, choosing=round(MINUTES_A_CHOICE),
        sheets=[
            Markup(chart_svg(chart, "var(--{})".format, f"map-{at}"))
            for at, chart in enumerate(flow_charts(map_drawing(found, words)))
        ],
        tables=[table for table in tables_of(found, words) if table.rows],
        missed=missed_words(found, words) if played else "", plays=PLAYS,
    )  # fmt: skip
    aside = fill(
        "studio_aside.html", words=words, played=played, is_played=good.is_played, plays=PLAYS,
        counted=[name for name, _ in COUNTED], cast=list(_cast(scenario, words)),
    )  # fmt: skip
    return _page(request, desk, _View("", main, aside))


def _cast(scenario: Scenario, words: Words) -> list[tuple[str, list[_Face]]]:
    return [
        (
            words.of(party.name),
            [
                _Face(role.name, words.of(role.title), face(f"{name}.{role_name}"))
                for role_name, role in party.roles.items()
            ],
        )
        for name, party in scenario.parties.items()
    ]


# --- a phase as it will look ----------------------------------------------------------------------


async def _phase(request: Request, desk: Desk) -> Response:
    good, words = desk.good, words_in(desk.language)
    if good is None or good.reading.compiled is None:
        return _nothing_yet(request, desk, "phase")
    compiled, name = good.reading.compiled, request.path_params["name"]
    if name not in compiled.phases:
        gone = fill("studio_gone.html", words=words, name=name, phases=_named(compiled, words))
        return _page(request, desk, _View("phase", gone, status=404))
    wanted = request.query_params.get("seat", "")
    seat = wanted if wanted in compiled.parties else compiled.parties[0]
    seat, setting = read_setting(compiled, {"phase": name, "seat": seat})
    seen = tried(compiled, Tryout(seat, setting))
    cast, live = Cast.of(compiled, words), seen.live

    def where(path: tuple[str | int, ...]) -> str:
        file, line = good.reading.place(path)
        return f"{file}:{line}" if file else words("studio.line", line=line)

    pages = _as_played(pages_for_seat(live, seat), is_start=setting.phase is None)
    story = story_html(cast, pages) + ask_html(cast, pages, how=Asking(is_locked=True))
    said = all_said(compiled.scenario, name, words, where)
    main = fill(
        "studio_phase.html", words=words, phases=_named(compiled, words), name=name, seat=seat,
        seats=[(each, cast.party(each)) for each in compiled.parties], story=story,
        said=said, n=sum(words_in_text(text) for part in said for line in part.lines
                         for text in line.texts),
    )  # fmt: skip
    form = from_form(compiled, words, seat, setting)
    aside = fill("studio_from.html", words=words, form=form, root="../", is_open=True)
    return _page(request, desk, _View("phase", main, aside))


def _named(compiled: CompiledScenario, words: Words) -> list[tuple[str, str]]:
    phases = compiled.scenario.script.phases
    return [(name, words.of(phase.name)) for name, phase in phases.items()]


def _as_played(pages: tuple[Page, ...], *, is_start: bool) -> list[Page]:
    """Without the brief, which stands at hand, but at the start; how far one trusts the others is
    not asked of an author.
    """
    left_out = TrustPage if is_start else TrustPage | BriefingPage
    return [page for page in pages if not isinstance(page, left_out)]


# --- playing from here ----------------------------------------------------------------------------


async def _play(request: Request, desk: Desk) -> Response:
    return _shown_play(request, desk)


def _shown_play(
    request: Request, desk: Desk, back: Back | None = None, status: int = 200
) -> Response:
    good, words = desk.good, words_in(desk.language)
    if good is None or good.reading.compiled is None:
        return _nothing_yet(request, desk, "play")
    compiled, played = good.reading.compiled, desk.tried
    if played is None:
        form = from_form(compiled, words, compiled.parties[0], Setting())
        main = fill("studio_from.html", words=words, form=form, root="", is_open=True)
        return _page(request, desk, _View("play", main))
    cast, live, seat = Cast.of(compiled, words), played.live, played.seat
    is_start = live.setting.phase is None and not live.trace.choices
    pages = _as_played(pages_for_seat(live, seat), is_start=is_start)
    story = story_html(cast, pages) + ask_html(cast, pages, back)
    lost = lost_told(words, played)
    main = fill("studio_play.html", words=words, story=story, played=played, lost=lost)
    form = from_form(compiled, words, seat, live.setting)
    aside = fill(
        "studio_at_hand.html", words=words, form=form, root="", is_open=False, played=played,
        party=cast.party(seat), hand=hand_html(cast, Hand.of(live, seat)),
        made=[
            choice_told(words, live.trace.choices[step][seat]) for step in live.chose(seat)
        ],
    )  # fmt: skip
    return _page(request, desk, _View("play", main, aside, status))


async def _choose(request: Request, desk: Desk, form: Mapping[str, str]) -> Response:
    played = desk.tried
    if played is None or played.live.is_over:
        return _to_play(request)
    choice = read_choice(played.live.view(played.seat), form)
    if isinstance(choice, tuple):
        return _shown_play(request, desk, Back(form, choice), 400)
    if isinstance(choice, Refusal):
        return _shown_play(request, desk, Back(form, refusal=choice), 400)
    tryout = chosen(played, choice)
    if isinstance(tryout, Refusal):
        return _shown_play(request, desk, Back(form, refusal=tryout), 400)
    desk.try_out(tryout)
    return _to_play(request)


async def _from(request: Request, desk: Desk, form: Mapping[str, str]) -> Response:
    good = desk.good
    if good is not None and good.reading.compiled is not None:
        seat, setting = read_setting(good.reading.compiled, form)
        desk.try_out(Tryout(seat, setting))
    return _to_play(request)


async def _back(request: Request, desk: Desk, form: Mapping[str, str]) -> Response:
    if (played := desk.tried) is not None:
        desk.try_out(stepped_back(played))
    return _to_play(request)


async def _language(request: Request, desk: Desk, form: Mapping[str, str]) -> Response:
    desk.speak(next((each for each in LANGUAGES if each == form.get("language")), desk.language))
    return RedirectResponse(f"/{form.get('view', '') if form.get('view') == 'play' else ''}", 303)


def _to_play(request: Request) -> Response:
    return RedirectResponse("/play", 303)


# --- files and news -------------------------------------------------------------------------------


async def _drawing(request: Request) -> Response:
    """A person or a place, as they look in the last good version."""
    good = request.app.state.desk.good
    if good is None or good.reading.compiled is None:
        return Response(status_code=404)
    scenario = good.reading.compiled.scenario
    found = served(scenario, f"drawings/{request.path_params['name']}")
    if found is None:
        return Response(status_code=404)
    is_now = request.path_params["looks"] == _looks(scenario)
    headers = KEPT if is_now else AGAIN
    return Response(found.content, media_type=found.kind, headers=headers)


async def _news(request: Request) -> Response:
    """That something is new, and nothing of what: the page is asked for again."""
    desk: Desk = request.app.state.desk
    seen = request.query_params.get("seen", "")
    number = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 10 else 0

    async def told() -> AsyncIterator[str]:
        yield "retry: 1000\n\n"
        async for is_new in desk.news(number, BEAT):
            yield "data: new\n\n" if is_new else ": still here\n\n"

    headers = {"x-accel-buffering": "no"}
    return StreamingResponse(told(), media_type="text/event-stream", headers=headers)


# --- what went wrong ------------------------------------------------------------------------------


def _stopped(request: Request, key: str, status: int) -> Response:
    desk: Desk = request.app.state.desk
    words = words_in(desk.language)
    main = fill("stop.html", words=words, told=key, code="")
    header = Header(words("studio.head"))
    head = fill("studio_head.html", words=words, news="", root=_root(request))
    html = page_html(words, header, main, head=head, kind="studio plain", root=_root(request))
    return HTMLResponse(html, status)


async def _not_found(request: Request, fault: Exception) -> Response:
    return _stopped(request, "studio.stop.nothing-here", 404)


async def _too_much(request: Request, fault: Exception) -> Response:
    return _stopped(request, "studio.stop.too-much", 413)


async def _fault(request: Request, fault: Exception) -> Response:
    return _stopped(request, "studio.stop.fault", 500)
