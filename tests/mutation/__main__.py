"""The command: `python -m tests.mutation`. See the package for how to read what it prints."""

import argparse
import json
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tests.mutation import report
from tests.mutation.faults import Fault, all_faults, choose, from_text
from tests.mutation.rooms import SAMENSPEL, Project
from tests.mutation.run import Verdict, try_all
from tests.mutation.selection import record, state_of

CACHE = ".mutation_cache"


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--faults", type=int, default=200, metavar="N", help="how many")
    parser.add_argument("--seed", type=int, default=1, help="which ones")
    parser.add_argument("--rooms", help="of these rooms only, separated by commas")
    parser.add_argument("--only", metavar="ID", help="this fault, whether or not it is chosen")
    parser.add_argument("--from", dest="source", type=Path, metavar="FILE", help="those listed")
    parser.add_argument("--list", action="store_true", help="show the faults, run nothing")
    parser.add_argument("--limit", type=float, default=90.0, metavar="SECONDS",
                        help="CPU time of tests for one fault (default 90)")  # fmt: skip
    parser.add_argument("--jobs", type=int, default=1, help="faults at the same time")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the report as JSON")
    parser.add_argument("--at-least", type=float, default=0.0, metavar="PERCENT",
                        help="exit 1 when fewer are noticed")  # fmt: skip
    return parser.parse_args(given)


def main(given: Sequence[str] | None = None, project: Project = SAMENSPEL) -> int:
    """The exit code: 1 when fewer faults are noticed than asked for."""
    options = arguments(given)
    every = all_faults(project)
    equivalent = report.read_equivalent(project.root / project.equivalent)
    for path, original, _ in report.outdated(equivalent, every):
        print(f"{project.equivalent} lists a fault that {path} can no longer have: {original}")
    chosen = _chosen(project, every, options)
    if options.list:
        print("\n".join(report.described(fault) for fault in chosen))
        return 0
    verdicts = list(_judged(project, chosen, equivalent, options))
    print(f"\n{report.survivors(verdicts)}\n\n{report.table(verdicts)}")
    if options.out is not None:
        about = {"seed": options.seed, "limit": options.limit, "state": state_of(project)}
        options.out.write_text(report.as_json(verdicts, about), encoding="utf-8")
    return int(report.share_caught(verdicts) < options.at_least)


def _chosen(
    project: Project, every: Mapping[str, list[Fault]], options: argparse.Namespace
) -> list[Fault]:
    if options.source is not None:
        listed = tomllib.loads(options.source.read_text(encoding="utf-8"))["fault"]
        return [from_text(project, each["path"], each["old"], each["new"]) for each in listed]
    if options.only:
        found = [each for faults in every.values() for each in faults if each.id == options.only]
        return found or sys.exit(f"No fault of the present code is called {options.only}.")
    names = options.rooms.split(",") if options.rooms else list(every)
    if unknown := [name for name in names if name not in every]:
        sys.exit(f"There is no room {unknown[0]!r}. The rooms: {', '.join(every)}.")
    return choose(project, {name: every[name] for name in names}, options.faults, options.seed)


def _judged(
    project: Project, chosen: Sequence[Fault], equivalent: Mapping[report.Key, str],
    options: argparse.Namespace,
) -> Iterator[Verdict]:  # fmt: skip
    """The verdicts in the order of the faults; each is printed as it comes."""
    cache = project.root / CACHE
    cache.mkdir(exist_ok=True)
    state = state_of(project)
    kept = cache / f"{state}-{options.limit:.0f}.verdicts"
    known = _read(kept, chosen)
    for fault in chosen:
        if (reason := equivalent.get(report.key_of(fault))) is not None:
            known[fault.id] = Verdict(fault, "equivalent", reason)
    open_ones = [fault for fault in chosen if fault.id not in known]
    if open_ones:
        selection = record(project, cache / f"{state}.json", options.jobs)
        for verdict in try_all(project, selection, open_ones, options.limit, options.jobs):
            known[verdict.fault.id] = verdict
            _keep(kept, verdict)
            print(f"{len(known):4}/{len(chosen)}  {report.line(verdict)}", flush=True)
    return (known[fault.id] for fault in chosen)


def _keep(path: Path, verdict: Verdict) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"id": verdict.fault.id, **report.plain(verdict)}) + "\n")


def _read(path: Path, chosen: Iterable[Fault]) -> dict[str, Verdict]:
    """What an earlier run in the same state found of those faults."""
    if not path.exists():
        return {}
    by_id = {fault.id: fault for fault in chosen}
    known = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {
        name: Verdict(by_id[name], **each) for each in known if (name := each.pop("id")) in by_id
    }


if __name__ == "__main__":
    sys.exit(main())
