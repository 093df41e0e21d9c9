"""``make new SITE=``: the folder of a site of one's own, beside the program and not in it.

What is written stands in ``starter``, file by file, under the names that it will have; ``dot.`` begins those that the
system hides. One report in it shows how reports are written, and all of it can be built at once.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

from reports import messages
from reports.json_schema import FILES, schema_text
from reports.messages import Message
from reports.version import VERSION

from .bounded import refused
from .new_files import write_new
from .plain_text import without_unseen

STARTER = Path(__file__).with_name("starter")
#: Where the schemas of a content lie, seen from the folder of its site: in the content they would be no part of it.
SCHEMAS = "schema"
#: Where a value goes in a file of ``starter``. (What GitHub puts in has a blank behind the braces.)
_PLACE = re.compile(r"\{\{([a-z]+)\}\}")


def begin_site(folder: Path, call: str) -> list[Message]:
    """Write the folder of a new site, and say what to do there. ``call`` is how its Makefile calls the program.

    Raises ``ContentErrors`` where the folder is there already and has something in it.
    """
    if os.path.lexists(folder) and not (folder.is_dir() and not any(folder.iterdir())):
        raise refused(folder, messages.ALREADY_THERE())
    named, _ = without_unseen("".join(char for char in folder.name if char.isprintable()))
    values = {"name": json.dumps(named or "Isnad", ensure_ascii=False), "version": VERSION, "call": call}
    files = dict(_files(values))
    files |= {f"{SCHEMAS}/{file.file_name}": schema_text(file).encode() for file in FILES}
    write_new(folder, files)
    return [messages.SITE_BEGUN(folder=os.path.relpath(folder))]


def _files(values: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    """The files of ``starter`` by the names that they will have, with the values in their places."""
    for path in sorted(STARTER.rglob("*")):
        if path.is_file():
            name = path.relative_to(STARTER).as_posix()
            text = _PLACE.sub(lambda place: values[place[1]], path.read_text("utf-8"))
            yield name.replace("dot.", "."), text.encode()
