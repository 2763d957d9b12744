"""The glossary: entries by kind and A–Z, each with every place where its term occurs."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import NamedTuple

from build_scripts.model.annotation import Term
from build_scripts.model.body_link import BodyLinkKind
from build_scripts.model.collection import GlossaryPages
from build_scripts.model.placed import AnnotatedReading, Occurrence
from build_scripts.model.site_plan import TableOfContentsEntry
from build_scripts.model.span import Span
from build_scripts.render.addresses import BIBLIOGRAPHY_PAGE, GLOSSARY_PAGE
from build_scripts.render.bodies.body import render_markdown, with_links
from build_scripts.render.bodies.body_pieces import assemble, links_of
from build_scripts.render.bodies.mentions import mention_key
from build_scripts.render.bodies.sanitise import escape_text
from build_scripts.render.citation.citations import (
    body_html,
    provenance_html,
    sources_html,
    status_html,
)
from build_scripts.render.head import glossary_head
from build_scripts.render.improving import improve_file_html
from build_scripts.render.language.languages import direction, language_attributes
from build_scripts.render.lists.filters import CheckBoxes, filter_html
from build_scripts.render.lists.glossary_order import (
    by_kind,
    in_order,
    initial_of,
    kind_title,
    page_of_term,
)
from build_scripts.render.lists.list_page import list_page
from build_scripts.render.lists.see_also import see_also_html
from build_scripts.render.markdown_safe_html import (
    NO_HTML,
    Html,
    attribute,
    attributes_html,
    element,
    text,
)
from build_scripts.render.page import RenderedPage, one_line, section_blocks
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.passages import context_html
from build_scripts.render.site import Site
from build_scripts.render.term_contents import other_forms_html, translations_html
from build_scripts.render.uses.body_links import PageLinks
from build_scripts.render.uses.incoming_references import (
    IncomingReference,
    incoming_items,
    incoming_references,
)
from build_scripts.render.uses.mention_lists import folded_mentions_html


class _Place(NamedTuple):
    """An occurrence of a term in a reading."""

    annotated: AnnotatedReading
    occurrence: Occurrence


def render_glossary(site: Site) -> Iterator[RenderedPage]:
    """All pages of the glossary."""
    settings = site.collection.settings
    terms = in_order(site.collection.terms)
    pages = {term.id: page_of_term(term, settings) for term in terms}
    places, references = _places(site), incoming_references(site)

    def writer(page: str) -> _EntryWriter:
        return _EntryWriter(page_context(site, page), places, references, pages)

    first = writer(GLOSSARY_PAGE)
    words = first.context.words
    is_one_page = settings.glossary_pages is GlossaryPages.ONE
    write_entry = first.entry if is_one_page else first.pointer
    yield _page(first.context, terms, words.text("glossary-title"), write_entry)
    if is_one_page:
        return
    for page, found in groupby(sorted(terms, key=lambda t: pages[t.id]), lambda t: pages[t.id]):
        members = list(found)
        title = words.text("glossary-letter-title", initial=initial_of(members[0]).upper())
        of_letter = writer(page)
        yield _page(of_letter.context, members, title, of_letter.entry)


def _places(site: Site) -> dict[str, list[_Place]]:
    places: dict[str, list[_Place]] = {}
    for annotated in site.collection.readings:
        for occurrence in annotated.occurrences:
            places.setdefault(occurrence.term, []).append(_Place(annotated, occurrence))
    return places


class _EntryWriter(NamedTuple):
    """Writes the entries of a page, or the lines of a table that point to entries."""

    context: PageContext
    places: dict[str, list[_Place]]
    references: dict[str, list[IncomingReference]]
    pages: dict[str, str]

    def pointer(self, term: Term) -> Html:
        """A line of the table of a glossary in several pages."""
        address = self.context.link(self.pages[term.id], f"term-{term.id}")
        return element(
            "p",
            {"id": f"term-{term.id}", "class": "entry entry-term"},
            *_former_ids(term),
            element("a", {"href": address}, text(one_line(term.label))),
            *self._other_names(term),
        )

    def _other_names(self, term: Term) -> Iterator[Html]:
        """Further spellings and translations, by which a term is found, too."""
        semicolon = self.context.words.html("semicolon")
        names = (
            other_forms_html(term, self.context.words),
            semicolon.join(
                element("bdi", {"lang": tag}, text(one_line(name)))
                for tag, name in sorted(term.translations.items())
            ),
        )
        shown = Html(semicolon.join(filter(None, names)))
        if shown:
            yield Html(f' <span class="forms">{shown}</span>')

    def entry(self, term: Term) -> Html:
        """A term with definition, forms, translations, sources and places."""
        words = self.context.words
        bibliography = self.context.link(BIBLIOGRAPHY_PAGE)
        others = other_forms_html(term, words)
        forms = NO_HTML
        if others:
            forms = element("p", {"class": "forms"}, words.html("other-forms", forms=others))
        return element(
            "article",
            {
                "id": f"term-{term.id}",
                "class": "entry entry-term",
                "aria-labelledby": f"name-{term.id}",
                "data-status": term.provenance.status,
            },
            *_former_ids(term),
            element(
                "h3",
                {"id": f"name-{term.id}"},
                text(one_line(term.label)),
                status_html(term.provenance, words),
            ),
            body_html(self._definition(term)),
            forms,
            translations_html(term, words),
            sources_html(self.context.interface.short, term.provenance, words, bibliography),
            provenance_html(
                term.provenance,
                words,
                f"term-{term.id}",
                (improve_file_html(self.context, "term", term.label, term.origin),),
            ),
            self._references(term),
            self._places(term),
            folded_mentions_html(self.context, mention_key(BodyLinkKind.TERM, term.id)),
        )

    def _definition(self, term: Term) -> Html:
        """The definition, in which other terms are linked once each, and the term itself never."""

        def link(words: str) -> Html:
            parts: list[str] = []
            position = 0
            for term_id, span in self.context.site.find_terms(words, term.id):
                if term_id in linked:
                    continue
                linked.add(term_id)
                address = self.context.link(self.pages[term_id], f"term-{term_id}")
                parts.append(escape_text(words[position : span.start]))
                inside = escape_text(words[span.start : span.end])
                parts.append(f'<a href="{address}">{inside}</a>')
                position = span.end
            parts.append(escape_text(words[position:]))
            return Html("".join(parts))

        pieces = self.context.site.bodies[term.definition]
        markdown = term.definition.markdown
        page_links = PageLinks(self.context.site, self.context.page, term_pages=self.pages)
        if not self.context.site.find_terms(markdown, term.id):
            return assemble(pieces, page_links)
        links = links_of(pieces)
        linked = {link.id for link in links if link.kind is BodyLinkKind.TERM}
        return assemble(with_links(render_markdown(markdown, link), links), page_links)

    def _references(self, term: Term) -> Html:
        found = self.references.get(f"term-{term.id}")
        if not found:
            return Html("")
        items = incoming_items(self.context, found)
        return element("ul", {"class": "references-here"}, *items)

    def _places(self, term: Term) -> Html:
        """Every place as a line of context, by reading; folded where they are many."""
        found = self.places.get(term.id)
        if not found:
            return Html("")
        groups = [
            self._places_in(annotated, [place.occurrence for place in group])
            for annotated, group in groupby(found, lambda place: place.annotated)
        ]
        count = self.context.words.html("places", count=len(found))
        return element("details", {"class": "places"}, element("summary", None, count), *groups)

    def _places_in(self, annotated: AnnotatedReading, occurrences: list[Occurrence]) -> Html:
        reading = annotated.reading
        language = reading.metadata.language
        lines = (self._line(annotated, occurrence.span) for occurrence in occurrences)
        return Html(
            f'<p class="places-reading" dir="auto">{text(one_line(reading.metadata.title))}</p>'
            f'<ul lang="{attribute(language)}" dir="{direction(language)}">{"".join(lines)}</ul>'
        )

    def _line(self, annotated: AnnotatedReading, span: Span) -> Html:
        reading = annotated.reading
        number = self.context.site.paragraph_number(reading.id, span.start)
        address = self.context.link_to_paragraph(reading.id, number)
        paragraph = reading.source.paragraphs[number - 1]
        words = self.context.words
        label = attribute(words.text("paragraph", number=str(number)))
        speaks = attributes_html(language_attributes(words.language, reading.metadata.language))
        return Html(
            f'<li><a href="{attribute(address)}"{speaks} aria-label="{label}">{number}</a> '
            f"{context_html(reading, paragraph, span)}</li>"
        )


def _former_ids(term: Term) -> Iterator[Html]:
    return (element("span", {"id": f"term-{old}"}) for old in term.provenance.formerly)


def _page(
    context: PageContext, terms: list[Term], title: str, write_entry: Callable[[Term], Html]
) -> RenderedPage:
    kinds = by_kind(terms)
    blocks: list[Html] = []
    contents: list[TableOfContentsEntry] = []
    if kinds:
        choices = tuple((kind, kind_title(kind, context.words)) for kind, _ in kinds)
        kind_filter = CheckBoxes("kind", "filter-kind", choices if len(choices) > 1 else ())
        blocks.append(
            filter_html(
                context.interface, (kind_filter,), len(terms), ".entry-term", "h3, .entry > a, bdi"
            )
        )
    for kind, members in kinds:
        heading = kind_title(kind, context.words)
        attributes = {
            "class": "glossary",
            "aria-labelledby": f"kind-{kind}",
            "data-kind": kind,
            **context.speaks,
        }
        blocks += section_blocks(attributes, text(heading), map(write_entry, members))
        contents.append(TableOfContentsEntry(heading, f"kind-{kind}"))
        contents += (
            TableOfContentsEntry(one_line(term.label), f"term-{term.id}", 3) for term in members
        )
    if not kinds:
        blocks.append(element("p", {**context.speaks}, context.words.html("no-terms")))
    blocks.append(see_also_html(context))
    shown = [term for _, members in kinds for term in members]
    return list_page(
        context,
        "glossary",
        blocks,
        "annotations/glossary",
        contents,
        title=title,
        head=glossary_head(context, shown),
    )
