"""An address that readers may follow leads where it says, and nowhere else. Guards: ``web.is_web_address``, and
``tree.leads_within`` for the plain pages.
"""

from __future__ import annotations

import re
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reports import ContentErrors
from reports.plain_pages import read_prose
from reports.web import is_mail_address, is_web_address
from tests.helpers.content import Content

from .fields import yaml

GOOD = (
    "https://a.example/", "http://a.example", "HTTPS://A.EXAMPLE/", "https://a.example:8080/x?y=z&w#v", "https://a.example./",
    "https://93.184.215.14/", "https://[2606:4700::1]/", "https://[2606:4700::1]:80/x", "https://xn--mgbh0fb.xn--wgbh1c/", "https://مثال.مصر/",
    "https://bücher.example/", "https://例え.コム/", "https://пример.рф/", "https://a-b.example/%D8%AD", "https://a.example/حلب",
    "https://web.archive.org/web/20161004/https://a.example/", "https://a.example/a@b", "https://a.example/?a=[1]", "https://a.example/a;b,c(d)!$'*+",
    "https://a.example/?u=javascript:x", "https://a.example//evil.example/",
)  # fmt: skip
BAD = (
    "", " ", "a", "a.example", "//a.example/", "/a", "./a", "#a", "?a", "https", "https:", "https:/", "https://", "https:///",
    "https:a.example", "https:/a.example", "https:///a.example", "https://?x", "https://#x", "https://.", "https://..", "https://:80/",
    "javascript:x", "JavaScript:x", "java\tscript:x", " javascript:x", "\x01javascript:x", "vbscript:x", "data:text/html,x",
    "file:///etc/passwd", "ftp://a.example/", "blob:https://a.example/x", "view-source:https://a.example/", "feed:https://a.example/",
    "mailto:a@b.example", "tel:1", "about:blank", "ws://a.example", "https\\://a.example", "https:\\\\a.example\\x", "https://a.example\\@b.example/",
    # users, ports and brackets
    "https://u@a.example/", "https://u:p@a.example/", "https://a.example:x@b.example/", "https://@a.example/", "https://a.example%40b.example@c.example/",
    "https://a.example:99999/", "https://a.example:-1/", "https://a.example:x/", "https://a:b:c", "https://[", "https://[]/", "https://[::1",
    "https://::1/", "https://[a.example]/", "https://[::1]a/", "https://[v1.x]/x y",
    # hosts that are none
    "https://%", "https://a%2eexample/", "https://a%00.example/", "https://a_.example/", "https://-a.example/", "https://a-.example/",
    "https://a..example/", "https://.a.example/", f"https://{'a' * 64}.example/", f"https://{'a.' * 130}example/", "https://a,b/", "https://a!b/",
    "https://a*b/", "https://(a)/", "https://a=b/", "https://a~b/", "https://a;b/", "https://a'b/", "https://a$b/", "https://a&b/",
    # white and control characters, and what ends an attribute
    "https://a .example/", "https://a.example/ x", "https://a.example/\n", "\nhttps://a.example/", "https://a.example/\tx", "https://a.example/\x00",
    "https://a.example/\x7f", "https://a.example/\x85", "https://a.example/\xa0", "https://a.example/\u2028", "https://a.example/\u3000",
    'https://a.example/"x', "https://a.example/<x>", "https://a.example/`x`", "https://a.example/{x}", "https://a.example/x|y", "https://a.example/x^y",
    # letters that are not what they seem
    "https://\u0430pple.example/", "https://p\u0430ypal.example/", "https://g\u03bfogle.example/", "https://a\u200b.example/", "https://a\u00ad.example/",
    "https://a.example/\u202egpj.exe", "https://a.example/\u2067x", "https://a.example/\u200f", "https://a.example/\u061cx", "https://\u200ea.example/",
    "https://a.example/\ufeff", "https://a.example/\U000e0041", "https://a.example/\ufdd0", "https://a.example/\ud800", "https://a\u0621b.example/",
    "https://xn--a/", "https://xn--a.example/", "https://xn--.example/", "https://xn--abc-.example/", "https://ａ.example/", "https://a．example/",
    "https://ⓐ.example/", "https://ﬁ.example/", "https://a\u0338.example/", "https://xn--a.xn--mgbh0fb/",
    "https://a\uff0fb.example/", "https://a\u2044b.example/", "https://a\u3002example/\u2028", "ｈttps://a.example/", "https：//a.example/",
)  # fmt: skip


@pytest.mark.parametrize("address", GOOD, ids=ascii)
def test_an_address_of_the_web(address: str) -> None:
    assert is_web_address(address)


