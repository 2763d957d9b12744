"""A translation of the interface is one file: with it, no English word is left on any page."""

import html
import json
import re
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_scripts.model.diagnostic import Severity
from build_scripts.model.limits import LONGEST_LIST
from build_scripts.model.repository_addresses import RepositoryAddresses
from build_scripts.model.search_entry import unpack
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.model.site_plan import Rendered
from build_scripts.pipeline import check, plan
from build_scripts.render.language.interface_words import Words
from build_scripts.render.reading import apparatus
from build_scripts.render.reading.reading_tools import reading_tools
from build_scripts.words.catalogues import shipped_catalogues
from tests.mkdocs_runs import write
from tests.render import divided, where_used
from tests.render.published import publish
from tests.words.project import ADDRESS, write_project
from tests.words.pseudo import disguised, pseudo_catalogue

SPOKEN_ATTRIBUTES = (
    *("alt", "aria-description", "aria-label", "placeholder", "title"),
    *("data-first", "data-last", "data-permalink"),  # scripts have their words from there
)
# What is shown in Latin letters and is none of our words: letters of marks and addresses.
NOT_OURS = re.compile(rf"{re.escape(ADDRESS)}\S*|seeds/\w+\.txt|(?<![A-Za-z])[a-z](?![A-Za-z.])")


def translated_site(root: Path, language: str = "ar", longest_list: int = LONGEST_LIST) -> Rendered:
    """The plan of a whole site in the made-up language, which is one file of the project."""
    write_project(root, language=language)
    (root / "annotations/words").mkdir()
    catalogue = root / f"annotations/words/{language}.ftl"
    catalogue.write_text(pseudo_catalogue(), encoding="utf-8")
    checked = check(root, with_drafts=True)
    assert [d for d in checked.diagnostics if d.severity is Severity.ERROR] == []
    configuration = SiteConfiguration(
        site_url=ADDRESS,
        wants_search_entries=True,
        repository=RepositoryAddresses(ADDRESS),
        longest_list=longest_list,
    )
    return plan(checked, configuration).rendered()


HOME = '<div data-readings="list"></div><div data-readings="ways-in"></div>'


def write_uncertain_dates(root: Path) -> None:
    """A project with events and sources whose dates are not known exactly."""
    (root / "annotations").mkdir(parents=True)
    dates = ("1984~", "1984?", "1984%", "198X", "-198X", "19XX", "2001-21", "1964/2008", "1964/..")
    entries = {
        "events": [
            {"id": f"e{n}", "date": date, "title": "E"}
            for n, date in enumerate((*dates, "../1985", "/1985", "1964/"))
        ],
        "references": [
            {"id": f"r{n}", "type": "manuscript", "title": "R", "issued": date}
            for n, date in enumerate(dates)
        ],
    }
    (root / "annotations/all.yml").write_text(json.dumps(entries), encoding="utf-8")


def words_of_page(site: Rendered, path: str) -> Iterator[str]:
    """All that a page says, to those who see it, hear it or find it by a search."""
    content = next(file.content for file in site.files if file.path == path)
    published = publish(content)
    shown = (published.front_matter.get(name, "") for name in ("title", "description"))
    yield from (html.unescape(value) for value in shown)
    yield from (entry.title for entry in site.pages[path].contents)
    for found in unpack(site.pages[path].search_entries):
        yield from (found.kind, found.title, *(block.text for block in found.blocks))
    tree = LexborHTMLParser(published.html)
    # Citations are data for a script, and for reference managers; styles bring words of their own.
    for element in tree.css("code, script"):
        element.decompose()
    for key in tree.css("kbd"):
        if len(key.text()) == 1:  # what is printed on the key
            key.decompose()
    yield tree.text(separator=" ")
    for element in tree.css("*"):
        yield from (element.attributes.get(name) or "" for name in SPOKEN_ATTRIBUTES)


