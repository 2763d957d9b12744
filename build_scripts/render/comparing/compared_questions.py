"""Write the questions for discussion that several of the compared readings concern."""

from build_scripts.render.citation.citations import body_html, status_html
from build_scripts.render.comparing.compared import Compared
from build_scripts.render.markdown_safe_html import Html, element
from build_scripts.render.passages import passage_html
from build_scripts.render.uses import entry_names
from build_scripts.render.uses.body_links import PageLinks


def question_html(page: Compared, name: str) -> Html:
    """A question with its passages, given the ids of its reading and its own with a dot between.

    Its hint for teachers is where it stands, below its reading.
    """
    context = page.context
    reading, _, identifier = name.partition(".")
    placed = next(one for one in context.site.questions[reading] if one.question.id == identifier)
    links = PageLinks(context.site, context.page, reading)
    question = placed.question
    passages = (element("li", None, passage_html(context, one)) for one in placed.passages)
    return element(
        "article",
        {"class": "entry asked", "data-status": question.provenance.status},
        status_html(question.provenance, context.words),
        body_html(context.site.body(question.body, links), context.interface.annotates),
        element("ul", {"class": "passages"}, *passages),
        element("p", {"class": "provenance"}, entry_names.question_html(context, reading, placed)),
    )
