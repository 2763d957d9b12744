"""Bytes of a file to a document, and the list of annotation files."""

from pathlib import Path

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.origin import Document, Origin
from build_scripts.read.characters import with_unix_line_ends


def decode(path: str, content: bytes, code: Code) -> tuple[str, tuple[Diagnostic, ...]]:
    """Decode UTF-8, less a byte order mark.

    Args:
        path: file name for the diagnostic, relative to the root.
        content: the bytes of the file.
        code: the code for a file in another encoding.

    Returns:
        The text (up to the first bad byte), and a diagnostic that names that byte.
    """
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        # utf-8-sig counts from behind the byte order mark, but only where there is one.
        bad = error.start + (3 if content.startswith(b"\xef\xbb\xbf") else 0)
        readable = content[:bad].decode("utf-8-sig", errors="replace")
        hint = "Save the file with the encoding UTF-8."
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            hint = "It seems to be UTF-16. " + hint
        before = with_unix_line_ends(readable)
        diagnostic = Origin(Document(path, before), len(before)).diagnostic(
            code, f"The file is not UTF-8: byte {content[bad]:#04x} at offset {bad}", hint
        )
        return readable, (diagnostic,)


def read_document(root: Path, path: Path) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Read an annotation file, with LF as the only line end; None where it is not UTF-8."""
    relative = path.relative_to(root).as_posix()
    text, diagnostics = decode(relative, path.read_bytes(), Code.YAML_ENCODING)
    if diagnostics:
        return None, diagnostics
    # A second byte order mark, which the parser would pass over without counting it.
    return Document(relative, with_unix_line_ends(text.lstrip("\ufeff"))), ()


def annotation_files(
    root: Path,
) -> tuple[tuple[Path, ...], tuple[Path, ...], tuple[Diagnostic, ...]]:
    """All YAML files under ``annotations/``, sorted, and those with another ending.

    Args:
        root: the project's folder.

    Returns:
        Paths of ``*.yml`` files outside ``annotations/schema/``; those of ``*.yaml`` and
        ``*.json``, and a diagnostic for each, because they would be passed over in silence.
    """
    folder = root / "annotations"
    files: list[Path] = []
    misnamed: list[Path] = []
    diagnostics: list[Diagnostic] = []
    for path in sorted(folder.rglob("*"), key=lambda p: p.relative_to(folder).as_posix()):
        relative = path.relative_to(root)
        is_hidden = any(part.startswith(".") for part in relative.parts)
        if relative.parts[1] == "schema" or is_hidden or not path.is_file():
            continue
        if path.suffix == ".yml":
            files.append(path)
        elif path.suffix.lower() in {".yaml", ".json", ".yml"}:
            misnamed.append(path)
            diagnostics.append(
                Origin(Document(relative.as_posix(), ""), 0).diagnostic(
                    Code.YAML_FILE_NAME,
                    "Annotation files end in `.yml`; this one would not be read",
                    f"Rename it to `{path.stem}.yml`.",
                )
            )
    return tuple(files), tuple(misnamed), tuple(diagnostics)
