"""The font files of the site, each cut once on a machine."""

import contextlib
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from platformdirs import user_cache_path

from build_scripts.disk.atomic import replace_file
from build_scripts.typefaces.cutting import cut_font
from build_scripts.typefaces.faces import Cut, cuts

_WAY_OF_CUTTING = 3
"""To be raised when `cut_font` changes what it makes, so that older files are not used."""
_MADE_BY = ("uharfbuzz", "fonttools", "brotli")
"""Another version of these may make other bytes."""
_DIGEST = 32
"""A kept file begins with its SHA-256, in bytes; a damaged one is not used."""


@cache
def font_files() -> tuple[tuple[str, bytes], ...]:
    """The name and the content of each font file.

    Cutting them takes some seconds. So they are kept in the folder that the user's system has
    for such files. Nothing depends on it: where a file is missing or changed, it is cut again.
    """
    kept = user_cache_path("annotated-readings") / "typefaces"
    return tuple((cut.name, _font_file(cut, kept)) for cut in cuts())


def _font_file(cut: Cut, kept: Path) -> bytes:
    font = (files(cut.typeface.package) / cut.typeface.file).read_bytes()
    makers = [(name, version(name)) for name in _MADE_BY]
    made_of = repr((_WAY_OF_CUTTING, makers, cut)).encode() + font
    file = kept / sha256(made_of).hexdigest()
    with contextlib.suppress(OSError):
        whole = file.read_bytes()
        digest, content = whole[:_DIGEST], whole[_DIGEST:]
        if sha256(content).digest() == digest:
            return content
    content = cut_font(font, cut)
    with contextlib.suppress(OSError):
        replace_file(file, sha256(content).digest() + content)
    return content
