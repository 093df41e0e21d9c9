"""Does a file of the site say what the content redacts?

The redacted words are looked for in the content by rules of this room's own, and then in every file that was made of
it, decoded in the ways that readers' programs decode them. What is said openly is only what the editors acknowledge,
line by line, and what stands on pages that say nothing of the content.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from .content import KINDS, REGISTRY, Content, lines
from .faults import Fault
from .folded import words
from .hash_guesses import Guesses, guesses, told
from .page_codes import uncoded
from .redacted_words import left_open, redactions
from .sayings import BY_CHANCE, Saying, sayings
from .site import LANGUAGES, Site
from .standing import Lookup
from .wanted import EVERYWHERE, Secret, Source, ids_of, names_of, secrets_of

#: Pages that say nothing of the content: a word that stands there too is the site's own.
OWN_PAGES = ("about", "method", "search")
#: What a page about the data says of the tables, their columns and the words in them; and examples of these.
ABOUT_DATA = re.compile(r"(?:ar|en)/data/index\.html")
_EXPLAINED = re.compile(
    r"<section aria-labelledby=\"(?:reading|citing|tables|others|reports)\">.*?(?:<div data-content>|</section>)", re.S
)
_EXAMPLE = re.compile(r"<td data-example[^>]*>.*?</td>", re.S)
#: Programs and style sheets, in which single letters stand side by side, and short English words by chance.
PROGRAMS = (".js", ".css")
#: What the search looks through and filters work with are programs too, and are made of the content.
MADE = re.compile(r"theme/search/(?:index|(?:documents|words|near-[a-z]+)-[0-9]+)\.js|lists/.*\.js")
#: The first sections of the registry, whose entries are places and parties.
NO_PEOPLE = REGISTRY[:2]
#: What Markdown does not show: attributes of a mark, calls of footnotes, where links lead, comments.
_UNSEEN = re.compile(r"<!--.*?-->|\]\{[^{}]*\}|\]\([^()\n]*\)|\[\^[^\]\n]*\]|\[", re.S)
_SMALL = re.compile(r"(?<!\w)[a-z]\w+")


def secrets(site: Site, folder: Path) -> Iterator[Fault]:
    """Every file of a site that says, or is named by, what is redacted in the content that it was made of.

    No fault quotes the words. What of the content cannot be read is a fault too.
    """
    content = Content(folder)
    wanted, acknowledged = _by_letters(_secrets(content)), list(_acknowledged(content))
    hashes = guesses(content, acknowledged)
    if wanted or hashes:
        lookup = Lookup(wanted, (letters for letters, found in wanted.items() if any(one.alone for one in found)))
        packed: set[str] = set()
        openly: set[str] = set()
        for said in (*acknowledged, *_own(site, content)):
            openly |= lookup.found(said)
        for name in site.files:
            read = sayings(name, site.bytes(name), packed)
            own = openly | _explained(lookup, site.text(name)) if ABOUT_DATA.fullmatch(name) else openly
            for what in sorted(_told(lookup, wanted, own, hashes, name, read)):
                yield Fault(name, f"says {what} redacts")
    yield from content.faults


def _secrets(content: Content) -> Iterator[Secret]:
    registry = [content.text(f"registry/{section}.yaml") or "" for section in REGISTRY]
    names = names_of(registry)
    entries = names_of(registry[: len(NO_PEOPLE)]).values()
    called = {word.letters for some in entries for name in some for word in words(name)}
    for kind, slug, texts in content.texts():
        found = {}
        for lang, text in texts.items():
            if redacted := redactions(text):
                found[lang] = Source(f"{kind}/{slug}/{lang}.md", slug, redacted)
        if found:
            own = ids_of(content.text(f"{kind}/{slug}/{KINDS[kind]}") or "")
            small = {word.letters for piece in {*_SMALL.findall(texts.get("en", ""))} for word in words(piece)}
            yield from secrets_of(found, names, own, frozenset(called), frozenset(small))


def _by_letters(found: Iterable[Secret]) -> dict[str, list[Secret]]:
    """What is looked for by its letters: once for all files, and once for those of each report."""
    wanted: dict[str, dict[str, Secret]] = defaultdict(dict)
    for secret in found:
        wanted[secret.letters].setdefault(secret.within, secret)
    return {letters: [*by_slug.values()] for letters, by_slug in wanted.items()}


def _acknowledged(content: Content) -> Iterator[str]:
    """The lines that are acknowledged, without words that are redacted in them."""
    for name, numbers in sorted(content.acknowledged().items()):
        text = None if content.is_draft(name) else content.text(name)
        if text is not None:
            written = lines(left_open(text) if name.endswith(".md") else text)
            # Words may go on in the next line, and stand in either as codes or in the letters of an address.
            said = "\n".join(line if number in numbers else "\u2588" for number, line in enumerate(written, 1))
            plain = uncoded(said)
            bare = re.sub(r"[*`_]|</?[a-zA-Z][^<>]*>", "", plain)
            yield from dict.fromkeys((said, plain, unquote(plain), bare, _UNSEEN.sub("", plain), _UNSEEN.sub("", bare)))


def _own(site: Site, content: Content) -> Iterator[str]:
    """What the pages say that say nothing of the content. One that the content brings says what its editors wrote."""
    for page in OWN_PAGES:
        if any(content.text(f"pages/{page}/{lang}.md") for lang in LANGUAGES):
            continue
        for lang in LANGUAGES:
            name = f"{lang}/{page}/index.html"
            yield from (said.text for said in sayings(name, site.bytes(name)))


def _explained(lookup: Lookup, page: str) -> set[str]:
    """What of all that is looked for a page about the data says itself, whatever the content is."""
    own = " ".join(_EXAMPLE.sub(" ", section) for section in _EXPLAINED.findall(page))
    return {letters for said in sayings("explained.html", own.encode()) for letters in lookup.found(said.text)}


def _told(
    lookup: Lookup,
    wanted: dict[str, list[Secret]],
    openly: set[str],
    hashes: Guesses,
    name: str,
    said: Iterable[Saying],
) -> set[str]:
    """What a file says of redacted words, each with the place that redacts them."""
    found = set()
    program = name.endswith(PROGRAMS) and not MADE.fullmatch(name)
    for saying in said:
        for letters in lookup.found(saying.text) - openly:
            by_chance = BY_CHANCE if saying.rubbish or (program and letters.isascii()) else EVERYWHERE if program else 0
            if len(letters) < by_chance:
                continue
            found |= {f"what {one.place}" for one in wanted[letters] if _is_in(name, one.within)}
        found |= {f"a part of a hash of what {place}" for place in told(hashes, saying.text)}
    return found


def _is_in(name: str, slug: str) -> bool:
    """Whether a file is one of a report or a dossier; every file is where no slug is given."""
    return not slug or f"/{slug}/" in f"/{name}" or f"/{slug}." in f"/{name}"
