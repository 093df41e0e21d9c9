"""What became of a build. It needs no package."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .messages import number, shown

#: Pages of more bytes than this are told of: a phone takes seconds to show them, and does not show tens of MB at all.
HEAVY = 5_000_000
#: So many entries of the registry are named.
FEW = 3


@dataclass(frozen=True, slots=True)
class Built:
    """What became of a build request; ``str()`` tells it to people.

    ``seconds`` is how long it took, ``None`` where the site was there already. ``heavy`` are pages of more than
    ``HEAVY`` bytes, by their names, ``unfinished`` drafts with errors, by their slugs, ``incomplete``
    entries of the registry with errors that nothing but such drafts names, by their ids.
    """

    output: Path
    pages: int
    seconds: float | None
    warnings: int = 0
    heavy: Mapping[str, int] = field(default_factory=dict)
    unfinished: tuple[str, ...] = ()
    incomplete: tuple[str, ...] = ()

    def __str__(self) -> str:
        where, there = f"{shown(self.output)}/", f"(open {shown(self.output / 'index.html')})."
        pages = number(self.pages, "page")
        if self.seconds is None:
            done = f"Nothing was changed since the last build: {pages} stand in {where} {there}"
        else:
            done = f"Built {pages} in {self.seconds:.1f} s into {where} {there}"
        warned = f" {number(self.warnings, 'warning')}: `make check` lists them." if self.warnings else ""
        return f"{done}{warned}{self._unfinished()}{self._heavy()}"

    def _unfinished(self) -> str:
        found = []
        if self.unfinished:
            others = f" and {number(len(self.unfinished) - 1, 'other draft')}" if len(self.unfinished) > 1 else ""
            found.append(f"the draft {self.unfinished[0]}{others}")
        if self.incomplete:
            ids = ", ".join(self.incomplete[:FEW]) + (", …" if len(self.incomplete) > FEW else "")
            found.append(f"what the registry says of {ids}, which nothing published names")
        if not found:
            return ""
        only = f" REPORT={self.unfinished[0]}" if self.unfinished and not self.incomplete else ""
        return f"\nLeft out, with errors: {'; '.join(found)}. `make check{only}` lists them."

    def _heavy(self) -> str:
        if not self.heavy:
            return ""
        name, size = max(self.heavy.items(), key=lambda page: (page[1], page[0]))
        return (
            f"\n{number(len(self.heavy), 'page')} of more than {HEAVY // 10**6} MB, which phones cannot show "
            f"({shown(self.output / name)} has {size / 10**6:.0f} MB): "
            "split the content into several sites, see docs/publishers.md#large-sites."
        )
