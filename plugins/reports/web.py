"""Web addresses: which of them lead somewhere, and say where."""

from __future__ import annotations

import re
import unicodedata
from ipaddress import ip_address
from urllib.parse import urlsplit

from .invisible import NO_TEXT, faults

_IPV6 = re.compile(r"\[[0-9A-Fa-f:.]+\](?::[0-9]*)?")
#: Blanks of any kind, and the marks of direction that texts may have.
_UNSEEN = re.compile("[\\s\u061c\u200e\u200f]")
#: A host whose last part is a number is read as one by browsers, whatever stands before.
_NUMBER = re.compile(r"(?:^|\.)(?:[0-9]+|0x[0-9a-f]*)\.?$", re.I)
#: Names that are of a machine or of a network, by RFC 6761, 6762, 8375 and the practice of those who name machines.
_OF_THE_HOUSE = (".localhost", ".local", ".internal", ".home.arpa", ".lan", ".intranet", ".corp", ".home")
_LABEL = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")


def hides(address: str) -> bool:
    """Whether a character of an address cannot be seen where it stands: a blank, a mark of direction, a control."""
    return bool(_UNSEEN.search(address) or NO_TEXT.search(address) or next(faults(address), None))


def is_web_address(text: str) -> bool:
    """Whether the text is an http or https address with a host, and without what could hide where it leads.

    A host is a name or a number of RFC 3986, without a user's name before it; none of its labels mixes Latin letters
    with those of other scripts, as names do that are made to look like others (Unicode Technical Standard 39). It is a
    host of the internet: a link to one that only the reader's own network knows would act on that network.
    """
    if hides(text) or any(char in '<>"\\`{}|^' for char in text):
        return False
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        return False
    if ":" in host:
        return bool(_IPV6.fullmatch(parts.netloc)) and ip_address(host).is_global
    if _NUMBER.search(host):
        return _is_public_number(host)
    if "." not in host.strip(".") or host.rstrip(".").endswith(_OF_THE_HOUSE):
        return False
    return len(host) <= 253 and all(map(_is_label, host.removesuffix(".").split(".")))


def _is_public_number(host: str) -> bool:
    """Whether a host is the number of a machine on the internet, in four decimal parts and in no other way."""
    try:
        return ip_address(host).is_global
    except ValueError:
        return False


def _is_label(label: str) -> bool:
    mixed = re.search("[a-z]", label) and not label.isascii()
    return len(label) <= 63 and bool(_LABEL.fullmatch(label)) and (not mixed or "LATIN" in _scripts(label))


def _scripts(label: str) -> str:
    """The first words of the names of a label's letters beyond ASCII, where they are all the same: ``LATIN``."""
    found = {unicodedata.name(char, "?").split()[0] for char in label if ord(char) > 127}
    return found.pop() if len(found) == 1 else ""
