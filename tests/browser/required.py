"""A pytest plugin for whole runs (``make test``): the browser tests must really have run.

A suite whose browser tests were skipped, or not even collected, looks exactly like a green one.
Loaded with ``-p tests.browser.required``; without it, one may run any part of the suite. Where the
tests are spread over several processes (pytest-xdist), the one that hands them out counts them all.

Only Firefox and WebKit may be missing, and not in CI: the tests of an engine that this machine does
not have are skipped, and the last lines of the run name it.
"""

import os

import pytest

_FOLDER = "tests/browser/"
_ENGINES = "tests/browser/engines/"
UNTRIED = " was not tried: "
"""In the reason of a skipped test, between the name of the engine and what is missing."""


def _reason(report: pytest.CollectReport | pytest.TestReport) -> str:
    """Why a test was skipped."""
    return report.longrepr[2] if isinstance(report.longrepr, tuple) else ""


class _Account:
    """What became of the browser tests in this run."""

    def __init__(self) -> None:
        self.ran = 0
        self.skipped: list[str] = []
        self.untried: dict[str, None] = {}

    def add(self, report: pytest.CollectReport | pytest.TestReport) -> None:
        if not report.nodeid.startswith(_FOLDER):
            return
        if report.skipped and not hasattr(report, "wasxfail"):
            reason = _reason(report).removeprefix("Skipped: ")
            if report.nodeid.startswith(_ENGINES) and UNTRIED in reason and "CI" not in os.environ:
                self.untried[reason] = None
            else:
                self.skipped.append(report.nodeid)
        elif isinstance(report, pytest.TestReport) and report.when == "call":
            self.ran += 1

    def fault(self) -> str:
        """What is wrong, or nothing."""
        if self.skipped:
            return "browser tests were skipped: " + ", ".join(self.skipped)
        return "" if self.ran else "no browser test ran"


_account = _Account()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Count a test."""
    _account.add(report)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    """Count a module that skipped itself as a whole."""
    _account.add(report)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run that would otherwise pass."""
    if hasattr(session.config, "workerinput"):
        return  # one process of several: it may well have had none of them
    if _account.fault() and session.exitstatus in {pytest.ExitCode.OK, 5}:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say why, and which engine was not tried."""
    if fault := _account.fault():
        terminalreporter.section("browser tests", red=True)
        terminalreporter.line(fault)
    if _account.untried:
        terminalreporter.section("browsers that were not tried", yellow=True)
        for reason in sorted(_account.untried):
            terminalreporter.line(reason)
