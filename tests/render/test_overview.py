"""The overview of what readings have in common."""

from collections.abc import Iterable, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from build_scripts.model.annotation import Relation
from build_scripts.model.collection import Settings
from build_scripts.model.placed import (
    AnnotatedCollection,
    AnnotatedReading,
    Occurrence,
    Passage,
    PlacedAnnotation,
)
from build_scripts.model.span import Span
from build_scripts.render.addresses import OVERVIEW_PAGE
from build_scripts.render.lookups.corpus_relations import CorpusRelations
from build_scripts.render.pictures.overview_layout import (
    BADGE,
    SIZE,
    Form,
    OverviewLayout,
    baselines,
    lay_out,
)
from build_scripts.render.pictures.overview_page import MOST_READINGS, MOST_TERMS, render_overview
from build_scripts.render.pictures.overview_picture import FORMS
from build_scripts.render.pictures.text_width import text_width
from tests.render.annotated_readings import (
    annotated,
    cross_reference,
    in_order,
    reading,
    site_of_collection,
    source_text,
    term,
)
from tests.render.nasty_strings import NAMES
from tests.render.pictures import line_box, links_of_picture, outside, overlapping

Uses = Mapping[str, Mapping[str, int]]
"""For each reading, how often it uses which term."""
NONE: Mapping[str, Any] = {}


def placed_reading(
    name: str, uses: Mapping[str, int], leads_to: Iterable[str], title: str
) -> AnnotatedReading:
    """A reading that uses some terms, and refers to others from one passage."""
    found = reading(source_text("Some text."), title=title)
    object.__setattr__(found, "id", name)
    references = [
        PlacedAnnotation(
            f"xref-x{number}",
            Span(0, 4),
            cross_reference(f"x{number}"),
            other_end=Passage(other, Span(0, 4)),
        )
        for number, other in enumerate(leads_to)
    ]
    placed = annotated(found, references)
    occurrences = [
        Occurrence(used, Span(0, 4), linked=True) for used, n in uses.items() for _ in range(n)
    ]
    object.__setattr__(placed, "occurrences", tuple(occurrences))
    return placed


def overview(
    uses: Uses,
    references: Mapping[str, Iterable[str]] = NONE,
    titles: Mapping[str, str] = NONE,
    language: str = "en",
) -> str:
    """The page of a site with these readings."""
    readings = tuple(
        placed_reading(name, terms, references.get(name, ()), titles.get(name, name))
        for name, terms in sorted(uses.items())
    )
    names = sorted({used for terms in uses.values() for used in terms})
    terms = tuple(term(name, name.title()) for name in names)
    collection = AnnotatedCollection(
        Settings(language=language, catalogues={language: ""}),
        readings,
        terms,
        (),
        (),
        in_order(readings),
    )
    return render_overview(site_of_collection(collection), OVERVIEW_PAGE).file.content.decode()


@st.composite
def _layouts(draw: st.DrawFn) -> tuple[dict[str, str], dict[str, str], CorpusRelations]:
    readings = draw(st.lists(NAMES, min_size=1, max_size=MOST_READINGS))
    terms = draw(st.lists(NAMES, max_size=MOST_TERMS))
    ids = [f"r{i}" for i in range(len(readings))]
    places = st.dictionaries(st.sampled_from(ids), st.integers(1, 200), min_size=1)
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids))
    relations = st.dictionaries(st.sampled_from(Relation), st.integers(1, 99), min_size=1)
    return (
        dict(zip(ids, readings, strict=True)),
        {f"t{i}": name for i, name in enumerate(terms)},
        CorpusRelations(
            {f"t{i}": draw(places) for i in range(len(terms))},
            draw(st.dictionaries(pairs, relations, max_size=8)),
        ),
    )


def word_boxes(layout: OverviewLayout) -> list[tuple[float, float, float, float]]:
    """All that is written in a picture: left, top, right, bottom."""
    boxes: list[tuple[float, float, float, float]] = []
    for box in (*layout.readings, *layout.terms):
        for line, y in zip(box.lines, baselines(box), strict=True):
            width = text_width(line, SIZE)
            x = box.x if box in layout.terms else box.x + box.width - width
            boxes.append(line_box(x, y, SIZE, line))
    boxes += [
        (arc.x - BADGE, arc.middle - BADGE, arc.x + BADGE, arc.middle + BADGE)
        for arc in layout.arcs
    ]
    return boxes


