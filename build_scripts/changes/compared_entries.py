"""List the entries of a collection, each with what its file says of it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from build_scripts.changes.quoted_in_text import quoted_in_text
from build_scripts.changes.written_fields import mappings_in, written_fields
from build_scripts.model.annotation import (
    Annotation,
    Correction,
    CrossReference,
    Formatting,
    Mention,
    Note,
    PassageReference,
)
from build_scripts.model.change import Entry, EntryKind, QuotedPassage, Value, WholeText
from build_scripts.model.collection import Settings
from build_scripts.model.line_and_column import Origin
from build_scripts.model.placed import (
    AnnotatedCollection,
    AnnotatedReading,
    Passage,
    PlacedAnnotation,
)
from build_scripts.model.reading import Reading
from build_scripts.model.selector import Selector, TextQuoteSelector

SITE_SETTINGS = "annotations/site.yml"

_KINDS: Mapping[type[Annotation], EntryKind] = {
    Note: EntryKind.NOTE,
    CrossReference: EntryKind.CROSS_REFERENCE,
    Correction: EntryKind.CORRECTION,
    Mention: EntryKind.MENTION,
    Formatting: EntryKind.FORMATTING,
}


class _Item(NamedTuple):
    """An entry before its file is parsed.

    Attributes:
        id: empty for mentions and formatting, which have none.
        values: its quotations with the text around them, by key, and what it has besides keys.
    """

    kind: EntryKind
    reading: str
    id: str
    origin: Origin
    formerly: tuple[str, ...] = ()
    values: Mapping[str, Value] = {}


def entries_of(collection: AnnotatedCollection) -> Iterator[Entry]:
    """Every entry of a collection, except those whose file cannot be parsed."""
    mappings_of = cache(mappings_in)
    count: Counter[tuple[str, ...]] = Counter()
    for item in _items(collection):
        document, offset = item.origin.document, item.origin.offset
        mapping = mappings_of(document).get(offset)
        if mapping is None:
            continue
        fields: dict[str, Value] = {**dict(written_fields(mapping)), **item.values}
        fields.pop("id", None)
        if item.kind is EntryKind.TERM:
            fields.pop("references", None)  # which are entries of their own
        entry_id = item.id
        if not entry_id:  # several may have the same target
            target = str(mapping.get("target"))
            count[item.kind, item.reading, target] += 1
            entry_id = f"{target} {count[item.kind, item.reading, target]}"
        line, _ = document.line_and_column(offset)
        yield Entry(
            item.kind,
            item.reading,
            entry_id,
            document.path,
            line,
            tuple(fields.items()),
            item.formerly,
        )
    yield _settings(collection.settings)


def _settings(settings: Settings) -> Entry:
    fields: dict[str, Value] = {}
    if settings.origin is not None:
        mapping = mappings_in(settings.origin.document).get(settings.origin.offset, {})
        fields |= written_fields(mapping)
    fields |= {f"words/{tag}.ftl": words for tag, words in sorted(settings.catalogues.items())}
    return Entry(EntryKind.SETTINGS, "", "site", SITE_SETTINGS, 1, tuple(fields.items()))


def _items(collection: AnnotatedCollection) -> Iterator[_Item]:
    readings = {annotated.reading.id: annotated.reading for annotated in collection.readings}
    for annotated in collection.readings:
        reading = annotated.reading
        # Annotations without a reading.yml have a reading that stands for it.
        if reading.origin.document.path.endswith("/reading.yml"):
            yield _reading(reading)
        yield from _annotations(annotated, readings)
        for question in reading.questions:
            formerly = question.provenance.formerly
            yield _Item(EntryKind.QUESTION, reading.id, question.id, question.origin, formerly)
    for term in collection.terms:
        yield _Item(EntryKind.TERM, "", term.id, term.origin, term.provenance.formerly)
    for placed in collection.events:
        event = placed.event
        yield _Item(EntryKind.EVENT, "", event.id, event.origin, event.provenance.formerly)
    for reference in collection.references:
        yield _Item(EntryKind.SOURCE, "", reference.id, reference.origin)
    for way in collection.arrangement.ways():
        declared = way[-1].collection
        yield _Item(EntryKind.COLLECTION, "", declared.id, declared.origin)
    for comparison in collection.comparisons:
        if not comparison.is_implied:
            former = comparison.provenance.formerly
            yield _Item(EntryKind.COMPARISON, "", comparison.id, comparison.origin, former)


def _reading(reading: Reading) -> _Item:
    paragraphs = reading.source.paragraphs
    text = WholeText(tuple(reading.source.paragraph_text(p.number) for p in paragraphs))
    values = {"text": text} if paragraphs else {}
    return _Item(
        EntryKind.READING, reading.id, reading.id, reading.origin, reading.formerly, values
    )


def _annotations(annotated: AnnotatedReading, readings: Mapping[str, Reading]) -> Iterator[_Item]:
    reading = annotated.reading
    placed: dict[object, PlacedAnnotation] = {
        place.annotation: place for place in annotated.annotations if not place.at_far_end
    }
    annotations: list[Annotation] = [*reading.notes, *reading.cross_references]
    annotations += [*reading.corrections, *reading.mentions, *reading.formatting]
    for annotation in annotations:
        place = placed.get(annotation)
        passage = None if place is None else Passage(reading.id, place.span)
        values = _quotation("target", annotation.target, passage, readings)
        if isinstance(annotation, CrossReference):
            far_end = None if place is None else place.other_end
            if isinstance(annotation.refers_to, PassageReference):
                selector = annotation.refers_to.selector
                values |= _quotation("refers_to", selector, far_end, readings)
        item = _Item(_KINDS[type(annotation)], reading.id, "", annotation.origin, values=values)
        if isinstance(annotation, Mention | Formatting):
            yield item
        else:
            yield item._replace(id=annotation.id, formerly=annotation.provenance.formerly)


def _quotation(
    key: str, selector: Selector, passage: Passage | None, readings: Mapping[str, Reading]
) -> dict[str, Value]:
    """The quotation under a key, with the text around it where it was found."""
    if not isinstance(selector, TextQuoteSelector) or not selector.exact:
        return {}
    quotation = QuotedPassage(selector.exact, selector.exact)
    if passage is not None and passage.reading in readings:
        source = readings[passage.reading].source
        quotation = quoted_in_text(selector.exact, source, passage.span)
    return {f"{key}.exact": quotation}
