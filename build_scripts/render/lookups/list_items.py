"""The entries of each list, with about how many bytes each takes on a page.

The weights need not be exact: they only decide how much stands on a page. They are sums of the
bytes of what is shown and of a share for the markup around it, measured on large collections.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from build_scripts.model.annotation import Body, Event, Reference, Term
from build_scripts.model.arrangement import Arrangement
from build_scripts.model.body_link import BodyLinkKind
from build_scripts.model.comparison import Comparison
from build_scripts.model.placed import AnnotatedReading, PlacedEvent
from build_scripts.model.reading import Reading
from build_scripts.model.side_by_side import rows_of
from build_scripts.model.span import Span
from build_scripts.render.addresses import INTRODUCTION
from build_scripts.render.bodies.mentions import Mention, mention_key, reading_of
from build_scripts.render.citation.short_citations import ShortCitation, by_short_form
from build_scripts.render.lookups.citing_entries import Citing
from build_scripts.render.lookups.compared_readings import InCommon, in_time, row_id
from build_scripts.render.lookups.corpus_relations import CorpusRelations, row_of_pair
from build_scripts.render.lookups.entries_and_parts import HEAD, Item
from build_scripts.render.lookups.event_headings import heading_id, year_of
from build_scripts.render.lookups.incoming import Incoming, IncomingReference
from build_scripts.render.lookups.initials import initial_of
from build_scripts.render.lookups.kinds_in_common import ComparedKind, compared_entry
from build_scripts.render.lookups.stated_references import StatedReference
from build_scripts.render.lookups.voices import (
    WHO_IS_WHO,
    Voice,
    Voices,
    id_of_voice,
    is_on_people_page,
)
from build_scripts.render.term_order import lines_in_order
from build_scripts.text.collation import initial
from build_scripts.text.edtf_dates import stretch_of_year

TERMS, EVENTS, ENTRIES, OTHERS = "0.terms", "0.events", "0.entries", "0.others"
COMPARISONS = "0.comparisons"
"""Groups that are no letter, no year and no collection; no id begins with a number."""

PASSAGES, BETWEEN, OTHER_EVENTS = "passages", "events", "other-events"
SHARED, ASKED, BESIDE = "terms", "questions", "beside"
"""Groups of what compared readings have in common; the id of a reading follows the first
and the last."""
MOST_PLACES = 12
"""So many places of a term are shown for each of the readings that are compared."""

_ENTRY, _ROW, _COMPARISON, _TABLE = 700, 200, 750, 700
_PLACE, _PLACE_IN_READING, _CITED, _INCOMING, _POINTER = 110, 190, 140, 400, 170
_IN_ROLE = 80
_SENTENCE, _QUOTED = 160, 0.3
_READING = 100
"""Less than a third of its bytes, because readings in a list are alike and can be compressed."""


def _bytes(words: str) -> int:
    return len(words.encode())


def _of_body(body: Body | None) -> int:
    return _bytes(body.markdown) if body is not None else 0


def _by_reading(
    incoming: Iterable[IncomingReference], mentions: Iterable[Mention], pieces: dict[str, int]
) -> int:
    """Add to the pieces of an entry what refers to it from readings.

    Returns:
        About how many bytes the mentions in the glossary and the timeline take.
    """
    elsewhere = 0
    for reading in chain((one.passage.reading for one in incoming), map(reading_of, mentions)):
        if reading:
            pieces[reading] = pieces.get(reading, 0) + _INCOMING
        else:
            elsewhere += _INCOMING
    return elsewhere


def bytes_of_sentence(annotated: AnnotatedReading) -> float:
    """About how many bytes a sentence of a text takes."""
    text = annotated.reading.source.text
    beginning = text[:1000]
    return min(_SENTENCE, len(text)) * _bytes(beginning) / len(beginning)


def glossary_items(
    terms: Iterable[Term],
    occurrences: Mapping[str, Mapping[str, Sequence[Span]]],
    incoming: Incoming,
    mentions: Mapping[str, Sequence[Mention]],
    sentences: Mapping[str, float],
    language: str,
    longest: int,
) -> Iterator[Item]:
    """Terms and aliases in their order; places of a very frequent term are pieces, by reading."""
    for line in lines_in_order(terms, language):
        term, group = line.term, line.initial(language)
        if line.alias:
            weight = _POINTER + _bytes(line.alias) + _bytes(term.label)
            yield Item(line.entry, weight, group, number=0)
            continue
        anchors = (f"term-{term.id}", f"name-{term.id}", f"kind-{term.kind}")
        former = tuple(f"term-{old}" for old in term.provenance.formerly)
        own = _ENTRY + _of_body(term.definition) * 3 // 2 + sum(map(_bytes, term.aliases))
        places = {
            reading: round(len(spans) * (_PLACE + sentences[reading]))
            for reading, spans in occurrences.get(term.id, {}).items()
        }
        mentioned = mentions.get(mention_key(BodyLinkKind.TERM, term.id), ())
        own += _by_reading(incoming.get(f"term-{term.id}", ()), mentioned, places)
        yield from _pieces(Item(term.id, own, group, (), (*anchors, *former)), places, longest)


def _pieces(head: Item, pieces: Mapping[str, int], longest: int) -> Iterator[Item]:
    """An entry, whole or, if it is too long for a page, in pieces; its head comes first.

    It counts as one, or for each piece if its head counts as none.
    """
    total = head.weight + sum(pieces.values())
    if total <= longest or not pieces:
        yield head._replace(weight=total, number=head.number or len(pieces))
        return
    yield head._replace(piece=HEAD)
    for piece, weight in pieces.items():
        yield Item(head.entry, weight, head.group, head.above, (), piece, 0 if head.number else 1)


def pointer_weight(terms: Iterable[Term]) -> int:
    """About how many bytes a table takes that only points to these terms."""
    return sum(
        _POINTER + sum(map(_bytes, (*term.forms, *term.aliases, *term.translations.values())))
        for term in terms
    )


def people_items(
    terms: Iterable[Term],
    voices: Voices,
    occurrences: Mapping[str, Mapping[str, Sequence[Span]]],
    language: str,
    longest: int,
) -> Iterator[Item]:
    """People and organisations in their order, then other voices, whose names follow a dot."""
    for term in terms:
        if not is_on_people_page(term, voices):
            continue
        anchors = (WHO_IS_WHO, f"person-{term.id}", f"name-{term.id}", f"kind-{term.kind}")
        own = _ENTRY // 2 + _IN_ROLE + _of_body(term.definition) * 3 // 2
        pieces = _of_voices(voices.of_terms.get(term.id, ()))
        for voice in voices.in_sources.get(term.id, ()):
            pieces[piece_of_source(voice.work)] = _CITED
        for reading in occurrences.get(term.id, {}):
            pieces[reading] = pieces.get(reading, 0) + _PLACE_IN_READING
        group = initial_of(term, language)
        yield from _pieces(Item(term.id, own, group, (), anchors), pieces, longest)
    for name, parts in voices.of_others.items():
        own_anchors = (WHO_IS_WHO, "other-voices", id_of_voice(name))
        head = Item(f".{name}", _PLACE, OTHERS, (), own_anchors)
        yield from _pieces(head, _of_voices(parts), longest)


def map_items(
    terms: Iterable[Term],
    occurrences: Mapping[str, Mapping[str, Sequence[Span]]],
    mentions: Mapping[str, Sequence[Mention]],
    language: str,
    longest: int,
) -> Iterator[Item]:
    """The terms that are on the map, in their order."""
    for term in terms:
        if term.coordinates is None:
            continue
        anchors = (f"place-{term.id}", f"name-{term.id}", f"kind-{term.kind}")
        pieces = dict.fromkeys(occurrences.get(term.id, {}), _PLACE_IN_READING)
        mentioned = mentions.get(mention_key(BodyLinkKind.TERM, term.id), ())
        own = _ENTRY // 2 + _by_reading((), mentioned, pieces)
        group = initial_of(term, language)
        yield from _pieces(Item(term.id, own, group, (), anchors), pieces, longest)


def _of_voices(voices: Iterable[Voice]) -> dict[str, int]:
    pieces: dict[str, int] = {}
    for voice in voices:
        pieces[voice.work] = pieces.get(voice.work, 0) + _PLACE
    return pieces


def piece_of_source(source: str) -> str:
    """The piece of somebody's entry that names a source; no id of a reading has a dot."""
    return f".{source}"


