"""What this project asks of its workflows, beyond what linters do: read off the YAML.

A workflow runs programs of strangers on a machine with a token. The rules see to it that there is
nothing to steal, and that what runs is known. tests/workflows/ has a sample that breaks each.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

# Those that run what is in the branch, with its rights. `pull_request_target`, `workflow_run`,
# `issue_comment` and their like run with the rights of main for the sake of a stranger.
HARMLESS_EVENTS = frozenset(
    {"merge_group", "pull_request", "push", "schedule", "workflow_dispatch"}
)
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
MAKE = re.compile(r"make (?P<target>[a-z-]+)(?P<variables>(?: [A-Z]+=[\w~-]+)*)")

Workflow = dict[str, Any]


def load(path: Path) -> Workflow:
    """A workflow with all values as the strings that stand there (`on` is no truth value)."""
    workflow: Workflow = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return workflow


def events(workflow: Workflow) -> set[str]:
    """What sets the workflow off."""
    on = workflow["on"]
    return {on} if isinstance(on, str) else set(on)


def _jobs(workflow: Workflow) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from workflow["jobs"].items()


def _steps(workflow: Workflow) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, job in _jobs(workflow):
        for step in job.get("steps", []):
            yield name, step


def _may_only_read(permissions: object) -> bool:
    return isinstance(permissions, dict) and set(permissions.values()) <= {"read", "none"}


def runs_with_its_own_rights(workflow: Workflow, text: str, project: Path) -> Iterator[str]:
    """No event that runs with the rights of main what a stranger proposes."""
    for event in sorted(events(workflow) - HARMLESS_EVENTS):
        yield f"is set off by {event}"


def may_only_read(workflow: Workflow, text: str, project: Path) -> Iterator[str]:
    """Permissions are named; where pull requests come in, a job may read and no more."""
    if not _may_only_read(workflow.get("permissions")):
        yield "its permissions for all jobs are not named, or more than reading"
    if "pull_request" in events(workflow):
        for name, job in _jobs(workflow):
            if not _may_only_read(job.get("permissions", {})):
                yield f"{name}: may do more than read"


def runs_nothing_where_it_may_write(workflow: Workflow, text: str, project: Path) -> Iterator[str]:
    """A job that may write neither fetches the project nor runs a command: it has pinned actions.

    So what was merged by mistake cannot use the right, for it is nowhere near. Where pull requests
    come in, no job may write at all: see above.
    """
    if "pull_request" in events(workflow):
        return
    for name, job in _jobs(workflow):
        if _may_only_read(job.get("permissions", {})):
            continue
        for step in job.get("steps", []):
            if "run" in step or step.get("uses", "").startswith("actions/checkout@"):
                yield f"{name}: may write, and runs {step.get('run') or step['uses']}"


def has_no_secrets(workflow: Workflow, text: str, project: Path) -> Iterator[str]:
    """Neither a secret nor the token is given to a step."""
    for word in re.findall(r"\bsecrets\b|\bgithub\.token\b", re.sub(r"#.*", "", text)):
        yield f"mentions {word}"


def uses_what_is_pinned(workflow: Workflow, text: str, project: Path) -> Iterator[str]:
    """Each action is named by the hash of a commit, with its version beside it for people."""
    lines = re.findall(r"^[ -]*uses: *(.*?) *$", text, flags=re.MULTILINE)
    named = [step["uses"] for _, step in _steps(workflow) if "uses" in step]
    named += [job["uses"] for _, job in _jobs(workflow) if "uses" in job]
    for action in named:
        if not any(PINNED.fullmatch(line) and line.startswith(f"{action} #") for line in lines):
            yield f"{action} is not pinned by a hash with its version"


def keeps_no_credentials(workflow: Workflow, text: str, project: Path) -> Iterator[str]:
    """The checkout leaves no token behind where the steps after it would find it."""
    for name, step in _steps(workflow):
        is_checkout = step.get("uses", "").startswith("actions/checkout@")
        if is_checkout and step.get("with", {}).get("persist-credentials") != "false":
            yield f"{name}: the checkout keeps its credentials"


def ends_in_time(workflow: Workflow, text: str, project: Path) -> Iterator[str]:
    """Each job says how long it may take."""
    for name, job in _jobs(workflow):
        if not job.get("timeout-minutes", "").isdigit():
            yield f"{name}: may run for hours"


def runs_make_alone(workflow: Workflow, text: str, project: Path) -> Iterator[str]:
    """A step runs what everybody can type: a target of the Makefile, with plain values.

    So there is no script in the YAML that nobody tests, and no place for a title or a branch name
    to become a command.
    """
    makefile = (project / "Makefile").read_text(encoding="utf-8")
    for name, step in _steps(workflow):
        if "run" not in step:
            continue
        command = MAKE.fullmatch(step["run"])
        if command is None:
            yield f"{name}: runs something else than make: {step['run']}"
            continue
        if not re.search(rf"^\.PHONY: {command['target']}$", makefile, flags=re.MULTILINE):
            yield f"{name}: there is no target {command['target']}"
        for variable in re.findall(r"[A-Z]+(?==)", command["variables"]):
            if not re.search(rf"^{variable} [:?]=", makefile, flags=re.MULTILINE):
                yield f"{name}: make knows no variable {variable}"


Rule = Callable[[Workflow, str, Path], Iterator[str]]
RULES: tuple[Rule, ...] = (
    runs_with_its_own_rights,
    may_only_read,
    runs_nothing_where_it_may_write,
    has_no_secrets,
    uses_what_is_pinned,
    keeps_no_credentials,
    ends_in_time,
    runs_make_alone,
)


def complaints(path: Path, project: Path) -> dict[str, list[str]]:
    """What is wrong with a workflow, by the name of the rule; the rules that are kept are left out.

    Args:
        path: the workflow.
        project: the folder with the Makefile whose targets it runs.
    """
    workflow, text = load(path), path.read_text(encoding="utf-8")
    found = {rule.__name__: list(rule(workflow, text, project)) for rule in RULES}
    return {name: complained for name, complained in found.items() if complained}
