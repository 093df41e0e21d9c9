"""Redacted words reach nothing that is built, said or handed out, however it is written down."""

from __future__ import annotations

import base64
import gzip
import html
import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import Phase, given
from hypothesis import strategies as st

from command.building import build, order
from command.verifying import SiteIncomplete
from tests.conftest import PROJECT
from tests.helpers.content import Content
from tests.helpers.examples import examples
from tests.trust.decoding import bare, says

#: Words that stand in redacted marks and nowhere else: in both scripts, with vowel marks, accents and digits.
CANARIES = {
    "person": "زُمُرُّذانوس", "place": "قرطماسوس", "latin": "Žumrudhanós", "number": "٩٨٧٦٥٤", "digits": "918273645",
    "address": "veiled-courier.example", "date": "2031-04-19", "sic": "غضنفرستان",
    "dossier": "هشنقطوس", "nested": "طربلسيوم",
}  # fmt: skip

RECORD = """\
events: {raid: {type: shelling, when: 2016-10-04, where: aleppo}}
claims:
  said: {by: witness, about: raid, casualties: [{killed: 3}]}
"""
ARABIC = """\
قال [الشاهد]{.witness} إن [ثلاثة قُتلوا]{.said} في [القصف]{.raid}، واسمه [%(person)s ورقمه %(number)s]{.redacted}.

وفي [[%(place)s]{.aleppo} يوم [الثلاثاء]{when=%(date)s} و[كذا]{sic="%(sic)s"} و[%(nested)s]{.said}]{.redacted} شيء.

وقال [هذا [الرابط](https://%(address)s/%(digits)s)]{.redacted} ما قال.
"""
ENGLISH = """\
[The onlooker]{.witness} said [three were killed]{.said} in the [shelling]{.raid}; he is [%(latin)s, %(digits)s]{.redacted}.

In [[%(latin)s]{.aleppo} on [Tuesday]{when=%(date)s} and [%(latin)s]{.said}]{.redacted} something.

And [this [link](https://%(address)s/%(digits)s)]{.redacted} said what it said.
"""


