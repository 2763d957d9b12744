"""Write ``expected.txt`` of cases anew: ``python -m tests.diagnostics.renew [CODE[/mistake] ...]``.

It prints what has changed. Read it: whatever is written here is what the tests demand from then on.
"""

import difflib
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.diagnostics.cases import all_cases, findings, name, run


def renew(case: Path) -> tuple[str, str]:
    """Renew a case.

    Args:
        case: its folder.

    Returns:
        What has changed, and what is wrong with that; both empty where there is nothing to say.
    """
    expected = case / "expected.txt"
    before = expected.read_text(encoding="utf-8") if expected.is_file() else ""
    after = run(case).printed
    if after != before:
        expected.write_text(after, encoding="utf-8", newline="\n")
    changes = difflib.unified_diff(
        before.split("\n"), after.split("\n"), name(case), name(case), n=1, lineterm=""
    )
    codes = [finding.code for finding in findings(after)]
    is_right = codes == [case.parent.name]
    return "\n".join(
        changes
    ), "" if is_right else f"{name(case)}: finds {codes}, not this code once"


def main(arguments: Sequence[str]) -> int:
    """Renew the cases that are named, or all."""
    cases = all_cases()
    unknown = [word for word in arguments if not any(_is_named(case, [word]) for case in cases)]
    if unknown:
        print(f"there is no project/ of {', '.join(unknown)}", file=sys.stderr)
        return 2
    complaints = []
    for case in cases:
        if not arguments or _is_named(case, arguments):
            changes, complaint = renew(case)
            if changes:
                print(changes)
            if complaint:
                complaints.append(complaint)
    print(*complaints, sep="\n", end="\n" if complaints else "", file=sys.stderr)
    return 1 if complaints else 0


def _is_named(case: Path, words: Sequence[str]) -> bool:
    return any(word in {case.parent.name, name(case)} for word in words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
