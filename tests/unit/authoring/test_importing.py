"""What was annotated elsewhere becomes a report, whichever tool it comes from, and what does not come in is told."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from authoring.importing import bring_in
from reports import ContentErrors, Problem, read_site
from reports.problems import Problems
from reports.report_texts import build_text, read_written
from reports.tree import Renderer
from tests.helpers import tools
from tests.helpers.content import Content

SHARED = Path(__file__).resolve().parents[4] / "shared" / "trials" / "exports-fasher"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path)


def marks_of(folder: Path, lang: str = "ar") -> set[tuple[str, str]]:
    """The marked words of a report's text, each with an id or a date."""
    text = text_of(folder, lang)
    return {
        (mark.words, about)
        for mark in text.marks
        for about in (*(f".{id}" for id in mark.ids), *([f"when={mark.when}"] if mark.when else []))
    }


def text_of(folder: Path, lang: str = "ar"):
    problems = Problems()
    written = read_written(folder / f"{lang}.md", problems)
    assert written
    text = build_text(written, lang, Renderer(), problems)
    assert text, [*problems]
    return text


def notes(said: list) -> list[str]:
    """What is told besides: what was not carried over."""
    return [one.message for one in said if isinstance(one, Problem)]


TOOLS: list[Callable[[Path], Path]] = [
    tools.brat, tools.doccano, tools.label_studio, tools.recogito, tools.xmi, tools.cas_json, tools.inception_zip,
]  # fmt: skip


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.__name__)
def test_every_tool_gives_the_same_marks_and_relations(content, tmp_path, tool):
    said = bring_in(content.root, tool(tmp_path), "r")
    assert str(said[0]) == "r came in. Marks: 7; relations: 5."
    assert marks_of(content.root / "reports/r") == tools.MARKS
    assert text_of(content.root / "reports/r").blocks[0].text == tools.TEXT.split("\n")[0]


@pytest.mark.parametrize("tool", [tool for tool in TOOLS if tool is not tools.doccano], ids=lambda tool: tool.__name__)
def test_what_a_tool_knows_stands_in_the_record(content, tmp_path, tool):
    bring_in(content.root, tool(tmp_path), "2016-10-05-r")
    folder = content.root / "reports/2016-10-05-r"
    record = folder / "record.yaml"
    record.write_text(record.read_text("utf-8").replace("publisher:", "publisher: outlet"), "utf-8")
    header = folder / "ar.md"
    header.write_text(header.read_text("utf-8").replace("Status: draft\n", ""), "utf-8")
    [report] = read_site(content.root).reports
    assert report.record.published.text == "2016-10-05"
    event, (said, denied) = report.record.events["event-1"], report.record.claims.values()
    assert (event.types, event.when.text, event.where) == (("shelling",), "2016-10-04", ("aleppo",))
    assert (said.by, said.about) == (("witness",), ("event-1",))
    assert [(outcome, figure.written) for outcome, figure in said.casualties[0].figures] == [("killed", "2")]
    assert (denied.by, denied.stance, denied.denies) == (("army",), "denies", (("2016-10-05-r", "claim-1"),))
    assert report.record.sha256 == hashlib.sha256((folder / "original.txt").read_bytes()).hexdigest()


@pytest.mark.parametrize("at", [tools.points, tools.units, tools.octets], ids=["points", "units", "octets"])
def test_quoted_words_say_in_which_unit_a_tool_counted(content, tmp_path, at):
    bring_in(content.root, tools.brat(tmp_path, at), "r")
    assert marks_of(content.root / "reports/r") == tools.MARKS


@pytest.mark.parametrize("tool", [tools.label_studio, tools.recogito], ids=lambda tool: tool.__name__)
def test_so_do_those_of_pages_that_count_in_characters_or_in_units(content, tmp_path, tool):
    for number, at in enumerate((tools.points, tools.units)):
        bring_in(content.root, tool(tmp_path, at), f"r{number}")
        assert marks_of(content.root / f"reports/r{number}") == tools.MARKS


def test_words_that_do_not_stand_where_they_are_said_to_are_taken_where_they_stand_once(content, tmp_path):
    (tmp_path / "x.txt").write_text("قصف قرب حلب ثم قصف", "utf-8")
    lines = ["T1\tPlace 0 3\tحلب", "T2\tPlace 5 8\tقصف", "T3\tPlace 4 7\tحمص"]
    (tmp_path / "x.ann").write_text("\n".join(lines), "utf-8")
    said = bring_in(content.root, tmp_path / "x.ann", "r")
    assert (content.root / "reports/r/ar.md").read_text("utf-8").endswith("\n\nقصف قرب [حلب]{.aleppo} ثم قصف\n")
    assert notes(said) == [
        f"{item} (Place) was left out: its words do not stand where it says" for item in ("T2", "T3")
    ]


