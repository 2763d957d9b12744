"""The JSON Schemas in annotations/schema/: what they accept and refuse, and the present ids.

They are held against every annotation file of this repository, whatever it is there for, by
check-jsonschema, as anybody may use it.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from build_scripts import pipeline
from build_scripts.cli import main
from build_scripts.disk.schema_folder import SCHEMA_FOLDER
from build_scripts.export.editor_schemas import PRESENT_IDS_FILE, structure_files
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.read.schema.items import ITEM_MODELS, AnnotationFileModel
from build_scripts.read.schema.json_schemas import structure_schemas
from tests.annotation_files import AnnotationFile, faulty_files, valid_files
from tests.mkdocs_runs import small_project, write

PROJECT = Path(__file__).resolve().parents[2]
SCHEMAS = PROJECT / SCHEMA_FOLDER

NOT_SEEN = {
    "F003/control-character": "an escape is a character to a schema, too",
    "F003/interval-and-end": "a schema does not compare values",
    "F003/interval-backwards": "a schema does not compare values",
    "F003/isbn-with-a-slip": "a schema does not calculate check digits",
    "F003/dates-in-the-wrong-order": "a schema does not compare values",
    "F003/licence-not-listed": "a schema does not know the SPDX list",
    "F003/paragraphs-backwards": "a schema does not compare values",
    "F003/timeline-backwards": "a schema does not compare values",
    "F003/date": "a schema does not know how long a month is",
    "F005/name-of-a-file": "a schema does not see the names of files",
    "F005/name-of-a-folder": "a schema does not see the names of files",
}
"""Faults that only `readings check` finds, and why."""


# The structure


def test_the_committed_schemas_are_those_of_the_format() -> None:
    """If this fails, run `readings schema`."""
    committed = {
        path.name: path.read_bytes() for path in SCHEMAS.iterdir() if path.name != PRESENT_IDS_FILE
    }

    assert committed == dict(structure_files(structure_schemas()))


def keys(node: Any, name: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every key that a schema describes, by the names of the definition and the key."""
    if isinstance(node, dict):
        for key, value in node.get("properties", {}).items():
            yield f"{name}: {key}", value
        for key, value in node.items():
            yield from keys(value, key if key not in ("properties", "items") else name)
    elif isinstance(node, list):
        for item in node:
            yield from keys(item, name)


def test_every_key_says_what_it_is_for() -> None:
    for structure in structure_schemas():
        for name, node in keys(structure.definitions):
            assert node.get("description", "").endswith((".", "…")), (structure.name, name)


def test_every_mapping_takes_the_keys_of_the_format_and_no_others() -> None:
    for structure in structure_schemas():
        for name, definition in structure.definitions.items():
            assert definition["additionalProperties"] is False, (structure.name, name)


def test_annotation_files_of_readings_hold_every_kind_of_entry() -> None:
    assert set(AnnotationFileModel.model_fields) == set(ITEM_MODELS)


def test_a_key_stands_where_people_look_for_it() -> None:
    """Required keys come first, then the entry's own, then those that all entries have."""
    schema = json.loads((SCHEMAS / "annotations.schema.json").read_text(encoding="utf-8"))

    listed = list(schema["definitions"]["cross-reference"]["properties"])

    assert listed[:5] == ["id", "target", "refers_to", "relation", "body"]
    people = {"creator", "created", "modified", "reviewed_by"}
    assert set(listed[5:]) == {"sources", *people, "status", "formerly"}


# What they take and refuse


