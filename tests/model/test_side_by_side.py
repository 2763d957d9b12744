"""Which paragraphs of a text stand beside which of its original."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.alignment import Aligned
from build_scripts.model.reading import Publish, Reading
from build_scripts.model.side_by_side import original_of, rows_of
from tests.render.annotated_readings import NOWHERE, reading, source_text

Range = tuple[int, int, int, int]


def text(name: str, count: int, original: str = "", *ranges: Range) -> Reading:
    """A text of so many paragraphs, and which of them stand beside which of another."""
    of = reading(source_text("\n\n".join(map(str, range(1, count + 1)))))
    alignment = tuple(Aligned(*numbers, NOWHERE) for numbers in ranges)
    metadata = replace(of.metadata, translation_of=original)
    return replace(of, id=name, metadata=metadata, alignment=alignment)


def shown(own: int, original: int, *ranges: Range) -> str:
    """The rows: the numbers of the original before a bar, the others after it."""
    rows = rows_of(text("b", own, "a", *ranges), text("a", original))
    return "  ".join(
        f"{','.join(map(str, row.original))}|{','.join(map(str, row.own))}" for row in rows
    )


@pytest.mark.parametrize(
    ("own", "original", "ranges", "rows"),
    [
        (3, 3, [(1, 3, 1, 3)], "1|1  2|2  3|3"),
        (3, 4, [(1, 3, 2, 4)], "1|  2|1  3|2  4|3"),
        (4, 2, [(1, 2, 1, 1), (3, 4, 2, 2)], "1|1,2  2|3,4"),
        (2, 4, [(1, 1, 1, 3)], "1,2,3|1  4|  |2"),
        (3, 3, [(3, 3, 2, 2)], "1|  |1  |2  2|3  3|"),
    ],
)
def test_rows(own: int, original: int, ranges: list[Range], rows: str) -> None:
    assert shown(own, original, *ranges) == rows


@given(st.data())
def test_each_paragraph_of_both_is_in_one_row_in_order(data: st.DataObject) -> None:
    counts, ranges = [0, 0], []
    for _ in range(data.draw(st.integers(1, 4))):
        numbers: list[int] = []
        for side in (0, 1):
            first = counts[side] + data.draw(st.integers(1, 3))
            counts[side] = first + data.draw(st.integers(0, 3))
            numbers += (first, counts[side])
        ranges.append((numbers[0], numbers[1], numbers[2], numbers[3]))
    own, original = (count + data.draw(st.integers(0, 3)) for count in counts)

    rows = [*rows_of(text("b", own, "a", *ranges), text("a", original))]

    assert [number for row in rows for number in row.own] == [*range(1, own + 1)]
    assert [number for row in rows for number in row.original] == [*range(1, original + 1)]
    assert all(row.own or row.original for row in rows)


def test_a_text_stands_beside_its_original_if_words_of_both_are_published() -> None:
    a, b = text("a", 1), text("b", 1, "a", (1, 1, 1, 1))
    notes, passages = Publish.NOTES, Publish.PASSAGES

    assert original_of(b, {"a": a, "b": b}) is a
    assert original_of(a, {"a": a, "b": b}) is None
    assert original_of(b, {"b": b}) is None
    assert original_of(replace(b, alignment=()), {"a": a}) is None
    assert original_of(replace(b, publish=notes), {"a": a}) is None
    assert original_of(b, {"a": replace(a, publish=notes)}) is None
    assert original_of(replace(b, publish=passages), {"a": a}) is a
