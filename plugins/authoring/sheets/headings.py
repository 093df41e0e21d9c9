"""What a heading of a column means, in Arabic or English: a table, and a small grammar for figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reports.model import vocabularies
from words.letters import fold

#: The ends of a figure that a column gives.
LOW, HIGH, BEST = "low", "high", "best"


@dataclass(frozen=True, slots=True)
class Column:
    """What the cells of a column are.

    ``field`` names it. ``lang`` is the language of a text where the heading says it, ``number`` which of several
    sources it is of. A ``figure`` counts an ``outcome``, of people of the status ``who`` or of the ``group`` among
    them, and gives an ``end`` of a range, or all of it where that is empty.
    """

    field: str
    lang: str = ""
    number: int = 0
    outcome: str = ""
    who: str = ""
    group: str = ""
    end: str = ""

    def __str__(self) -> str:
        if self.field == "figure":
            return " ".join(filter(None, (self.who or self.group, self.outcome, self.end)))
        return " ".join(filter(None, (self.field, str(self.number or ""), self.lang)))


def _table(lines: Mapping[str, str]) -> dict[str, str]:
    """Headings, parted by commas, by what they mean: from each heading to that."""
    return {" ".join(_words(heading)): field for field, headings in lines.items() for heading in headings.split(",")}


def _words(heading: str) -> list[str]:
    """The words of a heading in folded letters, Arabic ones without their article; capitals begin words (EventDate)."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)
    words = re.findall(r"[^\W_\d]+|\d+", fold(apart))
    return [word[2:] if word.startswith("ال") and len(word) > 4 else word for word in words]


def _by_word(lists: Mapping[str, str]) -> dict[str, str]:
    """Words by what they mean: from each word to that."""
    return {word: meaning for meaning, words in lists.items() for word in _words(words)}


_LANGUAGES = _by_word({"ar": "ar arabic عربي عربية بالعربية", "en": "en english انكليزي بالإنكليزية بالإنجليزية"})

#: Columns of incidents.
INCIDENTS = _table({
    "id": "id,incident id,incident code,incident number,code,event id,event code,unique id,unique reference,reference,"
    "ref,رقم الحادثة,رمز الحادثة,رقم الحدث,رمز الحدث,الرمز,الرقم,المعرف,رقم,معرف",
    "date": "date,event date,incident date,date of incident,date of event,when,start date,date start,"
    "التاريخ,تاريخ الحادثة,تاريخ الحدث,اليوم,تاريخ البداية",
    "end-date": "end date,date end,until,تاريخ النهاية",
    "time": "time,time of day,local time,الساعة,الوقت",
    "country": "country,البلد,الدولة",
    "admin1": "admin1,admin 1,adm 1,governorate,province,state,region,المحافظة,الولاية,الإقليم",
    "admin2": "admin2,admin 2,adm 2,district,county,المنطقة,القضاء,المحلية,الناحية",
    "place": "place,location,town,city,village,locality,site,where,place name,location name,settlement,"
    "المكان,الموقع,المدينة,البلدة,القرية,اسم المكان",
    "latitude": "latitude,lat,خط العرض,العرض",
    "longitude": "longitude,lon,lng,long,خط الطول,الطول",
    "point": "point,coordinates,geolocation,lat lon,الإحداثيات",
    "accuracy": "accuracy,geolocation accuracy,location accuracy,دقة الموقع",
    "type": "type,event type,incident type,type of incident,strike type,type of strike,attack type,"
    "النوع,نوع الحادثة,نوع الحدث,نوع الهجوم",
    "actors": "actor,actors,belligerent,belligerents,suspected belligerent,suspected belligerents,known belligerent,"
    "perpetrator,party,parties,الجهة,الجهات,الفاعل,الطرف,الأطراف,الجهة المنفذة",
    "weapon": "weapon,weapons,weapon type,السلاح,نوع السلاح",
    "target": "target,target type,structure,structure type,الهدف,المستهدف,نوع الهدف",
    "attacks": "attacks,strikes,number of strikes,number of attacks,raids,عدد الغارات,عدد الضربات,عدد القذائف",
    "grade": "grade,grading,civilian harm grading,civilian harm status,assessment,الدرجة,التصنيف,التقييم",
    "title": "title,headline,العنوان",
    "note": "note,notes,editor notes,ملاحظة,ملاحظات",
    "text": "text,description,summary,account,narrative,النص,الوصف,الرواية",
    "published": "published,date published,publication date,تاريخ النشر",
    "source": "source,sources,source name,المصدر,المصادر,اسم المصدر",
    "source-url": "source url,source link,url,link,رابط المصدر,الرابط",
    "source-archive": "source archive,source archive url,archive,archived copy,نسخة المصدر المحفوظة",
    "source-text": "source text,source quote,quote,نص المصدر,الاقتباس",
    "source-date": "source date,source published,تاريخ المصدر",
    "source-title": "source title,source headline,عنوان المصدر",
})  # fmt: skip

