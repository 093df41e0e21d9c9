"""Reading words costs little.

Time tells nothing on a machine that is busy with other things, so the calls that Python makes are counted.
"""

import sys

from reports.problems import Problems
from reports.warnings import LookedAt, RegistryNames, warn_of_figures, warn_of_unmarked_names
from reports.warnings.dates import warn_of_dates
from tests.words.trials import OWN, reports

#: So many calls for each word are made at the most to read all that a text says and to compare it; 25 are needed.
AT_MOST = 30


def test_no_more_is_done_for_a_word_than_is_needed():
    """In our own reports, with all that is looked up for the first time; a fifth more would be noticed."""
    calls = words = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    names = RegistryNames(reports(OWN)[0][0])
    for _, report in reports(OWN):
        for text in (report.ar, report.en):
            before = sys.getprofile()
            sys.setprofile(count)
            try:
                looked = LookedAt(text, None)
                warn_of_dates(looked, report.record.claims, [report.record.published.earliest], Problems())
                warn_of_figures(looked, report.record.claims, Problems(), names.ids)
                warn_of_unmarked_names(looked, names, Problems())
            finally:
                sys.setprofile(before)
            words += sum(len(reading.tokens) for _, reading in looked.readings)
    assert words > 10_000
    assert calls < AT_MOST * words, calls / words
