"""What `make suggest` proposes of a report, and what it writes."""

from __future__ import annotations

import difflib
import os
import unicodedata
from pathlib import Path

import pytest

from authoring.suggest import suggest
from reports import ContentErrors, Reader
from tests.helpers.content import Content

PLACES = """
old-harbour: {name: {ar: المرفأ القديم, en: Old Harbour}, kind: neighbourhood, within: aleppo}
mill: {name: {ar: الطاحون, en: the Mill}, aliases: {ar: [حي الطاحون]}, kind: neighbourhood, within: aleppo}
dawn: {name: {ar: اليوم, en: Today}, kind: village, within: syria}
"""
ACTORS = """
brigade: {name: {ar: لواء الفجر, en: Dawn Brigade}, kind: rebel-group}
"""
SOURCES = """
rescue: {name: {ar: فرق الإنقاذ, en: Rescue Service}, kind: civil-defence}
doctor: {name: {ar: سامر الحلاق, en: Samer Hallaq}, kind: person}
"""


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path).registry(places=PLACES, actors=ACTORS, sources=SOURCES)


def applied(content: Content, slug: str = "r") -> dict[str, str]:
    """The files of a report when everything is written."""
    suggest(content.root, slug).apply()
    folder = content.root / "reports" / slug
    return {path.name: path.read_text("utf-8") for path in sorted(folder.iterdir())}


def body(text: str) -> str:
    return text.split("\n\n", 1)[1].strip()


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("وصلت إلى المرفأ القديم.", "وصلت إلى [المرفأ القديم]{.old-harbour}."),
        ("وبحلب والمرفأ القديم.", "وب[حلب]{.aleppo} و[المرفأ القديم]{.old-harbour}."),
        ("في حي الطاحون وفي الطاحون.", "في [حي الطاحون]{.mill} وفي [الطاحون]{.mill}."),
        ("وصل إلى للطاحون حلبٍ.", "وصل إلى [للطاحون]{.mill} [حلبٍ]{.aleppo}."),
        ("في حلب الشرقية.", "في [حلب الشرقية]{.east-aleppo}."),
        ("وصل اليوم.", "وصل [اليوم]{when=2016-10-05}."),
        ("قال سامر الحلاق. ثم قال الحلاق.", "قال [سامر الحلاق]{.doctor}. ثم قال [الحلاق]{.doctor}."),
        ("في **حلب** و*المرفأ القديم*.", "في **[حلب]{.aleppo}** و*[المرفأ القديم]{.old-harbour}*."),
        ("[في المرفأ\nالقديم]{.aleppo} حلب", "[في المرفأ\nالقديم]{.aleppo} [حلب]{.aleppo}"),
        ("المرفأ\nالقديم", "[المرفأ\nالقديم]{.old-harbour}"),
    ],
)
def test_names_are_marked_as_an_author_marks_them(content: Content, words: str, marked: str) -> None:
    assert body(applied(content.report(ar=words))["ar.md"]) == marked


@pytest.mark.parametrize(
    "words",
    [
        "انظر [حلب](https://example.org/a).",
        "الرمز `حلب` هنا.",
        "<!-- حلب -->\n\nنص.",
        "قال [حلب]{.redacted} ذلك.",
        "قرب [مدينة حلب القديمة]{.aleppo}.",
        "```\nحلب\n```",
    ],
)
def test_links_code_comments_redactions_and_marks_stay_as_they_are(content: Content, words: str) -> None:
    assert body(applied(content.report(ar=words))["ar.md"]) == words


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("الثلاثاء 4 تشرين الأول 2016", "2016-10-04"),
        ("4 أكتوبر 2016", "2016-10-04"),
        ("3 شتنبر 2016", "2016-09-03"),
        ("الثالث من غشت", "2016-08-03"),
        ("الأحد", "2016-10-02"),
        ("أمس", "2016-10-04"),
        ("أول من أمس", "2016-10-03"),
        ("أمس الأول", "2016-10-03"),
        ("الأحد 2 الجاري", "2016-10-02"),
        ("الشهر الماضي", "2016-09"),
        ("عام 2011", "2011"),
        ("أيلول 2016", "2016-09"),
        ("10 رمضان 1437", "2016-06-16~"),
    ],
)
def test_dates_get_the_day_that_is_meant(content: Content, words: str, when: str) -> None:
    text = body(applied(content.report(ar=f"وقع ذلك {words}."))["ar.md"])
    assert f"[{words}]{{when={when}}}" in text


