"""Whatever is claimed is counted by the rules: held against the inspection's count and against their promises."""

from collections import Counter
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from findings import Findings, Index, Range, ReportFindings
from findings.casualties import CLASSES, count, totals, uses
from inspection.counting import Recount, Row, Span
from reports.model import PublicReport, Site
from tests.helpers.records import claim, entry
from tests.property import recount
from tests.property.recount import Claimed
from tests.property.strategies import sites, sites_and_scopes


def scoped(site: Site, slugs):
    """What the rules' code finds for some reports of a site: the index and the claims in scope."""
    index = Index(site)
    return index, [claim for slug in slugs for claim in index.claims_by_report.get(slug, ())]


def as_span(range: Range | None) -> Span | None:
    return Span(range.low, range.high, range.open, range.approximate, range.contested) if range else None


@given(sites_and_scopes())
def test_events_are_counted_as_the_inspection_counts_them(drawn):
    """Each group of each event, and its civilians, combatants, unknown and all, with the flags of the ranges."""
    again = Recount(Claimed(*drawn))
    for counted in count(*scoped(*drawn)).values():
        groups = [as_span(group.range) for group in counted.groups]
        classes = [as_span(range) for range in map(counted.range, CLASSES) if range]
        assert Counter(map(repr, [*groups, *classes])) == Counter(
            map(repr, again.spans("", counted.event, counted.outcome))
        )


@given(sites_and_scopes())
def test_groups_have_the_origins_that_the_inspection_finds(drawn):
    """Each group of each event, counted as if nothing else had been claimed: its range and its independent origins."""
    claimed = Claimed(*drawn)

    def in_group(row: Row) -> bool:
        side = claimed.side(row["of"]) if row["who"] == "combatants" and row["of"] else None
        return (row["event"], row["who"], side) == (counted.event, group.group.who, group.group.side)

    for counted in count(*scoped(*drawn)).values():
        for group in counted.groups:
            _, events, uncounted, origins = recount.totals(Claimed(*drawn, in_group))[counted.outcome, group.group.who]
            assert (events, uncounted, origins) == (bool(group.range), not group.range, len(group.origins))


@given(sites_and_scopes())
def test_totals_are_those_that_the_inspection_counts(drawn):
    """Every row that there is, with its range, its events, its uncounted events and its origins; and no other row."""
    found = {
        (row.outcome, row.who): (as_span(row.range), len(row.counted), len(row.uncounted), len(row.origins))
        for row in totals(*scoped(*drawn))
    }
    assert found == recount.totals(Claimed(*drawn))


def numbers(site: Site) -> dict:
    """All that is counted of a site and of each of its reports, without the order in which figures are listed."""
    found = Findings(site)
    scopes = [found, *(found.report(report.slug) for report in sorted(site.reports, key=lambda report: report.slug))]
    return {
        number: [
            (row.outcome, row.who, row.range, len(row.counted), len(row.uncounted), row.origins) for row in scope.totals
        ]
        for number, scope in enumerate(scopes)
    }


def changed(site: Site, change) -> Site:
    """The site with each report's claims put through ``change``, which gives the report's claims anew."""
    return Site(
        site.registry,
        tuple(
            replace(report, record=replace(report.record, claims={c.id: c for c in change(report)}))
            for report in site.reports
        ),
        site.settings,
    )


@given(sites(), st.randoms())
def test_order_changes_no_total(site, random):
    """However reports, events, claims, entries and outcomes stand, the numbers are the same."""

    def shuffled(items):
        items = list(items)
        random.shuffle(items)
        return items

    def anew(report: PublicReport) -> PublicReport:
        claims = [
            replace(c, casualties=tuple(shuffled(replace(e, figures=tuple(shuffled(e.figures))) for e in c.casualties)))
            for c in shuffled(report.record.claims.values())
        ]
        events = shuffled(report.record.events.values())
        record = replace(report.record, events={e.id: e for e in events}, claims={c.id: c for c in claims})
        return replace(report, record=record)

    assert numbers(replace(site, reports=tuple(map(anew, shuffled(site.reports))))) == numbers(site)


@given(sites(), st.lists(st.sampled_from(["agency", "radio", "army"]), unique=True))
def test_relays_change_no_total(site, via):
    """Who passed a claim on is no origin: with other relays, or none, every number is the same."""
    relayed = changed(site, lambda report: [replace(c, via=tuple(via)) for c in report.record.claims.values()])
    assert numbers(relayed) == numbers(site)


@given(sites())
def test_including_changes_no_total(site):
    """Parts of figures are never added: without them every number is the same."""

    def without_parts(report):
        return [
            replace(c, casualties=tuple(replace(e, including=()) for e in c.casualties))
            for c in report.record.claims.values()
        ]

    assert numbers(changed(site, without_parts)) == numbers(site)


@given(sites(), st.data())
def test_people_whom_nobody_counted_change_no_range(site, data):
    """One more claim of ``some`` changes no range that there is, and makes none."""
    report = data.draw(st.sampled_from(site.reports))
    who = data.draw(st.sampled_from(["civilians", "combatants", "unknown"]))
    of = data.draw(st.sampled_from([None, "army", "front", "clan"]))
    some = claim(
        "some", entry(who, of, killed="some", injured="some"), about=data.draw(st.sampled_from([*report.record.events]))
    )
    more = changed(site, lambda r: [*r.record.claims.values(), *([some] if r is report else [])])
    before = {(row.outcome, row.who): row.range for row in Findings(site).totals}
    after = {(row.outcome, row.who): row.range for row in Findings(more).totals}
    assert {key: range for key, range in after.items() if range} == {
        key: range for key, range in before.items() if range
    }


