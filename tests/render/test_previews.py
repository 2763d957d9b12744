"""Previews of passages: cut at words, marked, escaped, in the language of their text."""

import json
from pathlib import Path

from selectolax.lexbor import LexborNode

from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.pipeline import check, plan
from build_scripts.render.reading.previews import PREVIEW_LENGTH
from tests.read.projects import write_project
from tests.render.dom import one, parse
from tests.render.published import publish

MANY_WORDS = " ".join(f"w{number}" for number in range(400))


def preview(root: Path, text: str, exact: str = "", language: str = "en") -> LexborNode:
    """What is shown of a passage of another text, or of all of that, as it is published."""
    end = {"reading": "there"} | ({"exact": exact} if exact else {})
    reference = {"id": "to", "target": {"exact": "A word"}, "refers_to": end, "relation": "quotes"}
    files: dict[str, str | bytes] = {
        "seeds/here.txt": "A word.",
        "seeds/there.txt": text,
        "annotations/readings/here/all.yml": json.dumps({"cross_references": [reference]}),
    }
    for name, its_language in (("here", "en"), ("there", language)):
        reading = {"title": name, "source": {"file": f"seeds/{name}.txt"}, "language": its_language}
        files[f"annotations/readings/{name}/reading.yml"] = json.dumps(reading)
    write_project(root, files)
    pages = {file.path: file.content for file in plan(check(root), SiteConfiguration()).files}
    return one(parse(publish(pages["readings/here/index.md"]).html), "#xref-to")


def words(preview: LexborNode) -> list[str]:
    return [paragraph.text() for paragraph in preview.css(".preview blockquote p")]


def test_a_short_paragraph_is_shown_whole_with_the_passage_marked(tmp_path: Path) -> None:
    shown = preview(tmp_path, "First.\n\nA <b> & a fox.\n\nLast.", "<b> &")

    assert words(shown) == ["A <b> & a fox."]
    assert one(shown, "mark").text() == "<b> &"
    assert shown.css_first("b") is None


def test_of_a_long_one_what_stands_around_the_passage(tmp_path: Path) -> None:
    (shown,) = words(preview(tmp_path, MANY_WORDS, "w200 w201"))

    assert len(shown) <= PREVIEW_LENGTH + 2
    assert shown.startswith("…w") and shown.endswith("…")
    assert f" {shown[1:-1]} " in MANY_WORDS, "it is cut inside a word"
    assert "w199 w200 w201 w202" in shown


def test_of_a_long_passage_its_beginning_and_its_end(tmp_path: Path) -> None:
    shown = preview(tmp_path, f"Before. {MANY_WORDS} After.", MANY_WORDS)

    marked = one(shown, "mark").text()
    assert marked.startswith("w0 w1 ") and marked.endswith(" w398 w399") and "… w" in marked
    assert len(marked) <= PREVIEW_LENGTH + 2


def test_of_several_paragraphs_the_first_and_the_last(tmp_path: Path) -> None:
    text = "A king. A fox.\n\nIn between.\n\nA frog. A hen."
    shown = preview(tmp_path, text, "A fox. In between. A frog.")

    assert words(shown) == ["A king. A fox.", "…", "A frog. A hen."]
    assert [mark.text() for mark in shown.css("mark")] == ["A fox.", "A frog."]


def test_nothing_is_left_out_between_two_paragraphs(tmp_path: Path) -> None:
    shown = preview(tmp_path, "A king.\n\nA fox.\n\nA frog.\n\nA hen.", "fox. A frog")

    assert words(shown) == ["A fox.", "A frog."]


def test_the_words_keep_their_language_and_direction(tmp_path: Path) -> None:
    shown = preview(tmp_path, "בראשית ברא אלהים", "אלהים", language="he")

    quoted = one(shown, ".preview blockquote")
    assert (quoted.attributes["lang"], quoted.attributes["dir"]) == ("he", "rtl")


def test_a_whole_reading_has_none(tmp_path: Path) -> None:
    assert preview(tmp_path, "A fox.").css_first(".preview") is None
