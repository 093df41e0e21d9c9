"""What the site hands out under ``data/``: the files and columns of the report format, every value of its kind, and
nothing but what the content says."""

from __future__ import annotations

import csv
import datetime
import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable

import pytest

from tests.site.built_site import BuiltSite
from tests.site.spoken import Meant, tabled

COLUMNS = {
    "claims": (
        "report claim by identified via stance denies denies_what updates as_of quote events documents origin_side text_ar "
        "text_en"
    ),
    "casualties": (
        "report claim event outcome unit who of part written low high open approximate including scope period where blames "
        "by via state"
    ),
    "ranges": "event outcome unit who low high open approximate contested origins accounts",
    "totals": (
        "scope_kind scope_id outcome unit who low high open approximate contested uncounted_events word_events events "
        "origins"
    ),
    "events": (
        "event code former reports type when earliest latest date_prec places lat lon accuracy where_prec actors target "
        "attacks grade provisional part_of origins title_ar title_en"
    ),
    "documents": "report document publisher title lang url archive published retrieved sha256 claims",
    "sources": "id kind name_ar name_en part_of speaks_for claims reports",
    "links": "where what url",
}
SCHEMAS = [f"schema/{name}.schema.json" for name in "site places actors sources record dossier".split()]
OTHERS = ("casualties.hxl.csv", "events.geojson", "datapackage.json", *SCHEMAS)
OUTCOMES = "killed injured killed-or-injured died missing abducted detained displaced".split()
EVENT_TYPES = (
    "armed-clash air-strike drone-strike shelling missile-strike bombing mine chemical-weapon shooting "
    "attack-on-civilians execution torture abduction sexual-violence siege territory-changes-hands ceasefire agreement "
    "agreement-ends evacuation displacement aid arrest looting destruction protest diplomacy statement other"
).split()
TARGETS = (
    "housing market school university hospital ambulance place-of-worship camp aid-convoy media water power fuel bakery "
    "farmland road vehicle checkpoint military government cultural other"
).split()
SOURCE_KINDS = (
    "news-agency newspaper broadcaster news-site state-media government military police local-authority un igo ngo "
    "monitor civil-defence medical activists party-to-conflict witness expert social-media person state-forces "
    "rebel-group political-militia identity-militia external-forces tribe civilians unidentified other"
).split()
INCLUDED = "children women men girls boys elderly medics journalists aid-workers rescuers teachers students".split()

Kind = Callable[[str], object]


def _one_of(words: list[str]) -> Kind:
    return lambda value: value in words


def _like(pattern: str) -> Kind:
    return lambda value: re.fullmatch(pattern, value)


def _listed(kind: Kind) -> Kind:
    return lambda value: value == "" or all(kind(item) for item in value.split(";"))


def _or_unknown(kind: Kind) -> Kind:
    return lambda value: value == "" or kind(value)


def _day(value: str) -> bool:
    return datetime.date.fromisoformat(value).isoformat() == value


_ID = r"[a-z][a-z0-9-]*"
_SLUG = r"[a-z0-9][a-z0-9-]*"
_FIGURE = r"~?\d+\+?|\d+-\d+|\.\.\d+|tens|dozens|hundreds|thousands|some"
_MOMENT = r"(?:\d{4}|\d{3}X|\d{2}XX)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?[?~%]?"
_EDTF = (
    rf"{_MOMENT}|(?:{_MOMENT}|\.\.|)/(?:{_MOMENT}|\.\.|)|\d{{4}}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d(?::\d\d)?)?"
)
id_, slug, words, number = _like(_ID), _like(_SLUG), _like(r"\S(?:.*\S)?"), _like(r"0|[1-9]\d*")
key, truth, figure, edtf = _like(f"{_SLUG}/{_ID}"), _one_of(["true", "false"]), _like(_FIGURE), _like(_EDTF)
degrees = _like(r"-?\d{1,3}(?:\.\d+)?")

