"""The command `readings`: exit codes, and what goes to which stream."""

import errno
import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from build_scripts import pipeline
from build_scripts.cli import main
from build_scripts.model.diagnostic import Diagnostic, Severity
from build_scripts.pages.policy import policy
from tests.read.projects import READING_PATH, SOURCE_PATH, write_project

Capture = pytest.CaptureFixture[str]

SETTINGS: dict[str, str | bytes] = {"mkdocs.yml": "site_name: Tales\n"}
NOTES = "annotations/readings/tale/notes.yml"
NOTE = "notes:\n  - {id: king, target: {exact: a king}, body: The first one.}\n"
WRONG = NOTE.replace("a king", "a kink")
PAGE = "docs/readings/tale/index.md"
NO_RIGHT = "Give your user the right to read and write there, or change the owner."


def run(capsys: Capture, *arguments: str | Path) -> tuple[int, str, str]:
    """Exit code, standard output and standard error."""
    status = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


# check


def test_check_of_a_sound_project(tmp_path: Path, capsys: Capture) -> None:
    root = write_project(tmp_path, {NOTES: NOTE})
    before = files_of(root)
    assert run(capsys, "check", "--root", root) == (0, "", "readings: no faults found\n")
    assert files_of(root) == before, "check writes nothing"


def test_check_prints_findings_to_standard_output_and_their_number_to_standard_error(
    tmp_path: Path, capsys: Capture
) -> None:
    status, out, err = run(capsys, "check", "--root", write_project(tmp_path, {NOTES: WRONG}))
    assert status == 1
    assert out.startswith(f"{NOTES}:2:32: error A001 ")
    assert err == "readings: 1 error in 1 file\n"


def test_a_warning_is_no_failure(tmp_path: Path, capsys: Capture) -> None:
    root = write_project(tmp_path, {"seeds/unused.txt": "Unused."})
    status, out, err = run(capsys, "check", "--root", root)
    assert (status, err) == (0, "readings: 1 warning in 1 file\n")
    assert out.startswith("seeds/unused.txt:1:1: warning S006 ")


def test_check_prints_json_and_nothing_else(tmp_path: Path, capsys: Capture) -> None:
    text = "notes:\n  - {id: b, target: {exact: kink}, body: B.}\n  - {id: A, colour: red}\n"
    root = write_project(tmp_path, {NOTES: text, "seeds/unused.txt": "Unused."})

    status, out, err = run(capsys, "check", "--root", root, "--format", "json")

    assert (status, err) == (1, "")
    found = [json.loads(line) for line in out.splitlines()]
    keys = ["path", "line", "column", "severity", "code", "message", "hint"]
    assert all([*one] == keys for one in found)
    assert [(one["path"], one["line"], one["code"]) for one in found] == [
        (NOTES, 2, "A001"),
        (NOTES, 3, "F002"),
        (NOTES, 3, "F002"),
        (NOTES, 3, "F005"),
        (NOTES, 3, "F001"),
        ("seeds/unused.txt", 1, "S006"),
    ]


def test_check_in_json_of_a_sound_project_prints_nothing(tmp_path: Path, capsys: Capture) -> None:
    root = write_project(tmp_path, {})
    assert run(capsys, "check", "--root", root, "--format", "json") == (0, "", "")


def test_ten_different_faults_of_a_file_are_reported_at_once(
    tmp_path: Path, capsys: Capture
) -> None:
    text = """\
colour: red
notes:
  - {id: A, target: {exact: a king}, body: A.}
  - {id: b, target: {exact: a king}}
  - {id: c, target: {exact: a king}, body: C., status: ready}
  - {id: d, target: {exact: a kink}, body: D.}
  - {id: e, target: {exact: had}, body: E.}
  - {id: f, target: {exact: a king, prefix: an old}, body: F.}
  - {id: g, target: {paragraphs: 2-4}, body: G.}
  - {id: h, target: {exact: a king}, body: H., sources: [grimm]}
  - {id: i, target: {exact: a king}, body: <b>I.</b>}
  - {id: i, target: {exact: a king}, body: ""}
  - {id: i, target: {exact: a king}, body: I.}
cross_references:
  - {id: a, target: {exact: a king}, refers_to: {term: king}, relation: explains}
"""
    root = write_project(tmp_path, {NOTES: text})
    _, out, _ = run(capsys, "check", "--root", root, "--format", "json")
    found = [json.loads(line) for line in out.splitlines()]
    assert [(one["line"], one["code"]) for one in found] == [
        (1, "F001"),
        (3, "F005"),
        (4, "F002"),
        (5, "F003"),
        (6, "A001"),
        (7, "A002"),
        (8, "A003"),
        (9, "A007"),
        (10, "R001"),
        (11, "B001"),
        (12, "F006"),
        (12, "F004"),
        (13, "F006"),
        (15, "G002"),
    ]


