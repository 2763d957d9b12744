"""A command in a process that is ready does what it does in one that `python -m` starts."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.mkdocs_runs import environment
from tests.ready_process import run_ready

SAYS_ALL = """\
import os, sys
from pathlib import Path
print(__name__, Path.cwd(), Path(sys.path[0]), sys.argv[1:], sorted(os.environ.items()))
print("ü", repr(sys.stdin.read()), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "program",
    [
        SAYS_ALL,
        "raise SystemExit",
        "raise SystemExit(3)",
        "raise SystemExit('said at the end')",
        "print('no end of line', end=''); {}['nothing']",
    ],
)
def test_it_does_as_python_does(tmp_path: Path, program: str) -> None:
    (tmp_path / "said.py").write_text(program, encoding="utf-8")
    variables = environment(OF_THIS_TEST="yes")
    expected = subprocess.run(
        [sys.executable, "-m", "said", "one", "--two"],
        cwd=tmp_path,
        env=variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    done = run_ready("said", "one", "--two", folder=tmp_path, variables=variables)

    assert (done.args, done.returncode) == (expected.args, expected.returncode)
    assert done.stdout == expected.stdout
    assert done.stderr.splitlines()[-1:] == expected.stderr.splitlines()[-1:]


def test_nothing_is_left_for_the_next_command(tmp_path: Path) -> None:
    """Not even a module of the same name in another folder."""
    for number in ("1", "2"):
        (tmp_path / number).mkdir()
        module = tmp_path / number / "said.py"
        module.write_text(f"import os; print({number}); os.environ['LEFT'] = 'x'; os.chdir('/')")
    first = run_ready("said", folder=tmp_path / "1", variables={})
    second = run_ready("said", folder=tmp_path / "2", variables={})

    assert (first.stdout, second.stdout) == ("1\n", "2\n")
