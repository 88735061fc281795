"""Runs in a copy of the tree, as a program of its own: tests that are collected once, ready to go.

`serve FILE…` collects those test files, then takes orders on its standard input and answers on
its standard output, a line of JSON each. Every order runs in a fork, so that nothing is imported
or collected again and nothing that a test leaves behind reaches the next:

    {"tests": […], "patch": path, "before": text, "after": text}        one order
    {"ready": count} {"pid": …} {"begins": test} {"fails": test} {"ends": status}    what it tells
    {"fails": "unfit"}    the fault can't be put into functions that exist; a new process is needed

`record OUT ROOM-FILE… -- FILE…` runs all tests and notes which lines each of them executes.
"""

import functools
import gc
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

# The modules under test are those of the copy; the folder of this file must not be searched.
sys.path[0] = str(Path.cwd())

import pytest  # noqa: E402

OPTIONS = (
    "--override-ini=addopts=", "--tb=no", "--rootdir=.", "-pno:cacheprovider", "-pno:xdist",
)  # fmt: skip


class Plugin:
    """Makes Hypothesis try the same each time, keep nothing, and not shrink what it finds."""

    def pytest_sessionstart(self) -> None:
        """Runs after the project chose its profile, before a test module is imported."""
        from hypothesis import Phase, settings

        settings.register_profile(
            "mutation", settings(), database=None, derandomize=True,
            phases=(Phase.explicit, Phase.generate),
        )  # fmt: skip
        settings.load_profile("mutation")


# --- faults, one after the other --------------------------------------------------------------


class Server(Plugin):
    """Stands where pytest would run the tests, and runs those that are ordered."""

    def __init__(self) -> None:
        self.orders, self.answers = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, 0)
        os.dup2(nothing, 1)

    def tell(self, **what: Any) -> None:
        self.answers.write(json.dumps(what) + "\n")
        self.answers.flush()

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A fault can show as early as this."""
        if report.failed:
            self.tell(fails=report.nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.tell(fails=report.nodeid)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items}
        self.tell(ready=len(items))
        for line in self.orders:
            order = json.loads(line)
            child = os.fork()
            if child == 0:
                os.setsid()
                self.obey(order, session, items)
            self.tell(pid=child)
            self.tell(ends=os.waitpid(child, 0)[1])
        return True

    def obey(self, order: Any, session: pytest.Session, items: dict[str, pytest.Item]) -> None:
        """In the fork: put the fault in, run the tests until one fails, and be gone."""
        try:
            if order["patch"]:
                patch(order["patch"], order["before"], order["after"])
        except ValueError:  # other variables are shared with the functions within
            self.tell(fails="unfit")
            os._exit(0)
        try:
            chosen = [items[test] for test in order["tests"] if test in items]
            for item, following in zip(chosen, [*chosen[1:], None], strict=True):
                self.tell(begins=item.nodeid)
                item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
                if session.testsfailed:
                    break
            os._exit(0)
        except BaseException:  # a fault may do anything, such as leave the program
            os._exit(1)


def patch(path: str, before: str, after: str) -> None:
    """Give the functions of that file, wherever they are held, the code of the changed file."""
    new = {
        (old.co_qualname, old.co_firstlineno): code
        for old, code in zip(functions(before, path), functions(after, path), strict=True)
        if old != code
    }
    for each in gc.get_objects():
        if isinstance(each, FunctionType) and each.__code__.co_filename == path:
            code = new.get((each.__code__.co_qualname, each.__code__.co_firstlineno))
            if code is not None:
                each.__code__ = code


def functions(source: str, path: str) -> Iterator[CodeType]:
    """The code of the outermost functions and methods; those within come with them."""
    within = [compile(source, path, "exec", dont_inherit=True)]
    while within:
        for each in within.pop().co_consts:
            if isinstance(each, CodeType):
                # The code of a function has places for fast locals; that of a class has not.
                if each.co_flags & 0x1:
                    yield each
                else:
                    within.append(each)


# --- which test executes what -----------------------------------------------------------------


class Recorder(Plugin):
    """Times every test and names it to coverage."""

    def __init__(self, coverage: Any) -> None:
        self.coverage = coverage
        self.seconds: dict[str, float] = {}
        self.failed: list[str] = []

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self, collector: pytest.Collector) -> Any:
        if isinstance(collector, pytest.Module):
            self.coverage.switch_context(collector.nodeid)
        return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Any:
        forget_results()
        self.coverage.switch_context(item.nodeid)
        began = cpu_seconds()
        done = yield
        self.seconds[item.nodeid] = round(cpu_seconds() - began, 3)
        return done

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)


def cpu_seconds() -> float:
    """Of this process and those it started: a busy machine makes no test look slower."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def forget_results() -> None:
    """Empty the caches of the code under test: each test executes itself what it needs."""
    here = str(Path.cwd())
    for module in list(sys.modules.values()):
        path = getattr(module, "__file__", None) or ""
        if path.startswith(here) and not path.startswith(f"{here}{os.sep}tests"):
            for each in vars(module).values():
                if isinstance(each, functools._lru_cache_wrapper):
                    each.cache_clear()


def record(out: str, rooms: list[str], files: list[str]) -> None:
    """Write the CPU seconds of each test, and by file and line which tests execute it."""
    from coverage import Coverage

    coverage = Coverage(data_file=None, include=rooms, config_file=False, messages=False)
    coverage.start()
    recorder = Recorder(coverage)
    pytest.main([*OPTIONS, "-q", *files], plugins=[recorder])
    coverage.stop()
    data = coverage.get_data()
    here = f"{Path.cwd()}{os.sep}"
    lines = {
        path.removeprefix(here).replace(os.sep, "/"): data.contexts_by_lineno(path)
        for path in data.measured_files()
    }
    found = {"seconds": recorder.seconds, "failed": recorder.failed, "lines": lines}
    Path(out).write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        pytest.main([*OPTIONS, *sys.argv[2:]], plugins=[Server()])
    else:
        end = sys.argv.index("--")
        record(sys.argv[2], sys.argv[3:end], sys.argv[end + 1 :])
