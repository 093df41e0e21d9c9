"""A report is begun from a text that somebody has: nothing of it is lost, and what is left to fill in is asked for."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from authoring.new_report import begin_report
from reports import ContentErrors, read_site
from tests.helpers.begun import begun, warned

WIRE = "قتيلان في قصف على السوق\n\nقالت فرق الإنقاذ إن شخصين قُتلا الاثنين.\n\nونفى الجيش ذلك.\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return begun(tmp_path / "content")


def begin(content: Path, data: bytes | str, slug: str = "2031-03-05-market", name: str = "wire.txt") -> Path:
    source = content.parent / name
    source.write_bytes(data.encode() if isinstance(data, str) else data)
    begin_report(content, slug, source)
    return content / "reports" / slug


def told(content: Path) -> list[str]:
    """The errors of a content, without their places."""
    with pytest.raises(ContentErrors) as raised:
        read_site(content)
    return [problem.message for problem in raised.value.problems if problem.severity == "error"]


def fill_in(report: Path) -> None:
    record = report / "record.yaml"
    text = record.read_text("utf-8")
    text = text.replace("published: ", "published: 2031-03-05", 1).replace("publisher: ", "publisher: daily-paper", 1)
    record.write_text(text, "utf-8")


def refused(content: Path, data: bytes | str, slug: str = "2031-03-05-market") -> str:
    with pytest.raises(ContentErrors) as raised:
        begin(content, data, slug)
    assert not (content / "reports" / slug / "ar.md").exists()
    (problem,) = raised.value.problems
    return problem.what.code


def test_what_is_left_to_fill_in_is_all_that_is_asked_for(content: Path) -> None:
    report = begin(content, WIRE)
    assert told(content) == ["`published` has no value", "`publisher` has no value"]
    fill_in(report)
    assert warned(content) == set()


def test_the_text_is_kept_to_the_byte_and_the_record_has_its_hash(content: Path) -> None:
    data = b"\xef\xbb\xbf" + WIRE.replace("\n", "\r\n").encode() + "\u202bنهاية\u202c".encode()
    report = begin(content, data)
    assert (report / "original.txt").read_bytes() == data
    assert f"sha256: {hashlib.sha256(data).hexdigest()}" in (report / "record.yaml").read_text("utf-8")
    fill_in(report)
    assert warned(content) == set()


def test_paragraphs_become_blocks_and_the_first_line_the_title(content: Path) -> None:
    assert (begin(content, WIRE.replace("\n", "\r\n")) / "ar.md").read_text("utf-8") == (
        "Title: قتيلان في قصف على السوق\nStatus: draft\n\nقالت فرق الإنقاذ إن شخصين قُتلا الاثنين.\n\nونفى الجيش ذلك.\n"
    )


def test_without_empty_lines_each_line_is_a_paragraph(content: Path) -> None:
    assert begin(content, "عنوان\nأول\nثان").joinpath("ar.md").read_text("utf-8").endswith("draft\n\nأول\n\nثان\n")


def test_a_list_keeps_its_bullets_and_each_line_is_a_paragraph(content: Path) -> None:
    report = begin(content, "عنوان\n\nالقتلى:\n\n- أحمد\n- علي\n\n• سالم\n• أحمد")
    assert report.joinpath("ar.md").read_text("utf-8").endswith("\n\n\\- أحمد\n\n\\- علي\n\n• سالم\n\n• أحمد\n")
    fill_in(report)
    assert warned(content) == set()


def test_a_text_of_one_paragraph_waits_for_its_title(content: Path) -> None:
    fill_in(begin(content, "قالت فرق الإنقاذ إن شخصين قُتلا."))
    assert told(content) == ["the header has no title"]


def test_what_markdown_would_take_for_its_own_stays_as_it_is(content: Path) -> None:
    odd = "عنوان\n\n# وسم *نجم* [قوس]{.x} _تحت_ `رمز` <b>ثخين</b> &amp; a_b\n\n1. أول\n\n> قال\n\n: شرح\n\n| خ | خ |\n\n---\n\n=====\n\n~~~"
    fill_in(begin(content, odd))
    assert warned(content) == set()


@pytest.mark.parametrize(
    ("encoding", "kept"),
    [("cp1256", "original.windows-1256"), ("iso8859-6", "original.iso-8859-6"), ("utf-16", "original.utf-16")],
)
def test_an_old_encoding_is_known_and_the_file_kept_as_it_was(content: Path, encoding: str, kept: str) -> None:
    text = WIRE.replace("قُتلا", "قتلا")
    report = begin(content, text.encode(encoding))
    assert (report / kept).read_bytes() == text.encode(encoding)
    assert (report / "original.txt").read_text("utf-8") == text
    fill_in(report)
    assert warned(content) == set()


@pytest.mark.parametrize("slug", ["مخيم-زمزم", "Market", "../market", "a/b", "", ".", "con", "a" * 101, "-x"])
def test_a_folder_of_another_name_is_not_made(content: Path, slug: str) -> None:
    with pytest.raises(ContentErrors, match="cannot be the name"):
        begin(content, WIRE, slug)
    assert not (content / "reports").exists()


def test_a_report_that_is_there_is_left_as_it_is(content: Path) -> None:
    report = begin(content, WIRE)
    before = {path: path.read_bytes() for path in report.iterdir()}
    with pytest.raises(ContentErrors, match="already there"):
        begin(content, "نص آخر")
    assert {path: path.read_bytes() for path in report.iterdir()} == before


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("", "no-text-there"),
        (" \n\ufeff", "no-text-there"),
        (bytes(range(256)) * 4, "unknown-encoding"),
        ("Résumé: naïve café".encode("latin-1"), "unknown-encoding"),
        (b"\xff\xfe\x00", "unknown-encoding"),
        (b"x" * (8 * 1024 * 1024 + 1), "large-file"),
    ],
)
def test_a_file_without_arabic_text_is_refused(content: Path, data: bytes | str, code: str) -> None:
    assert refused(content, data) == code


def test_a_text_that_is_not_there_is_told_of(content: Path, tmp_path: Path) -> None:
    for source in (tmp_path / "nothing.txt", tmp_path):
        with pytest.raises(ContentErrors, match="cannot be read"):
            begin_report(content, "a-report", source)
    assert not (content / "reports").exists()


def test_what_was_written_is_taken_away_where_the_rest_cannot_be(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def full(path: Path, mode: str = "r", *arguments: object, **named: object) -> object:
        if path.name == "record.yaml" and "x" in mode:
            raise OSError(28, "No space left on device")
        return opened(path, mode, *arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(ContentErrors, match="No space left"):
        begin(content, WIRE)
    assert not (content / "reports").exists()
