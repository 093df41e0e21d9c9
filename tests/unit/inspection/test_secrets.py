"""What the content redacts and a file of the site says: told with both places, and never quoted."""

import base64
import hashlib
import html
import json
import os
import zlib
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

import inspection
from inspection.folded import fold
from inspection.ordinary_words import can_be_a_name
from reports import everyday_words
from reports.folding import words
from tests.helpers.content import Content

SECRET, PLACE = "قرطماسوس الخفي", "reports/r/ar.md:3"


#: Names and other words, with letters joined to them and without.
SOME_WORDS = [
    joined + word
    for joined in ("", "و", "ال", "وال", "بال", "لل", "ل", "فال")
    for word in (
        *everyday_words.SAID,
        *everyday_words.SEEN,
        *everyday_words.PEOPLE,
        *everyday_words.WITH_ARTICLE,
        "حسن",
        "علي",
        "وليد",
        "فالح",
        "والي",
        "بالا",
        "زعتر",
        "خالدا",
    )
]


def faults(content: Path, site: Path) -> list[str]:
    """What the inspection says of secrets alone."""
    return [
        str(fault) for fault in inspection.inspect(site, content=content, without={*inspection.CHECKS} - {"secrets"})
    ]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "en").mkdir(parents=True)
    return folder


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path).report(ar=f"قال [{SECRET}]{{.redacted}} شيئاً.", en="[Qirtimasus]{.redacted} said a thing.")


WAYS = {
    "as it is": lambda text: text.encode(),
    "as HTML": lambda text: "".join(f"&#{ord(char)};" for char in text).encode(),
    "within elements": lambda text: f"<p>{'</b><b>'.join(text)}</p>".encode(),
    "as an attribute": lambda text: f'<a title="{html.escape(text)}">x</a>'.encode(),
    "as an address": lambda text: quote(text).encode(),
    "as JSON": lambda text: json.dumps(text).encode(),
    "as base64": lambda text: base64.b64encode(f"begin {text} end".encode()),
    "with vowel marks": lambda text: "\u064e".join(text).encode(),
    "with unseen characters": lambda text: ("\u2067" + "\u200c".join(text) + "\u2069").encode(),
    "in other forms of its letters": lambda text: text.replace("ق", "\ufed7").replace("س", "\ufeb2").encode(),
    "over two lines": lambda text: text.replace(" ", "\r\n  ").encode(),
    "with signs between": lambda text: text.replace(" ", "_").encode(),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_file_that_says_a_redacted_word_is_told(content: Content, site: Path, way: str):
    """However it says it; the fault does not say it."""
    (site / "en" / "a.txt").write_bytes(b"before " + WAYS[way](SECRET) + b" after")
    found = faults(content.root, site)
    assert found == [f"en/a.txt: says what {PLACE} redacts"]


@pytest.mark.parametrize(
    "name",
    [
        "theme/search/documents-0.js", "theme/search/words-12.js", "theme/search/near-ar-3.js", "theme/search/index.js",
        "lists/2016.en.js", "lists/2016.rows.js",
    ],
)  # fmt: skip
def test_it_is_looked_for_in_the_programs_that_are_made_of_the_content(content: Content, site: Path, name: str):
    """Short names too."""
    content.report("s", en="[Zayn]{.redacted}")
    (site / name).parent.mkdir(parents=True)
    for said, place in ((SECRET, PLACE), ("zayn", "reports/s/en.md:3")):
        (site / name).write_text(
            f'"use strict";\n(self.isnadLists ??= {{}})["2016"] = {{"title":"{said}"}};\n', "utf-8"
        )
        assert faults(content.root, site) == [f"{name}: says what {place} redacts"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("theme/search/minisearch.js", "// it will grant"),
        ("en/page.html", '<p class="mark mark-source mark-actor">Zaman</p>'),
        ("en/data/index.html", '<section aria-labelledby="tables"><td>will, where the text has an error</td></section>'),
        ("ar/data/index.html", '<section aria-labelledby="others"><p>شاهد عيان</p></section>'),
    ],
)  # fmt: skip
def test_words_of_the_program_itself_are_nobodys_name(content: Content, site: Path, name: str, text: str):
    """They stand there whatever the content is, so nobody could mend it; what `make check` accepts, `make` builds."""
    names = ["Will", "Mark", "Grant", "Max", "Hasan", "شاهد"]
    for number, one in enumerate(names):
        content.report(f"s{number}", ar="[نص]{.redacted}" if one.isascii() else f"[{one}]{{.redacted}}",
                       en=f"[{one}]{{.redacted}}" if one.isascii() else None)  # fmt: skip
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_text(text, "utf-8")
    assert faults(content.root, site) == []


