"""``make clean``: removes a built site, and what a dead build left beside it. Needs no package, and no .venv."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from .messages import BuildFailed, printable, shown
from .replacing import resolved, why_not
from .staging import beside, clear, locked
from .whereabouts import PROGRAM, work_folder


def clean(output: Path, content: Path, project: Path = PROGRAM) -> None:
    """Remove a site if a build of ``content`` might replace it. Raises ``BuildFailed`` for anything else."""
    if output.is_symlink():
        raise BuildFailed(f"{shown(output)} is a link, so it stays. Name the folder that it leads to.")
    output = resolved(str(output), output)
    if why := why_not(output, content, project):
        raise BuildFailed(f"{shown(output)} stays: {why}.")
    if not any(path.exists() for path in (output, beside(output, "new"), beside(output, "old"))):
        return
    with locked(output):
        clear(output)
        if output.is_dir() and any(output.iterdir()):
            shutil.rmtree(output)


def main(arguments: Sequence[str] | None = None) -> None:
    """Do it; what stays, and why, is said on stderr."""
    parser = argparse.ArgumentParser(prog="python -m command.cleaning")
    parser.add_argument("--content")
    parser.add_argument("--output")
    given = parser.parse_args(arguments)
    try:
        output = Path(given.output).expanduser() if given.output else work_folder() / "output"
        clean(output, resolved(given.content, work_folder() / "content"))
    except BuildFailed as why:
        print(printable(str(why)), file=sys.stderr)
    except (OSError, RuntimeError) as error:
        print(printable(f"The site could not be removed: {error}."), file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
