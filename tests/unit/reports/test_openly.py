"""Redacted words that are said openly in another place: found as people write them, told without quoting, acknowledged
by their line."""

from __future__ import annotations

import base64
import hashlib
import tracemalloc
from itertools import pairwise
from pathlib import Path

import pytest

from command.building import build, order
from inspection import CHECKS, inspect
from reports.searching import Search
from reports.sought import Secret
from tests.helpers.content import Content

NAME, ENGLISH = "زمرذانوس الحلبي", "Zumrudhan Halabi"
TOLD = "these redacted words, or some of them, stand openly at {}; redact or change them there too; if they mean something else, add {} to"


def told(content: Content) -> list[str]:
    """Where redacted words are said openly, by what is told as an error."""
    found = [str(problem) for problem in content.errors()]
    assert all("stand openly at " in line for line in found), found
    assert not any(word in line for line in found for word in (*NAME.split(), *ENGLISH.split()))
    return sorted({line.split("stand openly at ")[1].split(";")[0] for line in found})


def hiding(
    content: Content, *, ar: str = "", en: str = "", record: str = "", name: str = NAME, english: str = ENGLISH
) -> Content:
    """A report that redacts a name in its fourth line, and says something else."""
    ar = ar if "Title:" in ar else f"Title: عنوان\n\n{ar}"
    en = en if "Title:" in en else f"Title: A title\n\n{en}"
    return content.report(
        ar=f"{ar}\n\nقال [{name}]{{.redacted}}.", en=f"{en}\n\nSaid [{english}]{{.redacted}}.", record=record
    )


SAYINGS = (
    NAME, "لزمرذانوس الحلبي", "وبزمرذانوس الحلبيّ", "زُمُرُّذانوس الحَلَبي", "زمرذانـــوس الحلبي", "ﺯﻣﺮﺫﺍﻧﻮﺱ", "زمرذانوس", "الحلبي", "حلبي", "والحلبي", "للحلبي",
    "زمرذانوسالحلبي", "زمرذ انوس الحلبي", "**زمر**ذانوس", "&#1586;مرذانوس", "زمرذانوس\\!",
)  # fmt: skip


@pytest.mark.parametrize("saying", SAYINGS)
def test_a_name_is_found_as_people_write_it(content: Content, saying):
    """Joined letters, vowel marks, the stroke, forms, blanks, and the first name or the family name alone."""
    hiding(content, ar=f"نص {saying} نص", en="x")
    assert told(content) == ["reports/r/ar.md:3"]


@pytest.mark.parametrize(
    "saying",
    [
        "ZUMRUDHAN HALABI",
        "Zumruđhan",
        "ZUMRUÐHAN",
        "Zumrudħan",
        "zumrudhan",
        "Halabi's",
        "Żumrudhān",
        "Zumrudhan-Halabi",
        "zumrudhanhalabi",
        "Ｚumrudhan",
    ],
)
def test_a_name_is_found_in_any_case_and_form(content: Content, saying):
    hiding(content, ar="نص", en=f"Text {saying} text")
    assert told(content) == ["reports/r/en.md:3"]


@pytest.mark.parametrize(
    ("name", "english", "ar", "found"),
    [
        ("علي", "Ali", "وعلي", True), ("علي", "Ali", "على", False), ("علي", "Ali", "عليهم", False), ("علي", "Ali", "العليا", False),
        ("فؤاد", "Fuad", "فواد", True), ("مصطفى", "Mustafa", "ومصطفي", True), ("ليلي", "Layla", "ليلى", True), ("أحمد سالم", "Ahmad Salem", "احمد", True), ("عبد الله حسن", "Abdullah Hasan", "عبدالله", True),
        ("عبد الله حسن", "Abdullah Hasan", "والله", False), ("عبد الله حسن", "Abdullah Hasan", "عبد", False), ("نور الدين زنكي", "Nur al-Din Zenki", "الدين", False),
        ("٠٩٣٣ ١٢٣ ٤٥٦", "0933 123 456", "0933-123456", True), ("٠٩٣٣١٢", "093312", "۰۹۳۳۱۲", True), ("١٢", "12", "12", False),
        ("الطبيب الشرعي", "the forensic doctor", "الطبيب", False), ("الطبيب الشرعي", "the forensic doctor", "الطبيب الشرعي", True),
        ("يوم الثلاثاء", "on Tuesday", "يوم الثلاثاء", False), ("في البيت", "at home", "البيت", False),
        ("خرج من داره القديمة مع أولاده", "he left his old house", "داره القديمة مع أولاده", True),
    ],
)  # fmt: skip
def test_what_is_looked_for(content: Content, name, english, ar, found):
    """Names also in part, other words whole; not what stands in many texts by chance."""
    hiding(content, ar=f"نص {ar} نص", en="x", name=name, english=english)
    assert told(content) == (["reports/r/ar.md:3"] if found else [])


