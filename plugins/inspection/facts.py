"""What is counted, as plain records: figures, claims and events, whoever made them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from .times import Time


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of a claim: one outcome of one entry of its casualties.

    ``id`` tells it from others; ``event`` is the key of the one that it is about, where it is of an incident. ``of``
    are actors; ``written`` is the figure as the record has it, and ``including`` what it says of some of its people:
    pairs of a word or an actor and a figure.
    """

    id: int
    event: str
    outcome: str
    written: str
    unit: str = "people"
    who: str = "unknown"
    of: tuple[str, ...] = ()
    part: str = ""
    including: tuple[tuple[str, str], ...] = ()
    cumulative: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """An event by its key. ``told`` has the reports that tell it, each with whether it does so as background."""

    key: str
    part_of: str = ""
    discounted: bool = False
    told: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim by its key, ``report/claim``.

    ``origins`` are taken to the tops of their chains. ``as_of`` is when it was said, where the record says so, and
    ``said`` that or else the time of its document or report. ``denies`` are the claims of which it denies the number,
    or the event behind it, ``disputes`` those of which it denies who is responsible. ``entries`` are its figures.
    """

    key: str
    report: str
    origins: frozenset[str]
    said: Time
    as_of: Time | None = None
    updates: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    disputes: tuple[str, ...] = ()


class Facts(Protocol):
    """What is counted: of a site, or made up by a test."""

    @property
    def claims(self) -> Mapping[str, Claim]:
        """All claims by their keys."""

    @property
    def events(self) -> Mapping[str, Event]:
        """All events by their keys."""

    def side(self, actor: str) -> str:
        """The side of an actor."""

    def reports(self, scope: str) -> Collection[str]:
        """The reports of which a scope holds the claims. Scopes are named as on the pages: ``site``, a slug,
        ``dossier:slug``, ``place:id``."""

    def chosen(self, scope: str) -> Collection[str] | None:
        """The events of a scope that is a choice of whole events: ``place:id``, ``actor:id``, ``month:2016-10``,
        or what of one of these or of ``site`` begins in a year or month: ``place:id/2016-10``. ``None`` of another."""
