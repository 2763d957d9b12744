"""Show how far a build by MkDocs is, where MkDocs's log is shown as well."""

import logging
import os
import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from build_scripts.model.progress import Progress, unreported
from build_scripts.report.progress_on_stream import ProgressOnStream, shows_bars

T = TypeVar("T")


class BuildProgress:
    """The `Progress` of one build after another.

    MkDocs works through its pages by itself, and tells plugins of each. So a stage of pages is an
    iterator that is advanced by one with each page.
    """

    def __init__(self) -> None:
        self._shown: ProgressOnStream | None = None
        self._pages: Iterator[int] = iter(())

    def __call__(self, items: Iterable[T], total: int, done: str) -> Iterator[T]:
        """The same items, counted."""
        progress: Progress = self._shown or unreported
        return progress(items, total, done)

    def begin(self) -> None:
        """Begin a build. With `mkdocs build --quiet`, nothing is shown."""
        self.end()
        log = logging.getLogger("mkdocs")
        stream = sys.stderr
        if log.isEnabledFor(logging.INFO) and stream is not None:  # it may be closed: `2>&-`
            is_terminal = shows_bars(stream, os.environ)
            self._shown = ProgressOnStream(stream, "INFO    -  readings: ", is_terminal=is_terminal)
            _make_room(log, self)

    def begin_pages(self, total: int, done: str) -> None:
        """Begin a stage in which MkDocs does something with each page."""
        self._pages = self(iter(range(total)), total, done)

    def next_page(self) -> None:
        """Note that MkDocs begins with the next page."""
        next(self._pages, None)

    def clear(self) -> None:
        """Make room for a line of the log."""
        if self._shown is not None:
            self._shown.clear()

    def end(self) -> None:
        """Leave nothing on the line of the terminal."""
        if self._shown is not None:
            self._shown.close()
            self._shown = None


class _Clearing(logging.Filter):
    """Clears the line before each message, and lets all of them pass."""

    def __init__(self, progress: BuildProgress) -> None:
        super().__init__()
        self.progress = progress

    def filter(self, record: logging.LogRecord) -> bool:  # noqa: ARG002 - as logging calls it
        self.progress.clear()
        return True


def _make_room(log: logging.Logger, progress: BuildProgress) -> None:
    """Let every handler of a log clear the line of progress first."""
    for handler in log.handlers:
        known = (each.progress for each in handler.filters if isinstance(each, _Clearing))
        if not any(each is progress for each in known):
            handler.addFilter(_Clearing(progress))
