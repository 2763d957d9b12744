"""Readings that belong together have a page, whatever they are and however much joins them."""

import gzip
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_scripts.merge.declared_and_implied import comparisons
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.model.site_plan import Rendered, SitePlan
from build_scripts.pipeline import check, plan
from tests.render import where_used
from tests.render.published import publish

BOTH = "comparisons/both/index.md"
HIDDEN = "comparisons/a.b/index.md"


def project(texts: dict[str, str], **files: Any) -> dict[str, Any]:
    """Readings with these texts, and more keys of the file beside them."""
    made: dict[str, Any] = {"annotations/more.yml": files}
    for name, text in texts.items():
        made[f"seeds/{name}.txt"] = text
        made[f"annotations/readings/{name}/reading.yml"] = {
            "title": f"The {name}",
            "language": "en",
            "source": {"file": f"seeds/{name}.txt"},
        }
    return made


def planned(root: Path, files: dict[str, Any], **configuration: Any) -> SitePlan:
    checked = check(where_used.write(root, files))
    assert [found for found in checked.diagnostics if found.severity == "error"] == []
    return plan(checked, SiteConfiguration(**configuration))


def tree(site: Rendered, path: str) -> LexborHTMLParser:
    """A page as readers get it, after Markdown."""
    content = next(file.content for file in site.files if file.path == path)
    return LexborHTMLParser(publish(content).html)


def pages(site: Rendered) -> list[str]:
    return sorted(path for path in site.pages if path.startswith("comparisons/"))


def both(*readings: str, **more: Any) -> list[dict[str, Any]]:
    return [{"id": "both", "title": "Both", "readings": [*readings], **more}]


@pytest.mark.parametrize(
    ("keys", "declared", "expected"),
    [
        ({}, [], []),
        ({"b": {"translation_of": "a"}}, [], ["a.b"]),
        ({"b": {"version_of": "a", "translation_of": "a"}}, [], ["a.b"]),
        ({"b": {"translation_of": "a"}, "a": {"translation_of": "b"}}, [], ["b.a"]),
        ({"b": {"version_of": "a"}, "c": {"version_of": "a"}}, [], ["a.b", "a.c"]),
        ({"b": {"version_of": "a"}}, both("b", "a"), ["both"]),
        ({"b": {"version_of": "a"}}, both("c", "a", "b"), ["both"]),
        ({"b": {"version_of": "a"}}, both("c", "a"), ["both", "a.b"]),
        ({"b": {"version_of": "a"}}, both("b", "a", status="draft"), ["a.b"]),
    ],
)
def test_a_text_and_its_translation_are_compared_unless_this_is_declared(
    tmp_path: Path,
    keys: dict[str, dict[str, str]],
    declared: list[dict[str, Any]],
    expected: list[str],
) -> None:
    files = project(dict.fromkeys("abc", "A text."), comparisons=declared)
    for name, more in keys.items():
        files[f"annotations/readings/{name}/reading.yml"] |= more
    checked = check(where_used.write(tmp_path, files))

    assert [one.id for one in checked.merged.collection.comparisons] == expected
    assert comparisons((), ()) == ()


def test_readings_lead_to_their_comparisons_and_a_page_by_hand_shows_them(tmp_path: Path) -> None:
    of_three = {"id": "three", "title": "Three", "readings": ["a", "b", "c"]}
    files = project(dict.fromkeys("abcd", "A text."), comparisons=[of_three, *both("c", "a")])
    files["annotations/readings/a/reading.yml"] |= {"authors": "Ada", "date": "1900"}
    made = planned(tmp_path, files)
    site = made.rendered()

    named = {
        name: [link.attributes["href"] for link in found.css(".compared-with a")]
        for name in "abcd"
        for found in (tree(site, f"readings/{name}/index.md"),)
    }
    three, two = "../../comparisons/three/", "../../comparisons/both/"
    assert named == {"a": [three, two], "b": [three], "c": [three, two], "d": []}
    filled = made.fill("index.md", '<div data-readings="comparisons"><p>None</p></div>')
    cards = LexborHTMLParser(filled).css(".comparison-cards > li")
    assert [link.attributes["href"] for card in cards for link in card.css("h2 a")] == [
        "comparisons/three/",
        "comparisons/both/",
    ]
    # The list of texts beside it has their titles. Where no more is known, the card has the title.
    assert [[side.text() for side in card.css(".side")] for card in cards] == [
        ["Ada · 1900", "The b", "The c"],
        ["The c", "Ada · 1900"],
    ]
    assert tree(site, "comparisons/index.md").css(".comparison-cards h2")
    assert tree(site, BOTH).css_first(".nothing") is not None


def test_without_comparisons_there_is_no_page_and_no_word_of_them(tmp_path: Path) -> None:
    made = planned(tmp_path, project({"a": "A text.", "b": "A text."}))

    assert pages(made.rendered()) == []
    empty = '<div data-readings="comparisons"></div>'
    assert made.fill("index.md", empty) == empty