@pytest.mark.parametrize(
    ("english", "said", "found"),
    [
        ("Husam al-Din", "Nour al-Din", False), ("Husam al-Din", "Husam Al Din", True), ("Husam al-Din", "Mr Husam Aldin", True),
        ("Zakwan Tarabishi", "Tarabishi, Zakwan,", True), ("Zakwan Ahmad Tarabishi", "Tarabishi Zakwan", True),
        ("Zakwan Tarabishi", "Zakwan Ahmad al-Tarabishi", True), ("Zakwan al-Tarabishi", "Zakwan M. Tarabishi", True),
        ("Said Tarabishi", "he said it", False), ("Said Tarabishi", "Said, al-Tarabishi", True),
        ("Zakwan Murad Tarabishi", "Zakwan Murad said", False), ("Zakwan al-Murad Tarabishi", "Zakwan al-Murad said", True),
        ("Zakwan Murad Tarabishi", "Murad Tarabishi", True), ("Zakwan Murad Tarabishi", "Zakwan Tarabishi", True),
        ("Zakwan Tarabishi", "Zakwan and the Tarabishi", False), ("Zakwan Tarabishi", "https://a.example/szakwantarabishi/", True),
        ("Zakwan Tarabishi", "see wa_zakwantarabishi2016.html", True), ("Zakwan Tarabishi", "the zakwantarabishiyya", False),
        ("Zakwan Tarabishi", "https://a.example/zakwan%252Dtarabishi", True),
        ("+963 933 123 456", "0933 123 456", True), ("0933123456", "+963 933-123-456", True), ("0933123456", "0933 123 457", False),
    ],
)  # fmt: skip
def test_a_name_is_found_as_lists_write_it_and_the_end_of_one_is_no_name(content: Content, english, said, found):
    """Also in another report: the family's name first, other names between, glued in an address, coded twice, a number
    with the code of a country; `al-Din` goes with the word before it."""
    content.report(ar="قال [سر]{.redacted}.", en=f"[{english}]{{.redacted}} said that he said so.").report(
        "s", ar="نص.", en=f"Text, {said} it is."
    )
    assert ["/s/" in str(problem) for problem in content.errors()] == [True] * found


#: Addresses that hold a name with whatever is written with it, in their own letters or in codes, and words that do not.
HELD = {
    "https://a.example/freezakwan": True, "t.me/therealzakwanofficial": True, "zakwan.press-news": True, "@all_zak_wan99x": True, "raid2zakwan_1": True,
    "https://xn--mgbv5cni.example/": True, "http://a.XN----YMCB4AQJ2IDYEPT.example": True, "https://a.example/#شهيدناالطرابيشيرحل": True,
    "@omarhassan": False, "the freezakwaners": False, "https://xn--a.example/xn--9999": False,
}  # fmt: skip
#: The same name as it is written with an article, of many who bear it, and on other keyboards.
OTHERWISE = (
    "altarabishi", "ElTarabishi", "the Tarabishis", "Zakwans", "the Altarabishis’ house",
    "زڪوان", "الطرابیشے", "ٱلطرابيشې", "ھلالي", "ہلالێ", "نعمە", "نعمۃ",
)  # fmt: skip


@pytest.mark.parametrize("saying", [*HELD, *OTHERWISE])
def test_what_holds_a_name_is_found_by_the_check_and_in_a_finished_site(tmp_path: Path, saying: str):
    """In the files of its report: both look for it in the same words."""
    content = Content(tmp_path)
    hiding(
        content,
        ar=f"نص {saying} نص",
        en="x",
        name="نعمة هلالي زكوان الطرابيشي",
        english="Nima Hilali Zakwan al-Tarabishi",
    )
    assert told(content) == ["reports/r/ar.md:3"] * HELD.get(saying, True)
    page = tmp_path / "site" / "en" / "briefings" / "r" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f'<p title="{saying}">x</p>', "utf-8")
    found = inspect(tmp_path / "site", content=content.root, without={*CHECKS} - {"secrets"})
    assert bool(found) == HELD.get(saying, True)


@pytest.mark.parametrize(
    ("name", "english", "said", "found"),
    [
        ("عمر ٢٣", "Omar 23", "عمر", True), ("عمر ٢٣", "Omar 23", "٢٣", False), ("زكوان 0933123456", "Zakwan 0933123456", "a.example/the0933123456tv", True),
        ("رائد الفارس", "Raed Fares", "رائد", True), ("نعمة هلال", "Nima Hilal", "وهلال", True), ("وليد المعلم", "Walid Muallem", "المعلم", True),
        ("الرائد زكوان", "Major Zakwan", "الرائد", False), ("قائد اللواء", "Brigade Commander", "قائد", False),
        ("شارع الزنبق", "Zanbaq Street", "شارع", False), ("شارع الزنبق", "Zanbaq Street", "Street", False), ("شارع الزنبق", "Zanbaq Street", "زنبق", True),
    ],
)  # fmt: skip
def test_a_name_beside_a_number_or_a_role_is_found_by_the_check_and_in_a_finished_site(
    tmp_path: Path, name, english, said, found
):
    """Some names are roles as well: a role with its article before a name is none, nor is the kind of a place."""
    content = Content(tmp_path)
    hiding(content, ar=f"نص {said} نص", en="x", name=name, english=english)
    assert told(content) == ["reports/r/ar.md:3"] * found
    page = tmp_path / "site" / "en" / "briefings" / "r" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f"<p>{said}</p>", "utf-8")
    assert bool(inspect(tmp_path / "site", content=content.root, without={*CHECKS} - {"secrets"})) == found