@given(sites())
def test_cumulative_figures_change_no_number(site):
    """Without its cumulative entries a site counts the same."""

    def incidents(report):
        return [
            replace(c, casualties=tuple(e for e in c.casualties if e.scope == "incident"))
            for c in report.record.claims.values()
        ]

    assert numbers(changed(site, incidents)) == numbers(site)


@given(sites_and_scopes())
def test_each_figure_is_counted_or_left_out_once(drawn):
    """Of the figures that concern a total each stands in it or beside it, once, and those beside it have a reason."""
    index, claims = scoped(*drawn)
    for row in totals(index, claims):
        concerned = [
            use.key
            for use in uses(index, claims)
            if use.outcome == row.outcome and row.who in ("all", use.casualties.who)
        ]
        counted = [
            use.key
            for event, _ in row.counted
            for group in event.of(row.who)
            for part in group.counts
            for use in part.figures
        ]
        assert sorted(counted + [out.use.key for out in row.left_out]) == sorted(concerned)
        for out in row.left_out:
            assert out.reason in ("cumulative", "discounted", "uncounted")
            assert out.reason != "uncounted" or not out.use.figure.counted
        assert not {event.event for event, _ in row.counted} & {event.event for event in row.uncounted}


@given(sites_and_scopes())
def test_nothing_is_counted_twice(drawn):
    """A group has each claim once, a claim's sum each figure once; an event stands once for each outcome."""
    index, claims = scoped(*drawn)
    keys = []
    for counted in count(index, claims).values():
        assert len({group.group for group in counted.groups}) == len(counted.groups)
        for group in counted.groups:
            assert len({part.claim.key for part in group.counts}) == len(group.counts)
            keys += [use.key for part in group.counts for use in part.figures] + [use.key for use in group.uncounted]
    assert len(keys) == len(set(keys))
    for row in totals(index, claims):
        events = [event.event for event, _ in row.counted]
        assert len(events) == len(set(events))


@given(sites_and_scopes())
def test_ranges_hold_what_they_are_made_of(drawn):
    """Lows are no higher than highs; a group holds each of its claims' sums, ``all`` no less than its parts' lows."""
    index, claims = scoped(*drawn)
    for counted in count(index, claims).values():
        for group in counted.groups:
            assert (group.range is None) == (not group.counts)
            for part in group.counts:
                assert 0 <= group.range.low <= part.range.low <= part.range.high <= group.range.high
            assert group.range is None or group.range.contested == bool(group.denials)
        everybody = counted.range("all")
        for who in ("civilians", "combatants", "unknown"):
            part = counted.range(who)
            assert part is None or everybody.high >= part.high
    for row in totals(index, claims):
        if row.range:
            assert 0 <= row.range.low <= row.range.high
            assert row.range.low == sum(range.low for _, range in row.counted)
            assert row.range.high == sum(range.high for _, range in row.counted)
        assert (row.range is None) == (not row.counted)
        assert row.counted or row.uncounted


@given(sites())
def test_reports_are_counted_within_the_site(site):
    """A site of one report counts as that report; a report's totals need no other report's claims."""
    found = Findings(site)
    for report in site.reports:
        other_claims_gone = changed(
            site, lambda r, slug=report.slug: r.record.claims.values() if r.slug == slug else ()
        )
        assert Findings(other_claims_gone).totals == Findings(other_claims_gone).report(report.slug).totals
        assert [(t.outcome, t.who, t.range) for t in Findings(other_claims_gone).totals] == [
            (t.outcome, t.who, t.range) for t in found.report(report.slug).totals
        ]


@given(sites())
def test_a_twin_told_through_same_as_is_not_counted_twice(site):
    """A report copied whole, its events the ``same-as`` of the first's, changes no range of the site."""
    assume(all(report.slug != "z" for report in site.reports))
    first = site.reports[0]
    events = {id: replace(e, same_as=e.same_as or (first.slug, id)) for id, e in first.record.events.items()}
    claims = {
        id: replace(c, by=c.by, denies=("z", c.denies[1]) if c.denies and c.denies[0] == first.slug else c.denies)
        for id, c in first.record.claims.items()
    }
    twin = replace(first, slug="z", record=replace(first.record, events=events, claims=claims))
    both = replace(site, reports=(*site.reports, twin))
    ranges = [{(t.outcome, t.who): (t.range, len(t.uncounted)) for t in Findings(s).totals} for s in (site, both)]
    assert ranges[0] == ranges[1]


@given(sites_and_scopes())
def test_quantities_show_every_figure_once(drawn):
    """Side by side each figure of a group stands in one column, that of its origin's side; so does each denial."""
    site, slugs = drawn
    found = Findings(site)
    for scope in (found, *(found.report(slug) for slug in slugs)):
        assert isinstance(scope, (Findings, ReportFindings))
        for quantity in scope.quantities:
            cells = [(side, c, figures) for side, column in quantity.columns for c, figures in column]
            group = quantity.count
            expected = [use.key for part in group.counts for use in part.figures] + [use.key for use in group.uncounted]
            assert sorted(use.key for _, _, figures in cells for use in figures) == sorted(expected)
            assert all(side == c.side for side, c, _ in cells)
            assert {denial.key for denial in group.denials} <= {c.key for _, c, _ in cells}
