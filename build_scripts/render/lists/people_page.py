"""Write the page of people and organisations: those of the glossary, and other voices."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from build_scripts.model.annotation import Term
from build_scripts.model.site_plan import TableOfContentsEntry
from build_scripts.model.span import Span
from build_scripts.render.addresses import GLOSSARY_PAGE, PEOPLE_PAGE
from build_scripts.render.citation.citations import body_html, status_html
from build_scripts.render.interface import in_annotators_language
from build_scripts.render.lists.glossary_order import by_kind, kind_title
from build_scripts.render.lists.letters import letters_html, list_contents
from build_scripts.render.lists.list_page import list_index, list_page
from build_scripts.render.lists.list_parts import continues_html
from build_scripts.render.lists.places_in_readings import (
    linked_title_html,
    places_in_reading_html,
)
from build_scripts.render.lists.see_also import see_also_html
from build_scripts.render.lookups.entries_and_parts import Member
from build_scripts.render.lookups.initials import initial_of
from build_scripts.render.lookups.voices import Voice
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, join, text
from build_scripts.render.page import RenderedPage, one_line, section_blocks
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.site import Site
from build_scripts.render.uses.body_links import PageLinks

_OTHERS = "other-voices"
_SOURCE = "annotations/glossary"


def render_people(site: Site, page: str) -> RenderedPage:
    """A page of everybody who is named."""
    context = page_context(site, page)
    if page not in site.parts:
        return list_index(context, "people", (see_also_html(context),), _SOURCE, is_searched=False)
    part = site.parts[page]
    writer = _Writer(context)
    words, language = context.words, site.settings.language
    members_of = {member.entry: member for member in part.members}
    others = [member for name, member in members_of.items() if name.startswith(".")]
    terms = [site.terms[name] for name in members_of if not name.startswith(".")]
    blocks: list[Html] = []
    contents: list[TableOfContentsEntry] = []
    for kind, members in by_kind(terms, words):
        entries = [
            (initial_of(term, language), one_line(term.label), f"person-{term.id}")
            for term in members
            if term.id != part.continued
        ]
        letters = letters_html(words, entries)
        written = (writer.term(term, members_of[term.id]) for term in members)
        title = kind_title(kind, words)
        shown = (*filter(None, (letters,)), *written)
        blocks += writer.section(f"kind-{kind}", title, shown, is_long=bool(letters))
        contents.append(TableOfContentsEntry(title, f"kind-{kind}"))
        contents += list_contents(entries, 3)
    if others:
        of_others = (writer.other(member) for member in others)
        blocks += writer.section(_OTHERS, words.text("other-voices"), of_others)
        contents.append(TableOfContentsEntry(words.text("other-voices"), _OTHERS))
    blocks.append(see_also_html(context))
    return list_page(context, "people", blocks, _SOURCE, contents, is_searched=False, part=part)


class _Writer:
    """Writes the entries of the page."""

    def __init__(self, context: PageContext) -> None:
        self._context = context

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

    def term(self, term: Term, member: Member) -> Html:
        """A person or an organisation of the glossary; readings may be pieces of it."""
        context = self._context
        label = in_annotators_language(context.interface.annotates, text(one_line(term.label)))
        voices = context.site.voices.get(term.id, ())
        occurrences = context.site.occurrences.get(term.id, {})
        lines = [
            *((voice.reading, partial(self._part, voice)) for voice in voices),
            *((name, partial(self._places, name, spans)) for name, spans in occurrences.items()),
        ]
        listed = self._listed(lines, member)
        if not member.begins:
            address = context.link_to_entry(PEOPLE_PAGE, f"person-{term.id}")
            name = element("a", {"href": address}, label)
            return self._continued(name, listed)
        address = context.link_to_entry(GLOSSARY_PAGE, f"term-{term.id}")
        links = PageLinks(context.site, context.page)
        return element(
            "article",
            {"class": "entry", "id": f"person-{term.id}", "aria-labelledby": f"name-{term.id}"},
            element(
                "h3",
                {"id": f"name-{term.id}"},
                element("a", {"href": address}, label),
                status_html(term.provenance, context.words),
            ),
            body_html(context.site.body(term.definition, links), context.interface.annotates),
            listed,
        )

    def other(self, member: Member) -> Html:
        """A voice that is not in the glossary; a dot stands before its name."""
        name = member.entry.removeprefix(".")
        voices = self._context.site.other_voices[name]
        lines = [(voice.reading, partial(self._part, voice)) for voice in voices]
        listed = self._listed(lines, member)
        if not member.begins:
            return self._continued(element("bdi", None, text(name)), listed)
        heading = element("h3", {"dir": "auto"}, text(name))
        return element("article", {"class": "entry"}, heading, listed)

    def _continued(self, name: Html, listed: Html) -> Html:
        heading = element("h3", None, self._context.words.html("entry-continued", entry=name))
        return element("article", {"class": "entry"}, heading, listed)

    def _listed(self, lines: Sequence[tuple[str, Callable[[], Html]]], member: Member) -> Html:
        """Lines, each with its reading, as far as they stand on this page."""
        if not lines:
            return NO_HTML
        shown = (line() for reading, line in lines if member.shows(reading))
        listed = element("ul", {"class": "passages"}, *shown)
        return join((listed, continues_html(self._context, member.entry)))

    def _part(self, voice: Voice) -> Html:
        reading = self._reading(voice.reading)
        return element("li", None, self._context.words.html(voice.part.value, reading=reading))

    def _places(self, reading: str, spans: list[Span]) -> Html:
        """How many times a term occurs in a reading, and where it occurs first."""
        return element("li", None, places_in_reading_html(self._context, reading, spans))

    def _reading(self, reading: str) -> Html:
        return linked_title_html(self._context, reading)
