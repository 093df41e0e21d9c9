"""``SHA256SUMS``: is the list of a site's files complete, sorted and true?"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator

from .faults import Fault
from .site import Site

MANIFEST = "SHA256SUMS"
#: What may stand beside the manifest and cannot be in it.
SIGNATURES = tuple(f"{MANIFEST}.{end}" for end in ("asc", "minisig", "sig"))

_LINE = re.compile(r"([0-9a-f]{64})  (?:\./)?([^\n]+)")


def hashes(site: Site) -> Iterator[Fault]:
    """Every file that the manifest does not name, names wrongly, or names although it is not there."""
    if MANIFEST not in site.files:
        yield Fault(MANIFEST, "is not there")
        return
    named: dict[str, str] = {}
    text = site.text(MANIFEST)
    if text and not text.endswith("\n"):
        yield Fault(MANIFEST, "does not end with the end of a line")
    for number, line in enumerate(text.splitlines(), 1):
        match = _LINE.fullmatch(line)
        if not match:
            yield Fault(MANIFEST, f"line {number} is not as sha256sum writes it")
        elif match[2] in named:
            yield Fault(MANIFEST, f"line {number} names {match[2]} again")
        else:
            named[match[2]] = match[1]
    if list(named) != sorted(named, key=os.fsencode):
        yield Fault(MANIFEST, "is not sorted by its names")
    for name, path in site.files.items():
        if name == MANIFEST or name in SIGNATURES:
            continue
        if os.path.islink(path) or not os.path.isfile(path):
            yield Fault(name, "is no plain file")
        elif name not in named:
            yield Fault(name, f"is not in {MANIFEST}")
        elif hashlib.sha256(site.bytes(name)).hexdigest() != named[name]:
            yield Fault(name, f"is not the file that {MANIFEST} names")
    for name in named:
        if name not in site.files or name == MANIFEST or name in SIGNATURES:
            yield Fault(name, f"is not there, and {MANIFEST} names it")