@pytest.mark.parametrize("longest_list", [LONGEST_LIST, 900])
def test_a_site_in_another_language_says_no_word_of_english(
    tmp_path: Path, longest_list: int
) -> None:
    site = translated_site(tmp_path, longest_list=longest_list)

    english = {
        (path, word)
        for path in site.pages
        for words in words_of_page(site, path)
        for word in re.findall(r"[A-Za-z]+", NOT_OURS.sub("", words))
    }
    assert english == set()


def write_places(root: Path) -> None:
    """More places on all the earth than a map can name."""
    for number in range(70):
        where = "-33.9, 151.2" if number else "51.5, -0.1"
        text = f"term: Place {number}\ndefinition: A place.\ncoordinates: {where}\n"
        write(root / f"annotations/glossary/place-{number}.yml", text)


def write_collections(root: Path) -> None:
    """Ten readings of two authors, languages and decades; one is in no collection."""
    for number in range(10):
        name, folder = f"text-{number}", root / f"annotations/readings/text-{number}"
        facts = f"language: {'en' if number else 'fr'}\nauthors: A {number}\ndate: 19{number}0\n"
        write(root / f"seeds/{name}.txt", "A text.\n")
        write(folder / "reading.yml", f"title: T\nsource: {{file: seeds/{name}.txt}}\n{facts}")
    write(
        root / "annotations/collections.yml",
        "collections:\n"
        "  - {id: first, title: First, readings: 'text-*'}\n"
        "  - {id: second, title: Second, part_of: first, readings: text-1}\n",
    )
    write(root / "seeds/other.txt", "A text.\n")
    write(
        root / "annotations/readings/other/reading.yml",
        "title: Other\nsource: {file: seeds/other.txt}\nlanguage: en\n",
    )


def write_crowded(root: Path, reading: str, paragraphs: list[str]) -> None:
    """Write a reading with a note on each of its words that begin with an N."""
    text = "\n\n".join(paragraphs) + "\n"
    folder = root / "annotations/readings" / reading
    source = f"{{file: seeds/{reading}.txt}}"
    write(root / f"seeds/{reading}.txt", text)
    write(folder / "reading.yml", f"title: Crowded\nlanguage: en\nsource: {source}\n")
    notes = (
        f"  - {{id: {word}, target: {{exact: {word}}}, body: A.}}\n"
        for word in re.findall(r"n\d+x", text)
    )
    write(folder / "notes.yml", "notes:\n" + "".join(notes))