@pytest.mark.parametrize(
    "text",
    [
        '<section aria-labelledby="tables"><td data-example>قرطماسوس الخفي</td></section>',
        '<section aria-labelledby="files">قرطماسوس الخفي</section>',
        '<section aria-labelledby="reports"><div data-content>قرطماسوس الخفي</div></section>',
        '<section aria-labelledby="tables"></section><p>قرطماسوس الخفي</p>',
        '<p class="mark-قرطماسوس-الخفي">x</p>',
    ],
)
def test_what_a_page_about_the_data_says_of_the_content_is_looked_through(content: Content, site: Path, text: str):
    (site / "ar/data").mkdir(parents=True)
    (site / "ar/data/index.html").write_text(text, "utf-8")
    assert faults(content.root, site) == [f"ar/data/index.html: says what {PLACE} redacts"]


def test_it_is_looked_for_in_what_a_pdf_packs(content: Content, site: Path):
    """In a title, which a PDF has in UTF-16, and in its streams."""
    packed = zlib.compress(SECRET.encode("utf-16-be"))
    (site / "en" / "a.pdf").write_bytes(b"%PDF-1.7\nstream\n" + packed + b"\nendstream\n")
    (site / "en" / "b.pdf").write_bytes(b"%PDF-1.7\n(\xfe\xff" + "Qirtimasus".encode("utf-16-be") + b")")
    (site / "en" / "c.pdf").write_bytes(
        b"%PDF-1.7 </T <FEFF" + "Qirtimasus".encode("utf-16-be").hex().encode() + b">>>"
    )
    assert faults(content.root, site) == [
        f"en/a.pdf: says what {PLACE} redacts", "en/b.pdf: says what reports/r/en.md:3 redacts",
        "en/c.pdf: says what reports/r/en.md:3 redacts",
    ]  # fmt: skip


def test_a_name_of_a_file_says_things_too(content: Content, site: Path):
    (site / "en" / "qirtimasus.html").write_bytes(b"x")
    assert faults(content.root, site) == ["en/qirtimasus.html: says what reports/r/en.md:3 redacts"]


def test_a_name_with_a_hyphen_is_a_name(content: Content, site: Path):
    """As most Arabic names have in Latin letters; whatever stands between its parts."""
    content.report("s", ar="[اسم]{.redacted}", en="[Karim al-Hasan]{.redacted}")
    for name, said in (("a", "Karim al-Hasan"), ("b", "karim_al_hasan"), ("c", "Karim al‑Hasan.")):
        (site / f"{name}.txt").write_text(said, "utf-8")
    assert faults(content.root, site) == [f"{name}.txt: says what reports/s/en.md:3 redacts" for name in "abc"]


def test_a_backtick_in_one_paragraph_makes_no_code_of_the_next(content: Content, site: Path):
    content.report("s", ar="علامة ` هنا.\n\n[زمرذانوس]{.redacted}\n\nوعلامة ` هناك.")
    (site / "a.txt").write_text("زمرذانوس", "utf-8")
    assert faults(content.root, site) == ["a.txt: says what reports/s/ar.md:5 redacts"]


