"""`make`, as it meets somebody whose machine is not ready for it, or whose folders have awkward names."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("sh", "echo", "sed", "dirname", "cmp", "printf", "awk", "cat", "id", "rm", "find", "ls", "mktemp")


class Checkout:
    """A checkout in a folder with an awkward name, and a machine with next to nothing on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "it's a checkout"
        self.bin = folder / "bin"
        self.folder.mkdir()
        self.bin.mkdir()
        shutil.copy(ROOT / "Makefile", self.folder)
        shutil.copytree(ROOT / "requirements", self.folder / "requirements")
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
            shutil.copy(
                self.folder / "requirements" / f"{kind}.txt", self.folder / ".venv" / f"installed-{kind}.txt"
            )
        for kind in ("build", "test"):
            lock = self.folder / "requirements" / "package-lock.json"
            shutil.copy(lock, self.folder / ".venv" / f"installed-npm-{kind}.json")
        python = self.program("fake", '[ "$1" = -c ] || { printf "<%s>" "$@"; echo; }')
        python.rename(self.folder / ".venv" / "bin" / "python")

    def make(self, *arguments: str, cwd: Path | None = None) -> tuple[int, list[str]]:
        """Its exit code, and what it says."""
        done = subprocess.run(
            [str(shutil.which("make")), "--no-print-directory", *arguments],
            cwd=cwd or self.folder,
            env={"PATH": str(self.bin), "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            timeout=60,
        )
        return done.returncode, [
            line for line in done.stdout.splitlines() if not line.startswith("make: ***")
        ]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_help_names_every_target_and_variable(checkout: Checkout) -> None:
    code, said = checkout.make("help")
    assert code == 0
    text = "\n".join(said)
    for target in (
        "build",
        "serve",
        "check",
        "links",
        "verify",
        "audit",
        "guards",
        "test",
        "lint",
        "clean",
        "clean-all",
        "lock",
        "upgrade",
        "help",
    ):
        assert f"  make {target} " in text
    for variable in ("CONTENT", "OUTPUT", "SITEURL", "SITE", "PORT", "PYTHON", "CHROMIUM", "JAVA", "TESTS"):
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
    assert checkout.make("PYTHON=python3")[1] == [
        "PYTHON=python3 is Python 3.9.2. Isnad needs Python 3.11 or later."
    ]


def test_a_python_that_does_not_run_is_named(checkout: Checkout) -> None:
    assert checkout.make("PYTHON=python4")[1] == [
        "PYTHON=python4 is not a Python that runs. Give the name or path of Python 3.11 or later."
    ]


def test_without_the_venv_module_it_says_what_to_install(checkout: Checkout) -> None:
    checkout.program("python3", 'case "$2" in *ensurepip*) exit 1 ;; *print*) echo 3.11.2 ;; esac')
    assert checkout.make()[1] == [
        "Your Python 3.11.2 has no venv module. "
        "Install it (on Debian and Ubuntu: apt-get install python3-venv)."
    ]


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
    assert ready.make() == (0, ["<-m><briefings><build>"])


def test_what_is_given_reaches_the_build_as_it_is(ready: Checkout) -> None:
    given = ["CONTENT=../it's here", "OUTPUT=build/two  words", 'SITEURL=https://example.org/"$HOME"']
    assert ready.make("build", *given)[1] == [
        "<-m><briefings><build><--content><../it's here><--output><build/two  words>"
        '<--siteurl><https://example.org/"OME">'  # make itself reads $H
    ]
    assert ready.make("serve", "PORT=8001")[1] == ["<-m><briefings><serve><--port><8001>"]
    assert ready.make("check", "CONTENT=other")[1] == ["<-m><briefings><check><--content><other>"]


def test_links_asks_about_the_site_in_the_output(ready: Checkout) -> None:
    assert ready.make("links", "OUTPUT=build/two") == (0, ["<-m><briefings><links><--output><build/two>"])


def test_verify_builds_the_site_again_that_is_named(ready: Checkout) -> None:
    assert ready.make("verify", "SITE=their site", "CONTENT=ours", "SITEURL=https://example.org") == (
        0,
        ["<-m><briefings><verify><--content><ours><--site><their site><--siteurl><https://example.org>"],
    )
    assert ready.make("verify") == (0, ["<-m><briefings><verify>"])


def test_it_can_be_called_from_another_folder(ready: Checkout, tmp_path: Path) -> None:
    called = ready.make("-f", str(ready.folder / "Makefile"), "CONTENT=here", cwd=tmp_path)
    assert called == (0, ["<-m><briefings><build><--content><here>"])


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
        "<-m><pytest><-n><auto><--dist><worksteal><tests/unit>",
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
    assert ready.make("test", "CHROMIUM=nothing")[1][0].startswith(
        "CHROMIUM=nothing is not a program that runs."
    )


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
        "<-m><pytest><-n><auto><--dist><worksteal>",
    ]


@pytest.mark.parametrize("old", ["", 'echo \'openjdk version "1.8.0_392"\' >&2', "echo 'no Java runtime'; exit 1"])
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
        "<-m><pytest><-n><auto><--dist><worksteal>",
    ]


def test_clean_removes_sites_and_nothing_else(ready: Checkout) -> None:
    for name in ("output", "notes"):
        (ready.folder / name / "data").mkdir(parents=True)
    (ready.folder / "output" / "data" / "datapackage.json").touch()
    assert ready.make("clean") == (0, [])
    assert not (ready.folder / "output").exists()
    assert ready.make("clean", "OUTPUT=notes")[1] == ["notes holds no site of ours, so it stays."]
    assert (ready.folder / "notes").exists()
    assert (ready.folder / ".venv").exists()
    assert ready.make("clean-all") == (0, [])
    assert not (ready.folder / ".venv").exists()
