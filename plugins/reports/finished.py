"""What is wrong with a text as it would be shown: what stands where it cannot, leads nowhere, or is not seen.

All of this is looked for in the finished rows, after every way in which Markdown and HTML write a character.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from . import marks as syntax
from . import messages
from .image_marks import number_of
from .invisible import NO_TEXT, unseen
from .messages import Message
from .problems import Problems
from .redaction_bars import is_all_bar
from .tree import leads_within
from .web import is_mail_address, is_web_address
from .written import Written

if TYPE_CHECKING:
    from .tree import Rendered

#: So many addresses that lead nowhere are told of one text.
MAX_ADDRESSES = 100

Leads = Callable[[str], bool]


def check_rows(written: Written, made: Rendered, problems: Problems, within: Leads | None = None) -> None:
    """Marks that do not stand in one block, HTML that no text can have, images and links that lead nowhere.

    Where links may lead to other files of the site ``within`` says which addresses do.
    """

    def error(offset: int, what: Message) -> None:
        problems.error(written.path, *written.position(offset), what)

    _check_marks(written, made, error)
    body = written.body_at
    at: dict[str, int] = {}
    opened = {_short(raw).lower() for raw in made.refused}
    for raw in made.refused:
        if raw.startswith("</") and _short(raw).lower().replace("/", "") in opened:
            continue
        found = written.text.find(raw, at.get(raw, body))
        at[raw] = found + 1 if found >= 0 else body
        what = messages.TAG_IS(tag=_short(raw)) if found >= 0 else messages.SOMETHING_IS()
        error(max(found, body), messages.REFUSED_HTML(what=what))
    own = {image.start for image in written.images}
    for offset in places(written, r"(?<!\\)!(?=\[)") if made.foreign_images else ():
        if offset not in own:
            error(offset, messages.FOREIGN_IMAGE())
    bad = (one for one in dict.fromkeys(made.addresses) if not _leads(one, within))
    for address in islice(bad, MAX_ADDRESSES):
        hint = messages.WRITE_PAGE_LINK() if within else None
        told = messages.DEAD_LINK(hint, address=address)
        if address[:1] == "#":
            told, hint = messages.LINK_TO_PLACE(address=address), messages.TAKE_OUT()
        before = r"(?:(?<=\]\()|(?<=\]\(<)|(?<=\]: )|(?<=<)|(?<=['\"=]))"
        offsets = [match.start() for match in re.compile(before + re.escape(address)).finditer(written.text, body)]
        for offset in offsets:
            error(offset, told)
        if not offsets:  # Markdown reads it otherwise than it is written: it may stand in redacted words
            error(body, messages.DEAD_LINK_SOMEWHERE(hint))
    for number in made.other_numbers:
        for offset in places(written, rf"(?<![^\s>*+-]){re.escape(number)}\.(?=[ ])")[:1]:
            error(offset, messages.OTHER_NUMBER())
    if made.nested:
        for offset in places(written, r"\[\^[^\[\]\n]+\](?=[^\[\]\n]*\][(\[])")[:1]:
            error(offset, messages.NESTED_LINK())
    if any(NO_TEXT.search(row) for row in made.html):  # Markdown's own, which it leaves in an address of mail
        for offset in places(written, r"<[^<>\s]*\\[^<>\s]*@[^<>\s]*>"):
            error(offset, messages.ESCAPED_ADDRESS())
    for _ in made.rows.stray[:1]:
        error(written.body_at, messages.STRAY_WORDS())


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
            error(span.start, messages.BROKEN_MARK())
        elif span.number not in found.found:
            error(span.start, messages.MISPLACED_MARK())
        elif span.number in found.linked and any(id != "redacted" for id, _ in span.ids):
            error(span.start, messages.MARK_IN_LINK())
        elif span.number in found.linked and span.redacted:
            error(span.start, messages.REDACTED_IN_LINK())
        elif span.number in found.titled and span.redacted:
            error(span.start, messages.REDACTED_IN_TITLE())
        if span.number in secret and span.sic is not None and not written.is_secret(span):
            error(span.start, messages.CORRECTION_AROUND_REDACTED())


def check_unseen(written: Written, made: Rendered, lines: Mapping[int, int], problems: Problems) -> None:
    """Characters that hide something, in the words of blocks and in what addresses and titles say; isolates that do not
    end in the block in which they began; and bars of which an address, a title or a language says more. ``lines`` has
    the line of each block."""
    for char, number in made.rows.seen.items():
        if not _is_issued(char, written):
            made.rows.strange.add(number)
    inside = [(number, text) for number, (_, _, text) in enumerate(made.rows.blocks, 1)]
    for number, text in [*inside, *made.rows.attributes]:
        told = unseen(text)
        if number in made.rows.strange:
            told = messages.PRIVATE_OR_CODE()
        if told:
            problems.error(written.path, lines[number], 1, told)
    for number in sorted(made.rows.parted):
        problems.error(written.path, lines[number], 1, messages.PARTED_DIGITS())
    for number in sorted(made.rows.tiny):
        problems.error(written.path, lines[number], 1, messages.TINY_WORDS())
    for number, start, end in made.rows.telling:
        if is_all_bar(made.rows.blocks[number - 1][2], start, end):
            problems.error(written.path, lines[number], 1, messages.TELLING_BAR())


def _is_issued(char: str, written: Written) -> bool:
    """Whether a private-use character stands for a mark or an image of this text."""
    opens, closes = syntax.opening(char), syntax.closing(char)
    number = opens if opens is not None else closes
    return number_of(char) < len(written.images) if number is None else number < len(written.spans)


def places(written: Written, pattern: str) -> list[int]:
    """Where a pattern stands in the body; where it does not (Markdown can change an address), the body's beginning."""
    found = re.compile(pattern).finditer(written.text, written.body_at)
    return [match.start() for match in found] or [written.body_at]
