"""What can be asked for on the command line. It needs no package."""

from __future__ import annotations

import argparse
from typing import Any

from .author_verbs import AUTHOR_VERBS, add_author_verbs

#: Where the site is shown while it is being written.
PORT = 8000


class _Version(argparse.Action):
    """Says which version this is; only then is it looked up."""

    def __init__(self, **named: Any) -> None:
        super().__init__(nargs=0, **named)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from reports.version import VERSION

        print(f"Isnad {VERSION}")
        parser.exit()


def parser(called: str = "python -m command") -> argparse.ArgumentParser:
    """What can be asked for, of a program that is ``called`` so; the name of the command is in ``command``."""
    every = argparse.ArgumentParser(prog=called, description="Builds, checks and shows the site.")
    every.add_argument("--version", action=_Version, help="say which version this is")
    verbs = "|".join(("build", "check", "serve", "links", "verify", *AUTHOR_VERBS))
    commands = every.add_subparsers(dest="command", required=True, metavar=verbs)

    content = argparse.ArgumentParser(add_help=False)
    content.add_argument("--content", metavar="FOLDER", help="the content to read (the project's content/)")
    output = argparse.ArgumentParser(add_help=False)
    output.add_argument("--output", metavar="FOLDER", help="where the site goes (the project's output/)")
    inspected = argparse.ArgumentParser(add_help=False)
    inspected.add_argument("--without", metavar="CHECKS", help="checks that the site need not pass")

    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--workers", metavar="NUMBER", help="how many processes work on it (one for each core)")
    shared.add_argument("--dask", metavar="ADDRESS", help="the scheduler of a Dask cluster that works on it instead")

    what = "read the content and build the site"
    command = commands.add_parser("build", help=what, description=what, parents=[content, output, inspected, shared])
    command.add_argument("--siteurl", metavar="ADDRESS", help="the public address, instead of that of site.yaml")
    command.add_argument("--pdf", action="store_true", help="make a PDF of each briefing and dossier too")

    what = "read the content and list its errors and warnings"
    command = commands.add_parser("check", help=what, description=what, parents=[content])
    command.add_argument("--all", action="store_true", help="list all of them, however often one repeats")
    command.add_argument("--report", metavar="SLUG", help="list those of this report only")

    what = "show the site in the browser while it is being written"
    command = commands.add_parser("serve", help=what, description=what, parents=[content])
    command.add_argument("--port", type=int, default=PORT, metavar="NUMBER", help=f"where to listen ({PORT})")

    what = "ask whether the addresses that a built site leads to still answer"
    command = commands.add_parser("links", help=what, description=what, parents=[output])

    what = "build a site again and say whether it is the one that is in a folder, byte for byte"
    command = commands.add_parser("verify", help=what, description=what, parents=[content, inspected, shared])
    command.add_argument("--site", metavar="FOLDER", help="the site to compare (the project's output/)")
    command.add_argument("--siteurl", metavar="ADDRESS", help="the public address that the site was built with")
    command.add_argument("--pdf", action="store_true", help="with PDFs, also where the site has none")

    add_author_verbs(commands, content)
    return every
