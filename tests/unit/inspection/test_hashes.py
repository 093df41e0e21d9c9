"""The list of a site's files with their hashes: what is written is complete and true, and what is not is told."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from command.manifest import MANIFEST, write_manifest
from inspection.hashes import hashes
from inspection.site import Site


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site with its list."""
    site = tmp_path / "site"
    for name in ("index.html", "en/index.html", "en-2.txt", "data/ح.csv"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(name, "utf-8")
    assert write_manifest(site) == MANIFEST
    return site


def faults(folder: Path) -> list[str]:
    return [str(fault) for fault in hashes(Site(folder))]


def test_a_list_that_was_just_written_is_true(folder: Path) -> None:
    assert faults(folder) == []
    names = [line.partition("  ")[2] for line in (folder / MANIFEST).read_text("utf-8").splitlines()]
    assert names == ["data/ح.csv", "en-2.txt", "en/index.html", "index.html"]


def test_it_is_the_same_when_it_is_written_again(folder: Path) -> None:
    before = (folder / MANIFEST).read_bytes()
    write_manifest(folder)
    assert (folder / MANIFEST).read_bytes() == before


def test_the_tool_of_the_system_reads_it(folder: Path) -> None:
    tool = next(tool for tool in ("sha256sum", "shasum") if shutil.which(tool))
    options = ["-a", "256"] if tool == "shasum" else []
    subprocess.run([tool, *options, "-c", MANIFEST], cwd=folder, check=True, capture_output=True)


def test_a_signature_beside_it_is_no_fault(folder: Path) -> None:
    for end in ("asc", "minisig", "sig"):
        (folder / f"{MANIFEST}.{end}").write_text("signed", "utf-8")
    assert faults(folder) == []


def test_what_it_does_not_say_rightly_is_told(folder: Path) -> None:
    (folder / "index.html").write_text("changed", "utf-8")
    (folder / "en-2.txt").unlink()
    (folder / "extra.txt").write_text("new", "utf-8")
    (folder / "link").symlink_to("/etc")
    assert faults(folder) == [
        "extra.txt: is not in SHA256SUMS",
        "index.html: is not the file that SHA256SUMS names",
        "link: is no plain file",
        "en-2.txt: is not there, and SHA256SUMS names it",
    ]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda lines: lines[::-1], "is not sorted by its names"),
        (lambda lines: [*lines, lines[-1]], "names index.html again"),
        (lambda lines: [*lines[:-1], lines[-1].upper()], "is not as sha256sum writes it"),
        (lambda lines: [*lines[:-1], lines[-1].rstrip("\n")], "does not end"),
    ],
)
def test_a_list_that_is_not_written_as_it_should_be_is_told(folder: Path, change, why: str) -> None:
    path = folder / MANIFEST
    path.write_text("".join(change(path.read_text("utf-8").splitlines(keepends=True))), "utf-8")
    assert any(why in fault for fault in faults(folder))


def test_a_site_without_a_list_is_told(folder: Path) -> None:
    (folder / MANIFEST).unlink()
    assert faults(folder) == ["SHA256SUMS: is not there"]
