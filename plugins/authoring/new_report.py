"""``make new REPORT=``: the folder of a report, from a text that an author has.

The text becomes ``ar.md``, a draft, block by block and without a mark; ``original.txt`` keeps what was given, to the
byte where that is UTF-8, and the record has its hash and waits for the rest.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from reports import messages
from reports.evidence import TEXT
from reports.messages import Message
from reports.registry import SLUG

from .decoding import Decoded, read_encoded
from .new_files import refuse, write_new
from .new_site import SCHEMAS
from .plain_text import as_markdown, blocks_of, title_apart, without_unseen

#: What a record says before anybody has filled it in. What is left empty `make check` asks for.
RECORD = """\
{schema}# What ar.md tells, in an orderly way: docs/authors/cheatsheet.md has all of it on one page.

published:     # the day on which the publisher published it: 2016-10-04
publisher:     # the id of a source in registry/sources.yaml
# url: https://…
sha256: {digest}

# events:
#   a-shelling:
#     type: shelling
#     when: 2016-10-04
#     where: …           # the id of a place in registry/places.yaml

# claims:
#   two-killed:
#     by: …              # the id of a source or actor who says so
#     about: a-shelling
#     casualties: [{{killed: 2}}]
"""


def begin_report(content: Path, slug: str, source: Path) -> list[Message]:
    """Write the folder of a new report, and say what was done.

    Raises ``ContentErrors`` where the slug is none, the text cannot be read, or the folder is there.
    """
    folder = content / "reports" / slug
    if not SLUG.fullmatch(slug):
        raise refuse(folder, messages.NO_NEW_SLUG(name=slug))
    if folder.exists() or folder.is_symlink():
        raise refuse(folder, messages.ALREADY_THERE())
    given = read_encoded(source)
    files, said = _originals(given, source.name)
    text, unseen = without_unseen(given.text)
    title, blocks = title_apart(blocks_of(text))
    digest = hashlib.sha256(list(files.values())[-1]).hexdigest()
    files["ar.md"] = f"Title: {title}\nStatus: draft\n\n{as_markdown(blocks)}".encode()
    files["record.yaml"] = RECORD.format(digest=digest, schema=_schema(content)).encode()
    write_new(folder, files)
    said += [messages.LEFT_OUT_UNSEEN(count=unseen)] if unseen else []
    return [*said, messages.REPORT_BEGUN(slug=slug)]


def _schema(content: Path) -> str:
    """The line by which editors find the schema of the record, where the site has one."""
    file = f"{SCHEMAS}/record.schema.json"
    return f"# yaml-language-server: $schema=../../../{file}\n#\n" if (content.parent / file).is_file() else ""


def _originals(given: Decoded, name: str) -> tuple[dict[str, bytes], list[Message]]:
    """The text as the source had it, and, where it is not written in UTF-8, the file as it was given; what is told."""
    if not given.encoding:
        return {TEXT: given.data}, []
    kept = f"original.{given.encoding.lower().replace(' ', '-')}"
    said = messages.WAS_ENCODED(name=name, encoding=given.encoding, kept=kept)
    return {TEXT: given.text.encode(), kept: given.data}, [said]
