"""A built site as a folder of files: its pages parsed as browsers parse them, its tables and its JSON.

Nothing here knows how the site is made: it reads what is in the output, and the content from which it came.
"""

from __future__ import annotations

import csv
import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import yaml

LANGUAGES = ("ar", "en")
DIRECTIONS = {"ar": "rtl", "en": "ltr"}


def other(lang: str) -> str:
    """The other language."""
    return "en" if lang == "ar" else "ar"


_LETTERS = {
    "ARABIC": re.compile("[\u0620-\u064a\u066e-\u06d3\u0750-\u077f\ufb50-\ufdfb\ufe70-\ufefc]+"),
    "LATIN": re.compile("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]+"),
}


def letters(text: str, script: str) -> str:
    """The letters of a script (``ARABIC``, ``LATIN``) in a text."""
    return "".join(_LETTERS[script].findall(text))


def flat(text: str) -> str:
    """A text with one blank wherever there is white space, and none at its ends."""
    return " ".join(text.split())


@dataclass(frozen=True)
class Link:
    """A link of a page: the element, and the file and fragment of the site that it leads to."""

    element: Element
    path: str
    fragment: str

    @property
    def target(self) -> str:
        return f"{self.path}#{self.fragment}" if self.fragment else self.path


class Page:
    """A page: its path in the site, its tree, and what can be asked of its elements."""

    def __init__(self, path: str, content: bytes) -> None:
        self.path = path
        parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
        self.root: Element = parser.parse(content, transport_encoding="utf-8")
        self.errors = [f"line {line}: {code} {values}" for (line, _), code, values in parser.errors]
        self.parents = {child: parent for parent in self.root.iter() for child in parent}

    @property
    def lang(self) -> str:
        """The language of the folder that the page is in; ``""`` for a page of both."""
        first = self.path.partition("/")[0]
        return first if first in LANGUAGES else ""

    @property
    def framed(self) -> bool:
        """Whether it is made to be shown by other sites."""
        return self.path.startswith("embed/")

    @property
    def slug(self) -> str:
        """The slug of the report whose briefing this is, or ``""``."""
        match = re.fullmatch(r"(?:ar|en)/briefings/([^/]+)/index\.html", self.path)
        return match[1] if match else ""

    @property
    def dossier(self) -> str:
        """The slug of the dossier that this page is of, or ``""``."""
        match = re.fullmatch(r"(?:ar|en)/dossiers/([^/]+)/index\.html", self.path)
        return match[1] if match else ""

    @cached_property
    def moved(self) -> str:
        """The file to which a page leads at once that is no more than another address of it, or ``""``."""
        refreshing = [e.get("content", "") for e in self.named("meta") if e.get("http-equiv", "").lower() == "refresh"]
        match = re.fullmatch(r"0; url=([^:?#]+)", refreshing[0]) if len(refreshing) == 1 else None
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.path), unquote(match[1]))) if match else ""

    @property
    def twin(self) -> str:
        """The path of the page in the other language; for a page of both, its own."""
        return f"{other(self.lang)}{self.path[2:]}" if self.lang else self.path

    @cached_property
    def elements(self) -> list[Element]:
        return [element for element in self.root.iter() if isinstance(element.tag, str)]

    @cached_property
    def ids(self) -> dict[str, Element]:
        return {element.get("id", ""): element for element in self.elements if element.get("id")}

    def having(self, attribute: str) -> list[Element]:
        return [element for element in self.elements if attribute in element.attrib]

    def named(self, *tags: str) -> list[Element]:
        return [element for element in self.elements if element.tag in tags]

    def around(self, element: Element) -> Iterator[Element]:
        """An element and all that contain it, from the inside out."""
        step: Element | None = element
        while step is not None:
            yield step
            step = self.parents.get(step)

    def language_of(self, element: Element) -> str:
        """The language of an element's words, as browsers find it."""
        return next((step.get("lang", "") for step in self.around(element) if "lang" in step.attrib), "")

    def direction_of(self, element: Element) -> str:
        return next((step.get("dir", "") for step in self.around(element) if "dir" in step.attrib), "")

    def words(self, within: Element | None = None) -> Iterator[tuple[Element, str]]:
        """Every piece of text that a reader sees, with the element that holds it."""
        for element in (self.root if within is None else within).iter():
            if isinstance(element.tag, str) and element.tag not in ("script", "style"):
                if element.text:
                    yield element, element.text
                for child in element:
                    if child.tail:
                        yield element, child.tail

    @cached_property
    def links(self) -> list[Link]:
        """The links within the site. ``path`` is seen from its root, and begins with ``../`` where it leads out."""
        found = []
        for element in self.having("href"):
            address = urlsplit(element.get("href", ""))
            if not address.scheme and not address.netloc:
                way = posixpath.join(posixpath.dirname(self.path), unquote(address.path)) if address.path else self.path
                found.append(Link(element, posixpath.normpath(way), unquote(address.fragment)))
        return found

    @cached_property
    def external(self) -> list[Element]:
        """The elements that lead to other hosts, or to no page at all (``mailto:``)."""
        inside = {link.element for link in self.links}
        return [element for element in self.having("href") if element not in inside]

    @cached_property
    def link_of(self) -> dict[Element, Link]:
        return {link.element: link for link in self.links}

    def link_around(self, element: Element) -> Link | None:
        """The link that an element is or stands in."""
        return next((self.link_of[step] for step in self.around(element) if step in self.link_of), None)

    def __repr__(self) -> str:
        return self.path


