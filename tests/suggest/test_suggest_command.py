"""`readings suggest`: what it prints where, and that it changes nothing."""

import json
from pathlib import Path

import pytest

from build_scripts.cli import main
from tests.read.projects import write_project

Capture = pytest.CaptureFixture[str]

TEXT = (
    "Ada Quill:Yes. In Port Ellen the the boats left, and the boats sank in the rain, and Port "
    "Ellen slept in the wind."
)
GLOSSARY = "annotations/glossary/quill.yml"
TERM = "term: Ada Quill\nkind: person\ndefinition: A keeper.\n"


def run(capsys: Capture, *arguments: str | Path) -> tuple[int, str, str]:
    status = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def project(root: Path) -> Path:
    return write_project(root, {"seeds/tale.txt": TEXT, GLOSSARY: TERM})


def test_proposals_go_to_standard_output_and_their_number_to_standard_error(
    tmp_path: Path, capsys: Capture
) -> None:
    root = project(tmp_path)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}

    status, out, err = run(capsys, "suggest", "tale", "--root", root)

    assert status == 0
    assert out.startswith("# annotations/readings/tale/suggested.yml\ncorrections:\n  # par")
    assert "\n\n# annotations/glossary/port-ellen.yml\n" in out
    assert err == "readings: 3 proposals (2 fault, 1 term); nothing was changed\n"
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_it_prints_the_same_each_time(tmp_path: Path, capsys: Capture) -> None:
    first = run(capsys, "suggest", "tale", "--root", project(tmp_path / "one"))

    assert run(capsys, "suggest", "tale", "--root", project(tmp_path / "two")) == first


def test_only_the_kinds_that_were_asked_for(tmp_path: Path, capsys: Capture) -> None:
    root = project(tmp_path)

    _, out, err = run(capsys, "suggest", "tale", "--kind", "term", "--root", root)

    assert out.startswith("# annotations/glossary/port-ellen.yml\n")
    assert err == "readings: 1 proposal (1 term); nothing was changed\n"
    _, _, err = run(capsys, "suggest", "tale", "--kind", "term", "--kind", "fault", "--root", root)
    assert err == "readings: 3 proposals (2 fault, 1 term); nothing was changed\n"
    with pytest.raises(SystemExit) as outcome:
        run(capsys, "suggest", "tale", "--kind", "fualt", "--root", root)
    assert outcome.value.code == 2
    assert "did you mean fault?" in capsys.readouterr().err


def test_json_is_one_object_a_line(tmp_path: Path, capsys: Capture) -> None:
    _, out, _ = run(capsys, "suggest", "tale", "--format", "json", "--root", project(tmp_path))

    first, *others = [json.loads(line) for line in out.splitlines()]

    assert len(others) == 2
    assert first == {
        "context": "Ada [Quill:Yes]. In Port Ellen the the boats …",
        "file": "annotations/readings/tale/suggested.yml",
        "key": "corrections",
        "kind": "fault",
        "paragraph": 1,
        "reading": "tale",
        "why": "The space after a punctuation mark was lost.",
        "yaml": (
            'corrections:\n  - id: lost-space-p1\n    target: {exact: "Quill:Yes"}\n'
            '    reading: "Quill: Yes"\n    certainty: certain\n    body: |\n'
            "      The space after a punctuation mark was lost.\n"
        ),
    }


def test_nothing_to_propose(tmp_path: Path, capsys: Capture) -> None:
    root = write_project(tmp_path, {})

    assert run(capsys, "suggest", "tale", "--root", root) == (
        0,
        "",
        "readings: 0 proposals; nothing was changed\n",
    )


def test_a_reading_that_is_not_there(tmp_path: Path, capsys: Capture) -> None:
    assert run(capsys, "suggest", "tail", "--root", project(tmp_path)) == (
        2,
        "",
        "readings: there is no reading tail; did you mean tale?\n",
    )


def test_a_reading_whose_text_cannot_be_read(tmp_path: Path, capsys: Capture) -> None:
    root = write_project(tmp_path, {"seeds/tale.txt": b"\xff\xfe\xff"})

    status, out, err = run(capsys, "suggest", "tale", "--root", root)

    assert (status, out) == (1, "")
    assert "seeds/tale.txt" in err
