"""Boundaries of characters as readers see them."""

import pytest
from hypothesis import given

from build_scripts.text.graphemes import clusters, is_boundary
from tests.merge.nasty_texts import TEXTS
from tests.profiles import cases


@cases(normal=1_000, long=20_000)
@given(TEXTS)
def test_a_boundary_is_where_a_cluster_ends(text: str) -> None:
    ends = {0, *(end for _, end in clusters(text))}
    assert {offset for offset in range(len(text) + 1) if is_boundary(text, offset)} == ends


@pytest.mark.parametrize(
    ("text", "boundaries"),
    [
        pytest.param("ab", [0, 1, 2], id="letters"),
        pytest.param("e\u0301x", [0, 2, 3], id="a letter and its accent"),
        pytest.param("\r\n\n", [0, 2, 3], id="CR LF is one line end"),
        pytest.param("\u1112\u1161\u11ab", [0, 3], id="a Hangul syllable in three parts"),
        pytest.param("\U0001f469\u200d\U0001f467!", [0, 3, 4], id="two pictographs and a joiner"),
        pytest.param("a\u200d\U0001f467", [0, 2, 3], id="a joiner after a letter joins nothing"),
        pytest.param("\U0001f1e6\U0001f1e7\U0001f1e8", [0, 2, 3], id="flags go in pairs"),
        pytest.param("\u0915\u094d\u0937", [0, 3], id="an Indic conjunct"),
        pytest.param("\n\u0301", [0, 1, 2], id="an accent does not join with a line end"),
    ],
)
def test_examples(text: str, boundaries: list[int]) -> None:
    assert [offset for offset in range(len(text) + 1) if is_boundary(text, offset)] == boundaries


def test_a_place_far_inside_a_long_text_is_judged_by_its_neighbourhood() -> None:
    flags = "\U0001f1e6" * 2
    text = "\u6771" * 10_000 + flags + "\u6771"
    assert is_boundary(text, 10_000)
    assert not is_boundary(text, 10_001)
    assert is_boundary(text, 10_002)