#: Columns of entries of the registry, and of documents.
PLACES = _table({
    "id": "id,المعرف,معرف", "name": "name,place,الاسم,المكان", "aliases": "aliases,other names,أسماء أخرى",
    "kind": "kind,type,النوع", "within": "within,parent,part of,ضمن,يتبع", "latitude": "latitude,lat,خط العرض",
    "longitude": "longitude,lon,lng,long,خط الطول", "point": "point,coordinates,الإحداثيات",
    "pcode": "pcode,p code,ocha pcode", "geonames": "geonames,geonames id", "wikidata": "wikidata,wikidata id,qid",
})  # fmt: skip
ACTORS = _table({
    "id": "id,المعرف,معرف", "name": "name,actor,party,الاسم,الجهة", "aliases": "aliases,other names,أسماء أخرى",
    "kind": "kind,type,النوع", "part-of": "part of,parent,يتبع,جزء من", "side": "side,الجانب,الطرف",
})  # fmt: skip
SOURCES = _table({
    "id": "id,المعرف,معرف", "name": "name,source,outlet,الاسم,المصدر", "aliases": "aliases,other names,أسماء أخرى",
    "kind": "kind,type,النوع", "role": "role,الصفة,الوظيفة", "part-of": "part of,parent,يتبع,جزء من",
    "speaks-for": "speaks for,باسم,يتحدث باسم", "identified": "identified,الهوية",
    "url": "url,link,website,الرابط,الموقع",
})  # fmt: skip
DOCUMENTS = _table({
    "url": "url,link,address,original url,الرابط",
    "archive": "archive,archived copy,archive location,archive url,النسخة المحفوظة",
    "title": "title,upload title,العنوان",
    "published": "published,upload timestamp,timestamp,date,تاريخ النشر,التاريخ",
    "retrieved": "retrieved,archive date,archived on,تاريخ الحفظ", "sha256": "sha256,sha 256,hash,البصمة",
    "publisher": "publisher,source,author,الناشر,المصدر", "language": "lang,language,اللغة",
    "incident": "incident,incident id,incident code,report,الحادثة,رقم الحادثة,رمز الحادثة,التقرير",
})  # fmt: skip

#: UCDP GED and ACLED, by their codebooks; what stands in neither table is not read.
UCDP = _table({
    "id": "id", "date": "date_start", "end-date": "date_end", "date-precision": "date_prec", "country": "country",
    "admin1": "adm_1", "admin2": "adm_2", "place": "where_coordinates",
    "latitude": "latitude", "longitude": "longitude", "place-precision": "where_prec",
    "violence": "type_of_violence", "side-a": "side_a", "side-b": "side_b",
    "source": "source_office", "source-title": "source_headline", "source-date": "source_date",
    "best": "best", "low": "low", "high": "high",
    "deaths-a": "deaths_a", "deaths-b": "deaths_b", "deaths-civilians": "deaths_civilians",
    "deaths-unknown": "deaths_unknown",
})  # fmt: skip
ACLED = _table({
    "id": "event_id_cnty", "date": "event_date", "time-precision": "time_precision", "country": "country",
    "admin1": "admin1", "admin2": "admin2", "place": "location", "latitude": "latitude", "longitude": "longitude",
    "geo-precision": "geo_precision", "type": "sub_event_type",
    "actor1": "actor1", "inter1": "inter1", "actor2": "actor2", "inter2": "inter2",
    "source": "source", "text en": "notes", "fatalities": "fatalities",
})  # fmt: skip

