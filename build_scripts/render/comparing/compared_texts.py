"""Write what is compared: each text with its people, its date and its length."""

from collections.abc import Iterator

from build_scripts.model.reading import Reading
from build_scripts.render.addresses import reading_page
from build_scripts.render.comparing.compared import Compared
from build_scripts.render.language.interface_words import Words
from build_scripts.render.language.languages import title_language
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, text
from build_scripts.render.page import one_line
from build_scripts.render.reading.durations import duration_html
from build_scripts.render.reading.metadata import language_in_words
from build_scripts.render.reading_facts import FACTS_BETWEEN, facts_html
from build_scripts.text.reading_time import reading_minutes


def texts_html(page: Compared) -> Html:
    """The texts side by side."""
    attributes = {"class": "columns compared-texts", **page.context.speaks}
    return element("div", attributes, *(_text(page, one) for one in page.readings))


def _text(page: Compared, reading: Reading) -> Html:
    context, metadata, words = page.context, reading.metadata, page.context.words
    address = context.link(reading_page(reading.id))
    title = element(
        "a",
        {"href": address, **title_language(reading, words.language)},
        text(one_line(metadata.title)),
    )
    description = one_line(metadata.description)
    return element(
        "section",
        {"class": f"side {page.css_class(reading.id)}", "aria-labelledby": f"text.{reading.id}"},
        element("h2", {"id": f"text.{reading.id}", "class": "title", "dir": "auto"}, title),
        _line(facts_html(words, metadata)),
        _line(_length(words, reading)),
        element("p", {"class": "description", "dir": "auto"}, text(description))
        if description
        else NO_HTML,
        element(
            "p", {"class": "read"}, element("a", {"href": address}, words.html("read-the-text"))
        ),
    )


def _length(words: Words, reading: Reading) -> Iterator[Html]:
    yield text(language_in_words(words, reading))
    yield duration_html(words, reading_minutes(reading.source.text))


def _line(facts: Iterator[Html]) -> Html:
    known = Html(FACTS_BETWEEN.join(filter(None, facts)))
    return element("p", {"class": "facts"}, known) if known else NO_HTML
