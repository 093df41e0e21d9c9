"""The site's one style sheet, put together from the theme's small ones."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from pathlib import Path

#: What comes before and after the components, which follow each other by name.
FIRST, LAST = ("tokens.css", "base.css"), ("print.css",)

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_FACE = re.compile(r'url\("\.\./fonts/([\w.-]+)"\)')
_BLANK = re.compile(r"\s*\n\s*")


def style_sheet(folder: Path, faces: Mapping[str, bytes]) -> bytes:
    """The style sheet made of ``folder``: tokens, base, each file of ``components/`` by name, print; no comments.

    One file, so that a page asks for one; small ones, so that a component's rules stand together. ``faces`` are the
    fonts by file name, and each ``url("../fonts/name")`` becomes the font itself: a face is there when the first words
    are drawn, and nothing moves later, from a server as from a folder.
    Raises ``OSError`` where a file cannot be read, ``KeyError`` for a font that there is not.
    """
    components = sorted((folder / "components").glob("*.css"))
    files = [*(folder / name for name in FIRST), *components, *(folder / name for name in LAST)]
    text = "\n".join(_COMMENT.sub("", file.read_text("utf-8")) for file in files)
    text = _FACE.sub(lambda found: f'url("data:font/woff2;base64,{base64.b64encode(faces[found[1]]).decode()}")', text)
    return (_BLANK.sub("\n", text).strip() + "\n").encode()
