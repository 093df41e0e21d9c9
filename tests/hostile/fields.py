"""Hostile strings in every place of a content that takes words, and what reading makes of each."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reports import ContentErrors, Site, read_site
from tests.conftest import PROJECT
from tests.helpers.content import Content

PACKAGES = PROJECT / ".venv" / "npm" / "node_modules"

_PICTURES = str.maketrans({"␀": "\0", "␉": "\t", "␊": "\n", "␌": "\f", "␍": "\r", "␛": "\x1b"})


def xss() -> list[str]:
    """The lines of ``xss.txt``, without its headings."""
    lines = Path(__file__).with_name("xss.txt").read_text("utf-8").split("\n")
    return [line.translate(_PICTURES) for line in lines if line and not line.startswith("## ")]


def naughty() -> list[str]:
    """The Big List of Naughty Strings, without those that are nothing but white."""
    strings = json.loads((PACKAGES / "blns" / "resources" / "blns.json").read_text("utf-8"))
    return [string for string in strings if string.strip()]


def yaml(text: str) -> str:
    """A text as YAML writes it in quotation marks, in one line."""
    return '"' + re.sub(r'["\\\x00-\x1f]', lambda c: f"\\x{ord(c[0]):02x}", text) + '"'


def flat(text: str) -> str:
    """A text in one line, for places that end with it."""
    return re.sub(r"[\n\r\f]+", " ", text)


def in_quotes(text: str) -> str:
    return re.sub(r'["\\]', r"\\\g<0>", flat(text))


@dataclass
class Lines:
    """A file while it is written: which of the strings stands in which line."""

    text: str = ""
    which: dict[int, int] = field(default_factory=dict)

    def add(self, line: str, string: int | None = None) -> None:
        first = self.text.count("\n") + 1
        self.text += line + "\n"
        if string is not None:
            self.which |= dict.fromkeys(range(first, self.text.count("\n") + 2), string)


Write = Callable[[Content, Sequence[str]], dict[str, dict[int, int]]]


def in_registry(file: str, entry: str) -> Write:
    def write(content: Content, strings: Sequence[str]) -> dict[str, dict[int, int]]:
        lines = Lines(content.root.joinpath("registry", f"{file}.yaml").read_text("utf-8"))
        for i, string in enumerate(strings):
            lines.add(f"h{i}: {{{entry.replace('PAYLOAD', yaml(string))}}}", i)
        content.write(f"registry/{file}.yaml", lines.text)
        content.report("r")
        return {f"registry/{file}.yaml": lines.which}

    return write


def in_record(before: str, entry: str, text: str = "نص.") -> Write:
    def write(content: Content, strings: Sequence[str]) -> dict[str, dict[int, int]]:
        lines = Lines(f"published: 2016-10-05\npublisher: outlet\n{before}\n")
        for i, string in enumerate(strings):
            lines.add("  " + entry.replace("NUMBER", str(i)).replace("PAYLOAD", yaml(string)), i)
        marks = "\n\n".join(text.replace("NUMBER", str(i)) for i in range(len(strings)))
        content.report("r", record=lines.text, ar=marks)
        return {"reports/r/record.yaml": lines.which}

    return write


def _text(text: str, how: Callable[[str], str] = str) -> Write:
    """A report for each string, since what is in one text can change what follows it."""

    def write(content: Content, strings: Sequence[str]) -> dict[str, dict[int, int]]:
        places = {}
        for i, string in enumerate(strings):
            whole = text.replace("PAYLOAD", how(string))
            content.report(f"r{i}", ar=whole, record="published: 2016-10-05\npublisher: outlet\n")
            lines = len(re.split("\r\n|\r|\n", whole)) + 3
            places[f"reports/r{i}/ar.md"] = dict.fromkeys(range(1, lines + 1), i)
        return places

    return write


_NAMES = "name: {ar: PAYLOAD, en: PAYLOAD}"
#: Every place that takes words, with how strings are written there.
FIELDS: dict[str, Write] = {
    "the name of a place": in_registry("places", f"{_NAMES}, kind: city"),
    "the code of a place": in_registry("places", "name: {ar: ن, en: N}, kind: city, ids: {pcode: PAYLOAD, wikidata: PAYLOAD, geonames: PAYLOAD}"),
    "the name of an actor": in_registry("actors", f"{_NAMES}, kind: rebel-group"),
    "an alias": in_registry("actors", "name: {ar: ن, en: N}, kind: rebel-group, aliases: {ar: [PAYLOAD], en: [PAYLOAD]}"),
    "a side": in_registry("actors", "name: {ar: ن, en: N}, kind: rebel-group, side: PAYLOAD"),
    "the name of a source": in_registry("sources", f"{_NAMES}, kind: person"),
    "a role": in_registry("sources", "name: {ar: ن, en: N}, kind: person, role: {ar: PAYLOAD, en: PAYLOAD}"),
    "the title of an event": in_record("events:", "eNUMBER: {type: siege, when: 2016-10-01, title: {ar: PAYLOAD, en: PAYLOAD}}", "[نص]{.eNUMBER}"),
    "a correction": in_record("corrections:", "- {on: 2016-10-06, ar: PAYLOAD, en: PAYLOAD}"),
    "a header": _text("Title: PAYLOAD\nSummary: PAYLOAD\nTranslator: PAYLOAD\n\nنص.", flat),
    "a text": _text("Title: عنوان\n\nPAYLOAD"),
    "a paragraph": _text("Title: عنوان\n\nنص PAYLOAD نص\n\n* PAYLOAD\n", flat),
    "raw HTML": _text("Title: عنوان\n\n<bdi>\nPAYLOAD\n</bdi>\n\nنص <b>PAYLOAD</b>"),
    "a mark": _text("Title: عنوان\n\n[PAYLOAD]{.outlet}", flat),
    "what a mark corrects": _text('Title: عنوان\n\n[نص]{sic="PAYLOAD"}', in_quotes),
    "the title of a link": _text('Title: عنوان\n\n[نص](https://good.example/ "PAYLOAD")', in_quotes),
    "the address of a link": _text("Title: عنوان\n\n[نص](<PAYLOAD>) [نص](PAYLOAD)", flat),
}  # fmt: skip
#: Of these, those in which Markdown and HTML mean nothing, or are written for a moment: where people paste words.
WORDS = tuple(
    name
    for name in FIELDS
    if name not in ("a side", "a text", "raw HTML", "the title of a link", "the address of a link")
)


@dataclass
class Outcome:
    """What reading made of strings in a field: those that were refused, with what was said; and the site of the rest."""

    refused: dict[int, list[str]]
    accepted: list[int]
    site: Site


def read(root: Path, name: str, strings: Sequence[str]) -> Outcome:
    """Read strings in a field, each in its own lines; take out those that are refused, and read the rest."""
    refused: dict[int, list[str]] = {}
    left = list(range(len(strings)))
    for turn in range(5):
        content = Content(root / f"{turn}")
        places = FIELDS[name](content, [strings[i] for i in left])
        try:
            return Outcome(refused, left, read_site(content.root))
        except ContentErrors as errors:
            told = {}
            for problem in errors.problems:
                if problem.severity == "error":
                    path = problem.path.relative_to(content.root).as_posix()
                    assert problem.line in places.get(path, ()), f"stands at no payload: {problem}"
                    assert problem.column >= 1
                    told.setdefault(left[places[path][problem.line]], []).append(str(problem))
            refused |= told
            left = [i for i in left if i not in told]
    raise AssertionError(f"still refused after five turns: {refused}")


def chunks(strings: Sequence[str], size: int) -> Iterable[Sequence[str]]:
    return (strings[at : at + size] for at in range(0, len(strings), size))