@pytest.mark.parametrize("address", BAD, ids=ascii)
def test_what_is_none(address: str) -> None:
    assert not is_web_address(address)


@given(st.from_regex(r"(?s)https?:/?/?.{0,12}[@:\[\]\\/.]?.{0,12}", fullmatch=True) | st.text())
@example("https://a.example\\@b.example/")
@example("https://a.example?@b.example/")
def test_an_address_means_one_thing(text: str) -> None:
    """Whatever passes is one web address to Python and to browsers alike, and nothing in it hides the host."""
    if is_web_address(text):
        assert re.match(r"(?i)https?://[^/?#@\\\s]+(?:[/?#]|\Z)", text)
        assert urlsplit(text).username is None
        assert not re.search(r"[\x00-\x20\x7f-\xa0<>\"`\\\u200b-\u200f\u2028-\u202e\u2066-\u2069]", text)
        assert text.encode("utf-8")


@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12))
def test_no_user_and_no_other_host_can_be_smuggled_in(user: str, host: str, path: str) -> None:
    """With ``@`` before the path, and with anything that a browser takes for its end, an address is none."""
    assert not is_web_address(
        f"https://good.example{user.replace('/', '').replace('?', '').replace('#', '')}@evil.example/{path}"
    )
    assert not is_web_address(f"https://good.example\\{host}/{path}")


#: Of the reader's own machine or network, as browsers write it. Each stands here for many like it.
OWN_NUMBERS = (
    "0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1", "172.31.255.255",
    "192.0.0.1", "192.168.1.1", "192.88.99.1", "198.18.0.1", "192.0.2.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
)  # fmt: skip
OWN_IPV6 = (
    "::", "::1", "fe80::1", "fec0::1", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1", "3fff::1", "100::1", "5f00::1", "4000::1",
    "2001::1", "2001:2::1", "2001:10::1", "2001:20::1",
)  # fmt: skip
OWN_NAMES = (
    "localhost", "ip6-localhost", "ip6-loopback", "router", "printer", "a.localhost", "localhost.localdomain", "localhost6.localdomain6",
    "localhost4.localdomain4", "printer.local", "metadata.google.internal", "host.docker.internal", "a.home.arpa", "nas.lan", "wiki.intranet",
    "mail.corp", "nas.home", "a.private", "a.test", "localtest.me", "a.localtest.me", "lvh.me", "a.b.lvh.me", "vcap.me", "127.0.0.1.nip.io",
    "192-168-1-1.nip.io", "7f000001.nip.io", "app.10.0.0.1.sslip.io", "--1.sslip.io", "a.traefik.me", "a.ddev.site", "fritz.box", "kubernetes.default", "wifi.mshome", "proxy.wpad", "modem.ip", "a.zt", "hi.link",
    "a.fritz.box", "speedport.ip", "routerlogin.net", "www.routerlogin.net", "tplinkwifi.net", "router.asus.com", "mafreebox.freebox.fr",
)  # fmt: skip

