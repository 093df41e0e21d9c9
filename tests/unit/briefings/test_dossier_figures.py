"""Figures of a time of their own, in a dossier: few stand with it, more on one scale on a page of their own, and very
many by month."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefings.page.site_view import SiteView
from briefings.plan import page_at
from tests.helpers.content import Content
from tests.helpers.pages import html_of, planned_of, view

FIGURES = "en/dossiers/d/figures/index.html"
CUMULATIVE = (
    "  c{0}: {{by: witness, casualties: [{{killed: {0}, scope: cumulative, period: 2016-{1:02}, where: aleppo}}]}}\n"
)


def site(root: Path, count: int) -> SiteView:
    """A site of one dossier, whose report has so many figures of a month."""
    claims = "".join(CUMULATIVE.format(number, number % 12 + 1) for number in range(1, count + 1))
    return view(Content(root).report("r", record=f"claims:\n{claims}").dossier(yaml="reports: [r]\n").root)


def claims_on(html: str) -> list[int]:
    """The numbers of the claims whose figures stand on the scale of a page, in numeric order."""
    return sorted(int(number) for number in re.findall(r'cell-written"><a class="figure" data-claim="r/c(\d+)"', html))


@pytest.mark.parametrize("count", [1, 25])
def test_few_stand_with_the_dossier(tmp_path: Path, count: int) -> None:
    there = site(tmp_path, count)
    assert claims_on(html_of(planned_of(there, "en", "dossier", "d"))) == [*range(1, count + 1)]
    assert page_at(there, FIGURES) is None


@pytest.mark.parametrize("count", [26, 100])
def test_more_stand_on_one_scale_on_a_page_of_their_own(tmp_path: Path, count: int) -> None:
    """Every one of them, once; the dossier says how many there are, and leads there."""
    there = site(tmp_path, count)
    dossier, figures = html_of(planned_of(there, "en", "dossier", "d")), page_at(there, FIGURES)
    assert figures is not None
    page = html_of(figures)
    assert claims_on(dossier) == []
    assert f'<a href="figures/index.html">{count} figures, on one scale of time</a>' in dossier
    assert claims_on(page) == [*range(1, count + 1)]
    assert page.count('class="scale-bar"') == count
    assert '<a href="../index.html">' in page


def test_very_many_stand_by_month(tmp_path: Path) -> None:
    there = site(tmp_path, 101)
    assert page_at(there, FIGURES) is None
    assert 'href="2016-02/index.html#cumulative"' in html_of(planned_of(there, "en", "dossier", "d"))
