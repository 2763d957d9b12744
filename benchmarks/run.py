"""Run the whole benchmark: ``make bench``, or ``python benchmarks/run.py --quick`` for a trial.

Figures are CPU seconds: on a busy machine, only these and their ratios mean something.
"""

import argparse
import json
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

from benchmarks import book
from benchmarks.baselines import copy_seconds, mkdocs_alone
from benchmarks.browser import QUICK_TIMES, TIMES, browser_report
from benchmarks.corpus import SEED, count_bodies, write_corpus
from benchmarks.long_reading import LONG_READING, QUICK_LONG_READING
from benchmarks.processes import run_python
from benchmarks.stages import Measured
from benchmarks.suggestions import suggestions_report
from benchmarks.table import Row, exponents_table, ratios_table, stages_table
from build_scripts.render.addresses import FOLDERS

READINGS, TERMS = (20, 200, 1000), (100, 1000, 10_000)
QUICK_READINGS, QUICK_TERMS = (4, 8), (10, 40)
MKDOCS_TERMS = 1000
REPEATS = 3
COPIES_A_BUILD = 2
"""More than one, since the cost of writing varies threefold with the state of the disk cache."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print the tables as Markdown."""
    options = _parser().parse_args(arguments)
    readings, terms = options.readings or READINGS, options.terms or TERMS
    repeats, mkdocs_terms = options.repeats, MKDOCS_TERMS
    if options.quick:
        readings, terms, repeats, mkdocs_terms = QUICK_READINGS, QUICK_TERMS, 1, QUICK_TERMS[-1]
    with tempfile.TemporaryDirectory(prefix="readings-benchmark-") as folder:
        workshop = Path(folder)
        rows = []
        for n in readings:
            for t in terms:
                _progress(f"N = {n}, T = {t}")
                row = _measure(workshop / "corpus", n, t, repeats, with_mkdocs=t == mkdocs_terms)
                rows.append(row)
        sections = [*_report(rows, repeats, mkdocs_terms)]
        print("\n\n".join(sections), end="\n\n", flush=True)
        _progress("the book")
        size = book.QUICK_BOOK if options.quick else book.BOOK
        sections.append(book.book_report(workshop / "book", size))
        print(sections[-1], end="\n\n", flush=True)
        _progress("a long reading in a browser")
        long_size = QUICK_LONG_READING if options.quick else LONG_READING
        times = QUICK_TIMES if options.quick else TIMES
        sections.append(browser_report(workshop / "long", long_size, times))
        print(sections[-1], end="\n\n", flush=True)
    _progress("proposals")
    sections.append(suggestions_report())
    print(sections[-1])
    if options.save:
        options.save.write_text("\n\n".join(sections) + "\n", encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure the generator.")
    parser.add_argument("--readings", type=int, nargs="+", metavar="N", help="default: 20 200 1000")
    parser.add_argument("--terms", type=int, nargs="+", metavar="T", help="default: 100 1000 10000")
    parser.add_argument(
        "--repeats", type=int, default=REPEATS, help="builds of each size; default: 3"
    )
    parser.add_argument("--quick", action="store_true", help="tiny sizes, for a trial")
    parser.add_argument("--save", type=Path, metavar="FILE", help="also write the tables to FILE")
    return parser


def _measure(root: Path, readings: int, terms: int, repeats: int, with_mkdocs: bool) -> Row:
    """Make a collection, build it, measure its baselines, and remove it."""
    write_corpus(root, readings, terms)
    measured: list[Measured] = []
    copies: list[float] = []
    for _ in range(repeats):  # by turns, so that other work of the machine affects both alike
        measured.append(_cold_build(root))
        copies += [copy_seconds(root, root / "copy") for _ in range(COPIES_A_BUILD)]
    row = Row(
        readings,
        terms,
        count_bodies(readings, terms),
        median_build(measured),
        _megabytes((root / "seeds", root / "annotations")),
        _megabytes(root / "docs" / folder for folder in FOLDERS),
        median(copies),
        mkdocs_alone(root).cpu if with_mkdocs else None,
    )
    shutil.rmtree(root)
    return row


def _cold_build(root: Path) -> Measured:
    for folder in FOLDERS:
        shutil.rmtree(root / "docs" / folder, ignore_errors=True)
    printed, _ = run_python("-m", "benchmarks.stages", str(root))
    return Measured(**json.loads(printed))


def median_build(builds: Sequence[Measured]) -> Measured:
    """The median of each figure over several builds of one collection."""
    return Measured(
        seconds=_medians([build.seconds for build in builds]),
        seconds_again=_medians([build.seconds_again for build in builds]),
        import_seconds=median(build.import_seconds for build in builds),
        files=builds[0].files,
        peak=median(build.peak for build in builds),
    )


def _medians(figures: Sequence[Mapping[str, float]]) -> dict[str, float]:
    return {stage: median(figure[stage] for figure in figures) for stage in figures[0]}


def _megabytes(folders: Iterable[Path]) -> float:
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return sum(path.stat().st_size for path in files) / 1e6


def _report(rows: Sequence[Row], repeats: int, mkdocs_terms: int) -> Iterator[str]:
    yield "# Benchmark"
    yield (
        f"Python {platform.python_version()}, seed {SEED}. N readings of 1,500 words, each with 12 "
        "notes, 4 cross-references, 2 corrections and 30 mentions of terms; T terms. CPU seconds, "
        f"median of {repeats} cold builds, each in a process of its own."
    )
    yield "## Against the baselines"
    yield (
        "(a) reads the inputs and writes as many files of the same sizes. (b) is MkDocs with "
        "Material, `navigation.prune` and search building the pages, without our plugin, run once "
        f"for each N at T = {mkdocs_terms}. “merge” is everything but the rendering of bodies and "
        "the import of modules; “again” is a second build of the same in the same process."
    )
    yield ratios_table(rows)
    yield "## Stages"
    yield stages_table(rows)
    yield "## Growth"
    yield "The exponent of N or T, over all sizes and in the last step."
    yield exponents_table(rows)


def _progress(what: str) -> None:
    print(f"measuring {what} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
