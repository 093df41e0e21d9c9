"""Files of sheets as programs write them, and as somebody writes them who means harm."""

from __future__ import annotations

import re
import time
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Color, Font, PatternFill

from authoring.sheets import Mapped, read_sheets
from authoring.sheets.mapping import NOT_READ
from authoring.sheets.separated import decoded
from authoring.sheets.tables import letters
from authoring.sheets.workbooks import MAX_EMPTY
from reports import ContentErrors
from tests.helpers.sheets import begin, bring_in, plan, published, rows, told

ARABIC = {"id": "x1", "date": "2025-08-04", "place": "مخيم أبو شوك", "killed": "3"}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return begin(tmp_path)


def cells(path: Path) -> list[tuple[str, ...]]:
    (table,) = read_sheets(path)
    return [row.cells for row in table.rows]


# Text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "،", "؛"])
def test_encodings_and_separators_are_found(tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(rows(ARABIC, separator=separator).encode(encoding))
    assert cells(path) == [tuple(ARABIC), tuple(ARABIC.values())]


def test_a_cell_keeps_its_quotation_marks_separators_and_line_breaks(content: Path) -> None:
    notes = {"note": 'She said "no",\r\nand left;\nthen came back'}
    bring_in(content, rows({**ARABIC, **notes}))
    record = (content / "reports/x1/record.yaml").read_text("utf-8")
    assert 'note: {en: "She said \\"no\\", and left; then came back"}' in record


def test_a_cell_below_one_with_line_breaks_is_told_by_the_row_of_the_spreadsheet(content: Path) -> None:
    wrong = plan(content, rows({**ARABIC, "note": "one\ntwo\nthree"}, {**ARABIC, "id": "x2", "killed": "many"}))
    assert told(wrong)[0].startswith("incidents.csv:3:D: ")


def test_headings_may_stand_below_a_title_and_above_hashtags(content: Path) -> None:
    lines = rows(ARABIC).splitlines(keepends=True)
    text = "Incidents of the team,,,\r\n,,,\r\n" + lines[0] + "#event+code,#date,#loc,#affected\r\n" + lines[1]
    bring_in(content, text)
    assert [path.name for path in (content / "reports").iterdir()] == ["x1"]


def test_the_line_with_which_excel_is_told_of_the_separator_is_none_of_the_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("sep=;\na,b;c\n", "utf-8")
    assert cells(path) == [("a,b", "c")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "no text in UTF-8"),
        (b'a,b\n"open,c\n', "a quotation mark opens or ends a cell"),
    ],
)
def test_what_is_no_text_is_told_in_a_sentence(content: Path, data: bytes, said: str) -> None:
    with pytest.raises(ContentErrors, match=said):
        plan(content, data)


@pytest.mark.parametrize(
    ("data", "said"), [(b"", "nothing in this sheet"), (b"only\n", "no column of this sheet is known")]
)
def test_what_is_no_sheet_is_told_in_a_sentence(content: Path, data: bytes, said: str) -> None:
    assert said in told(wrong := plan(content, data))[0]
    assert not wrong.reports


def test_columns_are_called_as_spreadsheets_call_them() -> None:
    assert [letters(column) for column in (0, 5, 25, 26, 27, 701, 702)] == ["A", "F", "Z", "AA", "AB", "ZZ", "AAA"]


def test_no_bytes_are_read_as_text_with_holes() -> None:
    assert decoded(b"\xff\xfea\0b") is None
    assert decoded(b"a\0b") is None


# What cells say


@pytest.mark.parametrize("text", ["[x]{.redacted}", "]{.incident}", "{.redacted}", "[س. ع.] {.محجوب}"])
def test_what_looks_like_a_mark_is_told(content: Path, text: str) -> None:
    (line,) = told(plan(content, rows({**ARABIC, "note": text})))
    assert line.startswith("incidents.csv:2:E: this looks like a mark")


@pytest.mark.parametrize("text", ["محجوب", "الاسم محجوب", "Redacted", "name withheld", "█████", "أبو ███"])
def test_what_stands_for_redacted_words_becomes_no_entry(content: Path, text: str) -> None:
    (line,) = told(plan(content, rows({**ARABIC, "place": text})))
    assert ": this stands for words that are redacted" in line


@pytest.mark.parametrize("name", ["محمد محجوب", "Mahjoub Redding", "Withheld Street"])
def test_names_with_such_a_word_are_names(content: Path, name: str) -> None:
    assert told(plan(content, rows({**ARABIC, "place": name}))) == []


