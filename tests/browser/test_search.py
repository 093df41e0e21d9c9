"""The search, as readers use it: in either language, from a folder and from a server, with the keyboard."""

from __future__ import annotations

import gzip
import re
import shutil
from pathlib import Path
from random import Random
from urllib.parse import quote, unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from briefings.search_files import pieces
from briefings.search_terms import forms, words_of
from tests.browser.conftest import LANGUAGES, PHONE, Open
from tests.conftest import PROJECT
from tests.helpers.search import documents_of

pytestmark = pytest.mark.browser

SCRIPTS = PROJECT / "themes" / "briefing" / "static" / "js"

#: What is looked for, and what is among the first three results, by the end of its address.
FOUND = [
    # The name itself, with and without article, particles and vowel signs, in either script
    ("حلب", "places/aleppo/index.html"),
    ("Aleppo", "places/aleppo/index.html"),
    ("aleppo", "places/aleppo/index.html"),
    ("بحلب", "places/aleppo/index.html"),
    ("لحلب", "places/aleppo/index.html"),
    ("حَلَب", "places/aleppo/index.html"),
    ("الفردوس", "places/firdaws/index.html"),
    ("فردوس", "places/firdaws/index.html"),
    ("للفردوس", "places/firdaws/index.html"),
    ("والفردوس", "places/firdaws/index.html"),
    ("بالفردوس", "places/firdaws/index.html"),
    ("al-Firdaws", "places/firdaws/index.html"),
    ("Firdaws", "places/firdaws/index.html"),
    ("alfirdaws", "places/firdaws/index.html"),
    ("FIRDAWS", "places/firdaws/index.html"),
    ("Firdāws", "places/firdaws/index.html"),
    ("الفرقان", "places/furqan/index.html"),
    ("فرقان", "places/furqan/index.html"),
    ("alfurqan", "places/furqan/index.html"),
    ("al Furqan", "places/furqan/index.html"),
    ("إدلب", "places/idlib-governorate/index.html"),
    ("ادلب", "places/idlib-governorate/index.html"),
    ("Idlib", "places/idlib-governorate/index.html"),
    ("ash-Shaar", "places/shaar/index.html"),
    ("سيد علي", "sayyid-ali"),
    ("روسيا", "actors/russia-government/index.html"),
    ("Russia", "actors/russia-government/index.html"),
    ("the United Nations", "actors/un/index.html"),
    ("الامم المتحدة", "actors/un/index.html"),
    ("الأمم المتحده", "actors/un/index.html"),
    ("United Nations", "actors/un/index.html"),
    ("الدفاع المدني", "sources/white-helmets/index.html"),
    ("White Helmets", "sources/white-helmets/index.html"),
    ("المرصد السوري", "sources/sohr/index.html"),
    ("Syrian Observatory", "sources/sohr/index.html"),
    ("SOHR", "sources/sohr/index.html"),
    # Plurals and endings
    ("مستشفى", "hospital"),
    ("المستشفى", "hospital"),
    ("المستشفيات", "hospital"),
    ("hospitals", "hospital"),
    # Numbers in either script, with and without separators
    ("81", "briefings/2016-10-13-two-days-of-raids/index.html"),
    ("٨١", "briefings/2016-10-13-two-days-of-raids/index.html"),
    ("۸۱", "briefings/2016-10-13-two-days-of-raids/index.html"),
    ("50000", "2016-11-30-jubb-al-qubba"),
    ("50,000", "2016-11-30-jubb-al-qubba"),
    # Several words; days and months
    ("chlorine school", "briefings/2016-11-20-school-and-chlorine/index.html"),
    ("مدرسة كلور", "briefings/2016-11-20-school-and-chlorine/index.html"),
    ("October 2016", "months/2016-10/index.html"),
    ("تشرين الأول 2016", "months/2016-10/index.html"),
    ("أكتوبر 2016", "months/2016-10/index.html"),
    ("2016-12", "months/2016-12/index.html"),
    # Typed a little otherwise
    ("Qatergi", "places/qaterji/index.html"),
    ("Security Counsil", "security-council"),
]

