"""The place of a character inside a YAML text, whatever way the text is written."""

from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.scalar_place import place_in_scalar
from tests.profiles import cases

KEY = "a:\n  body: "


def places(written: str) -> Iterator[tuple[str, str]]:
    """Each character of a text that is no blank, and the character at its place in the file."""
    (value,) = yaml.safe_load(KEY + written)["a"].values()
    origin = Origin(Document("x.yml", KEY + written), len(KEY))
    for position, character in enumerate(value):
        if not character.isspace():
            place = place_in_scalar(origin, value, position)
            yield character, place.document.text[place.offset]


@pytest.mark.parametrize(
    "written",
    [
        "plain",
        "plain, it's “folded”\n\n    over lines\n",
        "'it''s ''quoted'' twice'",
        "'in\n\n    lines'",
        '"double, it\'s\n    folded"',
        "|\n    block\n      deeper\n\n    again\n",
        "|  # why\n    block\n",
        "|2\n      deeper\n    again\n",
        ">-\n    folded\n    block\n\n      deeper\n",
    ],
)
def test_every_character_is_found_where_it_is_written(written: str) -> None:
    found = list(places(written))
    assert found
    assert all(character == at_place for character, at_place in found)


@pytest.mark.parametrize("mark", ["'", '"'])
def test_what_touches_the_mark_before_a_text_is_not_in_it(mark: str) -> None:
    origin = Origin(Document("x.yml", f"[x,{mark}yz{mark}]"), 3)
    assert [place_in_scalar(origin, "yz", position).offset for position in (0, 1)] == [4, 5]


def test_an_escape_is_one_character_at_its_backslash() -> None:
    written = r'"\u201cA\u201D\n\tB \x43\U0001F600 \"D\\\/' + '\\\n    E"'
    assert list(places(written)) == [
        *(("“", "\\"), ("A", "A"), ("”", "\\"), ("B", "B"), ("C", "\\"), ("😀", "\\")),
        *(('"', "\\"), ("D", "D"), ("\\", "\\"), ("/", "\\"), ("E", "E")),
    ]


def test_a_blank_has_the_place_of_what_follows_it() -> None:
    document = Document("x.yml", "a: |\n  one\n\n  two\n")
    assert place_in_scalar(Origin(document, 3), "one\n\ntwo\n", 4).offset == 14


def test_behind_the_end_the_text_as_a_whole_is_shown() -> None:
    document = Document("x.yml", "a: one")
    assert place_in_scalar(Origin(document, 3), "one", 3).offset == 3


WORDS = st.sampled_from(("it's", "a", '"x"', "\\", "''", "é", "“", "😀", " ", "  ", "\n", "\n\n"))


@cases(normal=300, long=5_000)
@given(
    st.lists(WORDS, min_size=1, max_size=12).map("".join).filter(str.strip),
    st.sampled_from(("|", ">", "'", '"', "plain")),
)
def test_random_texts_keep_their_places_in_every_style(text: str, style: str) -> None:
    event = yaml.ScalarEvent(
        None, None, (True, True), text, style=None if style == "plain" else style
    )
    start = [yaml.StreamStartEvent(), yaml.DocumentStartEvent(explicit=False)]
    end = [yaml.DocumentEndEvent(explicit=False), yaml.StreamEndEvent()]
    key = yaml.ScalarEvent(None, None, (True, True), "body")
    mapping = yaml.MappingStartEvent(None, None, implicit=True)
    events = [*start, mapping, key, event, yaml.MappingEndEvent(), *end]
    written = yaml.emit(events, allow_unicode=True, width=20)

    value = yaml.safe_load(written)["body"]
    origin = Origin(Document("x.yml", written), len("body: "))
    before = 0
    for position, character in enumerate(value):
        if not character.isspace():
            found = place_in_scalar(origin, value, position).offset
            assert written[found] in (character, "\\")
            assert found > before
            before = found
