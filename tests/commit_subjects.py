"""Check the first lines of the last commits: `make lint` runs this.

A first line of at most 72 characters is shown whole by `git log`, code hosts and e-mail.
"""

import subprocess
import sys
from collections.abc import Iterable, Iterator

LONGEST = 72
LAST_COMMITS = 30


def too_long(commits: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A message for each commit whose first line is too long.

    Args:
        commits: the short hash and the first line of each.
    """
    for commit, subject in commits:
        if len(subject) > LONGEST:
            yield (
                f"{commit}: the first line has {len(subject)} characters; "
                f"the most is {LONGEST}: {subject}"
            )


def last_commits() -> list[tuple[str, str]]:
    """The short hash and the first line of the last commits that are not merges."""
    command = ["git", "log", "--no-merges", f"-{LAST_COMMITS}", "--format=%h %s"]
    outcome = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    if outcome.returncode:
        sys.exit(outcome.stderr)  # not a repository, or no git
    return [
        (line.partition(" ")[0], line.partition(" ")[2]) for line in outcome.stdout.splitlines()
    ]


if __name__ == "__main__":
    sys.exit("\n".join(too_long(last_commits())) or None)