@given(_layouts(), st.sampled_from(list(FORMS.values())))
def test_no_words_overlap_and_all_are_in_the_frame(
    of: tuple[dict[str, str], dict[str, str], CorpusRelations], form: Form
) -> None:
    readings, terms, relations = of

    layout = lay_out(form, readings, terms, relations)

    assert [box.id for box in layout.readings] == list(readings)
    assert [box.id for box in layout.terms] == list(terms)
    assert overlapping(word_boxes(layout)) == []
    assert outside(word_boxes(layout), layout.width, layout.height) == []


def test_readings_terms_and_references_are_links() -> None:
    page = overview(
        {"one": {"union": 3, "alone": 9}, "two": {"union": 1}},
        {"one": ["two", "two"], "two": ["one"]},
    )
    for form in ("narrow", "wide"):
        assert links_of_picture(page, form) == {
            "../readings/one/": "one",
            "../readings/two/": "two",
            "#references-one-two": "one – two: 3 cross-references 3",
            "../glossary/#term-union": "Union",
        }
    assert 'id="references-one-two"' in page


def test_the_thicker_a_line_the_more_places() -> None:
    page = overview({"one": {"union": 9}, "two": {"union": 1}})
    lines = LexborHTMLParser(page).css("svg.picture-wide > g path")
    thick, thin = (float(line.attributes["stroke-width"] or "") for line in lines)
    assert thick > 2 * thin


def test_the_tables_say_the_same() -> None:
    page = LexborHTMLParser(
        overview(
            {"one": {"union": 3, "alone": 9}, "two": {"union": 12}}, {"one": ["two", "two", "one"]}
        )
    )
    terms, references = page.css("details table")
    rows = [row.text(separator="|") for row in terms.css("tbody tr")]
    assert rows == ["Union|two| (12); |one| (3)"]
    rows = [row.text(separator="|") for row in references.css("tbody tr")]
    assert rows == ["one|one|Contrasts with (1)", "one|two|Contrasts with (2)"]


@pytest.mark.parametrize("readings", [0, 1, 2])
def test_readings_without_anything_in_common_are_not_connected(readings: int) -> None:
    terms = {f"t{i}": {f"r{i}": 2} for i in range(readings)}
    within_one = {(f"r{i}", f"r{i}"): {Relation.AGREES: 1} for i in range(readings)}
    shared = {term: places for term, places in terms.items() if len(places) > 1}
    assert not CorpusRelations(shared, within_one).has_connections()
    assert CorpusRelations({}, {("r0", "r1"): {Relation.AGREES: 1}}).has_connections()
    assert CorpusRelations({"t": {"r0": 1, "r1": 1}}, {}).has_connections()


@pytest.mark.parametrize(
    ("uses", "references", "ids"),
    [
        ({"one": {"a": 1}, "two": {"a": 1}}, NONE, []),
        ({"one": {}, "two": {}}, {"one": ["two"]}, ["references-one-two"]),
    ],
)
def test_there_is_a_table_only_of_what_is_there(
    uses: Uses, references: Mapping[str, Iterable[str]], ids: list[str]
) -> None:
    (table,) = LexborHTMLParser(overview(uses, references)).css("details table")
    assert [row.attributes["id"] for row in table.css("[id]")] == ids


def test_of_many_readings_those_with_most_in_common_are_shown() -> None:
    uses = {f"r{i:03}": {"common": 1, **({"rare": 2} if i >= 190 else {})} for i in range(200)}
    page = overview(uses)
    links = links_of_picture(page)
    assert len(links) == MOST_READINGS + 2
    assert "../readings/r199/" in links
    assert "Not in the picture: 188 readings." in page


def test_of_many_terms_the_most_frequent_are_shown() -> None:
    terms = {f"t{i:02}": i for i in range(1, 31)}
    page = overview({"one": terms, "two": terms})
    links = links_of_picture(page)
    assert "../glossary/#term-t30" in links
    assert "../glossary/#term-t01" not in links
    assert "Not in the picture: 10 glossary terms." in page
    assert len(LexborHTMLParser(page).css("tbody tr")) == 30


def test_a_long_title_is_cut_and_said_in_full() -> None:
    title = "A title of very many words " * 8
    page = overview({"one": {"a": 1}, "two": {"a": 1}}, titles={"one": title})
    (link,) = LexborHTMLParser(page).css('svg.picture-narrow a[href="../readings/one/"]')
    assert [said.text() for said in link.css("title")] == [title.strip()]
    assert link.css("text")[-1].text().endswith("…")


def test_the_picture_is_mirrored_where_words_run_from_right_to_left() -> None:
    def first_word(language: str) -> float:
        page = LexborHTMLParser(overview({"one": {"a": 1}, "two": {"a": 1}}, language=language))
        return float(page.css("svg.picture-wide a text")[0].attributes["x"] or "")

    assert first_word("ar") == FORMS["wide"].width - first_word("en")
