"""Titles, names, labels and readings are shown as they were written, and are never markup.

A site is rendered twice: once with a plain word in each place where contributors give a string,
once with a nasty string there. The two must differ in those strings and in nothing else.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from build_scripts.merge.sections import section_starts
from build_scripts.model.annotation import Citation, Event, Name, Provenance, Reference
from build_scripts.model.collection import Settings
from build_scripts.model.placed import (
    AnnotatedCollection,
    AnnotatedReading,
    Occurrence,
    Passage,
    PlacedAnnotation,
    PlacedEvent,
)
from build_scripts.model.reading import EditorialHeading, ParagraphStyle, Part, Role, Speaker
from build_scripts.model.site_plan import PlannedFile
from build_scripts.model.span import Span
from build_scripts.render.markdown_safe_html import Html
from build_scripts.render.page import RenderedPage, shorten
from build_scripts.render.site_files import plan_site
from tests.mkdocs_runs import mkdocs_build, small_project
from tests.profiles import cases
from tests.render.annotated_readings import (
    BODY,
    NOWHERE,
    correction,
    in_order,
    note,
    reading,
    site_of_collection,
    source_text,
    term,
)
from tests.render.dom import one, parse, skeleton, without_name_hashes
from tests.render.nasty_strings import NAMES
from tests.render.published import publish

PLACES = (
    *("title", "description", "author", "publisher", "translator", "rights", "speaker"),
    *("heading", "part", "creator", "reviewer", "locator", "work", "writer", "journal", "note"),
    *("term", "form", "translation", "correction", "event"),
)
PLAIN = {place: f"plain{place}" for place in PLACES}

Names = dict[str, str]
_WHITE_SPACE = " \t\n\f\u0085\u2028\u2029"
# White space at the ends of a name is kept in some places and not in others; it shows nowhere.
_TRIMMED = NAMES.map(lambda name: name.strip(_WHITE_SPACE))
# What repeats the name beside it is left out of a page, which is another matter.
NASTY: st.SearchStrategy[Names] = st.fixed_dictionaries(dict.fromkeys(PLACES, _TRIMMED)).filter(
    lambda names: (
        names["journal"] not in (names["work"], names["writer"]) and names["form"] != names["term"]
    )
)
# Somebody with several parts in a reading is one entry.
VOICES = ("author", "speaker", "translator")
NASTY = NASTY.filter(
    lambda names: len({" ".join(names[voice].split()) for voice in VOICES}) == len(VOICES)
)


def on_one_line(words: str) -> str:
    """Words as HTML shows them: a run of blanks or line ends is one blank."""
    return re.sub(f"[{_WHITE_SPACE}]+", " ", words).strip(" ")


def without_isolates(words: str) -> str:
    """Words without what keeps a name that runs the other way from turning those around it."""
    return words.replace("\u2068", "").replace("\u2069", "")


def site(names: Names) -> dict[str, RenderedPage]:
    """Every page of a site with two readings, one of them in parts, and all kinds of entries."""
    first = reading(
        source_text("One speaks of a thing.\n\nAnother answers."),
        title=names["title"],
        description=names["description"],
        speakers=(Speaker("a", names["speaker"]),),
        styles=(ParagraphStyle(Role.QUESTION, "a"), ParagraphStyle(Role.ANSWER)),
        headings=(EditorialHeading(2, names["heading"], 2),),
    )
    metadata = replace(
        first.metadata,
        authors=(Name(names["author"]),),
        publisher=names["publisher"],
        translator=(Name(names["translator"]),),
        rights=names["rights"],
    )
    first = replace(first, id="first", formerly=("earlier",), metadata=metadata)
    second = reading(
        first.source,
        title="Parts",
        parts=(Part("one", names["part"], 1, 1), Part("two", "Two", 2, 2)),
    )
    provenance = Provenance(
        (Citation("work", NOWHERE, names["locator"]),), (names["creator"],), (names["reviewer"],)
    )
    word = replace(
        term("word", names["term"], names["translation"]),
        forms=(names["term"], names["form"]),
        provenance=provenance,
    )
    placed = (
        PlacedAnnotation("note-n", Span(0, 3), note("n", provenance)),
        PlacedAnnotation("corr-c", Span(4, 10), correction("c", names["correction"])),
        PlacedAnnotation("term-word", Span(16, 21), word),
        PlacedAnnotation("term-word", Span(14, 21), word),
    )
    work = Reference(
        id="work",
        type="article",
        title=names["work"],
        author=(Name(literal=names["writer"]),),
        publisher="",
        container_title=names["journal"],
        issued="2021",
        accessed="",
        language="",
        url="https://example.org/",
        note=names["note"],
        origin=NOWHERE,
    )
    event = Event("e", "2021", "", names["event"], BODY, (), provenance, NOWHERE)
    of = tuple(
        AnnotatedReading(
            each,
            placed,
            (),
            (Occurrence("word", Span(16, 21), linked=True),),
            section_starts(each),
        )
        for each in (first, second)
    )
    collection = AnnotatedCollection(
        Settings(),
        of,
        (word,),
        (PlacedEvent(event, (Passage("first", Span(0, 3)),)),),
        (work,),
        in_order(of),
    )
    shown = site_of_collection(collection, {BODY: (Html("<p>A body.</p>"),)})
    made = plan_site(shown).rendered()
    files = dict(made.files)
    return {
        path: RenderedPage(PlannedFile(path, files[path]), information)
        for path, information in made.pages.items()
    }


def _without_pictures(html: str) -> str:
    """A page less its pictures: how much room a name takes, changes where everything stands."""
    return re.sub(r'<figure class="picture.*?</figure>', "", html, flags=re.DOTALL)


@cache
def _plain_site() -> dict[str, tuple[tuple[tuple[str, tuple[str, ...]], ...], tuple[str, ...]]]:
    """By path, the elements and the strings of each page of the plain site."""
    trees = {
        path: parse(_without_pictures(publish(page.file.content).html))
        for path, page in site(PLAIN).items()
    }
    return {path: (skeleton(tree), tuple(strings(tree))) for path, tree in trees.items()}


@cases(normal=80, long=6_000)
@given(NASTY)
def test_names_are_shown_as_written_and_change_nothing_else(names: Names) -> None:
    plain, nasty = _plain_site(), site(names)
    assert nasty.keys() == plain.keys()
    for path, (plain_skeleton, plain_strings) in plain.items():
        tree = parse(_without_pictures(publish(nasty[path].file.content).html))
        assert skeleton(tree) == plain_skeleton, path
        for expected, found in zip(plain_strings, strings(tree), strict=True):
            shown = with_names(expected, names)
            assert without_isolates(found) == without_isolates(shown), path
    assert_title_and_description_are_html(nasty["readings/first/index.md"], names)
    assert_contents_are_plain_text(nasty, names)


def assert_title_and_description_are_html(page: RenderedPage, names: Names) -> None:
    front_matter = publish(page.file.content).front_matter
    assert front_matter.keys() == {"title", "description"}
    for name, value in front_matter.items():
        assert html.unescape(value) == on_one_line(names[name])
        # Themes write both into pages as they are, and into attributes.
        assert not set(value) & set('<>"')


def assert_contents_are_plain_text(pages: Mapping[str, RenderedPage], names: Names) -> None:
    def titles(path: str) -> list[str]:
        return [entry.title for entry in pages[path].information.contents]

    assert on_one_line(names["heading"]) in titles("readings/first/index.md")
    assert on_one_line(names["term"]) in titles("glossary/index.md")


def test_long_titles_are_cut_after_a_word_and_blanks_are_folded() -> None:
    assert shorten("one  two\nthree", 20) == "one two three"
    assert shorten("one two three", 9) == "one two…"
    assert shorten("onetwothree", 4) == "onet…"
    assert shorten("one\u00a0two", 20) == "one\u00a0two"


def test_a_built_page_has_the_same_elements_whatever_the_names_are(tmp_path: Path) -> None:
    nasty = (
        '" onload="x" http-equiv="refresh" x="</title><script>alert(1)</script>{{ 7*7 }}&lt;b&gt;'
    )
    pages = [
        _built_page(tmp_path / "plain", "A harbour"),
        _built_page(tmp_path / "nasty", nasty),
    ]
    plain_tree, nasty_tree = (LexborHTMLParser(page) for page in pages)

    assert skeleton(nasty_tree) == skeleton(plain_tree)
    assert one(nasty_tree, "h1").text() == nasty
    assert one(nasty_tree, "title").text().startswith(nasty)
    assert one(nasty_tree, "meta[name=description]").attributes["content"] == nasty


def _built_page(folder: Path, words: str) -> str:
    """The page of a reading with these words for title and description, as MkDocs builds it."""
    project = small_project(folder)
    path = project / "annotations" / "readings" / "letter" / "reading.yml"
    quoted = "'" + words.replace("'", "''") + "'"
    _, rest = path.read_text().split("\n", 1)  # less the title
    path.write_text(f"title: {quoted}\ndescription: {quoted}\n{rest}")
    outcome = mkdocs_build(project)
    assert outcome.returncode == 0, outcome.stderr
    return (project / "site" / "readings" / "letter" / "index.html").read_text()


def strings(tree: LexborHTMLParser) -> Iterator[str]:
    """Texts and values of attributes of a page, in order, as HTML shows them."""
    for node in tree.css("body *"):
        # What stands beside a faulty passage is cut to the words that differ from it.
        # A style drops a full stop behind another mark; citations have tests of their own.
        abridged = node.css_matches(".mark-correction, .mark-correction *, .citations, li[id] *")
        abridged = abridged or node.css_matches("li[id]")
        if not abridged:
            values = (without_name_hashes(value or "") for value in node.attributes.values())
            yield from map(on_one_line, values)
            yield from (
                on_one_line(child.text_content or "")
                for child in node.iter(include_text=True)
                if child.is_text_node
            )


_PLACE = re.compile("plain(" + "|".join(sorted(PLACES, key=len, reverse=True)) + ")")


def with_names(expected: str, names: Names) -> str:
    """What was expected of the plain page, with the nasty strings in their places."""
    return on_one_line(_PLACE.sub(lambda match: on_one_line(names[match[1]]), expected))