KINDS: dict[str, dict[str, Kind]] = {
    "claims": {
        "report": slug,
        "claim": id_,
        "by": _listed(id_),
        "identified": _one_of("named role unnamed institution unattributed".split()),
        "via": _listed(_like(rf"{_ID}(?:\|{_ID})*")),
        "stance": _one_of("asserts denies concedes accuses urges claims-responsibility".split()),
        "denies": _listed(key),
        "denies_what": _or_unknown(_one_of("number event responsibility".split())),
        "updates": _listed(key),
        "as_of": edtf,
        "quote": _one_of("direct indirect".split()),
        "events": _listed(key),
        "documents": _listed(id_),
        "origin_side": _listed(words),
        "text_ar": words,
        "text_en": _or_unknown(words),
    },
    "casualties": {
        "report": slug,
        "claim": id_,
        "event": _listed(key),
        "outcome": _one_of(OUTCOMES),
        "unit": _one_of(["people", "families"]),
        "who": _one_of("civilians combatants unknown".split()),
        "of": _listed(id_),
        "part": _or_unknown(_like("[a-z0-9-]+")),
        "written": figure,
        "low": _or_unknown(number),
        "high": _or_unknown(number),
        "open": truth,
        "approximate": truth,
        "including": _listed(_like(f"{_ID}=(?:{_FIGURE})")),
        "scope": _one_of("incident cumulative".split()),
        "period": _or_unknown(edtf),
        "where": _listed(id_),
        "blames": _listed(id_),
        "by": _listed(id_),
        "via": _listed(_like(rf"{_ID}(?:\|{_ID})*")),
        "state": _one_of("cumulative discounted superseded uncounted counted".split()),
    },
    "ranges": {
        "event": key,
        "outcome": _one_of(OUTCOMES),
        "unit": _one_of(["people", "families"]),
        "who": _like(rf"all|civilians|combatants(?::{_ID})?|unknown|{'|'.join(INCLUDED)}"),
        "low": _or_unknown(number),
        "high": _or_unknown(number),
        "open": truth,
        "approximate": truth,
        "contested": truth,
        "origins": number,
        "accounts": number,
    },
    "totals": {
        "scope_kind": _one_of("report dossier site".split()),
        "scope_id": _or_unknown(slug),
        "outcome": _one_of(OUTCOMES),
        "unit": _one_of(["people", "families"]),
        "who": _one_of(["civilians", "combatants", "unknown", "all", *INCLUDED]),
        "low": _or_unknown(number),
        "high": _or_unknown(number),
        "open": truth,
        "approximate": truth,
        "contested": truth,
        "uncounted_events": number,
        "word_events": number,
        "events": number,
        "origins": number,
    },
    "events": {
        "event": key,
        "code": _or_unknown(words),
        "former": _listed(words),
        "reports": _listed(slug),
        "type": _listed(_one_of(EVENT_TYPES)),
        "when": edtf,
        "earliest": _or_unknown(_day),
        "latest": _or_unknown(_day),
        "date_prec": _like("[1-5]"),
        "places": _listed(id_),
        "lat": _or_unknown(degrees),
        "lon": _or_unknown(degrees),
        "accuracy": _or_unknown(_one_of("exact street neighbourhood town district province".split())),
        "where_prec": _or_unknown(_like("[1-6]")),
        "actors": _listed(id_),
        "target": _listed(_one_of(TARGETS)),
        "attacks": _or_unknown(figure),
        "grade": _or_unknown(_one_of("confirmed fair weak contested discounted".split())),
        "provisional": truth,
        "part_of": _or_unknown(key),
        "origins": number,
        "title_ar": words,
        "title_en": _or_unknown(words),
    },
    "documents": {
        "report": slug,
        "document": id_,
        "publisher": id_,
        "title": _or_unknown(words),
        "lang": _like("[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*"),
        "url": _or_unknown(_like(r"https?://\S+")),
        "archive": _or_unknown(_like(r"https?://\S+")),
        "published": _or_unknown(edtf),
        "retrieved": _or_unknown(edtf),
        "sha256": _or_unknown(_like("[0-9a-f]{64}")),
        "claims": number,
    },
    "sources": {
        "id": id_,
        "kind": _one_of(SOURCE_KINDS),
        "name_ar": words,
        "name_en": words,
        "part_of": _or_unknown(id_),
        "speaks_for": _or_unknown(id_),
        "claims": number,
        "reports": number,
    },
    "links": {
        "where": slug,
        "what": _one_of("original document archive source text geonames wikidata licence".split()),
        "url": _like(r"https?://\S+"),
    },
}


