"""List the files of a new project: small but complete, with one example of each common entry."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Template

from build_scripts.model.site_plan import PlannedFile
from build_scripts.text.yaml_scalars import quoted

_HIDDEN = {"gitattributes", "gitignore"}
"""Files that get a leading dot in the new project.

They have none in this package, or git would apply them here.
"""

_FILLED_IN = {"mkdocs.yml", "requirements.txt"}
"""Files with placeholders to fill in."""


def files_of_new_project(site_name: str, generator: str) -> tuple[PlannedFile, ...]:
    """The files, with paths relative to the project.

    `generator` is the line of requirements.txt that installs this generator.
    """
    values = {"site_name": quoted(site_name), "generator": generator}
    return tuple(_files(files("build_scripts.template") / "new_project", "", values))


def _files(folder: Traversable, path: str, values: dict[str, str]) -> Iterator[PlannedFile]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{path}{'.' if entry.name in _HIDDEN else ''}{entry.name}"
        if entry.is_dir():
            yield from _files(entry, f"{name}/", values)
        elif entry.name in _FILLED_IN:
            text = Template(entry.read_text(encoding="utf-8")).substitute(values)
            yield PlannedFile(name, text.encode())
        else:
            yield PlannedFile(name, entry.read_bytes())