def bibliography_items(
    references: Iterable[Reference],
    short: Mapping[str, ShortCitation],
    citing: Citing,
    language: str,
    longest: int,
) -> Iterator[Item]:
    """The sources in their order; the readings that cite a very frequent one are pieces."""
    for reference in by_short_form(references, short, language):
        own, pieces = _ENTRY, dict[str, int]()
        for entry in citing.get(reference.id, ()):
            if entry.reading:
                pieces[entry.reading] = pieces.get(entry.reading, 0) + _CITED
            else:
                own += _CITED
        group = initial(short[reference.id].label, language)
        head = Item(reference.id, own, group, (), (f"source-{reference.id}",))
        yield from _pieces(head, pieces, longest)


def timeline_items(
    events: Iterable[PlacedEvent],
    incoming: Incoming,
    mentions: Mapping[str, Sequence[Mention]],
    longest: int,
) -> Iterator[Item]:
    """The events in their order, by centuries and decades."""
    for placed in events:
        event = placed.event
        own, pieces = _ENTRY + _of_body(event.body) * 3 // 2, dict[str, int]()
        for passage in placed.passages:
            pieces[passage.reading] = pieces.get(passage.reading, 0) + _INCOMING
        mentioned = mentions.get(mention_key(BodyLinkKind.EVENT, event.id), ())
        own += _by_reading(incoming.get(f"event-{event.id}", ()), mentioned, pieces)
        former = (f"event-{old}" for old in event.provenance.formerly)
        anchors = (f"event-{event.id}", f"title-{event.id}", heading_id(event), *former)
        century, decade = (
            stretch_of_year(year_of(event), in_decades=in_decades) for in_decades in (False, True)
        )
        head = Item(event.id, own, century, (decade.lower(),), anchors)
        yield from _pieces(head, pieces, longest)


