"""Write the reading tools: one line above a text, with buttons that open panels.

They need scripts, and are shown only where scripts run. A tool is a button with a panel; a page has
only the tools that it has a use for.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from babel.numbers import format_percent

from build_scripts.model.annotation import Level
from build_scripts.render.interface import Interface
from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import NO_HTML, Html, element, join, start_tag, text
from build_scripts.render.reading.citing import cite_button
from build_scripts.render.reading.durations import nothing_read, progress_data
from build_scripts.render.reading.margin_notes import margin_notes_switch, no_margin
from build_scripts.render.reading.print_tool import AskedQuestion, print_choices


class ToolPage(NamedTuple):
    """What the tools need to know about a page.

    Attributes:
        interface: in the language of the page.
        kinds: of the annotations on the page, in the order of the apparatus.
        minutes: how long its text takes to read; 0 if none of it is published; None if the page
            has no text of its own, such as that of a comparison.
        can_be_corrected: whether any correction on the page can replace the printed words.
        opens_corrected: whether corrections replace the printed words as the page opens.
        has_margin: whether notes can stand in the margin.
        around: the names of the other parts of the page (`print_tool.py`).
        levels: of the terms on the page.
        questions: for discussion, on the page.
    """

    interface: Interface
    kinds: tuple[str, ...]
    minutes: int | None
    can_be_corrected: bool
    opens_corrected: bool
    has_margin: bool
    around: tuple[str, ...]
    levels: tuple[Level, ...] = ()
    questions: tuple[AskedQuestion, ...] = ()


class Tool(NamedTuple):
    """A button of the reading tools, and the panel that it opens.

    Attributes:
        name: the panel has the id ``tools-NAME``.
        message: the id of the words that name the button and the panel.
        content: of the panel; empty where a page has no use for the tool.
    """

    name: str
    message: str
    content: Callable[[ToolPage], Html]


def _layers(page: ToolPage) -> Html:
    """A box to tick for each layer and level, buttons for all and none, and the words shown."""
    if not page.kinds:
        return NO_HTML
    words = page.interface.words
    boxes = [
        _choice(
            {"type": "checkbox", "name": "layers", "value": f"{kind}s", "checked": ""},
            element("span", {"class": f"line-{kind}"}, words.html(f"layer-{kind}")),
        )
        for kind in page.kinds
    ]
    parts = [
        *boxes,
        *_levels(page),
        element(
            "p",
            None,
            _button({"data-show": "all"}, words.html("all-layers")),
            _button({"data-show": "none"}, words.html("clean-text")),
        ),
    ]
    if page.can_be_corrected:
        views = (("printed", "as-printed"), ("corrected", "as-corrected"))
        opens = "corrected" if page.opens_corrected else "printed"
        parts.append(
            element(
                "fieldset",
                {"class": "words-shown"},
                element("legend", None, words.html("words-shown")),
                *(
                    _choice(
                        {
                            "type": "radio",
                            "name": "corrections",
                            "value": view,
                            "checked": "" if view == opens else None,
                        },
                        words.html(message),
                    )
                    for view, message in views
                ),
            )
        )
    return join(parts)


def _levels(page: ToolPage) -> Iterator[Html]:
    """A box to tick for each level of terms, which shows or hides the terms of that level."""
    words = page.interface.words
    if page.levels:
        boxes = (
            _choice(
                {"type": "checkbox", "name": "levels", "value": level, "checked": ""},
                words.html(f"level-{level}"),
            )
            for level in page.levels
        )
        legend = element("legend", None, words.html("levels"))
        yield element("fieldset", {"class": "levels"}, legend, *boxes)


def _text(page: ToolPage) -> Html:
    """Steps for the size of the text and the line spacing, and the switch for margin notes."""
    words = page.interface.words
    return join(
        (
            _steps(words, "size", "text-size", ("smaller", "larger")),
            _steps(words, "leading", "line-spacing", ("narrower", "wider")),
            element("p", None, _button({"data-reset": ""}, words.html("reset"))),
            _margin(page) if "note" in page.kinds else NO_HTML,
        )
    )


def _margin(page: ToolPage) -> Html:
    words = page.interface.words
    return margin_notes_switch(words) if page.has_margin else no_margin(words)


_PERCENT = {"value": "100", "data-least": "80", "data-most": "200"}


def _steps(words: Words, setting: str, name: str, less_and_more: tuple[str, str]) -> Html:
    less, more = less_and_more
    return element(
        "div",
        {"role": "group", "aria-labelledby": f"tools-{name}"},
        start_tag("input", {"type": "hidden", "name": setting, **_PERCENT}),
        element("span", {"id": f"tools-{name}"}, words.html(name)),
        _button({"data-step": "-1", "aria-label": words.text(less)}, text("−")),
        element("output", None, text(format_percent(1, locale=words.locale))),
        _button({"data-step": "1", "aria-label": words.text(more)}, text("+")),
    )


def _choice(attributes: Mapping[str, str | None], label: Html) -> Html:
    return element("label", None, start_tag("input", attributes), label)


def _button(attributes: Mapping[str, str | None], label: Html) -> Html:
    return element("button", {"type": "button", **attributes}, label)


def _print(page: ToolPage) -> Html:
    shows_text = page.minutes is not None
    return print_choices(
        page.interface, page.kinds, page.around, page.questions, shows_text=shows_text
    )


_PRINT = Tool("print", "print", _print)
TOOLS: tuple[Tool, ...] = (
    Tool("layers", "layers", _layers),
    Tool("text", "text-settings", _text),
    _PRINT,
)
"""The tools in their order on the page."""


@lru_cache(maxsize=64)  # many pages have the same
def reading_tools(page: ToolPage, tools: tuple[Tool, ...] = TOOLS) -> Html:
    """The reading tools of a page, as one block."""
    words = page.interface.words
    return element(
        "div",
        {
            "class": "reading-tools",
            "data-apparatus": "",
            "role": "group",
            "aria-label": words.text("reading-tools"),
            **page.interface.speaks,
        },
        join(_tool(page, tool) for tool in tools),
        NO_HTML if page.minutes is None else _tools_of_text(page, page.minutes),
    )


def _tools_of_text(page: ToolPage, minutes: int) -> Html:
    words = page.interface.words
    return join(
        (
            cite_button(words),
            _button({"class": "annotate"}, words.html("annotate")),
            _button({"class": "keys-button"}, words.html("keys-heading"))
            if page.kinds
            else NO_HTML,
            _progress(words, minutes),
        )
    )


def _tool(page: ToolPage, tool: Tool) -> Html:
    """The button and, right after it, its panel: so Tab leads from the button into the panel."""
    content = tool.content(page)
    if not content:
        return content
    panel = f"tools-{tool.name}"
    return join(
        (
            _button({"popovertarget": panel}, page.interface.words.html(tool.message)),
            element(
                "div",
                {
                    "id": panel,
                    "class": "panel",
                    "popover": "",
                    "role": "group",
                    "aria-label": page.interface.words.text(tool.message),
                },
                content,
                _sharing(page.interface.words),
            ),
        )
    )


def _sharing(words: Words) -> Html:
    """The button that copies the address of the page with all that is chosen, and what it says."""
    return element(
        "p",
        {"class": "sharing"},
        _button({"class": "copy-view"}, words.html("copy-view")),
        element("span", {"role": "status", "data-copied": words.text("copied")}),
    )


def _progress(words: Words, minutes: int) -> Html:
    """How much of the page has been read: nothing yet when it opens."""
    if not minutes:  # none of its text is published
        return NO_HTML
    attributes = {"class": "progress", **progress_data(words, minutes)}
    return element("span", attributes, text(nothing_read(words, minutes)))


def print_tool(
    interface: Interface, around: tuple[str, ...], questions: tuple[AskedQuestion, ...]
) -> Html:
    """The tool “Print” alone, for a page without a text of its own; see `ToolPage`."""
    page = ToolPage(
        interface,
        (),
        None,
        can_be_corrected=False,
        opens_corrected=False,
        has_margin=False,
        around=around,
        questions=questions,
    )
    return reading_tools(page, (_PRINT,))
