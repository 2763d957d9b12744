"""Find the folders of the project that MkDocs builds."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from build_scripts.render.addresses import FOLDERS

INPUT_FOLDERS = ("annotations", "seeds")
"""What people write for the generator, in the project's folder."""


def root_of(config: MkDocsConfig) -> Path:
    """The project's folder, which contains mkdocs.yml."""
    return Path(config.config_file_path).resolve().parent


def generated_folders(config: MkDocsConfig) -> tuple[Path, ...]:
    """The folders that the generator may write in the documentation folder."""
    return tuple(Path(config.docs_dir, name) for name in FOLDERS)
