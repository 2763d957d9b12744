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


class ProgressBar(_Tqdm):
    """A bar with numbers as people write them."""

    # Otherwise there would be a thread that looks after bars.
    monitor_interval = 0

    @property
    def format_dict(self) -> Any:
        """The values that `bar_format` may name."""
        values = super().format_dict
        return {**values, "so_far": so_far(values["n"], values["total"])}


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
