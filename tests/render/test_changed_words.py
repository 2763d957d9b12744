"""What a correction shows beside the text: the words that differ, and one on either side."""

import pytest

from build_scripts.render.reading.marks import changed_words


@pytest.mark.parametrize(
    ("printed", "reading", "shown"),
    [
        ("Mosca", "Moscow", "Moscow"),
        ("lost space:Yes", "lost space: Yes", "lost space: Yes"),
        ("the third point use that it is", "the third point is that it is", "… point is that …"),
        ("the idea that that some kind", "the idea that some kind", "… that some …"),
        ("was signed", "Speaker: It was signed in haste", "Speaker: It was signed in haste"),
        ("this meeting was short", "Speaker: This meeting was short", "Speaker: This meeting …"),
        ("will he present it", "will present it", "will present …"),
        ("one two three", "one two", "… two"),
        ("a a a", "a a", "… a"),
        ("俄羅斯和白俄罗斯", "俄罗斯和白俄罗斯", "俄罗斯和白俄罗斯"),
    ],
)
def test_shows_what_differs(printed: str, reading: str, shown: str) -> None:
    assert changed_words(printed, reading) == shown
