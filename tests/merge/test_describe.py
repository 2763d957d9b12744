"""From a passage to the shortest quotation that means it and nothing else."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.merge.anchors.describe_span import QuoteDescription, describe, to_yaml
from build_scripts.merge.anchors.matches import find_all
from build_scripts.merge.anchors.quotable_text import quotable
from build_scripts.merge.anchors.resolve_selector import resolve
from build_scripts.model.span import Span
from build_scripts.text.graphemes import is_boundary
from build_scripts.text.normalise import normalise
from tests.merge.nasty_texts import (
    REPETITIVE_TEXTS,
    TEXTS,
    quotable_spans,
    quotation,
    source_text,
)
from tests.profiles import cases


@pytest.mark.parametrize(
    ("text", "span"),
    [
        pytest.param("a b", Span(1, 1), id="empty"),
        pytest.param("a b", Span(1, 3), id="white space at the beginning"),
        pytest.param("a\u00a0b", Span(0, 2), id="white space at the end"),
        pytest.param("e\u0301", Span(0, 1), id="a letter without its accent"),
        pytest.param("\u1112\u1161", Span(1, 2), id="a part of a syllable"),
    ],
)
def test_what_no_quotation_can_mean_is_refused(text: str, span: Span) -> None:
    with pytest.raises(ValueError, match=r"white space|in two"):
        describe(span, normalise(text))


def check_law(text: str, span: Span) -> None:
    normalised = normalise(text)
    description = describe(span, normalised)
    mapping = yaml.safe_load(to_yaml(description))
    assert mapping == {
        key: value
        for key in ("exact", "prefix", "suffix")
        if (value := getattr(description, key)) or key == "exact"
    }
    found = resolve(quotation(**mapping), quotable(source_text(text)), sha256_recorded=False)
    assert found == (span, ())


@cases(normal=1_000, long=20_000)
@given(TEXTS, st.data())
def test_what_is_described_is_resolved(text: str, data: st.DataObject) -> None:
    """``resolve(describe(span)) == span``, also by way of YAML."""
    spans = quotable_spans(text)
    if spans:
        check_law(text, data.draw(st.sampled_from(spans)))


@cases(normal=300, long=3_000)
@given(TEXTS)
def test_each_grapheme_of_a_text_can_be_described(text: str) -> None:
    for span in quotable_spans(text):
        if not any(is_boundary(text, offset) for offset in range(span.start + 1, span.end)):
            check_law(text, span)


@cases(normal=1_000, long=20_000)
@given(REPETITIVE_TEXTS, st.data())
def test_context_stands_beside_the_passage_and_begins_and_ends_at_graphemes(
    text: str, data: st.DataObject
) -> None:
    spans = quotable_spans(text)
    if not spans:
        return
    span = data.draw(st.sampled_from(spans))
    description = describe(span, normalise(text))
    before = " ".join(f"x{text[: span.start]}x".split())[1:-1]
    after = " ".join(f"x{text[span.end :]}x".split())[1:-1]
    assert before.endswith(description.prefix)
    assert after.startswith(description.suffix)
    assert is_boundary(before, len(before) - len(description.prefix))
    assert is_boundary(after, len(description.suffix))


WORDS = st.lists(st.sampled_from(("a", "b", "a", "bb", "ab")), min_size=1, max_size=10)


@cases(normal=500, long=5_000)
@given(WORDS, st.data())
def test_no_context_of_whole_words_is_shorter(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    normalised = normalise(text)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start = len(" ".join([*words[:first], ""]))
    exact = " ".join(words[first : last + 1])
    span = Span(start, start + len(exact))
    description = describe(span, normalised)
    prefixes = [" ".join(words[at:first]) for at in range(first + 1)]
    suffixes = [" ".join(words[last + 1 : at]) for at in range(last + 1, len(words) + 1)]
    shortest = min(
        len(prefix) + len(suffix)
        for prefix in prefixes
        for suffix in suffixes
        if len(find_all(normalised, exact, prefix, suffix)) == 1
    )
    assert len(description.prefix.strip()) + len(description.suffix.strip()) == shortest


def test_a_periodic_text_needs_context_up_to_its_border() -> None:
    text = "na " * 400
    span = Span(600, 602)
    description = describe(span, normalise(text))
    assert description.prefix == text[:600] or description.suffix == text[602:].rstrip()
    check_law(text, span)


@pytest.mark.parametrize(
    ("exact", "written"),
    [
        ('say "no" \\ never', r'{exact: "say \"no\" \\ never"}'),
        ("{a: b, c} # d", '{exact: "{a: b, c} # d"}'),
        ("soft\u00adhyphen", r'{exact: "soft\xADhyphen"}'),
        ("\u202eright to left", r'{exact: "\u202Eright to left"}'),
        ("\U000e0001tag", r'{exact: "\U000E0001tag"}'),
        ("\u0301 alone, caf\u00e9", '{exact: "\\u0301 alone, caf\u00e9"}'),
    ],
)
def test_a_description_is_written_as_one_line_of_yaml(exact: str, written: str) -> None:
    assert to_yaml(QuoteDescription(exact)) == written
    assert yaml.safe_load(written) == {"exact": exact}


def test_prefix_and_suffix_are_written_only_where_needed() -> None:
    assert to_yaml(QuoteDescription("b", "a ", " c")) == '{exact: "b", prefix: "a ", suffix: " c"}'
    assert to_yaml(QuoteDescription("b", suffix=" c")) == '{exact: "b", suffix: " c"}'