#: Words that look alike and are not: what is looked for, and a word that must not be what is marked as found.
FALSE_FRIENDS = [
    ("علم", "إعلام"), ("علم", "ألم"), ("ألم", "علم"), ("دم", "قدم"), ("8", "81"), ("ein", "being"),
    ("علي", "على"), ("والي", "إلى"), ("فرق", "الفرقان"),
]  # fmt: skip

#: Words that no report of ours need hold: what is looked for, what is written, and whether one is found for the other.
#: ``near``: it is, and the reader is told that it is spelt otherwise.
MEETINGS = [
    # What begins like the article, or like a particle and the article, and is neither
    ("ألغام", "الألغام", "yes"), ("الألغام", "ألغام", "yes"), ("بألغام", "ألغام", "yes"),
    ("بالغين", "البالغين", "yes"), ("البالغين", "بالغين", "yes"), ("بالغ", "بالغين", "yes"),
    ("ألماني", "الألمانية", "yes"), ("والدين", "الوالدين", "yes"), ("إلقاء", "الإلقاء", "yes"),
    ("الفالوجة", "فالوجة", "yes"), ("فالوجة", "الفالوجة", "yes"), ("بالميرا", "بالميرا", "yes"),
    ("وكالة", "الوكالة", "yes"), ("وكالة", "والوكالات", "yes"), ("بلدة", "البلدات", "yes"),
    ("مستشفى", "المستشفيات", "yes"), ("طفل", "طفلان", "yes"), ("قتيل", "قتيلين", "yes"), ("باب", "بالباب", "yes"),
    # While it is typed
    ("المست", "المستشفى", "yes"), ("مستش", "المستشفى", "yes"), ("hosp", "hospitals", "yes"),
    # Transliteration
    ("an-Nusra", "al-Nusra Front", "yes"), ("al-Nusra", "an-Nusra", "yes"), ("nusra", "Jabhat an-Nuṣra", "yes"),
    ("Deir al-Zor", "Deir ez-Zor", "yes"), ("Sa'id", "Saʿīd", "yes"),
    # Digits and invisible characters
    ("1500", "١٬٥٠٠", "yes"), ("١٥٠٠", "1,500", "yes"), ("1500", "15000", "no"), ("15", "1500", "no"),
    ("حلب", "حـ\u200fـلب", "yes"), ("کلور", "كلور", "yes"),
    # One letter apart, and another thing
    ("مسلمين", "المسلحين", "near"), ("اعتقال", "انتقال", "near"), ("billed", "killed", "near"),
    ("علم", "إعلام", "no"), ("ألم", "علم", "no"), ("إعلام", "علم", "no"), ("قتل", "قتال", "no"),
    ("علي", "على", "no"), ("والي", "إلى", "no"), ("the", "The raid", "no"), ("في", "في حلب", "no"),
]  # fmt: skip


#: Whether the search has answered what stands in the field; whether it said that what it found is spelt otherwise.
ANSWERED = """() => document.querySelector("[data-results]").dataset.of === document.querySelector("[name=q]").value"""
TOLD_NEAR = """() => document.querySelector("[data-found]").textContent.includes(
  JSON.parse(document.getElementById("search-words").textContent).near)"""


def look_for(page: Page, root: str, lang: str, query: str) -> list[str]:
    """The addresses of the first results."""
    page.goto(f"{root}/{lang}/search/index.html?q={quote(query)}")
    page.wait_for_function(ANSWERED)
    return page.locator(".result-title a").evaluate_all("(all) => all.map((a) => a.href)")


#: For each query: write it into the field and send it off; the addresses of what is found, and the words marked in it.
WRITTEN = """async ([queries, told]) => {
  const answered = eval(told);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const found = [];
  for (const query of queries) {
    document.querySelector("[name=q]").value = query;
    document.querySelector("[data-search]").requestSubmit();
    while (!answered()) await new Promise((done) => setTimeout(done, 0));
    found.push([all(".result-title a").map((a) => a.href), all(".result mark").map((mark) => mark.textContent)]);
  }
  return found;
}"""


