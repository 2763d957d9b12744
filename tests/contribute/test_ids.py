"""Ids that are proposed for what somebody types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.contribute.ids import is_id, proposed_id
from build_scripts.model import limits
from build_scripts.read.files.file_names import is_device


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("when the herring left", "when-the-herring-left"),
        ("The keeper's “Old Harbor”!", "the-keepers-old-harbor"),
        ("Žižek, Łódź, Ærø, straße", "zizek-lodz-aero-strasse"),
        ("Саюзная дзяржава", "sayuznaya-dzyarzhava"),
        ("Щукин и Ёлка", "shchukin-i-elka"),
        ("Ἀθῆναι", "athinai"),
        ("28 programs strengthening integration", "programs-strengthening-integration"),
        ("1931", "note-1931"),
        ("漢字", "note"),
        ("", "note"),
        (
            "one two three four five six seven eight nine ten",
            "one-two-three-four-five-six-seven-eight",
        ),
        ("x" * 90, "x" * 40),
        ("con", "con-2"),
    ],
)
def test_made_of_words(words: str, expected: str) -> None:
    assert proposed_id(words, "note", ()) == expected


def test_a_taken_id_gets_a_number() -> None:
    assert proposed_id("the boats", "note", {"the-boats", "the-boats-2"}) == "the-boats-3"


@given(st.text(), st.sets(st.sampled_from(["note", "note-2", "a", "a-2"])))
def test_whatever_the_words_it_is_an_id_that_is_free(words: str, taken: set[str]) -> None:
    proposed = proposed_id(words, "note", taken)

    assert is_id(proposed)
    assert proposed not in taken
    assert not is_device(proposed)
    assert len(proposed) < limits.LONGEST_NAME
