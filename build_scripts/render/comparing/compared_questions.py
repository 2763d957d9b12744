"""Write the questions for discussion that several of the compared readings concern."""

from collections.abc import Iterable
from itertools import starmap

from build_scripts.model.placed import PlacedQuestion
from build_scripts.render.citation.citations import body_html, status_html
from build_scripts.render.comparing.compared import Compared
from build_scripts.render.markdown_safe_html import Html, element, text
from build_scripts.render.passages import passage_html
from build_scripts.render.reading.print_tool import AskedQuestion
from build_scripts.render.reading.questions import hint_html, offered
from build_scripts.render.uses import entry_names
from build_scripts.render.uses.body_links import PageLinks


def question_html(page: Compared, name: str, number: int) -> Html:
    """A question with its passages.

    Args:
        page: the comparison.
        name: the ids of the question's reading and its own, with a dot between.
        number: on the page.
    """
    context = page.context
    reading, placed = _placed(page, name)
    annotates = context.interface.annotates
    links = PageLinks(context.site, context.page, reading)
    question = placed.question
    passages = (element("li", None, passage_html(context, one)) for one in placed.passages)
    return element(
        "article",
        {
            "id": _entry(name),
            "class": "entry entry-question",
            "data-status": question.provenance.status,
        },
        element("span", {"class": "label"}, text(str(number))),
        status_html(question.provenance, context.words),
        body_html(context.site.body(question.body, links), annotates),
        element("ul", {"class": "passages"}, *passages),
        hint_html(context.words, body_html(context.site.body(question.hint, links), annotates)),
        element("p", {"class": "provenance"}, entry_names.question_html(context, reading, placed)),
    )


def offered_questions(page: Compared, names: Iterable[str]) -> tuple[AskedQuestion, ...]:
    """Questions as the panel “Print” offers them, given names as for `question_html`."""

    def one(number: int, name: str) -> AskedQuestion:
        reading, placed = _placed(page, name)
        return offered(page.context.site, placed, _entry(name), number, f"{reading}.")

    return tuple(starmap(one, enumerate(names, 1)))


def has_hint(page: Compared, name: str) -> bool:
    """Whether a question has a hint for teachers."""
    return _placed(page, name)[1].question.hint is not None


def _placed(page: Compared, name: str) -> tuple[str, PlacedQuestion]:
    """The id of the reading of a question, and the question."""
    reading, _, identifier = name.partition(".")
    asked = page.context.site.questions[reading]
    return reading, next(one for one in asked if one.question.id == identifier)


def _entry(name: str) -> str:
    return f"question.{name}"
