"""Mentions that contradict one another."""

from collections.abc import Iterable, Iterator

from build_scripts.merge.anchors.resolver import Placed
from build_scripts.merge.order import in_order, named_place
from build_scripts.merge.overlaps import overlapping_pairs
from build_scripts.model.annotation import Mention
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic


def mention_conflicts(mentions: Iterable[Placed[Mention]]) -> Iterator[Diagnostic]:
    """A diagnostic for each mention that contradicts an earlier mention of the same reading.

    Either a term is forced and forbidden in passages that overlap, or two terms are forced on the
    same passage, which can lead to only one of them.
    """
    for overlapping in overlapping_pairs(mentions, lambda placed: placed.span):
        earlier, later = in_order(*overlapping)
        reason = _contradiction(earlier, later)
        if reason:
            yield later.origin.diagnostic(
                Code.MENTIONS_CONTRADICT,
                f"{reason}: {named_place(earlier.origin)}",
                "Remove one of the two, or quote another place in one of them.",
            )


def _contradiction(earlier: Placed[Mention], later: Placed[Mention]) -> str:
    """What is wrong with two mentions that overlap, in words; empty if nothing is."""
    one, other = earlier.entry, later.entry
    if one.term and other.term:
        are_rivals = one.term != other.term and earlier.span == later.span
        return f"Another mention links this passage to `{one.term}`" if are_rivals else ""
    forced, forbidden = (one.term or other.term), (one.forbid or other.forbid)
    if forced and forced == forbidden:
        return f"`{forced}` is linked here by one mention and forbidden by another"
    return ""
