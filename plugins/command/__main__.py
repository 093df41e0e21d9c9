"""The command line: ``python -m command build|check|serve|links|verify``. `make` calls it; see `make help`.

Exit codes: 0 done; 1 something that a person can mend is wrong, and was said; 2 the command line is wrong, or
the program is; 130 and 143 stopped by Ctrl-C and `kill`.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from reports.messages import harmless

from . import progress
from .building import BuildRequest, build, order
from .link_check import check_links
from .listing import (
    AS_IT_WAS,
    CANNOT_BE_BUILT,
    ELSEWHERE,
    FAILED,
    NO_ERRORS,
    NO_LONGER_SERVED,
    NOT_KNOWN,
    NOTHING_CHANGED,
    counted,
    errors,
    sentence,
    told,
)
from .messages import BuildFailed, shown, trouble
from .rebuilding import rebuild
from .serving import PORT, serve
from .stopping import Stopped, stoppable

log = logging.getLogger("command")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say, tell on stderr what came of it, and return the exit code."""
    given = _parser().parse_args(arguments)
    _speak()
    try:
        with stoppable():
            command: Callable[[argparse.Namespace], int] = given.command
            return command(given)
    except Stopped as stopped:
        log.info(given.stopped)
        return 0 if given.command is _serve else stopped.exitcode
    except BuildFailed as failure:
        _say(str(failure))
        return 1
    except OSError as error:
        _say(f"{trouble(error)} {given.failed}")
        return 1
    except Exception as error:
        if problems := getattr(error, "problems", None):  # of the content or the catalogues, said for people
            lines = told(given.listed(problems), everything=getattr(given, "all", False))
            _print(*lines, sentence(FAILED(counts=counted(problems), failed=given.failed)))
            return 1
        progress.clear()
        log.critical("The program itself went wrong. %s Where it was:", given.failed, exc_info=True)
        return 2


def _build(given: argparse.Namespace) -> int:
    _say(str(build(_order(given, given.output))))
    return 0


def _check(given: argparse.Namespace) -> int:
    import reports
    from briefings.plan import names
    from findings import Findings, empty_dossiers
    from reports.plain_pages import NAMES, read_prose
    from reports.problems import MOST

    wanted, most = order(given.content, None), sys.maxsize if given.all else MOST
    only = wanted.content / "reports" / given.report if given.report else wanted.content
    if given.report and not only.is_dir():
        raise BuildFailed(f"There is no report in {shown(only)}. Say which with REPORT=, by the name of its folder.")
    key = os.environ.get("PROVENANCE_KEY")
    found: list[reports.Problem] = []
    warnings: Sequence[reports.Problem] = ()
    there = None
    reader = reports.Reader(wanted.content, most=most)
    with progress.showing():
        try:
            site = reader.read(progress.report, Path(key) if key else None)
            findings, warnings = Findings(site), site.warnings
            found += empty_dossiers(findings)
            there = names(findings)
        except reports.ContentErrors as error:
            found += error.problems
        try:
            own = [name for name in NAMES if (wanted.content / "pages" / name).is_dir()]
            read_prose(wanted.content / "pages", names=own, there=there, most=most, seconds=reader.left)
        except reports.ContentErrors as error:
            found += error.problems
    everywhere = (*found, *warnings)
    here = [problem for problem in everywhere if not given.report or problem.path.is_relative_to(only)]
    if elsewhere := [problem for problem in everywhere if problem not in here]:
        _print(sentence(ELSEWHERE(counts=counted(elsewhere))))
    if errors(here):
        raise reports.ContentErrors(here)
    _print(*told(here, everything=given.all), sentence(NO_ERRORS(warnings=counted(here))))
    return 0


def _serve(given: argparse.Namespace) -> int:
    serve(order(given.content, None), given.port)
    return 0


def _links(given: argparse.Namespace) -> int:
    checked = check_links(order(None, given.output).output)
    _say(str(checked))
    return 1 if checked.broken else 0


def _verify(given: argparse.Namespace) -> int:
    wanted = _order(given, None)
    compared = rebuild(order(None, given.site).output, wanted)
    _say(str(compared))
    return 1 if compared.differences else 0


def _order(given: argparse.Namespace, output: str | None) -> BuildRequest:
    """What is to be built."""
    return order(
        given.content,
        output,
        given.siteurl,
        given.pdf,
        without=given.without,
        workers=given.workers,
        dask=given.dask,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m command", description="Builds, checks and shows the site.")
    commands = parser.add_subparsers(required=True, metavar="build|check|serve|links|verify")

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
    command.set_defaults(command=_build, listed=errors, failed=AS_IT_WAS, stopped=f"Stopped. {AS_IT_WAS}")

    what = "read the content and list its errors and warnings"
    command = commands.add_parser("check", help=what, description=what, parents=[content])
    command.add_argument("--all", action="store_true", help="list all of them, however often one repeats")
    command.add_argument("--report", metavar="SLUG", help="list those of this report only")
    command.set_defaults(command=_check, listed=list, failed=CANNOT_BE_BUILT, stopped="Stopped.")

    what = "show the site in the browser while it is being written"
    command = commands.add_parser("serve", help=what, description=what, parents=[content])
    command.add_argument("--port", type=int, default=PORT, metavar="NUMBER", help=f"where to listen ({PORT})")
    command.set_defaults(command=_serve, listed=errors, failed=NO_LONGER_SERVED, stopped="Stopped serving.")

    what = "ask whether the addresses that a built site leads to still answer"
    command = commands.add_parser("links", help=what, description=what, parents=[output])
    command.set_defaults(command=_links, listed=list, failed=NOTHING_CHANGED, stopped="Stopped.")

    what = "build a site again and say whether it is the one that is in a folder, byte for byte"
    command = commands.add_parser("verify", help=what, description=what, parents=[content, inspected, shared])
    command.add_argument("--site", metavar="FOLDER", help="the site to compare (the project's output/)")
    command.add_argument("--siteurl", metavar="ADDRESS", help="the public address that the site was built with")
    command.add_argument("--pdf", action="store_true", help="with PDFs, also where the site has none")
    command.set_defaults(command=_verify, listed=errors, failed=NOT_KNOWN, stopped=f"Stopped. {NOT_KNOWN}")
    return parser


class _Speaker(logging.StreamHandler):
    """Writes what is logged to stderr, below no half-written progress line."""

    def __init__(self) -> None:
        super().__init__(sys.stderr)

    def emit(self, record: logging.LogRecord) -> None:
        progress.clear()
        super().emit(record)


def _speak() -> None:
    root = logging.getLogger()
    root.handlers[:] = [_Speaker()]
    root.setLevel(logging.WARNING)
    log.setLevel(logging.INFO)


def _say(text: str) -> None:
    _print(*map(harmless, text.split("\n")))


def _print(*lines: str) -> None:
    """Print lines that are harmless to a terminal."""
    progress.clear()
    print(*lines, sep="\n", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