def doccano(tmp_path: Path, text: str, *spans: tuple[str, str]) -> Path:
    """Labels of words of a text, as doccano has them."""
    found = [[text.index(words), text.index(words) + len(words), label] for label, words in spans]
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps({"text": text, "label": found}), "utf-8")
    return path


def body(content: Content, slug: str = "r") -> str:
    return (content.root / f"reports/{slug}/ar.md").read_text("utf-8").partition("\n\n")[2]


def test_of_two_that_cross_the_event_or_claim_is_cut_and_no_name(content, tmp_path):
    source = doccano(tmp_path, "قصف مدينة حلب الشمالية ليلاً", ("Event", "قصف مدينة حلب"), ("Place", "حلب الشمالية"))
    said = bring_in(content.root, source, "r")
    assert "[قصف مدينة]{.event-1} [[حلب]{.event-1} الشمالية]{.hlb-al-shmalya} ليلاً" in body(content)
    assert "what crossed others, or ends of paragraphs, became several marks (1 in all)" in notes(said)


def test_of_two_events_that_cross_the_later_is_cut(content, tmp_path):
    source = doccano(tmp_path, "واحد اثنان ثلاثة", ("Event", "واحد اثنان"), ("Claim", "اثنان ثلاثة"))
    bring_in(content.root, source, "r")
    assert body(content) == "[واحد [اثنان]{.claim-1}]{.event-1} [ثلاثة]{.claim-1}\n"


def test_what_goes_over_an_end_of_a_paragraph_is_marked_in_both(content, tmp_path):
    bring_in(content.root, doccano(tmp_path, "واحد اثنان\n\nثلاثة أربعة", ("Claim", "اثنان\n\nثلاثة")), "r")
    assert body(content) == "واحد [اثنان]{.claim-1}\n\n[ثلاثة]{.claim-1} أربعة\n"


def test_a_mark_takes_the_signs_of_its_letters_and_leaves_blanks(content, tmp_path):
    bring_in(content.root, doccano(tmp_path, "في حَلَبَ اليوم", ("Place", " حَلَب")), "r")
    assert body(content) == "في [حَلَبَ]{.aleppo} اليوم\n"


def test_pieces_of_brat_become_marks_of_one_id(content, tmp_path):
    (tmp_path / "x.txt").write_text("قتل اثنان أمس وأربعة", "utf-8")
    (tmp_path / "x.ann").write_text("T1\tClaim 0 9;14 20\tقتل اثنان وأربعة\n", "utf-8")
    said = bring_in(content.root, tmp_path / "x.ann", "r")
    assert body(content) == "[قتل اثنان]{.claim-1} أمس [وأربعة]{.claim-1}\n"
    assert notes(said) == ["T1 was in 2 pieces, and became as many marks"]


def test_what_markdown_would_take_for_its_own_stays_a_word(content, tmp_path):
    lines = [
        "# عدد *اثنان* و_ثلاثة_ [x](y) `س`",
        "1. أول",
        "- ثان",
        "> ثالث",
        ": رابع",
        "!",
        "<b> &amp; \\ {.x} ![a] ~~~",
    ]
    bring_in(content.root, doccano(tmp_path, "\n\n".join(lines), ("Claim", "اثنان"), ("Date", "[a]")), "r")
    assert [block.text for block in text_of(content.root / "reports/r").blocks] == lines


def test_names_are_found_in_the_registry_by_the_tools_id_or_by_their_words(content, tmp_path):
    source = tools.brat(tmp_path)
    source.write_text(source.read_text("utf-8") + "N1\tReference T6 kb:guards\tsomebody\n", "utf-8")
    before = (content.root / "registry/actors.yaml").read_bytes()
    bring_in(content.root, source, "r")
    assert ("الجيش", ".guards") in marks_of(content.root / "reports/r")
    assert (content.root / "registry/actors.yaml").read_bytes() == before


def test_wikidata_and_geonames_lead_to_places_that_have_their_ids(content, tmp_path):
    content.write("registry/places.yaml", "halab: {name: {ar: مدينة, en: City}, kind: city, ids: {wikidata: Q41183}}\n")
    source = tools.brat(tmp_path)
    source.write_text(source.read_text("utf-8") + "N1\tReference T2 http://www.wikidata.org/entity/Q41183\n", "utf-8")
    bring_in(content.root, source, "r")
    assert ("حلب", ".halab") in marks_of(content.root / "reports/r")