@pytest.mark.parametrize("heading", ["redacted", "Redacted?", "محجوب", "للحجب", "Redacetd"])
def test_a_row_that_says_that_it_is_to_be_redacted_is_told(content: Path, heading: str) -> None:
    (line,) = told(plan(content, rows({**ARABIC, heading: "yes"})))
    assert ": this says that something in the row is to be redacted" in line
    for nothing in ("", "no", "لا", "0"):
        assert told(plan(content, rows({**ARABIC, heading: nothing}))) == []


def test_a_mapping_says_that_such_a_column_is_not_read(content: Path) -> None:
    mapped = Mapped(columns={"redacted": NOT_READ})
    assert told(plan(content, rows({**ARABIC, "redacted": "yes"}), mapped=mapped)) == []


def test_characters_that_nobody_sees_reach_no_file(content: Path) -> None:
    bring_in(content, rows({**ARABIC, "place": "مخيم\u202e \u200bأبو\x07 شوك\u200f\ufeff"}))
    for path in content.rglob("*.*"):
        assert not set(path.read_text("utf-8")) & set("\u202e\u200b\x07\ufeff")


@pytest.mark.parametrize(
    "text",
    [
        "=HYPERLINK(1)",
        "<script>alert(1)</script>",
        "&#60;b&#62; &amp;",
        "![x](y)",
        "[a](b)",
        "# a",
        "`a` **b** _c_ ~~d~~ | e | ^1",
        "\\",
        "a: {b: [c]} # d",
        "- \"'",
        "[^1]: n",
    ],
)
def test_a_cell_is_words_and_nothing_else_in_both_texts(content: Path, text: str) -> None:
    bring_in(
        content, rows({**ARABIC, "place": text, "actors": "A, " + text, "source_1": "S", "source_1_text_en": text})
    )
    site = published(content)
    for lang in ("ar", "en"):
        blocks = [
            block.text.replace("\u2068", "").replace("\u2069", "") for block in site.reports[0].texts[lang].blocks
        ]
        assert text in blocks[0]
        assert text in blocks[-1]
    assert text in {place.name.en for place in site.registry.places.values()}


# Workbooks


def workbook(
    path: Path, *lines: tuple[object, ...], change: Callable[[openpyxl.Workbook], None] = lambda book: None
) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "incidents"
    for line in lines:
        sheet.append(line)
    change(book)
    book.save(path)
    return path


HEAD = ("id", "date", "place", "killed")


