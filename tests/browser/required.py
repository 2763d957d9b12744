"""A pytest plugin for whole runs (``make test``): the browser tests must really have run.

A suite whose browser tests were skipped, or not even collected, looks exactly like a green one.
Loaded with ``-p tests.browser.required``; without it, one may run any part of the suite. Where the
tests are spread over several processes (pytest-xdist), the one that hands them out counts them all.
"""

import pytest

_FOLDER = "tests/browser/"


class _Account:
    """What became of the browser tests in this run."""

    def __init__(self) -> None:
        self.ran = 0
        self.skipped: list[str] = []

    def add(self, report: pytest.CollectReport | pytest.TestReport) -> None:
        if not report.nodeid.startswith(_FOLDER):
            return
        if report.skipped and not hasattr(report, "wasxfail"):
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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say why."""
    if fault := _account.fault():
        terminalreporter.section("browser tests", red=True)
        terminalreporter.line(fault)
