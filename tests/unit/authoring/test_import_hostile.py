"""A file of another program that is broken or means harm ends in a sentence with its place, and nothing is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from authoring import bounded
from authoring.importing import bring_in
from reports import ContentErrors
from tests.helpers import tools
from tests.helpers.content import Content

LAUGHS = "".join(
    f'<!ENTITY l{n} "{"&l" + str(n - 1) + ";" if n else "ha"}{"&l" + str(n - 1) + ";" if n else ""}">'
    for n in range(40)
)
XMI = (
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmi:version="2.0">'
    '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text/plain" sofaString="{}"/>'
    '<cas:View sofa="1" members=""/></xmi:XMI>'
)
TYPES = '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types/></typeSystemDescription>'


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path)


def refused(content: Content, path: Path, text: Path | None = None) -> str:
    """What is told of a file; nothing is written."""
    before = {one: one.read_bytes() for one in content.root.rglob("*") if one.is_file()}
    with pytest.raises(ContentErrors) as told:
        bring_in(content.root, path, "r", text)
    assert {one: one.read_bytes() for one in content.root.rglob("*") if one.is_file()} == before
    [problem] = told.value.problems
    return f"{problem.path.name}:{problem.line}: {problem.message}"


def written(tmp_path: Path, name: str, data: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


DOCTYPES = {
    "billion laughs": (f"<!DOCTYPE x [{LAUGHS}]>", "&l39;"),
    "a file of this machine": ('<!DOCTYPE x [<!ENTITY l SYSTEM "file:///etc/hostname">]>', "x"),
    "a definition elsewhere": ('<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">', "x"),
    "parameters": ('<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/hostname"> %p;]>', "x"),
}


@pytest.mark.parametrize("name", DOCTYPES)
@pytest.mark.parametrize(
    "begins", ["", '<?xml version="1.0" encoding="UTF-8"?>\n', "\ufeff"], ids=["bare", "declared", "mark"]
)
def test_xml_that_declares_anything_is_not_parsed(content, tmp_path, name, begins):
    doctype, said = DOCTYPES[name]
    written(tmp_path, "TypeSystem.xml", TYPES)
    told = refused(content, written(tmp_path, "x.xmi", begins + doctype + XMI.format(said)))
    assert told.endswith("the XML has a document type, which could bring in other files; save it without one")


def test_nor_is_a_type_system_that_does(content, tmp_path):
    written(tmp_path, "TypeSystem.xml", '<!DOCTYPE x [<!ENTITY l "ha">]>' + TYPES)
    told = refused(content, written(tmp_path, "x.xmi", XMI.format("نص")))
    assert told.startswith("TypeSystem.xml:1: the XML has a document type")


def test_another_encoding_hides_no_doctype(content, tmp_path):
    """What is looked at and what is parsed is the same text, whatever the file says it is written in."""
    written(tmp_path, "TypeSystem.xml", TYPES)
    doctype = '<!DOCTYPE x [<!ENTITY l "ha">]>'
    utf_7 = (
        '<?xml version="1.0" encoding="UTF-7"?>'
        + doctype.replace("<", "+ADw-").replace(">", "+AD4-")
        + XMI.format("&l;")
    )
    assert refused(content, written(tmp_path, "x.xmi", utf_7)) == "x.xmi:1: this is no XML"
    utf_16 = ('<?xml version="1.0" encoding="UTF-16"?>' + doctype + XMI.format("&l;")).encode("utf-16")
    assert refused(content, written(tmp_path, "x.xmi", utf_16)) == "x.xmi:1: this is not UTF-8 text"


NESTED = "<a>" * 500 + "</a>" * 500
FILES = {
    "x.xmi": [
        ("<a", "x.xmi:1: this is no XML"), (NESTED, "x.xmi:1: this nests deeper than 60 levels"),
        ("<a/>", "x.xmi:1: this is no UIMA CAS that can be read ("), (XMI.format(""), "x.xmi:1: this UIMA CAS has no text"),
    ],
    "x.json": [
        ("", "x.json:1: this is no JSON"), ('[\n{"a": }]', "x.json:2: this is no JSON"),
        ("[" * 100_000 + "]" * 100_000, "x.json:1: this nests deeper than 60 levels"),
        ("[" * 100 + "]" * 100, "x.json:1: this nests deeper than 60 levels"),
        ('["\\ud800"]', "x.json:1: a code in this file is half of a character"),
        ("9" * 5000, "x.json:1: this is no JSON"), ("[]", "x.json:1: this is of no tool that is known"),
        ('[{"data": {"text": "نص"}, "annotations": [{"result": "x"}]}]', "x.json:1: `1` is nothing that Label Studio writes"),
        ('{"data": {}}', "x.json:1: `1` is nothing that Label Studio writes"),
        ('{"%TYPES": 3, "%FEATURE_STRUCTURES": []}', "x.json:1: this is no UIMA CAS that can be read"),
        (b"\xff\xfe", "x.json:1: this is not UTF-8 text"),
    ],
    "x.jsonl": [
        ('{"text": "نص", "label": []}\n{"text": 3}', "x.jsonl:2: this is no line of doccano’s"),
        ('{"text": "نص", "label": [[0]]}', "x.jsonl:1: this is no line of doccano’s"),
        ("\n\n", "x.jsonl:1: there is no text in this"),
    ],
    "x.jsonld": [
        ('{"type": "Annotation"}', "x.jsonld:1: `?` is nothing that Web Annotation writes"),
        ('[{"type": "Annotation", "id": "#1", "target": "http://x/../../etc/passwd"}]', "x.jsonld:1: `passwd` does not stand beside it"),
        ('[{"type": "Annotation", "id": "#1", "target": ["a", "b"]}]', "x.jsonld:1: `1` is nothing that Web Annotation writes"),
        ('{"@context": "x"}', "x.jsonld:1: `items` is nothing that Web Annotation writes"),
    ],
    "x.zip": [
        ("PK", "x.zip:1: this archive cannot be unpacked"), (tools.zipped(a=b"b"), "x.zip:1: this is of no tool that is known"),
        (tools.zipped(**{f"f{n}": b"" for n in range(101)}), "x.zip:1: the archive has more than 100 files"),
        (tools.zipped(**{"a.xmi": b"0" * 40 * 2**20}), "x.zip:1: the file is larger than 32 MiB"),
    ],
    "x.pdf": [("%PDF", "x.pdf:1: this is of no tool that is known")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "told"), [(name, data, told) for name, cases in FILES.items() for data, told in cases]
)
def test_what_is_broken_is_told_with_its_place(content, tmp_path, name, data, told):
    written(tmp_path, "TypeSystem.xml", TYPES)
    assert refused(content, written(tmp_path, name, data)).startswith(told)


def test_a_line_that_is_none_of_brat_is_told(content, tmp_path):
    written(tmp_path, "x.txt", "نص")
    assert (
        refused(content, written(tmp_path, "x.ann", "T1\tPlace 0 2\tنص\nhello\n"))
        == "x.ann:2: this is no line of brat’s"
    )


def test_a_text_that_is_not_there_is_told(content, tmp_path):
    told = refused(content, written(tmp_path, "x.ann", ""))
    assert told == "x.ann:1: `x.txt` does not stand beside it; put it there, or give the text with TEXT="
    assert refused(content, written(tmp_path, "x.xmi", XMI.format("نص"))).startswith(
        "x.xmi:1: `TypeSystem.xml` does not"
    )


def test_a_file_that_is_too_large_is_not_read(content, tmp_path, monkeypatch):
    monkeypatch.setattr(bounded, "MAX_BYTES", 10)
    assert refused(content, tools.doccano(tmp_path)) == "wire.jsonl:1: the file is larger than 0 MiB"


def test_a_folder_or_nothing_is_told(content, tmp_path):
    (tmp_path / "f.json").mkdir()
    assert refused(content, tmp_path / "f.json") == "f.json:1: the file cannot be read (no plain file)"
    assert refused(content, tmp_path / "none.json").startswith("none.json:1: the file cannot be read (")


@pytest.mark.parametrize("slug", ["../r", "R", "", "r/s", "con"])
def test_a_name_that_is_none_of_a_folder_is_told(content, tmp_path, slug):
    with pytest.raises(ContentErrors, match="cannot be the name of a report"):
        bring_in(content.root, tools.doccano(tmp_path), slug)


def test_offsets_that_lie_are_told_and_the_rest_comes_in(content, tmp_path):
    text = "قصف حلب 😀"
    label = [[-1, 3, "Place"], [3, 1, "Place"], [0, 10**9, "Event"], [4, 4, "Place"], [4, 7, "Place"]]
    path = written(tmp_path, "x.jsonl", json.dumps({"text": text, "label": label}))
    said = [str(one) for one in bring_in(content.root, path, "r")]
    assert said[0] == "r came in. Marks: 1; relations: 0."
    assert sum("its words do not stand where it says" in one for one in said) == 4


def test_many_annotations_over_one_another_come_in_within_seconds(content, tmp_path):
    text = "كلمة " * 2000
    label = [[at, at + 4000, "Claim"] for at in range(0, 5000, 5)] + [
        [at * 5, at * 5 + 4, "Place"] for at in range(2000)
    ]
    path = written(tmp_path, "x.jsonl", json.dumps({"text": text, "label": label}))
    said = [str(one) for one in bring_in(content.root, path, "r")]
    assert said[0] == "r came in. Marks: 3000; relations: 0."
    assert any("would stand in too many others" in one for one in said)


def test_annotations_that_take_too_long_are_told(
    content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of very many crosses all those beside it."""
    monkeypatch.setattr(bounded, "SECONDS", 0.5)
    spans = [[at, at + 2_000, "PLACE"] for at in range(5_000)]
    path = written(tmp_path, "x.jsonl", json.dumps({"id": 1, "text": "حلب " * 5_000, "label": spans}))
    assert "reading it takes longer than 0.5 seconds" in refused(content, path)


