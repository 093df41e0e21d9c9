"""A PDF of each briefing and dossier in each language, printed from the page itself by Chromium.

Chromium sets Arabic right, tags what it prints, and applies the site's own print style. What it would write of the hour
and the run is taken out again, so that one site gives one PDF.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from briefings.page import addresses
from briefings.plan import pdf_of
from reports.model import Words

from . import progress
from .messages import BuildFailed

if TYPE_CHECKING:
    import pikepdf
    from playwright.sync_api import Browser, Request, Route

#: How long one page may take to print, in milliseconds.
PATIENCE = 120_000

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def print_pages(folder: Path, written: Iterable[str], site_name: Words, siteurl: str = "") -> frozenset[str]:
    """Print the pages of a site that have a PDF, and say which files were written, relative to ``folder``.

    The pages are read from the folder, and nothing outside it is. ``siteurl`` is the public address of the site: with
    one, links to its other pages lead there; without, they are relative, as on the pages. Raises ``BuildFailed`` where
    the browser or what drives it is not there, where it does not print a page, or where a page asks for something
    outside the folder.
    """
    pages = sorted(path for path in written if pdf_of(path))
    if not pages:
        return frozenset()
    for needed in ("pikepdf", "playwright"):
        if find_spec(needed) is None:
            raise BuildFailed(f"{needed}, which PDFs are made with, is not installed. `make pdf` installs it.")
    from playwright.sync_api import Error, sync_playwright

    chromium = _chromium()
    root = folder.resolve().as_uri() + "/"
    made = []
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
            )
            for done, path in enumerate(pages, 1):
                progress.report("printing", done, len(pages))
                name = pdf_of(path)
                assert name
                _print(browser, root, path, folder / name)
                publish = partial(_published, root=root, path=path, siteurl=siteurl)
                _settle(folder / name, path[:2], site_name[path[:2]] or "", publish)
                made.append(name)
            browser.close()
    except Error as error:
        reason = str(error).splitlines()[0]
        raise BuildFailed(f"Chromium ({chromium}) could not print {pages[len(made)]}: {reason}") from error
    return frozenset(made)


def _chromium() -> str:
    """The browser to print with: $CHROMIUM, or the first of the usual names."""
    asked = os.environ.get("CHROMIUM")
    found = shutil.which(asked) if asked else next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return found
    what = f"CHROMIUM={asked} is not a program that runs" if asked else "There is no Chromium here to print with"
    raise BuildFailed(f"{what}. Install it (on Debian: apt-get install chromium), or name one with CHROMIUM=.")


def _print(browser: Browser, root: str, path: str, into: Path) -> None:
    """Print one page. It may load what is in the site's folder, and nothing else."""
    # A tab of its own for each: the numbers that Chromium gives to the parts of a page begin anew.
    context = browser.new_context(java_script_enabled=False)
    outside: list[str] = []
    try:
        tab = context.new_page()
        tab.set_default_timeout(PATIENCE)

        def decide(route: Route, request: Request) -> None:
            url = request.url
            if url.startswith((root, "data:")):
                route.continue_()
            else:
                outside.append(url)
                route.abort()

        tab.route("**/*", decide)
        tab.goto(root + path, wait_until="load")
        tab.pdf(path=into, prefer_css_page_size=True, print_background=True, tagged=True, outline=True)
    finally:
        context.close()
    if outside:
        raise BuildFailed(f"{path} asks for {outside[0]} when it is printed; a page may load nothing from elsewhere.")


def _settle(file: Path, lang: str, author: str, address: Callable[[str], str]) -> None:
    """Say what the PDF is, and leave nothing in it of when, where and by which run it was made."""
    import pikepdf

    from .pdf_letters import spell

    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        title = str(pdf.docinfo.get("/Title", ""))
        for key in list(pdf.docinfo.keys()):
            del pdf.docinfo[key]
        pdf.docinfo["/Title"] = title
        pdf.docinfo["/Author"] = author
        if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
            moment = datetime.fromtimestamp(int(epoch), UTC).isoformat()
            pdf.docinfo["/CreationDate"] = "D:" + re.sub(r"[^0-9]", "", moment)[:14] + "Z"
        pdf.Root["/Lang"] = lang
        pdf.Root["/ViewerPreferences"] = pikepdf.Dictionary(DisplayDocTitle=True, Direction=_DIRECTION[lang])
        for action in links(pdf):
            action["/URI"] = pikepdf.String(address(str(action["/URI"])))
        spell(pdf)
        _number_parts(pdf)
        pdf.save(file, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def links(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """The actions of an open PDF's links to addresses, each with its ``/URI``."""
    for page in pdf.pages:
        for annotation in page.get("/Annots", ()):
            action = annotation.get("/A")
            if action is not None and "/URI" in action:
                yield action


def _published(url: str, root: str, path: str, siteurl: str) -> str:
    """Where a link of a printed page leads once the site is published, and not where it stood when it was printed."""
    if not url.startswith(root):
        return url
    there = unquote(url.removeprefix(root))
    return f"{siteurl}/{quote(there, safe='/#.-_~')}" if siteurl else addresses.relative(path, there)


_DIRECTION = {"ar": "/R2L", "en": "/L2R"}


def _number_parts(pdf: pikepdf.Pdf) -> None:
    """Give the parts of the structure tree names in their own order: Chromium's count what else it has drawn."""
    import pikepdf

    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        raise BuildFailed("Chromium printed a PDF without tags. A newer one is needed (131 or later).")
    names: dict[bytes, pikepdf.String] = {}
    for part in pdf.objects:
        if isinstance(part, pikepdf.Dictionary) and "/ID" in part and part.get("/S") is not None:
            names[bytes(part["/ID"])] = pikepdf.String(f"part{len(names):08}")
    for part in pdf.objects:
        if isinstance(part, pikepdf.Dictionary):
            _rename(part, names)


def _rename(part: pikepdf.Object, names: Mapping[bytes, pikepdf.String]) -> None:
    import pikepdf

    if "/ID" in part and part.get("/S") is not None:
        part["/ID"] = names[bytes(part["/ID"])]
    for key in ("/Names", "/Limits", "/Headers"):
        if key in part and isinstance(part[key], pikepdf.Array):
            for place, item in enumerate(part[key]):
                if isinstance(item, pikepdf.String) and bytes(item) in names:
                    part[key][place] = names[bytes(item)]
    attributes = part.get("/A")
    for one in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
        if isinstance(one, pikepdf.Dictionary) and "/Headers" in one:
            _rename(one, names)
