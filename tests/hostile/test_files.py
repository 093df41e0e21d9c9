"""Files and folders that are not what they should be: each is told with its place, or the page of it is right.

Guards: ``reading._links`` (symbolic links), the look at the kind of a file and the decoding in ``file_text.read_text``,
``registry.ID`` and ``registry.SLUG`` (names), ``problems.harmless`` (messages), ``nodes.compose`` (broken YAML).
"""

from __future__ import annotations

import logging
import os
import re
import shutil
from pathlib import Path

import pytest

from command.__main__ import main
from reports import ContentErrors, Problem
from tests.helpers.content import Content

TEXT = "Title: عنوان\n\nقال [كلام]{.outlet}.\n"
RECORD = """\
published: 2016-10-05
publisher: outlet
url: "https://a.example/x"
events:
  raid: {type: shelling, when: 2016-10-04, where: [aleppo], title: {ar: "قصف", en: 'A raid'}}
claims:
  said:
    by: witness
    about: raid
    casualties:
      - {killed: 3, including: {children: 1}}
corrections:
  - {on: 2016-10-06, ar: كلام, en: |
       words}
"""


@pytest.fixture
def report(content: Content) -> Content:
    """A content with one report, in both languages, and a secret beside it."""
    content.report("r", ar=TEXT, en=TEXT)
    (content.root.parent / "secret.md").write_text("Title: سر\n\nسر\n", "utf-8")
    return content


def told(content: Content) -> list[Problem]:
    """The errors of a content, each at a place, in one line that commands no terminal."""
    problems = content.errors()
    for problem in problems:
        assert problem.line > 0
        assert problem.column > 0
        assert not re.search("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", str(problem)), ascii(str(problem))
    return problems


FILES = ("reports/r/ar.md", "reports/r/en.md", "reports/r/record.yaml", "registry/places.yaml")
LEADS = {
    "a secret": "../secret.md",
    "another secret": "../../../secret.md",
    "passwords": "/etc/passwd",
    "itself": "",
    "nothing": "nowhere",
    "zeros": "/dev/zero",
}


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("file", FILES)
def test_a_link_in_place_of_a_file_is_told_and_nothing_is_read(file: str, lead: str, report: Content) -> None:
    path = report.root / file
    path.unlink()
    path.symlink_to(LEADS[lead] or path.name)
    assert [(path, "this is a symbolic link")] == [(problem.path, problem.message) for problem in told(report)]


@pytest.mark.parametrize(
    "folder", ["reports", "registry", "reports/r", "pages", "dossiers", "pages/about", "reports/q"]
)
def test_a_link_in_place_of_a_folder_is_told_and_nothing_is_read(folder: str, report: Content) -> None:
    path, elsewhere = report.root / folder, report.root.parent / "elsewhere"
    if path.exists():
        shutil.move(path, elsewhere)
    else:
        elsewhere.mkdir()
        path.parent.mkdir(exist_ok=True)
    path.symlink_to(elsewhere)
    assert [(path, "this is a symbolic link")] == [(problem.path, problem.message) for problem in told(report)]


