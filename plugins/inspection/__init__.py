"""The room that doubts: a built site looked over by code that shares nothing with what wrote it.

``inspect`` is the door. It is given a folder and finds in it whatever a reader, an archive or a court should not find.
"""

from __future__ import annotations

import csv
import traceback
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from .faults import Fault
from .hashes import SIGNATURES, hashes
from .link_targets import links
from .presence import presence
from .preview_check import previews
from .safety import policies, safety
from .same_words import same_words
from .secrets import secrets
from .shown_figures import figures
from .site import Mapped, Site

__all__ = ["CHECKS", "SIGNATURES", "Fault", "inspect"]

#: The checks by name: what each looks for stands in its module.
CHECKS = ("presence", "links", "figures", "words", "previews", "safety", "policy", "secrets", "hashes")


def inspect(
    folder: Path,
    address: str = "",
    *,
    scripts: Collection[str] | None = None,
    policy: str | None = None,
    content: Path | None = None,
    without: Collection[str] = (),
    mapped: Mapped | None = None,
) -> list[Fault]:
    """All faults of the site in a folder, sorted by file; an empty list for a site that has none.

    ``address`` is the public address of the site, if it has one; ``scripts`` names the only scripts that may be in it;
    ``policy`` is the Content-Security-Policy that every page must have; ``content`` is the folder that the site was
    made of: what is redacted there must not be said. ``without`` names ``CHECKS`` that are left out. ``mapped`` has
    pages read by others, who can read the folder: it is ``executor.map``, or like it.
    """
    site = Site(folder, address, mapped)
    checks: dict[str, Callable[[], Iterable[Fault]]] = {
        "presence": lambda: presence(site),
        "links": lambda: links(site),
        "figures": lambda: figures(site),
        "words": lambda: same_words(site),
        "previews": lambda: previews(site),
        "safety": lambda: safety(site, scripts),
        "policy": lambda: policies(site, policy),
        "secrets": lambda: secrets(site, content) if content else (),
        "hashes": lambda: hashes(site),
    }
    found: set[Fault] = set()
    for name, check in checks.items():
        if name not in without:
            found.update(_all(name, check))
    return sorted(found | {*site.unreadable})


def _all(name: str, check: Callable[[], Iterable[Fault]]) -> list[Fault]:
    """What a check finds; where a file is so wrong that the check cannot go on, that is a fault too.

    It is told by what kind of error it was and where in the check, and not in the words of the error: these can hold
    what stands in the file.
    """
    found = []
    try:
        for fault in check():
            found.append(fault)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, OSError, RecursionError, csv.Error) as error:
        *_, last = traceback.extract_tb(error.__traceback__)
        where = f"{type(error).__name__}, {Path(last.filename).stem}:{last.lineno}"
        found.append(Fault("data", f"{name} cannot be looked at, since something is not as it should be ({where})"))
    return found
