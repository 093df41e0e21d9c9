"""Words that say what befell people: killed, injured, and the other outcomes, in Arabic and English."""

from __future__ import annotations

from typing import NamedTuple

from .letters import fold


class Cue(NamedTuple):
    """A word for an ``outcome``. ``ahead``: whose number stands behind it (قتل 12); else before it (12 قتلوا). ``weak``
    ones say it only where nothing else does."""

    outcome: str
    ahead: bool = True
    weak: bool = False


#: What befell people of whom others are rid: no harm, and not that for which they were held.
FREED = "freed"


def _table(lines: dict[str, tuple[str, str, str]]) -> dict[str, Cue]:
    found: dict[str, Cue] = {}
    for outcome, (ahead, back, weak) in lines.items():
        found |= {fold(word): Cue(outcome) for word in ahead.split()}
        found |= {fold(word): Cue(outcome, ahead=False) for word in back.split()}
        found |= {fold(word): Cue(outcome, weak=True) for word in weak.split()}
    return found


#: By outcome: words before a number, words behind one, and words that say it by the way.
ARABIC = _table(
    {
        "killed": (
            "قتل قتلت قتلنا يقتل تقتل قتله قتلهم قتلها مقتل استشهاد استشهد استشهدت إعدام أعدم أعدمت أودى أودت حصد حصدت "
            "اغتيال اغتال اغتيل مصرع تصفية صرع القتلى الشهداء قتلى شهداء جثة جثث جثتي جثتين الجثث جثمان جثامين بقتل "
            "مقتله مقتلهم ارتقى ارتقت",
            "قتلوا استشهدوا قضوا مصرعه مصرعها مصرعهم مصرعهما مصرعهن حتفه حتفها حتفهم حتفهما حتفهن قتلا قتلتا قتيل",
            "ضحايا الضحايا ضحيتها ضحيته ضحية قضى قضت سقط سقطوا خسر خسرت",
        ),
        "injured": (
            "أصيب أصيبت إصابة إصابات جرح جرحت الجرحى جرحى المصابين الإصابات تصيب يصيب إصابته إصابتهم اختناق",
            "أصيبوا جرحوا بجروح أصيبا جرحا جريح مصاب",
            "",
        ),
        "missing": ("فقد فقدت فقدان اختفاء المفقودين مفقودين", "فقدوا اختفوا", ""),
        "detained": (
            "اعتقل اعتقلت اعتقال احتجز احتجزت احتجاز أسر أسرت توقيف أوقف أوقفت اعتقالهم المعتقلين القبض",
            "اعتقلوا احتجزوا أسروا أوقفوا",
            "",
        ),
        "abducted": ("خطف خطفت اختطف اختطفت اختطاف اختطفهم خطفهم المخطوفين", "خطفوا اختطفوا", ""),
        "displaced": (
            "نزح نزحت نزوح تشريد شرد شردت هجر تهجير هجرت فرار النازحين إجلاء أجلي أجليت أجلوا",
            "نزحوا شردوا هجروا فروا النزوح",
            "غادر غادرت مغادرة خرج خرجت خروج أخرج أخرجت إخراج وصول",
        ),
        "died": ("توفي توفيت وفاة مات ماتت يموت", "توفوا ماتوا", ""),
        FREED: ("أفرج أفرجت الإفراج إفراج سراح سراحه سراحها سراحهم", "", ""),
    }
)
ENGLISH = _table(
    {
        "killed": (
            "killed killing kills kill death deaths martyrdom martyred executed executing execution slain assassinated "
            "assassination liquidated bodies dead corpses fatalities martyrs killings",
            "",
            "victims toll perished fell lost",
        ),
        "injured": (
            "injured injuring injures wounded wounding wounds injury injuries hurt maimed suffocating "
            "suffocated suffocation choking burned burnt",
            "",
            "casualties",
        ),
        "missing": ("missing disappeared disappearance unaccounted", "", ""),
        "detained": (
            "detained detaining arrested arresting arrest arrests captured capturing detention detainees",
            "",
            "",
        ),
        "abducted": ("abducted abducting kidnapped kidnapping abduction seized", "", ""),
        "displaced": ("displaced displacing displacement evacuated evacuation evacuations evacuees fled", "", "left"),
        "died": ("died dying drowned", "", ""),
        FREED: ("released freed freeing release", "", ""),
    }
)
_LIVES = frozenset(map(fold, "life lives حياته حياتها حياتهم أرواحهم".split()))
_TRACES = frozenset(map(fold, "أثره أثرها أثرهم أثرهما أثرهن".split()))
_PRISONERS = frozenset("prisoner prisoners captive captives hostage hostages".split())
#: Words that say what befell people only together with another that stands near them: lost their lives, taken prisoner,
#: فُقد أثرهم.
PHRASES: dict[str, tuple[tuple[frozenset[str], Cue], ...]] = {
    **dict.fromkeys(
        map(fold, "lost claimed فقد فقدت فقدوا".split()),
        ((_TRACES, Cue("missing", ahead=False)), (_LIVES, Cue("killed"))),
    ),
    **dict.fromkeys(map(fold, "فارق فارقت فارقوا".split()), ((frozenset((fold("الحياة"),)), Cue("died")),)),
    **dict.fromkeys(("took", "taken"), ((_PRISONERS, Cue("detained")),)),
}
#: What these say befell people who stand before them, without "were".
INTRANSITIVE = frozenset("died drowned perished disappeared".split())
#: These say that people were displaced only where families leave, or many do.
OF_LEAVING = frozenset(map(fold, "غادر غادرت مغادرة خرج خرجت خروج أخرج أخرجت إخراج وصول left".split()))
#: People who were told by the way: who stands before these fell dead, or was among the dead.
PLURALS = frozenset(map(fold, "قتلى جرحى شهداء القتلى الجرحى الشهداء dead wounded injured killed".split()))
FELL = frozenset(map(fold, "سقطوا سقط وقعوا خروا كانوا باتوا".split()))
#: Papers of somebody's death, beside the word for it.
PAPERS = frozenset(map(fold, "شهادات شهادة بشهادات بشهادة certificate certificates penalty sentence".split()))
#: Behind these stand some of the people of the figure before.
AR_PARTS = frozenset(map(fold, "بينهم بينهن بينها منهم منها ضمنهم هم وهم يتوزعون موزعين معظمهم غالبيتهم".split()))
EN_PARTS = frozenset("including includes among divided".split())
#: Words after which something else is told.
TURNS = frozenset(map(fold, "بينما فيما كما لكن غير حين while whereas but meanwhile".split()))
#: What these words are in a sentence, in each language: signs of a part, of a turn, or of what a phrase can say.
SIGNS = {
    "ar": dict.fromkeys(TURNS, "turn")
    | {joined + word: "part" for word in AR_PARTS for joined in ("", "و")}
    | {joined + word: "phrase" for word in PHRASES for joined in ("", "و")},
    "en": dict.fromkeys(TURNS, "turn") | dict.fromkeys(EN_PARTS, "part") | dict.fromkeys(PHRASES, "phrase"),
}
