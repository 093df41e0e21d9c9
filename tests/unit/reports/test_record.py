"""The record: every field of it and of its documents, ids, vocabularies, shapes, and every error in them."""

import pytest

from reports.edtf import parse_date
from reports.model import (
    ACCURACIES,
    EVENT_TYPES,
    GRADES,
    OUTCOMES,
    PARTS,
    TARGETS,
    UNITS,
    WHO,
    Correction,
    Document,
    Words,
)
from reports.naming import named_by
from tests.helpers.content import Content

EVENT = "events: {raid: {type: shelling, when: 2016-10-04}}\n"


def test_every_field_of_a_record(content: Content):
    """A record says who published the report and when, where it can be read, and what was corrected."""
    content.report(
        record=f"""\
        published: 2016-10-04
        publisher: outlet
        url: https://example.org/report?a=1&b=2
        archive: http://archive.example/ب
        retrieved: 2016-10-05
        sha256: {"A1" * 32}
        corrections:
          - {{on: 2016-10-07, ar: تصويب, en: corrected}}
          - {{on: 2016-10-06, ar: تصويب}}
        """
    )
    record = content.one().record
    assert (str(record.published), record.publisher) == ("2016-10-04", "outlet")
    assert (record.url, record.archive) == ("https://example.org/report?a=1&b=2", "http://archive.example/ب")
    assert (str(record.retrieved), record.sha256) == ("2016-10-05", "a1" * 32)
    assert record.corrections == (
        Correction(parse_date("2016-10-07"), Words("تصويب", "corrected")),
        Correction(parse_date("2016-10-06"), Words("تصويب", None)),
    )


def test_every_field_of_a_document(content: Content):
    """A document has who published it, and what tells which it is; its language is Arabic unless it is another."""
    content.report(
        record=f"""
        documents:
          page:
            publisher: agency
            title: A page
            lang: EN-gb
            url: https://example.org/page
            archive: https://archive.example/page
            published: 2016-10-04T14:00
            retrieved: 2016-10-05
            sha256: {"B2" * 32}
          post: {{publisher: witness, title: منشور}}
        """
    )
    assert dict(content.one().record.documents) == {
        "page": Document(
            "page",
            "agency",
            "A page",
            "en-GB",
            "https://example.org/page",
            "https://archive.example/page",
            parse_date("2016-10-04T14:00"),
            parse_date("2016-10-05"),
            "b2" * 32,
        ),
        "post": Document("post", "witness", "منشور", "ar"),
    }


def test_one_bare_value_stands_for_a_list(content: Content):
    """Whatever is a list may be written as its one value, also one step of those who relayed."""
    content.report(
        record="""
        documents: {page: {publisher: agency, title: س}}
        events: {raid: {type: shelling, when: 2016, where: aleppo, actors: army, target: road, former: x-1}}
        claims:
          a: {about: raid}
          b: {by: front, via: agency, in: page, updates: a, about: raid}
          c: {via: [[agency, outlet], witness], stance: denies, denies: a}
          d: {about: raid, casualties: [{killed: 1, of: army, blames: front, where: aleppo}]}
        """
    )
    record = content.one().record
    raid, claims = record.events["raid"], record.claims
    assert (raid.types, raid.where, raid.actors) == (("shelling",), ("aleppo",), ("army",))
    assert (raid.target, raid.former) == (("road",), ("x-1",))
    assert (claims["b"].by, claims["b"].via, claims["b"].documents) == (("front",), (("agency",),), ("page",))
    assert (claims["b"].updates, claims["c"].denies) == ((("r", "a"),), (("r", "a"),))
    assert claims["c"].via == (("agency", "outlet"), ("witness",))
    (entry,) = claims["d"].casualties
    assert (entry.of, entry.blames, entry.where) == (("army",), ("front",), ("aleppo",))


def test_every_word_of_events_and_casualties_can_be_used(content: Content):
    """All event types, grades, outcomes and parts are good."""
    events = [f"  t-{word}: {{type: {word}, when: 2016}}\n" for word in EVENT_TYPES]
    events += [f"  g-{word}: {{type: other, when: 2016, grade: {word}}}\n" for word in GRADES]
    events += [f"  a-{word}: {{type: other, when: 2016, target: {word}}}\n" for word in TARGETS]
    events += [f"  p-{word}: {{type: other, when: 2016, point: [1, 2], accuracy: {word}}}\n" for word in ACCURACIES]
    figures = [f"      - {{{word}: 1}}\n" for word in OUTCOMES]
    figures += [f"      - {{killed: 1, unit: {word}}}\n" for word in UNITS]
    figures += [f"      - {{killed: 1, who: {word}}}\n" for word in WHO]
    figures += [f"      - {{killed: 1, including: {{{word}: 1}}}}\n" for word in PARTS]
    claim = "claims:\n  c:\n    about: t-other\n    casualties:\n"
    content.report(record="events:\n" + "".join(events) + claim + "".join(figures))
    record = content.one().record
    assert len(record.events) == len(EVENT_TYPES) + len(GRADES) + len(TARGETS) + len(ACCURACIES)
    assert len(record.claims["c"].casualties) == len(OUTCOMES) + len(PARTS) + len(UNITS) + len(WHO)


