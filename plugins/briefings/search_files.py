"""The files of the search: what is indexed in the reader's browser, and the library that does it.

How words are compared is decided in one place, ``static/js/search.js``, which indexes the documents and reads the query
alike.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from bilingual import LANGUAGES

from .assets.packages import package_file
from .kinds import KINDS
from .kinds.search import DOCUMENTS, LIBRARY
from .page.kind import Kind, Planned
from .page.search_documents import Document
from .page.site_view import SiteView

LICENCE = "search/minisearch-LICENSE.txt"


def search_files(site: SiteView) -> dict[str, bytes]:
    """The files of the search, by their names below the assets.

    The documents are a script that leaves a list in ``isnadDocuments``. Raises ``BuildFailed`` where the library is
    not installed.
    """
    told = json.dumps(list(documents(site)), ensure_ascii=False, separators=(",", ":"))
    # Within a script these two would end a line; everything else of JSON is JavaScript.
    told = told.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return {
        DOCUMENTS: f'"use strict";\nvar isnadDocuments = {told};\n'.encode(),
        LIBRARY: package_file("minisearch", "dist/umd/index.js").replace(b"\n//# sourceMappingURL=index.js.map", b""),
        LICENCE: package_file("minisearch", "LICENSE.txt"),
    }


def documents(site: SiteView) -> Iterator[Document]:
    """Every document of the site: first of the pages about one thing, then of those that each language has once."""
    for kind in sorted(KINDS, key=_is_single):
        for subject in kind.subjects(site.findings):
            yield from kind.documents({lang: Planned.of(site, kind, lang, subject) for lang in LANGUAGES})


def _is_single(kind: Kind) -> bool:
    return kind.path.pattern == kind.path("{lang}")
