"""How far a build is, as it shows on a terminal and where there is none."""

from __future__ import annotations

import io
import re
from itertools import groupby

import pytest

from command import progress
from command.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "40")
    return Clock()


def lines(shown: str) -> list[str]:
    """The states of the line, one after the other, without what commands the terminal; "" where it was taken away."""
    states = re.split(r"\r(?:\x1b\[1A)?\x1b\[2K", re.sub(r"\x1b\[\?25[lh]", "", shown))
    return [state for state, _ in groupby(state.rstrip("\n") for state in states)]


def test_on_a_terminal_one_line_keeps_changing(clock: Clock) -> None:
    stream = Terminal()
    shown = Progress(stream, clock)
    shown.step("reading", 1, 340)
    shown.step("reading", 2, 340)  # too soon to be seen
    clock.time += 1
    shown.step("reading", 12, 340)
    shown.step("writing", 1, 700)  # a new stage is shown at once
    shown.clear()
    assert lines(stream.getvalue()) == ["reading 1/340 …", "reading 12/340 …", "writing 1/700 …", ""]


def test_after_something_else_was_written_the_line_comes_back(clock: Clock) -> None:
    stream = Terminal()
    shown = Progress(stream, clock)
    shown.step("reading", 1, 340)
    shown.clear()
    shown.clear()
    stream.write("Something else.\n")
    shown.step("reading", 2, 340)
    shown.clear()
    assert lines(stream.getvalue()) == ["reading 1/340 …", "Something else.\nreading 2/340 …", "reading 2/340 …", ""]


def test_a_terminal_keeps_its_cursor(clock: Clock) -> None:
    stream = Terminal()
    with progress.showing(stream):
        progress.report("reading", 1, 340)
    assert stream.getvalue().rindex("\x1b[?25h") > stream.getvalue().rindex("\x1b[?25l")


def test_a_line_never_wraps(clock: Clock) -> None:
    stream = Terminal()
    shown = Progress(stream, clock)
    shown.step("reading " * 20, 1, 2)
    shown.clear()
    assert [len(line) for line in lines(stream.getvalue())] == [40, 0]


def test_in_a_file_there_are_lines_only_for_long_builds(clock: Clock) -> None:
    stream = io.StringIO()
    shown = Progress(stream, clock)
    for done in range(1, 13):
        clock.time += 1
        shown.step("reading", done, 340)
    shown.step("checking the files", 0, 0)
    assert stream.getvalue() == "reading 5/340 …\nreading 10/340 …\n"


def test_a_terminal_that_cannot_rewrite_a_line_is_treated_like_a_file(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    stream = Terminal()
    Progress(stream, clock).step("reading", 1, 340)
    assert stream.getvalue() == ""


def test_what_is_reported_is_shown_only_while_somebody_wants_to_see_it(clock: Clock) -> None:
    stream = Terminal()
    progress.report("reading", 1, 2)
    with progress.showing(stream):
        progress.report("reading", 2, 2)
    progress.report("writing", 1, 2)
    assert lines(stream.getvalue()) == ["reading 2/2 …", ""]
