"""What the README tells a newcomer to do works as it stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reports import ContentErrors, read_site

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def write_first_report(content: Path) -> None:
    """Follow the README: write every file that it shows, beside the names that the project's content has."""
    files = re.findall(r"<!-- file: content/(\S+) -->\n```\w+\n(.*?)```", README, re.DOTALL)
    assert len(files) == 4
    files.append(("site.yaml", (ROOT / "content" / "site.yaml").read_text("utf-8")))
    for name, text in files:
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def test_the_first_report_has_no_errors_and_no_warnings(tmp_path: Path) -> None:
    write_first_report(tmp_path)
    site = read_site(tmp_path)
    assert [report.slug for report in site.reports] == ["my-first-report"]
    assert site.warnings == ()


def test_the_mistake_that_it_shows_is_told_in_these_words(tmp_path: Path) -> None:
    write_first_report(tmp_path)
    text = tmp_path / "reports" / "my-first-report" / "ar.md"
    text.write_text(text.read_text("utf-8").replace(".my-newspaper}", ".my-newspapr}"), "utf-8")
    with pytest.raises(ContentErrors) as told:
        read_site(tmp_path)
    shown = re.search(r"^    (content/reports/my-first-report/ar\.md:.*)$", README, re.MULTILINE)
    assert shown
    said = [str(problem).replace(str(tmp_path), "content") for problem in told.value.problems]
    assert shown[1] in said


def test_make_can_do_what_it_says(tmp_path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"^\| `make ([a-z-]+)`", README, re.MULTILINE):
        assert re.search(rf"^{target}:.*## ", makefile, re.MULTILINE)
    for variable in re.findall(r"^\| `([A-Z]+)` \|", README, re.MULTILINE):
        assert re.search(rf"^override given := .*\b{variable}\b", makefile, re.MULTILINE)
