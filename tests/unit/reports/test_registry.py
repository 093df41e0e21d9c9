"""The registry: what an entry can say, and every error in it."""

import pytest

from reports.model import ACTOR_KINDS, PLACE_KINDS, SOURCE_KINDS, Actor, Place, Source, Words
from tests.helpers.content import Content


def test_every_field_of_a_place(content: Content):
    """A place has its names and aliases in both languages, its kind, what contains it, its point and its ids."""
    content.registry(
        places="""
        sheikh-saeed:
          name: {ar: الشيخ سعيد, en: Sheikh Saeed}
          aliases: {ar: [الشيخ سعد, شيخ سعد], en: Sheikh Sa'id}
          kind: neighbourhood
          within: aleppo
          point: [36.158, -37.148]
          ids: {geonames: 1, wikidata: Q1, pcode: SY1}
        """
    )
    assert content.read().registry["sheikh-saeed"] == Place(
        "sheikh-saeed",
        Words("الشيخ سعيد", "Sheikh Saeed"),
        "neighbourhood",
        {"ar": ("الشيخ سعد", "شيخ سعد"), "en": ("Sheikh Sa'id",)},
        "aleppo",
        (36.158, -37.148),
        {"geonames": "1", "wikidata": "Q1", "pcode": "SY1"},
    )


def test_every_field_of_an_actor(content: Content):
    """An actor can be part of another and have a side, a word of the site's own in any script."""
    content.registry(
        actors="""
        brigade: {name: {ar: لواء, en: Brigade}, aliases: {en: [The B.]}, kind: other, part-of: front, side: معارضة}
        """
    )
    assert content.read().registry["brigade"] == Actor(
        "brigade", Words("لواء", "Brigade"), "other", {"en": ("The B.",)}, "front", "معارضة"
    )


def test_every_field_of_a_source(content: Content):
    """A source can have a role, be part of another, speak for an actor, be identified in a way of its own and have an
    address."""
    content.registry(
        sources="""
        speaker:
          name: {ar: ناطق, en: Speaker}
          kind: party-to-conflict
          role: {ar: متحدث, en: spokesman}
          part-of: agency
          speaks-for: front
          identified: role
          url: https://example.org/س
        """
    )
    assert content.read().registry["speaker"] == Source(
        "speaker",
        Words("ناطق", "Speaker"),
        "party-to-conflict",
        {},
        Words("متحدث", "spokesman"),
        "agency",
        "front",
        "role",
        "https://example.org/س",
    )


@pytest.mark.parametrize(
    ("file", "kinds"), [("places", PLACE_KINDS), ("actors", ACTOR_KINDS), ("sources", SOURCE_KINDS)]
)
def test_every_kind_can_be_used(content: Content, file, kinds):
    """All words of the three vocabularies are good."""
    content.registry(**{file: "".join(f"x-{kind}: {{name: {{ar: س, en: s}}, kind: {kind}}}\n" for kind in kinds)})
    assert {content.read().registry[f"x-{kind}"].kind for kind in kinds} == set(kinds)


def test_a_registry_that_is_not_there_is_empty(content: Content):
    """A site may begin without a registry: only what names it is wrong."""
    for file in (content.root / "registry").iterdir():
        file.unlink()
    assert list(content.read().registry) == []


def test_names_in_both_languages(content: Content):
    """A name or role that one language lacks is an error, and so is an entry without name or kind."""
    content.registry(
        places="one: {name: ‸{ar: واحد}, kind: town}\ntwo: ‸{kind: town}\n",
        actors="three: ‸{name: {ar: ثلاثة, en: Three}}\nfour: {name: {ar: أربعة, en: ‸''}, kind: other}\n",
        sources="five: {name: {ar: خمسة, en: Five}, kind: person, role: ‸{en: doctor}}\n",
    ).expect(
        "missing key `kind` in the actor `three`",
        "the name (en) is empty",
        "missing key `en` in the name; add `en: …`",
        "missing key `name` in the place `two`",
        "missing key `ar` in the role",
    )


def test_vocabularies_of_the_registry(content: Content):
    """A kind, or a way to be identified, that is no word of its vocabulary: the nearest is offered, all are listed."""
    content.registry(
        places="one: {name: {ar: س, en: s}, kind: ‸neighborhood}\n",
        actors="two: {name: {ar: س, en: s}, kind: ‸army}\n",
        sources="three: {name: {ar: س, en: s}, kind: person, identified: ‸unattributed}\n",
    ).expect(
        "`army` is no kind; ",
        "`neighborhood` is no kind; did you mean `neighbourhood`? write one of: country, governorate",
        "`unattributed` is no way to be identified; ",
    )


def test_ids_of_the_registry(content: Content):
    """An id is small letters, digits and hyphens, begins with a letter, is not ``redacted`` and stands once."""
    entry = "{name: {ar: س, en: s}, kind: other}"
    content.registry(
        actors=f"‸Front: {entry}\n‸1st: {entry}\n‸جبهة: {entry}\n‸redacted: {entry}\n‸army: {entry}\n"
    ).expect(
        "`Front` is not an id; use small letters",
        "`1st` is not an id",
        "`جبهة` is not an id",
        "`redacted` cannot be an id",
        "the key `army` stands twice; it stands first in line 1; keep one",
    )


def test_ids_are_unique_across_the_three_files(content: Content):
    """An actor cannot have the id of a place."""
    content.registry(actors="‸aleppo: {name: {ar: س, en: s}, kind: other}\n").expect(
        "the id `aleppo` stands in two registry files"
    )


