"""An address that readers may follow leads where it says, and nowhere else. Guards: ``nodes.is_web_address``, and
``tree.leads_within`` for the plain pages.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reports import ContentErrors
from reports.prose import read_prose
from reports.web import is_web_address
from tests.helpers.content import Content

from .fields import yaml

GOOD = (
    "https://a.example/", "http://a.example", "HTTPS://A.EXAMPLE/", "https://a.example:8080/x?y=z&w#v", "https://a.example./",
    "https://93.184.215.14/", "https://[2606:4700::1]/", "https://[2606:4700::1]:80/x", "https://xn--mgbh0fb.xn--kgbechtv/", "https://مثال.إختبار/",
    "https://bücher.example/", "https://例え.テスト/", "https://пример.испытание/", "https://a-b.example/%D8%AD", "https://a.example/حلب",
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


#: What YAML or Markdown cannot hold is refused before anybody looks at an address.
WRITTEN = tuple(address for address in BAD if address.isprintable() and address.strip() and "\ud800" not in address)
FIELDS = {
    "url": ("reports/r/record.yaml", "published: 2016\npublisher: outlet\nurl: ADDRESS\n"),
    "archive": ("reports/r/record.yaml", "published: 2016\npublisher: outlet\narchive: ADDRESS\n"),
    "a source's url": ("registry/sources.yaml", "outlet: {name: {ar: ن, en: N}, kind: person, url: ADDRESS}\n"),
}


@pytest.mark.parametrize("field", FIELDS)
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
    """In Markdown an address that is none is an error where it stands; in raw HTML it is left out."""
    content = Content(tmp_path)
    for i, address in enumerate(WRITTEN):
        content.report(f"m{i}", ar=f"Title: ع\n\nكلام [كلام](<{address}>).")
    inline = {problem.path.parent.name: problem for problem in content.errors()}
    raw = Content(tmp_path / "raw")
    for i, address in enumerate(WRITTEN):
        raw.report(f"m{i}", ar="Title: ع\n\n<a href='" + address.replace("'", "&#39;") + "'>كلام</a>")
    read = {report.slug: report.texts["ar"].rows for report in raw.read().reports}
    for i, address in enumerate(WRITTEN):
        assert all(href.startswith(("#", "mailto:")) for row in read[f"m{i}"] for href in hrefs(row)), address
        if f"m{i}" in inline:
            assert inline[f"m{i}"].line == 3
        else:
            content.root.joinpath("reports", f"m{i}", "record.yaml").read_text("utf-8")
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
