"""The apparatus below a text: every annotation of the page once, with the way back."""

from collections.abc import Iterable, Iterator

from build_scripts.model.annotation import (
    Certainty,
    Correction,
    CrossReference,
    EventReference,
    Note,
    PassageReference,
    Relation,
    Term,
    TermReference,
)
from build_scripts.model.placed import PlacedAnnotation
from build_scripts.model.reading import Reading
from build_scripts.render.addresses import GLOSSARY_PAGE, TIMELINE_PAGE
from build_scripts.render.citations import provenance_html, sources_html, status_html
from build_scripts.render.context import SiteContext
from build_scripts.render.html import Html, element, start_tag, text
from build_scripts.render.languages import language_name
from build_scripts.render.marks import Mark, Marks, kind_of
from build_scripts.render.page import one_line
from build_scripts.render.passages import passage_html, quotation, quoted_html

RELATIONS = {
    Relation.AGREES: ("agrees with", "agrees with"),
    Relation.AGREES_IN_PART: ("agrees in part with", "agrees in part with"),
    Relation.CONTRASTS: ("contrasts with", "contrasts with"),
    Relation.LATER_DEVELOPMENT: ("later development", "earlier stage"),
    Relation.EARLIER_STAGE: ("earlier stage", "later development"),
    Relation.SAME_SUBJECT: ("same subject", "same subject"),
    Relation.SAME_PERSON: ("same person", "same person"),
    Relation.EXPLAINS: ("explained by", "explains"),
    Relation.QUOTES: ("quotes", "quoted by"),
}
"""How a relation is called where it is stated, and at the far end."""

_CERTAINTIES = {
    Certainty.CERTAIN: "certain",
    Certainty.LIKELY: "likely",
    Certainty.CONJECTURE: "conjecture",
}

SECTIONS = (
    ("note", "Notes"),
    ("cross-reference", "Cross-references"),
    ("correction", "Textual notes"),
    ("term", "Glossary terms on this page"),
)
"""Kinds in the order in which the apparatus shows them, with their headings."""


