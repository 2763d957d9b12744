"""The README's way from an empty folder to a page with a note of one's own, as it is written."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

from tests.mkdocs_runs import serving
from tests.test_documentation import blocks_of, commands_of

PROJECT = Path(__file__).resolve().parent.parent

INSTALLING = """
python3() { "$PYTHON" "$@"; }
pip() {
    echo "$PACKAGES" > "$(python -c 'import site; print(site.getsitepackages()[0])')/tests.pth"
    python -m pip --quiet --disable-pip-version-check "$@" --no-index --no-deps --no-build-isolation
}
"""
"""What stands in for the network: the generator is installed from the clone as its users install
it, and finds the packages that it needs among those that these tests run with."""


def lines_of_readme(heading: str) -> list[str]:
    """The commands below a heading of the README."""
    section = (PROJECT / "README.md").read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2]
    commands = section.partition("\n## ")[0]
    return [
        command
        for block in blocks_of(PROJECT / "README.md")
        if block.content in commands
        for command, _ in commands_of(block)
    ]


def test_its_lines_lead_to_a_page_with_a_note(tmp_path: Path) -> None:
    (tmp_path / "annotated-readings").symlink_to(PROJECT)
    *lines, serve = lines_of_readme("Your own texts in a minute")
    assert serve == "mkdocs serve"

    outcome = subprocess.run(
        ["bash", "-euc", "\n".join([INSTALLING, *lines, "readings check --strict"])],
        cwd=tmp_path,
        env=os.environ | {"PYTHON": sys.executable, "PACKAGES": sysconfig.get_path("purelib")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert outcome.returncode == 0, outcome.stderr
    with serving(tmp_path / "my-texts") as server:
        status, page = server.get("readings/ferry/")
    assert status == 200
    assert ">never came back</span>" in page
    assert "It sank off the pier in 1931." in page
