"""Names in a list stand where a reader of the language looks for them."""

from __future__ import annotations

import pytest

from bilingual.sorting import sort_key


@pytest.mark.parametrize(
    "names",
    [
        ["باب النيرب", "الشيخ سعد", "طارق الباب", "الفردوس", "القاطرجي"],
        ["إدلب", "أرمناز", "آفس", "الأنصاري", "باب الهوى"],
        ["Aleppo", "Bab al-Nayrab", "al-Firdaws", "Idlib", "al-Qaterji", "The UN", "Zabdiya"],
        ["Ma'arrat", "Maarrat al-Nu'man", "Şanlıurfa", "Tell Rifaat"],
    ],
)
def test_articles_and_signs_do_not_count(names: list[str]) -> None:
    assert sorted([names[-1], *names[:-1]], key=sort_key) == names


def test_a_name_that_only_begins_like_an_article_keeps_its_letters() -> None:
    assert sort_key("Aleppo") == "aleppo"
    assert sort_key("Theodora") == "theodora"
    assert sort_key("ال") == "ال"
