"""Searching as a reader does, and a project in which there is more to be found."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.mkdocs_runs import write

SPELLINGS = ("Łukašenka", "lukasenka", "Lukashenka", "Lukashenko", "Лукашенко")
"""Names of one person, of which the text has the first."""

_FILES = {
    "seeds/visit.txt": "Łukašenka came in spring.\n\nIt’s the dell’Arte; ёлка «Минск».\n\n"
    "Nobody else came. Jude Łukašenka’s well-known brother was expected by the whole town, and "
    "was not seen in it before the summer. Of his wife nothing is said in any of the letters.\n",
    "seeds/genesis.txt": "בראשית ברא אלהים את השמים ואת הארץ׃\n\n我去北京大学。\n",
    "docs/animals.md": "# Animals\n\nOf birds.\n\n## Seals\n\nThe harbour <em>sea</em>ls sang.\n",
    "seeds/phrases.txt": "The Gull: In 1931, the parlia-\nment of The Who met.\n\n"
    "To be, or not to be: Ba\u00adtumi, Tiê\u0301ng Viê\u0323t, λόγος, ﾊﾞﾅﾅ.\n\n"
    "我去北\n京大学的图书馆。\n",
    "annotations/readings/phrases/reading.yml": "title: Phrases\nlanguage: en\n"
    "source: {file: seeds/phrases.txt}\n",
    "annotations/readings/visit/reading.yml": "title: A visit\nlanguage: en\n"
    "source: {file: seeds/visit.txt}\nspeakers: [{id: clerk, name: The Clerk}]\n"
    "paragraphs: [{from: 1, to: 1, speaker: clerk}]\n",
    "annotations/readings/genesis/reading.yml": "title: בראשית\nlanguage: he\n"
    "source: {file: seeds/genesis.txt}\n",
    "annotations/glossary/lukashenka.yml": "term: Aliaksandr Lukashenka\nkind: person\n"
    "forms: [Łukašenka]\ntranslations: {ru: Александр Лукашенко, pl: Lukashenko}\n"
    "definition: A visitor.\n",
}


def with_a_visitor(project: Path) -> Path:
    """The project, with a person of several names and texts in several scripts."""
    for name, content in _FILES.items():
        write(project / name, content)
    return project


def search(page: Page, words: str) -> None:
    """Type into the search, when the hits of what was searched before are gone."""
    field = page.locator(".md-search__input")
    field.click()
    field.fill("")
    page.keyboard.press("End")  # the theme listens to keys, which there are not in all scripts
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    page.keyboard.insert_text(words)
    page.keyboard.press("End")


def hit(page: Page, place: str) -> Locator:
    """The hit that leads to an address with this end."""
    return page.locator(f".md-search-result__link[href$='{place}']")


def expect_hits(page: Page, *places: str) -> None:
    """Hits lead to these places."""
    for place in places:
        expect(hit(page, place)).to_have_count(1)
