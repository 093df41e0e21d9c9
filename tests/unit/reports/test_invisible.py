"""Characters that are not seen are refused where they could hide something, and kept where a script needs them."""

from __future__ import annotations

import re
import time
import unicodedata
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports import ContentErrors
from reports.invisible import faults, faults_of_codes, unseen
from tests.helpers.content import Content
from tests.helpers.images import drawing

#: Characters that nobody sees, one of each kind, and what is said of them.
HIDING = {
    "\u202a": "turns the direction", "\u202b": "turns the direction", "\u202c": "turns the direction",
    "\u202d": "turns the direction", "\u202e": "turns the direction", "\u206a": "advises against",
    "\ufff9": "advises against", "\u200b": "without width", "\u2060": "without width", "\u2063": "without width",
    "\ufeff": "without width", "\u180e": "without width", "\u034f": "without width", "\u00ad": "a soft hyphen",
    "\u3164": "looks like a blank", "\uffa0": "looks like a blank", "\u2800": "looks like a blank",
    "\U000e0041": "a tag character", "\U000e0101": "rare forms", "\u2028": "line’s end", "\u2029": "line’s end",
}  # fmt: skip

#: What people write and what stays as it is.
HARMLESS = (
    "نیم\u200cفاصله", "سنة 1438 ه\u200d", "👩\u200d🚒 ⚠\ufe0f 1\ufe0f\u20e3", "قال \u2066BBC\u2069 إن",
    "\u2067حلب \u2066BBC\u2069 و\u2069", "12\u200e-15", "‏و7", "نعم\u061c", "مُحَمَّد", "\u00a07\u202f000",
)  # fmt: skip


def write(content: Content, where: str, words: str) -> None:
    """A report with some words in one of the places that take text; ``‸`` in them is where an error is expected."""
    if where == "text":
        content.report(ar=f"كلام {words} كلام")
    elif where == "header":
        content.report(ar=f"Title: عنوان {words}\n\nكلام")
    elif where == "record":
        content.report(record=f"corrections:\n  - {{on: 2020-01-01, ar: كلام {words}, en: Words}}\n", ar="كلام")
    else:
        content.registry(places=f"idlib: {{name: {{ar: إدلب, en: Idlib {words}}}, kind: city}}").report()


PLACES = ("text", "header", "record", "registry")


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("char", HIDING, ids=lambda char: f"{ord(char):04X}")
def test_what_hides_is_refused_where_it_stands(content: Content, char: str, where: str) -> None:
    write(content, where, f"ا‸{char}ب")
    content.expect(f"U+{ord(char):04X} stands here: ")
    assert HIDING[char] in content.errors()[0].message


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("words", HARMLESS)
def test_what_a_script_needs_stays(content: Content, words: str, where: str) -> None:
    write(content, where, words)
    assert content.errors() == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("قتل ‸\u20667 و9", "begins an isolate that does not end in its paragraph"),
        ("قتل ‸\u20677\n\nو9\u2069‸", "begins an isolate that does not end in its paragraph"),
        ("قتل 7‸\u2069 و9", "ends an isolate here that nothing began"),
        ("قتل‸\u200c 7", "between no letters that it could join or part"),
        ("sev‸\u200den", "between no letters that it could join or part"),
        ("7‸\u200d9", "between no letters that it could join or part"),
        ("قتل‸\ufe0f 7", "after no sign that has several forms"),
    ],
)
def test_what_has_no_reason_where_it_stands(content: Content, words: str, message: str) -> None:
    """The end of an isolate in another paragraph than its beginning is told too."""
    if words.endswith("‸"):
        words = words.replace("\u2069‸", "‸\u2069")
        content.report(ar=words).expect(message, "ends an isolate here that nothing began")
    else:
        content.report(ar=words).expect(message)


@pytest.mark.parametrize(
    "code", ["&#x202E;", "&#8238;", "&#8238", "&ZeroWidthSpace;", "&zwj;", "&shy;", "&shy", "&#x2066;", "&NoBreak;"]
)
def test_a_code_in_a_text_hides_as_well(content: Content, code: str) -> None:
    content.report(ar=f"قتل ‸{code} 7").expect("which is not seen; remove it")


