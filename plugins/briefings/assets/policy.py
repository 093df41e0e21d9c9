"""What a page may do in a reader's browser: show what came with it, and nothing else.

Every page says so itself, so that it holds from a folder too. A server can say it again with the headers of
``_headers``, and then also what a page cannot say of itself: that no other site may show it in a frame.

Terms are those of the W3C's *Content Security Policy Level 3* and of the WHATWG's *Referrer Policy*.
"""

from __future__ import annotations

from collections.abc import Iterable

#: The policy that stands in every page. Faces come within the style sheet; ``data:`` is for them alone.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src data:",
        "form-action 'self'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
    )
)

#: The policy of a page that other sites may show in a frame: it loads a style sheet with its faces, and runs nothing.
FRAMED = "default-src 'none'; style-src 'self'; font-src data:; form-action 'none'; base-uri 'none'"

#: What a server adds, by name. Browsers listen to ``frame-ancestors`` in a header only.
HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
}

#: What it adds to a page that other sites may show in a frame.
FRAMED_HEADERS = {
    **{name: value for name, value in HEADERS.items() if name != "X-Frame-Options"},
    "Content-Security-Policy": f"{FRAMED}; frame-ancestors *",
    "Cross-Origin-Resource-Policy": "cross-origin",
}

#: Where the headers stand, in the form that hosts of plain files read.
FILE = "_headers"


def headers_file(pages: Iterable[str]) -> bytes:
    """The headers for every address of a site with these pages, in the form of ``_headers``.

    Hosts put together what the rules say that fit an address, so no two fit one: there is none for all.
    """
    tops = {top if not rest else f"{top}/*" for top, _, rest in (path.partition("/") for path in pages)}
    rules = dict.fromkeys([f"/{address}" for address in sorted(tops | {"", "data/*", "images/*", "theme/*"})], HEADERS)
    if "/embed/*" in rules:
        rules["/embed/*"] = FRAMED_HEADERS
    return "".join(
        f"{address}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for address, headers in rules.items()
    ).encode("ascii")
