"""Quotations: cases that Python and the scripts of the page are both held to."""

import json
from pathlib import Path
from typing import Any

import pytest

from build_scripts.merge.anchors.describe_span import describe
from build_scripts.merge.anchors.matches import find_all
from build_scripts.merge.anchors.normalise import normalise
from build_scripts.model.span import Span
from tests.scripts_in_node import evaluate

_CASES = Path(__file__).parent.parent / "cases" / "quotation"
_SCRIPTS = ("normalised-text.js", "quotation.js")


def cases_of(name: str) -> list[dict[str, Any]]:
    """The cases of a file."""
    loaded: list[dict[str, Any]] = json.loads((_CASES / name).read_text(encoding="utf-8"))
    return loaded


DESCRIBED = cases_of("described.json")
FOUND = cases_of("found.json")


def marked_span(marked: str) -> tuple[str, Span]:
    """The text without the brackets, and the passage that was between them."""
    start, end = marked.index("["), marked.index("]") - 1
    return marked.replace("[", "").replace("]", ""), Span(start, end)


@pytest.mark.parametrize("case", DESCRIBED, ids=lambda case: case["name"])
def test_a_passage_is_described(case: dict[str, Any]) -> None:
    text, span = marked_span(case["text"])

    assert describe(span, normalise(text)).parts() == case["target"]


@pytest.mark.parametrize("case", FOUND, ids=lambda case: case["name"])
def test_a_quotation_is_found(case: dict[str, Any]) -> None:
    assert [[*span] for span in find_all(normalise(case["text"]), **case["quotation"])] == (
        case["places"]
    )


def test_the_page_describes_passages_likewise() -> None:
    described = evaluate(
        """marked => marked.map(text => {
          const [start, end] = [text.indexOf("["), text.indexOf("]") - 1];
          const { texts } = window.readings;
          return texts.describe(texts.normalise(text.replace(/[[\\]]/g, "")), { start, end });
        })""",
        [case["text"] for case in DESCRIBED],
        *_SCRIPTS,
    )

    assert described == [case["target"] for case in DESCRIBED]


def test_the_page_finds_quotations_likewise() -> None:
    """Offsets in JavaScript count UTF-16 code units: they are turned into code points."""
    found = evaluate(
        """cases => cases.map(({ text, quotation }) => {
          const { texts } = window.readings;
          const points = end => [...text.slice(0, end)].length;
          const places = texts.findAll(texts.normalise(text), quotation);
          return places.map(({ start, end }) => [points(start), points(end)]);
        })""",
        FOUND,
        *_SCRIPTS,
    )

    assert found == [case["places"] for case in FOUND]
