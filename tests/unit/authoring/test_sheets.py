"""What a sheet of incidents becomes: reports with texts, marks and figures, and entries of the registry."""

from __future__ import annotations

import re
from pathlib import Path
from time import process_time

import pytest

from authoring.sheets import Mapped, bring_in_sheets, plan_import, read_mapping, read_sheets, write_import
from command import listing
from findings.precision import date_precision, place_precision
from reports import ContentErrors
from reports.edtf import parse_date
from tests.helpers.sheets import TODAY, VOICES, begin, bring_in, plan, published, rows, told

STRIKE = {
    "id": "SD250804a",
    "date": "2025-08-04",
    "country": "Sudan",
    "place": "Abu Shouk",
    "place_ar": "أبو شوك",
    "type": "Artillery",
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return begin(tmp_path)


def text(content: Path, slug: str, name: str) -> str:
    return (content / "reports" / slug / name).read_text("utf-8")


# An incident and its words


def test_an_incident_is_told_in_both_languages_with_every_number_in_its_sentence(content: Path) -> None:
    sheet = rows(
        {
            **STRIKE,
            "belligerent": "RSF",
            "civ_killed_min": 18,
            "civ_killed_max": 31,
            "children_killed": 7,
            "civ_injured_min": 40,
        }
    )
    bring_in(content, sheet)
    english, arabic = (text(content, "sd250804a", f"{lang}.md") for lang in ("en", "ar"))
    assert (
        "[Shelling in [Abu Shouk]{.abu-shouk}]{.incident} ([4 August 2025]{when=2025-08-04}). Parties named: [RSF]{.rsf}."
        in english
    )
    assert (
        "[civilians: 18 to 31 people killed, among them 7 children; civilians: at least 40 people injured]{.counted}"
        in english
    )
    assert "[قصف مدفعي في [أبو شوك]{.abu-shouk}]{.incident} ([4 آب 2025]{when=2025-08-04})." in arabic
    assert "[المدنيون: من 18 إلى 31 قتيلاً، بينهم 7 أطفال؛ المدنيون: 40 جريحاً على الأقل]{.counted}" in arabic
    assert "{killed: 18-31, who: civilians, including: {children: 7}}" in text(content, "sd250804a", "record.yaml")
    assert published(content).warnings == ()


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "قتيل واحد"),
        (2, "قتيلان"),
        (3, "3 قتلى"),
        (11, "11 قتيلاً"),
        (100, "100 قتيل"),
        ("5-7", "من 5 إلى 7 قتلى"),
        ("400+", "400 قتيل على الأقل"),
        ("~20", "نحو 20 قتيلاً"),
        ("dozens", "عشرات القتلى"),
        ("some", "قتلى لم يُذكر عددهم"),
        (0, "لا قتلى"),
    ],
)
def test_arabic_nouns_agree_with_their_numbers(content: Path, number: object, said: str) -> None:
    bring_in(content, rows({**STRIKE, "killed": number}))
    assert f"[{said}]{{.counted}}" in text(content, "sd250804a", "ar.md")
    assert published(content).warnings == ()


def test_what_was_brought_in_is_a_draft(content: Path) -> None:
    bring_in(content, rows(STRIKE))
    assert "Status: draft" in text(content, "sd250804a", "ar.md")
    assert "Status: draft" in text(content, "sd250804a", "en.md")


def test_an_empty_cell_is_unknown_and_0_is_nobody(content: Path) -> None:
    bring_in(content, rows({**STRIKE, "killed": 0, "injured": ""}))
    record = text(content, "sd250804a", "record.yaml")
    assert "{killed: 0}" in record
    assert "injured" not in record


def test_total_civilians_and_fighters_are_not_added_up_to_twice_the_people(content: Path) -> None:
    bring_in(content, rows({**STRIKE, "killed": 20, "civilians killed": 12, "combatants killed": 8}))
    assert "- {killed: 20, including: {civilians: 12, combatants: 8}}" in text(content, "sd250804a", "record.yaml")


def test_children_of_people_whom_nobody_counted_are_not_lost(content: Path) -> None:
    bring_in(content, rows({**STRIKE, "children_killed": 7}))
    assert "- {killed: some, including: {children: 7}}" in text(content, "sd250804a", "record.yaml")


