"""Letters as people type them who have no marks on their keyboard."""

import pytest

from build_scripts.text.plain_letters import without_marks


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("boat", "boat"),
        ("Łódź", "Lodz"),
        ("naïve", "naive"),
        ("e\u0301tude", "etude"),
        ("co\u00adop", "coop"),
        ("שָׁלוֹם", "שלום"),
        # Marks that are part of a letter stay.
        ("йод", "йод"),
        ("ガ", "ガ"),
        ("क्षि", "क्षि"),
    ],
)
def test_a_word_without_marks(word: str, plain: str) -> None:
    assert without_marks(word) == plain
