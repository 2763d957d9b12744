"""A source text together with the form in which quotations are compared with it."""

from dataclasses import dataclass, replace

from build_scripts.merge.anchors.normalise import NormalisedText, normalise
from build_scripts.merge.anchors.word_places import WordPlaces
from build_scripts.model.source_text import SourceText


@dataclass(frozen=True, slots=True)
class QuotableText:
    """A source text and ``normalise(source.text)``.

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
    """Normalise a source text, so that quotations can be found in it."""
    return QuotableText(source, normalise(source.text))
