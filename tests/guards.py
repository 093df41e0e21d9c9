"""Takes the guards away one at a time, and sees that a test notices: ``python -m tests.guards [name …]``.

A test that would pass without the guard that it is for shows nothing. Each guard is taken out of a copy of the project,
and the tests that are named run there. Says what each of them did, and fails where one did not notice. Which guards
there are stands in ``tests.guard_list``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from tests.guard_list import GUARDS, Guard

ROOT = Path(__file__).resolve().parents[1]


def stands(guard: Guard) -> bool:
    """Whether the guard is in the project as it is written here, once."""
    return (ROOT / guard.file).read_text("utf-8").count(guard.there) == 1


def copy_of_the_project(place: Path) -> Path:
    """A copy without what was built or installed, with the installed packages linked to."""

    def built(folder: str, names: list[str]) -> set[str]:
        top = {".venv", ".git", "output", "build"} if Path(folder) == ROOT else set()
        return {name for name in names if name in top | {"__pycache__", ".hypothesis"} or name.endswith("_cache")}

    copy = place / "project"
    shutil.copytree(ROOT, copy, ignore=built)
    (copy / ".venv").symlink_to(ROOT / ".venv")
    return copy


def first_that_fails(copy: Path, tests: tuple[str, ...]) -> str:
    """The first test that fails in a copy of the project; an empty text if none does."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "--no-header", "-p", "no:cacheprovider", "-n", "2", *tests]
    done = subprocess.run(command, cwd=copy, env=os.environ, capture_output=True, text=True, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    if done.returncode and not lines:
        raise SystemExit(f"{' '.join(tests)} could not run:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return lines[0].split(" - ")[0] if lines else ""


@cache
def sound(tests: tuple[str, ...]) -> bool:
    """Whether the tests pass while every guard is there: what fails anyway notices nothing."""
    with tempfile.TemporaryDirectory() as place:
        return not first_that_fails(copy_of_the_project(Path(place)), tests)


def notices(guard: Guard, place: Path) -> str:
    """The first test that fails in a copy of the project without the guard; an empty text if none does."""
    copy = copy_of_the_project(place)
    file = copy / guard.file
    file.write_text(file.read_text("utf-8").replace(guard.there, guard.instead), "utf-8")
    return first_that_fails(copy, guard.tests)


def main(names: list[str]) -> int:
    """Try the guards that are named, or all of them, and print what noticed each."""
    missed = 0
    for guard in GUARDS:
        if names and guard.name not in names:
            continue
        if not stands(guard):
            print(f"{guard.name}: is not in {guard.file} as it was", flush=True)
            missed += 1
            continue
        if not sound(guard.tests):
            print(f"{guard.name}: its tests fail without that", flush=True)
            missed += 1
            continue
        with tempfile.TemporaryDirectory() as place:
            noticed = notices(guard, Path(place))
        print(f"{guard.name}: {noticed or 'NOTHING NOTICED'}", flush=True)
        missed += not noticed
    return min(missed, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
