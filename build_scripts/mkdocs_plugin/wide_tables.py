"""Tables wider than a phone, that can be scrolled by keyboard too."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

CLASS = "wide-table"
"""Of the element around each table; the style sheet makes it the one that scrolls."""


class WideTables(Extension):
    """Puts each table that is written in Markdown into an element that takes the focus.

    Material does the like by a script, in an element that no key reaches.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown calls it
        """Add it to a converter."""
        # After the tables have been made of their lines (inline patterns run at 20).
        md.treeprocessors.register(_Wrapper(md), CLASS, 5)


class _Wrapper(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for place, child in enumerate(parent):
                if child.tag == "table":
                    around = Element("div", {"class": CLASS, "tabindex": "0"})
                    around.tail, child.tail = child.tail, None
                    around.append(child)
                    parent[place] = around
