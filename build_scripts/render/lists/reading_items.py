"""Write readings as the items of a list."""

from collections.abc import Iterable, Iterator

from build_scripts.model.reading import Publish, Reading
from build_scripts.render.addresses import FOLDERS, reading_page
from build_scripts.render.comparison_links import compared_with
from build_scripts.render.language.interface_words import Words
from build_scripts.render.language.languages import title_language
from build_scripts.render.lists.reading_filter import ReadingFilter
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, text
from build_scripts.render.page import one_line
from build_scripts.render.page_context import PageContext
from build_scripts.render.reading.metadata import byline
from build_scripts.render.reading_facts import FACTS_BETWEEN


def reading_items(
    context: PageContext,
    names: Iterable[str],
    choices: ReadingFilter | None = None,
    level: int = 2,
) -> Html:
    """A list of readings, each with its title, its byline, its description and its comparisons.

    Args:
        context: of the page.
        names: the ids of the readings, in their order.
        choices: the form that filters them, if there is one.
        level: of the headings with the titles.
    """
    items = (_item(context, name, choices, level) for name in names)
    return element("ul", {"class": "readings", **context.speaks}, *items)


def _item(context: PageContext, name: str, choices: ReadingFilter | None, level: int) -> Html:
    reading: Reading = context.site.texts[name]
    # A page by hand may show comparisons as cards.
    is_ours = context.page.partition("/")[0] in FOLDERS
    metadata = reading.metadata
    words = context.words
    link = element(
        "a",
        {"href": context.link(reading_page(reading.id)), **title_language(reading, words.language)},
        text(one_line(metadata.title)),
    )
    facts = Html(FACTS_BETWEEN.join((*byline(words, reading), *_extent(words, reading))))
    description = text(one_line(metadata.description)) if metadata.description else NO_HTML
    return element(
        "li",
        choices.values_of(reading) if choices is not None else None,
        element(f"h{level}", {"class": "title", "dir": "auto"}, link),
        element("p", {"class": "facts"}, facts),
        element("p", None, description) if description else NO_HTML,
        *(
            element("p", {"class": "compared-with"}, said)
            for said in (compared_with(context, reading.id) if is_ours else ())
        ),
    )


def _extent(words: Words, reading: Reading) -> Iterator[Html]:
    """How much of the text is shown, if not all."""
    if reading.publish is not Publish.FULL:
        yield words.html(f"extent-{reading.publish}")
