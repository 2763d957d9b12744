"""Every quotation leads to one place, or to an error that names the places."""

import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.merge.anchors.matches import find_all
from build_scripts.merge.anchors.quotable_text import quotable
from build_scripts.merge.anchors.resolve_selector import resolve, resolve_selector
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.selector import (
    ParagraphsSelector,
    ReadingSelector,
    Selector,
    TextQuoteSelector,
)
from build_scripts.model.span import Span
from build_scripts.text.normalise import normalise, normalise_quotation
from tests.merge.nasty_texts import NOWHERE, TEXTS, quotable_spans, quotation, source_text
from tests.profiles import cases

CASES = sorted((Path(__file__).parent.parent / "cases" / "anchor").glob("*.yml"))
KEYS = ("target", "exact", "prefix", "suffix", "occurrence", "paragraph", "paragraphs", "reading")


def written_target(target: dict[str, Any]) -> Selector:
    """The selector of a case, as if each key stood in a line of its own."""
    document = Document("notes.yml", "\n".join(KEYS))
    parts: dict[str, Origin | int] = {
        key: Origin(document, document.text.index(key)) for key in target
    }
    origin = Origin(document, 0, parts)
    if "paragraphs" in target:
        first, last = target["paragraphs"]
        return ParagraphsSelector(first, last, origin)
    if "reading" in target:
        return ReadingSelector(origin)
    return TextQuoteSelector(origin=origin, **target)


def as_written(diagnostic: Diagnostic) -> dict[str, str]:
    """A diagnostic as a case notes it: the key it points at, instead of a line."""
    assert diagnostic.column == 1
    return {
        "code": Code(diagnostic.code).name,
        "at": KEYS[diagnostic.line - 1],
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    text = source_text(case["text"])
    span, diagnostics = resolve_selector(
        written_target(case["target"]),
        quotable(text),
        case.get("sha256_recorded", True),
    )
    expected = case["expected"]
    assert [as_written(diagnostic) for diagnostic in diagnostics] == expected.get("errors", [])
    assert span == (Span(*expected["span"]) if "span" in expected else None)
    if span is not None:
        assert text.text[span.start : span.end] == expected["passage"]


def test_there_are_cases_for_every_code_of_anchors() -> None:
    errors = [
        error["code"]
        for path in CASES
        for error in yaml.safe_load(path.read_text(encoding="utf-8"))["expected"].get("errors", [])
    ]
    of_changes = {Code.POSITION_MOVED, Code.POSITION_DOUBTFUL}  # which need an earlier text
    of_anchors = {code for code in Code if code.value.startswith("A")} - of_changes
    assert set(errors) == {code.name for code in of_anchors}


@cases(normal=1_000, long=20_000)
@given(TEXTS, st.data())
def test_exactly_the_passages_with_the_same_words_are_found(text: str, data: st.DataObject) -> None:
    """Overlapping ones too: a plain search through all passages finds the same."""
    spans = quotable_spans(text)
    if not spans:
        return
    span = data.draw(st.sampled_from(spans))
    exact = text[span.start : span.end]
    sought = normalise_quotation(exact)
    expected = [s for s in spans if normalise_quotation(text[s.start : s.end]) == sought]
    assert list(find_all(normalise(text), exact)) == expected


@cases(normal=1_000, long=20_000)
@given(TEXTS, st.data())
def test_context_keeps_exactly_the_passages_that_stand_in_it(
    text: str, data: st.DataObject
) -> None:
    spans = quotable_spans(text)
    if not spans:
        return
    span = data.draw(st.sampled_from(spans))
    exact = text[span.start : span.end]
    bounds = sorted({0, len(text), *(s.start for s in spans), *(s.end for s in spans)})
    prefix = text[data.draw(st.sampled_from([b for b in bounds if b <= span.start])) : span.start]
    suffix = text[span.end : data.draw(st.sampled_from([b for b in bounds if b >= span.end]))]
    before, after = normalise_quotation(prefix), normalise_quotation(suffix)
    normalised = normalise(text)
    expected = [
        match
        for match in find_all(normalised, exact)
        if normalise(text[: match.start]).text.rstrip().endswith(before)
        and normalise(text[match.end :]).text.lstrip().startswith(after)
    ]
    found = find_all(normalised, exact, prefix, suffix)
    assert list(found) == expected
    assert span in found


@cases(normal=1_000, long=20_000)
@given(TEXTS, st.data())
def test_text_before_and_after_moves_the_matches_and_changes_nothing_else(
    text: str, data: st.DataObject
) -> None:
    spans = quotable_spans(text)
    if not spans:
        return
    span = data.draw(st.sampled_from(spans))
    exact = text[span.start : span.end]
    before, after = "#;\n\n \n#\n", "\n\n#"
    moved = [
        Span(match.start + len(before), match.end + len(before))
        for match in find_all(normalise(text), exact)
    ]
    assert list(find_all(normalise(before + text + after), exact)) == moved


@cases(normal=1_000, long=20_000)
@given(TEXTS, st.data())
def test_what_copying_does_to_a_quotation_makes_no_difference(
    text: str, data: st.DataObject
) -> None:
    spans = quotable_spans(text)
    if not spans:
        return
    span = data.draw(st.sampled_from(spans))
    normalised = normalise(text)
    exact = text[span.start : span.end]
    expected = find_all(normalised, exact)
    copied = "\n\t".join(["", *exact.split(), ""])
    assert find_all(normalised, copied) == expected
    assert find_all(normalised, unicodedata.normalize("NFD", exact)) == expected
    assert find_all(normalised, exact.replace("'", "\u2019").replace('"', "\u201d")) == expected


def test_overlapping_matches_are_all_found() -> None:
    assert find_all(normalise("aaaa"), "aa") == (Span(0, 2), Span(1, 3), Span(2, 4))


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        pytest.param("cafe\u0301", "cafe", id="an accent follows"),
        pytest.param("x\u0323", "x", id="an accent that composes with nothing"),
        pytest.param("\u1112\u1161\u11ab", "\u1112\u1161", id="a syllable goes on"),
        pytest.param("\U0001f469\u200d\U0001f467", "\U0001f467", id="a family has one member"),
        pytest.param("\U0001f44b\U0001f3fd", "\U0001f44b", id="a hand without its colour"),
        pytest.param("\U0001f1e9\U0001f1ea", "\U0001f1ea", id="half a flag"),
        pytest.param("\u0958", "\u0915", id="half of one code point"),
    ],
)
def test_part_of_a_character_is_no_match(text: str, exact: str) -> None:
    assert find_all(normalise(text), exact) == ()
    span, diagnostics = resolve(quotation(exact), quotable(source_text(text)), True)
    assert span is None
    assert [diagnostic.code for diagnostic in diagnostics] == [Code.QUOTATION_NOT_FOUND.value]


