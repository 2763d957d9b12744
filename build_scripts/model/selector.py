"""Ways to point at a passage, after the W3C Web Annotation model."""

from dataclasses import dataclass

from build_scripts.model.line_and_column import Origin


@dataclass(frozen=True, slots=True, eq=False)
class TextQuoteSelector:
    """A passage by its words and, if they are not unique, by the text around them.

    Attributes:
        exact: the quotation; empty for a faulty target, which selects nothing.
        prefix, suffix: the text immediately before and after it; checked even if `exact` is unique.
        occurrence: which of the matches is meant, from 1 (only in texts with a recorded sha256).
        paragraph: the number of the paragraph with the match (only with a recorded sha256).
        origin: the place of the target; ``origin.at("exact")`` is that of the quotation.
        is_item: whether it stands in a list of passages, and not under the key `target`.
    """

    exact: str
    origin: Origin
    prefix: str = ""
    suffix: str = ""
    occurrence: int | None = None
    paragraph: int | None = None
    is_item: bool = False


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
