"""The tools above a text: what they offer depends on what is on the page."""

import pytest

from build_scripts.model.arrangement import NO_COLLECTIONS
from build_scripts.model.collection import Settings
from build_scripts.model.placed import AnnotatedCollection
from build_scripts.render.reading.reading_tools import ToolPage, reading_tools
from tests.render.annotated_readings import site_of_collection
from tests.render.dom import parse

EMPTY = site_of_collection(AnnotatedCollection(Settings(), (), (), (), (), NO_COLLECTIONS))


@pytest.mark.parametrize(
    ("kinds", "has_margin", "names"),
    [
        ((), False, []),
        (("term",), True, []),
        (("note",), True, ["label"]),
        (("note",), False, ["p"]),
    ],
)
def test_the_switch_for_notes_in_the_margin(
    kinds: tuple[str, ...], has_margin: bool, names: list[str]
) -> None:
    page = ToolPage(EMPTY.interface(""), kinds, 1, False, False, has_margin, ())
    tools = parse(reading_tools(page))
    assert [node.tag for node in tools.css(".margin-notes")] == names
    assert bool(tools.css("#tools-layers")) == bool(kinds)
