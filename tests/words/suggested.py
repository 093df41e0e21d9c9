"""What `make suggest` gives back of marks that editors made: of real reports, stripped of all their marks.

python -m tests.words.suggested             # the project's own reports, and those beside the project
python -m tests.words.suggested FOLDER …    # other contents
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from authoring.own_report import OwnReport, read_report
from authoring.suggest import suggest
from authoring.unmarked_dates import dates_in
from authoring.unmarked_names import names_in
from reports.problems import ContentErrors, Problems
from reports.report_texts import read_written
from reports.written import Written

from .trials import ROOT, TRIALS


class Words(NamedTuple):
    """Words of a block, and what they are marked as."""

    block: int
    start: int
    end: int
    what: str

    def same(self, other: Words) -> bool:
        """Whether other words overlap these, and are marked as the same."""
        return self[0] == other[0] and self[3] == other[3] and self[1] < other[2] and other[1] < self[2]


@dataclass
class Given:
    """Marks that editors made, how many of these were given back, those that were proposed, how many of these are right."""

    made: int = 0
    back: int = 0
    proposed: int = 0
    right: int = 0
    missing: list[str] = field(default_factory=list)

    def take(self, where: str, made: list[Words], proposed: list[Words]) -> None:
        """Count the marks of a text."""
        back = [any(mark.same(other) for other in proposed) for mark in made]
        self.made, self.back = self.made + len(made), self.back + sum(back)
        self.proposed += len(proposed)
        self.right += sum(any(mark.same(other) for other in made) for mark in proposed)
        self.missing += [f"{where} {mark}" for mark, found in zip(made, back, strict=True) if not found]

    def __add__(self, other: Given) -> Given:
        return Given(
            self.made + other.made, self.back + other.back, self.proposed + other.proposed, self.right + other.right
        )

    @property
    def recall(self) -> float:
        return self.back / self.made if self.made else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.proposed if self.proposed else 1.0

    def __str__(self) -> str:
        return (
            f"{self.back} of {self.made} given back ({self.recall:.3f}); {self.precision:.3f} of {self.proposed} right"
        )


def without_marks(written: Written) -> str:
    """A text file with the brackets and braces of its marks taken away."""
    cuts = sorted(cut for span in written.spans for cut in ((span.start, span.start + 1), (span.close, span.end)))
    pieces, at = [], 0
    for start, end in cuts:
        pieces.append(written.text[at:start])
        at = end
    return "".join([*pieces, written.text[at:]])


def stripped(content: Path, folder: Path, only: str = "*") -> Iterator[tuple[OwnReport, OwnReport]]:
    """Each report of a content that can be read, and the same without marks; in a copy that is made in a folder."""
    copy = Path(shutil.copytree(content, folder / "content"))
    for path in sorted((copy / "reports").glob(only)):
        with suppress(ContentErrors):
            marked = read_report(copy, path.name)
            for lang, written in marked.written.items():
                (path / f"{lang}.md").write_text(without_marks(written), "utf-8")
            yield marked, read_report(copy, path.name)


def measured(contents: Iterable[Path]) -> tuple[Given, Given]:
    """The names and the dates of all texts of some contents."""
    names, dates = Given(), Given()
    for content in contents:
        with TemporaryDirectory() as folder:
            for marked, bare in stripped(content, Path(folder)):
                for lang, text in marked.texts.items():
                    where = f"{marked.folder.name} {lang}"
                    places = [(mark, mark.start, mark.start + len(mark.words)) for mark in text.marks]
                    made = [
                        Words(mark.block, start, end, id)
                        for mark, start, end in places
                        for id in mark.ids
                        if id in marked.registry
                    ]
                    proposed = [named.mark for named in names_in(bare, lang) if len(named.ids) == 1]
                    names.take(where, made, [Words(one.block, one.start, one.end, one.ids[0]) for one in proposed])
                    when = [Words(mark.block, start, end, str(mark.when)) for mark, start, end in places if mark.when]
                    found = [Words(one.block, one.start, one.end, str(one.when)) for one in dates_in(bare, lang)]
                    dates.take(where, when, found)
    return names, dates


class Keystrokes(NamedTuple):
    """Characters of brackets and braces: all that an author types by hand, and what is left with what was suggested."""

    by_hand: int
    left: int


def keystrokes(goal: Written, suggested: Written, kinds: Mapping[str, str]) -> Keystrokes:
    """What is typed to come to the marks of an editor: from nothing, and from the text with suggestions.

    ``kinds`` says of ids whether they are claims or events; others are names. What was suggested for words of an
    editor's mark is taken as it is: a name and a date where they are the same, a claim or an event whatever its id and
    wherever its words end. A mark that overlaps none of its kind is deleted, character by character.
    """
    goals, found = _placed(goal, kinds), _placed(suggested, kinds)
    left, used = 0, set()
    for number, one in enumerate(goals):
        match = next((at for at, other in enumerate(found) if at not in used and one.same(other)), None)
        used |= {match}
        left += _length(goal, number) if match is None else 0
    wrong = (number for number, one in enumerate(found) if number not in used and not any(map(one.same, goals)))
    left += sum(_length(suggested, number) for number in wrong)
    return Keystrokes(sum(_length(goal, number) for number in range(len(goals))), left)


def _placed(written: Written, kinds: Mapping[str, str]) -> list[Words]:
    """Each mark: where its words begin and end, all marks left aside, and what it is about."""
    cuts = sorted(cut for span in written.spans for cut in ((span.start, span.start + 1), (span.close, span.end)))

    def plain(at: int) -> int:
        return at - sum(min(end, at) - start for start, end in cuts if start < at)

    found = []
    for span in written.spans:
        id = span.ids[0][0] if span.ids else ""
        what = f"when={span.when[0]}" if span.when else kinds.get(id, id)
        found.append(Words(0, plain(span.start + 1), plain(span.close), what))
    return found


def _length(written: Written, number: int) -> int:
    span = written.spans[number]
    return 1 + span.end - span.close


def wire(exports: Path, folder: Path) -> tuple[Keystrokes, ...]:
    """A wire that was marked in other tools: what is typed for its marks in both languages, by hand and with suggestions.

    Its registry has each entry by the words of its first mark, as an author would write it; its record begins empty.
    """
    texts = _marked_texts((exports / "translator/fasher.po").read_text("utf-8"))
    notes = (exports / "brat/fasher.ann").read_text("utf-8")
    types = dict(re.findall(r"^(T\d+)\t(\w+) ", notes, re.MULTILINE))
    ids = {id: types[span] for span, id in re.findall(r"^N\d+\tReference (T\d+) isnad:(\S+)", notes, re.MULTILINE)}
    goals = {}
    for lang, text in texts.items():
        path = folder / f"goal-{lang}.md"
        path.write_text(f"Title: x\n\n{text}\n", "utf-8")
        goals[lang] = read_written(path, Problems())
    _begin(folder / "content", goals, ids)
    suggest(folder / "content", "r").apply()
    own = read_report(folder / "content", "r")
    kinds = dict.fromkeys(own.record.events, "event") | dict.fromkeys(own.record.claims, "claim")
    kinds |= {id: "event" if id in _EVENTS else "claim" for id in _ids(goals["ar"]) if id not in ids}
    return tuple(keystrokes(goals[lang], own.written[lang], kinds) for lang in ("ar", "en"))


#: The events among the ids of the wire that are in no registry; the others are claims.
_EVENTS = frozenset("camp-shelled city-attack bus-strike bus-abduction fasher-siege".split())
_KINDS = {"Place": ("places", "village"), "Party": ("actors", "other"), "Source": ("sources", "medical")}


def _marked_texts(catalogue: str) -> dict[str, str]:
    """The two texts of a catalogue whose units are paragraphs with their marks."""
    unit = re.compile(r'msgid ((?:"(?:[^"\\]|\\.)*"\n)+)msgstr ((?:"(?:[^"\\]|\\.)*"\n?)+)')
    pairs = [tuple(map(_joined, match.groups())) for match in unit.finditer(catalogue)]
    return {lang: "\n\n".join(pair[at] for pair in pairs if pair[0]) for at, lang in enumerate(("ar", "en"))}


def _joined(lines: str) -> str:
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', lines)).replace('\\"', '"')


def _ids(written: Written) -> list[str]:
    return [id for span in written.spans for id, _ in span.ids]


def _begin(content: Path, goals: Mapping[str, Written], kinds: Mapping[str, str]) -> None:
    """A content with the registry of a wire and its bare texts."""
    report = content / "reports/r"
    report.mkdir(parents=True)
    (content / "registry").mkdir()
    names: dict[str, dict[str, str]] = {}
    for lang, written in goals.items():
        bare = without_marks(written)
        (report / f"{lang}.md").write_text(bare, "utf-8")
        for placed in _placed(written, {}):
            names.setdefault(placed.what, {}).setdefault(lang, bare[placed.start : placed.end])
    for id, kind in kinds.items():
        file, word = _KINDS[kind]
        name = names.get(id, {})
        with (content / f"registry/{file}.yaml").open("a", encoding="utf-8") as entries:
            entries.write(
                f'{id}:\n  name: {{ar: "{name.get("ar", id)}", en: "{name.get("en", id)}"}}\n  kind: {word}\n'
            )
    (report / "record.yaml").write_text("published: 2025-08-05\npublisher: nile-agency\n", "utf-8")


if __name__ == "__main__":
    given = [Path(name) for name in sys.argv[1:]]
    for title, folders in (
        (("given", given),) if given else (("own", [ROOT / "content"]), ("trials", [TRIALS / "field"]))
    ):
        names, dates = measured([folder for folder in folders if folder.is_dir()])
        print(f"{title}: names {names}\n{title}: dates {dates}\n{title}: both {names + dates}")
    if not given and (TRIALS / "exports-fasher").is_dir():
        with TemporaryDirectory() as folder:
            for lang, typed in zip(("ar", "en"), wire(TRIALS / "exports-fasher", Path(folder)), strict=True):
                print(f"wire, {lang}: {typed.left} of {typed.by_hand} characters of marks are left to type")
