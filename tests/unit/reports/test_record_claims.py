"""The claims of a record and their casualties: every field as the format has it, and every error in them."""

import pytest

from reports.edtf import parse_date
from reports.figure_notation import parse_figure
from reports.model import STANCES, Casualties, Claim, Part
from tests.helpers.content import Content

EVENT = "events: {raid: {type: shelling, when: 2016-10-04}}\n"


def test_every_field_of_a_claim(content: Content):
    """A claim says who says what, when, through whom, where that is read, and of what; several outcomes share an entry."""
    content.report(
        record="""
        documents: {page: {publisher: agency, title: س}, post: {publisher: agency, title: ص}}
        events: {raid: {type: shelling, when: 2016-10-04}}
        claims:
          full:
            by: [front, witness]
            via: [outlet, [agency, army]]
            in: [page, post]
            words: {ar: قتل عشرة, zh-hant: 十人}
            as-of: 2016-10-04T18:00
            updates: [bare, other/toll]
            first-count: true
            identified: unnamed
            stance: denies
            denies: bare
            denies-what: responsibility
            quote: direct
            reliability: C
            credibility: 3
            about: raid
            casualties:
              - killed: 10
                unit: families
                who: combatants
                of: [guards, army]
                part: 2nd-hospital
                including: {children: 3, women: some, guards: 1, civilians: ..2}
                blames: [army, front]
                where: aleppo
              - {killed: 400+, injured: some, scope: cumulative, period: 2016-09~/2016-10-04}
          bare: {}
        """
    ).report("other", record="claims: {toll: {}}\n")
    (record,) = [report.record for report in content.read().reports if report.slug == "r"]
    assert record.claims["full"] == Claim(
        "full",
        by=("front", "witness"),
        via=(("outlet",), ("agency", "army")),
        documents=("page", "post"),
        words={"ar": "قتل عشرة", "zh-Hant": "十人"},
        as_of=parse_date("2016-10-04T18:00"),
        updates=(("r", "bare"), ("other", "toll")),
        first_count=True,
        identified="unnamed",
        stance="denies",
        denies=(("r", "bare"),),
        denies_what="responsibility",
        quote="direct",
        reliability="C",
        credibility="3",
        about=("raid",),
        casualties=(
            Casualties(
                (("killed", parse_figure("10")),),
                unit="families",
                who="combatants",
                of=("guards", "army"),
                part="2nd-hospital",
                including=(
                    Part("children", parse_figure("3")),
                    Part("women", parse_figure("some")),
                    Part("guards", parse_figure("1")),
                    Part("civilians", parse_figure("..2")),
                ),
                blames=("army", "front"),
                where=("aleppo",),
            ),
            Casualties(
                (("killed", parse_figure("400+")), ("injured", parse_figure("some"))),
                scope="cumulative",
                period=parse_date("2016-09~/2016-10-04"),
            ),
        ),
    )
    bare = record.claims["bare"]
    assert bare == Claim("bare")
    assert (bare.stance, bare.quote, bare.unattributed) == ("asserts", "indirect", False)


def test_a_denial_names_claims_here_or_elsewhere(content: Content):
    """``denies`` and ``updates`` are ids of this report, or ``slug/id``."""
    content.report("a", record="claims: {c: {}, d: {stance: denies, denies: c}, e: {stance: denies}}\n")
    content.report("1-b", record="claims: {d: {stance: denies, denies: [a/c, a/d]}, u: {updates: a/c}}\n")
    claims = {
        (report.slug, id): claim for report in content.read().reports for id, claim in report.record.claims.items()
    }
    assert claims["a", "d"].denies == (("a", "c"),)
    assert claims["1-b", "d"].denies == (("a", "c"), ("a", "d"))
    assert claims["1-b", "u"].updates == (("a", "c"),)
    assert (claims["a", "e"].denies, claims["a", "e"].stance) == ((), "denies")


