"""Every kind of page that a built site has: found in the site, so that a new kind is looked at without being named."""

from __future__ import annotations

import re
from pathlib import Path

#: Pages that say of themselves what kind they are, and which is the fullest of its kind.
_KIND = re.compile(r'<body class="page-([\w-]+)')
#: Whole kinds that look like others but hold untranslated words.
UNTRANSLATED = ("briefings/tallun-winter/index.html", "dossiers/orchard-march/index.html")
#: The kinds that look otherwise, or are there at all, where lists are too long for a page.
LONG = ("timeline", "casualties", "home", "data", "published", "place-month", "actor-month", "place")


def long_kinds(root: Path, lang: str) -> dict[str, str]:
    """The same of a site with long lists, of the kinds that these change."""
    return {kind: path for kind, path in kinds(root, lang).items() if kind in LONG}


def kinds(root: Path, lang: str) -> dict[str, str]:
    """The fullest page of each kind, by kind, and what no language's folder holds; paths as seen from the root."""
    found: dict[str, tuple[int, str]] = {}
    for file in sorted([*(root / lang).rglob("*.html"), *(root / "embed" / lang).rglob("*.html")]):
        text = file.read_text("utf-8")
        kind = _KIND.search(text)
        assert kind, f"{file} does not say what kind of page it is"
        path = file.relative_to(root).as_posix()
        name = kind[1]
        if name == "moved":  # a reader never sees it
            continue
        if name == "entry":
            name = f"entry of {path.split('/')[1]}"
        found[name] = max(found.get(name, (0, "")), (len(text), path))
    pages = {name: path for name, (_, path) in found.items()}
    for path in UNTRANSLATED:
        if (root / lang / path).is_file():
            pages[f"untranslated {path.split('/')[0]}"] = f"{lang}/{path}"
    return pages | {name: name for name in ("index.html", "404.html") if lang == "ar"}
