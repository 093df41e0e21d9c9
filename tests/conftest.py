"""Sites that tests look at: the project's own content and the golden content, each built once for all workers."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.helpers import examples
from tests.helpers.big_report import write_big_report
from tests.helpers.many import build_many

PROJECT = Path(__file__).resolve().parents[1]

#: The contents that are built, by the name under which tests ask for them.
CONTENTS = {"project": PROJECT / "content", "golden": PROJECT / "tests" / "golden" / "content"}

examples.settle()

#: Messages are in English in tests, wherever these run.
os.environ["LANGUAGE"] = "en"

#: The real report that comes with the format, where it lies beside the project. Its text is not the project's.
SEED = PROJECT.parent / "shared" / "seed" / "content"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="write what tests/golden keeps anew, from what is built now")


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers share, for what is built once; ``alone`` keeps them from building it at once."""
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "sites"
    shared.mkdir(exist_ok=True)
    return shared


@pytest.fixture(scope="session")
def build_site(shared_folder: Path) -> Callable[[str], Path]:
    """Builds a content as `make` does and says where its site is. Workers share a folder; each is built once.

    By name: one of ``CONTENTS``, ``seed``, ``big``, the made-up long report, or ``many``: the golden content as if three
    lines were too many for a page.
    """

    def build(name: str) -> Path:
        shared = shared_folder
        output = shared / name
        with alone(shared / f"{name}.lock"):
            if not output.exists():
                if name == "many":
                    build_many(CONTENTS["golden"], output)
                    return output
                content = CONTENTS.get(name) or (SEED if name == "seed" else shared / "big-content")
                if name == "big" and not content.exists():
                    write_big_report(content)
                _build(content, output)
        return output

    return build


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Within it, no other worker holds the same lock."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _build(content: Path, output: Path) -> None:
    """What `make CONTENT=… OUTPUT=… WORKERS=2` runs; it writes nothing to ``output`` unless all went well."""
    command = [sys.executable, "-m", "command", "build", "--content", str(content), "--output", str(output)]
    command += ["--workers", "2"]
    environment = {name: value for name, value in os.environ.items() if name != "SITEURL"}
    environment |= {"PYTHONPATH": str(PROJECT / "plugins")}
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(f"{content} cannot be built:\n{done.stderr}", pytrace=False)
