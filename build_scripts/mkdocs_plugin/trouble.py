"""Report errors of a project in MkDocs's log and in the banner of a served site."""

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
    """The reason why the pages are not up to date, in a few words and in full."""

    summary: str
    details: str


def trouble_with(diagnostics: Iterable[Diagnostic], lines_of: LinesOf) -> Trouble:
    """Diagnostics as the banner shows them: errors first."""
    ordered = sorted(diagnostics, key=lambda diagnostic: not has_errors((diagnostic,)))
    return Trouble(summary(ordered), as_text(ordered, lines_of))


def log_all(diagnostics: Iterable[Diagnostic], lines_of: LinesOf) -> None:
    """Write diagnostics to MkDocs's log, each at its level."""
    for diagnostic in diagnostics:
        log.log(_LEVELS[diagnostic.severity], as_text((diagnostic,), lines_of))


def judge_leniently() -> None:
    """Let `mkdocs serve --strict` continue with a site that is known to be out of date."""
    logger = logging.getLogger("mkdocs")
    for handler in tuple(logger.handlers):
        if isinstance(handler, CountHandler):
            handler.counts.clear()
            logger.removeHandler(handler)
