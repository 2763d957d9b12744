"""A build is divided: every reading is in one part, and no part is much heavier than another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.shards.part import Part, divided, part_of, parts


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("1/1", Part(1, 1)),
        ("2/4", Part(2, 4)),
        ("10/12", Part(10, 12)),
        ("0/4", None),
        ("5/4", None),
        ("1/0", None),
        ("-1/4", None),
        ("1/4/2", None),
        ("1", None),
        ("a/b", None),
        ("1/4\n", None),
        ("١/٤", None),  # digits, but not those of file names
        ("1/9999999", None),
    ],
)
def test_a_part_is_written_as_its_number_and_the_number_of_parts(
    written: str, part: Part | None
) -> None:
    assert part_of(written) == part
    assert part is None or (str(part) == written and part_of(str(part)) == part)


@given(st.lists(st.integers(1, 50), max_size=40), st.integers(1, 12))
def test_each_item_is_in_one_part_and_neighbours_stay_together(
    weights: list[int], count: int
) -> None:
    items = [*enumerate(weights)]

    made = [divided(items, part, lambda item: item[1]) for part in parts(count)]

    assert [item for part in made for item in part] == items
    share = sum(weights) / count
    for part in made:
        assert sum(weight for _, weight in part) <= share + max(weights, default=0)
