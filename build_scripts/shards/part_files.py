"""The files of parts, which must be what their lists say."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple


class FileOfPart(NamedTuple):
    """A file of a part, on disk, and the digest that it must have."""

    place: Path
    digest: str


class ChangedFile(Exception):
    """A file of a part, which the message names, is not as its list says."""


def content_of(file: FileOfPart) -> bytes:
    """The content of a file.

    Raises:
        ChangedFile: it is not as its list says.
    """
    try:
        content = b"" if file.place.is_symlink() else file.place.read_bytes()
    except FileNotFoundError:
        content = b""
    if sha256(content).hexdigest() != file.digest:
        raise ChangedFile(str(file.place))
    return content


def copy_files(files: Iterable[tuple[str, FileOfPart]], folder: Path) -> None:
    """Copy files to their paths in a folder.

    Raises:
        ChangedFile: one is not as its list says.
        OSError: the folder cannot be written to.
    """
    for name, file in files:
        content = content_of(file)
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
