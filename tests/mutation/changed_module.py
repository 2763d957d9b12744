"""Run tests while one module is changed. `tests.mutation` starts this, once for each mutant.

The module is changed as it is imported, so nothing is written to the disk.
"""

import ast
import importlib.abc
import importlib.util
import json
import resource
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType

import coverage
import pytest

from tests.mutation.changes import changes

_MEMORY = 2 * 2**30
"""Bytes that may be written to. A change may make a list that grows without end."""


class _Changed(SourceFileLoader):
    """Loads a module with one of the changes to it."""

    def __init__(self, name: str, path: str, number: int) -> None:
        super().__init__(name, path)
        self._number = number

    def get_code(self, fullname: str) -> CodeType:
        tree = ast.parse(Path(self.path).read_bytes(), self.path)
        [*changes(tree)][self._number].make()
        return compile(ast.fix_missing_locations(tree), self.path, "exec")


class Finder(importlib.abc.MetaPathFinder):
    """Finds one module, in its changed form."""

    def __init__(self, path: str, number: int) -> None:
        self._name = path.removesuffix(".py").replace("/", ".")
        self._loader = _Changed(self._name, path, number)

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        if fullname != self._name:
            return None
        return importlib.util.spec_from_file_location(
            fullname, self._loader.path, loader=self._loader
        )


class _InOrder:
    """Leaves out some tests, and puts those first that are likely to notice."""

    def __init__(self, first: Sequence[str], without: Sequence[str]) -> None:
        self._ranks = {test: rank for rank, test in enumerate(first)}
        self._without = frozenset(without)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if item.nodeid not in self._without]
        items.sort(key=lambda item: self._ranks.get(item.nodeid, len(self._ranks)))


class _Watching:
    """Notes which test runs which lines, how long each takes, and which ones fail."""

    def __init__(self, room: str) -> None:
        self._seconds: dict[str, float] = defaultdict(float)
        self._failed: set[str] = set()
        self._coverage = coverage.Coverage(
            data_file=None, source=[room], config_file=False, messages=False
        )
        self._coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._coverage.switch_context(item.nodeid)
        return (yield)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._seconds[report.nodeid] += report.duration
        if report.failed:
            self._failed.add(report.nodeid)

    def seen(self) -> dict[str, object]:
        """For each file and line the tests that ran it, the quickest first; and which failed."""
        self._coverage.stop()
        data = self._coverage.get_data()
        by_line = {
            Path(file).relative_to(Path.cwd()).as_posix(): {
                line: sorted(filter(None, tests), key=lambda test: (self._seconds[test], test))
                for line, tests in data.contexts_by_lineno(file).items()
            }
            for file in data.measured_files()
        }
        return {"by_line": by_line, "failed": sorted(self._failed)}


def _main(order: str) -> int:
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    told = json.loads(order)
    options = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", *told["tests"]]
    if "room" in told:
        watching = _Watching(told["room"])
        outcome = pytest.main(options, [watching])
        Path(told["into"]).write_text(json.dumps(watching.seen()), encoding="utf-8")
        return int(outcome)
    sys.meta_path.insert(0, Finder(told["path"], told["number"]))
    return int(pytest.main(["-x", *options], [_InOrder(told["first"], told["without"])]))


if __name__ == "__main__":
    sys.exit(_main(sys.stdin.read()))
