"""Show how far a command is, to those who wait for it."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager

from build_scripts.commands.command import argument
from build_scripts.model.progress import Progress, unreported
from build_scripts.report.progress_on_stream import ProgressOnStream, shows_bars

QUIET = argument("--quiet", "do not show how far it is", action="store_true")


@contextmanager
def shown_progress(options: argparse.Namespace) -> Iterator[Progress]:
    """Show progress on standard error while the block runs; then its line is clean."""
    stream = sys.stderr
    if options.quiet or stream is None:  # it may be closed: `2>&-`
        yield unreported
        return
    is_terminal = shows_bars(stream, os.environ)
    with closing(ProgressOnStream(stream, "readings: ", is_terminal=is_terminal)) as shown:
        yield shown