@pytest.mark.parametrize(
    ("where", "texts", "record"),
    [
        ("ar.md:1", {"ar": f"Title: شهادة {NAME}\n\nنص"}, ""),
        ("ar.md:2", {"ar": f"Title: ش\nSummary: {NAME}\n\nنص"}, ""),
        ("ar.md:3", {"ar": f"Title: ش\nSummary: م\n    {NAME}\n\nنص"}, ""),
        ("ar.md:2", {"ar": f"Title: ش\nTranslator: {NAME}\n\nنص"}, ""),
        ("ar.md:3", {"ar": f'نص [كذا]{{sic="{NAME}"}}', "en": 'x [y]{sic="z"}'}, ""),
        ("ar.md:3", {"ar": f'نص [كذا](https://a.example "{NAME}")'}, ""),
        ("en.md:3", {"en": "x [y](https://a.example/zumrudhan)"}, ""),
        ("ar.md:3", {"ar": "نص [كذا](https://a.example/%D8%B2%D9%85%D8%B1%D8%B0%D8%A7%D9%86%D9%88%D8%B3)"}, ""),
        ("ar.md:3", {"ar": f'نص <abbr title="{NAME}">كذا</abbr>'}, ""),
        ("ar.md:5", {"ar": "نص[^1]\n\n[^1]: الحلبي", "en": "x[^1]\n\n[^1]: y"}, ""),
        ("record.yaml:3", {"ar": "[ق]{.e}", "en": "[x]{.e}"}, f"events: {{e: {{type: other, when: 2016, title: {{ar: {NAME}, en: x}}}}}}\n"),
        ("record.yaml:3", {}, f"corrections: [{{on: 2016-10-09, ar: صُحح اسم {NAME}, en: x}}]\n"),
        ("record.yaml:4", {}, f"corrections:\n- {{on: 2016-10-09, ar: ق, en: '{ENGLISH}'}}\n"),
        ("record.yaml:3", {}, "url: https://a.example/zumrudhan/x\n"),
        ("record.yaml:3", {}, 'url: "https://a.example/\\u007aumrudhan/x"\n'),
        ("record.yaml:3", {"ar": "[ق]{.zumrudhan}", "en": "[x]{.zumrudhan}"}, "claims: {zumrudhan: {by: witness}}\n"),
    ],
)  # fmt: skip
def test_where_it_is_looked_for(content: Content, where, texts, record):
    """Titles, summaries, corrections of the source's words, titles and addresses of links, notes, ids: all that goes out."""
    hiding(content, **{"ar": "نص", "en": "x"} | texts, record=record)
    assert f"reports/r/{where}" in told(content)


def test_the_registry_is_looked_through_where_it_is_published(content: Content):
    """Names, aliases and roles of entries that have a page; not of one that nobody names."""
    content.registry(
        sources=f"""
        shown: {{name: {{ar: فلان, en: Somebody}}, kind: person, role: {{ar: رفيق {NAME}, en: a friend}}}}
        unseen: {{name: {{ar: {NAME}, en: {ENGLISH}}}, kind: person}}
    """
    )
    hiding(content, ar="[ق]{.shown}", en="[x]{.shown}")
    assert told(content) == ["registry/sources.yaml:4"]


def test_the_other_names_of_an_entry_are_looked_for(content: Content):
    """In the other language, where the registry knows both."""
    content.registry(sources=f"unseen: {{name: {{ar: الخفي, en: {ENGLISH}}}, kind: person}}\n")
    hiding(content, ar="نص", en=f"Text {ENGLISH}", name="الخفي", english="the hidden one")
    assert told(content) == ["reports/r/en.md:3"]


def test_other_reports_and_dossiers_are_looked_through_for_the_whole(content: Content):
    """The first name alone may be anybody's there."""
    hiding(content, ar="نص", en="x").report("s", ar=f"نص {NAME}").report("t", ar="نص زمرذانوس").dossier(
        ar="نص\n\nقال الحلبي زمرذانوس الحلبي"
    )
    assert told(content) == ["dossiers/d/ar.md:5", "reports/s/ar.md:3"]


def test_what_is_not_published_says_nothing(content: Content):
    """A draft, a comment, the name of an image's file, notes beside the report."""
    hiding(content, ar=f"نص <!-- {NAME} -->", en="x", record=f"# {NAME}\n")
    content.report("s", ar=f"Title: ع\nStatus: draft\n\n{NAME}")
    content.write("reports/r/notes.md", NAME)
    assert told(content) == []


def test_a_line_can_be_acknowledged(content: Content):
    """Then it is a warning; a line that needs none is told, and what is no line is an error."""
    hiding(content, ar="الحلبي غيره", en="x")
    content.write("acknowledged.yaml", "- reports/r/ar.md:3\n- ‸reports/r/en.md:3\n")
    warned = [str(problem).partition(": warning: ")[2] for problem in content.read().warnings]
    assert warned == [
        "nothing that is redacted stands in this line; take it off the list [needless-line]",
        "these redacted words, or some of them, stand openly at reports/r/ar.md:3, which acknowledged.yaml acknowledges; "
        "look whether they still mean something else there [acknowledged-line reports/r/ar.md:3]",
    ]
    content.carets.clear()
    content.write("acknowledged.yaml", "- ‸reports/r/ar.md\n- ‸reports/x/ar.md:3\n")
    content.expect("this is no line of a file", "there is no file `reports/x/ar.md`")
    content.carets.clear()
    content.write("acknowledged.yaml", "- ‸reports/r/notes.md:3\n").parent.joinpath("reports/r/notes.md").write_text(
        NAME, "utf-8"
    )
    content.expect("`reports/r/notes.md` is no file that is published")


