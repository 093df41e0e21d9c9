"""What our annotations hand out comes back the same: every mark with its words, and the record."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import Phase, given
from hypothesis import strategies as st

from reports import PublicReport, read_site
from tests.helpers.content import Content
from tests.helpers.examples import examples
from tests.helpers.pages import view
from tests.helpers.round_trip import brought_in, handed_out, told
from tests.property.strategies import marked

OWN = Path(__file__).resolve().parents[2] / "content"
RECORD = """\
events:
  raid: {type: shelling, when: 2016-10-04, where: aleppo}
claims:
  dead: {by: witness, via: agency, about: raid, casualties: [{killed: 2+, who: civilians, including: {children: 1}}]}
  none: {by: [army, front], stance: denies, denies: dead}
"""
MARKED = "[قصف]{.raid} [قتلى]{.dead} [لا]{.none}"
#: Words that mean something in Markdown or in marks, for whoever does not take them as they are.
ODD = [
    "* و",
    "_و_",
    "`و`",
    "# و",
    "1. و",
    "> و",
    "- و",
    ": و",
    "&amp; و",
    "\\و",
    "![و",
    "<b>",
    "(و)",
    "٣. و",
    "و|و",
    "😀",
    "و\u0301",
]
lines = st.lists(
    st.one_of(
        marked().map(lambda line: line.source),
        st.sampled_from(ODD).map(
            lambda odd: "".join(f"\\{char}" if char in "\\`*_{}[]()>#+-.!<" else char for char in odd)
        ),
    ),
    min_size=1,
    max_size=4,
)


@pytest.mark.slow
def test_the_reports_of_ours_come_back_as_they_were(tmp_path):
    site = view(OWN)
    (tmp_path / "data").mkdir()
    handed_out(site, tmp_path / "data")
    back = brought_in(tmp_path / "data", tmp_path / "content", OWN)
    assert len(back) == 9
    assert {slug: told(report) for slug, report in back.items()} == {
        report.slug: told(report) for report in site.findings.site.reports
    }


@examples(30, phases=[Phase.explicit, Phase.generate])
@given(st.lists(lines, min_size=1, max_size=3))
def test_whatever_is_marked_comes_back(paragraphs):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        text = "\n\n".join([MARKED, *(" ".join(line) for line in paragraphs)]) + "\n"
        content = Content(root).report("r", record=RECORD, ar=text)
        (root / "data").mkdir()
        handed_out(view(content.root), root / "data")
        [back] = brought_in(root / "data", root / "back", content.root).values()
        [report] = read_site(content.root).reports
        assert told(back) == told(report)
        assert _words(back) == _words(report)


def _words(report: PublicReport) -> list[list[str]]:
    return [block.text.split() for block in report.texts["ar"].blocks]