def test_the_folder_holds_the_files_of_the_format_and_no_others(site: BuiltSite) -> None:
    published = {name for (name, lang) in site.texts if lang == "ar" and not site.is_draft(name, "ar")}
    expected = {f"data/{name}.csv" for name in COLUMNS} | {f"data/{name}" for name in OTHERS}
    for slug in published:
        endings = ["json", "annotations.jsonld", *(f"{lang}.txt" for lang in site.report(slug)["title"])]
        expected |= {f"data/reports/{slug}.{ending}" for ending in endings}
    expected |= {f"data/events/{key}.json" for key in site.events}
    assert {name for name in site.files if name.startswith("data/")} == expected


@pytest.mark.parametrize("name", COLUMNS)
def test_tables_are_utf8_with_the_columns_of_the_format(site: BuiltSite, name: str) -> None:
    data = site.files[f"data/{name}.csv"].read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(data.decode("utf-8").splitlines(keepends=True), strict=True))
    assert rows[0] == COLUMNS[name].split()
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) > 1 or (name == "documents" and not any("documents" in site.record(slug) for slug in site.slugs))
    assert len({tuple(row) for row in rows}) == len(rows) or name == "casualties"


@pytest.mark.parametrize("name", COLUMNS)
def test_every_value_is_of_its_kind(site: BuiltSite, name: str) -> None:
    cells = [(column, row[column]) for row in site.table(name) for column in KINDS[name]]
    assert [(column, value) for column, value in cells if not KINDS[name][column](value)] == []


def test_ids_in_tables_are_those_of_the_registry_and_the_records(site: BuiltSite) -> None:
    registry = {name: set(site.source(f"registry/{name}.yaml")) for name in ("places", "actors", "sources")}
    speakers = registry["actors"] | registry["sources"]
    events = {row["event"] for row in site.table("events")}
    known = {
        "by": speakers, "via": speakers, "id": speakers, "of": registry["actors"], "actors": registry["actors"],
        "blames": registry["actors"], "speaks_for": registry["actors"], "places": registry["places"],
        "where": registry["places"], "report": set(site.slugs), "reports": set(site.slugs),
        "event": events, "publisher": registry["sources"],
    }  # fmt: skip
    for name in COLUMNS:
        for row in site.table(name):
            for column, ids in known.items():
                if column in row and (name, column) not in (("sources", "reports"), ("links", "where")):
                    assert set(filter(None, re.split("[;|]", row[column]))) <= ids, (name, column, row)
    for row in site.table("claims"):
        assert set(filter(None, row["events"].split(";"))) <= events


#: The reading of each form of a figure (report format, *Figures*), counted figures as (low, high, open, approximate).
WORDS = {"tens": 10, "dozens": 10, "hundreds": 100, "thousands": 1000}  # two of them are one word in Arabic


def read_as(written: str) -> Meant:
    if written == "some":
        return Meant()
    if written in WORDS:
        return Meant(WORDS[written], WORDS[written], True, True, word=True)
    if written.startswith(".."):
        return Meant(0, int(written[2:]), up_to=True)
    ends = [int(end) for end in written.strip("~+").split("-")]
    return Meant(ends[0], ends[-1], written.endswith("+"), written.startswith("~"))


def test_figures_are_read_as_the_format_reads_them(site: BuiltSite) -> None:
    for row in site.table("casualties"):
        assert tabled(row) == read_as(row["written"]), row
        assert bool(row["low"]) == bool(row["high"]) == (row["written"] != "some"), row
        assert bool(row["period"]) == (row["scope"] == "cumulative"), row


def several(value: str | list[str] | None) -> list[str]:
    """A list of a record, where one bare value will do."""
    return [] if value is None else [value] if isinstance(value, str) else value


def via_of(claim: dict) -> str:
    """Who relayed a claim, as a table lists them: several who each did are parted by a bar."""
    return ";".join("|".join(several(step)) for step in several(claim.get("via")))


def event_key(site: BuiltSite, slug: str, id: str) -> str:
    return site.record(slug)["events"][id].get("same-as") or f"{slug}/{id}"


