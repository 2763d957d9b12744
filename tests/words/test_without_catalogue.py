"""A site in a language that has no catalogue of words: its interface is English, and says so."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from build_scripts.model.diagnostic import Severity
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.pipeline import check, plan
from tests.render import where_used
from tests.render.published import publish

LANGUAGES = ("sv", "ar", "zh-Hant", "pt-BR", "tlh", "be")


def language_of(node: LexborNode, around: str) -> str:
    """The language that a browser takes for that of an element."""
    while node.parent is not None:
        if language := node.attributes.get("lang"):
            return language
        node = node.parent
    return around


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_interface_is_english_and_annotations_keep_their_language(
    tmp_path: Path, language: str
) -> None:
    files = where_used.files() | {"annotations/site.yml": f"language: {language}\n"}
    checked = check(where_used.write(tmp_path, files))
    found = [(d.code, d.severity) for d in checked.diagnostics if "words" in d.message]
    assert found == [("L003", Severity.HINT)]

    planned = plan(checked, SiteConfiguration(language=language)).rendered()
    pages = {
        file.path: LexborHTMLParser(publish(file.content).html)
        for file in planned.files
        if file.path.endswith("index.md")
    }
    english = {
        "readings/index.md": ("h1", ".facts"),
        "readings/tale/index.md": ("#apparatus-note", ".reading-tools", "dt", ".way-back"),
        "glossary/index.md": ("h1", "h2", "summary"),
        "timeline/index.md": ("h1", "time"),
        "people/index.md": ("h1", "h2"),
        "annotations/index.md": ("h1", "th"),
    }
    written = {
        "readings/tale/index.md": (".entry-note .body",),
        "glossary/index.md": ("h3 span", ".body"),
        "timeline/index.md": ("h3 span", ".mentions mark"),
        "people/index.md": ("h3 a span", ".body"),
        "annotations/index.md": ("td a[href*=term-] span",),
    }
    for expected, selectors in (("en", english), (language, written)):
        for page, wanted in selectors.items():
            for selector in wanted:
                nodes = pages[page].css(selector)
                assert nodes, (page, selector)
                languages = {language_of(node, around=language) for node in nodes}
                assert languages == {expected}, (page, selector)


def test_a_language_without_words_is_named_once(tmp_path: Path) -> None:
    files = where_used.files()
    for name in ("tale", "letter"):
        files[f"annotations/readings/{name}/reading.yml"]["interface"] = "sv"
    diagnostics = check(where_used.write(tmp_path, files)).diagnostics
    (hint,) = [d for d in diagnostics if d.code == "L003"]
    assert hint.path == "annotations/readings/letter/reading.yml"
    assert "annotations/words/sv.ftl" in hint.hint
