"""A source text together with the form in which quotations are compared with it."""

from dataclasses import dataclass, replace

from build_scripts.merge.anchors.word_places import WordPlaces
from build_scripts.model.reading import Reading
from build_scripts.model.source_text import SourceText
from build_scripts.text.normalise import normalise
from build_scripts.text.normalised_text import NormalisedText


@dataclass(frozen=True, slots=True)
class QuotableText:
    """A source text and its normalised form.

    Attributes:
        word_places: where the words of the normalised text stand; only where that pays.
    """

    source: SourceText
    normalised: NormalisedText
    word_places: WordPlaces | None = None

    def with_word_places(self) -> "QuotableText":
        """The same, with the places of its words."""
        return replace(self, word_places=WordPlaces(self.normalised.text))


def quotable(source: SourceText) -> QuotableText:
    """Normalise a text whose language is not known, so that quotations can be found in it."""
    return QuotableText(source, normalise(source.text, source.line_ends))


def quotable_reading(reading: Reading) -> QuotableText:
    """Normalise the text of a reading, so that quotations can be found in it."""
    return QuotableText(reading.source, comparable_reading(reading))


def comparable_reading(reading: Reading) -> NormalisedText:
    """The form in which the text of a reading is compared with quotations and forms of terms."""
    return normalise(reading.source.text, reading.source.line_ends, reading.metadata.language)