def test_three_words_of_many_are_enough(content: Content, site: Path):
    """Also those with marks in them, and the address of a link."""
    content.report("s", ar="[ذهب [مساعد]{.witness} المدير [إلى داره](https://veiled.example/x) البعيدة]{.redacted}")
    (site / "a.txt").write_text("… مساعد المدير الى …", "utf-8")
    (site / "b.txt").write_text("https://veiled.example/x", "utf-8")
    (site / "c.txt").write_text("ذهب المدير", "utf-8")
    assert faults(content.root, site) == [f"{name}.txt: says what reports/s/ar.md:3 redacts" for name in "ab"]


def test_what_stands_in_places_by_chance_is_not_looked_for(content: Content, site: Path):
    """Short words and numbers, months, English words that are no names; a telephone's number is."""
    ar = "في [2016]{.redacted} كان [من]{.redacted} هنا [0933555777]{.redacted} في [4 كانون الأول 2016]{.redacted}"
    content.report("s", ar=ar, en="[true]{.redacted} [x]{.redacted} [April]{.redacted} [x]{.redacted}")
    (site / "a.txt").write_text("2016 من true 4 كانون الأول 2016 April", "utf-8")
    (site / "b.txt").write_text("0933555777", "utf-8")
    assert faults(content.root, site) == ["b.txt: says what reports/s/ar.md:3 redacts"]


def test_what_the_content_says_elsewhere_stays_a_secret(content: Content, site: Path):
    """In another report, a comment, a note, a record, the registry: nobody acknowledged that it may be said."""
    (site / "en" / "a.txt").write_text("qirtimasuses", "utf-8")
    assert faults(content.root, site) == []
    (site / "en" / "a.txt").write_text("Qirtimasus", "utf-8")
    content.report("open", ar="نص.", en="Qirtimasus came. <!-- Qirtimasus -->", record="# Qirtimasus\n")
    content.registry(sources="hidden: {name: {ar: سري, en: Qirtimasus}, kind: person}\n")
    content.write("reports/open/notes.md", "Qirtimasus")
    content.write("acknowledged.yaml", "# Qirtimasus\n")
    assert faults(content.root, site) == ["en/a.txt: says what reports/r/en.md:3 redacts"]


def test_what_is_acknowledged_by_its_line_is_no_secret(content: Content, site: Path):
    """That line alone, and nothing that is redacted in it."""
    content.report("open", ar="نص.", en="Nobody.\n\nQirtimasus came, with [Zumrudhan]{.redacted}.")
    (site / "a.txt").write_text("Qirtimasus and Zumrudhan", "utf-8")
    told = [f"a.txt: says what reports/{place} redacts" for place in ("open/en.md:5", "r/en.md:3")]
    for line in (3, 4, 9):
        content.write("acknowledged.yaml", f"- reports/open/en.md:{line}\n")
        assert faults(content.root, site) == told
    content.write("acknowledged.yaml", '# what stays open\n\n- "reports/open/en.md:5"  # another man\n')
    assert faults(content.root, site) == told[:1]
    content.write("reports/open/ar.md", "Title: x\nStatus: draft\n\nنص.")
    assert faults(content.root, site) == told, "a draft says nothing"


@pytest.mark.parametrize(
    "line",
    ["reports/r/en.md:3", "- reports/r/en.md", "- reports/r/en.md:0", "- ../x.md:3", "- /x.md:3", "- a//b.md:3", "- 'a:3",
     "- a: 3", "- {a: 3}", "- &a a:3", "---"],
)  # fmt: skip
def test_an_acknowledgement_in_no_order_is_told(content: Content, site: Path, line: str):
    content.write("acknowledged.yaml", f"- reports/r/ar.md:3\n{line}\n")
    assert faults(content.root, site) == ["acknowledged.yaml: (of the content) line 2 is not written as “- path:line”"]


def test_words_of_the_sites_own_pages_are_no_secret(content: Content, site: Path):
    """Those of the pages about the site, of how figures are counted, and of the search."""
    (site / "en" / "about").mkdir()
    (site / "en" / "about" / "index.html").write_text("<p>By Qirtimasus</p>", "utf-8")
    assert faults(content.root, site) == []
    content.write("pages/about/ar.md", "Title: عن\n\nنص\n")  # the editors' own, of which nobody knows what it means
    assert [fault.partition(":")[0] for fault in faults(content.root, site)] == ["en/about/index.html"]


