"""List the places where an entry is mentioned, each with its sentence."""

from collections.abc import Iterable, Iterator

from build_scripts.render.bodies.mentions import Mention, reading_of
from build_scripts.render.interface import in_annotators_language
from build_scripts.render.lookups.entries_and_parts import Member
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element
from build_scripts.render.page_context import PageContext
from build_scripts.render.passages import marked_html
from build_scripts.render.uses.entry_names import where_html

_UNSEARCHED = {"data-search-exclude": ""}
"""The search finds these sentences in their own entries."""


def mention_items(context: PageContext, mentions: Iterable[Mention]) -> Iterator[Html]:
    """A list item for each mention."""
    for mention in mentions:
        sentence = marked_html(mention.context)
        sentence = in_annotators_language(context.interface.annotates, sentence)
        place = where_html(context, mention.where)
        yield element("li", None, context.words.html("mention", place=place, context=sentence))


def folded_mentions_html(context: PageContext, key: str, member: Member) -> Html:
    """The mentions of an entry of a list, folded under their number; empty if there are none.

    Of an entry in pieces, those of the readings that are pieces on this page.
    """
    found = context.site.mentions.get(key, ())
    mentions = [mention for mention in found if member.shows(reading_of(mention))]
    if not mentions:
        return NO_HTML
    summary = element("summary", None, context.words.html("mentions", count=len(mentions)))
    items = element("ul", None, *mention_items(context, mentions))
    return element("details", {"class": "places mentions", **_UNSEARCHED}, summary, items)


def mentions_in_entry_html(context: PageContext, key: str) -> Html:
    """All mentions of an entry below a reading, for that entry; empty if there are none."""
    mentions = context.site.mentions.get(key)
    if not mentions:
        return NO_HTML
    label = element("span", {"class": "label"}, context.words.html("mentioned-in"))
    items = element("ul", None, *mention_items(context, mentions))
    return element("div", {"class": "mentions", **_UNSEARCHED}, label, items)