def test_a_weekday_is_none_of_another_week_than_its_day_of_the_month_is(content: Content) -> None:
    text = "نفى الجيش الأحد 4 منه أن يكون قتل 7 أشخاص."
    assert "when=" not in applied(content.report(ar=text))["ar.md"], (
        "the last 4th is a Tuesday, and no claim of 4 killed"
    )
    assert "killed: 4" not in applied(content.report(ar=text))["record.yaml"]


def test_two_days_in_a_row_are_one_stretch(content: Content) -> None:
    text = body(applied(content.report(ar="يومي الأحد والاثنين."))["ar.md"])
    assert text == "يومي [الأحد والاثنين]{when=2016-10-02/2016-10-03}."


def test_a_report_that_looks_back_tells_its_days_from_what_it_tells_of(content: Content) -> None:
    record = """\
        published: 2020-01-10
        publisher: outlet
        events:
          raid: {type: air-strike, when: 2016-10-04}
        """
    ar = "في [الغارة]{.raid} يوم 4 تشرين الأول، ثم الخميس."
    text = body(applied(content.report(record=record, ar=ar))["ar.md"])
    assert "[4 تشرين الأول]{when=2016-10-04}" in text
    assert "[الخميس]{when=2016-10-06}" in text


def test_a_sentence_that_counts_people_becomes_a_claim_about_its_event(content: Content) -> None:
    files = applied(
        content.report(
            ar="قالت فرق الإنقاذ إن قصفاً على المرفأ القديم أمس أدى إلى مقتل نحو 30 مدنياً، بينهم ثلاثة أطفال، "
            "وإصابة 12 آخرين على الأقل."
        )
    )
    assert files["record.yaml"].endswith(
        """\

events:
  shelling-old-harbour:  # suggested
    type: shelling
    when: 2016-10-04
    where: old-harbour

claims:
  killed-30:  # suggested
    by: rescue
    about: shelling-old-harbour
    casualties:
      - {killed: ~30, who: civilians, including: {children: 3}}
      - {injured: 12+}
"""
    )
    assert body(files["ar.md"]) == (
        "قالت [فرق الإنقاذ]{.rescue} إن [قصفاً على [المرفأ القديم]{.old-harbour}]{.shelling-old-harbour} "
        "[أمس]{when=2016-10-04} أدى إلى "
        "[مقتل نحو 30 مدنياً، بينهم ثلاثة أطفال، وإصابة 12 آخرين على الأقل]{.killed-30}."
    )
    assert not content.errors()


def test_who_is_in_no_registry_is_asked_for(content: Content) -> None:
    record = applied(content.report(ar="قال ناشط في المدينة إن غارة قتلت خمسة أشخاص."))["record.yaml"]
    assert "killed-5:  # suggested; by «ناشط في المدينة»?" in record
    assert "identified: unattributed" in record


def test_what_a_relay_says_has_both(content: Content) -> None:
    record = applied(content.report(ar="نقلت الوكالة عن فرق الإنقاذ قولها إن غارة قتلت خمسة أشخاص."))["record.yaml"]
    assert "by: rescue\n    via: agency" in record


def test_a_toll_since_a_day_is_cumulative(content: Content) -> None:
    record = applied(content.report(ar="قالت فرق الإنقاذ إن 400 شخص قُتلوا في حلب منذ أيلول 2016."))["record.yaml"]
    assert "{killed: 400, scope: cumulative, period: 2016-09/2016-10-05, where: aleppo}" in record
    assert "about:" not in record


def test_words_of_a_claim_that_the_record_has_are_marked_for_it(content: Content) -> None:
    record = "claims:\n  five: {by: rescue, about: raid, casualties: [{killed: 5}]}\nevents:\n  raid: {type: air-strike, when: 2016-10-04}\n"
    files = applied(content.report(record=record, ar="قتلت [غارة]{.raid} خمسة أشخاص."))
    assert body(files["ar.md"]) == "[قتلت [غارة]{.raid} خمسة أشخاص]{.five}."
    assert "suggested" not in files["record.yaml"]


