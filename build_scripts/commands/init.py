"""`readings init`."""

import argparse
from pathlib import Path

from build_scripts.commands.command import SUCCESS, Command, UsageError, argument
from build_scripts.commands.console import tell
from build_scripts.disk.atomic import create_file
from build_scripts.template.installed_from import (
    is_of_this_machine,
    requirement_for,
    requirement_of_this,
)
from build_scripts.template.project_files import files_of_new_project

_MAY_BE_THERE = {".git"}
"""The only content that the folder of a new project may have: a clone has it."""


def _run(_root: Path, options: argparse.Namespace) -> int:
    folder: Path = options.folder
    generator = _generator(options.generator)
    name = options.name if options.name is not None else _name_after(folder)
    if not name.strip() or "\n" in name:
        raise UsageError("the name of a site is one line, and not empty")
    _require_empty(folder)
    for path, content in files_of_new_project(name, generator):
        create_file(folder / path, content)
    print(folder)
    tell(f"a new project; now: cd {folder}, then make serve")
    if is_of_this_machine(generator):
        tell(
            f"requirements.txt has the generator from this machine ({generator}); before others "
            "use the project, put an address there that they reach"
        )
    return SUCCESS


def _generator(given: str | None) -> str:
    if given is None:
        found = requirement_of_this()
        if not found:
            raise UsageError("say where to install the generator from, with --generator")
        return found
    if not given.strip() or "\n" in given:
        raise UsageError("--generator is one line, and not empty")
    return requirement_for(given.strip())


def _name_after(folder: Path) -> str:
    words = folder.resolve().name.replace("-", " ").replace("_", " ").split()
    name = " ".join(words)
    return name[:1].upper() + name[1:] or "Annotated readings"


def _require_empty(folder: Path) -> None:
    if not folder.is_dir():
        if folder.exists() or folder.is_symlink():
            raise UsageError(f"{folder} is not a folder")
        return
    there = sorted({entry.name for entry in folder.iterdir()} - _MAY_BE_THERE)
    if there:
        raise UsageError(
            f"{folder} is not empty (it holds {there[0]}), and nothing is ever overwritten; "
            "name a new folder"
        )


COMMAND = Command(
    "init",
    "make a new project in an empty or new folder",
    _run,
    (
        argument("folder", "the folder", "DIR", type=Path),
        argument("--name", "the name of the site (default: that of the folder)", "NAME"),
        argument(
            "--generator",
            "where to install the generator from: a folder, an archive, an address such "
            "as git+https://…, or a requirement (default: where this one was installed from)",
            "PLACE",
        ),
    ),
    in_project=False,
)