def test_only_one_comparison_has_no_list(tmp_path: Path) -> None:
    files = project({"a": "A text.", "b": "A text."}, comparisons=both("a", "b"))
    assert pages(planned(tmp_path, files).rendered()) == [BOTH]


def much_in_common(root: Path, texts: int, references: int, terms: int) -> dict[str, Any]:
    """Texts with so many cross-references from each to the next, and terms in all of them."""
    names = "abcdefgh"[:texts]
    words = " ".join(f"Term{number}x" for number in range(terms))
    body = "\n\n".join(f"Here, in place {n}, somebody said it." for n in range(references))
    files = project(
        dict.fromkeys(names, f"{body}\n\n{words}"),
        comparisons=both(*names),
        events=[{"id": f"e{n}", "date": f"19{n:02}", "title": "An event"} for n in range(60)],
    )
    for at, name in enumerate(names):
        folder = f"annotations/readings/{name}"
        files[f"{folder}/reading.yml"] |= {"date": f"19{at}0"}
        if at:
            files[f"{folder}/links.yml"] = {
                "cross_references": [
                    {
                        "id": f"x{n}",
                        "target": {"exact": f"in place {n},"},
                        "refers_to": {
                            "reading": names[at - 1],
                            "exact": f"in place {references - n - 1},",
                        },
                        "relation": "parallel",
                    }
                    for n in range(references)
                ]
            }
    for number in range(terms):
        name = f"Term{number}x"
        files[f"annotations/glossary/t{number}.yml"] = {"term": name, "definition": "A word."}
    return files


def test_a_comparison_of_much_is_divided_and_nothing_is_lost(tmp_path: Path) -> None:
    files = much_in_common(tmp_path, texts=3, references=6, terms=8)
    whole = planned(tmp_path / "whole", files).rendered()
    divided = planned(tmp_path / "divided", files, longest_list=3_000).rendered()

    def shown(site: Rendered) -> dict[str, list[str]]:
        selectors = (".pair", ".between > li", ".shared > h4")
        trees = [tree(site, path) for path in pages(site)]
        return {
            css: sorted(node.text() for found in trees for node in found.css(css))
            for css in selectors
        }

    assert shown(divided) == shown(whole)
    # Each of three texts has its order: 6 pairs with one neighbour, or 12 with two.
    assert len(shown(whole)[".pair"]) == 6 + 12 + 6
    assert len(shown(whole)[".between > li"]) == 3 + 21
    assert pages(whole) == [BOTH]
    for part in ("passages.a", "passages.b", "passages.c", "events", "terms"):
        assert any(path.startswith(f"comparisons/both/{part}") for path in pages(divided)), part
    ids = [node.attributes["id"] for node in tree(whole, BOTH).css("[id]")]
    assert len(ids) == len(set(ids))


def test_no_page_of_a_comparison_is_slow_to_fetch(tmp_path: Path) -> None:
    files = much_in_common(tmp_path, texts=2, references=250, terms=150)
    site = planned(tmp_path, files).rendered()

    sizes = {
        file.path: len(gzip.compress(file.content))
        for file in site.files
        if file.path.startswith("comparisons/")
    }
    assert len(sizes) > 3
    assert max(sizes.values()) < 120_000


def test_sides_are_in_the_language_and_direction_of_their_texts(tmp_path: Path) -> None:
    files = project({"a": "In the beginning.", "b": "בראשית ברא."})
    hebrew = files["annotations/readings/b/reading.yml"]
    hebrew |= {"language": "he", "title": "בראשית", "version_of": "a"}
    files["annotations/glossary/beginning.yml"] = {
        "term": "beginning",
        "forms": ["beginning", "בראשית"],
        "definition": "The first word.",
    }
    files["annotations/readings/b/links.yml"] = {
        "cross_references": [
            {
                "id": "x",
                "target": {"exact": "ברא."},
                "refers_to": {"reading": "a"},
                "relation": "translation-of",
            }
        ]
    }
    page = tree(planned(tmp_path, files).rendered(), HIDDEN)

    assert [one.attributes["dir"] for one in page.css(".quoted")] == ["ltr", "rtl"]
    assert [one.attributes["lang"] for one in page.css(".spelt [lang]")] == ["en", "he"]
    (relation,) = page.css(".relation")
    assert relation.text() == "Translated as"  # as it reads from the first text
    first, second = page.css(".pair > .side")
    assert first.css("blockquote") == []  # a whole text is not repeated
    assert [one.attributes["lang"] for one in second.css("blockquote")] == ["he"]


def test_a_term_in_very_many_places_leads_to_the_glossary(tmp_path: Path) -> None:
    files = project({"a": "The fox. " * 40, "b": "A fox."}, comparisons=both("a", "b"))
    files["annotations/glossary/fox.yml"] = {"term": "fox", "definition": "An animal."}
    page = tree(planned(tmp_path, files).rendered(), BOTH)

    first, second = page.css(".shared .side")
    assert len(first.css("li")) == 12
    assert [one.text() for one in first.css("summary")] == ["The next 11 places"]
    assert second.css("summary") == []
    (link,) = page.css(".shared > .provenance a")
    assert link.text() == "All 41 places are in the glossary"
