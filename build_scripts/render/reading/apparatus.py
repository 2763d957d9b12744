"""Write the apparatus below a text: each annotation of the page once, linked to its places."""

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache

from build_scripts.model.annotation import (
    Citation,
    Correction,
    CrossReference,
    Level,
    Note,
    Provenance,
    Reference,
    Term,
    all_sources,
)
from build_scripts.model.body_link import BodyLinkKind
from build_scripts.model.placed import Passage, PlacedAnnotation
from build_scripts.model.reading import Reading
from build_scripts.model.source_text import Paragraph
from build_scripts.render.addresses import GLOSSARY_PAGE
from build_scripts.render.bodies.body_pieces import assemble
from build_scripts.render.bodies.mentions import mention_key
from build_scripts.render.citation.citations import (
    body_html,
    provenance_html,
    sources_html,
    status_html,
)
from build_scripts.render.citation.sources import sources_section
from build_scripts.render.improving import improve_entry_html
from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import NO_HTML, Html, attribute, element, text
from build_scripts.render.page import section_blocks
from build_scripts.render.page_context import PageContext
from build_scripts.render.passages import (
    exactly_quoted_html,
    is_whole_reading,
    numbered_paragraphs,
    paragraph_numbers,
    passage_html,
    quotation,
    quoted_html,
)
from build_scripts.render.reading.citing import cite_button
from build_scripts.render.reading.margin_notes import left_below_html, margin_of, shown_beside
from build_scripts.render.reading.margin_room import WHOLE
from build_scripts.render.reading.marks import Mark
from build_scripts.render.reading.previews import preview_html
from build_scripts.render.reading.probable_readings import (
    probable_reading_html,
    rival_html,
    rivals_html,
)
from build_scripts.render.term_contents import term_lemma_html
from build_scripts.render.term_order import in_order
from build_scripts.render.uses.body_links import PageLinks
from build_scripts.render.uses.entry_names import (
    entry_link,
    entry_referred_to,
    kind_of,
    level_class,
    relation_in_words,
)
from build_scripts.render.uses.mention_lists import mentions_in_entry_html

SECTIONS = (
    ("note", "notes-heading"),
    ("cross-reference", "cross-references-heading"),
    ("correction", "corrections-heading"),
    ("term", "terms-heading"),
)
"""The kinds in the order of the apparatus, with the messages of their headings."""

NUMBERED_KINDS = ("note", "cross-reference")


