"""A source text together with the form in which quotations are compared with it."""

from dataclasses import dataclass

from build_scripts.model.source_text import SourceText
from build_scripts.text.normalise import normalise
from build_scripts.text.normalised_text import NormalisedText


@dataclass(frozen=True, slots=True)
class QuotableText:
    """A source text and ``normalise(source.text)``."""

    source: SourceText
    normalised: NormalisedText


def quotable(source: SourceText) -> QuotableText:
    """Normalise a source text, so that quotations can be found in it."""
    return QuotableText(source, normalise(source.text))
