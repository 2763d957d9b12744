"""What every part of a site needs to know of the whole: its pages, their order, what needs what.

The outline holds ids, paths and titles, but nothing of what is written in the texts and in the
annotations. So a part reads only its own readings, and those that its pages quote or name.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from build_scripts.model.annotation import PassageReference
from build_scripts.model.arrangement import Arrangement, DeclaredCollection, Shelf
from build_scripts.model.body_link import IN_READINGS, BodyLink, BodyLinkKind
from build_scripts.model.collection import Collection
from build_scripts.model.reading import Reading
from build_scripts.model.site_plan import PageTitle
from build_scripts.render.lookups.entries_and_parts import Division

if TYPE_CHECKING:
    from build_scripts.render.site import Site

FOLDER_OF_READINGS = "annotations/readings/"
_WEIGHT_OF_PAGE = 2_000
"""What every reading costs besides its text, in characters of it."""


class Outline(NamedTuple):
    """A site in outline.

    Attributes:
        titles: of all pages, in the order of the site.
        files: all files that the generator makes.
        weights: what it costs to make the pages of a reading, by id, in the order of the site.
        needs: the files of other readings that have to be read for the pages of a reading, because
            these quote or name what stands there, by its id; under the empty id, the files that
            have to be read for definitions and events.
        shelves: the id of each collection at the top, with its readings and with those in it.
        others: the readings in no collection.
        places: the page of each element of a divided list, by the list's first page and its id.
    """

    titles: Mapping[str, PageTitle]
    files: tuple[str, ...]
    weights: Mapping[str, int]
    needs: Mapping[str, tuple[str, ...]]
    shelves: tuple[Any, ...]
    others: tuple[str, ...]
    places: Mapping[str, Mapping[str, str]]

    def lists(self) -> dict[str, Division]:
        """Where the elements of divided lists stand; it knows nothing else of the lists."""
        return {first: Division((), {**places}) for first, places in self.places.items()}

    def arrangement(self, declared: Iterable[DeclaredCollection]) -> Arrangement:
        """The arrangement of all readings, given the collections that are declared."""
        by_id = {collection.id: collection for collection in declared}

        def shelf(entry: Any) -> Shelf:
            name, readings, parts = entry
            return Shelf(by_id[name], tuple(readings), tuple(map(shelf, parts)))

        return Arrangement(tuple(map(shelf, self.shelves)), self.others)


def outline_of(site: "Site", collection: Collection, links: Iterable[BodyLink]) -> Outline:
    """The outline of a site, and of the collection and the links that it was made from."""
    # The first step starts faster without the modules that make pages.
    from build_scripts.render.site_files import units_of  # noqa: PLC0415

    units = tuple(units_of(site))
    arrangement = site.arrangement

    def entry(shelf: Shelf) -> list[Any]:
        return [shelf.collection.id, [*shelf.readings], [*map(entry, shelf.parts)]]

    return Outline(
        {page: title for unit in units for page, title in unit.titles.items()},
        tuple(path for unit in units for path in unit.paths),
        {
            unit.reading: _WEIGHT_OF_PAGE + len(site.texts[unit.reading].source.text)
            for unit in units
            if unit.reading
        },
        _needs(collection, links),
        tuple(map(entry, arrangement.shelves)),
        arrangement.others,
        _by_list(site.places),
    )


def _by_list(places: Mapping[tuple[str, str], str]) -> dict[str, dict[str, str]]:
    lists: dict[str, dict[str, str]] = defaultdict(dict)
    for (first, anchor), page in places.items():
        lists[first][anchor] = page
    return dict(lists)


def _needs(collection: Collection, links: Iterable[BodyLink]) -> dict[str, tuple[str, ...]]:
    described = {reading.id: reading.origin.document.path for reading in collection.readings}
    needs: dict[str, set[str]] = defaultdict(set)
    for one in (
        *_between_readings(collection.readings),
        *_compared(collection),
        *_linked(collection.readings, links),
    ):
        if one.reading != one.other and one.other in described:
            needs[one.reading] |= {described[one.other], *filter(None, (one.named,))}
            if one.reading:
                needs[one.other] |= {described[one.reading], *filter(None, (one.file,))}
    return {name: tuple(sorted(files)) for name, files in sorted(needs.items())}


class _Lead(NamedTuple):
    """From a reading to another one, which it quotes or names.

    Attributes:
        reading: empty for definitions and events.
        file: where this is written; empty if every part reads it, or the pages do not need it.
        named: the file of the entry that is named; empty if it is the reading itself.
    """

    reading: str
    file: str
    other: str
    named: str = ""


def _between_readings(readings: Iterable[Reading]) -> Iterator[_Lead]:
    for reading in readings:
        for reference in reading.cross_references:
            if isinstance(reference.refers_to, PassageReference):
                file = reference.origin.document.path
                yield _Lead(reading.id, file, reference.refers_to.reading)
        for question in reading.questions:
            for passage in question.passages:
                yield _Lead(reading.id, question.origin.document.path, passage.reading)


def _compared(collection: Collection) -> Iterator[_Lead]:
    """A reading names those with which it is compared."""
    for reading in collection.readings:
        for original in (reading.metadata.version_of, reading.metadata.translation_of):
            yield _Lead(reading.id, "", original)
    for comparison in collection.comparisons:
        for one, other in combinations(comparison.readings, 2):
            yield _Lead(one, "", other)


def _linked(readings: Iterable[Reading], links: Iterable[BodyLink]) -> Iterator[_Lead]:
    files = {
        (kind, reading.id, entry.id): entry.origin.document.path
        for reading in readings
        for kind, listed in (
            (BodyLinkKind.NOTE, reading.notes),
            (BodyLinkKind.QUESTION, reading.questions),
        )
        for entry in listed
    }
    for link in links:
        file = link.origin.document.path
        owner = file.split("/")[2] if file.startswith(FOLDER_OF_READINGS) else ""
        if link.kind is BodyLinkKind.READING:
            yield _Lead(owner, file, link.id)
        elif link.kind in IN_READINGS:
            found = files.get((link.kind, link.reading, link.id), "")
            yield _Lead(owner, file, link.reading, found)


def outline_as_data(outline: Outline) -> dict[str, Any]:
    """An outline as values of JSON."""
    return {
        "titles": [[page, *title] for page, title in outline.titles.items()],
        "files": [*outline.files],
        "weights": [[name, weight] for name, weight in outline.weights.items()],
        "needs": {name: [*others] for name, others in outline.needs.items()},
        "shelves": [*outline.shelves],
        "others": [*outline.others],
        "places": {first: {**places} for first, places in outline.places.items()},
    }


def outline_in(data: Any) -> Outline | None:
    """The outline that stands in such data; None if it is anything else."""
    try:
        outline = Outline(
            {str(page): PageTitle(str(title), bool(flag)) for page, title, flag in data["titles"]},
            tuple(map(str, data["files"])),
            {str(name): int(weight) for name, weight in data["weights"]},
            {str(name): tuple(map(str, others)) for name, others in data["needs"].items()},
            tuple(map(_shelf, data["shelves"])),
            tuple(map(str, data["others"])),
            {
                str(first): {str(anchor): str(page) for anchor, page in places.items()}
                for first, places in data["places"].items()
            },
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    return outline if all(weight > 0 for weight in outline.weights.values()) else None


def _shelf(entry: Any) -> list[Any]:
    name, readings, parts = entry
    return [str(name), [*map(str, readings)], [*map(_shelf, parts)]]
