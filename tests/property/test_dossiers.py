"""Whatever stands in a dossier, its marks are found exactly, nothing breaks, and no secret changes what is published."""

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.marks import SENTINEL, opening
from reports.model import Dossier
from reports.problems import Problems
from reports.report_texts import build_text, read_written
from reports.tree import Renderer
from tests.helpers.content import Content
from tests.property.strategies import Marked, marked, texts

RECORD = (
    "events: {raid: {type: air-strike, when: 2016-10-04}}\nclaims: {toll: {about: raid, casualties: [{killed: 5}]}}\n"
)
#: Ids of the registry that a dossier's text has events and claims of reports for instead.
LONG = {"syria": "2016-raid/raid", "front": "talks/c", "agency": "2016-raid/toll"}


def long(line: Marked) -> str:
    """The source of a line with events and claims of reports among its ids."""
    return re.sub(r"\.([a-z-]+)(?=[ }])", lambda match: f".{LONG.get(match[1], match[1])}", line.source)


def small(folder: str) -> Content:
    """Two reports of which a dossier can speak."""
    return Content(Path(folder)).report("2016-raid", record=RECORD).report("talks", record="claims: {c: {}}\n")


def one(content: Content) -> Dossier:
    (dossier,) = content.read().dossiers
    return dossier


@given(st.lists(marked(2), min_size=1, max_size=3))
def test_marks_are_found_and_anchors_are_one_each(lines: list[Marked]):
    """Words and ids come back as written; every anchor stands once, and needs no escaping in an address."""
    with tempfile.TemporaryDirectory() as folder:
        text = "\n\n".join(f"س {long(line)}" for line in lines)
        found = one(small(folder).dossier(ar=text)).text("ar")
    written = [mark for line in lines for mark in line.marks()]
    assert [mark.words for mark in found.marks] == [words.strip() for _, words, _ in written]
    ids = [re.findall(r"\.([a-z][a-z-]*)", attributes) for attributes, _, _ in written]
    assert [list(mark.ids) for mark in found.marks] == [[LONG.get(id, id) for id in group] for group in ids]
    anchors = [mark.anchor for mark in found.marks]
    assert len(set(anchors)) == len(anchors)
    assert all(anchor.replace("_", "").replace("-", "").isalnum() and anchor.isascii() for anchor in anchors)


_secrets = st.text(alphabet="ژچگ 5ŵŷ.", min_size=1, max_size=30).filter(str.strip)
_inner = st.sampled_from(["{}", "[{}]{{.talks/c}}", "[{} [ك]{{.2016-raid/toll}}]{{when=2016-10-04}}", "**{}**"])
_ids = st.sampled_from(["", ".aleppo ", ".2016-raid/raid ", ".talks/c .2016-raid/toll when=2016 "])


@pytest.mark.slow
@given(marked(2), st.tuples(_secrets, _inner, _ids), st.tuples(_secrets, _inner, _ids))
def test_a_secret_changes_nothing_that_is_published(line: Marked, first, second):
    """With other words, other marks in them and other ids on them, what is published is the same, letter for letter."""
    published = []
    for secret, inner, ids in (first, second):
        bar = f"[{inner.format(secret.strip())}]{{{ids}.redacted}}"
        with tempfile.TemporaryDirectory() as folder:
            content = small(folder).dossier(ar=f"س {long(line)} {bar} [م {bar} ن]{{.talks/c}}\n\nفقرة {bar}")
            published.append(repr(one(content)).replace(str(content.root), ""))
    assert published[0] == published[1]


_PIECES = "[ ] { } ]{.talks/c} {.2016-raid/toll} .a/b / . ]{.redacted} .redacted/x .redacted ` ]( ](http://a.b) <a> </a> حلب".split()
_syntax = st.lists(st.sampled_from([*_PIECES, " ", "\n\n"]), max_size=30).map("".join)
_renderer = Renderer()


@given(st.one_of(_syntax, texts))
def test_no_text_breaks_the_reader(tmp_path_factory, text):
    """Any text is read or refused, with all its marks in the HTML, none that leads on in a link, no redaction as text."""
    path = tmp_path_factory.getbasetemp() / "dossier.md"
    path.write_text("Title: x\n\n" + text + "\n\n[سر]{.redacted .a/b}", "utf-8", newline="")
    problems = Problems()
    written = read_written(path, problems, long_ids=True)
    found = build_text(written, "ar", _renderer, problems) if written and written.sound else None
    if found is None:
        assert problems.errors
        return
    assert len(SENTINEL.findall("".join(found.rows))) == 2 * len(found.marks)
    assert "{.redacted" not in "".join(found.rows)
    for html in found.rows:
        for match in SENTINEL.finditer(html):
            number = opening(match.group())
            if number is not None and found.marks[number].ids:
                assert html.rfind("<a ", 0, match.start()) <= html.rfind("</a>", 0, match.start())


@given(st.one_of(st.binary(max_size=40), st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_file_is_read_or_refused(data):
    """Whatever stands in the three files: errors stand in them, and nothing crashes."""
    with tempfile.TemporaryDirectory() as folder:
        content = small(folder).dossier()
        for name in ("dossier.yaml", "ar.md", "en.md"):
            (content.root / "dossiers/d" / name).write_bytes(data)
        assert {problem.path.parent.name for problem in content.errors()} <= {"d"}
