"""Diagnostics for targets that count paragraphs or occurrences where counting misleads."""

from build_scripts.merge.anchors.describe_span import describe, to_yaml
from build_scripts.merge.anchors.quotable_text import QuotableText
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Origin
from build_scripts.model.selector import ParagraphsSelector, TextQuoteSelector
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span
from build_scripts.text.wording import counted


def position_without_sha256(
    selector: TextQuoteSelector, span: Span | None, text: QuotableText
) -> tuple[Diagnostic, ...]:
    """`occurrence` or `paragraph` is used in a text that may change without anybody noticing.

    They lead to `span` at present, if to anything.
    """
    hint = "Leave it out and use `prefix` or `suffix`"
    if span is not None:
        hint = f"Write {to_yaml(describe(span, text.normalised))}"
    hint += f"; or record the source in reading.yml with {_fingerprint(text.source)}"
    return tuple(
        _position(selector.origin, key, hint)
        for key, value in (("occurrence", selector.occurrence), ("paragraph", selector.paragraph))
        if value is not None
    )


def paragraphs_without_sha256(selector: ParagraphsSelector, source: SourceText) -> Diagnostic:
    """`paragraphs` is used in a text that may change without anybody noticing."""
    hint = (
        "Quote words of the passage; or record the source in reading.yml with "
        f"{_fingerprint(source)}"
    )
    return _position(selector.origin, "paragraphs", hint)


def _position(origin: Origin, key: str, hint: str) -> Diagnostic:
    return origin.at(key).diagnostic(
        Code.POSITION_WITHOUT_SHA256,
        f"`{key}` relies on a text whose `sha256` is not recorded",
        hint,
    )


def _fingerprint(source: SourceText) -> str:
    return f"`sha256: {source.sha256}`"


def paragraph_out_of_range(selector: TextQuoteSelector, source: SourceText) -> Diagnostic:
    """`paragraph: N` is beyond the last paragraph."""
    return selector.origin.at("paragraph").diagnostic(
        Code.TARGET_PARAGRAPH_OUT_OF_RANGE,
        f"There is no paragraph {selector.paragraph}",
        f"The text has {counted(len(source.paragraphs), 'paragraph')}, counted from 1.",
    )


def paragraphs_out_of_range(selector: ParagraphsSelector, source: SourceText) -> Diagnostic:
    """`paragraphs: N-M` reaches beyond the last paragraph."""
    return selector.origin.at("paragraphs").diagnostic(
        Code.TARGET_PARAGRAPH_OUT_OF_RANGE,
        f"The text has no paragraphs {selector.first} to {selector.last}",
        f"It has {len(source.paragraphs)}, counted from 1.",
    )
