"""Cross-references that repeat another one, although each is shown at both of its ends."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from build_scripts.merge.order import in_order, place_in_files
from build_scripts.merge.overlaps import overlapping_pairs
from build_scripts.merge.place_cross_references import CrossReferenceEnds
from build_scripts.model.annotation import CrossReference, EventReference, TermReference
from build_scripts.model.codes import Code
from build_scripts.model.collection import Collection
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.placed import Passage
from build_scripts.model.span import Span

_WHOLE = Span(0, 1)
"""Stands for the passage of an end that is a term or an event."""


class _Statement(NamedTuple):
    """A cross-reference with its ends in an order that does not depend on where it is stated.

    Attributes:
        first, second: its ends; a term or an event counts as an end.
        is_turned: whether it is stated at the second end.
    """

    reference: CrossReference
    first: Passage
    second: Passage
    is_turned: bool


def repeated_cross_references(
    collection: Collection, ends: Iterable[CrossReferenceEnds]
) -> Iterator[Diagnostic]:
    """A diagnostic for each cross-reference that connects the same passages as an earlier one.

    Passages count as the same where they overlap at both ends. But two cross-references that are
    stated at the same end may say different things: if both cite sources and these differ, or, for
    passages that only overlap, if the relations differ or less than half of the words is common to
    both. Readings that are versions or translations of one another are compared as well.
    """
    yield from _readings_that_name_each_other(collection)
    by_ends: dict[tuple[str, str], list[_Statement]] = {}
    for statement in map(_statement, ends):
        by_ends.setdefault((statement.first.reading, statement.second.reading), []).append(
            statement
        )
    for statements in by_ends.values():
        different: dict[tuple[object, ...], _Statement] = {}
        for statement in sorted(statements, key=lambda s: place_in_files(s.reference.origin)):
            key = (
                *(statement.first, statement.second, statement.reference.relation),
                *(statement.is_turned, _cited(statement)),
            )
            earlier = different.setdefault(key, statement)
            if earlier is not statement:
                yield _repeated(earlier, statement)
        yield from _repeated_in_part(different.values())


def _repeated_in_part(statements: Iterable[_Statement]) -> Iterator[Diagnostic]:
    """A diagnostic for each statement whose passages overlap those of an earlier one."""
    reported: set[CrossReference] = set()
    for one, other in overlapping_pairs(statements, lambda statement: statement.first.span):
        if one.second.span.overlaps(other.second.span) and _same(one, other):
            _, later = in_order(one.reference, other.reference)
            if later not in reported:
                reported.add(later)
                yield _repeated(one, other)


def _statement(ends: CrossReferenceEnds) -> _Statement:
    reference, near, far, _ = ends
    if far is None:
        match reference.refers_to:
            case TermReference(term=term):
                far = Passage(f"term {term}", _WHOLE)
            case EventReference(event=event):
                far = Passage(f"event {event}", _WHOLE)
            case _:
                raise ValueError(f"the far end of {reference.id} was not found")
        return _Statement(reference, near, far, False)
    is_turned = far < near
    return _Statement(reference, *((far, near) if is_turned else (near, far)), is_turned)


def _same(one: _Statement, other: _Statement) -> bool:
    if one.is_turned != other.is_turned:
        return True
    ours, theirs = _cited(one), _cited(other)
    if ours and theirs and ours != theirs:
        return False
    if (one.first, one.second) == (other.first, other.second):
        return True
    return one.reference.relation is other.reference.relation and all(
        _mostly_common(*spans)
        for spans in (
            (one.first.span, other.first.span),
            (one.second.span, other.second.span),
        )
    )


def _cited(statement: _Statement) -> frozenset[tuple[str, str]]:
    """The sources that a cross-reference cites, with the places in them."""
    sources = statement.reference.provenance.sources
    return frozenset((source.reference, source.locator) for source in sources)


def _mostly_common(one: Span, other: Span) -> bool:
    """Whether at least half of what two overlapping passages hold together is in both."""
    common = min(one.end, other.end) - max(one.start, other.start)
    together = max(one.end, other.end) - min(one.start, other.start)
    return 2 * common >= together


def _repeated(one: _Statement, other: _Statement) -> Diagnostic:
    earlier, later = in_order(one.reference, other.reference)
    how = ", stated at the other end" if one.is_turned != other.is_turned else ""
    return later.origin.diagnostic(
        Code.STATED_FROM_BOTH_ENDS,
        f"The cross-reference `{later.id}` connects the same two places as `{earlier.id}` "
        f"({earlier.origin.in_words}){how}",
        "Delete one of the two: a cross-reference is shown at both of its ends.",
    )


def _readings_that_name_each_other(collection: Collection) -> Iterator[Diagnostic]:
    for key in ("version_of", "translation_of"):
        named = {reading.id: getattr(reading.metadata, key) for reading in collection.readings}
        for reading in collection.readings:
            other = named[reading.id]
            if other and other < reading.id and named.get(other) == reading.id:
                yield reading.origin.at(key).diagnostic(
                    Code.STATED_FROM_BOTH_ENDS,
                    f"The readings `{other}` and `{reading.id}` name each other in `{key}`",
                    f"Keep `{key}` only in the reading that came later.",
                )