def test_the_table_of_figures_is_what_the_records_say(site: BuiltSite) -> None:
    expected = []
    for slug in site.slugs:
        for id, claim in site.record(slug).get("claims", {}).items():
            about = [event_key(site, slug, event) for event in several(claim.get("about"))]
            places = [
                place
                for key in about
                for place in several(site.record(key.split("/")[0])["events"][key.split("/")[1]].get("where"))
            ]
            for entry in claim.get("casualties", []):
                for outcome in OUTCOMES:
                    if outcome in entry:
                        expected.append(
                            {
                                "report": slug,
                                "claim": id,
                                "event": ";".join(about),
                                "outcome": outcome,
                                "unit": entry.get("unit", "people"),
                                "who": entry.get("who", "unknown"),
                                "of": ";".join(several(entry.get("of"))),
                                "part": entry.get("part", ""),
                                "written": entry[outcome],
                                "including": ";".join(f"{k}={v}" for k, v in entry.get("including", {}).items()),
                                "scope": entry.get("scope", "incident"),
                                "period": entry.get("period", ""),
                                "where": ";".join(several(entry.get("where")) or dict.fromkeys(places)),
                                "blames": ";".join(several(entry.get("blames"))),
                                "by": ";".join(several(claim.get("by"))),
                                "via": via_of(claim),
                            }
                        )
    read = {"low", "high", "open", "approximate", "state"}
    rows = [{name: row[name] for name in row if name not in read} for row in site.table("casualties")]
    assert Counter(map(_frozen, rows)) == Counter(map(_frozen, expected))


def _frozen(row: dict[str, str]) -> frozenset:
    return frozenset(row.items())


def test_the_table_of_claims_is_what_the_records_say(site: BuiltSite) -> None:
    sources = site.source("registry/sources.yaml")
    rows = {(row["report"], row["claim"]): row for row in site.table("claims")}
    assert len(rows) == len(site.table("claims"))
    for slug in site.slugs:
        record = site.record(slug)
        for id, claim in record.get("claims", {}).items():
            row = rows.pop((slug, id))
            documents = [record["documents"][document] for document in several(claim.get("in"))]
            speakers = several(claim.get("by")) or [one["publisher"] for one in documents] or [record["publisher"]]
            source = sources.get(speakers[0], {})
            default = "named" if source.get("kind") in ("person", "witness", "expert") else "institution"
            assert row["by"] == ";".join(several(claim.get("by")))
            assert row["identified"] == (claim.get("identified") or source.get("identified") or default), (slug, id)
            assert row["via"] == via_of(claim)
            assert row["documents"] == ";".join(several(claim.get("in")))
            for column in ("denies", "updates"):
                keys = (key if "/" in key else f"{slug}/{key}" for key in several(claim.get(column)))
                assert row[column] == ";".join(keys)
            assert row["denies_what"] == (claim.get("denies-what", "number") if "denies" in claim else "")
            assert "as-of" not in claim or row["as_of"] == claim["as-of"]
            assert row["stance"] == claim.get("stance", "asserts")
            assert row["quote"] == claim.get("quote", "indirect")
            assert row["events"] == ";".join(event_key(site, slug, event) for event in several(claim.get("about")))
            assert bool(row["text_en"]) == site.has_text(slug, "en")
    assert rows == {}


def test_the_table_of_events_is_what_the_records_say(site: BuiltSite) -> None:
    rows = {row["event"]: row for row in site.table("events")}
    assert len(rows) == len(site.table("events"))
    tellings: dict[str, set[str]] = {}
    for slug in site.slugs:
        for id in site.record(slug).get("events", {}):
            tellings.setdefault(event_key(site, slug, id), set()).add(slug)
    assert {event: set(row["reports"].split(";")) for event, row in rows.items()} == tellings
    for event, row in rows.items():
        declaring, id = event.split("/")
        declared = site.record(declaring)["events"][id]
        assert row["reports"].split(";")[0] == declaring
        assert (row["type"], row["when"]) == (";".join(several(declared["type"])), declared["when"])
        for column in ("code", "accuracy", "attacks"):
            assert row[column] == declared.get(column, "")
        assert row["former"] == ";".join(several(declared.get("former")))
        assert row["target"] == ";".join(several(declared.get("target")))
        assert row["provisional"] == declared.get("provisional", "false")
        assert row["grade"] == declared.get("grade", "")
        assert row["places"].split(";") == (several(declared.get("where")) or [""])
        assert row["actors"].split(";") == (several(declared.get("actors")) or [""])
        assert (row["lat"] == "") == (row["lon"] == "")
        assert (row["where_prec"] == "") == (row["places"] == row["accuracy"] == "")
        assert row["earliest"] <= row["latest"] or not row["latest"]


def origins_of(site: BuiltSite, row: dict[str, str]) -> set[str]:
    """The origins of a claim: whose words it is, each source taken to the top of what it is part of."""
    if row["identified"] == "unattributed":
        return {f"nobody/{row['report']}/{row['claim']}"}
    sources = site.source("registry/sources.yaml")
    found = set()
    for speaker in speakers_of(site, row):
        while "part-of" in sources.get(speaker, {}):
            speaker = sources[speaker]["part-of"]
        found.add(speaker)
    return found


