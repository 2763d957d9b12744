"""Write the metadata of a reading, which stand above its text."""

from collections.abc import Iterable, Iterator

from build_scripts.model.annotation import Name
from build_scripts.model.reading import Publish, Reading
from build_scripts.render.collection_links import way_html
from build_scripts.render.comparison_links import compared_with
from build_scripts.render.imprint import annotations_licence, contact_html, licence_html
from build_scripts.render.interface import in_annotators_language
from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import Html, element, text
from build_scripts.render.page import one_line
from build_scripts.render.page_context import PageContext
from build_scripts.render.reading.durations import duration_html
from build_scripts.render.reading.print_tool import name_line
from build_scripts.render.reading_facts import FACTS_BETWEEN, facts_html
from build_scripts.text.reading_time import reading_minutes


def metadata_html(context: PageContext, reading: Reading, begins: str = "") -> Html:
    """What a reader wants to know before the text, on a line; and the rest folded below it.

    `begins` is the id of the place where the text begins. A link leads there past what else stands
    above it.
    """
    words = context.words
    stands_between = begins and (reading.introduction or reading.notice)
    to_text = element("a", {"href": f"#{begins}"}, words.html("to-the-text"))
    blocks = (
        name_line(context.interface),
        _line("collection-way", context, _way(context, reading)),
        _line("byline", context, byline(words, reading)),
        _line("compared-with", context, compared_with(context, reading.id)),
        _line("to-text", context, (to_text,) if stands_between else ()),
        about_text_html(context, reading),
    )
    return Html("\n".join(filter(None, blocks)))  # in Markdown, a block begins a line


def about_text_html(context: PageContext, reading: Reading) -> Html:
    """The rest: the edition, the rights and the address of the page, folded."""
    return element(
        "details",
        {"class": "about-text", **context.speaks},
        element("summary", None, context.words.html("about-text")),
        rows_html(context.words, _rows(context, reading)),
    )


def _line(name: str, context: PageContext, facts: Iterable[Html]) -> Html:
    if known := Html(FACTS_BETWEEN.join(filter(None, facts))):
        return element("p", {"class": name, **context.speaks}, known)
    return Html("")


def _way(context: PageContext, reading: Reading) -> Iterator[Html]:
    """The collections in which the reading stands, from the top."""
    if way := context.site.ways.get(reading.id):
        yield way_html(context, way)


def byline(words: Words, reading: Reading) -> Iterator[Html]:
    """By whom and of when the text is, in what language if that is not the page's, how long."""
    metadata = reading.metadata
    yield from facts_html(words, metadata)
    if metadata.original_language or metadata.language != words.language:
        yield text(language_in_words(words, reading))
    if shown := reading.source.shown_text():
        yield duration_html(words, reading_minutes(shown))


_IN_FULL = {
    "author",
    "interviewee",
    "publisher",
    "published",
    "language",
    "voices",
    "title-row",
    "editors",
    "text-row",
    "source-file",
}
"""What is printed only on demand: the line below the title says it, or it is about the files."""


def rows_html(words: Words, rows: Iterable[tuple[str, Html]]) -> Html:
    """A list of names and values; the names are ids of messages."""
    items = (
        element(
            "div",
            {"class": "in-full"} if name in _IN_FULL else None,
            element("dt", None, words.html(name)),
            element("dd", None, value),
        )
        for name, value in rows
    )
    return element("dl", {"class": "reading-metadata"}, *items)


def this_page(context: PageContext) -> Iterator[tuple[str, Html]]:
    """The row with the address of a page, if the site has one: paper leads back by it."""
    if address := context.site.addresses.published(context.page):
        yield "this-page", element("a", {"href": address, "dir": "ltr"}, text(address))


def _rows(context: PageContext, reading: Reading) -> Iterator[tuple[str, Html]]:
    yield from _about_the_work(context.words, reading)
    yield from _about_the_edition(context, reading)


def _about_the_work(words: Words, reading: Reading) -> Iterator[tuple[str, Html]]:
    metadata = reading.metadata
    for message, names in (
        ("author", metadata.authors),
        ("interviewee", metadata.interviewee),
        ("interviewer", metadata.interviewer),
    ):
        if names:
            yield message, _names(words, names)
    if metadata.publisher:
        yield "publisher", text(one_line(metadata.publisher))
    if metadata.date:
        yield "published", text(words.date(metadata.date))
    yield "language", text(language_in_words(words, reading))
    if metadata.translator:
        yield "translator", _names(words, metadata.translator)
    if metadata.version:
        yield "version", text(one_line(metadata.version))
    if reading.speakers:
        voices = words.listed(one_line(speaker.name) for speaker in reading.speakers)
        yield "voices", voices


def _about_the_edition(context: PageContext, reading: Reading) -> Iterator[tuple[str, Html]]:
    metadata = reading.metadata
    if metadata.title_by == "editor":
        yield "title-row", context.words.html("title-by-editors")
    for name, other in (
        ("version-of", metadata.version_of),
        ("translation-of", metadata.translation_of),
    ):
        if other:
            address = context.link(context.site.pages.page_of(other, 1))
            title = context.site.texts[other].metadata.title
            yield name, element("a", {"href": address, "dir": "auto"}, text(one_line(title)))
    if metadata.url:
        yield (
            "original",
            element("a", {"href": metadata.url, "rel": "external"}, text(metadata.url)),
        )
    if metadata.rights:
        yield "rights", text(one_line(metadata.rights))
    if metadata.licence:
        yield "licence", licence_html(metadata.licence)
    if licence := annotations_licence(context.site, reading):
        yield "annotations-licence", licence_html(licence)
    if editors := context.site.settings.editors:
        said = text(one_line(editors))
        yield "editors", in_annotators_language(context.interface.annotates, said)
    yield from this_page(context)
    if contact := contact_html(context.site):
        yield "contact", contact
    yield "text-row", _text(context.words, reading)
    yield "source-file", _source(context.words, reading)


def _text(words: Words, reading: Reading) -> Html:
    """How the text on the page is related to the source."""
    source = reading.source
    if reading.publish is not Publish.FULL:
        return words.html(f"text-{reading.publish}")
    fingerprint = element("code", None, text(f"{source.sha256[:12]}…"))
    return words.html("text-identical", characters=len(source.text), sha256=fingerprint)


def _names(words: Words, names: Iterable[Name]) -> Html:
    return words.listed(one_line(name.full) for name in names)


def language_in_words(words: Words, reading: Reading) -> str:
    """The language of a text, and from which one it was translated."""
    name = words.language_name(reading.metadata.language)
    original = reading.metadata.original_language
    if not original:
        return name
    return words.text("translated-from", language=name, original=words.language_name(original))


def _source(words: Words, reading: Reading) -> Html:
    source = reading.source
    facts = text(source.path)
    if source.sha256:
        facts = words.html(
            "source-facts",
            file=facts,
            characters=len(source.text),
            sha256=element("code", None, text(source.sha256)),
        )
    if not source.header:
        return facts
    header = element("code", None, text(repr(source.header)[1:-1].strip()))
    return words.html("source-facts-with-header", facts=facts, header=header)