@pytest.mark.parametrize("exact", ["", " ", "\n\u00a0"])
def test_an_empty_quotation_is_found_nowhere(exact: str) -> None:
    text = source_text("a b")
    span, (diagnostic,) = resolve(quotation(exact), quotable(text), True)
    assert span is None
    assert diagnostic.message == "The quotation is empty"


def test_uniqueness_counts_what_the_reader_cannot_tell_apart() -> None:
    text = source_text("it's one. it\u2019s two.")
    span, (diagnostic,) = resolve(quotation("it's"), quotable(text), True)
    assert span is None
    assert diagnostic.code == Code.QUOTATION_AMBIGUOUS.value


def test_every_suggestion_of_an_ambiguous_quotation_leads_to_its_place() -> None:
    text = quotable(source_text("a loan, a new loan\n\nand a loan: a loan"))
    _, (diagnostic,) = resolve(quotation("loan"), text, True)
    suggestions = [line.split("\u2192 ")[1] for line in diagnostic.hint.split("\n")[1:]]
    resolved = [
        resolve(quotation("loan", **yaml.safe_load(f"{{{context}}}")), text, True)[0]
        for context in suggestions
    ]
    assert resolved == list(find_all(text.normalised, "loan"))


def test_a_letter_of_a_long_text_names_every_paragraph_in_few_lines() -> None:
    paragraphs = ["e e e"] * 60 + ["o"] + ["e"] * 2 + ["o", "e"]
    text = source_text("\n\n".join(paragraphs))
    _, (diagnostic,) = resolve(quotation("e"), quotable(text), True)
    assert diagnostic.message == "The quotation occurs 183 times"
    lines = diagnostic.hint.split("\n")
    assert (
        lines[-1]
        == "  and 133 more places in paragraphs 17\u201360, 62\u201363, 65; to mean one of these, "
        "quote more words"
    )
    assert len(lines) == 52


@cases(normal=300, long=3_000)
@given(TEXTS, st.text(st.sampled_from("ab e\u0301'\u6771\u1161\u0958."), max_size=8), st.data())
def test_whatever_is_sought_there_is_one_place_or_a_reason(
    text: str, exact: str, data: st.DataObject
) -> None:
    contexts = st.sampled_from(["", "a", "b ", " e", "\u6771"])
    numbers = st.none() | st.integers(1, 3)
    selector = TextQuoteSelector(
        exact,
        NOWHERE,
        data.draw(contexts),
        data.draw(contexts),
        data.draw(numbers),
        data.draw(numbers),
    )
    source = source_text(text)
    span, diagnostics = resolve(selector, quotable(source), data.draw(st.booleans()))
    assert (span is None) == bool(diagnostics)
    if span is not None:
        assert normalise_quotation(text[span.start : span.end]) == normalise_quotation(exact)
    for diagnostic in diagnostics:
        assert diagnostic.message
        assert diagnostic.hint


def test_whole_paragraphs_and_the_whole_reading() -> None:
    text = quotable(source_text("one\n\ntwo\nlines\n\nthree\n"))
    first, second, third = (paragraph.span for paragraph in text.source.paragraphs)
    for numbers, expected in [((1, 1), first), ((2, 3), Span(second.start, third.end))]:
        selector = ParagraphsSelector(numbers[0], numbers[1], NOWHERE)
        assert resolve_selector(selector, text, True) == (expected, ())
    whole = Span(first.start, third.end)
    assert resolve_selector(ReadingSelector(NOWHERE), text, False) == (whole, ())
    assert all(a.end < b.start for a, b in pairwise((first, second, third)))


def test_a_whole_reading_reaches_from_its_first_letter_to_its_last() -> None:
    selector = ReadingSelector(Origin(Document("notes.yml", ""), 0))
    for text, span in (("", Span(0, 0)), ("one", Span(0, 3)), ("one\n\ntwo\n", Span(0, 8))):
        assert resolve_selector(selector, quotable(source_text(text)), True) == (span, ())
