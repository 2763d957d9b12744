"""A collection as a list of entries, each with what it says, by the keys of the format."""

from collections.abc import Iterable, Iterator
from dataclasses import fields

from build_scripts.changes.quoted_passages import passage_around, place_of, quoted
from build_scripts.model.annotation import (
    CaseRule,
    Citation,
    Correction,
    CrossReference,
    Event,
    EventReference,
    Formatting,
    Linking,
    Mention,
    Note,
    PassageReference,
    Provenance,
    Reference,
    Term,
    TermReference,
)
from build_scripts.model.change import Entry, EntryKind, QuotedPassage, Value, WholeText
from build_scripts.model.collection import Settings
from build_scripts.model.file_position import Origin
from build_scripts.model.placed import AnnotatedCollection, AnnotatedReading, PlacedAnnotation
from build_scripts.model.reading import LineBreaks, ParagraphStyle, Reading, Role

SITE_SETTINGS = "annotations/site.yml"

_Fields = Iterable[tuple[str, Value]]


def entries_of(collection: AnnotatedCollection) -> Iterator[Entry]:
    """Every entry of a collection; what has the value it would have anyway is left out."""
    readings = {annotated.reading.id: annotated.reading for annotated in collection.readings}
    for annotated in collection.readings:
        yield _entry(
            EntryKind.READING,
            annotated.reading.id,
            annotated.reading.id,
            annotated.reading.origin,
            _reading(annotated.reading),
            annotated.reading.formerly,
        )
        yield from _annotations(annotated, readings)
    for term in collection.terms:
        yield _entry(
            EntryKind.TERM, "", term.id, term.origin, _term(term), term.provenance.formerly
        )
    for placed in collection.events:
        event = placed.event
        yield _entry(
            EntryKind.EVENT, "", event.id, event.origin, _event(event), event.provenance.formerly
        )
    for reference in collection.references:
        yield _entry(EntryKind.SOURCE, "", reference.id, reference.origin, _reference(reference))
    yield Entry(
        EntryKind.SETTINGS, "", "site", SITE_SETTINGS, 1, _given(_settings(collection.settings))
    )


def _entry(
    kind: EntryKind,
    reading: str,
    entry_id: str,
    origin: Origin,
    said: _Fields,
    formerly: tuple[str, ...] = (),
) -> Entry:
    line, _ = origin.document.line_and_column(origin.offset)
    return Entry(kind, reading, entry_id, origin.document.path, line, _given(said), formerly)


def _given(said: _Fields) -> tuple[tuple[str, Value], ...]:
    return tuple((name, value) for name, value in said if value)


# Readings


def _reading(reading: Reading) -> Iterator[tuple[str, Value]]:
    metadata, source = reading.metadata, reading.source
    for field in fields(metadata):
        value = getattr(metadata, field.name)
        yield field.name, _listed(value) if isinstance(value, tuple) else value
    yield "source.file", source.path
    yield "source.sha256", source.sha256 if reading.sha256_recorded else ""
    yield "header", source.header
    speakers = (
        f"{speaker.id}: {speaker.name}" + (f" ({speaker.label})" if speaker.label else "")
        for speaker in reading.speakers
    )
    yield "speakers", "\n".join(speakers)
    yield "paragraphs", "\n".join(_styles(reading.styles))
    yield (
        "headings",
        "\n".join(f"{one.before}: {one.title} (level {one.level})" for one in reading.headings),
    )
    parts = (f"{part.id}: {part.title} ({part.first}–{part.last})" for part in reading.parts)
    yield "parts", "\n".join(parts)
    yield "line_breaks", "" if reading.line_breaks is LineBreaks.REFLOW else "keep"
    yield "linking", _linking(reading.linking)
    yield "formerly", _listed(reading.formerly)
    texts = (source.paragraph_text(paragraph.number) for paragraph in source.paragraphs)
    yield "text", WholeText(tuple(texts))


def _styles(styles: tuple[ParagraphStyle, ...]) -> Iterator[str]:
    """Runs of paragraphs of one style, in a line each; those without one are left out."""
    start = 1
    for number, style in enumerate(styles, 1):
        if number < len(styles) and styles[number] == style:
            continue
        if style != ParagraphStyle():
            which = str(start) if start == number else f"{start}–{number}"
            level = f", level {style.level}" if style.role is Role.HEADING else ""
            speaker = f", {style.speaker}" if style.speaker else ""
            yield f"{which}: {style.role.value}{level}{speaker}"
        start = number + 1


# Annotations of a reading


def _annotations(annotated: AnnotatedReading, readings: dict[str, Reading]) -> Iterator[Entry]:
    reading = annotated.reading
    placed = {
        one.annotation: one
        for one in annotated.annotations
        if not isinstance(one.annotation, Term) and not one.at_far_end
    }
    for note in reading.notes:
        said = _note(note, reading, placed.get(note))
        yield _of_reading(EntryKind.NOTE, reading, note, said)
    for reference in reading.cross_references:
        said = _cross_reference(reference, reading, placed.get(reference), readings)
        yield _of_reading(EntryKind.CROSS_REFERENCE, reading, reference, said)
    for correction in reading.corrections:
        said = _correction(correction, reading, placed.get(correction))
        yield _of_reading(EntryKind.CORRECTION, reading, correction, said)
    yield from _numbered(_mentions(reading))
    yield from _numbered(_formatting(reading))


