"""The record: every field as the format has it, its defaults, and every error in it."""

import pytest

from reports.edtf import parse_date
from reports.figures import parse_figure
from reports.model import EVENT_TYPES, GRADES, OUTCOMES, PARTS, Casualties, Claim, Correction, Event, Part, Words
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


def test_every_field_of_an_event(content: Content):
    """An event has a type and a date; places and actors are lists, and one bare value will do."""
    content.report(
        record="""
        events:
          clash:
            type: armed-clash
            when: 2016-10-04~
            where: [aleppo, east-aleppo]
            actors: army
            grade: contested
            title: {ar: اشتباك}
          talks: {type: diplomacy, when: 2016-10/..}
        """
    )
    assert dict(content.one().record.events) == {
        "clash": Event(
            "clash",
            "armed-clash",
            parse_date("2016-10-04~"),
            ("aleppo", "east-aleppo"),
            ("army",),
            "contested",
            Words("اشتباك", None),
        ),
        "talks": Event("talks", "diplomacy", parse_date("2016-10/..")),
    }


def test_every_field_of_a_claim(content: Content):
    """A claim says who says what, through whom, how and of what; several outcomes share an entry."""
    content.report(
        record="""
        events: {raid: {type: shelling, when: 2016-10-04}}
        claims:
          full:
            by: front
            via: [witness, agency]
            identified: unnamed
            stance: concedes
            quote: direct
            reliability: C
            credibility: 3
            about: raid
            casualties:
              - killed: 10
                who: combatants
                of: guards
                including: {children: 3, women: some}
                blames: [army, front]
                where: aleppo
              - {killed: 400+, injured: some, scope: cumulative, period: 2016-09~/2016-10-04}
          bare: {}
        """
    )
    claims = content.one().record.claims
    assert claims["full"] == Claim(
        "full",
        "front",
        ("witness", "agency"),
        "unnamed",
        "concedes",
        None,
        "direct",
        "C",
        "3",
        ("raid",),
        (
            Casualties(
                (("killed", parse_figure("10")),),
                "combatants",
                "guards",
                (Part("children", parse_figure("3")), Part("women", parse_figure("some"))),
                ("army", "front"),
                "incident",
                None,
                ("aleppo",),
            ),
            Casualties(
                (("killed", parse_figure("400+")), ("injured", parse_figure("some"))),
                scope="cumulative",
                period=parse_date("2016-09~/2016-10-04"),
            ),
        ),
    )
    assert claims["bare"] == Claim("bare")
    assert (claims["bare"].stance, claims["bare"].quote, claims["bare"].unattributed) == ("asserts", "indirect", False)


def test_a_denial_names_a_claim_here_or_elsewhere(content: Content):
    """``denies`` is an id of this report, or ``slug/id``."""
    content.report("a", record="claims: {c: {}, d: {stance: denies, denies: c}, e: {stance: denies}}\n")
    content.report("1-b", record="claims: {d: {stance: denies, denies: a/c}}\n")
    claims = {
        (report.slug, id): claim for report in content.read().reports for id, claim in report.record.claims.items()
    }
    assert claims["a", "d"].denies == ("a", "c")
    assert claims["1-b", "d"].denies == ("a", "c")
    assert (claims["a", "e"].denies, claims["a", "e"].stance) == (None, "denies")


@pytest.mark.parametrize(
    ("key", "words", "field"),
    [
        ("identified", ["named", "role", "unnamed", "institution", "unattributed"], "identified"),
        ("stance", ["asserts", "denies", "concedes", "accuses", "urges"], "stance"),
        ("quote", ["direct", "indirect"], "quote"),
        ("reliability", list("ABCDEF"), "reliability"),
        ("credibility", list("123456"), "credibility"),
    ],
)
def test_every_word_of_a_claim_can_be_used(content: Content, key, words, field):
    """All words of a claim's vocabularies are good."""
    content.report(record="claims:\n" + "".join(f"  c{i}: {{{key}: {word}}}\n" for i, word in enumerate(words)))
    assert [getattr(claim, field) for claim in content.one().record.claims.values()] == words


