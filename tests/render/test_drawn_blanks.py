"""Characters that need care when they are drawn: all stay, and only those are marked up."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.span import Span
from build_scripts.render.reading.drawn_blanks import drawn_text, hanging


def drawn(source: str, start: int = 0, *, keeps: bool = True) -> str:
    """The markup from an offset on, with kinds as short marks: I(ndent), G(ap), C(ontrol)."""
    markup = str(drawn_text(source, Span(start, len(source)), keeps=keeps))
    markup = re.sub(r'<span class="(\w)\w+">(.*?)</span>', r"\1(\2)", markup)
    return markup.replace("&#32;", "_").replace("&#9;", "»").replace("&#12;", "^")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("one two\nthree", "one two\nthree"),
        ("one\n    two", "one\ni(____)two"),
        ("one\n\ttwo\n \t three", "one\ni(»)two\ni( » )three"),
        ("  one", "i(__)one"),
        ("\u3000\u3000春眠", "i(&#x3000;&#x3000;)春眠"),
        ("one  two\tthree", "oneg(__)twog(»)three"),
        ("one  \ntwo", "one__&#10;two"),
        ("\f  one", "c(^)i(__)one"),
        ("one\f", "onec(^)"),
    ],
)
def test_where_lines_are_kept(source: str, expected: str) -> None:
    assert drawn(source) == expected


def test_a_piece_that_begins_inside_a_line_has_no_indentation() -> None:
    assert drawn("one two", 3) == " two"
    assert drawn("one\n two", 4) == "i( )two"


@pytest.mark.parametrize("control", ["\f", "\v", "\x1c", "\x1f", "\x00", "\x7f", "\x85", "\x9f"])
def test_control_characters_are_never_drawn(control: str) -> None:
    for keeps in (True, False):
        assert drawn(f"a{control}b", keeps=keeps).startswith("ac(")


def test_running_text_is_left_alone() -> None:
    assert drawn("  one\n   two\tthree", keeps=False) == "__one&#10;___two»three"


@given(st.text(" \t\n\f\u3000\u00a0ab", max_size=12), st.integers(0, 4), st.booleans())
def test_no_character_is_lost(source: str, start: int, keeps: bool) -> None:
    markup = drawn_text(source, Span(min(start, len(source)), len(source)), keeps=keeps)
    assert unescape(re.sub("<[^>]*>", "", markup)) == source[start:]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("one line", 0),
        ("    one line", 0),
        ("one\ntwo", 2),
        ("one\n    two", 2),
        ("one\n        two", 4),
        ("one\n\ttwo", 4),
        ("one\n" + " " * 16 + "two", 6),
        ("\u3000\u3000one\ntwo", 4),
        ("\u2002one\ntwo", 2),
        ("one\n" + " " * 60 + "two", 12),
    ],
)
def test_the_rest_of_a_long_line_is_indented_further_than_any_line(
    lines: str, expected: int
) -> None:
    assert hanging(lines) == expected