def test_marks_in_code_and_slips_of_the_pen_are_looked_for_too(content: Content, site: Path):
    """The build refuses them. If it should not, the words are not published."""
    slips = ["`[{}]{{.redacted}}`", "[{}] {{\u00a0.redacted}}", "[{}]&#123;.redacted&#125;", "[{}]\\{{.said .redacted}}",
             "[{}][.redacted]", "[{}]{{when=2016 .redacted}}", "<!-- [{}]{{.redacted}} -->", "[{}](x.png){{.redacted}}"]  # fmt: skip
    for number, slip in enumerate(slips):
        content.report(f"s{number}", ar="نص.", en=slip.format(f"Zumrudhan{'abcdefgh'[number]}"))
    (site / "a.txt").write_text(" ".join(f"Zumrudhan{letter}" for letter in "abcdefgh"), "utf-8")
    told = [f"a.txt: says what reports/s{number}/en.md:3 redacts" for number in range(len(slips))]
    assert faults(content.root, site) == told


def test_parts_of_a_name_are_looked_for_in_the_files_of_their_report(content: Content, site: Path):
    """Each word that is not of other names too, in both languages as the English shows which marks are names."""
    content.report(
        "s",
        ar="[زمرذانوس عبد الهلبي]{.redacted} [قرب البيت الكبير]{.redacted}",
        en="[Zumrudhan Abd al-Halbi]{.redacted} [near the house]{.redacted}",
    )
    (site / "en" / "briefings" / "s").mkdir(parents=True)
    page, other = site / "en" / "briefings" / "s" / "index.html", site / "other.txt"
    for said, found in {
        "ولزمرذانوس": 1, "عبد الهلبي": 1, "الهلبي": 0, "عبد": 0, "البيت": 0, "ZUMRUDHAN": 1, "Abdalhalbi": 1, "Abd": 0,
        "house": 0, "Abd Halbi": 1, "near the house": 0,
    }.items():  # fmt: skip
        for file in (page, other):
            file.write_text(f"<p>{said}</p>", "utf-8")
        at = "ar" if said[0] > "z" else "en"
        assert (
            faults(content.root, site) == [f"en/briefings/s/index.html: says what reports/s/{at}.md:3 redacts"] * found
        ), said
    page.unlink()
    (site / "data" / "reports").mkdir(parents=True)
    (site / "data" / "reports" / "s.en.txt").write_text("Zumrudhan", "utf-8")
    assert len(faults(content.root, site)) == 1


def test_a_short_name_is_looked_for_in_the_files_of_its_report(content: Content, site: Path):
    """In every file it would stand by chance; على is not علي, and "S. A." is neither "sa" nor "it's a"."""
    content.report("s", ar="[علي]{.redacted} [س. ع.]{.redacted}", en="[Ali]{.redacted} [S. A.]{.redacted}")
    (site / "en" / "briefings" / "s").mkdir(parents=True)
    page = site / "en" / "briefings" / "s" / "index.html"
    for said, found in {
        "Ali": 1, "ALI's": 1, "Alien": 0, "ولعلي": 1, "على": 0, "وعلى": 0, "علِي": 1, "عـلي": 1, "it's a": 0, "sa": 0,
        "S. A.": 1, "وسع": 0, "س.ع": 1, "<li>": 0,
    }.items():  # fmt: skip
        page.write_text(f"<p>{said}</p>", "utf-8")
        (site / "a.js").write_text("f(s,a)", "utf-8")
        assert len(faults(content.root, site)) == found, said
    page.unlink()
    (site / "en" / "a.txt").write_text("Ali", "utf-8")
    assert faults(content.root, site) == []