def test_every_word_of_events_and_casualties_can_be_used(content: Content):
    """All event types, grades, outcomes and parts are good."""
    events = [f"  t-{word}: {{type: {word}, when: 2016}}\n" for word in EVENT_TYPES]
    events += [f"  g-{word}: {{type: other, when: 2016, grade: {word}}}\n" for word in GRADES]
    figures = [f"      - {{{word}: 1}}\n" for word in OUTCOMES]
    figures += [f"      - {{killed: 1, including: {{{word}: 1}}}}\n" for word in PARTS]
    claim = "claims:\n  c:\n    about: t-other\n    casualties:\n"
    content.report(record="events:\n" + "".join(events) + claim + "".join(figures))
    record = content.one().record
    assert len(record.events) == 25 + 5
    assert len(record.claims["c"].casualties) == 5 + 6


def test_vocabularies_of_the_record(content: Content):
    """A wrong word of any vocabulary: the nearest is offered, all are listed."""
    content.report(
        record="""
        events: {raid: {type: ‸airstrike, when: 2016, grade: ‸doubtful}}
        claims:
          c:
            identified: ‸anonymous
            stance: ‸deny
            quote: ‸verbatim
            reliability: ‸c
            credibility: ‸7
            about: raid
            casualties: [{killed: 1, who: ‸civilian}, {killed: 1, scope: ‸cumulativ, period: 2016}]
        """
    ).expect(
        "`airstrike` is no event type; did you mean `air-strike`? write one of: armed-clash, air-strike",
        "`doubtful` is no grade; write one of: confirmed, fair, weak, contested, discounted",
        "`anonymous` is no way to be identified",
        "`deny` is no stance; did you mean `denies`?",
        "`verbatim` is no way of quoting; write one of: direct, indirect",
        "`c` is no reliability (Admiralty system)",
        "`7` is no credibility (Admiralty system); write one of: 1, 2, 3, 4, 5, 6",
        "`civilian` is no status; did you mean `civilians`?",
        "`cumulativ` is no scope; did you mean `cumulative`?",
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
        "`published` has no value; give one, or remove the line",
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
    """Events and claims have ids of their own: no two the same, none of the registry, none ``redacted``."""
    content.report(
        record="""
        events:
          ‸aleppo: {type: other, when: 2016}
          ‸Raid: {type: other, when: 2016}
          same: {type: other, when: 2016}
        claims:
          ‸redacted: {}
          ‸same: {}
          ‸outlet: {}
          ‸2nd: {}
        """,
        ar="[ك]{.aleppo .same .outlet}",
    ).expect(
        "`aleppo` is an id of the registry; choose another",
        "`Raid` is not an id; use small letters",
        "`redacted` cannot be an id",
        "`same` is the id of an event of this record",
        "`outlet` is an id of the registry",
        "`2nd` is not an id",
    )


def test_unknown_keys(content: Content):
    """A key that the format has not is an error on every level, with the nearest that it has."""
    content.report(
        record="""
        ‸publishd: 2016
        events: {raid: {type: other, when: 2016, ‸place: aleppo, title: {ar: ح, ‸fr: x}}}
        claims:
          c:
            ‸source: outlet
            about: raid
            casualties:
              - {killed: 1, ‸dead: 1, including: {‸kids: 1}}
        corrections: [{on: 2016, ar: ت, ‸date: 2016}]
        """
    ).expect(
        "unknown key `publishd` in the record; did you mean `published`?",
        "unknown key `place` in the event `raid`",
        "unknown key `fr` in the title",
        "unknown key `source` in the claim `c`",
        "unknown key `dead` in a casualties entry of `c`",
        "unknown key `kids` in `including`; write one of: children, women",
        "unknown key `date` in a correction",
    )


def test_values_of_another_shape(content: Content):
    """A list where one value belongs, one value where a list belongs, a word where a mapping belongs."""
    content.report(
        record="""
        url: ‸[https://example.org]
        events: {raid: {type: ‸[shelling], when: 2016, title: ‸raid}, siege: ‸siege}
        claims:
          a: {by: ‸{id: outlet}, via: ‸{a: b}}
          b: {about: raid, casualties: ‸{killed: 1}}
          c: {about: raid, casualties: [‸10]}
          d: {about: ‸{raid: 1}, casualties: [{killed: 1}]}
        corrections: ‸none
        """
    ).expect(
        "`url` must be one value",
        "event type must be one value",
        "the title must be a mapping",
        "the event `siege` must be a mapping",
        "source or actor must be one value",
        "`via` must be a list",
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


def test_casualties_of_an_incident_are_about_one_event(content: Content):
    """A figure about no event or several is an error, unless it is cumulative."""
    content.report(
        record="""
        events: {raid: {type: shelling, when: 2016}, siege: {type: siege, when: 2016}}
        claims:
          none: {casualties: ‸[{killed: 1}]}
          two: {about: [raid, siege], casualties: ‸[{killed: 1}]}
          both: {about: [raid, siege], casualties: ‸[{killed: 1, scope: cumulative, period: 2016}, {injured: 1}]}
          toll: {about: [raid, siege], casualties: [{killed: 1, scope: cumulative, period: 2016}]}
          all: {casualties: [{killed: 1, scope: cumulative, period: 2016}]}
          one: {about: [raid], casualties: [{killed: 1}]}
          empty: {about: [], casualties: ‸[{killed: 1}]}
        """
    ).expect(
        "the casualties of `none` are about no event; a claim with incident casualties is `about` exactly one event",
        "the casualties of `two` are about 2 events",
        "the casualties of `both` are about 2 events",
        "the casualties of `empty` are about no event",
    )


def test_a_period_goes_with_a_cumulative_figure(content: Content):
    """``period`` is required with ``scope: cumulative`` and an error elsewhere."""
    content.report(
        record="""
        events: {raid: {type: shelling, when: 2016}}
        claims:
          c:
            about: raid
            casualties: [‸{killed: 1, scope: cumulative}, {killed: 1, period: ‸2016}]
        """
    ).expect("missing key `period` in a cumulative figure of `c`", "has `period` without `scope: cumulative`")


def test_an_entry_has_a_figure(content: Content):
    """An entry without any outcome, and one whose parts could be of two outcomes."""
    content.report(
        record=EVENT
        + """\
claims:
  c:
    about: raid
    casualties: [‸{who: civilians}, {killed: 1, injured: 2, including: ‸{women: 1}}]
"""
    ).expect("a casualties entry of `c` has no figure", "`including` stands in an entry with several outcomes")


def test_unattributed_names_nobody(content: Content):
    """``identified: unattributed`` and ``by`` exclude each other; a relay may be named."""
    content.report(
        record="claims: {a: {by: outlet, identified: ‸unattributed}, b: {via: agency, identified: unattributed}}\n"
    ).expect("the claim `a` is unattributed and has `by`")


def test_denies_goes_with_its_stance(content: Content):
    """``denies`` without ``stance: denies`` would be a denial that is none."""
    content.report(record="claims: {a: {}, b: {denies: ‸a}, c: {stance: denies, denies: ‸A b}}\n").expect(
        "the claim `b` has `denies` without its stance", "`A b` is not a claim; write `id`, or `report-slug/id`"
    )


def test_same_as_stands_alone(content: Content):
    """An event that another report declares has nothing of its own but a title."""
    content.report("a", record=EVENT)
    content.report(
        "b",
        record="events: {x: {same-as: a/raid, title: {en: Raid}, when: ‸2016}, y: {same-as: a/raid, grade: ‸weak}}\n",
    ).expect("the event `x` has `when` beside `same-as`", "the event `y` has `grade` beside `same-as`")


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
    content.report(record="events: {e: {type: shelling, when: 2016}}\nclaims: {c: {about: e, casualties: [{killed: " + "9" * 1900 + "}]}}\n")
    assert all(len(str(problem)) < 1500 for problem in content.errors())
    assert content.errors()
