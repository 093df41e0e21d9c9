"""The entries of the registry that the site speaks of: nobody is in a list whom no published word names."""

from __future__ import annotations

from dataclasses import replace

from findings import Findings
from reports.edtf import parse_date
from reports.model import Dossier, Mark, Place, PublicReport
from tests.helpers.records import REGISTRY, claim, entry, event, report, site, words

PLACES = {
    "country": Place("country", words("country"), "country"),
    "city": Place("city", words("city"), "city", within="country"),
    "village": Place("village", words("village"), "village", within="country"),
}
WITH_PLACES = replace(REGISTRY, places=PLACES)


def spoken_of(*reports: PublicReport, dossiers: tuple[Dossier, ...] = ()) -> list[str]:
    return Findings(replace(site(*reports, registry=WITH_PLACES), dossiers=dossiers)).entries_spoken_of


def marked(told: PublicReport, *ids: str) -> PublicReport:
    """The report with its Arabic words marked with these ids."""
    mark = Mark(0, "ar", 1, ids, None, None, False, "…", "", "", 0, "ar_x", (), 1, 1)
    return replace(told, texts={"ar": replace(told.texts["ar"], marks=(mark,))})


def test_only_the_publisher_of_a_report_that_names_nobody() -> None:
    assert spoken_of(report("r")) == ["outlet"]


def test_places_with_all_that_contain_them_and_none_beside() -> None:
    assert spoken_of(report("r", event("raid", where=("city",)))) == ["country", "city", "outlet"]


def test_everybody_in_a_record() -> None:
    toll = replace(entry(killed="3", who="combatants", of="company", blames=("front",)), where=("village",))
    told = report("r", event("raid", actors=("clan",)), claim("a", toll, by="spokesman", via=("radio",), about="raid"))
    expected = "country village army corps company front tribe clan outlet radio spokesman"
    assert sorted(spoken_of(told)) == sorted(expected.split())


def test_whom_a_mark_names() -> None:
    assert spoken_of(marked(report("r"), "medic")) == ["outlet", "medic"]


def test_a_mark_of_an_event_is_no_entry() -> None:
    assert spoken_of(marked(report("r", event("raid")), "raid")) == ["outlet"]


def test_what_a_dossier_is_selected_by_and_marks() -> None:
    told = marked(report("r"), "r/raid", "medic")
    by_place = Dossier("d", told.texts, places=("city",), first=parse_date("2016"))
    assert spoken_of(report("r"), dossiers=(by_place,)) == ["country", "city", "outlet", "medic"]


def test_months_are_those_in_which_something_happened() -> None:
    found = Findings(
        site(
            report(
                "r",
                event("day", when="2016-10-04"),
                event("over", when="2016-10-30/2016-11-02"),
                event("month", when="2017-01"),
                event("year", when="2016"),
                event("since", when="2016-12-24/.."),
            )
        )
    )
    assert found.months == ["2016-10", "2016-11", "2016-12", "2017-01"]

    def keys(month: str) -> list[str]:
        return [told.event.event.id for told in found.in_month(month).timeline]

    assert keys("2016-10") == ["year", "day", "over"]
    assert keys("2016-11") == ["year", "over"]
    assert keys("2017-01") == ["since", "month"]


def test_a_figure_of_a_time_is_in_a_month_too() -> None:
    toll = replace(entry(killed="3"), scope="cumulative", period=parse_date("2015-02/2015-04"))
    near = replace(entry(killed="4"), scope="cumulative", period=parse_date("2016-09/2016-10"))
    found = Findings(site(report("r", event("day", when="2016-10-04"), claim("a", toll), claim("b", near))))
    assert found.months == ["2015-02", "2016-10"]
    assert [use.claim.claim.id for use in found.in_month("2015-02").cumulative] == ["a"]
    assert [use.claim.claim.id for use in found.in_month("2016-10").cumulative] == ["b"]


def test_a_year_has_what_its_months_have_each_once() -> None:
    found = Findings(
        site(
            report(
                "r",
                event("day", when="2016-10-04"),
                event("over", when="2016-12-30/2017-01-02"),
                event("year", when="2016"),
                event("other", when="2015-03"),
            )
        )
    )
    assert {told.event.event.id for told in found.in_year("2016").timeline} == {"day", "over", "year"}
    assert {told.event.event.id for told in found.in_year("2017").timeline} == {"over"}
    assert found.in_year("2016").name == "year:2016"


def test_every_event_is_in_a_month() -> None:
    """Also a long one, one without an end, and one that is known to a year, where nothing else makes a month of it."""
    found = Findings(
        site(
            report(
                "r",
                event("siege", when="2016-08/2016-10"),
                event("since", when="2017-03-02/.."),
                event("year", when="2014"),
                event("until", when="../2012"),
                event("also", when="2016"),
            )
        )
    )
    assert found.months == ["2012-12", "2014-01", "2016-08", "2016-10", "2017-03"]
    keys = {told.event.event.id for month in found.months for told in found.in_month(month).timeline}
    assert keys == {"siege", "since", "year", "until", "also"}


def test_a_party_is_concerned_by_claims_about_the_people_of_its_parts() -> None:
    told = report("r", event("raid"), claim("a", entry("combatants", "company", killed="3"), about="raid"))
    concerning = Findings(site(told)).concerning
    assert {actor: [one.key for one in claims] for actor, claims in concerning.items()} == {
        "company": ["r/a"],
        "corps": ["r/a"],
        "army": ["r/a"],
    }


def test_a_figure_of_a_place_of_its_own_is_counted_there_and_chooses_no_event() -> None:
    inner = replace(entry(killed="3"), where=("village",))
    told = report(
        "r",
        event("raid", where=("city",)),
        claim("a", inner, about="raid"),
        claim("b", entry(killed="4"), about="raid"),
    )
    found = Findings(site(told, registry=WITH_PLACES))
    assert {place: [one.key for one in claims] for place, claims in found.counted_at.items()} == {"village": ["r/a"]}
    assert found.at_place("village").timeline == []
