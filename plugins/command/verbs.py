"""What each command does, and what is said when it fails or is stopped."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reports.messages import Message, harmless

from . import progress
from .author_verbs import AUTHOR_VERBS
from .building import BuildRequest, build, order
from .link_check import check_links
from .listing import (
    AS_IT_WAS,
    BUILT_WITHOUT,
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
from .serving import serve
from .stopping import Stopped, stoppable

log = logging.getLogger("command")


def run(given: argparse.Namespace) -> int:
    """Do what the arguments say, tell on stderr what came of it, and return the exit code."""
    verb = _VERBS[given.command]
    _speak()
    try:
        with stoppable():
            return verb.do(given)
    except Stopped as stopped:
        log.info(verb.stopped)
        return 0 if verb.do is _serve else stopped.exitcode
    except BuildFailed as failure:
        _say(str(failure))
        return 1
    except OSError as error:
        _say(f"{trouble(error)} {verb.failed}")
        return 1
    except Exception as error:
        if problems := getattr(error, "problems", None):  # of the content or the catalogues, said for people
            # `make check` has the rest of what is wrong in the content, and nothing has that of another file.
            everything = verb.do is _author or getattr(given, "all", False)
            lines = told(verb.listed(problems), everything=everything)
            _print(*lines, sentence(FAILED(counts=counted(problems), failed=verb.failed)))
            return 1
        progress.clear()
        log.critical("The program itself went wrong. %s Where it was:", verb.failed, exc_info=True)
        return 2


def _build(given: argparse.Namespace) -> int:
    built = build(_order(given, given.output))
    if given.memory:
        given.memory.keep(built)
    _say(str(built))
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
    reports.refuse_links(wanted.content, most)
    key = os.environ.get("PROVENANCE_KEY")
    found: list[reports.Problem] = []
    warnings: Sequence[reports.Problem] = ()
    unfinished: Sequence[reports.Problem] = ()
    there = None
    reader = reports.Reader(wanted.content, most=most)
    with progress.showing():
        try:
            site = reader.read(progress.report, Path(key) if key else None)
            findings, warnings, unfinished = Findings(site), site.warnings, site.unfinished.problems
            with reader.counting():
                findings.count()
            found += empty_dossiers(findings)
            there = names(findings)
        except reports.ContentErrors as error:
            found += error.problems
        try:
            own = [name for name in NAMES if (wanted.content / "pages" / name).is_dir()]
            read_prose(wanted.content / "pages", names=own, there=there, most=most, seconds=reader.left)
        except reports.ContentErrors as error:
            found += error.problems
    everywhere = (*found, *warnings, *unfinished)
    parts: dict[bool, list[reports.Problem]] = {True: [], False: []}
    for problem in everywhere:
        parts[problem.path.is_relative_to(only) or not given.report].append(problem)
    here = parts[True]
    if elsewhere := parts[False]:
        _print(sentence(ELSEWHERE(counts=counted(elsewhere))))
    if wrong := errors(here):
        if not set(wrong).issubset(unfinished):
            raise reports.ContentErrors(here)
        failed = FAILED(counts=counted(here), failed=BUILT_WITHOUT)
        _print(*told(here, everything=given.all), sentence(failed))
        return 1
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


def _author(given: argparse.Namespace) -> int:
    import reports

    for said in AUTHOR_VERBS[given.command].do(given):
        if isinstance(said, reports.Problem):  # what was asked for, with its place: a program may read on
            print(*told([said]), sep="\n", flush=True)
        else:
            _print(sentence(said))
    return 0


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


@dataclass(frozen=True, slots=True)
class _Verb:
    """A command: what does it, what is said where it fails or is stopped, and which problems are then listed."""

    do: Callable[[argparse.Namespace], int]
    failed: Message
    stopped: str = "Stopped."
    listed: Callable[[Sequence[Any]], list[Any]] = errors


_VERBS: Mapping[str, _Verb] = {
    "build": _Verb(_build, AS_IT_WAS, f"Stopped. {AS_IT_WAS}"),
    "check": _Verb(_check, CANNOT_BE_BUILT, listed=list),
    "serve": _Verb(_serve, NO_LONGER_SERVED, "Stopped serving."),
    "links": _Verb(_links, NOTHING_CHANGED, listed=list),
    "verify": _Verb(_verify, NOT_KNOWN, f"Stopped. {NOT_KNOWN}"),
    **dict.fromkeys(AUTHOR_VERBS, _Verb(_author, NOTHING_CHANGED, listed=list)),
}


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
