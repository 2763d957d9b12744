"""Overlapping passages become flat pieces, each of which knows all that covers it."""

from collections.abc import Iterable
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.annotation import Body, FormattingStyle, Note, Provenance
from build_scripts.model.placed import PlacedAnnotation, PlacedStyle, Segment
from build_scripts.model.selector import ReadingSelector
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span
from build_scripts.render.reading.segments import cut_into_segments
from tests.merge.nasty_texts import NOWHERE, TEXTS, source_text
from tests.profiles import cases

NOTE = Note("n", ReadingSelector(NOWHERE), Body("", NOWHERE), Provenance(), NOWHERE)
TEXT = "one two three\n\nfour five"


def placed(entry: str, words: str, *, on_blocks: bool = False) -> PlacedAnnotation:
    """An annotation of these words of `TEXT`."""
    start = TEXT.index(words)
    return PlacedAnnotation(entry, Span(start, start + len(words)), NOTE, on_blocks)


def pieces(*annotations: PlacedAnnotation, styles: tuple[PlacedStyle, ...] = ()) -> list[list[str]]:
    """The segments of `TEXT` as ``words`` or ``words/entry,entry`` (styles behind a second bar)."""
    segments = cut_into_segments(source_text(TEXT).paragraphs, annotations, styles)
    return [[_written(segment) for segment in paragraph] for paragraph in segments]


def _written(segment: Segment) -> str:
    words = TEXT[segment.span.start : segment.span.end]
    names = [",".join(segment.entries), ",".join(segment.styles)]
    return "/".join([words, *names]).rstrip("/")


def test_without_annotations_a_paragraph_is_one_piece() -> None:
    assert pieces() == [["one two three"], ["four five"]]


def test_passages_that_cross() -> None:
    crossing = pieces(placed("a", "one two"), placed("b", "two three"))
    assert crossing == [["one /a", "two/a,b", " three/b"], ["four five"]]


def test_passages_that_nest() -> None:
    nested = pieces(placed("a", "one two three"), placed("b", "two"))
    assert nested == [["one /a", "two/a,b", " three/a"], ["four five"]]


def test_passages_that_coincide() -> None:
    assert pieces(placed("b", "two"), placed("a", "two"))[0] == ["one ", "two/a,b", " three"]


def test_passages_that_touch() -> None:
    assert pieces(placed("a", "one "), placed("b", "two"))[0] == ["one /a", "two/b", " three"]


def test_a_passage_over_the_border_of_paragraphs() -> None:
    assert pieces(placed("a", "three\n\nfour")) == [["one two ", "three/a"], ["four/a", " five"]]


def test_two_places_of_one_entry_that_meet_name_it_once() -> None:
    assert pieces(placed("a", "one two"), placed("a", "two three"))[0] == [
        "one /a",
        "two/a",
        " three/a",
    ]


def test_whole_paragraphs_are_left_to_their_blocks() -> None:
    assert pieces(placed("a", "four five", on_blocks=True)) == [["one two three"], ["four five"]]


def test_typography_cuts_as_annotations_do() -> None:
    emphasis = PlacedStyle(placed("", "two three").span, FormattingStyle.EMPHASIS)
    assert pieces(placed("a", "one two"), styles=(emphasis,))[0] == [
        "one /a",
        "two/a/emphasis",
        " three//emphasis",
    ]


@st.composite
def covered_texts(
    draw: st.DrawFn,
) -> tuple[SourceText, list[PlacedAnnotation], list[PlacedStyle]]:
    source = source_text(draw(TEXTS))
    ends = st.tuples(st.integers(0, len(source.text)), st.integers(0, len(source.text)))
    spans = ends.filter(lambda pair: pair[0] != pair[1]).map(lambda pair: Span(*sorted(pair)))
    if not source.text:
        return source, [], []
    annotations = st.builds(
        PlacedAnnotation, st.sampled_from("abcdef"), spans, st.just(NOTE), st.booleans()
    )
    styles = st.builds(PlacedStyle, spans, st.sampled_from(("emphasis", "strong")))
    return (
        source,
        draw(st.lists(annotations, max_size=8)),
        draw(st.lists(styles, max_size=3)),
    )


@cases(normal=250, long=20_000)
@given(covered_texts(), st.randoms(use_true_random=False))
def test_each_character_is_covered_by_exactly_the_passages_it_lies_in(
    covered: tuple[SourceText, list[PlacedAnnotation], list[PlacedStyle]], random: Random
) -> None:
    source, annotations, styles = covered
    segments = cut_into_segments(source.paragraphs, annotations, styles)

    assert len(segments) == len(source.paragraphs)
    for paragraph, row in zip(source.paragraphs, segments, strict=True):
        # Joined, the pieces are the paragraph, and none is empty.
        assert [offset for piece in row for offset in range(*piece.span)] == [
            *range(*paragraph.span)
        ]
        assert all(piece.span.start < piece.span.end for piece in row)
        for piece in row:
            for offset in range(*piece.span):
                assert piece.entries == names_at(
                    offset, ((p.span, p.entry) for p in annotations if not p.on_blocks)
                )
                assert piece.styles == names_at(offset, styles)

    random.shuffle(annotations)
    random.shuffle(styles)
    assert cut_into_segments(source.paragraphs, annotations, styles) == segments


def names_at(offset: int, covers: Iterable[tuple[Span, str]]) -> tuple[str, ...]:
    """All names whose spans an offset lies in, sorted, each once."""
    return tuple(sorted({name for span, name in covers if span.start <= offset < span.end}))
