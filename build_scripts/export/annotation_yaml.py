"""Annotation files, written as a person would: an entry of a list a block, its parts on a line.

The form in the browser writes the same bytes; tests/cases/annotation_yaml/ holds for both.
"""

from collections.abc import Mapping, Sequence

import regex

from build_scripts.text.yaml_scalars import UNSEEN, scalar

Yaml = str | int | Sequence["Yaml"] | Mapping[str, "Yaml"]
"""What a file holds, and `True`. A text that ends with a line break stands on lines of its own."""


class OnOneLine(dict[str, Yaml]):
    """An entry of a list that is written on the line of its hyphen, as in a table."""


_UNSEEN = regex.compile(rf"(?!\n)[{UNSEEN}]")


def annotation_file(content: Mapping[str, Yaml]) -> str:
    """The text of an annotation file.

    Args:
        content: its keys, in the order in which they are written. A list of mappings is written as
            blocks; what is inside an entry stands on the line of its key.

    Returns:
        YAML that reads back as `content`, ending with a line break.
    """
    return "".join(_item(key, value) for key, value in content.items())


def _item(key: str, value: Yaml) -> str:
    entries = () if isinstance(value, str | int | Mapping) else value
    blocks = [_entry(entry) for entry in entries if entry and isinstance(entry, Mapping)]
    if not blocks or len(blocks) < len(entries):
        return _line(key, value, "")
    return f"{key}:\n{''.join(blocks)}"


def _entry(entry: Mapping[str, Yaml]) -> str:
    """An entry of a list: its first key stands behind the hyphen."""
    if isinstance(entry, OnOneLine):
        return f"  - {_flow(entry)}\n"
    lines = "".join(_line(key, value, "    ") for key, value in entry.items())
    return f"  - {lines[4:]}"


def _line(key: str, value: Yaml, indent: str) -> str:
    if isinstance(value, str) and _is_block(value):
        lines = (f"{indent}  {line}" if line else "" for line in value[:-1].split("\n"))
        return "\n".join((f"{indent}{key}: |", *lines, ""))
    return f"{indent}{key}: {_flow(value)}\n"


def _is_block(text: str) -> bool:
    """Whether a text wants to stand on lines of its own, and can.

    A blank at its beginning would count as indentation, and only one line break is kept at its end.
    """
    return (
        text.endswith("\n")
        and not text.endswith("\n\n")
        and not text[0].isspace()
        and not _UNSEEN.search(text)
    )


def _flow(value: Yaml) -> str:
    if isinstance(value, str):
        return scalar(value)
    if value is True:
        return "true"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(_flow(one) for one in value) + "]"
