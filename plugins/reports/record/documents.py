"""The documents of a record: what was read besides the report itself."""

from __future__ import annotations

import re

from .. import fields, messages
from ..messages import Refused
from ..model import Document
from ..nodes import Node
from ..registry import known_id
from .file import Context, has_key, sha256

KEYS = fields.keys(fields.DOCUMENT)
#: One of these says which document it is.
TELLING = ("url", "archive", "title")
#: A language tag of BCP 47: a language, and what tells it closer (a script, a region, a variant, extensions).
_TAG = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?",
    re.I,
)


def read_document(id: str, node: Node, context: Context) -> Document | None:
    """A document, or ``None`` where nobody is named who published it. What is wrong is told."""
    values = node.fields(messages.THE_DOCUMENT(id=id), KEYS, fields.required(fields.DOCUMENT))
    publisher = None
    if "publisher" in values:
        publisher = known_id(values["publisher"], messages.SOURCE_ENTRY(), context.registry.sources, context.kind)
    if node.is_mapping and not any(has_key(node, key) for key in TELLING):
        node.error(messages.DOCUMENT_LACKS(id=id))
    title = values["title"].text(messages.THE_TITLE()) if "title" in values else None
    lang = values["lang"].parsed("`lang`", language_tag) if "lang" in values else None
    url, archive = (values[key].url(f"`{key}`") if key in values else None for key in ("url", "archive"))
    published, retrieved = (
        values[key].date(f"`{key}`") if key in values else None for key in ("published", "retrieved")
    )
    digest = None
    if "sha256" in values:
        context.file.hashes.append(values["sha256"])
        digest = values["sha256"].parsed("`sha256`", sha256)
    if publisher is None:
        return None
    return Document(id, publisher, title, lang or "ar", url, archive, published, retrieved, digest)


def language_tag(text: str) -> str:
    """A language tag as it is commonly written, ``en-GB`` or ``zh-Hant``. Raises ``Refused``."""
    if not _TAG.fullmatch(text):
        raise Refused(messages.NO_LANGUAGE(text=text))
    language, *rest = text.lower().split("-")
    for number, part in enumerate(rest):
        if len(part) == 1:  # an extension: small letters from here on
            break
        rest[number] = part.upper() if len(part) == 2 else part.capitalize() if len(part) == 4 else part
    return "-".join([language, *rest])
