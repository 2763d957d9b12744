"""The projects in examples/, as copies that tests may write into."""

import shutil
from pathlib import Path

from build_scripts.render.addresses import FOLDERS

EXAMPLES = sorted(
    path.parent
    for path in (Path(__file__).resolve().parent.parent / "examples").glob("*/mkdocs.yml")
)


def fresh_copy(project: Path, folder: Path) -> Path:
    """A copy as a clone has it: without anything generated."""
    copy = folder / project.name
    generated = [project / "docs" / name for name in FOLDERS]

    def left_out(folder: str, names: list[str]) -> list[str]:
        return [name for name in names if Path(folder, name) in generated]

    shutil.copytree(project / "docs", copy / "docs", ignore=left_out)
    for name in ("annotations", "seeds"):
        shutil.copytree(project / name, copy / name)
    shutil.copy(project / "mkdocs.yml", copy)
    return copy
