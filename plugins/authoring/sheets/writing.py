"""What was planned, written: all of it or nothing, and over nobody's files."""

from __future__ import annotations

import os
import re
import shutil
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from reports import ContentErrors, Problem, messages
from reports.messages import Message
from reports.nodes import compose
from reports.problems import Problems

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
    before: dict[Path, bytes | None] = {}
    made: list[Path] = []
    path = plan.content
    try:
        for folder in (plan.content / "registry", plan.content / "reports"):
            folder.mkdir(exist_ok=True)
        for name, text in plan.registry.items():
            path = plan.content / "registry" / name
            before[path] = path.read_bytes() if path.exists() else None
            _replace(path, _below(before[path] or b"", text))
            problems = Problems()
            if compose(path, problems) is None or problems.errors_told:
                raise ContentErrors([Problem(path, 1, 1, messages.NOTHING_BELOW())])
        for path, text in plan.records.items():
            before[path] = path.read_bytes()
            _replace(path, text.encode())
        for slug, files in plan.reports.items():
            path = plan.content / "reports" / slug
            path.mkdir()
            made.append(path)
            for name, text in files.items():
                (path / name).write_bytes(text.encode())
    except BaseException as error:
        for folder in made:
            shutil.rmtree(folder, ignore_errors=True)
        for file, data in before.items():
            with suppress(OSError):
                _replace(file, data) if data is not None else file.unlink(missing_ok=True)
        if isinstance(error, OSError):
            what = messages.UNWRITABLE(reason=error.strerror or str(error))
            raise ContentErrors([Problem(path, 1, 1, what)]) from error
        raise


def _below(data: bytes, text: str) -> bytes:
    """A file with lines put below it, parted by an empty line; braces with nothing in them give way."""
    data = re.sub(rb"^\{\s*\}[ \t]*$", b"", data, flags=re.M)
    if not data.strip():
        return text.encode()
    return data.rstrip(b"\r\n") + b"\n\n" + text.encode()


def _replace(path: Path, data: bytes) -> None:
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(data)
    os.replace(new, path)
