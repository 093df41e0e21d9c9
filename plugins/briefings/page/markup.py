"""A text's rows as HTML with its marks in place: the one place that makes safe HTML of anything.

The rows come from ``reports`` as HTML cleaned by an allow-list, the marks in them as private-use characters, each
balanced within its element, and so are images, each alone in its row. Here the characters become elements. Marked
words carry ``data-ref`` and an id, hold the exact words and nothing else, and lead on to what they are about: a mark of
the registry alone is itself the link; any other ends in a small link for each thing it is about, numbered by the style
sheet so that copied or quoted words stay as they were written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from bilingual import Voice
from bilingual.shapes import Edtf
from reports.image_marks import CHARACTER, number_of
from reports.marks import SENTINEL, closing, opening
from reports.model import Image, Mark, Text


@dataclass(frozen=True, slots=True)
class Reference:
    """What a mark is about: where it leads in the page, its kind, its number there, and its name for a reader."""

    href: str
    kind: str
    number: str
    label: str


@dataclass(frozen=True, slots=True)
class Wording:
    """The words around marks, in the page's language."""

    date: Callable[[Edtf], str]
    sic: Callable[[str], str]
    redacted: str
    back: str


def tagged(text: str, lang: str, dir: str) -> Markup:
    """Words of another language than the page's, in an element that says so."""
    return Markup('<span lang="{}" dir="{}">{}</span>').format(lang, dir, text)


def linked(text: str, href: str) -> Markup:
    """A name that leads to its page."""
    return Markup('<a class="name" href="{}">{}</a>').format(href, text)


def json_data(value: object) -> Markup:
    """A value as JSON that can stand in a ``script`` element: nothing in it ends the element or begins another."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(re.sub("[<>&\u2028\u2029]", lambda match: f"\\u{ord(match.group()):04x}", text))


def rows(
    text: Text,
    references: Mapping[str, Reference],
    wording: Wording,
    figure: Callable[[Image], Markup] | None = None,
) -> list[Markup]:
    """The rows of a text, each a piece of HTML with its marks as elements; one that is an image is its ``figure``."""
    images = {image.number: image for image in text.images}
    leading = {outer for mark in text.marks if mark.ids for outer in mark.inside}
    found = []
    for html in text.rows:
        stands = _IMAGE.fullmatch(html)
        image = images.get(number_of(stands[1])) if stands else None
        found.append(figure(image) if image and figure else _row(html, text.marks, leading, references, wording))
    return found


_IMAGE = re.compile(f"<p>({CHARACTER.pattern})</p>")


def _row(
    html: str, marks: tuple[Mark, ...], leading: Container[int], references: Mapping[str, Reference], wording: Wording
) -> Markup:
    """A row with its marks as elements; ``leading`` are the marks in which another leads somewhere."""
    html = re.sub(
        r'<a class="footnote-backref" ([^>]*)>',
        lambda match: f'<a class="footnote-backref" {match[1]} aria-label="{escape(wording.back)}">',
        html,
    )
    # The section of the page has the second level; the report's own headings begin below it.
    html = re.sub(r"<(/?)h([1-5])\b", lambda match: f"<{match[1]}h{int(match[2]) + 1}", html)
    pieces: list[str] = []
    closers: dict[int, str] = {}
    at = 0
    for match in SENTINEL.finditer(html):
        pieces.append(html[at : match.start()])
        at = match.end()
        number = opening(match.group())
        if number is not None:
            end = html.find(chr(ord(match.group()) + 0x10000), at)
            linked = number in leading or html.find("<a ", at, end) >= 0
            first, last = _element(marks[number], references, wording, whole_link=not linked)
            pieces.append(first)
            closers[number] = last
        else:
            pieces.append(closers.pop(closing(match.group())))  # type: ignore[arg-type]  # any other sentinel closes a mark
    pieces.append(html[at:])
    return Markup("".join(pieces))


def _element(mark: Mark, references: Mapping[str, Reference], wording: Wording, *, whole_link: bool) -> tuple[str, str]:
    """The opening and closing HTML of a mark."""
    known = [(id, references[id]) for id in mark.ids if id in references]
    classes = ["mark", *dict.fromkeys(f"mark-{reference.kind}" for _, reference in known)]
    attributes = f'id="{escape(mark.anchor)}"'
    if mark.ids:
        attributes += f' data-ref="{escape(" ".join(mark.ids))}"'
    inner_first, inner_last = "", ""
    if mark.when is not None:
        classes.append("mark-date")
        day = mark.when.exact_day
        inner_first = f'<time datetime="{day.isoformat()}"' if day else f'<span data-when="{escape(mark.when.text)}"'
        inner_first += f' title="{escape(wording.date(mark.when))}">'
        inner_last = "</time>" if day else "</span>"
    if mark.sic is not None:
        classes.append("mark-sic")
        inner_first += f'<span class="sic" title="{escape(wording.sic(mark.sic))}" data-sic="{escape(mark.sic)}">'
        inner_last = "</span>" + inner_last
    if mark.redacted:
        classes.append("mark-redacted")
        inner_first += f'<span class="redacted" role="img" aria-label="{escape(wording.redacted)}">'
        inner_last = "</span>" + inner_last
    entries_only = known and all(reference.kind not in ("claim", "event") for _, reference in known)
    if whole_link and entries_only and len(known) == 1 and not mark.redacted:
        reference = known[0][1]
        first = f'<a class="{" ".join(classes)}" {attributes} href="{escape(reference.href)}">{inner_first}'
        return first, f"{inner_last}</a>"
    links = "".join(
        f'<a class="ref ref-{reference.kind}" href="{escape(reference.href)}" '
        f'data-n="{escape(reference.number)}" aria-label="{escape(reference.label)}"></a>'
        for _, reference in known
    )
    return f'<span class="{" ".join(classes)}" {attributes}>{inner_first}', f"{inner_last}{links}</span>"


def wording(voice: Voice) -> Wording:
    """The words around marks, in the language of the text that they stand in."""
    return Wording(
        voice.date,
        lambda correction: voice.gettext("Misprint in the source; read: %(correction)s", correction=correction),
        voice.gettext("Redacted"),
        voice.gettext("Back to the text"),
    )
