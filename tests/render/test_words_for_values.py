"""What values are called: stretches of years, and kinds of terms."""

from dataclasses import replace

import pytest

from build_scripts.render.language.interface_words import words_of
from build_scripts.render.term_contents import kind_of_term
from tests.merge.glossary_values import term

WORDS = words_of("en", {})


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("196X", "1960s"),
        ("-004X", "40s BC"),
        ("19XX", "20th century"),
        ("00XX", "1st century"),
        ("-01XX", "2nd century BC"),
        ("1968-21", "spring 1968"),
        ("-0044", "44 BC"),
    ],
)
def test_stretches_of_years(date: str, shown: str) -> None:
    assert WORDS.date(date) == shown


def test_a_kind_of_term_is_named_by_a_catalogue_or_else_as_it_is_written() -> None:
    frog = term("frog", "frog")
    assert frog.kind == "concept"
    assert kind_of_term(frog, WORDS) == "concept"
    assert kind_of_term(replace(frog, kind="seabird"), WORDS) == "seabird"
    german = words_of("de", {"de": "kind-concept = Begriff\n"})
    assert kind_of_term(frog, german) == "Begriff"