@pytest.mark.parametrize("written", ["reports/r/ar.md:3", "{reports/r/ar.md: 3}", "reports/r/ar.md: 3"])
def test_what_is_no_list_of_lines_is_told_where_it_stands(content: Content, written):
    """Once, and as what it is: neither as a list in one line nor as a fault of the program."""
    hiding(content, ar="نص", en="x")
    content.write("acknowledged.yaml", f"# Looked at.\n‸{written}\n")
    content.expect("the list must be a list")


@pytest.mark.parametrize(
    ("saying", "lines"),
    [
        ("جاء [موقع](https://a.example/%D8%B2%D9%85%D8%B1%D8%B0%D8%A7%D9%86%D9%88%D8%B3_%D8%A7%D9%84%D8%AD%D9%84%D8%A8%D9%8A).", (3,)),
        ("جاء زمرذانوس&nbsp;الحلبي.", (3,)), ("جاء زمرذانوس\nالحلبي هنا.", (3, 4)), ("جاء **زمر**ذانوس.", (3,)), ("جاء زمر<bdi>ذانوس</bdi>.", (3,)),
    ],
)  # fmt: skip
@pytest.mark.slow
def test_what_is_acknowledged_here_is_acknowledged_by_the_inspection(content: Content, tmp_path, saying, lines):
    """Else nothing that an author could write would help."""
    hiding(content, ar=saying, en="x")
    assert told(content) == [f"reports/r/ar.md:{line}" for line in lines]
    content.write("acknowledged.yaml", "".join(f"- reports/r/ar.md:{line}\n" for line in lines))
    build(order(str(content.root), str(tmp_path / "site")))


@pytest.mark.parametrize(
    ("ar", "en", "said", "where"),
    [
        ("سمير الحداد", "Dr. Samir Haddad", "Then Haddad came", "en.md"), ("جعفر الحداد", "Ja'far Haddad", "Then Haddad came", "en.md"),
        ("سعيد الحداد", "Sa'id Haddad", "Jafar, Said", "en.md"), ("السيد حداد", "Mr. Haddad", "Then Haddad came", "en.md"),
        ("هذا", '[word](https://a.example/x "Samir Haddad")', "Then Samir Haddad came", "en.md"), ("هذا", "[word](https://a.example/hidden)", "[x](https://a.example/hidden)", "en.md"),
    ],
)  # fmt: skip
def test_what_the_inspection_would_refuse_is_told(content: Content, ar, en, said, where):
    """Names with titles and apostrophes, and what a link within redacted words leads to and is called."""
    hiding(content, ar="نص", en=said, name=ar, english=en)
    assert [str(problem).partition("stand openly at ")[2].partition(";")[0] for problem in content.errors()][:1] == [
        f"reports/r/{where}:3"
    ]


def test_the_pages_of_the_editors_are_looked_through(content: Content):
    hiding(content, ar="نص", en="x")
    content.write("pages/about/ar.md", f"Title: عن\n\n{NAME}\n")
    assert told(content) == ["pages/about/ar.md:3"]
    content.write("pages/about/ar.md", "Title: عن\n\nنص\n")
    for said in (f"By &#{ord(ENGLISH[0])};{ENGLISH[1:]}", f"By [x](https://a.example/{ENGLISH.replace(' ', '%20')})"):
        content.write("pages/about/en.md", f"Title: About\n\n{said}\n")
        assert told(content) == ["pages/about/en.md:3"]


def test_the_message_says_where_and_what_to_do(content: Content):
    content.report(ar=f"Title: عن {NAME}\n\nقال ‸[{NAME}]{{.redacted}} كذا.")
    content.expect(TOLD.format(*["reports/r/ar.md:1"] * 2))


def test_a_name_is_not_published_that_only_a_bar_named(content: Content):
    """The mark goes with its words, and so the entry has no page on which its name could stand."""
    content.registry(sources=f"hidden: {{name: {{ar: {NAME}, en: {ENGLISH}}}, kind: person}}\n")
    content.report(
        ar=f"قال [_[{NAME}]{{.redacted}}_]{{.hidden}} ذلك.", en=f"So said [_[{ENGLISH}]{{.redacted}}_]{{.hidden}}."
    )
    assert told(content) == []
    content.report(
        ar=f"قال [الشاهد [{NAME}]{{.redacted}}]{{.hidden}} ذلك.",
        en=f"So said [the witness [{ENGLISH}]{{.redacted}}]{{.hidden}}.",
    )
    assert told(content) == ["registry/sources.yaml:4"]


