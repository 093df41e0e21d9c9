"""What sheets call types of events, targets, grades and accuracies, and the codes of data sets."""

from __future__ import annotations

import re
from collections.abc import Mapping

from words.letters import fold


def _table(lines: Mapping[str, str]) -> dict[str, str]:
    return {
        " ".join(re.findall(r"[^\W_]+", fold(called))): word
        for word, names in lines.items()
        for called in (word, *filter(None, names.split(",")))
    }


#: ACLED's types of events below the first level are among them.
TYPES = _table({
    "armed-clash": "battle,battles,clash,clashes,ground operation,fighting,اشتباك,اشتباكات,اشتباك مسلح,معركة",
    "air-strike": "airstrike,airstrikes,air strikes,air attack,air/drone strike,غارة,غارة جوية,غارات جوية,قصف جوي",
    "drone-strike": "drone strikes,drone attack,uav strike,ضربة بمسيرة,مسيرة,طائرة مسيرة",
    "shelling": "artillery,artillery shelling,mortar,shelling/artillery/missile attack,rocket fire,"
    "قصف,قصف مدفعي,مدفعية,هاون",
    "missile-strike": "missile,missiles,missile attack,rocket attack,صاروخ,قصف صاروخي,ضربة صاروخية",
    "bombing": "bomb,explosion,ied,suicide bomb,car bomb,grenade,remote explosive/landmine/ied,"
    "explosions/remote violence,تفجير,انفجار,عبوة ناسفة,سيارة مفخخة",
    "mine": "landmine,mines,uxo,explosive remnant,لغم,ألغام,مخلفات حرب,لغم أو مخلفات حرب",
    "chemical-weapon": "chemical,chemical attack,chlorine,سلاح كيميائي,هجوم كيميائي",
    "shooting": "gunfire,sniper,small arms,small arms fire,إطلاق نار,قنص",
    "attack-on-civilians": "attack,violence against civilians,massacre,excessive force against protesters,"
    "هجوم على مدنيين,مجزرة,هجوم",
    "execution": "field execution,extrajudicial killing,إعدام,إعدام ميداني",
    "torture": "تعذيب", "abduction": "kidnapping,abduction/forced disappearance,خطف,اختطاف",
    "sexual-violence": "rape,عنف جنسي,اغتصاب", "siege": "blockade,حصار",
    "territory-changes-hands": "government regains territory,non-state actor overtakes territory,"
    "non-violent transfer of territory,capture,سيطرة",
    "ceasefire": "truce,هدنة,وقف إطلاق النار", "agreement": "اتفاق", "agreement-ends": "انتهاء اتفاق",
    "evacuation": "إجلاء", "displacement": "نزوح,تهجير", "aid": "humanitarian aid,مساعدات,مساعدات إنسانية",
    "arrest": "arrests,detention,اعتقال,اعتقالات,توقيف", "looting": "looting/property destruction,نهب",
    "destruction": "demolition,property destruction,تدمير,هدم",
    "protest": "protests,peaceful protest,protest with intervention,violent demonstration,riots,riot,احتجاج,مظاهرة",
    "diplomacy": "دبلوماسية", "statement": "بيان,تصريح",
    "other": "mob violence,change to group/activity,disrupted weapons use,headquarters or base established,"
    "strategic developments,أخرى,حدث آخر",
})  # fmt: skip
TARGETS = _table({
    "housing": "residential,residential building,house,home,سكن,منزل,منازل", "market": "سوق", "school": "مدرسة",
    "university": "جامعة", "hospital": "clinic,health facility,healthcare,مستشفى,مشفى,مركز صحي",
    "ambulance": "سيارة إسعاف", "place-of-worship": "mosque,church,religious,مسجد,كنيسة,دور عبادة",
    "camp": "idp camp,refugee camp,مخيم", "aid-convoy": "humanitarian,قافلة مساعدات", "media": "إعلام",
    "water": "مياه,محطة مياه", "power": "electricity,كهرباء", "fuel": "oil,وقود", "bakery": "فرن,مخبز",
    "farmland": "farm,agricultural,أرض زراعية,مزرعة", "road": "طريق", "vehicle": "car,transport,سيارة,مركبة",
    "checkpoint": "حاجز", "military": "military base,موقع عسكري", "government": "public building,مبنى حكومي",
    "cultural": "heritage,موقع ثقافي", "other": "أخرى",
})  # fmt: skip
GRADES = _table({
    "confirmed": "مؤكد,مؤكدة", "fair": "مرجح,مرجحة", "weak": "single source claim,ضعيف,ضعيفة",
    "contested": "contested strike,محل خلاف,متنازع عليه", "discounted": "مستبعد,مستبعدة",
})  # fmt: skip
ACCURACIES = _table({
    "exact": "exact location,exact location other,exact spot,الموقع بدقة", "street": "شارع",
    "neighbourhood": "neighborhood,neighbourhood area,neighborhood area,nearby landmark,حي",
    "town": "village,city,بلدة,قرية,مدينة",
    "district": "subdistrict,منطقة,قضاء", "province": "governorate,province governorate,محافظة,ولاية",
})  # fmt: skip

#: UCDP GED: 1 state-based and 2 non-state are between armed parties, 3 is one-sided, against civilians.
VIOLENCE = {"1": "armed-clash", "2": "armed-clash", "3": "attack-on-civilians"}
#: UCDP GED, ``where_prec``: of a place 1, near it 2, a district 3, a governorate 4; the others are no point.
PLACE_PRECISION = {"1": "town", "2": "district", "3": "district", "4": "province", "5": "", "6": "", "7": ""}
#: ACLED, ``geo_precision``: a town 1, the area of one 2, a larger region 3.
GEO_PRECISION = {"1": "town", "2": "district", "3": "province"}
#: ACLED, ``inter1`` and ``inter2``, as numbers and in words; who protests or riots is a civilian.
INTER = _table({
    "state-forces": "1,state forces", "rebel-group": "2,rebel group,rebel groups",
    "political-militia": "3,political militia,political militias",
    "identity-militia": "4,identity militia,identity militias",
    "civilians": "5,6,7,rioters,protesters,civilian",
    "external-forces": "8,external other forces,other forces",
})  # fmt: skip


def registry_words(words: tuple[str, ...]) -> dict[str, str]:
    """Words of the registry as cells may have them: with a blank or an underscore for a hyphen, or in capitals."""
    return _table(dict.fromkeys(words, ""))
