"""What helps who writes: each verb with its options, and what does it. It needs no package until one is done.

Another verb is a line in ``AUTHOR_VERBS``, a function here that calls the room ``authoring``, and a target of the
Makefile with the same options as variables.
"""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from .messages import BuildFailed, shown
from .replacing import resolved
from .whereabouts import PROGRAM, is_installed, work_folder

if TYPE_CHECKING:
    from reports import Problem
    from reports.messages import Message

#: What is said of what was done: sentences, and lines with a place.
Said: TypeAlias = "Iterable[Message | Problem]"


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a verb: ``--name METAVAR``, or ``--name`` alone where there is no metavar."""

    name: str
    metavar: str
    what: str

    @property
    def key(self) -> str:
        """Its name among what was given: ``from`` is a word of Python."""
        return f"{self.name.replace('-', '_')}_"


@dataclass(frozen=True, slots=True)
class AuthorVerb:
    """A verb: what it does, its options beside ``--content``, and the function that does it.

    What is wrong is raised as ``ContentErrors`` or ``BuildFailed``, and then nothing was changed.
    """

    what: str
    options: tuple[Option, ...]
    do: Callable[[argparse.Namespace], Said]


def content_of(given: argparse.Namespace) -> Path:
    """The content that is asked for. Raises ``BuildFailed`` where there is none, ``ContentErrors`` for links in it."""
    from reports import refuse_links

    content = resolved(given.content, work_folder() / "content")
    if not content.is_dir():
        raise BuildFailed(f"There is no content in {shown(content)}. Say where it is with CONTENT=.")
    refuse_links(content)
    return content


def add_author_verbs(commands: argparse._SubParsersAction, content: argparse.ArgumentParser) -> None:
    """Let the command line know the verbs; ``content`` has the option that all of them share."""
    for name, verb in AUTHOR_VERBS.items():
        command = commands.add_parser(name, help=verb.what, description=verb.what, parents=[content])
        for option in verb.options:
            if option.metavar:
                command.add_argument(f"--{option.name}", dest=option.key, metavar=option.metavar, help=option.what)
            else:
                command.add_argument(f"--{option.name}", dest=option.key, action="store_true", help=option.what)


def _new(given: argparse.Namespace) -> Said:
    if given.site_ and not given.report_:
        from authoring.new_site import begin_site

        folder = resolved(given.site_, work_folder())
        return begin_site(folder, _called_from(folder))
    if given.site_ or not (given.report_ and given.from_):
        raise BuildFailed("Say what to begin: a site with SITE=folder, or a report with REPORT=slug FROM=file.")
    from authoring.new_report import begin_report

    return begin_report(content_of(given), given.report_, Path(given.from_))


def _suggest(given: argparse.Namespace) -> Said:
    from authoring.suggest import suggest
    from reports.messages import suggestions as messages

    content = content_of(given)
    folder = content / "reports" / (given.report_ or "")
    if not given.report_ or not folder.is_dir():
        raise BuildFailed(f"There is no report in {shown(folder)}. Say which with REPORT=, by the name of its folder.")
    found = suggest(content, given.report_)
    if given.apply_:
        found.apply()
    files = tuple(str(path.relative_to(content)) for path in found.files)
    if not found.told:
        return [messages.NOTHING_PROPOSED()]
    if not files:
        return [*found.told, messages.ONLY_OPEN(count=len(found.told))]
    end = messages.WRITTEN(files=files) if given.apply_ else messages.TO_WRITE(count=len(found.told), files=files)
    return [*found.told, end]


def _places(given: argparse.Namespace) -> Said:
    from authoring.gazetteer import NoGazetteer, candidates, entry
    from reports.messages import suggestions as messages
    from reports.problems import Problems
    from reports.registry import read_registry

    if not given.query_:
        raise BuildFailed("Say what the place is called with QUERY=, in Arabic or English.")
    registry = read_registry(content_of(given) / "registry", Problems())
    try:
        found = candidates(registry, given.query_)
    except NoGazetteer:
        raise BuildFailed("No gazetteer is installed. `make gazetteer` installs one, once.") from None
    for one in found:
        print(*entry(one, registry), sep="\n")
    return [] if found else [messages.NO_PLACE(words=given.query_)]


def _registry(given: argparse.Namespace) -> Said:
    from authoring.registry_search import search
    from reports.messages import suggestions as messages

    return search(content_of(given), given.find_ or "") or [messages.NONE_ALIKE()]


def _same(given: argparse.Namespace) -> Said:
    from authoring.same import list_same, say_same
    from reports.messages import suggestions as messages

    content = content_of(given)
    if given.apply_:
        yield say_same(content, given.apply_)
        return
    pairs = list_same(content)
    yield from (told for _, told in pairs)
    if not pairs:
        yield messages.NO_PAIRS()
        return
    yield messages.SAY_WHICH()
    if sys.stdin.isatty() and sys.stdout.isatty():
        yield from (say_same(content, key) for key in iter(lambda: input("> ").strip(), ""))


def _called_from(folder: Path) -> str:
    """How a Makefile in a folder calls this program."""
    if is_installed():
        return "isnad"
    makefile = shlex.quote(os.path.relpath(PROGRAM / "Makefile", folder)).replace("$", "$$")
    return f"$(MAKE) --no-print-directory -f {makefile}"


def _import(given: argparse.Namespace) -> Said:
    if not given.from_:
        raise BuildFailed(
            "Say what to bring in with FROM=: a sheet (.csv, .tsv, .xlsx), a folder of sheets, or what another program "
            "handed out of an annotated text."
        )
    file = Path(given.from_)
    from authoring.sheets import bring_in_sheets, is_of_sheets

    if is_of_sheets(file):
        return bring_in_sheets(content_of(given), file, Path(given.map_) if given.map_ else None, keep=given.keep_)
    if not given.report_:
        raise BuildFailed("Say what the report of that text is to be called with REPORT=slug.")
    from authoring.importing import bring_in

    text, labels = (Path(path) if path else None for path in (given.text_, given.labels_))
    return bring_in(content_of(given), file, given.report_, text, labels)


def _translate(given: argparse.Namespace) -> Said:
    if not given.report_:
        raise BuildFailed("Say which report with REPORT=slug, and what to take back, if anything, with FROM=file.")
    from authoring.translating import hand_out, take_back

    content = content_of(given)
    return take_back(content, given.report_, Path(given.from_)) if given.from_ else hand_out(content, given.report_)


def _draft_english(given: argparse.Namespace) -> Said:
    if not given.report_:
        raise BuildFailed("Say which report with REPORT=slug.")
    from authoring.translating import draft_english

    return draft_english(content_of(given), given.report_)


AUTHOR_VERBS: Mapping[str, AuthorVerb] = {
    "new": AuthorVerb(
        "begin a site of one's own, or a report in one",
        (
            Option("site", "FOLDER", "the folder of the new site"),
            Option("report", "SLUG", "the name of the new report's folder"),
            Option("from", "FILE", "the text of the report: plain text, or an article as HTML"),
        ),
        _new,
    ),
    "suggest": AuthorVerb(
        "propose marks, events and claims by what the words of a report say",
        (
            Option("report", "SLUG", "the name of the report's folder"),
            Option("apply", "1", "write what is proposed into its files"),
        ),
        _suggest,
    ),
    "places": AuthorVerb(
        "find places of the world, as entries of the registry",
        (Option("query", "NAME", "what the place is called, in Arabic or English"),),
        _places,
    ),
    "registry": AuthorVerb(
        "find entries of the registry, and where they are used",
        (Option("find", "NAME", "a name in either language, or an id; without it, what looks like one entry"),),
        _registry,
    ),
    "same": AuthorVerb(
        "find events of several reports that look like one",
        (Option("apply", "KEY", "write that the two events of this key are one"),),
        _same,
    ),
    "import": AuthorVerb(
        "bring in sheets, or a text that was annotated in another program",
        (
            Option("from", "FILE", "the sheet, a folder of sheets, or what the other program handed out"),
            Option("report", "SLUG", "of an annotated text: the name of the new report's folder"),
            Option("text", "FILE", "of an annotated text: where it stands, if neither in that file nor beside it"),
            Option("labels", "FILE", "of an annotated text: what labels of one's own mean, in YAML"),
            Option("map", "FILE", "of sheets: what they do not say, and what their headings and cells mean"),
            Option("keep", "", "of sheets: write the rows that are right where others are wrong"),
        ),
        _import,
    ),
    "translate": AuthorVerb(
        "hand a report to a translator as PO and XLIFF, or take the translation back",
        (
            Option("report", "SLUG", "the report"),
            Option("from", "FILE", "the translation to take back: PO or XLIFF 2"),
        ),
        _translate,
    ),
    "draft-en": AuthorVerb(
        "write an English text with all blocks and marks of a report, to be overwritten",
        (Option("report", "SLUG", "the report"),),
        _draft_english,
    ),
}