WITHIN = [
    ("رئيس البلدية حسن العلي", "The mayor Hasan Ali", "اعتقال حسن العلي", "Hasan Ali arrested", True),
    ("الناشط حسن العلي", "activist Hasan Ali", "حسن العلي", "Hasan Ali", True),
    ("حسن العلي وسعد نمر", "Hasan Ali and Saad Nimr", "سعد نمر", "Saad Nimr", True),
    ("حسن العلي من تل زيتون", "Hasan Ali of Tell Zaytun", "حسن العلي", "Hasan Ali", True),
    ("حسن محمود خالد يوسف العلي", "Hasan Mahmoud Khaled Yousef Ali", "يوسف العلي", "Hasan Ali", True),
    ("حسن العلي المعروف بأبو عمر", "Hasan Ali, known as Abu Omar,", "أبو عمر", "Abu Omar", True),
    ("حسن العلي، 34،", "Hasan Ali, 34,", "حسن العلي", "Hasan Ali", True),
    ("هاتف 0933123456", "phone 0933123456", "رقم ٠٩٣٣١٢٣٤٥٦", "Call 0933123456", True),
    ("هاتف 0933 123 456", "phone 0933 123 456", "رقم 0933123456", "Call 0933-123-456", True),
    ("يوم 12 10 2016", "on 12 10 2016", "في 12 10 2016", "On 12 10 2016", False),
    ("حساب @hasan_99", "the account @hasan_99", "hasan_99", "User hasan_99 speaks", True),
    ("أبو عمر الحلبي", "Abu Omar al-Halabi", "بيت أبي عمر", "the house of Abu Omar", True),
    ("لأبي عمر", "of Abu Omar", "أبا عمر", "Abu Omar", True),
    ("وحسن", "and Hasan", "حسن", "then Hasan", False),
    ("وخالد", "and Khaled", "جاء خالد", "nobody", None),
    ("خالد", "Khaled", "ضربوا خالداً", "nobody", None),
    ("خالداً", "Khaled", "جاء خالد", "nobody", None),
    ("للعلي حسن", "Hasan al-Ali", "رأوا العلي حسن", "nobody", None),
    ("رئيس البلدية", "the mayor", "رئيس المجلس", "The mayor came", False),
    ("رئيس البلدية حسن العلي", "The mayor Hasan Ali", "رئيس البلدية", "The mayor came", False),
    ("عمره 34 عاماً", "the 34-year-old, of the 1990s", "عاماً", "a 34-year-old of the 1990s", False),
]  # fmt: skip


@pytest.mark.parametrize(("name", "english", "ar", "en", "found"), WITHIN)
def test_what_tells_of_somebody_within_longer_words(content: Content, name, english, ar, en, found):
    """A name beside a role or another name, a long number, a handle, however the sentence turns it; not the ordinary
    words beside it. Where ``found`` is none it is in the Arabic alone."""
    hiding(content, ar="نص", en="x", name=name, english=english).report("s", ar=f"نص {ar} نص", en=f"Text, {en}.")
    places = {str(problem).partition("stand openly at ")[2].partition(";")[0] for problem in content.errors()}
    both = {"reports/s/ar.md:3", "reports/s/en.md:3"}
    assert places == (both if found else {"reports/s/ar.md:3"} if found is None else set())


ALONE = [
    ("شقيق خالد", "Khaled's brother", "جاء خالد.", "Nobody came.", ["ar"]),
    ("شقيق خالد", "Khaled's brother", "نص.", "Then Khaled came.", ["en"]),
    ("أخوها الأصغر", "her brother Khaled", "نص.", "KHALED came.", ["en"]),
    ("الرجل", "Khaled fled", "نص.", "Then Khaled came.", ["en"]),
    ("الجنود", "Soldiers fled", "نص.", "The soldiers came. Soldiers fired.", []),
    ("أهالي حلب", "the people of Aleppo", "جاء إلى حلب.", "He came to Aleppo.", []),
    ("سوري", "a Syrian man", "نص.", "The Syrian came.", []),
    ("رجل مسن", "an old man", "جاء المسن.", "An old dog.", []),
    ("الطبيب المناوب", "the Monday doctor", "المناوب", "On Monday.", []),
    ("جار طيب", "a good neighbour", "طيب.", "Good.", []),
]


@pytest.mark.parametrize(("ar", "en", "ar_said", "en_said", "found"), ALONE)
def test_one_name_within_other_words_is_looked_for_in_its_report(content: Content, ar, en, ar_said, en_said, found):
    """An English word that only a name begins with a capital letter, and what stands behind who somebody is; not the
    names of places and parties, nor what the text also writes with a small letter."""
    hiding(content, ar=f"نص.\n\n{ar_said}", en=f"Text.\n\n{en_said}", name=ar, english=en)
    places = {str(problem).partition("stand openly at ")[2].partition(";")[0] for problem in content.errors()}
    assert places == {f"reports/r/{lang}.md:5" for lang in found}


MONTHS = [
    ("أيار", "Ayar", "جاءت أيار.", True), ("أيار", "Ayar", "في أيار.", False), ("أيار", "Ayar", "8 أيار.", False), ("أيار", "Ayar", "أيار 2016.", False), ("أيار", "Ayar", "ثم أيار/مايو.", False),
    ("رمضان العلي", "Ramadan Ali", "قال رمضان.", True), ("رمضان العلي", "Ramadan Ali", "وقال لرمضان.", True), ("رمضان العلي", "Ramadan Ali", "شهر رمضان.", False), ("رمضان العلي", "Ramadan Ali", "أول رمضان الماضي.", False),
    ("رمضان العلي", "Ramadan Ali", "قال العلي.", True),
    ("مي", "May", "Then May came.", True), ("مي", "May", "May's brother.", True), ("مي", "May", "They may come.", False), ("مي", "May", "In May.", False), ("مي", "May", "On 3 May.", False), ("مي", "May", "May 2016.", False),
    ("أوغست حداد", "August Haddad", "August came.", True), ("أوغست حداد", "August Haddad", "Last August.", False), ("في أيار", "in May", "May came.", False),
]  # fmt: skip


@pytest.mark.parametrize(("ar", "en", "said", "found"), MONTHS)
def test_a_name_that_is_a_month_is_found_where_it_stands_in_no_date(content: Content, ar, en, said, found):
    lang = "en" if said.isascii() else "ar"
    hiding(content, **{"ar": "نص.\n\nنص.", "en": "x.\n\nx."} | {lang: f"x.\n\n{said}"}, name=ar, english=en)
    places = {str(problem).partition("stand openly at ")[2].partition(";")[0] for problem in content.errors()}
    assert places == ({f"reports/r/{lang}.md:5"} if found else set())