@pytest.mark.parametrize("char", HIDING, ids=lambda char: f"{ord(char):04X}")
def test_a_code_in_yaml_hides_as_well(content: Content, char: str) -> None:
    code = f"\\U{ord(char):08X}"
    content.registry(places=f'idlib: {{name: {{ar: إدلب, en: ‸"Id{code}lib"}}, kind: city}}').report()
    content.expect(f"U+{ord(char):04X} stands here")


def test_codes_of_what_is_seen_stay(content: Content) -> None:
    content.report(ar="قتل&nbsp;7 &amp; &laquo;9&raquo; &#x639; &rlm;")
    assert content.errors() == []


def test_words_are_put_into_one_form(content: Content) -> None:
    """Two ways to write one letter would be two words for the search, for comparing and for a hash."""
    parted = unicodedata.normalize("NFD", "أُعيد café")
    content.registry(places=f'idlib: {{name: {{ar: {parted}, en: "cafe\\u0301"}}, kind: city}}')
    content.report(ar=f"قيل {parted}")
    site = content.read()
    (report,) = site.reports
    assert report.texts["ar"].blocks[0].text == unicodedata.normalize("NFC", f"قيل {parted}")
    assert site.registry.places["idlib"].name["en"] == "café"


def test_a_file_full_of_them_tells_some(content: Content) -> None:
    content.report(ar="ا\u200bب" * 100_000)
    assert len(content.errors()) == 20


@given(st.text(st.sampled_from([*HIDING, *"ابجab7 \n\u2066\u2067\u2069\u200c\u200d\ufe0f🚒"]), max_size=40))
def test_every_hiding_character_is_told_and_no_other(text: str) -> None:
    found = list(faults(text))
    assert {offset for offset, _ in found} >= {at for at, char in enumerate(text) if char in HIDING}
    for offset, message in found:
        assert unicodedata.category(text[offset]) in ("Cf", "Mn", "Zl", "Zp", "Lo", "So"), "it can be seen"
        assert f"U+{ord(text[offset]):04X}" in str(message)
        assert message.hint
    visible = "".join(char for char in text if char in "ابجab7 \n🚒")
    assert list(faults(visible)) == []


@given(st.text(max_size=40))
def test_what_is_escaped_is_no_code(text: str) -> None:
    assert list(faults_of_codes(escape(text).replace("&#x27;", "'"))) == []


def _seen_by_nobody() -> list[str]:
    """Every character that programs may pass over, turns a line, ends it or is of nobody's making, by the data of
    Unicode: Default_Ignorable_Code_Point as its derivation has it, with what else is refused anywhere."""
    ranges = (
        (0xAD, 0xAD), (0x34F, 0x34F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200D), (0x202A, 0x202E),
        (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB),
        (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF), (0xE000, 0xF8FF), (0xF0000, 0x10FFFF), (0x80, 0x9F),
        (0x2028, 0x2029), (0x2800, 0x2800), (0xFDD0, 0xFDEF), (0x0, 0x8), (0xE, 0x1F),
    )  # fmt: skip
    return [chr(code) for first, last in ranges for code in range(first, last + 1)]


#: Every way in which a character can be written in a text, so that something makes one of it.
WRITTEN = (
    "{char}", "&#{code};", "&#x{code:x};", "&#X{code:X};", "&#0000{code};", "&\\#{code};", "&\\#x{code:x};", "\\&#{code};", "&#{code}",
    "&amp;#{code};", "&#38;#{code};",
)  # fmt: skip
STANDS = (
    "نص {} نص", "نص [س{}ص]{{.aleppo}} نص", "نص [س](https://a.example \"س{}ص\")", "نص <abbr title='س{}ص'>س</abbr>", "نص [س]{{sic=\"س{}ص\"}}",
    "- س{}ص", "| س{}ص |\n| - |", "# س{}ص", "نص[^1]\n\n[^1]: س{}ص", "س\n: س{}ص", "`س{}ص`", "    س{}ص", "```\nس{}ص\n```", "نص <https://a.example/س{}ص>",
    "نص [س](https://a.example/س{}ص)", "نص [س][1]\n\n[1]: https://a.example \"س{}ص\"", "**س{}ص**", "> س{}ص",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    "char",
    ["\u202e", "\u200b", "\U000e0fff", "\ue000", "\U000f0000", "\U00100000", "\U000f0009", "\ufff3", "\x02"],
    ids=lambda char: f"{ord(char):04X}",
)
@pytest.mark.parametrize("stands", STANDS)
def test_nothing_unseen_gets_into_what_is_shown(content: Content, char: str, stands: str) -> None:
    """In whatever spelling and wherever: it is refused, or shown as the letters that the author wrote."""
    for written in WRITTEN:
        content.report(ar=stands.format(written.format(char=char, code=ord(char))))
        if not content.errors():
            text = content.one().texts["ar"]
            rows = unescape(
                re.sub("[\U000f0000\U00100000]", "", "".join(text.rows)) if text.marks else "".join(text.rows)
            )
            assert char not in rows, written
            assert not [block for block in text.blocks if char in block.text or char in unescape(block.text)]


