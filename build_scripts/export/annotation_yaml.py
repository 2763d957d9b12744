"""Write annotation files as a person would: each list entry is a block, each key of it a line.

The form in the browser writes the same bytes; tests/cases/annotation_yaml/ tests both.
"""

from collections.abc import Mapping, Sequence

import regex

from build_scripts.text.yaml_scalars import UNSEEN, scalar

Yaml = str | int | Sequence["Yaml"] | Mapping[str, "Yaml"]
"""A value of an annotation file. A text that ends with a line break becomes a block scalar."""


class OnOneLine(dict[str, Yaml]):
    """A list entry that is written on one line, as a row of a table."""


_UNSEEN = regex.compile(rf"(?!\n)[{UNSEEN}]")


def annotation_file(content: Mapping[str, Yaml]) -> str:
    """The text of an annotation file, which parses as `content` and ends with a line break.

    Keys keep their order. A list of mappings is written as blocks, and so is a mapping with a block
    scalar; the value of a key inside an entry is written on one line.
    """
    return "".join(_item(key, value) for key, value in content.items())


def _item(key: str, value: Yaml) -> str:
    if isinstance(value, Mapping) and _has_block(value):
        lines = (_line(inner, one, "  ") for inner, one in value.items())
        return f"{key}:\n{''.join(lines)}"
    entries = () if isinstance(value, str | int | Mapping) else value
    blocks = [_entry(entry) for entry in entries if entry and isinstance(entry, Mapping)]
    if not blocks or len(blocks) < len(entries):
        return _line(key, value, "")
    return f"{key}:\n{''.join(blocks)}"


def _entry(entry: Mapping[str, Yaml]) -> str:
    """A list entry, whose first key follows the hyphen."""
    if isinstance(entry, OnOneLine):
        return f"  - {flow(entry)}\n"
    lines = "".join(_line(key, value, "    ") for key, value in entry.items())
    return f"  - {lines[4:]}"


def _line(key: str, value: Yaml, indent: str) -> str:
    if isinstance(value, str) and _is_block(value):
        lines = (f"{indent}  {line}" if line else "" for line in value[:-1].split("\n"))
        return "\n".join((f"{indent}{key}: |", *lines, ""))
    return f"{indent}{key}: {flow(value)}\n"


def _has_block(mapping: Mapping[str, Yaml]) -> bool:
    return any(isinstance(value, str) and _is_block(value) for value in mapping.values())


def _is_block(text: str) -> bool:
    """Whether a text ends with a line break and can be written as a block scalar.

    White space at its beginning would count as indentation, and only one line break is kept at the
    end.
    """
    return (
        text.endswith("\n")
        and not text.endswith("\n\n")
        and not text[0].isspace()
        and not _UNSEEN.search(text)
    )


def flow(value: Yaml) -> str:
    """A value on one line, in YAML's flow style."""
    if isinstance(value, str):
        return scalar(value)
    if value is True:
        return "true"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    return "[" + ", ".join(flow(item) for item in value) + "]"
