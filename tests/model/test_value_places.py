"""The places of a mapping's values are found by key, as in a dictionary."""

from array import array

import pytest

from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.value_places import ValuePlaces

INNER = Origin(Document("a.yml", ""), 9)


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (ValuePlaces((), array("I")), {}),
        (ValuePlaces(("id", "тело"), array("I", [0, 7, 4, 13])), {"id": 4, "тело": 13}),
        (
            ValuePlaces(("to", "id"), array("I", [0, 20, 9, 70_000]), (INNER, None)),
            {"to": INNER, "id": 70_000},
        ),
    ],
)
def test_it_is_like_a_dictionary(
    places: ValuePlaces[Origin], expected: dict[str, Origin | int]
) -> None:
    assert places == expected
    assert [*places.values()] == [*expected.values()]
    assert {*places} == {*expected} and len(places) == len(expected)
    assert all(key in places for key in expected)
    assert "other" not in places and places.get("other") is None
