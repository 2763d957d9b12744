"""A made-up language: English with other letters, so that a forgotten word shows itself."""

from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Visitor

from build_scripts.words.catalogues import shipped_catalogues

_SMALL = str.maketrans("abcdefghijklmnopqrstuvwxyz", "áƀçđéƒĝĥíĵķłɱñóþɋŕšťúṽŵẋýž")
_CAPITAL = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ÁɃÇĐÉƑĜĤÍĴĶŁⱮÑÓÞɊŔŠŤÚṼŴẊÝŽ")


class _Disguise(Visitor):
    def visit_TextElement(self, node: ast.TextElement) -> None:
        node.value = disguised(node.value)


def disguised(words: str) -> str:
    """Words that people can still read, without a letter of ASCII."""
    return words.translate(_SMALL).translate(_CAPITAL)


def pseudo_catalogue() -> str:
    """All of English in disguise: a translation, and one file."""
    resource = FluentParser().parse(shipped_catalogues()["en"])
    _Disguise().visit(resource)
    return FluentSerializer().serialize(resource)
