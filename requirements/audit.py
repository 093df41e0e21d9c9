"""Is anything known to be wrong with what we are built with? Asks the registries: ``make audit``.

Says what is known, and fails then. Where no registry answers it says that nothing was looked at, and does not fail:
not to know is no fault of the packages.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
KINDS = ("build", "node", "pdf", "attachments", "dask", "gazetteer", "sheets", "uima", "test", "lock")


def of_python() -> Iterator[tuple[str, list[str]] | None]:
    """Each package of Python with what is known to be wrong with it; ``None`` for one that nobody knows of."""
    for kind in KINDS:
        options = ["--disable-pip", "--no-deps", "--require-hashes", "--progress-spinner", "off", "--format", "json"]
        command = [sys.executable, "-m", "pip_audit", *options, "--requirement", str(FOLDER / f"{kind}.txt")]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
        try:
            found = json.loads(done.stdout)["dependencies"]
        except (ValueError, KeyError):
            yield None
            continue
        for package in found:
            if "skip_reason" in package:
                yield None
            else:
                yield f"{package['name']} {package['version']}", [flaw["id"] for flaw in package["vulns"]]


def of_npm() -> Iterator[tuple[str, list[str]] | None]:
    """The same for packages of npm."""
    command = ["sh", "npm.sh", "audit", "--json"]
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False, timeout=300)
    try:
        told = json.loads(done.stdout)
        total = told["metadata"]["dependencies"]["total"]
    except (ValueError, KeyError):
        yield None
        return
    flawed = told.get("vulnerabilities", {})
    yield from ((name, [flaw["severity"]]) for name, flaw in flawed.items())
    yield from (("", []) for _ in range(total - len(flawed)))


def main() -> int:
    """Print what the registries say; 1 where something is wrong."""
    answers = [*of_python(), *of_npm()]
    known = [answer for answer in answers if answer is not None]
    flawed = sorted({(name, *flaws) for name, flaws in known if flaws})
    for name, *flaws in flawed:
        print(f"{name}: {', '.join(flaws)}; see whether `make upgrade` mends it")
    if not known:
        print("No registry answered, so nothing was looked at.")
    elif not flawed:
        silent = len(answers) - len(known)
        rest = f"; of {silent} nothing is known at all" if silent else ""
        print(f"Nothing is known to be wrong with {len(known)} packages{rest}.")
    return 1 if flawed else 0


if __name__ == "__main__":
    sys.exit(main())
