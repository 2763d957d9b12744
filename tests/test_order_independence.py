"""In which files, under which names and in which order annotations stand changes no byte.

Whoever adds a file need not think of the others, and nobody's disk decides what a site looks like.
"""

import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from build_scripts import pipeline
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.model.site_plan import Rendered
from tests.profiles import cases
from tests.read.projects import PINNED_READING, READING_PATH, write_project

FIXED = {
    READING_PATH: PINNED_READING,
    "seeds/fable.txt": "A fox saw a king, and the king saw grapes.\n\nThe grapes were sour.\n",
    "annotations/readings/fable/reading.yml": (
        "title: A fable\nsource: {file: seeds/fable.txt}\nlanguage: en\n"
    ),
    "annotations/glossary/king.yml": (
        "term: king\ndefinition: One who has a frog.\nlinking: all\nsources: [grimm, aesop]\n"
    ),
    "annotations/glossary/queen.yml": "term: queen\ndefinition: Not a king.\nlinking: all\n",
    "annotations/glossary/frog.yml": "term: frog\ndefinition: An animal of a king.\n",
}


class Item(NamedTuple):
    """An annotation: the reading it belongs to (empty for the site), its kind, and itself."""

    reading: str
    key: str
    yaml: str


ITEMS = (
    # Passages that coincide, nest and cross, so that a page must decide which comes first.
    Item("tale", "notes", "{id: b, target: {exact: a king}, body: B., sources: [grimm]}"),
    Item("tale", "notes", "{id: a, target: {exact: a king}, body: A., sources: [aesop, grimm]}"),
    Item("tale", "notes", "{id: c, target: {exact: there was a king}, body: C., formerly: [d]}"),
    Item("tale", "notes", "{id: whole, target: {reading: true}, body: W.}"),
    Item("tale", "notes", "{id: also, target: {reading: true}, body: V.}"),
    Item("tale", "notes", "{id: two, target: {paragraphs: 1-2}, body: P.}"),
    Item(
        "tale", "corrections", "{id: a, target: {exact: was a}, reading: is a, certainty: likely}"
    ),
    Item(
        "tale",
        "corrections",
        "{id: b, target: {exact: a king}, reading: a good king, certainty: likely}",
    ),
    # Forced places that cross.
    Item("tale", "mentions", "{target: {exact: The king had}, term: queen}"),
    Item("tale", "mentions", "{target: {exact: king had a}, term: frog}"),
    Item("tale", "mentions", "{target: {exact: She}, term: king}"),
    Item("tale", "mentions", "{target: {exact: She had}, term: queen}"),
    Item("fable", "mentions", "{target: {exact: the king}, forbid: king}"),
    Item("tale", "formatting", "{target: {exact: a daughter}, as: strong}"),
    Item("tale", "formatting", "{target: {exact: a daughter}, as: emphasis}"),
    Item("tale", "formatting", "{target: {exact: had a daughter}, as: underline}"),
    # Cross-references that meet at their far ends, some under one id.
    Item(
        "tale",
        "cross_references",
        "{id: x, target: {exact: a king}, relation: contrasts, "
        "refers_to: {reading: fable, exact: a king}}",
    ),
    Item(
        "tale",
        "cross_references",
        "{id: y, target: {exact: a frog}, relation: same-subject, "
        "refers_to: {reading: fable, exact: a king}}",
    ),
    Item(
        "fable",
        "cross_references",
        "{id: x, target: {exact: grapes were}, relation: explains, "
        "refers_to: {reading: tale, exact: a king}}",
    ),
    Item(
        "fable",
        "cross_references",
        "{id: z, target: {exact: sour}, relation: explains, refers_to: {term: king}}",
    ),
    Item(
        "fable",
        "cross_references",
        "{id: w, target: {exact: fox}, relation: explains, refers_to: {event: war}}",
    ),
    # Of one year, so that the timeline must decide.
    Item("", "events", "{id: war, date: '1812', title: War, passages: [{reading: tale}]}"),
    Item("", "events", "{id: peace, date: '1812', title: Peace, sources: [grimm]}"),
    Item(
        "", "references", "{id: grimm, type: book, title: Tales, publisher: Reimer, issued: '1812'}"
    ),
    Item("", "references", "{id: aesop, type: classic, title: Fables, issued: n.d.}"),
)


class Place(NamedTuple):
    """Where an item is written: a file, by name, of its reading's or of the site's folder."""

    item: Item
    file: str


def site_plan(places: Iterable[Place]) -> Rendered:
    """The plan of a project in which the items stand so, in this order."""
    sections: dict[str, dict[str, list[str]]] = {}
    for item, file in places:
        folder = f"annotations/readings/{item.reading}/" if item.reading else "annotations/"
        sections.setdefault(f"{folder}{file}.yml", {}).setdefault(item.key, []).append(item.yaml)
    files: dict[str, str | bytes] = {
        path: "".join(
            f"{key}:\n" + "".join(f"  - {line}\n" for line in lines) for key, lines in keys.items()
        )
        for path, keys in sections.items()
    }
    with tempfile.TemporaryDirectory() as root:
        checked = pipeline.check(write_project(Path(root), {**FIXED, **files}))
    assert checked.diagnostics == ()
    return pipeline.plan(checked, SiteConfiguration()).rendered()


@cache
def in_the_order_above() -> Rendered:
    return site_plan(Place(item, "all") for item in ITEMS)


# Before and after reading.yml and the glossary's folder, in folders of their own, and hidden in
# the middle of the alphabet.
FILES = st.sampled_from(("a", "m", "z", "B", "sub/notes", "glossary-like", "1"))
ARRANGEMENTS = st.permutations(ITEMS).flatmap(
    lambda items: st.tuples(*(st.builds(Place, st.just(item), FILES) for item in items))
)


@cases(normal=60, long=1_000)
@given(ARRANGEMENTS)
def test_any_arrangement_gives_the_same_bytes(places: tuple[Place, ...]) -> None:
    expected, found = in_the_order_above(), site_plan(places)
    differing = [a.path for a, b in zip(expected.files, found.files, strict=True) if a != b]
    assert differing == []
    assert found == expected


def test_every_item_is_on_some_page() -> None:
    """So that the test above compares something."""
    pages = b"".join(f.content for f in in_the_order_above().files if f.path.endswith(".md"))
    wanted = (
        *(b"note-b", b"note-a", b"note-c", b"note-whole", b"note-also", b"note-two"),
        *(b"corr-a", b"corr-b", b"term-king", b"term-queen", b"term-frog", b"event-war"),
        *(b"xref-x", b"xref-y", b"xref-z", b"xref-w", b"xref-fable.x", b"xref-tale.x"),
        *(b"event-peace", b"Tales", b"Fables", b"<strong>", b"<em>", b"<u>"),
    )
    assert [name for name in wanted if name not in pages] == []
