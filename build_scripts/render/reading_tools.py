"""The reading tools: one line above a text, with buttons that open panels.

They need scripts, and are shown only where scripts run. A tool is a button with a panel; what a
page has nothing for has no button.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from build_scripts.model.placed import AnnotatedReading
from build_scripts.render.context import SiteContext
from build_scripts.render.html import Html, element, join


class ToolPage(NamedTuple):
    """What the tools of a page need to know of it.

    Attributes:
        context: the site.
        annotated: the reading.
        page: the address of its page, or of the part's.
        kinds: of the annotations on the page, in the order of the apparatus.
    """

    context: SiteContext
    annotated: AnnotatedReading
    page: str
    kinds: tuple[str, ...]


class Tool(NamedTuple):
    """A button of the reading tools, and what it opens.

    Attributes:
        name: the panel has the id ``tools-NAME``.
        message: the words of the button, which name the panel as well.
        content: of the panel; empty where a page has no use for the tool.
    """

    name: str
    message: str
    content: Callable[[ToolPage], Html]


TOOLS: tuple[Tool, ...] = ()
"""In their order on the page."""


def reading_tools(page: ToolPage, tools: Iterable[Tool] = TOOLS) -> Html:
    """The reading tools of a page, as one block."""
    context = page.context
    return element(
        "div",
        {
            "class": "reading-tools",
            "data-apparatus": "",
            "role": "group",
            "aria-label": context.words.text("reading-tools"),
            **context.speaks,
        },
        join(_tool(page, tool) for tool in tools),
    )


def _tool(page: ToolPage, tool: Tool) -> Html:
    """The button and its panel, which follows it so that Tab leads from one into the other."""
    content = tool.content(page)
    if not content:
        return content
    panel = f"tools-{tool.name}"
    return join(
        (
            element(
                "button",
                {"type": "button", "popovertarget": panel},
                page.context.words.html(tool.message),
            ),
            element(
                "div",
                {
                    "id": panel,
                    "class": "panel",
                    "popover": "",
                    "role": "group",
                    "aria-label": page.context.words.text(tool.message),
                },
                content,
            ),
        )
    )
