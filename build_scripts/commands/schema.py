"""`readings schema`."""

import argparse
from pathlib import Path

from build_scripts import pipeline
from build_scripts.commands.command import SUCCESS, Command
from build_scripts.disk.schema_folder import SCHEMA_FOLDER
from build_scripts.text.wording import counted


def _run(root: Path, _options: argparse.Namespace) -> int:
    written = pipeline.write_editor_schemas(root)
    print(f"readings: {counted(len(written), 'file')} of {SCHEMA_FOLDER}/ written")
    return SUCCESS


COMMAND = Command("schema", "write the JSON Schemas that editors check files with", _run)
