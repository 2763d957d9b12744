"""Ways to point at a passage, after the W3C Web Annotation model."""

from dataclasses import dataclass

from build_scripts.model.file_position import Origin


@dataclass(frozen=True, slots=True, eq=False)
class TextQuoteSelector:
    """A passage by its own words and, where they are not unique, by their neighbours.

    Attributes:
        exact: the quotation; empty in place of a faulty target, which selects nothing.
        prefix: what stands immediately before it; checked even where `exact` is unique.
        suffix: what stands immediately after it; checked likewise.
        occurrence: which of the matches is meant, from 1 (only in texts with a recorded sha256).
        paragraph: the number of the paragraph the match lies in (likewise).
        origin: of the target's mapping; ``origin.at("exact")`` is the quotation.
    """

    exact: str
    origin: Origin
    prefix: str = ""
    suffix: str = ""
    occurrence: int | None = None
    paragraph: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class ParagraphsSelector:
    """Whole paragraphs, from `first` to `last`, both included, numbered from 1."""

    first: int
    last: int
    origin: Origin


@dataclass(frozen=True, slots=True, eq=False)
class ReadingSelector:
    """The reading as a whole."""

    origin: Origin


Selector = TextQuoteSelector | ParagraphsSelector | ReadingSelector