def test_every_character_that_nobody_sees_is_refused() -> None:
    """The 3,700 that no character has yet among them."""
    chars = _seen_by_nobody()
    assert len(chars) > 140_000
    assert [f"{ord(char):04X}" for char in chars if not unseen(f"a{char}b")] == []


@pytest.mark.parametrize("field", ["![صورة {}](road.png)", '![صورة](road.png "شرح {}")'])
@pytest.mark.parametrize("written", WRITTEN[1:8])
def test_what_an_image_is_said_to_show_hides_nothing(content: Content, field: str, written: str) -> None:
    (content.root / "reports" / "r").mkdir()
    (content.root / "reports" / "r" / "road.png").write_bytes(drawing())
    for char in "\u202e\ue000":
        content.report(ar=f"نص\n\n{field.format(written.format(char=char, code=ord(char)))}")
        if not content.errors():
            (image,) = content.one().texts["ar"].images
            assert char not in image.alt + image.caption


@pytest.mark.parametrize("where", ["record", "registry"])
def test_codes_of_yaml_hide_nothing(content: Content, where: str) -> None:
    for char in ("\u202e", "\U000e0fff", "\ue000", "\U000f0001", "\x07"):
        code = f"\\U{ord(char):08x}"
        record = f'corrections:\n  - {{on: 2020-01-01, ar: "كلام {code}", en: Words}}\n'
        places = f'idlib: {{name: {{ar: إدلب, en: "Idlib {code}"}}, kind: city}}'
        content.registry(places=places if where == "registry" else "").report(
            record=record if where == "record" else "", ar="كلام"
        )
        assert content.errors(), code


def test_an_isolate_that_does_not_end_is_told_in_its_line(content: Content) -> None:
    content.report(ar="أ\n\nب\n\nج\n\nد\n\n- هـ\n‸- و \u2068ز\n‸- ح\u2069\n\nط")
    content.expect("begins an isolate that does not end", "ends an isolate here that nothing began")


def test_marks_without_end_are_refused_before_they_are_put_in_order(content: Content):
    content.report(ar="نص a" + "\u0301\u0323" * 60_000)
    began = time.process_time()
    with pytest.raises(ContentErrors, match="so many marks above and below one letter"):
        content.read()
    assert time.process_time() - began < 3, "putting them in order takes longer, and their square"


@pytest.mark.parametrize("blanks", [" " * 60_000, "\t" * 60_000])
def test_a_value_of_blanks_is_read_soon(content: Content, blanks: str):
    began = time.process_time()
    content.registry(sources=f'other: {{name: {{ar: "ا{blanks}ب", en: Other}}, kind: newspaper}}\n')
    with pytest.raises(ContentErrors):
        content.report(ar="نص").read()
    assert time.process_time() - began < 3


@pytest.mark.parametrize("code", ["&#x06db;", "&#1755;", "&#x301;\u0323"])
def test_marks_without_end_are_refused_in_codes_of_a_text(content: Content, code: str):
    content.report(ar=f"نص a{code * 60} نص.")
    with pytest.raises(ContentErrors, match="so many marks above and below one letter"):
        content.read()


def test_marks_without_end_are_refused_in_codes_of_yaml(content: Content):
    marks = "\\u0301\\u0323" * 20
    content.registry(sources=f'other: {{name: {{ar: "ا{marks}", en: Other}}, kind: newspaper}}\n')
    with pytest.raises(ContentErrors, match="so many marks above and below one letter"):
        content.report(ar="نص").read()
