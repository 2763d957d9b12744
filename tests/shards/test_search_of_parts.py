"""When a part writes a bundle, when the whole has bundles, and what is handed on."""

import json

import pytest

from build_scripts.shards.joined_search import joined_index, read_index
from build_scripts.shards.part import Part
from build_scripts.shards.search_bundle import Counted, index_of_bundles
from build_scripts.shards.search_of_part import SearchOfPart, are_too_large, as_data, search_in

NOTHING: dict[str, str] = {}


@pytest.mark.parametrize(
    ("size", "parts", "largest", "expected"),
    [
        (25, 4, 100, False),
        (26, 4, 100, True),
        (1, 1, 0, True),
        (0, 9, 0, False),
        (9, 2, 17.5, True),
    ],
)
def test_a_part_expects_the_others_to_be_like_it(
    size: int, parts: int, largest: float, *, expected: bool
) -> None:
    assert SearchOfPart(size, largest, NOTHING).suggests_pieces(Part(1, parts)) is expected


def test_the_sizes_of_all_parts_decide() -> None:
    small, large = SearchOfPart(40, 100, NOTHING), SearchOfPart(61, 100, NOTHING)
    assert are_too_large([small, large])
    assert not are_too_large([small, small._replace(size=60)])
    assert not are_too_large([large, large, None]), "one that is never in pieces"
    assert not are_too_large([])


@pytest.mark.parametrize(
    "search",
    [
        None,
        SearchOfPart(3, 1000.5, {"more": "Još"}),
        SearchOfPart(3, 0, NOTHING, Counted(2, {"": 9, "old": 4}, {"мы": 1, "a": 9})),
    ],
)
def test_it_is_handed_on(search: SearchOfPart | None) -> None:
    assert search_in(json.loads(json.dumps(as_data(search)))) == search


@pytest.mark.parametrize("data", [3, [], [1, 2, "x", None], [1, 2, {}, [1, {"a": "b"}, {}]], ["x"]])
def test_anything_else_is_refused(data: object) -> None:
    with pytest.raises((TypeError, ValueError, AttributeError)):
        search_in(data)


def test_what_is_in_several_bundles_is_summed() -> None:
    """Also words that are common in no part, but in all of them together."""
    config = {"lang": ["en"], "collections": [{"id": "old", "title": "Old", "depth": 0}]}
    bundles = {
        "pieces-1/": Counted(2, {"": 5000, "old": 7}, {"the": 3000, "мы": 4000, "owl": 3}),
        "pieces-3/": Counted(1, {"": 4000}, {"the": 1000, "owl": 3996, "gull": 3999}),
    }

    index = json.loads(index_of_bundles(config, {"more": "More"}, bundles))

    assert index == {
        "config": {
            "lang": ["en"],
            "collections": [{"id": "old", "title": "Old", "depth": 0, "entries": 7}],
            "words": {"more": "More"},
            "bundles": ["pieces-1/", "pieces-3/"],
            "pieces": 3,
            "entries": 9000,
            "common": {"the": 4000, "мы": 4000},
        },
        "docs": [],
    }


def test_indexes_are_joined_in_the_order_of_a_build_in_one_go() -> None:
    def index(*locations: str) -> bytes:
        docs = [{"location": location, "title": "", "text": ""} for location in locations]
        return json.dumps({"config": {"lang": ["en"]}, "docs": docs}).encode()

    addresses = {"r/b/": "r/b/index.md", "r/": "r/index.md", "r/a-b/": "r/a-b/index.md"}
    first = read_index(index("z/", "z/#one", "", "r/", "r/#x"), addresses)
    second = read_index(index("r/a-b/", "r/b/", "r/b/#p1"), addresses)

    joined = json.loads(joined_index([first, second]))

    assert joined["config"] == {"lang": ["en"]}
    assert [doc["location"] for doc in joined["docs"]] == [
        *("z/", "z/#one", "", "r/a-b/", "r/b/", "r/b/#p1", "r/", "r/#x")
    ]
