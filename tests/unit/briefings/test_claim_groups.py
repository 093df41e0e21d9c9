"""The claims of a briefing stand under the headings of its text, in the order in which the text numbers them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.content import Content
from tests.helpers.pages import html_of, planned_of, view

TEXT = {
    "ar": """
        Title: عنوان

        [مطلع]{.first}

        ## [حلب]{.aleppo}

        [ثان]{.second} و[ثالث]{.third}

        ### فرع

        [رابع]{.fourth} و[مطلع]{.first}

        ## خاتمة

        [[خامس]{.hidden}]{.redacted}
        """,
    "en": """
        Title: A title

        [Opening]{.first}

        ## In [Aleppo]{.aleppo}

        The [third]{.third} and the [second]{.second}

        ### A branch

        The [fourth]{.fourth} and the [opening]{.first}

        ## The end

        [[The fifth]{.hidden}]{.redacted}
        """,
}
RECORD = "claims: {fourth: {}, third: {}, second: {}, first: {}, hidden: {}}\n"


def groups(content: Content, lang: str) -> list[tuple[str | None, bool, list[str]]]:
    planned = planned_of(view(content.root), lang, "briefing", "r")
    found = planned.kind.context(planned.page)["groups"]
    return [
        (
            group.heading and (group.heading.text, group.heading.lang),
            group.hidden,
            [one.claim.claim.id for one in group.claims],
        )
        for group in found
    ]


@pytest.mark.parametrize(("lang", "headings"), [("ar", ["حلب", "فرع"]), ("en", ["In Aleppo", "A branch"])])
def test_a_claim_stands_once_under_the_heading_where_the_arabic_text_says_it_first(
    tmp_path: Path, lang: str, headings: list[str]
) -> None:
    """One above the first heading under none, and one whose words are redacted last."""
    content = Content(tmp_path).report("r", record=RECORD, ar=TEXT["ar"], en=TEXT["en"])
    assert groups(content, lang) == [
        (None, False, ["first"]),
        ((headings[0], lang), False, ["second", "third"]),
        ((headings[1], lang), False, ["fourth"]),
        (None, True, ["hidden"]),
    ]


def test_headings_without_a_translation_stand_in_arabic(tmp_path: Path) -> None:
    content = Content(tmp_path).report("r", record=RECORD, ar=TEXT["ar"])
    assert [heading for heading, _, _ in groups(content, "en")] == [None, ("حلب", "ar"), ("فرع", "ar"), None]


@pytest.mark.parametrize(("count", "folded"), [(12, False), (13, True)])
def test_only_many_claims_are_folded(tmp_path: Path, count: int, folded: bool) -> None:
    ids = [f"c{number}" for number in range(count)]
    text = "Title: عنوان\n\n## رأس\n\n" + " و".join(f"[قول]{{.{id}}}" for id in ids) + "\n"
    record = "claims: {" + ", ".join(f"{id}: {{}}" for id in ids) + "}\n"
    page = html_of(planned_of(view(Content(tmp_path).report("r", record=record, ar=text).root), "ar", "briefing", "r"))
    before = page[: page.index('id="claim-c0"')]
    assert ("<h3><bdi>رأس</bdi></h3>" in before[before.index('id="claims"') :]) == folded
