"""What `make serve` shows of a content: each file as a build would write it, what is wrong, and which pages are drafts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from markupsafe import escape

from briefings.assets.policy import POLICY
from command.building import BuildRequest
from command.preview import Preview
from reports import Reader
from tests.conftest import CONTENTS, PROJECT
from tests.helpers.content import Content

BuildSite = Callable[[str], Path]

#: What is made otherwise than in a build: the style sheet, with whole fonts; and what only a finished site has.
OTHERWISE = ("theme/css/site.css", "SHA256SUMS")


def preview_of(content: Path) -> Preview:
    preview = Preview(BuildRequest(content, content.parent / "output", project=PROJECT), patience=0.1)
    preview.read()
    return preview


def shown(preview: Preview, path: str) -> str:
    found = preview.file(path)
    assert found is not None, path
    return found.decode()


def plain(html: bytes) -> bytes:
    """A page without what is put into it to be shown."""
    before, script, rest = html.partition(b'<script src="/.isnad/preview.js"')
    assert script
    connecting = f'content="{escape(POLICY)}; connect-src {escape(chr(39) + "self" + chr(39))}"'
    return (before + rest.partition(b"</script>")[2]).replace(
        connecting.encode(), f'content="{escape(POLICY)}"'.encode()
    )


@pytest.mark.slow
def test_every_file_is_the_one_that_a_build_writes(build_site: BuildSite) -> None:
    """But for drafts, which are in no build."""
    site = build_site("golden")
    preview = Preview(BuildRequest(CONTENTS["golden"], site, project=PROJECT))
    preview._kept.reader = Reader(CONTENTS["golden"])
    preview.read()
    paths = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert {path.partition("/")[0] for path in paths} >= {
        "ar",
        "en",
        "data",
        "images",
        "theme",
        "index.html",
        "robots.txt",
    }
    for path in sorted(paths - {*OTHERWISE}):
        found = preview.file(path)
        assert found is not None, path
        assert (plain(found) if path.endswith(".html") else found) == (site / path).read_bytes(), path
    assert preview.file("en/nothing/index.html") is None
    assert preview.file("../pelicanconf.py") is None


def test_the_style_sheet_has_every_letter(build_site: BuildSite) -> None:
    site, preview = build_site("golden"), preview_of(CONTENTS["golden"])
    whole = preview.file("theme/css/site.css") or b""
    assert len(whole) > 10 * len((site / "theme" / "css" / "site.css").read_bytes())


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path).report("one", ar="نص.", en="A text.")


def test_errors_stand_over_the_last_good_page_until_they_are_mended(content: Content) -> None:
    preview = preview_of(content.root)
    page, version = "en/briefings/one/index.html", preview.file(".isnad/version")
    assert "isnad-preview" not in shown(preview, page)
    content.report("one", ar="نص.", en="A [<text>]{.nobody}.")
    preview.read()
    wrong = shown(preview, page)
    assert preview.state() == "good"
    assert "A text." in wrong
    assert "en.md:3:12: unknown id `nobody`" in wrong
    assert "What was saved last cannot be shown." in wrong
    assert "تعذّر عرض آخر ما حُفظ." in wrong
    assert preview.file(".isnad/version") != version
    content.report("one", ar="نص.", en="Another text.")
    preview.read()
    assert "Another text." in shown(preview, page)
    assert "isnad-preview" not in shown(preview, page)


def test_before_anything_good_was_read_it_says_what_is_wrong(content: Content) -> None:
    content.report("one", ar="[نص]{.nobody}.")
    preview = preview_of(content.root)
    assert preview.state() == "failed"
    assert [fault for fault in preview.faults if "unknown id `nobody`" in fault]
    assert preview.file("en/index.html") is None


def test_a_request_waits_for_the_reading_a_while(content: Content) -> None:
    preview = Preview(BuildRequest(content.root, content.root.parent / "output", project=PROJECT), patience=0.1)
    assert preview.state() == "building"
    preview.read()
    assert preview.state() == "good"


def test_a_draft_with_errors_is_told_of_and_the_others_are_shown(content: Content) -> None:
    content.report("two", record="published:\npublisher:\n", ar="Title: مسودة\nStatus: draft\n\nنص.")
    preview = preview_of(content.root)
    page = shown(preview, "en/index.html")
    assert "Drafts with errors" in page
    assert "المسودات التي فيها أخطاء" in page
    assert "two/record.yaml:1:11: `published` has no value" in page
    assert not preview.faults
    assert preview.file("en/briefings/two/index.html") is None


def test_drafts_are_shown_and_said_to_be_drafts(content: Content) -> None:
    content.report("two", ar="Title: مسودة & كذا\nStatus: draft\n\nنص.")
    preview = preview_of(content.root)
    draft = shown(preview, "en/briefings/two/index.html")
    assert "This page is a draft: no site that is built has it." in draft
    assert "هذه الصفحة مسودة" in draft
    other = shown(preview, "en/index.html")
    assert "This page is a draft" not in other
    assert '<a href="/en/briefings/two/index.html" lang="ar" dir="rtl">مسودة &amp; كذا</a>' in other


def test_a_fault_of_the_program_is_said_and_told_in_the_terminal(
    content: Content, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    preview = preview_of(content.root)
    monkeypatch.setattr("briefings.build.read_prose", lambda *_, **__: 1 / 0)
    preview.read()
    assert preview.faults == ["The program itself went wrong. Where, stands in the terminal in which you started it."]
    assert "ZeroDivisionError" in caplog.text
    assert preview.state() == "good"


def test_a_template_that_changed_is_taken_anew(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = preview_of(content.root)
    templates = preview._kept.templates
    preview.read({content.root / "reports" / "one" / "ar.md"})
    assert preview._kept.templates is templates
    preview.read({PROJECT / "themes" / "briefing" / "templates" / "layout.html"})
    assert preview._kept.templates is not templates