def test_a_workbook_is_read_as_the_same_sheet_in_csv(content: Path, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", HEAD, ("x1", datetime(2025, 8, 4), "مخيم أبو شوك", 3.0))
    assert cells(path) == [HEAD, tuple(ARABIC.values())]


def test_each_visible_sheet_is_read_by_its_name(tmp_path: Path) -> None:
    def add(book: openpyxl.Workbook) -> None:
        book.create_sheet("places").append(("id", "name_ar"))
        book.create_sheet("secret").sheet_state = "hidden"

    tables = read_sheets(workbook(tmp_path / "a.xlsx", HEAD, change=add))
    assert [table.title for table in tables] == ["incidents", "places"]


def test_what_a_sheet_hides_is_not_read_and_that_is_said(tmp_path: Path) -> None:
    """A filter hides rows, too. What is empty there is not worth a word."""

    def hide(book: openpyxl.Workbook) -> None:
        sheet = book.worksheets[0]
        for row in (3, 9):
            sheet.row_dimensions[row].hidden = True
        for column in "CJK":
            sheet.column_dimensions[column].hidden = True

    (table,) = read_sheets(
        workbook(
            tmp_path / "a.xlsx", HEAD, ("x1", "2025-08-04", "Khaled", 3), ("x2", "2025-08-05", "Omar", 4), change=hide
        )
    )
    assert [row.cells for row in table.rows] == [("id", "date", "", "killed"), ("x1", "2025-08-04", "", "3")]
    assert [str(note) for note in table.notes] == [
        "incidents: rows that are hidden, or filtered out, were not read (1: 3). Show those that you want to bring in.",
        "incidents: hidden columns were not read (C). Show those that you want to bring in.",
    ]


def _struck(cell: Cell) -> None:
    cell.font = Font(strike=True)


def _like_its_ground(cell: Cell) -> None:
    cell.font, cell.fill = Font(color="FF000000"), PatternFill("solid", fgColor="FF000000")


def _white(cell: Cell) -> None:
    cell.font = Font(color=Color(theme=0))


def _without_format(cell: Cell) -> None:
    cell.number_format = ";;;"


def _raised(cell: Cell) -> None:
    cell.value = CellRichText("12", TextBlock(InlineFont(vertAlign="superscript"), "3"))


def _struck_in_part(cell: Cell) -> None:
    cell.value = CellRichText(TextBlock(InlineFont(strike=True), "10"), "12")


HIDING = [_struck, _like_its_ground, _white, _without_format, _raised, _struck_in_part]


@pytest.mark.parametrize("hide", HIDING, ids=lambda hide: hide.__name__)
def test_a_cell_that_does_not_say_what_it_holds_is_told(content: Path, tmp_path: Path, hide: Callable) -> None:
    """Ten, struck, and twelve are no 1012."""

    def change(book: openpyxl.Workbook) -> None:
        hide(book.worksheets[0]["D2"])
        book.worksheets[0]["D1"].font = Font(color="FFFFFFFF", bold=True, vertAlign="baseline")
        book.worksheets[0]["D1"].fill = PatternFill("solid", fgColor="FF0B3D91")

    path = workbook(tmp_path / "a.xlsx", HEAD, ("x1", "2025-08-04", "Ariha", "7"), change=change)
    (line,) = told(plan(content, path.read_bytes(), "incidents.xlsx"))
    assert line.startswith("incidents.xlsx:incidents:2:D: ")
    assert not re.search("7|12|10", line.removeprefix("incidents.xlsx:incidents:2:D: "))


def test_a_shared_text_is_looked_at_where_it_stands(tmp_path: Path) -> None:
    """As Excel keeps them: each text once, and in the cells its number."""
    strings = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Ariha</t></si>'
        b'<si><r><t>12</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>3</t></r></si></sst>'
    )
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    path = workbook(tmp_path / "a.xlsx", HEAD, ("x1", "2025-08-04", "Ariha", "twelve"))
    path = repacked(
        path, "xl/worksheets/sheet1.xml",
        b't="inlineStr"><is><t>twelve</t></is>', b't="s"><v>1</v>', b't="inlineStr"><is><t>Ariha</t></is>', b't="s"><v>0</v>',
        add={"xl/texts.xml": strings},
    )  # fmt: skip
    path = repacked(
        path,
        "[Content_Types].xml",
        b"</Types>",
        b'<Override PartName="/xl/texts.xml" ContentType="%s"/></Types>' % kind,
    )
    (table,) = read_sheets(path)
    assert table.rows[1].cells[3] == "123"
    assert [(problem.line, problem.column) for problem in table.faults] == [(2, 4)]


def test_a_formula_is_never_worked_out(content: Path, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "incidents.xlsx", HEAD, ("x1", "2025-08-04", "Ariha", "=1+2"), ("x2", "2025-08-04", "Ariha", "#REF!")
    )
    assert [
        line.removeprefix("incidents.xlsx:incidents:")[:40]
        for line in told(plan(content, path.read_bytes(), "incidents.xlsx"))
    ] == [
        "2:D: there is a formula here whose value",
        "3:D: the spreadsheet has an error here: ",
    ]


def test_a_value_of_merged_cells_is_lost_in_no_row(content: Path, tmp_path: Path) -> None:
    """A title above the headings may be merged."""

    def merge(book: openpyxl.Workbook) -> None:
        book.worksheets[0].insert_rows(1)
        book.worksheets[0]["A1"] = "incidents of August"
        book.worksheets[0].merge_cells("A1:D1")
        book.worksheets[0].merge_cells("C3:C4")

    path = workbook(
        tmp_path / "a.xlsx", HEAD, ("x1", "2025-08-04", "Ariha", "3"), ("x2", "2025-08-05", None, "4"), change=merge
    )
    assert told(plan(content, path.read_bytes(), "incidents.xlsx")) == [
        "incidents.xlsx:incidents:4:C: the cells C3:C4 are merged, and only the first of them has a value; "
        "part them, and write the value into each row that it is true of"
    ]


def test_a_stored_value_of_a_formula_is_read(tmp_path: Path) -> None:
    path = repacked(
        workbook(tmp_path / "a.xlsx", HEAD, ("x1", "2025-08-04", "Ariha", "=1+2")),
        "xl/worksheets/sheet1.xml",
        b"<v></v>",
        b"<v>3</v>",
        b"<v />",
        b"<v>3</v>",
    )
    assert cells(path)[1][3] == "3"


