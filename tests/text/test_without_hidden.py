"""Hidden characters: where they are, and a text without them."""

import pytest

from build_scripts.text.hidden_characters import hidden_runs, without_hidden


@pytest.mark.parametrize(
    ("text", "runs", "without"),
    [
        ("boat", [], "boat"),
        ("\u200bboat", [(0, 1)], "boat"),
        ("bo\u200b\u2060at\u00ad", [(2, 4), (6, 7)], "boat"),
        ("a\u202eb c\u202c", [(1, 2), (5, 6)], "ab c"),
        # Joiners that a script needs, and pictures made of several.
        ("می\u200cخواهم", [], "می\u200cخواهم"),
        ("👩\u200d🔬", [], "👩\u200d🔬"),
        # Nothing would be left.
        ("\u200b \u200b", [(0, 1), (2, 3)], "\u200b \u200b"),
    ],
)
def test_hidden_characters(text: str, runs: list[tuple[int, int]], without: str) -> None:
    assert [(run.start, run.end) for run in hidden_runs(text)] == runs
    assert without_hidden(text) == without
