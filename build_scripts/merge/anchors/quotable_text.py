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


def quotable(source: SourceText, language: str = "") -> QuotableText:
    """Normalise a text, so that quotations can be found in it; its language need not be known."""
    return QuotableText(source, normalise(source.text, source.line_ends, language))


def quotable_reading(reading: Reading) -> QuotableText:
    """Normalise the text of a reading, so that quotations can be found in it."""
    return quotable(reading.source, reading.metadata.language)


def comparable_reading(reading: Reading) -> NormalisedText:
    """The form in which the text of a reading is compared with quotations and forms of terms."""
    return quotable_reading(reading).normalised
