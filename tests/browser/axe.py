"""axe-core, the checker of accessibility, in a page."""

from __future__ import annotations

from functools import cache

import pytest
from playwright.sync_api import Page

from tests.conftest import PROJECT

_SCRIPT = PROJECT / ".venv" / "npm" / "node_modules" / "axe-core" / "axe.min.js"
#: WCAG 2.2, levels A and AA, and what axe holds for good practice.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: The rules whose findings depend on colours, and those whose findings depend on the width of the window.
COLOURS = ("color-contrast", "link-in-text-block")
WIDTHS = ("color-contrast", "target-size", "scrollable-region-focusable", "empty-table-header", "aria-hidden-focus")

_RUN = """async ([runOnly, fresh]) => {
  const shown = [...document.body.querySelectorAll("*")].filter((element) => element.checkVisibility());
  const include = fresh ? shown.filter((element) => !window.shownBefore.has(element)) : document;
  window.shownBefore = new Set([...shown, ...(window.shownBefore ?? [])]);
  if (fresh && !include.length) return [];
  const {violations} = await axe.run(fresh ? {include} : document, {runOnly, resultTypes: ["violations"], preload: false});
  return violations.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id}: ${node.target.join(" ")} ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ""}`));
}"""


@cache
def _source() -> str:
    if not _SCRIPT.is_file():
        pytest.fail("axe-core is not here: sh requirements/install.sh test gets it.", pytrace=False)
    return _SCRIPT.read_text("utf-8")


def violations(page: Page, *rules: str, fresh: bool = False) -> list[str]:
    """What axe finds wrong in a page: by all rules of ``TAGS``, or by these.

    ``fresh``: only in what was hidden whenever it looked at the page before.
    """
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(_source() + ";0")
    asked = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": TAGS}
    return page.evaluate(_RUN, [asked, fresh])
