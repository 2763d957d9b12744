"""Make the search entries of the notes, cross-references and corrections of a reading."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from build_scripts.model.annotation import Correction, CrossReference, Note, all_bodies
from build_scripts.model.placed import AnnotatedReading, Passage, PlacedAnnotation
from build_scripts.model.search_entry import SearchBlock, SearchEntry
from build_scripts.render.language.interface_words import Words
from build_scripts.render.language.languages import reading_direction
from build_scripts.render.language.text_of_markup import blocks_of
from build_scripts.render.passages import (
    is_whole_reading,
    numbered_paragraphs,
    paragraph_numbers,
    quotation,
    reading_title,
)
from build_scripts.render.reading.probable_readings import statements_in_words
from build_scripts.render.search.search_blocks import (
    body_blocks,
    kind_in_words,
    shown_block,
    words_for,
)
from build_scripts.render.site import Site
from build_scripts.render.uses.entry_names import entry_name, entry_referred_to, relation_in_words

_Annotation = Note | CrossReference | Correction


class AnnotationEntries(NamedTuple):
    """Writes the entries of one reading.

    Attributes:
        site: the rest of the site.
        words: of the interface.
        annotated: the reading.
        names: the names of each term, by its id.
    """

    site: Site
    words: Words
    annotated: AnnotatedReading
    names: Mapping[str, tuple[str, ...]]

    def numbered(self) -> Iterator[tuple[int, SearchEntry]]:
        """Each annotation once, with the number of the paragraph where it begins."""
        reading = self.annotated.reading
        first_places: dict[str, PlacedAnnotation] = {}
        for placed in self.annotated.annotations:
            first_places.setdefault(placed.entry, placed)
        for placed in first_places.values():
            if isinstance(placed.annotation, _Annotation):
                number = self.site.paragraph_number(reading.id, placed.span.start)
                yield number, self._entry(placed, placed.annotation)

    def _entry(self, placed: PlacedAnnotation, annotation: _Annotation) -> SearchEntry:
        site, words = self.site, self.words
        statement: tuple[SearchBlock, ...] = ()
        match annotation:
            case Note():
                kind = words.text("hit-note")
            case CrossReference():
                kind = words.text("hit-cross-reference")
                statement = (self._far_end(placed, annotation),)
            case Correction():
                kind = words.text("hit-correction")
                statement = tuple(
                    shown_block(site, said, words.language)
                    for said in statements_in_words(annotation, words)
                )
        blocks = (
            *self._quoted(placed),
            *statement,
            *(block for body in all_bodies(annotation) for block in body_blocks(site, body)),
        )
        return SearchEntry(
            placed.entry,
            kind_in_words(words, kind, self._place(placed), annotation.provenance),
            "",
            blocks,
            (),
            words_for(site, blocks, self.names),
        )

    def _place(self, placed: PlacedAnnotation) -> str:
        """The place of the annotation, in the words of its entry."""
        words, reading = self.words, self.annotated.reading
        if is_whole_reading(reading, placed.span) and placed.on_blocks:
            return words.text("whole-reading")
        first, last = paragraph_numbers(self.site, Passage(reading.id, placed.span))
        return numbered_paragraphs(words, first, last, "paragraph", "paragraphs")

    def _quoted(self, placed: PlacedAnnotation) -> tuple[SearchBlock, ...]:
        """The words that are annotated; empty for an annotation on whole paragraphs."""
        reading = self.annotated.reading
        if placed.on_blocks or not reading.source.shows(placed.span):
            return ()
        words = quotation(reading.source, placed.span)
        if isinstance(placed.annotation, Correction):  # which may be about a mark
            quoted = self.words.text("quotation", words=words)
        else:
            quoted = self.words.quoted(words)
        return (
            shown_block(self.site, quoted, reading.metadata.language, reading_direction(reading)),
        )

    def _far_end(self, placed: PlacedAnnotation, reference: CrossReference) -> SearchBlock:
        words = self.words
        relation = relation_in_words(words, reference.relation, from_far_end=placed.at_far_end)
        (named,) = blocks_of(relation)
        passage = self._other_end(placed, reference)
        statement = words.text("related", relation=named, passage=passage)
        return shown_block(self.site, statement, words.language)

    def _other_end(self, placed: PlacedAnnotation, reference: CrossReference) -> str:
        if placed.other_end is not None:
            return self._passage(placed.other_end)
        return entry_name(entry_referred_to(self.site, reference))

    def _passage(self, passage: Passage) -> str:
        """Its words but not its place, or a search for a place would find each reference to it."""
        reading = self.site.texts[passage.reading]
        if is_whole_reading(reading, passage.span) or not reading.source.shows(passage.span):
            return reading_title(self.site, passage.reading)
        return self.words.quoted(quotation(reading.source, passage.span))
