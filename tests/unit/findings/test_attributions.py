"""Who says what, through whom, for which side."""

import pytest

from tests.helpers.records import REGISTRY, claim, document, event, findings, registry, report, site, source


def placed(*claims, **fields):
    """The claims of a report, as they stand in the index."""
    return findings(site(report("a", event("raid"), *claims, **fields)), "a")


def test_a_chain_from_originators_to_publisher():
    """The relays stand nearest to the originators first; the publisher is not told twice."""
    found = placed(claim("c", by=("medic", "monitor"), via=("radio", "agency", "outlet")))
    chain = found.attributions["a/c"]
    assert (chain.originators, chain.relays, chain.publisher, chain.own_voice) == (
        ("medic", "monitor"),
        (("radio",), ("agency",)),
        "outlet",
        False,
    )


def test_several_who_each_relayed_it_are_one_step():
    chain = placed(claim("c", by="medic", via=("agency", ("radio", "monitor")))).attributions["a/c"]
    assert chain.relays == (("agency",), ("radio", "monitor"))


def test_a_document_has_a_publisher_of_its_own():
    """Who says nothing of whose words they are says those of the document."""
    record = (document("page", "agency"), claim("c", documents="page"), claim("d", by="medic", documents="page"))
    found = placed(*record).attributions
    assert (found["a/c"].originators, found["a/c"].documents, found["a/c"].publisher) == (
        ("agency",),
        ("agency",),
        "outlet",
    )
    assert (found["a/d"].originators, found["a/d"].documents) == (("medic",), ("agency",))


def test_a_report_in_its_own_voice():
    """Without ``by`` the publisher says it; unattributed, nobody that is named does."""
    found = placed(claim("own"), claim("nobody", identified="unattributed", via=("agency",))).attributions
    assert (found["a/own"].originators, found["a/own"].own_voice) == (("outlet",), True)
    assert (found["a/nobody"].originators, found["a/nobody"].own_voice, found["a/nobody"].relays) == (
        (),
        False,
        (("agency",),),
    )


@pytest.mark.parametrize(
    ("by", "identified", "holds"),
    [
        ("medic", None, "named"),
        ("medic", "unnamed", "unnamed"),
        ("agency", None, "institution"),
        ("front", None, "institution"),
        ("front", "role", "role"),
        ("known", None, "role"),
        ("known", "named", "named"),
        ("eyes", None, "named"),
        ("scholar", None, "named"),
        (None, None, "institution"),
        (None, "unattributed", "unattributed"),
    ],
)
def test_how_an_originator_is_identified(by, identified, holds):
    """The claim says; else the registry; else a person, witness or expert is named, all others an institution."""
    entries = [
        *REGISTRY.actors.values(),
        *REGISTRY.sources.values(),
        source("known", "person", identified="role"),
        source("eyes", "witness"),
        source("scholar", "expert"),
    ]
    found = findings(site(report("a", claim("c", by=by, identified=identified)), registry=registry(*entries)))
    assert found.claims[0].identified == holds


@pytest.mark.parametrize(
    ("by", "side"),
    [("front", "opposition"), ("company", "government"), ("clan", "tribe"), ("spokesman", "government"),
     ("medic", None), (None, None)],
)  # fmt: skip
def test_whose_side_an_originator_speaks_for(by, side):
    """An actor's side, or that of the actor that a source speaks for; others speak for none."""
    assert placed(claim("c", by=by)).claims[0].sides == ((side,) if side else ())


def test_several_originators_speak_for_the_side_of_each():
    assert placed(claim("c", by=("front", "company", "medic"))).claims[0].sides == ("government", "opposition")


def test_nobody_named_speaks_for_no_side():
    """An unattributed claim is its own origin and has no side, whoever published it."""
    found = placed(claim("c", identified="unattributed"), publisher="spokesman").claims[0]
    assert (found.sides, [(origin.id, origin.key) for origin in found.origins]) == ((), [(None, "a/c")])


def test_what_each_source_does():
    """What it says, what it passes on and what it publishes, those who say most first."""
    found = placed(
        claim("x", by="medic", via=("agency",)),
        claim("y", by="medic", via=("agency", "radio")),
        claim("z"),
        claim("n", identified="unattributed", via=("radio",)),
    )
    assert [
        (a.id, [c.claim.id for c in a.says], [c.claim.id for c in a.relays], a.publishes) for a in found.accounts
    ] == [
        ("medic", ["x", "y"], [], ()),
        ("outlet", ["z"], [], ("a",)),
        ("agency", [], ["x", "y"], ()),
        ("radio", [], ["y", "n"], ()),
    ]


def test_separate_origins_of_all_claims():
    """Each origin once, however often and through whomever it speaks; nobody named is somebody new each time."""
    found = placed(
        claim("x", by="medic"),
        claim("y", by="medic", via=("agency",)),
        claim("n", identified="unattributed"),
        claim("m", identified="unattributed"),
        claim("own"),
        claim("voice", by="bureau"),
        claim("other-voice", by="radio"),
    )
    assert [origin.key for origin in found.origins] == ["medic", "a/n", "a/m", "outlet", "radio"]
