"""``[words]{.redacted}``: the words are gone from everything that leaves the room, and leave no trace of themselves."""

import pytest

from reports.redaction import BAR
from tests.helpers.content import Content

SECRET = "الغوث"


def everything(content: Content) -> str:
    """All that is published and all that is said of it, in one text."""
    site = content.read()
    return repr(site.reports) + "".join(map(str, site.warnings))


@pytest.mark.parametrize(
    "ar",
    [
        f"قال [{SECRET}]{{.redacted}} أمس.",
        f"قال [{SECRET}]{{.redacted .aleppo}} و[حلب]{{.aleppo}}.",
        f"[قال [{SECRET}]{{.redacted}} أمس]{{.aleppo}}.",
        f"قال [قبل [{SECRET}]{{.aleppo}} بعد]{{.redacted}}.",
        f'قال [الغ]{{.redacted sic="{SECRET}"}}.',
        f'قال [[الغ]{{sic="{SECRET}"}}]{{.redacted}}.',
        f"قال [[{SECRET}]{{.redacted}}]{{.redacted}}.",
        f"قال [سطر\n{SECRET}]{{.redacted}}.",
        f"قال [**{SECRET}**]{{.redacted}} و[`{SECRET}`]{{.redacted}}.",
        f"قال [[رابط](https://example.org/{SECRET})]{{.redacted}}.",
        f"قال [<b>{SECRET}</b> &amp; كذا]{{.redacted}}.",
        f"# [{SECRET}]{{.redacted}}\n\n- [{SECRET}]{{.redacted}}\n\n> [{SECRET}]{{.redacted}}",
        f"| [{SECRET}]{{.redacted}} |\n| - |\n| [{SECRET}]{{.redacted}} |",
        f"قال[^1].\n\n[^1]: [{SECRET}]{{.redacted}}",
        f"[{SECRET}]{{.redacted}}",
        f"قال [[{SECRET}]{{.redacted}}]{{.aleppo when=2016-10-04}}.",
        f"قال [([{SECRET}]{{.redacted}})، [[{SECRET}]{{.redacted}}]{{.syria}}]{{.army}}.",
        f'قال [[الغ]{{.redacted}} [س [{SECRET}]{{sic="{SECRET}"}}]{{.redacted}}]{{.army}}.',
        f"ق [ص [{SECRET}]{{.redacted}} م]{{.aleppo}} ك [س]{{.syria}} و[{SECRET}]{{.redacted}} ن [ع]{{.army}}",
    ],
)
def test_the_words_are_gone(content: Content, ar):
    """From rows, blocks, marks' words, what stands before and after them, corrections and warnings."""
    content.report(ar=ar)
    assert SECRET not in everything(content)
    assert BAR in "".join(content.one().texts["ar"].rows)


def test_both_languages_are_redacted(content: Content):
    """What is hidden in one language is hidden in the other, or the two do not line up."""
    content.report(ar=f"قال [{SECRET}]{{.redacted}}", en="Said [Ghouth]{.redacted}")
    assert "Ghouth" not in everything(content)
    content.report(ar=f"قال ‸[{SECRET}]{{.redacted}}", en="Said Ghouth").expect("en.md lacks the mark `.redacted`")


def test_a_bar_stands_in_place(content: Content):
    """The bar is as long for a letter as for a page, so that not even the length is told."""
    for slug, secret in {"a": "س", "b": SECRET * 99}.items():
        content.report(slug, ar=f"قال [{secret}]{{.redacted}} ثم [حلب]{{.aleppo}}.")
    texts = [report.texts["ar"] for report in content.read().reports]
    assert texts[0].blocks[0].text == texts[1].blocks[0].text == f"قال {BAR} ثم حلب."
    assert texts[0].rows == texts[1].rows
    assert texts[0].marks == texts[1].marks
    assert [(mark.words, mark.prefix, mark.suffix, mark.redacted) for mark in texts[0].marks] == [
        (BAR, "قال ", " ثم حلب.", True),
        ("حلب", f"قال {BAR} ثم ", ".", False),
    ]


