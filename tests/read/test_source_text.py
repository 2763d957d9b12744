"""From the bytes of a source to its text and paragraphs."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.codes import Code
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.source_text import ParagraphRule, SourceText
from build_scripts.read.files.source_paragraphs import read_source_text, split_paragraphs
from tests.profiles import cases

PATH = "seeds/tale.txt"
HEADER_PLACE = Origin(Document("annotations/readings/tale/reading.yml", 'header: "x"\n'), 8)


def source(content: bytes | str, header: str = "") -> SourceText:
    """The source of this content, which has no faults."""
    content = content.encode() if isinstance(content, str) else content
    text, diagnostics = read_source_text(PATH, content, header, HEADER_PLACE)
    assert diagnostics == ()
    assert text is not None
    return text


def paragraphs(text: SourceText) -> list[str]:
    return [text.paragraph_text(paragraph.number) for paragraph in text.paragraphs]


@pytest.mark.parametrize(
    "text",
    [
        "a form feed\fin a line",
        "a tab\tin a line",
        "no\u00a0break",
        "soft\u00adhyphen",
        "combining: e\u0301, not composed: \u00e9",
        "left \u202bright\u202c: שלום עولم",
        "古池や蛙飛びこむ水の音",
        "a family 👨‍👩‍👧 and a flag 🇧🇾",
        "Devanagari क्षि, Thai กำ, Hangul 각",
        "zero\u200bwidth, joiner \u200d, mark \ufeff inside",
        " blanks at both ends \t",
        "two lines,\n\ttwo verses",
        "“quotes” ‘and’ dashes – —",
        "*Markdown* <b>&amp;</b> {{ jinja }} [x]: y",
    ],
)
def test_every_character_survives(text: str) -> None:
    assert paragraphs(source(text)) == [text]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_become_line_feeds(line_end: str) -> None:
    text = source(line_end.join(["one", "two", "", "three", ""]))

    assert text.text == "one\ntwo\n\nthree\n"
    assert paragraphs(text) == ["one\ntwo", "three"]


def test_a_byte_order_mark_is_no_part_of_the_text_but_of_the_sha256() -> None:
    content = "\ufeffone".encode()

    text = source(content)

    assert text.text == "one"
    assert text.sha256 == hashlib.sha256(content).hexdigest()


def test_the_sha256_is_that_of_the_bytes() -> None:
    assert source("one\r\ntwo").sha256 == hashlib.sha256(b"one\r\ntwo").hexdigest()


def test_the_declared_header_is_no_part_of_the_text() -> None:
    text = source(" date 2021-10-01 Once upon a time", header=" date 2021-10-01 ")

    assert text.header == " date 2021-10-01 "
    assert paragraphs(text) == ["Once upon a time"]


def test_a_header_may_have_several_lines() -> None:
    text = source("A tale\r\n\r\nOnce upon a time", header="A tale\n\n")

    assert paragraphs(text) == ["Once upon a time"]


@pytest.mark.parametrize(
    ("text", "header", "end"),
    [
        ("Der „Brief“\n\nLieber", 'Der "Brief"\n\n', 13),
        ("Le  titre\u00a0:\nTexte", "Le titre :", 11),
        ("Soft\u00adware\nText", "Software\n", 10),
        ("cafe\u0301\ntexte", "caf\u00e9", 5),
        ("\u200eשם\nטקסט", "שם", 3),
    ],
)
def test_a_header_is_compared_like_other_words(text: str, header: str, end: int) -> None:
    found = source(text, header=header)
    assert (found.header, found.text) == (text[:end], text[end:])


@pytest.mark.parametrize("blank", ["", " ", "\t", " \t  "])
def test_a_line_of_blanks_separates_paragraphs(blank: str) -> None:
    assert paragraphs(source(f"one\n{blank}\ntwo")) == ["one", "two"]


@pytest.mark.parametrize("line", ["\f", "\u00a0", "\u200b", "\u3000"])
def test_a_line_with_another_invisible_character_separates_nothing(line: str) -> None:
    assert paragraphs(source(f"one\n{line}\ntwo")) == [f"one\n{line}\ntwo"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\u2028b", ["a\nb"]),
        ("a\u2028\u2028b", ["a", "b"]),
        ("a\u2029b\u2029\nc", ["a", "b", "c"]),
        ("a\vb\n\vc", ["a\nb", "c"]),
        ("a\x85b\x85\x85c", ["a\nb", "c"]),
        ("白\u2028俄\u2029罗", ["白\n俄", "罗"]),
        ("a\f\fb\x1cc", None),
        ("a\x85b\nc", None),
    ],
)
def test_lines_and_paragraphs_end_where_unicode_says(text: str, expected: list[str] | None) -> None:
    found, diagnostics = read_source_text(PATH, text.encode(), "", HEADER_PLACE)
    assert (found and paragraphs(found)) == expected
    assert bool(diagnostics) == (expected is None)


def test_other_invisible_characters_end_no_lines() -> None:
    """Unlike with `str.splitlines`."""
    assert paragraphs(source("a\f\fb")) == ["a\f\fb"]


@cases(normal=300, long=5_000)
@given(st.text(st.sampled_from(["a", " ", "\t", "\n", "\f", "\u00a0", "é", "😀"])))
def test_paragraphs_and_what_separates_them_make_the_text(text: str) -> None:
    found = split_paragraphs(text)

    assert [paragraph.number for paragraph in found] == [*range(1, len(found) + 1)]
    position = 0
    for paragraph in found:
        start, end = paragraph.span
        assert text[position:start].strip(" \t\n") == "", "only blank lines lie between"
        inside = text[start:end]
        assert not inside.endswith("\n")
        assert all(line.strip(" \t") for line in inside.split("\n")), "no blank line lies inside"
        assert start == 0 or text[start - 1] == "\n", "a paragraph begins with its line"
        assert end == len(text) or text[end] == "\n", "and ends with it"
        position = end
    assert text[position:].strip(" \t\n") == ""
    by_lines = split_paragraphs(text, ParagraphRule.LINES)
    assert [text[p.span.start : p.span.end] for p in by_lines] == [
        line for line in text.split("\n") if line.strip(" \t")
    ]
    assert [p.number for p in by_lines] == [*range(1, len(by_lines) + 1)]


@cases(normal=300, long=5_000)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"])))
def test_text_without_controls_is_left_as_it_is(text: str) -> None:
    read, diagnostics = read_source_text(PATH, f"a{text}".encode(), "", HEADER_PLACE)

    assert diagnostics == ()
    assert read is not None
    assert read.text == f"a{text}"


# Faults


@pytest.mark.parametrize(
    ("content", "line", "column", "byte", "offset"),
    [
        ("ein König".encode("latin-1"), 1, 6, "0xf6", 5),
        ("Es war\r\nein König".encode("latin-1"), 2, 6, "0xf6", 13),
        ("Es war\rein König".encode("latin-1"), 2, 6, "0xf6", 12),
        ("\ufeffein ".encode() + b"\xff", 1, 5, "0xff", 7),
        ("😀".encode() + b"\xed\xa0\x80", 1, 2, "0xed", 4),  # a surrogate
        (b"ab\xc3", 1, 3, "0xc3", 2),  # cut off
        (b"\xc0\xaf", 1, 1, "0xc0", 0),  # longer than it need be
    ],
)
def test_a_byte_that_is_not_utf_8_is_named(
    content: bytes, line: int, column: int, byte: str, offset: int
) -> None:
    text, (diagnostic,) = read_source_text(PATH, content, "", HEADER_PLACE)

    assert text is None
    assert diagnostic.code == Code.SOURCE_ENCODING.value
    assert (diagnostic.path, diagnostic.line, diagnostic.column) == (PATH, line, column)
    assert diagnostic.message == f"The file is not saved as UTF-8: byte {byte} at offset {offset}"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_refused(encoding: str) -> None:
    content = "Es war einmal".encode(encoding)
    text, diagnostics = read_source_text(PATH, content, "", HEADER_PLACE)
    assert text is None
    assert diagnostics


@pytest.mark.parametrize(
    "character",
    [
        *"\x00\x01\x07\x08\x0e\x1b\x1f\x7f\x80\x85\x9f",
        "\ufdd0",
        "\ufffe",
        "\uffff",
        "\U0010ffff",
    ],
)
def test_controls_and_noncharacters_are_refused(character: str) -> None:
    content = f"one\ntwo {character} three".encode()

    text, (diagnostic,) = read_source_text(PATH, content, "", HEADER_PLACE)

    assert text is None
    assert diagnostic.code == Code.SOURCE_CHARACTER.value
    assert (diagnostic.line, diagnostic.column) == (2, 5)
    assert f"U+{ord(character):04X}" in diagnostic.message


def test_each_of_several_faults_is_reported() -> None:
    _, diagnostics = read_source_text(PATH, b"a\x01b\n\x02", "", HEADER_PLACE)
    assert [(d.line, d.column) for d in diagnostics] == [(1, 2), (2, 1)]


def test_of_very_many_the_first_are_reported_and_the_rest_counted() -> None:
    _, diagnostics = read_source_text(PATH, b"\x00" * 100_000, "", HEADER_PLACE)
    assert len(diagnostics) == 20
    assert diagnostics[-1].hint.endswith("There are 99980 more in this file.")


def test_another_header_than_the_declared_one_is_reported_where_it_is_declared() -> None:
    content = b"On date 2021-10-01 Once"

    text, (diagnostic,) = read_source_text(PATH, content, "date 2021-10-01", HEADER_PLACE)

    assert text is None
    assert diagnostic.code == Code.SOURCE_HEADER.value
    assert diagnostic.path == HEADER_PLACE.document.path
    assert '"On date 2021-10-01 O' in diagnostic.hint, "as it can be copied into YAML"


@pytest.mark.parametrize("content", ["", "\n", " \t\n\r\n", "\ufeff"])
def test_a_source_without_text_is_reported(content: str) -> None:
    text, (diagnostic,) = read_source_text(PATH, content.encode(), "", HEADER_PLACE)
    assert text is None
    assert diagnostic.code == Code.SOURCE_EMPTY.value