def refused(files: Iterable[AnnotationFile]) -> dict[Path, str]:
    """The files in which check-jsonschema finds faults, each with the first fault."""
    by_schema: dict[str, list[str]] = {}
    for file in files:
        by_schema.setdefault(file.schema, []).append(str(file.path))
    found: dict[Path, str] = {}
    for schema, paths in by_schema.items():
        command = [sys.executable, "-m", "check_jsonschema", "--output-format", "json"]
        run = subprocess.run(
            [*command, "--schemafile", str(SCHEMAS / f"{schema}.schema.json"), *paths],
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode in (0, 1), run.stderr
        printed = json.loads(run.stdout)
        for fault in (*printed.get("errors", ()), *printed.get("parse_errors", ())):
            found.setdefault(Path(fault["filename"]), fault["message"])
    return found


def test_every_valid_file_is_taken(tmp_path: Path) -> None:
    files = list(valid_files(tmp_path))

    assert {file.schema for file in files} == {one.name for one in structure_schemas()}
    assert refused(files) == {}


def test_every_fault_of_structure_is_refused(tmp_path: Path) -> None:
    files = dict(faulty_files(tmp_path))

    found = refused(files.values())

    assert {name for name, file in files.items() if file.path not in found} == set(NOT_SEEN)


def test_the_schemas_are_correct_themselves() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--check-metaschema"]
    paths = [str(path) for path in sorted(SCHEMAS.glob("*.json"))]

    run = subprocess.run([*command, *paths], capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout


def test_a_text_may_look_like_something_else(tmp_path: Path) -> None:
    """For `readings check` every scalar is a text; for an editor it may be a number or a date."""
    values = ["1984", "3.5", "true", "no", "2021-10-01", "12:30", "'1984'", "-0043", "1e5"]
    for value in values:
        note = f"notes: [{{id: a, target: {{exact: {value}, prefix: {value}}}, body: {value}}}]\n"
        term = (
            f"term: {value}\ndefinition: {value}\nforms: {value}\ntranslations: {{no: {value}}}\n"
            f"pronunciation: {value}\naliases: {value}\n"
        )
        write(tmp_path / value / "notes.yml", note)
        write(tmp_path / value / "term.yml", term)

    found = refused(
        AnnotationFile(path, "term" if path.stem == "term" else "annotations")
        for path in tmp_path.rglob("*.yml")
    )

    assert found == {}


# The ids of a project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project whose maintainers want help for editors."""
    small_project(tmp_path / "project")
    main(["schema", "--root", str(tmp_path / "project")])
    return tmp_path / "project"


def present_ids(project: Path) -> dict[str, dict[str, str]]:
    """By kind, the ids that editors offer, each with its description."""
    text = (project / SCHEMA_FOLDER / PRESENT_IDS_FILE).read_text(encoding="utf-8")
    return {
        kind: dict(zip(node["enum"], node["enumDescriptions"], strict=True))
        for kind, node in json.loads(text)["definitions"].items()
    }


def modified(project: Path) -> dict[str, int]:
    """The time at which each file of the folder was last written."""
    folder = project / SCHEMA_FOLDER
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


def test_the_ids_of_a_project_are_offered_with_what_they_stand_for(project: Path) -> None:
    write(
        project / "annotations/sources.yml",
        "references:\n  - {id: log, type: book, title: The log}\n  - {id: map, type: map}\n",
    )

    main(["check", "--root", str(project)])

    assert present_ids(project) == {
        "reading": {"harbour": "The Harbour & Its Price", "letter": "A Letter"},
        "term": {"harbour-board": "Harbour Board"},
        "event": {"opening": "1905: The harbour opens"},
        "collection": {},
        "reference": {"log": "The log", "map": ""},
    }


def test_checking_and_building_renew_the_ids(project: Path) -> None:
    term = "term: Pier\ndefinition: A pier.\n"

    write(project / "annotations/glossary/pier.yml", term)
    main(["check", "--root", str(project)])
    assert "pier" in present_ids(project)["term"]

    write(project / "annotations/glossary/quay.yml", term.replace("Pier", "Quay"))
    pipeline.build(project, SiteConfiguration())
    assert "quay" in present_ids(project)["term"]


def test_what_is_the_same_is_not_written_again(project: Path) -> None:
    before = modified(project)

    main(["check", "--root", str(project)])
    main(["schema", "--root", str(project)])

    assert modified(project) == before


def test_the_ids_of_faulty_files_and_entries_are_offered_all_the_same(project: Path) -> None:
    """People save often; an unfinished entry must not remove the ids of all others."""
    write(project / "annotations/glossary/pier.yml", "term: Pier\n")
    write(project / "annotations/glossary/quay.yml", "term: 'Quay\n")
    write(
        project / "annotations/sources.yml",
        "references:\n  - {id: log, type: book, titel: The log}\n  - {id: map}\n",
    )
    write(project / "annotations/more.yml", "references:\n  - id: chart\n    title: 'The\n")

    assert main(["check", "--root", str(project)]) == 1

    assert set(present_ids(project)["term"]) == {"harbour-board", "pier", "quay"}
    assert set(present_ids(project)["reference"]) == {"chart", "log", "map"}


def test_what_is_no_id_is_offered_as_what_it_should_be(project: Path) -> None:
    write(project / "annotations/sources.yml", "references: [{id: The log, type: book}]\n")

    main(["check", "--root", str(project)])

    assert set(present_ids(project)["reference"]) == {"the-log"}


def test_a_project_without_the_folder_gets_none(tmp_path: Path) -> None:
    project = small_project(tmp_path)

    main(["check", "--root", str(project)])
    pipeline.build(project, SiteConfiguration())

    assert not (project / SCHEMA_FOLDER).exists()


def test_a_project_that_may_only_be_read_is_checked_all_the_same(project: Path) -> None:
    write(project / "annotations/glossary/pier.yml", "term: Pier\ndefinition: A pier.\n")
    refusal = PermissionError(13, "Permission denied")

    with mock.patch("build_scripts.disk.schema_folder.replace_file", side_effect=refusal):
        checked = main(["check", "--root", str(project)])
        renewed = main(["schema", "--root", str(project)])

    assert (checked, renewed) == (0, 1), "who asks for the files is told; who checks is not"


def test_nothing_is_written_where_a_link_leads(project: Path, tmp_path: Path) -> None:
    """Checking a contribution must not replace a file of the person who checks it."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.rmtree(project / SCHEMA_FOLDER)
    (project / SCHEMA_FOLDER).symlink_to(elsewhere)

    main(["check", "--root", str(project)])
    main(["schema", "--root", str(project)])

    assert list(elsewhere.iterdir()) == []


def test_a_link_is_replaced_and_not_followed(project: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.json"
    theirs.write_text("theirs", encoding="utf-8")
    present = project / SCHEMA_FOLDER / PRESENT_IDS_FILE
    present.unlink()
    present.symlink_to(theirs)

    main(["check", "--root", str(project)])

    assert theirs.read_text(encoding="utf-8") == "theirs"
    assert set(present_ids(project)["term"]) == {"harbour-board"}


def test_git_ignores_the_ids_and_nothing_else_of_the_folder() -> None:
    lines = (PROJECT / ".gitignore").read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if SCHEMA_FOLDER in line] == [
        f"/{SCHEMA_FOLDER}/{PRESENT_IDS_FILE}"
    ]
