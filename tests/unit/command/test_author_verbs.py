"""What helps who writes hangs in the command line as all else does: options, folders, what is said, exit codes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from command.author_verbs import AUTHOR_VERBS
from tests.helpers.content import Content
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
    code, said = project.ask(*order)
    assert (code, said) == (
        0, "The report is begun in `reports/a-report`, as a draft. Fill in its `record.yaml`, then: `make check REPORT=a-report`\n"
    )  # fmt: skip
    assert (project.folder / "our content/reports/a-report/ar.md").read_text("utf-8").startswith("Title: عنوان\n")
    code, said = project.ask(*order)
    assert code == 1
    assert said == (
        "our content/reports/a-report:1:1: this is already there; nothing is written over: name another, or move it\n"
        "1 error. Nothing was changed.\n"
    )


@pytest.mark.slow
def test_a_report_that_was_just_begun_stops_no_other(project: TinyProject) -> None:
    content = Content(project.folder).report("done", ar="نص.")
    (project.folder / "a text.txt").write_text("عنوان\n\nنص.", "utf-8")
    project.ask("new", "--report", "begun", "--from", "a text.txt")
    code, said = project.ask("check")
    assert code == 1
    assert "content/reports/begun/record.yaml:3:11: `published` has no value" in said
    assert "the site is built without these." in said
    content.report("wrong", ar="[كلام]{.nothing}")
    assert "The site cannot be built from this." in project.ask("check")[1]


@pytest.mark.slow
def test_a_text_comes_in_goes_to_a_translator_and_comes_back(project: TinyProject) -> None:
    registry = project.folder / "content/registry"
    registry.mkdir(parents=True, exist_ok=True)
    (registry / "places.yaml").write_text("aleppo: {name: {ar: حلب, en: Aleppo}, kind: city}\n", "utf-8")
    (project.folder / "a wire.jsonl").write_text('{"text": "في حلب", "label": [[3, 6, "Town"]]}', "utf-8")
    (project.folder / "labels.yaml").write_text("labels: {Town: place}\n", "utf-8")
    order = ("import", "--report", "2016-10-04-r", "--from", "a wire.jsonl", "--labels", "labels.yaml")
    assert project.ask(*order) == (
        0, "2016-10-04-r came in. Marks: 1; relations: 0.\n`make check REPORT=2016-10-04-r` says what is left to fill in.\n"
    )  # fmt: skip
    folder = project.folder / "content/reports/2016-10-04-r"
    assert project.ask("draft-en", "--report", "2016-10-04-r")[0] == 0
    assert (folder / "en.md").read_text("utf-8").endswith("في [Aleppo]{.aleppo}\n")
    code, said = project.ask("translate", "--report", "2016-10-04-r")
    assert (code, said) == (0, "en.po, en.xlf were written. Units: 2; translated: 0; to be looked at: 0.\n")
    po = (
        (folder / "en.po")
        .read_text("utf-8")
        .replace('msgid "في <m1>حلب</m1>"\nmsgstr ""', 'msgid "في <m1>حلب</m1>"\nmsgstr "In Aleppo"')
    )
    (folder / "en.po").write_text(po, "utf-8")
    back = ("translate", "--report", "2016-10-04-r", "--from", "content/reports/2016-10-04-r/en.po")
    code, said = project.ask(*back)
    assert code == 1
    assert "en.po:18:1: p1: the mark `<m1>` of “حلب” is missing\n1 error. Nothing was changed.\n" in said
    (folder / "en.po").write_text(po.replace("In Aleppo", "In <m1>Aleppo</m1>"), "utf-8")
    assert project.ask(*back)[0] == 0
    assert (folder / "en.md").read_text("utf-8").endswith("\nIn [Aleppo]{.aleppo}\n")


@pytest.mark.slow
def test_what_is_not_said_is_asked_for(project: TinyProject) -> None:
    code, said = project.ask("new")
    assert code == 1
    assert said.startswith("Say what to begin: ")
    assert project.ask("import", "--from", "x") == (
        1,
        "Say what the report of that text is to be called with REPORT=slug.\n",
    )
    for verb in ("translate", "draft-en"):
        code, said = project.ask(verb)
        assert code == 1
        assert said.startswith("Say which report with REPORT=slug")
    code, said = project.ask("new", "--content", "nowhere", "--report", "a", "--from", "b")
    assert (code, said) == (1, "There is no content in nowhere. Say where it is with CONTENT=.\n")


@pytest.fixture
def content(project: TinyProject) -> Content:
    return Content(project.folder)


@pytest.mark.slow
def test_proposals_are_listed_and_written_when_that_is_asked_for(project: TinyProject, content: Content) -> None:
    content.report("raid", ar="وصلت إلى حلب أمس.")
    code, said = project.ask("suggest", "--report", "raid")
    assert code == 0
    assert "content/reports/raid/ar.md:3:10: `حلب` could be marked `{.aleppo}`: a name of `aleppo`" in said
    assert "2 proposals; `APPLY=1` writes what is to be written into reports/raid/ar.md\n" in said
    assert "[" not in (content.root / "reports/raid/ar.md").read_text("utf-8")
    code, said = project.ask("suggest", "--report", "raid", "--apply=1")
    assert "written: reports/raid/ar.md; look at each" in said
    text = (content.root / "reports/raid/ar.md").read_text("utf-8")
    assert text.endswith("وصلت إلى [حلب]{.aleppo} [أمس]{when=2016-10-04}.")
    assert project.ask("suggest", "--report", "raid", "--apply=1") == (0, "nothing is proposed\n")


@pytest.mark.slow
def test_a_report_that_is_not_there_is_asked_for(project: TinyProject, content: Content) -> None:
    code, said = project.ask("suggest", "--report", "nowhere")
    assert (code, said) == (
        1,
        "There is no report in content/reports/nowhere. Say which with REPORT=, by the name of its folder.\n",
    )


def test_a_report_that_cannot_be_read_is_told_and_left_alone(project: TinyProject, content: Content) -> None:
    content.report("raid", record="published: 2016-13-01\npublisher: outlet\n", ar="حلب.")
    code, said = project.ask("suggest", "--report", "raid", "--apply=1")
    assert code == 1
    assert "no day of the calendar" in said or "2016-13-01" in said
    assert said.endswith("1 error. Nothing was changed.\n")


@pytest.mark.slow
def test_entries_are_found_by_name(project: TinyProject, content: Content) -> None:
    code, said = project.ask("registry", "--find", "للحلب الشرقية")
    assert code == 0
    assert "`east-aleppo` (area) is called حلب الشرقية, Eastern Aleppo; it is used nowhere" in said
    assert project.ask("registry") == (0, "no two entries look like one\n")


@pytest.mark.slow
def test_events_of_two_reports_are_joined_by_their_key(project: TinyProject, content: Content) -> None:
    record = "events:\n  raid:\n    type: air-strike\n    when: 2016-10-04\n    where: aleppo\n"
    content.report("one", record=record)
    content.report("two", record=record)
    code, said = project.ask("same")
    assert code == 0
    key = re.search(r": ([0-9a-f]{8}): `one/raid` and `two/raid` look like one event", said)
    assert key
    code, said = project.ask("same", "--apply", key[1])
    assert "`two/raid` is now `same-as: one/raid`" in said
    assert project.ask("same") == (0, "no events of two reports look like one\n")


@pytest.mark.slow
def test_places_need_a_name_and_the_gazetteer(project: TinyProject, content: Content) -> None:
    assert project.ask("places")[1] == "Say what the place is called with QUERY=, in Arabic or English.\n"
    code, said = project.ask("places", "--query", "حلب")
    if code:
        assert said == "No gazetteer is installed. `make gazetteer` installs one, once.\n"
    else:
        assert "ids: {geonames: 170063}" in said


@pytest.mark.slow
def test_a_sheet_is_brought_in_where_its_columns_were_shown(project: TinyProject) -> None:
    content = project.folder / "our content"
    content.mkdir()
    (content / "site.yaml").write_text("name: {ar: س, en: S}\npublisher: {ar: فريق, en: Team}\n", "utf-8")
    (project.folder / "the sheet.csv").write_text("id,date,killed,x\na,2025-01-01,many,\nb,2025-01-02,3,\n", "utf-8")
    (project.folder / "map.yaml").write_text("words: {many: dozens}\n", "utf-8")
    order = ("import", "--content", "our content", "--from", "the sheet.csv")
    code, said = project.ask(*order)
    assert code == 1
    assert said.startswith(
        "the sheet.csv: 2 rows of incidents.\n  A id: read as `id`\n  B date: read as `date`\n"
        "  C killed: read as `killed`\n  D x: not read\n"
    )
    assert "the sheet.csv:2:C: many is no figure; write one such as 10," in said
    assert said.endswith("1 error. Nothing was changed.\n")
    assert not (content / "reports").exists()
    rows = "".join(f"r{number},2025-01-01,many,\n" for number in range(30))
    (project.folder / "wrong.csv").write_text(f"id,date,killed,x\n{rows}", "utf-8")
    assert project.ask("import", "--content", "our content", "--from", "wrong.csv")[1].count("many is no figure") == 30
    assert project.ask(*order, "--keep")[0] == 0
    assert project.ask(*order, "--map", "map.yaml")[0] == 0
    assert sorted(path.name for path in (content / "reports").iterdir()) == ["a", "b"]
    assert project.ask("import") == (
        1,
        "Say what to bring in with FROM=: a sheet (.csv, .tsv, .xlsx), a folder of sheets, or what another program "
        "handed out of an annotated text.\n",
    )  # fmt: skip
