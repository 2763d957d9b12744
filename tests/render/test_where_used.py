"""Where is this used? What everything says of the places that mention or refer to it."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.render import where_used
from tests.render.where_used import lines

Pages = dict[str, LexborHTMLParser]

IN_LETTER = "The letter, paragraph 1"
ON_LETTER = f"Note on Sincerely, {IN_LETTER}"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return where_used.pages(where_used.write(tmp_path_factory.mktemp("used"), where_used.files()))


def addresses(tree: LexborHTMLParser, selector: str) -> list[str | None]:
    return [link.attributes.get("href") for link in tree.css(f"{selector} a")]


def test_a_term_lists_its_places_in_their_sentences(pages: Pages) -> None:
    assert lines(pages["glossary/index.md"], "#term-frog details:not(.mentions) li") == [
        "1 Sincerely, [Frog].",
        "1 Dr. [Frog] met him.",
    ]


def test_a_term_lists_the_cross_references_to_it_by_type(pages: Pages) -> None:
    assert lines(pages["glossary/index.md"], "#term-frog .references-here li") == [
        "Explains: Sincerely, [Frog]., The letter, paragraph 1"
    ]


def test_a_term_lists_links_to_it_and_definitions_in_which_it_occurs(pages: Pages) -> None:
    """No draft is among them, and no entry mentions itself."""
    assert lines(pages["glossary/index.md"], "#term-frog .mentions li") == [
        f"{ON_LETTER}: Read The tale, “a king”; a [Frog], The ball.",
        "Glossary: Jacob Grimm: Of [Frog] he wrote as well.",
    ]


def test_a_note_lists_where_it_is_mentioned(pages: Pages) -> None:
    tale = pages["readings/tale/index.md"]
    assert lines(tale, "#note-who .mentions li") == [
        f"{ON_LETTER}: Read The tale, [“a king”]; a Frog, The ball.",
        "Note on the whole text: See [the king], e.g. his crown.",
    ]
    assert addresses(tale, "#note-who .mentions") == ["../letter/#note-frog", "#note-all"]
    assert tale.css("#note-all .mentions") == []


def test_an_event_lists_where_it_is_mentioned(pages: Pages) -> None:
    assert addresses(pages["timeline/index.md"], "#event-ball .mentions") == [
        "../readings/letter/#note-frog"
    ]


def test_a_reading_ends_with_what_refers_to_it(pages: Pages) -> None:
    tale = pages["readings/tale/index.md"]
    assert lines(tale, ".referred-to summary") == [
        "1 passage in other readings",
        "1 event on the timeline",
        "2 annotations elsewhere",
    ]
    assert lines(tale, ".referred-to li") == [
        f"a ball, paragraph 2 – Earlier stage: Your daughter has [my ball]., {IN_LETTER}",
        "The ball (1812): paragraph 2",
        f"Note on a king – {ON_LETTER}",
        f"{ON_LETTER}: Read [The tale], “a king”; a Frog, The ball.",
    ]
    assert pages["readings/letter/index.md"].css(".referred-to") == []


def test_each_part_of_a_reading_tells_what_refers_to_it(tmp_path: Path) -> None:
    files = where_used.files()
    files["annotations/readings/tale/reading.yml"]["parts"] = [
        {"id": "one", "title": "One", "from": 1, "to": 1},
        {"id": "two", "title": "Two", "from": 2, "to": 2},
    ]
    pages = where_used.pages(where_used.write(tmp_path, files))
    links = {
        name: addresses(pages[f"readings/tale/{name}.md"], ".referred-to")
        for name in ("index", "one", "two")
    }
    assert links == {
        "index": ["../letter/#note-frog"],
        "one": ["#note-who", "../../letter/#note-frog"],
        "two": ["#p2", "../../letter/#p1", "../../../timeline/#event-ball", "#p2"],
    }


def test_people_are_listed_with_their_readings(pages: Pages) -> None:
    people = pages["people/index.md"]
    assert lines(people, "#person-frog li") == [
        "Speaker in The letter",
        "The letter: 1 occurrence, in paragraph 1",
        "The tale: 1 occurrence, in paragraph 1",
    ]


def test_a_voice_is_tied_to_the_person_who_has_exactly_its_name(pages: Pages) -> None:
    people = pages["people/index.md"]
    assert lines(people, "#person-grimm li") == ["Author of The tale"]
    assert lines(people, "[aria-labelledby=other-voices] article") == [
        "NobodyAuthor of The taleTranslator of The tale"
    ]


def test_a_name_that_two_persons_have_is_tied_to_neither(tmp_path: Path) -> None:
    files = where_used.files()
    wilhelm = {"term": "J. Grimm", "forms": ["Wilhelm"], "kind": "person", "definition": "He too."}
    files["annotations/glossary/wilhelm.yml"] = wilhelm
    pages = where_used.pages(where_used.write(tmp_path, files))
    voices = lines(pages["people/index.md"], "[aria-labelledby=other-voices] h3")
    assert voices == ["J. Grimm", "Nobody"]


def test_cross_references_stand_side_by_side(pages: Pages) -> None:
    page = pages["cross-references/index.md"]
    assert lines(page, "h2") == ["The letter – The tale", "The letter – glossary and timeline"]
    assert lines(page, "h3") == ["Later development", "Explained by"]
    assert lines(page, "blockquote") == [
        "Your daughter has [my ball].",
        "She had [a ball].",
        "Sincerely, [Frog].",
    ]
    assert lines(page, "[id='letter.ball'] .body") == ["The same ball."]
    assert addresses(page, "[id='letter.writer']") == [
        *("../readings/letter/#p1", "../glossary/#term-frog", "../readings/letter/#xref-writer"),
    ]


def test_all_annotations_are_listed_but_no_drafts(pages: Pages) -> None:
    page = pages["annotations/index.md"]
    assert lines(page, "h2") == ["The letter", "The tale", "Glossary", "Timeline"]
    rows = [[cell.text() for cell in row.css("td")] for row in page.css("tbody tr")]
    assert rows == [
        ["cross-reference", "my ball", "", "", ""],
        ["note", "Sincerely, paragraph 1", "", "", ""],
        ["cross-reference", "Frog, paragraph 1", "", "", ""],
        ["note", "the whole text", "", "Bea", "Ada"],
        ["note", "a king", "Disputed", "Ada", ""],
        *(["term", name, "", "", ""] for name in ("Frog", "Jacob Grimm", "pond")),
        ["event", "The ball", "", "", ""],
    ]


def test_pages_that_would_be_empty_are_not_written(tmp_path: Path) -> None:
    (tmp_path / "annotations").mkdir()
    pages = where_used.pages(tmp_path)
    assert sorted(pages) == ["readings/index.md"]
    assert lines(pages["readings/index.md"], "p") == ["There are no readings yet."]


@pytest.mark.parametrize(
    ("file", "made"),
    [
        ("annotations/glossary/frog.yml", ["annotations", "glossary"]),
        ("annotations/events.yml", ["annotations", "timeline"]),
        ("annotations/books.yml", ["bibliography"]),
        ("annotations/readings/one/notes.yml", ["annotations"]),
        ("annotations/readings/one/parallels.yml", ["annotations", "cross-references", "overview"]),
    ],
)
def test_what_there_is_to_list_decides_which_pages_there_are(
    tmp_path: Path, file: str, made: list[str]
) -> None:
    """No page of a list is made for another list's entries."""
    text = {"file": "seeds/t.txt", "sha256": sha256(b"Ribbit.").hexdigest()}
    reading = {"title": "T", "language": "en", "source": text}
    whole = {"id": "x", "target": {"reading": True}}
    entries: dict[str, Any] = {
        "annotations/glossary/frog.yml": {"term": "toad", "definition": "A frog."},
        "annotations/events.yml": {"events": [{"id": "x", "date": "1812", "title": "It"}]},
        "annotations/books.yml": {"references": [{"id": "x", "type": "book", "title": "B"}]},
        "annotations/readings/one/notes.yml": {"notes": [{**whole, "body": "B."}]},
        "annotations/readings/one/parallels.yml": {
            "cross_references": [
                {**whole, "refers_to": {"reading": "two"}, "relation": "same-subject"}
            ]
        },
    }
    files = {
        "seeds/t.txt": "Ribbit.",
        "annotations/readings/one/reading.yml": reading,
        "annotations/readings/two/reading.yml": reading,
        file: entries[file],
    }
    pages = where_used.pages(where_used.write(tmp_path, files))
    lists = {page.partition("/")[0] for page in pages if page.count("/") == 1}
    assert sorted(lists - {"readings"}) == made


def test_a_glossary_in_several_pages_has_all_names_on_its_first(tmp_path: Path) -> None:
    """The filter is there, and finds a term under any of its names."""
    files = where_used.files() | {"annotations/site.yml": "glossary_pages: by-initial\n"}
    glossary = where_used.pages(where_used.write(tmp_path, files))["glossary/index.md"]
    assert lines(glossary, ".entry-term") == [
        "Frog Żaba",
        "Jacob Grimm Grimm; J. Grimm",
        "pond mała woda",
    ]
