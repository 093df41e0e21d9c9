"""Names that no entry of the registry has, behind words that say what is named: in the village of, a spokesman for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reports.registry import ID
from reports.warnings import LookedAt
from words import Name
from words.letters import fold

from .latin_ids import slug_of

#: Words before a name, with the file and the kind of what is named.
_AR = {
    "قرية": ("places", "village"), "بلدة": ("places", "town"), "مدينة": ("places", "city"),
    "حي": ("places", "neighbourhood"), "مخيم": ("places", "camp"), "محافظة": ("places", "governorate"),
    "ولاية": ("places", "governorate"), "مديرية": ("places", "district"), "ناحية": ("places", "district"),
    "المتحدث باسم": ("actors", "other"), "الناطق باسم": ("actors", "other"), "متحدث باسم": ("actors", "other"),
    "ناطق باسم": ("actors", "other"),
}  # fmt: skip
_EN = {
    "village of": ("places", "village"), "town of": ("places", "town"), "city of": ("places", "city"),
    "neighbourhood of": ("places", "neighbourhood"), "neighborhood of": ("places", "neighbourhood"),
    "camp of": ("places", "camp"), "governorate of": ("places", "governorate"), "district of": ("places", "district"),
    "province of": ("places", "governorate"), "spokesman for": ("actors", "other"),
    "spokeswoman for": ("actors", "other"), "spokesperson for": ("actors", "other"),
    "spokesman of": ("actors", "other"),
}  # fmt: skip
#: Words that begin a name of two.
_FIRST = frozenset(
    map(
        fold,
        "تل كفر بيت دير عين خان جسر أبو أم بني وادي رأس جبل مرج خربة شيخ معرة باب حركة لواء جيش كتيبة هيئة".split(),
    )
)
#: Words that are no name, behind any of these.
_NO_NAME = frozenset(
    map(
        fold,
        "في من إلى على عن أن إن التي الذي التى ما لم لا كما بعد قبل خلال بين شمال شمالي جنوب جنوبي شرق شرقي غرب غربي "
        "هذه هذا تلك ذلك أخرى كاملة كبيرة صغيرة سكني سكنية مجاورة قال قالت حيث وهي وهو".split(),
    )
)
_ARABIC_WORD = re.compile(r"[\u0620-\u064a\u064b-\u0652\u0670\u0671-\u06d3]+")
_CAPITALS = re.compile(r"(?:the )?((?:[A-Z][\w’'‘ʿ-]*|al-[A-Z][\w’'-]*)(?: (?:[A-Z][\w’'‘ʿ-]*|al-[A-Z][\w’'-]*|of))*)")


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name from ``start`` up to ``end`` of a block, the words ``before`` it, and the entry that it could have."""

    block: int
    start: int
    end: int
    words: str
    before: str
    file: str
    kind: str


def unknown_names(looked: LookedAt, known: dict[int, list[Name]]) -> Iterator[UnknownName]:
    """The names without an entry; ``known`` are those of the registry, by block. A place is told behind a preposition
    or a letter for one: what is called "a large town" has no name there."""
    lang = looked.text.lang
    cues = _AR if lang == "ar" else _EN
    words = "|".join(sorted(cues, key=len, reverse=True))
    before = "(?:في |من |إلى |على |قرب |نحو |وسط |[وف]?[بل])" if lang == "ar" else ""
    office = r"|(?P<office>المتحدث باسم|الناطق باسم|متحدث باسم|ناطق باسم)" if lang == "ar" else ""
    pattern = re.compile(rf"(?<!\w)(?:{before}(?P<cue>{words}){office}) ")
    for block, _ in looked.readings:
        for match in pattern.finditer(block.text):
            cue = match["cue"] or match["office"]
            end = _end_of_name(block.text, match.end(), lang)
            names = known.get(block.number, ())
            inside = any(
                name.start < (end or match.end() + 1) and match.end() - len(cue) - 1 < name.end for name in names
            )
            if end and not inside and not looked.touching(block.number, match.end(), end):
                start = match.end() + 4 * block.text.startswith("the ", match.end())
                file, kind = cues[cue]
                yield UnknownName(block.number, start, end, block.text[start:end], cue, file, kind)


def _end_of_name(text: str, start: int, lang: str) -> int:
    """Where a name ends that begins at a place; 0 where none does."""
    if lang == "en":
        match = _CAPITALS.match(text, start)
        return match.end(1) if match else 0
    first = _ARABIC_WORD.match(text, start)
    if first is None or fold(first[0]) in _NO_NAME or len(first[0]) < 2:
        return 0
    end = first.end()
    second = _ARABIC_WORD.match(text, end + 1) if text[end : end + 1] == " " else None
    both = first[0].startswith("ال") and second is not None and second[0].startswith("ال")
    if second and fold(second[0]) not in _NO_NAME and (both or fold(first[0]) in _FIRST):
        end = second.end()
    return end


def stub(name: UnknownName, id: str, ar: str, en: str) -> list[str]:
    """The entry that a name could have; as a comment while one of its names is missing."""
    lines = [f"{id or 'id'}:", f"  name: {{ar: {ar or '…'}, en: {en or '…'}}}", f"  kind: {name.kind}"]
    return lines if id and ar and en else [f"# {line}" for line in lines]


def latin_id(name: str, taken: Iterable[str]) -> str:
    """An id of an English name, without its article; empty where another has it."""
    id = re.sub("^(?:al|el|the)-", "", slug_of(name))
    return id if ID.fullmatch(id) and id not in taken else ""
