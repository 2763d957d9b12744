"""What proposals are made from: the reading, its words, and what is known beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from build_scripts.merge.anchors.normalise import NormalisedText, normalise
from build_scripts.model.annotation import Correction, Linking
from build_scripts.model.placed import AnnotatedReading
from build_scripts.model.reading import Reading
from build_scripts.model.source_text import Paragraph, SourceText
from build_scripts.model.span import Span
from build_scripts.suggest.excluded_places import excluded_places
from build_scripts.suggest.known_terms import KnownTerm
from build_scripts.suggest.reading_words import Word
from build_scripts.suggest.taken_places import Places
from build_scripts.suggest.vocabulary import Vocabulary


@dataclass(frozen=True, eq=False)
class Subject:
    """A reading for which something is to be proposed.

    Attributes:
        annotated: the reading with all that it has, drafts included.
        words: its words.
        vocabulary: of all readings in its language.
        terms: the glossary, drafts included.
        linking: which places of a term become links, unless the term says otherwise.
        others: the texts of the other readings in its language.
    """

    annotated: AnnotatedReading
    words: tuple[Word, ...]
    vocabulary: Vocabulary
    terms: tuple[KnownTerm, ...]
    linking: Linking
    others: tuple[str, ...]

    @property
    def reading(self) -> Reading:
        """The reading."""
        return self.annotated.reading

    @property
    def source(self) -> SourceText:
        """Its text."""
        return self.reading.source

    @property
    def language(self) -> str:
        """The language of the text, without its variety."""
        return self.reading.metadata.language.partition("-")[0].lower()

    @cached_property
    def normalised(self) -> NormalisedText:
        """Its text, as quotations are compared with it."""
        return normalise(self.source.text)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How often each word stands in this reading, as it is written."""
        counts: dict[str, int] = {}
        for word in self.words:
            counts[word.text] = counts.get(word.text, 0) + 1
        return counts

    @cached_property
    def free_words(self) -> tuple[Word, ...]:
        """The words that belong to no term yet."""
        taken = Places(occurrence.span for occurrence in self.annotated.occurrences)
        return tuple(word for word in self.words if not taken.overlap(word.span))

    @cached_property
    def corrected(self) -> Sequence[Span]:
        """The places that have a correction already."""
        return [
            placed.span
            for placed in self.annotated.annotations
            if isinstance(placed.annotation, Correction)
        ]

    @cached_property
    def open_terms(self) -> tuple[KnownTerm, ...]:
        """The terms whose forms are to be found in this reading."""
        return tuple(
            known
            for known in self.terms
            if known.is_linked_by_form and self.reading.id not in known.term.except_readings
        )

    @cached_property
    def _excluded(self) -> Mapping[str, Sequence[Span]]:
        return excluded_places(self.reading, self.normalised, self.open_terms)

    def is_excluded(self, term: str, span: Span) -> bool:
        """Whether somebody said that a term is not meant at a place."""
        return any(place.overlaps(span) for place in self._excluded.get(term, ()))

    def paragraphs(self) -> Iterator[tuple[Paragraph, str]]:
        """The paragraphs, each with its characters."""
        for paragraph in self.source.paragraphs:
            yield paragraph, self.source.paragraph_text(paragraph.number)

    def words_at(self, span: Span) -> str:
        """The characters of a place."""
        return self.source.text[span.start : span.end]