def test_other_names_of_an_entry_are_looked_for(content: Content, site: Path):
    """Whoever is redacted by one of them is not to be read by another, but where the record names the entry itself."""
    content.registry(
        sources="""\
        hidden:  # Dawdara
          name: {ar: زمرذانوس, en: Zumrudhan}
          aliases: {ar: [أبو غضنفر], en: ["Zum, the \\u0047reat", 'Rud']}
          kind: person
        """
    )
    content.report("s", ar="[زمرذانوس]{.redacted}", en="[Zumrudhan]{.redacted}")
    (site / "en" / "briefings" / "s").mkdir(parents=True)
    page = site / "en" / "briefings" / "s" / "index.html"
    for said in ("Zum the great", "Rud", "وأبو غضنفر", "Zumrudhan"):
        page.write_text(said, "utf-8")
        assert faults(content.root, site), said
    for said in ("Dawdara", "person"):
        page.write_text(said, "utf-8")
        assert faults(content.root, site) == [], said
    page.write_text("Rud", "utf-8")
    content.report(
        "s", ar="[زمرذانوس]{.redacted}", en="[Zumrudhan]{.redacted}", record="# by hidden\nclaims: {a: {by: b}}\n"
    )
    assert len(faults(content.root, site)) == 1
    content.report(
        "s", ar="[زمرذانوس]{.redacted}", en="[Zumrudhan]{.redacted}", record="claims: {a: {via: [b, hidden]}}\n"
    )
    assert faults(content.root, site) == []


def test_a_word_with_the_article_is_found_without_it(content: Content, site: Path):
    content.report("s", ar="[الزمردي الخفي]{.redacted}", en="[Karim al-Halbi]{.redacted}")
    (site / "a.txt").write_text("لزمردي خفي", "utf-8")
    (site / "b.txt").write_text("Karim Halbi", "utf-8")
    assert faults(content.root, site) == [
        "a.txt: says what reports/s/ar.md:3 redacts", "b.txt: says what reports/s/en.md:3 redacts",
    ]  # fmt: skip
    content.report("t", ar="[الحاجز القرطماسي الخفي]{.redacted}", en="[the hidden checkpoint]{.redacted}")
    (site / "c.txt").write_text("عند حاجز قرطماسي خفي", "utf-8")
    assert faults(content.root, site)[2:] == ["c.txt: says what reports/t/ar.md:3 redacts"]


def test_a_number_that_is_written_in_pieces_is_one(content: Content, site: Path):
    """And a date is none."""
    content.report(
        "s", ar="[0933 555-777]{.redacted} [4/10/2016]{.redacted} [2016-10-04]{.redacted} [12,345]{.redacted}"
    )
    (site / "a.txt").write_text("4 10 2016, 2016-10-04T12:00, 12345", "utf-8")
    (site / "b.txt").write_text("٠٩٣٣٥٥٥ / ٧٧٧", "utf-8")
    assert faults(content.root, site) == ["b.txt: says what reports/s/ar.md:3 redacts"]


def test_only_what_the_build_reads_is_read(content: Content, site: Path, tmp_path: Path):
    """No stray file, whatever it is: a pipe would wait for ever."""
    report = content.root / "reports" / "r"
    os.mkfifo(report / "x.md")
    (report / "drafts.md").mkdir()
    (report / "notes.md").write_bytes("ملاحظات [قرطاس]{.redacted}".encode("cp1256"))
    (content.root / "reports" / "Not a slug").mkdir()
    (content.root / "reports" / "Not a slug" / "ar.md").write_text("[بلبل]{.redacted}", "utf-8")
    (content.root / "dossiers").symlink_to(content.root / "reports")
    (content.root / "reports" / "linked").symlink_to(report)
    (site / "a.txt").write_text("بلبل قرطاس", "utf-8")
    assert faults(content.root, site) == []


@pytest.mark.parametrize("what", ["pipe", "folder", "link", "bytes"])
def test_a_text_that_cannot_be_read_is_told_in_words(content: Content, site: Path, what: str):
    path = content.root / "reports" / "r" / "en.md"
    path.unlink()
    if what == "pipe":
        os.mkfifo(path)
    elif what == "folder":
        path.mkdir()
    elif what == "link":
        path.symlink_to("ar.md")
    else:
        path.write_bytes("قرطاس".encode("cp1256"))
    why = "is not in UTF-8" if what == "bytes" else "is no plain file, and is not read"
    assert faults(content.root, site) == [f"reports/r/en.md: (of the content) {why}"]


