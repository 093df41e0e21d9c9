"""``site.yaml``: what the site is called, whose it is, and its settings."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from . import fields, messages, model
from .attachments import KINDS, missing
from .licences import NAMED, licence_of
from .messages import Message
from .model import Coverage, Licence, Settings, Words
from .nearest import did_you_mean
from .nodes import Node, compose
from .problems import Problems
from .registry import each_once, side_word
from .web import is_mail_address, is_web_address

FILE = "site.yaml"
KEYS = fields.keys(fields.SITE)
SCOPE_KEYS = fields.keys(fields.SCOPE)
#: So many originals a site can publish.
MAX_ORIGINALS = 10_000


@dataclass(slots=True)
class SettingsFile:
    """A ``site.yaml`` as it was read, with the places of what other files are held against.

    ``named`` says which sides have a name there; ``None`` where that is not known, since the file cannot be read.
    """

    settings: Settings
    there: bool = False
    named: frozenset[str] | None = frozenset()
    originals: Mapping[str, Node] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)

    def check_side(self, node: Node, side: str) -> None:
        """Tell of a side that the registry has and ``site.yaml`` does not name, once."""
        if self.named is None or side in self.named or side in self.told:
            return
        self.told.add(side)
        tell = node.error if self.there else node.warning
        tell(messages.UNNAMED_SIDE(did_you_mean(side, self.named), side=side))


def read_settings(content: Path, problems: Problems) -> SettingsFile:
    """Read the settings of a content folder; where it has none, the site is called by the name of the folder.

    Returns what could be read; what is wrong is in ``problems``.
    """
    path = content / FILE
    unnamed = _folder_name(content)
    if not (path.exists() or path.is_symlink()):
        problems.warning(path, 1, 1, messages.NO_SETTINGS(name=unnamed.en or ""))
        return SettingsFile(Settings(unnamed))
    before = problems.errors_told
    root = compose(path, problems)
    if root is None:
        if problems.errors_told == before:
            problems.error(path, 1, 1, messages.EMPTY_SETTINGS())
        return SettingsFile(Settings(unnamed), there=True, named=None)
    values = root.fields(FILE, KEYS, fields.required(fields.SITE))
    words = {key: _words(values, key) for key in ("name", "tagline", "limits", "publisher", "funding")}
    sides = _sides(values)
    originals = _originals(values)
    settings = Settings(
        name=words["name"] or unnamed,
        tagline=words["tagline"],
        limits=words["limits"],
        publisher=words["publisher"],
        contact=_contact(values),
        scope=_coverage(values),
        funding=words["funding"],
        url=_url(values),
        months=_word(values, "months", messages.MONTHS(), model.MONTHS),
        digits=_word(values, "digits", messages.DIGITS(), model.DIGITS),
        sides={side: name for side, name in sides.items() if name},
        licence=_licence(values),
        attachments=_attachments(values),
        originals=frozenset(originals),
    )
    return SettingsFile(settings, there=True, named=frozenset(sides), originals=originals)


def _folder_name(content: Path) -> Words:
    """The name of a folder as the name of a site: without characters that nobody sees."""
    name = unicodedata.normalize("NFC", os.path.basename(os.path.abspath(content)))
    shown = "".join(char for char in name if char.isprintable()).strip() or "—"
    return Words(shown, shown)


def _words(values: Mapping[str, Node], key: str) -> Words | None:
    return values[key].in_languages(f"`{key}`", both=True) if key in values else None


def _word(values: Mapping[str, Node], key: str, what: Message, vocabulary: tuple[str, ...]) -> str:
    """One word of a vocabulary, whose first is the one that holds where nothing is said."""
    return (values[key].word(what, vocabulary) if key in values else None) or vocabulary[0]


def _coverage(values: Mapping[str, Node]) -> Coverage:
    given = values["scope"].fields("`scope`", SCOPE_KEYS) if "scope" in values else {}
    return Coverage(*(_words(given, key) for key in SCOPE_KEYS))


def _contact(values: Mapping[str, Node]) -> str | None:
    if "contact" not in values or (text := values["contact"].text("`contact`")) is None:
        return None
    if is_web_address(text) or is_mail_address(f"mailto:{text}"):
        return text
    values["contact"].error(messages.NO_CONTACT())
    return None


def _url(values: Mapping[str, Node]) -> str:
    if "url" not in values or (url := values["url"].url("`url`")) is None:
        return ""
    if "?" in url or "#" in url:
        values["url"].error(messages.NO_SITE_ADDRESS())
    return url.rstrip("/")


def _sides(values: Mapping[str, Node]) -> dict[str, Words | None]:
    """The sides by their words; one whose name is wrong, which has been told, has none."""
    found: dict[str, Words | None] = {}
    for key, value in values["sides"].entries("`sides`") if "sides" in values else ():
        if side := key.parsed(messages.THE_SIDE(), side_word):
            found[side] = value.in_languages(messages.THE_SIDE_NAMED(side=side), both=True)
    return found


def _licence(values: Mapping[str, Node]) -> Licence | None:
    if "licence" not in values or (text := values["licence"].text("`licence`")) is None:
        return None
    try:
        return licence_of(text)
    except ValueError:
        values["licence"].error(messages.UNKNOWN_LICENCE(did_you_mean(text, NAMED), text=text))
        return None


def _attachments(values: Mapping[str, Node]) -> frozenset[str]:
    """The kinds of files that texts can show besides photographs; what reads them must be installed."""
    items = values["attachments"].several("`attachments`") if "attachments" in values else ()
    kinds = [(item, item.word(messages.ATTACHMENT(), KINDS)) for item in items]
    for item, kind in kinds:
        if kind and missing(kind):
            item.error(messages.NOT_INSTALLED(kind=kind.upper()))
    return frozenset(each_once("attachments", kinds))


def _originals(values: Mapping[str, Node]) -> dict[str, Node]:
    key = "published-originals"
    items = values[key].several(f"`{key}`", MAX_ORIGINALS) if key in values else ()
    slugs = [(item, item.text(messages.A_REPORT())) for item in items]
    nodes = {slug: item for item, slug in reversed(slugs)}
    return {slug: nodes[slug] for slug in each_once(key, slugs)}