def test_every_message_is_said_somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What no page says is left over from something; a page that asks for more fails itself."""
    said = set[str]()

    def noting_down(say: Callable[..., str]) -> Callable[..., str]:
        def say_and_note(words: Words, message: str, /, **values: object) -> str:
            said.add(message)
            return say(words, message, **values)

        return say_and_note

    # Else what another test has made is not said again.
    apparatus._way_back.cache_clear()
    reading_tools.cache_clear()
    monkeypatch.setattr(Words, "text", noting_down(Words.text))
    monkeypatch.setattr(Words, "html", noting_down(Words.html))
    monkeypatch.setattr(Words, "for_programs", noting_down(Words.for_programs))
    minutes = cycle((1, 60, 61))  # as if the texts were as long as that
    of_text = "build_scripts.render.reading.metadata.reading_minutes"
    monkeypatch.setattr(of_text, lambda _text: next(minutes))
    monkeypatch.setattr("build_scripts.render.lists.letters.LONG_LIST", 1)
    where_used.write(tmp_path / "many", divided.files(readings=5, terms=10, events=5))
    with monkeypatch.context() as few:
        few.setattr("build_scripts.render.pictures.overview_groups.MANY_READINGS", 4)
        plan(check(tmp_path / "many"), SiteConfiguration()).rendered()
    with monkeypatch.context() as none:
        none.setattr("build_scripts.render.pictures.overview_page.MOST_TERMS", 0)
        translated_site(tmp_path / "full")
    translated_site(tmp_path / "in parts", longest_list=900)
    (tmp_path / "empty/annotations").mkdir(parents=True)
    empty = plan(check(tmp_path / "empty"), SiteConfiguration())
    empty.rendered()
    empty.fill("index.md", HOME)
    write_collections(tmp_path / "collections")
    collections = plan(check(tmp_path / "collections"), SiteConfiguration())
    collections.rendered()
    collections.fill("index.md", HOME)
    many = plan(check(tmp_path / "many"), SiteConfiguration())
    many.fill("index.md", HOME)
    write_uncertain_dates(tmp_path / "uncertain")
    plan(check(tmp_path / "uncertain"), SiteConfiguration()).rendered()
    write_places(tmp_path / "places")
    plan(check(tmp_path / "places"), SiteConfiguration()).rendered()
    numbered = [f"n{number}x" for number in range(60)]
    crowded = {
        "crowded": [" ".join(numbered)],
        "mixed": [" ".join(numbered[:20]), *(word + " and on" * 99 for word in numbered[20:])],
    }
    for reading, paragraphs in crowded.items():
        write_crowded(tmp_path / "crowded", reading, paragraphs)
    plan(check(tmp_path / "crowded"), SiteConfiguration()).rendered()

    in_catalogue = re.findall(r"^([a-z-]+) =", shipped_catalogues()["en"], re.MULTILINE)
    assert set(in_catalogue) - said == set()


def test_a_home_page_in_another_language_says_no_word_of_english(tmp_path: Path) -> None:
    where_used.write(tmp_path, divided.files() | {"annotations/site.yml": {"language": "ar"}})
    write(tmp_path / "annotations/words/ar.ftl", pseudo_catalogue())
    planned = plan(check(tmp_path), SiteConfiguration())

    tree = LexborHTMLParser(planned.fill("index.md", HOME))
    for title in tree.css(".readings .title"):
        title.decompose()

    assert tree.text()
    assert re.findall("[A-Za-z]+", tree.text()) == []


def test_lang_and_dir_stand_where_they_differ_from_the_theme(tmp_path: Path) -> None:
    site = translated_site(tmp_path)

    pages = {file.path: file.content.decode() for file in site.files if file.path.endswith(".md")}
    for path in ("readings/index.md", "timeline/index.md", "glossary/index.md"):
        assert '<h1 lang="ar" dir="rtl">' in pages[path]
    tree = LexborHTMLParser(publish(pages["readings/first/index.md"].encode()).html)
    for selector in (
        "p.byline",
        "details",
        "section.apparatus",
        ".reading .mark",
        "p.whole-reading",
    ):
        found = [e for e in tree.css(selector) if not e.parent or e.parent.tag != "details"]
        assert found
        own = {(e.attributes.get("lang"), e.attributes.get("dir")) for e in found}
        # Marks run with the text, whatever the direction of the interface.
        assert own == {("ar", None)} if selector.endswith(".mark") else ("ar", "rtl") in own


def test_a_reading_may_have_an_interface_of_its_own(tmp_path: Path) -> None:
    """Its pages speak the other language, what annotators wrote says that it is in the site's."""
    root = write_project(tmp_path)
    (root / "annotations/words").mkdir()
    (root / "annotations/words/ar.ftl").write_text(pseudo_catalogue(), encoding="utf-8")
    reading = root / "annotations/readings/first/reading.yml"
    written = reading.read_text(encoding="utf-8")
    reading.write_text(written.replace('{"title"', '{"interface": "ar", "title"', 1), "utf-8")

    site = plan(check(root, with_drafts=True), SiteConfiguration()).rendered()

    pages = {file.path: file.content.decode() for file in site.files if file.path.endswith(".md")}
    first = pages["readings/first/index.md"]
    assert disguised("Notes") in first
    assert "Notes" not in first
    assert '<div class="body" lang="en" dir="ltr">' in first
    assert disguised("Moved") in pages["readings/old/index.md"]
    assert "Paragraph 1" in pages["readings/second/one.md"]
    assert "<h1>Readings</h1>" in pages["readings/index.md"]
