"""Find the folder of the project that MkDocs builds."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig


def root_of(config: MkDocsConfig) -> Path:
    """The project's folder, which contains mkdocs.yml."""
    return Path(config.config_file_path).resolve().parent
