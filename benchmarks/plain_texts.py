"""Write the sources of a project as plain Markdown pages, for MkDocs to build without us.

These are the pages that our cost is compared with: the same texts, Material with its defaults, and
the search. Whoever has only texts and no annotations would begin like this.
"""

from pathlib import Path

_SETTINGS = "site_name: Plain\ntheme: material\nplugins: [search]\n"


def write_plain_texts(root: Path, plain: Path) -> None:
    """Write such a project into a folder that does not exist yet.

    Args:
        root: the project with the texts, in ``seeds/``.
        plain: the folder.
    """
    docs = plain / "docs"
    docs.mkdir(parents=True)
    (plain / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    (docs / "index.md").write_text("# A collection\n", encoding="utf-8")
    for path in sorted((root / "seeds").rglob("*.txt")):
        (docs / f"{path.stem}.md").write_bytes(f"# {path.stem}\n\n".encode() + path.read_bytes())
