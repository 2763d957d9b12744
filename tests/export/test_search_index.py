"""Search entries in the index of a site."""

import re

import pytest

from build_scripts.export.search_index import SEPARATOR, for_material, for_mkdocs
from build_scripts.model.search_entry import SearchBlock, SearchEntry

NOTE = SearchEntry(
    "note-town",
    "Note · Paragraph 4",
    "A & B",
    (SearchBlock("<b>Brest</b> "), SearchBlock("ברסט", "he", "rtl")),
    ("Brześć",),
    ("brzesc", "x<y"),
)


def test_material_is_given_markup_that_shows_the_text_as_it_is() -> None:
    assert for_material("readings/text/#note-town", NOTE) == {
        "location": "readings/text/#note-town",
        "title": '<span class="hit-kind">\u2060Note · \u2060Paragraph \u20604</span> A &amp; B',
        "text": '<p>&lt;b&gt;Brest&lt;/b&gt;</p><p lang="he" dir="rtl">ברסט</p>',
        "names": "Brześć",
        "also": "brzesc x&lt;y",
    }


def test_what_an_entry_has_not_is_not_in_the_index() -> None:
    assert for_material("", SearchEntry("", "", "Glossary")) == {
        "location": "",
        "title": "Glossary",
        "text": "",
    }


def test_no_word_of_a_kind_begins_as_it_would_be_typed() -> None:
    kind = "Cross-reference · O’Neil (A&B) 1999–2001 ‘the Clerk’ \u2068Жук\u2069"

    title = for_material("#p1", SearchEntry("p1", kind))["title"]
    words = re.split(SEPARATOR, re.sub("<[^>]*>", "", title))

    assert [word for word in words if word and word[0] != "\u2060"] == []


def test_mkdocs_is_given_plain_text_and_the_page_of_a_place() -> None:
    assert for_mkdocs("readings/text/#note-town", NOTE, "The text") == {
        "location": "readings/text/#note-town",
        "title": "Note · Paragraph 4 – A & B – The text",
        "text": "<b>Brest</b> ברסט",
    }
    page = SearchEntry("", "Reading", "The text")
    assert for_mkdocs("readings/text/", page, "The text")["title"] == "Reading – The text"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It’s ‘so’, he said: “don't”.", ["It’s", "so", "he", "said", "don't"]),
        ("’Tis the boats’ return", ["Tis", "the", "boats", "return"]),
        ("«Минск» — 1,5 №2", ["Минск", "1", "5", "№2"]),
        ("a &lt;b&gt; &amp; AT&amp;T", ["a", "b", "AT", "T"]),
        (
            "well-known, e\u0301te\u0301, Ba\u00adtumi",
            ["well", "known", "e\u0301te\u0301", "Ba\u00adtumi"],
        ),
        ("בין־לאומי׃ (שלום)", ["בין", "לאומי", "שלום"]),
        ("\u2068א׳\u2069 、北京。", ["א׳", "北京"]),
    ],
)
def test_words_end_where_letters_do(text: str, words: list[str]) -> None:
    assert [word for word in re.split(SEPARATOR, text) if word] == words
