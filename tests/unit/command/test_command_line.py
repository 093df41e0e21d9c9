"""What a person sees who builds a site: when all is right, when something is wrong, when they stop it."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.content import Content
from tests.helpers.tiny_project import TinyProject


@pytest.fixture
def project(tmp_path: Path) -> TinyProject:
    return TinyProject(tmp_path / "a project's folder")


def home(project: TinyProject) -> str:
    return (project.output / "index.html").read_text("utf-8")


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline, "nothing happened for 30 seconds"
        time.sleep(0.02)


def test_a_build_says_one_line_and_nothing_else(project: TinyProject) -> None:
    code, said = project.run("build")
    assert code == 0
    assert re.fullmatch(r"Built 5 pages in \d\.\d s into output/ \(open output/index\.html\)\.\n", said)
    assert (project.output / "en/first.html").read_text("utf-8") == "one"
    assert (project.output / "theme" / "site.css").exists()
    assert not (project.output / "theme" / ".hidden").exists()
    assert project.leftovers() == []


def test_warnings_are_counted(project: TinyProject) -> None:
    project.write("warned")
    code, said = project.run("build")
    assert code == 0
    assert said.endswith("(open output/index.html). 1 warning: `make check` lists them.\n")


@pytest.mark.slow
def test_a_public_address_reaches_the_pages(project: TinyProject) -> None:
    assert project.run("build", "--siteurl", "https://example.org/briefings/")[0] == 0
    assert home(project) == "https://example.org/briefings"
    code, said = project.run("build", "--siteurl", "example.org")
    assert code == 1
    assert said == ("SITEURL=example.org is no address of a site. Write it like https://example.org/briefings.\n")


def test_other_folders_can_be_given(project: TinyProject, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "other.txt").write_text("other", "utf-8")
    code, said = project.run("build", "--content", "../elsewhere", "--output", "build/seed")
    assert code == 0
    assert "into build/seed/ (open build/seed/index.html)" in said
    assert (project.folder / "build" / "seed" / "en" / "other.html").exists()


@pytest.mark.parametrize("stranger", [False, True])
@pytest.mark.slow
def test_the_names_of_folders_and_files_command_no_terminal(project: TinyProject, stranger: bool) -> None:
    odd = "\x1b[31m\u202e"
    if stranger:
        (project.folder / odd).mkdir()
        (project.folder / odd / odd).touch()
    code, said = project.run("build", "--output", odd)
    assert code == int(stranger)
    assert "\\x1b[31m\\u202e" in said
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_errors_of_the_content_are_listed_in_order_and_the_site_stays(project: TinyProject) -> None:
    project.run("build")
    project.write("first", "two")
    project.write("wrong")
    code, said = project.run("build")
    assert code == 1
    assert said.splitlines() == [
        "content/wrong.txt:2:7: no such place `halab`; did you mean `aleppo`?",
        "content/wrong.txt:9:1: the last word is missing; write it",
        "2 errors, 1 warning. The site was not built; what was there before is as it was.",
    ]
    assert (project.output / "en/first.html").read_text("utf-8") == "one"
    assert project.leftovers() == []


def test_files_outside_the_current_folder_are_named_in_full(project: TinyProject, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "wrong.txt").touch()
    said = project.run("build", "--content", "../elsewhere")[1]
    assert said.startswith(f"{tmp_path / 'elsewhere' / 'wrong.txt'}:2:7: ")


def test_a_mistake_in_the_program_is_shown_whole_and_told_from_the_contents(project: TinyProject) -> None:
    project.write("crash")
    code, said = project.run("build")
    assert code == 2
    assert said.startswith("The program itself went wrong. The site was not built")
    assert "Traceback" in said
    assert said.endswith("RuntimeError: a mistake in the program\n")
    assert not project.output.exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("lost", "en/lost.html: should have been written, and is not there"),
        ("stray", "stray.tmp: nobody says that it belongs to the site"),
        ("silent", "No page was written"),
        (
            "logged",
            "could not process something\nThe build logged 1 error (see above), so nothing is published.",
        ),
    ],
)
def test_what_pelican_would_call_a_success_is_none(project: TinyProject, name: str, said: str) -> None:
    project.write(name)
    code, told = project.run("build")
    assert code == 1
    assert said in told
    assert not project.output.exists()


def test_a_plugin_that_cannot_start_ends_the_build(project: TinyProject) -> None:
    (project.folder / "plugins" / "broken").touch()
    code, said = project.run("build")
    assert code == 1
    assert "RuntimeError: this plugin cannot start" in said
    assert said.endswith("The build logged 1 error (see above), so nothing is published.\n")
    assert not project.output.exists()


def test_settings_that_cannot_be_read_end_the_build(project: TinyProject) -> None:
    (project.folder / "pelicanconf.py").write_text("import no_such_plugin", "utf-8")
    code, said = project.run("build")
    assert code == 2
    assert said.endswith("ModuleNotFoundError: No module named 'no_such_plugin'\n")


@pytest.mark.slow
@pytest.mark.parametrize(("signum", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)])
def test_a_build_that_is_told_to_stop_leaves_everything_as_it_was(
    project: TinyProject, signum: signal.Signals, code: int
) -> None:
    project.run("build")
    project.write("slow")
    with project.start("build") as process:
        wait_for(lambda: (project.folder / ".output.isnad-new" / "en" / "slow.html").exists())
        process.send_signal(signum)
        said = process.communicate(timeout=20)[1]
    assert process.returncode == code
    assert said == "Stopped. The site was not built; what was there before is as it was.\n"
    assert not (project.output / "en" / "slow.html").exists()
    assert project.leftovers() == []


@pytest.mark.slow
def test_after_a_build_that_was_killed_the_next_one_cleans_up(project: TinyProject) -> None:
    project.run("build")
    project.write("slow")
    with project.start("build") as process:
        wait_for(lambda: (project.folder / ".output.isnad-new" / "en" / "slow.html").exists())
        code, said = project.run("build")
        assert code == 1
        assert said.startswith(f"Another build (process {process.pid}) is writing to output.")
        process.kill()
    assert home(project) == "home"
    assert project.leftovers() == [".output.isnad-lock", ".output.isnad-new"]
    project.remove("slow")
    assert project.run("build")[0] == 0
    assert project.leftovers() == []


@pytest.mark.slow
def test_check_lists_the_errors_of_real_content(project: TinyProject) -> None:
    (project.folder / "content" / "reports" / "no-record").mkdir(parents=True)
    (project.folder / "content" / "site.yaml").write_text("name: {ar: س, en: s}\n", "utf-8")
    code, said = project.run("check")
    assert code == 1
    assert "content/reports/no-record/" in said
    assert re.search(r"^\d+ errors?\. The site cannot be built from this\.$", said, re.MULTILINE)
    assert not project.output.exists()


@pytest.mark.slow
def test_check_lists_what_is_wrong_with_one_report(project: TinyProject) -> None:
    """And says how much is wrong elsewhere; a report without errors is right, whatever the others are."""
    content = Content(project.folder).report("good", ar="نص.")
    (content.root / "reports" / "no-record").mkdir()
    code, said = project.run("check", "--report", "no-record")
    assert code == 1
    assert "content/reports/no-record/" in said
    code, said = project.run("check", "--report", "good")
    assert code == 0
    assert "no-record" not in said
    assert re.search(r"^Elsewhere in the content: \d+ errors?\b", said, re.MULTILINE)
    code, said = project.run("check", "--report", "none-such")
    assert (code, said.startswith("There is no report in ")) == (1, True)


def test_without_a_command_it_says_which_there_are(project: TinyProject) -> None:
    code, said = project.run()
    assert code == 2
    assert "build|check|serve" in said
