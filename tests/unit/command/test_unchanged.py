"""A build of what was not changed is none, and whatever is changed is built: by what the system says of files."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command import unchanged
from command.__main__ import main
from command.built import Built
from command.unchanged import Memory
from tests.helpers.content import Content
from tests.helpers.examples import examples

#: More than the system's clock takes from one time that it gives files to the next.
TICK = 0.011


class World:
    """A project, a content and a site that were built once."""

    def __init__(self, root: Path) -> None:
        self.project, self.content, self.output = root / "project", root / "content", root / "output"
        for folder in (self.project / "plugins", self.content / "reports" / "a", self.output / "ar"):
            folder.mkdir(parents=True)
            (folder / "one").write_text("one")
            (folder / "two").write_text("two")
        (self.project / "pelicanconf.py").write_text("")
        self.wait()
        self.memory().keep(Built(self.output, 3, 1.5, 2, {"ar/one": 6_000_000}, ("begun", "two")))

    @staticmethod
    def wait() -> None:
        time.sleep(TICK)

    def memory(self, *asked: object, **environment: str) -> Memory:
        return Memory.of(self.project, self.content, self.output, asked, environment)

    def files(self) -> list[Path]:
        kept = self.project / ".cache"
        roots = (self.project, self.content, self.output)
        return sorted(path for root in roots for path in root.rglob("*") if path.is_file() and kept not in path.parents)


@pytest.fixture(autouse=True)
def _no_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was made a moment ago is remembered: ``World`` waits as long as needed here."""
    monkeypatch.setattr(unchanged, "STEP", 0)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_what_was_not_changed_is_told_and_not_built(world: World) -> None:
    built = world.memory().built()
    assert built == Built(world.output, 3, None, 2, {"ar/one": 6_000_000}, ("begun", "two"))
    assert "\nLeft out, with errors: the draft begun and 1 other draft. `make check REPORT=begun` lists them.\n" in str(
        built
    )
    assert str(built).startswith("Nothing was changed since the last build: 3 pages stand in ")
    assert "2 warnings" in str(built)
    assert "of more than 5 MB" in str(built)


def test_entries_that_were_left_out_are_named_with_the_drafts() -> None:
    """Of many the first ones."""
    built = Built(Path("site"), 3, 1.0, unfinished=("begun",), incomplete=("a", "b", "c", "d"))
    assert str(built).endswith(
        "\nLeft out, with errors: the draft begun; what the registry says of a, b, c, …, which nothing published names. "
        "`make check` lists them."
    )
    assert "errors: what the registry says of a, which" in str(Built(Path("site"), 3, 1.0, incomplete=("a",)))


def _same_size_and_time(file: Path) -> None:
    found = file.stat()
    file.write_text(file.read_text()[::-1] if file.read_text() else "")
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))


def _another_in_its_place(file: Path) -> None:
    other = file.with_name("part")
    other.write_text(file.read_text())
    other.replace(file)


EDITS: dict[str, Callable[[Path], object]] = {
    "written": lambda file: file.write_text("three"),
    "written as long as before, with its time set back": _same_size_and_time,
    "replaced": _another_in_its_place,
    "removed": lambda file: file.unlink(),
    "renamed": lambda file: file.rename(file.with_name("other")),
    "beside a new one": lambda file: file.with_name("new").write_text(""),
    "beside a new folder": lambda file: file.with_name("folder").mkdir(),
    "unreadable": lambda file: file.chmod(0o200),
    "a link to itself elsewhere": lambda file: (file.rename(file.parents[1] / "aim"), file.symlink_to("../aim")),
}


@given(edit=st.sampled_from(sorted(EDITS)), which=st.integers(0, 5))
@examples(40)
def test_whatever_is_changed_is_built(edit: str, which: int) -> None:
    with TemporaryDirectory() as root:
        world = World(Path(root))
        files = [file for file in world.files() if file.name in ("one", "two")]
        world.wait()
        EDITS[edit](files[which])
        assert world.memory().built() is None