EVERYDAY = (
    "قرب المستشفى الميداني أمام السوق الشعبي", "خرج الرجال من البيت القديم بعد الغارة", "كانت السيارة البيضاء تنتظر أمام الحاجز", "وصلت سيارة بيضاء إلى المدرسة",
    "اعتقلوا سائق الإسعاف وبعض الجيران", "في الطابق الثاني من المبنى", "نقلوا الجرحى بالسيارة الكبيرة إلى المشفى",
)  # fmt: skip


@pytest.mark.parametrize("clause", EVERYDAY)
def test_everyday_words_in_pairs_tell_of_nobody(content: Content, clause):
    """No name begins with a verb, an everyday thing or an article: what stands beside each other in many texts is
    nobody's name. Names beside them are found all the same."""
    pieces = clause.split()
    pairs = ". ".join(f"كلام {one} {other}" for one, other in pairwise(pieces) if len(one) > 2)
    content.report(ar=f"قال إنه [{clause} يومها]{{.redacted}}.").report("s", ar=f"{pairs}.")
    assert content.errors() == []
    content.report(ar=f"قال إنه [{clause} مع حسن العلي]{{.redacted}}.").report("s", ar=f"{pairs}.\n\nجاء حسن العلي.")
    assert told(content) == ["reports/s/ar.md:5"]


def test_where_the_translation_names_nobody_no_pair_is_a_name(content: Content):
    hiding(content, ar="نص", en="x", name="كلام زعتر بري كثير هناك", english="a lot of wild thyme there").report(
        "s", ar="نص زعتر بري"
    )
    assert content.errors() == []
    hiding(content, ar="نص", en="x", name="كلام زعتر بري كثير هناك", english="a lot by Zaatar Barri there").report(
        "s", ar="نص زعتر بري"
    )
    assert [problem.path.name for problem in content.errors()] == ["ar.md"]


def test_long_words_take_little_memory():
    """One of a hundred thousand letters, and forty with articles."""
    tracemalloc.start()
    place = (Path("x"), 1, 1, True)
    many = tuple(f"ال{letter}زمرد" for letter in "بتثجحخدذ" * 5)
    search = Search([Secret(("ز" * 100_000,), *place), Secret(many, *place)])
    assert list(search.find(["ز" * 100_000]))
    assert list(search.find(many))
    assert not list(search.find(["ز" * 60]))
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_the_hash_of_a_source_with_redacted_words_stands_nowhere(content: Content):
    """Not in a correction, nor as that of the same source in a report that redacts nothing."""
    digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    content.report(
        record=f"sha256: {digest}\ncorrections: [{{on: 2016-10-09, ar: 'ق {digest.upper()}', en: x}}]\n",
        ar="[سر]{.redacted}",
    )
    content.report("s", record=f"sha256: {digest}\n", ar="نص.")
    told = [str(problem).partition(": the hash")[2].partition(";")[0] for problem in content.errors()]
    assert told == [
        f" of a source with redacted words stands openly at reports/{place}"
        for place in ("r/record.yaml:4", "s/record.yaml:3")
    ]


@pytest.mark.parametrize(
    ("line", "record"),
    [
        (3, f"documents: {{page: {{publisher: agency, title: عن {NAME}}}}}\n"),
        (4, "documents:\n  page: {publisher: agency, url: https://a.example/zumrudhan/x}\n"),
        (3, f"claims: {{c: {{words: {{en: 'said {ENGLISH}'}}}}}}\n"),
        (3, f"events: {{c: {{type: other, when: 2016, note: {{ar: من {NAME}}}}}}}\n"),
        (3, f"events: {{c: {{type: other, when: 2016, weapon: {{ar: قنبلة {NAME}}}}}}}\n"),
        (3, "events: {c: {type: other, when: 2016, code: Zumrudhan-1}}\n"),
        (3, "events: {c: {type: other, when: 2016, former: raid-on-zumrudhan}}\n"),
        (3, f"limits: {{ar: لم نلق {NAME}}}\n"),
        (4, "events: {c: {type: other, when: 2016}}\nclaims: {d: {about: c, casualties: [{killed: 1, part: zumrudhan}]}}\n"),
    ],
)  # fmt: skip
def test_it_is_looked_for_in_all_that_a_record_says(content: Content, line, record):
    """Documents, their addresses and words, notes, weapons, limits, codes, former ids and the names of parts."""
    marks = "".join(f"[ق]{{.{id}}} " for id in "cd" if f"{{{id}: " in record)
    hiding(content, ar=marks or "نص", en=marks.replace("ق", "x") or "x", record=record)
    assert told(content) == [f"reports/r/record.yaml:{line}"]


def test_the_hash_of_a_document_stands_nowhere_either(content: Content):
    """Of a report that redacts words none is published, and it stands in no other place."""
    digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    documents = f"documents: {{sha256: {{publisher: agency, title: س, sha256: {digest}}}}}\n"
    content.report(record=documents, ar="[سر]{.redacted}").report("s", record=documents, ar="نص.")
    told = [str(problem).partition(": the hash")[2].partition(";")[0] for problem in content.errors()]
    assert told == [" of a source with redacted words stands openly at reports/s/record.yaml:3"]


