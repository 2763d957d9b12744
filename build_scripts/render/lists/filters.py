"""Write the form that filters a list, for pages with scripts (pages/assets/scripts/filter.js).

The script reads two selectors from the form: `data-items` for the items of the list, and
`data-words` for the words that are searched in an item; without it, all words are searched. A
control named `kind` compares with the attribute `data-kind` of the item or of an element around it;
such an attribute may list several values, each in a line of its own.
"""

from collections.abc import Iterable
from typing import NamedTuple

from build_scripts.render.interface import Interface
from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import Html, element, start_tag, text

LISTED = "\n"
"""Stands between the values of an attribute that has several."""

Choices = tuple[tuple[str, str], ...]
"""Values and their names."""


class CheckBoxes(NamedTuple):
    """A box to tick for each value; all items are shown while no box is ticked.

    Attributes:
        name: of the attribute compared with, and in the address of the filtered page.
        label: the id of a message.
        choices: in their order; without any, the control is left out.
    """

    name: str
    label: str
    choices: Choices


class Select(NamedTuple):
    """A list from which one value or all are chosen, with the attributes of `CheckBoxes`."""

    name: str
    label: str
    choices: Choices


def filter_html(
    interface: Interface,
    controls: Iterable[CheckBoxes | Select],
    total: int,
    items: str,
    words: str = "",
    *,
    is_part: bool = False,
) -> Html:
    """The form above a list.

    Args:
        interface: in the language of the page.
        controls: besides the box for words.
        total: the number of items.
        items: the selector of the items.
        words: the selector of the words that are searched; empty for all words.
        is_part: whether other items of the list are on other pages.
    """
    say = interface.words
    start = start_tag(
        "form",
        {
            "class": "filter",
            "role": "search",
            "aria-label": say.text("filter-label-part" if is_part else "filter-label"),
            "data-items": items,
            "data-words": words or None,
            "data-search-exclude": "",
            **interface.speaks,
        },
    )
    number = Html(f"<span>{total}</span>")
    message = "filter-shown-part" if is_part else "filter-shown"
    shown = say.html(message, shown=number, total=Html(str(total)))
    written = "".join(_control(say, control) for control in controls if control.choices)
    nothing = element("p", {"class": "nothing", "hidden": ""}, say.html("filter-nothing"))
    reset = element("button", {"type": "reset", "hidden": ""}, say.html("filter-reset"))
    return Html(
        f'{start}<label>{say.html("filter-words")} <input type="search" name="q"'
        f' autocomplete="off"></label>{written}<p role="status">{shown}</p>{nothing}{reset}</form>'
    )


def _control(words: Words, control: CheckBoxes | Select) -> Html:
    label = words.html(control.label)
    match control:
        case CheckBoxes(name=name, choices=choices):
            boxes = (
                Html(f"<label>{_box(name, value)} {text(title)}</label>")
                for value, title in choices
            )
            return element("fieldset", None, element("legend", None, label), *boxes)
        case Select(name=name, choices=choices):
            options = (
                element("option", {"value": value, "dir": "auto"}, text(title))
                for value, title in choices
            )
            every = Html(f'<option value="">{words.html("filter-any")}</option>')
            select = element("select", {"name": name}, every, *options)
            return Html(f"<label>{label} {select}</label>")


def _box(name: str, value: str) -> Html:
    return start_tag("input", {"type": "checkbox", "name": name, "value": value})
