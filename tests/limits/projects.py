"""A project whose keys are driven to their limits, and what is left of it where `check` refuses.

The way of a case: every value of a small project may become one at its limit, lists become long,
and every key that the schemas know and the project lacks is added. What `check` refuses is put
back, until it accepts the rest. So the law can be tested: what `check` accepts, builds.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

from build_scripts import pipeline
from build_scripts.model.diagnostic import Severity
from build_scripts.model.structure_schema import StructureSchema
from build_scripts.read.schema.json_schemas import structure_schemas
from tests.limits.values import Pick, is_new_id, values_of

Schema = Mapping[str, Any]
Files = dict[str, Any]
"""The data of each annotation file, by path."""
Key = tuple[str, str]
"""The name of a definition of the schemas, and a key in it."""
Step = str | int

SOURCE = (
    "Letter no. 7\n\nClerk: The town will not see its seven crowns again.\n\n"
    "Answered by the mayor, who was finnished with it in 1905.\n\nThe end.\n"
)
MINUTES = "The council met in the old hall.\n\nIt granted seven crowns to the Board.\n"
SOURCES = {"seeds/letter.txt": SOURCE, "seeds/minutes.txt": MINUTES}


def _around(words: str, before: str, after: str, paragraph: str) -> dict[str, str]:
    """A quotation with all that may stand beside it."""
    return {
        "exact": words,
        "prefix": before,
        "suffix": after,
        "occurrence": "1",
        "paragraph": paragraph,
    }


def _source(path: str) -> dict[str, str]:
    return {"file": path, "sha256": sha256(SOURCES[path].encode()).hexdigest()}


LONG_ID = "a" * 96
BASE: Files = {
    "annotations/site.yml": {"language": "en", "timeline": {}, "require": {}},
    "annotations/sources.yml": {
        "references": [{"id": "ledger", "type": "book", "title": "The Ledger"}]
    },
    "annotations/collections.yml": {
        "collections": [
            {"id": "archive", "title": "The archive"},
            {"id": "drawer", "title": "A drawer", "readings": ["letter"], "part_of": "archive"},
        ]
    },
    "annotations/comparisons.yml": {
        "comparisons": [
            {
                "id": "both",
                "title": "Both",
                "readings": ["letter", "minutes"],
                "body": "See [[town]].",
                "sources": [{"ref": "ledger"}],
            }
        ]
    },
    "annotations/timeline.yml": {
        "events": [
            {
                "id": "opening",
                "date": "1905",
                "title": "The harbour opens",
                "passages": [
                    {"reading": "letter", **_around("in 1905", "it ", ".", "2")},
                    {"reading": "minutes", "paragraphs": "1"},
                ],
            }
        ]
    },
    "annotations/glossary/town.yml": {
        "term": "Town",
        "forms": ["town"],
        "definition": "A town.",
        "except": [{"phrase": "the Town Hall"}, {"reading": "minutes"}],
    },
    f"annotations/glossary/{LONG_ID}.yml": {"term": "Board", "definition": "Its owner."},
    "annotations/readings/letter/reading.yml": {
        "title": "A letter",
        "source": _source("seeds/letter.txt"),
        "language": "en",
        "header": "Letter no. 7\n\n",
        "licence": {"name": "Ours", "url": "https://example.org/ours", "spdx": "CC-BY-4.0"},
        "annotations_licence": "CC0-1.0",
        "publish": "passages",
        "speakers": [{"id": "clerk", "name": "The clerk", "label": "Clerk:", "term": "town"}],
        "paragraphs": [{"from": "1", "to": "1", "speaker": "clerk"}],
        "headings": [{"before": "2", "title": "The answer"}],
        "introduction": {"body": "The [[town]] writes.", "sources": [{"ref": "ledger"}]},
        "further_reading": [{"ref": "ledger", "body": "More of [[town]]."}],
    },
    "annotations/readings/minutes/reading.yml": {
        "title": "The minutes",
        "source": _source("seeds/minutes.txt"),
        "language": "en",
        "version_of": "letter",
        "alignment": [{"paragraphs": "1", "original": "1"}],
        "parts": [
            {"id": "opening", "title": "The opening", "from": "1", "to": "1"},
            {"id": "decision", "title": "The decision", "from": "2", "to": "2"},
        ],
    },
    "annotations/readings/letter/notes.yml": {
        "notes": [
            {
                "id": "crowns",
                "target": _around("seven crowns", "its ", " again", "1"),
                "body": "See [[town]].",
            },
            {"id": "middle", "target": {"paragraphs": "2-3"}, "body": "Its tone."},
            {"id": "whole", "target": {"reading": "true"}, "body": "A draft."},
        ],
        "cross_references": [
            {
                "id": "grant",
                "target": {"exact": "seven crowns again"},
                "refers_to": {
                    "reading": "minutes",
                    **_around("seven crowns", "granted ", " to", "2"),
                },
                "relation": "see",
            },
            {
                "id": "board",
                "target": {"exact": "The town"},
                "refers_to": {"term": LONG_ID},
                "relation": "explains",
            },
            {
                "id": "hall",
                "target": {"exact": "the mayor"},
                "refers_to": {"reading": "minutes", "paragraphs": "1"},
                "relation": "related",
            },
            {
                "id": "works",
                "target": {"exact": "with it"},
                "refers_to": {"event": "opening"},
                "relation": "mentions",
            },
        ],
        "corrections": [
            {
                "id": "finished",
                "target": _around("finnished", "was ", " with", "2"),
                "reading": "finished",
                "certainty": "certain",
                "rivals": [{"reading": "furnished"}],
            }
        ],
        "questions": [
            {
                "id": "who-pays",
                "body": "Who pays?",
                "passages": [
                    _around("seven crowns", "its ", " again", "1"),
                    {"reading": "minutes", **_around("seven crowns", "granted ", " to", "2")},
                    {"reading": "minutes", "paragraphs": "1"},
                ],
                "hint": "The [[town]].",
            }
        ],
        "mentions": [
            {"target": {"exact": "mayor"}, "term": "town"},
            {"target": {"exact": "town"}, "forbid": "town"},
        ],
        "formatting": [{"target": {"exact": "again"}, "as": "emphasis"}],
    },
}
IDS = {
    "reading": ["letter", "minutes"],
    "term": ["town", LONG_ID],
    "event": ["opening"],
    "reference": ["ledger"],
    "collection": ["archive"],
}
_SCHEMAS = {schema.name: schema for schema in structure_schemas()}
_OWN_ID = "id"


def schema_of(path: str) -> StructureSchema:
    """The structure of a file."""
    match path.split("/"):
        case [_, "site.yml"]:
            return _SCHEMAS["site"]
        case [_, "glossary", _]:
            return _SCHEMAS["term"]
        case [_, "readings", _, "reading.yml"]:
            return _SCHEMAS["reading"]
        case [_, "readings", *_]:
            return _SCHEMAS["annotations"]
        case _:
            return _SCHEMAS["events-and-references"]


class _Driver:
    """Drives the values of one file to their limits."""

    def __init__(self, structure: StructureSchema, pick: Pick, most: int, start: int) -> None:
        self._definitions = structure.definitions
        self.root: Schema = structure.definitions[structure.root]
        self._pick = pick
        self._most = most
        self._numbers = count(start)

    def driven(self, data: Any, schema: Schema) -> Any:
        """The same data with other values, longer lists and more keys."""
        schema = self._branch(schema, data)
        if isinstance(data, dict) and "properties" in schema:
            known: Mapping[str, Schema] = schema["properties"]
            old = {
                key: value if key == _OWN_ID else self.driven(value, known[key])
                for key, value in data.items()
            }
            added = [key for key in known if key not in data and self._pick([False, True])]
            return old | {key: self.made(known[key]) for key in added}
        if isinstance(data, dict):
            return self.made(schema)
        if isinstance(data, list):
            return [
                *(self.driven(item, schema["items"]) for item in data),
                *(self._copy(data[0], schema["items"]) for _ in range(self._more())),
            ]
        if is_new_id(schema) or not self._pick([False, True]):
            return data
        return self._pick(values_of(schema, IDS))

    def _more(self) -> int:
        return int(self._pick([0, 0, 0, 1, self._most]))

    def _copy(self, item: Any, schema: Schema) -> Any:
        if isinstance(item, dict) and _OWN_ID in item:
            return self.driven(item, schema) | {_OWN_ID: self._new_id()}
        return self.made(schema)

    def made(self, schema: Schema) -> Any:
        """New data."""
        schema = self._branch(schema, None)
        if "items" in schema:
            return [self.made(schema["items"]) for _ in range(1 + self._more())]
        if "patternProperties" in schema:
            ((pattern, value),) = schema["patternProperties"].items()
            keys = values_of({"pattern": pattern}, IDS)
            return {self._pick(keys): self.made(value) for _ in range(1 + self._more())}
        if "properties" in schema:
            known: Mapping[str, Schema] = schema["properties"]
            wanted = [key for key in known if key in schema.get("required", ())]
            wanted += [key for key in known if key not in wanted and self._pick([False, True])]
            return {key: self.made(known[key]) for key in wanted}
        return self._new_id() if is_new_id(schema) else self._pick(values_of(schema, IDS))

    def _new_id(self) -> str:
        return f"n{next(self._numbers)}-".ljust(100, "z")

    def _choices(self, schema: Schema) -> Iterator[Schema]:
        """The schemas of which one fits, also where they stand in one another."""
        if "$ref" in schema:
            yield from self._choices(self._definitions[schema["$ref"].rpartition("/")[2]])
        elif "anyOf" in schema:
            for choice in schema["anyOf"]:
                yield from self._choices(choice)
        else:
            yield schema

    def _branch(self, schema: Schema, data: Any) -> Schema:
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            return self._branch(self._definitions[name], data)
        if "anyOf" not in schema:
            return schema
        choices = [*self._choices(schema)]
        if data is None:
            return self._branch(self._pick(choices), data)
        return next(choice for choice in choices if _fits(choice, data))


def _fits(schema: Schema, data: Any) -> bool:
    if isinstance(data, dict):
        return "properties" in schema
    return ("items" in schema) is isinstance(data, list) and "properties" not in schema


def driven(pick: Pick, most: int = 40) -> Files:
    """The project with values at their limits.

    Args:
        pick: decides which values, keys and numbers of items.
        most: items that are added to a list.
    """
    files = {}
    for number, (path, data) in enumerate(BASE.items()):
        driver = _Driver(schema_of(path), pick, most, 10_000 * number)
        files[path] = driver.driven(data, driver.root)
    return files


_WHOLE_VALUES, _WHOLE_ENTRIES = 6, 10
"""Rounds in which values, and then entries of lists, are put back; afterwards, files."""


def settled(root: Path, files: Files) -> tuple[Files, pipeline.Checked]:
    """Write a project, and put back what `check` refuses until it accepts the rest."""
    for path, text in SOURCES.items():
        _write(root / path, text.encode())
    for number in count():
        written = {path: _Json(data) for path, data in files.items()}
        for path, one in written.items():
            _write(root / path, one.text.encode("utf-8", "surrogatepass"))
        checked = pipeline.check(root, with_drafts=True)
        errors = [found for found in checked.diagnostics if found.severity is Severity.ERROR]
        if not errors:
            return files, checked
        assert files != BASE, [f"{e.path}:{e.line}:{e.column} {e.code} {e.message}" for e in errors]
        deepest = 99 if number < _WHOLE_VALUES else 2 if number < _WHOLE_ENTRIES else 0
        refused: dict[str, set[tuple[Step, ...]]] = {}
        for found in errors:
            steps = written[found.path].at(found.line, found.column)
            refused.setdefault(found.path, set()).add(steps[:deepest])
        files = _without(files, refused)
    raise AssertionError  # never


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _without(files: Files, refused: Mapping[str, set[tuple[Step, ...]]]) -> Files:
    """The files with what was refused as it was in the beginning."""
    after = dict(files)
    for path, places in refused.items():
        for steps in sorted(places, key=_order, reverse=True):
            after[path] = _put_back(after[path], BASE[path], steps)
    if after != files:
        return after
    # What is refused was not changed itself: the reason is in another file.
    return (
        {path: files[path] if path in refused else data for path, data in BASE.items()}
        if any(files[path] != BASE[path] for path in files.keys() - refused.keys())
        else BASE
    )


def _order(steps: tuple[Step, ...]) -> tuple[str, ...]:
    """So that later items of a list come later."""
    return tuple(f"{step:09}" if isinstance(step, int) else step for step in steps)


_ABSENT = object()


def _child(data: Any, step: Step) -> Any:
    if isinstance(data, dict):
        return data.get(step, _ABSENT)
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return data[step]
    return _ABSENT


def _put_back(data: Any, base: Any, steps: Sequence[Step]) -> Any:
    """Put back the innermost value on the way that differs; the whole if none does."""
    for length in range(len(steps), 0, -1):
        new, old = data, base
        for step in steps[:length]:
            new, old = _child(new, step), _child(old, step)
        if new is not _ABSENT and (old is _ABSENT or new != old):
            return _replaced(data, steps[:length], old)
    return base


def _replaced(data: Any, steps: Sequence[Step], value: Any) -> Any:
    first, *rest = steps
    changed = _replaced(data[first], rest, value) if rest else value
    if isinstance(data, dict):
        entries = ((key, changed if key == first else old) for key, old in data.items())
        return {key: entry for key, entry in entries if entry is not _ABSENT}
    items = (changed if number == first else old for number, old in enumerate(data))
    return [item for item in items if item is not _ABSENT]


class _Json:
    """A file as JSON, which is YAML, and where each value stands in it."""

    def __init__(self, data: Any) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._places: list[tuple[int, int, tuple[Step, ...]]] = []
        self._write(data, ())
        self.text = "".join(self._pieces)
        self._starts = [0]
        for line in self.text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)

    def at(self, line: int, column: int) -> tuple[Step, ...]:
        """The steps to the innermost value at a place."""
        offset = self._starts[line - 1] + column - 1
        inside = [steps for start, end, steps in self._places if start <= offset < end]
        return max(inside, key=len, default=())

    def _add(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)

    def _write(self, data: Any, steps: tuple[Step, ...], start: int | None = None) -> None:
        start = self._length if start is None else start
        match data:
            case dict():
                self._add("{")
                for key, value in data.items():
                    begin = self._length
                    self._add(f"{json.dumps(key)}: ")
                    self._write(value, (*steps, key), begin)
                    self._add(",\n")
                self._add("}")
            case list():
                self._add("[")
                for number, value in enumerate(data):
                    self._write(value, (*steps, number))
                    self._add(",\n")
                self._add("]")
            case _:
                self._add(json.dumps(data, ensure_ascii=False))
        self._places.append((start, self._length, steps))


def keys_in(files: Files) -> Iterator[Key]:
    """The keys that a project uses."""
    for path, data in files.items():
        structure = schema_of(path)
        yield from _keys_in(data, {"$ref": structure.root}, structure)


def _keys_in(data: Any, schema: Schema, structure: StructureSchema) -> Iterator[Key]:
    for choice in (schema, *schema.get("anyOf", ())):
        if isinstance(data, dict) and "$ref" in choice:
            name = choice["$ref"].rpartition("/")[2]
            known = structure.definitions[name]["properties"]
            for key, value in data.items():
                yield name, key
                yield from _keys_in(value, known[key], structure)
        elif isinstance(data, list) and "items" in choice:
            for item in data:
                yield from _keys_in(item, choice["items"], structure)


def all_keys() -> set[Key]:
    """The keys of all mappings of the format."""
    return {
        (name, key)
        for structure in _SCHEMAS.values()
        for name, definition in structure.definitions.items()
        for key in definition["properties"]
    }
