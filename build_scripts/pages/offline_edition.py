"""Name and describe the offline edition: the site as a folder to open, and as a zip file."""

import os
import time
import unicodedata
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

import regex

FOLDER = "dist"
"""The folder of a project that contains the edition and its zip file."""
WORKER_SCRIPT = "assets/offline/iframe-worker.js"
"""The address of the script that lets search run where browsers refuse web workers."""

NEEDED_ON_SERVERS_ONLY = ("404.html", "sitemap.xml")
"""The files of a published site that the edition lacks."""

_LONGEST_NAME = 60
_LAST_DATE = 2**32 - 1
"""In 2106; MkDocs packs the site map with gzip (RFC 1952), which holds no later date."""
_RESERVED_NAMES = regex.compile(r"(?:con|prn|aux|nul|(?:com|lpt)\d)\Z")


def edition_name(site_name: str) -> str:
    """The name of the folder and the zip file: the site's name in lower case, with hyphens.

    If the site's name has no letters, it is ``offline-edition``.
    """
    plain = unicodedata.normalize("NFC", site_name).lower()
    words = regex.findall(r"[\p{L}\p{M}\p{N}]+", plain)
    name = "-".join(words)[:_LONGEST_NAME].rstrip("-") or "offline-edition"
    # Windows cannot create files with these names.
    return f"{name}-site" if _RESERVED_NAMES.match(name) else name


def edition_folder(root: Path, site_name: str) -> Path:
    """The folder of a project's offline edition."""
    return root / FOLDER / edition_name(site_name)


def worker_script() -> bytes:
    """The script to publish at `WORKER_SCRIPT`."""
    return (files("build_scripts.pages") / "iframe-worker.js").read_bytes()


def is_for_servers(folder: Path) -> bool:
    """Whether a built site is the one for a server, whose links may name folders."""
    return any((folder / name).exists() for name in NEEDED_ON_SERVERS_ONLY)


def files_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The path in the edition, and the content, of each file of a finished edition."""
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def date_of_build(environment: Mapping[str, str] = os.environ) -> int:
    """The date of the edition in seconds since 1970: SOURCE_DATE_EPOCH, or else now.

    Raises:
        ValueError: SOURCE_DATE_EPOCH is not such a number; the message is fit for users.
    """
    stated = environment.get("SOURCE_DATE_EPOCH", "")
    if not stated:
        return int(time.time())
    if not regex.fullmatch(r"[0-9]{1,10}", stated) or int(stated) > _LAST_DATE:
        raise ValueError(
            f"SOURCE_DATE_EPOCH is “{stated}”: it must be a number of seconds since 1970, at most "
            f"{_LAST_DATE}"
        )
    return int(stated)
