"""First lines of commits are short enough to be shown whole."""

from tests.commit_subjects import LONGEST, too_long


def test_a_first_line_that_is_too_long_is_named_with_its_commit() -> None:
    fits, too_much = "merge: " + "a" * (LONGEST - 7), "merge: " + "é" * (LONGEST - 6)

    assert list(too_long([("abc1234", fits), ("def5678", too_much)])) == [
        f"def5678: the first line has 73 characters; the most is 72: {too_much}"
    ]
