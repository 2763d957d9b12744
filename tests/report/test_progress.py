"""How far a task is: what is handed on, when a line is written, and what a terminal shows."""

import io
from collections.abc import Iterator

import pytest

from build_scripts.model.progress import Progress, unreported
from build_scripts.report.progress_on_stream import ProgressOnStream, shows_bars
from tests.screen import screen


class Clock:
    """Seconds that pass only when a test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of a test, and of tqdm."""
    clock = Clock()
    monkeypatch.setattr("tqdm.std.time", clock)
    return clock


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def in_lines(clock: Clock, stream: io.StringIO) -> ProgressOnStream:
    return ProgressOnStream(stream, "readings: ", is_terminal=False, clock=clock)


def on_terminal(clock: Clock, stream: io.StringIO) -> ProgressOnStream:
    return ProgressOnStream(stream, is_terminal=True, clock=clock)


@pytest.mark.parametrize("items", [[], ["only"], ["a", "b", "c"]])
def test_all_items_are_handed_on_in_order(clock: Clock, items: list[str]) -> None:
    shown = (in_lines(clock, io.StringIO()), on_terminal(clock, Terminal()))
    each: tuple[Progress, ...] = (unreported, *shown)
    for progress in each:
        clock.now += 9
        assert [*progress(iter(items), len(items), "files read")] == items


def test_an_item_is_done_when_the_next_one_is_asked_for(clock: Clock) -> None:
    stream = io.StringIO()
    items = in_lines(clock, stream)(range(2000), 2000, "pages built")
    clock.now = 60
    next(items)
    assert stream.getvalue() == ""
    next(items)
    assert stream.getvalue() == "readings: 1 of 2,000 pages built\n"


def test_lines_are_seconds_apart_whatever_the_stages(clock: Clock) -> None:
    stream = io.StringIO()
    progress = in_lines(clock, stream)
    for done in ("files read", "readings merged", "pages built"):
        for _ in progress(range(100), 100, done):
            clock.now += 1 / 16
    assert stream.getvalue().splitlines() == [
        "readings: 80 of 100 files read",
        "readings: 60 of 100 readings merged",
        "readings: 40 of 100 pages built",
    ]


def test_a_short_task_writes_no_line(clock: Clock) -> None:
    stream = io.StringIO()
    for _ in in_lines(clock, stream)(range(100), 100, "files read"):
        clock.now += 0.049
    assert stream.getvalue() == ""


@pytest.mark.parametrize("stages", [1, 3])
def test_a_short_task_shows_no_bar(clock: Clock, stages: int) -> None:
    stream = Terminal()
    progress = on_terminal(clock, stream)
    for _ in range(stages):
        for _ in progress(range(9), 9, "files read"):
            clock.now += 0.99 / stages / 9
    assert stream.getvalue() == ""


def halfway(progress: ProgressOnStream, clock: Clock, done: str = "files read") -> Iterator[int]:
    """A stage of which 600 items are done, and shown."""
    items = progress(range(1200), 1200, done)
    for _ in range(600):
        next(items)
    clock.now += 2
    next(items)
    return items


def test_a_bar_has_numbers_and_what_is_done(clock: Clock) -> None:
    stream = Terminal()
    progress = on_terminal(clock, stream)
    halfway(progress, clock)
    (line,) = screen(stream.getvalue())
    assert line.startswith("600 of 1,200 files read |")
    assert line.endswith("| 50%")
    progress.close()
    assert screen(stream.getvalue()) == [""]


def test_what_is_written_in_between_has_the_line_to_itself(clock: Clock) -> None:
    stream = Terminal()
    progress = on_terminal(clock, stream)
    items = halfway(progress, clock)
    progress.clear()
    stream.write("WARNING a page\n")
    for _ in items:
        clock.now += 1
    assert screen(stream.getvalue()) == ["WARNING a page", ""]


def test_a_later_stage_takes_the_place_of_one_that_is_not_finished(clock: Clock) -> None:
    stream = Terminal()
    progress = on_terminal(clock, stream)
    earlier = halfway(progress, clock)
    later = halfway(progress, clock, "pages built")
    assert len([*earlier]) == 599
    (line,) = screen(stream.getvalue())
    assert line.startswith("600 of 1,200 pages built |")
    assert len([*later]) == 599
    assert screen(stream.getvalue()) == [""]


class InterruptedTerminal(Terminal):
    """A terminal on which somebody presses Ctrl-C as soon as there is something to be seen."""

    def write(self, text: str) -> int:
        is_first = "|" in text and "|" not in self.getvalue()
        written = super().write(text)
        if is_first:
            raise KeyboardInterrupt
        return written


def test_a_bar_that_was_interrupted_while_it_was_drawn_is_removed(clock: Clock) -> None:
    stream = InterruptedTerminal()
    progress = on_terminal(clock, stream)
    with pytest.raises(KeyboardInterrupt):
        halfway(progress, clock)
    assert "|" in screen(stream.getvalue())[0]
    progress.close()
    assert screen(stream.getvalue()) == [""]


@pytest.mark.parametrize(
    ("stream", "environment", "shows"),
    [
        (Terminal(), {"TERM": "xterm"}, True),
        (Terminal(), {}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {"TERM": "xterm"}, False),
    ],
)
def test_bars_are_for_terminals(
    stream: io.StringIO, environment: dict[str, str], shows: bool
) -> None:
    assert shows_bars(stream, environment) is shows
