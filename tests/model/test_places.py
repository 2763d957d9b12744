"""Places: spans in a text, paragraphs of a source, and where values stand in a file."""

import pytest

from build_scripts.model.change import QuotedPassage
from build_scripts.model.codes import Code
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.line_end import LineEnd, LineEndHyphens
from build_scripts.model.source_text import Paragraph, SourceText
from build_scripts.model.span import Span

TEXT = "It was\n\nlong a-\ngo and far."
PARAGRAPHS = (Paragraph(1, Span(0, 6)), Paragraph(2, Span(8, 27)))
FILE = Document("notes.yml", "a:\n  - b\n  - c: d\n")
INNER = Origin(FILE, 13, {"c": 16}, (13,))
WHOLE = Origin(FILE, 0, {"a": Origin(FILE, 5, (7, INNER))}, (0,))


@pytest.mark.parametrize(
    ("one", "other", "covers", "overlaps"),
    [
        (Span(2, 5), Span(2, 5), True, True),
        (Span(2, 5), Span(3, 4), True, True),
        (Span(2, 5), Span(2, 6), False, True),
        (Span(2, 5), Span(1, 5), False, True),
        (Span(2, 5), Span(4, 9), False, True),
        (Span(2, 5), Span(0, 3), False, True),
        (Span(2, 5), Span(5, 6), False, False),
        (Span(2, 5), Span(0, 2), False, False),
    ],
)
def test_spans(one: Span, other: Span, covers: bool, overlaps: bool) -> None:
    assert (one.covers(other), one.overlaps(other)) == (covers, overlaps)


def test_paragraphs_are_numbered_from_one() -> None:
    source = SourceText("a.txt", "", "", TEXT, PARAGRAPHS)
    assert [source.paragraph_text(number) for number in (1, 2)] == [TEXT[:6], TEXT[8:]]
    assert [source.paragraphs_span(*ends) for ends in ((1, 1), (2, 2), (1, 2))] == [
        *(Span(0, 6), Span(8, 27), Span(0, 27))
    ]


@pytest.mark.parametrize(
    ("choice", "start", "end", "words"),
    [
        (LineEndHyphens.JOIN, 8, 18, "long ago"),
        (LineEndHyphens.KEEP, 8, 18, "long a-go"),
        (None, 8, 18, "long a-\ngo"),
        (LineEndHyphens.JOIN, 14, 18, "go"),
        (LineEndHyphens.JOIN, 15, 18, "\ngo"),
        (LineEndHyphens.JOIN, 8, 16, "long a"),
        (LineEndHyphens.JOIN, 8, 15, "long a-"),
        (LineEndHyphens.JOIN, 8, 14, "long a"),
    ],
)
def test_words_without_the_line_ends_in_them(
    choice: LineEndHyphens | None, start: int, end: int, words: str
) -> None:
    line_ends = (LineEnd(14, 15, 16, choice),)
    source = SourceText("a.txt", "", "", TEXT, PARAGRAPHS, line_ends=line_ends)
    assert source.unbroken(start, end) == words


@pytest.mark.parametrize(
    ("path", "line_and_column"),
    [
        ((), (1, 1)),
        (("a",), (2, 3)),
        (("a", 0), (2, 5)),
        (("a", 1), (3, 5)),
        (("a", 1, "c"), (3, 8)),
        # What is not there stands for what is around it.
        (("b",), (1, 1)),
        (("a", 2), (2, 3)),
        (("a", "c"), (2, 3)),
        (("a", 1, "d"), (3, 5)),
        (("a", 1, 0), (3, 5)),
        (("a", 0, "c"), (2, 5)),
    ],
)
def test_the_place_of_a_value(
    path: tuple[str | int, ...], line_and_column: tuple[int, int]
) -> None:
    found = WHOLE.at(*path).diagnostic(Code.UNKNOWN_TERM, "There is none")
    assert (found.line, found.column) == line_and_column


def test_the_place_of_a_key() -> None:
    two = Origin(FILE, 3, {"x": 7, "y": 9}, (5, 8))
    assert [two.key(name).offset for name in ("x", "y", "z")] == [5, 8, 3]
    assert INNER.in_words == "notes.yml, line 3"


def test_a_target_that_only_moves_has_not_changed() -> None:
    here = QuotedPassage("a frog", "a frog", "had", ".", 3)
    assert here == QuotedPassage("a frog", "A frog", "saw", "!", 4)
    assert here != QuotedPassage("frog", "a frog", "had", ".", 3)
