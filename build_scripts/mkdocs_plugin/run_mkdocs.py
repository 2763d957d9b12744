"""Run MkDocs, after a look at its settings: ``make build`` and the like call this module.

MkDocs reads mkdocs.yml before it knows of any plugin, and ends in a traceback where an address or a
date in it, or in a variable that it names, cannot be read.
"""

import sys
from pathlib import Path

from mkdocs.__main__ import cli

from build_scripts.commands.console import Format, print_findings
from build_scripts.model.diagnostic import has_errors
from build_scripts.read.settings.mkdocs_settings import read_settings


def main() -> None:
    """Run the command line of this process; it ends with the status 1 for faulty settings."""
    found = read_settings(Path()).diagnostics
    if has_errors(found):
        print_findings(Path(), found, Format.TEXT, sys.stderr)
        sys.exit(1)
    cli(prog_name="mkdocs")


if __name__ == "__main__":
    main()
