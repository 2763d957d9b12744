"""A changed key is printed under its own name, whichever key of the schema it is."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from build_scripts import pipeline
from build_scripts.changes.compare import compare
from build_scripts.model.change import Changes
from build_scripts.model.structure_schema import JsonSchema, StructureSchema
from build_scripts.read.schema.json_schemas import structure_schemas
from build_scripts.report.change_summary import Proposal, as_markdown

STRUCTURES = {structure.name: structure for structure in structure_schemas()}
READING_YML = "annotations/readings/fable/reading.yml"
PROJECT = {
    "seeds/fable.txt": "A fox saw grapes.\n",
    READING_YML: "title: The Fox\nsource: {file: seeds/fable.txt}\nlanguage: en\n",
}
ENTRIES = [
    *(
        (path, STRUCTURES[name], "")
        for name, path in {
            "reading": READING_YML,
            "term": "annotations/glossary/fox.yml",
            "site": "annotations/site.yml",
        }.items()
    ),
    *(
        ("annotations/readings/fable/more.yml", STRUCTURES["annotations"], key)
        for key in STRUCTURES["annotations"].definitions["annotation-file"]["properties"]
    ),
]


def resolved(node: JsonSchema, structure: StructureSchema) -> JsonSchema:
    """The definition that a node of a schema refers to; of several choices, the longest form."""
    if "$ref" in node:
        return structure.definitions[node["$ref"].rpartition("/")[2]]
    choices = [resolved(choice, structure) for choice in node.get("anyOf", ())]
    return max(
        choices, key=lambda choice: ("properties" in choice, "items" in choice), default=node
    )


def filled_in(node: JsonSchema, structure: StructureSchema, word: str) -> Any:
    """A value in which every key has the same word, even where the format does not allow it."""
    node = resolved(node, structure)
    if "properties" in node:
        return {key: filled_in(value, structure, word) for key, value in node["properties"].items()}
    if "items" in node:
        return [filled_in(node["items"], structure, word)]
    return {"be": word} if "patternProperties" in node else word


def keys_in(value: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """The name under which each value must be printed, and the key that must be part of it."""
    for key, inner in value.items():
        name = f"{before}{key}"
        if isinstance(inner, dict):
            yield from keys_in(inner, f"{name}.")
        elif isinstance(inner, list) and isinstance(inner[0], dict):
            yield from ((name, f"{inner_key}: ") for inner_key in inner[0])
        else:
            yield name, ""


def compared(root: Path, before: dict[str, str], after: dict[str, str]) -> Changes:
    def merged(files: dict[str, str]) -> Any:
        proposed = {path: text.encode() for path, text in (PROJECT | files).items()}
        return pipeline.check(root, with_drafts=True, proposed=proposed).merged.collection

    return compare(merged(before), merged(after))


@pytest.mark.parametrize(
    ("path", "structure", "kind"),
    ENTRIES,
    ids=[kind or structure.name for _, structure, kind in ENTRIES],
)
def test_a_changed_key_is_printed_under_its_own_name(
    tmp_path: Path, path: str, structure: StructureSchema, kind: str
) -> None:
    root = structure.definitions[structure.root]
    node = root["properties"][kind]["items"] if kind else {"$ref": f"#/{structure.root}"}
    states = []
    for word in ("first", "second"):
        entry = filled_in(node, structure, word)
        if kind and "id" in entry:
            entry["id"] = "same"
        if structure.name == "term":
            del entry["references"]  # which are entries of another kind
        states.append({path: json.dumps({kind: [entry]} if kind else entry)})

    changes = compared(tmp_path, *states)

    expected = {pair for pair in keys_in(entry) if pair != ("id", "")}
    before = {k: v for c in changes.changes if c.before for k, v in c.before.fields}
    assert {*before} - {"text"} == {name for name, _ in expected}
    assert [(name, key) for name, key in expected if key not in str(before[name])] == []
    shown = as_markdown(Proposal("base", changes))
    printed = {
        line[2:].partition(":")[0] for line in shown.splitlines() if line[:2] in ("- ", "! ")
    }
    assert {name for name, _ in expected} - printed == set()


def test_a_key_is_printed_as_it_is_written(tmp_path: Path) -> None:
    files = {
        "annotations/glossary/fox.yml": (
            "term: fox\ndefinition: An animal.\nexcept: [fox fur, {reading: fable}]\n"
        ),
        "annotations/site.yml": (
            "drafts: publish\ntimeline: {from: 1900}\nrequire: {notes: [status]}\n"
        ),
        "annotations/sources.yml": (
            "references: [{id: book, type: book, title: Foxes, URL: 'https://example.org/'}]"
        ),
    }

    shown = as_markdown(Proposal("base", compared(tmp_path, {}, files)))

    assert "+ except:\n+   fox fur\n+   {reading: fable}\n" in shown
    assert "+ drafts: publish\n+ timeline.from: 1900\n+ require.notes: status\n" in shown
    assert "+ URL: https://example.org/\n" in shown


def test_the_order_of_keys_is_no_change(tmp_path: Path) -> None:
    path = "annotations/timeline.yml"
    before = {path: "events: [{id: harvest, date: 1900, title: Harvest}]"}
    after = {path: "events: [{title: Harvest, id: harvest, date: 1900}]"}

    assert compared(tmp_path, before, after).changes == ()


def test_a_reading_without_its_file_is_removed(tmp_path: Path) -> None:
    note = "notes: [{id: fox, target: {exact: fox}, body: An animal.}]"
    notes = {"annotations/readings/fable/notes.yml": note}

    (change,) = compared(tmp_path, notes, {**notes, READING_YML: "["}).changes

    assert (change.state, change.entry.path) == ("removed", READING_YML)
