"""What was planned, written: all of it or nothing, and over nobody's files."""

from __future__ import annotations

import re
from dataclasses import replace

from reports import ContentErrors, Problem, messages
from reports.messages import Message

from ..written_files import check_entries, write_folders
from .plan import Plan


def write_import(plan: Plan, *, keep: bool = False) -> list[Message | Problem]:
    """Write what was planned, and say what was done.

    Raises ``ContentErrors`` where rows are wrong, unless the others are to be kept (``keep``), or where something
    cannot be written. Nothing was written then.
    """
    if plan.problems and not keep:
        raise ContentErrors(plan.problems)
    said: list[Message | Problem] = [replace(problem, severity="warning") for problem in plan.problems]
    if plan.problems:
        rows = {(problem.path, getattr(problem, "sheet", ""), problem.line) for problem in plan.problems}
        said.append(messages.ROWS_LEFT_OUT(count=len(rows)))
    count = len(plan.registry) + len(plan.records) + sum(map(len, plan.reports.values()))
    if not count:
        return [*said, messages.NOTHING_NEW()]
    _write(plan)
    written = messages.WRITTEN_DRAFTS if plan.reports else messages.WRITTEN_SHEETS
    return [*said, written(count=count)]


def _write(plan: Plan) -> None:
    changed = dict(plan.records)
    for name, text in plan.registry.items():
        path = plan.content / "registry" / name
        changed[path] = _below(path.read_bytes().decode("utf-8") if path.exists() else "", text)
        check_entries(path, changed[path])
    reports = {
        plan.content / "reports" / slug: {name: text.encode() for name, text in files.items()}
        for slug, files in plan.reports.items()
    }
    write_folders(reports, changed)


def _below(written: str, text: str) -> str:
    """A file with lines put below it, parted by an empty line; braces with nothing in them give way."""
    written = re.sub(r"^\{\s*\}[ \t]*$", "", written, flags=re.M)
    return written.rstrip("\r\n") + "\n\n" + text if written.strip() else text
