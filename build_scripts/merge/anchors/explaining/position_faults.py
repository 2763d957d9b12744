"""What to say of targets that count paragraphs or places, where counting leads astray."""

from build_scripts.merge.anchors.describe_span import describe_among, to_yaml
from build_scripts.merge.anchors.matches import find_all
from build_scripts.merge.anchors.normalise import NormalisedText
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.file_position import Origin
from build_scripts.model.selector import ParagraphsSelector, TextQuoteSelector
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span
from build_scripts.text.wording import counted


def position_without_sha256(
    selector: TextQuoteSelector, span: Span | None, text: SourceText, normalised: NormalisedText
) -> tuple[Diagnostic, ...]:
    """`occurrence` or `paragraph` in a text that may change without anybody noticing.

    Args:
        selector: what was written.
        span: the place that the positions lead to at present, if any.
        text: the text it is sought in.
        normalised: ``normalise(text.text)``.
    """
    hint = "Leave it out and use `prefix` or `suffix`"
    if span is not None:
        matches = find_all(normalised, selector.exact)
        hint = f"Write {to_yaml(describe_among(span, matches, normalised))}"
    hint += f"; or record the source in reading.yml with {_fingerprint(text)}"
    return tuple(
        _position(selector.origin, key, hint)
        for key, value in (("occurrence", selector.occurrence), ("paragraph", selector.paragraph))
        if value is not None
    )


def paragraphs_without_sha256(selector: ParagraphsSelector, text: SourceText) -> Diagnostic:
    """`paragraphs` in such a text."""
    hint = (
        f"Quote words of the passage; or record the source in reading.yml with {_fingerprint(text)}"
    )
    return _position(selector.origin, "paragraphs", hint)


def _position(origin: Origin, key: str, hint: str) -> Diagnostic:
    return origin.at(key).diagnostic(
        Code.POSITION_WITHOUT_SHA256,
        f"`{key}` counts on a text whose `sha256` is not recorded",
        hint,
    )


def _fingerprint(text: SourceText) -> str:
    return f"`sha256: {text.sha256}`"


def paragraph_out_of_range(selector: TextQuoteSelector, text: SourceText) -> Diagnostic:
    """`paragraph: N` where the text has fewer."""
    return selector.origin.at("paragraph").diagnostic(
        Code.TARGET_PARAGRAPH_OUT_OF_RANGE,
        f"There is no paragraph {selector.paragraph}",
        f"The text has {counted(len(text.paragraphs), 'paragraph')}, counted from 1.",
    )


def paragraphs_out_of_range(selector: ParagraphsSelector, text: SourceText) -> Diagnostic:
    """`paragraphs: N-M` where the text has fewer."""
    return selector.origin.at("paragraphs").diagnostic(
        Code.TARGET_PARAGRAPH_OUT_OF_RANGE,
        f"The text has no paragraphs {selector.first} to {selector.last}",
        f"It has {len(text.paragraphs)}, counted from 1.",
    )
