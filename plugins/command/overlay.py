"""What `make serve` puts into a page besides the page: what is wrong with the content, which pages are drafts, and the
script that shows the page anew. None of it is in a site that is built."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import quote

from markupsafe import escape as as_jinja

from briefings.assets.policy import HEADERS, POLICY
from briefings.page.site_view import Phrase

#: Where the files of the server itself stand.
OWN = ".isnad"
#: What such a page may do besides: ask the server whether it is still the newest.
_POLICY = f"{POLICY}; connect-src 'self'"
PAGE_HEADERS = {**HEADERS, "Content-Security-Policy": f"{_POLICY}; frame-ancestors 'none'"}

#: The English and the Arabic sentence of what is said in a page.
SENTENCES = {
    "faults": (
        "What was saved last cannot be shown. This is the page as it was before.",
        "تعذّر عرض آخر ما حُفظ. هذه هي الصفحة كما كانت قبله.",
    ),
    "unfinished": (
        "Drafts with errors, and what only they name, are shown when these are mended. They stop nothing else.",
        "المسودات التي فيها أخطاء، وما لا يُذكر إلا فيها، تُعرض حين تُصلح. وهي لا توقف غيرها.",
    ),
    "draft": ("This page is a draft: no site that is built has it.", "هذه الصفحة مسودة، ولا تظهر في أي موقع يُبنى."),
    "drafts": ("Shown and counted here, and in no site that is built:", "تُعرض وتُحسب هنا، ولا تظهر في أي موقع يُبنى:"),
}


def overlaid(
    html: bytes,
    path: str,
    version: str,
    faults: Sequence[str],
    drafts: Mapping[str, Phrase],
    unfinished: Sequence[str] = (),
) -> bytes:
    """A page of the site as it is shown.

    ``faults`` are lines that say what is wrong, ``unfinished`` those that say it of drafts which are not shown,
    ``drafts`` the names of pages by their paths.
    """
    told = ""
    if faults:
        told += f"{sentence('faults')}{listed(faults)}"
    if unfinished:
        told += f"{sentence('unfinished')}{listed(unfinished)}"
    if path in drafts:
        told += sentence("draft")
    elif drafts:
        led = (_link(there, name) for there, name in drafts.items())
        told += f"{sentence('drafts')}<ul>{''.join(f'<li>{link}</li>' for link in led)}</ul>"
    more = f'<link rel="stylesheet" href="/{OWN}/preview.css">' if told else ""
    more += f'<aside id="isnad-preview" dir="ltr">{told}</aside>' if told else ""
    more += f'<script src="/{OWN}/preview.js" data-version="{version}"></script>'
    before, end, after = html.replace(_meta(POLICY), _meta(_POLICY), 1).rpartition(b"</body>")
    return before + more.encode() + end + after if end else after + more.encode()


def sentence(name: str) -> str:
    """A sentence in both languages, as HTML."""
    english, arabic = map(escape, SENTENCES[name])
    return f'<p lang="en">{english}</p><p lang="ar" dir="rtl">{arabic}</p>'


def listed(faults: Sequence[str]) -> str:
    """What is wrong, as a list in HTML."""
    return f'<ol lang="en" dir="ltr">{"".join(f"<li><bdi>{escape(fault)}</bdi></li>" for fault in faults)}</ol>'


def _link(path: str, name: Phrase) -> str:
    return f'<a href="/{quote(path)}" lang="{name.lang}" dir="{name.dir}">{escape(name.text)}</a>'


def _meta(policy: str) -> bytes:
    return f'content="{as_jinja(policy)}"'.encode()
