"""What a dossier takes, and what its reports amount to together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from findings import DossierFindings, Findings
from reports.edtf import parse_date
from reports.model import Dossier, Place, PublicReport
from tests.helpers.records import REGISTRY, claim, entry, event, report, shown, site, words

PLACES = {
    "country": Place("country", words("country"), "country"),
    "city": Place("city", words("city"), "city", within="country"),
    "market": Place("market", words("market"), "facility", within="city"),
    "village": Place("village", words("village"), "village", within="country"),
}
WITH_PLACES = replace(REGISTRY, places=PLACES)


def dossier(*reports: PublicReport, **given) -> DossierFindings:
    """A dossier over these reports; ``first`` and ``last`` are EDTF."""
    for end in ("first", "last"):
        if end in given:
            given[end] = parse_date(given[end])
    text = reports[0].texts["ar"]
    whole = replace(site(*reports, registry=WITH_PLACES), dossiers=(Dossier("d", {"ar": text}, **given),))
    return Findings(whole).dossier("d")


MARKET = report("market", event("raid", where=("market",), when="2016-10-12", actors=("corps",)))
VILLAGE = report("village", event("clash", where=("village",), when="2016-11-02", actors=("front",)))
TALKS = report("talks", event("meeting", when="2016-10-08"))


def test_the_reports_that_it_lists_in_the_sites_order() -> None:
    assert dossier(MARKET, VILLAGE, TALKS, reports=("talks", "market")).slugs == ("market", "talks")


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ({"places": ("city",)}, "market"),
        ({"places": ("country",)}, "market village"),
        ({"places": ("market", "village")}, "market village"),
        ({"actors": ("army",)}, "market"),
        ({"actors": ("company",)}, ""),
        ({"first": "2016-10-09"}, "market village"),
        ({"first": "2016-10", "last": "2016-10"}, "market talks"),
        ({"last": "2016-10-12"}, "market talks"),
        ({"last": "2016-10-07"}, ""),
        ({"places": ("country",), "actors": ("front",), "last": "2016"}, "village"),
        ({"places": ("city",), "actors": ("front",)}, ""),
        ({"places": ("city",), "reports": ("talks",)}, "market talks"),
    ],
)
def test_the_reports_that_fit_place_party_and_time_together(given: dict, taken: str) -> None:
    assert dossier(MARKET, VILLAGE, TALKS, **given).slugs == tuple(taken.split())


def test_place_and_party_must_be_of_one_event() -> None:
    two = report(
        "two", event("a", where=("market",), actors=("corps",)), event("b", where=("village",), actors=("front",))
    )
    assert dossier(two, places=("city",), actors=("front",)).slugs == ()


def test_an_event_that_may_lie_in_the_time_does() -> None:
    vague = report("vague", event("a", when="2016-10~"), event("b", when="2016-09/.."))
    assert dossier(vague, first="2016-10-31").slugs == ("vague",)
    assert dossier(report("past", event("a", when="2016-10")), first="2016-11").slugs == ()


def test_a_cumulative_figure_takes_its_report_by_its_own_place_and_period() -> None:
    toll = replace(entry(scope="cumulative", killed="400+"), where=("city",), of=("company",))
    told = report("told", claim("toll", toll))
    assert dossier(told, places=("country",), first="2016-10").slugs == ("told",)
    assert dossier(told, places=("market",)).slugs == ()
    assert dossier(told, actors=("army",)).slugs == ("told",)
    assert dossier(told, first="2016-12").slugs == ()


def test_a_report_that_tells_another_reports_event_is_taken_for_it() -> None:
    again = report("again", event("same", same_as="market/raid"))
    assert dossier(MARKET, again, places=("market",)).slugs == ("market", "again")


def test_an_event_of_two_reports_counts_once_and_one_origin_is_one() -> None:
    first = report("first", event("raid"), claim("a", entry(killed="10"), about="raid", by="monitor"))
    second = report(
        "second",
        event("raid", same_as="first/raid"),
        claim("a", entry(killed="12"), about="raid", by="monitor", via=("radio",)),
        claim("b", entry(killed="7"), about="raid", by="agency"),
    )
    other = report("other", event("raid"), claim("a", entry(killed="100"), about="raid"))
    found = dossier(first, second, other, reports=("first", "second"))
    total = found.total("killed", "all")
    assert total is not None
    assert shown(total.range) == "7-12"
    assert total.origins == {"monitor", "agency"}
    assert [entry.event.key for entry in found.timeline] == ["first/raid"]


def test_a_denial_in_another_report_counts_where_both_are_in_it() -> None:
    first = report("first", event("raid"), claim("a", entry(killed="10"), about="raid"))
    second = report("second", claim("no", denies="first/a", by="agency"))
    assert shown(dossier(first, second, reports=("first",)).total("killed", "all").range) == "10"
    together = dossier(first, second, reports=("first", "second"))
    assert shown(together.total("killed", "all").range) == "10 contested"
