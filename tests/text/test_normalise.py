"""What is folded, what is not, and that the way back is exact."""

import re
import sys
import unicodedata

import pytest
import regex
from hypothesis import given

from build_scripts.model.line_end import LineEndHyphens
from build_scripts.model.span import Span
from build_scripts.text.normalise import (
    FOLDED,
    comparable,
    normalise,
    normalise_quotation,
)
from build_scripts.text.quotes_and_spaces import WHITE_SPACE
from build_scripts.text.unseen_characters import ATTACHED, STANDING
from tests.merge.nasty_texts import TEXTS, quotable_spans
from tests.profiles import cases


@pytest.mark.parametrize(
    ("source", "normalised"),
    [
        pytest.param("it\u2019s \u02bcso\u2018 \u201aa\u201b", "it's 'so' 'a'", id="single quotes"),
        pytest.param("\u201ca\u201d \u201eb\u201f", '"a" "b"', id="double quotes"),
        pytest.param("\u00aba\u00bb \u2039b\u203a", "\u00aba\u00bb \u2039b\u203a", id="guillemets"),
        pytest.param("a\n\n b\u00a0\tc\u2003d\x0ce\r\nf", "a b c d e f", id="white space"),
        pytest.param("e\u0301 \u212b", "\u00e9 \u00c5", id="composition"),
        pytest.param("\u0958", "\u0915\u093c", id="form C may also take apart"),
        pytest.param(
            "``a\u00b4 \u05e6\u05f4\u05dc 5\u2032 \uff07",
            "''a' \u05e6\"\u05dc 5' '",
            id="typed quotes",
        ),
        pytest.param(
            "a\u2010b\u2011c \u05d0\u05be\u05d1 \u22125", "a-b-c \u05d0-\u05d1 -5", id="hyphens"
        ),
        pytest.param("a\u00ad\u200bb \u2060c\ufeff\u200e d", "ab c d", id="unseen"),
        pytest.param(
            "\u0645\u06cc\u200c\u0631\u0648\u062f",
            "\u0645\u06cc\u0631\u0648\u062f",
            id="joiners of Persian",
        ),
        pytest.param(
            "\u2764\ufe0f \u845b\U000e0100", "\u2764 \u845b", id="shapes of one character"
        ),
        pytest.param(
            "\U0001f469\u200d\U0001f467", "\U0001f469\u200d\U0001f467", id="a picture of two"
        ),
        pytest.param("e\u00ad\u0301", "e\u0301", id="nothing is composed that was apart"),
        pytest.param("a \u200b\n b", "a b", id="one space, with the unseen in it"),
        pytest.param(
            "\ufb01 \u2026 \u2013 \u2014 ,,", "\ufb01 \u2026 \u2013 \u2014 ,,", id="no more"
        ),
        pytest.param(" a ", " a ", id="a text keeps its edges"),
    ],
)
def test_what_is_folded(source: str, normalised: str) -> None:
    assert normalise(source).text == normalised
    assert normalise(source).source == source


def test_a_quotation_loses_the_white_space_at_its_edges() -> None:
    assert normalise_quotation("\n  \u201ce\u0301\u201d \u2028") == '"\u00e9"'


def test_white_space_is_what_python_calls_so() -> None:
    assert set(WHITE_SPACE) == {c for c in map(chr, range(sys.maxunicode + 1)) if c.isspace()}


def test_offsets_of_a_collapsed_run() -> None:
    normalised = normalise("one\n\n two")
    assert normalised.text == "one two"
    assert normalised.source_span(0, 3) == Span(0, 3), "no white space after the passage"
    assert normalised.source_span(4, 7) == Span(6, 9), "no white space before the passage"
    assert normalised.source_span(3, 4) == Span(3, 6), "a space stands for its whole run"
    assert [normalised.normalised_offset(offset) for offset in (3, 4, 5, 6)] == [3, 3, 3, 4]


def test_offsets_of_a_recomposed_letter() -> None:
    normalised = normalise("xe\u0301y")
    assert normalised.text == "x\u00e9y"
    assert normalised.source_span(1, 2) == Span(1, 3)
    assert normalised.source_span(2, 3) == Span(3, 4)
    assert normalised.normalised_offset(2) == 1