def test_the_hash_that_another_report_gives_of_the_same_page_stands_nowhere(content: Content):
    """And the hash that it gives of another page is its own."""
    digests = ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "a" * 64]
    content.report(record="documents: {p: {publisher: agency, url: https://a.example/p}}\n", ar="[سر]{.redacted}.")
    documents = [
        f"{id}: {{publisher: agency, url: https://a.example/{id}, sha256: {digest}}}"
        for id, digest in zip("pq", digests, strict=True)
    ]
    content.report("s", ar="نص.", record=f"documents:\n  {documents[0]}\n  {documents[1]}\n")
    assert [str(problem).partition("openly at ")[2].partition(";")[0] for problem in content.errors()] == [
        "reports/s/record.yaml:4"
    ]


#: Ways of writing the address of a page, and of its copies.
SAME_PAGE = (
    "https://A.example/p", "http://a.example/p/", "https://a.example:443/p#top", "https://a.example/%70",
    "https://www.a.example/p?utm_source=x", "https://m.a.example/p", "https://a.example/p/index.html",
    "https://web.archive.org/web/20200101000000/https://a.example/p",
    "https://web.archive.org/web/20210101000000id_/http:/www.a.example/p",
)  # fmt: skip


@pytest.mark.parametrize(
    "address", [*SAME_PAGE, "https://a.example/p?q=1", "https://b.example/p", "https://a.example/P"]
)
def test_the_same_page_is_known_by_any_way_of_writing_its_address(content: Content, tmp_path: Path, address: str):
    """By the check, and where the finished site is looked through."""
    digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    content.report(record="documents: {p: {publisher: agency, url: https://a.example/p}}\n", ar="[سر]{.redacted}.")
    content.report(
        "s", ar="نص.", record=f"documents: {{q: {{publisher: agency, archive: {address}, sha256: {digest}}}}}\n"
    )
    found = address in SAME_PAGE
    assert ["hash of a source" in str(problem) for problem in content.errors()] == [True] * found
    site = tmp_path / "site"
    site.mkdir()
    site.joinpath("a.txt").write_text(digest, "utf-8")
    shown = inspect(site, content=content.root, without={*CHECKS} - {"secrets"})
    assert bool(shown) == (found or address.endswith("/P"))  # it takes capitals for the same, which is no harm


#: Codes in which bytes stand before the hash: an address of IPFS (CIDv1, RFC 4648), a multihash, and others.
BEHIND_BYTES = {
    "IPFS": lambda digest: "b" + base64.b32encode(b"\x01\x55\x12\x20" + digest).decode().lower().rstrip("="),
    "multihash": lambda digest: base64.b64encode(b"\x12\x20" + digest).decode(),
    "one byte": lambda digest: base64.urlsafe_b64encode(b"\x00" + digest + b"end").decode(),
    "three bytes": lambda digest: base64.b32encode(b"abc" + digest + b"end").decode(),
}


@pytest.mark.parametrize(
    ("of", "how"),
    [
        *((of, how) for of in ("سر", None) for how in ("md5", "sha1", "sha512")),
        *((None, how) for how in ("sha3_256", "blake2b", "b64encode", "b32encode")),
        *((None, how) for how in BEHIND_BYTES),
    ],
)
def test_every_usual_hash_of_the_words_and_of_their_file_is_found(content: Content, of, how):
    content.report(ar="قال [سر]{.redacted}.")
    data = of.encode() if of else (content.root / "reports/r/ar.md").read_bytes()
    digest = hashlib.sha256(data).digest()
    if how in BEHIND_BYTES:
        code = f"https://a.example/ipfs/{BEHIND_BYTES[how](digest)}/x"
    elif how in hashlib.algorithms_guaranteed:
        code = hashlib.new(how, data).hexdigest()
    else:
        code = getattr(base64, how)(digest).decode()
    content.report("s", ar=f"نص {code} نص.")
    assert ["openly at reports/s/ar.md:3" in str(problem) for problem in content.errors()][:1] == [True]


@pytest.mark.parametrize("where", [slice(0, 16), slice(32, 64), slice(20, 32), slice(0, 64), slice(0, 8)])
@pytest.mark.parametrize("written", ["{}", "sha256:{}…", "0x{}", "**{}**", "`{}`"])
@pytest.mark.parametrize("of", ["record", "ar.md", "original.txt"])
def test_a_part_of_a_hash_tells_as_much_as_all_of_it(content: Content, where, written, of):
    """Of the hash that the record has, and of the files that say the words."""
    digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    content.report(record=f"sha256: {digest}\n" if of == "record" else "", ar="قال [سر]{.redacted}.")
    if of != "record":
        content.write("reports/r/original.txt", "قال سر.\n")
        digest = hashlib.sha256((content.root / "reports/r" / of).read_bytes()).hexdigest()
    content.report("s", ar=f"نص.\n\nكلام {written.format(digest[where])} كلام.")
    (told,) = content.errors()
    assert "the hash of a source with redacted words stands openly at reports/s/ar.md:5" in str(told)
    assert digest[where] not in str(told)


@pytest.mark.parametrize("said", ["{:.7} {:.4}", "0123456789abcdef" * 4, "2016-10-04 12:30 — 09331 234567 890123"])
def test_what_is_no_part_of_a_hash_tells_nothing(content: Content, said):
    digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    content.report(record=f"sha256: {digest}\n", ar="قال [سر]{.redacted}.").report(
        "s", ar="كلام " + said.format(digest, digest)
    ).expect()


