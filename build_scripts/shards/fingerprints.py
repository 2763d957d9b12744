"""Know whether data was made by this generator, from these texts, annotations and settings."""

import json
import platform
import re
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from build_scripts import __version__
from build_scripts.render.addresses import FOLDERS

_PACKAGE = Path(__file__).resolve().parent.parent
_NAME = re.compile(r"[\w.-]+")
_INPUT = ("annotations", "seeds")


@cache
def fingerprint_of_generator() -> str:
    """Differs whenever the generator's code, Python or a library differs."""
    files = (path for path in _PACKAGE.rglob("*") if path.suffix not in {"", ".pyc"})
    about = [__version__, platform.python_version(), *_versions_of_libraries()]
    return _digest(_PACKAGE, files, json.dumps(about))


def _versions_of_libraries() -> Iterator[str]:
    try:
        needed = requires("annotated-readings") or ()
    except PackageNotFoundError:
        return
    for line in needed:
        name = _NAME.match(line)
        if name is not None and ";" not in line:  # those of extras have a marker
            yield f"{name[0]} {version(name[0])}"


def fingerprint_of_input(root: Path, docs_dir: str) -> str:
    """Differs whenever a source, an annotation, a setting or a hand-written page differs."""
    docs = root / docs_dir
    generated = tuple(f"{docs / folder}/" for folder in FOLDERS)
    files = [path for top in _INPUT for path in (root / top).rglob("*")]
    files += [path for path in docs.rglob("*") if not str(path).startswith(generated)]
    files += root.glob("mkdocs.y*ml")
    return _digest(root, files, "")


def _digest(root: Path, files: Iterable[Path], about: str) -> str:
    digest = sha256(about.encode())
    for path in sorted(files):
        if path.is_file():
            name = path.relative_to(root).as_posix().encode(errors="surrogateescape")
            content = path.read_bytes()
            digest.update(b"%d %s %d " % (len(name), name, len(content)))
            digest.update(content)
    return digest.hexdigest()