def written(page: Page, root: str, lang: str, queries: list[str]) -> list[tuple[list[str], list[str]]]:
    """What is found for each query, and what is marked, one after the other in the same page."""
    look_for(page, root, lang, queries[0])
    return page.evaluate(WRITTEN, [queries, ANSWERED])


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("way", ["file", "http"])
def test_what_is_looked_for_is_found(visitor: Open, lang: str, way: str) -> None:
    """In the page's language, whatever the language of the query.

    From a folder each is written into the field; from a server, which gives the same index, some come by the address.
    """
    tab = visitor("project", way)
    missed = []
    wanted = FOUND if way == "file" else FOUND[::8]
    if way == "file":
        answers = [found for found, _ in written(tab.page, tab.root, lang, [query for query, _ in wanted])]
    else:
        answers = [look_for(tab.page, tab.root, lang, query) for query, _ in wanted]
    for (query, end), answer in zip(wanted, answers, strict=True):
        found = answer[:3]
        if not any(end in address for address in found):
            missed.append((query, [address.split(f"/{lang}/")[-1] for address in found]))
        assert all(f"/{lang}/" in address for address in found)
    assert not missed


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_short_name_finds_what_the_full_one_does(visitor: Open, lang: str) -> None:
    tab = visitor("project")
    told = []
    for query in ("SOHR", "Syrian Observatory for Human Rights"):
        assert "sources/sohr/index.html" in look_for(tab.page, tab.root, lang, query)[0]
        assert tab.page.locator(".result").count() > 10
        told.append(tab.page.locator("[data-found]").inner_text())
    assert told[0] == told[1]


def test_words_that_only_look_alike_are_kept_apart(visitor: Open) -> None:
    tab = visitor("project")
    answers = written(tab.page, tab.root, "ar", [query for query, _ in FALSE_FRIENDS])
    for (query, other), (_, marked) in zip(FALSE_FRIENDS, answers, strict=True):
        assert other not in marked, query
    assert any(marked for _, marked in answers)