def test_no_message_prints_what_stands_in_a_file(site: Path):
    """Also where a check cannot go on."""

    def fails() -> None:
        b"qirtimasus \xff".decode("utf-8")

    (fault,) = inspection._all("secrets", fails)
    assert "qirtimasus" not in str(fault)
    assert (
        "secrets cannot be looked at, since something is not as it should be (UnicodeDecodeError, test_secrets:"
        in str(fault)
    )


def test_a_content_without_redactions_has_no_secrets(tmp_path: Path, site: Path):
    content = Content(tmp_path / "other").report(ar="نص.")
    (site / "a.txt").write_text("نص", "utf-8")
    assert faults(content.root, site) == []


def test_one_name_within_other_words_is_looked_for_in_its_report(content: Content, site: Path):
    """Not where the text writes it with a small letter too, or a place is called so; in pairs only where the English names
    somebody."""
    (site / "en" / "briefings" / "s").mkdir(parents=True)
    page = site / "en" / "briefings" / "s" / "index.html"
    for redacted, said, found in (
        ("Khaled's brother", "Then Khaled came", 1), ("her brother Khaled", "KHALED", 1), ("Soldiers fled", "Soldiers came", 0),
        ("the people of Aleppo", "Aleppo", 0), ("a lot of wild thyme there", "زعتر بري", 0), ("a lot by Zaatar Barri there", "زعتر بري", 1),
    ):  # fmt: skip
        content.report("s", ar="[كلام زعتر بري كثير هناك]{.redacted}", en=f"Many soldiers. [{redacted}]{{.redacted}}")
        page.write_text(said, "utf-8")
        assert len(faults(content.root, site)) == found, redacted


@given(st.lists(st.sampled_from(SOME_WORDS), min_size=2, max_size=2))
def test_both_rooms_take_the_same_words_for_everyday_ones(some: list[str]) -> None:
    """What authors are not told of, the inspection does not refuse."""
    first, second = (fold(word).strip() for word in some)
    assert can_be_a_name(first, second) == everyday_words.may_be_a_name(*(words(word)[0] for word in some))


