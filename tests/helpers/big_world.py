"""The country of the made-up long report: its places, parties and sources, and the words in which it is told."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.helpers.big_words import Phrase


@dataclass(frozen=True, slots=True)
class Name:
    """An entry of the registry: its name, its kind and its other fields, and how its name stands in a sentence."""

    words: Phrase
    kind: str
    more: dict = field(default_factory=dict)
    the: bool = False
    she: bool = False
    relays: bool = False


def _place(ar: str, en: str, kind: str, within: str | None = None, point: tuple[float, float] | None = None) -> Name:
    more: dict = {"within": within} if within else {}
    return Name(Phrase(ar, en), kind, more | ({"point": [*point]} if point else {}))


#: The city that cumulative figures are about.
HERE = "marzuba"
PLACES = {
    "sarandia": _place("سرنديا", "Sarandia", "country"),
    "upper-sarand": _place("سرند العليا", "Upper Sarand", "governorate", "sarandia", (12.5, -45.5)),
    "marzuba": _place("مرزوبة", "Marzuba", "city", "upper-sarand", (12.345, -45.6)),
    "qandara": _place("قندرة", "Qandara", "town", "upper-sarand", (12.61, -45.32)),
    "tallun": _place("تلّون", "Tallun", "village", "upper-sarand", (12.442, -45.71)),
    "tannery-quarter": _place("حي الدباغين", "Tannery Quarter", "neighbourhood", "marzuba", (12.352, -45.611)),
    "lamp-market": _place("سوق المصابيح", "Lamp Market", "neighbourhood", "marzuba", (12.349, -45.594)),
    "east-marzuba": _place("شرق مرزوبة", "Eastern Marzuba", "area", "marzuba", (12.343, -45.578)),
    "lantern-hospital": _place(
        "مستشفى القنديل", "Lantern Hospital", "facility", "tannery-quarter", (12.3535, -45.6135)
    ),
    "mill-bridge": _place("جسر الطاحون", "Mill Bridge", "facility", "marzuba", (12.338, -45.607)),
    "salt-road": _place("طريق الملح", "Salt Road", "road", "upper-sarand", (12.47, -45.47)),
    "birch-camp": _place("مخيم البتولا", "Birch Camp", "camp", "upper-sarand"),
    "northern-uplands": _place("المرتفعات الشمالية", "Northern Uplands", "area", "sarandia"),
    "orchard-district": _place("قضاء البساتين", "Orchard District", "district", "upper-sarand", (12.4, -45.65)),
    "harbour-gate": _place("باب المرفأ", "Harbour Gate", "neighbourhood", "marzuba", (12.331, -45.615)),
    "old-wells": _place("الآبار القديمة", "Old Wells", "village", "orchard-district", (12.415, -45.688)),
    "white-ridge": _place("التل الأبيض", "White Ridge", "village", "orchard-district", (12.39, -45.53)),
    "grain-silos": _place("صوامع الحبوب", "Grain Silos", "facility", "qandara", (12.604, -45.33)),
    "school-street": _place("شارع المدارس", "School Street", "road", "marzuba", (12.3475, -45.602)),
}


def _actor(ar: str, en: str, kind: str, part_of: str | None = None, side: str | None = None, the: bool = True) -> Name:
    more = {key: value for key, value in (("part-of", part_of), ("side", side)) if value}
    return Name(Phrase(ar, en), kind, more, the=the)


ACTORS = {
    "sarandian-government": _actor("حكومة سرنديا", "Government of Sarandia", "government", side="government"),
    "sarandian-army": _actor("جيش سرنديا", "Sarandian Army", "state-forces", "sarandian-government"),
    "border-guard": _actor("حرس التخوم", "Border Guard", "state-forces", "sarandian-army"),
    "hill-council": _actor("مجلس التلال", "Hill Council", "rebel-group", side="opposition"),
    "hill-archers": _actor("رماة التلال", "Hill Archers", "rebel-group", "hill-council"),
    "river-league": _actor("عصبة النهر", "River League", "political-militia", side="river-folk"),
    "old-guild": _actor("النقابة القديمة", "Old Guild", "identity-militia"),
    "neighbour-legion": _actor("فيلق الجوار", "Neighbour Legion", "external-forces"),
}


def _source(ar: str, en: str, kind: str, speaks_for: str | None = None, **fields) -> Name:
    how = {name: fields.pop(name) for name in ("the", "she", "relays") if name in fields}
    return Name(Phrase(ar, en), kind, fields | ({"speaks-for": speaks_for} if speaks_for else {}), **how)


#: The first one is the publisher.
SOURCES = {
    "marzuba-herald": _source("بريد مرزوبة", "Marzuba Herald", "newspaper", the=True, url="https://herald.example/"),
    "north-wire": _source("برقية الشمال", "North Wire", "news-agency", she=True, relays=True),
    "state-radio": _source("إذاعة الدولة", "State Radio", "state-media", "sarandian-government", she=True, relays=True),
    "army-statement": _source("بيان الجيش", "Army Statement", "party-to-conflict", "sarandian-army", the=True),
    "hill-speaker": _source(
        "الناطق باسم التلال", "Speaker of the Hills", "party-to-conflict", "hill-archers", the=True
    ),
    "archer": _source("رامٍ لم يذكر اسمه", "unnamed archer", "witness", "hill-archers", identified="unnamed", the=True),
    "lantern-doctor": _source("طبيب القنديل", "Lantern doctor", "person", identified="role", the=True),
    "river-monitor": _source("مرصد النهر", "River Monitor", "monitor", the=True, relays=True),
    "relief-desk": _source("مكتب الإغاثة", "Relief Desk", "ngo", the=True),
    "valley-log": _source("يوميات الوادي", "Valley Log", "social-media", the=True, she=True, relays=True),
    "league-voice": _source("صوت العصبة", "Voice of the League", "party-to-conflict", "river-league", the=True),
    "ferryman": _source("مراكبي من مرزوبة", "ferryman of Marzuba", "witness", identified="unnamed", the=True),
    "teacher-salma": _source("المعلمة سلمى القندرية", "Salma al-Qandari", "person", she=True),
    "white-lamps-desk": _source("مكتب المصابيح البيضاء", "White Lamps", "civil-defence", the=True),
    "coast-journal": _source("صحيفة الساحل", "Coast Journal", "newspaper", the=True, she=True, relays=True),
    "assembly-envoy": _source("مبعوث جمعية البلدان", "envoy of the Assembly of Lands", "igo", the=True),
}

#: Types of events, each with the words for one.
EVENT_WORDS = (
    ("air-strike", Phrase("هجوم من الجو على {place}", "an air raid on {place}")),
    ("armed-clash", Phrase("اشتباك عند أطراف {place}", "a clash at the edge of {place}")),
    ("shelling", Phrase("قصف مدفعي متقطع طال {place}", "intermittent artillery fire on {place}")),
    ("protest", Phrase("اعتصام للأهالي في {place}", "a sit-in of residents in {place}")),
    ("drone-strike", Phrase("هجوم بطائرة مسيّرة على {place}", "a drone strike on {place}")),
    ("displacement", Phrase("نزوح عائلات من {place}", "the flight of families from {place}")),
    ("missile-strike", Phrase("سقوط صاروخ في {place}", "a missile landing in {place}")),
    ("siege", Phrase("حصار {place} من ثلاث جهات", "a siege of {place} from three sides")),
    ("abduction", Phrase("خطف ركّاب حافلة قرب {place}", "the abduction of bus passengers near {place}")),
    ("aid", Phrase("وصول شاحنات طحين إلى {place}", "the arrival of flour lorries in {place}")),
    ("bombing", Phrase("انفجار عبوة في {place}", "the explosion of a device in {place}")),
    ("territory-changes-hands", Phrase("انتقال {place} من يد إلى يد", "a change of hands of {place}")),
    ("arrest", Phrase("توقيف شبان في {place}", "the arrest of young men in {place}")),
    ("attack-on-civilians", Phrase("إطلاق نار على مدنيين في {place}", "shooting at civilians in {place}")),
    ("looting", Phrase("نهب مخازن في {place}", "the looting of stores in {place}")),
    ("ceasefire", Phrase("سريان هدنة قصيرة في {place}", "a short truce in {place}")),
)

#: What is claimed of events that harm nobody, as it stands after إنّ and after *that*.
HARMLESS = {
    "aid": Phrase("نصف الشاحنات وصل فارغاً", "half of the lorries arrived empty"),
    "ceasefire": Phrase("الهدنة صمدت حتى الليل", "the truce held until nightfall"),
    "looting": Phrase("المخازن كانت خالية قبل ذلك", "the stores had been empty before"),
}
#: What became of people in the other events, where it is not mostly death.
HARM = {"displacement": "displaced", "arrest": "detained", "abduction": "missing", "protest": "injured"}

#: Sentences between the events: each names a place, a party and a source.
REMARKS = (
    ("تختلف الروايات في {place} اختلافاً كبيراً: ما يُنقل عن {source} غير ما يرويه أهل المدينة، ولا تفسير لدى {actor}.",
     "accounts from {place} differ widely: what {source} tells is not what townspeople tell, and {actor} has no explanation."),
    ("لم يستطع أحد الوصول إلى {place} ليتحقق بنفسه. وكانت الطرق مغلقة بأمر من {actor}، وفق [نداء سابق](https://relief.example/appeal?a=1&b=2) صدر عن {source}.",
     "nobody could reach {place} to see for themselves. The roads had been closed by {actor}, according to [an earlier appeal](https://relief.example/appeal?a=1&b=2) published by {source}."),
    ("بقيت الدكاكين مفتوحة في {place} رغم كل شيء، يبيع فيها الناس ما تبقّى من قمح وزيت. وصدر تعليق عن {source}، ولم يصدر تعليق عن {actor}.",
     "the shops of {place} stayed open in spite of everything, and people sold what wheat and oil was left. There was a comment by {source} and none by {actor}."),
    ("جاء عن {source} أن **الأرقام كلها أولية**، وأن من يُعدّ في {place} اليوم قد لا يُعدّ غداً. ولا رد من {actor}.",
     "it was written by {source} that *all figures are preliminary*, and that who is counted in {place} today may not be counted tomorrow. There is no answer from {actor}."),
    ("عاد الهدوء إلى {place} ليلة واحدة فقط، ثم سُمعت أصوات بعيدة لا يُعرف مصدرها، بحسب {source}. ولا نفي من {actor}.",
     "calm returned to {place} for one night only; then distant sounds were heard whose origin is not known, according to {source}. There is no denial from {actor}."),
)  # fmt: skip