def test_the_translation_gets_the_same_marks(content: Content) -> None:
    files = applied(
        content.report(
            ar="قالت فرق الإنقاذ إن غارة على المرفأ القديم أمس قتلت خمسة أشخاص.",
            en="The Rescue Service said that an air strike on the Old Harbour yesterday killed five people.",
        )
    )
    assert body(files["en.md"]) == (
        "The [Rescue Service]{.rescue} said that an [air strike]{.air-strike-old-harbour} on the "
        "[Old Harbour]{.old-harbour} [yesterday]{when=2016-10-04} [killed five people]{.killed-5}."
    )
    assert not content.errors()


def test_what_only_one_language_says_is_told_and_not_written(content: Content) -> None:
    content.report(ar="وصلت إلى حلب.", en="They arrived there.")
    found = suggest(content.root, "r")
    assert not found.files
    (told,) = found.told
    assert "nothing in this paragraph of en.md says the same" in told.message


def test_where_the_translation_has_no_marks_yet_the_rest_is_told(content: Content) -> None:
    content.report(ar="وصلت إلى [حلب]{.aleppo} و[المدينة]{.mill}.", en="They reached Aleppo and the place.")
    files = applied(content)
    assert body(files["en.md"]) == "They reached [Aleppo]{.aleppo} and the place."


def test_a_name_of_two_entries_is_asked_about(content: Content) -> None:
    content.registry(
        places="one: {name: {ar: الزهرة, en: One}, kind: village}\ntwo: {name: {ar: الزهرة, en: Two}, kind: town}\n"
    )
    found = suggest(content.report(ar="وصلت إلى الزهرة.").root, "r")
    assert not found.files
    assert "one, two" in found.told[0].message


def test_of_two_entries_that_are_called_the_same_the_one_that_the_report_knows_is_meant(content: Content) -> None:
    content.registry(
        places="one: {name: {ar: الزهرة, en: One}, kind: village}\ntwo: {name: {ar: الزهرة, en: Two}, kind: town}\n"
    )
    files = applied(content.report(ar="في [القرية]{.one} وصلت إلى الزهرة."))
    assert body(files["ar.md"]).endswith("[الزهرة]{.one}.")


def test_unknown_names_become_stubs_that_change_nothing_until_they_are_filled_in(content: Content) -> None:
    content.report(ar="وقع ذلك في قرية كفر سجنة، وقال متحدث باسم الفيلق ذلك.")
    before = (content.root / "registry/places.yaml").read_text("utf-8")
    found = suggest(content.root, "r")
    found.apply()
    places = (content.root / "registry/places.yaml").read_text("utf-8")
    assert places == before + "# id:\n#   name: {ar: كفر سجنة, en: …}\n#   kind: village\n"
    assert "# id:\n#   name: {ar: الفيلق, en: …}\n#   kind: other\n" in (
        content.root / "registry/actors.yaml"
    ).read_text("utf-8")
    assert not content.errors()
    assert not suggest(content.root, "r").files


def test_a_name_that_both_texts_have_becomes_an_entry(content: Content) -> None:
    content.report(ar="وقع ذلك في قرية كفر سجنة.", en="It happened in the village of Kafr Sijna.")
    suggest(content.root, "r").apply()
    assert (
        (content.root / "registry/places.yaml")
        .read_text("utf-8")
        .endswith("kafr-sijna:\n  name: {ar: كفر سجنة, en: Kafr Sijna}\n  kind: village\n")
    )
    assert "[كفر سجنة]{.kafr-sijna}" in applied(content)["ar.md"]
    assert not content.errors()


def test_the_record_keeps_what_its_author_wrote(content: Content) -> None:
    record = """\
        # ours
        published: 2016-10-05   # as printed
        publisher: outlet

        events:
          # the first
          raid:
            type: air-strike
            when: 2016-10-04   # Tuesday
            # a note at its end

        # what follows
        claims:
          five:
            about: raid
            casualties: [{killed: 5}]
        corrections:
          - {on: 2016-10-06, ar: نص, en: text}
        """
    content.report(record=record, ar="[غارة]{.raid} قتلت [خمسة]{.five}. وقالت فرق الإنقاذ إن قصفاً قتل تسعة أشخاص.")
    before = (content.root / "reports/r/record.yaml").read_text("utf-8").splitlines()
    after = applied(content)["record.yaml"].splitlines()
    compared = list(difflib.ndiff(before, after))
    assert not [line for line in compared if line.startswith("- ")]
    new = [line[2:] for line in compared if line.startswith("+ ")]
    assert new[0] == "  shelling:  # suggested; when?"
    assert after.index("    # a note at its end") < after.index(new[0]) < after.index("# what follows")
    assert not content.errors()


