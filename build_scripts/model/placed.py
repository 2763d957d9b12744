"""Annotations that have found their place in a text."""

from typing import NamedTuple

from build_scripts.model.annotation import Annotation, Term
from build_scripts.model.span import Span


class PlacedAnnotation(NamedTuple):
    """An annotation and the passage it belongs to.

    Attributes:
        entry: the id of its entry in the apparatus (``note-loan-size``, ``term-union-state`` …);
            for formatting, the style.
        span: the passage.
        annotation: what was written.
    """

    entry: str
    span: Span
    annotation: Annotation | Term


class Occurrence(NamedTuple):
    """A place where a form of a term stands in a text, linked or not."""

    term: str
    span: Span
    linked: bool


class Segment(NamedTuple):
    """A piece of text without a boundary inside it.

    Attributes:
        span: the piece; it never crosses a paragraph's border.
        entries: ids of all the apparatus entries that cover it, sorted.
    """

    span: Span
    entries: tuple[str, ...]
