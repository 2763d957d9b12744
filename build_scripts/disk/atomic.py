"""Write files in one step, so that each is always whole: the old content or the new."""

import contextlib
import os
import secrets
from pathlib import Path

TEMPORARY_PREFIX = ".readings-tmp-"
"""Prefix for the names of unfinished files. MkDocs ignores names that begin with a dot."""

_ATTEMPTS = 3
"""How many times a write is retried after another process has removed the folder or the file."""


def is_temporary(name: str) -> bool:
    """Whether this is the name of an unfinished file (without its folder)."""
    return name.startswith(TEMPORARY_PREFIX)


def replace_file(path: Path, content: bytes, *, durable: bool = False) -> None:
    """Give a file new content; readers see the old content or the new, never a part.

    The content goes to a new file in the same folder, because renaming is atomic only there. The
    new file is then renamed over the old one. Missing folders are created. A process that is killed
    leaves at most the unfinished file, whose name `is_temporary` recognises.

    With `durable`, the function waits until the content is on the disk and survives a power
    failure.

    Raises:
        OSError: the folder cannot be written to, or the disk is full.
    """
    for _ in range(_ATTEMPTS):
        try:
            _replace_once(path, content, durable)
        except FileNotFoundError:
            # The folder is not there yet, or another build of the same project has just removed
            # it or the unfinished file.
            path.parent.mkdir(parents=True, exist_ok=True)
        else:
            return
    _replace_once(path, content, durable)


def create_file(path: Path, content: bytes) -> None:
    """Add a file that does not exist yet, in a folder that may not exist either.

    The content is written in the same way as by `replace_file`.

    Raises:
        FileExistsError: something has this name already; it is not changed.
        OSError: the folder cannot be written to, or the disk is full.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.open("xb").close()  # claims the name or fails, so only one of two processes continues
    try:
        replace_file(path, content)
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise


def _replace_once(path: Path, content: bytes, durable: bool) -> None:
    # Not the module tempfile: its files are readable by their owner alone, and a published page
    # has to be readable by the web server.
    unfinished = path.with_name(f"{TEMPORARY_PREFIX}{secrets.token_hex(8)}")
    try:
        with unfinished.open("xb") as file:
            file.write(content)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        if isinstance(error, OSError):
            _name_in_error(error, unfinished, path)
        raise
    if durable and os.name == "posix":  # elsewhere a folder cannot be opened
        descriptor = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _name_in_error(error: OSError, unfinished: Path, path: Path) -> None:
    """Let an error name the file that was to be written, which people know."""
    if error.filename in (None, str(unfinished)):  # a full disk names none
        error.filename, error.filename2 = str(path), None
