"""Run the benchmark: ``make bench``, or ``python benchmarks/run.py --quick`` for a trial.

Figures are CPU seconds where nothing else is said: on a busy machine, only these and their ratios
mean something.
"""

import argparse
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import book
from benchmarks.acceptance import (
    Figure,
    build_figures,
    figures_table,
    save_figures,
    weight_figures,
)
from benchmarks.browser import QUICK_TIMES, TIMES, browser_report
from benchmarks.cold_builds import builds_table, measure_builds
from benchmarks.collections_made import Collections
from benchmarks.corpus import SEED
from benchmarks.generating import generating_report
from benchmarks.long_reading import LONG_READING, QUICK_LONG_READING
from benchmarks.saves import measure_saves, saves_table
from benchmarks.site_weight import weigh, weights_table
from benchmarks.suggestions import suggestions_report
from benchmarks.whole_build import profile_alone, whole_build_table

TERMS = 1000
REPEATS = 3


class Sizes(NamedTuple):
    """How much is measured.

    Attributes:
        builds: the numbers of readings of cold builds, saves and the profile.
        sites: those of the sites that are weighed.
        terms: the number of terms in these collections.
        readings_generated, terms_generated: those of the table of stages, all with all.
        repeats: how often each is measured, for the median.
        is_quick: whether the book and the long reading are tiny.
    """

    builds: Sequence[int] = (200, 1000)
    sites: Sequence[int] = (20, 1000)
    terms: int = TERMS
    readings_generated: Sequence[int] = (20, 200, 1000)
    terms_generated: Sequence[int] = (100, 1000, 10_000)
    repeats: int = REPEATS
    is_quick: bool = False


QUICK = Sizes((8,), (4, 8), 40, (4, 8), (40,), 1, is_quick=True)


class Run(NamedTuple):
    """A run of the benchmark: what is measured, where, and the figures that matter so far."""

    sizes: Sizes
    folder: Path
    collections: Collections
    figures: list[Figure]


def _cold(run: Run) -> Iterator[str]:
    yield "## Cold builds beside plain MkDocs"
    yield (
        "Plain MkDocs builds the same texts as Markdown, with Material and the search. “peak” is "
        "the memory of the largest process."
    )
    by_size = {}
    for n in run.sizes.builds:
        _tell(f"cold builds, N = {n}")
        ours, plain = run.collections.ours(n), run.collections.plain(n)
        by_size[n] = measure_builds(ours, plain, run.sizes.repeats)
        yield f"N = {n}, T = {run.sizes.terms}:"
        yield builds_table(by_size[n])
    run.figures.extend(build_figures(by_size))


def _saves(run: Run) -> Iterator[str]:
    yield "## Saves under `mkdocs serve`"
    yield "From the save until the page with the new words is served; plain MkDocs runs beside it."
    by_size = {}
    for n in run.sizes.builds:
        _tell(f"saves, N = {n}")
        ours, plain = run.collections.ours(n), run.collections.plain(n)
        by_size[n] = measure_saves(ours, plain, run.sizes.repeats)
        yield f"N = {n}, T = {run.sizes.terms}:"
        yield saves_table(by_size[n])
    run.figures.extend(save_figures(by_size))


def _profile(run: Run) -> Iterator[str]:
    yield "## A whole build by stage"
    for n in run.sizes.builds:
        _tell(f"the stages of a whole build, N = {n}")
        yield f"N = {n}, T = {run.sizes.terms}, once:"
        yield whole_build_table(profile_alone(run.collections.ours(n)))


def _site(run: Run) -> Iterator[str]:
    yield "## What a site weighs"
    yield "Pages and what is fetched are compressed; “a reading” is the median of their pages."
    weights = {}
    for n in run.sizes.sites:
        _tell(f"the site, N = {n}")
        weights[n] = weigh(run.collections.site(n))
    yield weights_table(weights)
    run.figures.extend(weight_figures(weights))


def _generating(run: Run) -> Iterator[str]:
    sizes = run.sizes
    yield from generating_report(
        run.folder, sizes.readings_generated, sizes.terms_generated, sizes.repeats, _tell
    )


def _book(run: Run) -> Iterator[str]:
    _tell("the book")
    size = book.QUICK_BOOK if run.sizes.is_quick else book.BOOK
    yield book.book_report(run.folder / "book", size)


def _browser(run: Run) -> Iterator[str]:
    _tell("a long reading in a browser")
    size = QUICK_LONG_READING if run.sizes.is_quick else LONG_READING
    yield browser_report(run.folder / "long", size, QUICK_TIMES if run.sizes.is_quick else TIMES)


def _proposals(_: Run) -> Iterator[str]:
    _tell("proposals")
    yield suggestions_report()


PARTS: Mapping[str, tuple[Callable[[Run], Iterator[str]], str]] = {
    "cold": (_cold, "builds, checks and verifies beside plain MkDocs; 15 minutes"),
    "saves": (_saves, "saves under `mkdocs serve` beside plain MkDocs; 20 minutes"),
    "profile": (_profile, "a whole build by stage; 4 minutes"),
    "site": (_site, "the size of pages and of the search; 4 minutes"),
    "generating": (_generating, "stages of the generator at nine sizes, and growth; 30 minutes"),
    "book": (_book, "a book of 120,000 words; 2 minutes"),
    "browser": (_browser, "a long reading in a browser; 2 minutes"),
    "proposals": (_proposals, "the quality of proposals; seconds"),
}
"""The parts of the benchmark, what each measures, and how long it takes on two free processors."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print the tables as Markdown."""
    options = _parser().parse_args(arguments)
    sizes = QUICK if options.quick else Sizes(repeats=options.repeats, terms=options.terms)
    if options.readings:
        sizes = sizes._replace(builds=options.readings, sites=options.readings)
    about = (
        f"Python {platform.python_version()}, seed {SEED}. N readings of 1,500 words, each with 12 "
        "notes, 4 cross-references, 2 corrections and 30 mentions of terms; T terms. CPU seconds, "
        f"median of {sizes.repeats}, each in a process of its own."
    )
    sections = ["# Benchmark", about]
    print("\n\n".join(sections), end="\n\n", flush=True)
    with tempfile.TemporaryDirectory(prefix="readings-benchmark-") as folder:
        run = Run(sizes, Path(folder), Collections(Path(folder), sizes.terms), [])
        for name in options.part or PARTS:
            measure, _ = PARTS[name]
            for section in measure(run):
                sections.append(section)
                print(section, end="\n\n", flush=True)
    if run.figures:
        sections += ("## What is to be reached", figures_table(run.figures))
        print("\n\n".join(sections[-2:]))
    if options.save:
        options.save.write_text("\n\n".join(sections) + "\n", encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parts = "\n".join(f"  {name:<11} {what}" for name, (_, what) in PARTS.items())
    parser = argparse.ArgumentParser(
        description="Measure the generator. These are the parts, and how long each takes on two "
        f"free processors:\n{parts}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--part", nargs="+", choices=PARTS, metavar="PART", help="only these; default: all"
    )
    parser.add_argument(
        "--readings", type=int, nargs="+", metavar="N", help="collections; default: 200 1000"
    )
    parser.add_argument("--terms", type=int, default=TERMS, metavar="T", help="default: 1000")
    parser.add_argument("--repeats", type=int, default=REPEATS, help="default: 3")
    parser.add_argument("--quick", action="store_true", help="tiny sizes, for a trial")
    parser.add_argument("--save", type=Path, metavar="FILE", help="also write the tables to FILE")
    return parser


def _tell(what: str) -> None:
    print(f"measuring {what} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
