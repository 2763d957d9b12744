"""Where the steps of a build in parts leave what they made for one another."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from build_scripts.read.settings.mkdocs_settings import read_settings
from build_scripts.read.settings.settings_file import read_settings_file
from build_scripts.shards.data_files import Made
from build_scripts.shards.fingerprints import fingerprint_of_generator, fingerprint_of_input
from build_scripts.shards.part import Part

_SITE = "site"
DEFAULT_FOLDER = Path(".cache", "shards")
"""Relative to the project's folder."""


class Work(NamedTuple):
    """A build in parts.

    Attributes:
        root: the project's folder.
        folder: where the steps leave their files.
        made: by which generator and from which input this build is made.
        site: the folder of the whole site.
    """

    root: Path
    folder: Path
    made: Made
    site: Path

    def found(self, part: Part) -> Path:
        """What was found in the texts of a part."""
        return self.folder / f"found-{part.name}.json"

    @property
    def joined(self) -> Path:
        """What was found in all texts."""
        return self.folder / "joined.json"

    def part(self, part: Part) -> Path:
        """The folder of a part of the site: `docs/`, `site/` and the list of their files."""
        return self.folder / f"part-{part.name}"

    def files_of_part(self, part: Part) -> Path:
        """The list of the files of a part."""
        return self.part(part) / "part.json"


def work_in(root: Path, folder: Path | None = None) -> Work:
    """The build of a project as it is now."""
    root = root.resolve()
    docs_dir = read_settings(root).configuration.docs_dir
    made = Made(fingerprint_of_generator(), fingerprint_of_input(root, docs_dir))
    return Work(root, (folder or root / DEFAULT_FOLDER).resolve(), made, root / _site_dir(root))


def _site_dir(root: Path) -> str:
    """The folder in which MkDocs builds the site."""
    for name in ("mkdocs.yml", "mkdocs.yaml"):
        settings, _ = read_settings_file(root / name)
        if settings is not None and isinstance(settings.data, Mapping):
            site_dir = settings.data.get("site_dir")
            return site_dir if isinstance(site_dir, str) else _SITE
    return _SITE
