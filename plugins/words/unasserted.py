"""Words by which people harmed are told of and nobody says that they were: denied, feared, threatened, asked for."""

from __future__ import annotations

import re

from .letters import fold
from .read_text import Reading

#: What is behind these is denied, or has not happened.
_BEFORE = (
    "نفى نفت نفوا نافياً نافيةً نافين ينفي تنفي ينفون أنكر أنكرت ينكر تنكر كذّب كذّبت يكذّب تكذّب فنّد فنّدت دحض دحضت "
    "استبعد استبعدت يستبعد تستبعد خشي خشيت يخشى تخشى خشيةَ مخاوف هدّد هدّدت يهدّد تهدّد مهدّداً مهدّدةً توعّد "
    "توعّدت يتوعّد تتوعّد توقّع توقّعت يتوقّع تتوقّع متوقّعاً متوقّعةً حذّر حذّرت يحذّر تحذّر محذّراً محذّرةً لو كاد كادت "
    "شكّك شكّكت يشكّك تشكّك سؤال تحقيق التحقيق بالتحقيق"
)
_PHRASES = (
    "لا صحة|لا أساس|لم (?:يقتل|تقتل|يصب|تصب|تسفر|يسفر|يسقط|تسقط|[يتن]ر|[يتن]شاهد|[يتن]سجل|[يتن]وثق|[يتن]رصد|[يتن]حص)"
)
#: What is behind these is said again: by somebody who denied something else, or of something else.
_SAYS = (
    "قال قالت أكد أكدت أعلن أعلنت أضاف أضافت أوضح أوضحت ذكر ذكرت قائلاً قائلةً مؤكداً مؤكدةً موضحاً موضحةً مضيفاً مضيفةً "
    "مشيراً مشيرةً معلناً معلنةً أقر أقرت اعترف اعترفت بينما فيما لكن لكنه لكنها بل إنما سوى إلا"
)


def _any(words: str) -> str:
    return "|".join(sorted(set(map(fold, words.split()))))


_BEGINS = re.compile(rf"(?<!\w)[وف]?(?P<cue>{_any(_BEFORE)}|{fold(_PHRASES)})(?!\w)")
_ENDS = re.compile(rf"(?<!\w)[وف]?(?:{_any(_SAYS)})(?!\w)|[;؛]")
_BEHIND = re.compile(
    rf"[^،,.؛;\n]{{0,40}}?(?<!\w)(?P<cue>{fold('غير صحيح')}ه?|{fold('عار')}(?:يه)? {fold('عن الصحة')}|"
    rf"{fold('لا أساس')} ل\w+)(?!\w)"
)


def unasserted(reading: Reading, start: int, first: int, last: int) -> tuple[int, int] | None:
    """Where in an Arabic text the word stands by which a figure is no more than spoken of, if there is one.

    ``start`` is where its sentence begins, ``first`` and ``last`` are the ends of the figure, all in folded letters.
    """
    folded = reading.letters.folded
    for match in reversed(list(_BEGINS.finditer(folded, start, first))):
        if not _ENDS.search(folded, match.end(), first):
            return reading.letters.stretch(*match.span("cue"))
    behind = _BEHIND.match(folded, last)
    return reading.letters.stretch(*behind.span("cue")) if behind else None