def test_vocabularies_of_the_record(content: Content):
    """A wrong word of any vocabulary: the one that was meant is offered, all are listed."""
    content.report(
        record="""
        events:
          raid:
            type: [shelling, ‸airstrike]
            when: 2016
            grade: ‸doubtful
            target: ‸hospitals
            point: [1, 2]
            accuracy: ‸roughly
        claims:
          c:
            identified: ‸anonymous
            stance: ‸deny
            quote: ‸verbatim
            reliability: ‸c
            credibility: ‸7
            about: raid
            casualties: [{killed: 1, who: ‸civilian}, {killed: 1, scope: ‸cumulativ, period: 2016, unit: ‸households}]
          d: {stance: denies, denies: c, denies-what: ‸numbers}
        """
    ).expect(
        "`airstrike` is no event type; did you mean `air-strike`? write one of: armed-clash, air-strike",
        "`doubtful` is no grade; did you mean `weak`? write one of: confirmed, fair, weak, contested, discounted",
        "`hospitals` is no target; did you mean `hospital`?",
        "`roughly` is no accuracy; write one of: exact, street, neighbourhood, town, district, province",
        "`anonymous` is no way to be identified; did you mean `unnamed`?",
        "`deny` is no stance; did you mean `denies`?",
        "`verbatim` is no way of quoting; write one of: direct, indirect",
        "`c` is no reliability (Admiralty system); did you mean `C`?",
        "`7` is no credibility (Admiralty system); write one of: 1, 2, 3, 4, 5, 6",
        "`civilian` is no status; did you mean `civilians`?",
        "`cumulativ` is no scope; did you mean `cumulative`?",
        "`households` is no unit; did you mean `families`? write one of: people, families",
        "`numbers` is no thing that a denial denies; did you mean `number`?",
    )


def test_what_is_required(content: Content):
    """A record says who published it and when; an event, unless told elsewhere, what and when it was."""
    content.write("reports/a/record.yaml", "‸‸url: https://example.org\n")
    content.write("reports/a/ar.md", "Title: ع\n")
    content.report("b", record="events: {raid: ‸‸{where: aleppo}, siege: ‸{type: siege}}\n")
    content.report("c", record="published:‸\npublisher: ‸~\n")
    content.expect(
        "missing key `published` in the record; add `published: …`",
        "missing key `publisher` in the record",
        "missing key `type` in the event `raid`; add `type: …`, or `same-as`",
        "missing key `when` in the event `raid`",
        "missing key `when` in the event `siege`",
        "`published` has no value; give one",
        "`publisher` has no value",
    )


def test_unknown_ids(content: Content):
    """Each id is looked for where it belongs, and the nearest of its kind is offered."""
    content.report(
        record="""\
        published: 2016-10-05
        publisher: ‸agenci
        events: {raid: {type: shelling, when: 2016, where: [aleppo, ‸alepo], actors: ‸outlet}}
        claims:
          c:
            by: ‸whitness
            via: [agency, ‸aleppo]
            about: [‸rade]
            casualties: [{killed: 1, of: ‸armi, blames: [‸agency], where: ‸syrria}]
        """
    ).expect(
        "there is no source `agenci`; did you mean `agency`?",
        "there is no place `alepo`; did you mean `aleppo`?",
        "there is no actor `outlet`",
        "there is no source or actor `whitness`; did you mean `witness`?",
        "there is no source or actor `aleppo`",
        "there is no event of this record `rade`; did you mean `raid`?",
        "there is no actor `armi`; did you mean `army`?",
        "there is no actor `agency`",
        "there is no place `syrria`; did you mean `syria`?",
    )


def test_ids_of_a_record(content: Content):
    """Events, claims and documents have ids of their own: no two the same, none of the registry, none a word of
    ``including``, none ``redacted``."""
    content.report(
        record="""
        documents:
          ‸witness: {publisher: outlet, title: س}
          page: {publisher: outlet, title: س}
        events:
          ‸page: {type: other, when: 2016}
          ‸civilians: {type: other, when: 2016}
          ‸aleppo: {type: other, when: 2016}
          ‸Raid: {type: other, when: 2016}
          same: {type: other, when: 2016}
        claims:
          ‸redacted: {}
          ‸same: {}
          ‸outlet: {}
          ‸2nd: {}
          ‸women: {}
        """,
        ar="[ك]{.aleppo .same .outlet .page .civilians .women}",
    ).expect(
        "`witness` is an id of the registry; choose another",
        "`page` is the id of a document of this record; give this one another",
        "`civilians` is a word of `including`; choose another",
        "`aleppo` is an id of the registry; choose another",
        "`Raid` is not an id; use small letters",
        "`redacted` cannot be an id",
        "`same` is the id of an event of this record",
        "`outlet` is an id of the registry",
        "`2nd` is not an id",
        "`women` is a word of `including`",
    )


