"""The command line: ``python -m command build|check|…``. `make` calls it; see `make help`.

Exit codes: 0 done; 1 something that a person can mend is wrong, and was said; 2 the command line is wrong, or
the program is; 130 and 143 stopped by Ctrl-C and `kill`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from .arguments import parser
from .messages import BuildFailed
from .replacing import resolved
from .unchanged import Memory
from .whereabouts import PROGRAM, is_installed


def main(arguments: Sequence[str] | None = None, called: str = "python -m command") -> int:
    """Do what the arguments say, tell on stderr what came of it, and return the exit code."""
    given = parser(called).parse_args(arguments)
    if given.command == "build":
        given.memory = _memory(given)
        if built := given.memory and given.memory.built():
            print(built, file=sys.stderr)
            return 0
    from .verbs import run  # what reads, builds and serves takes a second to load

    return run(given)


def _memory(given: argparse.Namespace) -> Memory | None:
    """What is remembered of the last build like this; nothing of one that cannot be, or of an installed program, whose
    packages are anywhere."""
    if is_installed():
        return None
    try:
        content, output = resolved(given.content, PROGRAM / "content"), resolved(given.output, PROGRAM / "output")
    except BuildFailed:
        return None
    return Memory.of(PROGRAM, content, output, [given.siteurl, given.pdf, given.without], os.environ)


if __name__ == "__main__":
    sys.exit(main())
