"""Keeps the catalogues in order: ``python -m bilingual update`` and ``python -m bilingual check``.

With ``plugins`` on the path:

    PYTHONPATH=plugins python -m bilingual update     # new messages into the catalogues, unused ones out
    PYTHONPATH=plugins python -m bilingual check      # what the build would say about them
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from .catalogue import AUTHORS, OWN_TRANSLATIONS, load_author_messages, load_catalogues
from .catalogue_problems import CatalogueError
from .extracting import find_author_messages, find_messages
from .language import LANGUAGES
from .updating import update

_ROOT = Path(os.path.relpath(Path(__file__).resolve().parents[2]))
_TABLES = (_ROOT / "plugins" / "reports" / "messages", _ROOT / "plugins" / "command" / "listing.py")
_THEME = _ROOT / "themes" / "briefing"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code: 0, or 1 when the catalogues have problems."""
    parser = argparse.ArgumentParser(prog="python -m bilingual", description=__doc__.split("\n\n")[0])
    parser.add_argument("command", choices=("update", "check"))
    parser.add_argument("--translations", type=Path, default=_THEME / "translations")
    parser.add_argument("--templates", type=Path, default=_THEME / "templates")
    parser.add_argument(
        "--code",
        type=Path,
        action="append",
        help="folder or file of Python with messages; may be given repeatedly",
    )
    parser.add_argument("--table", type=Path, action="append", help="folder or file with messages to authors; the same")
    parser.add_argument("--author-translations", type=Path, default=OWN_TRANSLATIONS)
    options = parser.parse_args(arguments)
    tables = options.table if options.table is not None else _TABLES
    code = options.code if options.code is not None else [_ROOT / "plugins" / "briefings"]
    try:
        if options.command == "update":
            wanted = find_messages(options.templates, code)
            for lang in LANGUAGES:
                print(update(options.translations, lang, wanted))
            for lang in (one.lang for one in LANGUAGES.values() if not one.written):
                print(update(options.author_translations, lang, find_author_messages(*tables), AUTHORS))
        else:
            load_catalogues(options.translations, options.templates, code)
            for lang in (one.lang for one in LANGUAGES.values() if not one.written):
                load_author_messages(lang, *tables, translations=options.author_translations)
            print("The catalogues are complete.")
    except CatalogueError as error:
        print(error, file=sys.stderr)
        return error.exitcode
    return 0


if __name__ == "__main__":
    sys.exit(main())
