"""The pins are complete, agree with what the project says it needs, and say nothing of any machine."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = ROOT / "requirements"


def asked(kind: str) -> set[str]:
    """What requirements/<kind>.in asks for."""
    lines = (REQUIREMENTS / f"{kind}.in").read_text("utf-8").splitlines()
    return {line for line in lines if line and not line.startswith(("#", "-"))}


def pins(kind: str) -> dict[str, list[str]]:
    """What requirements/<kind>.txt pins: each requirement with its hashes."""
    text = (REQUIREMENTS / f"{kind}.txt").read_text("utf-8")
    pins: dict[str, list[str]] = {}
    for part in re.split(r"\n(?=[a-z])", text):
        if not part.startswith("#"):
            pins[part.split(" \\\n")[0]] = re.findall(r"--hash=sha256:([0-9a-f]{64})", part)
    return pins


def test_the_project_and_its_requirements_name_the_same_packages() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert asked("build") == set(project["project"]["dependencies"])
    assert asked("node") == set(project["dependency-groups"]["node"])
    assert asked("test") == set(project["dependency-groups"]["test"])
    assert asked("attachments") == set(project["dependency-groups"]["attachments"])
    assert asked("pdf") == set(project["dependency-groups"]["pdf"])
    assert asked("dask") == set(project["dependency-groups"]["dask"])
    assert asked("gazetteer") == set(project["dependency-groups"]["gazetteer"])
    assert asked("sheets") == set(project["dependency-groups"]["sheets"])
    assert asked("uima") == set(project["dependency-groups"]["uima"])
    assert asked("audit") == set(project["dependency-groups"]["audit"])
    assert asked("lock") == set(project["dependency-groups"]["lock"])


@pytest.mark.parametrize(
    "kind", ["build", "node", "pdf", "attachments", "dask", "gazetteer", "sheets", "uima", "test", "audit", "lock"]
)
def test_everything_that_is_asked_for_is_pinned_with_hashes(kind: str) -> None:
    pinned = pins(kind)
    assert {re.split("[><=]", name)[0] for name in asked(kind)} <= {name.split("==")[0] for name in pinned}
    for name, hashes in pinned.items():
        assert re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; .+)?", name)
        assert hashes, f"{name} has no hash"
        assert len(hashes) == len(set(hashes))


def test_tests_run_with_the_packages_that_build() -> None:
    # A package's marker may be narrower for a build than for the tests, which need it on more Pythons.
    build, test = ({name.split(" ; ")[0]: hashes for name, hashes in pins(kind).items()} for kind in ("build", "test"))
    assert {name: test.get(name) for name in build} == build


@pytest.mark.parametrize("path", sorted(REQUIREMENTS.iterdir()), ids=lambda path: path.name)
def test_requirements_name_no_host_and_no_folder_of_a_machine(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"(?<![\w.])/(home|Users|root|work|tmp)/", text)