def test_a_best_figure_and_its_range_are_two_claims_of_one_origin(content: Path) -> None:
    bring_in(content, rows({**STRIKE, "killed": 10, "killed_min": 5, "killed_max": 15}))
    record = text(content, "sd250804a", "record.yaml")
    assert "  counted:\n    about: incident\n    casualties:\n      - {killed: 10}" in record
    assert "  estimates:\n    about: incident\n    casualties:\n      - {killed: 5-15}" in record


def test_sources_are_quoted_with_the_document_in_which_they_were_read(content: Path) -> None:
    source = {
        "source_1": "Eyewitnesses via Nile Agency",
        "source_1_url": "https://example.org/3",
        "source_1_text_ar": "قال [شهود] *كثيرون* إن & <القصف> بدأ",
    }
    bring_in(content, rows({**STRIKE, **source}))
    record = text(content, "sd250804a", "record.yaml")
    assert 'document-1:\n    publisher: nile-agency\n    url: "https://example.org/3"' in record
    assert (
        'source-1:\n    by: eyewitnesses\n    via: nile-agency\n    in: document-1\n    words: {ar: "قال [شهود] *كثيرون* إن & <القصف> بدأ"}'
        in record
    )
    (report,) = published(content).reports
    (said,) = (mark for mark in report.texts["ar"].marks if "source-1" in mark.ids)
    assert said.words == "قال [شهود] *كثيرون* إن & <القصف> بدأ"


def test_several_sources_of_a_cell_each_have_their_document(content: Path) -> None:
    bring_in(
        content,
        rows(
            {
                **STRIKE,
                "source": "A Paper; B Radio",
                "source url": "https://example.org/a https://example.org/b;c",
                "source date": "2025-08-05",
            }
        ),
    )
    record = text(content, "sd250804a", "record.yaml")
    assert 'document-1:\n    publisher: a-paper\n    url: "https://example.org/a"\n    published: 2025-08-05' in record
    assert (
        'document-2:\n    publisher: b-radio\n    url: "https://example.org/b;c"\n    published: 2025-08-05' in record
    )


def test_a_source_with_its_words_may_have_stood_in_several_places(content: Path) -> None:
    bring_in(
        content,
        rows(
            {
                **STRIKE,
                "source": "A & B | C",
                "source url": "https://example.org/a; https://example.org/b",
                "source text en": "We saw it.",
            }
        ),
    )
    record, english = text(content, "sd250804a", "record.yaml"), text(content, "sd250804a", "en.md")
    assert record.count("publisher: a-b-c") == 2
    assert "“[We saw it.]{.source-1}”" in english
    assert "Sources:" not in english
    assert published(content).warnings == ()


def test_addresses_that_belong_to_nobody_for_sure_are_told(content: Path) -> None:
    (line,) = told(plan(content, rows({**STRIKE, "source": "A; B", "source url": "https://example.org/a"})))
    assert "the row names 2 sources and has 1 addresses" in line


def test_a_point_is_read_where_it_is_known_how_exact_it_is(content: Path) -> None:
    at = {"lat": "13.664", "lon": "25.347"}
    bring_in(content, rows({**STRIKE, **at, "geolocation accuracy": "Village"}))
    assert "point: [13.664, 25.347]\n    accuracy: town" in text(content, "sd250804a", "record.yaml")


def test_a_new_place_has_the_point_of_its_rows_where_nothing_says_how_exact_it_is(content: Path) -> None:
    bring_in(content, rows({**STRIKE, "lat": "13.664", "lon": "25.347"}))
    assert "point" not in text(content, "sd250804a", "record.yaml")
    assert "abu-shouk:" in (registry := (content / "registry/places.yaml").read_text("utf-8"))
    assert "point: [13.664, 25.347]" in registry


def test_names_that_the_registry_has_keep_their_entries(content: Path) -> None:
    (content / "registry").mkdir()
    places = "sudan: {name: {ar: السودان, en: Sudan}, kind: country}  # mine\nshouk: {name: {ar: مخيم أبو شوك, en: Abu Shouk}, aliases: {ar: [أبو شوك]}, kind: camp, within: sudan}"
    (content / "registry/places.yaml").write_text(places, "utf-8")
    bring_in(content, rows(STRIKE))
    assert "where: shouk" in text(content, "sd250804a", "record.yaml")
    assert (content / "registry/places.yaml").read_text("utf-8") == places