#: For each query and text: run the script again on an index of this text alone, and tell whether it is found, and
#: whether it is said to be spelt otherwise.
MET = """async ([script, pairs, ...told]) => {
  const [answered, near] = told.map(eval), met = [];
  for (const [query, [index, ...files]] of pairs) {
    const isnadSearch = new Function(`${index}return isnadSearch;`)();
    for (const file of files) new Function("isnadSearch", file)(isnadSearch);
    for (const part of document.querySelectorAll("[data-search], [data-results]")) part.replaceWith(part.cloneNode(true));
    delete document.querySelector("[data-results]").dataset.of;
    history.replaceState(null, "", `?q=${encodeURIComponent(query)}`);
    new Function("isnadSearch", "isnadPieces", script)(isnadSearch, (_, there) => async (name) => there(name));
    while (!answered()) await new Promise((done) => setTimeout(done, 0));
    met.push([document.querySelectorAll(".result-title a").length > 0, near()]);
  }
  return met;
}"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_meet_where_they_are_the_same(visitor: Open, lang: str) -> None:
    """Each pair alone, in an index of one text."""
    page = visitor("golden", bypass_csp=True).visit(f"{lang}/search/index.html")  # the script is made of text here
    shell = {"kind": "claim", "at": "about/index.html", "title_ar": "س", "title_en": "x"}
    pairs = []
    for query, text, _ in MEETINGS:
        files = pieces([{**shell, f"text_{lang}": text}])
        index = files.pop("search/index.js")
        pairs.append((query, [index.decode(), *(content.decode() for content in files.values())]))
    met = page.evaluate(MET, [(SCRIPTS / "search.js").read_text("utf-8"), pairs, ANSWERED, TOLD_NEAR])
    wrong = []
    for (query, text, expected), (found, told) in zip(MEETINGS, met, strict=True):
        if (found, told) != {"yes": (True, False), "near": (True, True), "no": (False, False)}[expected]:
            wrong.append((query, text, expected, found, told))
    assert not wrong


#: Letters of which words are made that are compared in more than one way.
ODD = "اأإآٱءؤئىيیةهكکلوفبتسنم" + "ـ\u064e\u0651\u200d\u200f" + "aelsnt'’ʿʾüŞßİK" + "0٠۴,.٬ -‐·_²½ﻼﷲ中𝒜"


@pytest.mark.slow
def test_the_index_and_the_query_take_words_alike(visitor: Open, build_site) -> None:
    """The words of all texts of the site, and many that nobody wrote."""
    chance = Random(7)
    texts = [
        document[key]
        for document in documents_of(build_site("project"))
        for key in document
        if key not in ("at", "kind")
    ]
    texts += ["".join(chance.choices(ODD, k=chance.randint(1, 9))) for _ in range(5000)]
    names = frozenset(("فرقان", "حلب", "باب"))
    page = visitor("golden", bypass_csp=True).visit("en/search/index.html")
    there = page.evaluate(
        """([texts, some]) => {
          const names = new Set(some);
          return texts.map((text) => isnadWords.words(text).map((word) => [word, isnadWords.forms(word, names)]));
        }""",
        [texts, list(names)],
    )
    for text, told in zip(texts, there, strict=True):
        assert told == [[word, forms(word, names)] for word in words_of(text)], text


def test_a_part_that_does_not_come_is_told_and_asked_for_again(visitor: Open) -> None:
    tab = visitor("project", "http")
    page = tab.visit("en/search/index.html")
    page.route("**/search/words-*.js", lambda route: route.abort())
    page.locator("#q").fill("Idlib")
    expect(page.locator("[data-found]")).to_have_text(
        "A part of the search could not be loaded. Check the connection, and try again."
    )
    tab.faults.clear()
    page.unroute("**/search/words-*.js")
    page.locator("[data-search] button").click()
    expect(page.locator(".result").first).to_be_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_result_leads_to_a_page_and_a_place_on_it(visitor: Open, lang: str, build_site) -> None:
    """Each document of the index, in both languages, also those that no test looks for."""
    site = build_site("project")
    documents = documents_of(site)
    assert len({document["at"] for document in documents}) == len(documents) > 300
    ids: dict[Path, set[str]] = {}
    for document in documents:
        path, _, fragment = document["at"].partition("#")
        file = site / lang / path
        if file not in ids:
            ids[file] = set(re.findall(r'\bid="([^"]+)"', file.read_text("utf-8")))
        assert not fragment or fragment in ids[file], document["at"]
        assert document.get("title_ar") or document.get("title_en")
    page = visitor("project").visit(f"{lang}/search/index.html?q=81")
    page.locator(".result-title a").nth(1).click()
    expect(page.locator(":target")).to_be_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_keyboard_does_it_all(visitor: Open, lang: str) -> None:
    tab = visitor("project")
    page = tab.visit(f"{lang}/about/index.html")
    page.keyboard.press("/")
    page.keyboard.type("الفردوس")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{lang}/search/index.html?q=*")
    field = page.locator("#q")
    expect(field).to_have_value("الفردوس")
    field.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".result-title a").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".result-title a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{lang}/places/firdaws/index.html")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_escape_clears_what_was_looked_for(visitor: Open, lang: str) -> None:
    page = visitor("project").visit(f"{lang}/search/index.html?q=Idlib")
    expect(page.locator(".result").first).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_have_value("")
    expect(page.locator(".result")).to_have_count(0)
    assert "q=" not in page.url


@pytest.mark.parametrize(("lang", "other"), [("ar", "en"), ("en", "ar")])
def test_the_other_language_answers_the_same_query(visitor: Open, lang: str, other: str) -> None:
    page = visitor("project").visit(f"{lang}/search/index.html?q=Idlib")
    page.locator("#q").fill("حلب")
    expect(page.locator("[data-switch]")).to_have_attribute("href", re.compile(r"\?q=%D8%AD%D9%84%D8%A8"))
    page.locator("[data-switch]").click()
    page.wait_for_url(f"**/{other}/search/index.html?q=*")
    expect(page.locator(".result-title a").first).to_be_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_query_is_never_more_than_text(visitor: Open, lang: str) -> None:
    hostile = "<img src=x onerror=alert(1)> \"'&$^*([\\"
    page = visitor("project", viewport=PHONE).visit(f"{lang}/search/index.html?q={quote(hostile)}")
    page.wait_for_function(ANSWERED)
    assert page.locator("main img").count() == 0
    expect(page.locator("#q")).to_have_value(hostile)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_many_results_come_twenty_at_a_time(visitor: Open, lang: str) -> None:
    page = visitor("project").visit(f"{lang}/search/index.html?q=2016")
    expect(page.locator(".result")).to_have_count(20)
    page.locator("[data-more]").click()
    expect(page.locator(".result")).to_have_count(40)
    expect(page.locator(".result-title a").nth(20)).to_be_focused()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_script_the_page_says_where_else_to_look(visitor: Open, lang: str) -> None:
    page = visitor(java_script_enabled=False).visit(f"{lang}/search/index.html")
    expect(page.locator("[data-without-search]")).to_be_visible()
    assert page.locator("[data-without-search] a").count() >= 5
    page = visitor().visit(f"{lang}/search/index.html")
    expect(page.locator("[data-without-search]")).to_be_hidden()


def test_what_is_redacted_is_not_in_the_index(build_site) -> None:
    """The golden reports have redacted words, also around other marks and in drafts; the bar stands in their place."""
    search = build_site("golden") / "theme/search"
    told = "".join(file.read_text("utf-8") for file in search.glob("*.js") if file.name != "minisearch.js")
    golden = Path(__file__).parents[1] / "golden" / "content"
    secrets = [
        words
        for file in golden.rglob("*.md")
        for words in re.findall(r"\[([^\[\]]+)\]\{[^}]*\.redacted[^}]*\}", file.read_text("utf-8"))
    ]
    # Redacted words with marks in them, and what only redacted words or a draft tell of.
    secrets += ["زمرذانوس", "Zumrudhanos", "veiled-courier", "not-yet", "unripe-files"]
    assert len(secrets) >= 9
    assert [words for words in secrets if words in told] == []
    assert "qandara" in told  # the report itself is there


#: So many bytes, compressed, may come before the first results, of a thousand reports.
MOST = 150_000


@pytest.mark.slow
def test_little_is_loaded_of_the_index_of_a_thousand_reports(page: Page, build_site, tmp_path: Path) -> None:
    """Made of the project's own over and over, with a word in forty changed."""
    site, chance = build_site("project"), Random(5)
    shutil.copytree(site / "theme/css", tmp_path / "theme/css")
    shutil.copytree(site / "theme/js", tmp_path / "theme/js")
    shutil.copytree(site / "en/search", tmp_path / "en/search")
    own = documents_of(site)
    again = [one for one in own if one["kind"] in ("briefing", "event", "claim")]
    many = own + [{key: _varied(one[key], key, chance) for key in one} for _ in range(110) for one in again]
    files = {**pieces(many), "search/minisearch.js": (site / "theme/search/minisearch.js").read_bytes()}
    for name, content in files.items():
        (tmp_path / "theme" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "theme" / name).write_bytes(content)
    came: list[str] = []
    page.on("request", lambda request: came.append(request.url))
    for query in ("حلب", "قتل مدنيين", "SOHR", "81 killed Aleppo", "barrel bomb hospital", "Qatergi"):
        came.clear()
        page.goto(f"{tmp_path.as_uri()}/en/search/index.html?q={quote(query)}")
        page.wait_for_function(ANSWERED)
        assert page.locator(".result").count() == 20, query
        scripts = [Path(unquote(urlsplit(url).path)) for url in came if url.endswith(".js")]
        loaded = sum(len(gzip.compress(file.read_bytes())) for file in scripts)
        assert loaded <= MOST, (query, loaded, len(scripts))


def _varied(value: str, key: str, chance: Random) -> str:
    if not key.startswith(("title", "text")):
        return value
    return " ".join(_odd(chance) if chance.random() < 1 / 40 else word for word in value.split(" "))


def _odd(chance: Random) -> str:
    return "".join(chance.choices("ابتحدرسصطعفقكلمنهوي", k=chance.randint(3, 7)))
