"""Takes the guards away one at a time, and sees that a test notices: ``python -m tests.guards [name …]``.

A test that would pass without the guard that it is for shows nothing. All tests that are named run first while every
guard is there: what fails anyway notices nothing. Then each guard is taken out of a copy of the project, one copy on each
core, and its tests run there up to the first that fails. Says what each of them did, and fails where one did not notice.
Which guards there are stands in ``tests.guard_list``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

from tests.guard_list import GUARDS, Guard

ROOT = Path(__file__).resolve().parents[1]
CORES = os.cpu_count() or 1
#: A test that takes so many seconds hangs, where a guard is missing, and has noticed that.
HANGS = 120


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


def that_fail(copy: Path, tests: Collection[str], *options: str) -> list[str]:
    """The tests that fail in a copy of the project, in the order in which they did."""
    command = [sys.executable, "-m", "pytest", "-q", "--no-header", "-p", "no:cacheprovider", *options, *tests]
    command += [f"--timeout={HANGS}"]
    done = subprocess.run(command, cwd=copy, env=os.environ, capture_output=True, text=True, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    if done.returncode and not lines:
        raise SystemExit(f"{' '.join(tests)} could not run:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return [line.split(" - ")[0].partition(" ")[2] for line in lines]


@contextmanager
def without(guard: Guard, copy: Path) -> Iterator[None]:
    """Within it, a copy of the project lacks the guard."""
    file = copy / guard.file
    text = file.read_text("utf-8")
    file.write_text(text.replace(guard.there, guard.instead), "utf-8")
    try:
        yield
    finally:
        file.write_text(text, "utf-8")
        # Python takes what it compiled for the text's own, where both were written in one second.
        for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*"):
            compiled.unlink()


def notices(guard: Guard, copies: Queue[Path], unsound: Collection[str]) -> str:
    """The first test that fails in a copy of the project without the guard; an empty text if none does."""
    copy = copies.get()
    try:
        with without(guard, copy):
            found = that_fail(copy, guard.tests, "-x", *(f"--deselect={test}" for test in unsound))
        return found[0] if found else ""
    finally:
        copies.put(copy)


def main(names: list[str]) -> int:
    """Try the guards that are named, or all of them, and print what noticed each."""
    wanted = [guard for guard in GUARDS if not names or guard.name in names]
    missed = 0
    for guard in wanted:
        if not stands(guard):
            print(f"{guard.name}: is not in {guard.file} as it was", flush=True)
            missed += 1
    there = [guard for guard in wanted if stands(guard)]
    with tempfile.TemporaryDirectory() as place, ThreadPoolExecutor(CORES) as pool:
        copies: Queue[Path] = Queue()
        for number in range(CORES):
            copies.put(copy_of_the_project(Path(place, str(number))))
        tests = dict.fromkeys(test for guard in there for test in guard.tests)
        unsound = that_fail(Path(place, "0", "project"), tests, "-n", str(CORES)) if tests else []
        for test in unsound:
            print(f"{test} fails anyway", flush=True)
        asked = {pool.submit(notices, guard, copies, unsound): guard for guard in there}
        for done in as_completed(asked):
            print(f"{asked[done].name}: {done.result() or 'NOTHING NOTICED'}", flush=True)
            missed += not done.result()
    return min(missed + len(unsound), 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
