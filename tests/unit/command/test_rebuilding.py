"""`make verify`: whether a site is, byte for byte, the one that is built now."""

from __future__ import annotations

from pathlib import Path

import pytest

from command.rebuilding import compare
from tests.helpers.tiny_project import TinyProject

pytestmark = pytest.mark.slow


@pytest.fixture
def project(tmp_path: Path) -> TinyProject:
    """A project that has built its site."""
    project = TinyProject(tmp_path / "project")
    assert project.run("build")[0] == 0
    return project


def test_a_site_that_was_not_touched_is_the_same(project: TinyProject) -> None:
    code, said = project.run("verify")
    assert (code, said.splitlines()[-1]) == (0, "the same: 8 files")


def test_every_file_that_is_otherwise_is_named(project: TinyProject) -> None:
    (project.output / "en" / "first.html").write_text("two", "utf-8")
    (project.output / "404.html").unlink()
    (project.output / "extra.html").write_text("mine", "utf-8")
    code, said = project.run("verify", "--site", "output")
    assert code == 1
    assert said.splitlines()[-4:] == [
        "404.html: is missing",
        "en/first.html: differs",
        "extra.html: does not belong to it",
        "not the same: 3 files",
    ]


def test_other_content_is_another_site(project: TinyProject) -> None:
    project.write("first", "two")
    code, said = project.run("verify")
    assert code == 1
    assert "en/first.html: differs" in said
    assert "SHA256SUMS: differs" in said


def test_the_site_stays_as_it_is(project: TinyProject) -> None:
    before = {path: path.stat().st_mtime_ns for path in project.output.rglob("*")}
    project.write("first", "two")
    project.run("verify")
    assert {path: path.stat().st_mtime_ns for path in project.output.rglob("*")} == before
    assert project.leftovers() == []


def test_where_there_is_no_site_it_says_so(project: TinyProject) -> None:
    code, said = project.run("verify", "--site", "nowhere")
    assert (code, said) == (1, "There is no site in nowhere. Say where it is with SITE=.\n")


def test_content_with_errors_says_nothing_of_the_site(project: TinyProject) -> None:
    project.write("wrong")
    code, said = project.run("verify")
    assert code == 1
    assert said.endswith("Whether the site is the same is not known.\n")


def test_a_link_is_not_the_file_that_it_leads_to(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        folder.mkdir()
        (folder / "a.txt").write_text("a", "utf-8")
    assert str(compare(one, two)) == "the same: 1 file"
    (one / "a.txt").unlink()
    (one / "a.txt").symlink_to(two / "a.txt")
    assert compare(one, two).differences == ("a.txt: differs",)


def test_a_signature_beside_the_list_of_hashes_is_no_difference(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    (one / "SHA256SUMS.sig").write_text("signed", "utf-8")
    assert compare(one, two).differences == ()