def test_a_record_in_braces_is_left_alone_and_that_is_said(content: Content) -> None:
    record = "events: {raid: {type: air-strike, when: 2016-10-04}}\n"
    found = suggest(content.report(record=record, ar="[غارة]{.raid} قتلت خمسة أشخاص في حلب.").root, "r")
    assert any("`events` stands in braces" in told.message for told in found.told)
    assert [path.name for path in found.files] == ["ar.md"]


def test_each_proposal_is_told_at_its_place_with_a_reason(content: Content) -> None:
    told = suggest(content.report(ar="نص.\n\nوصلت إلى حلب أمس.").root, "r").told
    assert [(str(one.path.name), one.line, one.column) for one in told] == [("ar.md", 5, 10), ("ar.md", 5, 14)]
    assert "a name of `aleppo` in the registry" in told[0].message
    assert "told from 2016-10-05, the day of publication" in told[1].message


def test_nothing_is_written_where_the_report_cannot_be_read(content: Content) -> None:
    content.report(record="published: 2016-13-01\npublisher: outlet\n", ar="حلب.")
    with pytest.raises(ContentErrors):
        suggest(content.root, "r")


def test_suggestions_are_counted_until_they_are_confirmed(content: Content) -> None:
    content.report(ar="قالت فرق الإنقاذ إن غارة أمس قتلت خمسة أشخاص.")
    files = applied(content)
    warnings = [warning for warning in content.read().warnings if warning.what.code == "unconfirmed"]
    assert [(warning.line, warning.what.values) for warning in warnings] == [(5, (("count", 2),))]
    (content.root / "reports/r/record.yaml").write_text(files["record.yaml"].replace("  # suggested", ""), "utf-8")
    assert "unconfirmed" not in [warning.what.code for warning in content.read().warnings]


def test_what_is_written_has_no_letter_that_nobody_sees_and_is_composed(content: Content) -> None:
    files = applied(content.report(ar="قالت فرق الإنقاذ إن قصفاً على حيّ الطاحون قتل خمسة أشخاص."))
    for text in files.values():
        assert unicodedata.is_normalized("NFC", text)
        assert not any(unicodedata.category(letter) == "Cf" for letter in text)


def test_all_files_are_written_or_none(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    content.report(ar="قالت فرق الإنقاذ إن غارة أمس قتلت خمسة أشخاص.", en="The Rescue Service said so.")
    before = {path: path.read_bytes() for path in (content.root / "reports/r").iterdir()}
    found = suggest(content.root, "r")
    replace, done = os.replace, []

    def refuse(source: str, target: Path) -> None:
        if len(done) == 1:
            done.append(target)
            raise OSError(28, "No space left on device")
        done.append(target)
        replace(source, target)

    monkeypatch.setattr("authoring.written_files.os.replace", refuse)
    with pytest.raises(OSError, match="No space"):
        found.apply()
    assert {path: path.read_bytes() for path in (content.root / "reports/r").iterdir()} == before


def test_a_valid_content_stays_valid(content: Content) -> None:
    content.report(
        ar="قال سامر الحلاق إن مجزرة في الطاحون أوقعت 10 قتلى. وتوفي ثلاثة.", en="Samer Hallaq said so. Three died."
    )
    assert not content.errors()
    applied(content)
    Reader(content.root).read()


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("نفت فرق الإنقاذ مقتل 15 مدنياً في حلب.", "نفت"),
        ("نفى الجيش أن يكون قتل 7 أشخاص.", "نفى"),
        ("لا صحة لمقتل 8 أطفال.", "لا صحة"),
        ("الأنباء عن مقتل 8 أطفال غير صحيحة.", "غير صحيحة"),
        ("خشي الأهالي من مقتل 40 شخصاً.", "خشي"),
        ("هدد القائد بقتل 100 جندي.", "هدد"),
        ("قال ناطق باسم لواء الفجر، رداً على سؤال عن مقتل 9 مدنيين، إنه لا يعلم.", "سؤال"),
        ("طالبت منظمة بالتحقيق في مقتل 9 مدنيين.", "بالتحقيق"),
        ("توقعت فرق الإنقاذ نزوح 5000 شخص.", "توقعت"),
        ("لو لم يصل الإسعاف لمات 10 أشخاص.", "لو"),
        ("لم نرَ 11 قتيلاً في حلب.", "لم نرَ"),
        ("لم تسجّل فرق الإنقاذ 4 قتلى.", "لم تسجّل"),
    ],
)
def test_what_is_denied_or_feared_is_listed_and_no_claim(content: Content, words: str, cue: str) -> None:
    found = suggest(content.report(ar=words).root, "r")
    (told,) = [problem for problem in found.told if f"stands with «{cue}»" in problem.message]
    assert told.severity == "open"
    assert "claims" not in applied(content)["record.yaml"]