# build


def test_build_writes_pages_and_says_how_many(tmp_path: Path, capsys: Capture) -> None:
    root = write_project(tmp_path, SETTINGS | {NOTES: NOTE})
    status, out, err = run(capsys, "build", "--root", root)
    assert (status, err) == (0, "readings: no faults found\n")
    written = len([path for path in files_of(root / "docs") if "/." not in f"/{path}"])
    assert out == f"readings: {written} written, 0 unchanged, 0 removed\n"
    assert "The first one." in (root / PAGE).read_text(encoding="utf-8")

    assert run(capsys, "build", "--root", root)[1] == (
        f"readings: 0 written, {written} unchanged, 0 removed\n"
    )


def test_a_build_with_errors_keeps_the_last_output_byte_for_byte(
    tmp_path: Path, capsys: Capture
) -> None:
    root = write_project(tmp_path, SETTINGS | {NOTES: NOTE})
    assert main(["build", "--root", str(root)]) == 0
    before = files_of(root / "docs")
    capsys.readouterr()

    status, out, err = run(capsys, "build", "--root", write_project(root, {NOTES: WRONG}))

    assert status == 1
    assert out == ""
    assert f"{NOTES}:2:32: error A001 " in err
    assert err.endswith(
        "readings: 1 error in 1 file\nreadings: nothing was written; the last pages stay\n"
    )
    assert files_of(root / "docs") == before


def test_a_build_with_errors_writes_nothing_where_nothing_was(
    tmp_path: Path, capsys: Capture
) -> None:
    root = write_project(tmp_path, {NOTES: WRONG})
    assert run(capsys, "build", "--root", root)[0] == 1
    assert not (root / "docs").exists()


def test_the_documentation_folder_is_that_of_mkdocs_yml(tmp_path: Path, capsys: Capture) -> None:
    root = write_project(tmp_path, {"mkdocs.yml": "site_name: !ENV [X, y]\ndocs_dir: pages\n"})
    assert run(capsys, "build", "--root", root)[0] == 0
    assert (root / "pages" / "readings" / "tale" / "index.md").is_file()


DRAFT = NOTE.replace("}\n", ", status: draft}\n")


@pytest.mark.parametrize(
    ("settings", "options", "is_shown"),
    [
        ("", (), False),
        ("drafts: hide\n", (), False),
        ("", ("--drafts",), True),
        ("drafts: hide\n", ("--drafts",), True),
        ("drafts: publish\n", (), True),
    ],
)
def test_drafts_are_shown_where_asked_for(
    tmp_path: Path, capsys: Capture, settings: str, options: tuple[str, ...], is_shown: bool
) -> None:
    root = write_project(tmp_path, {NOTES: DRAFT, "annotations/site.yml": settings})
    assert run(capsys, "build", "--root", root, *options)[0] == 0
    page = (root / PAGE).read_text(encoding="utf-8")
    assert ("The first one." in page) is is_shown
    assert ("note-king" in page) is is_shown


def test_drafts_are_checked_even_where_they_are_hidden(tmp_path: Path, capsys: Capture) -> None:
    root = write_project(tmp_path, {NOTES: DRAFT.replace("a king", "a kink")})
    assert run(capsys, "check", "--root", root)[0] == 1


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device", "docs/readings/tale/index.md"),
            (
                "readings: docs/readings/tale/index.md: No space left on device. "
                "Free some space, then try again.\n"
            ),
        ),
        (
            PermissionError(errno.EACCES, "Permission denied", "docs/readings"),
            f"readings: docs/readings: Permission denied. {NO_RIGHT}\n",
        ),
        (OSError(errno.EIO, "Input/output error"), "readings: Input/output error\n"),
        (OSError("it broke"), "readings: it broke\n"),
        (
            PermissionError(errno.EACCES, "Permission denied", "a\n::error::b"),
            f"readings: a<U+000A>::error::b: Permission denied. {NO_RIGHT}\n",
        ),
    ],
)
def test_when_the_disk_refuses_it_is_said_in_one_line(
    tmp_path: Path,
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
    error: OSError,
    line: str,
) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(pipeline, "write_site", refuse)
    assert run(capsys, "build", "--root", write_project(tmp_path, {})) == (1, "", line)


