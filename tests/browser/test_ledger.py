"""The filters of the ledger and of the timeline: what they show is what Python would choose and count.

The page is driven by its address, as a reader's shared link or the back button would, and read as it stands.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bilingual import Voices, load_voices
from briefings.exports.csv_text import csv_lines
from briefings.exports.totals import FORMAT as TOTALS
from briefings.exports.totals import total_rows
from briefings.page.figures import says_up_to
from briefings.page.ledger import figure_key, row_name
from findings import Filter, Findings, Selection, Total
from reports import read_site
from tests.browser.conftest import LANGUAGES, PHONE, Open
from tests.conftest import CONTENTS, PROJECT
from tests.helpers.filters import query_of, random_filters

pytestmark = [pytest.mark.browser, pytest.mark.slow]

#: The sites, and what each was made of: the last as if it had too many events for a page.
SITES = [*sorted(CONTENTS), "many"]
LEDGER, TIMELINE = "casualties/index.html", "timeline/index.html"
THEME = PROJECT / "themes" / "briefing"


@cache
def findings(site: str) -> Findings:
    return Findings(read_site(CONTENTS["golden" if site == "many" else site]))


@cache
def voices() -> Voices:
    return load_voices(THEME / "translations", THEME / "templates", code=[PROJECT / "plugins" / "briefings"])


# Reading the page


#: For each query: go there as the back button does, and tell what the page shows and hands out.
FOLLOW = """async (queries) => {
  // What would be handed out, without keeping it as a file: that takes longer than all the rest.
  const blobs = [];
  window.Blob = class { constructor(parts) { this.parts = parts; } text() { return this.parts.join(""); } };
  URL.createObjectURL = (blob) => { blobs.push(blob); return "#"; };
  HTMLAnchorElement.prototype.click = () => {};
  const seen = (element) => element.checkVisibility();
  const there = (element) => !element.closest("[hidden]");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)].filter(there);
  const flags = (element) => ["open", "approximate", "contested"].map((flag) => element.hasAttribute(`data-${flag}`));
  const total = (element) => ({
    name: element.dataset.total, scope: element.dataset.scope, text: element.textContent,
    low: element.dataset.low ?? null, high: element.dataset.high ?? null, flags: flags(element),
  });
  const part = (row, kind, within = "") => row.querySelector(`${within}[data-part=${kind}]`).textContent.trim();
  const found = [];
  for (const query of queries) {
    history.pushState(null, "", query ? `?${query}` : location.pathname);
    dispatchEvent(new PopStateEvent("popstate"));
    while (document.querySelector("[data-filters][aria-busy]")) await new Promise((done) => setTimeout(done, 2));
    const page = {
      query: location.search,
      events: all("section[data-section] li[data-event].index-line").filter(seen).map((row) => row.dataset.event),
      listed: all("li[data-event].index-line").filter((row) => !row.closest("section[data-section]") && seen(row)).map((row) => row.dataset.event),
      rows: all(".index-number [data-outcome]").map((row) => `${row.closest("li").dataset.event} ${row.dataset.outcome}`),
      figures: all("li[data-figure].index-line").filter(seen).map((row) => row.dataset.figure),
      apart: all("li[data-figure]").filter((item) => item.closest("[data-apart]")).map((item) => item.dataset.figure),
      key: all(".key-figure").map((box) => ({
        totals: all("[data-total]", box).map(total), behind: part(box, "behind"), uncounted: part(box, "uncounted", ".key-origins "),
        covers: part(box, "covers"),
      })),
      totals: all("tr[data-row]").filter(seen).map((row) => ({
        ...total(row.querySelector("[data-total]")),
        events: part(row, "events"), origins: part(row, "origins"), uncounted: part(row, "uncounted"),
        badge: part(row, "contested"),
        inside: all("details > ul", row).map((list) => ({
          heading: there(list.previousElementSibling),
          items: [...list.children].filter(there).map((item) => item.dataset.event ?? item.dataset.alone ?? item.dataset.figure),
        })),
        headings: all("details > .inside", row).length,
      })),
      apartWords: all("[data-apart] a[data-apart-count]").filter(seen).map((link) => link.textContent),
      status: document.querySelector("[data-status]").textContent,
      said: all("[data-said]").map((element) => element.textContent),
      sections: all("section[data-section]").map((section) => section.getAttribute("aria-labelledby")),
      links: [document.querySelector("[data-switch]"), document.querySelector("[data-keep-filter]")]
        .map((link) => new URL(link.href).search),
      files: {},
    };
    for (const kind of ["figures", "totals"]) {
      const button = document.querySelector(`[data-download=${kind}]`);
      if (!button || !there(button)) continue;
      button.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      while (!blobs.length) await new Promise((done) => setTimeout(done, 2));
      page.files[kind] = blobs.pop().text();
    }
    found.push(page);
  }
  return JSON.stringify(found);
}"""


def followed(page: Page, queries: list[str]) -> list[dict]:
    return json.loads(page.evaluate(FOLLOW, queries))


# Every filter, against Python


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("site", SITES)
def test_whatever_is_chosen_the_ledger_shows_what_python_counts(visitor: Open, site: str, lang: str) -> None:
    found = findings(site)
    tab = visitor(site, "http")
    table = _table(tab.page.request.get(f"{tab.root}/data/casualties.csv").body())
    page = tab.visit(f"{lang}/{LEDGER}")
    filters = random_filters(found, 250, seed=11 if lang == "ar" else 12)
    if site == "many":  # where nothing is chosen it has the newest events alone
        filters = [choice for choice in filters if choice != Filter()]
    assert len(filters) > 250
    for choice, shown in zip(filters, followed(page, [query_of(choice) for choice in filters]), strict=True):
        chosen = found.select(choice)
        told = f"{site} {lang} ?{query_of(choice)}"
        assert shown["query"].removeprefix("?") == query_of(choice)
        assert shown["links"] == [shown["query"]] * 2, told
        _hold_rows(found, chosen, choice, shown, lang, told)
        _hold_totals(chosen, choice, shown, lang, told)
        _hold_files(found, chosen, choice, shown, table, told)


def _table(content: bytes) -> list[str]:
    lines = content.decode().split("\r\n")
    assert lines.pop() == ""
    return [f"{line}\r\n" for line in lines]


def _hold_rows(found: Findings, chosen: Selection, choice: Filter, shown: dict, lang: str, told: str) -> None:
    figured = {*found.figures_by_event, *found.counts_by_event}
    events = [key for key in newest_first(chosen) if key in figured]
    assert shown["events"] == events, told
    numbers = [f"{event} {quantity.outcome}" for event, quantity in chosen.counts]
    assert Counter(shown["rows"]) == Counter(numbers), told
    cumulative = {figure_key(use) for use in chosen.cumulative}
    assert (len(shown["figures"]), set(shown["figures"])) == (len(cumulative), cumulative), told
    if len(found.cumulative) <= 4:
        assert set(shown["apart"]) == cumulative, told
    else:
        assert shown["apartWords"] == [_apart(cumulative, lang)] * bool(cumulative), told
    assert shown["status"] == _status(found, choice, events, cumulative, lang), told
    sections = [("totals", chosen.totals), ("figures", events), ("cumulative", cumulative)]
    assert shown["sections"] == [name for name, there in sections if there], told
    assert bool(shown["said"]) == (choice != Filter()), told


def newest_first(chosen: Selection) -> list[str]:
    """The events of a choice in the order of lists."""
    days = {entry.event.key: entry.event.event.when for entry in chosen.timeline}
    first = {key: when.earliest or when.latest or date.min for key, when in days.items()}
    return sorted(first, key=first.__getitem__, reverse=True)


def _status(found: Findings, choice: Filter, events: list[str], cumulative: set[str], lang: str) -> str:
    voice = voices()[lang]
    everything = len({*found.figures_by_event, *(event for event, _ in found.total_counts)})
    if not events and not cumulative:
        return voice.gettext("No events match.")
    if choice == Filter():
        said = voice.ngettext("%(num)s event with figures", "%(num)s events with figures", everything)
    else:
        chosen = "%(num)s of %(all)s events", "%(num)s of %(all)s events"
        said = voice.ngettext(*chosen, len(events), all=everything)
    return said + (voice.pgettext("list", "; ") + _apart(cumulative, lang) if cumulative else "")


def _apart(cumulative: set[str], lang: str) -> str:
    return voices()[lang].ngettext(
        "%(num)s figure covers a whole day or longer, and is in no total",
        "%(num)s figures cover a whole day or longer, and are in no total",
        len(cumulative),
    )


def _hold_totals(chosen: Selection, choice: Filter, shown: dict, lang: str, told: str) -> None:
    totals = {row_name(total.quantity, total.who): total for total in chosen.totals}
    assert [row["name"] for row in shown["totals"]] == list(totals), told
    boxed = [box["totals"][0]["name"] for box in shown["key"]]
    assert boxed == [name for name, total in totals.items() if total.who == "all"], told
    for row in shown["totals"]:
        total = totals[row["name"]]
        _hold_total(total, row, choice, lang, told)
        voice = voices()[lang]
        assert row["events"] == voice.number(len(total.counted)), told
        assert row["origins"] == voice.number(len(total.origins)), told
        assert row["uncounted"] == _uncounted(total, lang), told
        assert bool(row["badge"]) == bool(total.disputed), told
        counted = [event.event for event, _ in total.counted]
        worded = [event.event for event in total.words]
        uncounted = [event.event for event in total.uncounted]
        out_of_all = total.left_out if total.who == "all" else ()
        left_out = list({out.use.event: None for out in out_of_all if out.reason != "cumulative"})
        inside = [sorted(part) for part in (counted, worded, uncounted, left_out) if part]
        assert [sorted(part["items"]) for part in row["inside"]] == inside, told
        assert all(part["heading"] for part in row["inside"]), told
        assert row["headings"] == len(inside), told
    for box in shown["key"]:
        for row in box["totals"]:
            _hold_total(totals[row["name"]], row, choice, lang, told)
        total = totals[box["totals"][0]["name"]]
        assert box["behind"] == _behind(total, lang), told
        assert box["uncounted"] == _uncounted(total, lang), told
        events = voices()[lang].ngettext("in %(num)s event", "in %(num)s events", len(total.counted))
        assert box["covers"] == (events if total.range else ""), told
        rows = ((name, row) for name, row in totals.items() if row.quantity == total.quantity)
        parts = [name for name, row in rows if row.who not in ("all", "unknown")]
        assert [row["name"] for row in box["totals"][1:]] == parts, told


def _hold_total(total: Total, row: dict, choice: Filter, lang: str, told: str) -> None:
    voice, range = voices()[lang], total.range
    assert row["scope"] == ("site" if choice == Filter() else "filter"), told
    if range is None:
        words = {event.range(total.who).word for event in total.words}
        word = words.pop() if len(words) == 1 else None
        alone = voice.range(None, None, word=word) if word else voice.pgettext("number", "said in words only")
        assert row["text"] == (alone if total.words else voice.range(None, None)), told
        assert (row["low"], row["high"], row["flags"]) == (None, None, [False] * 3), told
    else:
        up_to = says_up_to(range)
        assert row["text"] == voice.range(range.low, range.high, range.open, range.approximate, up_to=up_to), told
        assert (row["low"], row["high"]) == (str(range.low), str(range.high)), told
        assert row["flags"] == [range.open, range.approximate, range.contested], told


def _uncounted(total: Total, lang: str) -> str:
    """What stands beside a total: the words that could not be added, and the events without a number."""
    voice, said = voices()[lang], []
    words = [event.range(total.who).word for event in total.words] if total.range else []
    for word in dict.fromkeys(words):
        events = words.count(word)
        if word is None:
            wordy = "and in %(num)s event only words were said", "and in %(num)s events only words were said"
            said.append(voice.ngettext(*wordy, events))
        else:
            spoken = voice.range(None, None, word=word)
            beside = "and %(word)s in %(num)s event", "and %(word)s in each of %(num)s events"
            said.append(voice.ngettext(*beside, events, word=spoken))
    if total.uncounted and (total.range or total.words):
        missing = "and in %(num)s event a number was not given", "and in %(num)s events a number was not given"
        said.append(voice.ngettext(*missing, len(total.uncounted)))
    return " ".join(said)


def _behind(total: Total, lang: str) -> str:
    if total.range is None:
        return voices()[lang].gettext("said in words only" if total.words else "reported, number not given")
    return voices()[lang].ngettext("%(num)s separate source", "%(num)s separate sources", len(total.origins))


def _hold_files(found: Findings, chosen: Selection, choice: Filter, shown: dict, table: list[str], told: str) -> None:
    taken = {use.key for use in chosen.figures}
    lines = [line for use, line in zip(found.figures, table[1:], strict=True) if use.key in taken]
    assert shown["files"]["figures"] == "".join([table[0], *lines]), told
    query = query_of(choice)
    rows = total_rows("filter" if query else "site", query, chosen.totals)
    assert shown["files"]["totals"] == "".join(csv_lines(TOTALS.column_names, rows)), told


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("site", SITES)
def test_whatever_is_chosen_the_timeline_shows_its_events(visitor: Open, site: str, lang: str) -> None:
    found = findings(site)
    page = visitor(site).visit(f"{lang}/{TIMELINE}")
    filters = random_filters(found, 250, seed=13)
    if site == "many":
        filters = [choice for choice in filters if choice != Filter()]
    for choice, shown in zip(filters, followed(page, [query_of(choice) for choice in filters]), strict=True):
        keys = newest_first(found.select(choice))
        assert (shown["listed"] or shown["events"]) == keys, choice
        assert shown["links"] == [shown["query"]] * 2
        if choice != Filter() and keys:
            said = voices()[lang].ngettext(
                "%(num)s of %(all)s events",
                "%(num)s of %(all)s events",
                len(keys),
                all=len(found.timeline),
            )
            assert shown["status"] == said


# The words of numbers, whatever they are


#: Runs the script again on made-up counts of one event, and tells what the total of all killed is then called.
SPEAK = """([script, samples]) => samples.map(([low, high, open, approximate, origins, events]) => {
  const holder = document.getElementById("ledger-data");
  const data = JSON.parse(holder.textContent);
  const count = (n) => ({ low: n ? 0 : low, high: n ? 0 : high, open, approximate, origins: n ? [] : origins });
  const event = { place: [], party: [], type: [], grade: [], outcome: ["killed"], first: null, last: null };
  data.events = [...Array(events).keys()].map((n) => (
    { ...event, key: `made-up-${n}`, within: [], counts: { "killed/all": n ? null : count(n) } }
  ));
  holder.textContent = JSON.stringify(data);
  new Function(script)();
  const row = document.getElementById("total-killed-all");
  return [
    row.querySelector("[data-total]").textContent,
    document.querySelector("[data-part=behind][data-of='killed/all']").textContent,
    row.querySelector("[data-part=uncounted]").textContent,
  ];
})"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_script_speaks_numbers_as_the_page_does(visitor: Open, lang: str) -> None:
    voice = voices()[lang]
    page = visitor(bypass_csp=True).visit(f"{lang}/{LEDGER}")  # the script is made of text here
    numbers = [0, 1, 2, 3, 7, 10, 11, 99, 100, 101, 103, 111, 999, 1000, 1234, 12345, 1234567]
    samples = [
        [low, high, open, approximate, list(range((low + high) % 121)), 1 + high % 117]
        for low in numbers
        for high in numbers
        if low <= high
        for open in (False, True)
        for approximate in (False, True)
    ]
    script = (THEME / "static" / "js" / "ledger.js").read_text("utf-8")
    said = page.evaluate(SPEAK, [script, samples])
    for (low, high, open, approximate, origins, events), (total, behind, uncounted) in zip(samples, said, strict=True):
        assert total == voice.range(low, high, open, approximate)
        assert behind == voice.ngettext("%(num)s separate source", "%(num)s separate sources", len(origins))
        more = "and in %(num)s event a number was not given", "and in %(num)s events a number was not given"
        assert uncounted.strip() == (voice.ngettext(*more, events - 1) if events > 1 else "")