def test_a_name_that_the_registry_lacks_becomes_a_stub(content, tmp_path):
    said = bring_in(content.root, doccano(tmp_path, "في دير سنبل أمس", ("Place", "دير سنبل")), "r")
    places = (content.root / "registry/places.yaml").read_text("utf-8")
    assert places.endswith("\ndyr-snbl:\n  name: {ar: دير سنبل, en:}\n  kind:\n")
    assert "Added to the registry, to be filled in: dyr-snbl." in map(str, said)


def test_what_is_left_is_what_an_author_must_fill_in(content, tmp_path):
    source = doccano(tmp_path, "قصف حلب ليلة الخميس", ("Event", "قصف"), ("Place", "حلب"), ("Date", "الخميس"))
    bring_in(content.root, source, "r")
    with pytest.raises(ContentErrors) as told:
        read_site(content.root)
    assert [(problem.path.name, problem.line, problem.message) for problem in told.value.problems] == [
        ("ar.md", 4, "`when`: '?' is not a date"),
        ("record.yaml", 1, "`published` has no value"),
        ("record.yaml", 2, "`publisher` has no value"),
        ("record.yaml", 7, "`type` has no value"),
        ("record.yaml", 8, "`when` has no value"),
    ]


def test_dates_without_a_value_are_read_from_their_words_and_told(content, tmp_path):
    text = "الاثنين، وفي 10 مايو 2024، ومنذ أبريل 2024، وفي ذلك اليوم"
    labels = [("Date", words) for words in ("الاثنين", "10 مايو 2024", "أبريل 2024", "ذلك اليوم")]
    said = bring_in(content.root, doccano(tmp_path, text, *labels), "2025-08-05-r")
    assert [note.partition(": ")[2] for note in notes(said)] == [
        "“الاثنين” was taken for 2025-08-04; see whether it is",
        "“10 مايو 2024” was taken for 2024-05-10; see whether it is",
        "“أبريل 2024” was taken for 2024-04; see whether it is",
        "no date is given for “ذلك اليوم”; write it after `when=`",
    ]
    assert "[ذلك اليوم]{when=?}" in body(content, "2025-08-05-r")


def test_labels_that_are_not_known_are_told_with_their_first_place(content, tmp_path):
    source = doccano(tmp_path, "سوق حلب", ("Market", "سوق"), ("Place", "حلب"))
    said = bring_in(content.root, source, "r")
    assert notes(said) == [
        "what is labelled `Market` was left out (1 in all, the first is 1); a file of labels (LABELS=) can say what it means"
    ]


def test_a_file_of_labels_says_what_they_mean(content, tmp_path):
    labels = tmp_path / "labels.yaml"
    labels.write_text(
        "labels:\n  Market: {is: place, kind: facility}\n  Place: nothing\nrelations: {sagt: by}\nvalues: {Tote: killed}\n",
        "utf-8",
    )
    bring_in(content.root, doccano(tmp_path, "سوق حلب", ("Market", "سوق"), ("Place", "حلب")), "r", labels=labels)
    assert body(content) == "[سوق]{.swq} حلب\n"
    assert "swq:\n  name: {ar: سوق, en:}\n  kind: facility\n" in (content.root / "registry/places.yaml").read_text(
        "utf-8"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("labels: {Market: shop}", "`shop` is no meaning"),
        ("labels: {Market: {is: place, kind: shop}}", "`shop` is no kind"),
        ("relations: {x: y}", "`y` is no meaning"),
        ("other: x", "`other`"),
    ],
)
def test_what_is_wrong_in_a_file_of_labels_is_told(content, tmp_path, text, told):
    (tmp_path / "labels.yaml").write_text(text, "utf-8")
    with pytest.raises(ContentErrors) as error:
        bring_in(content.root, tools.doccano(tmp_path), "r", labels=tmp_path / "labels.yaml")
    assert told in str(error.value)


