"""What the newest report of a dossier changed in its totals."""

from __future__ import annotations

from dataclasses import replace

from findings import Findings, Newest
from reports.model import Dossier, PublicReport
from tests.helpers.records import claim, entry, event, report, shown, site


def newest(*reports: PublicReport) -> Newest | None:
    """Of a dossier of all these reports, in the site's order."""
    slugs = tuple(one.slug for one in reports)
    dossier = Dossier("d", {"ar": reports[0].texts["ar"]}, reports=slugs)
    return Findings(replace(site(*reports), dossiers=(dossier,))).newest("d")


def told(slug: str, published: str, killed: str, same_as: str | None = None) -> PublicReport:
    return report(
        slug,
        event("raid", same_as=same_as),
        claim("c", entry(killed=killed), by="agency", about="raid"),
        published=published,
    )


def moves(found: Newest | None) -> list[tuple]:
    assert found is not None
    return [
        (one.quantity.outcome, shown(one.now.range), shown(one.before.range) if one.before else None, one.changed)
        for one in found.moved
    ]


def test_the_report_published_last_is_the_newest() -> None:
    found = newest(told("a", "2016-10-05", "3"), told("b", "2016-10-07", "4"))
    assert found is not None
    assert found.slug == "b"
    assert moves(found) == [("killed", "7", "3", True)]


def test_of_several_of_one_day_the_first_in_the_sites_order() -> None:
    found = newest(told("a", "2016-10-05", "3"), told("b", "2016-10-05", "4"))
    assert found is not None
    assert found.slug == "a"


def test_a_newest_report_can_widen_a_range_without_adding_to_it() -> None:
    """It tells an event that was counted before: nobody is counted twice."""
    found = newest(told("a", "2016-10-05", "3"), told("b", "2016-10-07", "5", same_as="a/raid"))
    assert moves(found) == [("killed", "3-5", "3", True)]


def test_a_newest_report_that_says_the_same_changes_nothing() -> None:
    found = newest(told("a", "2016-10-05", "3"), told("b", "2016-10-07", "3", same_as="a/raid"))
    assert moves(found) == [("killed", "3", "3", False)]


def test_what_only_the_newest_report_counts_was_not_there_before() -> None:
    found = newest(report("a", event("raid")), told("b", "2016-10-07", "3"))
    assert moves(found) == [("killed", "3", None, True)]


def test_a_dossier_of_one_report_has_nothing_to_compare() -> None:
    assert newest(told("a", "2016-10-05", "3")) is None