def test_a_folder_that_cannot_be_made_is_said_in_one_line(tmp_path: Path, capsys: Capture) -> None:
    root = write_project(tmp_path, {"docs": "a file stands here"})
    status, out, err = run(capsys, "build", "--root", root)
    assert (status, out) == (1, "")
    assert "Traceback" not in err


# Strict runs

UNUSED: dict[str, str | bytes] = {"seeds/unused.txt": "Unused."}
WARNED = "seeds/unused.txt:1:1: warning S006 "


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_warnings_fail_a_strict_check(tmp_path: Path, capsys: Capture, form: str) -> None:
    root = write_project(tmp_path, UNUSED)
    assert run(capsys, "check", "--root", root, "--format", form)[0] == 0
    status, out, _ = run(capsys, "check", "--root", root, "--format", form, "--strict")
    assert status == 1
    assert "S006" in out


def test_a_strict_build_with_warnings_keeps_the_last_output(
    tmp_path: Path, capsys: Capture
) -> None:
    root = write_project(tmp_path, SETTINGS)
    assert main(["build", "--root", str(root), "--strict"]) == 0
    before = files_of(root / "docs")
    capsys.readouterr()

    write_project(root, UNUSED | {NOTES: NOTE})
    status, out, err = run(capsys, "build", "--root", root, "--strict")

    assert (status, out) == (1, "")
    assert err.startswith(WARNED)
    assert err.endswith(
        "readings: 1 warning in 1 file\n"
        "readings: nothing was written; with --strict, warnings count; the last pages stay\n"
    )
    assert files_of(root / "docs") == before
    assert run(capsys, "build", "--root", root)[0] == 0, "otherwise a warning stops nothing"
    assert files_of(root / "docs") != before


@pytest.mark.parametrize("command", ["build", "check"])
def test_hints_do_not_fail_a_strict_run(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    hint = Diagnostic(SOURCE_PATH, 1, 1, Severity.HINT, "G005", "Not found")
    check = pipeline.check

    def check_with_hint(*arguments: object, **options: object) -> pipeline.Checked:
        return check(*arguments, **options)._replace(diagnostics=(hint,))  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "check", check_with_hint)
    root = write_project(tmp_path, {})
    status, out, err = run(capsys, command, "--root", root, "--strict")
    assert status == 0
    assert "hint G005 Not found" in out + err


def test_a_strict_verify_fails_on_warnings_of_the_project(tmp_path: Path, capsys: Capture) -> None:
    root = write_project(tmp_path, UNUSED)
    build_by_hand(root)
    assert run(capsys, "verify", "--root", root)[0] == 0
    status, out, err = run(capsys, "verify", "--root", root, "--strict")
    assert (status, err) == (1, "readings: 1 warning in 1 file\n")
    assert out.startswith(WARNED)


# verify


def build_by_hand(root: Path) -> Path:
    """A site with the one page, and the files, that the contract asks for."""
    page = root / "site" / "readings" / "tale" / "index.html"
    page.parent.mkdir(parents=True)
    text = (root / SOURCE_PATH).read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    paragraphs = (
        f'<p id="p{number}" data-paragraph="{number}">{words}</p>\n'
        for number, words in enumerate(text, start=1)
    )
    assets = root / "site" / "assets" / "readings"
    assets.mkdir(parents=True)
    for name in ("readings.css", "readings.js"):
        (assets / name).write_text("/* something */", encoding="utf-8")
    page.write_text(
        f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{policy(())}">'
        '<link rel="stylesheet" href="../../assets/readings/readings.css">'
        '<script src="../../assets/readings/readings.js" defer></script>'
        f'<div data-reading="tale">{"".join(paragraphs)}</div>',
        encoding="utf-8",
    )
    return page


def test_verify_of_a_faithful_site(tmp_path: Path, capsys: Capture) -> None:
    root = write_project(tmp_path, {})
    build_by_hand(root)
    assert run(capsys, "verify", "--root", root) == (
        0,
        "readings: 1 reading, 3 paragraphs, all as in the source\n",
        "readings: no faults found\n",
    )


