"""The plain pages: about the site, and its method."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from ..page.page import Page


def prose(page: Page) -> Mapping[str, object]:
    """What a plain page shows."""
    text = page.site.prose[(page.name, page.lang)]
    return {"title": text.title, "summary": text.summary, "body": Markup(text.html)}
