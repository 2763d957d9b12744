"""Every value of the project that is attacked, each by itself, and another text in its place."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from tests.attacks.suite import PROJECT


class Field(NamedTuple):
    """A value in a file, and its place there.

    Attributes:
        path: of the file, relative to the project's root.
        keys: that lead to the value, such as ``notes/0/sources/1/locator``.
        start: of the value as it is written, in characters of the file; `end` is behind it.
        line: of its beginning, from 1, as is `column`.
    """

    path: str
    keys: str
    start: int
    end: int
    line: int
    column: int

    @property
    def place(self) -> str:
        """Where findings say that it is."""
        return f"{self.path}:{self.line}:{self.column}"

    @property
    def name(self) -> str:
        """Its keys without the numbers of lists: ``notes/sources/locator``."""
        keys = "/".join(key for key in self.keys.split("/") if not key.isdigit())
        return f"{Path(self.path).name}: {keys}" if self.path.endswith("reading.yml") else keys


@cache
def fields() -> tuple[Field, ...]:
    """All values of the project that is attacked."""
    return tuple(
        field
        for path in sorted((PROJECT / "annotations").rglob("*.yml"))
        for field in _fields(
            path.relative_to(PROJECT).as_posix(), yaml.compose(path.read_text(encoding="utf-8")), ()
        )
    )


def _fields(path: str, node: yaml.Node | None, keys: tuple[str, ...]) -> Iterator[Field]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _fields(path, value, (*keys, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _fields(path, value, (*keys, str(number)))
    elif node is not None:
        start, end = node.start_mark, node.end_mark
        yield Field(path, "/".join(keys), start.index, end.index, start.line + 1, start.column + 1)


def with_words(words: dict[Field, str]) -> dict[str, bytes]:
    """The files of the project that change where fields have these words."""
    changed: dict[str, str] = {}
    for field in sorted(words, key=lambda field: field.start, reverse=True):
        text = changed.get(field.path) or (PROJECT / field.path).read_text(encoding="utf-8")
        written = json.dumps(words[field], ensure_ascii=False)
        changed[field.path] = text[: field.start] + written + text[field.end :]
    return {path: text.encode() for path, text in changed.items()}
