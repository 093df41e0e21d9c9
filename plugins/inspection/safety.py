"""Nothing is loaded from elsewhere, nothing runs but the site's own scripts, and no link tells where a reader was."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from .faults import Fault
from .hashes import MANIFEST, SIGNATURES
from .link_targets import in_style_sheet
from .page_reading import Link
from .site import FRAMED, Site

#: What a <link> may be for without making a browser fetch it.
NAMING = frozenset(("alternate", "canonical", "license", "author", "help", "search"))
#: Where links may lead outside.
SCHEMES = frozenset(("http", "https", "mailto", "doi", "urn"))
#: The only policy of pages that other sites may show in a frame: they load a style sheet, and run nothing.
FRAMED_POLICY = "default-src 'none'; style-src 'self'; font-src data:; form-action 'none'; base-uri 'none'"
#: The file that tells servers what to send with every page.
HEADERS = "_headers"
#: The endings of all that a site is made of.
ENDINGS = (
    ".html", ".css", ".js", ".svg", ".txt", ".csv", ".json", ".jsonld", ".geojson", ".xml", ".bib", ".pdf", ".woff2",
    ".ttf", ".png", ".ico", ".webp",
)  # fmt: skip
#: What may stand in a drawing of its own.
DRAWN = frozenset("svg g path rect circle ellipse line polyline polygon text tspan title desc defs".split())


def safety(site: Site, scripts: Collection[str] | None = None) -> Iterator[Fault]:
    """Everything that would load or run what is not the site's own. ``scripts`` names its scripts, if it is known."""
    for name, page in site.pages.items():
        for what in page.wrong:
            yield Fault(name, what)
        for link in page.links:
            for what in _of_link(site, name, link, scripts):
                yield Fault(name, what)
    for name in site.files:
        yield from _of_file(site, name, scripts)


def _of_link(site: Site, name: str, link: Link, scripts: Collection[str] | None) -> Iterator[str]:
    target = site.leads(link.address, name)
    kinds = set(link.rel.lower().split())
    told = f"<{link.tag} {link.attribute}={link.address[:120]!r}>"
    if link.attribute in ("ping", "manifest", "background", "longdesc", "icon"):
        yield f"{told} has an attribute that no page needs"
    elif link.tag in ("a", "area") and link.attribute in ("href", "xlink:href"):
        if target.outside not in ("", *SCHEMES):
            yield f"{told} leads to what is neither a page nor a letter"
        elif target.outside == "mailto" and not re.fullmatch(r"mailto:[^\s?&%<>@:/]+@[\w.-]+", link.address, re.I):
            yield f"{told} is a letter with more than one plain address"
        elif target.outside and not {"noopener", "noreferrer"} <= kinds:
            yield f"{told} tells another host where the reader was: it has no rel=“noopener noreferrer”"
    elif link.attribute == "cite" or (link.tag == "link" and kinds and kinds <= NAMING):
        if target.outside not in ("", "http", "https"):
            yield f"{told} is no address of a page"
    elif target.outside:
        yield (
            f"{told} sends to another host"
            if link.attribute in ("action", "formaction")
            else f"{told} is loaded from elsewhere"
        )
    elif link.tag == "script":
        if not target.file.endswith(".js"):
            yield f"{told} is no script of the site"
        elif scripts is not None and target.file not in scripts:
            yield f"{told} is not among the scripts of the site"


