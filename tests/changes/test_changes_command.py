"""`readings changes` on a project in git: the summary that CI shows with a pull request."""

import subprocess
from pathlib import Path

import pytest

from build_scripts.cli import main

TEXT = "A fox saw grapes on a vine.\n\nThey hung high, and it went away.\n"
GOLDEN = Path(__file__).parent / "proposal.md"
"""If the output differs and is right, copy it here."""

BASE = {
    ".gitignore": "site/\n",
    "mkdocs.yml": "site_name: Fables\n",
    "seeds/fable.txt": TEXT,
    "annotations/readings/fable/reading.yml": """title: The Fox & the `Grapes`
source: {file: seeds/fable.txt}
language: en
""",
    "annotations/readings/fable/notes.yml": """notes:
  - id: grapes
    target: {exact: grapes}
    body: |
      Wine grapes, by the season in which the fable is set; the poet grew some himself.
      So it is said.
    creator: Ann
  - id: jackal
    target: {exact: A fox}
    body: In an older telling, a jackal.
corrections:
  - {id: hung, target: {exact: hung}, reading: hanged, certainty: likely}
""",
    "annotations/glossary/fox.yml": "term: fox\nkind: concept\ndefinition: An animal.\n",
}
PROPOSAL = {
    "annotations/readings/fable/notes.yml": """notes:
  - id: grapes
    target: {exact: grapes}
    body: |
      Table grapes, by the season in which the fable is set; the poet grew some himself.
      So it is said.
    creator: Ann
    status: reviewed
  - id: older-telling
    formerly: [jackal]
    target: {exact: A fox saw}
    body: In an older telling, a jackal.
""",
    "annotations/readings/fable/more.yml": """notes:
  - id: vine
    target: {exact: vine}
    body: |
      @everyone: **see** [here](https://example.org/)

          #1, ``` and more
cross_references:
  - id: to-fox
    target: {exact: it went away}
    refers_to: {reading: fable, exact: A fox saw grapes}
    relation: explains
""",
    "annotations/glossary/vine.yml": """term: vine
kind: concept
forms: [vine, vines]
definition: A plant.
""",
    "annotations/timeline.yml": """events:
  - {id: harvest, date: 1900, title: Harvest, passages: [{reading: fable, exact: high}]}
""",
    "mkdocs.yml": "site_name: Fables and more\n",
    "new file.txt": "",
}


def git(root: Path, *arguments: str) -> None:
    own = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(root), *own, *arguments], check=True, capture_output=True)


def write(root: Path, files: dict[str, str]) -> None:
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose main branch has one commit, and a branch that starts there."""
    write(tmp_path, BASE)
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message=base")
    git(tmp_path, "tag", "start")
    git(tmp_path, "switch", "--quiet", "--create=proposal")
    return tmp_path


def changes(root: Path, *options: str) -> int:
    return main(["changes", "--root", str(root), *options])


def without_hashes(shown: str) -> str:
    first, _, rest = shown.partition("Compared with `")
    return f"{first}Compared with `0123456{rest[rest.index('`') :]}"


def test_a_sample_pull_request(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, PROPOSAL)
    (project / "annotations/glossary/fox.yml").unlink()

    status = changes(project)

    said = capsys.readouterr()
    assert (status, said.err) == (0, "")
    assert without_hashes(said.out) == GOLDEN.read_text(encoding="utf-8")


def test_the_summary_is_the_same_once_it_is_committed_and_merged(
    project: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    """CI has a merge of the proposal into main, and no more history than its parents."""
    write(project, PROPOSAL)
    changes(project)
    uncommitted = capsys.readouterr().out
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message=proposal")
    git(project, "switch", "--quiet", "main")
    git(project, "merge", "--quiet", "--no-ff", "proposal")
    clone = tmp_path_factory.mktemp("clones") / "clone"
    git(project, "clone", "--quiet", "--depth=2", "--no-local", f"file://{project}", str(clone))

    assert changes(clone, "--base", "HEAD~1") == 0

    assert without_hashes(capsys.readouterr().out) == without_hashes(uncommitted)


def test_what_others_merged_meanwhile_is_no_part_of_a_proposal(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(project, "switch", "--quiet", "main")
    (project / "annotations/glossary/fox.yml").unlink()
    git(project, "commit", "--quiet", "--all", "--message=others")
    git(project, "switch", "--quiet", "proposal")

    assert changes(project) == 0

    assert ": nothing.\n" in capsys.readouterr().out


def test_a_project_may_be_a_folder_of_a_repository(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "texts" / "fables"
    write(root, BASE)
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message=base")
    (root / "annotations/glossary/fox.yml").unlink()
    (tmp_path / "other.txt").write_text("", encoding="utf-8")

    assert changes(root) == 0

    shown = capsys.readouterr().out
    assert ": 1 term removed.\n" in shown
    assert "- `other.txt`" in shown
    assert "1 file without texts or annotations changed as well" in shown


def test_the_working_tree_and_the_index_stay_as_they_are(project: Path) -> None:
    write(project, PROPOSAL)
    git(project, "add", "annotations/timeline.yml")

    def state() -> str:
        command = ["git", "-C", str(project), "status", "--porcelain=v2", "--branch"]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    before = state()
    changes(project)
    assert state() == before


def test_a_file_with_faults_has_not_removed_what_stood_in_it(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, {"annotations/readings/fable/notes.yml": "notes: [\n"})

    assert changes(project) == 0

    shown = capsys.readouterr().out
    assert "**The check finds 1 error in the proposal.**" in shown
    assert "! annotations/readings/fable/notes.yml:" in shown
    assert "#### Note `grapes`: unreadable" in shown
    assert "removed" not in shown


def test_faults_that_were_there_before_are_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, {"annotations/timeline.yml": "events: [\n"})
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message=a fault")
    git(project, "branch", "--force", "main")
    (project / "annotations/timeline.yml").unlink()

    assert changes(project) == 0

    assert "**The earlier state has 1 error itself.**" in capsys.readouterr().out


@pytest.mark.parametrize("base", ["no-such-branch", "--all", "main:seeds"])
def test_a_base_that_is_no_commit(
    project: Path, capsys: pytest.CaptureFixture[str], base: str
) -> None:
    assert changes(project, f"--base={base}") == 2

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"readings: there is no commit, branch or tag `{base}` here")


def test_outside_of_git(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, BASE)

    assert changes(tmp_path) == 1

    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert said.err.startswith("readings: not a git repository")


def test_without_git(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")

    assert changes(project) == 1

    assert "git is needed to compare" in capsys.readouterr().err
