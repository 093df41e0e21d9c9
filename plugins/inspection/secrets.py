"""Does a file of the site say what the content redacts?

The redacted words are looked for in the content by rules of this room's own, and then in every file that was made of
it, decoded in the ways that readers' programs decode them. What the content says openly in another place is no secret:
it may be another man of that name, and authors are warned of it when their text is read.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from .faults import Fault
from .site import LANGUAGES, Site

#: So many letters one word, two and three have at least that are looked for, and twice as many digits: shorter ones
#: stand in places by chance.
SHORTEST = (4, 8, 12)
#: Pages that say nothing of the content: a word that stands there too is the site's own.
OWN_PAGES = ("about", "method", "search")

#: Words that pages say of dates.
CALENDAR = frozenset(
    "january february march april june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday كانون تشرين الثاني الاول شباط اذار نيسان ايار حزيران تموز ايلول "
    "يناير فبراير مارس ابريل مايو يونيو يونيه يوليو يوليوز اغسطس غشت سبتمبر شتنبر اكتوبر نوفمبر نونبر ديسمبر دجنبر "
    "الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه الجمعة السبت".split()
)
#: English words that begin with small letters are no name, and one or two alone stand in places by chance.
_COMMON = re.compile(r"[a-z\s]+")
#: Code, which ends in its paragraph.
_CODE = re.compile(r"(?s)(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)")
_REDACTED = re.compile(r"\{(?:[^{}]*\s)?\.redacted(?:\s[^{}]*)?\}")
_LINK = re.compile(r"(?<=\])\(\s*<?([^\s()<>]+)[^()]*\)")
_ENTRY = re.compile(r"(?m)^([a-z][a-z0-9-]*)\s*:")
#: Unseen characters, the stroke that lengthens Arabic words, and marks above and below letters.
_UNSEEN = re.compile(
    "[\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    + "".join(re.escape(char) for char in map(chr, range(0x300, 0x10000)) if unicodedata.combining(char))
    + "]"
)
_BETWEEN = re.compile(r"[\W_]+")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_BASE64 = re.compile(r"[A-Za-z0-9+/]{24,}={0,2}")
_UTF16 = re.compile(rb"\(\xfe\xff((?:\\.|[^\\)])*)\)", re.S)
_NUMBERS = re.compile(rb"<[fF][eE][fF][fF]((?:[0-9a-fA-F]{2})*)>")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.S)


@dataclass(frozen=True, slots=True)
class Secret:
    """Words as ``_bare`` has them, and the file and line of the content in which they are redacted."""

    words: str
    file: str
    line: int

    def may_stand_in(self, letters: str) -> bool:
        """Whether each of the words is somewhere in a text; the longest is looked for first."""
        return all(word in letters for word in sorted(self.words.split(), key=len, reverse=True))


def secrets(site: Site, content: Path) -> Iterator[Fault]:
    """Every file of a site that says, or is named by, what is redacted in the content that it was made of.

    No fault quotes the words.
    """
    said: list[str] = []
    hidden: dict[str, Secret] = {}
    for path in sorted([*content.glob("reports/*/*.md"), *content.glob("dossiers/*/*.md")]):
        text = unicodedata.normalize("NFC", path.read_text("utf-8-sig"))
        spans = list(_redacted(text))
        for start, end in spans:
            line = text.count("\n", 0, start) + 1
            for words in _parts(text[start:end]):
                hidden.setdefault(words, Secret(words, path.relative_to(content).as_posix(), line))
        if not _is_draft(path):
            said.append(_without(text, spans))
    if not hidden:
        return
    said += [path.read_text("utf-8-sig") for path in content.glob("reports/*/record.yaml") if not _is_draft(path)]
    said += _published_entries(site, content)
    said += [site.text(f"{lang}/{page}/index.html") for lang in LANGUAGES for page in OWN_PAGES]
    openly = _bare(" ".join(said))
    wanted = [secret for words, secret in hidden.items() if not _stands(words, openly)]
    for name in site.files if wanted else ():
        for secret in _told(_sayings(name, site.bytes(name)), wanted):
            yield Fault(name, f"says what {secret.file}:{secret.line} redacts")


def _told(sayings: Iterable[str], wanted: Iterable[Secret]) -> set[Secret]:
    """The secrets that texts say. Most say not even one word of any, and are not looked at closely."""
    found = set()
    for text in sayings:
        letters = _letters(text)
        if likely := [secret for secret in wanted if secret.may_stand_in(letters)]:
            bare = _apart(letters)
            found |= {secret for secret in likely if _stands(secret.words, bare)}
    return found


def _redacted(text: str) -> Iterator[tuple[int, int]]:
    """Where redacted words begin and end in a text: brackets that are closed before braces with ``.redacted``."""
    plain = _CODE.sub(lambda match: " " * len(match[0]), text)
    opened: list[int] = []
    at = 0
    while at < len(plain):
        char = plain[at]
        if char == "\\":
            at += 1
        elif char == "[":
            opened.append(at)
        elif char == "]" and opened:
            start = opened.pop()
            if _REDACTED.match(plain, at + 1):
                yield start + 1, at
        at += 1


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def _parts(text: str) -> Iterator[str]:
    """What would tell of redacted words: where a link leads; one word or two alone, else each three in their order."""
    yield from (_bare(address) for address in _LINK.findall(text))
    plain = re.sub(r"\{[^{}]*\}", " ", _LINK.sub(" ", text))
    words = _bare(plain).split()
    if all(word in CALENDAR or (word.isdigit() and len(word) <= 4) for word in words):
        return
    if len(words) <= 2 and _COMMON.fullmatch(re.sub(r"[\[\]*_,]", "", plain)):
        return
    together = min(len(words), len(SHORTEST))
    for at in range(len(words) - together + 1 if words else 0):
        part = words[at : at + together]
        if sum(0.5 if char.isdigit() else 1 for char in "".join(part)) >= SHORTEST[together - 1]:
            yield " ".join(part)


def _is_draft(path: Path) -> bool:
    """Whether a file belongs to a text that is not published: a draft, or a part of a folder whose Arabic is one."""
    for name in {path.name, "ar.md"} - {"record.yaml"}:
        file = path.with_name(name)
        head = file.read_text("utf-8-sig").split("\n\n")[0] if file.is_file() else ""
        if re.search(r"(?im)^status:\s*draft\s*$", head):
            return True
    return False


def _published_entries(site: Site, content: Path) -> Iterator[str]:
    """What the registry says of entries that have a page."""
    pages = {tuple(name.split("/")[1:3]) for name in site.files if name.endswith("/index.html")}
    for section in ("places", "actors", "sources"):
        path = content / "registry" / f"{section}.yaml"
        pieces = _ENTRY.split(path.read_text("utf-8-sig")) if path.is_file() else []
        for id, text in zip(pieces[1::2], pieces[2::2], strict=True):
            if (section, id) in pages:
                yield text


def _stands(words: str, text: str) -> bool:
    """Whether words stand whole in a text."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return True
        at = text.find(words, at + 1)
    return False


