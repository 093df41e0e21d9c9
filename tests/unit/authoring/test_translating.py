"""A report goes out to a translator as PO and XLIFF, and comes back with every block and mark in its place."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from babel.messages.pofile import read_po

from authoring.importing import bring_in
from authoring.translating import draft_english, hand_out, take_back
from bilingual.po_files import read_units
from reports import ContentErrors, Problem, read_site
from tests.helpers.content import Content

PROJECT = Path(__file__).resolve().parents[3]
TRIALS = PROJECT.parent / "shared" / "trials" / "exports-fasher"
SPACE = "{urn:oasis:names:tc:xliff:document:2.0}"

ARABIC = """\
Title: قصف حلب
Summary: قتيلان في حلب

# [القصف]{.raid}

قال [الشاهد]{.witness} إن [**قتيلين** سقطا في [قصف]{.raid}]{.dead} [الثلاثاء]{when=2016-10-04} [هنا]{sic="هناك"}.[^1]

<!-- للمحررين وحدهم -->

- [كلمة](https://example.org/a_b) أولى
- في [حلب]{.aleppo}
  وريفها

> قول في
> سطرين

| أين | كم |
|---|---|
| [حلب]{.aleppo} | [اثنان]{.dead} |

[^1]: حاشية عن [حلب]{.aleppo}
"""
RECORD = "events: {raid: {type: shelling, when: 2016-10-04}}\nclaims: {dead: {by: witness, about: raid, casualties: [{killed: 2}]}}\n"
#: What each unit says in English, as a translator would write it.
ENGLISH = {
    "title": "Shelling of Aleppo",
    "summary": "Two dead in Aleppo",
    "p1": "The <m1>shelling</m1>",
    "p2": "The <m1>onlooker</m1> said that <m2>**two** people died in a <m3>shelling</m3></m2> on <m4>Tuesday</m4> here.[^1]",
    "p3": "A first [word](https://example.org/a_b)",
    "p4": "In <m1>Aleppo</m1> and around it",
    "p5": "Words on two lines",
    "p6": "Where",
    "p7": "How many",
    "p8": "<m1>Aleppo</m1>",
    "p9": "<m1>two</m1>",
    "p10": "A note on <m1>Aleppo</m1>",
}
WRITTEN = """\
Title: Shelling of Aleppo
Summary: Two dead in Aleppo

# The [shelling]{.raid}

The [onlooker]{.witness} said that [**two** people died in a [shelling]{.raid}]{.dead} on [Tuesday]{when=2016-10-04} here.[^1]


- A first [word](https://example.org/a_b)
- In [Aleppo]{.aleppo} and around it

> Words on two lines

| Where | How many |
|---|---|
| [Aleppo]{.aleppo} | [two]{.dead} |

[^1]: A note on [Aleppo]{.aleppo}
"""


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path).report(record=RECORD, ar=ARABIC)


@pytest.fixture
def folder(content: Content) -> Path:
    return content.root / "reports/r"


def fill(path: Path, english: dict[str, str]) -> Path:
    """Write translations into a PO."""
    text = path.read_text("utf-8")
    for unit, words in english.items():
        found = re.search(rf'^msgctxt "{unit}"\n(?:(?:msgid |)".*"\n)+msgstr ', text, re.M)
        assert found, unit
        end = re.compile(r'(?:".*"\n)+').match(text, found.end())
        text = text[: found.end()] + '"{}"\n'.format(words.replace('"', '\\"')) + text[end.end() :]
    path.write_text(text, "utf-8")
    return path


def units(path: Path) -> dict:
    return {unit.context: unit for unit in read_units(path.read_text("utf-8"))[1]}


def elements(path: Path) -> dict[str, ElementTree.Element]:
    return {unit.get("id"): unit for unit in ElementTree.parse(path).iter(f"{SPACE}unit")}


def told(error: pytest.ExceptionInfo) -> list[str]:
    return [f"{problem.path.name}: {problem.message}" for problem in error.value.problems]


def test_a_unit_is_a_block_with_codes_for_its_marks(content, folder):
    hand_out(content.root, "r")
    found = units(folder / "en.po")
    assert list(found) == list(ENGLISH)
    assert found["p2"].source == (
        "قال <m1>الشاهد</m1> إن <m2>**قتيلين** سقطا في <m3>قصف</m3></m2> <m4>الثلاثاء</m4> هنا.[^1]"
    )
    assert "محررين" not in (folder / "en.po").read_text("utf-8") + (folder / "en.xlf").read_text("utf-8")


def test_notes_say_what_the_marks_are_about(content, folder):
    hand_out(content.root, "r")
    notes = [note.text for note in elements(folder / "en.xlf")["p2"].iter(f"{SPACE}note")]
    assert notes == [
        "paragraph",
        "<m1> “الشاهد” is Onlooker (source, witness)",
        "<m2> “**قتيلين** سقطا في قصف” is the claim dead; by Onlooker; asserts; about raid; killed 2",
        "<m3> “قصف” tells the event raid: shelling, 4 October 2016",
        "<m4> “الثلاثاء” is 4 October 2016",
    ]
    comments = " ".join(
        line[3:] for line in (folder / "en.po").read_text("utf-8").split("\n") if line.startswith("#. ")
    )
    assert all(note in comments for note in notes)


def test_what_is_made_in_po_comes_back(content, folder):
    hand_out(content.root, "r")
    said = take_back(content.root, "r", fill(folder / "en.po", ENGLISH))
    assert (folder / "en.md").read_text("utf-8") == WRITTEN
    assert [str(one) for one in said] == ["r: `en.md` was written. Units in English: 12; in Arabic: 0."]
    assert read_site(content.root).reports[0].texts["en"].title == "Shelling of Aleppo"


def test_what_is_made_in_xliff_comes_back(content, folder):
    hand_out(content.root, "r")
    fill(folder / "en.po", ENGLISH)
    take_back(content.root, "r", folder / "en.po")
    (folder / "en.po").unlink()
    (folder / "en.xlf").unlink()
    hand_out(content.root, "r")  # from en.md
    (folder / "en.md").unlink()
    take_back(content.root, "r", folder / "en.xlf")
    assert (folder / "en.md").read_text("utf-8") == WRITTEN


def test_codes_whose_ends_stand_apart_come_back_too(content, folder):
    """As XLIFF lets programs write them, and with the segments that some make of a unit."""
    hand_out(content.root, "r")
    xliff = (folder / "en.xlf").read_text("utf-8")
    unit = re.search(r'<unit id="p1">.*?</unit>', xliff, re.S)[0]
    segment = '<segment state="final"><source>x</source><target>The <sc id="m1"/>shelling</target></segment>'
    rest = '<ignorable><source> </source></ignorable><segment><source>y</source><target>of it<ec startRef="m1"/></target></segment>'
    source = re.sub(r"<segment.*</segment>", segment + rest, unit, flags=re.S)
    (folder / "en.xlf").write_text(xliff.replace(unit, source), "utf-8")
    take_back(content.root, "r", folder / "en.xlf")
    assert "\n# The [shelling of it]{.raid}\n" in (folder / "en.md").read_text("utf-8")


def test_a_translation_can_have_marks_as_authors_type_them(content, folder):
    hand_out(content.root, "r")
    english = {"p8": "[Aleppo]{.aleppo}", "p9": "[two]{.dead}"}
    take_back(content.root, "r", fill(folder / "en.po", ENGLISH | english))
    assert (folder / "en.md").read_text("utf-8") == WRITTEN


def test_what_is_not_translated_stays_in_arabic_and_the_text_is_a_draft(content, folder):
    hand_out(content.root, "r")
    english = {context: words for context, words in ENGLISH.items() if context not in ("p2", "p5")}
    said = take_back(content.root, "r", fill(folder / "en.po", english))
    text = (folder / "en.md").read_text("utf-8")
    assert "Status: draft\n" in text
    assert "[**قتيلين** سقطا في [قصف]{.raid}]{.dead} [الثلاثاء]{when=2016-10-04} هنا.[^1]\n" in text
    po = (folder / "en.po").read_text("utf-8").split("\n")
    assert [(one.message, po[one.line - 1]) for one in said if isinstance(one, Problem)] == [
        (f"{unit} is not translated; its Arabic stands in `en.md`", f'msgctxt "{unit}"') for unit in ("p2", "p5")
    ]


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("<m1>Aleppo and around it", "p4: the mark `<m1>` is not closed where it should be"),
        ("In Aleppo</m1>", "p4: the mark `</m1>` is not closed where it should be"),
        ("In Aleppo", "p4: the mark `<m1>` of “حلب” is missing"),
        ("<m1>Aleppo</m1>, <m1>Aleppo</m1>", "p4: the mark `<m1>` stands more often than in the Arabic"),
        ("<m1>Aleppo</m1> <m2>x</m2>", "p4: the mark `<m2>` is none of the Arabic"),
        ("[Aleppo]{.homs}", "p4: the mark `.homs` is none of the Arabic"),
        ("[Aleppo]{.aleppo} [x]{.aleppo}", "p4: the mark `.aleppo` stands more often than in the Arabic"),
        ("<m1></m1>", "p4: the mark holds no words"),
        ("<m1>Aleppo</m1> [x]{.dead", "p4: the mark’s attributes are not closed"),
    ],
)
def test_a_translation_without_its_marks_is_refused_with_its_place(content, folder, words, what):
    hand_out(content.root, "r")
    path = fill(folder / "en.po", ENGLISH | {"p4": words})
    with pytest.raises(ContentErrors) as error:
        take_back(content.root, "r", path)
    line = error.value.problems[0].line
    assert path.read_text("utf-8").split("\n")[line - 1] == 'msgctxt "p4"'
    assert told(error)[0].startswith(f"en.po: {what}")
    assert not (folder / "en.md").exists()


@pytest.mark.parametrize(
    ("unit", "words", "what"),
    [
        ("p2", ENGLISH["p2"].replace("[^1]", ""), "`[^1]` does not stand there as often"),
        ("p2", ENGLISH["p2"].replace("[^1]", "[^2]"), "`[^1]` does not stand there as often"),
        ("p4", ENGLISH["p4"] + "[^1]", "`[^1]` does not stand there as often"),
        ("p3", "A first [word](https://other.example/)", "`https://example.org/a_b` does not stand there as often"),
    ],
)
def test_calls_of_footnotes_and_links_stay_as_they_are(content, folder, unit, words, what):
    hand_out(content.root, "r")
    with pytest.raises(ContentErrors) as error:
        take_back(content.root, "r", fill(folder / "en.po", ENGLISH | {unit: words}))
    assert told(error)[0].startswith(f"en.po: {unit}: {what}")
    assert not (folder / "en.md").exists()


def test_all_that_is_wrong_is_told_at_once(content, folder):
    hand_out(content.root, "r")
    with pytest.raises(ContentErrors) as error:
        take_back(content.root, "r", fill(folder / "en.po", ENGLISH | {"p1": "x", "p8": "y"}))
    assert [line.partition(": ")[2][:2] for line in told(error)] == ["p1", "p8"]


def test_marks_that_cross_are_refused(content, folder):
    hand_out(content.root, "r")
    words = "<m1>a</m1> <m2>b <m3>c</m2> d</m3> <m4>e</m4>[^1]"
    with pytest.raises(ContentErrors, match="the mark `</m2>` is not closed where it should be"):
        take_back(content.root, "r", fill(folder / "en.po", ENGLISH | {"p2": words}))


def test_a_translation_of_changed_arabic_waits_with_the_arabic_that_it_was_made_of(content, folder):
    hand_out(content.root, "r")
    fill(folder / "en.po", ENGLISH)
    before = units(folder / "en.po")["p2"].source
    ar = folder / "ar.md"
    ar.write_text(ar.read_text("utf-8").replace("سقطا في", "سقطا ليلاً في"), "utf-8")
    for _ in range(2):  # it still waits where nobody looked at it
        hand_out(content.root, "r")
        unit = units(folder / "en.po")["p2"]
        assert (unit.fuzzy, unit.previous, unit.target) == (True, before, ENGLISH["p2"])
        assert "#, fuzzy\n" in (folder / "en.po").read_text("utf-8")
        segment = elements(folder / "en.xlf")["p2"].find(f"{SPACE}segment")
        assert (segment.get("state"), segment.get("subState")) == ("initial", "isnad:changed")
        [previous] = [
            note.text for note in elements(folder / "en.xlf")["p2"].iter(f"{SPACE}note") if note.get("category")
        ]
        assert previous == before
    assert not units(folder / "en.po")["p1"].fuzzy
    said = take_back(content.root, "r", folder / "en.po")
    assert "p2: the Arabic changed since, or the translation waits to be looked at" in [
        one.message for one in said if isinstance(one, Problem)
    ]
    assert "Status: draft" in (folder / "en.md").read_text("utf-8")


def test_a_block_more_moves_no_translation(content, folder):
    hand_out(content.root, "r")
    fill(folder / "en.po", ENGLISH)
    ar = folder / "ar.md"
    ar.write_text(ar.read_text("utf-8").replace("قال [", "فقرة أخرى لا تشبه سواها\n\nقال [", 1), "utf-8")
    hand_out(content.root, "r")
    found = units(folder / "en.po")
    assert found["p2"].target == ""
    assert found["p3"].target == ENGLISH["p2"]
    assert not found["p3"].fuzzy


def test_a_file_that_was_handed_out_before_the_change_comes_back_as_a_draft(content, folder):
    hand_out(content.root, "r")
    path = fill(folder / "en.po", ENGLISH)
    ar = folder / "ar.md"
    ar.write_text(ar.read_text("utf-8").replace("سقطا في", "سقطا ليلاً في"), "utf-8")
    said = take_back(content.root, "r", path)
    assert [one.message[:2] for one in said if isinstance(one, Problem)] == ["p2"]
    assert "Status: draft" in (folder / "en.md").read_text("utf-8")


def test_what_was_changed_by_hand_is_told_when_a_translation_replaces_it(content, folder):
    hand_out(content.root, "r")
    take_back(content.root, "r", fill(folder / "en.po", ENGLISH))
    english = folder / "en.md"
    english.write_text(english.read_text("utf-8").replace("Words on two lines", "Words by an editor"), "utf-8")
    changed = ENGLISH | {"p5": "Words by a translator", "p6": "In which place"}
    said = take_back(content.root, "r", fill(folder / "en.po", changed))
    what = "p5: `en.md` was changed by hand, and says now what came back; it said: Words by an editor"
    assert [one.message for one in said if isinstance(one, Problem)] == [what]
    assert "Words by a translator" in english.read_text("utf-8")


def test_what_translators_noted_in_the_header_stays(content, folder):
    hand_out(content.root, "r")
    path = fill(folder / "en.po", ENGLISH)
    path.write_text(
        path.read_text("utf-8").replace('"Language: en\\n"', '"Language: en\\n"\n"Language-Team: us \\"all\\"\\n"'),
        "utf-8",
    )
    hand_out(content.root, "r")
    assert '"Language-Team: us \\"all\\"\\n"\n' in path.read_text("utf-8")
    assert "Babel" not in path.read_text("utf-8")


def test_the_translator_is_named_as_the_po_does(content, folder):
    hand_out(content.root, "r")
    path = fill(folder / "en.po", ENGLISH)
    path.write_text(
        path.read_text("utf-8").replace(
            '"Language: en\\n"', '"Language: en\\n"\n"Last-Translator: Ann Lee <ann@example.org>\\n"'
        ),
        "utf-8",
    )
    take_back(content.root, "r", path)
    assert "\nTranslator: Ann Lee\n" in (folder / "en.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("x.po", 'msgid "a\n', "this is no PO"),
        ("x.po", "hello\n", "this is no PO"),
        ("x.xlf", "<xliff/>", "this is no XLIFF 2"),
        ("x.xlf", '<!DOCTYPE x [<!ENTITY a "b">]><xliff/>', "the XML has a document type"),
        ("x.xlf", "<xliff", "this is no XML"),
        ("x.xlf", "<xliff><xml:source a:b='c'/></xliff>", "this is no XML"),
        ("x.docx", "PK", "this is no translation that can be read"),
    ],
)
def test_a_file_that_is_no_translation_is_told(content, tmp_path, name, data, what):
    (tmp_path / name).write_text(data, "utf-8")
    with pytest.raises(ContentErrors, match=what):
        take_back(content.root, "r", tmp_path / name)


def test_a_report_that_is_not_there_is_told(content):
    for do in (hand_out, draft_english):
        with pytest.raises(ContentErrors, match="there is no report here"):
            do(content.root, "s")


def test_a_draft_in_english_has_all_blocks_and_marks(content, folder):
    draft_english(content.root, "r")
    text = (folder / "en.md").read_text("utf-8")
    assert text.startswith("Title: قصف حلب\nSummary: قتيلان في حلب\nStatus: draft\n\n# [القصف]{.raid}\n")
    assert (
        "قال [Onlooker]{.witness} إن [**قتيلين** سقطا في [قصف]{.raid}]{.dead} [4 October 2016]{when=2016-10-04} هنا.[^1]"
        in text
    )
    assert "| [Aleppo]{.aleppo} | [اثنان]{.dead} |" in text
    assert [problem.what.code for problem in read_site(content.root).warnings] == ["draft"]
    with pytest.raises(ContentErrors, match="this is already there"):
        draft_english(content.root, "r")


def test_a_name_with_signs_of_markdown_stays_a_name(content, folder):
    content.write("registry/sources.yaml", "witness: {name: {ar: الشاهد, en: 'The *only* [one]_'}, kind: witness}\n")
    content.write("registry/places.yaml", "aleppo: {name: {ar: حلب, en: Aleppo & Co}, kind: city}\n")
    content.write("reports/r/record.yaml", (folder / "record.yaml").read_text("utf-8").replace("outlet", "witness"))
    draft_english(content.root, "r")
    assert [problem.what.code for problem in read_site(content.root).warnings] == ["draft"]
    assert "[The \\*only\\* \\[one\\]\\_]{.witness}" in (folder / "en.md").read_text("utf-8")


SECRET = "قال [السرّ الكبير]{.redacted} في [حلب]{.aleppo} [[السرّ الكبير]{.redacted}]{.guards} شيئاً.[^1]\n\n[قصف]{.raid} [قتلى]{.dead} أخرى.\n\n[^1]: حاشية\n"


def test_redacted_words_are_bars_and_nothing_beside_them_is_told(tmp_path):
    content = Content(tmp_path).report(record=RECORD, ar=SECRET)
    folder = content.root / "reports/r"
    hand_out(content.root, "r")
    for name in ("en.po", "en.xlf"):
        text = (folder / name).read_text("utf-8")
        assert "السر" not in text
        assert "████" in text
        assert "New Guard" not in text
        assert "guards" not in text
    english = {
        "p1": "<m1>Mr Secret</m1> said in <m2>Aleppo</m2> <m3><m4>x</m4></m3> something.[^1]",
        "p2": "<m1>Shelling</m1> <m2>dead</m2>",
    }
    take_back(content.root, "r", fill(folder / "en.po", english | {"title": "A title", "p3": "A note"}))
    text = (folder / "en.md").read_text("utf-8")
    assert "[Mr Secret]{.redacted} said in [Aleppo]{.aleppo} [[x]{.redacted}]{.guards} something.[^1]" in text
    assert "Secret" not in (folder / "en.xlf").read_text("utf-8"), "and redacted it goes to nobody"
    assert len(read_site(content.root).reports[0].texts) == 2


NAMED = "قال [خالد عمر]{.redacted} في [حلب]{.aleppo} كلاماً.\n\nثم عاد إلى بيته.\n\n[قصف]{.raid} [قتلى]{.dead} أخرى.\n"
IN_ENGLISH = "[Khaled Omar]{.redacted} said words in [Aleppo]{.aleppo}.\n\nHe went home.\n\n[Shelling]{.raid} [dead]{.dead} others.\n"


@pytest.mark.parametrize("said", ["Then Khaled went home.", "Then he went home."])
def test_words_that_the_english_redacts_stay_and_are_looked_for(tmp_path, said):
    """By them is found who says them openly, in the translation that came back or in another report."""
    content = Content(tmp_path).report(record=RECORD, ar=NAMED, en=IN_ENGLISH)
    folder = content.root / "reports/r"
    hand_out(content.root, "r")
    returned = fill(Path(shutil.copy(folder / "en.po", tmp_path / "returned.po")), {"p2": said})
    told = [*map(str, take_back(content.root, "r", returned))]
    text = (folder / "en.md").read_text("utf-8")
    assert "[Khaled Omar]{.redacted} said words in [Aleppo]{.aleppo}." in text
    assert any("p2: the translation says what the report redacts" in one for one in told) == ("Khaled" in said)
    assert ("Status: draft" in text) == ("Khaled" in said)
    assert "Khaled" not in "".join(map(str, told)) + (folder / "en.po").read_text("utf-8")
    (folder / "en.md").write_text(text.replace("Status: draft\n", ""), "utf-8")
    assert bool(content.errors()) == ("Khaled" in said)
    content.report("s", ar="نص.", en="Khaled Omar left.")
    assert any("stand openly at reports/s/en.md" in str(one) for one in content.errors())


@pytest.mark.parametrize(
    "bar", ["<m1>Khaled Omar</m1> said in <m2>Aleppo</m2>", "[Khaled Omar]{.redacted} said in [Aleppo]{.aleppo}"]
)
def test_a_name_that_a_translator_writes_where_a_bar_stands_is_redacted_and_looked_for(tmp_path, bar):
    content = Content(tmp_path).report(record=RECORD, ar=NAMED)
    folder = content.root / "reports/r"
    hand_out(content.root, "r")
    words = {"title": "A title", "p1": bar, "p2": "Then Khaled went home.", "p3": "<m1>Shelling</m1> <m2>dead</m2>"}
    take_back(content.root, "r", fill(folder / "en.po", words))
    assert "[Khaled Omar]{.redacted} said in [Aleppo]{.aleppo}" in (folder / "en.md").read_text("utf-8")
    assert [one.line for one in content.errors() if "stand openly" in one.message]


def test_a_translation_without_a_bar_for_what_the_english_redacts_changes_nothing(tmp_path):
    content = Content(tmp_path).report(record=RECORD, ar=NAMED, en=IN_ENGLISH)
    folder = content.root / "reports/r"
    text = (folder / "ar.md").read_text("utf-8").replace("[خالد عمر]{.redacted}", "رجل")
    (folder / "ar.md").write_text(text, "utf-8")
    hand_out(content.root, "r")
    before = (folder / "en.md").read_text("utf-8")
    words = {"p1": "A man said in <m1>Aleppo</m1>.", "p2": "x", "p3": "<m1>Shelling</m1> <m2>dead</m2>", "title": "T"}
    with pytest.raises(ContentErrors) as error:
        take_back(content.root, "r", fill(folder / "en.po", words))
    (problem,) = error.value.problems
    assert (problem.path.name, problem.line, problem.column) == ("en.md", 3, 1)
    assert "its words would be lost" in problem.message
    assert "Khaled" not in str(problem)
    assert (folder / "en.md").read_text("utf-8") == before


def test_what_was_handed_out_before_words_were_redacted_does_not_go_out_again(tmp_path):
    """Neither the Arabic of which a translation was made, nor the translation, in which the name stands in English."""
    said = "قال %s في [حلب]{.aleppo} إن البيوت خلت من أهلها.\n\n[قصف]{.raid} [قتلى]{.dead} أخرى.\n"
    content = Content(tmp_path).report(record=RECORD, ar=said % "سمير قنطار")
    folder = content.root / "reports/r"
    hand_out(content.root, "r")
    fill(
        folder / "en.po",
        {
            "p1": "Samir Quntar said in <m1>Aleppo</m1> that nobody is left.",
            "p2": "<m1>Shelling</m1> <m2>dead</m2> others.",
        },
    )
    content.report(record=RECORD, ar=said % "[سمير قنطار]{.redacted}")
    hand_out(content.root, "r")
    for name in ("en.po", "en.xlf"):
        text = (folder / name).read_text("utf-8")
        assert not [word for word in ("سمير", "Samir", "nobody is left") if word in text]
    assert "others." in (folder / "en.po").read_text("utf-8"), "what tells nothing stays"


def test_what_was_handed_out_before_does_not_come_back_with_a_translation_either(tmp_path):
    """The files beside the report are written again, with what came back."""
    said = "قال %s في [حلب]{.aleppo} إن البيوت خلت من أهلها.\n\n[قصف]{.raid} [قتلى]{.dead} أخرى.\n"
    content = Content(tmp_path).report(record=RECORD, ar=said % "سمير قنطار")
    folder = content.root / "reports/r"
    hand_out(content.root, "r")
    returned = Path(shutil.copy(folder / "en.po", tmp_path / "returned.po"))
    fill(folder / "en.po", {"p1": "Samir Quntar said in <m1>Aleppo</m1> that nobody is left."})
    content.report(record=RECORD, ar=said % "[سمير قنطار]{.redacted}")
    take_back(content.root, "r", fill(returned, {"p2": "<m1>Shelling</m1> <m2>dead</m2> others."}))
    for name in ("en.po", "en.xlf"):
        text = (folder / name).read_text("utf-8")
        assert not [word for word in ("سمير", "Samir", "nobody is left") if word in text]
        assert "others." in text


def test_a_file_that_is_handed_out_does_not_tell_how_many_lines_are_redacted(tmp_path):
    """Nor where its blocks stand in a file in which the words are."""
    handed = []
    for secret in ("سر", "سر\nسر\nسر"):
        content = Content(tmp_path / str(len(secret))).report(
            record=RECORD, ar=f"قال [{secret}]{{.redacted}}.\n\n[قصف]{{.raid}} [قتلى]{{.dead}}\n"
        )
        hand_out(content.root, "r")
        handed.append([(content.root / "reports/r" / name).read_text("utf-8") for name in ("en.po", "en.xlf")])
    assert handed[0] == handed[1]


def test_footnotes_to_which_only_redacted_words_lead_are_handed_to_nobody(tmp_path):
    text = (
        "قال [السرّ الكبير[^1]]{.redacted} شيئاً في [حلب]{.aleppo}.\n\n[قصف]{.raid} [قتلى]{.dead}\n\n[^1]: من بيت فلان\n"
    )
    content = Content(tmp_path).report(record=RECORD, ar=text)
    said = hand_out(content.root, "r")
    assert "What goes with redacted words was not handed out (footnotes: 1)." in map(str, said)
    for name in ("en.po", "en.xlf"):
        assert "فلان" not in (content.root / "reports/r" / name).read_text("utf-8")


def test_a_report_that_says_its_redacted_words_elsewhere_is_not_handed_out(tmp_path):
    content = Content(tmp_path).report(
        record=RECORD, ar="[سمير قنطار]{.redacted}\n\n[قصف]{.raid} [قتلى]{.dead} وسمير قنطار\n"
    )
    with pytest.raises(ContentErrors, match="this says what the report redacts"):
        hand_out(content.root, "r")
    assert not (content.root / "reports/r/en.po").exists()


# With the programs of translators


@pytest.fixture
def handed(content, folder) -> Path:
    hand_out(content.root, "r")
    return fill(folder / "en.po", ENGLISH)


def test_what_is_handed_out_is_a_catalogue_without_faults(handed):
    with handed.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    assert {unit.context for unit in catalogue if unit.id} >= {*ENGLISH}
    assert [(unit.context, faults) for unit, faults in catalogue.check()] == []


def test_the_checks_of_translate_toolkit_know_our_codes(handed):
    from translate.filters import checks
    from translate.storage import factory

    def faults(path: Path) -> set[str]:
        checker = checks.StandardChecker(limitfilters=["xmltags", "urls", "emails", "variables", "doublespacing"])
        found = set()
        for unit in factory.getobject(str(path)).units:
            if unit.istranslatable():
                found |= {f"{unit.getcontext() or unit.source}: {name}" for name in checker.run_filters(unit)}
        return found

    assert faults(handed) == set()
    fill(handed, {"p4": "In Aleppo"})
    assert faults(handed) == {"p4: xmltags"}


def test_translate_toolkit_reads_the_same_units_of_both_files(content, handed):
    from translate.storage.pypo import pofile
    from translate.storage.xliff2 import Xliff2File

    hand_out(content.root, "r")
    po = [unit for unit in pofile.parsefile(str(handed)).units if unit.istranslatable()]
    xliff = [unit for unit in Xliff2File.parsefile(str(handed.with_suffix(".xlf"))).units if unit.istranslatable()]
    assert [unit.getcontext() for unit in po] == list(ENGLISH)
    assert len(xliff) == len(ENGLISH)
    assert [unit.istranslated() for unit in xliff] == [True] * len(ENGLISH)


#: What XLIFF 2.0 lets stand in each element, in this order, and the attributes that it must have.
CORE = {
    "xliff": ("file", {"version", "srcLang"}), "file": ("notes unit", {"id"}), "unit": ("notes originalData segment", {"id"}),
    "notes": ("note", set()), "note": ("", set()), "segment": ("source target", set()), "source": ("pc", set()),
    "target": ("pc", set()), "pc": ("pc", {"id"}),
}  # fmt: skip
MAY = {
    "xliff": {"trgLang"}, "file": {"original"}, "note": {"appliesTo", "category"}, "segment": {"state", "subState"},
    "pc": {"dispStart", "dispEnd"}, "source": {"{http://www.w3.org/XML/1998/namespace}space"},
    "target": {"{http://www.w3.org/XML/1998/namespace}space"},
}  # fmt: skip


def test_the_xliff_has_the_structure_that_the_standard_asks_for(content, handed, folder):
    hand_out(content.root, "r")
    root = ElementTree.parse(folder / "en.xlf").getroot()
    ids = [unit.get("id") for unit in root.iter(f"{SPACE}unit")]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[A-Za-z][\w.-]*", id) for id in ids)
    for element in root.iter():
        name = element.tag.removeprefix(SPACE)
        inside, must = CORE[name]
        order = [inside.split().index(child.tag.removeprefix(SPACE)) for child in element]
        assert order == sorted(order)
        assert must <= set(element.attrib) <= must | MAY.get(name, set())
        if name == "segment":
            assert element.get("state") in ("initial", "translated")
            source, target = (
                [code.get("id") for code in element.find(f"{SPACE}{part}").iter(f"{SPACE}pc")]
                for part in ("source", "target")
            )
            assert sorted(source) == sorted(target)
            assert len(set(source)) == len(source)


@pytest.mark.skipif(not TRIALS.is_dir(), reason="the trials do not lie beside the project")
def test_the_translation_of_the_trials_comes_back(tmp_path):
    content = tmp_path / "content"
    content.mkdir()
    bring_in(content, TRIALS / "inception/fasher.xmi", "2025-08-05-abu-shouk")
    said = take_back(content, "2025-08-05-abu-shouk", TRIALS / "translator/fasher.po")
    assert str(said[0]) == "2025-08-05-abu-shouk: `en.md` was written. Units in English: 8; in Arabic: 1."
    english = (content / "reports/2025-08-05-abu-shouk/en.md").read_text("utf-8")
    assert "[targeting the camp]{.rsf-denies-err .rsf-denies-doctors}" in english
    assert len(re.findall(r"\.[a-z][a-z0-9-]*(?=[ }])|when=", english)) == 63
