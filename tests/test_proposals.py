"""What meets somebody who writes an issue or a pull request: forms, templates, owners."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

PROJECT = Path(__file__).resolve().parent.parent
GITHUB = PROJECT / ".github"
FORMS = sorted(GITHUB.glob("ISSUE_TEMPLATE/[0-9]*.yml"))


def read_form(path: Path) -> dict[str, Any]:
    form: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return form


def holds_to(schema: str, *paths: Path) -> str:
    """What is wrong with files by a schema that check-jsonschema brings along; empty: nothing."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    outcome = subprocess.run(
        [*command, *map(str, paths)], capture_output=True, text=True, check=False
    )
    return "" if outcome.returncode == 0 else outcome.stdout + outcome.stderr


def test_forms_hold_to_the_schema_of_the_host(tmp_path: Path) -> None:
    faulty = tmp_path / "form.yml"
    faulty.write_text("name: x\ndescription: x\nbody: [{type: inputs}]\n", encoding="utf-8")

    assert holds_to("github-issue-forms", *FORMS) == ""
    assert "inputs" in holds_to("github-issue-forms", faulty)


def test_the_choice_of_forms_holds_to_its_schema() -> None:
    config = GITHUB / "ISSUE_TEMPLATE" / "config.yml"

    assert holds_to("github-issue-config", config) == ""
    assert read_form(config)["blank_issues_enabled"] is True


def test_the_forms_are_told_apart() -> None:
    forms = [read_form(path) for path in FORMS]

    assert [form["name"] for form in forms] == [
        "I found a mistake",
        "I propose a note",
        "Something does not work",
    ]
    for key in ("name", "description", "title"):
        assert len({form[key] for form in forms}) == len(forms)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_keeps_the_rules_that_no_schema_says(path: Path) -> None:
    """As the host documents them: names of fields are unique, and it must ask for something."""
    fields = [field for field in read_form(path)["body"] if field["type"] != "markdown"]
    ids = [field["id"] for field in fields]
    labels = [field["attributes"]["label"] for field in fields]

    assert len(set(ids)) == len(ids)
    assert len(set(labels)) == len(labels)
    assert all(re.fullmatch(r"[a-z]+", one) for one in ids)
    assert any(field.get("validations", {}).get("required") for field in fields)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_asks_for_no_label_or_person_that_a_fork_does_not_have(path: Path) -> None:
    assert set(read_form(path)) <= {"name", "description", "title", "body"}


def test_nobody_is_made_the_owner_of_a_copy_of_this_repository() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()

    assert all(line.startswith("#") for line in lines)


def test_the_paths_that_owners_are_suggested_for_exist() -> None:
    text = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8")

    paths = re.findall(r"^# (/\S+) +@your-name$", text, re.MULTILINE)
    assert len(paths) >= 5
    assert [path for path in paths if not (PROJECT / path.strip("/")).exists()] == []


def test_the_files_that_the_template_names_exist() -> None:
    text = (GITHUB / "PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")

    assert {"LICENSE", "LICENSE-content"} <= {path.name for path in PROJECT.iterdir()}
    assert "LICENSE-content" in text and "`seeds/`" in text and "`formerly`" in text
    assert text.count("- [ ] ") == 3