class Apparatus:
    """Writes the entries of one page."""

    def __init__(self, context: SiteContext, reading: Reading, page: str, marks: Marks) -> None:
        self._context = context
        self._reading = reading
        self._page = page
        self._places: dict[str, list[Mark]] = {}
        for mark in marks.all:
            self._places.setdefault(mark.placed.entry, []).append(mark)

    def kinds(self) -> tuple[str, ...]:
        """The kinds that the page has, in the order of the apparatus."""
        present = {kind_of(marks[0].placed) for marks in self._places.values()}
        return tuple(kind for kind, _ in SECTIONS if kind in present)

    def blocks(self) -> Iterator[Html]:
        """The apparatus, one block an entry."""
        by_kind: dict[str, list[list[Mark]]] = {}
        for marks in self._places.values():
            by_kind.setdefault(kind_of(marks[0].placed), []).append(marks)
        for kind, title in SECTIONS:
            entries = by_kind.get(kind)
            if not entries:
                continue
            if kind == "term":
                entries.sort(key=lambda marks: marks[0].placed.entry)
            yield start_tag(
                "section",
                {
                    "class": f"apparatus apparatus-{kind}",
                    "role": "doc-endnotes" if kind == "note" else None,
                    "aria-labelledby": f"apparatus-{kind}",
                },
            )
            yield element("h2", {"id": f"apparatus-{kind}"}, text(title))
            yield from (self._entry(marks) for marks in entries)
            yield Html("</section>")

    def _entry(self, marks: list[Mark]) -> Html:
        placed = marks[0].placed
        annotation = placed.annotation
        former = (
            element("span", {"id": f"{placed.entry.partition('-')[0]}-{old}"})
            for old in annotation.provenance.formerly
        )
        label = marks[0].label if kind_of(placed) in ("note", "cross-reference") else ""
        return element(
            "div",
            {
                "id": placed.entry,
                "class": f"entry entry-{kind_of(placed)}",
                "data-status": annotation.provenance.status.value,
            },
            *former,
            element(
                "p",
                {"class": "lemma"},
                Html(element("span", {"class": "label"}, text(label)) + text(" "))
                if label
                else Html(""),
                *self._lemma(placed, annotation),
                status_html(annotation.provenance),
                *self._ways_back(marks),
            ),
            *self._content(placed),
            sources_html(self._context, annotation.provenance),
            provenance_html(annotation.provenance),
        )

    def _lemma(
        self, placed: PlacedAnnotation, annotation: Note | CrossReference | Correction | Term
    ) -> Iterator[Html]:
        """What the entry is about: the quoted words, or the name of the term."""
        if isinstance(annotation, Term):
            glossary = self._context.addresses.link(
                self._page, GLOSSARY_PAGE, f"term-{annotation.id}"
            )
            yield element("a", {"href": glossary}, text(one_line(annotation.label)))
            yield text(" ")
            yield element("span", {"class": "kind"}, text(annotation.kind))
        elif not placed.on_blocks:
            yield quoted_html(self._reading, quotation(self._reading.source, placed.span))
        elif self._is_whole(placed):
            yield text("The whole reading")
        else:
            yield text(self._paragraphs(placed))

    def _is_whole(self, placed: PlacedAnnotation) -> bool:
        last = len(self._reading.source.paragraphs)
        return placed.span.covers(self._reading.source.paragraphs_span(1, last))

    def _paragraphs(self, placed: PlacedAnnotation) -> str:
        """The numbers of the paragraphs to which an entry belongs, in words."""
        first = self._context.paragraph_number(self._reading.id, placed.span.start)
        last = self._context.paragraph_number(self._reading.id, placed.span.end - 1)
        return f"Paragraph {first}" if first == last else f"Paragraphs {first}–{last}"

    def _ways_back(self, marks: Iterable[Mark]) -> Iterator[Html]:
        for mark in marks:
            number = self._context.paragraph_number(self._reading.id, mark.placed.span.start)
            yield text(" ")
            yield element(
                "a",
                {
                    "href": f"#{mark.id}",
                    "role": "doc-backlink",
                    "class": "way-back",
                    "aria-label": f"Back to the text, paragraph {number}",
                },
                # Not ↩, which some systems draw as a coloured picture.
                text(f"↑ ¶{number}"),
            )

    def _content(self, placed: PlacedAnnotation) -> Iterator[Html]:
        match placed.annotation:
            case Note(body=body):
                yield self._body(self._context.body(body))
            case CrossReference() as reference:
                yield self._far_end(placed, reference)
                yield self._body(self._context.body(reference.body))
            case Correction() as correction:
                yield element(
                    "p",
                    {"class": "correction"},
                    text("Probable reading: "),
                    quoted_html(self._reading, one_line(correction.reading)),
                    text(f" ({_CERTAINTIES[correction.certainty]})"),
                )
                yield self._body(self._context.body(correction.body))
            case Term() as term:
                yield self._body(self._context.body(term.definition))
                if term.translations:
                    yield translations_html(term)

    def _body(self, markup: Html) -> Html:
        return element("div", {"class": "body"}, markup) if markup else Html("")

    def _far_end(self, placed: PlacedAnnotation, reference: CrossReference) -> Html:
        relation = RELATIONS[reference.relation][1 if placed.at_far_end else 0]
        shown = element("span", {"class": "relation"}, text(relation[0].upper() + relation[1:]))
        return element(
            "p", {"class": "far-end"}, shown, text(": "), self._far_link(placed, reference)
        )

    def _far_link(self, placed: PlacedAnnotation, reference: CrossReference) -> Html:
        context, page = self._context, self._page
        if placed.other_end is not None:
            return passage_html(context, page, placed.other_end)
        match reference.refers_to:
            case TermReference(term=term):
                address = context.addresses.link(page, GLOSSARY_PAGE, f"term-{term}")
                return element("a", {"href": address}, text(one_line(context.terms[term].label)))
            case EventReference(event=event):
                address = context.addresses.link(page, TIMELINE_PAGE, f"event-{event}")
                title = context.events[event].event.title
                return element("a", {"href": address}, text(one_line(title)))
            case PassageReference():
                raise AssertionError("a placed cross-reference between passages has its far end")


def translations_html(term: Term) -> Html:
    """The names of a term in other languages."""
    items: list[Html] = []
    for tag, name in sorted(term.translations.items()):
        if items:
            items.append(text("; "))
        items.append(text(f"{language_name(tag)}: "))
        items.append(element("bdi", {"lang": tag}, text(one_line(name))))
    return element("p", {"class": "translations"}, *items)
