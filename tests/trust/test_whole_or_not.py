"""Readers see the old site or the new one, whatever happens to the build and whenever: never a mixture, never nothing."""

from __future__ import annotations

import hashlib
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from copy import copy
from multiprocessing import Process, get_context
from pathlib import Path

import pytest

from command.building import AS_IT_WAS, BuildRequest, build
from command.manifest import MANIFEST, write_manifest
from command.replacing import MARKS
from command.running import Made
from inspection import CHECKS
from tests.conftest import PROJECT
from tests.helpers.content import Content
from tests.helpers.rights import like_anybody
from tests.helpers.tiny_project import Limit, TinyProject

pytestmark = pytest.mark.slow

RECORD = """\
events: {raid: {type: shelling, when: 2016-10-04, where: aleppo}}
claims: {said: {by: witness, about: raid, casualties: [{killed: %s}]}}
"""


def write(root: Path, killed: int) -> Path:
    """A content of two reports; the number tells its sites apart."""
    content = Content(root)
    content.report(
        "kept", record=RECORD % killed, ar="قال [الشاهد]{.witness} إن [الناس قُتلوا]{.said} في [القصف]{.raid}."
    )
    content.report("gone", record="", ar="نص آخر.")
    return content.root


def start_command(arguments: list[str], limit: Limit = None) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "command", *arguments]
    env = os.environ | {"PYTHONPATH": str(PROJECT / "plugins")}
    return subprocess.Popen(
        command, env=env, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=limit
    )


def start(content: Path, output: Path, limit: Limit = None) -> subprocess.Popen[str]:
    return start_command(["build", "--content", str(content), "--output", str(output)], limit)


def run_command(arguments: list[str], limit: Limit = None) -> tuple[int, str]:
    process = start_command(arguments, limit)
    told, wrong = process.communicate(timeout=120)
    return process.returncode, told + wrong


def run(content: Path, output: Path, limit: Limit = None) -> tuple[int, str]:
    return run_command(["build", "--content", str(content), "--output", str(output)], limit)


def said(told: str) -> list[str]:
    """The lines of what a command said, without its progress."""
    return [line for line in told.splitlines() if not line.endswith(" …")]