SAID = "قالت الصحيفة إن زكريا طرابيشي رأى قصفا، وإن زكريا عاد."
NAME = "زكريا طرابيشي"
AT = f"{SAID.index(NAME)} {SAID.index(NAME) + len(NAME)}"


def brat(tmp_path: Path, *lines: str) -> Path:
    """A text that names somebody, with these lines of brat's beside it."""
    written(tmp_path, "a.txt", SAID)
    return written(tmp_path, "a.ann", "".join(f"{line}\n" for line in lines))


@pytest.mark.parametrize(
    "lines",
    [
        [f"T1\tRedacted {AT}\t{NAME}"],
        [f"T1\tمحجوب {AT}\t{NAME}"],
        [f"T1\tPerson {AT}\t{NAME}", "A1\tRedacted T1"],
        [f"T1\tPerson {AT}\t{NAME}", "A1\tStatus T1 redacted"],
        [f"T1\tPerson {AT}\t{NAME}", "#1\tAnnotatorNotes T1\tمحجوب"],
        [f"T1\tPerson {AT}\t{NAME}", f"T2\tRedaction {AT}\t{NAME}", f"#1\tAnnotatorNotes T1\t{NAME}"],
        [f"T1\tDate {AT}\t{NAME}", f"T2\tEvent {AT}\t{NAME}", f"T3\tRedacted {AT}\t{NAME}"],
        [f"T1\tRedacted {AT}\t{NAME}", "T2\tEvent 0 4\tقالت", "#1\tAnnotatorNotes T2\tزكريا"],
    ],
    ids=[
        "a label",
        "in Arabic",
        "an attribute",
        "its value",
        "a note",
        "another label",
        "a date and an event",
        "a note elsewhere",
    ],
)
def test_what_an_annotator_redacts_is_nothing_else_and_is_quoted_nowhere(
    content: Content, tmp_path: Path, lines: list[str]
) -> None:
    before = {path: path.read_bytes() for path in content.root.joinpath("registry").rglob("*.yaml")}
    said = bring_in(content.root, brat(tmp_path, *lines), "r")
    text = (content.root / "reports/r/ar.md").read_text("utf-8")
    assert text.startswith("Title: قالت الصحيفة إن … رأى قصفا")
    assert f"[{NAME}]{{.redacted}}" in text
    assert {path: path.read_bytes() for path in before} == before
    assert not [str(one) for one in said if "زكريا" in str(one) or "zkrya" in str(one)]


