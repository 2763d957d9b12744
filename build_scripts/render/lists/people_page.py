"""Write the page of people and organisations: those of the glossary, and other voices."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from build_scripts.model.annotation import Term
from build_scripts.model.site_plan import TableOfContentsEntry
from build_scripts.model.span import Span
from build_scripts.render.addresses import GLOSSARY_PAGE, PEOPLE_PAGE
from build_scripts.render.citation.citations import body_html
from build_scripts.render.interface import in_annotators_language
from build_scripts.render.lists.filters import LISTED, CheckBoxes, filter_html
from build_scripts.render.lists.glossary_entries import heading_of_term
from build_scripts.render.lists.glossary_order import by_kind, kind_title
from build_scripts.render.lists.letters import letters_html, list_contents
from build_scripts.render.lists.list_page import list_index, list_page
from build_scripts.render.lists.list_parts import continues_html
from build_scripts.render.lists.places_in_readings import (
    linked_title_html,
    places_in_reading_html,
)
from build_scripts.render.lists.see_also import see_also_html
from build_scripts.render.lists.who_is_who import InRole, who_is_who_html
from build_scripts.render.lookups.entries_and_parts import ListPart, Member
from build_scripts.render.lookups.initials import initial_of
from build_scripts.render.lookups.list_items import piece_of_source
from build_scripts.render.lookups.voices import WHO_IS_WHO, Role, Voice, id_of_voice, roles_of
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, join, text
from build_scripts.render.page import RenderedPage, one_line, section_blocks
from build_scripts.render.page_context import PageContext, page_context
from build_scripts.render.site import Site
from build_scripts.render.term_contents import aliases_html
from build_scripts.render.uses.body_links import PageLinks

Attributes = dict[str, str | None]

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
    shown_people = [writer.in_role(member) for member in part.members if member.begins]
    in_roles = [one for one in shown_people if one.roles]
    blocks: list[Html] = []
    contents: list[TableOfContentsEntry] = []
    if in_roles:
        blocks += (_filter(context, in_roles, part), who_is_who_html(context, in_roles))
        contents.append(TableOfContentsEntry(words.text(WHO_IS_WHO), WHO_IS_WHO))
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


def _filter(context: PageContext, people: Iterable[InRole], part: ListPart) -> Html:
    """The form that chooses by name and role."""
    words = context.words
    present = {role for one in people for role in one.roles}
    choices = tuple((role.value, words.text(f"role-{role}")) for role in Role if role in present)
    by_role = CheckBoxes("role", "filter-role", choices if len(choices) > 1 else ())
    return filter_html(
        context.interface,
        (by_role,),
        len(part.members),
        ".person",
        "h3, bdi",
        is_part=not part.name.is_whole,
    )


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

    def in_role(self, member: Member) -> InRole:
        """Who somebody is on the page, who may be in the glossary or, after a dot, not."""
        site, entry = self._context.site, member.entry
        if entry.startswith("."):
            name = entry.removeprefix(".")
            roles = roles_of(site.other_voices[name], is_mentioned=False)
            return InRole(id_of_voice(name), element("bdi", None, text(name)), roles)
        voices = (*site.voices.get(entry, ()), *site.in_sources.get(entry, ()))
        roles = roles_of(voices, is_mentioned=bool(site.occurrences.get(entry)))
        return InRole(f"person-{entry}", self._label(site.terms[entry]), roles)

    def _label(self, term: Term) -> Html:
        annotates = self._context.interface.annotates
        return in_annotators_language(annotates, text(one_line(term.label)))

    def _article(self, member: Member, attributes: Attributes) -> Attributes:
        """The attributes of an entry, with the roles by which the filter finds it."""
        roles = self.in_role(member).roles
        return {"class": "entry person", "data-role": LISTED.join(roles) or None, **attributes}

    def term(self, term: Term, member: Member) -> Html:
        """A person or an organisation of the glossary; readings may be pieces of it."""
        context = self._context
        label = self._label(term)
        voices = context.site.voices.get(term.id, ())
        occurrences = context.site.occurrences.get(term.id, {})
        in_sources = context.site.in_sources.get(term.id, ())
        lines = [
            *((voice.work, partial(self._part, voice)) for voice in voices),
            *((name, partial(self._places, name, spans)) for name, spans in occurrences.items()),
            *((piece_of_source(v.work), partial(self._in_source, v)) for v in in_sources),
        ]
        listed = self._listed(lines, member)
        if not member.begins:
            address = context.link_to_entry(PEOPLE_PAGE, f"person-{term.id}")
            name = element("a", {"href": address}, label)
            return self._continued(member, name, listed)
        address = context.link_to_entry(GLOSSARY_PAGE, f"term-{term.id}")
        links = PageLinks(context.site, context.page)
        return element(
            "article",
            self._article(
                member, {"id": f"person-{term.id}", "aria-labelledby": f"name-{term.id}"}
            ),
            heading_of_term(context, term, element("a", {"href": address}, label)),
            body_html(context.site.body(term.definition, links), context.interface.annotates),
            aliases_html(term, context.words),
            listed,
        )

    def other(self, member: Member) -> Html:
        """A voice that is not in the glossary; a dot stands before its name."""
        name = member.entry.removeprefix(".")
        voices = self._context.site.other_voices[name]
        lines = [(voice.work, partial(self._part, voice)) for voice in voices]
        listed = self._listed(lines, member)
        if not member.begins:
            return self._continued(member, element("bdi", None, text(name)), listed)
        heading = element("h3", {"dir": "auto"}, text(name))
        attributes = self._article(member, {"id": id_of_voice(name)})
        return element("article", attributes, heading, listed)

    def _continued(self, member: Member, name: Html, listed: Html) -> Html:
        heading = element("h3", None, self._context.words.html("entry-continued", entry=name))
        return element("article", self._article(member, {}), heading, listed)

    def _listed(self, lines: Sequence[tuple[str, Callable[[], Html]]], member: Member) -> Html:
        """Lines, each with its reading, as far as they stand on this page."""
        if not lines:
            return NO_HTML
        shown = (line() for reading, line in lines if member.shows(reading))
        listed = element("ul", {"class": "passages"}, *shown)
        return join((listed, continues_html(self._context, member.entry)))

    def _in_source(self, voice: Voice) -> Html:
        context = self._context
        short = context.interface.short[voice.work].label
        source = element("a", {"href": context.link_to_source(voice.work)}, text(short))
        return element("li", None, context.words.html(voice.part.value, source=source))

    def _part(self, voice: Voice) -> Html:
        reading = self._reading(voice.work)
        return element("li", None, self._context.words.html(voice.part.value, reading=reading))

    def _places(self, reading: str, spans: list[Span]) -> Html:
        """How many times a term occurs in a reading, and where it occurs first."""
        return element("li", None, places_in_reading_html(self._context, reading, spans))

    def _reading(self, reading: str) -> Html:
        return linked_title_html(self._context, reading)
