"""The site's one style sheet, put together from the theme's small ones."""

from __future__ import annotations

import re
from pathlib import Path

#: What comes before and after the components, which follow each other by name.
FIRST, LAST = ("tokens.css", "base.css"), ("print.css",)

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANK = re.compile(r"\s*\n\s*")


def style_sheet(folder: Path) -> bytes:
    """The style sheet made of ``folder``: tokens, base, each file of ``components/`` by name, print; no comments.

    One file, so that a page asks for one; small ones, so that a component's rules stand together.
    Raises ``OSError`` where one of them cannot be read.
    """
    components = sorted((folder / "components").glob("*.css"))
    files = [*(folder / name for name in FIRST), *components, *(folder / name for name in LAST)]
    text = "\n".join(_COMMENT.sub("", file.read_text("utf-8")) for file in files)
    return (_BLANK.sub("\n", text).strip() + "\n").encode()