def test_new_entries_stand_below_the_old_ones_and_say_what_is_to_be_looked_at(content: Path) -> None:
    (content / "registry").mkdir()
    (content / "registry/actors.yaml").write_text(
        "army: {name: {ar: الجيش, en: Army}, kind: state-forces}\n# end", "utf-8"
    )
    bring_in(content, rows({**STRIKE, "actors": "army; RSF"}))
    actors = (content / "registry/actors.yaml").read_text("utf-8")
    assert actors.startswith(
        "army: {name: {ar: الجيش, en: Army}, kind: state-forces}\n# end\n\n# name: not in Arabic\n# kind: not said in the sheet\nrsf:\n"
    )
    assert "actors: [army, rsf]" in text(content, "sd250804a", "record.yaml")


@pytest.mark.parametrize("empty", ["{}\n", "# places\n{ }\n", "", "# none yet"])
def test_a_file_of_the_registry_with_nothing_in_it_gets_entries(content: Path, empty: str) -> None:
    (content / "registry").mkdir()
    (content / "registry/places.yaml").write_text(empty, "utf-8")
    bring_in(content, rows(STRIKE))
    assert "abu-shouk" in published(content).registry.places


def test_entries_are_not_put_below_those_in_braces(content: Path) -> None:
    (content / "registry").mkdir()
    places = "{a: {name: {ar: أ, en: A}, kind: city}}\n"
    (content / "registry/places.yaml").write_text(places, "utf-8")
    with pytest.raises(ContentErrors, match="no entry can be put below"):
        bring_in(content, rows(STRIKE))
    assert (content / "registry/places.yaml").read_text("utf-8") == places
    assert not (content / "reports").exists()


# Bringing in again


def test_bringing_in_again_adds_new_rows_and_touches_nothing_else(content: Path) -> None:
    bring_in(content, rows({**STRIKE, "killed": 3}))
    edited = content / "reports/sd250804a/ar.md"
    edited.write_text(edited.read_text("utf-8") + "\nكتبه محرر.\n", "utf-8")
    before = {path: path.read_bytes() for path in content.rglob("*.*")}
    said = bring_in(content, rows({**STRIKE, "killed": 99}, {**STRIKE, "id": "SD2", "killed": 1}))
    assert said[-1].startswith("Files written: 3.")
    assert {path: path.read_bytes() for path in before} == before
    assert [path.name for path in sorted((content / "reports").iterdir())] == ["sd2", "sd250804a"]


def test_the_same_sheet_again_has_nothing_new(content: Path) -> None:
    sheet = rows({**STRIKE, "belligerent": "RSF"})
    bring_in(content, sheet)
    assert bring_in(content, sheet) == ["There is nothing new in this."]


# What is wrong


def test_wrong_cells_are_told_all_at_once_by_row_and_column_and_nothing_is_written(content: Path) -> None:
    sheet = rows(
        {**STRIKE, "killed_min": 5, "killed_max": 3, "lat": "", "lon": ""},
        {**STRIKE, "id": "b", "killed_min": "many", "lat": "95", "lon": "30"},
        {**STRIKE, "date": "3/4/2025"},
        {**STRIKE, "id": "d", "type": "Artilery"},
    )
    wrong = plan(content, sheet)
    assert [line.partition(" ")[0] for line in told(wrong)] == [
        "incidents.csv:2:H:",
        "incidents.csv:3:I:",
        "incidents.csv:3:G:",
        "incidents.csv:4:B:",
        "incidents.csv:4:A:",
        "incidents.csv:5:F:",
    ]
    assert told(wrong)[3].endswith(
        "3/4/2025: which is the day, and which the month?; write it as 2016-10-04, or say `dates: day-first` or `month-first` in MAP"
    )
    with pytest.raises(ContentErrors, match="is more than the most"):
        write_import(wrong)
    assert not (content / "reports").exists()


