"""Write readings as the items of a list."""

from collections.abc import Iterable, Iterator

from build_scripts.model.reading import Publish, Reading
from build_scripts.render.addresses import reading_page
from build_scripts.render.language.interface_words import Words
from build_scripts.render.language.languages import title_language
from build_scripts.render.lists.reading_filter import ReadingFilter
from build_scripts.render.lookups.annotation_numbers import AnnotationNumbers
from build_scripts.render.markdown_safe_html import Html, element, text
from build_scripts.render.page import one_line
from build_scripts.render.page_context import PageContext
from build_scripts.render.reading_facts import FACTS_BETWEEN, facts_html

_COUNTED = ("count-notes", "count-cross-references", "count-corrections", "count-terms")


def reading_items(
    context: PageContext,
    names: Iterable[str],
    choices: ReadingFilter | None = None,
    level: int = 2,
) -> Html:
    """A list of readings, each with its metadata and the number of its annotations.

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
    metadata = reading.metadata
    words = context.words
    address = context.link(reading_page(reading.id))
    known = Html(FACTS_BETWEEN.join((*facts_html(words, metadata), *_extent(words, reading))))
    voices = one_line(words.joined(speaker.name for speaker in reading.speakers))
    return element(
        "li",
        choices.values_of(reading) if choices is not None else None,
        element(
            f"h{level}",
            {"class": "title", "dir": "auto"},
            element(
                "a",
                {"href": address, **title_language(reading, words.language)},
                text(one_line(metadata.title)),
            ),
        ),
        element("p", {"class": "facts"}, known) if known else Html(""),
        element("p", None, text(one_line(metadata.description)))
        if metadata.description
        else Html(""),
        element("p", {"class": "voices"}, text(words.text("names-of-voices", names=voices)))
        if voices
        else Html(""),
        element("p", {"class": "counts"}, text(_counts(context.site.numbers[name], words))),
    )


def _extent(words: Words, reading: Reading) -> Iterator[Html]:
    """How much of the text is shown, if not all."""
    if reading.publish is not Publish.FULL:
        yield words.html(f"extent-{reading.publish}")


def _counts(numbers: AnnotationNumbers, words: Words) -> str:
    """The number of annotations of each kind on a reading, in words."""
    parts = [
        words.text(message, count=number)
        for message, number in zip(_COUNTED, numbers, strict=True)
        if number
    ]
    return words.joined(parts) or words.text("no-annotations")
