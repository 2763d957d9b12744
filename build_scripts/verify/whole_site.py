"""Verify a whole site: each page is parsed once, in several processes where there are many."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.progress import Progress, unreported
from build_scripts.model.reading import Reading
from build_scripts.verify.built_page import ParsedPage, parse_page
from build_scripts.verify.facing_texts import PairToFind, pairs_to_find, verify_pair
from build_scripts.verify.fidelity import ReadingToFind, no_site, possible_files, verify_reading
from build_scripts.verify.page_frame import SiteFiles, verify_frame
from build_scripts.verify.processes import in_processes

MANY_PAGES = 100
"""From so many pages on, further processes save more time than it takes to start them."""
_AT_A_TIME = 32
"""How many readings, or other pages, a process gets at a time."""


class _Task(NamedTuple):
    """A reading with those of its pages that exist, one page of another kind, or two texts."""

    reading: ReadingToFind | None
    pages: frozenset[Path]
    pair: PairToFind | None = None


def verify_whole_site(
    root: Path,
    site: Path,
    readings: Iterable[Reading],
    many_pages: int = MANY_PAGES,
    progress: Progress = unreported,
) -> tuple[Diagnostic, ...]:
    """The faults of the readings on a built site, and those of the frames of all its pages.

    Paths in findings are relative to the root where they can be. Only the pages of one reading are
    in memory at a time. A site of at least `many_pages` is read by as many processes as there are
    processors. `progress` is told of each group of pages.
    """
    if not site.is_dir():
        return (no_site(root, site),)
    pages = dict.fromkeys(SiteFiles(site).pages())
    is_large = len(pages) >= many_pages
    tasks = [*_tasks(site, pages, readings)]
    batches = [tasks[start : start + _AT_A_TIME] for start in range(0, len(tasks), _AT_A_TIME)]
    verify = partial(_verify, root, site)
    found = in_processes(verify, batches) if is_large else map(verify, batches)
    shown = progress(found, len(batches), "groups of pages compared")
    return tuple(sorted(chain.from_iterable(shown)))


def _tasks(site: Path, pages: dict[Path, None], readings: Iterable[Reading]) -> Iterator[_Task]:
    """The tasks; each page is in one of them only."""
    by_id = {reading.id: reading for reading in readings}
    for reading in by_id.values():
        wanted = ReadingToFind.of(reading)
        own = frozenset(path for path in possible_files(site, wanted) if path in pages)
        for path in own:
            del pages[path]
        yield _Task(wanted, own)
    for path in pages:
        yield _Task(None, frozenset((path,)))
    for pair in pairs_to_find(site, by_id):
        yield _Task(None, frozenset(), pair)


def _verify(root: Path, site: Path, tasks: Iterable[_Task]) -> list[Diagnostic]:
    files = SiteFiles(site)
    return [finding for task in tasks for finding in _verify_task(root, site, files, task)]


def _verify_task(root: Path, site: Path, files: SiteFiles, task: _Task) -> Iterator[Diagnostic]:
    frames: list[Diagnostic] = []

    def parse(path: Path, root: Path) -> ParsedPage:
        """The page; its frame is verified on the way."""
        page = parse_page(path, root)
        if path in task.pages:
            frames.extend(verify_frame(files, page))
        return page

    if task.reading is not None:
        yield from verify_reading(root, site, task.reading, parse)
    elif task.pair is not None:
        yield from verify_pair(root, site, task.pair, parse)
    else:
        for path in task.pages:
            parse(path, root)
    yield from frames
