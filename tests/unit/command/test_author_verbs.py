"""What helps who writes hangs in the command line as all else does: options, folders, what is said, exit codes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from command.author_verbs import AUTHOR_VERBS
from tests.helpers.tiny_project import TinyProject

MAKEFILE = (Path(__file__).resolve().parents[3] / "Makefile").read_text("utf-8")


@pytest.fixture
def project(tmp_path: Path) -> TinyProject:
    return TinyProject(tmp_path / "a project's folder")


@pytest.mark.parametrize("name", AUTHOR_VERBS)
def test_make_passes_on_every_option_of_a_verb(name: str) -> None:
    """As a variable of the same name; ``CONTENT`` is one of all of them."""
    recipe = re.search(rf"^{name}: ##.*\n((?:\t.*\n)+)", MAKEFILE, re.MULTILINE)
    assert recipe
    given = re.search(r"^override given := (.*)", MAKEFILE, re.MULTILINE)
    assert given
    assert "$(content)" in recipe[1]
    for option in AUTHOR_VERBS[name].options:
        variable = option.name.upper().replace("-", "_")
        assert variable in given[1].split()
        macro = re.search(rf"^(\w+) = .*--{option.name}[=}}\"]", MAKEFILE, re.MULTILINE)
        assert f"--{option.name}" in recipe[1] or (macro and f"$({macro[1]})" in recipe[1])


def test_a_report_is_begun_in_the_content_that_is_named(project: TinyProject) -> None:
    (project.folder / "our content").mkdir()
    (project.folder / "a text.txt").write_text("عنوان\n\nنص.", "utf-8")
    order = ("new", "--content", "our content", "--report", "a-report", "--from", "a text.txt")
    code, said = project.run(*order)
    assert (code, said) == (
        0, "The report is begun in reports/a-report, as a draft. Fill in its record.yaml, then: make check REPORT=a-report\n"
    )  # fmt: skip
    assert (project.folder / "our content/reports/a-report/ar.md").read_text("utf-8").startswith("Title: عنوان\n")
    code, said = project.run(*order)
    assert code == 1
    assert said == (
        "our content/reports/a-report:1:1: this is already there; nothing is written over: name another, or move it\n"
        "1 error. Nothing was changed.\n"
    )


def test_a_text_comes_in_goes_to_a_translator_and_comes_back(project: TinyProject) -> None:
    registry = project.folder / "content/registry"
    registry.mkdir(parents=True, exist_ok=True)
    (registry / "places.yaml").write_text("aleppo: {name: {ar: حلب, en: Aleppo}, kind: city}\n", "utf-8")
    (project.folder / "a wire.jsonl").write_text('{"text": "في حلب", "label": [[3, 6, "Town"]]}', "utf-8")
    (project.folder / "labels.yaml").write_text("labels: {Town: place}\n", "utf-8")
    order = ("import", "--report", "2016-10-04-r", "--from", "a wire.jsonl", "--labels", "labels.yaml")
    assert project.run(*order) == (
        0, "2016-10-04-r came in. Marks: 1; relations: 0.\n`make check REPORT=2016-10-04-r` says what is left to fill in.\n"
    )  # fmt: skip
    folder = project.folder / "content/reports/2016-10-04-r"
    assert project.run("draft-en", "--report", "2016-10-04-r")[0] == 0
    assert (folder / "en.md").read_text("utf-8").endswith("في [Aleppo]{.aleppo}\n")
    code, said = project.run("translate", "--report", "2016-10-04-r")
    assert (code, said) == (0, "en.po, en.xlf were written. Units: 2; translated: 0; to be looked at: 0.\n")
    po = (folder / "en.po").read_text("utf-8").replace('msgid "في <m1>حلب</m1>"\nmsgstr ""', 'msgid "في <m1>حلب</m1>"\nmsgstr "In Aleppo"')
    (folder / "en.po").write_text(po, "utf-8")
    back = ("translate", "--report", "2016-10-04-r", "--from", "content/reports/2016-10-04-r/en.po")
    code, said = project.run(*back)
    assert code == 1
    assert "en.po:18:1: p1: the mark `<m1>` of “حلب” is missing\n1 error. Nothing was changed.\n" in said
    (folder / "en.po").write_text(po.replace("In Aleppo", "In <m1>Aleppo</m1>"), "utf-8")
    assert project.run(*back)[0] == 0
    assert (folder / "en.md").read_text("utf-8").endswith("\nIn [Aleppo]{.aleppo}\n")


def test_what_is_not_said_is_asked_for(project: TinyProject) -> None:
    code, said = project.run("new")
    assert code == 1
    assert said.startswith("Say what to begin: ")
    assert project.run("import", "--from", "x") == (1, "Say what to bring in with FROM=file, and what the report is called with REPORT=slug.\n")
    for verb in ("translate", "draft-en"):
        code, said = project.run(verb)
        assert code == 1
        assert said.startswith("Say which report with REPORT=slug")
    code, said = project.run("new", "--content", "nowhere", "--report", "a", "--from", "b")
    assert (code, said) == (1, "There is no content in nowhere. Say where it is with CONTENT=.\n")
