"""Search entries in the index of a site."""

from build_scripts.export.search_index import for_material, for_mkdocs
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
        "title": '<span class="hit-kind">Note · Paragraph 4</span> A &amp; B',
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


def test_mkdocs_is_given_plain_text_and_the_page_of_a_place() -> None:
    assert for_mkdocs("readings/text/#note-town", NOTE, "The text") == {
        "location": "readings/text/#note-town",
        "title": "Note · Paragraph 4 – A & B – The text",
        "text": "<b>Brest</b> ברסט",
    }
    page = SearchEntry("", "Reading", "The text")
    assert for_mkdocs("readings/text/", page, "The text")["title"] == "Reading – The text"
