"""Rules that Python and the pages' scripts both have, held together by tables of cases."""

import re
from dataclasses import asdict
from functools import cache
from itertools import accumulate
from typing import Any

import pytest

from build_scripts.merge.anchors.describe_span import describe
from build_scripts.merge.anchors.matches import find_all
from build_scripts.merge.anchors.normalise import NormalisedText, normalise, normalise_quotation
from build_scripts.model.span import Span
from build_scripts.render.contribution.known import limits_and_patterns
from build_scripts.render.script_data import script_with
from tests.page_scripts import call_page_script, shared_cases

TEXTS = shared_cases("normalised-text.json")
QUOTATIONS = shared_cases("quotation.json")
PLACES = shared_cases("quotation-places.json")

PIECES_IN_SCRIPT = """
({ texts }, source) => {
  const { text, span, offset } = texts.normalise(source);
  const pieces = [];
  for (let start = 0; start < text.length; ) {
    let end = start + 1;
    while (!span(start, end)) end++;
    const found = span(start, end);
    const place = [offset(found.start), offset(found.end)];
    pieces.push([source.slice(found.start, found.end), text.slice(...place)]);
    start = end;
  }
  return { pieces, text, quotation: texts.normaliseQuotation(source) };
}
"""


def cases(table: list[dict[str, Any]]) -> pytest.MarkDecorator:
    """Run a test for each number of a case, under its name."""
    return pytest.mark.parametrize(
        "number", range(len(table)), ids=[case["name"] for case in table]
    )


def pieces_of(case: dict[str, Any]) -> list[list[str]]:
    """Pairs of a piece of the source and what it is in the normalised text."""
    return [
        pair
        for piece in case["pieces"]
        for pair in ([[c, c] for c in piece] if isinstance(piece, str) else [piece])
    ]


def pieces_in_python(normalised: NormalisedText) -> list[list[str]]:
    """The same pairs, found from the smallest spans that begin and end between characters."""
    pieces = []
    start = 0
    while start < len(normalised.text):
        end = start + 1
        while (span := normalised.aligned_source_span(start, end)) is None:
            end += 1
        place = slice(*map(normalised.normalised_offset, span))
        pieces.append([normalised.source[slice(*span)], normalised.text[place]])
        start = end
    return pieces


@cache
def texts_in_script() -> list[Any]:
    sources = ["".join(source for source, _ in pieces_of(case)) for case in TEXTS]
    return call_page_script(PIECES_IN_SCRIPT, [(source,) for source in sources])


@cases(TEXTS)
def test_texts_are_normalised_alike(number: int) -> None:
    case = TEXTS[number]
    pieces = pieces_of(case)
    source = "".join(source for source, _ in pieces)
    text = "".join(normal for _, normal in pieces)
    expected = {"pieces": pieces, "text": text, "quotation": case["quotation"]}
    normalised = normalise(source)
    in_python = {
        "pieces": pieces_in_python(normalised),
        "text": normalised.text,
        "quotation": normalise_quotation(source),
    }

    assert in_python == expected
    assert texts_in_script()[number] == expected


def unmarked(text: str) -> tuple[str, list[Span]]:
    """A text without its square brackets, and the passages that stood between them."""
    pieces = re.split(r"[\[\]]", text)
    ends = [0, *accumulate(map(len, pieces))]
    return "".join(pieces), [Span(*pair) for pair in zip(ends[1::2], ends[2::2], strict=False)]


def in_units(text: str, span: Span) -> list[int]:
    """A span of a text in UTF-16 code units, as scripts count."""
    return [len(text[:offset].encode("utf-16-le")) // 2 for offset in span]


DESCRIBE = """
({ texts }, text, start, end) => texts.describe(texts.normalise(text), { start, end })
"""
FIND = """
({ texts }, text, quotation) =>
  texts.findAll(texts.normalise(text), quotation).map(({ start, end }) => [start, end])
"""


@cache
def quotations_in_script() -> list[Any]:
    marked = [unmarked(case["text"]) for case in QUOTATIONS]
    calls = [(text, *in_units(text, spans[0])) for text, spans in marked]
    return call_page_script(DESCRIBE, calls, script_with("readings.known", limits_and_patterns()))


@cases(QUOTATIONS)
def test_passages_are_quoted_alike(number: int) -> None:
    case = QUOTATIONS[number]
    text, (span,) = unmarked(case["text"])
    if case["quotation"] is None:
        with pytest.raises(ValueError, match=r"white space|in two"):
            describe(span, normalise(text))
    else:
        described = asdict(describe(span, normalise(text)))
        assert {key: value for key, value in described.items() if value} == case["quotation"]
    assert quotations_in_script()[number] == case["quotation"]


@cache
def places_in_script() -> list[Any]:
    return call_page_script(FIND, [(unmarked(case["text"])[0], case) for case in PLACES])


@cases(PLACES)
def test_quotations_are_found_alike(number: int) -> None:
    case = PLACES[number]
    text, spans = unmarked(case["text"])
    quotation = {key: case[key] for key in ("exact", "prefix", "suffix") if key in case}

    assert list(find_all(normalise(text), **quotation)) == spans
    assert places_in_script()[number] == [in_units(text, span) for span in spans]
