"""What is wrong with a project, as MkDocs and the banner of a served site say it."""

import logging
from collections.abc import Iterable
from typing import NamedTuple

from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import CountHandler

from build_scripts.model.diagnostic import Diagnostic, Severity, has_errors
from build_scripts.report.plain_text import LinesOf, as_text, summary

log = get_plugin_logger("readings")

_LEVELS = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    Severity.HINT: logging.INFO,
}


class Trouble(NamedTuple):
    """Why the pages are not up to date, in a few words and in full."""

    summary: str
    details: str


def trouble_with(diagnostics: Iterable[Diagnostic], lines_of: LinesOf) -> Trouble:
    """Diagnostics as the banner shows them: first those that keep pages from being written."""
    ordered = sorted(diagnostics, key=lambda found: not has_errors((found,)))
    return Trouble(summary(ordered), as_text(ordered, lines_of))


def log_all(diagnostics: Iterable[Diagnostic], lines_of: LinesOf) -> None:
    """Put diagnostics into the log of MkDocs, each at its level."""
    for found in diagnostics:
        log.log(_LEVELS[found.severity], as_text((found,), lines_of))


def judge_leniently() -> None:
    """Let `mkdocs serve --strict` go on with a site that is known to be out of date."""
    logger = logging.getLogger("mkdocs")
    for handler in tuple(logger.handlers):
        if isinstance(handler, CountHandler):
            handler.counts.clear()
            logger.removeHandler(handler)
