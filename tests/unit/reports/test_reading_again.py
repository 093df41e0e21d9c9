"""A content that is read again and again: what is read anew and what is kept comes to the same as reading all of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reports import ContentErrors, Reader, Site, read_site, reading
from tests.helpers.content import Content


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """Two reports of which one leads into the other."""
    content = Content(tmp_path)
    content.report("one", record="events:\n  raid: {type: shelling, when: 2016-10-01}\n")
    content.report("two", record="events:\n  again: {same-as: one/raid}\n")
    return content


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The slugs of the reports that are read and not kept, in turn."""
    slugs: list[str] = []
    record = reading.read_record

    def read_record(path: Path, slug: str, *others: object) -> object:
        slugs.append(slug)
        return record(path, slug, *others)

    monkeypatch.setattr(reading, "read_record", read_record)
    return slugs


def outcome(read: Callable[[], Site]) -> Site | list[str]:
    """The site, or all that is told."""
    try:
        return read()
    except ContentErrors as errors:
        return [str(problem) for problem in errors.problems]


def test_only_what_changed_is_read_again(content: Content, read: list[str]) -> None:
    reader = Reader(content.root)
    first = reader.read()
    assert reader.read() == first
    assert read == ["one", "two"]
    content.report("two", record="events:\n  again: {same-as: one/raid}\n", ar="[نص]{.again} آخر.")
    second = reader.read()
    assert read == ["one", "two", "two"]
    assert second == read_site(content.root)
    assert second != first


def test_what_is_the_same_size_and_as_old_is_still_seen_to_be_other(content: Content, read: list[str]) -> None:
    reader = Reader(content.root)
    reader.read()
    text = content.root / "reports" / "one" / "ar.md"
    before = text.stat()
    text.write_text(text.read_text("utf-8").replace("عنوان", "عنوار"), "utf-8")
    os.utime(text, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert {report.texts["ar"].title for report in reader.read().reports} == {"عنوان", "عنوار"}


CALLED = "homs: {name: {ar: سرّ طويل هنا, en: Homs}, kind: city}\n"

STEPS: list[tuple[str, Callable[[Content], object]]] = [
    ("a mark of nobody", lambda content: content.report("one", record="events: {}\n", ar="[نص]{.nobody}")),
    ("an event that is gone", lambda content: content.report("one", ar="نص.")),
    ("and comes back", lambda content: content.report("one", record="events:\n  raid: {type: shelling, when: 2016}\n")),
    ("a place more", lambda content: content.registry(places="homs: {name: {ar: حمص, en: Homs}, kind: city}\n")),
    ("a place less", lambda content: content.registry()),
    ("a report more", lambda content: content.report("three", ar="[حلب]{.aleppo} و[سرّ طويل هنا]{.redacted}.")),
    ("its words openly", lambda content: content.report("four", ar="قيل سرّ طويل هنا.")),
    ("not openly", lambda content: content.report("four", ar="لم يُقل شيء.")),
    ("in the registry", lambda content: content.registry(places=CALLED)),
    ("which another report names", lambda content: content.report("four", ar="[حمص]{.homs}.")),
    ("some lines further on", lambda content: content.registry(places=f"# one\n# two\n{CALLED}")),
    ("other words are redacted", lambda content: content.report("three", ar="[سرّ آخر كذلك]{.redacted}.")),
    (
        "and stand in a warning",
        lambda content: content.report("four", ar="قتل 17 سرّ آخر كذلك في ذلك اليوم [حمص]{.homs}."),
    ),
    ("and are redacted no more", lambda content: content.report("three", ar="شيء آخر.")),
    ("a dossier", lambda content: content.dossier("d", yaml="reports: [one, four]\n")),
    ("a draft", lambda content: content.report("four", ar="Title: ع\nStatus: draft\n\nنص.")),
    ("a file that is not read", lambda content: content.write("reports/one/notes.md", "x")),
]


def test_whatever_is_saved_comes_to_what_reading_all_of_it_comes_to(content: Content) -> None:
    reader = Reader(content.root)
    kinds = set()
    for name, step in STEPS:
        step(content)
        again, whole = outcome(reader.read), outcome(lambda: read_site(content.root))
        assert again == whole, name
        assert outcome(reader.read) == whole, f"{name}, and read once more"
        kinds.add(type(whole))
    assert kinds == {Site, list}


def test_what_is_saved_while_it_is_read_is_read_the_next_time(
    content: Content, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Reader(content.root)
    text, pair = content.root / "reports" / "one" / "ar.md", reading.read_pair

    def read_pair(*given: object, **more: object) -> object:
        found = pair(*given, **more)
        text.write_text(text.read_text("utf-8").replace("عنوان", "جديد"), "utf-8")
        return found

    monkeypatch.setattr(reading, "read_pair", read_pair)
    assert {report.texts["ar"].title for report in reader.read().reports} == {"عنوان"}
    monkeypatch.setattr(reading, "read_pair", pair)
    assert {report.texts["ar"].title for report in reader.read().reports} == {"عنوان", "جديد"}
    assert read == ["one", "two", "one"]


def test_drafts_are_read_for_who_asks_for_them_and_for_nobody_else(content: Content) -> None:
    draft = "Title: م\nStatus: draft\n\n[سرّ]{.redacted}."
    content.report("three", ar=draft)
    content.report("four", ar="نص.", en="Title: t\nStatus: draft\n\nA text.")
    assert {report.slug for report in read_site(content.root).reports} == {"one", "two", "four"}
    drafts = {report.slug: report for report in Reader(content.root, drafts=True).read().reports}
    assert drafts.keys() == {"one", "two", "three", "four"}
    assert drafts["three"].texts["ar"].draft
    assert "سر" not in str(drafts["three"].texts["ar"])
    assert drafts["four"].texts["en"].draft


def test_a_draft_says_no_words_openly(content: Content) -> None:
    """It is in no build, so nothing that it says goes out; it is told when it is published."""
    content.report("three", ar="[سرّ طويل هنا]{.redacted}.")
    content.report("four", ar="Title: م\nStatus: draft\n\nسرّ طويل هنا.")
    reader = Reader(content.root, drafts=True)
    reader.read()
    content.report("four", ar="سرّ طويل هنا.")
    assert any("stand openly at reports/four/ar.md" in line for line in outcome(reader.read))
