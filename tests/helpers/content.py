"""A content folder written from a few lines, for tests of what an author or reader sees.

    content = Content(tmp_path)
    content.report("r", record="events:\\n  raid: {type: shelling, when: 2016-13‸-01}")
    content.expect("no day of the calendar")

The caret ``‸`` is not written: it says where an error is to be reported. ``expect`` holds that there are exactly as
many errors as carets (two carets for two errors in one place), that they stand there, to the line and column, and what
they say, in the order of files, lines and columns. So every expectation can be read in the text itself.
"""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import yaml

from reports import ContentErrors, Problem, PublicReport, Site, read_site

CARET = "‸"

PLACES = """\
syria: {name: {ar: سوريا, en: Syria}, kind: country}
aleppo: {name: {ar: حلب, en: Aleppo}, kind: city, within: syria, point: [36.2, 37.16]}
east-aleppo: {name: {ar: حلب الشرقية, en: Eastern Aleppo}, kind: area, within: aleppo}
"""
ACTORS = """\
army: {name: {ar: الجيش, en: Army}, kind: state-forces, side: government}
guards: {name: {ar: الحرس الجديد, en: New Guard}, kind: state-forces, part-of: army}
front: {name: {ar: الجبهة, en: Front}, kind: rebel-group, side: opposition}
"""
SOURCES = """\
outlet: {name: {ar: الصحيفة, en: Outlet}, kind: newspaper}
agency: {name: {ar: الوكالة, en: Agency}, kind: news-agency}
witness: {name: {ar: الشاهد, en: Onlooker}, kind: witness}
"""
#: What the site is called; every side of the registry gets a name besides.
SETTINGS = "name: {ar: السجل, en: The Record}\ntagline: {ar: من قال ماذا, en: Who said what}\n"
REGISTRY = {"places": PLACES, "actors": ACTORS, "sources": SOURCES}

#: What begins a record or a text where a test leaves it out.
RECORD = "published: 2016-10-05\npublisher: outlet\n"
HEADER = {"ar": "Title: عنوان\n\n", "en": "Title: A title\n\n"}


class Content:
    """A content folder with settings and a small registry. What is given to its methods may be indented.

    Settings name each side of the registry; a test that has none removes the file, or writes another.
    """

    def __init__(self, root: Path) -> None:
        self.root = root / "content"
        self.key: Path | None = None
        self._more_settings = ""
        self.carets: list[tuple[Path, int, int]] = []
        for name, text in REGISTRY.items():
            self.write(f"registry/{name}.yaml", text)
        (self.root / "reports").mkdir()

    def write(self, path: str, text: str) -> Path:
        """Write a file as it is given, without its carets."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        for number, line in enumerate(text.split("\n"), 1):
            pieces = line.split(CARET)
            for index in range(1, len(pieces)):
                self.carets.append((file, number, len("".join(pieces[:index])) + 1))
        file.write_bytes(text.replace(CARET, "").encode())
        if path == "registry/actors.yaml":
            self._write_settings()
        return file

    def settings(self, text: str) -> Content:
        """Put lines below the settings."""
        self._more_settings += _dedented(text)
        self._write_settings()
        return self

    def _write_settings(self) -> None:
        actors = (self.root / "registry/actors.yaml").read_text("utf-8")
        sides = dict.fromkeys(re.findall(r"side: ['\"]?([^\W_][\w-]*)", actors))
        named = [f"  {side}: {{ar: جانب {side}, en: Side {side}}}" for side in sides]
        lines = ["sides:", *named] if named else []
        (self.root / "site.yaml").write_text(SETTINGS + "\n".join([*lines, self._more_settings]), "utf-8")

    def registry(self, **files: str) -> Content:
        """Put ``places``, ``actors`` or ``sources`` below what the small registry has."""
        for name, text in files.items():
            self.write(f"registry/{name}.yaml", REGISTRY[name] + _dedented(text))
        return self

    def report(self, slug: str = "r", *, record: str = "", ar: str | None = None, en: str | None = None) -> Content:
        """Write a report. A record without ``published`` gets the two first lines, a text without ``Title`` its header.

        Without ``ar``, an Arabic text is made that marks all events and claims of the record.
        """
        record = _dedented(record)
        record = record if re.search(r"^‸*published:", record, re.MULTILINE) else RECORD + record
        self.write(f"reports/{slug}/record.yaml", record)
        for lang, text in (("ar", ar if ar is not None else _marking(record)), ("en", en)):
            if text is not None:
                text = _dedented(text)
                self.write(f"reports/{slug}/{lang}.md", text if "Title:" in text else HEADER[lang] + text)
        return self

    def dossier(
        self, slug: str = "d", *, yaml: str = "from: 2016\n", ar: str | None = "نص.", en: str | None = None
    ) -> Content:
        """Write a dossier. A text without ``Title`` gets its header."""
        self.write(f"dossiers/{slug}/dossier.yaml", _dedented(yaml))
        for lang, text in (("ar", ar), ("en", en)):
            if text is not None:
                text = _dedented(text)
                self.write(f"dossiers/{slug}/{lang}.md", text if "Title:" in text else HEADER[lang] + text)
        return self

    def accepting(self, *attachments: str, originals: tuple[str, ...] = ()) -> Content:
        """Let the settings accept these kinds of files, and publish these originals."""
        lists = {"attachments": attachments, "published-originals": originals}
        return self.settings("".join(f"{key}: [{', '.join(words)}]\n" for key, words in lists.items() if words))

    def read(self) -> Site:
        """The site that the folder holds; errors fail the test."""
        return read_site(self.root, key=self.key)

    def one(self) -> PublicReport:
        """The only report of the folder."""
        (report,) = self.read().reports
        return report

    def errors(self) -> list[Problem]:
        """All errors of the folder, none where it can be read."""
        try:
            self.read()
        except ContentErrors as errors:
            return [problem for problem in errors.problems if problem.severity == "error"]
        return []

    def expect(self, *messages: str) -> None:
        """The errors stand at the carets and nowhere else, and say these things, in order."""
        _hold(self.errors(), self.carets, messages)

    def expect_warnings(self, *messages: str) -> None:
        """The site can be read; its warnings stand at the carets and say these things, in order."""
        _hold(list(self.read().warnings), self.carets, messages)


def _hold(problems: list[Problem], carets: list[tuple[Path, int, int]], messages: tuple[str, ...]) -> None:
    shown = "\n".join(map(str, problems))
    assert [(p.path, p.line, p.column) for p in problems] == sorted(carets), shown
    assert len(problems) == len(messages), shown
    for problem, message in zip(problems, messages, strict=True):
        assert message in str(problem), f"{message!r} is not in {problem}"


def _dedented(text: str) -> str:
    return textwrap.dedent(text).removeprefix("\n")


def _marking(record: str) -> str:
    """A text in which each event and claim of a record is marked in a paragraph of its own."""
    try:
        values = yaml.load(record.replace(CARET, ""), yaml.BaseLoader)
        ids = [id for kind in ("events", "claims") for id in values.get(kind) or ()]
    except (yaml.YAMLError, AttributeError, ValueError, OverflowError):
        ids = []
    return "\n\n".join(f"[كلام]{{.{id}}}" for id in ids) or "نص."
