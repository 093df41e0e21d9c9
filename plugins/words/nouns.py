"""What is counted in a text: people, and who they are and what befell them; families; and all that is no people.

The Arabic tables have singular and plural; the dual, the feminine and the endings of grammar are made from them.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from .letters import fold

#: The kinds of what is counted.
PEOPLE, FAMILIES, ATTACKS, THINGS, TIME, MEASURE = KINDS = (
    "people", "families", "attacks", "things", "time", "measure",
)  # fmt: skip


#: The outcome of people of whom nobody says which were killed.
KILLED_OR_INJURED = "killed-or-injured"


class Noun(NamedTuple):
    """What is counted: its ``kind``; of people their ``outcome`` and their ``group``, where the word says either.

    ``number`` is 1 or 2 where the form of the word alone says so; ``sure`` says that it is no plural that looks the
    same (صحفيين).
    """

    kind: str
    outcome: str = ""
    group: str = ""
    number: int = 0
    sure: bool = True


@cache
def many(noun: Noun) -> Noun:
    """The noun as it is counted by a number that stands beside it."""
    return noun._replace(number=0, sure=True)


#: Arabic people by outcome, or by group: each singular with its plurals.
_AR_PEOPLE = {
    ("", ""): "شخص أشخاص شخوص, فرد أفراد, ضحية ضحايا, مواطن مواطنين مواطنون, رهينة رهائن, متظاهر متظاهرين متظاهرون, "
    "محتج محتجين محتجون, شرطي شرطيين شرطة, حارس حراس, أجنبي أجانب, مشتبه مشتبهين, نسمة نسمات, إنسان أناس, "
    "ناشط ناشطين ناشطون نشطاء, شاهد شهود, موظف موظفين موظفون, عامل عمال, سائق سائقين سائقون, مصل مصلين مصلون, "
    "سجين سجناء, راكب ركاب, مهندس مهندسين مهندسون, تاجر تجار, مزارع مزارعين مزارعون, راعي رعاة, صياد صيادين صيادون, "
    "محامي محامين محامون, قاضي قضاة, سياسي سياسيين سياسيون, طيار طيارين طيارون, مرافق مرافقين مرافقون, جار جيران, "
    "مسافر مسافرين مسافرون, لاجئ لاجئين لاجئون, بحار بحارة, نائب نواب, بائع باعة بائعين, مريض مرضى, زائر زوار, "
    "متسوق متسوقين متسوقون,  ساكن سكان, قروي قرويين قرويون, مهاجر مهاجرين مهاجرون, شقيق أشقاء, مقيم مقيمين مقيمون",
    ("killed", ""): "قتيل قتلى, شهيد شهداء, جثة جثث, جثمان جثامين",
    ("injured", ""): "جريح جرحى, مصاب مصابين مصابون, إصابة إصابات",
    ("detained", ""): "معتقل معتقلين معتقلون, محتجز محتجزين محتجزون, أسير أسرى, موقوف موقوفين موقوفون",
    ("abducted", ""): "مخطوف مخطوفين مخطوفون, مختطف مختطفين مختطفون",
    ("missing", ""): "مفقود مفقودين مفقودون",
    ("displaced", ""): "نازح نازحين نازحون, مهجر مهجرين مهجرون, مشرد مشردين مشردون",
    ("", "civilians"): "مدني مدنيين مدنيون",
    ("", "combatants"): "جندي جنود, مقاتل مقاتلين مقاتلون, مسلح مسلحين مسلحون, عنصر عناصر, عسكري عسكريين عسكريون, "
    "ضابط ضباط, مجند مجندين مجندون, إرهابي إرهابيين إرهابيون, متمرد متمردين متمردون, تكفيري تكفيريين تكفيريون, "
    "متشدد متشددين متشددون, مهاجم مهاجمين مهاجمون, قيادي قياديين قياديون, عميد عمداء, رقيب رقباء, جهادي جهاديين, "
    "انتحاري انتحاريين انتحاريون, مرتزق مرتزقة, قناص قناصة",
    ("", "children"): "طفل أطفال, رضيع رضع, قاصر قاصرين قصر, يافع يافعين",
    ("", "women"): "امرأة نساء نسوة, سيدة سيدات, مرأة, أم أمهات, حامل حوامل",
    ("", "men"): "رجل رجال, شاب شبان شباب",
    ("", "girls"): "فتاة فتيات, طفلة طفلات, بنت بنات",
    ("", "boys"): "فتى فتيان فتية, صبي صبية صبيان",
    ("", "elderly"): "مسن مسنين مسنون, عجوز عجائز",
    ("", "medics"): "طبيب أطباء, ممرض ممرضين ممرضون",
    ("", "rescuers"): "مسعف مسعفين مسعفون, منقذ منقذين منقذون, متطوع متطوعين متطوعون",
    ("", "journalists"): "صحفي صحفيين صحفيون, صحافي صحافيين صحافيون, إعلامي إعلاميين إعلاميون, مصور مصورين مصورون",
    ("", "aid-workers"): "إغاثي إغاثيين",
    ("", "teachers"): "معلم معلمين معلمون, مدرس مدرسين مدرسون, أستاذ أساتذة",
    ("", "students"): "طالب طلاب طلبة, تلميذ تلاميذ",
}
_AR_OTHER = {
    FAMILIES: "عائلة عائلات عوائل, أسرة أسر",
    ATTACKS: "غارة غارات, ضربة ضربات, قذيفة قذائف, صاروخ صواريخ, برميل براميل, هجوم هجمات, طلعة طلعات, قنبلة قنابل, "
    "طلقة طلقات, رصاصة رصاصات, قصف, تفجير تفجيرات, انفجار انفجارات, عبوة عبوات, لغم ألغام, عملية عمليات, رشقة رشقات, "
    "مسيرة مسيرات, مجزرة مجازر, اشتباك اشتباكات, خرق خروقات",
    TIME: "ثانية ثوان ثواني, دقيقة دقائق, ساعة ساعات, يوم أيام, أسبوع أسابيع, شهر أشهر شهور, سنة سنوات سنين, "
    "عام أعوام, عقد عقود, ليلة ليال ليالي, مرة مرات, قرن قرون, عمر أعمار, موسم مواسم",
    MEASURE: "متر أمتار, كيلومتر كيلومترات, كيلومترا, كيلو, كم, ميل أميال, سنتيمتر سنتيمترات, ملم, سم, طن أطنان, "
    "كيلوغرام كيلوغرامات, كلغ, غرام غرامات, لتر لترات, دولار دولارات, يورو, ليرة ليرات, جنيه جنيهات, ريال ريالات, "
    "دينار دنانير, درجة درجات, هكتار هكتارات, دونم دونمات, ميغاواط, بالمئة, بالمائة, المئة, المائة, سعرة سعرات, "
    "نقطة نقاط",
    THINGS: "سيارة سيارات, آلية آليات, دبابة دبابات, عربة عربات, مركبة مركبات, شاحنة شاحنات, حافلة حافلات باص باصات, "
    "طائرة طائرات, مروحية مروحيات, منزل منازل, بيت بيوت, مبنى مباني مبان, بناء أبنية, طابق طوابق, مدرسة مدارس, "
    "مشفى مشافي مشاف, مستشفى مستشفيات, حي أحياء, قرية قرى, مدينة مدن, بلدة بلدات, منطقة مناطق, محافظة محافظات, "
    "مديرية مديريات, قبيلة قبائل, موقع مواقع, حاجز حواجز, جبهة جبهات, مخزن مخازن, دورية دوريات, حادث حوادث حادثة, "
    "دولة دول, منظمة منظمات, فصيل فصائل, حكومة حكومات, لواء ألوية, مصدر مصادر, تقرير تقارير, بيان بيانات, صورة صور, "
    "رواية روايات, طرف أطراف, قطعة قطع, شقة شقق, مركز مراكز, مسجد مساجد, كنيسة كنائس, محل محال محلات, مخيم مخيمات, "
    "خيمة خيام, خط خطوط, جهة جهات, لقاء لقاءات, اجتماع اجتماعات, اتفاق اتفاقات, قرار قرارات, قدم أقدام, يد أيد, "
    "كتيبة كتائب, سرية سرايا, جثمانا, معسكر معسكرات, نقطة, معبر معابر, جسر جسور, طريق طرق, شارع شوارع, سفينة سفن, "
    "قارب قوارب, زورق زوارق, قافلة قوافل, جلسة جلسات, صوت أصوات, عضو أعضاء, جولة جولات, مرحلة مراحل, حافة, محطة محطات, "
    "جرعة جرعات, حالة حالات, بئر آبار, عيادة عيادات, مقر مقرات مقار, غرفة غرف, صف صفوف, شجرة أشجار, رأس رؤوس, "
    "كلمة كلمات, "
    "بند بنود, مادة مواد, فقرة فقرات, سؤال أسئلة, سجن سجون, مقبرة مقابر, قبر قبور, دراجة دراجات, مدفع مدافع, "
    "حزب أحزاب, "
    "عملة, نوع أنواع, شكل أشكال, لغة لغات, وكالة وكالات, قناة قنوات, صحيفة صحف, أسلوب, سبب أسباب, مستوى "
    "مستويات, ضعف أضعاف",
}
_EN_PEOPLE = {
    (
        "",
        "",
    ): "person/people/persons victim resident inhabitant citizen hostage protester demonstrator policeman/policemen "
    "guard foreigner suspect individual activist witness/witnesses employee worker driver worshipper prisoner inmate "
    "passenger villager migrant refugee member national brother sister bystander officer/officers local pilgrim "
    "relative "
    "engineer trader merchant lawyer judge politician pilot neighbour neighbor pedestrian traveller traveler tourist "
    "visitor shopper vendor miner herder cleric diplomat contractor peacekeeper priest sailor escort companion "
    "lawmaker protestor migrant spectator cousin patient labourer laborer farmer fisherman/fishermen shepherd "
    "human/humans life/lives",
    ("killed", ""): "dead body/bodies corpse martyr fatality/fatalities death",
    ("injured", ""): "wounded injured casualty/casualties",
    ("detained", ""): "detainee captive arrested",
    ("abducted", ""): "abductee kidnapped",
    ("missing", ""): "missing",
    ("displaced", ""): "displaced evacuee",
    ("", "civilians"): "civilian",
    ("", "combatants"): "soldier fighter combatant gunman/gunmen militant rebel conscript troop insurgent terrorist "
    "serviceman/servicemen militiaman/militiamen attacker takfiri jihadist commander recruit sniper",
    ("", "children"): "child/children minor infant baby/babies toddler newborn teenager",
    ("", "women"): "woman/women mother",
    ("", "men"): "man/men youth",
    ("", "girls"): "girl daughter",
    ("", "boys"): "boy son",
    ("", "elderly"): "elder elderly",
    ("", "medics"): "doctor nurse medic physician",
    ("", "rescuers"): "rescuer paramedic volunteer firefighter",
    ("", "journalists"): "journalist reporter photographer cameraman/cameramen",
    ("", "aid-workers"): "aid-worker",
    ("", "teachers"): "teacher",
    ("", "students"): "student pupil schoolchild/schoolchildren",
}
_EN_OTHER = {
    FAMILIES: "family/families household",
    ATTACKS: "strike airstrike raid shell rocket missile bomb barrel attack explosion blast mine sortie bullet shot "
    "operation massacre clash/clashes violation drone bombing shelling mortar round device grenade",
    TIME: "second minute hour day week month year decade night time century/centuries season fortnight o'clock pm am",
    MEASURE: "metre meter kilometre kilometer km mile centimetre centimeter mm cm feet/feet inch/inches ton tonne "
    "kilogram kilo kg gram litre liter dollar euro pound lira riyal dinar degree hectare acre megawatt percent cent "
    "calorie point m",
    THINGS: "car vehicle tank truck lorry/lorries bus/buses aircraft plane warplane jet helicopter house home building "
    "storey story/stories floor school hospital district neighbourhood neighborhood village town city/cities "
    "area region "
    "governorate province tribe position site location checkpoint front depot patrol incident country/countries state "
    "organisation organization faction government brigade source report statement picture image photo account "
    "side piece "
    "apartment flat centre center mosque church/churches shop camp tent line party/parties meeting agreement "
    "resolution "
    "battalion base bridge road street ship boat convoy/convoys session vote seat phase station dose case well clinic "
    "room class/classes tree head word article clause question prison cemetery/cemeteries grave motorcycle gun channel "
    "newspaper agency/agencies reason level language kind type form way thing part group axis/axes page bag box/boxes "
    "document video note ambulance civilian-vehicle checkpoint mission company/companies bakery/bakeries market",
}
_PRONOUNS = ("هما", "هم", "هن", "ها", "نا", "ه")
_PRONOUNS_END = frozenset(pronoun[-1] for pronoun in _PRONOUNS)
#: So many letters has a word at the least that ends in one.
_LEAST = 5


def _arabic() -> dict[str, Noun]:
    found: dict[str, Noun] = {}
    for (outcome, group), line in _AR_PEOPLE.items():
        for entry in line.split(","):
            _add(found, entry, Noun(PEOPLE, outcome, group), feminine=True)
    for kind, line in _AR_OTHER.items():
        for entry in line.split(","):
            _add(found, entry, Noun(kind), feminine=False)
    for word in ("آخر", "آخرين", "آخرون", "آخران", "أخرى", "أخريات", "منهم", "منهن"):
        found.setdefault(fold(word), Noun(PEOPLE, number=2 if word == "آخران" else 0))
    return found


def _add(found: dict[str, Noun], entry: str, noun: Noun, *, feminine: bool) -> None:
    single, *plurals = map(fold, entry.split())

    def note(word: str, number: int = 0, sure: bool = True) -> None:
        found.setdefault(word, Noun(noun.kind, noun.outcome, noun.group, number, sure))

    for plural in plurals:
        if plural != single + "ين":
            note(plural)
    for form in (single, single + "ه") if feminine and not single.endswith("ه") else (single,):
        stem = form[:-1] + "ت" if form.endswith("ه") else form
        note(form, 1)
        if not form.endswith(("ه", "ا")):
            note(form + "ا", 1)
        note(stem + "ان", 2)
        note(stem + "ين", 2, sure=stem + "ين" not in plurals)
        if stem != form:
            note(stem + "ا", 2)
            note(stem[:-1] + "ات")


def _english() -> dict[str, Noun]:
    found: dict[str, Noun] = {}
    lines = [(Noun(PEOPLE, *said), line) for said, line in _EN_PEOPLE.items()]
    lines += [(Noun(kind), line) for kind, line in _EN_OTHER.items()]
    for noun, line in lines:
        for entry in line.split():
            single, *plurals = entry.split("/")
            found.setdefault(single, Noun(noun.kind, noun.outcome, noun.group, 1))
            for plural in plurals or [single + "s"]:
                found.setdefault(plural, Noun(noun.kind, noun.outcome, noun.group))
    for word in ("dead", "wounded", "injured", "missing", "displaced", "elderly", "others", "other", "aircraft"):
        first = found.get(word, Noun(PEOPLE))
        found[word] = Noun(first.kind, first.outcome, first.group)
    return found


ARABIC, ENGLISH = _arabic(), _english()


def arabic_noun(word: str) -> Noun | None:
    """What a folded Arabic word without joined letters counts, also where a pronoun ends it (عناصرها)."""
    return ARABIC.get(word) or of_somebody(word)


def of_somebody(word: str) -> Noun | None:
    """What an Arabic word counts that ends in a pronoun."""
    if len(word) < _LEAST or word[-1] not in _PRONOUNS_END:
        return None
    for ending in _PRONOUNS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            noun = ARABIC.get(stem)
            if noun and noun.number == 0:
                return noun
            if stem.endswith(("ا", "ي")) and (noun := ARABIC.get(stem + "ن")) and noun.number == 2:  # طفلاها, طفليها
                return noun
    return None