def test_the_rows_that_are_right_are_kept_where_that_is_asked(content: Path) -> None:
    wrong = plan(
        content, rows({**STRIKE, "killed": "many", "belligerent": "Nobody"}, {**STRIKE, "id": "b", "killed": 2})
    )
    said = [str(one) for one in write_import(wrong, keep=True)]
    assert "Rows that are wrong and were left out: 1." in said
    assert [path.name for path in (content / "reports").iterdir()] == ["b"]
    assert not (content / "registry/actors.yaml").exists(), "an entry that only a wrong row names"


def test_a_sheet_without_a_column_of_ids_says_what_to_do(content: Path) -> None:
    (line,) = told(plan(content, rows({"date": "2025-08-04", "killed": 3})))
    assert "no column gives every incident an id" in line


def test_who_publishes_must_be_known(content: Path) -> None:
    (content / "site.yaml").write_text("name: {ar: السجل, en: The Record}\n", "utf-8")
    (line,) = told(plan(content, rows(STRIKE)))
    assert "nothing says who publishes" in line


def test_a_file_that_cannot_be_written_leaves_nothing_behind(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planned = plan(content, rows(STRIKE, {**STRIKE, "id": "b"}))
    real = Path.rename

    def full(path: Path, goal: Path) -> Path:
        if goal.name == "b":
            raise OSError(28, "No space left on device")
        return real(path, goal)

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(ContentErrors, match="No space left"):
        write_import(planned)
    assert [path.name for path in content.rglob("*") if path.is_file()] == ["site.yaml"]


@pytest.mark.parametrize("time", ["14:05", "14:05:00", "14:05:30.5", "١٤:٠٥"])
def test_a_time_of_day_is_read_as_spreadsheets_have_it(content: Path, time: str) -> None:
    bring_in(content, rows({**STRIKE, "time": time}))
    assert "when: 2025-08-04T14:05\n" in text(content, "sd250804a", "record.yaml")


def test_some_who_were_not_counted_are_some(content: Path) -> None:
    bring_in(content, rows({**STRIKE, "injured": "بعض"}))
    assert "{injured: some}" in text(content, "sd250804a", "record.yaml")


def test_a_time_of_day_that_cannot_be_one_is_told(content: Path) -> None:
    bring_in(content, rows({**STRIKE, "time": "9:30"}))
    assert "when: 2025-08-04T09:30\n" in text(content, "sd250804a", "record.yaml")
    lines = told(plan(content, rows(*({**STRIKE, "id": f"t{time}", "time": time} for time in ("night", "25:00")))))
    assert [line.partition(": ")[0] for line in lines] == ["incidents.csv:2:G", "incidents.csv:3:G"]


# Columns


def test_every_column_is_named_with_what_it_is_read_as_or_that_it_is_not(content: Path) -> None:
    said = [str(one) for one in plan(content, rows({**STRIKE, "عدد القتلى المدنيين": 3, "Internal": "x"})).said]
    assert "  A id: read as `id`" in said
    assert "  G عدد القتلى المدنيين: read as `civilians killed`" in said
    assert "  H Internal: not read" in said


def test_headings_are_read_in_arabic(content: Path) -> None:
    bring_in(
        content,
        rows(
            {
                "رمز الحادثة": "x1",
                "التاريخ": "٤ آب ٢٠٢٥",
                "المكان": "الفاشر",
                "النوع": "غارة جوية",
                "الجرحى": "٤",
                "عدد الأطفال القتلى": "2",
                "القتلى": "10",
            }
        ),
    )
    record = text(content, "x1", "record.yaml")
    assert "when: 2025-08-04" in record
    assert "type: air-strike" in record
    assert "{killed: 10, including: {children: 2}}" in record
    assert "{injured: 4}" in record


def test_a_mapping_says_what_headings_and_cells_mean(content: Path) -> None:
    mapped = Mapped(
        columns={"nr": "id", "dead": "injured", "internal": "-", "tag": "date"},
        words={"arty": "shelling", "rsf": "front"},
        dates="day-first",
        accuracy="district",
    )
    (content / "registry").mkdir()
    (content / "registry/actors.yaml").write_text(
        "front: {name: {ar: الجبهة, en: Front}, kind: rebel-group}\n", "utf-8"
    )
    bring_in(
        content,
        rows(
            {
                "nr": "x1",
                "Tag": "3/4/2025",
                "Dead": 3,
                "internal": "x",
                "type": "Arty",
                "actor": "RSF",
                "lat": "1.5",
                "lon": "2.5",
            }
        ),
        mapped=mapped,
    )
    record = text(content, "x1", "record.yaml")
    for line in ("when: 2025-04-03", "{injured: 3}", "type: shelling", "actors: front", "accuracy: district"):
        assert line in record


# Data sets


UCDP = {
    "id": 244657, "type_of_violence": 1, "side_a": "Government of Syria", "side_b": "IS", "source_office": "Reuters News", "source_headline": "Clashes",
    "where_prec": 1, "where_coordinates": "Ariha", "adm_1": "Idlib governorate", "latitude": 35.8, "longitude": 36.6, "country": "Syria", "date_prec": 2,
    "date_start": "2016-10-04 00:00:00.000", "date_end": "2016-10-06 00:00:00.000", "deaths_a": 2, "deaths_b": 0, "deaths_civilians": 3, "deaths_unknown": 1, "best": 6, "high": 9, "low": 4,
}  # fmt: skip


def test_ucdp_ged_has_its_best_estimate_with_its_parts_and_its_range(content: Path) -> None:
    bring_in(content, rows(UCDP))
    record = text(content, "ged-244657", "record.yaml")
    assert "- {killed: 6, including: {government-of-syria: 2, is: 0, civilians: 3}}" in record
    assert "- {killed: 4-9}" in record
    assert "publisher: uppsala-conflict-data-program" in record
    assert published(content).warnings == ()


@pytest.mark.parametrize(
    ("precision", "start", "end", "when"),
    [
        (1, "2016-10-04", "2016-10-04", "2016-10-04"),
        (2, "2016-10-04", "2016-10-06", "2016-10-04/2016-10-06"),
        (3, "2016-10-03", "2016-10-09", "2016-10-03/2016-10-09"),
        (4, "2016-10-01", "2016-10-31", "2016-10"),
        (5, "2016-01-01", "2016-12-31", "2016"),
    ],
)
def test_ucdp_ged_keeps_how_exactly_the_date_is_known(
    content: Path, precision: int, start: str, end: str, when: str
) -> None:
    bring_in(content, rows({**UCDP, "date_prec": precision, "date_start": start, "date_end": end}))
    assert f"when: {when}\n" in text(content, "ged-244657", "record.yaml")
    assert date_precision(parse_date(when)) == precision


@pytest.mark.parametrize(
    ("precision", "where", "code"),
    [(1, "ariha", 1), (3, "ariha-district", 3), (4, "idlib-governorate", 4), (5, "ariha", 5), (6, "syria", 6)],
)
def test_ucdp_ged_keeps_how_exactly_the_place_is_known(content: Path, precision: int, where: str, code: int) -> None:
    row = {**UCDP, "adm_2": "Ariha district", "where_prec": precision}
    bring_in(content, rows(row))
    assert f"where: {where}\n" in text(content, "ged-244657", "record.yaml")
    site = published(content)
    (event,) = site.reports[0].record.events.values()
    assert place_precision(site.registry, event) == code


def test_an_area_around_a_town_is_not_the_town(content: Path) -> None:
    bring_in(
        content, rows({**UCDP, "where_prec": 5}, {**UCDP, "id": 2, "where_prec": 1}, {**UCDP, "id": 3, "where_prec": 7})
    )
    assert [
        ("where: ariha-town\n" in text(content, slug, "record.yaml")) for slug in ("ged-244657", "ged-2", "ged-3")
    ] == [False, True, False]


def test_one_sided_violence_names_no_civilians_among_the_parties(content: Path) -> None:
    bring_in(content, rows({**UCDP, "type_of_violence": 3, "side_b": "Civilians"}))
    record = text(content, "ged-244657", "record.yaml")
    assert "type: attack-on-civilians" in record
    assert "actors: government-of-syria\n" in record


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"low": 7}, "`low`, 7, is on the wrong side"),
        ({"high": 5}, "`high`, 5"),
        ({"deaths_unknown": 9}, "are more than `best`"),
        ({"where_prec": 9}, "no code"),
    ],
)
def test_ucdp_ged_that_contradicts_itself_is_told(content: Path, change: dict[str, object], wrong: str) -> None:
    (line,) = told(plan(content, rows({**UCDP, **change})))
    assert wrong in line