_DRAFT = re.compile(r"^Status:\s*draft\s*$", re.M | re.I)


def text_of(element: Element, without: str = "") -> str:
    """An element's words, white space flattened, without what stands in elements of the class or tag ``without``."""
    return flat("".join(_text(element, without.split())))


def _text(element: Element, without: list[str]) -> Iterator[str]:
    if element.tag == "br":
        yield " "
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in without and not {*without} & {*classes(child)}:
            yield from _text(child, without)
        yield child.tail or ""


def classes(element: Element) -> list[str]:
    return (element.get("class") or "").split()


class BuiltSite:
    """A folder that holds a site, and the content it was built from."""

    def __init__(self, root: Path, content: Path) -> None:
        self.root, self.content = root, content

    @cached_property
    def files(self) -> dict[str, Path]:
        """Every file by its path in the site."""
        found = sorted(path for path in self.root.rglob("*") if path.is_file())
        return {path.relative_to(self.root).as_posix(): path for path in found}

    @cached_property
    def pages(self) -> dict[str, Page]:
        return {name: Page(name, path.read_bytes()) for name, path in self.files.items() if name.endswith(".html")}

    def page(self, lang: str, name: str = "") -> Page:
        """A page of a language: ``page("en", "timeline")``."""
        return self.pages[posixpath.join(lang, name, "index.html")]

    def briefing(self, lang: str, slug: str) -> Page:
        return self.page(lang, f"briefings/{slug}")

    @cached_property
    def paired(self) -> list[Page]:
        """The pages that stand in the folder of a language, without those that are only another address of one."""
        return [page for page in self.pages.values() if page.lang and not page.moved]

    @cached_property
    def moved(self) -> list[Page]:
        """The pages that are only another address of one."""
        return [page for page in self.pages.values() if page.moved]

    @cached_property
    def slugs(self) -> list[str]:
        """The published reports, by the data files."""
        names = (re.fullmatch(r"data/reports/(.+)\.json", name) for name in self.files)
        return [match[1] for match in names if match]

    @cached_property
    def dossiers(self) -> list[str]:
        """The dossiers of the content that are no drafts."""
        texts = sorted(self.content.glob("dossiers/*/ar.md"))
        return [path.parent.name for path in texts if not _DRAFT.search(path.read_text("utf-8").partition("\n\n")[0])]

    @cache
    def table(self, name: str) -> list[dict[str, str]]:
        """The rows of a CSV file."""
        with (self.root / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, strict=True))

    @cache
    def report(self, slug: str) -> dict:
        """A report's JSON."""
        return json.loads((self.root / "data" / "reports" / f"{slug}.json").read_text("utf-8"))

    def has_text(self, slug: str, lang: str) -> bool:
        """Whether a report has its words in a language."""
        return lang in self.report(slug)["title"]

    def words_language(self, slug: str, lang: str) -> str:
        """The language in which a page of ``lang`` shows a report's words."""
        return lang if self.has_text(slug, lang) else "ar"

    @cache
    def source(self, name: str) -> dict:
        """A YAML file of the content, every value the word that is written there."""
        path = self.content / name
        return (yaml.load(path.read_text("utf-8"), yaml.BaseLoader) or {}) if path.exists() else {}

    def record(self, slug: str) -> dict:
        return self.source(f"reports/{slug}/record.yaml")

    @cached_property
    def events(self) -> list[str]:
        """The events of the published reports, by their keys: each is declared once."""
        told = [(slug, id, event) for slug in self.slugs for id, event in self.record(slug).get("events", {}).items()]
        return [f"{slug}/{id}" for slug, id, event in told if "same-as" not in event]

    @cached_property
    def other_names(self) -> dict[str, str]:
        """What else an event is called, with its key: by its code, by former ids, and by other reports that tell it."""
        found: dict[str, str] = {}
        for slug in self.slugs:
            for id, event in self.record(slug).get("events", {}).items():
                key, former = f"{slug}/{id}", event.get("former", [])
                names = [event.get("code"), *([former] if isinstance(former, str) else former)]
                if "same-as" in event:
                    found[key] = event["same-as"]
                else:
                    found |= {f"{slug}/{name}": key for name in names if name}
        return {name: key for name, key in found.items() if name not in self.events}

    @cached_property
    def texts(self) -> dict[tuple[str, str], str]:
        """The source of every text of a report, drafts among them, by slug and language."""
        return {(path.parent.name, path.stem): path.read_text("utf-8") for path in self.content.glob("reports/*/*.md")}

    def is_draft(self, slug: str, lang: str) -> bool:
        """Whether a text is a draft; a translation of a draft is one too."""
        header = self.texts[(slug, lang)].partition("\n\n")[0]
        own = _DRAFT.search(header) is not None
        return own or (lang != "ar" and self.is_draft(slug, "ar"))
