"""The reading that proposals are made for, with its words and what is known beside it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from build_scripts.merge.anchors.matches import find_all
from build_scripts.merge.anchors.resolver import Resolver
from build_scripts.model.annotation import Correction, Linking
from build_scripts.model.placed import AnnotatedReading
from build_scripts.model.reading import Reading
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span
from build_scripts.suggest.known_terms import KnownTerm
from build_scripts.suggest.reading_words import Word
from build_scripts.suggest.taken_places import Places
from build_scripts.suggest.vocabulary import Vocabulary
from build_scripts.text.normalise import normalise
from build_scripts.text.normalised_text import NormalisedText


@dataclass(frozen=True, eq=False)
class Subject:
    """A reading, and what proposals for it are made from.

    Attributes:
        annotated: the reading with its annotations, drafts included.
        vocabulary: of all readings in its language.
        terms: the glossary, drafts included.
        linking: which places of a term become links, unless the term has a rule of its own.
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
        return language_of(self.reading)

    @cached_property
    def normalised(self) -> NormalisedText:
        """Its text in the form that quotations are compared with."""
        return normalise(self.source.text)

    @cached_property
    def counts(self) -> Counter[str]:
        """How many times each word occurs in this reading; 0 for other words."""
        return Counter(word.text for word in self.words)

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
        """The terms whose forms may be linked in this reading."""
        return tuple(
            known
            for known in self.terms
            if known.is_linked_by_form and self.reading.id not in known.term.except_readings
        )

    @cached_property
    def _excluded(self) -> Mapping[str, Sequence[Span]]:
        """By id of a term, the places of its excepted phrases and of mentions that forbid it."""
        places: dict[str, list[Span]] = defaultdict(list)
        for known in self.open_terms:
            for phrase in known.term.except_phrases:
                places[known.term.id] += find_all(self.normalised, phrase)
        resolver = Resolver((self.reading,))
        for mention in self.reading.mentions:
            if mention.forbid and (span := resolver.resolve(self.reading, mention.target)):
                places[mention.forbid].append(span)
        return places

    def is_excluded(self, term: str, span: Span) -> bool:
        """Whether a contributor said that a term is not meant at a place."""
        return any(place.overlaps(span) for place in self._excluded.get(term, ()))

    def matches(self, pattern: regex.Pattern[str]) -> Iterator[tuple[Span, regex.Match[str]]]:
        """The matches of a pattern in each paragraph, with their places in the text.

        The pattern does not see the text around the paragraph.
        """
        for paragraph in self.source.paragraphs:
            start = paragraph.span.start
            for match in pattern.finditer(self.source.paragraph_text(paragraph.number)):
                yield Span(start + match.start(), start + match.end()), match

    def words_at(self, span: Span) -> str:
        """The characters of a place."""
        return self.source.text[span.start : span.end]


def language_of(reading: Reading) -> str:
    """The language of a reading, without its variety."""
    return reading.metadata.language.partition("-")[0].lower()