ACLED = {
    "event_id_cnty": "SDN1234", "event_date": "04 August 2025", "time_precision": 1, "event_type": "Battles", "sub_event_type": "Armed clash",
    "actor1": "Military Forces of Sudan", "inter1": "State forces", "actor2": "Civilians (Sudan)", "inter2": 7, "country": "Sudan", "admin1": "North Darfur",
    "location": "El Fasher", "latitude": "13.62", "longitude": "25.35", "geo_precision": 2, "source": "Radio Dabanga; Sudan Tribune", "notes": "On 4 August, troops clashed.", "fatalities": 12,
}  # fmt: skip


def test_acled_has_its_number_notes_and_sources(content: Path) -> None:
    bring_in(content, rows(ACLED))
    record, english = text(content, "sdn1234", "record.yaml"), text(content, "sdn1234", "en.md")
    for line in (
        "when: 2025-08-04\n",
        "type: armed-clash",
        "- {killed: 12}",
        "accuracy: district",
        "actors: military-forces-of-sudan\n",
        'words: {en: "On 4 August, troops clashed."}',
    ):
        assert line in record
    assert "Sources: [Radio Dabanga]{.radio-dabanga} and [Sudan Tribune]{.sudan-tribune}." in english
    assert "“[On 4 August, troops clashed.]{.counted}”" in english
    assert "kind: state-forces" in (content / "registry/actors.yaml").read_text("utf-8")