def test_unknown_keys(content: Content):
    """A key that the format has not is an error on every level, with the one that was meant, or all that it has."""
    content.report(
        record="""
        ‸publishd: 2016
        documents: {page: {publisher: outlet, title: س, ‸date: 2016}}
        events: {raid: {type: other, when: 2016, ‸place: aleppo, title: {ar: ح, ‸fr: x}}}
        claims:
          c:
            ‸source: outlet
            about: raid
            casualties:
              - {killed: 1, ‸dead: 1, including: {‸kids: 1, ‸guardz: 1, ‸anybody: 1}}
        corrections: [{on: 2016, ar: ت, ‸date: 2016}]
        """
    ).expect(
        "unknown key `publishd` in the record; did you mean `published`?",
        "unknown key `date` in the document `page`; did you mean `published`?",
        "unknown key `place` in the event `raid`; did you mean `where`?",
        "unknown key `fr` in the title; write one of: ar, en",
        "unknown key `source` in the claim `c`; did you mean `by`?",
        "unknown key `dead` in a casualties entry of `c`; did you mean `killed` or `died`?",
        "unknown key `kids` in `including`; did you mean `children`?",
        "unknown key `guardz` in `including`; did you mean `guards`?",
        "unknown key `anybody` in `including`; write one of: children, women, men, girls, boys, elderly, medics, "
        "journalists, aid-workers, rescuers, teachers, students, civilians, combatants; or the id of an actor",
        "unknown key `date` in a correction; did you mean `on`?",
    )


def test_values_of_another_shape(content: Content):
    """A list where one value belongs, one value where a list belongs, a word where a mapping belongs."""
    content.report(
        record="""
        url: ‸[https://example.org]
        events: {raid: {type: ‸{shelling: 1}, when: ‸[2016], title: ‸raid, background: ‸yes, code: ‸[a]}, siege: ‸siege}
        documents: {page: ‸https://example.org}
        claims:
          a: {by: ‸{id: outlet}, via: ‸{a: b}, first-count: ‸[true], words: ‸قتل}
          e: {by: [‸[outlet]], via: [agency, [‸[outlet], witness]]}
          b: {about: raid, casualties: ‸{killed: 1}}
          c: {about: raid, casualties: [‸10]}
          d: {about: ‸{raid: 1}, casualties: [{killed: 1}]}
        corrections: ‸none
        """
    ).expect(
        "`url` must be one value",
        "`type` must be a list",
        "`when` must be one value",
        "the title must be a mapping",
        "`background` is neither `true` nor `false`; write `true`, or remove the line",
        "`code` must be one value",
        "the event `siege` must be a mapping",
        "the document `page` must be a mapping",
        "`by` must be a list",
        "`via` must be a list",
        "`first-count` must be one value",
        "`words` must be a mapping",
        "source or actor must be one value",
        "source or actor must be one value",
        "`casualties` must be a list",
        "a casualties entry of `c` must be a mapping",
        "`about` must be a list",
        "`corrections` must be a list",
    )


@pytest.mark.parametrize(
    "address",
    [
        "example.org",
        "//example.org",
        "ftp://example.org",
        "https://",
        "https:///x",
        "javascript:alert(1)",
        "https://a b",
    ],
)
def test_addresses_are_whole(content: Content, address):
    """An address begins with https:// or http:// and has a host."""
    content.report(record=f'url: ‸"{address}"\n').expect("`url` is not a web address; write it whole")


@pytest.mark.parametrize("hash", ["9f86d0", "g" * 64, "a" * 63])
def test_a_hash_is_a_whole_sha_256(content: Content, hash):
    """Part of a hash proves nothing."""
    content.report(record=f"sha256: ‸{hash}\n").expect("`sha256`: it is not the SHA-256 of a file")


def test_a_document_can_be_found(content: Content):
    """Who published it, and an address or a title; its language is a tag of BCP 47."""
    content.report(
        record="""
        documents:
          a: ‸‸{lang: ar}
          b: {publisher: ‸nobody, title: س, lang: ‸arabic, url: ‸example.org, sha256: ‸ab, published: ‸soon}
          c: {publisher: agency, archive: "https://archive.example/1"}
        claims: {x: {in: [c, ‸d]}, y: {words: {‸en_GB: x, en-GB: y, ‸EN-gb: z}}}
        """
    ).expect(
        "missing key `publisher` in the document `a`",
        "the document `a` has neither `url` nor `archive` nor `title`; add one",
        "there is no source `nobody`",
        "`arabic` is no language tag; write the short one of BCP 47",
        "`url` is not a web address",
        "it is not the SHA-256 of a file",
        "'soon' is not a date",
        "there is no document of this record `d`",
        "`en_GB` is no language tag",
        "`en-GB` stands twice in `words`",
    )


