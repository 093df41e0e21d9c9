"""A page as a checker sees it: what it is called, where it leads, what it loads, and which figures it shows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from .page_codes import uncoded
from .page_grammar import Attributes, NotWellFormed, read

#: Attributes that hold an address. ``srcset`` holds several.
ADDRESSES = frozenset(
    "href src srcset action formaction poster data cite background longdesc manifest ping xlink:href icon".split()
)
#: Elements that must not be on a page, whatever they hold.
FORBIDDEN = frozenset(
    "applet base embed fencedframe frame frameset iframe object portal style template noscript foreignobject animate"
    " set animatetransform animatemotion handler listener".split()
)
#: Attributes that must not be on a page; none that begins with "on" must.
FORBIDDEN_ATTRIBUTES = frozenset(("style", "srcdoc"))
#: The types of a <script> that is data and no program.
DATA = ("application/json", "application/ld+json")

#: What a page says that leads to another at once.
_AT_ONCE = re.compile(r"0; url=(\S+)")
_NUMBERED = re.compile(r"data-(?:href|url|src|page|link|at)$")


class Link(NamedTuple):
    """An address on a page: the element and attribute that it stands in, and how the element describes itself."""

    tag: str
    attribute: str
    address: str
    rel: str = ""


@dataclass(slots=True)
class Shown:
    """A figure, a range or a total that a reader sees.

    ``kind`` is ``claim``, ``total``, ``range``, ``part`` of what stands beside a total, ``number`` of a ``claim``,
    ``badge``, which repeats such a number, or of the answer of an event its number (``answer``), whose word that is
    (``sources``) and a ``line``; or of a list how ``many`` events a part of it has, and the ``origins`` of one.
    ``given`` are the attributes of its element, ``link`` the address that it leads to, ``lang`` the language of its
    words. ``event`` is the event that it stands under, ``directly`` or deeper, ``heading`` the address of one in the
    heading of its table, ``row`` a total's name in the row of a table and ``scope`` what that is a total of.
    """

    kind: str
    given: Attributes
    lang: str
    link: str = ""
    event: str = ""
    directly: bool = False
    heading: str = ""
    row: str = ""
    scope: str = ""
    claim: str = ""
    words: str = ""


@dataclass(slots=True)
class Page:
    """What was found on a page. ``broken`` says why it could not be read; then all else may be missing."""

    name: str
    broken: str = ""
    lang: str = ""
    direction: str = ""
    charset: str = ""
    title: str = ""
    policy: str | None = None
    preview: dict[str, str] = field(default_factory=dict)  # what is shown where its address is shared
    ids: set[str] = field(default_factory=set)
    events: dict[str, str] = field(default_factory=dict)  # the key of the event that an id is the place of
    marks: dict[str, tuple[tuple[str, ...], str]] = field(default_factory=dict)
    links: dict[Link, None] = field(default_factory=dict)  # each once: a page may lead to a place a thousand times
    shown: list[Shown] = field(default_factory=list)
    data: list[tuple[str, str, str]] = field(default_factory=list)  # type, id, text
    listed: list[tuple[str, str]] = field(default_factory=list)  # the event of each line of a list, and where it leads
    said: set[str] = field(default_factory=set)  # the claims that have a line
    denials: list[tuple[str, str]] = field(default_factory=list)  # the claim that denies, and the address of the denied
    chain: list[str] = field(default_factory=list)  # the addresses of what contains an entry, from the top
    side: str = ""
    moved: str = ""  # where a page leads at once that is no more than another address of one
    wrong: list[str] = field(default_factory=list)


@lru_cache(maxsize=1 << 10)
def _is_plain(attribute: str) -> bool:
    """Whether an attribute neither holds an address nor is forbidden."""
    leads = attribute in ADDRESSES or _NUMBERED.match(attribute) is not None
    return not (leads or attribute[:2] == "on" or attribute in FORBIDDEN_ATTRIBUTES)


def read_page(name: str, content: bytes) -> Page:
    """A page of a site, by its name there and its bytes."""
    page = Page(name)
    try:
        text = content.decode("utf-8")
        reader = _Reader(page)
        read(text, reader.begins, reader.ends, reader.words)
    except UnicodeDecodeError:
        page.broken = "is not in UTF-8"
    except NotWellFormed as error:
        page.broken = f"cannot be read: {error}"
    return page


class _Reader:
    """Fills a page while its tags go by."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.langs: list[tuple[int, str]] = [(-1, "")]
        self.around: list[tuple[int, str, str]] = []  # depth, what, value
        self.heard: list[tuple[int, list[str], Shown | None]] = []
        self.anchor = ""
        self.claim = ""
        self.heading = ""
        self.script: tuple[str, str] | None = None
        self.scopes: dict[str, str] = {}

    def begins(self, name: str, given: Attributes, depth: int) -> None:
        page = self.page
        if name in FORBIDDEN:
            page.wrong.append(f"has <{name}>, which no page needs")
        if name == "script":
            self._script(given)
        elif name in ("html", "meta", "title"):
            self._head(name, given, depth)
        elif name == "a":
            self.anchor = given.get("href", "")
        elif name == "caption":
            self.around.append((depth, "heading", ""))
            self.heading = ""
        if not given:
            return
        if "lang" in given:
            self.langs.append((depth, given["lang"]))
        for attribute, value in given.items():
            if _is_plain(attribute):
                continue
            if attribute in FORBIDDEN_ATTRIBUTES or attribute[:2] == "on":
                page.wrong.append(f"<{name}> has {attribute}=, which no page needs")
                continue
            parts = (part.split() for part in value.split(","))
            for address in [part[0] for part in parts if part] if attribute == "srcset" else [value]:
                page.links[Link(name, attribute, address, given.get("rel", ""))] = None
        if id := given.get("id"):
            if id in page.ids:
                page.wrong.append(f"the id {id} stands twice")
            page.ids.add(id)
            if "data-ref" in given:
                page.marks[id] = (tuple(given["data-ref"].split()), self.langs[-1][1])
            elif id.startswith("claim-") and name == "li":
                self.claim = id[6:]
        elif "id" in given:
            page.wrong.append("has an empty id")
        self._figures(name, given, depth)

    def _figures(self, name: str, given: Attributes, depth: int) -> None:
        css = given.get("class", "")
        if "data-event" in given:
            self.around.append((depth, "event", given["data-event"]))
            if "id" in given:
                self.page.events[given["id"]] = given["data-event"]
            if css == "index-line":
                self.around.append((depth, "line", ""))
                self.page.listed.append((given["data-event"], ""))
        if "data-said" in given:
            self.page.said.add(given["data-said"])
        if "data-row" in given:
            self.around.append((depth, "row", given["data-row"]))
        if css.startswith("claim-meta claim-denies"):
            self.around.append((depth, "denies", self.claim))
        elif css == "kicker":
            self.around.append((depth, "kicker", ""))
        elif css.startswith("ledger-group"):
            self.around.append((depth, "heading", ""))
            self.heading = ""
        elif name == "a" and self.around and self.anchor:
            within = self.around[-1]
            if within[1] == "denies" and "#claim-" in self.anchor:
                self.page.denials.append((within[2], self.anchor))
            elif within[1] == "kicker" and css == "name":
                self.page.chain.append(self.anchor)
            elif within[1] == "line" and not self.page.listed[-1][1]:
                self.page.listed[-1] = self.page.listed[-1][0], self.anchor
            elif within[1] == "heading" and ("#event-" in self.anchor or "/events/" in self.anchor):
                self.heading = self.anchor
        if "data-side" in given:
            self.page.side = given["data-side"]
        kind = ""
        if "data-claim" in given:
            kind = "claim"
        elif "data-total" in given:
            kind = "total"
            self.scopes[given["data-total"]] = given.get("data-scope", "")
        elif css == "range" or css.startswith("range "):
            kind = "range"
        elif "data-part" in given:
            kind = "part"
        elif "data-many" in given:
            kind = "many"
        elif "data-origins" in given:
            kind = "origins"
        elif "data-answer" in given:
            kind = "answer"
        elif "data-cumulative" in given:
            kind = "cumulative"
        elif "data-behind" in given:
            kind = "sources"
        elif "data-counts" in given:
            kind = "line"
        elif css.startswith("number-badge number-claim"):
            kind = "badge" if name == "a" else "number"
        elif given.get("data-n") and css.startswith("ref ref-claim"):
            kind = "badge"
        if kind:
            shown = Shown(kind, given, self.langs[-1][1], self.anchor if kind in ("claim", "badge") else "")
            shown.claim = self.claim if kind == "number" else ""
            for at, what, value in self.around:
                if what == "event":
                    shown.event, shown.directly = value, at == depth - 1
                elif what == "row":
                    shown.row = value
            shown.heading = self.heading
            shown.scope = given.get("data-scope") or self.scopes.get(given.get("data-of", shown.row), "")
            self.page.shown.append(shown)
            self.heard.append((depth, [], shown))

    def _head(self, name: str, given: Attributes, depth: int) -> None:
        page = self.page
        if name == "html":
            page.lang, page.direction = given.get("lang", ""), given.get("dir", "")
        elif name == "title":
            if depth != 2:
                return  # of a drawing
            if page.title:
                page.wrong.append("has two titles")
            self.heard.append((depth, [], None))
        elif "charset" in given:
            page.charset = given["charset"].lower()
        elif (kind := given.get("http-equiv", "").lower()) == "content-security-policy":
            if page.policy is not None:
                page.wrong.append("has two policies")
            page.policy = given.get("content", "")
        elif kind == "refresh" and (match := _AT_ONCE.fullmatch(given.get("content", ""))):
            page.moved = match[1]
            page.links[Link(name, "content", match[1])] = None
        elif kind:
            page.wrong.append(f"has <meta http-equiv={kind}>, which no page needs")
        elif (key := given.get("property") or given.get("name", "")).startswith(("og:", "twitter:")):
            if key in page.preview:
                page.wrong.append(f"has two {key}")
            page.preview[key] = " ".join(given.get("content", "").split())

    def _script(self, given: Attributes) -> None:
        if given.get("type", "") in DATA and "src" not in given:
            self.script = given["type"], given.get("id", "")
        elif "src" in given:
            self.script = "", ""
            if foreign := given.keys() - {"src", "defer", "async", "integrity"}:
                self.page.wrong.append(f"a <script> has {', '.join(sorted(foreign))}, which none needs")
        else:
            self.script = "", ""
            self.page.wrong.append("has a <script> that is neither data nor loads a file")

    def words(self, text: str) -> None:
        if self.script is not None:
            kind, id = self.script
            if kind:
                self.page.data.append((kind, id, text))
            elif text.strip():
                self.page.wrong.append("has a script whose program stands in the page itself")
            self.script = None
        for _, said, _ in self.heard:
            said.append(text)

    def ends(self, name: str, depth: int) -> None:
        if name == "a":
            self.anchor = ""
        elif name == "script":
            self.script = None
        elif name == "table":
            self.heading = ""
        while self.langs[-1][0] >= depth:
            self.langs.pop()
        while self.around and self.around[-1][0] >= depth:
            self.around.pop()
        while self.heard and self.heard[-1][0] >= depth:
            _, said, shown = self.heard.pop()
            words = " ".join(uncoded("".join(said)).split())
            if shown is None:
                self.page.title = words
            else:
                shown.words = intern(words)
