"""Write YAML as a person would write annotation files."""

import json
from collections.abc import Iterable, Mapping


def scalar(value: str) -> str:
    """A text in double quotation marks: JSON is YAML."""
    return json.dumps(value, ensure_ascii=False)


def flow(values: Mapping[str, str]) -> str:
    """A mapping on one line."""
    return "{" + ", ".join(f"{key}: {scalar(value)}" for key, value in values.items()) + "}"


def literal(text: str, indent: int) -> str:
    """A text of several lines after a ``|``."""
    margin = " " * indent
    lines = (f"{margin}{line}" if line else "" for line in text.split("\n"))
    return "|\n" + "\n".join(lines)


def items(key: str, entries: Iterable[Mapping[str, str]]) -> str:
    """A list of mappings whose values are finished YAML."""
    written = [
        "\n".join(
            f"{'  - ' if number == 0 else '    '}{name}: {value}"
            for number, (name, value) in enumerate(entry.items())
        )
        for entry in entries
    ]
    return f"{key}:\n" + "\n\n".join(written) + "\n"


def mapping(values: Mapping[str, str]) -> str:
    """The top of a file; values are finished YAML."""
    return "".join(
        f"{key}:{value}\n" if value.startswith("\n") else f"{key}: {value}\n"
        for key, value in values.items()
    )


def block_list(entries: Iterable[Mapping[str, str]]) -> str:
    """A list of mappings on one line each, as a value for `mapping`."""
    return "".join(f"\n  - {flow(entry)}" for entry in entries)
