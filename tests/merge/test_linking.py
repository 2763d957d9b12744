"""Which places are links, by mode: 1 is a link, 0 is none."""

import pytest

from build_scripts.merge.glossary.linking import link_occurrences
from build_scripts.merge.glossary.term_places import TermMatch
from build_scripts.model.annotation import Linking
from build_scripts.model.source_text import Paragraph
from build_scripts.model.span import Span

# Paragraphs of 10 characters; a section begins with the third of them.
PARAGRAPHS = tuple(
    Paragraph(number, Span(start, start + 10)) for number, start in enumerate(range(0, 50, 10), 1)
)
SECTION_STARTS = (20,)


def _match(start: int, term: str = "union", forced: bool = False) -> TermMatch:
    return TermMatch(term, Span(start, start + 2), forced)


def _links(matches: list[TermMatch], mode: Linking) -> list[int]:
    places = link_occurrences(matches, PARAGRAPHS, SECTION_STARTS, lambda _: mode)
    assert [(place.term, place.span) for place in places] == [match[:2] for match in matches]
    return [int(place.linked) for place in places]


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        (Linking.ALL, [1, 1, 1, 1, 1, 1]),
        (Linking.EACH_PARAGRAPH, [1, 0, 1, 1, 0, 1]),
        (Linking.FIRST, [1, 0, 0, 1, 0, 0]),
        (Linking.ONCE, [1, 0, 0, 0, 0, 0]),
        (Linking.NONE, [0, 0, 0, 0, 0, 0]),
    ],
)
def test_each_mode(mode: Linking, expected: list[int]) -> None:
    assert _links([_match(start) for start in (0, 4, 10, 20, 24, 30)], mode) == expected


def test_terms_are_counted_apart() -> None:
    matches = [_match(0), _match(3, "state"), _match(6), _match(8, "state")]
    assert _links(matches, Linking.FIRST) == [1, 1, 0, 0]


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        (Linking.ALL, [1, 1, 1, 1, 1, 1]),
        (Linking.EACH_PARAGRAPH, [1, 0, 1, 1, 0, 1]),
        (Linking.FIRST, [0, 0, 1, 1, 0, 1]),
        (Linking.NONE, [0, 0, 1, 1, 0, 0]),
    ],
)
def test_forced_places_are_links_and_count_as_the_first(mode: Linking, expected: list[int]) -> None:
    matches = [
        _match(0),
        _match(4),
        _match(10, forced=True),
        _match(13, forced=True),
        _match(16),
        _match(20),
    ]
    assert _links(matches, mode) == expected


def test_the_mode_may_differ_from_term_to_term() -> None:
    modes = {"union": Linking.ALL, "state": Linking.NONE}
    matches = [_match(0), _match(3, "state"), _match(6)]
    places = link_occurrences(matches, PARAGRAPHS, SECTION_STARTS, modes.__getitem__)
    assert [place.linked for place in places] == [True, False, True]


def test_without_sections_the_whole_text_is_one() -> None:
    matches = [_match(0), _match(30)]
    places = link_occurrences(matches, PARAGRAPHS, (), lambda _: Linking.FIRST)
    assert [place.linked for place in places] == [True, False]
