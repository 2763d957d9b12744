"""Read YAML into plain data, with the position of every value.

libyaml's event stream keeps positions, does not crash on deep nesting, and lets us refuse the
surprising parts of YAML. All scalars are strings, including ``no`` and ``2021-10-01``.
"""

from array import array
from functools import lru_cache
from sys import intern
from typing import Any, NamedTuple

import yaml

from build_scripts.model import limits
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.value_places import ValuePlaces
from build_scripts.read.files.forbidden_characters import described, forbidden_characters
from build_scripts.read.yaml.syntax_error import syntax_diagnostic
from build_scripts.read.yaml.tree_findings import Stop, YamlFindings

Data = str | None | list["Data"] | dict[str, "Data"]
"""A scalar (None if nothing follows the colon), a sequence or a mapping."""


class YamlTree(NamedTuple):
    """The content of a document, and the positions of its values in the same shape."""

    data: Data
    origin: Origin


class _Composer:
    """Walks the events of one document once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.findings = YamlFindings(document)
        self._values_left = limits.MOST_VALUES
        self._parser: Any = yaml.CSafeLoader(document.text)

    def document_tree(self) -> tuple[Data, Origin | int]:
        """The one document of the stream; its data are None if it is empty."""
        events = self._parser
        events.get_event()  # stream start
        event = events.get_event()
        if isinstance(event, yaml.StreamEndEvent):
            return None, 0
        tree = self.value(events.get_event(), 0)
        events.get_event()  # document end
        event = events.get_event()
        if not isinstance(event, yaml.StreamEndEvent):
            self.findings.report(
                event.start_mark.index,
                Code.YAML_FORBIDDEN_FEATURE,
                "A file contains one YAML document, but a second one begins here",
                "Remove the line `---`.",
            )
        return tree

    def value(self, event: Any, depth: int) -> tuple[Data, Origin | int]:
        kind = event.__class__
        offset: int = event.start_mark.index
        if kind is yaml.ScalarEvent and event.tag is None and event.anchor is None:
            return self.scalar(event), offset  # nearly always
        if kind is yaml.AliasEvent:
            self.findings.forbidden(offset, "An alias (`*name`)", _BEGINS_WITH.format("*"))
            return None, offset
        if event.anchor is not None:
            self.findings.forbidden(offset, "An anchor (`&name`)", _BEGINS_WITH.format("&"))
        if event.tag is not None:
            self.findings.forbidden(offset, "A tag (`!name`)", _BEGINS_WITH.format("!"))
        if kind is yaml.ScalarEvent:
            return self.scalar(event) or None, offset  # refused already, so not reported as empty
        if depth >= limits.DEEPEST_VALUE:
            self.findings.too_deep(offset)
        if kind is yaml.SequenceStartEvent:
            return self.sequence(offset, depth + 1)
        return self.mapping(offset, depth + 1)

    def scalar(self, event: Any) -> str | None:
        """A text, or None if nothing is written (the mapping or list around it reports that)."""
        text: str = event.value
        is_plain = event.implicit[0]
        if is_plain:
            if self.findings.has_comment_in_value and text:
                self.findings.comment_in(event.end_mark.index)
            return text or None
        if event.style == '"' and not text.isprintable():
            self.findings.control_character_in(text, event.start_mark.index)
        return text

    def sequence(self, offset: int, depth: int) -> tuple[Data, Origin | int]:
        items: list[Data] = []
        parts: list[Origin | int] = []
        get_event = self._parser.get_event
        while (event := get_event()).__class__ is not yaml.SequenceEndEvent:
            data, part = self.value(event, depth)
            if data is None and isinstance(part, int) and _is_nothing(event):
                self.findings.empty_item(part)
            self._values_left -= 1
            if self._values_left < 0:
                self.findings.too_many(event.start_mark.index)
            parts.append(part)
            items.append(data)
        return items, Origin(self.document, offset, tuple(parts))

    def mapping(self, offset: int, depth: int) -> tuple[Data, Origin | int]:
        values: dict[str, Data] = {}
        offsets: list[int] = []
        inner: list[Origin | None] = []
        key_offsets: list[int] = []
        is_next_entry = False  # a dash is missing, and another entry begins
        get_event, value = self._parser.get_event, self.value
        while (key_event := get_event()).__class__ is not yaml.MappingEndEvent:
            key_offset: int = key_event.start_mark.index
            key, _ = value(key_event, depth)
            event = get_event()
            data, part = value(event, depth)
            self._values_left -= 2
            if self._values_left < 0:
                self.findings.too_many(key_offset)
            if not isinstance(key, str):
                if key_event.__class__ is not yaml.AliasEvent:
                    self.findings.report(
                        key_offset,
                        Code.WRONG_VALUE,
                        "A key must be a word",
                        "A text that begins with `[` or `{` needs quotation marks.",
                    )
            elif key == "<<":
                if event.__class__ is not yaml.AliasEvent:  # refused already
                    self.findings.forbidden(
                        key_offset,
                        "A merge key (`<<`)",
                        "Write the keys and values themselves instead.",
                    )
            elif key in values:
                if not is_next_entry:
                    first = key_offsets[list(values).index(key)]
                    is_next_entry = first == offset and self._follows_dash(offset)
                    self.findings.duplicate(key, key_offset, first, begins_entry=is_next_entry)
            elif key[0:1].isspace() and key_event.implicit[0]:
                self.findings.report(
                    key_offset,
                    Code.YAML_SYNTAX,
                    f"The indent contains {described(key[0])}, which looks like a space but is not",
                    "Indent with ordinary spaces only.",
                )
                raise Stop
            else:
                if data is None and _is_nothing(event):
                    self.findings.empty_value(key, key_event)
                key = intern(key)
                values[key] = data
                key_offsets.append(key_offset)
                if isinstance(part, int):
                    offsets.append(part)
                    inner.append(None)
                else:
                    offsets.append(part.offset)
                    inner.append(part)
        if len(values) > limits.MOST_KEYS:
            self.findings.too_many_keys(offset)
        all_offsets = array("I", key_offsets + offsets)
        places = ValuePlaces(
            _shared(tuple(values)), all_offsets, tuple(inner) if any(inner) else ()
        )
        return values, Origin(self.document, offset, places, all_offsets)

    def _follows_dash(self, offset: int) -> bool:
        return self.document.text[:offset].rstrip(" ").endswith("-")


@lru_cache(maxsize=4_096)
def _shared(keys: tuple[str, ...]) -> tuple[str, ...]:
    """These keys, as one value for all mappings that have them."""
    return keys


def _is_nothing(event: Any) -> bool:
    """Whether nothing is written in place of a value, not even something refused."""
    return event.__class__ is yaml.ScalarEvent and event.tag is None and event.anchor is None


_BEGINS_WITH = "Put a text that begins with `{}` into quotation marks."


def read_yaml(document: Document) -> tuple[YamlTree | None, tuple[Diagnostic, ...]]:
    """Read one YAML document; there is no tree if the file is empty or cannot be parsed."""
    composer = _Composer(document)
    forbidden = forbidden_characters(document, Code.YAML_SYNTAX)
    if forbidden:
        return None, forbidden
    try:
        data, part = composer.document_tree()
    except Stop:
        return None, composer.findings.of_unreadable_file()
    except yaml.YAMLError as error:
        return None, (*composer.findings.of_unreadable_file(), syntax_diagnostic(document, error))
    if data is None:
        return None, tuple(composer.findings.diagnostics)
    origin = Origin(document, part) if isinstance(part, int) else part
    return YamlTree(data, origin), tuple(composer.findings.diagnostics)
