"""Bytes of a file to a document, and the list of annotation files."""

from pathlib import Path

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.origin import Document, Origin


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
        diagnostic = Origin(Document(path, readable), len(readable)).diagnostic(
            code,
            f"The file is not UTF-8: byte {content[bad]:#04x} at offset {bad}",
            "Save the file with the encoding UTF-8.",
        )
        return readable, (diagnostic,)


def read_document(root: Path, path: Path) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Read an annotation file; None where it is not UTF-8."""
    relative = path.relative_to(root).as_posix()
    text, diagnostics = decode(relative, path.read_bytes(), Code.YAML_ENCODING)
    return (None if diagnostics else Document(relative, text)), diagnostics


def annotation_files(root: Path) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """All YAML files under ``annotations/``, sorted, and those with another ending.

    Args:
        root: the project's folder.

    Returns:
        Paths of ``*.yml`` files outside ``annotations/schema/``; a diagnostic for each ``*.yaml``
        or ``*.json``, which would otherwise be passed over in silence.
    """
    folder = root / "annotations"
    files: list[Path] = []
    diagnostics: list[Diagnostic] = []
    for path in sorted(folder.rglob("*"), key=lambda p: p.relative_to(folder).as_posix()):
        relative = path.relative_to(root)
        if relative.parts[1] == "schema" or path.name.startswith(".") or not path.is_file():
            continue
        if path.suffix == ".yml":
            files.append(path)
        elif path.suffix.lower() in {".yaml", ".json", ".yml"}:
            diagnostics.append(
                Origin(Document(relative.as_posix(), ""), 0).diagnostic(
                    Code.YAML_FILE_NAME,
                    "Annotation files end in `.yml`; this one would not be read",
                    f"Rename it to `{path.stem}.yml`.",
                )
            )
    return tuple(files), tuple(diagnostics)