def test_verify_of_a_site_with_one_other_letter(tmp_path: Path, capsys: Capture) -> None:
    root = write_project(tmp_path, {})
    page = build_by_hand(root)
    page.write_text(page.read_text(encoding="utf-8").replace("frog", "fro9"), encoding="utf-8")
    status, out, err = run(capsys, "verify", "--root", root)
    assert (status, err) == (1, "readings: 1 error in 1 file\n")
    assert out.startswith("site/readings/tale/index.html:3:1: error V003 Paragraph 3 differs ")


def test_verify_looks_where_it_is_told(tmp_path: Path, capsys: Capture) -> None:
    root = write_project(tmp_path / "project", {})
    build_by_hand(root)
    (root / "site").rename(tmp_path / "elsewhere")
    assert run(capsys, "verify", "--root", root)[0] == 1
    assert run(capsys, "verify", "--root", root, "--site", tmp_path / "elsewhere")[0] == 0


def test_verify_reports_faults_of_the_project_as_well(tmp_path: Path, capsys: Capture) -> None:
    root = write_project(tmp_path, {NOTES: WRONG})
    page = build_by_hand(root)
    page.write_text(page.read_text(encoding="utf-8").replace("frog", "fro9"), encoding="utf-8")
    status, out, _ = run(capsys, "verify", "--root", root)
    assert status == 1
    codes = [line.split()[2] for line in out.splitlines() if ": error " in line]
    assert codes == ["A001", "V003"]


def test_verify_says_nothing_of_a_reading_whose_text_cannot_be_read(
    tmp_path: Path, capsys: Capture
) -> None:
    root = write_project(tmp_path, {})
    build_by_hand(root)
    (root / SOURCE_PATH).write_bytes(b"Once upon a t\xefme.")
    status, out, err = run(capsys, "verify", "--root", root)
    assert (status, err) == (1, "readings: 1 error in 1 file\n")
    assert out.startswith(f"{SOURCE_PATH}:1:14: error S001 ")


def test_verify_of_a_changed_source_names_the_difference(tmp_path: Path, capsys: Capture) -> None:
    root = write_project(tmp_path, {})
    build_by_hand(root)
    source, reading = root / SOURCE_PATH, root / "annotations" / "readings" / "tale" / "reading.yml"
    recorded = f"source: {{file: {SOURCE_PATH}, sha256: {sha256(source.read_bytes()).hexdigest()}}}"
    reading.write_text(f"title: A tale\n{recorded}\nlanguage: en\n", encoding="utf-8")
    source.write_text(source.read_text(encoding="utf-8").replace("frog", "fro9"), encoding="utf-8")
    status, out, _ = run(capsys, "verify", "--root", root)
    assert status == 1
    codes = [line.split()[2] for line in out.splitlines() if ": error " in line]
    assert codes == ["S004", "V003"]


def test_verify_for_programs_prints_findings_and_nothing_else(
    tmp_path: Path, capsys: Capture
) -> None:
    root = write_project(tmp_path, {})
    page = build_by_hand(root)
    assert run(capsys, "verify", "--root", root, "--format", "json") == (0, "", "")
    page.write_text(page.read_text(encoding="utf-8").replace("frog", "fro9"), encoding="utf-8")
    status, out, err = run(capsys, "verify", "--root", root, "--format", "json")
    assert (status, err) == (1, "")
    assert [json.loads(line)["code"] for line in out.splitlines()] == ["V003"]
    status, out, _ = run(capsys, "verify", "--root", root, "--format", "sarif")
    assert status == 1
    assert [one["ruleId"] for one in json.loads(out)["runs"][0]["results"]] == ["V003"]


# describe


def test_describe_prints_a_target_that_works(tmp_path: Path, capsys: Capture) -> None:
    root = write_project(tmp_path, {})
    status, out, err = run(capsys, "describe", "--root", root, "tale", "a king")
    assert (status, err) == (0, "")

    entry = f"notes:\n  - id: king\n    {out.rstrip()}\n    body: The first one.\n"
    assert run(capsys, "check", "--root", write_project(root, {NOTES: entry}))[0] == 0


def test_describe_prints_a_target_for_each_place(tmp_path: Path, capsys: Capture) -> None:
    root = write_project(tmp_path, {})
    status, out, err = run(capsys, "describe", "--root", root, "tale", "had")
    assert (status, err) == (0, "readings: 2 places; choose one target:\n")
    targets = [yaml.safe_load(line)["target"] for line in out.splitlines()]
    assert all(target["exact"] == "had" for target in targets)
    for number, line in enumerate(out.splitlines(), start=2):
        assert line.endswith(f"# paragraph {number}")
        entry = f"notes:\n  - id: had\n    {line}\n    body: Had.\n"
        assert run(capsys, "check", "--root", write_project(root, {NOTES: entry}))[0] == 0