def test_a_name_that_is_redacted_elsewhere_becomes_no_entry(content: Content, tmp_path: Path) -> None:
    again = f"{SAID.rindex('زكريا')} {SAID.rindex('زكريا') + 5}"
    said = bring_in(content.root, brat(tmp_path, f"T1\tRedacted {AT}\t{NAME}", f"T2\tPerson {again}\tزكريا"), "r")
    assert "zkrya" not in (content.root / "registry/sources.yaml").read_text("utf-8")
    assert [str(one).partition(": ")[2] for one in said if "T2" in str(one)] == [
        "warning: T2 (Person) was left out: its words are redacted"
    ]


def test_what_the_registry_has_is_marked_where_it_stands_openly(content: Content, tmp_path: Path) -> None:
    """A town may stand within redacted words, and elsewhere."""
    text = "قتل فلان في سوق حلب، وقصفت حلب."
    written(tmp_path, "a.txt", text)
    market, town = text.index("سوق حلب"), text.rindex("حلب")
    source = written(
        tmp_path, "a.ann", f"T1\tRedacted {market} {market + 7}\tسوق حلب\nT2\tPlace {town} {town + 3}\tحلب\n"
    )
    bring_in(content.root, source, "r")
    assert "[سوق حلب]{.redacted}، وقصفت [حلب]{.aleppo}." in (content.root / "reports/r/ar.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([f"T1\tRedcated {AT}\t{NAME}"], "T1 says “Redcated”, which looks like a word for what is to be redacted"),
        ([f"T1\tPerson {AT}\t{NAME}", "A1\tHidden T1"], "T1 says “Hidden”"),
        ([f"T1\tPerson {AT}\t{NAME}", "#1\tNotes T1\tالمحجوبه"], "T1 says “المحجوبه”"),
        ([f"T1\tRedacted {AT}\tزكريا الطرابيشي"], "T1 is to be redacted, and its words do not stand where it says"),
        ([f"T1\tPerson {AT}\tزكريا الطرابيشي", "A1\tRedacted T1"], "T1 is to be redacted"),
    ],
    ids=["a typing error", "another word", "another ending", "other words", "other words, and an attribute"],
)
def test_a_redaction_that_would_be_lost_brings_in_nothing(
    content: Content, tmp_path: Path, lines: list[str], told: str
) -> None:
    assert told in refused(content, brat(tmp_path, *lines))


