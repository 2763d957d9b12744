"""Show those who wait how far a task is: a bar on a terminal, now and then a line elsewhere."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol, TextIO, TypeVar

from build_scripts.text.wording import so_far

T = TypeVar("T")

DELAY_SECONDS = 1.0
"""What takes less than this shows nothing."""
LINE_SECONDS = 5.0
"""How far lines are apart, at least, and the first one from the beginning."""

_AT_ONCE = 1e-6


class _Display(Protocol):
    """Shows how far one stage is."""

    def update(self) -> object:
        """One more is done."""

    def clear(self) -> object:
        """Remove what is on the line of the terminal; the next `update` may show it again."""

    def close(self) -> object:
        """Remove it for good."""


class ProgressOnStream:
    """A `Progress` on a stream. A stage takes the place of the one that began before it."""

    def __init__(
        self,
        stream: TextIO,
        prefix: str = "",
        *,
        is_terminal: bool,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin to count the seconds; nothing is shown yet.

        Args:
            stream: where progress is shown.
            prefix: how lines begin.
            is_terminal: whether there is a bar instead of lines.
            clock: seconds.
        """
        self._stream = stream
        self._prefix = prefix
        self._is_terminal = is_terminal
        self._clock = clock
        self._begun = self._last_line = clock()
        self._display: _Display | None = None

    def __call__(self, items: Iterable[T], total: int, done: str) -> Iterator[T]:
        """The same items, counted."""
        self.close()
        display = self._display = self._display_of(total, done)
        for item in items:
            yield item
            if self._display is display:
                display.update()
        if self._display is display:
            self.close()

    def clear(self) -> None:
        """Make room for something else that is about to be written to the terminal."""
        if self._display is not None:
            self._display.clear()

    def close(self) -> None:
        """Leave nothing on the line of the terminal."""
        display, self._display = self._display, None
        if display is not None:
            display.close()

    def _display_of(self, total: int, done: str) -> _Display:
        if not self._is_terminal:
            return _Lines(total, done, self._write_line)
        from build_scripts.report.progress_bar import progress_bar  # noqa: PLC0415 - see there

        delay = self._begun + DELAY_SECONDS - self._clock()
        # Not at once, where Ctrl-C could find a bar that is not yet known here.
        return progress_bar(self._stream, total, done, max(delay, _AT_ONCE))

    def _write_line(self, text: str) -> None:
        """Write a line, unless the last one was just before."""
        now = self._clock()
        if now - self._last_line >= LINE_SECONDS:
            self._last_line = now
            print(f"{self._prefix}{text}", file=self._stream, flush=True)


class _Lines:
    """Offers a line with each item."""

    def __init__(self, total: int, done: str, write: Callable[[str], None]) -> None:
        self._count, self._total, self._done, self._write = 0, total, done, write

    def update(self) -> None:
        self._count += 1
        self._write(f"{so_far(self._count, self._total)} {self._done}")

    def clear(self) -> None:
        """Lines stay."""

    def close(self) -> None:
        """Lines stay."""


def shows_bars(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether a stream is a terminal on which a line can be written again."""
    return stream.isatty() and environment.get("TERM") != "dumb"
