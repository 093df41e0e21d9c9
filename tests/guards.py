"""Takes the guards away one at a time, and sees that a test notices: ``python -m tests.guards [name …]``.

A test that would pass without the guard that it is for shows nothing. Each guard is taken out of a copy of the project,
and the tests that are named run there. Says what each of them did, and fails where one did not notice.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Guard:
    """A guard, the file that it stands in, what is written there instead, and the tests that must notice."""

    name: str
    file: str
    there: str
    instead: str
    tests: tuple[str, ...]


HOSTILE = "tests/trust/test_hostile_content.py"
WHOLE = "tests/trust/test_whole_or_not.py"
GUARDS = (
    Guard("sanitizer", "plugins/reports/tree.py", "    return nh3.clean(\n        html,", "    return (lambda html, **_: html)(\n        html,", (HOSTILE, "tests/unit/reports/test_texts.py")),
    Guard("autoescape", "pelicanconf.py", '"autoescape": True', '"autoescape": False', (HOSTILE,)),
    Guard("scheme check", "plugins/reports/web.py", 'parts.scheme not in ("http", "https") or', "not parts.scheme or", (HOSTILE,)),
    Guard("CSV guard", "plugins/briefings/csv_text.py", 'return _FORMULA.sub("\'", value) if', "return value if", (HOSTILE,)),
    Guard("redaction", "plugins/reports/redaction.py", "        if span.start >= at and (", "        if False and (", ("tests/trust/test_redaction.py", "tests/unit/reports/test_redaction.py")),
    Guard("pairing of redactions", "plugins/reports/checks.py", '        keys += [".redacted"] if mark.redacted else []', "", ("tests/unit/reports/test_redaction.py",)),
    Guard("secrets in headers", "plugins/reports/secrets.py", "if any(map(whole.search, said)):", "if False:", ("tests/unit/reports/test_redaction.py",)),
    Guard("atomic swap", "plugins/briefings/building.py", "        publish(folder, wanted.output)", "        import shutil\n        shutil.copytree(folder, wanted.output, dirs_exist_ok=True)", (WHOLE,)),
    Guard("staging", "plugins/briefings/building.py", "locked(wanted.output), staged(wanted.output) as folder:", "locked(wanted.output), __import__('contextlib').nullcontext(wanted.output) as folder:", (WHOLE, "tests/unit/briefings/test_building.py")),
    Guard("link check", "plugins/inspection/__init__.py", '"links": lambda: links(site)', '"links": lambda: ()', ("tests/site/test_inspection.py",)),
    Guard("recount of figures", "plugins/inspection/__init__.py", '"figures": lambda: figures(site)', '"figures": lambda: ()', ("tests/site/test_inspection.py",)),
    Guard("look for foreign loads and scripts", "plugins/inspection/__init__.py", '"safety": lambda: safety(site, scripts)', '"safety": lambda: ()', ("tests/site/test_inspection.py",)),
    Guard("hashes", "plugins/inspection/__init__.py", '"hashes": lambda: hashes(site)', '"hashes": lambda: ()', ("tests/site/test_inspection.py",)),
    Guard("inspection before publishing", "plugins/briefings/building.py", "        look_over(", "        (lambda *_: None)(", ("tests/unit/briefings/test_building.py",)),
    Guard("unseen characters", "plugins/reports/nodes.py", "hidden = list(islice(invisible.faults(text), MAX_FAULTS))", "hidden = []", ("tests/unit/reports/test_invisible.py",)),
    Guard("codes of unseen characters", "plugins/reports/texts.py", "islice(faults_of_codes(text), MAX_FAULTS)", "()", ("tests/unit/reports/test_invisible.py",)),
    Guard("NFC", "plugins/reports/nodes.py", 'text = unicodedata.normalize("NFC", text', 'text = (lambda _, text: text)("NFC", text', ("tests/unit/reports/test_invisible.py",)),
    Guard("symbolic links", "plugins/reports/reading.py", "    for path in _links(content):", "    for path in ():", (HOSTILE,)),
    Guard("plain files", "plugins/reports/nodes.py", "if not stat.S_ISREG(path.stat().st_mode):", "if path.is_dir():", (HOSTILE,)),
    Guard("time limit", "plugins/reports/patience.py", "signal.setitimer(signal.ITIMER_REAL, limit, AGAIN)", "pass", (f"{HOSTILE}::test_a_text_that_takes_too_long_is_told_as_such",)),
    Guard("depth limit", "plugins/reports/patience.py", "    except RecursionError:", "    except ZeroDivisionError:", (HOSTILE,)),
    Guard("terminal", "plugins/reports/errors.py", "return _harmless(", "return (", (HOSTILE,)),
    Guard("data in pages", "plugins/briefings/markup.py", '"[<>&\\u2028\\u2029]"', '"[\\u2028\\u2029]"', ("tests/unit/briefings/test_markup.py",)),
    Guard("policy in pages", "themes/briefing/templates/layout.html", '<meta http-equiv="Content-Security-Policy" content="{{ page.policy }}">\n', "", (HOSTILE, "tests/unit/inspection/test_policy.py", "tests/browser/test_policy.py")),
    Guard("links to images", "plugins/reports/images.py", "is_symlink() or", "is_fifo() or", ("tests/unit/reports/test_images.py",)),
    Guard("originals", "plugins/reports/reading.py", "        check_evidence(", "        (lambda *_: None)(", ("tests/unit/reports/test_evidence.py",)),
    Guard("errors that are logged", "plugins/briefings/running.py", "        if self._errors.count:", "        if False:", ("tests/unit/briefings/test_command_line.py",)),
    Guard("look for redacted words", "plugins/inspection/__init__.py", '"secrets": lambda: secrets(site, content) if content else ()', '"secrets": lambda: ()', ("tests/trust/test_redaction.py",)),
    Guard("attachments only where accepted", "plugins/reports/images.py", "and kind not in written.attachments", "and not kind", ("tests/unit/reports/test_attachments.py",)),
    Guard("clean drawings", "plugins/reports/apart/drawings.py", "    _look_over(data)\n    text =", "    text =", ("tests/unit/reports/test_attachments.py",)),
    Guard("clean documents", "plugins/reports/apart/documents.py", "    plain = _looked_over(data)", "    plain = data", ("tests/unit/reports/test_attachments.py",)),
    Guard("limits of what draws", "plugins/reports/apart/limits.py", "            resource.setrlimit(what, (most, most))", "            pass", ("tests/unit/reports/test_attachments.py",)),
    Guard("redacted words in documents", "plugins/reports/secrets.py", "    _check_documents(texts, problems)", "    pass", ("tests/unit/reports/test_attachments.py",)),
    Guard("originals of reports that redact", "plugins/reports/evidence.py", "        elif any(span.redacted for written in", "        elif False and any(span.redacted for written in", ("tests/unit/reports/test_evidence.py",)),
)  # fmt: skip


def stands(guard: Guard) -> bool:
    """Whether the guard is in the project as it is written here, once."""
    return (ROOT / guard.file).read_text("utf-8").count(guard.there) == 1


def copy_of_the_project(place: Path) -> Path:
    """A copy without what was built or installed, with the installed packages linked to."""

    def built(folder: str, names: list[str]) -> set[str]:
        top = {".venv", ".git", "output", "build"} if Path(folder) == ROOT else set()
        return {name for name in names if name in top | {"__pycache__", ".hypothesis"} or name.endswith("_cache")}

    copy = place / "project"
    shutil.copytree(ROOT, copy, ignore=built)
    (copy / ".venv").symlink_to(ROOT / ".venv")
    return copy


def first_that_fails(copy: Path, tests: tuple[str, ...]) -> str:
    """The first test that fails in a copy of the project; an empty text if none does."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "--no-header", "-p", "no:cacheprovider", "-n", "2", *tests]
    done = subprocess.run(command, cwd=copy, env=os.environ, capture_output=True, text=True, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    if done.returncode and not lines:
        raise SystemExit(f"{' '.join(tests)} could not run:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return lines[0].split(" - ")[0] if lines else ""


@cache
def sound(tests: tuple[str, ...]) -> bool:
    """Whether the tests pass while every guard is there: what fails anyway notices nothing."""
    with tempfile.TemporaryDirectory() as place:
        return not first_that_fails(copy_of_the_project(Path(place)), tests)


def notices(guard: Guard, place: Path) -> str:
    """The first test that fails in a copy of the project without the guard; an empty text if none does."""
    copy = copy_of_the_project(place)
    file = copy / guard.file
    file.write_text(file.read_text("utf-8").replace(guard.there, guard.instead), "utf-8")
    return first_that_fails(copy, guard.tests)


def main(names: list[str]) -> int:
    """Try the guards that are named, or all of them, and print what noticed each."""
    missed = 0
    for guard in GUARDS:
        if names and guard.name not in names:
            continue
        if not stands(guard):
            print(f"{guard.name}: is not in {guard.file} as it was", flush=True)
            missed += 1
            continue
        if not sound(guard.tests):
            print(f"{guard.name}: its tests fail without that", flush=True)
            missed += 1
            continue
        with tempfile.TemporaryDirectory() as place:
            noticed = notices(guard, Path(place))
        print(f"{guard.name}: {noticed or 'NOTHING NOTICED'}", flush=True)
        missed += not noticed
    return min(missed, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