@pytest.mark.parametrize(
    ("key", "words", "field"),
    [
        ("identified", ["named", "role", "unnamed", "institution", "unattributed"], "identified"),
        ("stance", list(STANCES), "stance"),
        ("quote", ["direct", "indirect"], "quote"),
        ("reliability", list("ABCDEF"), "reliability"),
        ("credibility", list("123456"), "credibility"),
    ],
)
def test_every_word_of_a_claim_can_be_used(content: Content, key, words, field):
    """All words of a claim's vocabularies are good."""
    content.report(record="claims:\n" + "".join(f"  c{i}: {{{key}: {word}}}\n" for i, word in enumerate(words)))
    assert [getattr(claim, field) for claim in content.one().record.claims.values()] == words


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
        "the casualties of `none` are about no event; it is about exactly one",
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


def test_a_denial_of_something_names_it(content: Content):
    """What of a claim is denied says nothing where no claim is named."""
    content.report(
        record="claims: {a: {}, b: {stance: denies, denies-what: ‸event}, c: {stance: denies, denies: a, denies-what: event}}\n"
    ).expect(
        "the claim `b` has `denies-what` without `denies`; add `denies: …`, the claim that it denies, or remove it"
    )


def test_a_part_has_a_name_of_letters_and_digits(content: Content):
    """The name of the people of whom an entry speaks is a word, as an id is."""
    content.report(
        record=EVENT + "claims: {c: {about: raid, casualties: [{killed: 1, part: ‸Al Quds}, {killed: 1, part: 7-a}]}}\n"
    ).expect("`Al Quds` cannot be the name of a part; use small letters a-z, digits and hyphens")


def test_some_of_those_counted_are_of_words_or_actors(content: Content):
    """An actor of the registry in ``including`` stands for its combatants; no other entry does."""
    content.report(
        record=EVENT
        + "claims: {c: {about: raid, casualties: [{killed: 9, including: {guards: 1, women: 2, ‸aleppo: 1, ‸outlet: 1}}]}}\n"
    ).expect("unknown key `aleppo` in `including`", "unknown key `outlet` in `including`")


PARTS_BESIDE = [
    ("{killed: 10}", "{killed: 5, who: civilians}"),
    ("{killed: 10, injured: 3}", "{injured: 1, of: army}"),
    ("{killed: 10}", "{killed: some, part: school}"),
    ("{killed: 10}", "{killed: 5, including: {children: 5}}"),
    ("{killed: 10, who: combatants}", "{killed: 5, who: combatants, of: army}"),
    ("{killed: 10, where: aleppo}", "{killed: 5, where: east-aleppo}"),
    ("{killed: 10+}", "{killed: 12, where: east-aleppo}"),
    ("{killed: 10, of: [army, front]}", "{killed: 5, who: civilians, of: front}"),
]


@pytest.mark.parametrize(("whole", "part"), PARTS_BESIDE)
def test_a_part_beside_the_whole_is_asked_about(content: Content, whole, part):
    """The entries of a claim are added: who are among the others belong into ``including``."""
    content.report(record=EVENT + f"claims: {{c: {{about: raid, casualties: [{whole}, ‸{part}]}}}}\n").expect_warnings(
        "these may be among the people of another entry of `c` (`"
    )


@pytest.mark.parametrize(
    "entries",
    [
        "{killed: 10, who: civilians}, {killed: 5, who: combatants}",
        "{killed: 10}, {injured: 5, who: civilians}",
        "{killed: 10}, {killed: 5, unit: families, who: civilians}",
        "{killed: 10, scope: cumulative, period: 2016}, {killed: 5, who: civilians}",
        "{killed: 10, including: {civilians: 5}}",
        "{killed: 10, part: school}, {killed: 5, who: civilians}",
        "{killed: 2}, {killed: 5, who: civilians}",
        "{injured: 1}, {injured: 19}",
        "{killed: 10, where: east-aleppo}, {killed: 5, where: west-aleppo}",
        "{killed: 10, where: east-aleppo}, {killed: 5, where: aleppo}",
        "{killed: 10, who: combatants, of: army}, {killed: 5, who: combatants, of: front}",
        "{killed: 10, of: army}, {killed: 5, who: civilians}",
    ],
)
def test_what_is_no_part_beside_a_whole(content: Content, entries):
    """Other outcomes, units, scopes and places, classes beside each other, and more people than the others are."""
    content.registry(places="west-aleppo: {name: {ar: الغربية, en: The West}, kind: area, within: aleppo}\n")
    content.report(record=EVENT + f"claims: {{c: {{about: raid, casualties: [{entries}]}}}}\n").expect_warnings()


