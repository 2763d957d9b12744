"""Find positions that may mean other words than before, because the text was changed.

Positions are numbers of paragraphs and of occurrences. A renewed `sha256` says that the text may
change, but not that somebody looked at each position. Positions that were written anew are left
alone: somebody did.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from build_scripts.changes.aligned_paragraphs import aligned_paragraphs
from build_scripts.merge.anchors.explaining.passage_in_context import paragraph_numbers, place
from build_scripts.merge.anchors.quotable_text import QuotableText, quotable_reading
from build_scripts.merge.anchors.resolve_selector import resolve_selector
from build_scripts.model.annotation import Annotation, CrossReference, PassageReference
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.placed import AnnotatedCollection
from build_scripts.model.reading import Reading
from build_scripts.model.selector import ParagraphsSelector, Selector, TextQuoteSelector
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span

_NEIGHBOURHOOD = 24
"""So many characters before and after a passage are compared."""

_Position = tuple[object, ...]
"""What a selector says; two that say the same meant the same place as long as the text did."""


class _TwoStates(NamedTuple):
    """A reading before and after a change of its text.

    Attributes:
        places: the later number of each unchanged paragraph, by its earlier number.
    """

    before: Reading
    after: Reading
    text_before: QuotableText
    text_after: QuotableText
    places: Mapping[int, int]


def moved_positions(
    before: AnnotatedCollection, after: AnnotatedCollection
) -> tuple[Diagnostic, ...]:
    """A diagnostic for each position that was kept and may mean other words now.

    Both states include drafts.
    """
    changed = {states.after.id: states for states in _changed_texts(before, after)}
    if not changed:
        return ()
    known = {
        (states.after.id, _said(selector))
        for states in changed.values()
        for reading, selector in _selectors(before)
        if reading == states.before.id
    }
    found: list[Diagnostic] = []
    for reading, selector in _selectors(after):
        if reading in changed and (reading, _said(selector)) in known:
            found += _of_selector(selector, changed[reading])
    for states in changed.values():
        found += _of_structure(states)
    return tuple(sorted({*found}))


def _changed_texts(before: AnnotatedCollection, after: AnnotatedCollection) -> Iterator[_TwoStates]:
    earlier = {annotated.reading.id: annotated.reading for annotated in before.readings}
    for annotated in after.readings:
        reading = annotated.reading
        names = (reading.id, *reading.formerly)
        was = next((earlier[name] for name in names if name in earlier), None)
        if was is None or was.source.text == reading.source.text:
            continue
        places = aligned_paragraphs(_paragraphs(was.source), _paragraphs(reading.source))
        yield _TwoStates(was, reading, quotable_reading(was), quotable_reading(reading), places)


def _paragraphs(source: SourceText) -> list[str]:
    return [source.text[p.span.start : p.span.end] for p in source.paragraphs]


def _selectors(collection: AnnotatedCollection) -> Iterator[tuple[str, Selector]]:
    """Each selector that relies on a position, with the id of the reading it points into."""
    references: list[PassageReference] = []
    for annotated in collection.readings:
        reading = annotated.reading
        annotations: list[Annotation] = [*reading.notes, *reading.cross_references]
        annotations += [*reading.corrections, *reading.mentions, *reading.formatting]
        for annotation in annotations:
            if _said(annotation.target):
                yield reading.id, annotation.target
            if isinstance(annotation, CrossReference):
                far = annotation.refers_to
                references += [far] if isinstance(far, PassageReference) else []
        for question in reading.questions:
            references += question.passages
    for placed in collection.events:
        references += placed.event.passages
    for reference in references:
        if _said(reference.selector):
            yield reference.reading, reference.selector


def _said(selector: Selector) -> _Position:
    """What a selector says; empty if it relies on no position."""
    match selector:
        case ParagraphsSelector(first=first, last=last):
            return first, last
        case TextQuoteSelector(occurrence=occurrence, paragraph=paragraph) as quote:
            if occurrence is None and paragraph is None:
                return ()
            return quote.exact, quote.prefix, quote.suffix, occurrence, paragraph
        case _:
            return ()


def _of_selector(selector: Selector, states: _TwoStates) -> Iterator[Diagnostic]:
    was, _ = resolve_selector(selector, states.text_before, True)
    now, _ = resolve_selector(selector, states.text_after, True)
    if was is None or now is None:  # which is an error already
        return
    expected = _expected(was, states)
    if expected == now or (expected is None and _looks_the_same(was, now, states)):
        return
    sources = states.before.source, states.after.source
    hint = f"Before: {place(was, sources[0])}\nNow: {place(now, sources[1])}"
    if expected is not None:
        hint += f"\nWhere it was: {place(expected, sources[1])}"
        yield selector.origin.diagnostic(
            Code.POSITION_MOVED,
            "The text was changed, and this position means another place than before",
            f"{hint}\nCorrect the number, or quote words that occur once.",
        )
    else:
        yield selector.origin.diagnostic(
            Code.POSITION_DOUBTFUL,
            "The text was changed here, and this position may mean another place than before",
            f"{hint}\nIf that is wrong, correct the number, or quote words that occur once.",
        )


def _expected(was: Span, states: _TwoStates) -> Span | None:
    """Where an earlier passage stands now; None if one of its paragraphs was changed."""
    before, after = states.before.source, states.after.source
    first, last = paragraph_numbers(was, before)
    now_first, now_last = states.places.get(first), states.places.get(last)
    if now_first is None or now_last is None or now_last - now_first != last - first:
        return None
    start = after.paragraphs[now_first - 1].span.start - before.paragraphs[first - 1].span.start
    end = after.paragraphs[now_last - 1].span.start - before.paragraphs[last - 1].span.start
    return Span(was.start + start, was.end + end)


def _looks_the_same(was: Span, now: Span, states: _TwoStates) -> bool:
    before, after = states.before.source.text, states.after.source.text
    return _around(was, before) == _around(now, after)


def _around(span: Span, text: str) -> tuple[str, str, str]:
    start = max(0, span.start - _NEIGHBOURHOOD)
    end = span.end + _NEIGHBOURHOOD
    return text[start : span.start], text[span.start : span.end], text[span.end : end]


def _of_structure(states: _TwoStates) -> Iterator[Diagnostic]:
    """Numbers of paragraphs in reading.yml that were kept although the paragraphs moved."""
    before, after = states.before, states.after
    moved = {old: new for old, new in states.places.items() if old != new}
    kept_parts = {(part.id, part.first) for part in after.parts}
    kept_alignment = {*after.alignment}
    kept_headings = {(heading.title, heading.before) for heading in after.headings}
    kept_styles = {
        number
        for number, (was, now) in enumerate(zip(before.styles, after.styles, strict=False), start=1)
        if was == now
    }
    numbers = {
        "parts": [p.first for p in before.parts if (p.id, p.first) in kept_parts],
        "alignment": [one.first for one in before.alignment if one in kept_alignment],
        "headings": [h.before for h in before.headings if (h.title, h.before) in kept_headings],
        "paragraphs": [
            old
            for old, new in sorted(moved.items())
            if old in kept_styles and before.styles[old - 1] != after.styles[new - 1]
        ],
    }
    for key, kept in numbers.items():
        number = next((number for number in kept if number in moved), 0)
        if number:
            yield after.origin.at(key).diagnostic(
                Code.POSITION_MOVED,
                f"The text was changed, and `{key}` has numbers that mean other paragraphs now",
                f"Paragraph {number} is now paragraph {moved[number]}. Correct the numbers.",
            )