def test_a_hash_in_pieces_is_found(content: Content):
    digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    in_pieces = " ".join(digest[at : at + 4] for at in range(0, 24, 4)).upper()
    content.report(record=f"sha256: {digest}\n", ar="قال [سر]{.redacted}.").report("s", ar=f"كلام {in_pieces}.")
    assert [str(problem).partition("stand")[2].partition(";")[0] for problem in content.errors()] == [
        "s openly at reports/s/ar.md:3"
    ]


BROKEN = (
    "x: 'unclosed\n",
    "- x\n",
    "limits: [x\n",
    "x: *a\n",
    "a: 1\n---\nb: 2\n",
    "documents: [x]\n",
    "documents: {d: [x]}\n",
    "x: " + "[" * 5000 + "\n",
)


@pytest.mark.parametrize("record", BROKEN)
def test_a_record_that_cannot_be_read_is_told_in_a_report_that_redacts_too(content: Content, record):
    content.report(ar="قال [سر]{.redacted}.", record=record)
    assert [problem.path.name for problem in content.errors()][:1] == ["record.yaml"]


PARTED = (
    "[زمرذانوس]{when=2016} الحلبي", "زمرذانوس[^1] الحلبي\n\n[^1]: ن", "[زمرذانوس](https://a.example/) الحلبي",
    "[زمر](https://a.example/)ذانوس الحلبي", "زمرذانوس <!-- x --> الحلبي",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("saying", PARTED)
def test_what_is_written_within_words_parts_none(content: Content, saying, tmp_path):
    """Told by the check where the inspection would refuse it, and acknowledged for both by its line."""
    hiding(content, ar="نص", en="x").report("s", ar=saying)
    assert told(content) == ["reports/s/ar.md:3"]
    content.write("acknowledged.yaml", "- reports/s/ar.md:3\n")
    build(order(str(content.root), str(tmp_path / "site")))


@pytest.mark.parametrize(
    ("name", "english", "said", "found"),
    [
        ("رمضان شعبان", "Ramadan Shaaban", "جاء رمضان شعبان أمس", True), ("إسماعيل حداد", "Ismāʿīl Ḥaddād", "Then Ismail Haddad came", True),
        ("علي حسن", "ʿAlī Ḥasan", "Ali Hasan came", True), ("حسن علي", "hasan ali", "Hasan Ali came", True), ("نيسان أيار", "April May", "Then April May came", True),
        ("٩١٨٢٧٣٦٤٥", "918273645", "SY918273645", True), ("بيت قديم", "an old house", "An old house", False),
    ],
)  # fmt: skip
def test_names_are_found_as_others_spell_them(content: Content, name, english, said, found):
    """Two months in a row, signs of transliteration, names typed in small letters, a number behind letters."""
    hiding(content, name=name, english=english, ar="نص", en="x").report("s", ar=said)
    assert bool(content.errors()) == found


@pytest.mark.parametrize(
    ("redacted", "said"),
    [
        ("Yıldız Kaya", "YILDIZ"), ("Michał Nowak", "Michal"), ("Søren Holm", "SOREN"), ("Ægir Holm", "Aegir"),
        ("Işık Demir", "IŞIK"), ("at 36.2021 N", "36.2021"), ("the car with plate 123-456", "plate 123-456"),
        ("the card 12/3456", "card 12/3456"),
    ],
)  # fmt: skip
def test_what_is_written_in_other_letters_or_with_signs_is_found(content: Content, tmp_path: Path, redacted, said):
    """Letters without their stroke, numbers with signs in them: by the check, and in a finished site."""
    hiding(content, english=redacted, en=f"x {said} x", ar="نص")
    assert "reports/r/en.md:3" in told_in(content, redacted)
    page = tmp_path / "site" / "en" / "briefings" / "r" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f"<p>{said}</p>", "utf-8")
    assert inspect(tmp_path / "site", content=content.root, without={*CHECKS} - {"secrets"})


def test_coordinates_in_a_record_are_found(content: Content):
    """Whether they are redacted with a degree or as they stand in the record."""
    point = "events: {e: {type: shelling, when: 2016-10-04, point: [36.2021, 37.1343], accuracy: exact}}\n"
    for redacted in ("at 36.2021 N, 37.1343 E", "36.2021, 37.1343"):
        hiding(content, english=redacted, en="[x]{.e}", ar="[ق]{.e}", record=point)
        assert "reports/r/record.yaml:3" in told_in(content, redacted)
    few = point.replace("36.2021, 37.1343", "36.20, 37.13")
    hiding(content, english="36.20, 37.13", en="[x]{.e}", ar="[ق]{.e}", record=few)
    assert "reports/r/record.yaml:3" in told_in(content, "36.20, 37.13")


@pytest.mark.parametrize("redacted", ["on 4/10/2016 at 12:30", "about 12,345 people", "at 12:30:15", "in 10-2016"])
def test_a_date_a_time_and_a_round_number_are_nobody(content: Content, redacted):
    hiding(content, english=redacted, en=f"x {redacted.split(' ')[1]} x", ar="نص")
    assert told_in(content, redacted) == set()


def told_in(content: Content, redacted: str) -> set[str]:
    """Where redacted words are said openly. No message says them."""
    found = [str(problem) for problem in content.errors()]
    assert not any(word in line for line in found for word in redacted.split() if len(word) > 5)
    return {line.split("stand openly at ")[1].split(";")[0] for line in found if "stand openly at " in line}
