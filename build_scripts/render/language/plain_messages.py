"""Fill in messages that are only words and the places of values.

Most messages are of this kind, and pages hold tens of thousands of them. Fluent's runtime would
take fifty times as long for each. It is left with selections, functions and references.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from fluent.syntax import ast


class PlainMessage(NamedTuple):
    """A message of words and values.

    Attributes:
        template: the words, as `str.format_map` takes them if there are names.
        names: the names of the values.
    """

    template: str
    names: frozenset[str]

    def filled(self, values: Mapping[str, object]) -> str | None:
        """The message with its values; None where one is missing, or is a number.

        How a number is written depends on the language.
        """
        if not self.names:
            return self.template
        if not self.names <= values.keys():
            return None
        for value in values.values():
            if not isinstance(value, str):
                return None
        return self.template.format_map(values)


def plain_messages(resources: Iterable[ast.Resource]) -> dict[str, PlainMessage]:
    """The plain messages of catalogues by name; of two with one name, the first counts."""
    entries: dict[str, ast.Message] = {}
    for resource in resources:
        for entry in resource.body:
            if isinstance(entry, ast.Message):
                entries.setdefault(entry.id.name, entry)
    found = ((name, _plain(entry)) for name, entry in entries.items())
    return {name: plain for name, plain in found if plain is not None}


def _plain(message: ast.Message) -> PlainMessage | None:
    if message.value is None:
        return None
    parts: list[str] = []
    names: set[str] = set()
    for piece in message.value.elements:
        match piece:
            case ast.TextElement(value=words):
                pass
            case ast.Placeable(expression=ast.StringLiteral() as literal):
                words = literal.parse()["value"]
            case ast.Placeable(expression=ast.VariableReference(id=ast.Identifier(name=name))):
                names.add(name)
                parts.append(f"{{{name}}}")
                continue
            case _:
                return None
        parts.append(words.replace("{", "{{").replace("}", "}}"))
    template = "".join(parts)
    return PlainMessage(template if names else template.format(), frozenset(names))
