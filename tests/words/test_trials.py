"""What is read in real reports, against the marks and records of their editors."""

import pytest

from tests.words import trials

#: The least that has to be right of what is read, and read of what is there.
WANTED = {"numbers": (0.98, 0.97), "dates": (0.98, 0.95), "names": (0.95, 0.95), "casualties": (0.92, 0.85)}


@pytest.mark.parametrize("kind", WANTED)
def test_the_trials(kind):
    """Seventeen reports that are no part of the project."""
    if not trials.TRIALS.is_dir():
        pytest.skip("the trials are not beside the project (../shared/trials)")
    holds(kind, trials.MEASURED, WANTED[kind], 200 if kind != "dates" else 100)


@pytest.mark.parametrize("kind", WANTED)
def test_our_own_reports(kind):
    """The reports of the project."""
    holds(kind, trials.OWN, WANTED[kind], 200)


def holds(kind, folders, wanted, at_least):
    score = getattr(trials, kind)(folders)
    assert score.read > at_least
    assert score.there > at_least
    assert (score.precision >= wanted[0], score.recall >= wanted[1]) == (True, True), f"\n{kind}: {score}"
