"""Whatever is claimed is counted by the rules, and the count keeps their promises."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from findings import EventCount, Findings, GroupCount, Quantity, Range, Scope
from findings.group_counts import ALL
from findings.ranges import added, range_of_counts
from findings.scope_figures import reason_left_out, superseded
from findings.scopes import DossierFindings
from inspection.counted_again import ROWS, Recount
from inspection.counts import Count
from reports.figure_notation import FIRM
from reports.model import OUTCOMES, UNITS, Casualties, Dossier, PublicReport, Reference, Site
from reports.model import WORDS as INCLUDED
from reports.voices import is_later
from tests.helpers.records import claim, entry, source
from tests.property.recount import Told
from tests.property.strategies import sites, sites_and_scopes, with_claims


def dossier_of(found: Findings, slugs: Iterable[str]) -> DossierFindings:
    return DossierFindings(found.index, Dossier("d", {}), tuple(slugs))


def scopes_of(site: Site | Findings, slugs: Iterable[str] | None = None) -> dict[str, Scope]:
    """The whole site, each report, and a dossier of all reports or of some."""
    found = Findings(site) if isinstance(site, Site) else site
    site = found.site
    reports = {report.slug: found.report(report.slug) for report in site.reports}
    return {"site": found, "dossier:d": dossier_of(found, reports if slugs is None else slugs), **reports}


def rows_of(counts: Iterable[EventCount]) -> Iterator[tuple[tuple[str, Quantity, str], GroupCount]]:
    """Every row of every event, with its name."""
    for counted in counts:
        for row, group in counted.rows.items():
            yield (counted.event, counted.quantity, row), group


def groups_of(counts: Iterable[EventCount]) -> list[GroupCount]:
    """Every row, and every group that one is made of."""
    found, pending = [], [group for _, group in rows_of(counts)]
    while pending:
        group = pending.pop()
        found.append(group)
        pending += [*group.events, *(group.sum.parts if group.sum else ())]
    return found


def numbers(site: Site | Findings) -> dict[str, object]:
    """All that is counted of a site, by scope, without the order in which accounts and figures are listed."""
    return {
        name: (
            {
                key: (group.range, {origin.key for origin in group.origins}, len(group.accounts))
                for key, group in rows_of(scope.counts.values())
            },
            {
                (one.quantity, one.who): (one.range, len(one.counted), len(one.words), len(one.uncounted), one.origins)
                for one in scope.totals
            },
            Counter((out.use.claim.key, out.use.outcome, str(out.use.figure), out.reason) for out in scope.left_out),
        )
        for name, scope in scopes_of(site).items()
    }


def ranges(site: Site) -> dict[tuple[str, Quantity, str], Range | None]:
    """The range of every row of every event, site-wide."""
    return {key: group.range for key, group in rows_of(Findings(site).counts.values())}


def with_entries(site: Site, change: Callable[[Casualties], list[Casualties]]) -> Site:
    """The site with other entries of casualties: ``change`` gives those that stand for one."""
    return with_claims(
        site,
        lambda report: [
            replace(one, casualties=tuple(e for old in one.casualties for e in change(old)))
            for one in report.record.claims.values()
        ],
    )


# What changes no number


@given(sites(), st.data())
def test_what_was_counted_before_a_change_holds_where_nothing_changed(site: Site, data: st.DataObject) -> None:
    """Claims go and come back, report by report, as somebody edits them: what is kept of the counts before comes to the
    same as counting all of it, accounts in the same order."""

    def listed(found: Findings) -> list[object]:
        return [
            (key, [one.claim.key for one in group.every_count], [one.count.claim.key for one in group.every_superseded])
            for scope in scopes_of(found).values()
            for key, group in rows_of(scope.counts.values())
        ]

    found, reports = Findings(site), {report.slug: report for report in site.reports}
    numbers(found)
    for _ in range(2):
        whole = data.draw(st.sampled_from(site.reports))
        kept = data.draw(st.sets(st.sampled_from(sorted(whole.record.claims) or [""])))
        claims = {id: one for id, one in whole.record.claims.items() if id in kept}
        reports[whole.slug] = replace(whole, record=replace(whole.record, claims=claims))
        edited = replace(site, reports=tuple(reports.values()))
        found = Findings(edited, found)
        assert numbers(found) == numbers(edited)
        assert listed(found) == listed(Findings(edited))


@pytest.mark.slow
@given(sites(), st.randoms())
def test_order_changes_no_number(site: Site, random) -> None:
    """However reports, events, claims, entries, outcomes and lists stand, the numbers are the same."""

    def shuffled(items) -> tuple:
        items = list(items)
        random.shuffle(items)
        return tuple(items)

    def anew(report: PublicReport) -> PublicReport:
        claims = [
            replace(
                one,
                by=shuffled(one.by),
                documents=shuffled(one.documents),
                casualties=shuffled(
                    replace(e, figures=shuffled(e.figures), of=shuffled(e.of), including=shuffled(e.including))
                    for e in one.casualties
                ),
            )
            for one in shuffled(report.record.claims.values())
        ]
        events = {one.id: one for one in shuffled(report.record.events.values())}
        return replace(report, record=replace(report.record, events=events, claims={one.id: one for one in claims}))

    assert numbers(replace(site, reports=tuple(map(anew, shuffled(site.reports))))) == numbers(site)


@given(sites(), st.lists(st.sampled_from(["agency", "radio", "army"]), unique=True))
def test_relays_change_no_number(site: Site, via: list[str]) -> None:
    """Who passed a claim on is no origin: with other relays, or none, every number is the same."""
    steps = tuple((one,) for one in via)
    relayed = with_claims(site, lambda report: [replace(one, via=steps) for one in report.record.claims.values()])
    assert numbers(relayed) == numbers(site)


@given(sites())
def test_words_of_some_of_them_change_no_other_row(site: Site) -> None:
    """How many children were among those counted is never added to them: without that, every other row is the same."""
    fewer = with_entries(
        site, lambda e: [replace(e, including=tuple(part for part in e.including if part.group not in INCLUDED))]
    )
    assert ranges(fewer) == {key: range for key, range in ranges(site).items() if key[2] not in INCLUDED}


@given(sites())
def test_cumulative_figures_change_no_range(site: Site) -> None:
    assert ranges(with_entries(site, lambda e: [e] if e.scope == "incident" else [])) == ranges(site)


@given(sites(), st.data())
def test_people_whom_nobody_counted_change_no_low_and_no_high(site: Site, data: st.DataObject) -> None:
    """One more claim of ``some`` people, of whom nothing else is said, gives no number and takes none away."""
    report = data.draw(st.sampled_from(site.reports))
    about = data.draw(st.sampled_from([*report.record.events]))
    some = claim("some", entry(killed="some", injured="some"), about=about)
    more = with_claims(site, lambda r: [*r.record.claims.values(), *([some] if r is report else [])])

    before, after = ({key: (r.low, r.high) for key, r in ranges(one).items() if r} for one in (site, more))
    assert after == before


@given(sites())
def test_a_twin_told_through_same_as_is_not_counted_twice(site: Site) -> None:
    """A report copied whole, its events the ``same-as`` of the first's, changes no range of the site.

    What updates or denies a claim of the first does so with its twin.
    """
    first = site.reports[0]
    own = first.slug

    def both(keys: tuple[Reference, ...]) -> tuple[Reference, ...]:
        return (*keys, *(("z", id) for slug, id in keys if slug == own))

    told = with_claims(
        site,
        lambda report: [
            replace(one, denies=both(one.denies), updates=both(one.updates)) for one in report.record.claims.values()
        ],
    )
    record = told.reports[0].record
    events = {
        id: replace(e, same_as=e.same_as or (own, id), types=(), when=None, grade=None)
        for id, e in record.events.items()
    }
    twin = replace(first, slug="z", record=replace(record, events=events))
    twice = replace(told, reports=(*told.reports, twin))
    assert ranges(twice) == ranges(site)


# What one more account can do


def with_account(site: Site, slug: str, event: str, quantity: Quantity, **fields) -> Site:
    """The site with one more claim of the report, by somebody who says nothing else. ``fields`` are its entry's."""
    newcomer = source("newcomer", "witness")
    registry = replace(site.registry, sources={**site.registry.sources, "newcomer": newcomer})
    figure = {quantity.outcome: fields.pop("figure")}
    one = claim("newcomer", entry(unit=quantity.unit, **figure, **fields), about=event, by="newcomer")
    more = with_claims(site, lambda report: [*report.record.claims.values(), *([one] if report.slug == slug else [])])
    return replace(more, registry=registry)


