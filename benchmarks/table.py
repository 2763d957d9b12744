"""Write the figures as tables in Markdown, with the exponents of their growth."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from benchmarks.stages import (
    ANCHORS,
    BETWEEN,
    BODIES,
    DEFINITIONS,
    GLOSSARY,
    GLOSSARY_PAGES,
    MATCH,
    MERGE,
    MERGE_STAGES,
    READ,
    READING_PAGES,
    RENDER,
    SEGMENTS,
    WRITE,
    YAML,
    Measured,
)

_GROUPS: Mapping[str, tuple[str, ...]] = {
    "read": (READ, YAML),
    "of it YAML": (YAML,),
    "anchors": (ANCHORS,),
    "glossary index": (GLOSSARY,),
    "glossary match": (MATCH,),
    "segments": (SEGMENTS,),
    "merge, the rest": (MERGE,),
    "pages of readings": (READING_PAGES,),
    "pages of the glossary": (GLOSSARY_PAGES,),
    "definitions with links": (DEFINITIONS,),
    "other pages": (RENDER,),
    "write": (WRITE,),
    "between": (BETWEEN,),
    "all of these": MERGE_STAGES,
    "bodies": (BODIES,),
}
"""The columns of the table of stages, and the stages that each column sums up."""


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one collection.

    Attributes:
        readings, terms: the size of the collection.
        bodies: the number of bodies.
        measured: the median of several cold builds, each in a process of its own.
        input_megabytes, output_megabytes: the size of sources and YAML, and of written files.
    """

    readings: int
    terms: int
    bodies: int
    measured: Measured
    input_megabytes: float
    output_megabytes: float

    def seconds(self, column: str) -> float:
        """The CPU seconds in a column of the table of stages."""
        return sum(self.measured.seconds[stage] for stage in _GROUPS[column])


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown, aligned to the right."""
    lines = [header, ["---:"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def stages_table(rows: Iterable[Row]) -> str:
    """The CPU seconds of each stage."""
    return table(
        ("N", "T", *_GROUPS),
        (
            (str(row.readings), str(row.terms), *(f"{row.seconds(c):.3f}" for c in _GROUPS))
            for row in rows
        ),
    )


def generating_table(rows: Iterable[Row]) -> str:
    """What is made of what, the merge, the bodies, and the memory."""
    return table(
        (
            *("N", "T", "MB in", "MB out", "files", "merge s"),
            *("bodies", "ms each", "again", "merge again s", "imports s", "peak MiB"),
        ),
        (_generating(row) for row in rows),
    )


def _generating(row: Row) -> Sequence[str]:
    measured = row.measured
    merge = row.seconds("all of these")
    milliseconds = 1000 / row.bodies
    return (
        str(row.readings),
        str(row.terms),
        f"{row.input_megabytes:.1f}",
        f"{row.output_megabytes:.1f}",
        str(measured.files),
        f"{merge:.2f}",
        str(row.bodies),
        f"{measured.seconds[BODIES] * milliseconds:.3f}",
        f"{measured.seconds_again[BODIES] * milliseconds:.4f}",
        f"{sum(measured.seconds_again[stage] for stage in MERGE_STAGES):.2f}",
        f"{measured.import_seconds:.2f}",
        f"{measured.peak:.0f}",
    )


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """The power by which a cost grows: the slope of log cost over log size (least squares)."""
    logs = [(log(size), log(cost)) for size, cost in points]
    mean_size = sum(size for size, _ in logs) / len(logs)
    mean_cost = sum(cost for _, cost in logs) / len(logs)
    return sum((size - mean_size) * (cost - mean_cost) for size, cost in logs) / sum(
        (size - mean_size) ** 2 for size, _ in logs
    )


def exponents_table(rows: Sequence[Row]) -> str:
    """How each stage grows with N and with T, over all sizes and in the last step alone."""
    lines: list[tuple[str, ...]] = []
    for other in sorted({row.terms for row in rows}):
        series = sorted((r for r in rows if r.terms == other), key=lambda row: row.readings)
        lines += _exponents(f"N at T = {other}", [(row.readings, row) for row in series])
    for other in sorted({row.readings for row in rows}):
        series = sorted((r for r in rows if r.readings == other), key=lambda row: row.terms)
        lines += _exponents(f"T at N = {other}", [(row.terms, row) for row in series])
    return table(("growth in", *_GROUPS), lines)


def _exponents(name: str, series: Sequence[tuple[int, Row]]) -> list[tuple[str, ...]]:
    if len(series) < 2:
        return []
    spans = {name: series}
    if len(series) > 2:
        spans[f"{name}, {series[-2][0]} → {series[-1][0]}"] = series[-2:]
    return [
        (
            title,
            *(
                f"{exponent([(size, max(row.seconds(c), 1e-6)) for size, row in span]):.2f}"
                for c in _GROUPS
            ),
        )
        for title, span in spans.items()
    ]
