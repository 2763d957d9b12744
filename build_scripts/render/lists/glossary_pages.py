"""The glossary: entries by kind and A–Z, each with every place where its term occurs."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import NamedTuple

from build_scripts.model.annotation import Term
from build_scripts.model.body_link import BodyLinkKind
from build_scripts.model.collection import GlossaryPages
from build_scripts.model.placed import AnnotatedReading, Occurrence
from build_scripts.model.site_plan import PageInformation, TableOfContentsEntry
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
from build_scripts.render.context import SiteContext
from build_scripts.render.head import glossary_head
from build_scripts.render.improving import improve_file_html
from build_scripts.render.language.languages import direction, language_attributes
from build_scripts.render.lists.filters import CheckBoxes, filter_html
from build_scripts.render.lists.glossary_order import (
    by_kind,
    in_order,
    initial_of,
    kind_title,
    page_of_initial,
)
from build_scripts.render.lists.see_also import see_also_html
from build_scripts.render.markdown_safe_html import (
    NO_HTML,
    Html,
    attribute,
    attributes_html,
    element,
    start_tag,
    text,
)
from build_scripts.render.page import RenderedPage, one_line, write_page
from build_scripts.render.passages import context_html
from build_scripts.render.term_contents import other_forms_html, translations_html
from build_scripts.render.uses.body_links import PageLinks
from build_scripts.render.uses.incoming_references import (
    IncomingReference,
    incoming_items,
    incoming_references,
)
from build_scripts.render.uses.mention_lists import folded_mentions_html

EntryWriter = Callable[[Term, str], Html]
"""Writes the entry of a term for a page."""


class _Place(NamedTuple):
    """An occurrence of a term in a reading."""

    annotated: AnnotatedReading
    occurrence: Occurrence


def render_glossary(context: SiteContext) -> Iterator[RenderedPage]:
    """All pages of the glossary."""
    terms = in_order(context.collection.terms)
    places = _places(context)
    references = incoming_references(context)
    kinds = by_kind(terms)
    title = context.words.text("glossary-title")
    if context.collection.settings.glossary_pages is GlossaryPages.ONE:
        writer = _EntryWriter(context, places, references, {t.id: GLOSSARY_PAGE for t in terms})
        yield _page(context, kinds, GLOSSARY_PAGE, title, writer.entry)
        return
    pages = {term.id: page_of_initial(term) for term in terms}
    writer = _EntryWriter(context, places, references, pages)
    yield _page(context, kinds, GLOSSARY_PAGE, title, writer.pointer)
    for page, found in groupby(sorted(terms, key=lambda t: pages[t.id]), lambda t: pages[t.id]):
        members = in_order(found)
        initial = initial_of(members[0]).upper()
        title = context.words.text("glossary-letter-title", initial=initial)
        yield _page(context, by_kind(members), page, title, writer.entry)


def _places(context: SiteContext) -> dict[str, list[_Place]]:
    places: dict[str, list[_Place]] = {}
    for annotated in context.collection.readings:
        for occurrence in annotated.occurrences:
            places.setdefault(occurrence.term, []).append(_Place(annotated, occurrence))
    return places


class _EntryWriter(NamedTuple):
    """Writes entries, or the lines of a table that point to them."""

    context: SiteContext
    places: dict[str, list[_Place]]
    references: dict[str, list[IncomingReference]]
    pages: dict[str, str]

    def pointer(self, term: Term, page: str) -> Html:
        """A line of the table of a glossary in several pages."""
        address = self.context.addresses.link(page, self.pages[term.id], f"term-{term.id}")
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

    def entry(self, term: Term, page: str) -> Html:
        """A term with definition, forms, translations, sources and places."""
        words = self.context.words
        bibliography = self.context.addresses.link(page, BIBLIOGRAPHY_PAGE)
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
            body_html(self._definition(term, page)),
            forms,
            translations_html(term, words),
            sources_html(self.context.short, term.provenance, words, bibliography),
            provenance_html(
                term.provenance,
                words,
                f"term-{term.id}",
                (improve_file_html(self.context, "term", term.label, term.origin),),
            ),
            self._references(term, page),
            self._places(term, page),
            folded_mentions_html(self.context, page, mention_key(BodyLinkKind.TERM, term.id)),
        )

    def _definition(self, term: Term, page: str) -> Html:
        """The definition, in which other terms are linked once each, and the term itself never."""

        def link(words: str) -> Html:
            parts: list[str] = []
            position = 0
            for term_id, span in self.context.find_terms(words, term.id):
                if term_id in linked:
                    continue
                linked.add(term_id)
                address = self.context.addresses.link(page, self.pages[term_id], f"term-{term_id}")
                parts.append(escape_text(words[position : span.start]))
                inside = escape_text(words[span.start : span.end])
                parts.append(f'<a href="{address}">{inside}</a>')
                position = span.end
            parts.append(escape_text(words[position:]))
            return Html("".join(parts))

        pieces = self.context.bodies[term.definition]
        markdown = term.definition.markdown
        page_links = PageLinks(self.context, page, term_pages=self.pages)
        if not self.context.find_terms(markdown, term.id):
            return assemble(pieces, page_links)
        links = links_of(pieces)
        linked = {link.id for link in links if link.kind is BodyLinkKind.TERM}
        return assemble(with_links(render_markdown(markdown, link), links), page_links)

    def _references(self, term: Term, page: str) -> Html:
        found = self.references.get(f"term-{term.id}")
        if not found:
            return Html("")
        items = incoming_items(self.context, page, found)
        return element("ul", {"class": "references-here"}, *items)

    def _places(self, term: Term, page: str) -> Html:
        """Every place as a line of context, by reading; folded where they are many."""
        found = self.places.get(term.id)
        if not found:
            return Html("")
        groups = [
            self._places_in(annotated, [place.occurrence for place in group], page)
            for annotated, group in groupby(found, lambda place: place.annotated)
        ]
        count = self.context.words.html("places", count=len(found))
        return element("details", {"class": "places"}, element("summary", None, count), *groups)

    def _places_in(
        self, annotated: AnnotatedReading, occurrences: list[Occurrence], page: str
    ) -> Html:
        reading = annotated.reading
        language = reading.metadata.language
        lines = (self._line(annotated, occurrence.span, page) for occurrence in occurrences)
        return Html(
            f'<p class="places-reading" dir="auto">{text(one_line(reading.metadata.title))}</p>'
            f'<ul lang="{attribute(language)}" dir="{direction(language)}">{"".join(lines)}</ul>'
        )

    def _line(self, annotated: AnnotatedReading, span: Span, page: str) -> Html:
        reading = annotated.reading
        number = self.context.paragraph_number(reading.id, span.start)
        address = self.context.link_to_paragraph(page, reading.id, number)
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
    context: SiteContext,
    kinds: list[tuple[str, list[Term]]],
    page: str,
    title: str,
    write_entry: EntryWriter,
) -> RenderedPage:
    blocks: list[Html] = []
    contents: list[TableOfContentsEntry] = []
    if kinds:
        choices = tuple((kind, kind_title(kind, context.words)) for kind, _ in kinds)
        total = sum(len(terms) for _, terms in kinds)
        kind_filter = CheckBoxes("kind", "filter-kind", choices if len(choices) > 1 else ())
        blocks.append(
            filter_html(context, (kind_filter,), total, ".entry-term", "h3, .entry > a, bdi")
        )
    for kind, terms in kinds:
        heading = kind_title(kind, context.words)
        blocks.append(
            start_tag(
                "section",
                {
                    "class": "glossary",
                    "aria-labelledby": f"kind-{kind}",
                    "data-kind": kind,
                    **context.speaks,
                },
            )
        )
        blocks.append(element("h2", {"id": f"kind-{kind}"}, text(heading)))
        contents.append(TableOfContentsEntry(heading, f"kind-{kind}"))
        for term in terms:
            blocks.append(write_entry(term, page))
            contents.append(TableOfContentsEntry(one_line(term.label), f"term-{term.id}", 3))
        blocks.append(Html("</section>"))
    if not kinds:
        blocks.append(element("p", {**context.speaks}, context.words.html("no-terms")))
    blocks.append(see_also_html(context, page))
    return RenderedPage(
        write_page(
            page,
            title,
            blocks,
            context.words.text("glossary-description", title=title),
            heading=context.speaks,
        ),
        PageInformation(
            source="annotations/glossary",
            contents=tuple(contents),
            head=glossary_head(context, (term for _, terms in kinds for term in terms), page),
        ),
    )
