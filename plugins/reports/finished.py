"""What is wrong with a text as it would be shown: what stands where it cannot, leads nowhere, or is not seen.

All of this is looked for in the finished rows, after every way in which Markdown and HTML write a character.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from . import marks as syntax
from .image_marks import WRITTEN, number_of
from .invisible import NO_TEXT, unseen
from .problems import Problems
from .tree import leads_within
from .web import is_mail_address, is_web_address
from .written import Written

if TYPE_CHECKING:
    from .tree import Rendered

#: What is said where an address like ``<a\\+b@c.org>`` stands.
ESCAPED = ("a character of an address is escaped", "take the backslash out")
#: What is said of ``12<sup>3</sup>``, which is 123 wherever only the words are, and of ``12<bdi>34</bdi>``, which is
#: 3412 on the page.
PARTED_DIGITS = (
    "digits that stand together here are not one number on the page, or are no number on it that data have",
    "write a number in one piece, and a raised one as `³` or in words",
)
#: What is said of a list with other numbers than 1, 2, 3: no data and no comparison has those.
NUMBERED = (
    "this line would be an item of a list, and its number be in no data",
    "write `\\.` for a plain full stop; a list counts from 1",
)
NESTED = ("a footnote or a link stands in the words of a link", "put it behind the link")
TINY = ("words stand in so many elements that make them small that nobody would see them", "write them in one")
#: So many addresses that lead nowhere are told of one text.
MAX_ADDRESSES = 100
NO_HTML = "write it in Markdown, and a plain sign as `\\<`; of HTML a text can have what stands in a line, like `<bdi>`"


Leads = Callable[[str], bool]


def check_rows(written: Written, made: Rendered, problems: Problems, within: Leads | None = None) -> None:
    """Marks that do not stand in one block, HTML that no text can have, images and links that lead nowhere.

    Where links may lead to other files of the site ``within`` says which addresses do.
    """

    def error(offset: int, message: str, hint: str) -> None:
        problems.error(written.path, *written.position(offset), message, hint)

    _check_marks(written, made, error)
    body = written.body_at
    at: dict[str, int] = {}
    opened = {_short(raw).lower() for raw in made.refused}
    for raw in made.refused:
        if raw.startswith("</") and _short(raw).lower().replace("/", "") in opened:
            continue
        found = written.text.find(raw, at.get(raw, body))
        at[raw] = found + 1 if found >= 0 else body
        what = f"`{_short(raw)}` is" if found >= 0 else "something here is"
        error(max(found, body), f"{what} HTML that no text can have", NO_HTML)
    own = {image.start for image in written.images}
    for offset in places(written, r"(?<!\\)!(?=\[)") if made.foreign_images else ():
        if offset not in own:
            error(offset, "the image is not written with its file", WRITTEN)
    bad = (one for one in dict.fromkeys(made.addresses) if not _leads(one, within))
    for address in islice(bad, MAX_ADDRESSES):
        told = f"the link to `{address}` cannot be followed", "write a whole https:// address"
        if address[:1] == "#":
            told = f"the link to `{address}` leads to no place of a page that a text could know", "take it out"
        elif within:
            told = told[0], "write a whole web address, or one of the site like `../method/index.html`"
        before = r"(?:(?<=\]\()|(?<=\]\(<)|(?<=\]: )|(?<=<)|(?<=['\"=]))"
        offsets = [match.start() for match in re.compile(before + re.escape(address)).finditer(written.text, body)]
        for offset in offsets:
            error(offset, *told)
        if not offsets:  # Markdown reads it otherwise than it is written: it may stand in redacted words
            error(body, "a link of this text cannot be followed", told[1])
    for number in made.other_numbers:
        for offset in places(written, rf"(?<![^\s>*+-]){re.escape(number)}\.(?=[ ])")[:1]:
            error(offset, *NUMBERED)
    if made.nested:
        for offset in places(written, r"\[\^[^\[\]\n]+\](?=[^\[\]\n]*\][(\[])")[:1]:
            error(offset, *NESTED)
    if any(NO_TEXT.search(row) for row in made.html):  # Markdown's own, which it leaves in an address of mail
        for offset in places(written, r"<[^<>\s]*\\[^<>\s]*@[^<>\s]*>"):
            error(offset, *ESCAPED)
    for _ in made.rows.stray[:1]:
        error(written.body_at, "words stand outside of every paragraph", NO_HTML)


def _leads(address: str, within: Leads | None) -> bool:
    if is_mail_address(address) or is_web_address(address):
        return True
    return within is not None and leads_within(address) and within(address)


def _short(raw: str) -> str:
    """The tag's name alone: the rest may be long, or hold a mark."""
    match = re.match(r"<[/!?]*[\w-]*", raw)
    return f"{match[0]}>" if match and match[0] != "<" else "<…>"


def _check_marks(written: Written, made: Rendered, error: syntax.Report) -> None:
    found = made.rows
    secret = {outer for span in written.spans if span.redacted for outer in span.inside}
    for span in written.spans:
        if span.number in found.broken:
            error(
                span.start,
                "the mark does not stay within one block, or overlaps half with emphasis or a link",
                "close it where what it stands in closes; a mark cannot stand in code",
            )
        elif span.number not in found.found:
            error(span.start, "the mark stands where no mark can stand", "take it out of raw HTML or a definition")
        elif span.number in found.linked and any(id != "redacted" for id, _ in span.ids):
            hint = "put the link inside the mark instead: `[[words](https://…)]{.id}`"
            error(span.start, "the mark leads somewhere and stands inside a link", hint)
        elif span.number in found.linked and span.redacted:
            hint = "take the link out, or redact it whole: `[[words](https://…)]{.redacted}`"
            error(span.start, "redacted words stand in a link, whose address would be published", hint)
        elif span.number in found.titled and span.redacted:
            hint = "take the title out, or redact the whole element"
            error(span.start, "redacted words stand in an element whose title would be published", hint)
        if span.number in secret and span.sic is not None and not written.is_secret(span):
            hint = "redact the whole mark, or take `sic` out"
            error(span.start, "a correction stands around redacted words and would be published", hint)


def check_unseen(written: Written, made: Rendered, lines: Mapping[int, int], problems: Problems) -> None:
    """Characters that hide something, in the words of blocks and in what addresses and titles say; and isolates that do
    not end in the block in which they began. ``lines`` has the line of each block."""
    for char, number in made.rows.seen.items():
        if not _is_issued(char, written):
            made.rows.strange.add(number)
    inside = [(number, text) for number, (_, _, text) in enumerate(made.rows.blocks, 1)]
    for number, text in [*inside, *made.rows.attributes]:
        told = unseen(text)
        if number in made.rows.strange:
            told = "a private-use character stands here, or its code", "remove it"
        if told:
            problems.error(written.path, lines[number], 1, *told)
    for number in sorted(made.rows.parted):
        problems.error(written.path, lines[number], 1, *PARTED_DIGITS)
    for number in sorted(made.rows.tiny):
        problems.error(written.path, lines[number], 1, *TINY)


def _is_issued(char: str, written: Written) -> bool:
    """Whether a private-use character stands for a mark or an image of this text."""
    opens, closes = syntax.opening(char), syntax.closing(char)
    number = opens if opens is not None else closes
    return number_of(char) < len(written.images) if number is None else number < len(written.spans)


def places(written: Written, pattern: str) -> list[int]:
    """Where a pattern stands in the body; where it does not (Markdown can change an address), the body's beginning."""
    found = re.compile(pattern).finditer(written.text, written.body_at)
    return [match.start() for match in found] or [written.body_at]