def repacked(path: Path, name: str, *changes: bytes, add: dict[str, bytes] | None = None) -> Path:
    """The workbook with a part of it changed, and others beside it."""
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        parts[name] = parts[name].replace(old, new)
    new_path = path.with_name("new-" + path.name)
    with zipfile.ZipFile(new_path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in {**parts, **(add or {})}.items():
            archive.writestr(part, data)
    return new_path


def test_macros_and_links_to_other_files_are_said_and_not_looked_at(tmp_path: Path) -> None:
    path = repacked(
        workbook(tmp_path / "a.xlsx", HEAD, ("x1",)),
        "",
        add={"xl/vbaProject.bin": b"macro", "xl/externalLinks/externalLink1.xml": b"<externalLink/>"},
    )
    (table,) = read_sheets(path)
    assert [str(note).split(";")[0] for note in table.notes] == [
        "The workbook has macros",
        "The workbook has links to other files",
    ]


def test_a_bomb_is_told_in_a_sentence_and_not_unpacked(tmp_path: Path) -> None:
    path = repacked(workbook(tmp_path / "a.xlsx", HEAD), "", add={"xl/bomb.xml": b" " * (65 * 1024 * 1024)})
    assert path.stat().st_size < 200_000
    with pytest.raises(ContentErrors, match="unpacked, this workbook is larger than 64 MB"):
        read_sheets(path)


def test_a_row_of_very_many_cells_is_told_and_not_taken_up(tmp_path: Path) -> None:
    """14 KB are three million cells in one row, and each of them would be an object."""
    path = repacked(
        workbook(tmp_path / "a.xlsx", HEAD), "xl/worksheets/sheet1.xml", b"</row>", b"<c/>" * 3_000_000 + b"</row>"
    )
    began = time.process_time()
    with pytest.raises(ContentErrors, match="more than 50000 rows or 1000 columns"):
        read_sheets(path)
    assert time.process_time() - began < 8


def test_a_workbook_that_takes_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("authoring.bounded.SECONDS", 0.2)
    monkeypatch.setattr("authoring.bounded.EACH_MIB", 0.0)
    path = workbook(tmp_path / "a.xlsx", HEAD, *[(number, *"abcdefgh") for number in range(5_000)])
    with pytest.raises(ContentErrors, match=r"reading it takes longer than 0\.2 seconds"):
        read_sheets(path)


def test_a_declaration_of_entities_is_refused(tmp_path: Path) -> None:
    path = repacked(
        workbook(tmp_path / "a.xlsx", HEAD), "xl/workbook.xml", b"<workbook", b'<!DOCTYPE x [<!ENTITY a "b">]><workbook'
    )
    with pytest.raises(ContentErrors, match="broken"):
        read_sheets(path)


def test_rows_and_columns_that_are_said_to_be_there_cost_nothing(tmp_path: Path) -> None:
    path = repacked(
        workbook(tmp_path / "a.xlsx", HEAD, ("x1",)),
        "xl/worksheets/sheet1.xml",
        b'<dimension ref="A1:D2"',
        b'<dimension ref="A1:XFD1048576"',
        b'<dimension ref="A1:D2"/>',
        b'<dimension ref="A1:XFD1048576"/>',
    )
    assert cells(path)[1][0] == "x1"
    assert len(cells(path)[1]) < 10


def test_a_sheet_that_goes_on_without_end_is_read_to_where_it_is_empty_and_that_is_said(tmp_path: Path) -> None:
    def far_below(book: openpyxl.Workbook) -> None:
        assert book.active is not None
        book.active.cell(1_000_000, 1).value = "far"

    (table,) = read_sheets(workbook(tmp_path / "a.xlsx", HEAD, ("x1",), change=far_below))
    assert [row.number for row in table.rows] == [1, 2]
    assert (
        str(table.notes[0])
        == f"incidents: below row 2 stand {MAX_EMPTY} empty rows; what may stand below them was not read."
    )


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600])
def test_what_is_no_workbook_is_told_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    with pytest.raises(ContentErrors, match="no workbook that can be read"):
        read_sheets(path)


def test_a_broken_workbook_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = repacked(workbook(tmp_path / "a.xlsx", HEAD), "xl/worksheets/sheet1.xml", b"</sheetData>", b"")
    with pytest.raises(ContentErrors, match="this workbook is broken"):
        read_sheets(path)
