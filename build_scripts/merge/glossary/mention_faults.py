"""Mentions that forbid nothing, and the terms that faulty mentions name."""

from collections.abc import Iterator, Sequence

from build_scripts.merge.anchors.resolver import Placed
from build_scripts.merge.glossary.term_places import ForbiddenMention
from build_scripts.model.annotation import Mention
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic

ANY_TERM = ""
"""The term of a mention with a misspelt id: it may mean any."""


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
                "Remove the mention; or quote words that include a form of the term.",
            )


def terms_of_faulty_mentions(
    mentions: Sequence[Mention], placed: Sequence[Placed[Mention]], terms: set[str]
) -> list[str]:
    """The terms that the faulty mentions of a reading name, each as often as it is named.

    A mention whose words were not found, or whose term does not exist, settles nothing. The place
    that it would have settled is not a second mistake.

    Args:
        mentions: of one reading.
        placed: those whose words were found.
        terms: ids of all known terms.
    """
    with_place = {id(mention) for mention, _ in placed}
    named = ((mention, mention.term or mention.forbid) for mention in mentions)
    return [
        name if name in terms else ANY_TERM
        for mention, name in named
        if name not in terms or id(mention) not in with_place
    ]