@pytest.mark.parametrize(
    ("redacted", "said", "found"),
    [
        ("رئيس البلدية حسن العلي", "اعتقال حسن العلي", 1), ("رئيس البلدية حسن العلي", "رئيس البلدية", 0),
        ("حسن العلي المعروف بأبو عمر", "أبو عمر", 1), ("حسن العلي وسعد نمر", "سعد نمر", 1), ("رئيس البلدية", "رئيس المجلس", 0),
        ("The mayor Hasan Ali", "Hasan Ali arrested", 1), ("activist Hasan Ali", "Hasan Ali", 1), ("Hasan Ali and Saad Nimr", "Saad Nimr", 1),
        ("Hasan Ali of Tell Zaytun", "Hasan Ali", 1), ("Hasan Mahmoud Khaled Yousef Ali", "Hasan Ali", 1),
        ("Hasan Ali, known as Abu Omar,", "Abu Omar", 1), ("Hasan Ali, 34,", "Hasan Ali", 1), ("the mayor", "the mayor", 0),
        ("the mayor Hasan Ali", "the mayor", 0), ("phone 0933123456", "Call 0933123456", 1), ("phone 0933 123-456 of his", "0933123456", 1), ("on 12 10 2016 there", "12 10 2016", 0), ("Aleppo 471155", "Plate 471155", 1),
        ("@hasan_99", "User hasan_99 speaks", 1), ("mail a.person@veiled.example", "a.person@veiled.example", 1),
        ("a 34-year-old of the 1990s", "34-year-old 1990s", 0), ("_the_ **mayor**", "the mayor", 0),
        ("أبو عمر الحلبي", "في بيت أبي عمر", 1), ("أبو عمر الحلبي", "لأبا عمر", 1), ("أبو عمر الحلبي", "كتابي عمر", 0),
        ("خرج حسن العلي من البيت القديم", "حسن العلي", 1), ("خرج حسن العلي من البيت القديم", "البيت القديم", 0), ("كان يعمل في المستشفى الميداني قرب السوق الشعبي", "المستشفى الميداني ثم قرب السوق ثم السوق الشعبي", 0),
        ("+963 933 123 456", "0933 123 456", 1), ("0933123456", "00963933123456", 1), ("0933123456", "0933 123 457", 0),
        ("Zakwan Tarabishi", "Zakwan Ahmad al-Tarabishi", 1), ("Zakwan al-Tarabishi", "Zakwan M. Tarabishi", 1), ("Zakwan Tarabishi", "Zakwan and the Tarabishi", 0),
        ("Zakwan Tarabishi", "/en/szakwantarabishi/", 1), ("Zakwan Tarabishi", "wa-zakwantarabishi2016.html", 1), ("Zakwan Tarabishi", "the zakwantarabishiyya", 0),
        ("Zakwan Tarabishi", "https://a.example/zakwan%252Dtarabishi", 1),
        ("مصطفى", "قال مصطفي", 1), ("مصطفي الحلبي هنا", "مصطفى الحلبى", 1),
        ("وخالد", "جاء خالد", 1), ("خالد", "ضربوا خالداً", 1), ("خالداً", "جاء خالد", 1), ("للعلي حسن", "العلي حسن", 1), ("والذي", "الذي قال", 0),
    ],
)  # fmt: skip
def test_what_tells_of_somebody_within_longer_words(content: Content, site: Path, redacted: str, said: str, found: int):
    """A name beside a role or another name, a long number, a handle; not the ordinary words beside it."""
    content.report("s", ar=f"[{redacted}]{{.redacted}}")
    (site / "a.txt").write_text(said, "utf-8")
    assert faults(content.root, site) == ["a.txt: says what reports/s/ar.md:3 redacts"] * found


@pytest.mark.parametrize("written", ["{:.16}", "{}", "sha256-{:.12}…", "<p>{:.20}</p>", "id-{:.8}", "{:.7}"])
def test_a_part_of_a_hash_of_what_is_redacted_is_told(content: Content, site: Path, written: str):
    """Of the text, and of the source by what its record says."""
    digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    content.report("s", ar="[سر]{.redacted}", record=f"sha256: {digest}\n").report(
        "t", ar="نص.", record="sha256: " + digest[::-1]
    )
    own, other = (
        hashlib.new(name, (content.root / "reports/s/ar.md").read_bytes()).hexdigest() for name in ("sha256", "blake2s")
    )
    found = written != "{:.7}"
    for said, place in (
        (digest, "record.yaml"),
        (own.upper(), "ar.md"),
        (hashlib.md5(b"\xd8\xb3\xd8\xb1").hexdigest(), "ar.md"),
        (other, "ar.md"),
    ):
        (site / "a.html").write_text(written.format(said), "utf-8")
        assert (
            faults(content.root, site) == [f"a.html: says a part of a hash of what reports/s/{place} redacts"] * found
        )
        for before in (b"", b"\x01\x55\x12\x20", b"\x12\x20", b"abc"):
            for code in (base64.b32encode, base64.b64encode):
                coded = code(before + bytes.fromhex(said)).decode()
                (site / "a.html").write_text(f"<a href='/ipfs/b{coded.lower()}'>", "utf-8")
                assert len(faults(content.root, site)) == (place == "record.yaml" or said.lower() in (own, other))
    (site / "a.html").write_text(digest[::-1], "utf-8")
    assert faults(content.root, site) == []
    content.report("u", ar=f"نص {digest[:20]}")
    content.write("acknowledged.yaml", "- reports/u/ar.md:3\n")
    for said, found in ((digest[:20], 0), (digest[:22], 1)):
        (site / "a.html").write_text(said, "utf-8")
        assert len(faults(content.root, site)) == found
