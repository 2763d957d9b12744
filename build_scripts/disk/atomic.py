"""Files that are always whole: either what they were, or what they are to be."""

import contextlib
import os
import secrets
from pathlib import Path

TEMPORARY_PREFIX = ".readings-tmp-"
"""How the names of unfinished files begin. MkDocs leaves names with a leading full stop out."""

_ATTEMPTS = 3
"""How often a file is tried again where another process removes what it needs."""


def is_temporary(name: str) -> bool:
    """Whether a file name (without its folder) is that of an unfinished file."""
    return name.startswith(TEMPORARY_PREFIX)


def replace_file(path: Path, content: bytes, *, durable: bool = False) -> None:
    """Give a file its content in one step that cannot be seen half done.

    The content goes to a new file in the same folder (the only place from which renaming is
    atomic), which then takes the name. Missing folders are made. A process that is killed leaves
    at most the unfinished file, whose name `is_temporary` recognises.

    Args:
        path: the file.
        content: all its bytes.
        durable: also wait until the disk has it, so that it survives a loss of power.

    Raises:
        OSError: the folder cannot be written to, or the disk is full.
    """
    for _ in range(_ATTEMPTS):
        try:
            _replace_once(path, content, durable)
        except FileNotFoundError:
            # The folder is not there yet, or another build of the same project has just tidied
            # up the folder or the unfinished file.
            path.parent.mkdir(parents=True, exist_ok=True)
        else:
            return
    _replace_once(path, content, durable)


def create_file(path: Path, content: bytes) -> None:
    """Add a file that is not there yet; it is never seen half written.

    Args:
        path: the file; missing folders are made.
        content: all its bytes.

    Raises:
        FileExistsError: there is something of this name; it stays as it is.
        OSError: the folder cannot be written to, or the disk is full.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.open("xb").close()  # takes the name, or fails: of two that try, only one goes on
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
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise
    if durable and os.name == "posix":  # elsewhere a folder cannot be opened
        descriptor = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
