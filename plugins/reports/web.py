"""Web addresses: which of them lead somewhere, and say where."""

from __future__ import annotations

import re
import unicodedata
from ipaddress import ip_address
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

import ada_url

from .hosts import is_of_the_internet
from .invisible import NO_TEXT, faults

#: Blanks of any kind, and the marks of direction that texts may have.
_UNSEEN = re.compile("[\\s\u061c\u200e\u200f]")
_IPV6 = re.compile(r"\[[0-9A-Fa-f:.]+\](?::[0-9]*)?")
_PORTS = {"http": 80, "https": 443}
#: Where an archive has a copy, the address that was copied stands at the end of its own.
_COPIED = re.compile(r"(?<=.)https?:/{1,2}(?=[^/])", re.I)
#: Names by which sites call what they have under their own name too, and what is added to addresses to count who comes.
_SAME_SITE = re.compile(r"(?:www[0-9]?|m|mobile|amp)\.(?=[^.]+\.)")
_COUNTING = re.compile(r"utm_\w+|fbclid|gclid|igshid|ref|amp", re.I)
_INDEX = re.compile(r"(?:/+(?:index\.[a-z]{3,5})?)+\Z", re.I)
_LABEL = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")


def hides(address: str) -> bool:
    """Whether a character of an address cannot be seen where it stands: a blank, a mark of direction, a control."""
    return bool(_UNSEEN.search(address) or NO_TEXT.search(address) or next(faults(address), None))


def is_web_address(text: str) -> bool:
    """Whether the text is an http or https address with a host, and without what could hide where it leads.

    A host is a name or a number, without a user's name before it; none of its labels mixes Latin letters with those of
    other scripts, as names do that are made to look like others (Unicode Technical Standard 39). It is written as
    browsers understand it: what they would read as another one is no address, in whatever letters and digits it is. And
    it is a host of the internet: a link to one that only the reader's own network knows would act on that network.
    """
    if hides(text) or any(char in '<>"\\`{}|^' for char in text):
        return False
    try:
        parts = urlsplit(text)
        host, port, read = parts.hostname, parts.port, ada_url.URL(text)
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        return False
    if read.protocol != f"{parts.scheme}:" or not _reads_the_same(host, parts.netloc, read.hostname):
        return False
    if read.port != ("" if port in (None, _PORTS[parts.scheme]) else str(port)):
        return False
    if not is_of_the_internet(read.hostname):
        return False
    return ":" in host or (len(host) <= 253 and all(map(_is_label, host.removesuffix(".").split("."))))


#: One plain address, as people write one: what follows a `?` can attach a file or send copies.
_MAIL = re.compile(r"mailto:([A-Za-z0-9][A-Za-z0-9.!#$&'*+/=^_~-]{0,63})@([A-Za-z0-9.-]{1,253})", re.I)


def is_mail_address(text: str) -> bool:
    """Whether the text is ``mailto:`` with one address of mail, on a host of the internet, and nothing else."""
    match = _MAIL.fullmatch(text)
    return match is not None and ".." not in match[1] and is_web_address(f"https://{match[2]}/")


def _reads_the_same(host: str, written: str, read: str) -> bool:
    """Whether a host, which an address has as ``written``, is the one that a browser reads: to the letter, small or
    large, or the same number of IPv6. A host in codes (``xn--``) must be the codes of letters that a host may have.
    """
    if ":" in host:
        numbers = bool(_IPV6.fullmatch(written))
        return numbers and read.startswith("[") and ip_address(host) == ip_address(read[1:-1])
    letters = ada_url.idna_to_unicode(read)
    if any(label.startswith("xn--") for label in letters.split(".")):
        return False
    return host in (read, letters) and ada_url.idna_to_ascii(letters).decode("ascii") == read


def _is_label(label: str) -> bool:
    mixed = re.search("[a-z]", label) and not label.isascii()
    return len(label) <= 63 and bool(_LABEL.fullmatch(label)) and (not mixed or "LATIN" in _scripts(label))


def _scripts(label: str) -> str:
    """The first words of the names of a label's letters beyond ASCII, where they are all the same: ``LATIN``."""
    found = {unicodedata.name(char, "?").split()[0] for char in label if ord(char) > 127}
    return found.pop() if len(found) == 1 else ""


def page_of(address: str) -> str:
    """What all ways of writing the address of a page have in common, and the addresses of its copies in archives."""
    copied = [match.start() for match in _COPIED.finditer(address)]
    if copied:
        return page_of(re.sub("^(https?):/{1,2}", r"\1://", address[copied[-1] :], flags=re.I))
    try:
        parts = urlsplit(address)
        host, port = (ada_url.URL(address).hostname or "").rstrip("."), parts.port
    except ValueError:
        return address
    query = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _COUNTING.fullmatch(pair[0]))
    at = f":{port}" if port and port not in _PORTS.values() else ""
    return f"{_SAME_SITE.sub('', host)}{at}{_INDEX.sub('', unquote(parts.path))}?{urlencode(query)}"
