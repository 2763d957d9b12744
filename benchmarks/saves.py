"""Measure how long a save takes to reach the page: ``python -m benchmarks.saves ROOT [PLAIN]``.

It runs `mkdocs serve` on a project, and beside it on plain pages of the same texts. In turns, a
word is put into a file of each, and the page is asked for until the word is there. While MkDocs
builds, it lets requests wait, so the answer comes as soon as the build is done.

Files that are changed are restored at the end; generated pages stay in ``docs/``. So give a copy of
a project.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from itertools import count
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.beside_plain import arguments_beside_plain, plain_project
from benchmarks.processes import cpu_of_tree
from benchmarks.save_places import TERM, TERM_FILE, Place, add_term, pages_with, places, plain_place
from benchmarks.table import table
from build_scripts.text.wording import counted
from tests.mkdocs_runs import Server, serving

KINDS = ("note", "term", "title")
PLAIN = "plain"
PATIENCE_SECONDS = 1800.0
_POLL_SECONDS = 0.05
_QUIET_SECONDS = 1.5
"""Longer than the server takes to look at all files again."""
_IDLE_SECONDS = 3.0


class Saved(NamedTuple):
    """What one save cost until its page was served.

    Attributes:
        wall: seconds. About half a second of it is the server noticing the change.
        cpu: CPU seconds of the server, less what waiting for changes costs it in that time.
    """

    wall: float
    cpu: float


class Saves(NamedTuple):
    """The medians for a project.

    Attributes:
        by_kind: what was saved; that of the plain project is `PLAIN`, if it was measured.
        start: what the first build cost, ours and plain, until the server answered.
        idle: CPU seconds that a second of waiting for changes costs, ours and plain.
        readings_with_term: on how many pages of readings the term stands.
    """

    by_kind: Mapping[str, Saved]
    start: Mapping[str, Saved]
    idle: Mapping[str, float]
    readings_with_term: int


def measure_saves(
    root: Path, plain: Path | None, repeats: int = 3, kinds: Sequence[str] = KINDS
) -> Saves:
    """Serve a project, and plain pages beside it, and save in turns.

    Raises:
        ValueError: the project has nothing that could be saved.
        AssertionError: a build failed or took longer than half an hour; with MkDocs's log.
    """
    words = (f"saved{number}" for number in count(1))
    with ExitStack() as running:
        if "term" in kinds:
            running.callback((root / TERM_FILE).unlink, missing_ok=True)
            add_term(root)
        ours, our_start = running.enter_context(_started(root))
        start = {"ours": our_start}
        servers = {"ours": ours}
        if plain is not None:
            servers[PLAIN], start[PLAIN] = running.enter_context(_started(plain))
        found = {kind: place for kind, place in places(root).items() if kind in kinds}
        for place in found.values():
            running.callback(place.restore)
        plain_page = plain_place(plain) if plain is not None else None
        if plain_page is not None:
            running.callback(plain_page.restore)
        idle = _idle(servers)
        saved: dict[str, list[Saved]] = {}
        for _ in range(repeats):
            for kind, place in found.items():
                save = _save(ours, place, next(words), idle["ours"])
                saved.setdefault(kind, []).append(save)
            if plain_page is not None:
                save = _save(servers[PLAIN], plain_page, next(words), idle[PLAIN])
                saved.setdefault(PLAIN, []).append(save)
        pages = len(pages_with(root, TERM))
    medians = {
        kind: Saved(median(save.wall for save in each), median(save.cpu for save in each))
        for kind, each in saved.items()
    }
    return Saves(medians, start, idle, pages)


@contextmanager
def _started(project: Path) -> Iterator[tuple[Server, Saved]]:
    """A server that has built its site, and what that cost."""
    begun = time.monotonic()
    with serving(project, patience=PATIENCE_SECONDS) as server:
        yield server, Saved(time.monotonic() - begun, cpu_of_tree(server.pid))


def _save(server: Server, place: Place, word: str, idle: float) -> Saved:
    """Save, wait for the page, and then for the server to have nothing to do."""
    before, begun = cpu_of_tree(server.pid), time.monotonic()
    place.save(word)

    def is_shown() -> bool:
        try:
            _, page = server.get(place.address, PATIENCE_SECONDS)
        except OSError:  # it has ended, which is noticed soon
            return False
        shown = word in page
        if not shown:
            time.sleep(_POLL_SECONDS)
        return shown

    server.wait_until(is_shown, f"{word} on {place.address}")
    wall = time.monotonic() - begun
    cost = Saved(wall, max(0.0, cpu_of_tree(server.pid) - before - idle * wall))
    _settle(server)
    return cost


def _settle(server: Server) -> None:
    """Wait until no build is running, and none begins by itself."""
    while True:
        before = server.log
        time.sleep(_QUIET_SECONDS)
        if server.log == before and server.log.count("Building documentation") == server.builds:
            return


def _idle(servers: Mapping[str, Server]) -> dict[str, float]:
    """CPU seconds of each server in a second in which nobody saves anything."""
    for server in servers.values():
        _settle(server)
    before = {name: cpu_of_tree(server.pid) for name, server in servers.items()}
    begun = time.monotonic()
    time.sleep(_IDLE_SECONDS)
    seconds = time.monotonic() - begun
    return {
        name: (cpu_of_tree(server.pid) - before[name]) / seconds for name, server in servers.items()
    }


def saves_table(saves: Saves) -> str:
    """The figures in Markdown, beside those of plain pages."""
    plain = saves.by_kind.get(PLAIN)
    rows = [("first build", saves.start["ours"], saves.start.get(PLAIN))]
    for kind, saved in saves.by_kind.items():
        if kind != PLAIN:
            on_pages = f" that is on {counted(saves.readings_with_term, 'page')} of readings"
            name = f"a {kind}{on_pages if kind == 'term' else ''}"
            rows.append((name, saved, plain))
    idle = ", ".join(f"{name} {cpu:.3f}" for name, cpu in saves.idle.items())
    lines = table(
        ("save of", "wall s", "plain", "ratio", "CPU s", "plain", "ratio"),
        (
            (
                name,
                *_beside(ours.wall, plain and plain.wall),
                *_beside(ours.cpu, plain and plain.cpu),
            )
            for name, ours, plain in rows
        ),
    )
    return f"{lines}\n\nWaiting for changes takes, in CPU seconds a second: {idle}."


def _beside(ours: float, plain: float | None) -> tuple[str, str, str]:
    if plain is None:
        return f"{ours:.2f}", "–", "–"
    return f"{ours:.2f}", f"{plain:.2f}", f"{ours / plain:.2f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure the saves of a project, and print them as Markdown."""
    description = "Measure how long a save takes to reach a page."
    parser = arguments_beside_plain(description, "saves of each kind")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS, metavar="KIND")
    parser.add_argument("--alone", action="store_true", help="without plain pages beside it")
    options = parser.parse_args(arguments)
    beside = nullcontext() if options.alone else plain_project(options.root, options.plain)
    with beside as plain:
        saves = measure_saves(options.root, plain, options.repeats, options.kinds)
        print(saves_table(saves))


if __name__ == "__main__":
    main()