@pytest.mark.parametrize("verb", ["check", "build", "registry", "same", "suggest --report=r", "draft-en --report=r"])
@pytest.mark.parametrize("file", [*FILES, "pages/about/ar.md"])
def test_no_verb_says_what_a_link_leads_to(
    verb: str, file: str, report: Content, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = report.root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    secret = tmp_path / "passwords"
    secret.write_text("root: password-of-root\nTitel: password-of-root\n\n[x]{password-of-root}\n", "utf-8")
    path.symlink_to(secret)
    into = [f"--output={tmp_path / 'output'}"] if verb == "build" else []
    assert main([*verb.split(), f"--content={report.root}", *into]) == 1
    said = "".join(capfd.readouterr())
    assert "this is a symbolic link" in said
    assert "password" not in said.replace(str(secret), "")


@pytest.mark.parametrize("kind", ["a file", "a pipe"])
@pytest.mark.parametrize("folder", ["reports", "registry", "dossiers", "pages", "pages/about"])
def test_what_stands_in_place_of_a_folder_is_told(folder: str, kind: str, report: Content) -> None:
    path = report.root / folder
    if path.exists():
        shutil.rmtree(path)
    path.parent.mkdir(exist_ok=True)
    if kind == "a file":
        path.write_text("reports", "utf-8")
    else:
        os.mkfifo(path)
    assert (path, "this is no folder") in [(problem.path, problem.message) for problem in told(report)]


@pytest.mark.parametrize("folder", ["reports", "dossiers"])
def test_a_file_named_like_a_report_is_told_to_be_unread(folder: str, report: Content) -> None:
    (report.root / folder).mkdir(exist_ok=True)
    (report.root / folder / "2016-raid").write_text("a report in one file", "utf-8")
    assert [warning.message for warning in report.read().warnings] == ["`2016-raid` is not read"]


def test_a_circle_of_links_is_told_and_ends(report: Content) -> None:
    (report.root / "reports" / "q").symlink_to(report.root / "reports")
    (report.root / "reports" / "r" / "more").symlink_to("..")
    assert sorted(problem.path.name for problem in told(report)) == ["more", "q"]


@pytest.mark.parametrize("file", FILES)
def test_what_waits_for_a_writer_is_not_read(file: str, report: Content) -> None:
    path = report.root / file
    path.unlink()
    os.mkfifo(path)
    assert (path, "the file cannot be read (no plain file)") in [
        (problem.path, problem.message) for problem in told(report)
    ]


@pytest.mark.parametrize("file", FILES)
def test_a_folder_in_place_of_a_file_is_told(file: str, report: Content) -> None:
    path = report.root / file
    path.unlink()
    path.mkdir()
    assert path in [problem.path for problem in told(report)]


SLUGS = (
    "\x1b[31mred", "\x1b]0;title\x07", "a\nb", "a\rb:1:1: all is well", "a b", "ا", "A", "a.b", "-x", "a%2f", "a\u202eb", "a\u200bb",
    "a'b", 'a"b', "a<b>", "a&b", "$(x)", "`x`", ";x", "~", "con", "prn", "aux", "nul", "com1", "lpt9", "CON", "con.x", "a" * 101, "a" * 250, "é",
)  # fmt: skip


@pytest.mark.parametrize("slug", SLUGS, ids=ascii)
@pytest.mark.parametrize("where", ["reports", "dossiers"])
def test_a_folder_whose_name_is_no_slug_is_told(where: str, slug: str, report: Content) -> None:
    path = report.root / where / slug
    path.mkdir(parents=True)
    (problem,) = told(report)
    assert (problem.path, problem.line, problem.column) == (path, 1, 1)


IDS = ("con", "nul", "com1", "lpt1", "a" * 101, "a" * 300, "A", "a b", "../x", "a/b", "a.b", "a_b", "1a", "-a", "ا", "__proto__", "redacted", "a\\x00b", "a\\nb", "a%00")  # fmt: skip


@pytest.mark.parametrize("id", IDS)
@pytest.mark.parametrize(("path", "text"), [
    ("registry/places.yaml", '"ID": {name: {ar: ن, en: N}, kind: city}\n'),
    ("registry/actors.yaml", '"ID": {name: {ar: ن, en: N}, kind: rebel-group}\n'),
    ("reports/r/record.yaml", 'published: 2016\npublisher: outlet\nevents: {"ID": {type: siege, when: 2016}}\n'),
])  # fmt: skip
def test_what_is_no_id_is_told(path: str, text: str, id: str, report: Content) -> None:
    report.write(path, text.replace("ID", id))
    found = told(report)
    assert (report.root / path, text[: text.index("ID")].count("\n") + 1) in [(p.path, p.line) for p in found]


def test_names_that_differ_in_their_case_only_cannot_meet(report: Content) -> None:
    """On some systems they are one file: only small letters are names."""
    report.registry(places="Aleppo: {name: {ar: ن, en: N}, kind: city}\n")
    (report.root / "reports" / "R").mkdir()
    assert sorted(problem.message for problem in told(report)) == ["`Aleppo` is not an id", "`R` is no slug"]


@pytest.mark.parametrize(
    "id",
    [
        "constructor",
        "tostring",
        "hasownproperty",
        "main",
        "title",
        "fn-1",
        "fnref-1",
        "null",
        "true",
        "index",
        "feed",
        "data",
        "theme",
    ],
)
def test_names_that_mean_something_elsewhere_are_names(id: str, report: Content) -> None:
    record = f"events:\n  {id}: {{type: shelling, when: 2016-10-01}}\n"
    report.report(id, record=record, ar=f"[كلام]{{.{id}}}[^1]\n\n[^1]: ح")
    assert [read.slug for read in report.read().reports if read.slug == id] == [id]


def test_ends_of_lines_and_a_byte_order_mark_change_nothing(report: Content) -> None:
    plain = report.one()
    for file in (*FILES, "registry/sources.yaml"):
        path = report.root / file
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert report.one() == plain


ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1256", "iso-8859-6", "utf-7")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("file", ["reports/r/ar.md", "reports/r/record.yaml", "registry/places.yaml"])
def test_another_encoding_is_told(file: str, encoding: str, report: Content) -> None:
    path = report.root / file
    text = path.read_text("utf-8") + ("" if file.endswith("md") else "# كلام +AD4-\n")
    path.write_bytes(text.encode(encoding))
    if encoding == "utf-7" and file.endswith("yaml"):
        assert told(report) or report.one()
    else:
        assert path in [problem.path for problem in told(report)] or encoding == "utf-7"


@pytest.mark.parametrize(
    "data",
    [b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\xaf", b"a\x00b", b"\x80" * 1000, bytes(range(256))],
    ids=repr,
)
@pytest.mark.parametrize("file", ["reports/r/ar.md", "reports/r/record.yaml", "registry/places.yaml"])
def test_bytes_that_are_no_text_are_told(file: str, data: bytes, report: Content) -> None:
    path = report.root / file
    path.write_bytes(path.read_bytes() + data)
    assert path in [problem.path for problem in told(report)]


@pytest.mark.slow
def test_a_record_that_was_cut_off_is_told_or_read(report: Content) -> None:
    """As an editor that crashed, or a full disk, leaves it: after every third character."""
    path = report.root / "reports" / "r" / "record.yaml"
    for cut in range(0, len(RECORD), 3):
        path.write_text(RECORD[:cut], "utf-8")
        lines = RECORD[:cut].count("\n") + 1
        for problem in told(report):
            assert problem.path == path
            assert problem.line <= lines + 1, f"{cut}: {problem}"


@pytest.mark.slow
def test_a_text_that_was_cut_off_is_told_or_read(report: Content) -> None:
    text = 'Title: عنوان\nSummary: كلام\n\nقال [كلام [في [كلام]{.aleppo}]{.outlet when=2016-10-04}]{sic="كلام"}[^1] `x` <b>y</b>\n\n[^1]: ح\n'
    path = report.root / "reports" / "r" / "ar.md"
    (report.root / "reports" / "r" / "en.md").unlink()
    for cut in range(len(text)):
        path.write_text(text[:cut], "utf-8")
        assert {problem.path for problem in told(report)} <= {path}


def test_a_folder_of_a_report_with_nothing_in_it_is_told(report: Content) -> None:
    (report.root / "reports" / "empty").mkdir()
    assert sorted(problem.path.name for problem in told(report)) == ["ar.md", "record.yaml"]


def test_empty_files_are_told(report: Content) -> None:
    for name in ("ar.md", "record.yaml"):
        (report.root / "reports" / "r" / name).write_bytes(b"")
    assert {problem.path.name for problem in told(report)} >= {"ar.md", "record.yaml"}


def check(content: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """What `make check` says of a content, and its exit code."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    try:
        return main(["check", "--content", str(content)]), capsys.readouterr().err
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)


@pytest.mark.parametrize("make", ["nothing", "an empty folder", "a file", "a broken record", "a device", "a link"])
def test_the_command_fails_in_words(make: str, report: Content, capsys: pytest.CaptureFixture[str]) -> None:
    root, record = report.root, report.root / "reports" / "r" / "record.yaml"
    if make in ("nothing", "an empty folder", "a file"):
        shutil.rmtree(root)
    if make == "an empty folder":
        root.mkdir()
    elif make == "a file":
        root.write_text("x")
    elif make == "a broken record":
        record.write_text('publisher: "out')
    elif make == "a device":
        record.unlink()
        os.mkfifo(record)
    elif make == "a link":
        record.unlink()
        record.symlink_to("/etc/passwd")
    code, said = check(root, capsys)
    assert code == 1, said
    assert "Traceback" not in said
    assert re.search(r":\d+:\d+: \S", said)
    assert "root:" not in said


def test_a_site_of_nothing_but_a_registry_can_be_read(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """A site without reports is none to be proud of, and no error."""
    assert content.read().reports == ()
    assert check(content.root, capsys)[0] == 0


def test_a_file_of_somebody_else_is_left_alone(report: Content) -> None:
    """What stands in a content and is no part of it is not read, not published and not run."""
    report.write("pelicanconf.py", "raise SystemExit\n")
    report.write("reports/r/.htaccess", "x")
    report.write("reports/r/x.svg", "<svg onload=canary()>")
    report.write("theme/templates/layout.html", "{{ 7 * 7 }}")
    with pytest.raises(ContentErrors):
        report.report("q", ar="![x](x.svg)").read()
    shutil.rmtree(report.root / "reports" / "q")
    assert len(report.read().reports) == 1
