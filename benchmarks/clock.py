"""Measure CPU time by stage, and count each moment only once."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from time import process_time
from typing import ParamSpec, TypeVar
from unittest.mock import patch

P = ParamSpec("P")
R = TypeVar("R")

Seam = tuple[object, str, str]
"""A module or a class, the name of a function in it, and the stage that it is part of."""


class StageClock:
    """Adds up the CPU seconds of stages; while an inner stage runs, the outer one stands still."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._running: list[str] = []
        self._since = 0.0

    def enter(self, stage: str) -> None:
        """Begin a stage, inside the running stage if there is one."""
        self._count()
        self._running.append(stage)

    def leave(self) -> None:
        """End the stage that was entered last."""
        self._count()
        self._running.pop()

    def _count(self) -> None:
        now = process_time()
        if self._running:
            stage = self._running[-1]
            self.seconds[stage] = self.seconds.get(stage, 0.0) + now - self._since
        self._since = now

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """A block of code as a stage."""
        self.enter(name)
        try:
            yield
        finally:
            self.leave()

    def timed(self, stage: str, function: Callable[P, R]) -> Callable[P, R]:
        """A function whose calls are a stage."""

        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            self.enter(stage)
            try:
                return function(*args, **kwargs)
            finally:
                self.leave()

        return call

    def timed_generator(
        self, stage: str, function: Callable[P, Iterator[R]]
    ) -> Callable[P, list[R]]:
        """A generator function whose whole run is a stage."""
        return self.timed(stage, lambda *args, **kwargs: [*function(*args, **kwargs)])

    @contextmanager
    def seams(self, functions: tuple[Seam, ...], generators: tuple[Seam, ...]) -> Iterator[None]:
        """Time functions where their callers look them up, so that their code need not change."""
        with ExitStack() as patches:
            for module, name, stage in functions:
                timed = self.timed(stage, getattr(module, name))
                patches.enter_context(patch.object(module, name, timed))
            for module, name, stage in generators:
                listed = self.timed_generator(stage, getattr(module, name))
                patches.enter_context(patch.object(module, name, listed))
            yield
