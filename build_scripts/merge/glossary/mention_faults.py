"""Mentions that forbid nothing, and mentions that would say something if they had no fault."""

from collections.abc import Iterator, Sequence

from build_scripts.merge.glossary.mention_conflicts import PlacedMention
from build_scripts.merge.glossary.term_places import ForbiddenMention
from build_scripts.model.annotation import Mention
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic

ANY_TERM = ""
"""What a mention with a misspelt term may mean."""


def idle_prohibitions(
    mentions: Sequence[PlacedMention], idle: Sequence[ForbiddenMention], terms: set[str]
) -> Iterator[Diagnostic]:
    """A diagnostic for each mention that forbids a term where it does not stand.

    Args:
        mentions: of one reading.
        idle: what was found to forbid nothing there.
        terms: ids of all terms that are known; the others are reported elsewhere.
    """
    idle_ones = set(idle)
    for mention, span in mentions:
        if (
            mention.forbid in terms
            and ForbiddenMention(mention.forbid, span) in idle_ones
            # Of one that contradicts another mention, that is said.
            and not any(
                other.mention.term == mention.forbid and other.span.overlaps(span)
                for other in mentions
            )
        ):
            yield mention.origin.at("forbid").diagnostic(
                Code.NOTHING_TO_FORBID,
                f"The term `{mention.forbid}` does not stand here, so there is nothing to forbid",
                "Remove the mention; or quote the words where a form of the term stands.",
            )


def terms_of_faulty_mentions(
    mentions: Sequence[Mention], placed: Sequence[PlacedMention], terms: set[str]
) -> list[str]:
    """The terms that the faulty mentions of a reading speak of, each as often as it is named.

    A mention whose words were not found, or whose term there is not, settles nothing. What it
    would have settled is no second mistake.

    Args:
        mentions: of one reading.
        placed: those whose words were found.
        terms: ids of all terms that are known.
    """
    found = {id(mention) for mention, _ in placed}
    named = ((mention, mention.term or mention.forbid) for mention in mentions)
    return [
        name if name in terms else ANY_TERM
        for mention, name in named
        if name not in terms or id(mention) not in found
    ]
