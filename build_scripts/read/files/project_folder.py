"""A project's folder: the files on disk, and proposed files that are not written yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from build_scripts.read.files.file_content import Obstacle, read_content, too_large
from build_scripts.read.files.folder_listing import FolderListing, list_folder


@dataclass(frozen=True, slots=True)
class ProjectFolder:
    """The folder of a project.

    Attributes:
        proposed: contents of files by their paths, relative to the root and with ``/``. They are
            read as if they were on disk, so that a file can be checked before it is written.
    """

    root: Path
    proposed: Mapping[str, bytes] = field(default_factory=dict)

    def content(self, path: str, largest: int) -> bytes | Obstacle | None:
        """The bytes of a file; see `read_content`."""
        content = self.proposed.get(path)
        if content is None:
            return read_content(self.root, path, largest)
        return content if len(content) <= largest else too_large(largest)

    def has_file(self, path: str) -> bool:
        """Whether there is a file of this name."""
        if path in self.proposed:
            return True
        try:
            return (self.root / path).is_file()
        except OSError:  # a name that is longer than the system allows
            return False

    def listing(self, top: str) -> FolderListing:
        """The files below one of the top folders; see `list_folder`."""
        found = list_folder(self.root, top)
        added = {path for path in self.proposed if path.startswith(f"{top}/")}
        if not added or not found.is_usable:
            return found
        above = {parent.as_posix() for path in added for parent in PurePosixPath(path).parents}
        folders = {*found.folders, *above} - {top, "."}
        return found._replace(
            files=tuple(sorted({*found.files, *added})), folders=tuple(sorted(folders))
        )