def test_what_a_report_has_no_place_for_is_told(content, tmp_path):
    source = tools.brat(tmp_path)
    more = [
        "A90\tcertainty T1 low", "A91\tkilled T7 many", "#92\tAnnotatorNotes T5\tlook again", "R93\tNear Arg1:T2 Arg2:T1",
        "R94\tby Arg1:T5 Arg2:T2", "T95\tPlace 1 900\tحمص", "*\tEquiv T1 T2",
    ]  # fmt: skip
    source.write_text(source.read_text("utf-8") + "\n".join(more) + "\n", "utf-8")
    said = bring_in(content.root, source, "r")
    lines = source.read_text("utf-8").split("\n")
    assert {(one.message, lines[one.line - 1].split("\t")[0]) for one in said if isinstance(one, Problem)} == {
        ("T1: `certainty` = “low” was left out", "T1"),
        ("T7: `killed` = “many” was left out", "T7"),
        ("T5: the note “look again” was left out", "T5"),
        ("the relation R93 (Near) was left out: a record has none like it", "R93"),
        ("the relation R94 (by) was left out: a record has none like it", "R94"),
        ("T95 (Place) was left out: its words do not stand where it says", "T95"),
        ("the relation * (Equiv) was left out: a record has none like it", "*"),
    }


def test_another_annotator_is_told(content, tmp_path):
    source = tools.label_studio(tmp_path)
    data = json.loads(source.read_text("utf-8"))
    data[0]["annotations"].append({"id": 3, "result": []})
    source.write_text(json.dumps(data), "utf-8")
    assert notes(bring_in(content.root, source, "r")) == ["1: what another annotator made (3) was left out"]


def test_each_text_of_a_file_becomes_a_report(content, tmp_path):
    source = tools.doccano(tmp_path)
    source.write_text(f"{source.read_text('utf-8')}\n" * 2, "utf-8")
    said = bring_in(content.root, source, "r")
    assert [str(one) for one in said if " came in. " in str(one)] == [
        "r-1 came in. Marks: 7; relations: 5.", "r-2 came in. Marks: 7; relations: 5.",
    ]  # fmt: skip
    assert marks_of(content.root / "reports/r-1") == marks_of(content.root / "reports/r-2") == tools.MARKS


def test_nothing_is_written_over(content, tmp_path):
    content.report("r", ar="شيء\n")
    before = {path: path.read_bytes() for path in content.root.rglob("*") if path.is_file()}
    with pytest.raises(ContentErrors, match="this is already there"):
        bring_in(content.root, tools.doccano(tmp_path), "r")
    assert {path: path.read_bytes() for path in content.root.rglob("*") if path.is_file()} == before


def test_a_registry_in_braces_is_left_as_it_is_and_so_is_all_else(content, tmp_path):
    content.write("registry/places.yaml", "{aleppo: {name: {ar: حمص, en: Homs}, kind: city}}\n")
    with pytest.raises(ContentErrors, match="no entry can be put below"):
        bring_in(content.root, tools.doccano(tmp_path), "r")
    assert not (content.root / "reports/r").exists()


def test_a_redacted_label_hides_and_no_hash_tells_it(content, tmp_path):
    bring_in(content.root, doccano(tmp_path, "قال السرّ شيئاً", ("Redacted", "السرّ")), "r")
    assert body(content) == "قال [السرّ]{.redacted} شيئاً\n"
    assert "sha256" not in (content.root / "reports/r/record.yaml").read_text("utf-8")


EXPORTS = [
    ("brat/fasher.ann", 32), ("inception/fasher.xmi", 32), ("inception/fasher.json", 32),
    ("inception/fasher.txt-hauthor.zip", 32), ("label-studio/project-3-at-2025-08-06.json", 32),
    ("doccano/fasher-relations.jsonl", 32), ("doccano/fasher.jsonl", 0), ("recogito/fasher.jsonld", 0),
]  # fmt: skip


@pytest.mark.skipif(not SHARED.is_dir(), reason="the trials do not lie beside the project")
@pytest.mark.parametrize(("name", "relations"), EXPORTS)
def test_the_trials_come_in_whole(content, name, relations):
    text = SHARED / "brat/fasher.txt" if name.startswith("recogito") else None
    said = bring_in(content.root, SHARED / name, "2025-08-05-abu-shouk", text)
    assert str(said[0]) == f"2025-08-05-abu-shouk came in. Marks: 63; relations: {relations}."
    marks = text_of(content.root / "reports/2025-08-05-abu-shouk").marks
    assert (
        sum(len(mark.ids) + bool(mark.when) for mark in marks) + body(content, "2025-08-05-abu-shouk").count("when=?")
        == 63
    )
    with pytest.raises(ContentErrors) as told:
        read_site(content.root)
    errors = {problem.what.code for problem in told.value.problems if problem.severity == "error"}
    assert errors <= {"missing-value", "casualties-about", "no-date"}