def test_who_looked_at_a_part_beside_the_whole_says_so(content: Content):
    """It can be right: ten people of whom nothing is said, and five civilians besides."""
    content.report(
        record=EVENT
        + "claims: {c: {about: raid, casualties: [{killed: 10}, {killed: 5, who: civilians}]}}\n"
        + "acknowledged: part-beside-whole c\n"
    ).expect_warnings()


SPOKESMAN = "spokesman: {name: {ar: الناطق, en: Spokesman}, kind: person, speaks-for: army}\n"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("who: ‸army", "`army` is no status; that is an actor: did you mean `of: army`? write one of: civilians, combatants, unknown"),
        ("who: ‸children", "`children` is no status; did you mean `including: {children: …}`? write one of: civilians, combatants, unknown"),
        ("who: ‸outlet", "`outlet` is no status; write one of: civilians, combatants, unknown"),
        ("blames: ‸witness", "there is no actor `witness`; that is a source: where it is a party too, give it a second entry, in `actors.yaml`"),
        ("of: ‸spokesman", "there is no actor `spokesman`; that is a source, which speaks for `army`"),
        ("blames: ‸aleppo", "there is no actor `aleppo`; that is a place"),
        ("blames: ‸raid", "there is no actor `raid`; that is an event of this record"),
        ("where: ‸army", "there is no place `army`; that is an actor"),
        ("of: ‸arny", "there is no actor `arny`; did you mean `army`?"),
        ("of: ‸nobody", "there is no actor `nobody`; add it, or mend the id"),
    ],
)  # fmt: skip
def test_the_id_of_another_kind_is_called_so(content: Content, entry, said):
    """Neither adding it nor mending it would help: an id stands once in the registry."""
    content.registry(sources=SPOKESMAN)
    content.report(record=f"{EVENT}claims:\n  c:\n    about: raid\n    casualties: [{{killed: 3, {entry}}}]\n").expect(
        said
    )


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("by: ‸aleppo", "there is no source or actor `aleppo`; that is a place"),
        ("via: ‸page", "there is no source or actor `page`; that is a document of this record"),
        ("in: ‸outlet", "there is no document of this record `outlet`; that is a source"),
        ("about: ‸c", "there is no event of this record `c`; that is a claim of this record"),
        ("about: ‸army", "there is no event of this record `army`; that is an actor"),
    ],
)
def test_so_it_is_where_a_claim_names_something(content: Content, key, said):
    content.report(
        record=f"documents: {{page: {{publisher: agency, title: س}}}}\n{EVENT}claims: {{c: {{{key}}}}}\n"
    ).expect(said)


@pytest.mark.parametrize(
    ("who", "group", "warned"),
    [
        ("civilians", "combatants", True),
        ("civilians", "army", True),
        ("combatants", "civilians", True),
        ("civilians", "civilians", False),
        ("combatants", "army", False),
        ("unknown", "combatants", False),
        ("civilians", "children", False),
    ],
)
def test_nobody_is_a_civilian_and_a_fighter(content: Content, who, group, warned):
    """To say of civilians that some were fighters counts no fighters: the author is asked what was meant."""
    here = "‸" if warned else ""
    content.report(
        record=f"{EVENT}claims: {{c: {{about: raid, casualties: [{{killed: 5, who: {who}, including: {{{group}: {here}2}}}}]}}}}\n"
    )
    told = f"`{group}` stands among {who}, and nobody is both: it is not counted; leave out `who`, or mend one"
    content.expect_warnings(*[told] * warned)