def _bare(text: str) -> str:
    """A text as its words, parted by one blank, in the letters that ``_letters`` leaves."""
    return _apart(_letters(text))


def _letters(text: str) -> str:
    """A text without case, marks above and below letters, and unseen characters."""
    return text.casefold() if text.isascii() else _UNSEEN.sub("", unicodedata.normalize("NFKD", text)).casefold()


def _apart(text: str) -> str:
    return " ".join(_BETWEEN.sub(" ", text).split())


def _in_pdf(data: bytes) -> Iterator[str]:
    """The texts of a PDF's packed parts, and of its strings, which are in UTF-16 or written as numbers."""
    parts = [data]
    for packed in _STREAM.findall(data):
        try:
            parts.append(zlib.decompress(packed))
        except zlib.error:
            continue
    for part in parts:
        yield from (part.decode(encoding, "ignore") for encoding in ("utf-8", "utf-16-be"))
        for text in _UTF16.findall(part):
            yield text.replace(b"\\(", b"(").replace(b"\\)", b")").decode("utf-16-be", "ignore")
        for numbers in _NUMBERS.findall(part):
            yield bytes.fromhex(numbers.decode("ascii")).decode("utf-16-be", "ignore")


def _sayings(name: str, data: bytes) -> Iterator[str]:
    """What a file says: its name and its text, decoded from HTML, addresses, JSON, base64 and what PDFs pack."""
    yield unquote(name)
    if name.endswith((".webp", ".woff2", ".png", ".ico", ".ttf")):
        yield data.decode("latin-1")
        return
    if name.endswith(".pdf"):
        yield from _in_pdf(data)
    text = data.decode("utf-8", "ignore")
    yield text
    if "<" in text:
        yield html.unescape(re.sub(r"<[^>]*>", "", text))
    if "&" in text:
        yield html.unescape(text)
    if "%" in text:
        yield unquote(text)
    if "\\u" in text:
        yield _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    for packed in _BASE64.findall(text):
        try:
            yield base64.b64decode(packed + "=" * (-len(packed) % 4)).decode("utf-8", "ignore")
        except (binascii.Error, ValueError):
            continue
