"""Sheets that a test writes, and what becomes of them in a content."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from authoring.sheets import Mapped, Plan, plan_import, read_sheets, write_import
from bilingual import Voices
from reports import Site, read_site
from tests.helpers.pages import voices

TODAY = date(2026, 11, 30)
#: The languages as every content has them that chooses nothing.
VOICES: Voices = cache(voices)()


def begin(root: Path) -> Path:
    """A content with nothing in it, whose site has a publisher."""
    content = root / "content"
    content.mkdir()
    (content / "site.yaml").write_text(
        "name: {ar: السجل, en: The Record}\ntagline: {ar: من قال ماذا, en: Who said what}\n"
        "publisher: {ar: فريق التوثيق, en: Documentation Team}\n",
        "utf-8",
    )
    return content


def rows(*lines: Mapping[str, object], separator: str = ",") -> str:
    """A sheet as CSV: a row for each mapping, whose keys are the headings."""
    text = io.StringIO(newline="")
    headings = list(dict.fromkeys(heading for line in lines for heading in line))
    writer = csv.DictWriter(text, headings, delimiter=separator, restval="")
    writer.writeheader()
    writer.writerows(lines)
    return text.getvalue()


def plan(content: Path, text: str | bytes, name: str = "incidents.csv", mapped: Mapped | None = None) -> Plan:
    """What a sheet would become."""
    path = content.parent / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return plan_import(read_sheets(path), content, VOICES, mapped, TODAY)


def bring_in(content: Path, text: str | bytes, name: str = "incidents.csv", mapped: Mapped | None = None) -> list[str]:
    """Write what a sheet becomes, and return what was said."""
    return [str(said) for said in write_import(plan(content, text, name, mapped))]


def published(content: Path) -> Site:
    """The site of a content whose drafts somebody has looked at."""
    for text in content.glob("reports/*/*.md"):
        text.write_text(text.read_text("utf-8").replace("Status: draft\n", ""), "utf-8")
    return read_site(content)


def told(plan: Plan) -> Sequence[str]:
    """The cells that are wrong: each with its place, by the name of the file."""
    return [str(problem).replace(f"{plan.content.parent}/", "") for problem in plan.problems]