def test_links_lead_to_entries(content: Content):
    """``within`` names a place, ``part-of`` and ``speaks-for`` name actors; the nearest id is offered."""
    content.registry(
        places="one: {name: {ar: س, en: s}, kind: town, within: ‸alepo}\n"
        "two: {name: {ar: س, en: s}, kind: town, within: ‸army}\n",
        actors="three: {name: {ar: س, en: s}, kind: other, part-of: ‸frnt}\n",
        sources="four: {name: {ar: س, en: s}, kind: person, speaks-for: ‸Front}\n",
    ).expect(
        "there is no actor `frnt`; did you mean `front`?",
        "there is no place `alepo`; did you mean `aleppo`?",
        "there is no place `army`; add it to the registry",
        "`Front` is not an id",
    )


def test_circles_of_parents(content: Content):
    """Places within each other and actors part of each other in a circle: one error a circle, that shows it."""
    content.registry(
        places="""
        ‸a: {name: {ar: س, en: s}, kind: area, within: b}
        b: {name: {ar: س, en: s}, kind: area, within: c}
        c: {name: {ar: س, en: s}, kind: area, within: a}
        d: {name: {ar: س, en: s}, kind: area, within: a}
        ‸e: {name: {ar: س, en: s}, kind: area, within: e}
        """,
        actors="""
        x: {name: {ar: س, en: s}, kind: other, part-of: y}
        ‸y: {name: {ar: س, en: s}, kind: other, part-of: z}
        z: {name: {ar: س, en: s}, kind: other, part-of: y}
        """,
    ).expect(
        "`part-of` runs in a circle: y → z → y",
        "`within` runs in a circle: a → b → c → a; remove one `within`",
        "`within` runs in a circle: e → e",
    )


def test_whose_voice_a_source_is(content: Content):
    """A source is part of a source that is there, and not of itself by way of others; an actor is none."""
    content.registry(
        sources="""
        desk: {name: {ar: س, en: s}, kind: news-site, part-of: ‸agenci}
        page: {name: {ar: س, en: s}, kind: news-site, part-of: ‸army}
        ‸one: {name: {ar: س, en: s}, kind: person, part-of: two}
        two: {name: {ar: س, en: s}, kind: person, part-of: one}
        good: {name: {ar: س, en: s}, kind: person, part-of: agency, speaks-for: army}
        """
    )
    content.expect(
        "there is no source `agenci`; did you mean `agency`?",
        "there is no source `army`",
        "`part-of` runs in a circle: one → two → one; remove one `part-of`",
    )


def test_a_voice_has_no_end_of_others_above_it(content: Content):
    """From a desk to its house it is a few steps."""
    rows = [f"{'‸' * (n == 9)}s{n}: {{name: {{ar: س, en: s}}, kind: person, part-of: s{n + 1}}}\n" for n in range(60)]
    content.registry(sources="".join(rows) + "s60: {name: {ar: س, en: s}, kind: person}\n")
    content.expect("`part-of` leads on more than 50 times from here")


def test_points_on_the_globe(content: Content):
    """A point is two numbers in degrees, latitude first."""
    rows = ["‸[36.2]", "‸[a, b]", "‸[98, 136]", "‸[136.2, 36]", "‸[36, -181]", "‸[-90.1, 0]", "‸36.2", "‸[nan, 0]"]
    content.registry(
        places="".join(f"p{i}: {{name: {{ar: س, en: s}}, kind: town, point: {row}}}\n" for i, row in enumerate(rows))
    ).expect(
        "a point is two numbers",
        "a point is two numbers; write [latitude, longitude]",
        "the point is not on the globe; write latitude (-90 to 90) first",
        "the point is not on the globe; swap its two numbers",
        "the point is not on the globe",
        "the point is not on the globe; swap its two numbers",
        "a point is two numbers",
        "a point is two numbers",
    )


def test_unknown_keys_and_shapes(content: Content):
    """A key that no entry has, a value that is missing, and an entry that is none."""
    content.registry(
        places="one: {name: {ar: س, en: s}, kind: town, ‸alias: {ar: x}, aliases: {‸fr: x}, ids: {‸osm: 1}}\n"
        "two: ‸town\n",
        actors="three: {name: {ar: س, en: s}, kind: other, side: ‸two words}\n",
        sources="four: {name: {ar: س, en: s}, kind: person, url: ‸example.org, role: ‸}\n",
    ).expect(
        "the side: `two words` is not one word of letters, digits and hyphens",
        "unknown key `alias` in the place `one`; did you mean `aliases`?",
        "unknown key `fr` in aliases",
        "unknown key `osm` in ids",
        "the place `two` must be a mapping",
        "the address is not a web address; write it whole",
        "`role` has no value; give one, or remove the line",
    )


def test_an_entry_with_a_fault_is_still_known(content: Content):
    """A fault in an entry is one error there, not one more at each place that names the entry."""
    content.registry(
        places="one: {name: ‸{ar: س}, kind: town}\n",
        actors="two: {name: {ar: س, en: s}, kind: ‸forces}\n",
        sources="three: {name: {ar: س, en: s}, kind: person, speaks-for: ‸nobody}\n",
    )
    content.report(
        record="""\
        published: 2016-10-05
        publisher: three
        events: {raid: {type: shelling, when: 2016-10-04, where: one, actors: two}}
        """,
        ar="[في [بلدة]{.one}]{.raid}.",
    )
    content.expect("`forces` is no kind", "missing key `en` in the name", "there is no actor `nobody`")


def test_a_registry_file_that_cannot_be_read_is_the_only_error(content: Content):
    """Without it every id that a report names would seem unknown: the author hears of the cause alone."""
    content.registry(actors="x: [‸}\n").report(ar="[كلام]{.nobody}").expect("this is not YAML")