def groups_named(found: Findings) -> list[tuple[tuple[str, Quantity, str], GroupCount, dict[str, str]]]:
    """The rows of groups that an entry can count, with what such an entry says of whom."""
    rows = []
    for key, group in rows_of(found.counts.values()):
        who, _, side = key[2].partition(":")
        if side:
            actors = [id for id in ("army", "front", "tribe", "guards") if found.index.registry.actors[id]]
            named = [id for id in actors if side in (id, found.index.registry.actors[id].side)]
            rows += [(key, group, {"who": who, "of": named[0]})] if named else []
        elif who in ("civilians", "combatants"):
            rows.append((key, group, {"who": who}))
        elif who == ALL:
            rows.append((key, group, {}))
    return rows


@given(sites(), st.data())
def test_an_account_that_lies_within_a_range_never_widens_it(site: Site, data: st.DataObject) -> None:
    """Somebody else's number for the same people, between low and high, leaves the range as it is or narrows it."""
    found = Findings(site)
    rows = [row for row in groups_named(found) if row[1].range]
    assume(rows)
    (event, quantity, row), group, whom = data.draw(st.sampled_from(rows))
    slug, id = found.index.events[event].tellings[0]
    number = data.draw(st.integers(group.range.low, group.range.high))
    more = Findings(with_account(site, slug, id, quantity, figure=str(number), **whom))
    after = more.counts[event, quantity].rows[row].range
    assert after is not None
    assert group.range.low <= after.low <= after.high <= group.range.high
    assert group.range.open or not after.open


