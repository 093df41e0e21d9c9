"""What our annotations hand out, brought in again: the files of a report, the content that comes of them, what it says.

handed_out(site, folder)                    # data/reports/ of a site, in a folder
told(PublicReport) == told(PublicReport)    # whether two reports say the same
"""

from __future__ import annotations

import shutil
from pathlib import Path

from authoring.importing import bring_in
from briefings.exports import data_of
from briefings.page.site_view import SiteView
from reports import PublicReport, read_site


def handed_out(site: SiteView, folder: Path) -> None:
    """Write into a folder what a site hands out of its reports."""
    data = site.once(data_of)
    for slug, report in site.index.reports.items():
        for name in (f"{slug}.annotations.jsonld", f"{slug}.json", *(f"{slug}.{lang}.txt" for lang in report.texts)):
            (folder / name).write_bytes(data.content(f"reports/{name}"))


def brought_in(folder: Path, content: Path, settings_of: Path) -> dict[str, PublicReport]:
    """The reports that come of them in a content with the registry and the settings of another, no longer drafts."""
    shutil.copytree(settings_of / "registry", content / "registry")
    if (settings_of / "site.yaml").exists():
        shutil.copy(settings_of / "site.yaml", content)
    for path in sorted(folder.glob("*.annotations.jsonld")):
        slug = path.name.partition(".")[0]
        bring_in(content, path, slug)
        ar = content / "reports" / slug / "ar.md"
        ar.write_text(ar.read_text("utf-8").replace("Status: draft\n", ""), "utf-8")
    return {report.slug: report for report in read_site(content).reports}


def told(report: PublicReport) -> tuple[dict, object]:
    """What a report says, mark by mark, and its record.

    Marks of the same words are one mark or several, as their author liked, and say once or twice what they say. So are
    blanks.
    """
    marks: dict[str, set] = {}
    for lang, text in report.texts.items():
        found = marks[lang] = set()
        for mark in text.marks:
            block = text.blocks[mark.block - 1].text
            at = (mark.block, len("".join(block[: mark.start].split())), "".join(mark.words.split()))
            about = [*mark.ids, mark.when and mark.when.text, mark.sic and f"sic {mark.sic}", mark.redacted or None]
            found.update((*at, one) for one in about if one)
    return marks, report.record