def seal(folder: Path) -> str:
    """One hash for all files of a folder and their names."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            whole.update(f"{path.relative_to(folder)}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, str, str]:
    """A content with an old site, a changed content, and the seals of both sites."""
    folder = tmp_path_factory.mktemp("whole")
    old, new = write(folder / "a", 3), write(folder / "b", 4)
    assert run(old, folder / "site")[0] == 0
    assert run(new, folder / "other")[0] == 0
    found = (seal(folder / "site"), seal(folder / "other"))
    assert found[0] != found[1]
    return folder / "site", new, *found


class Swap:
    """A tiny project with an old site; its next build makes a new one. The seals of both."""

    def __init__(self, folder: Path) -> None:
        self.project = TinyProject(folder)
        self.output = self.project.output
        self.change()
        self.after = self._built()
        self.project.write("first", "old")
        self.project.remove("more")
        self.before = self._built()
        assert self.before != self.after
        self.change()

    def change(self) -> None:
        self.project.write("first", "new")
        self.project.write("more", "more than a full disk takes " * 4_000)

    def _built(self) -> str:
        assert self.project.run("build")[0] == 0
        return seal(self.output)

    def copy(self, folder: Path) -> Swap:
        """The same in another folder."""
        shutil.copytree(self.project.folder, folder, symlinks=True)
        twin = copy(self)
        twin.project = copy(self.project)
        twin.project.folder, twin.project.output = folder, folder / "output"
        twin.output = twin.project.output
        return twin


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Swap:
    return Swap(tmp_path_factory.mktemp("swap") / "project")


@pytest.fixture
def swap(built: Swap, tmp_path: Path) -> Swap:
    return built.copy(tmp_path / "project")


PAGES = (*MARKS, *(f"en/{number}.html" for number in range(200)))


def make_pages(folder: Path, text: str) -> Made:
    """A site whose pages all say the same: that of another moment says something else."""
    for name in PAGES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return Made(frozenset((*PAGES, write_manifest(folder))), {})


def instant(order: BuildRequest, text: str) -> Process:
    """A build in a process of its own, of nothing but files: what takes time is to write them and to change places."""
    process = get_context("fork").Process(target=build, args=(order, lambda _, folder: make_pages(folder, text)))
    process.start()
    return process


def shown(output: Path) -> str:
    """What a whole site says."""
    pages = {path.relative_to(output).as_posix(): path.read_text("utf-8") for path in output.rglob("*.*")}
    assert set(pages) == set(PAGES)
    assert (output / MANIFEST).is_file()
    (text,) = set(pages.values())
    return text


@pytest.fixture
def instantly(tmp_path: Path) -> BuildRequest:
    """An order of an instant site, of which there is an old one."""
    for folder in ("content", "project", "site"):
        (tmp_path / folder).mkdir()
    order = BuildRequest(
        tmp_path / "content", tmp_path / "site" / "output", project=tmp_path / "project", without=frozenset(CHECKS)
    )
    build(order, lambda _, folder: make_pages(folder, "old"))
    return order


def test_a_build_that_is_killed_leaves_the_old_site_or_the_new_one(instantly: BuildRequest) -> None:
    """At sixty moments: where files are written, and most of them about when the sites change places."""
    patience, last, chance, changed = 0.05, "old", random.Random(20161004), set()
    for turn in range(60):
        process = instant(instantly, f"new {turn}")
        time.sleep(patience * (0.5 + chance.random()))
        process.kill()
        process.join()
        assert process.exitcode in (0, -signal.SIGKILL), "it failed by itself"
        found = shown(instantly.output)
        assert found in (last, f"new {turn}")
        changed.add(found != last)
        patience *= 0.8 if found != last else 1.25
        last = found
    assert changed == {False, True}, "it was never stopped in time, or always"
    build(instantly, lambda _, folder: make_pages(folder, "newest"))
    assert shown(instantly.output) == "newest", "what was left does not stand in the way"
    assert [path.name for path in instantly.output.parent.iterdir()] == ["output"]


def test_it_stays_while_it_is_read(instantly: BuildRequest) -> None:
    """A reader who asks for a page all the while gets the old one or the new one, and always one."""
    page = instantly.output / "en" / "7.html"
    process, seen = instant(instantly, "new"), {page.read_text("utf-8")}
    while process.is_alive():
        seen.add(page.read_text("utf-8"))
    seen.add(page.read_text("utf-8"))
    assert seen == {"old", "new"}


def full_disk() -> None:
    """Nothing can be written that is longer than 60,000 bytes: as where a disk is full, writing fails halfway."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))


def no_time() -> None:
    """The build may calculate for two seconds."""
    resource.setrlimit(resource.RLIMIT_CPU, (2, 2))


def test_a_full_disk_leaves_the_old_site(swap: Swap) -> None:
    code, told = swap.project.run("build", limit=full_disk)
    assert code == 1
    assert said(told) == [f".: File too large. {AS_IT_WAS}"]
    assert seal(swap.output) == swap.before
    assert swap.project.leftovers() == []


def test_a_build_whose_time_runs_out_leaves_the_old_site(swap: Swap) -> None:
    """Who is killed cannot tidy up; the next build does."""
    swap.project.write("endless")
    assert swap.project.run("build", limit=no_time)[0] == -signal.SIGKILL
    assert seal(swap.output) == swap.before
    assert swap.project.leftovers()
    swap.project.remove("endless")
    assert swap.project.run("build")[0] == 0
    assert seal(swap.output) == swap.after
    assert swap.project.leftovers() == []


def test_a_folder_that_may_not_be_written_to_keeps_its_site(swap: Swap, tmp_path: Path) -> None:
    """The folder above belongs to somebody else: nothing changes, and the message says what cannot be written."""
    above = tmp_path / "above"
    above.mkdir()
    shutil.copytree(swap.output, above / "site")
    above.chmod(0o555)
    code, told = swap.project.run("build", "--output", str(above / "site"), limit=like_anybody)
    assert code == 1
    assert said(told) == [f"Nothing can be written to {above}: {above}/.site.isnad-lock: Permission denied."]
    assert seal(above / "site") == swap.before


