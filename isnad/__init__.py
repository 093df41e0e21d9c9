"""The command ``isnad``: the program as `pip install .` installs it, with the verbs that `make` has.

The rooms of ``plugins/`` have plain names, as ``reports`` and ``words``. So that they are in nobody's way, they are no
packages of the environment: they lie in this one, and are found only by the process that runs the command.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent
#: Where ``plugins/`` is: in this package once it is installed, and beside it in a checkout.
PROGRAM = _HERE if (_HERE / "plugins").is_dir() else _HERE.parent


def main() -> int:
    """Do what the command line says, and return the exit code."""
    sys.path.insert(0, str(PROGRAM / "plugins"))
    from command.as_make import as_options

    verb, *options = as_options(sys.argv[1:], os.environ)
    if verb == "clean":
        from command.cleaning import main as clean

        clean(options)
        return 0
    from command.__main__ import main as run

    return run([verb, *options], "isnad")
