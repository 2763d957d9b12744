"""Decode annotation files, and pick them out of a folder listing."""

import re
from pathlib import PurePosixPath

from build_scripts.model import limits
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.read.files.file_content import Obstacle
from build_scripts.read.files.folder_listing import FolderListing, about
from build_scripts.read.files.forbidden_characters import join_surrogates
from build_scripts.read.files.project_folder import ProjectFolder
from build_scripts.text.line_ends import with_unix_line_ends


def decode(path: str, content: bytes, code: Code) -> tuple[str, tuple[Diagnostic, ...]]:
    """Decode UTF-8 without its byte order mark, up to the first bad byte.

    A diagnostic with the given code names that byte.
    """
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        # utf-8-sig counts from the end of the byte order mark, if there is one.
        bad = error.start + (3 if content.startswith(b"\xef\xbb\xbf") else 0)
        readable = content[:bad].decode("utf-8-sig", errors="replace")
        hint = "Save the file with the encoding UTF-8."
        on_windows = content[bad : bad + 1].decode("cp1252", errors="ignore")
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            hint = "It seems to be UTF-16. " + hint
        elif b"\0" in content:
            hint = "It does not seem to be text. Delete it, or put the text in its place."
        elif on_windows.isprintable() and on_windows:
            hint = f"Old Windows programs write “{on_windows}” this way. {hint}"
        before = with_unix_line_ends(readable)
        diagnostic = Origin(Document(path, before), len(before)).diagnostic(
            code, f"The file is not saved as UTF-8: byte {content[bad]:#04x} at offset {bad}", hint
        )
        return readable, (diagnostic,)


def read_document(
    folder: ProjectFolder, path: str
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Read an annotation file, with LF as the only line end.

    Returns:
        The document; None with a diagnostic if it cannot be read or is not UTF-8; None without a
        diagnostic if it no longer exists.
    """
    content = folder.content(path, limits.LARGEST_ANNOTATION_FILE)
    if content is None:
        return None, ()
    if isinstance(content, Obstacle):
        return None, (about(path, content),)
    text, diagnostics = decode(path, content, Code.YAML_ENCODING)
    if diagnostics:
        return None, diagnostics
    # The parser would skip a second byte order mark without counting it.
    return Document(path, join_surrogates(with_unix_line_ends(text.lstrip("\ufeff")))), ()


def annotation_files(
    listing: FolderListing,
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[Diagnostic, ...]]:
    """The annotation files of a listing of ``annotations/``.

    Returns:
        Paths of ``*.yml`` files outside ``annotations/schema/``; paths of ``*.yaml``, ``*.json``
        and ``*.txt`` files (some editors append ``.txt``), which would be ignored silently; and a
        diagnostic for each of these.
    """
    files: list[str] = []
    misnamed: list[str] = []
    for path in listing.files:
        if path.startswith("annotations/schema/"):
            continue
        if path.endswith(".yml"):
            files.append(path)
        elif _MISNAMED.search(path):
            misnamed.append(path)
    diagnostics = (
        Origin(Document(path, ""), 0).diagnostic(
            Code.YAML_FILE_NAME,
            "The names of annotation files end in `.yml`, so this file would not be read",
            f"Rename it to `{_MISNAMED.sub('.yml', PurePosixPath(path).name)}`.",
        )
        for path in misnamed
    )
    return tuple(files), tuple(misnamed), tuple(diagnostics)


_MISNAMED = re.compile(r"(?:\.ya?ml|\.json|\.txt)+$", re.IGNORECASE)
