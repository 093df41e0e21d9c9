"""Do the files that filters work with, where events are many, hold all of them, and say what their claims come to?

``lists/2016.js`` has what the events of a year can be chosen and added up by, ``2016.rows.js`` the rows of its figures,
``2016.en.js`` the words of their lines: see ``theme/js/ledger.js``, which reads them.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Any

from .counted_again import OUTCOMES, UNITS, Recount
from .counted_tables import named
from .counts import read
from .faults import Fault
from .handed_out import HandedOut
from .page_reading import Shown
from .site import LANGUAGES, Site
from .words import agrees, meaning

FILE = re.compile(r"lists/([^./]+)(?:\.(rows|ar|en))?\.js")
_ALL = {named(outcome, unit, "all"): (outcome, unit) for outcome, unit in product(OUTCOMES, UNITS)}

#: What parts words of another direction in plain text.
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))

#: What tells the faults of the sources that are named in a line.
Origins = Callable[[str, Shown], Iterable[Fault]]


def years(site: Site) -> list[str]:
    """The years of which pages say that there are such files."""
    told = (json.loads(text) for page in site.pages.values() for _, id, text in page.data if id == "ledger-data")
    return sorted({year for data in told for year in data.get("years", ())})


def filter_files(site: Site, facts: HandedOut, recount: Recount, of_origins: Origins) -> Iterator[Fault]:
    """Everything in these files that is not as it should be, and what is missing in them."""
    there = {match[0] for name in site.files if (match := FILE.fullmatch(name))}
    wanted = {f"lists/{year}{end}.js" for year in years(site) for end in ("", ".rows", ".ar", ".en")}
    for name in sorted(wanted ^ there):
        why = "is not there, and the filters need it" if name in wanted else "is a file that no filter needs"
        yield Fault(name, why)
    files: dict[str, Any] = {name: site.script(name) for name in sorted(wanted & there)}
    unread = [name for name, told in files.items() if told is None]
    for name in unread:
        yield Fault(name, "does not hold what the filters work with")
    if wanted and wanted <= there and not unread:
        yield from _events(facts, recount, files)
        yield from _rows(site, files)
        for lang, year in product(LANGUAGES, years(site)):
            name = f"lists/{year}.{lang}.js"
            yield from _words(site, name, lang, files[name], files[f"lists/{year}.js"], recount, of_origins)


def _events(facts: HandedOut, recount: Recount, files: dict) -> Iterator[Fault]:
    """Every event and every figure of a time of its own is in one of them, with what it adds to totals."""
    own = {name: told for name, told in files.items() if name.count(".") == 1}
    found = Counter(event["key"] for told in own.values() for event in told["events"])
    for key in sorted({*facts.events} | {*found}):
        if found[key] != (key in facts.events):
            yield Fault("lists", f"have the event {key} {found[key]} times")
    figures = Counter(_figure(figure["key"]) for told in own.values() for figure in told["figures"])
    right = Counter(
        (f"{row['report']}/{row['claim']}", row["outcome"]) for row in facts.figures if row["scope"] == "cumulative"
    )
    for (claim, outcome), number in ((figures - right) + (right - figures)).items():
        yield Fault("lists", f"have {number} figures of {outcome} of {claim} too many or too few")
    for name, told in own.items():
        for event in told["events"]:
            for row, (outcome, unit) in _ALL.items():
                one = recount.range("site", event["key"], outcome, unit, "all")
                high = one.count.high if one and one.count and not one.count.words else None
                if event["sizes"].get(row) != high:
                    yield Fault(name, f"gives its filters another {row} of {event['key']} to sort by than {high}")


def _figure(key: str) -> tuple[str, str]:
    report, claim, _, outcome = key.split("/")
    return f"{report}/{claim}", outcome


def _rows(site: Site, files: dict) -> Iterator[Fault]:
    rows = [row for name, told in files.items() if name.endswith(".rows.js") for row in told]
    rows.sort(key=lambda row: row["n"])
    given = [tuple(next(csv.reader([row["line"]]))) for row in rows]
    if given != [tuple(row.values()) for row in site.table("casualties")]:
        yield Fault("lists", "give filters other rows than data/casualties.csv, or in another order")


def _words(
    site: Site, name: str, lang: str, told: dict, year: dict, recount: Recount, of_origins: Origins
) -> Iterator[Fault]:
    """Each line says of its event what it is called, how many people there were and who says so."""
    for kind in ("events", "figures"):
        if {*told[kind]} != {one["key"] for one in year[kind]}:
            yield Fault(name, f"has the words of other {kind} than the year")
    sources = {event["key"]: event["sources"] for event in year["events"]}
    for key, line in told["events"].items():
        page = site.pages.get(f"{lang}/events/{key}/index.html")
        if page and not page.broken and not page.title.translate(_ISOLATES).startswith(" ".join(line["title"].split())):
            yield Fault(name, f"calls {key} otherwise than its page")
        ranges = {row: recount.range("site", key, *quantity, "all") for row, quantity in _ALL.items()}
        said = {row: text for row, text, _ in line["numbers"]}
        for row in sorted({*said} | {row for row, one in ranges.items() if one}):
            one = ranges.get(row)
            if row not in said or one is None or not agrees(said[row], lang, meaning(one.count)):
                yield Fault(name, f"says “{said.get(row, '')}” as {row} of {key}, which is not what its claims come to")
        given = {"data-origins": str(sources.get(key, "")), "data-scope": "site"}
        given |= {"data-of": line["numbers"][0][0]} if line["numbers"] else {}
        yield from of_origins(name, Shown("origins", given, lang, event=key, words=line["notes"][1]))
    for key, line in told["figures"].items():
        yield from _of_figure(site, name, lang, key, line)


def _of_figure(site: Site, name: str, lang: str, key: str, line: dict) -> Iterator[Fault]:
    """The number of a figure is that of its row, and it leads to the words that say it."""
    claim, outcome = _figure(key)
    rows = (row for row in site.table("casualties") if f"{row['report']}/{row['claim']}" == claim)
    written = [row["written"] for row in rows if row["outcome"] == outcome and row["scope"] == "cumulative"]
    if line["claim"] != claim or not any(agrees(line["number"], lang, meaning(read(one))) for one in written):
        yield Fault(name, f"says “{line['number']}” {outcome} of {claim}, which no row of data/casualties.csv says")
    report, _, id = claim.partition("/")
    target = site.leads(line["words_at"], f"{lang}/casualties/index.html")
    goal = site.pages.get(target.file)
    ids, _ = goal.marks.get(target.fragment, ((), "")) if goal else ((), "")
    if target.file != f"{lang}/briefings/{report}/index.html" or (id not in ids and target.fragment != f"claim-{id}"):
        yield Fault(name, f"leads from “{line['number']}” of {claim} to {target.file}, where its words are not")