def write(root: Path, words: dict[str, str]) -> Content:
    """A content that holds these secrets wherever a secret can stand."""
    content = Content(root)
    content.report(record=RECORD, ar=ARABIC % words, en=ENGLISH % words)
    # A place that nobody names but the redacted words is of the registry, and has no page.
    content.dossier(
        yaml="reports: [r]\n",
        ar=f"نص [{words['dossier']}]{{.redacted}} هنا.",
        en="A text [{latin}]{{.redacted}} here.".format(**words),
    )
    return content


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The site of that content, and all that the build said."""
    folder = tmp_path_factory.mktemp("secrets")
    content = write(folder, CANARIES)
    said = ""
    for command in (["build", "--output", str(folder / "site"), "--siteurl", "https://site.example"], ["check"]):
        line = [sys.executable, "-m", "command", *command, "--content", str(content.root)]
        env = {"PYTHONPATH": str(PROJECT / "plugins"), "PATH": "/usr/bin:/bin"}
        done = subprocess.run(line, env=env, cwd=PROJECT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        said += done.stdout + done.stderr
    return folder / "site", said


@pytest.mark.parametrize("secret", CANARIES)
@pytest.mark.slow
def test_no_file_says_a_redacted_word_in_any_way(built: tuple[Path, str], secret: str) -> None:
    site, said = built
    words = CANARIES[secret]
    assert bare(words) not in bare(said), "the build itself said it"
    for name, data in tree(site).items():
        if not name.startswith("theme/") or re.match(r"theme/search/[\w-]+-\d+\.js", name):
            assert not says(data, words), name
        assert bare(words) not in bare(name)


ENCODINGS = {
    "plain": lambda text: text.encode(),
    "html": lambda text: "".join(f"&#{ord(char)};" for char in text).encode(),
    "html, hexadecimal": lambda text: "".join(f"&#x{ord(char):x};" for char in text).encode(),
    "html twice": lambda text: html.escape("".join(f"&#{ord(char)};" for char in text)).encode(),
    "an address": lambda text: quote(text, safe="").encode(),
    "JSON": lambda text: json.dumps({"a": text}).encode(),
    "JSON in HTML": lambda text: html.escape(json.dumps(text)).encode(),
    "CSS": lambda text: "".join(f"\\{ord(char):x} " for char in text).encode(),
    "base64": lambda text: base64.b64encode(f"xx {text} yy".encode()),
    "base64 for addresses": lambda text: base64.urlsafe_b64encode(f"xx {text} yy".encode()),
    "compressed": lambda text: gzip.compress(text.encode()),
    "compressed in base64": lambda text: base64.b64encode(gzip.compress(text.encode())),
    "letters taken apart": lambda text: unicodedata.normalize("NFD", text).encode(),
    "compatible letters": lambda text: text.translate({ord("2"): "２", ord("l"): "ｌ"}).encode(),
    "without vowel marks": lambda text: bare(text).encode(),
    "drawn out": lambda text: "\u0640".join(text).encode(),
    "with characters between": lambda text: "\u200b".join(text).encode(),
    "capitals": lambda text: text.upper().encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
}  # fmt: skip


@pytest.mark.parametrize("how", ENCODINGS)
@pytest.mark.parametrize("secret", ["person", "latin", "digits", "address"])
def test_the_scan_finds_what_is_there(how: str, secret: str) -> None:
    """A scan that finds nothing is worth something only if it finds what is hidden in all these ways."""
    data = ENCODINGS[how](CANARIES[secret])
    data = data if data[:2] == b"\x1f\x8b" or how == "UTF-16" else b"before " + data + b" after"
    assert says(data, CANARIES[secret])
    assert not says(data, "another secret")


@pytest.mark.slow
def test_a_site_that_says_a_redacted_word_is_not_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even if all that takes the words out should fail; and what is said of it does not quote them."""
    content = write(tmp_path, CANARIES)
    wanted = order(str(content.root), str(tmp_path / "site"))
    build(wanted)
    before = tree(tmp_path / "site")
    monkeypatch.setattr("reports.pairs.publish", lambda written, texts, *rest: texts)
    with pytest.raises(SiteIncomplete) as raised:
        build(wanted)
    assert any("says what reports/r/en.md:3 redacts" in fault for fault in raised.value.faults)
    assert any("says what dossiers/d/ar.md:3 redacts" in fault for fault in raised.value.faults)
    assert not [words for words in CANARIES.values() if words in str(raised.value)]
    assert tree(tmp_path / "site") == before


#: Words of one letter up, and none that the content says openly: that is an error.
WORDS = st.text(st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهوي"), max_size=12).map("ژ".__add__)
LATIN = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzéš"), max_size=12).map("ŵ".__add__)
SECRETS = st.fixed_dictionaries(
    dict.fromkeys(("person", "place", "sic", "dossier", "nested"), WORDS)
    | dict.fromkeys(("latin",), LATIN)
    | {"digits": st.integers(1, 10**9).map(str), "number": st.text(st.sampled_from("٠١٢٣٤٥٦٧٨٩"), min_size=1)}
    | {"address": st.from_regex(r"[a-z]{3,9}\.example", fullmatch=True)}
    | {"date": st.dates().filter(lambda day: day.year > 999).map(str)}
)


@pytest.mark.slow
@examples(4, phases=[Phase.generate])
@given(secrets=SECRETS)
def test_other_secrets_make_the_same_site(
    built: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory, secrets: dict[str, str]
) -> None:
    """To the byte, every file: nothing in it depends on the words, their length or their number."""
    folder = tmp_path_factory.mktemp("other")
    build(order(str(write(folder, secrets).root), str(folder / "site"), "https://site.example"))
    assert tree(folder / "site") == tree(built[0])
