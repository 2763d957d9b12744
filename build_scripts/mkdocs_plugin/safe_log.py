"""Keep names and words of contributed pages from commanding those who read MkDocs's log.

MkDocs prints names of files and addresses of links as they are. In a terminal they could rewrite
the screen, and in the log of a CI they could be commands to it.
"""

import logging

from build_scripts.report.harmless import harmless_lines


class _Harmless(logging.Filter):
    """Makes every message safe to print."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = harmless_lines(record.getMessage()), None
        return True


def make_log_harmless() -> None:
    """Let every handler of MkDocs's log show what is said without commands in it."""
    for handler in logging.getLogger("mkdocs").handlers:
        if not any(isinstance(known, _Harmless) for known in handler.filters):
            handler.addFilter(_Harmless())
