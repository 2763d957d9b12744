"""Write the page of people and organisations: those of the glossary, and other voices."""

from collections.abc import Iterable, Iterator
from itertools import starmap

from build_scripts.model.annotation import Term
from build_scripts.model.site_plan import TableOfContentsEntry
from build_scripts.model.span import Span
from build_scripts.render.addresses import GLOSSARY_PAGE, PEOPLE_PAGE, reading_page
from build_scripts.render.citation.citations import body_html, status_html
from build_scripts.render.interface import in_annotators_language
from build_scripts.render.lists.glossary_order import by_kind, kind_title
from build_scripts.render.lists.letters import letters_html, list_contents
from build_scripts.render.lists.list_page import list_page
from build_scripts.render.lists.see_also import see_also_html
from build_scripts.render.lookups.list_pages import KINDS_OF_PEOPLE
from build_scripts.render.lookups.term_pages import initial_of
from build_scripts.render.lookups.voices import Voice, Voices, find_voices
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, text
from build_scripts.render.page import RenderedPage, one_line, section_blocks
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.passages import reading_title
from build_scripts.render.site import Site
from build_scripts.render.term_order import in_order
from build_scripts.render.uses.body_links import PageLinks

_OTHERS = "other-voices"


def render_people(site: Site) -> RenderedPage:
    """The page of everybody who is named."""
    context = page_context(site, PEOPLE_PAGE)
    writer = _Writer(context)
    words, settings = context.words, site.settings
    terms = [term for term in context.site.terms.values() if term.kind in KINDS_OF_PEOPLE]
    blocks: list[Html] = []
    contents: list[TableOfContentsEntry] = []
    language = settings.language
    for kind, members in by_kind(in_order(terms, language), words):
        entries = [
            (initial_of(term, language), one_line(term.label), f"person-{term.id}")
            for term in members
        ]
        letters = letters_html(words, entries)
        shown = (*filter(None, (letters,)), *map(writer.term, members))
        title = kind_title(kind, words)
        blocks += writer.section(f"kind-{kind}", title, shown, is_long=bool(letters))
        contents.append(TableOfContentsEntry(title, f"kind-{kind}"))
        contents += list_contents(entries, 3)
    others = writer.voices.of_others.items()
    if others:
        written = (writer.other(name, voices) for name, voices in others)
        blocks += writer.section(_OTHERS, words.text("other-voices"), written)
        contents.append(TableOfContentsEntry(words.text("other-voices"), _OTHERS))
    blocks.append(see_also_html(context))
    source = "annotations/glossary"
    return list_page(context, "people", blocks, source, contents, is_searched=False)


class _Writer:
    """Writes the entries of the page."""

    def __init__(self, context: PageContext) -> None:
        self._context = context
        self.voices: Voices = find_voices(context.site.texts.values(), context.site.terms.values())

    def section(
        self, identifier: str, title: str, entries: Iterable[Html], *, is_long: bool = False
    ) -> Iterator[Html]:
        """A section with its heading, one block for each entry."""
        attributes = {
            "class": "glossary",
            "aria-labelledby": identifier,
            "data-long": "" if is_long else None,
            **self._context.speaks,
        }
        return section_blocks(attributes, text(title), entries)

    def term(self, term: Term) -> Html:
        """A person or an organisation of the glossary."""
        context = self._context
        address = context.link(GLOSSARY_PAGE, f"term-{term.id}")
        links = PageLinks(context.site, PEOPLE_PAGE)
        label, annotates = text(one_line(term.label)), context.interface.annotates
        lines = [
            *map(self._part, self.voices.of_terms.get(term.id, ())),
            *starmap(self._places, self._context.site.occurrences.get(term.id, {}).items()),
        ]
        return element(
            "article",
            {"class": "entry", "id": f"person-{term.id}", "aria-labelledby": f"name-{term.id}"},
            element(
                "h3",
                {"id": f"name-{term.id}"},
                element("a", {"href": address}, in_annotators_language(annotates, label)),
                status_html(term.provenance, context.words),
            ),
            body_html(context.site.body(term.definition, links), annotates),
            element("ul", {"class": "passages"}, *lines) if lines else NO_HTML,
        )

    def other(self, name: str, voices: list[Voice]) -> Html:
        """A voice that is not in the glossary."""
        return element(
            "article",
            {"class": "entry"},
            element("h3", {"dir": "auto"}, text(name)),
            element("ul", {"class": "passages"}, *map(self._part, voices)),
        )

    def _part(self, voice: Voice) -> Html:
        reading = self._reading(voice.reading)
        return element("li", None, self._context.words.html(voice.part.value, reading=reading))

    def _places(self, reading: str, spans: list[Span]) -> Html:
        """How many times a term occurs in a reading, and where it occurs first."""
        context = self._context
        number = context.site.paragraph_number(reading, spans[0].start)
        place = element(
            "a",
            {"href": context.link_to_paragraph(reading, number)},
            text(context.words.text("in-paragraph", number=str(number))),
        )
        title = self._reading(reading)
        places = context.words.html(
            "places-in-reading", reading=title, count=len(spans), first=place
        )
        return element("li", None, places)

    def _reading(self, reading: str) -> Html:
        address = self._context.link(reading_page(reading))
        title = element("cite", {"dir": "auto"}, text(reading_title(self._context.site, reading)))
        return element("a", {"href": address}, title)
