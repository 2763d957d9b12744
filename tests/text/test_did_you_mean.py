"""Which of the known names somebody meant."""

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.text.did_you_mean import did_you_mean, names_meant, nearest
from tests.profiles import cases


@pytest.mark.parametrize(
    ("word", "choices", "meant"),
    [
        ("frog", ["frog", "frogs"], "frog"),
        ("Cross-references ", ["cross_references", "corrections"], "cross_references"),
        ("creatr", ["certainty", "creator"], "creator"),
        ("gull", ["boat"], ""),
        # Three of six letters are enough for a longer word, but not for a short one.
        ("abc", ["abxyzc"], "abxyzc"),
        ("ab", ["abxy"], ""),
        ("ab", ["abx"], "abx"),
        ("id", ["to"], ""),
        # Of two that are as near, always the same.
        ("boat", ["boats", "boatz"], "boatz"),
        ("boat", ["boatz", "boats"], "boatz"),
        ("a-b", ["a_b", "a b"], "a b"),
        ("gull", [], ""),
    ],
)
def test_the_nearest_name(word: str, choices: list[str], meant: str) -> None:
    assert nearest(word, choices) == meant


def test_the_hint_names_it_or_says_something_else() -> None:
    assert did_you_mean("creatr", ["creator"], "Delete it.") == "Did you mean `creator`?"
    assert did_you_mean("gull", ["creator"], "Delete it.") == "Delete it."


def test_a_misspelt_name_counts_as_the_one_that_was_meant() -> None:
    assert names_meant(["frog", "kingg", "elephant"], {"frog", "king", "boat"}) - {""} == {
        *("frog", "king")
    }


_NAMES = st.text("abcé_1", min_size=3, max_size=9)


@cases(normal=300, long=50_000)
@given(_NAMES, st.frozensets(_NAMES, max_size=12))
def test_the_nearest_name_is_that_of_difflib(word: str, choices: frozenset[str]) -> None:
    expected = [word] if word in choices else difflib.get_close_matches(word, choices, 1, 0.6)
    assert nearest(word, choices) == "".join(expected)


def test_a_thousand_misspelt_names_are_compared_with_a_thousand_others_at_once() -> None:
    names = frozenset(f"reference-{number}" for number in range(1_000))
    for number in range(1_000):
        assert nearest(f"refrence-{number}", names) == f"reference-{number}"
