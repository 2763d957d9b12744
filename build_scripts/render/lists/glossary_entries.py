"""Write the entries of the glossary, each with all places where its term occurs."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from build_scripts.model.annotation import Term
from build_scripts.model.body_link import BodyLinkKind
from build_scripts.model.span import Span
from build_scripts.render.addresses import GLOSSARY_PAGE, MAP_PAGE
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
from build_scripts.render.improving import improve_file_html
from build_scripts.render.interface import in_annotators_language
from build_scripts.render.language.coordinates_in_words import coordinates_in_words
from build_scripts.render.language.languages import (
    language_attributes,
    reading_direction,
    title_language,
)
from build_scripts.render.lists.list_parts import continues_html
from build_scripts.render.lookups.entries_and_parts import Member
from build_scripts.render.markdown_safe_html import (
    NO_HTML,
    Html,
    attribute,
    attributes_html,
    element,
    text,
)
from build_scripts.render.page import one_line
from build_scripts.render.page_context import PageContext
from build_scripts.render.passages import listed_place_html
from build_scripts.render.site import body_key
from build_scripts.render.term_contents import (
    aliases_html,
    other_forms_html,
    pronunciation_html,
    translations_html,
)
from build_scripts.render.term_order import GlossaryLine
from build_scripts.render.uses.body_links import PageLinks
from build_scripts.render.uses.incoming_references import incoming_items
from build_scripts.render.uses.mention_lists import folded_mentions_html

NO_LEVEL = "none"
"""The value of a filter for terms without a level."""


class EntryWriter(NamedTuple):
    """Writes the entries of a page, or the lines of a table that point to entries.

    Attributes:
        context: of the page.
        has_levels: whether terms on the page have levels, so that a filter chooses by them.
    """

    context: PageContext
    has_levels: bool

    def pointer(self, term: Term) -> Html:
        """A line in the table of a glossary that has several pages."""
        address = self._address(term.id)
        return element(
            "p",
            {"id": f"term-{term.id}", "class": "entry entry-term", "data-level": self._level(term)},
            *_former_ids(term),
            element("a", {"href": address}, self._label(term)),
            *self._other_names(term),
        )

    def _level(self, term: Term) -> str | None:
        return term.level or (NO_LEVEL if self.has_levels else None)

    def _address(self, term_id: str) -> str:
        return self.context.link_to_entry(GLOSSARY_PAGE, f"term-{term_id}")

    def _label(self, term: Term) -> Html:
        annotates = self.context.interface.annotates
        return in_annotators_language(annotates, text(one_line(term.label)))

    def _other_names(self, term: Term) -> Iterator[Html]:
        """Other spellings and translations, by which readers can find the term."""
        semicolon = self.context.words.html("semicolon")
        names = (
            other_forms_html(term, self.context.words),
            semicolon.join(element("bdi", None, text(one_line(one))) for one in term.aliases),
            semicolon.join(
                element("bdi", {"lang": tag}, text(one_line(name)))
                for tag, name in sorted(term.translations.items())
            ),
        )
        shown = Html(semicolon.join(filter(None, names)))
        if shown:
            yield Html(f' <span class="forms">{shown}</span>')

    def line(self, line: GlossaryLine, member: Member) -> Html:
        """A term, or an alias that points to its term."""
        if not line.alias:
            return self.entry(line.term, member)
        alias = element("bdi", None, text(one_line(line.alias)))
        term = element("a", {"href": self._address(line.term.id)}, self._label(line.term))
        said = self.context.words.html("see-term", alias=alias, term=term)
        return element("p", {"class": "entry see-term"}, said)

    def entry(self, term: Term, member: Member) -> Html:
        """A term with definition, forms, translations, sources and places.

        The pieces of a term that is too long for one page are the readings in which it is used.
        """
        if not member.begins:
            return self._continued(term, member)
        words = self.context.words
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
                "data-level": self._level(term),
            },
            *_former_ids(term),
            heading_of_term(self.context, term, self._label(term)),
            body_html(self._definition(term), self.context.interface.annotates),
            forms,
            aliases_html(term, words),
            translations_html(term, words),
            self._on_map(term),
            sources_html(
                self.context.interface.short,
                term.provenance.sources,
                words,
                self.context.link_to_source,
            ),
            provenance_html(
                term.provenance,
                words,
                f"term-{term.id}",
                (improve_file_html(self.context, "term", term.label, term.origin),),
            ),
            *self._uses(term, member),
        )

    def _on_map(self, term: Term) -> Html:
        """Where a term is, with a link to the map; empty if it is not there."""
        if term.coordinates is None:
            return NO_HTML
        context = self.context
        address = context.link_to_entry(MAP_PAGE, f"place-{term.id}")
        link = element("a", {"href": address}, context.words.html("on-the-map"))
        where = text(coordinates_in_words(term.coordinates, context.words))
        return element("p", {"class": "coordinates"}, where, Html(" · "), link)

    def _continued(self, term: Term, member: Member) -> Html:
        """The rest of a term, below a link to its beginning."""
        name = element("a", {"href": self._address(term.id)}, self._label(term))
        return element(
            "article",
            {"class": "entry entry-term"},
            element("h3", None, self.context.words.html("entry-continued", entry=name)),
            *self._uses(term, member),
        )

    def _uses(self, term: Term, member: Member) -> Iterator[Html]:
        """Where the term is referred to, where it occurs, and where it is mentioned."""
        yield self._references(term, member)
        yield self._places(term, member)
        key = mention_key(BodyLinkKind.TERM, term.id)
        yield folded_mentions_html(self.context, key, member)
        yield continues_html(self.context, term.id)

    def _definition(self, term: Term) -> Html:
        """The definition, with links to other terms at their first mention."""

        def link(words: str) -> Html:
            parts: list[str] = []
            position = 0
            for term_id, span in self.context.site.find_terms(words, term.id):
                if term_id in linked:
                    continue
                linked.add(term_id)
                address = self._address(term_id)
                parts.append(escape_text(words[position : span.start]))
                inside = escape_text(words[span.start : span.end])
                parts.append(f'<a href="{address}">{inside}</a>')
                position = span.end
            parts.append(escape_text(words[position:]))
            return Html("".join(parts))

        pieces = self.context.site.bodies[body_key(term.definition)]
        markdown = term.definition.markdown
        site = self.context.site
        page_links = PageLinks(site, self.context.page)
        if not self.context.site.find_terms(markdown, term.id):
            return assemble(pieces, page_links)
        links = links_of(pieces)
        linked = {link.id for link in links if link.kind is BodyLinkKind.TERM}
        return assemble(with_links(render_markdown(markdown, link), links), page_links)

    def _references(self, term: Term, member: Member) -> Html:
        references = self.context.site.incoming.get(f"term-{term.id}", ())
        here = [reference for reference in references if member.shows(reference.passage.reading)]
        if not here:
            return NO_HTML
        return element("ul", {"class": "references-here"}, *incoming_items(self.context, here))

    def _places(self, term: Term, member: Member) -> Html:
        """Places as lines of context, by reading, in a folded list."""
        places = self.context.site.occurrences.get(term.id, {})
        here = {reading: spans for reading, spans in places.items() if member.shows(reading)}
        if not here:
            return NO_HTML
        # At the beginning of a term in pieces, all its places are counted.
        counted = places if member.begins else here
        count = self.context.words.html("places", count=sum(map(len, counted.values())))
        summary = element("summary", None, count)
        groups = (self._places_in(reading, spans) for reading, spans in here.items())
        return element("details", {"class": "places"}, summary, *groups)

    def _places_in(self, reading_id: str, spans: Iterable[Span]) -> Html:
        reading = self.context.site.texts[reading_id]
        language = reading.metadata.language
        words = self.context.words
        speaks = attributes_html(language_attributes(words.language, language, words.direction))
        lines = "".join(listed_place_html(self.context, reading, span, speaks) for span in spans)
        says = {**title_language(reading, words.language), "dir": "auto"}
        title = attributes_html({"class": "places-reading", **says})
        return Html(
            f"<p{title}>{text(one_line(reading.metadata.title))}</p>"
            f'<ul lang="{attribute(language)}" dir="{reading_direction(reading)}">{lines}</ul>'
        )


def _former_ids(term: Term) -> Iterator[Html]:
    return (element("span", {"id": f"term-{old}"}) for old in term.provenance.formerly)


def heading_of_term(context: PageContext, term: Term, name: Html) -> Html:
    """The name of a term and its status, as a heading; after it, how the name is pronounced."""
    status = status_html(term.provenance, context.words)
    heading = element("h3", {"id": f"name-{term.id}"}, name, status)
    spoken = pronunciation_html(term, context.words, context.interface.annotates)
    # Beside the heading and not in it, since headings are read aloud in lists.
    return element("hgroup", None, heading, element("p", None, spoken)) if spoken else heading