def annotation_items(
    readings: Mapping[str, AnnotatedReading],
    arrangement: Arrangement,
    sentences: Mapping[str, float],
    terms: Iterable[Term],
    events: Iterable[Event],
    comparisons: Iterable[Comparison],
    longest: int,
) -> Iterator[Item]:
    """The tables of the list of all annotations, by collection and reading.

    The rows of a reading with very many annotations are pieces. Terms, events and comparisons have
    rows of their own, whose names begin with a dot.
    """
    shelves = top_shelves(arrangement)
    for name, annotated in readings.items():
        rows = dict.fromkeys(
            placed.entry
            for placed in annotated.annotations
            if not placed.at_far_end and not isinstance(placed.annotation, Term)
        )
        rows = {**dict.fromkeys(asked.entry for asked in annotated.questions), **rows}
        if annotated.reading.introduction is not None:
            rows = {INTRODUCTION: None, **rows}
        if rows:
            weight = round(_ROW + _QUOTED * sentences[name])
            head = Item(name, _TABLE, shelves.get(name, ""), (), (f"of-{name}",), number=0)
            yield from _pieces(head, dict.fromkeys(rows, weight), longest)
    for term in terms:
        yield Item(f".term-{term.id}", _ROW, TERMS, (), ("of-.glossary",))
    for event in events:
        yield Item(f".event-{event.id}", _ROW, EVENTS, (), ("of-.timeline",))
    for one in comparisons:
        if not one.is_implied:
            yield Item(f".comparison-{one.id}", _ROW, COMPARISONS, (), ("of-.comparisons",))


def cross_reference_items(
    stated: Mapping[str, StatedReference], arrangement: Arrangement, sentences: Mapping[str, float]
) -> Iterator[Item]:
    """The cross-references, by the collection and the name of the first reading."""
    shelves = top_shelves(arrangement)
    for name, one in stated.items():
        first, other = one.pair
        quoted = sum(sentences[reading] for reading in one.pair if reading)
        weight = round(_COMPARISON + quoted + _of_body(one.reference.body) * 1.5)
        group = shelves.get(first, "") if other else ENTRIES
        pair = one.name_of_pair
        anchors = (name, f"relation.{name}", pair)
        yield Item(name, weight, group, (first, pair) if other else (first,), anchors)


