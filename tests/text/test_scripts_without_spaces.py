"""Which scripts have no spaces between words: cases that hold for Python and for the page."""

import json

import pytest
import regex

from build_scripts.merge.anchors.describe_span import describe
from build_scripts.model.span import Span
from build_scripts.render.contribution.known import rules_of_the_format
from build_scripts.render.script_data import script_with
from build_scripts.text.normalise import normalise
from build_scripts.text.scripts_without_spaces import (
    BROKEN_AT_WORDS,
    IDEOGRAPHIC,
    WITHOUT_SPACES,
    WITHOUT_WORD_BORDERS,
)
from tests.page_scripts import SHARED_CASES, call_page_script

_CASES = json.loads((SHARED_CASES / "scripts_without_spaces.json").read_text(encoding="utf-8"))
WITHOUT = _CASES["without spaces"]
WITH = _CASES["with spaces"]


@pytest.mark.parametrize("words", WITHOUT.values(), ids=WITHOUT)
def test_written_without_spaces(words: str) -> None:
    assert regex.fullmatch(f"{WITHOUT_SPACES}+", words)


@pytest.mark.parametrize("words", WITH.values(), ids=WITH)
def test_written_with_spaces(words: str) -> None:
    assert not regex.search(WITHOUT_SPACES, words)


@pytest.mark.parametrize("words", WITHOUT.values(), ids=WITHOUT)
def test_each_is_one_of_three_kinds(words: str) -> None:
    kinds = [bool(regex.search(kind, words)) for kind in (IDEOGRAPHIC, BROKEN_AT_WORDS)]
    is_tibetan = bool(regex.search(r"\p{Tibetan}", words))

    assert sum(kinds) + is_tibetan == 1
    assert bool(regex.search(WITHOUT_WORD_BORDERS, words)) is not is_tibetan


def marked_text(words: str) -> str:
    """A text whose context is cut after the words, if that may be, or before the whole word."""
    return f"q{words}1 z however q{words}2 z"


def expected(words: str) -> dict[str, str]:
    """The target of the first ``z`` in `marked_text`."""
    return {"exact": "z", "prefix": "1 " if words in WITHOUT.values() else f"q{words}1 "}


ALL = [*WITHOUT.values(), *WITH.values()]


@pytest.mark.parametrize("words", ALL, ids=[*WITHOUT, *WITH])
def test_context_is_cut_there_alone(words: str) -> None:
    text = marked_text(words)
    start = text.index("z")

    assert describe(Span(start, start + 1), normalise(text)).parts() == expected(words)


def test_the_page_cuts_context_at_the_same_places() -> None:
    describe_z = """(readings, text) => {
        const start = text.indexOf("z");
        const { texts } = readings;
        return texts.describe(texts.normalise(text), { start, end: start + 1 });
    }"""
    known = script_with("readings.known", rules_of_the_format())
    described = call_page_script(describe_z, [(marked_text(words),) for words in ALL], known)

    assert described == list(map(expected, ALL))
