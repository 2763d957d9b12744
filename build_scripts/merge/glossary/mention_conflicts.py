"""Mentions that contradict one another."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from build_scripts.model.annotation import Mention
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.span import Span


class PlacedMention(NamedTuple):
    """A mention and the passage it is about."""

    mention: Mention
    span: Span


def mention_conflicts(mentions: Sequence[PlacedMention]) -> Iterator[Diagnostic]:
    """A diagnostic for each mention that cannot hold beside an earlier one of the same reading.

    A term is forced and forbidden where the two passages overlap; or two terms are forced on the
    very same passage, which can lead to one of them only.

    Args:
        mentions: of one reading, in the order in which they are written.
    """
    for earlier, later in combinations(mentions, 2):
        reason = _contradiction(earlier, later)
        if reason:
            origin = earlier.mention.origin
            line, _ = origin.document.line_and_column(origin.offset)
            yield later.mention.origin.diagnostic(
                Code.MENTIONS_CONTRADICT,
                f"{reason}: {origin.document.path}, line {line}",
                "Remove one of the two, or make its quotation say another place.",
            )


def _contradiction(earlier: PlacedMention, later: PlacedMention) -> str:
    """What is wrong with two mentions, in words; empty where nothing is."""
    one, other = earlier.mention, later.mention
    if one.term and other.term:
        same = one.term != other.term and earlier.span == later.span
        return f"Another mention links this passage to `{one.term}`" if same else ""
    forced, forbidden = (one.term or other.term), (one.forbid or other.forbid)
    if forced and forced == forbidden and earlier.span.overlaps(later.span):
        return f"`{forced}` is linked here by one mention and forbidden by another"
    return ""
