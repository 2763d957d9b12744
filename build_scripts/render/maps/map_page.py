"""Write the page of the map: the picture, and the list of the places on it."""

from collections.abc import Iterable, Sequence

from build_scripts.model.annotation import Term
from build_scripts.model.body_link import BodyLinkKind
from build_scripts.model.coordinates import Coordinates
from build_scripts.model.site_plan import TableOfContentsEntry
from build_scripts.render.addresses import GLOSSARY_PAGE, MAP_PAGE
from build_scripts.render.bodies.mentions import mention_key
from build_scripts.render.citation.citations import status_html
from build_scripts.render.interface import in_annotators_language
from build_scripts.render.language.coordinates_in_words import coordinates_in_words
from build_scripts.render.lists.glossary_order import by_kind, kind_title
from build_scripts.render.lists.letters import letters_html, list_contents
from build_scripts.render.lists.list_page import list_page
from build_scripts.render.lists.list_parts import continues_html, parts_html
from build_scripts.render.lists.places_in_readings import places_in_reading_html
from build_scripts.render.lists.see_also import see_also_html
from build_scripts.render.lookups.entries_and_parts import ListPart, Member
from build_scripts.render.lookups.initials import initial_of
from build_scripts.render.maps.map_picture import OnMap, map_picture
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, text
from build_scripts.render.page import RenderedPage, one_line, section_blocks
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.site import Site
from build_scripts.render.uses.mention_lists import folded_mentions_html

_SOURCE = "annotations/glossary"


def render_map(site: Site, page: str) -> RenderedPage:
    """A page of the map; the picture is on the first page of a divided list."""
    context = page_context(site, page)
    picture = _picture(context) if page == MAP_PAGE else NO_HTML
    part = site.parts.get(page)
    if part is None:
        around = (picture, parts_html(context, page), see_also_html(context))
        return list_page(context, "map", around, _SOURCE, is_searched=False)
    blocks, contents = _list(context, part)
    shown = (*filter(None, (picture,)), *blocks, see_also_html(context))
    return list_page(context, "map", shown, _SOURCE, contents, is_searched=False, part=part)


def _picture(context: PageContext) -> Html:
    """The picture of all places, the most mentioned first."""
    site = context.site
    places: list[tuple[int, str, OnMap]] = []
    for term in site.terms.values():
        if term.coordinates is not None:
            mentions = sum(map(len, site.occurrences.get(term.id, {}).values()))
            address = context.link_to_entry(MAP_PAGE, f"place-{term.id}")
            on_map = OnMap(one_line(term.label), term.coordinates, address)
            places.append((-mentions, term.id, on_map))
    return map_picture(context, [on_map for _, _, on_map in sorted(places)])


def _list(
    context: PageContext, part: ListPart
) -> tuple[Iterable[Html], Iterable[TableOfContentsEntry]]:
    """The places by kind, and the table of contents."""
    members_of = {member.entry: member for member in part.members}
    language = context.site.settings.language
    blocks: list[Html] = []
    contents: list[TableOfContentsEntry] = []
    terms = [context.site.terms[name] for name in members_of]
    for kind, members in sorted(by_kind(terms, context.words), key=_places_first):
        entries = [
            (initial_of(term, language), one_line(term.label), f"place-{term.id}")
            for term in members
            if term.id != part.continued
        ]
        letters = letters_html(context.words, entries)
        title = kind_title(kind, context.words)
        attributes = {
            "class": "glossary",
            "aria-labelledby": f"kind-{kind}",
            "data-long": "" if letters else None,
            **context.speaks,
        }
        written = (
            _place(context, term, term.coordinates, members_of[term.id])
            for term in members
            if term.coordinates is not None
        )
        blocks += section_blocks(attributes, text(title), (*filter(None, (letters,)), *written))
        contents.append(TableOfContentsEntry(title, f"kind-{kind}"))
        contents += list_contents(entries, 3)
    return blocks, contents


def _places_first(of_kind: tuple[str, Sequence[Term]]) -> bool:
    return of_kind[0] != "place"


def _place(context: PageContext, term: Term, where: Coordinates, member: Member) -> Html:
    """A place, with the readings that name it, which may be pieces of it, and its mentions."""
    words = context.words
    annotates = context.interface.annotates
    label = in_annotators_language(annotates, text(one_line(term.label)))
    occurrences = context.site.occurrences.get(term.id, {})
    lines = [
        element("li", None, places_in_reading_html(context, reading, spans))
        for reading, spans in occurrences.items()
        if member.shows(reading)
    ]
    uses = (
        element("ul", {"class": "passages"}, *lines) if lines else NO_HTML,
        folded_mentions_html(context, mention_key(BodyLinkKind.TERM, term.id), member),
        continues_html(context, term.id),
    )
    if not member.begins:
        address = context.link_to_entry(MAP_PAGE, f"place-{term.id}")
        name = element("a", {"href": address}, label)
        heading = element("h3", None, words.html("entry-continued", entry=name))
        return element("article", {"class": "entry"}, heading, *uses)
    address = context.link_to_entry(GLOSSARY_PAGE, f"term-{term.id}")
    return element(
        "article",
        {"class": "entry", "id": f"place-{term.id}", "aria-labelledby": f"name-{term.id}"},
        element(
            "h3",
            {"id": f"name-{term.id}"},
            element("a", {"href": address}, label),
            status_html(term.provenance, words),
        ),
        element("p", {"class": "coordinates"}, text(coordinates_in_words(where, words))),
        *uses,
    )
