"""Mentions that contradict one another."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from build_scripts.merge.order import in_order, named_place
from build_scripts.merge.overlaps import overlapping_pairs
from build_scripts.model.annotation import Mention
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.file_position import Origin
from build_scripts.model.span import Span


class PlacedMention(NamedTuple):
    """A mention and the passage it is about."""

    mention: Mention
    span: Span

    @property
    def origin(self) -> Origin:
        """Where the mention stands."""
        return self.mention.origin


def mention_conflicts(mentions: Sequence[PlacedMention]) -> Iterator[Diagnostic]:
    """A diagnostic for each mention that cannot hold beside an earlier one of the same reading.

    A term is forced and forbidden where the two passages overlap; or two terms are forced on the
    very same passage, which can lead to one of them only.

    Args:
        mentions: of one reading.
    """
    for overlapping in overlapping_pairs(mentions, lambda placed: placed.span):
        earlier, later = in_order(*overlapping)
        reason = _contradiction(earlier, later)
        if reason:
            yield later.origin.diagnostic(
                Code.MENTIONS_CONTRADICT,
                f"{reason}: {named_place(earlier.origin)}",
                "Remove one of the two, or make its quotation say another place.",
            )


def _contradiction(earlier: PlacedMention, later: PlacedMention) -> str:
    """What is wrong with two mentions that overlap, in words; empty where nothing is."""
    one, other = earlier.mention, later.mention
    if one.term and other.term:
        same = one.term != other.term and earlier.span == later.span
        return f"Another mention links this passage to `{one.term}`" if same else ""
    forced, forbidden = (one.term or other.term), (one.forbid or other.forbid)
    if forced and forced == forbidden:
        return f"`{forced}` is linked here by one mention and forbidden by another"
    return ""
