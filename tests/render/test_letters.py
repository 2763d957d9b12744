"""Long lists have letters to jump to."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.pipeline import check, plan
from build_scripts.render.language.interface_words import words_of
from build_scripts.render.lists.letters import LONG_LIST, letters_html, list_contents
from tests.render import where_used
from tests.render.published import publish

ENTRIES = ("person-", "source-", "term-")
"""How the ids of entries begin."""
LETTERS = ("A", "B", "É", "Ш", "ה", "字", "0-9")


def entries(number: int) -> list[tuple[str, str, str]]:
    """Entries in the order of their letters."""
    letters = sorted(LETTERS[n % len(LETTERS)] for n in range(number))
    return [(letter, f"{letter} {n}", f"term-{n}") for n, letter in enumerate(letters)]


def test_each_letter_leads_to_its_first_entry() -> None:
    long = entries(LONG_LIST)
    links = LexborHTMLParser(letters_html(words_of("en", {}), long)).css("a")
    shown = {link.text(): link.attributes["href"] for link in links}
    assert shown == {
        letter: f"#{next(name for other, _, name in long if other == letter)}"
        for letter in sorted(LETTERS)
    }
    assert [(line.title, f"#{line.id}") for line in list_contents(long, 3)] == [*shown.items()]


def test_a_short_list_needs_no_letters() -> None:
    short = entries(LONG_LIST - 1)
    assert letters_html(words_of("en", {}), short) == ""
    assert [line.title for line in list_contents(short, 3)] == [title for _, title, _ in short]


@pytest.mark.parametrize("terms", [LONG_LIST - 1, LONG_LIST])
def test_the_lists_of_a_large_collection_have_letters(tmp_path: Path, terms: int) -> None:
    files: dict[str, object] = {
        f"annotations/glossary/t{n}.yml": {
            "term": f"{chr(65 + n % 26)}{n}",
            "kind": "person",
            "definition": "Somebody.",
        }
        for n in range(terms)
    }
    files["annotations/sources.yml"] = {
        "references": [
            {"id": f"r{n}", "type": "book", "title": "T", "author": [f"{chr(65 + n % 26)}{n}"]}
            for n in range(terms)
        ]
    }
    planned = plan(check(where_used.write(tmp_path, files)), SiteConfiguration()).rendered()
    pages = {file.path: file.content for file in planned.files}
    for page in ("glossary/index.md", "people/index.md", "bibliography/index.md"):
        tree = LexborHTMLParser(publish(pages[page]).html)
        targets = [link.attributes["href"] or "" for link in tree.css(".letters a")]
        assert len(targets) == (26 if terms >= LONG_LIST else 0), page
        assert all(tree.css_first(f'[id="{target[1:]}"]') for target in targets)
        contents = [line for line in planned.pages[page].contents if line.id.startswith(ENTRIES)]
        assert [f"#{line.id}" for line in contents] == targets or not targets
        assert len(contents) < LONG_LIST
