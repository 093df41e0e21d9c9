"""Words of every day that are names as well: in a text they are one only where their neighbours say so."""

from __future__ import annotations

from .letters import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(map(fold, text.split()))


#: Papers, channels and places that are called by an everyday word.
COMMON = _words(
    "الوقت اليوم المصدر مالي الخبر الوطن الحياة الشعب الرأي النهار الأيام العالم الحدث الغد المدن الأخبار "
    "الثورة البيان الاتحاد الخليج "
    "الوحدة الجمهورية الاقتصادية الوسط الصباح المستقبل اللواء المساء العهد الآن النور السياسة العرب الدستور "
    "الراية المدينة "
    "الجزيرة العاصمة القاعدة الشرق الغرب الشمال الجنوب النصر السلام العدل الساحل الجبل البلد الميدان الطليعة "
    "العلم العمل "
    "الحقيقة الشاهد الناس الجديد العربي العربية الحرة الميثاق التحرير الفجر الأمل السوق الحي القرية المخيم "
    "النيل الشروق "
    "today source sun times mirror independent guardian life post nation people mail world week dawn"
)
#: Of these the ones that stand in every text, whoever speaks: "the source said" names no paper.
OF_EVERY_TEXT = _words("الوقت اليوم المصدر مالي الآن المدينة العاصمة القاعدة الشعب العالم today source people world")
#: Two words that are a name and a part of the world.
COMMON_PHRASES = frozenset(map(fold, ("الشرق الأوسط", "middle east", "the middle east", "القرن الأفريقي")))
#: Who speaks, without being named: words of which "media sources" and "officials" are made.
SPEAKERS = _words(
    "مصادر مصدر المصادر تقارير تقرير مسؤولون مسؤولين مسؤول شهود عيان ناشطون ناشطين ناشط نشطاء أهالي سكان "
    "إعلامية إعلاميون "
    "إعلاميين صحفية صحافية طبية محلية محليون محليين أمنية أمنيون عسكرية عسكريون رسمية ميدانية مطلعة صفحات مواقع "
    "وسائل إعلام "
    "the a an some local media news press medical military security official officials source sources report reports "
    "witness witnesses eyewitnesses residents activists resident activist pages outlets unnamed field"
)
#: What stands before the name of a paper or a channel, or behind it in English.
OUTLETS = _words(
    "صحيفة جريدة قناة موقع وكالة مجلة إذاعة تلفزيون شبكة فضائية راديو منصة مراسل مراسلة محرر "
    "newspaper daily paper channel website site agency magazine radio television tv network broadcaster correspondent"
)
#: What stands before the name of a place.
OF_PLACES = _words(
    "في من إلى شمال جنوب شرق غرب وسط شمالي جنوبي شرقي غربي دولة جمهورية حكومة جيش رئيس عاصمة مدينة بلدة قرية حي منطقة "
    "مديرية محافظة مخيم قضاء ناحية ريف بوسط بشمال حدود داخل نحو لدى بين"
)
#: What stands before the name of a place that has an article.
PLACES = _words(
    "مدينة بلدة قرية حي منطقة مديرية محافظة مخيم قضاء ناحية شارع ساحة دوار حارة جزيرة معسكر قاعدة مطار مدينتي "
    "منطقتي حيي"
)
#: What says that somebody speaks.
SAYING = _words(
    "قال قالت قالوا يقول تقول أفاد أفادت أفادوا ذكر ذكرت ذكروا أكد أكدت أكدوا أعلن أعلنت أعلنوا نقل نقلت نقلا "
    "عن بحسب حسب وفق "
    "وفقا أوضح أوضحت أوضحوا أشار أشارت أشاروا أضاف أضافت كشف كشفت تحدث تحدثت تحدثوا زعم زعمت اتهم اتهمت نفى نفت "
    "رجح لفت "
    "said says say told according reported report quoted citing cited confirmed affirmed announced stated "
    "explained added "
    "denied claimed by"
)
QUOTES = frozenset('«»"“”„‟')