@given(sites())
def test_who_counts_a_part_never_lowers_the_whole(site: Site) -> None:
    """Of those who count a group wholly, the low and the high are never lowered by who counts a part of it; and where
    one of their numbers is firm, only the high is raised."""
    for scope in scopes_of(site).values():
        for group in groups_of(scope.counts.values()):
            wholes = [count.range for count in group.counts if count.whole and count.range]
            whole = range_of_counts(wholes)
            if whole is None:
                continue
            assert group.range is not None
            assert group.range.low >= whole.low
            assert group.range.high >= whole.high
            if whole.certainty == FIRM:
                assert group.range.low == whole.low


# Nothing is counted twice, and nothing is lost


@given(sites(shared=False))
def test_a_dossiers_total_is_that_of_its_reports_where_they_share_no_event(site: Site) -> None:
    found = Findings(site)
    together: dict[tuple[Quantity, str], list[tuple[Range | None, int, int, int]]] = {}
    for report in site.reports:
        for one in found.report(report.slug).totals:
            told = (one.range, len(one.counted), len(one.words), len(one.uncounted))
            together.setdefault((one.quantity, one.who), []).append(told)
    totals = dossier_of(found, (report.slug for report in site.reports)).totals
    assert {(one.quantity, one.who) for one in totals} == set(together)
    for one in totals:
        ranges, *sums = zip(*together[one.quantity, one.who], strict=True)
        added_up = added(range for range in ranges if range)
        assert one.range == (added_up and replace(added_up, word=one.range and one.range.word))
        assert (len(one.counted), len(one.words), len(one.uncounted)) == tuple(map(sum, sums))


@given(sites_and_scopes())
def test_nothing_is_counted_twice(drawn: tuple[Site, tuple[str, ...]]) -> None:
    """A group has each claim once, a total no event beside one that it is part of."""
    site, slugs = drawn
    found = Findings(site)
    for scope in (found, dossier_of(found, slugs)):
        for group in groups_of(scope.counts.values()):
            keys = [count.claim.key for count in group.counts]
            assert len(set(keys)) == len(keys)
            pieces = [piece for count in group.counts for piece in count.account.pieces(group.group)]
            assert len({id(piece) for piece in pieces}) == len(pieces)
            assert sum(piece.figure is piece.use.figure for piece in pieces) <= len({piece.use.key for piece in pieces})
        for total in scope.totals:
            events = [event.event for event, _ in total.counted]
            assert len(set(events)) == len(events)
            for event in events:
                above = found.index.parents.get(event)
                while above:
                    assert above not in events
                    above = found.index.parents.get(above)


@given(sites_and_scopes())
def test_each_figure_is_counted_or_left_out_with_a_reason(drawn: tuple[Site, tuple[str, ...]]) -> None:
    """Every figure of a scope is in a total of everybody, or beside it, and never both."""
    site, slugs = drawn
    found = Findings(site)
    for scope in (found, dossier_of(found, slugs), *(found.report(slug) for slug in slugs)):
        for total in scope.totals:
            if total.who != ALL:
                continue
            events = [*(event for event, _ in total.counted), *total.words, *total.uncounted]
            counted = {
                piece.use.key
                for event in events
                for count in event.all.every_count
                for piece in count.account.pieces(count.group)
                if piece.figure.counted
            }
            left_out = [out.use.key for out in total.left_out]
            assert len(set(left_out)) == len(left_out)
            assert not counted & {*left_out}
            quantity = total.quantity
            assert counted | {*left_out} == {
                use.key for use in scope.figures if Quantity(use.outcome, use.casualties.unit) == quantity
            }


