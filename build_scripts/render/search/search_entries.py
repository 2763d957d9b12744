"""Make the search entries of the generated pages: what a search finds on them."""

from collections.abc import Iterable, Iterator, Mapping

from build_scripts.model.annotation import Correction, Introduction, Reference, all_readings
from build_scripts.model.placed import AnnotatedReading, Passage, PlacedEvent, PlacedQuestion
from build_scripts.model.reading import Reading
from build_scripts.model.search_entry import SearchBlock, SearchEntry
from build_scripts.model.source_text import LEFT_OUT
from build_scripts.render import addresses
from build_scripts.render.addresses import (
    FURTHER_READING,
    INTRODUCTION,
    comparison_page,
    reading_page,
)
from build_scripts.render.comparison_titles import comparison_title
from build_scripts.render.language.interface_words import Words
from build_scripts.render.language.languages import reading_direction
from build_scripts.render.language.text_of_markup import blocks_of
from build_scripts.render.language.text_pieces import in_sentences
from build_scripts.render.page import one_line
from build_scripts.render.passages import paragraph_numbers
from build_scripts.render.search.search_annotations import AnnotationEntries
from build_scripts.render.search.search_blocks import (
    body_blocks,
    kind_in_words,
    shown_block,
    words_for,
)
from build_scripts.render.search.search_terms import term_entry
from build_scripts.render.search.search_words import further_words
from build_scripts.render.site import Site
from build_scripts.text.writing_direction import paragraph_direction

_COMPARISONS = addresses.COMPARISONS_PAGE.partition("/")[0]

EntriesByPage = Mapping[str, list[SearchEntry]]
"""By path of the Markdown file; the entry of the page itself comes before those of its places.

A search finds only the title of a generated page that is not listed here.
"""


def entries_of_reading(site: Site, annotated: AnnotatedReading) -> EntriesByPage:
    """The entries of the pages of a reading."""
    entries: dict[str, list[SearchEntry]] = {}
    for page, entry in _reading(site, annotated, site.names):
        entries.setdefault(page, []).append(entry)
    return entries


def entries_of_list(site: Site, page: str) -> list[SearchEntry]:
    """The entries of a page that defines terms, lists events or sources, or compares; else none."""
    if page.startswith(f"{_COMPARISONS}/"):
        return list(_comparison(site, page))
    part = site.parts.get(page)
    if part is None:
        return []
    # The rest of an entry that is too long for a page is not found again.
    begun = sorted(member.entry for member in part.members if member.begins)
    match part.name.list_page:
        case addresses.TIMELINE_PAGE:
            return [_event(site, site.events[name], site.names) for name in begun]
        case addresses.BIBLIOGRAPHY_PAGE:
            return [_source_entry(site, site.references[name]) for name in begun]
        case addresses.GLOSSARY_PAGE:
            terms = (site.terms[name] for name in begun if name in site.terms)  # without aliases
            return [term_entry(site, term, site.names) for term in terms]
        case _:
            return []


def _comparison(site: Site, page: str) -> Iterator[SearchEntry]:
    """The entry of a comparison, on its first page: what to look for, and the names of its texts.

    What stands below is found in the readings, the glossary and the timeline.
    """
    comparison = site.comparisons.get(page.split("/")[1])
    if comparison is None or page != comparison_page(comparison.id):
        return
    words = site.interface().words
    texts = (one_line(site.texts[name].metadata.title) for name in comparison.readings)
    blocks = (*map(SearchBlock, texts), *body_blocks(site, comparison.body))
    yield SearchEntry(
        "",
        kind_in_words(words, words.text("hit-comparison"), "", comparison.provenance),
        comparison_title(site, comparison, words),
        blocks,
        (),
        words_for(site, blocks, site.names),
    )


def _reading(
    site: Site, annotated: AnnotatedReading, names: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, SearchEntry]]:
    """The entries of a reading with their pages."""
    reading = annotated.reading
    words = site.interface(reading.metadata.interface).words
    page = reading_page(reading.id)
    yield page, _page(site, words, reading, names)
    if reading.introduction is not None:
        yield page, _introduction(site, words, reading.introduction, names)
    for placed in annotated.questions:
        start = placed.start
        of_question = page if start is None else site.page_of(reading.id, start)
        yield of_question, _question(site, words, placed, names)
    if any(one.body for one in reading.further_reading):
        yield page, _further_reading(site, words, reading, names)
    for part in reading.parts:
        title = one_line(reading.metadata.title)
        kind = kind_in_words(words, words.text("hit-reading"), title)
        part_page = site.pages.page_of(reading.id, part.first)
        yield part_page, SearchEntry("", kind, one_line(part.title))
    meant = _words_meant(site, annotated, names)
    for number, paragraph in enumerate(reading.source.paragraphs, start=1):
        if not reading.source.leaves_out(paragraph.span):
            page = site.pages.page_of(reading.id, number)
            yield page, _paragraph(site, words, reading, number, meant.get(number, ()))
    written = AnnotationEntries(site, words, annotated, names)
    for number, entry in written.numbered():
        yield site.pages.page_of(reading.id, number), entry


