"""A site of one's own is begun in a folder beside the program: it can be built at once, and shows how reports are written."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from authoring.new_report import begin_report
from authoring.new_site import begin_site
from reports import ContentErrors, messages, model, read_site
from reports.json_schema import FILES, schema_of
from reports.settings import KEYS
from reports.version import VERSION
from tests.helpers.core_yaml import load


@pytest.fixture
def site(tmp_path: Path) -> Path:
    begin_site(tmp_path / "our-archive", "isnad")
    return tmp_path / "our-archive"


def test_it_has_one_report_and_neither_errors_nor_warnings(site: Path) -> None:
    read = read_site(site / "content")
    assert read.warnings == ()
    (report,) = read.reports
    assert set(report.texts) == {"ar", "en"}
    assert read.settings.name == model.Words("our-archive", "our-archive")


def test_every_question_of_the_settings_is_answered_or_waits(site: Path) -> None:
    text = (site / "content" / "site.yaml").read_text("utf-8")
    asked = re.findall(r"^(?:# )?([a-z-]+):(?! \$)", text, re.MULTILINE)
    assert {*asked} | {"attachments", "published-originals"} == {*KEYS}


def test_what_waits_for_an_answer_can_be_taken_as_it_stands(site: Path) -> None:
    path = site / "content" / "site.yaml"
    answered = re.sub(r"^# (?=(?:  )?[a-z-]+:(?! \$))", "", path.read_text("utf-8"), flags=re.MULTILINE)
    assert "\nlicence: CC-BY-4.0\n" in answered
    path.write_text(answered.replace("…", "نص"), "utf-8")
    assert read_site(site / "content").settings.licence is not None


def test_editors_find_the_schema_of_every_yaml_file(site: Path) -> None:
    schemas = {file.file_name: schema_of(file) for file in FILES}
    content = list((site / "content").rglob("*.yaml"))
    assert len(content) == 5
    for path in content:
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text("utf-8"))
        assert named
        schema = load((path.parent / named[1]).read_text("utf-8"))
        assert schema == schemas[Path(named[1]).name]
        assert list(Draft202012Validator(schema).iter_errors(load(path.read_text("utf-8")))) == []


def test_a_report_that_is_begun_there_finds_its_schema_too(site: Path, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text("عنوان\n\nنص.", "utf-8")
    begin_report(site / "content", "a-report", tmp_path / "wire.txt")
    record = site / "content" / "reports" / "a-report" / "record.yaml"
    first = record.read_text("utf-8").partition("\n")[0]
    assert (record.parent / first.rpartition("=")[2]).is_file()


def test_it_says_for_which_version_it_was_made(site: Path) -> None:
    assert (site / "content" / ".isnad-version").read_text("utf-8") == f"{VERSION}\n"


@pytest.mark.parametrize(
    ("made_for", "code"),
    [
        (VERSION, None),
        ("0.0.9", None),
        ("0.1", None),
        ("0.1.1", messages.NEWER_CONTENT.code),
        ("99", messages.NEWER_CONTENT.code),
        ("newest", messages.NO_VERSION.code),
        ("", messages.NO_VERSION.code),
        ("1.0\n2.0", messages.NO_VERSION.code),
    ],
)
def test_a_content_that_was_made_for_a_newer_version_is_not_read(site: Path, made_for: str, code: str | None) -> None:
    (site / "content" / ".isnad-version").write_text(made_for, "utf-8")
    if code is None:
        read_site(site / "content")
        return
    with pytest.raises(ContentErrors) as told:
        read_site(site / "content")
    assert [problem.what.code for problem in told.value.problems] == [code]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("أرشيفنا", "أرشيفنا"),
        ('it\'s: a "site" # {x}', 'it\'s: a "site" # {x}'),
        ("a\\b", "a\\b"),
        ("tab\there\u202e", "tabhere"),
        ("\u200b", "Isnad"),
        ("{{version}}", "{{version}}"),
    ],
)
def test_it_is_called_by_its_folder_however_that_is_named(name: str, shown: str, tmp_path: Path) -> None:
    begin_site(tmp_path / name, "isnad")
    read = read_site(tmp_path / name / "content")
    assert (read.settings.name.en, read.warnings) == (shown, ())


def test_an_empty_folder_is_taken_and_one_with_something_in_it_left(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    begin_site(tmp_path / "empty", "isnad")
    for name, make in (
        ("full", lambda path: (path.mkdir(), (path / ".git").touch())),
        ("file", lambda path: path.touch()),
        ("link", lambda path: path.symlink_to(tmp_path / "nowhere")),
    ):
        make(tmp_path / name)
        with pytest.raises(ContentErrors, match="already there"):
            begin_site(tmp_path / name, "isnad")
    assert [path.name for path in (tmp_path / "full").iterdir()] == [".git"]
    assert not (tmp_path / "nowhere").exists()


def test_its_makefile_hands_every_verb_and_variable_to_the_program(tmp_path: Path) -> None:
    """Whatever the program's folder is called, and from wherever `make` is called with -C."""
    program = tmp_path / "it's the $program"
    program.mkdir()
    (program / "Makefile").write_text(
        'build check new:\n\t@echo "$@ of $$CONTENT into $$OUTPUT: $$REPORT from $$FROM"\n', "utf-8"
    )
    begin_site(tmp_path / "site", "$(MAKE) --no-print-directory -f '../it'\\''s the $$program/Makefile'")

    def make(*arguments: str) -> str:
        run = subprocess.run(
            [str(shutil.which("make")), "-s", "-C", str(tmp_path / "site"), *arguments],
            capture_output=True, text=True, check=True, timeout=60, env={"PATH": os.environ["PATH"]},
        )  # fmt: skip
        return run.stdout.strip()

    assert make() == "build of content into output:  from"
    assert (
        make("new", "REPORT=a-report", "FROM=a b's $$c.txt") == "new of content into output: a-report from a b's $c.txt"
    )
    assert make("check", "CONTENT=other") == "check of other into output:  from"


def test_what_checks_and_publishes_it_is_yaml_and_calls_the_installed_program(site: Path) -> None:
    for name in (".github/workflows/site.yml", ".gitlab-ci.yml"):
        text = (site / name).read_text("utf-8")
        assert yaml.safe_load(text)
        assert 'pip install "$ISNAD"' in text
        assert "isnad build" in text
