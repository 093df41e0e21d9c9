"""Who says what, through whom, for which side."""

import pytest

from tests.helpers.records import REGISTRY, claim, entry, event, findings, registry, report, site, source


def placed(*claims, **fields):
    """The claims of a report, as they stand in the index."""
    return findings(site(report("a", event("raid"), *claims, **fields)), "a")


def test_a_chain_from_originator_to_publisher():
    """The relays stand nearest to the originator first; the publisher is not told twice."""
    found = placed(claim("c", by="medic", via=("radio", "agency", "outlet")))
    chain = found.attributions["a/c"]
    assert (chain.originator, chain.relays, chain.publisher, chain.own_voice) == (
        "medic",
        ("radio", "agency"),
        "outlet",
        False,
    )


def test_a_report_in_its_own_voice():
    """Without ``by`` the publisher says it; unattributed, nobody that is named does."""
    found = placed(claim("own"), claim("nobody", identified="unattributed", via=("agency",))).attributions
    assert (found["a/own"].originator, found["a/own"].own_voice) == ("outlet", True)
    assert (found["a/nobody"].originator, found["a/nobody"].own_voice, found["a/nobody"].relays) == (
        None,
        False,
        ("agency",),
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
    assert placed(claim("c", by=by)).claims[0].side == side


def test_nobody_named_speaks_for_no_side():
    """An unattributed claim is its own origin and has no side, whoever published it."""
    found = placed(claim("c", identified="unattributed"), publisher="spokesman").claims[0]
    assert (found.side, found.origin.id, found.origin.key) == (None, None, "a/c")


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


def test_who_says_what_side_by_side():
    """One column a side, those of no side last; uncounted figures and denials stand in the column of who says them."""
    found = placed(
        claim("x", entry(killed="10"), about="raid", by="front"),
        claim("y", entry(killed="4"), about="raid", by="company", denies="a/x"),
        claim("no", about="raid", by="spokesman", denies="a/x"),
        claim("z", entry(killed="some"), entry(killed="3"), about="raid", by="medic"),
    )
    (quantity,) = found.quantities
    assert (quantity.event, quantity.outcome, quantity.group.who) == ("a/raid", "killed", "unknown")
    assert [
        (side, [(c.claim.id, [use.figure.written for use in figures]) for c, figures in cells])
        for side, cells in quantity.columns
    ] == [
        ("government", [("y", ["4"]), ("no", [])]),
        ("opposition", [("x", ["10"])]),
        (None, [("z", ["3", "some"])]),
    ]
    assert quantity.count.origins == {"front", "company", "medic"}


def test_independent_origins_of_all_claims():
    """Each origin once, however often and through whomever it speaks; nobody named is somebody new each time."""
    found = placed(
        claim("x", by="medic"),
        claim("y", by="medic", via=("agency",)),
        claim("n", identified="unattributed"),
        claim("m", identified="unattributed"),
        claim("own"),
    )
    assert [origin.key for origin in found.origins] == ["medic", "a/n", "a/m", "outlet"]