#: Signs that browsers read as the digits and letters of ASCII, and those that they read as a dot or as nothing.
DIGITS = ("０１２３４５６７８９", "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉", "⓪①②③④⑤⑥⑦⑧⑨", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿")
LETTERS = (0xFF41, 0x24D0, 0x1D41A, 0x1D5BA, 0x1D68A)
DOTS = ".\u3002\uff0e\uff61"
NOTHING = ("\u00ad", "\u200b", "\u2060", "\ufe0f", "\u034f")


def number_of(part: int, way: str) -> str:
    return {"d": str, "x": hex, "X": lambda n: f"0X{n:08X}", "o": lambda n: f"0{n:o}", "O": lambda n: f"000{n:o}"}[way](
        part
    )


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """A number of IPv4 of the reader's own network, in any of the forms that it can be written in."""
    parts = [int(part) for part in draw(st.sampled_from(OWN_NUMBERS)).split(".")]
    whole = draw(st.integers(1, 4))
    last = int.from_bytes(bytes(parts[whole - 1 :]), "big")
    ways = draw(st.lists(st.sampled_from("dxXoO"), min_size=whole, max_size=whole))
    return ".".join(map(number_of, [*parts[: whole - 1], last], ways))


@st.composite
def embedded(draw: st.DrawFn) -> str:
    """A number of IPv6 with one of IPv4 in it: mapped, compatible, translated, tunnelled."""
    four = draw(st.sampled_from(OWN_NUMBERS))
    octets = bytes(map(int, four.split(".")))
    groups = f"{octets[:2].hex()}:{octets[2:].hex()}"
    turned = bytes(255 - octet for octet in octets)
    forms = [f"::ffff:{four}", f"::ffff:{groups}", f"0:0:0:0:0:FFFF:{groups}", f"::{four}", f"::ffff:0:{four}", f"64:ff9b::{four}",
             f"64:ff9b:1::{four}", f"2002:{groups}::1", f"2001:0:1:2::{turned[:2].hex()}:{turned[2:].hex()}", f"2606:4700::5efe:{four}",
             f"2606:4700::200:5EFE:{groups}", f"fe80::5efe:{four}"]  # fmt: skip
    return f"[{draw(st.sampled_from(forms))}]"


@st.composite
def disguised(draw: st.DrawFn, hosts: st.SearchStrategy[str]) -> str:
    """A host in other letters, digits and dots that browsers read as the same ones."""
    written = ""
    for char in draw(hosts):
        if char.isdecimal():
            chars = [char, *(digits[int(char)] for digits in DIGITS)]
        elif char.isalpha():
            chars = [char, char.upper(), *(chr(first + ord(char.lower()) - ord("a")) for first in LETTERS)]
        else:
            chars = [*DOTS] if char == "." else [char]
        written += draw(st.sampled_from(chars)) + draw(st.sampled_from(["", "", "", "", *NOTHING, "%"]))
    return draw(
        st.sampled_from([written, written.replace("%", ""), "".join(char for char in written if char.isprintable())])
    )


own = numbers() | st.sampled_from(OWN_NAMES)
endings = st.sampled_from(["", ".", "..", "\u3002", "\uff0e", ":80", ":8080", ".:80"])


@given(
    own | disguised(own) | embedded() | st.sampled_from([f"[{number}]" for number in OWN_IPV6]),
    endings,
    st.sampled_from(["http", "HTTPS"]),
)
@example("１９２.168.1.１", "", "https")
@example("router.ｌａｎ", "", "http")
@example("①②⑦.0.0.1", "", "http")
@example("[fe80::1%25eth0]", "", "http")
@example("[fe80::1%eth0]", "", "http")
@example("[::1", "", "http")
@example("%31%32%37.0.0.1", "", "http")
@example("127.0.0.1%2f.a.example", "", "http")
@example("0", "", "http")
@example("017700000001", "", "http")
@example("[fec0::1]", "", "http")
@example("[3fff::1]", "", "http")
@example("[2002:7f00:1::1]", "", "http")
def test_no_way_of_writing_it_leads_to_the_readers_own_network(host: str, end: str, scheme: str) -> None:
    for address in (
        f"{scheme}://{host}{end}/x",
        f"{scheme}://{host}{end}",
        f"{scheme}:{host}{end}/",
        f"{scheme}://a@{host}{end}/",
    ):
        assert not is_web_address(address), address
    assert not is_web_address(f"{scheme}://{host}{end}\\@a.example/")


@given(disguised(st.sampled_from(["a.example", "93.184.215.14", "b-c.org"])))
def test_a_host_is_written_as_it_is_read(host: str) -> None:
    """Of the internet too: who sees the letters sees the host."""
    assert is_web_address(f"https://{host}/") == (host.isascii() and "%" not in host)


labels = st.from_regex(r"[a-z]([a-z0-9-]{0,10}[a-z0-9])?", fullmatch=True).filter(lambda label: label[2:4] != "--")


@given(st.lists(labels, min_size=1, max_size=4), st.sampled_from(["example", "org", "museum", "sy", "host"]))
def test_plain_names_are_hosts(labels: list[str], last: str) -> None:
    assert is_web_address(f"https://{'.'.join([*labels, last])}/")


@given(st.integers(0, 2**32 - 1) | st.integers(2**125, 2**126 - 1))
def test_numbers_are_hosts_where_python_says_that_they_are_of_the_internet(number: int) -> None:
    machine = ip_address(number)
    host = f"[{machine}]" if machine.version == 6 else str(machine)
    if is_web_address(f"https://{host}/"):
        assert machine.is_global
        assert not any((machine.is_private, machine.is_multicast, machine.is_loopback, machine.is_link_local))
    if machine.version == 4 and machine.is_global and 11 <= number >> 24 <= 99:
        assert is_web_address(f"https://{host}/")


#: What YAML or Markdown cannot hold is refused before anybody looks at an address.
WRITTEN = tuple(address for address in BAD if address.isprintable() and address.strip() and "\ud800" not in address)
FIELDS = {
    "url": ("reports/r/record.yaml", "published: 2016\npublisher: outlet\nurl: ADDRESS\n"),
    "archive": ("reports/r/record.yaml", "published: 2016\npublisher: outlet\narchive: ADDRESS\n"),
    "a source's url": ("registry/sources.yaml", "outlet: {name: {ar: ن, en: N}, kind: person, url: ADDRESS}\n"),
}


@pytest.mark.parametrize("name", OWN_NAMES)
def test_no_name_of_a_machine_or_a_network_is_an_address(name: str) -> None:
    assert not is_web_address(f"https://{name}/")


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.slow
def test_every_field_of_an_address_refuses_what_is_none(field: str, content: Content) -> None:
    path, text = FIELDS[field]
    content.report("r", ar="نص.")
    line = text[: text.index("ADDRESS")].count("\n") + 1
    for address in WRITTEN:
        content.write(path, text.replace("ADDRESS", yaml(address)))
        found = content.errors()
        assert [(p.path, p.line) for p in found] == [(content.root / path, line)], address
        assert "is not a web address" in found[0].message
    for address in GOOD:
        content.write(path, text.replace("ADDRESS", yaml(address)))
        assert content.errors() == []


def hrefs(html: str) -> list[str]:
    root = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return [element.get("href") for element in root.iter() if element.get("href") is not None]


def test_links_of_texts_lead_to_the_web_or_nowhere(tmp_path: Path) -> None:
    """An address that is none is an error where it stands, in Markdown and in raw HTML."""
    content = Content(tmp_path)
    for i, address in enumerate(WRITTEN):
        content.report(f"m{i}", ar=f"Title: ع\n\nكلام [كلام](<{address}>).")
    inline = {problem.path.parent.name: problem for problem in content.errors()}
    assert {problem.line for problem in inline.values()} == {3}
    raw = Content(tmp_path / "raw")
    for i, address in enumerate(WRITTEN):
        raw.report(f"m{i}", ar="Title: ع\n\nكلام <a href='" + address.replace("'", "&#39;") + "'>كلام</a>.")
    told = {problem.path.parent.name: problem for problem in raw.errors()}
    assert [address for i, address in enumerate(WRITTEN) if f"m{i}" not in told] == ["mailto:a@b.example"]
    assert {problem.line for problem in told.values()} == {3}
    passed = [address for i, address in enumerate(WRITTEN) if f"m{i}" not in inline]
    good = Content(tmp_path / "good")
    for i, address in enumerate(passed):
        good.report(f"m{i}", ar=f"Title: ع\n\nكلام [كلام](<{address}>).")
    for report in good.read().reports:
        for row in report.texts["ar"].rows:
            assert all(href.startswith(("#", "mailto:")) or is_web_address(href) for href in hrefs(row)), row


@pytest.mark.parametrize("address", [
    "../../../etc/passwd", "../../../../x", "/etc/passwd", "//evil.example/", "a/../../x", "..", "../..", "javascript:x", "a//b", "./a",
    "\\\\evil", "%2e%2e/%2e%2e/%2e%2e/x", "file:///etc/passwd", "a.html?x", "https:evil",
])  # fmt: skip
def test_a_plain_page_does_not_lead_out_of_the_site(address: str, content: Content) -> None:
    for lang in ("ar", "en"):
        content.write(f"pages/about/{lang}.md", f"Title: x\n\n[x]({address})\n")
    with pytest.raises(ContentErrors, match="cannot be followed"):
        read_prose(content.root / "pages", names=["about"])


@pytest.mark.parametrize(
    "address", ["../method/index.html", "index.html", "../index.html#x", "../../data/claims.csv", "#x"]
)
def test_a_plain_page_leads_to_other_pages_of_the_site(address: str, content: Content) -> None:
    for lang in ("ar", "en"):
        content.write(f"pages/about/{lang}.md", f"Title: x\n\n[x]({address})\n")
    pages = read_prose(content.root / "pages", names=["about"])
    assert hrefs(pages["about", "en"].html) == [address]


@pytest.mark.parametrize("address", [
    "mailto:a@b.example?attach=/etc/passwd", "mailto:a@b.example?bcc=c@d.example", "mailto://b.example/x", "mailto:https://b.example", "mailto:",
    "mailto:%0d%0aX:y@z.example", "mailto:a@аpple.example", "mailto:a@127.0.0.1", "mailto:a@localhost", "mailto:a@b.example,c@d.example", "mailto:a..b@c.example",
])  # fmt: skip
def test_a_letter_goes_to_one_plain_address(address: str, content: Content) -> None:
    """What follows it can attach files, or send copies."""
    assert not is_mail_address(address)
    for text in (f"نص [x]({address}) نص", f"نص <a href='{address}'>x</a> نص"):
        content.report(ar=text)
        assert content.errors() or "<a" not in "".join(content.one().texts["ar"].rows)


def test_a_plain_address_of_mail_stays(content: Content) -> None:
    assert (
        'href="mailto:a.b+c@d.example"' in content.report(ar="نص [x](mailto:a.b+c@d.example)").one().texts["ar"].rows[0]
    )
