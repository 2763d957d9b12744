"""YAML text to plain data and, beside it, the origins of every value.

Read from libyaml's event stream: it keeps positions, does not crash on deep nesting, and lets us
refuse what makes YAML surprising. All scalars are strings (``no`` and ``2021-10-01`` too).
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

import yaml

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.origin import Document, Origin

MAXIMUM_DEPTH = 20
"""The format itself never nests deeper than seven levels."""

Data = str | None | list["Data"] | dict[str, "Data"]
"""A scalar (None where nothing is written after the colon), a sequence or a mapping."""


class YamlTree(NamedTuple):
    """The content of a document and the origins of its values, in the same shape."""

    data: Data
    origin: Origin


class _Stop(Exception):
    """The rest of the file cannot be read."""


class _Composer:
    """Walks the events of one document once."""

    def __init__(self, document: Document, text: str) -> None:
        self.document = document
        self.diagnostics: list[Diagnostic] = []
        self._parser: Any = yaml.CSafeLoader(text)

    def report(self, offset: int, code: Code, message: str, hint: str = "") -> None:
        self.diagnostics.append(Origin(self.document, offset).diagnostic(code, message, hint))

    def document_tree(self) -> tuple[Data, Origin | int] | None:
        """The one document of the stream, or None where it is empty."""
        events = self._parser
        events.get_event()  # stream start
        event = events.get_event()
        if isinstance(event, yaml.StreamEndEvent):
            return None
        tree = self.value(events.get_event(), 0)
        events.get_event()  # document end
        event = events.get_event()
        if not isinstance(event, yaml.StreamEndEvent):
            self.report(
                event.start_mark.index,
                Code.YAML_FORBIDDEN_FEATURE,
                "A file holds one YAML document, here a second one begins",
                "Remove the line `---`.",
            )
        return tree

    def value(self, event: Any, depth: int) -> tuple[Data, Origin | int]:
        kind = event.__class__
        offset: int = event.start_mark.index
        if kind is yaml.AliasEvent:
            self.forbidden(offset, "An alias (`*name`)", "Write the value out again.")
            return None, offset
        if event.anchor is not None:
            self.forbidden(offset, "An anchor (`&name`)", "Remove it, or quote the value.")
        if event.tag is not None and event.tag != "!":
            self.forbidden(offset, "A tag (`!name`)", "Remove it, or quote the value.")
        if kind is yaml.ScalarEvent:
            text: str = event.value
            if text == "" and event.implicit[0]:
                return None, offset  # reported by the mapping or sequence around it
            return text, offset
        if depth >= MAXIMUM_DEPTH:
            self.report(
                offset,
                Code.YAML_TOO_DEEP,
                f"Values are nested more than {MAXIMUM_DEPTH} levels deep",
                "No annotation needs that; look for stray brackets or dashes.",
            )
            raise _Stop
        if kind is yaml.SequenceStartEvent:
            return self.sequence(offset, depth + 1)
        return self.mapping(offset, depth + 1)

    def forbidden(self, offset: int, what: str, hint: str) -> None:
        self.report(
            offset, Code.YAML_FORBIDDEN_FEATURE, f"{what} is not allowed in annotations", hint
        )

    def empty(self, offset: int, what: str) -> None:
        self.report(offset, Code.EMPTY_VALUE, f"{what} is empty", "Give it a value, or remove it.")

    def sequence(self, offset: int, depth: int) -> tuple[Data, Origin | int]:
        items: list[Data] = []
        parts: dict[str | int, Origin | int] = {}
        get_event = self._parser.get_event
        while (event := get_event()).__class__ is not yaml.SequenceEndEvent:
            data, part = self.value(event, depth)
            if data is None and isinstance(part, int):
                self.empty(offset, "An item of this list")
            parts[len(items)] = part
            items.append(data)
        return items, Origin(self.document, offset, parts)

    def mapping(self, offset: int, depth: int) -> tuple[Data, Origin | int]:
        values: dict[str, Data] = {}
        parts: dict[str | int, Origin | int] = {}
        keys: dict[str, int] = {}
        get_event = self._parser.get_event
        while (event := get_event()).__class__ is not yaml.MappingEndEvent:
            key_offset: int = event.start_mark.index
            key, _ = self.value(event, depth)
            data, part = self.value(get_event(), depth)
            if data is None and isinstance(part, int):
                self.empty(key_offset, f"`{key}`")
            if not isinstance(key, str):
                self.report(
                    key_offset,
                    Code.WRONG_VALUE,
                    "A key must be a word",
                    "Text that begins with `[` or `{` must stand in quotation marks.",
                )
            elif key == "<<":
                self.forbidden(key_offset, "A merge key (`<<`)", "Write the values out.")
            elif key in values:
                first_line, _ = self.document.line_and_column(keys[key])
                self.report(
                    key_offset,
                    Code.YAML_DUPLICATE_KEY,
                    f"The key `{key}` stands twice in one mapping, first in line {first_line}",
                    "Keep one of the two; a new entry of a list begins with `- `.",
                )
            else:
                values[key] = data
                parts[key] = part
                keys[key] = key_offset
        return values, Origin(self.document, offset, parts, keys)


def read_yaml(document: Document) -> tuple[YamlTree | None, tuple[Diagnostic, ...]]:
    """Read one YAML document.

    Args:
        document: path and text of the file.

    Returns:
        The tree, or None where the file cannot be read or is empty; and what is wrong with it.
    """
    composer = _Composer(document, document.text)
    try:
        tree = composer.document_tree()
    except _Stop:
        tree = None
    except yaml.YAMLError as error:
        composer.diagnostics.append(_syntax_diagnostic(document, error))
        tree = None
    if tree is None:
        return None, tuple(composer.diagnostics)
    data, part = tree
    origin = Origin(document, part) if isinstance(part, int) else part
    return YamlTree(data, origin), tuple(composer.diagnostics)


_LIKELY_CAUSES: Mapping[str, str] = {
    "mapping values are not allowed": "A text with a colon in it must stand in quotation marks.",
    "could not find expected ':'": "A key is followed by a colon and a space.",
    "cannot start any token": "Indent with spaces, not with tabs; quote text that begins with `@`, "
    "`` ` `` or `%`.",
    "did not find expected key": "Look for a bad indent, or a quotation mark inside a quoted text, "
    "in this line or the one before.",
    "did not find expected '-' indicator": "Items of a list are indented alike.",
    "unexpected end of stream": "A quotation mark is opened and never closed.",
    "did not find expected ',' or": "Look for a missing comma, bracket or brace, or for a "
    "quotation mark inside a quoted text.",
    "did not find expected node content": "Look for a missing value, bracket or brace.",
}


def _syntax_diagnostic(document: Document, error: yaml.YAMLError) -> Diagnostic:
    if isinstance(error, yaml.reader.ReaderError):
        readable = document.text.encode()[: error.position].decode(errors="ignore")
        return Origin(document, len(readable)).diagnostic(
            Code.YAML_SYNTAX,
            f"The file holds a character that YAML does not allow: {error.reason}",
            "Remove it; it is probably invisible.",
        )
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or str(error)
    offset = min(mark.index, len(document.text)) if mark is not None else 0
    hint = next((h for cause, h in _LIKELY_CAUSES.items() if cause in problem), "")
    return Origin(document, offset).diagnostic(
        Code.YAML_SYNTAX, f"This is not valid YAML: {problem}", hint
    )
