"""A dossier that would be about nothing is an error, for whoever checks and for whoever builds."""

from __future__ import annotations

from pathlib import Path

import pytest

from command.__main__ import main
from findings import Findings, empty_dossiers
from tests.helpers.content import Content


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """A report of October 2016, and a dossier of 2031 that takes it not."""
    made = Content(tmp_path / "content")
    made.report(record="events:\n  raid: {type: shelling, when: 2016-10-04}\n", ar="[قصف]{.raid}.")
    return made.dossier("late", yaml="from: 2031\n")


def test_it_is_told_at_its_file(content: Content) -> None:
    (problem,) = empty_dossiers(Findings(content.read()))
    assert str(problem) == (
        f"{content.root}/dossiers/late/dossier.yaml:1:1: the dossier selects no published report; "
        "list one under `reports`, or give places, actors or a time in which a report has an event"
    )


@pytest.mark.parametrize("command", ["check", "build"])
def test_nothing_is_built_of_it(content: Content, command: str, tmp_path: Path, capfd: pytest.CaptureFixture) -> None:
    output = ["--output", str(tmp_path / "site")] if command == "build" else []
    assert main([command, "--content", str(content.root), *output]) == 1
    assert "the dossier selects no published report" in capfd.readouterr().err
    assert not (tmp_path / "site").exists()


def test_one_that_takes_a_report_is_right(content: Content) -> None:
    content.dossier("late", yaml="to: 2031\n")
    assert empty_dossiers(Findings(content.read())) == []
