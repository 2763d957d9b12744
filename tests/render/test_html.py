"""Encoding: as little as will do, and nothing in a page's source that cannot be seen."""

import html
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.pipeline import check
from build_scripts.render.markdown_safe_html import (
    Html,
    attribute,
    edge_safe,
    element,
    join,
    raw_block_safe,
    start_tag,
    text,
)
from tests.profiles import cases
from tests.render.nasty_strings import NAMES, SOURCE_TEXTS

NOT_SHOWN = ("Cf", "Zl", "Zp", "Zs")


@pytest.mark.parametrize(
    ("written", "encoded"),
    [
        # What HTML needs.
        ("a & b < c > d", "a &amp; b &lt; c &gt; d"),
        ("&amp;", "&amp;amp;"),
        # What is taken out of a page before raw HTML is set aside.
        ("```", "&#96;&#96;&#96;"),
        ("~~~", "&#126;&#126;&#126;"),
        ("{{ x }}", "&#123;&#123; x }}"),
        # White space that would be changed, or that nobody would see.
        ("a\tb", "a&#9;b"),
        ("a\fb", "a&#12;b"),
        ("a  b", "a&#32;&#32;b"),
        ("a \n b", "a&#32;&#10;&#32;b"),
        # What shows nothing.
        ("a\u00a0b", "a&#xA0;b"),
        ("soft\u00adhyphen", "soft&#xAD;hyphen"),
        ("\u202ertl", "&#x202E;rtl"),
        ("a\u2028b", "a&#x2028;b"),
    ],
)
def test_what_is_encoded(written: str, encoded: str) -> None:
    assert text(written) == encoded


@pytest.mark.parametrize(
    "written",
    [
        "Plain words, with “quotes”, dashes — and 'straight' \"ones\".",
        "# no heading, - no list, * no star_*_, [no](link), !no, 1. no, | no |, \\, :::, ---",
        "two\nlines",
        "e\u0301 \u00e9 \u05d0\u05b8 שלום مرحبا 東京 ﬁ ½ € 𝔘 😀 🇧🇾",
        "\u0085 as it is: its numeric reference would mean something else",
    ],
)
def test_what_is_left_as_it_is(written: str) -> None:
    assert text(written) == written


@cases(normal=300, long=5_000)
@given(SOURCE_TEXTS | NAMES)
def test_encoding_is_undone_by_reading_the_references(written: str) -> None:
    for encoded in (text(written), edge_safe(text(written)), attribute(written)):
        assert html.unescape(encoded) == written
    assert html.unescape(raw_block_safe(html.escape(written))) == written


@cases(normal=300, long=5_000)
@given(SOURCE_TEXTS | NAMES)
def test_everything_in_an_encoded_text_can_be_seen(written: str) -> None:
    encoded = edge_safe(text(written))
    assert not {"\t", "\f", "`", "~", "{"} & set(encoded)
    assert "  " not in encoded and "\n\n" not in encoded and " \n" not in encoded
    assert encoded.strip() == encoded


def test_every_character_of_unicode_that_shows_nothing_is_encoded() -> None:
    unseen = [
        character
        for character in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(character) in NOT_SHOWN and character != " "
    ]
    assert len(unseen) > 150
    for encode in (text, attribute, raw_block_safe):
        assert [c for c in unseen if encode(c) != f"&#x{ord(c):X};"] == []


def test_the_words_of_a_text_can_be_read_in_the_source_of_its_page(project_copy: Path) -> None:
    words = [
        word
        for annotated in check(project_copy).merged.collection.readings
        for word in annotated.reading.source.text.split()
    ]
    unchanged = sum(text(word) == word for word in words)
    assert unchanged / len(words) > 0.985


def test_attributes_are_encoded_empty_ones_are_bare_and_missing_ones_left_out() -> None:
    tag = start_tag("p", {"id": 'a"b', "data-apparatus": "", "lang": None, "title": "x\ny"})
    assert tag == '<p id="a&quot;b" data-apparatus title="x&#10;y">'
    assert element("em", None, text("<"), text("b>")) == "<em>&lt;b&gt;</em>"


@given(st.lists(NAMES, max_size=3), NAMES)
def test_a_separator_is_text(parts: list[str], separator: str) -> None:
    joined = join([Html(f"<i>{text(part)}</i>") for part in parts], separator)
    assert html.unescape(joined) == separator.join(f"<i>{part}</i>" for part in parts)