def test_acled_reports_none_with_a_0_which_is_no_count(content: Path) -> None:
    planned = plan(content, rows({**ACLED, "fatalities": 0}))
    assert "killed" not in planned.reports["sdn1234"]["record.yaml"]
    assert any("`fatalities` is 0" in str(said) for said in planned.said)


@pytest.mark.parametrize(("precision", "when"), [(1, "2025-08-04"), (2, "2025-08-04~"), (3, "2025-08")])
def test_acled_keeps_how_exactly_the_date_is_known(content: Path, precision: int, when: str) -> None:
    bring_in(content, rows({**ACLED, "time_precision": precision}))
    assert f"when: {when}\n" in text(content, "sdn1234", "record.yaml")


def test_the_sheet_of_auto_archiver_fills_the_documents_of_a_sheet_of_incidents(content: Path) -> None:
    (content.parent / "sheets").mkdir()
    digest = "ab" * 32
    archive = {
        "Link": "https://example.org/3",
        "Archive status": "wayback: success",
        "Archive location": "https://archive.example/3",
        "Archive date": "2025-08-05T10:00:00",
        "Upload timestamp": "2025-08-04T08:30:00",
        "Upload title": "شريط",
        "Hash": f"SHA-256:{digest}",
    }
    (content.parent / "sheets/a.csv").write_text(
        rows(archive, {**archive, "Link": "https://example.org/unknown"}), "utf-8"
    )
    bring_in(
        content,
        rows({**STRIKE, "source_1": "Nile Agency", "source_1_url": "https://example.org/3"}),
        "sheets/incidents.csv",
    )
    fresh = begin(content.parent / "sheets")
    planned = plan_import(read_sheets(content.parent / "sheets"), fresh, VOICES, None, TODAY)
    record = planned.reports["sd250804a"]["record.yaml"]
    for line in (
        'archive: "https://archive.example/3"',
        "retrieved: 2025-08-05\n",
        "published: 2025-08-04T08:30\n",
        f"sha256: {digest}",
        'title: "شريط"',
    ):
        assert line in record
    assert any("were not read: 1" in str(said) for said in planned.said)


# Registry


def test_rows_of_the_registry_become_entries(content: Path) -> None:
    sheet = rows(
        {
            "id": "north-darfur",
            "name_ar": "شمال دارفور",
            "name_en": "North Darfur",
            "kind": "governorate",
            "within": "sudan",
            "pcode": "SD02",
        },
        {"id": "sudan", "name_ar": "السودان", "name_en": "Sudan", "kind": "Country"},
    )
    bring_in(content, sheet, "places.csv")
    places = published(content).registry.places
    assert places["north-darfur"].within == "sudan"
    assert places["north-darfur"].ids == {"pcode": "SD02"}
    assert bring_in(content, sheet, "places.csv") == ["There is nothing new in this."]


