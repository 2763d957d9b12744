"""The switch for notes in the margin."""

from build_scripts.render.context import SiteContext
from build_scripts.render.html import Html, element


def margin_notes_switch(context: SiteContext) -> Html:
    """The switch, shown where a window has room for notes beside the text and scripts run."""
    box = Html('<input type="checkbox" id="margin-notes" checked>')
    return element(
        "label",
        {"class": "margin-notes", **context.speaks},
        box,
        context.words.html("margin-notes"),
    )
