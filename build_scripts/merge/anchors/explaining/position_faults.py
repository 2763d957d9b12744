"""Diagnostics for targets that count paragraphs or occurrences where counting misleads."""

from build_scripts.merge.anchors.describe_span import describe
from build_scripts.merge.anchors.explaining.anchor_faults import yaml_of_passage
from build_scripts.merge.anchors.quotable_text import QuotableText
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Origin
from build_scripts.model.selector import ParagraphsSelector, TextQuoteSelector
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span
from build_scripts.text.wording import existing_paragraphs


def position_without_sha256(
    selector: TextQuoteSelector, span: Span | None, text: QuotableText
) -> tuple[Diagnostic, ...]:
    """`occurrence` or `paragraph` is used in a text that may change without anybody noticing.

    `span` is the passage that they lead to at present, if any.
    """
    hint = "Delete it, and use `prefix` or `suffix`"
    if span is not None:
        description = describe(span, text.normalised)
        hint = f"Write {yaml_of_passage(description, selector)} instead"
    hint += _or_record(text.source)
    return tuple(
        _position(selector.origin, key, hint)
        for key, value in (("occurrence", selector.occurrence), ("paragraph", selector.paragraph))
        if value is not None
    )


def paragraphs_without_sha256(selector: ParagraphsSelector, source: SourceText) -> Diagnostic:
    """`paragraphs` is used in a text that may change without anybody noticing."""
    hint = "Quote words of the passage with `exact` instead" + _or_record(source)
    return _position(selector.origin, "paragraphs", hint)


def _position(origin: Origin, key: str, hint: str) -> Diagnostic:
    return origin.at(key).diagnostic(
        Code.POSITION_WITHOUT_SHA256,
        f"`{key}` can be used only if reading.yml records the `sha256` of the text",
        hint,
    )


def _or_record(source: SourceText) -> str:
    return (
        f"; or add `sha256: {source.sha256}` to `source` in reading.yml, and any change of the "
        "text will be reported."
    )


def paragraph_out_of_range(selector: TextQuoteSelector, source: SourceText) -> Diagnostic:
    """`paragraph: N` is beyond the last paragraph."""
    return selector.origin.at("paragraph").diagnostic(
        Code.TARGET_PARAGRAPH_OUT_OF_RANGE,
        f"There is no paragraph {selector.paragraph}",
        existing_paragraphs(source),
    )


def paragraphs_out_of_range(selector: ParagraphsSelector, source: SourceText) -> Diagnostic:
    """`paragraphs: N-M` reaches beyond the last paragraph."""
    return selector.origin.at("paragraphs").diagnostic(
        Code.TARGET_PARAGRAPH_OUT_OF_RANGE,
        f"There is no paragraph {selector.last}",
        existing_paragraphs(source),
    )
