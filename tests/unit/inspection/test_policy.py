"""Which Content-Security-Policies let in only what is the site's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspection.safety import is_own_policy, policies
from inspection.site import Site

OWN = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src data:; base-uri 'none'"


def test_a_policy_that_begins_from_nothing_is_the_sites_own() -> None:
    assert is_own_policy(OWN) == ""


@pytest.mark.parametrize(
    "policy",
    [
        "",
        "script-src 'self'",
        "default-src 'self'",
        f"{OWN}; connect-src https://other.example",
        f"{OWN}; frame-src *",
        f"{OWN}; media-src data:",
        f"{OWN}; worker-src blob:",
        OWN.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
        OWN.replace("script-src 'self'", "script-src cdn.example"),
        OWN.replace("script-src 'self'", "script-src https:"),
    ],
)
def test_a_policy_that_lets_in_more_is_not(policy: str) -> None:
    assert is_own_policy(policy)


def page(policy: str | None) -> str:
    meta = "" if policy is None else f'<meta http-equiv="content-security-policy" content="{policy}">'
    return f'<!doctype html><html lang="en" dir="ltr"><head>{meta}</head></html>'


@pytest.mark.parametrize(
    ("one", "two", "expected", "faults"),
    [
        (None, None, None, ["one.html: has no Content-Security-Policy", "two.html: has no Content-Security-Policy"]),
        (OWN, OWN, None, []),
        (OWN, OWN, f" {OWN}", []),
        (OWN, None, None, ["two.html: has no Content-Security-Policy"]),
        (None, None, OWN, ["one.html: has no Content-Security-Policy", "two.html: has no Content-Security-Policy"]),
        (OWN, "default-src *", OWN, ["two.html: has another Content-Security-Policy than the site should have"]),
        (
            OWN,
            "default-src *",
            None,
            ["two.html: has a Content-Security-Policy that does not begin from nothing (default-src 'none')"],
        ),
    ],
)
def test_every_page_has_the_policy(
    one: str | None, two: str | None, expected: str | None, faults: list[str], tmp_path: Path
) -> None:
    (tmp_path / "one.html").write_text(page(one), "utf-8")
    (tmp_path / "two.html").write_text(page(two), "utf-8")
    assert [str(fault) for fault in policies(Site(tmp_path), expected)] == faults