def _page(
    site: Site, words: Words, reading: Reading, names: Mapping[str, tuple[str, ...]]
) -> SearchEntry:
    metadata = reading.metadata
    facts = (
        metadata.description,
        metadata.version,
        words.joined(
            (*(name.full for name in metadata.creators), *filter(None, (metadata.publisher,)))
        ),
        words.joined(speaker.name for speaker in reading.speakers),
    )
    notice = body_blocks(site, reading.notice)
    blocks = (*(SearchBlock(one_line(fact)) for fact in facts if fact), *notice)
    title = one_line(metadata.title)
    also = words_for(site, notice, names)
    return SearchEntry("", words.text("hit-reading"), title, blocks, (), also)


def _introduction(
    site: Site, words: Words, introduction: Introduction, names: Mapping[str, tuple[str, ...]]
) -> SearchEntry:
    blocks = body_blocks(site, introduction.body)
    kind = words.text("hit-introduction")
    return SearchEntry(INTRODUCTION, kind, "", blocks, (), words_for(site, blocks, names))


def _question(
    site: Site, words: Words, placed: PlacedQuestion, names: Mapping[str, tuple[str, ...]]
) -> SearchEntry:
    """The entry of a question, without its hint: who searches has not asked for that."""
    question = placed.question
    blocks = body_blocks(site, question.body)
    kind = words.text("hit-question", number=str(placed.number))
    return SearchEntry(
        placed.entry,
        kind_in_words(words, kind, "", question.provenance),
        "",
        blocks,
        (),
        words_for(site, blocks, names),
    )


def _further_reading(
    site: Site, words: Words, reading: Reading, names: Mapping[str, tuple[str, ...]]
) -> SearchEntry:
    """What is said of the sources; they have entries of their own in the bibliography."""
    blocks = tuple(
        block for one in reading.further_reading for block in body_blocks(site, one.body)
    )
    kind = words.text("hit-further-reading")
    return SearchEntry(FURTHER_READING, kind, "", blocks, (), words_for(site, blocks, names))


def _words_meant(
    site: Site, annotated: AnnotatedReading, names: Mapping[str, tuple[str, ...]]
) -> dict[int, tuple[str, ...]]:
    """By paragraph, the names of the terms that it mentions, and the probable readings."""
    reading = annotated.reading.id
    meant: dict[int, dict[str, None]] = {}
    for occurrence in annotated.occurrences:
        number = site.paragraph_number(reading, occurrence.span.start)
        meant.setdefault(number, {}).update(dict.fromkeys(names[occurrence.term]))
    for placed in annotated.annotations:
        if isinstance(placed.annotation, Correction):
            first, last = paragraph_numbers(site, Passage(reading, placed.span))
            for number in range(first, last + 1):
                meant.setdefault(number, {}).update(dict.fromkeys(all_readings(placed.annotation)))
    return {number: tuple(filter(None, words)) for number, words in meant.items()}


def _paragraph(
    site: Site, words: Words, reading: Reading, number: int, meant: Iterable[str]
) -> SearchEntry:
    source = reading.source.paragraph_text(number)
    if LEFT_OUT in source:
        source = reading.source.unbroken(*reading.source.paragraphs[number - 1].span).strip()
    runs = paragraph_direction(source, reading_direction(reading))
    speaker = reading.speaker(reading.styles[number - 1].speaker)
    said_by = one_line(speaker.name) if speaker else ""
    return SearchEntry(
        f"p{number}",
        kind_in_words(words, words.text("paragraph", number=str(number)), said_by),
        "",
        tuple(
            shown_block(site, piece, reading.metadata.language, runs)
            for piece in in_sentences(source)
        ),
        (),
        further_words((source,), meant),
    )


def _event(site: Site, placed: PlacedEvent, names: Mapping[str, tuple[str, ...]]) -> SearchEntry:
    event, words = placed.event, site.interface().words
    period = words.period(event.date, event.end_date)
    title = one_line(event.title)
    blocks = body_blocks(site, event.body)
    spoken_of = (shown_block(site, title, words.language), *blocks)
    return SearchEntry(
        f"event-{event.id}",
        kind_in_words(words, words.text("hit-event"), period, event.provenance),
        title,
        blocks,
        (),
        words_for(site, spoken_of, names, period, event.date),
    )


def _source_entry(site: Site, reference: Reference) -> SearchEntry:
    """The entry of a source in the bibliography."""
    interface = site.interface()
    words = interface.words
    lines = blocks_of(interface.full.of(reference, interface.short[reference.id]))
    return SearchEntry(
        f"source-{reference.id}",
        words.text("hit-source"),
        "",
        tuple(shown_block(site, line, words.language) for line in lines),
    )
