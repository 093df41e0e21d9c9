"""What the content redacts and a file of the site says: told with both places, and never quoted."""

import base64
import html
import json
import zlib
from pathlib import Path
from urllib.parse import quote

import pytest

import inspection
from tests.helpers.content import Content

SECRET, PLACE = "قرطماسوس الخفي", "reports/r/ar.md:3"


def faults(content: Path, site: Path) -> list[str]:
    """What the inspection says of secrets alone."""
    return [str(fault) for fault in inspection.inspect(site, content=content, without={*inspection.CHECKS} - {"secrets"})]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "en").mkdir(parents=True)
    return folder


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path).report(ar=f"قال [{SECRET}]{{.redacted}} شيئاً.", en="[Qirtimasus]{.redacted} said a thing.")


WAYS = {
    "as it is": lambda text: text.encode(),
    "as HTML": lambda text: "".join(f"&#{ord(char)};" for char in text).encode(),
    "within elements": lambda text: f"<p>{'</b><b>'.join(text)}</p>".encode(),
    "as an attribute": lambda text: f'<a title="{html.escape(text)}">x</a>'.encode(),
    "as an address": lambda text: quote(text).encode(),
    "as JSON": lambda text: json.dumps(text).encode(),
    "as base64": lambda text: base64.b64encode(f"begin {text} end".encode()),
    "with vowel marks": lambda text: "\u064e".join(text).encode(),
    "with unseen characters": lambda text: ("\u2067" + "\u200c".join(text) + "\u2069").encode(),
    "in other forms of its letters": lambda text: text.replace("ق", "\ufed7").replace("س", "\ufeb2").encode(),
    "over two lines": lambda text: text.replace(" ", "\r\n  ").encode(),
    "with signs between": lambda text: text.replace(" ", "_").encode(),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_file_that_says_a_redacted_word_is_told(content: Content, site: Path, way: str):
    """However it says it; the fault does not say it."""
    (site / "en" / "a.txt").write_bytes(b"before " + WAYS[way](SECRET) + b" after")
    found = faults(content.root, site)
    assert found == [f"en/a.txt: says what {PLACE} redacts"]


def test_it_is_looked_for_in_what_a_pdf_packs(content: Content, site: Path):
    """In a title, which a PDF has in UTF-16, and in its streams."""
    packed = zlib.compress(SECRET.encode("utf-16-be"))
    (site / "en" / "a.pdf").write_bytes(b"%PDF-1.7\nstream\n" + packed + b"\nendstream\n")
    (site / "en" / "b.pdf").write_bytes(b"%PDF-1.7\n(\xfe\xff" + "Qirtimasus".encode("utf-16-be") + b")")
    (site / "en" / "c.pdf").write_bytes(b"%PDF-1.7 </T <FEFF" + "Qirtimasus".encode("utf-16-be").hex().encode() + b">>>")
    assert faults(content.root, site) == [
        f"en/a.pdf: says what {PLACE} redacts", "en/b.pdf: says what reports/r/en.md:3 redacts",
        "en/c.pdf: says what reports/r/en.md:3 redacts",
    ]  # fmt: skip


def test_a_name_of_a_file_says_things_too(content: Content, site: Path):
    (site / "en" / "qirtimasus.html").write_bytes(b"x")
    assert faults(content.root, site) == ["en/qirtimasus.html: says what reports/r/en.md:3 redacts"]


def test_a_name_with_a_hyphen_is_a_name(content: Content, site: Path):
    """As most Arabic names have in Latin letters; whatever stands between its parts."""
    content.report("s", ar="[اسم]{.redacted}", en="[Karim al-Hasan]{.redacted}")
    for name, said in (("a", "Karim al-Hasan"), ("b", "karim_al_hasan"), ("c", "Karim al‑Hasan.")):
        (site / f"{name}.txt").write_text(said, "utf-8")
    assert faults(content.root, site) == [f"{name}.txt: says what reports/s/en.md:3 redacts" for name in "abc"]


def test_a_backtick_in_one_paragraph_makes_no_code_of_the_next(content: Content, site: Path):
    content.report("s", ar="علامة ` هنا.\n\n[زمرذانوس]{.redacted}\n\nوعلامة ` هناك.")
    (site / "a.txt").write_text("زمرذانوس", "utf-8")
    assert faults(content.root, site) == ["a.txt: says what reports/s/ar.md:5 redacts"]


def test_three_words_of_many_are_enough(content: Content, site: Path):
    """Also those with marks in them, and the address of a link."""
    content.report("s", ar="[ذهب [مساعد]{.witness} المدير [إلى داره](https://veiled.example/x) البعيدة]{.redacted}")
    (site / "a.txt").write_text("… مساعد المدير الى …", "utf-8")
    (site / "b.txt").write_text("https://veiled.example/x", "utf-8")
    (site / "c.txt").write_text("ذهب المدير", "utf-8")
    assert faults(content.root, site) == [f"{name}.txt: says what reports/s/ar.md:3 redacts" for name in "ab"]


def test_what_stands_in_places_by_chance_is_not_looked_for(content: Content, site: Path):
    """Short words and numbers, months, English words that are no names; a telephone's number is."""
    ar = "في [2016]{.redacted} كان [من]{.redacted} هنا [0933555777]{.redacted} في [4 كانون الأول 2016]{.redacted}"
    content.report("s", ar=ar, en="[true]{.redacted} [x]{.redacted} [April]{.redacted} [x]{.redacted}")
    (site / "a.txt").write_text("2016 من true 4 كانون الأول 2016 April", "utf-8")
    (site / "b.txt").write_text("0933555777", "utf-8")
    assert faults(content.root, site) == ["b.txt: says what reports/s/ar.md:3 redacts"]


def test_what_is_said_openly_is_no_secret(content: Content, site: Path):
    """In another report, its record, a published entry of the registry, a part of a longer word; not in a draft."""
    (site / "en" / "a.txt").write_text("qirtimasuses", "utf-8")
    assert faults(content.root, site) == []
    (site / "en" / "a.txt").write_text(f"Qirtimasus {SECRET}", "utf-8")
    content.report("open", ar=f"جاء {SECRET}.", en="Status: draft\nTitle: x\n\nQirtimasus came.")
    assert faults(content.root, site) == ["en/a.txt: says what reports/r/en.md:3 redacts"]
    content.registry(sources="hidden: {name: {ar: سري, en: Qirtimasus}, kind: person}\n")
    assert len(faults(content.root, site)) == 1
    (site / "en" / "sources" / "hidden").mkdir(parents=True)
    (site / "en" / "sources" / "hidden" / "index.html").write_text("x", "utf-8")
    assert faults(content.root, site) == []


def test_marks_in_code_and_brackets_that_are_none_hide_nothing(content: Content, site: Path):
    """A page that explains how words are redacted says an example of it."""
    content.report("how", ar="اكتب `[كلمات سرية]{.redacted}` أو \\[كلمات أخرى]{.redacted}")
    (site / "a.txt").write_text("كلمات سرية، كلمات أخرى", "utf-8")
    assert faults(content.root, site) == []


def test_a_content_without_redactions_has_no_secrets(tmp_path: Path, site: Path):
    content = Content(tmp_path / "other").report(ar="نص.")
    (site / "a.txt").write_text("نص", "utf-8")
    assert faults(content.root, site) == []