@pytest.mark.parametrize("command", ["build", "check", "verify"])
@pytest.mark.parametrize("folder", ["reports/kept", "reports", "registry", "."])
def test_a_folder_that_cannot_be_read_is_told_in_a_sentence(
    sites: tuple[Path, Path, str, str], tmp_path: Path, command: str, folder: str
) -> None:
    site, new, before, _ = sites
    content = tmp_path / "content"
    shutil.copytree(new, content)
    content.joinpath(folder).chmod(0)
    options = {"build": ["--output", str(site)], "verify": ["--site", str(site)], "check": []}[command]
    code, told = run_command([command, "--content", str(content), *options], like_anybody)
    content.joinpath(folder).chmod(0o755)
    assert code == 1
    assert "Permission denied" in told
    assert str(content) in told
    assert len(said(told)) <= 2  # a problem of the content has a line of its own
    assert seal(site) == before


@pytest.mark.parametrize(
    "command", ["build --output", "build --content", "check --content", "links --output", "verify --site"]
)
def test_a_name_that_is_too_long_is_told_in_a_sentence(tmp_path: Path, command: str) -> None:
    path = str(tmp_path / ("x" * 300))
    code, told = run_command([*command.split(), path])
    assert code == 1
    assert len(said(told)) == 1
    assert re.match(re.escape(path) + "[^ :]*: File name too long. ", told)


def test_it_is_built_by_somebody_who_can_write_nowhere_else(sites: tuple[Path, Path, str, str], tmp_path: Path) -> None:
    """The project is somebody else's, and the faces that are kept are not those of these pages: all is made anew."""
    new = sites[1]
    project = tmp_path / "project"
    project.mkdir()
    for name in ("plugins", "themes", "pelicanconf.py", "publishconf.py"):
        (project / name).symlink_to(PROJECT / name)
    (project / "pelicanconf.py").unlink()
    settings = (PROJECT / "pelicanconf.py").read_text("utf-8")
    (project / "pelicanconf.py").write_text(f"{settings}\nCACHE_PATH = {str(project / '.cache')!r}\n", "utf-8")
    (project / ".cache" / "fonts").mkdir(parents=True)
    for folder in (project / ".cache" / "fonts", project):
        folder.chmod(0o555)
    command = ["-s", str(project / "pelicanconf.py"), "-o", str(tmp_path / "site"), str(new)]
    done = subprocess.run(
        [sys.executable, "-m", "pelican", *command],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=like_anybody,
    )
    assert done.returncode == 0, done.stderr
    assert "denied" not in done.stderr
    assert not list((project / ".cache" / "fonts").iterdir())
    assert (tmp_path / "site" / "theme" / "css" / "site.css").stat().st_size > 10_000


def test_pages_of_a_report_that_was_removed_are_gone(tmp_path: Path) -> None:
    content = write(tmp_path, 3)
    assert run(content, tmp_path / "site")[0] == 0
    assert list((tmp_path / "site").rglob("*gone*"))
    shutil.rmtree(content / "reports" / "gone")
    assert run(content, tmp_path / "site")[0] == 0
    for path in (tmp_path / "site").rglob("*"):
        assert "gone" not in path.name
        assert not path.is_file() or b"briefings/gone" not in path.read_bytes(), path


def test_it_is_the_same_wherever_whenever_and_by_whomever_it_is_built(
    sites: tuple[Path, Path, str, str], tmp_path: Path
) -> None:
    """Another folder with a blank in its name, another time zone, language, hash seed, mask and order of files."""
    _, new, _, after = sites
    content = tmp_path / "an other" / "محتوى"
    for path in sorted(new.rglob("*"), reverse=True):
        if path.is_file():
            target = content / path.relative_to(new)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
            os.utime(target, (0, 1))
    output = tmp_path / "an other" / "site"
    env = os.environ | {
        "PYTHONPATH": str(PROJECT / "plugins"), "PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C",
        "LANG": "tr_TR.UTF-8", "SOURCE_DATE_EPOCH": "1", "HOME": str(tmp_path),
    }  # fmt: skip
    command = [sys.executable, "-m", "command", "build", "--content", str(content), "--output", str(output)]
    done = subprocess.run(
        command, env=env, cwd=tmp_path, capture_output=True, text=True, check=False, preexec_fn=lambda: os.umask(0o077)
    )
    assert done.returncode == 0, done.stderr
    assert seal(output) == after