def test_all_redactions_that_would_be_lost_are_told_at_once(content: Content, tmp_path: Path) -> None:
    source = brat(
        tmp_path, f"T1\tRedacted {AT}\tزكريا الطرابيشي", f"T2\tRedcated {AT}\t{NAME}", "T3\tRedacted 0 4\tقيلت"
    )
    with pytest.raises(ContentErrors) as told:
        bring_in(content.root, source, "r")
    assert [problem.line for problem in told.value.problems] == [1, 2, 3]


def test_what_says_that_it_is_not_redacted_is_not(content: Content, tmp_path: Path) -> None:
    bring_in(content.root, brat(tmp_path, f"T1\tPerson {AT}\t{NAME}", "A1\tRedacted T1 false"), "r")
    assert "redacted" not in (content.root / "reports/r/ar.md").read_text("utf-8")


def test_a_file_of_labels_says_that_a_word_is_none_for_a_redaction(content: Content, tmp_path: Path) -> None:
    labels = written(tmp_path, "labels.yaml", "labels: {Hidden: nothing}\n")
    source = brat(tmp_path, f"T1\tPerson {AT}\t{NAME}", "A1\tHidden T1")
    bring_in(content.root, source, "r", labels=labels)
    assert "redacted" not in (content.root / "reports/r/ar.md").read_text("utf-8")