def test_other_wishes_are_built(world: World, tmp_path: Path) -> None:
    assert world.memory("https://other.example").built() is None
    assert world.memory(SITEURL="https://other.example").built() is None
    key = tmp_path / "key"
    key.write_text("k" * 40)
    assert world.memory(PROVENANCE_KEY=str(key)).built() is None


def test_a_key_in_the_home_folder_is_looked_at_as_it_is_read(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (key := tmp_path / "key").write_text("k" * 40)
    before = world.memory(PROVENANCE_KEY="~/key").inputs
    key.write_text("j" * 40)
    assert world.memory(PROVENANCE_KEY="~/key").inputs not in ("", before)


def test_the_aim_of_a_link_is_looked_at_and_a_linked_folder_is_never_sure(world: World, tmp_path: Path) -> None:
    aim = tmp_path / "aim"
    aim.write_text("one")
    (world.content / "link").symlink_to(aim)
    world.wait()
    world.memory().keep(Built(world.output, 3, 1.5))
    assert world.memory().built()
    world.wait()
    aim.write_text("two")
    assert world.memory().built() is None
    (tmp_path / "folder").mkdir()
    (world.content / "folder").symlink_to(tmp_path / "folder")
    world.memory().keep(Built(world.output, 3, 1.5))
    assert world.memory().built() is None


def test_what_was_changed_just_now_is_not_remembered(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its next change might leave no trace in its times."""
    monkeypatch.setattr(unchanged, "STEP", 2_000_000_000)
    world.memory().keep(Built(world.output, 3, 1.5))
    assert world.memory().built() is None


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff", b"[]", b'{"inputs": 1}'])
def test_a_damaged_memory_is_nothing(world: World, damage: bytes) -> None:
    world.memory().file.write_bytes(damage)
    assert world.memory().built() is None


def test_a_memory_without_its_parts_is_thrown_away_with_a_sentence(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    memory = world.memory()
    kept = json.loads(memory.file.read_bytes())
    memory.file.write_text(json.dumps({key: kept[key] for key in ("inputs", "site")}))
    assert memory.built() is None
    assert "was thrown away, and the site is built anew" in capsys.readouterr().err
    assert not memory.file.exists()


def test_sites_that_are_gone_are_forgotten_and_no_word_is_kept(world: World) -> None:
    (world.content / "reports" / "a" / "one").write_text("Zumrud")
    world.wait()
    world.memory().keep(Built(world.output, 3, 1.5))
    assert b"Zumrud" not in world.memory().file.read_bytes()
    other = Memory.of(world.project, world.content, world.content.with_name("other"), [], {})
    shutil.rmtree(world.output)
    other.output.mkdir()
    other.keep(Built(other.output, 3, 1.5))
    assert [file.name for file in other.file.parent.iterdir()] == [other.file.name]


def test_a_cache_that_cannot_be_written_stops_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(world.memory().file.parent)
    world.memory().file.parent.write_text("")
    world.memory().keep(Built(world.output, 3, 1.5))
    assert world.memory().built() is None


@pytest.mark.slow
def test_the_command_builds_what_was_changed_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = Content(tmp_path / "given").report()
    output = tmp_path / "site"
    asked = ["build", "--content", str(content.root), "--output", str(output)]
    time.sleep(TICK)
    assert main(asked) == 0
    assert "Built " in capsys.readouterr().err
    before = {path: path.stat().st_mtime_ns for path in output.rglob("*")}
    assert main(asked) == 0
    assert "Nothing was changed since the last build" in capsys.readouterr().err
    assert before == {path: path.stat().st_mtime_ns for path in output.rglob("*")}
    time.sleep(TICK)
    (output / "index.html").write_text("somebody else's")
    assert main(asked) == 0
    assert "Built " in capsys.readouterr().err
    assert "somebody else's" not in (output / "index.html").read_text("utf-8")
