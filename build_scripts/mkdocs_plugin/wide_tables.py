"""Make wide tables scroll by keyboard too."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

CLASS = "wide-table"
"""The class of the element around each table. The style sheet makes this element scroll."""


class WideTables(Extension):
    """Wraps each Markdown table in an element that can have the focus.

    Material wraps tables by a script, in an element that the keyboard cannot reach.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown calls it
        """Register the wrapper, to run after tables are parsed."""
        # Inline patterns run at priority 20.
        md.treeprocessors.register(_Wrapper(md), CLASS, 5)


class _Wrapper(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for index, child in enumerate(parent):
                if child.tag == "table":
                    around = Element("div", {"class": CLASS, "tabindex": "0"})
                    around.tail, child.tail = child.tail, None
                    around.append(child)
                    parent[index] = around