def _of_reading(
    kind: EntryKind, reading: Reading, one: Note | CrossReference | Correction, said: _Fields
) -> Entry:
    return _entry(kind, reading.id, one.id, one.origin, said, one.provenance.formerly)


def _note(note: Note, reading: Reading, placed: PlacedAnnotation | None) -> _Fields:
    yield "target", place_of(note.target, reading, placed)
    yield "body", note.body.markdown
    yield from _provenance(note.provenance)


def _cross_reference(
    reference: CrossReference,
    reading: Reading,
    placed: PlacedAnnotation | None,
    readings: dict[str, Reading],
) -> _Fields:
    yield "target", place_of(reference.target, reading, placed)
    yield "relation", reference.relation.value
    match reference.refers_to:
        case TermReference(term=term):
            yield "refers_to.term", term
        case EventReference(event=event):
            yield "refers_to.event", event
        case PassageReference(reading=other, selector=selector):
            yield "refers_to.reading", other
            end = placed.other_end if placed is not None else None
            found = readings.get(other)
            yield (
                "refers_to",
                quoted(selector)
                if end is None or found is None
                else passage_around(selector, found.source, end.span),
            )
    yield "body", reference.body.markdown if reference.body else ""
    yield from _provenance(reference.provenance)


def _correction(
    correction: Correction, reading: Reading, placed: PlacedAnnotation | None
) -> _Fields:
    yield "target", place_of(correction.target, reading, placed)
    yield "reading", correction.reading
    yield "certainty", correction.certainty.value
    yield "body", correction.body.markdown if correction.body else ""
    yield from _provenance(correction.provenance)


def _mentions(reading: Reading) -> Iterator[Entry]:
    for mention in reading.mentions:
        target = quoted(mention.target)
        said = (("target", target), ("term", mention.term), ("forbid", mention.forbid))
        yield _without_id(EntryKind.MENTION, reading, mention, target, said)


def _formatting(reading: Reading) -> Iterator[Entry]:
    for formatting in reading.formatting:
        target = quoted(formatting.target)
        said = (("target", target), ("as", formatting.style.value))
        yield _without_id(EntryKind.FORMATTING, reading, formatting, target, said)


def _without_id(
    kind: EntryKind,
    reading: Reading,
    one: Mention | Formatting,
    target: QuotedPassage,
    said: _Fields,
) -> Entry:
    return _entry(kind, reading.id, target.written, one.origin, said)


def _numbered(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Entries without an id, of which several may be about the same words."""
    seen: dict[str, int] = {}
    for entry in entries:
        seen[entry.id] = number = seen.get(entry.id, 0) + 1
        yield Entry(
            entry.kind,
            entry.reading,
            f"{entry.id} {number}",
            entry.path,
            entry.line,
            entry.fields,
        )


# What belongs to the site


def _term(term: Term) -> _Fields:
    yield "term", term.label
    yield "kind", term.kind
    yield "forms", "" if term.forms == (term.label,) else _listed(term.forms)
    yield "case", "" if term.case is CaseRule.INITIAL else term.case.value
    yield "linking", _linking(term.linking)
    yield "except_phrases", _listed(term.except_phrases)
    yield "except_readings", _listed(term.except_readings)
    yield "translations", "\n".join(f"{tag}: {name}" for tag, name in term.translations.items())
    yield "sort_key", term.sort_key
    yield "definition", term.definition.markdown
    yield from _provenance(term.provenance)


def _event(event: Event) -> _Fields:
    yield "date", event.date
    yield "end_date", event.end_date
    yield "title", event.title
    yield "body", event.body.markdown if event.body else ""
    passages = (f"{one.reading}: {quoted(one.selector).written}" for one in event.passages)
    yield "passages", "\n".join(passages)
    yield from _provenance(event.provenance)


def _reference(reference: Reference) -> _Fields:
    for field in fields(reference):
        value = getattr(reference, field.name)
        if field.name == "author":
            yield "author", "; ".join(name.full for name in reference.author)
        elif isinstance(value, str) and field.name != "id":
            yield field.name.replace("_", "-"), value


def _settings(settings: Settings) -> _Fields:
    yield "publish_drafts", "true" if settings.publish_drafts else ""
    yield "linking", settings.linking.value
    yield "glossary_pages", settings.glossary_pages.value
    yield "language", settings.language
    yield "first_year", "" if settings.first_year is None else str(settings.first_year)
    yield "last_year", "" if settings.last_year is None else str(settings.last_year)
    for kind, keys in sorted(settings.required_keys.items()):
        yield f"required_keys.{kind}", _listed(keys)
    for language, words in sorted(settings.catalogues.items()):
        yield f"words/{language}.ftl", words


# What many have


def _provenance(provenance: Provenance) -> _Fields:
    yield "sources", "\n".join(_citation(citation) for citation in provenance.sources)
    yield "creator", provenance.creator
    yield "created", provenance.created
    yield "modified", provenance.modified
    yield "reviewed_by", _listed(provenance.reviewed_by)
    yield "status", provenance.status.value if provenance.status else ""
    yield "formerly", _listed(provenance.formerly)


def _citation(citation: Citation) -> str:
    return f"{citation.reference}, {citation.locator}" if citation.locator else citation.reference


def _linking(linking: Linking | None) -> str:
    return linking.value if linking is not None else ""


def _listed(values: tuple[str, ...]) -> str:
    """A list as lines, so that an item that was added shows."""
    return "\n".join(values)
