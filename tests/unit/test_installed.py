"""`pip install .` gives the command `isnad`, which does from any folder what `make` does in the project's."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from importlib.metadata import PathDistribution
from pathlib import Path

import pytest

from reports.version import VERSION

ROOT = Path(__file__).resolve().parents[2]

Isnad = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages with the wheel in it, as pip unpacks one that is of Python alone."""
    folder = tmp_path_factory.mktemp("installed")
    built = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder / "wheel")]
    subprocess.run(built, cwd=ROOT, check=True, capture_output=True, timeout=300)
    (wheel,) = (folder / "wheel").iterdir()
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "packages")
    return folder / "packages"


@pytest.fixture
def isnad(packages: Path, tmp_path: Path) -> Isnad:
    """Runs `isnad` in an empty folder: its exit code, and what it said."""

    def run(*arguments: str, **given: str) -> tuple[int, str]:
        kept = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "SITEURL", "LANGUAGE")}
        done = subprocess.run(
            [sys.executable, "-c", "import sys, isnad; sys.exit(isnad.main())", *arguments],
            cwd=tmp_path,
            env={**kept, "PYTHONPATH": str(packages), "LANGUAGE": "en", **given},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=600,
        )
        return done.returncode, done.stdout + done.stderr

    return run


def test_it_says_its_version_and_its_verbs(isnad: Isnad) -> None:
    assert isnad("--version") == (0, f"Isnad {VERSION}\n")
    code, said = isnad("help")
    assert code == 0
    assert said.startswith("usage: isnad ")
    assert all(f"\n    {verb} " in said for verb in ("build", "check", "serve", "links", "verify", "new"))


def test_the_package_says_the_version_of_the_program_and_the_command(packages: Path) -> None:
    (about,) = packages.glob("*.dist-info")
    installed = PathDistribution(about)
    assert installed.version == VERSION
    assert [(one.name, one.value) for one in installed.entry_points] == [("isnad", "isnad:main")]


def test_nothing_stands_among_other_packages_but_the_one(packages: Path) -> None:
    """The rooms are called `words` or `reports`, as packages of others could be."""
    assert {path.name.partition("-")[0] for path in packages.iterdir()} == {"isnad"}
    files = {path.relative_to(packages / "isnad").as_posix() for path in (packages / "isnad").rglob("*")}
    assert not any("__pycache__" in name or name.endswith(".pyc") for name in files)
    for folder in ("plugins", "themes"):
        there = {
            path.relative_to(ROOT).as_posix()
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        assert there <= files


@pytest.mark.slow
def test_a_site_is_begun_and_checked_in_the_folder_where_it_is_called(isnad: Isnad, tmp_path: Path) -> None:
    code, said = isnad("new", "SITE=our site")
    assert (code, said) == (0, "The site is begun in our site. Go there and look at it: `make serve`\n")
    assert (tmp_path / "our site" / "Makefile").read_text("utf-8").endswith("\n%: ; @isnad $@\n")
    (tmp_path / "wire.txt").write_text("عنوان\n\nنص.", "utf-8")
    assert isnad("new", "REPORT=a", "FROM=wire.txt", "CONTENT=our site/content")[0] == 0
    code, said = isnad("check", "CONTENT=our site/content", "REPORT=a")
    assert (code, said.count(" has no value")) == (1, 2)
    code, said = isnad("check", "CONTENT=our site/content", "REPORT=a", "LANGUAGE=ar")
    assert (code, said.count("بلا قيمة")) == (1, 2)


@pytest.mark.slow
def test_a_site_is_built_and_taken_away_where_it_is_called(isnad: Isnad, tmp_path: Path, packages: Path) -> None:
    isnad("new", "SITE=.")
    before = sorted(packages.rglob("*"))
    code, said = isnad()
    assert code == 0, said
    assert (tmp_path / "output" / "en" / "briefings" / "2031-03-05-old-harbour" / "index.html").is_file()
    assert [path for path in sorted(packages.rglob("*")) if "__pycache__" not in path.parts] == [
        path for path in before if "__pycache__" not in path.parts
    ]
    assert isnad("verify")[0] == 0
    assert isnad("clean")[0] == 0
    assert not (tmp_path / "output").exists()
