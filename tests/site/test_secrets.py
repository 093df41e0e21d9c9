"""Drafts and redacted words are in no file of the site."""

from __future__ import annotations

import re

import pytest

from tests.site.built_site import BuiltSite, text_of

#: Words that stand in the golden content in redacted marks, and in drafts, and nowhere else in it.
REDACTED = (
    "زمرذانوس", "الخفي", "قرطماسوس", "Zumrudhanos", "the hidden", "Qirtimasus",
    "زاجلبان", "Zajilban", "veiled-courier", "المقنّع", "Masked Pigeon", "zajilban.example", "هَجْر", "غداً", "دعا القوم", "asked the people", "tomorrow", "2031-04-19",
    "witness.png",
)  # fmt: skip
DRAFTED = (
    "2031-03-09-not-yet", "unripe", "فجّ", "المسوِّد", "drafter", "plunder", "7777",
    "unripe-files", "Unfinishedtranslation", "blazeinprogress", "two children were injured",
)  # fmt: skip
#: A hash has any four digits by chance.
_HASH = re.compile(rb"\b[0-9a-f]{64}\b")
#: What the site might make of a redacted date.
SPOKEN = ("19 April", "19 نيسان", "19–")


@pytest.mark.parametrize("secret", REDACTED + DRAFTED + SPOKEN)
def test_what_must_not_be_published_is_in_no_file(golden: BuiltSite, secret: str) -> None:
    for name, path in golden.files.items():
        data = _HASH.sub(b"", path.read_bytes())
        assert secret.encode() not in data, name
        assert json_escaped(secret) not in data, name
        assert secret not in name, name


@pytest.mark.parametrize("secret", REDACTED + DRAFTED)
def test_these_secrets_are_in_the_content(golden: BuiltSite, secret: str) -> None:
    files = [path for path in golden.content.rglob("*") if path.is_file()]
    assert any(secret.encode() in path.read_bytes() or secret in path.parts for path in files)


def json_escaped(text: str) -> bytes:
    return text.encode("ascii", "backslashreplace")


def test_no_part_of_a_draft_is_in_any_file(site: BuiltSite) -> None:
    for slug, lang in site.texts:
        if lang == "ar" and site.is_draft(slug, lang):
            assert slug not in site.slugs
            for name, path in site.files.items():
                assert slug not in name
                assert slug.encode() not in path.read_bytes(), name


def test_redacted_words_are_replaced_by_a_bar_of_one_length(site: BuiltSite) -> None:
    for slug in site.slugs:
        for mark in site.report(slug)["marks"]:
            if mark["redacted"]:
                for lang in ("ar", "en"):
                    assert text_of(site.briefing(lang, slug).ids[mark["anchor"]]) == mark["exact"] == "████"


def test_nothing_of_the_programs_own_is_left_on_a_page(site: BuiltSite) -> None:
    """No private-use character, no placeholder, no unfinished mark, no Python value."""
    private = "[\ue000-\uf8ff\U000f0000-\U0010ffff\x02\x03]"
    leftovers = re.compile(private + r"|klzzwxh|%\(\w+\)s|>None<|\{\{|\}\}|\]\{\.")
    for name, path in site.files.items():
        if name.endswith((".html", ".csv", ".json")):
            data = r'<script type="application/(?:ld\+)?json"[^>]*>.*?</script>'
            text = re.sub(rf"<code>.*?</code>|\[x\]\{{\.y\}}|{data}", "", path.read_text("utf-8"), flags=re.DOTALL)
            if name.endswith(".json"):
                text = re.sub(r"[{}](?=[\]},\n])", "", text)
            assert leftovers.findall(text) == [], name


def test_who_and_where_is_redacted_is_not_among_what_the_report_names(golden: BuiltSite) -> None:
    """The redacted witness lives in Tallun, which the report names nowhere else."""
    for lang in ("ar", "en"):
        page = golden.briefing(lang, "2031-03-07-qandara")
        assert "entry-salt-road" in page.ids
        assert "entry-tallun" not in page.ids


def test_a_claim_whose_words_are_all_redacted_is_told_without_them(golden: BuiltSite) -> None:
    """It stands among the claims, with a bar for its words; no bar of the text leads to it, and it leads to none."""
    for lang in ("ar", "en"):
        page = golden.briefing(lang, "2031-03-07-qandara")
        assert f"{lang}_veiled-plea" not in page.ids
        assert "████" in text_of(page.ids["claim-veiled-plea"])
        bars = [element for element in page.ids.values() if "mark-redacted" in element.get("class", "")]
        assert bars
        assert not [bar for bar in bars for link in bar.iter("a")]
        assert not [bar for bar in bars if bar.get("data-ref") or bar.tag == "a"]
