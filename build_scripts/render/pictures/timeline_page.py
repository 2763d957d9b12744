"""Write the page of all events, in the order of their dates."""

from collections.abc import Iterator
from itertools import groupby

from build_scripts.model.annotation import Event
from build_scripts.model.body_link import BodyLinkKind
from build_scripts.model.placed import PlacedEvent
from build_scripts.model.site_plan import TableOfContentsEntry
from build_scripts.render.addresses import TIMELINE_PAGE
from build_scripts.render.bodies.mentions import mention_key
from build_scripts.render.citation.citations import (
    body_html,
    provenance_html,
    sources_html,
    status_html,
)
from build_scripts.render.improving import improve_entry_html
from build_scripts.render.interface import in_annotators_language
from build_scripts.render.language.interface_words import Words
from build_scripts.render.lists.list_page import list_page
from build_scripts.render.lists.list_parts import continues_html, parts_html
from build_scripts.render.lists.see_also import see_also_html
from build_scripts.render.lookups.entries_and_parts import Member
from build_scripts.render.lookups.event_headings import heading_id, years_in_heading
from build_scripts.render.markdown_safe_html import Html, element, text
from build_scripts.render.page import RenderedPage, one_line
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.passages import passage_html
from build_scripts.render.pictures.timeline_picture import timeline_picture
from build_scripts.render.site import Site
from build_scripts.render.uses.body_links import PageLinks
from build_scripts.render.uses.incoming_references import incoming_items
from build_scripts.render.uses.mention_lists import folded_mentions_html
from build_scripts.text.edtf_dates import plain_date


def render_timeline(site: Site, page: str) -> RenderedPage:
    """A page of the list of events, under the years in which they begin."""
    context = page_context(site, page)
    if page not in site.parts:
        picture = timeline_picture(context, tuple(site.events.values()))
        below = (parts_html(context, page), see_also_html(context))
        return list_page(context, "timeline", (picture, *below), "annotations")
    part = site.parts[page]
    members = {member.entry: member for member in part.members}
    events = tuple(site.events[entry] for entry in members)
    blocks: list[Html] = [timeline_picture(context, events)]
    contents: list[TableOfContentsEntry] = []
    for (identifier, years), group in groupby(events, key=_heading):
        shown = context.words.date(years)
        blocks.append(element("h2", {"id": identifier, **context.speaks}, text(shown)))
        contents.append(TableOfContentsEntry(shown, identifier))
        blocks.extend(_event(context, placed, members[placed.event.id]) for placed in group)
    blocks.append(see_also_html(context))
    return list_page(context, "timeline", blocks, "annotations", contents, part=part)


def _heading(placed: PlacedEvent) -> tuple[str, str]:
    """The id of the heading of an event, and its years."""
    return heading_id(placed.event), years_in_heading(placed.event)


def _event(context: PageContext, placed: PlacedEvent, member: Member) -> Html:
    """An event; readings may be pieces of it."""
    event = placed.event
    if not member.begins:
        return _continued(context, placed, member)
    former = (element("span", {"id": f"event-{old}"}) for old in event.provenance.formerly)
    return element(
        "article",
        {
            "id": f"event-{event.id}",
            "class": "entry entry-event",
            "aria-labelledby": f"title-{event.id}",
            "data-status": event.provenance.status,
            **context.speaks,
        },
        *former,
        element("p", {"class": "date"}, _period(event, context.words)),
        element(
            "h3",
            {"id": f"title-{event.id}"},
            in_annotators_language(context.interface.annotates, text(one_line(event.title))),
            status_html(event.provenance, context.words),
        ),
        body_html(
            context.site.body(event.body, PageLinks(context.site, context.page)),
            context.interface.annotates,
        ),
        *_uses(context, placed, member),
        sources_html(
            context.interface.short,
            event.provenance.sources,
            context.words,
            context.link_to_source,
        ),
        provenance_html(
            event.provenance,
            context.words,
            f"event-{event.id}",
            (improve_entry_html(context, "event", event.title, event.origin),),
        ),
        continues_html(context, event.id),
    )


def _continued(context: PageContext, placed: PlacedEvent, member: Member) -> Html:
    """The rest of an event, below a link to its beginning."""
    event = placed.event
    address = context.link_to_entry(TIMELINE_PAGE, f"event-{event.id}")
    name = element("a", {"href": address}, context.words.isolated(one_line(event.title)))
    return element(
        "article",
        {"class": "entry entry-event", **context.speaks},
        element("h3", None, context.words.html("entry-continued", entry=name)),
        *_uses(context, placed, member),
        continues_html(context, event.id),
    )


def _uses(context: PageContext, placed: PlacedEvent, member: Member) -> Iterator[Html]:
    """The passages about an event, those that refer to it, and where it is mentioned."""
    yield _passages(context, placed, member)
    key = mention_key(BodyLinkKind.EVENT, placed.event.id)
    yield folded_mentions_html(context, key, member)


def _period(event: Event, words: Words) -> Html:
    """The dates of an event; HTML's `time` can hold only those that are known, from the year 1."""
    shown = text(words.period(event.date, event.end_date))
    date = plain_date(event.date)
    if not date or date.startswith(("-", "0000")):
        return shown
    return element("time", {"datetime": date}, shown)


def _passages(context: PageContext, placed: PlacedEvent, member: Member) -> Html:
    passages = (passage for passage in placed.passages if member.shows(passage.reading))
    references = context.site.incoming.get(f"event-{placed.event.id}", ())
    incoming = (one for one in references if member.shows(one.passage.reading))
    items = [element("li", None, passage_html(context, passage)) for passage in passages]
    items.extend(incoming_items(context, incoming))
    return element("ul", {"class": "passages"}, *items) if items else Html("")
