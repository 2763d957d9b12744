"""What the English catalogue says of each message: its variables, and which of them are numbers."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from build_scripts.words.catalogues import FALLBACK, shipped_catalogues

PLURALS = ("zero", "one", "two", "few", "many", "other")
"""The plural categories of the Unicode CLDR."""
_NAMES_A_PLURAL = "ordinal"
"""A variable whose value is the name of a category, and so a text."""


class EnglishMessage(NamedTuple):
    """The names of a message's variables.

    Attributes:
        variables: all of them.
        numbers: those that are numbers; the others are texts.
        chosen_by: those on which a choice depends in English.
    """

    variables: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    chosen_by: frozenset[str] = frozenset()


NO_VARIABLES = EnglishMessage()


@cache
def english_messages() -> Mapping[str, EnglishMessage]:
    """The messages of English by name."""
    body = FluentParser(with_spans=False).parse(shipped_catalogues()[FALLBACK]).body
    return {entry.id.name: _message(entry) for entry in body if isinstance(entry, ast.Message)}


def _message(entry: ast.Message) -> EnglishMessage:
    found = _Variables()
    found.visit(entry)
    return EnglishMessage(*map(frozenset, (found.names, found.numbers, found.chosen_by)))


class _Variables(Visitor):
    """Collects the variables of a message, and those that choose a plural."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.numbers: set[str] = set()
        self.chosen_by: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        if isinstance(node.selector, ast.VariableReference):
            name = node.selector.id.name
            self.chosen_by.add(name)
            if name != _NAMES_A_PLURAL and {*_keys(node)} & {*PLURALS[:-1]}:
                self.numbers.add(name)
        self.generic_visit(node)


def _keys(node: ast.SelectExpression) -> Iterator[str]:
    return (v.key.name for v in node.variants if isinstance(v.key, ast.Identifier))
