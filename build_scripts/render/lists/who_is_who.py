"""Write who is who: the names on a page, by their roles."""

from collections.abc import Iterable
from typing import NamedTuple

from build_scripts.render.lookups.voices import WHO_IS_WHO, Role
from build_scripts.render.markdown_safe_html import Html, element, text
from build_scripts.render.page_context import PageContext


class InRole(NamedTuple):
    """Somebody on the page.

    Attributes:
        identifier: the id of the entry.
        name: as links show it.
    """

    identifier: str
    name: Html
    roles: tuple[Role, ...]


def who_is_who_html(context: PageContext, people: Iterable[InRole]) -> Html:
    """For each role that occurs, what it is and who has it, with links to their entries."""
    words = context.words
    by_role: dict[Role, list[Html]] = {}
    for one in people:
        for role in one.roles:
            link = element("a", {"href": f"#{one.identifier}"}, one.name)
            by_role.setdefault(role, []).append(link)
    rows = (
        element(
            "div",
            None,
            element("dt", None, words.html(f"role-{role}")),
            element("dd", None, Html(words.html("comma").join(by_role[role]))),
        )
        for role in Role
        if role in by_role
    )
    heading = element("h2", {"id": WHO_IS_WHO}, text(words.text(WHO_IS_WHO)))
    attributes = {"class": "who-is-who", "aria-labelledby": WHO_IS_WHO, **context.speaks}
    return element("section", attributes, heading, element("dl", None, *rows))
