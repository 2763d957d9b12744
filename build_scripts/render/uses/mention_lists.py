"""Lists of the places where an entry is mentioned, each in its sentence."""

from collections.abc import Iterable, Iterator

from build_scripts.render.bodies.mentions import Mention
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element
from build_scripts.render.page_context import PageContext
from build_scripts.render.passages import marked_html
from build_scripts.render.uses.entry_names import where_html

_UNSEARCHED = {"data-search-exclude": ""}
"""Words of other entries, which are found there."""


def mention_items(context: PageContext, mentions: Iterable[Mention]) -> Iterator[Html]:
    """An item of a list for each mention."""
    for mention in mentions:
        sentence = marked_html(mention.context)
        if context.interface.annotates:
            sentence = Html(f"<span{context.interface.annotates}>{sentence}</span>")
        place = where_html(context, mention.where)
        yield element("li", None, context.words.html("mention", place=place, context=sentence))


def folded_mentions_html(context: PageContext, key: str) -> Html:
    """All mentions of an entry, folded under their number; empty where there are none."""
    found = context.site.mentions.get(key)
    if not found:
        return NO_HTML
    summary = element("summary", None, context.words.html("mentions", count=len(found)))
    items = element("ul", None, *mention_items(context, found))
    return element("details", {"class": "places mentions", **_UNSEARCHED}, summary, items)


def mentions_in_entry_html(context: PageContext, key: str) -> Html:
    """The mentions of a note, in its entry below a text; empty where there are none."""
    found = context.site.mentions.get(key)
    if not found:
        return NO_HTML
    label = element("span", {"class": "label"}, context.words.html("mentioned-in"))
    items = element("ul", None, *mention_items(context, found))
    return element("div", {"class": "mentions", **_UNSEARCHED}, label, items)
