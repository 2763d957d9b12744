"""Which of the known names somebody meant."""

import pytest

from build_scripts.text.did_you_mean import did_you_mean, names_meant, nearest


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
