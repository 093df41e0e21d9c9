"""The command ``python -m inspection FOLDER``: looks over a built site, wherever it is from.

Exit codes: 0 nothing is wrong; 1 faults were found, and were said, a line for each; 2 the command line is wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from . import CHECKS, inspect


def main(arguments: Sequence[str] | None = None) -> int:
    """Look over the site that the arguments name, say what is wrong with it on stdout, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m inspection", description="Looks over a built site.")
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="the site")
    parser.add_argument(
        "--siteurl", metavar="ADDRESS", default="", help="the public address of the site, if it has one"
    )
    parser.add_argument("--policy", help="the Content-Security-Policy that every page must have")
    parser.add_argument("--content", metavar="FOLDER", type=Path, help="the content that it was made of")
    parser.add_argument("--without", action="append", choices=CHECKS, default=[], help="leave a check out")
    given = parser.parse_args(arguments)
    if not given.folder.is_dir():
        parser.error(f"{given.folder} is no folder")
    if given.content and not (given.content / "reports").is_dir():
        parser.error(f"{given.content} is no folder of content: it has no reports/")
    faults = inspect(given.folder, given.siteurl, policy=given.policy, content=given.content, without=given.without)
    print(*faults, f"{len(faults)} faults." if faults else "No faults.", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
