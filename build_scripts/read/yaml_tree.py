"""YAML text to plain data and, beside it, the origins of every value.

Read from libyaml's event stream: it keeps positions, does not crash on deep nesting, and lets us
refuse what makes YAML surprising. All scalars are strings (``no`` and ``2021-10-01`` too).
"""

import re
from sys import intern
from typing import Any, NamedTuple

import yaml

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.origin import Document, Origin
from build_scripts.read.characters import FORBIDDEN, described, forbidden_characters
from build_scripts.read.yaml_mistakes import COMMENT_IN_VALUE
from build_scripts.read.yaml_syntax import syntax_diagnostic
from build_scripts.wording import shortened

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

    def __init__(self, document: Document) -> None:
        self.document = document
        self.diagnostics: list[Diagnostic] = []
        self._parser: Any = yaml.CSafeLoader(document.text)
        # Looked for once, so that files without one cost nothing more.
        text = document.text
        may_have_comment = " #" in text or "\t#" in text
        self._has_comment_in_value = may_have_comment and COMMENT_IN_VALUE.search(text) is not None

    def report(self, offset: int, code: Code, message: str, hint: str = "") -> None:
        self.diagnostics.append(Origin(self.document, offset).diagnostic(code, message, hint))

    def found_so_far(self) -> tuple[Diagnostic, ...]:
        """Faults of a file that cannot be read to its end.

        What seems empty, or cut short, is often so for the reason why the rest cannot be read.
        """
        doubtful = (Code.EMPTY_VALUE.value, Code.YAML_COMMENT.value)
        return tuple(found for found in self.diagnostics if found.code not in doubtful)

    def document_tree(self) -> tuple[Data, Origin | int]:
        """The one document of the stream; its data are None where it is empty."""
        events = self._parser
        events.get_event()  # stream start
        event = events.get_event()
        if isinstance(event, yaml.StreamEndEvent):
            return None, 0
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
        if kind is yaml.ScalarEvent and event.tag is None and event.anchor is None:
            return self.scalar(event), offset  # nearly always
        if kind is yaml.AliasEvent:
            self.forbidden(offset, "An alias (`*name`)", _BEGINS_WITH.format("*"))
            return None, offset
        if event.anchor is not None:
            self.forbidden(offset, "An anchor (`&name`)", _BEGINS_WITH.format("&"))
        if event.tag is not None:
            self.forbidden(offset, "A tag (`!name`)", _BEGINS_WITH.format("!"))
        if kind is yaml.ScalarEvent:
            return self.scalar(event), offset
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

    def scalar(self, event: Any) -> str | None:
        """A text, or None where nothing is written (the mapping or list around it reports it)."""
        text: str = event.value
        is_plain = event.implicit[0]
        if is_plain:
            if self._has_comment_in_value and text:
                self.complain_of_comment(event.end_mark.index)
            return text or None
        # The parser refuses most of them, but not where they are written as an escape.
        if (
            event.style == '"'
            and not text.isprintable()
            and (found := FORBIDDEN.search(text)) is not None
        ):
            self.report(
                event.start_mark.index,
                Code.WRONG_VALUE,
                f"The text holds {described(found.group())}",
                "Remove it, or write the character that was meant.",
            )
        return text

    def complain_of_comment(self, end_of_value: int) -> None:
        comment = COMMENT_IN_VALUE.match(self.document.text, end_of_value)
        if comment is not None:
            self.report(
                comment.end() - 1,
                Code.YAML_COMMENT,
                "The text ends here, because ` #` begins a comment",
                "Put the whole text into quotation marks; if a comment is meant, write a space "
                "behind the `#`.",
            )

    def forbidden(self, offset: int, what: str, hint: str) -> None:
        self.report(
            offset, Code.YAML_FORBIDDEN_FEATURE, f"{what} is not allowed in annotations", hint
        )

    def empty(self, key: str, key_event: Any) -> None:
        """Complain that nothing stands behind a key; how the value begins often says why."""
        text = self.document.text
        end = key_event.end_mark.index
        hint = "Give it a value, or remove it."
        if _COMMENT_FOR_VALUE.match(text, end):
            hint = "Behind `#` stands a comment; put a text that begins so into quotation marks."
        elif ":" in key:
            hint = "Between the key and its value stand a colon and a space."
        elif text[end : end + 1] in ("}", ","):  # a key in braces, without a colon
            hint = "A text with a comma in it must stand in quotation marks."
        name = shortened(key)
        self.report(key_event.start_mark.index, Code.EMPTY_VALUE, f"`{name}` is empty", hint)

    def sequence(self, offset: int, depth: int) -> tuple[Data, Origin | int]:
        items: list[Data] = []
        parts: list[Origin | int] = []
        get_event = self._parser.get_event
        while (event := get_event()).__class__ is not yaml.SequenceEndEvent:
            data, part = self.value(event, depth)
            if data is None and isinstance(part, int) and event.__class__ is yaml.ScalarEvent:
                self.report(
                    part,
                    Code.EMPTY_VALUE,
                    "This item of the list is empty",
                    "Give it a value, or remove its dash.",
                )
            parts.append(part)
            items.append(data)
        return items, Origin(self.document, offset, tuple(parts))

    def mapping(self, offset: int, depth: int) -> tuple[Data, Origin | int]:
        values: dict[str, Data] = {}
        parts: dict[str, Origin | int] = {}
        key_offsets: list[int] = []
        get_event = self._parser.get_event
        while (key_event := get_event()).__class__ is not yaml.MappingEndEvent:
            key_offset: int = key_event.start_mark.index
            key, _ = self.value(key_event, depth)
            event = get_event()
            data, part = self.value(event, depth)
            if not isinstance(key, str):
                if key_event.__class__ is not yaml.AliasEvent:
                    self.report(
                        key_offset,
                        Code.WRONG_VALUE,
                        "A key must be a word",
                        "Text that begins with `[` or `{` must stand in quotation marks.",
                    )
            elif key == "<<":
                if event.__class__ is not yaml.AliasEvent:  # which was refused already
                    self.forbidden(key_offset, "A merge key (`<<`)", "Write the values out.")
            elif key in values:
                first = key_offsets[list(values).index(key)]
                first_line, _ = self.document.line_and_column(first)
                self.report(
                    key_offset,
                    Code.YAML_DUPLICATE_KEY,
                    f"The key `{shortened(key)}` stands twice in one entry, first in line "
                    f"{first_line}",
                    "Keep one of the two; a new entry of a list begins with `- `.",
                )
            elif key[0:1].isspace() and key_event.implicit[0]:
                self.report(
                    key_offset,
                    Code.YAML_SYNTAX,
                    f"{described(key[0])} stands here, which looks like a space and is none",
                    "Indent with ordinary spaces only.",
                )
                raise _Stop
            else:
                if data is None and event.__class__ is yaml.ScalarEvent:
                    self.empty(key, key_event)
                key = intern(key)
                values[key] = data
                parts[key] = part
                key_offsets.append(key_offset)
        return values, Origin(self.document, offset, parts, tuple(key_offsets))


_COMMENT_FOR_VALUE = re.compile(r"""["']?[ \t]*:[ \t]+#\S""")
_BEGINS_WITH = "Put a text that begins with `{}` into quotation marks."


def read_yaml(document: Document) -> tuple[YamlTree | None, tuple[Diagnostic, ...]]:
    """Read one YAML document.

    Args:
        document: path and text of the file.

    Returns:
        The tree, or None where the file cannot be read or is empty; and what is wrong with it.
    """
    composer = _Composer(document)
    forbidden = forbidden_characters(document, Code.YAML_SYNTAX)
    if forbidden:
        return None, forbidden
    try:
        data, part = composer.document_tree()
    except _Stop:
        return None, composer.found_so_far()
    except yaml.YAMLError as error:
        return None, (*composer.found_so_far(), syntax_diagnostic(document, error))
    if data is None:
        return None, tuple(composer.diagnostics)
    origin = Origin(document, part) if isinstance(part, int) else part
    return YamlTree(data, origin), tuple(composer.diagnostics)
