"""What `make suggest` adds changes no word that a reader sees, is added once, and leaves a valid content valid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from authoring.own_report import read_report
from authoring.suggest import suggest
from reports import ContentErrors, Problem, Reader
from tests.words.suggested import measured, stripped, without_marks

ROOT = Path(__file__).parents[2]
REPORTS = sorted(path.name for path in (ROOT / "content/reports").iterdir())
#: What texts are made of: names of a registry, dates, figures, what says who speaks, and signs of Markdown.
PIECES = (
    "حلب", "شرق حلب", "الفردوس", "وحي الفردوس", "المرصد السوري", "الدفاع المدني", "رويترز", "الجيش السوري", "اليوم", "أمس",
    "الثلاثاء", "11 تشرين الأول 2016", "قتل 12 شخصاً", "وإصابة 30 آخرين", "بينهم ثلاثة أطفال", "عشرات القتلى", "غارة على",
    "قصف على", "وقال", "إن", "في قرية كفر داعل", "بين قتيل وجريح", "منذ أيلول 2016", ".", "،", "«", "»", "(", ")", "\n\n",
    "\n", "**", "*", "`", "[", "]", "](https://example.org)", "[^1]", "{.aleppo}", "{.x}", "[حلب]{.aleppo}", "\\", "&amp;",
    "> ", "- ", "## ", "| ", "<!-- ", " -->", "1,740", "٣٠ شخصاً قتلوا",
)  # fmt: skip


#: Some of the project's own entries, since reading all of them takes longer than all else.
PLACES = """\
aleppo: {name: {ar: حلب, en: Aleppo}, kind: city}
east-aleppo: {name: {ar: حلب الشرقية, en: Eastern Aleppo}, aliases: {ar: [شرق حلب]}, kind: area, within: aleppo}
firdaws: {name: {ar: الفردوس, en: al-Firdaws}, aliases: {ar: [حي الفردوس]}, kind: neighbourhood, within: aleppo}
"""
ACTORS = "syrian-army: {name: {ar: الجيش السوري, en: Syrian Army}, kind: state-forces}\n"
SOURCES = """\
sohr: {name: {ar: المرصد السوري, en: Syrian Observatory}, kind: monitor}
white-helmets: {name: {ar: الدفاع المدني, en: White Helmets}, kind: civil-defence}
reuters: {name: {ar: رويترز, en: Reuters}, kind: news-agency}
"""


@contextmanager
def content(ar: str) -> Iterator[Path]:
    """A content with one report of this text."""
    with TemporaryDirectory() as folder:
        root = Path(folder, "content")
        (root / "registry").mkdir(parents=True)
        for name, text in (("places", PLACES), ("actors", ACTORS), ("sources", SOURCES)):
            (root / f"registry/{name}.yaml").write_text(text, "utf-8")
        report = root / "reports/r"
        report.mkdir(parents=True)
        (report / "record.yaml").write_text("published: 2016-10-13\npublisher: reuters\n", "utf-8")
        (report / "ar.md").write_text(f"Title: عنوان\n\n{ar}\n", "utf-8")
        yield root


def shown(root: Path) -> dict[str, list[tuple[str, str]]]:
    texts = read_report(root, "r").texts
    return {lang: [(block.kind, block.text) for block in text.blocks] for lang, text in texts.items()}


@example("حلب وحي الفردوس \n\n وحي الفردوس")
@given(st.lists(st.sampled_from(PIECES), max_size=24).map(" ".join))
def test_whatever_a_text_is_made_of_its_words_stay(text: str) -> None:
    with content(text) as root:
        try:
            Reader(root).read()
        except ContentErrors:
            return
        before = shown(root)
        bare = without_marks(read_report(root, "r").written["ar"])
        suggest(root, "r").apply()
        assert shown(root) == before
        assert without_marks(read_report(root, "r").written["ar"]) == bare
        Reader(root).read()
        assert not suggest(root, "r").files


@pytest.mark.slow
@pytest.mark.parametrize("slug", REPORTS)
def test_a_real_report_without_its_marks_gets_marks_and_keeps_its_words(slug: str, tmp_path: Path) -> None:
    """Its record is begun anew: what is proposed is valid without anything that its editors wrote."""
    ((marked, bare),) = stripped(ROOT / "content", tmp_path, only=slug)
    record = "".join(re.findall(r"^publish\w+: .*\n", (marked.folder / "record.yaml").read_text("utf-8"), re.MULTILINE))
    (marked.folder / "record.yaml").write_text(record, "utf-8")
    root = marked.folder.parents[1]
    suggest(root, slug).apply()
    own = read_report(root, slug)
    assert {lang: without_marks(text) for lang, text in own.written.items()} == {
        lang: text.text for lang, text in bare.written.items()
    }
    assert len(own.texts["ar"].marks) > len(marked.texts["ar"].marks) / 3
    assert all(set(claim.about) <= set(own.record.events) for claim in own.record.claims.values())
    assert not suggest(root, slug).files
    assert not [one for one in errors_of(root) if own.folder in one.path.parents]


def errors_of(root: Path) -> list[Problem]:
    """The errors of a content, of which other reports can have some: they name events that a record has no longer."""
    try:
        Reader(root).read()
    except ContentErrors as told:
        return [one for one in told.problems if one.severity == "error"]
    return []


@pytest.mark.slow
def test_four_of_five_marks_of_names_and_dates_come_back() -> None:
    names, dates = measured([ROOT / "content"])
    assert names.made + dates.made > 1500
    assert (names + dates).recall >= 0.8, (names + dates).missing
    assert names.precision >= 0.95
    assert dates.recall >= 0.9
