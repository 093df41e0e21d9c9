"""``make new REPORT=``: the folder of a report, from a text that an author has.

The text becomes ``ar.md``, a draft, block by block and without a mark; ``original.txt`` keeps what was given, to the
byte where that is UTF-8, and the record has its hash and waits for the rest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports import messages
from reports.evidence import TEXT
from reports.file_text import MAX_BYTES
from reports.messages import Message
from reports.registry import SLUG
from reports.web import is_web_address

from .article import is_page, page_text, read_article
from .bounded import in_time, read_bytes, refused
from .decoding import decoded
from .new_files import write_new
from .new_site import SCHEMAS
from .plain_text import Block, as_markdown, blocks_of, title_apart, without_unseen

#: What a record says before anybody has filled it in. What is left empty `make check` asks for.
RECORD = """\
{schema}# What ar.md tells, in an orderly way: the page docs/authors/cheatsheet.md of Isnad has all of it.

published:{published} the day on which the publisher published it: 2016-10-04
publisher:     # the id of a source in registry/sources.yaml
{url}
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


@dataclass(frozen=True, slots=True)
class _Taken:
    """What was taken from a file: a title, blocks, the originals to keep (the captured one last), and what is told."""

    title: str
    blocks: Sequence[Block]
    originals: Mapping[str, bytes]
    said: Sequence[Message]
    url: str = ""
    published: str = ""


def begin_report(content: Path, slug: str, source: Path) -> list[Message]:
    """Write the folder of a new report, and say what was done.

    Raises ``ContentErrors`` where the slug is none, the text cannot be read, or the folder is there.
    """
    folder = content / "reports" / slug
    if not SLUG.fullmatch(slug):
        raise refused(folder, messages.NO_NEW_SLUG(name=slug))
    if folder.exists() or folder.is_symlink():
        raise refused(folder, messages.ALREADY_THERE())
    data = read_bytes(source, MAX_BYTES)
    with in_time(source):
        taken = _page(source, data) if is_page(source, data) else _text(source, data)
        body = as_markdown(taken.blocks)
    files = dict(taken.originals)
    record = RECORD.format(
        schema=_schema(content),
        digest=hashlib.sha256(list(files.values())[-1]).hexdigest(),
        published=f" {taken.published}   # as the page says:" if taken.published else "     #",
        url=f"url: {taken.url}" if is_web_address(taken.url) else "# url: https://…",
    )
    files["ar.md"] = f"Title: {taken.title}\nStatus: draft\n\n{body}".encode()
    files["record.yaml"] = record.encode()
    write_new(folder, files)
    return [*taken.said, messages.REPORT_BEGUN(slug=slug)]


def _schema(content: Path) -> str:
    """The line by which editors find the schema of the record, where the site has one."""
    file = f"{SCHEMAS}/record.schema.json"
    return f"# yaml-language-server: $schema=../../../{file}\n#\n" if (content.parent / file).is_file() else ""


def _text(source: Path, data: bytes) -> _Taken:
    """What a plain text becomes. Its original is the text, and, where that is not UTF-8, the file as it was given."""
    given = decoded(source, data)
    text, said = _seen(given.text)
    title, blocks = title_apart(blocks_of(text))
    if not given.encoding:
        return _Taken(title, blocks, {TEXT: data}, said)
    kept = f"original.{given.encoding.lower().replace(' ', '-')}"
    said.insert(0, messages.WAS_ENCODED(name=source.name, encoding=given.encoding, kept=kept))
    return _Taken(title, blocks, {TEXT: given.text.encode(), kept: data}, said)


def _page(source: Path, data: bytes) -> _Taken:
    """What a web page becomes. Its original is the text of its article, and the page as it was given."""
    page = page_text(data)
    if page is None:
        raise refused(source, messages.UNKNOWN_ENCODING())
    article = read_article(page)
    if not article.blocks:
        raise refused(source, messages.NO_TEXT_THERE())
    _, said = _seen(article.text)
    said += [messages.PAGE_HIDES(count=article.unseen)] if article.unseen else []
    blocks = [Block(without_unseen(block.words)[0], block.sign) for block in article.blocks]
    originals = {TEXT: article.text.encode(), "original.html": data}
    return _Taken(without_unseen(article.title)[0], blocks, originals, said, article.url, article.published)


def _seen(text: str) -> tuple[str, list[Message]]:
    """A text without what nobody sees, and what is told of that."""
    seen, left_out = without_unseen(text)
    return seen, [messages.LEFT_OUT_UNSEEN(count=left_out)] if left_out else []