def _of_file(site: Site, name: str, scripts: Collection[str] | None) -> Iterator[Fault]:
    if not name.endswith(ENDINGS) and name not in (MANIFEST, HEADERS, *SIGNATURES):
        yield Fault(name, "is of a kind that no site here has")
    elif name.endswith(".js"):
        if scripts is not None and name not in scripts:
            yield Fault(name, "is a script that nobody says belongs to the site")
    elif name.endswith(".css"):
        sheet = site.text(name)
        bare = re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)
        for address in in_style_sheet(bare):
            if (target := site.leads(address, name)).outside:
                yield Fault(
                    name,
                    f"loads {address[:120]!r} from elsewhere"
                    if target.outside != "data"
                    else "holds data that is no font",
                )
        if re.search(r"@import|expression\s*\(|-moz-binding|(?<![-\w])behavior\s*:|\\[0-9a-f]{1,6}\s?[(:]", bare, re.I):
            yield Fault(name, "loads or runs something, as style sheets here do not")
    elif name.endswith(".svg"):
        text = site.text(name)
        for tag in sorted({*re.findall(r"<([A-Za-z][\w:.-]*)", text)} - DRAWN):
            yield Fault(name, f"has <{tag}>, which no drawing here needs")
        if re.search(r"<[^>]*\s(?:on\w+|style|(?:xlink:)?href)\s*=", text, re.I):
            yield Fault(name, "has an attribute that runs or loads something")


def is_own_policy(policy: str) -> str:
    """Why a Content-Security-Policy lets in what is not the site's own; an empty text if it does not."""
    rules = {words[0].lower(): words[1:] for words in (rule.split() for rule in policy.split(";")) if words}
    if rules.get("default-src") != ["'none'"]:
        return "does not begin from nothing (default-src 'none')"
    for rule, sources in rules.items():
        for source in sources:
            if (
                "unsafe" in source
                or "*" in source
                or source.rstrip("/").lower() in ("http:", "https:", "blob:", "filesystem:")
            ):
                return f"lets {rule} take {source}"
            if source == "data:" and rule not in ("font-src", "img-src"):
                return f"lets {rule} take {source}"
            if re.match(r"https?://|[\w-]+\.[\w.-]+", source) and rule not in ("report-uri", "report-to"):
                return f"lets {rule} take what {source} has"
    return ""


def _headers(text: str, held: Collection[str]) -> Iterator[Fault]:
    """The policies that servers are told of are those of the pages, and only pages for frames may be framed."""
    rules = re.findall(r"(?m)^(/\S*)\n((?:[ \t]+.*\n?)+)", text)
    sent = [(address, said) for address, lines in rules for said in re.findall(r"Content-Security-Policy: (.+)", lines)]
    for address, lines in rules:
        framed = address == f"/{FRAMED}*"
        policy, _, ancestors = "".join(said for at, said in sent if at == address).partition("; frame-ancestors ")
        wanted = policy == FRAMED_POLICY if framed else policy in held
        if not wanted or ancestors != ("*" if framed else "'none'"):
            yield Fault(HEADERS, f"tells servers of another Content-Security-Policy than the pages of {address} have")
        if not framed and "X-Frame-Options: DENY" not in lines:
            yield Fault(HEADERS, f"lets other sites show {address} in a frame")
    if not rules:
        yield Fault(HEADERS, "tells servers of no Content-Security-Policy")


def policies(site: Site, expected: str | None = None) -> Iterator[Fault]:
    """Pages without a policy, or without the one that is expected, and servers that are told of another.

    Without one that is expected: pages whose policy lets in what is not the site's own.
    """
    own = [page for name, page in site.pages.items() if not name.startswith(FRAMED)]
    held = Counter(" ".join(page.policy.split()) for page in own if page.policy is not None)
    usual = held.most_common(1)[0][0] if held else ""
    if HEADERS in site.files:
        yield from _headers(site.text(HEADERS), held)
    for name, page in site.pages.items():
        if page.broken:
            continue
        if name.startswith(FRAMED):
            if page.policy != FRAMED_POLICY:
                yield Fault(name, f"may stand in frames, and has another Content-Security-Policy than {FRAMED_POLICY}")
            continue
        if page.policy is None:
            yield Fault(name, "has no Content-Security-Policy")
        elif expected is not None and page.policy.split() != expected.split():
            yield Fault(name, "has another Content-Security-Policy than the site should have")
        elif expected is None and (why := is_own_policy(page.policy)):
            yield Fault(name, f"has a Content-Security-Policy that {why}")
        elif expected is None and " ".join(page.policy.split()) != usual:
            yield Fault(name, "has another Content-Security-Policy than the other pages")