def speakers_of(site: BuiltSite, row: dict[str, str]) -> list[str]:
    """Who makes a claim: those whom it names, else who published what it was read in."""
    record = site.record(row["report"])
    documents = [record["documents"][id]["publisher"] for id in filter(None, row["documents"].split(";"))]
    return list(filter(None, row["by"].split(";"))) or documents or [record["publisher"]]


def test_events_count_the_separate_sources_behind_them(site: BuiltSite) -> None:
    """Those of the claims that do not deny; where no claim is about it, the publishers of the reports that tell it."""
    for event in site.table("events"):
        about = [row for row in site.table("claims") if event["event"] in row["events"].split(";")]
        behind = {origin for row in about if row["stance"] != "denies" for origin in origins_of(site, row)}
        publishers = {site.record(slug)["publisher"] for slug in event["reports"].split(";")}
        assert int(event["origins"]) == len(behind if about else publishers), event


def test_the_table_of_sources_counts_what_each_says(site: BuiltSite) -> None:
    said: dict[str, list[str]] = {}
    for row in site.table("claims"):
        if row["identified"] != "unattributed":
            for speaker in dict.fromkeys(speakers_of(site, row)):
                said.setdefault(speaker, []).append(row["report"])
    rows = {row["id"]: (int(row["claims"]), int(row["reports"])) for row in site.table("sources")}
    assert rows == {id: (len(reports), len(set(reports))) for id, reports in said.items()}


def test_the_table_of_documents_is_what_the_records_say(site: BuiltSite) -> None:
    expected = []
    for slug in site.slugs:
        record = site.record(slug)
        for id, document in record.get("documents", {}).items():
            claims = [one for one in record["claims"].values() if id in several(one.get("in"))]
            names = ("title", "url", "archive", "published", "retrieved", "sha256")
            expected.append(
                {"report": slug, "document": id, "publisher": document["publisher"], "lang": document.get("lang", "ar")}
                | {name: document.get(name, "") for name in names}
                | {"claims": str(len(claims))}
            )
    assert Counter(map(_frozen, site.table("documents"))) == Counter(map(_frozen, expected))


def test_the_data_package_describes_every_table(site: BuiltSite) -> None:
    package = json.loads(site.files["data/datapackage.json"].read_text("utf-8"))
    resources = {resource["name"]: resource for resource in package["resources"]}
    paths = {name: resource["path"] for name, resource in resources.items()}
    others = {"casualties-hxl": "casualties.hxl.csv", "events-geojson": "events.geojson"}
    assert paths == {**{name: f"{name}.csv" for name in COLUMNS}, **others}
    for resource in resources.values():
        data = site.files[f"data/{resource['path']}"].read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert resource["encoding"] == "utf-8"
        assert resource["title"]
        assert resource["description"]
    for name in COLUMNS:
        resource = resources[name]
        assert [field["name"] for field in resource["schema"]["fields"]] == COLUMNS[name].split()
        for field in resource["schema"]["fields"]:
            assert field["title"]
            assert field["description"]
            values = [row[field["name"]] for row in site.table(name) if row[field["name"]]]
            assert [value for value in values if not TYPES[field["type"]](value)] == [], (name, field)
        keys = [tuple(row[column] for column in resource["schema"].get("primaryKey", row)) for row in site.table(name)]
        if "primaryKey" in resource["schema"]:
            assert len(set(keys)) == len(keys), name


TYPES: dict[str, Kind] = {
    "string": lambda value: True,
    "integer": number,
    "number": degrees,
    "boolean": truth,
    "list": _listed(words),
    "date": _day,
}


@pytest.mark.parametrize("name", ["claims", "casualties", "documents"])
def test_a_reports_json_has_its_rows_of_the_table(site: BuiltSite, name: str) -> None:
    for slug in site.slugs:
        rows = [row for row in site.table(name) if row["report"] == slug]
        assert [_as_text(row) for row in site.report(slug)[name]] == rows, slug