_ENDS = _by_word({
    LOW: "min minimum low lowest least lower أدنى أقل",
    HIGH: "max maximum high highest most upper أقصى أعلى أكثر",
    BEST: "best ترجيح",
})  # fmt: skip
_OUTCOMES = _by_word({
    "killed": "killed dead deaths death fatalities fatality قتلى قتيل",
    "injured": "injured wounded injuries injury جرحى جريح مصابين إصابات",
    "missing": "missing مفقودون مفقودين",
    "abducted": "abducted kidnapped abductions مخطوفون مخطوفين",
    "detained": "detained arrested arrests detentions محتجزون محتجزين معتقلون معتقلين",
    "displaced": "displaced نازحون نازحين",
})  # fmt: skip
_GROUPS = _by_word({
    "civilians": "civilian civilians civ مدنيون مدنيين",
    "combatants": "combatant combatants fighters militants مقاتلون مقاتلين",
    "children": "child children kids minors أطفال طفل",
    "women": "woman women نساء",
    "men": "man men رجال",
    "girls": "girl girls فتيات",
    "boys": "boy boys فتيان",
    "elderly": "elderly مسنون مسنين",
    "medics": "medic medics medical أطباء مسعفون",
    "journalists": "journalist journalists صحفيون صحفيين",
    "aid-workers": "aid humanitarian",
    "rescuers": "rescuer rescuers منقذون",
    "teachers": "teacher teachers معلمون",
    "students": "student students طلاب",
})  # fmt: skip
#: Words that say nothing more.
_IDLE = set(_words(
    "number no of reported total count counts the people persons personnel among or and estimate estimated likely "
    "workers عدد من بين حد أو و مجموع"
))  # fmt: skip


def figure_of(heading: str) -> Column | None:
    """The figure that a heading names: ``civ_killed_min``, «عدد القتلى المدنيين»; ``None`` where it names none."""
    outcomes, groups, ends = set(), [], set()
    for word in _words(heading):
        if word in _OUTCOMES:
            outcomes.add(_OUTCOMES[word])
        elif word in _GROUPS:
            groups.append(_GROUPS[word])
        elif word in _ENDS:
            ends.add(_ENDS[word])
        elif word not in _IDLE:
            return None
    if outcomes == {vocabularies.KILLED, vocabularies.INJURED}:
        outcomes = {vocabularies.EITHER}
    status = [group for group in groups if group in ("civilians", "combatants")]
    others = [group for group in groups if group not in status]
    if len(outcomes) != 1 or len(ends) > 1 or len(status) > 1 or len(others) > 1:
        return None
    end = next(iter(ends), "")
    end = "" if end == BEST else end
    return Column("figure", outcome=outcomes.pop(), who="".join(status), group="".join(others), end=end)


def column_of(heading: str, table: Mapping[str, str]) -> Column | None:
    """What a heading means in a table; ``None`` where it is not there."""
    words = _words(heading)
    if (field := table.get(" ".join(words))) is not None:
        field, _, lang = field.partition(" ")
        return Column(field, lang)
    lang = next((_LANGUAGES[word] for word in words if word in _LANGUAGES), "")
    numbers = [word for word in words if word.isdecimal()]
    rest = " ".join(word for word in words if word not in _LANGUAGES and not word.isdecimal())
    field = table.get(rest, "")
    if not field or len(numbers) > 1 or (numbers and not field.startswith("source")):
        return None
    return Column(field, lang, int(numbers[0]) if numbers else 0)


def known(heading: str, tables: Iterable[Mapping[str, str]]) -> bool:
    """Whether a heading is one of these tables, or names a figure."""
    return figure_of(heading) is not None or any(column_of(heading, table) is not None for table in tables)
