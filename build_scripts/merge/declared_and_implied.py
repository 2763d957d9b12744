"""Say which readings are compared: as the project declares it, and a text with its translation."""

from collections.abc import Iterable, Iterator

from build_scripts.model.comparison import Comparison
from build_scripts.model.reading import Reading


def comparisons(
    readings: Iterable[Reading], declared: Iterable[Comparison]
) -> tuple[Comparison, ...]:
    """The comparisons of a project: those that it declares, then those that readings imply.

    A reading is compared with the one that it is a translation or another version of, unless a
    declared comparison has both. What is wrong with declarations is reported elsewhere.

    Args:
        readings: those that were read; in a build in parts, not all.
        declared: in their order.
    """
    by_id = {reading.id: reading for reading in readings}
    found: dict[str, Comparison] = {}
    beside: dict[str, set[str]] = {name: set() for name in by_id}
    for one in declared:
        if one.id:
            found.setdefault(one.id, one)
            for name in one.readings:
                beside.setdefault(name, set()).update(one.readings)
    for original, other in _pairs(by_id.values()):
        if original in by_id and original not in beside[other]:
            beside[original].add(other)
            beside[other].add(original)
            name = name_of_pair(original, other)
            pair, origin = (original, other), by_id[other].origin
            found[name] = Comparison(name, "", pair, None, origin, is_implied=True)
    return tuple(found.values())


def name_of_pair(original: str, other: str) -> str:
    """The name of a comparison that nobody declares. No declared id has a dot."""
    return f"{original}.{other}"


def _pairs(readings: Iterable[Reading]) -> Iterator[tuple[str, str]]:
    """Each reading after the one that it is a translation or a version of."""
    for reading in readings:
        metadata = reading.metadata
        for original in (metadata.translation_of, metadata.version_of):
            if original and original != reading.id:
                yield original, reading.id
