"""Write the page of a comparison: its readings, and what they have in common."""

from collections.abc import Iterator

from build_scripts.model.annotation import Term
from build_scripts.model.body_link import BodyLinkKind
from build_scripts.model.placed import PlacedEvent
from build_scripts.model.reading import Reading
from build_scripts.model.site_plan import TableOfContentsEntry
from build_scripts.render.addresses import comparison_page
from build_scripts.render.bodies.mentions import mention_key
from build_scripts.render.citation.citations import body_html, provenance_html, sources_html
from build_scripts.render.comparing.compared import Compared, compared
from build_scripts.render.comparing.compared_passages import in_orders, passages_html
from build_scripts.render.comparing.compared_questions import (
    has_hint,
    offered_questions,
    question_html,
)
from build_scripts.render.comparing.compared_terms import terms_html
from build_scripts.render.comparing.compared_texts import texts_html
from build_scripts.render.comparing.events_between import events_html
from build_scripts.render.comparing.texts_side_by_side import texts_side_by_side
from build_scripts.render.comparison_titles import comparison_title
from build_scripts.render.head import comparison_head
from build_scripts.render.imprint import licence_html
from build_scripts.render.lists.list_page import list_page
from build_scripts.render.lists.list_parts import parts_html
from build_scripts.render.lookups.entries_and_parts import ListPart, Member
from build_scripts.render.lookups.kinds_in_common import ComparedKind, kind_and_name
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element
from build_scripts.render.page import RenderedPage, section_blocks
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.reading.metadata import rows_html, this_page
from build_scripts.render.reading.print_tool import HINTS, name_line
from build_scripts.render.reading.reading_tools import print_tool
from build_scripts.render.site import Site
from build_scripts.render.uses.body_links import PageLinks
from build_scripts.render.uses.mention_lists import folded_mentions_html


def render_comparison(site: Site, page: str, identifier: str) -> RenderedPage:
    """A page of a comparison: the first one, or a part of what its readings have in common."""
    context = page_context(site, page)
    shown = compared(context, site.comparisons[identifier])
    contents: list[TableOfContentsEntry] = []
    part = site.parts.get(page)
    is_first = page == comparison_page(identifier)
    blocks = [*(_head(shown) if is_first else ())]
    if part is None:
        blocks.append(parts_html(context, page))
    else:
        blocks = [
            name_line(context.interface),
            _print_tool(shown, part),
            *blocks,
            *_common(shown, part, contents),
            _on_paper(context),
        ]
    return list_page(
        context,
        "comparison",
        blocks,
        shown.comparison.origin.document.path,
        contents,
        title=comparison_title(site, shown.comparison, context.words),
        head=comparison_head(context, shown.comparison) if is_first else NO_HTML,
        part=part,
    )


def _head(page: Compared) -> Iterator[Html]:
    """The texts, and what to look for."""
    context, comparison = page.context, page.comparison
    yield texts_html(page)
    yield from _what_to_look_for(page)
    key = mention_key(BodyLinkKind.COMPARISON, comparison.id)
    if mentions := folded_mentions_html(context, key, Member(comparison.id)):
        yield mentions


def _what_to_look_for(page: Compared) -> Iterator[Html]:
    context, comparison = page.context, page.comparison
    if comparison.body is None:
        return
    words, interface, provenance = context.words, context.interface, comparison.provenance
    links = PageLinks(context.site, context.page)
    yield element(
        "div",
        {"class": "entry what-to-look-for", **context.speaks},
        body_html(context.site.body(comparison.body, links), interface.annotates),
        sources_html(interface.short, provenance.sources, words, context.link_to_source),
        provenance_html(provenance, words),
    )


_PRINTED = {
    ComparedKind.ROW: "side-by-side",
    ComparedKind.REFERENCE: "passages",
    ComparedKind.EVENT: "events",
    ComparedKind.TEXT: "events",
    ComparedKind.OTHER_EVENT: "events",
    ComparedKind.TERM: "common-terms",
    ComparedKind.QUESTION: "questions",
}
"""The parts of the page, as the panel “Print” names them, by the kind of an entry."""


def _print_tool(page: Compared, part: ListPart) -> Html:
    names: dict[str, list[str]] = {}
    for entry in part.entries:
        kind, name = kind_and_name(entry)
        names.setdefault(_PRINTED[kind], []).append(name)
    questions = names.pop("questions", [])
    hints = (HINTS,) if any(has_hint(page, name) for name in questions) else ()
    offered = offered_questions(page, questions)
    return print_tool(page.context.interface, (*names, *hints), offered)


def _on_paper(context: PageContext) -> Html:
    """What a handout says of its page: the licence of the annotations, and the address."""
    licence = context.site.settings.annotations_licence
    rows = (
        *([("annotations-licence", licence_html(licence))] if licence else []),
        *this_page(context),
    )
    shown = rows_html(context.words, rows)
    return element("div", {"class": "about-page", **context.speaks}, shown) if rows else NO_HTML


def _common(page: Compared, part: ListPart, contents: list[TableOfContentsEntry]) -> Iterator[Html]:
    """What the readings have in common, as far as it stands on a page."""
    site, words = page.context.site, page.context.words
    rows: list[str] = []
    ordered: list[tuple[int, str]] = []
    in_time: list[Reading | PlacedEvent] = []
    others: list[Reading | PlacedEvent] = []
    terms: list[Term] = []
    questions: list[Html] = []
    for entry in part.entries:
        kind, name = kind_and_name(entry)
        match kind:
            case ComparedKind.EVENT:
                in_time.append(site.events[name])
            case ComparedKind.TEXT:
                in_time.append(site.texts[name])
            case ComparedKind.OTHER_EVENT:
                others.append(site.events[name])
            case ComparedKind.TERM:
                terms.append(site.terms[name])
            case ComparedKind.ROW:
                rows.append(name)
            case ComparedKind.QUESTION:
                questions.append(question_html(page, name, len(questions) + 1))
            case ComparedKind.REFERENCE:
                number, _, reference = name.partition(".")
                ordered.append((int(number), reference))
    if rows:
        yield from _section(page, "side-by-side", texts_side_by_side(page, rows), contents)
    if ordered:
        shown = passages_html(page, in_orders(page, ordered))
        yield from _section(page, "compared-passages", shown, contents)
    for name, entries in (("compared-events", in_time), ("compared-other-events", others)):
        if entries:
            yield from _section(page, name, (events_html(page, entries),), contents)
    if terms:
        # The contents of the section are known once it is written.
        kinds: list[TableOfContentsEntry] = []
        written = (*terms_html(page, terms, kinds),)
        yield from _section(page, "compared-terms", written, contents)
        contents += kinds
    if questions:
        yield from _section(page, "compared-questions", tuple(questions), contents)
    if not part.entries:
        nothing = words.html("nothing-in-common")
        yield element("p", {"class": "nothing", **page.context.speaks}, nothing)


def _section(
    page: Compared,
    name: str,
    blocks: Iterator[Html] | tuple[Html, ...],
    contents: list[TableOfContentsEntry],
) -> Iterator[Html]:
    words = page.context.words
    contents.append(TableOfContentsEntry(words.text(name), name))
    attributes = {"class": f"compared {name}", "aria-labelledby": name, **page.context.speaks}
    yield from section_blocks(attributes, words.html(name), blocks)