def test_a_reports_json_has_its_events_totals_and_sources(site: BuiltSite) -> None:
    for slug in site.slugs:
        report = site.report(slug)
        events = [row for row in site.table("events") if slug in row["reports"].split(";")]
        totals = [row for row in site.table("totals") if row["scope_id"] == slug]
        assert sorted(map(_as_text, report["events"]), key=str) == sorted(events, key=str), slug
        assert [_as_text(row) for row in report["totals"]] == totals, slug
        claims = [row for row in map(_as_text, report["claims"]) if row["identified"] != "unattributed"]
        said = {speaker for row in claims for speaker in speakers_of(site, row)}
        assert {row["id"] for row in report["sources"]} == said, slug


def _as_text(row: dict) -> dict[str, str]:
    """A row of the JSON as the CSV writes it."""

    def cell(value: object) -> str:
        if value is None:
            return ""
        if isinstance(value, bool):
            return str(value).lower()
        return ";".join(value) if isinstance(value, list) else str(value)

    return {name: cell(value) for name, value in row.items()}


def test_a_reports_json_says_where_it_was_published(site: BuiltSite) -> None:
    for slug in site.slugs:
        report, record = site.report(slug), site.record(slug)
        assert report["report"] == slug
        for name in ("published", "publisher", "url", "archive", "retrieved", "sha256"):
            assert report[name] == record.get(name), (slug, name)
        corrections = [{"on": None, "ar": None, "en": None, **item} for item in record.get("corrections", [])]
        assert report["corrections"] == corrections, slug
        texts = [lang for (name, lang) in site.texts if name == slug and not site.is_draft(name, lang)]
        assert sorted(report["title"]) == sorted(report["summary"]) == sorted(texts), slug
        for lang in texts:
            header = dict(re.findall(r"^(\w+):\s*(.*)$", site.texts[(slug, lang)].partition("\n\n")[0], re.M))
            assert report["title"][lang] == header["Title"], slug
            assert report["summary"][lang] == header.get("Summary", ""), slug
            assert report["translator"].get(lang) == header.get("Translator"), slug


def test_a_reports_json_has_every_mark_of_its_texts(site: BuiltSite) -> None:
    """All but those of redacted words, and of what stands in them: a bar says nothing of what it hides."""
    for slug in site.slugs:
        for lang in site.report(slug)["title"]:
            text = re.sub(r"`[^`]*`", "", site.texts[(slug, lang)])
            secrets = [
                secret for secret in redacted(text) if not any(secret in other for other in redacted(text, secret))
            ]
            written, hidden = attributes(text), [mark for secret in secrets for mark in attributes(secret)]
            ids = Counter(id for mark in written for id in ids_of(mark))
            ids -= Counter(id for mark in hidden for id in ids_of(mark) if id != "redacted")
            marks = [mark for mark in site.report(slug)["marks"] if mark["lang"] == lang]
            found = Counter(id for mark in marks for id in mark["ids"])
            found["redacted"] = sum(mark["redacted"] for mark in marks)
            assert +found == ids, (slug, lang)
            for what, name in (("when", "when="), ("sic", "sic=")):
                expected = sum(name in mark for mark in written) - sum(name in mark for mark in hidden)
                assert sum(bool(mark[what]) for mark in marks) == expected, (slug, lang, what)
            blocks = [mark["block"] for mark in marks]
            assert all(isinstance(block, int) and block > 0 for block in blocks), (slug, lang)


def attributes(text: str) -> list[str]:
    """What stands in the braces of every mark."""
    return re.findall(r"\]\{([^}]*)\}", text)


def ids_of(mark: str) -> list[str]:
    return re.findall(rf"\.({_ID})", re.sub(r'"[^"]*"', "", mark))


def redacted(text: str, but: str = "") -> list[str]:
    """Every redacted mark of a text, brackets and braces and all, and ``but`` not among them."""
    found = []
    for match in re.finditer(r"\]\{[^}]*\.redacted\b[^}]*\}", text):
        depth, at = 1, match.start()
        while depth:
            at -= 1
            depth += {"]": 1, "[": -1}.get(text[at], 0)
        found.append(text[at : match.end()])
    return [mark for mark in found if mark != but]


def test_the_same_marks_stand_in_the_same_blocks_of_both_languages(site: BuiltSite) -> None:
    for slug in site.slugs:
        if site.has_text(slug, "en"):
            blocks: dict[str, Counter] = {"ar": Counter(), "en": Counter()}
            for mark in site.report(slug)["marks"]:
                blocks[mark["lang"]].update((mark["block"], what) for what in [*mark["ids"], mark["when"]] if what)
            assert blocks["ar"] == blocks["en"], slug