def test_an_entry_without_a_name_or_in_a_place_that_is_nowhere_is_told(content: Path) -> None:
    lines = told(
        plan(
            content,
            rows(
                {"id": "a", "name_ar": "أ", "name_en": "", "kind": "city", "within": "nowhere"},
                {"id": "b", "name_ar": "ب", "name_en": "B", "kind": "castle", "within": ""},
            ),
            "places.csv",
        )
    )
    assert [line.partition(": ")[0] for line in lines] == ["places.csv:2:B", "places.csv:3:D", "places.csv:2:E"]


def test_a_sheet_of_documents_adds_what_records_that_are_there_do_not_say(content: Path) -> None:
    record = content / "reports/r/record.yaml"
    record.parent.mkdir(parents=True)
    written = (
        "published: 2025-08-05\npublisher: nile\n\ndocuments:\n  a:\n    publisher: nile\n    url: https://example.org/3  # mine\n"
        "    retrieved: 2025-08-04\n  b: {publisher: nile, url: https://example.org/4}\n# the end\n"
    )
    record.write_text(written, "utf-8")
    archive = {
        "Link": "https://example.org/3",
        "Archive status": "ok",
        "Archive location": "https://archive.example/3",
        "Archive date": "2025-08-05",
    }
    said = bring_in(content, rows(archive, {**archive, "Link": "https://example.org/4"}), "archive.csv")
    assert record.read_text("utf-8") == written.replace(
        "  # mine\n", '  # mine\n    archive: "https://archive.example/3"\n'
    )
    assert said == ["Files written: 1. Then: make check"]
    assert bring_in(content, rows(archive), "archive.csv") == ["There is nothing new in this."]


# The command


def test_what_was_found_is_said_before_what_is_wrong_is_raised(content: Path) -> None:
    path = content.parent / "incidents.csv"
    path.write_text(rows({**STRIKE, "killed": "many"}), "utf-8")
    said = bring_in_sheets(content, path)
    assert str(next(said)) == "incidents.csv: 1 rows of incidents."
    with pytest.raises(ContentErrors, match="many is no figure"):
        list(said)
    assert not (content / "reports").exists()


def test_a_mapping_is_read_from_its_file(content: Path) -> None:
    path, mapping = content.parent / "a.csv", content.parent / "map.yaml"
    path.write_text(rows({"Nr": "x1", "Tag": "3/4/2025", "Art": "Beschuss"}), "utf-8")
    mapping.write_text(
        "kind: incidents\ncolumns: {Nr: id, Tag: date, Art: type}\nwords: {Beschuss: shelling}\ndates: month-first\npublished: 2025-05-01\n",
        "utf-8",
    )
    list(bring_in_sheets(content, path, mapping))
    record = text(content, "x1", "record.yaml")
    assert "published: 2025-05-01\n" in record
    assert "when: 2025-03-04\n" in record
    assert "type: shelling\n" in record


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("colums: {}", "unknown key `colums`"),
        ("dates: first", "first"),
        ("accuracy: near", "near"),
        ("published: soon", "soon"),
        ("columns: [a]", "columns"),
    ],
)
def test_a_mapping_that_is_wrong_is_told_with_its_place(content: Path, written: str, wrong: str) -> None:
    mapping = content.parent / "map.yaml"
    mapping.write_text(written + "\n", "utf-8")
    with pytest.raises(ContentErrors, match=re.escape(wrong)) as raised:
        read_mapping(mapping)
    assert str(raised.value).startswith(f"{mapping}:1:")


@pytest.mark.slow
def test_a_thousand_rows_take_less_than_ten_seconds_of_the_processor(content: Path) -> None:
    sheet = rows(*({**UCDP, "id": number, "where_coordinates": f"Village {number % 90}"} for number in range(1000)))
    before = process_time()
    assert bring_in(content, sheet)[-1].startswith("Files written: 3003.")
    assert process_time() - before < 10


def test_messages_of_cells_are_told_in_arabic_too(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "ar")
    (line,) = listing.told(plan(content, rows({**STRIKE, "date": ""})).problems)
    assert "incidents.csv:2:B: " in line
    assert "ليس لهذا الصف تاريخ" in line