# What a reader does


@pytest.mark.parametrize("way", ["file", "http"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_choice_in_the_form_is_in_the_address_and_goes_along(visitor: Open, lang: str, way: str) -> None:
    tab = visitor("golden", way)
    page = tab.visit(f"{lang}/{LEDGER}")
    page.select_option("#filter-place", "marzuba")
    page.select_option("#filter-outcome", "killed")
    page.fill("#filter-from", "2031-03-01")
    page.locator("#filter-from").dispatch_event("change")
    query = "?place=marzuba&outcome=killed&from=2031-03-01"
    assert page.evaluate("location.search") == query
    chosen = findings("golden").select(Filter(place="marzuba", outcome="killed", start=date(2031, 3, 1)))
    events = newest_first(chosen)
    assert _visible(page, EVENTS) == events != []
    page.locator("[data-switch]").click()
    page.wait_for_url(f"**/{'en' if lang == 'ar' else 'ar'}/{LEDGER}{query}")
    assert _visible(page, EVENTS) == events
    assert page.input_value("#filter-place") == "marzuba"
    assert page.input_value("#filter-from") == "2031-03-01"
    page.locator("[data-keep-filter]").click()
    page.wait_for_url(f"**/{TIMELINE}{query}")
    assert _visible(page, EVENTS) == events
    page.go_back()
    page.wait_for_url(f"**/{LEDGER}{query}")
    assert _visible(page, EVENTS) == events


#: The events of the ledger and of the timeline.
EVENTS = "li[data-event].index-line"


def _visible(page: Page, selector: str) -> list[str]:
    return page.locator(selector).evaluate_all(
        "(all) => all.filter((one) => one.checkVisibility()).map((one) => one.dataset.event)"
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_is_shown_again_at_a_click(visitor: Open, lang: str) -> None:
    page = visitor().visit(f"{lang}/{LEDGER}?type=aid&grade=weak#totals")
    before = _visible(page, EVENTS)
    page.locator("[data-reset]").click()
    assert page.evaluate("location.search + location.hash") == "#totals"
    assert len(_visible(page, EVENTS)) > len(before)
    expect(page.locator("[data-reset]")).to_be_hidden()
    expect(page.locator("[data-said]").first).to_be_hidden()
    assert page.evaluate("document.activeElement.name") == "place"
    assert page.input_value("#filter-type") == ""


def test_the_back_button_goes_back_to_the_choice_before(visitor: Open) -> None:
    page = visitor().visit(f"en/{LEDGER}?place=qandara")
    events = _visible(page, EVENTS)
    page.select_option("#filter-place", "marzuba")
    assert _visible(page, EVENTS) != events
    page.select_option("#filter-sort", "number")
    page.go_back()
    page.wait_for_url("**?place=marzuba")
    page.go_back()
    page.wait_for_url("**?place=qandara")
    assert _visible(page, EVENTS) == events
    assert page.input_value("#filter-place") == "qandara"


@pytest.mark.parametrize(
    "query",
    [
        "place=nowhere",
        "party=marzuba",
        "type=air",
        "outcome=dead",
        "grade=sure",
        "from=2031-02-30",
        "from=yesterday",
        "to=2031-3-4",
        "place=marzuba&place=qandara",
        "place=marzuba&grade=%3Cb%3E",
        "place=%20",
        "place=constructor",
    ],
)
@pytest.mark.parametrize("path", [LEDGER, TIMELINE])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_site_does_not_know_chooses_nothing(visitor: Open, lang: str, path: str, query: str) -> None:
    page = visitor().visit(f"{lang}/{path}?{query}")
    (shown,) = followed(page, [query])
    for part in ("events", "listed", "rows", "figures", "totals", "key", "files", "sections", "apart"):
        assert not shown[part], part
    name = query.partition("=")[0] if "grade" not in query else "grade"
    label = page.locator(f"label[for=filter-{name}]").inner_text()
    said = voices()[lang].gettext(
        "We do not have what the address asks for (%(what)s), so nothing is shown.", what=label
    )
    assert shown["status"] == said
    assert set(shown["said"]) == {said}
    assert shown["links"] == [f"?{query}"] * 2


@pytest.mark.parametrize("query", ["", "?place=", "?utm_source=somewhere", "?place=&from="])
def test_what_is_no_filter_changes_nothing(visitor: Open, query: str) -> None:
    page = visitor().visit(f"en/{LEDGER}{query}")
    assert len(_visible(page, EVENTS)) == page.locator(EVENTS).count()
    assert page.locator("[data-total]").first.get_attribute("data-scope") == "site"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_table_is_handed_out_under_a_name_that_says_what_it_is(visitor: Open, lang: str, tmp_path: Path) -> None:
    tab = visitor("golden", "http")
    page = tab.visit(f"{lang}/{LEDGER}?place=marzuba&to=2031-03-31")
    whole = _table(page.request.get(f"{tab.root}/data/casualties.csv").body())
    for kind, name in (("figures", "casualties"), ("totals", "totals")):
        with page.expect_download() as waiting:
            page.locator(f"[data-download={kind}]").click()
        assert waiting.value.suggested_filename == f"{name}-place-marzuba-to-2031-03-31.csv"
        waiting.value.save_as(tmp_path / kind)
    lines = _table((tmp_path / "figures").read_bytes())
    assert lines == [line for line in whole if line in lines]
    assert 1 < len(lines) < len(whole)
    scope = "filter,place=marzuba&to=2031-03-31,"
    totals = _table((tmp_path / "totals").read_bytes())
    assert totals[0] == f"{','.join(TOTALS.column_names)}\r\n"
    assert len(totals) > 1
    assert all(line.startswith(scope) for line in totals[1:])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", [LEDGER, TIMELINE])
def test_without_scripts_everything_is_there_and_no_dead_form(visitor: Open, path: str, lang: str) -> None:
    tab = visitor(java_script_enabled=False)
    page = tab.page
    page.goto(f"{tab.root}/{lang}/{path}?place=marzuba")
    rows = page.locator(EVENTS)
    assert rows.count() >= 5
    for row in rows.all():
        expect(row).to_be_visible()
    expect(page.locator("[data-filters]")).to_be_hidden()
    expect(page.locator("[data-said]").first).to_be_hidden()
    ways = page.locator("[data-unfiltered] a")
    assert ways.count() == 3
    for way in ways.all():
        expect(way).to_be_visible()
    ways.first.click()
    page.wait_for_url(f"**/{lang}/places/index.html")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_paper_has_no_form_and_says_what_is_chosen(visitor: Open, lang: str) -> None:
    page = visitor().visit(f"{lang}/{LEDGER}?place=marzuba&from=2031-03-01")
    page.emulate_media(media="print")
    expect(page.locator("[data-filters]")).to_be_hidden()
    said = page.locator("[data-said]").first
    expect(said).to_be_visible()
    voice, found = voices()[lang], findings("golden")
    assert found.index.registry.places["marzuba"].name[lang] in said.inner_text()
    assert {"ar": "1 آذار 2031", "en": "1 March 2031"}[lang] in said.inner_text()
    assert f"{voice.gettext('Place').lower()}: " in said.inner_text()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_form_shows_what_contains_what(visitor: Open, lang: str) -> None:
    page = visitor().visit(f"{lang}/{LEDGER}")
    options = page.locator("#filter-place option").evaluate_all("(all) => all.map((one) => [one.value, one.text])")
    registry = findings("golden").index.registry
    traits = [*findings("golden").traits.values(), *findings("golden").figure_traits.values()]
    assert {value for value, _ in options[1:]} == set().union(*(one.places for one in traits))
    above: list[str] = []
    for value, text in options[1:]:
        depth = len(text) - len(text.lstrip("\N{EM SPACE}"))
        assert text.lstrip() == registry.places[value].name[lang]
        del above[depth:]
        assert registry.around(value)[1:] == above[::-1], "each stands below what contains it"
        above.append(value)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_form_fits_a_phone_and_can_be_used_with_keys(visitor: Open, lang: str) -> None:
    page = visitor(viewport=PHONE).visit(f"{lang}/{LEDGER}?place=marzuba")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator("#filter-place").focus()
    for name in ("party", "type", "outcome", "grade", "from"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") == name
    for control in page.locator("[data-filters] select, [data-filters] input, [data-filters] button").all():
        box = control.bounding_box()
        assert box, control
        assert box["height"] >= 24
    assert page.locator("[role=status]").get_attribute("aria-live") == "polite"


@pytest.mark.parametrize("path", [LEDGER, TIMELINE])
def test_the_data_of_the_script_is_data_and_nothing_is_in_line(visitor: Open, path: str) -> None:
    page = visitor().visit(f"ar/{path}")
    text = page.locator("#ledger-data").text_content() or ""
    assert not {"<", ">", "&", "\u2028", "\u2029"} & {*text}
    assert json.loads(text)["events"]
    assert page.locator("[data-filters] [style], [data-filters] [onclick]").count() == 0
