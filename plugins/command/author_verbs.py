"""What helps who writes: each verb with its options, and what does it. It needs no package until one is done.

Another verb is a line in ``AUTHOR_VERBS``, a function here that calls the room ``authoring``, and a target of the
Makefile with the same options as variables.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from .messages import BuildFailed, shown
from .replacing import resolved

if TYPE_CHECKING:
    from reports import Problem
    from reports.messages import Message

PROJECT = Path(__file__).resolve().parents[2]

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
    """The content that is asked for. Raises ``BuildFailed`` where there is none."""
    content = resolved(given.content, PROJECT / "content")
    if not content.is_dir():
        raise BuildFailed(f"There is no content in {shown(content)}. Say where it is with CONTENT=.")
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
    from authoring.new_report import begin_report

    content = content_of(given)
    if not (given.report_ and given.from_):
        raise BuildFailed("Say what to begin: a report with REPORT=slug FROM=file.")
    return begin_report(content, given.report_, Path(given.from_))


AUTHOR_VERBS: Mapping[str, AuthorVerb] = {
    "new": AuthorVerb(
        "begin a report",
        (
            Option("report", "SLUG", "the name of the new report's folder"),
            Option("from", "FILE", "the text of the report"),
        ),
        _new,
    ),
}
