"""Measure what generating pages costs at several sizes, stage by stage, and how it grows."""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

from benchmarks.cold_builds import remove_generated
from benchmarks.corpus import count_bodies, write_corpus
from benchmarks.processes import run_python
from benchmarks.stages import Measured
from benchmarks.table import Row, exponents_table, generating_table, stages_table
from build_scripts.render.addresses import FOLDERS


def generating_report(
    folder: Path,
    readings: Sequence[int],
    terms: Sequence[int],
    repeats: int,
    tell: Callable[[str], None],
) -> Iterator[str]:
    """Make collections of all these sizes in a folder, measure each, and tell what is measured."""
    rows = []
    for n in readings:
        for t in terms:
            tell(f"generating, N = {n}, T = {t}")
            rows.append(_measure(folder / "corpus", n, t, repeats))
    yield "## Generating"
    yield (
        "`readings build` alone. “merge” is everything but the rendering of bodies and the import "
        "of modules; “again” is a second build of the same in the same process."
    )
    yield generating_table(rows)
    yield "## Stages"
    yield stages_table(rows)
    yield "## Growth"
    yield "The exponent of N or T, over all sizes and in the last step."
    yield exponents_table(rows)


def _measure(root: Path, readings: int, terms: int, repeats: int) -> Row:
    """Make a collection, build it, and remove it."""
    write_corpus(root, readings, terms)
    row = Row(
        readings,
        terms,
        count_bodies(readings, terms),
        median_build([_cold_build(root) for _ in range(repeats)]),
        _megabytes((root / "seeds", root / "annotations")),
        _megabytes(root / "docs" / folder for folder in FOLDERS),
    )
    shutil.rmtree(root)
    return row


def _cold_build(root: Path) -> Measured:
    remove_generated(root)
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
