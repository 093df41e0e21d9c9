"""Does all that an author wrote stand in what is shown? Markdown drops words in silence: a cell too many in a table, a
footnote that is defined twice, what it takes for the title of an address or for the language of code.

Letters and digits are counted, since Markdown may join words or move them: of none may fewer be shown than were
written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from .footnotes import footnotes_in
from .html_codes import uncoded
from .written import Written

#: What is written and not shown: tags, and the scheme of an address.
_UNSHOWN = re.compile(r"(?<!\\)</?[A-Za-z][^\s<>@:]*(?:\s[^<>]*)?>|(?<=<)mailto:")
#: The labels of footnotes, where there is such a footnote; else it is shown as it is written.
_LABEL = re.compile(r"\[\^([^\[\]\n]{1,200})\]:?")
#: Codes of characters; in code they are what they are.
_CODE = re.compile(r"`[^`\n]+`|&#?\w{1,32};")
_WORD = re.compile(r"\w+")


def vanished(written: Written, shown: Iterable[str]) -> int | None:
    """The offset in a text of the first word that is nowhere ``shown``, as far as one can be named; ``None`` where all
    that was written is shown."""
    text = _without_syntax(written)
    said = " ".join(shown)
    if not _letters(text) - _letters(said):
        return None
    missing = Counter(_WORD.findall(text)) - Counter(_WORD.findall(said))
    first = next((word.start() for word in _WORD.finditer(text) if word[0] in missing), 0)
    return written.body_at + first


def _without_syntax(written: Written) -> str:
    """A text's body with blanks for all that is not to be shown, each word in its place."""
    cuts = [*written.comments, *written.unshown]
    cuts += [(image.start, image.end) for image in written.images]
    cuts += [(span.close, span.end) for span in written.spans]
    notes = footnotes_in(written)
    cuts += [match.span() for match in _LABEL.finditer(written.text, written.body_at) if match[1] in notes]
    pieces, at = [], written.body_at
    for begin, end in sorted(cuts):
        if end > at:
            pieces += [written.text[at:begin], _blank(written.text[max(at, begin) : end])]
            at = end
    plain = _UNSHOWN.sub(lambda found: _blank(found[0]), "".join([*pieces, written.text[at:]]))
    return _CODE.sub(lambda found: _decoded(found[0]), plain)


def _decoded(code: str) -> str:
    return code if code[0] == "`" else uncoded(code).ljust(len(code))[: len(code)]


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _letters(text: str) -> Counter[str]:
    return Counter(char for char in text if char.isalnum())