# Ranges


@given(sites())
def test_a_range_runs_from_its_low_to_its_high(site: Site) -> None:
    """Of every group of every scope; there is one where somebody counted, and it holds what is counted wholly."""
    for scope in scopes_of(site).values():
        for group in groups_of(scope.counts.values()):
            firm = [count.range for count in group.counts if count.whole and count.range]
            if group.range:
                assert 0 <= group.range.low <= group.range.high
                assert group.accounts
            assert all(group.range and one.high <= group.range.high for one in firm)
            assert bool(group.range) == bool(group.accounts)
        for total in scope.totals:
            assert (total.range is None) == (not total.counted)
            assert total.counted or total.words or total.uncounted
            if total.range:
                assert total.range.low == sum(range.low for _, range in total.counted)
                assert total.range.high == sum(range.high for _, range in total.counted)


@given(sites())
def test_what_is_superseded_is_replaced_by_a_claim_that_stands_later(site: Site) -> None:
    """A claim that replaces another updates it, or says when it was made; and it has a number for the same people."""
    found = Findings(site)
    for key, by in {**superseded(found.counts), **found.superseded}.items():
        old = found.index.claims[key[0]]
        assert by.key != old.key
        if by.key not in found.index.updaters.get(old.key, ()):
            assert by.origin_keys == old.origin_keys
            records = {report.slug: report.record for report in site.reports}
            assert is_later(records[by.report], by.claim, records[old.report], old.claim)


# Held against the inspection's count, which shares nothing with this one


def bounds(range: Range | Count | None) -> tuple[int, int, bool, bool] | None:
    return (range.low, range.high, range.open, range.approximate) if range else None


@given(sites_and_scopes())
def test_events_are_counted_as_the_inspection_counts_them(drawn: tuple[Site, tuple[str, ...]]) -> None:
    """Every row of every event in every scope, with its flags, origins and number of accounts; and no other row."""
    site, slugs = drawn
    recount = Recount(Told(site, slugs))
    for name, scope in scopes_of(site, slugs).items():
        counts = {
            key: (
                bounds(group.range),
                bool(group.range and group.range.contested),
                {origin.key for origin in group.origins},
                len(group.accounts),
            )
            for key, group in rows_of(scope.counts.values())
        }
        again = {
            (event, Quantity(outcome, unit), row): (bounds(one.count), one.contested, one.origins, len(one.accounts))
            for event, outcome, unit in product(scope.event_keys, OUTCOMES, UNITS)
            for row, one in recount.rows(name, event, outcome, unit).items()
        }
        assert counts == again


@given(sites_and_scopes())
def test_totals_are_those_that_the_inspection_counts(drawn: tuple[Site, tuple[str, ...]]) -> None:
    """Every row that there is, with its range, its events and its origins; and no other row."""
    site, slugs = drawn
    recount = Recount(Told(site, slugs))
    for name, scope in scopes_of(site, slugs).items():
        totals = {
            (one.quantity, one.who): (
                bounds(one.range),
                bool(one.range and one.range.contested),
                {event.event for event, _ in one.counted},
                {event.event for event in one.words},
                {event.event for event in one.uncounted},
                one.origins,
            )
            for one in scope.totals
        }
        again = {
            (Quantity(outcome, unit), row): (
                bounds(total.count),
                total.contested,
                {*total.ranges},
                {*total.word_events},
                {*total.uncounted_events},
                total.origins,
            )
            for outcome, unit, row in product(OUTCOMES, UNITS, ROWS)
            if (total := recount.total(name, outcome, unit, row))
        }
        assert totals == again


@given(sites())
def test_figures_are_in_the_state_that_the_inspection_finds(site: Site) -> None:
    """Superseded, site-wide in the row of everybody, or not."""
    told, found = Told(site), Findings(site)
    recount = Recount(told)
    for use in found.figures:
        (entry,) = (one for one in told.claims[use.claim.key].entries if (one.id, one.outcome) == use.key[1:])
        again = recount.state(use.claim.key, entry)
        assert (again == "superseded") == (reason_left_out(found.index, use) is None and use.key in found.superseded)