@pytest.mark.parametrize(
    "words",
    [
        "نفى الجيش قصف حلب، وقال إن 12 مدنياً قُتلوا.",
        "نفى الجيش قصف حلب. قُتل 12 مدنياً.",
        "لم يُقتل سوى 12 مدنياً.",
        "لم تسجّل فرق الإنقاذ سوى 12 قتيلاً.",
    ],
)
def test_a_denial_of_something_else_takes_no_figure_away(content: Content, words: str) -> None:
    assert "killed: 12" in applied(content.report(ar=words))["record.yaml"]


def test_who_says_a_figure_is_who_speaks_last_before_it(content: Content) -> None:
    words = "نقلت فرق الإنقاذ عن سامر الحلاق أن 12 شخصاً قُتلوا، فيما نقل لواء الفجر عن طبيب أن عدد القتلى 18."
    record = applied(content.report(ar=words))["record.yaml"]
    assert "by: doctor\n    via: rescue\n" in record.partition("killed-12:")[2]
    assert "by «طبيب»?" in record
    assert "via: brigade\n" in record.partition("killed-18:")[2]


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("قُتل 12 شخصاً في حلب، وقالت فرق الإنقاذ إن الطريق مغلق.", ""),
        ("قُتل 12 شخصاً في حلب، بحسب فرق الإنقاذ.", "rescue"),
        ("قُتل 12 شخصاً في حلب، فيما نزح السكان بحسب فرق الإنقاذ.", ""),
        ("قال سامر الحلاق إن 12 شخصاً قُتلوا، وفق فرق الإنقاذ.", "rescue"),
        ("اتهمت فرق الإنقاذ لواء الفجر بقتل 12 شخصاً.", "rescue"),
        ("وكانت فرق الإنقاذ قد أفادت الخميس بمقتل 12 شخصاً.", "rescue"),
    ],
)
def test_who_speaks_of_something_else_says_no_figure(content: Content, words: str, by: str) -> None:
    record = applied(content.report(ar=words))["record.yaml"]
    assert f"by: {by}\n" in record if by else "by:" not in record


def test_a_toll_since_the_beginning_of_a_month_is_of_no_event(content: Content) -> None:
    record = applied(content.report(ar="ارتفعت حصيلة القتلى منذ بداية الشهر الجاري إلى 120، وفق فرق الإنقاذ."))
    assert "{killed: 120, scope: cumulative, period: 2016-10/2016-10-05" in record["record.yaml"]


def test_who_is_accused_is_nobody_who_says_it(content: Content) -> None:
    record = applied(content.report(ar="اتهمت المعارضة لواء الفجر بقتل 12 شخصاً."))["record.yaml"]
    assert "by: " not in record
    assert "# suggested; by «المعارضة لواء الفجر»?" in record


def test_a_claim_ends_where_its_sentence_does(content: Content) -> None:
    text = applied(content.report(ar="نزح 50 شخصاً. ومات 10 أشخاص."))["ar.md"]
    assert "50 شخصاً. ومات" not in text.replace("[", "").partition("]")[0]


def test_an_event_of_another_sentence_is_asked_for(content: Content) -> None:
    words = "وقع قصف على حلب أمس. وزار الوفد المشفى، وقُتل 12 شخصاً."
    assert "is it about shelling-aleppo?" in applied(content.report(ar=words))["record.yaml"]


def test_an_event_of_the_record_without_a_mark_is_not_written_again(content: Content) -> None:
    record = """\
        published: 2016-10-05
        publisher: outlet
        events:
          taken: {type: abduction, when: 2016-10-04}
        """
    files = applied(content.report(ar="خُطف 6 أشخاص.", record=record))
    assert files["record.yaml"].count("type: abduction") == 1
    assert "{.abducted-6 .taken}" in files["ar.md"]
