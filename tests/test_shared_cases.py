"""Rules that Python and the pages' scripts both have, held together by tables of cases."""

from functools import cache
from typing import Any

import pytest

from build_scripts.merge.anchors.describe_span import describe
from build_scripts.merge.anchors.matches import find_all
from build_scripts.merge.anchors.normalise import NormalisedText, normalise, normalise_quotation
from build_scripts.model.span import Span
from tests.page_scripts import call_page_script, shared_cases

TEXTS = shared_cases("normalised-text.json")

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


@pytest.mark.parametrize("number", range(len(TEXTS)), ids=[case["name"] for case in TEXTS])
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
