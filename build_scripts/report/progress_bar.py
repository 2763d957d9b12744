"""A bar on a terminal that shows how far a stage is.

It is imported only where there is a terminal, because tqdm takes a while to import.
"""

import threading
from typing import TYPE_CHECKING, Any, TextIO

from tqdm.std import tqdm

from build_scripts.text.wording import so_far

if TYPE_CHECKING:  # only type checkers know it as a generic class
    _Tqdm = tqdm[int]
else:
    _Tqdm = tqdm

_COLUMNS = 80
"""The width of a terminal that does not tell it."""


class ProgressBar(_Tqdm):
    """A bar with numbers as people write them."""

    # Otherwise there would be a thread that looks after bars.
    monitor_interval = 0
    _is_drawn = False

    @property
    def format_dict(self) -> Any:
        """The values that `bar_format` may name."""
        values = super().format_dict
        return {**values, "so_far": so_far(values["n"], values["total"])}

    def display(self, msg: str | None = None, pos: int | None = None) -> None:
        """Draw the bar, or what stands in its place."""
        self._is_drawn = True
        super().display(msg, pos)

    def close(self) -> None:
        """Leave an empty line.

        Ctrl-C may come while the bar is drawn, and then tqdm does not know that it is there.
        """
        super().close()
        if self._is_drawn:
            columns = self.format_dict["ncols"] or _COLUMNS
            self.fp.write(f"\r{' ' * (columns - 1)}\r")
            self.fp.flush()
            self._is_drawn = False


# Otherwise tqdm would make one that other processes can wait for, which some systems lack.
ProgressBar.set_lock(threading.RLock())


def progress_bar(stream: TextIO, total: int, done: str, delay: float) -> ProgressBar:
    """A bar that appears after some seconds, and leaves an empty line when it is closed.

    Args:
        stream: a terminal.
        total: the number of items.
        done: what is done with each, such as “pages written”.
        delay: seconds.
    """
    return ProgressBar(
        total=total,
        desc=done,
        file=stream,
        leave=False,
        dynamic_ncols=True,
        delay=delay,
        # At its end the cursor goes back, so that `^C` is written where it is wiped away again.
        bar_format="{so_far} {desc} |{bar}| {percentage:.0f}%\r",
    )
