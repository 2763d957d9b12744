"""The figures that matter, each with the value that is to be reached."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from benchmarks.cold_builds import CHECK, OURS, PLAIN, VERIFY, Costs
from benchmarks.saves import PLAIN as PLAIN_SAVE
from benchmarks.saves import Saves
from benchmarks.site_weight import Weight
from benchmarks.table import table

_CPU = {200: 2.5, 1000: 1.0}
_PEAK = {1000: 2.0}
_VERIFY = {1000: 0.15}
_NOTE = {200: 0.3, 1000: 0.12}
_TERM = 2.0
_GROWTH = {(200, 1000): 5.2}
_SITE_MEGABYTES = {1000: 140.0}
_LARGEST_PAGE = {1000: 120.0}
_FIRST_SEARCH = {1000: 300.0}
_READING_GROWTH = {(20, 1000): 1.05}


class Figure(NamedTuple):
    """A figure, what it should be at most (None where nobody said), and its unit if it has one."""

    name: str
    value: float
    at_most: float | None = None
    unit: str = ""


def build_figures(by_size: Mapping[int, Costs]) -> Iterator[Figure]:
    """The figures of cold builds, by the number of readings."""
    for n, costs in by_size.items():
        ours, plain = costs[OURS], costs[PLAIN]
        yield Figure(f"cold build, N = {n}: CPU ÷ plain", ours.cpu / plain.cpu, _CPU.get(n))
        yield Figure(f"cold build, N = {n}: peak ÷ plain", ours.peak / plain.peak, _PEAK.get(n))
        yield Figure(f"`verify` ÷ build, N = {n}", costs[VERIFY].cpu / ours.cpu, _VERIFY.get(n))
        yield Figure(f"`check`, N = {n}", costs[CHECK].cpu, unit=" CPU s")
    if len(by_size) > 1:
        small, large = (*by_size,)[-2:]
        growth = by_size[large][OURS].cpu / by_size[small][OURS].cpu
        yield Figure(
            f"growth of CPU, {small} → {large} readings", growth, _GROWTH.get((small, large))
        )


def save_figures(by_size: Mapping[int, Saves]) -> Iterator[Figure]:
    """The figures of saves, by the number of readings."""
    for n, saves in by_size.items():
        note, plain = saves.by_kind["note"], saves.by_kind[PLAIN_SAVE]
        name = f"save of a note → page, N = {n}"
        yield Figure(f"{name}: seconds ÷ plain", note.wall / plain.wall, _NOTE.get(n))
        yield Figure(f"{name}: CPU ÷ plain", note.cpu / plain.cpu)
        for kind in ("term", "title"):
            other = saves.by_kind[kind]
            target = _TERM if kind == "term" else None
            name = f"save of a {kind} ÷ of a note, N = {n}"
            yield Figure(f"{name}: seconds", other.wall / note.wall, target)
            yield Figure(f"{name}: CPU", other.cpu / note.cpu)


def weight_figures(by_size: Mapping[int, Weight]) -> Iterator[Figure]:
    """The figures of built sites, by the number of readings."""
    n, weight = max(by_size.items())
    yield Figure(f"site, N = {n}", weight.site / 1e6, _SITE_MEGABYTES.get(n), " MB")
    smallest = min(by_size)
    if smallest != n:
        growth = weight.reading / by_size[smallest].reading
        target = _READING_GROWTH.get((smallest, n))
        yield Figure(f"a reading's page, compressed, N = {n} ÷ N = {smallest}", growth, target)
    yield Figure(
        f"largest page, compressed, N = {n}", weight.largest / 1000, _LARGEST_PAGE.get(n), " kB"
    )
    yield Figure(
        f"fetched for the search before it, N = {n}", weight.before_search / 1000, 0.0, " kB"
    )
    yield Figure(
        f"fetched for a first search, N = {n}",
        weight.first_search / 1000,
        _FIRST_SEARCH.get(n),
        " kB",
    )


def figures_table(figures: Iterable[Figure]) -> str:
    """The figures in Markdown, and whether each is reached."""
    return table(("figure", "measured", "to reach", ""), (_row(figure) for figure in figures))


def _row(figure: Figure) -> tuple[str, str, str, str]:
    value = f"{figure.value:,.2f}{figure.unit}"
    if figure.at_most is None:
        return figure.name, value, "–", ""
    limit = f"{figure.at_most:g}{figure.unit}"
    is_reached = figure.value <= figure.at_most
    return (
        figure.name,
        value,
        f"≤ {limit}" if figure.at_most else limit,
        "reached" if is_reached else "**not reached**",
    )
