"""Where the project lies that MkDocs builds."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig


def root_of(config: MkDocsConfig) -> Path:
    """The project's folder, which is that of mkdocs.yml."""
    return Path(config.config_file_path).resolve().parent
