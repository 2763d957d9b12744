"""Mentions that contradict one another or forbid nothing, and the terms that faulty ones name."""

from collections.abc import Iterable, Iterator, Sequence

from build_scripts.merge.anchors.resolver import Placed
from build_scripts.merge.glossary.term_places import ForbiddenMention
from build_scripts.merge.order import in_order
from build_scripts.merge.overlaps import overlapping_pairs
from build_scripts.model.annotation import Mention
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic

ANY_TERM = ""
"""The term of a mention with a misspelt id: it may mean any."""


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
                f"{reason}: {earlier.origin.in_words}",
                "Delete one of the two, or quote another place in one of them.",
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


def idle_prohibitions(
    mentions: Sequence[Placed[Mention]], idle: Sequence[ForbiddenMention], terms: set[str]
) -> Iterator[Diagnostic]:
    """A diagnostic for each mention that forbids a term where the term does not occur.

    Args:
        mentions: of one reading.
        idle: the prohibitions that were found to forbid nothing.
        terms: ids of all known terms; unknown ones are reported elsewhere.
    """
    without_effect = set(idle)
    for mention, span in mentions:
        if (
            mention.forbid in terms
            and ForbiddenMention(mention.forbid, span) in without_effect
            # A contradiction to another mention is reported elsewhere.
            and not any(
                other.entry.term == mention.forbid and other.span.overlaps(span)
                for other in mentions
            )
        ):
            yield mention.origin.at("forbid").diagnostic(
                Code.NOTHING_TO_FORBID,
                f"The term `{mention.forbid}` does not occur here, so there is nothing to forbid",
                "Delete the mention, or quote words that contain a form of the term.",
            )


def terms_of_faulty_mentions(
    mentions: Sequence[Mention], placed: Sequence[Placed[Mention]], terms: set[str]
) -> list[str]:
    """The terms that the faulty mentions of a reading name, once for each such mention.

    A mention whose words were not found, or whose term does not exist, settles nothing. The place
    that it would have settled is not a second mistake. The mentions whose words were found are
    `placed`, and `terms` are the ids of all known terms.
    """
    with_place = {id(mention) for mention, _ in placed}
    named = ((mention, mention.term or mention.forbid) for mention in mentions)
    return [
        name if name in terms else ANY_TERM
        for mention, name in named
        if name not in terms or id(mention) not in with_place
    ]