def top_shelves(arrangement: Arrangement) -> dict[str, str]:
    """The collection at the top in which a reading stands, by its id."""
    return {
        reading: shelf.collection.id
        for shelf in arrangement.shelves
        for reading in shelf.all_readings()
    }


def reading_items(names: Iterable[str], texts: Mapping[str, Reading]) -> Iterator[Item]:
    """Readings in a list of readings."""
    for name in names:
        metadata = texts[name].metadata
        yield Item(name, _READING + _bytes(metadata.title) + _bytes(metadata.description))


def weight_of_readings(names: Iterable[str], texts: Mapping[str, Reading]) -> int:
    """About how many bytes a list of readings takes."""
    return sum(item.weight for item in reading_items(names, texts))


def relation_items(relations: CorpusRelations) -> Iterator[Item]:
    """The rows of the table of cross-references between readings."""
    for pair, counts in relations.references.items():
        weight = _ROW + _PLACE * len(counts)
        yield Item("..".join(pair), weight, above=(pair[0],), anchors=(row_of_pair(pair),))


def comparison_items(
    comparison: Comparison,
    common: InCommon,
    texts: Mapping[str, Reading],
    stated: Mapping[str, StatedReference],
    events: Mapping[str, PlacedEvent],
    occurrences: Mapping[str, Mapping[str, Sequence[Span]]],
    sentences: Mapping[str, float],
) -> Iterator[Item]:
    """What compared readings have in common (see `kinds_in_common`)."""
    for reading in common.beside:
        own = texts[reading]
        original = texts[own.original]
        for number, row in enumerate(rows_of(own, original), start=1):
            weight = _ROW + sum(
                _PLACE_IN_READING + _bytes(text.source.paragraph_text(one))
                for text, numbers in ((original, row.original), (own, row.own))
                for one in numbers
            )
            anchors = (row_id(reading, number),)
            entry = compared_entry(ComparedKind.ROW, f"{reading}.{number}")
            yield Item(entry, weight, f"{BESIDE}.{reading}", (), anchors)
    for reading, names in common.references.items():
        number = comparison.readings.index(reading)
        for name in names:
            one = stated[name]
            quoted = sum(sentences[end] for end in one.pair)
            weight = round(_COMPARISON + quoted + _of_body(one.reference.body) * 1.5)
            entry = compared_entry(ComparedKind.REFERENCE, f"{number}.{name}")
            yield Item(entry, weight, f"{PASSAGES}.{reading}")
    if common.events:
        readings = (texts[name] for name in comparison.readings)
        for kind, name in in_time(readings, [events[event] for event in common.events]):
            is_event = kind is ComparedKind.EVENT
            entry = compared_entry(kind, name)
            yield Item(entry, _ROW + _PLACE, BETWEEN, number=int(is_event))
    for name in common.others:
        entry = compared_entry(ComparedKind.OTHER_EVENT, name)
        yield Item(entry, _ROW + _PLACE, OTHER_EVENTS)
    for term in common.terms:
        places = occurrences[term]
        weight = _ROW + sum(
            round(min(len(places[name]), MOST_PLACES) * (_PLACE + sentences[name])) + _ROW
            for name in comparison.readings
            if name in places
        )
        yield Item(compared_entry(ComparedKind.TERM, term), weight, SHARED)
    for name in common.questions:
        yield Item(compared_entry(ComparedKind.QUESTION, name), _ENTRY, ASKED)


def items_of_comparisons(
    comparisons: Iterable[Comparison], texts: Mapping[str, Reading]
) -> Iterator[Item]:
    """The comparisons in their list."""
    for one in comparisons:
        titles = (texts[name].metadata.title for name in one.readings)
        yield Item(one.id, _ROW * 3 + sum(map(_bytes, (one.title, *titles))))
