"""Names that are everyday words too: what `make check` accepts of a redaction, `make` builds.

A word that the program says itself, on a page, in a script or in the names of classes, cannot be taken out by anybody.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from command.building import build, order
from tests.helpers.content import Content

pytestmark = pytest.mark.slow

ENGLISH = """
Mark Max Will Rose April Grant Art Bill Hope Iris Frank Jean May June Jack Dean Reed Page Link Ray Chase Guy Dale Mason Drew
Pat Sue Rob Josh Faith Joy Grace Amber Jade Ruby Pearl Violet Lily Daisy Ivy Holly Brooke Summer Autumn Dawn Eve Star
Skye Sky Rain Storm River Lake Ford Wade Heath Cliff Forest Glen Clay Flint Stone Miles Chance Rich Ernest King Prince
Duke Earl Baron Bishop Pope Carter Cooper Fisher Hunter Miller Potter Smith Taylor Turner Walker Weaver Webster Wright
Sam Tom Tim Jim Ken Dan Don Ron Jay Kay Lee Leo Otto Ali Omar Hasan Nasser Mona Dima Lina Hala Sara Huda Nada Rana Lama
""".split()
ARABIC = """
أمل نور سلام رضا حسن علي عمر صالح كريم جميل سعيد ناصر عادل منصور صباح ربيع وسام هلال شهيد شاهد مصطفى محمد أحمد إيمان هدى ندى
ليلى سعاد نجاة حياة وفاء رجاء آمال أحلام دعاء إسراء شروق غروب شمس قمر بدر نجم ضياء جهاد كفاح نضال ثائر مجد فخر عز سيف رمح درع
أسد نمر فهد ليث صقر شاهين باسل ماهر حافظ رامي هاني فادي وائل طارق خالد زيد عمار ياسر بلال معاذ أنس حمزة
""".split()


def test_a_name_that_is_an_everyday_word_can_be_redacted(tmp_path: Path) -> None:
    content = Content(tmp_path)
    for number, name in enumerate([*ENGLISH, *ARABIC]):
        content.report(f"r{number:03}", ar=f"قال [{name}]{{.redacted}} هذا.\n")
    assert content.errors() == []
    built = build(order(str(content.root), str(tmp_path / "site"), workers="1"))
    assert built.pages > len(ENGLISH) + len(ARABIC)
