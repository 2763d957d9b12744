"""A text that opens as corrected: a line above it that says so, with the switch to what is printed.

Without scripts the text stands as printed, with the probable readings behind its words.
"""

from build_scripts.render.addresses import ASSETS_FOLDER
from build_scripts.render.interface import Interface
from build_scripts.render.markdown_safe_html import Html, attribute, element, join, text
from build_scripts.render.page_context import PageContext

SCRIPT = f"{ASSETS_FOLDER}/first-view.js"
_VIEWS = ("as-corrected", "as-printed")


def first_view_html(interface: Interface) -> Html:
    """What the text shows, in either view, and a button that leads to the other one."""
    words = interface.words
    button = element(
        "button",
        {"type": "button"},
        *(element("span", {"class": view}, words.html(f"leave-{view}")) for view in _VIEWS),
    )
    said = (element("span", {"class": view}, words.html(f"shown-{view}")) for view in _VIEWS)
    return element(
        "p",
        {"class": "first-view", "data-apparatus": "", **interface.speaks},
        join((*said, text(" "), button)),
    )


def corrected_on_paper(interface: Interface) -> Html:
    """What paper says of a text that opens as printed, where a reader chose to see it corrected."""
    said = interface.words.html("shown-as-corrected")
    attributes = {"class": "corrected-on-paper", "data-apparatus": "", **interface.speaks}
    return element("p", attributes, said)


def first_view_script(context: PageContext) -> Html:
    """The script that chooses the words before they are drawn, so that nothing moves."""
    address = context.site.addresses.link_to_file(context.page, SCRIPT)
    return Html(f'<script src="{attribute(address)}"></script>')