def test_half_of_a_letter_is_no_passage() -> None:
    normalised = normalise("\u0958 e\u0301")
    assert normalised.text == "\u0915\u093c \u00e9"
    assert normalised.aligned_source_span(0, 1) is None
    assert normalised.aligned_source_span(0, 2) == Span(0, 1)
    assert normalised.aligned_source_span(3, 4) == Span(2, 4)
    assert normalise("x\u0323y").aligned_source_span(0, 1) is None


def _without_attached(cluster: "regex.Match[str]") -> str:
    has_picture = regex.search(r"\p{Extended_Pictographic}", cluster.group())
    unseen = "[\ufe00-\ufe0f]" if has_picture else f"[{ATTACHED}]"
    return unicodedata.normalize("NFC", regex.sub(unseen, "", cluster.group()))


@cases(normal=1_000, long=20_000)
@given(TEXTS)
def test_the_text_is_folded_as_a_plain_definition_says(text: str) -> None:
    expected = regex.sub(r"\X", _without_attached, "".join(FOLDED.get(c, c) for c in text))
    expected = regex.sub(f"[{STANDING}]*[ ][ {STANDING}]*", " ", expected)
    expected = regex.sub(f"[{STANDING}]", "", expected)
    assert normalise(text).text == expected
    assert normalise_quotation(text) == expected.strip()


@cases(normal=1_000, long=20_000)
@given(TEXTS)
def test_every_passage_is_found_again_at_its_own_characters(text: str) -> None:
    normalised = normalise(text)
    for span in quotable_spans(text):
        start = normalised.normalised_offset(span.start)
        end = normalised.normalised_offset(span.end)
        assert normalised.text[start:end] == normalise(text[span.start : span.end]).text
        assert normalised.text[start:end] == normalise_quotation(normalised.words(span))
        assert normalised.source_span(start, end) == span
        assert normalised.aligned_source_span(start, end) == span


@cases(normal=1_000, long=20_000)
@given(TEXTS)
def test_only_what_is_not_seen_is_between_the_characters_of_the_normalised_text(text: str) -> None:
    normalised = normalise(text)
    spans = [normalised.source_span(at, at + 1) for at in range(len(normalised.text))]
    tiles = list(dict.fromkeys(spans))
    between = text
    for start, end in reversed(tiles):
        between = between[:start] + between[end:]
    assert regex.fullmatch(f"[{STANDING}{ATTACHED}]*", between)
    for at, span in enumerate(spans):
        assert normalised.source_span(0, at + 1) == Span(spans[0].start, span.end)
        assert normalised.source_span(at, len(spans)) == Span(span.start, spans[-1].end)


def test_what_is_not_seen_is_what_unicode_says() -> None:
    unseen = regex.compile(
        r"[\p{Default_Ignorable_Code_Point}--[\u115f\u1160\u3164\uffa0]]", regex.V1
    )
    attached = regex.compile(r"[\p{GCB=Extend}\u200d]")
    for character in map(chr, range(sys.maxunicode + 1)):
        if unseen.match(character):
            ranges = ATTACHED if attached.match(character) else STANDING
            assert re.match(f"[{ranges}]", character), hex(ord(character))
        else:
            assert not re.match(f"[{STANDING}{ATTACHED}]", character), hex(ord(character))


@pytest.mark.parametrize(
    ("source", "joined", "kept"),
    [
        ("It was  long a-\ngo  and  far", "It was long ago and far", "It was long a-go and far"),
        ("e\u0301 a-\n  go e\u0301  x", "\u00e9 ago \u00e9 x", "\u00e9 a-go \u00e9 x"),
        ("a-\ngo", "ago", "a-go"),
    ],
)
def test_line_ends_inside_words_do_not_count(source: str, joined: str, kept: str) -> None:
    assert comparable(source, "en", LineEndHyphens.JOIN).text == joined
    assert comparable(source, "en", LineEndHyphens.KEEP).text == kept


def test_the_words_of_a_span_are_without_what_is_not_seen() -> None:
    normalised = normalise("a\u00adb \u00ad c e\u00ad\u0301")
    assert normalised.words(Span(0, 3)) == "ab"
    assert normalised.words(Span(0, 7)) == "ab c"
    # Without the soft hyphen, the accent would be on the letter.
    assert normalised.words(Span(8, 11)) == "e\u00ad\u0301"