def test_describe_of_what_is_not_there(tmp_path: Path, capsys: Capture) -> None:
    root = write_project(tmp_path, {})
    assert run(capsys, "describe", "--root", root, "tale", "a kink") == (
        1,
        "",
        "readings: the quotation is not in the text\n",
    )


@pytest.mark.parametrize(
    ("reading", "words"), [("tail", "did you mean tale?"), ("other", "known: tale")]
)
def test_describe_in_a_reading_that_is_not_there(
    tmp_path: Path, capsys: Capture, reading: str, words: str
) -> None:
    root = write_project(tmp_path, {})
    assert run(capsys, "describe", "--root", root, reading, "a king") == (
        2,
        "",
        f"readings: there is no reading {reading}; {words}\n",
    )


def test_describe_in_a_reading_with_faults_says_which(tmp_path: Path, capsys: Capture) -> None:
    root = write_project(tmp_path, {READING_PATH: "title: A tale\n"})
    status, out, err = run(capsys, "describe", "--root", root, "tale", "a king")
    assert (status, out) == (1, "")
    assert f"{READING_PATH}:1:1: error F002 " in err


# Usage


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["unknown"],
        ["check", "--format", "xml"],
        ["check", "--unknown"],
        ["build", "--format", "json"],
        ["describe", "tale"],
        ["build", "extra"],
    ],
)
def test_wrong_usage_is_exit_code_2(arguments: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.endswith("--help` says what can be given\n")


@pytest.mark.parametrize("command", ["build", "check", "verify"])
def test_a_folder_that_is_no_project_is_wrong_usage(
    tmp_path: Path, capsys: Capture, command: str
) -> None:
    for root in (tmp_path, tmp_path / "missing"):
        status, out, err = run(capsys, command, "--root", root)
        assert (status, out) == (2, "")
        assert err == f"readings: {root} is not a project: it has neither annotations/ nor seeds/\n"
    assert [*tmp_path.iterdir()] == []


def test_the_documentation_folder_is_no_project(tmp_path: Path, capsys: Capture) -> None:
    root = write_project(tmp_path, {"mkdocs.yml": "site_name: A site\n"})
    assert run(capsys, "build", "--root", root)[0] == 0

    status, _, err = run(capsys, "check", "--root", root / "docs")

    assert status == 2
    assert "is not a project" in err


# As a process


def start(
    *arguments: str, cwd: Path, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    project = Path(__file__).resolve().parents[1]
    return subprocess.run(
        [sys.executable, "-m", "build_scripts", *arguments],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(project)} | (environment or {}),
        capture_output=True,
        check=False,
    )


def test_it_runs_as_a_module_in_the_current_folder(tmp_path: Path) -> None:
    root = write_project(tmp_path, {NOTES: WRONG})
    outcome = start("check", "--format", "json", cwd=root)
    assert outcome.returncode == 1
    assert json.loads(outcome.stdout)["path"] == NOTES
    assert outcome.stderr == b""


def test_output_is_utf_8_whatever_the_machine_speaks(tmp_path: Path) -> None:
    files = {SOURCE_PATH: "Жыў-быў кароль.\n", NOTES: NOTE.replace("a king", "Жыў-быў каралева")}
    root = write_project(tmp_path, {**files})
    for form in ("text", "json"):
        outcome = start(
            "check", "--format", form, cwd=root, environment={"PYTHONIOENCODING": "ascii"}
        )
        assert outcome.returncode == 1
        assert "Жыў-быў" in outcome.stdout.decode("utf-8")
        assert b"Traceback" not in outcome.stderr


def test_a_reader_that_leaves_early_is_no_fault_of_ours(tmp_path: Path) -> None:
    entries = "".join(f"  - {{id: A{number}}}\n" for number in range(2000))
    root = write_project(tmp_path, {NOTES: f"notes:\n{entries}"})
    project = Path(__file__).resolve().parents[1]
    with subprocess.Popen(
        [sys.executable, "-m", "build_scripts", "check"],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(project)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        complaint = process.stderr.read()
        assert process.wait() == 1
    assert b"Traceback" not in complaint
    assert b"BrokenPipe" not in complaint
