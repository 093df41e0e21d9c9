"""What a page may do in a reader's browser: show what came with it, and nothing else.

Every page says so itself, so that it holds from a folder too. A server can say it again with the headers of
``_headers``, and then also what a page cannot say of itself: that no other site may show it in a frame.

Terms are those of the W3C's *Content Security Policy Level 3* and of the WHATWG's *Referrer Policy*.
"""

from __future__ import annotations

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

#: Where the headers stand, in the form that hosts of plain files read.
FILE = "_headers"


def headers_file() -> bytes:
    """The headers for every address of the site, in the form of ``_headers``."""
    return "".join(["/*\n", *(f"  {name}: {value}\n" for name, value in HEADERS.items())]).encode("ascii")