@pytest.mark.parametrize(
    "tag", ["ar", "ckb", "en-GB", "zh-Hant-TW", "es-419", "sl-rozaj-biske", "de-1996", "ar-x-iraq"]
)
def test_a_language_is_a_tag_of_bcp_47(content: Content, tag):
    """Any language that has a tag can be quoted, however the tag is written."""
    content.report(record=f"claims: {{c: {{words: {{{tag.lower()}: س}}}}}}\n")
    assert dict(content.one().record.claims["c"].words) == {tag: "س"}


def test_an_id_stands_once_in_a_list(content: Content):
    """Twice the same place or actor is a slip."""
    content.report(record="events: {raid: {type: other, when: 2016, where: [aleppo, ‸aleppo]}}\n").expect(
        "`aleppo` stands twice in `where`"
    )


def test_corrections_say_something(content: Content):
    """A correction has a day and words in a language."""
    content.report(record="corrections: [‸{on: 2016}, ‸{ar: ت}, {on: ‸soon, en: x}]\n").expect(
        "the correction says nothing", "missing key `on` in a correction", "`on`: 'soon' is not a date"
    )


def test_claims_may_stand_before_events(content: Content):
    """The order of a record's parts means nothing."""
    content.report(record="claims: {c: {about: raid}}\n" + EVENT)
    assert content.one().record.claims["c"].about == ("raid",)


@pytest.mark.parametrize("slug", ["Report", "2016_10", "تقرير", "-a", "a b"])
def test_slugs(content: Content, slug):
    """A folder's name is the report's address: small letters, digits and hyphens."""
    content.report(slug)
    (error,) = content.errors()
    assert f"`{slug}` is no slug" in str(error)


def test_what_is_no_report_is_passed_over(content: Content):
    """Hidden folders and single files beside the reports are none of ours; a link to a folder is an error."""
    content.report("2016-10-04-aleppo").report(".draft", record="nonsense")
    content.write("reports/notes.txt", "x")
    assert content.one().slug == "2016-10-04-aleppo"
    (content.root / "reports/linked").symlink_to(content.root / "reports/2016-10-04-aleppo")
    assert ["this is a symbolic link" in str(error) for error in content.errors()] == [True]


def test_lists_and_values_have_an_end(content: Content) -> None:
    """Each page that names an entry repeats it: what nobody reads must not fill a site."""
    many = ", ".join(f"p{i}" for i in range(51))
    content.registry(places="\n".join(f"p{i}: {{name: {{ar: م, en: P}}, kind: city}}" for i in range(51)))
    content.report(record=f"events: {{e: {{type: shelling, when: 2016, where: ‸[{many}]}}}}\n")
    content.expect("`where` has 51 entries, and can have 50; name those that matter")
    content.carets.clear()
    content.report(record=f"events: {{e: {{type: shelling, when: 2016, title: {{ar: ‸{'م' * 2001}}}}}}}\n")
    content.expect("has 2001 characters, and can have 2000; say it shorter")


def test_a_message_has_an_end(content: Content) -> None:
    content.report(
        record="events: {e: {type: shelling, when: 2016}}\nclaims: {c: {about: e, casualties: [{killed: "
        + "9" * 1900
        + "}]}}\n"
    )
    assert all(len(str(problem)) < 1500 for problem in content.errors())
    assert content.errors()


def test_what_a_record_names(content: Content):
    """Each entry of the registry in it, wherever it stands: what a page says of it is published with the report."""
    content.registry(
        sources="".join(f"s{n}: {{name: {{ar: س, en: s}}, kind: person}}\n" for n in range(4)),
        actors="".join(f"a{n}: {{name: {{ar: ف, en: a}}, kind: other}}\n" for n in range(5)),
    )
    content.report(
        record="""
        documents: {page: {publisher: s0, title: س}}
        events: {raid: {type: other, when: 2016, where: syria, actors: a0}}
        claims:
          c:
            by: [s1, a1]
            via: [s2, [s3, agency]]
            about: raid
            casualties:
              - {killed: 9, of: a2, blames: a3, where: aleppo, including: {a4: 1, women: 2}}
        """
    )
    named = list(named_by(content.one().record))
    assert sorted(named) == sorted("outlet s0 syria a0 s1 a1 s2 s3 agency a2 a3 aleppo a4".split())
