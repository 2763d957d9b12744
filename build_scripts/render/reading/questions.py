"""Write the questions for discussion below a text."""

from collections.abc import Callable, Container, Iterator, Sequence
from typing import NamedTuple

from build_scripts.model.annotation import Citation
from build_scripts.model.body_link import BodyLinkKind
from build_scripts.model.placed import AnnotatedReading, Passage, PlacedQuestion
from build_scripts.model.site_plan import TableOfContentsEntry
from build_scripts.model.span import Span
from build_scripts.render.bodies.mentions import mention_key
from build_scripts.render.citation.citations import (
    body_html,
    on_this_page,
    provenance_html,
    sources_html,
    status_html,
)
from build_scripts.render.improving import improve_entry_html
from build_scripts.render.language.interface_words import Words
from build_scripts.render.language.text_of_markup import blocks_of
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, start_tag, text
from build_scripts.render.page import shorten
from build_scripts.render.page_context import PageContext
from build_scripts.render.passages import is_whole_reading, passage_html
from build_scripts.render.reading.print_tool import HINTS, AskedQuestion
from build_scripts.render.site import Site
from build_scripts.render.uses.body_links import PageLinks, words_of_link
from build_scripts.render.uses.mention_lists import mentions_in_entry_html

SECTION = "apparatus-question"
"""The id of the heading."""
_BEGINNING = 70
"""Characters of a question in the panel “Print”."""


class Questions(NamedTuple):
    """The questions that stand on one page of a reading.

    Attributes:
        address_of_source: the address of the full form of a source, given its id.
    """

    context: PageContext
    reading: str
    placed: Sequence[PlacedQuestion]
    address_of_source: Callable[[str], str]

    def cited(self) -> tuple[Citation, ...]:
        """Their sources."""
        return tuple(one for q in self.placed for one in q.question.provenance.sources)

    def contents(self) -> Iterator[TableOfContentsEntry]:
        """Their entry in the table of contents, if there are any."""
        if self.placed:
            yield TableOfContentsEntry(self.context.words.text("questions-heading"), SECTION)

    def offered(self) -> tuple[AskedQuestion, ...]:
        """The questions as the panel “Print” offers them."""
        site = self.context.site
        return tuple(offered(site, one, one.entry, one.number) for one in self.placed)

    def around(self) -> tuple[str, ...]:
        """The names of parts of the page that come with them (`print_tool.py`)."""
        return (HINTS,) if any(one.question.hint for one in self.placed) else ()

    def blocks(self, entries: Container[str] = ()) -> Iterator[Html]:
        """The section, one block for each question; it can be folded, and is open at first.

        `entries` are the ids of the entries in the apparatus of the page.
        """
        if not self.placed:
            return
        context = self.context
        attributes = {
            "class": "apparatus questions",
            "aria-labelledby": SECTION,
            **context.speaks,
        }
        yield start_tag("section", attributes)
        yield start_tag("details", {"class": "folded", "open": ""})
        heading = element("h2", {"id": SECTION}, context.words.html("questions-heading"))
        yield element("summary", None, heading)
        links = PageLinks(context.site, context.page, self.reading, entries)
        for placed in self.placed:
            yield self._question(placed, links)
        yield Html("</details>")
        yield Html("</section>")

    def _question(self, placed: PlacedQuestion, links: PageLinks) -> Html:
        context, words, question = self.context, self.context.words, placed.question
        provenance = question.provenance
        number = text(str(placed.number))
        improve = improve_entry_html(context, "question", number, question.origin)
        annotates = context.interface.annotates
        return element(
            "div",
            {
                "id": placed.entry,
                "class": "entry entry-question",
                "data-status": provenance.status,
            },
            *(element("span", {"id": f"question-{old}"}) for old in provenance.formerly),
            element("span", {"class": "label"}, number),
            status_html(provenance, words),
            body_html(context.site.body(question.body, links), annotates),
            self._passages(placed),
            hint_html(words, body_html(context.site.body(question.hint, links), annotates)),
            sources_html(
                context.interface.short, provenance.sources, words, self.address_of_source
            ),
            provenance_html(provenance, words, placed.entry, (improve,)),
            mentions_in_entry_html(
                context, mention_key(BodyLinkKind.QUESTION, question.id, self.reading)
            ),
        )

    def _passages(self, placed: PlacedQuestion) -> Html:
        if not placed.passages:
            return NO_HTML
        items = (element("li", None, self._passage(one)) for one in placed.passages)
        return element("ul", {"class": "passages"}, *items)

    def _passage(self, passage: Passage) -> Html:
        text_of_page = self.context.site.texts[self.reading]
        if passage.reading == self.reading and is_whole_reading(text_of_page, passage.span):
            return self.context.words.html("whole-reading")
        return passage_html(self.context, passage)


def offered(
    site: Site, placed: PlacedQuestion, entry: str, number: int, before: str = ""
) -> AskedQuestion:
    """A question as the panel “Print” offers it.

    Args:
        site: with the question.
        placed: the question.
        entry: the id of its element.
        number: on the page.
        before: what stands before its id in the address.
    """
    question = placed.question
    written = " ".join(blocks_of(site.body(question.body, words_of_link)))
    return AskedQuestion(
        f"{before}{question.id}",
        " ".join(f"{before}{old}" for old in question.provenance.formerly),
        entry,
        number,
        shorten(written, _BEGINNING),
    )


def hint_html(words: Words, body: Html) -> Html:
    """What teachers should know, folded; not found by the search of a page that was built."""
    if not body:
        return NO_HTML
    summary = element("summary", None, words.html("hint-for-teachers"))
    return element("details", {"class": "hint", "data-search-exclude": ""}, summary, body)


def questions_on_page(
    context: PageContext, annotated: AnnotatedReading, shown: Span | None
) -> Questions:
    """The questions of a page that shows a part of a text; None stands for a table of parts.

    A question stands where its first passage begins. On a reading in parts, questions without a
    passage of its text stand with the table of parts.
    """
    reading = annotated.reading
    if not reading.parts:
        placed: tuple[PlacedQuestion, ...] = annotated.questions
    else:
        placed = tuple(one for one in annotated.questions if _is_on_page(one, shown))
    address = context.link_to_source if shown is None else on_this_page
    return Questions(context, reading.id, placed, address)


def _is_on_page(placed: PlacedQuestion, shown: Span | None) -> bool:
    if placed.start is None or shown is None:
        return placed.start is None and shown is None
    return shown.start <= placed.start < shown.end