def test_what_is_inside_still_has_a_place(content: Content):
    """A claim whose words are hidden is still told: the bar carries its id, and its date goes with the words.

    A place or a person of the registry is not: the bar would say who hides behind it.
    """
    content.report(
        record="events: {e: {type: other, when: 2016}}\nclaims: {c: {about: e}}\n",
        ar="[ق [ح]{.e} [أمس]{when=2016-10-04} [ع]{.aleppo .c}]{.c .redacted when=2016} و[ح]{.e}",
    )
    bar, again = content.one().texts["ar"].marks
    assert (set(bar.ids), bar.when, bar.sic, bar.words) == ({"c", "e"}, None, None, BAR)
    assert (bar.anchor, again.anchor) == ("ar_c", "ar_e")
    assert bar.inside == again.inside == ()


def test_marks_around_keep_theirs(content: Content):
    """A redacted word in a claim's words is hidden there too; the claim's mark and its neighbours stay."""
    content.report(record="claims: {c: {}}\n", ar="[قتل [سر]{.redacted} في [حلب]{.aleppo}]{.c}")
    claim, bar, place = content.one().texts["ar"].marks
    assert (claim.words, claim.inside) == (f"قتل {BAR} في حلب", ())
    assert (bar.inside, place.words, place.inside) == ((0,), "حلب", (0,))


def test_warnings_do_not_tell(content: Content):
    """A weekday, a figure or half a name that is hidden is in no warning."""
    content.report(
        record="""
        events: {e: {type: shelling, when: 2016-10-04}}
        claims: {c: {about: e, casualties: [{killed: 1}]}}
        """,
        ar="""
        [ح]{.e} [قتل [خمسة]{.redacted} و[7 آخرون [9]{.c}]{.redacted}]{.c} [[الجمعة]{.redacted} أمس]{when=2016-10-04}

        [يوم [الجمعة]{when=2016-10-04}]{.redacted} في [حلب]{.aleppo}ت و[الحرس]{.redacted} الجديد، الجبه[ة]{.redacted}
        """,
    )
    assert content.read().warnings == ()


@pytest.mark.parametrize(
    ("ar", "messages"),
    [
        ("قال ‸[سر\n\nسر‸]{.redacted}", ["the bracket is not closed", "a mark is closed that was never opened"]),
        ("قال [سر] ‸{.redacted}", ["attributes follow no bracket"]),
        ("قال [سر]{‸redacted}", ["`redacted` is nothing that a mark can carry"]),
        ("قال [سر]{‸.Redacted}", ["`.Redacted` is nothing"]),
        ("قال [سر]{‸.redact}", ["nothing has the id `redact`"]),
        ("قال [سر]‸{.redacted", ["attributes are not closed"]),
        ("قال \\[سر\\]‸{.redacted}", ["attributes follow no bracket"]),
        ("<div>‸[سر]{.redacted}</div>", ["the mark stands where no mark can stand"]),
        ("*قال ‸[سر* سر]{.redacted}", ["overlaps half"]),
        ("قال `[سر]‸{.redacted}`", ["`.redacted` stands in plain text"]),
    ],
)
def test_a_slip_stops_the_build(content: Content, ar, messages):
    """Where a redaction is not understood nothing is published."""
    content.report(ar=ar).expect(*messages)


def test_a_footnote_that_only_redacted_words_call_is_an_error(content: Content):
    """The bar calls no footnote: what hangs on hidden words alone must go with them."""
    content.report(ar="قال [سر[^n]]{.redacted} شيئاً.\n\n‸[^n]: حاشية تحت كلام محجوب.")
    content.expect("only redacted words lead to the footnote `n`")


