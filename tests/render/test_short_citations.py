"""Sources in short: whose name stands for a source, and how sources of one name are told apart."""

from dataclasses import replace

import pytest

from build_scripts.model.annotation import NO_DATE, Name, Reference
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.render.citation.short_citations import by_short_form, short_citations
from build_scripts.render.language.interface_words import words_of

WORDS = words_of("en", {})
ANN, BO, CY = Name(family="Ann", given="A."), Name(literal="Bo"), Name(family="Cy")
TITLE = "A tale about a frog who was a king once upon a time"
PLAIN = Reference(
    id="a",
    type="book",
    title="",
    author=(),
    publisher="",
    container_title="",
    issued="1812-12",
    accessed="",
    language="",
    url="",
    note="",
    origin=Origin(Document("a.yml", ""), 0),
)


@pytest.mark.parametrize(
    ("source", "label"),
    [
        (replace(PLAIN, author=(ANN,), publisher="P"), "Ann 1812"),
        (replace(PLAIN, author=(BO, ANN)), "Bo and Ann 1812"),
        (replace(PLAIN, author=(ANN, BO, CY)), "Ann et al. 1812"),
        (replace(PLAIN, author=(ANN,), people={"editor": (BO,)}), "Ann 1812"),
        (replace(PLAIN, people={"editor": (BO, CY), "translator": (ANN,)}), "Bo and Cy 1812"),
        (replace(PLAIN, author=(Name(given="A."),), publisher="P"), "P 1812"),
        (replace(PLAIN, publisher="P", container_title="C", title=TITLE), "P 1812"),
        (replace(PLAIN, container_title="C", title=TITLE), "C 1812"),
        (replace(PLAIN, title=TITLE), "A tale about a frog who was a king once… 1812"),
        (PLAIN, "a 1812"),
        (replace(PLAIN, issued=NO_DATE), "a n.d."),
        (replace(PLAIN, issued=""), "a n.d."),
    ],
)
def test_a_source_has_the_name_of_its_people_or_else_of_where_it_is(
    source: Reference, label: str
) -> None:
    assert short_citations([source], WORDS)["a"].label == label


def test_letters_tell_sources_of_one_name_and_year_apart() -> None:
    sources = [
        replace(PLAIN, id=key, author=(name,), issued=issued)
        for key, name, issued in (
            ("late", ANN, "1812-12"),
            ("early", ANN, "1812-03"),
            ("other-year", ANN, "1813"),
            ("other-name", BO, "1812"),
            ("undated", CY, ""),
            ("no-date", CY, NO_DATE),
        )
    ]
    found = short_citations(sources, WORDS)

    assert {key: citation.year for key, citation in found.items()} == {
        "early": "1812a",
        "late": "1812b",
        "other-year": "1813",
        "other-name": "1812",
        "undated": "n.d.-a",
        "no-date": "n.d.-b",
    }
    assert [source.id for source in by_short_form(sources, found, "en")] == [
        *("early", "late", "other-year", "other-name", "undated", "no-date")
    ]
