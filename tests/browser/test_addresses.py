"""An address that is taken for one leads a browser where people see that it leads, and not to the reader's own network."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from reports.hosts import is_of_the_internet
from reports.web import is_web_address
from tests.hostile.test_addresses import BAD, GOOD

pytestmark = pytest.mark.browser

#: The host that a browser reads, and how it writes the one that people see; nothing where it reads no address.
READ = """(addresses) => addresses.map(([address, seen]) => {
  const host = (text) => { try { return new URL(text).hostname } catch { return '' } };
  return [host(address), host('https://' + seen + '/')];
})"""


def hosts_that_pass(hosts: Iterable[str]) -> list[str]:
    return [host for host in hosts if is_web_address(f"https://{host}/")]


def stands_for_another(char: str) -> bool:
    return unicodedata.normalize("NFKC", char).casefold() != char or unicodedata.category(char)[0] in "MNP"


#: Every sign that stands for others, every mark and every digit, after a letter and between numbers.
SIGNS = [char for char in map(chr, range(0x80, sys.maxunicode + 1)) if char.isprintable() and stands_for_another(char)]
ODD = [form for char in SIGNS for form in (f"a{char}.example", f"127.0.0.{char}", f"router.{char}an")]


@pytest.mark.slow
def test_a_browser_goes_where_people_see_that_it_goes(page: Page) -> None:
    page.goto("about:blank")
    passed = [address for address in (*GOOD, *BAD) if is_web_address(address)]
    assert passed == list(GOOD)
    passed += [f"https://{host}/" for host in hosts_that_pass(ODD)]
    assert len(passed) > 400
    seen = [urlsplit(address).hostname or "" for address in passed]
    found = page.evaluate(
        READ, [[address, f"[{host}]" if ":" in host else host] for address, host in zip(passed, seen, strict=True)]
    )
    for address, host, (read, again) in zip(passed, seen, found, strict=True):
        if not read:  # letters newer than the browser, or than Python: such an address leads nowhere
            continue
        assert read == again, address
        assert is_of_the_internet(read), address
        if host.isascii():
            assert read == host or ip_address(read.strip("[]")) == ip_address(host), address
        else:
            assert read.startswith("xn--") or ".xn--" in read, address


def test_the_browser_reads_other_hosts_in_what_is_refused(page: Page) -> None:
    """Such addresses are the reason: they look like names, and lead home."""
    page.goto("about:blank")
    found = page.evaluate(
        READ, [[f"https://{host}/", host] for host in ("１９２.168.1.¹", "router.ｌａｎ", "①②⑦。1", "0x7f.1")]
    )
    assert [read for read, _ in found] == ["192.168.1.1", "router.lan", "127.0.0.1", "127.0.0.1"]