def test_a_mark_around_redacted_words_alone_goes_with_them(content: Content):
    """Whoever or whenever it is, the mark would say it; a claim keeps its place."""
    content.report(
        record="events: {e: {type: other, when: 2016}}\nclaims: {c: {about: e}}\n",
        ar="[[س]{.redacted}]{.aleppo .c when=2016-10-04} و[ق [س]{.redacted}]{.syria} و[ح]{.e}",
    )
    first, second, *_ = content.one().texts["ar"].marks
    assert (first.ids, first.when, first.words, first.redacted) == (("c",), None, BAR, True)
    assert (second.ids, second.words) == (("syria",), f"ق {BAR}")


@pytest.mark.parametrize(
    ("ar", "message"),
    [
        (
            f"قال [رابط ‸[{SECRET}]{{.redacted}}](https://example.org/{SECRET}).",
            "redacted words stand in a link, whose address would be published; "
            "take the link out, or redact it whole: `[[words](https://…)]{.redacted}`",
        ),
        (
            f'قال ‸[[{SECRET}]{{.redacted}} كلام]{{sic="{SECRET} صواب"}}.',
            "a correction stands around redacted words and would be published; "
            "redact the whole mark, or take `sic` out",
        ),
    ],
)
def test_what_would_tell_of_them_is_an_error(content: Content, ar, message):
    content.report(ar=ar).expect(message)


@pytest.mark.parametrize(
    ("ar", "record"),
    [
        (f"Title: شهادة {SECRET} كاملة\n\nقال ‸[{SECRET}]{{.redacted}} كذا.", ""),
        (f"Title: ش\nSummary: {SECRET}\n\nقال [س ‸[{SECRET}]{{.redacted}}]{{.aleppo}} كذا.", ""),
        (
            f"قال ‸[{SECRET}]{{.redacted}} [كذا]{{.e}}.",
            f"events: {{e: {{type: other, when: 2016, title: {{ar: ما قال {SECRET}}}}}}}\n",
        ),
        (f"قال ‸[{SECRET}]{{.redacted}}.", f"corrections: [{{on: 2016-10-09, ar: صُحح اسم {SECRET}}}]\n"),
    ],
)
def test_redacted_words_that_are_said_openly_are_told_without_quoting_them(content: Content, ar, record):
    content.report(ar=ar, record=record).expect(
        "these redacted words stand in the header, or in a title or correction of the record; "
        "they would be published there; change them"
    )
    assert SECRET not in str(content.errors()[0])


def test_redacted_words_that_the_text_says_in_another_place_are_told(content: Content):
    """A name that was hidden once and left once; not a part of another word, and not what is hidden twice."""
    content.report(ar=f"قال ‸[{SECRET}]{{.redacted}} كذا.\n\nثم قال {SECRET} كذا، و[{SECRET}اني]{{.redacted}} كذا.")
    content.expect_warnings("these redacted words stand openly in the text too, at line 5; redact them there as well")
    other = f"قال [{SECRET}]{{.redacted}} كذا، و[{SECRET}]{{.redacted}}، و{SECRET}ون كثيرون."
    content.carets.clear()
    content.report(ar=other).expect_warnings()


SAID = "only redacted words name `aleppo`, and the record names it too; it is published, with a page of its own;"


@pytest.mark.parametrize(
    ("ar", "said"),
    [
        ("[كذا]{.e} في ‸[حلب]{.aleppo .redacted}.", [SAID]),
        ("[كذا]{.e} في [ح ‸[حلب]{.aleppo}]{.redacted}.", [SAID]),
        ("[كذا]{.e} في [حلب]{.aleppo .redacted} و[حلب]{.aleppo}.", []),
        ("[كذا]{.e} في [سوريا]{.syria .redacted}.", []),
    ],
)
def test_whom_the_record_names_and_the_text_hides(content: Content, ar, said):
    content.report(ar=ar, record="events: {e: {type: other, when: 2016, where: aleppo}}\n").expect_warnings(*said)


def test_a_dossier_says_no_redacted_word_in_its_header(content: Content):
    content.report().dossier(yaml="reports: [r]\n", ar=f"Title: عن {SECRET}\n\nقال ‸[{SECRET}]{{.redacted}} كذا.")
    content.expect("these redacted words stand in the header, or in a title or correction of the record")