class Apparatus:
    """Writes the entries of one page."""

    def __init__(
        self,
        context: PageContext,
        reading: Reading,
        marks: tuple[Mark, ...],
        paragraphs: Sequence[Paragraph],
        also_cited: Sequence[Citation] = (),
    ) -> None:
        """`also_cited` are the sources of what the page shows besides annotations."""
        self._context = context
        self._words = context.words
        self._reading = reading
        self._also_cited = also_cited
        self._cite = cite_button(context.words)
        self._places: dict[str, list[Mark]] = {}
        for mark in marks:
            self._places.setdefault(mark.placed.entry, []).append(mark)
        self._links = PageLinks(context.site, context.page, reading.id, self._places)
        self._contents = {
            entry: self._content(places[0])
            for entry, places in self._places.items()
            if kind_of(places[0].placed) == "note"
        }
        notes = ((self._places[entry][0], content) for entry, content in self._contents.items())
        self.margin = margin_of(reading, paragraphs, notes)

    @property
    def entries(self) -> Container[str]:
        """The ids of the entries."""
        return self._places.keys()

    def kinds(self) -> tuple[str, ...]:
        """The kinds of annotations on the page, in the order of the apparatus."""
        present = {kind_of(marks[0].placed) for marks in self._places.values()}
        return tuple(kind for kind, _ in SECTIONS if kind in present)

    def levels(self) -> tuple[Level, ...]:
        """The levels of the terms on the page."""
        terms = (marks[0].placed.annotation for marks in self._places.values())
        present = {term.level for term in terms if isinstance(term, Term)}
        return tuple(level for level in Level if level in present)

    def references(self) -> tuple[Reference, ...]:
        """The works that the page cites."""
        keys = {
            source.reference
            for marks in self._places.values()
            for source in all_sources(marks[0].placed.annotation)
        } | {source.reference for source in self._also_cited}
        return tuple(self._context.site.references[key] for key in sorted(keys))

    def blocks(self) -> Iterator[Html]:
        """The apparatus, one block for each entry."""
        by_kind: dict[str, list[list[Mark]]] = {}
        for marks in self._places.values():
            by_kind.setdefault(kind_of(marks[0].placed), []).append(marks)
        for kind, heading in SECTIONS:
            entries = by_kind.get(kind)
            if not entries:
                continue
            if kind == "term":
                entries = self._terms_in_order(entries)
            mixed = " mixed" if kind == "note" and self.margin.left_below else ""
            attributes = {
                "class": f"apparatus apparatus-{kind}{mixed}",
                "role": "doc-endnotes" if kind == "note" else None,
                "aria-labelledby": f"apparatus-{kind}",
                **self._context.speaks,
            }
            written = (block for marks in entries for block in self._blocks_of(marks))
            yield from section_blocks(attributes, self._words.html(heading), written)
        interface = self._context.interface
        yield from sources_section(
            self.references(), interface.short, interface.full, self._words, interface.speaks
        )

    def _terms_in_order(self, entries: list[list[Mark]]) -> list[list[Mark]]:
        of_terms = {
            term: marks for marks in entries if isinstance(term := marks[0].placed.annotation, Term)
        }
        language = self._context.site.settings.language
        return [of_terms[term] for term in in_order(of_terms, language)]

    def _blocks_of(self, marks: list[Mark]) -> Iterator[Html]:
        left_below = self.margin.left_below.get(marks[0].placed.entry)
        if left_below:
            yield left_below_html(left_below, self._words)
        yield self._entry(marks)

    def _entry(self, marks: list[Mark]) -> Html:
        placed = marks[0].placed
        annotation = placed.annotation
        kind = kind_of(placed)
        prefix = placed.entry.partition("-")[0]
        former = "".join(
            f'<span id="{prefix}-{old}"></span>' for old in annotation.provenance.formerly
        )
        label = ""
        if kind in NUMBERED_KINDS:
            label = f'<span class="label">{text(marks[0].label)}</span> '
        classes = " ".join(filter(None, ("entry", f"entry-{kind}", level_class(placed))))
        beside = shown_beside(self.margin.lines.get(placed.entry, WHOLE))
        content = self._contents.get(placed.entry) or self._content(marks[0])
        return Html(
            f'<div id="{placed.entry}" class="{classes}"{beside}'
            f"{_status_attribute(annotation.provenance)}>{former}"
            f'<p class="lemma">{label}{self._lemma(placed, annotation)}'
            f"{status_html(annotation.provenance, self._words)}{self._ways_back(marks)}</p>"
            f"{content}</div>"
        )

    def _lemma(
        self, placed: PlacedAnnotation, annotation: Note | CrossReference | Correction | Term
    ) -> Html:
        """What the entry is about: the quoted words, or the name of the term."""
        if isinstance(annotation, Term):
            address = self._context.link_to_entry(GLOSSARY_PAGE, f"term-{annotation.id}")
            annotates = self._context.interface.annotates
            return term_lemma_html(annotation, address, self._words, annotates)
        if not placed.on_blocks and self._reading.source.shows(placed.span):
            words = quotation(self._reading.source, placed.span)
            if isinstance(annotation, Correction):
                return exactly_quoted_html(self._reading, words)
            return quoted_html(self._reading, words, self._words.language)
        if placed.on_blocks and is_whole_reading(self._reading, placed.span):
            return self._words.html("whole-reading")
        first, last = paragraph_numbers(self._context.site, Passage(self._reading.id, placed.span))
        return text(numbered_paragraphs(self._words, first, last, "paragraph", "paragraphs"))

    def _ways_back(self, marks: Iterable[Mark]) -> Html:
        """Links back to the text. The arrow is not ↩, which some systems draw as an emoji."""
        paragraph_number, reading = self._context.site.paragraph_number, self._reading.id
        links = (
            f' <a href="#{mark.id}"{_way_back(self._words, number)}</a>'
            for mark in marks
            for number in (paragraph_number(reading, mark.placed.span.start),)
        )
        return Html("".join(links))

    def _content(self, mark: Mark) -> Html:
        """What the entry says, with its sources and its provenance."""
        context = self._context
        placed = mark.placed
        annotation = placed.annotation
        match annotation:
            case Term():
                return assemble(context.interface.term_contents[annotation.id], self._links)
            case Note():
                statement = NO_HTML
            case CrossReference():
                statement = self._far_end(placed, annotation)
            case Correction():
                statement = probable_reading_html(annotation, self._reading, self._words)
        provenance = annotation.provenance
        improve = improve_entry_html(context, kind_of(placed), mark.label, annotation.origin)
        body = context.site.body(annotation.body, self._links)
        return Html(
            f"{statement}{body_html(body, context.interface.annotates)}"
            f"{sources_html(context.interface.short, provenance.sources, self._words)}"
            f"{self._rivals(annotation)}"
            f"{provenance_html(provenance, self._words, placed.entry, (self._cite, improve))}"
            f"{self._mentions(annotation)}"
        )

    def _mentions(self, annotation: Note | CrossReference | Correction) -> Html:
        """Where the annotation is mentioned, if it is a note: bodies can link to no other kind."""
        if not isinstance(annotation, Note):
            return NO_HTML
        key = mention_key(BodyLinkKind.NOTE, annotation.id, self._reading.id)
        return mentions_in_entry_html(self._context, key)

    def _rivals(self, annotation: Note | CrossReference | Correction) -> Html:
        """The other readings that a correction lists."""
        if not isinstance(annotation, Correction):
            return NO_HTML
        interface = self._context.interface
        items = tuple(
            rival_html(
                rival,
                self._reading,
                self._words,
                Html(
                    body_html(self._context.site.body(rival.body, self._links), interface.annotates)
                    + sources_html(interface.short, rival.sources, self._words)
                ),
            )
            for rival in annotation.rivals
        )
        return rivals_html(items, self._words)

    def _far_end(self, placed: PlacedAnnotation, reference: CrossReference) -> Html:
        words = relation_in_words(self._words, reference.relation, from_far_end=placed.at_far_end)
        relation = element("span", {"class": "relation"}, words)
        link = self._far_link(placed, reference)
        related = self._words.html("related", relation=relation, passage=link)
        sentence = element("p", {"class": "far-end"}, related)
        if placed.other_end is None:
            return sentence
        return Html(f"{sentence}{preview_html(self._context, placed.other_end)}")

    def _far_link(self, placed: PlacedAnnotation, reference: CrossReference) -> Html:
        context = self._context
        if placed.other_end is not None:
            return passage_html(context, placed.other_end)
        return entry_link(context, entry_referred_to(context.site, reference))


def _status_attribute(provenance: Provenance) -> Html:
    """The attribute for the status of an entry, for style sheets and other tools."""
    return Html(f' data-status="{provenance.status}"' if provenance.status else "")


@lru_cache(maxsize=4_096)
def _way_back(words: Words, number: int) -> Html:
    """The rest of a link to a paragraph: what all links to paragraphs of this number share."""
    spoken = attribute(words.text("way-back-spoken", number=str(number)))
    shown = text(words.text("way-back", number=str(number)))
    return Html(f' role="doc-backlink" class="way-back" aria-label="{spoken}">{shown}')
