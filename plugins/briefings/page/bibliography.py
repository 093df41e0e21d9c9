"""A citation, and how programs for references read it: BibTeX, as biblatex has it, and CSL-JSON.

Arabic stays Arabic, in UTF-8. ``citation`` makes one of a page.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from urllib.parse import quote

from bilingual import LANGUAGES
from reports.edtf import EdtfDate, Moment
from reports.model import Text

from .site_view import Phrase

#: What TeX takes for commands, as commands that print it. Braces would be counted even behind a backslash.
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{letter: f"\\{letter}" for letter in "&%$#_"},
}


@dataclass(frozen=True, slots=True)
class Line:
    """A ready citation in a language."""

    text: str
    lang: str
    dir: str


@dataclass(frozen=True, slots=True)
class Cited:
    """How a kind of page is cited, as far as it is not the site's own page with its own heading.

    ``kind`` is a type of CSL: ``report``, ``dataset`` or ``webpage``. ``text`` is the report's or the dossier's in the
    page's language, ``original`` the title of the Arabic one. ``files`` says whether the citation is beside the page
    as files too.
    """

    kind: str = "webpage"
    title: Phrase | None = None
    author: str | None = None
    issued: EdtfDate | None = None
    text: Text | None = None
    original: Phrase | None = None
    files: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """What there is to say of a page where it is cited.

    ``kind`` is a type of CSL: ``report``, ``dataset`` or ``webpage``. ``title`` says its own language; where it is a
    translation, ``original`` is the title that was translated. ``author`` is the publisher of a report, else the site;
    ``container`` is the site. ``issued`` is known of reports alone. ``address`` is public or ``None``. ``note`` says
    in the page's language when the page was last corrected. ``lines`` are ready citations, the page's own language
    first. ``bib_file`` and ``csl_file`` lead from the page to its files, where it has them.
    """

    key: str
    kind: str
    title: Phrase
    original: Phrase | None
    author: str
    container: str
    translator: str | None
    issued: EdtfDate | None
    corrected: EdtfDate | None
    note: str | None
    address: str | None
    lines: tuple[Line, ...]
    bib_file: str | None
    csl_file: str | None

    @property
    def bibtex(self) -> str:
        """An entry of a BibTeX file. Its key is ASCII and stays the same from build to build."""
        fields = {
            "author": f"{{{_tex(self.author)}}}",  # in braces of its own, which make it one name and no person's
            "title": _tex(self.title.text),
            "origtitle": _tex(self.original.text) if self.original else None,
            "origlanguage": LANGUAGES[self.original.lang].english if self.original else None,
            "translator": f"{{{_tex(self.translator)}}}" if self.translator else None,
            "organization": _tex(self.container) if self.container != self.author else None,
            "date": self.issued.text if self.issued else None,
            "url": quote(self.address, safe="%/:?#[]@!$&'()*+,;=-._~") if self.address else None,
            "langid": LANGUAGES[self.title.lang].english,
            "note": _tex(self.note) if self.note else None,
        }
        kind = "dataset" if self.kind == "dataset" else "online"
        lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
        return f"@{kind}{{{self.key},\n{''.join(lines)}}}\n"

    @property
    def csl(self) -> str:
        """A list with the one item in CSL-JSON, as reference managers import it."""
        within = self.kind == "webpage" or self.container != self.author
        item = {
            "id": self.key,
            "type": self.kind,
            "title": self.title.text,
            "original-title": self.original.text if self.original else None,
            "author": [{"literal": self.author}],
            "translator": [{"literal": self.translator}] if self.translator else None,
            "publisher": self.author if self.kind != "webpage" else None,
            "container-title": self.container if within else None,
            "language": self.title.lang,
            "issued": csl_date(self.issued) if self.issued else None,
            "URL": self.address,
            "note": self.note,
        }
        return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=2) + "\n"


def _tex(text: str) -> str:
    flat = re.sub(r"\s+", " ", text).strip()
    return "".join(_TEX.get(letter, letter) for letter in flat)


def csl_date(when: EdtfDate) -> dict[str, object]:
    """A date as CSL has it: parts of one day or two, or the text where a part is not known."""
    moments = [moment for moment in ((when.start, when.end) if when.interval else (when.start,)) if moment]
    if when.start is None or any("X" in moment.year for moment in moments):
        return {"literal": when.text}
    found: dict[str, object] = {"date-parts": [_parts(moment) for moment in moments]}
    if when.approximate or when.uncertain:
        found["circa"] = True
    if moments[0].season:
        found["season"] = moments[0].season - 20
    return found


def _parts(moment: Moment) -> list[int]:
    return [int(part) for part in (moment.year, moment.month, moment.day) if part is not None]
