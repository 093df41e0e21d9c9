"""Every number of a sheet is found again in what the site makes of its incident, and none besides."""

from __future__ import annotations

import re
import tempfile
from collections import defaultdict
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from findings import Findings
from reports.figure_notation import parse_figure
from tests.helpers.examples import examples
from tests.helpers.sheets import begin, bring_in, published, rows

NUMBERS = st.integers(0, 999)
FIGURES = st.one_of(
    NUMBERS.map(str),
    NUMBERS.map("~{}".format),
    NUMBERS.map("{}+".format),
    st.tuples(NUMBERS, NUMBERS).map(lambda pair: f"{min(pair)}-{max(pair)}"),
    NUMBERS.map("..{}".format),
    st.sampled_from(["dozens", "hundreds", "some", "", "", "unknown"]),
)
OUTCOMES = ("killed", "injured", "missing", "abducted", "detained", "displaced")


@st.composite
def incidents(draw: st.DrawFn) -> tuple[dict[str, str], dict[str, set[tuple[object, ...]]]]:
    """A row, and which figures are to be found of it: by outcome, the figure and, for some of the people, which."""
    row: dict[str, str] = {}
    wanted: dict[str, set[tuple[object, ...]]] = defaultdict(set)
    for outcome in draw(st.lists(st.sampled_from(OUTCOMES), unique=True, max_size=3)):
        who = draw(st.sampled_from(["", "civilians ", "combatants "]))
        figure = row[f"{who}{outcome}"] = draw(FIGURES)
        known = figure not in ("", "unknown")
        if known:
            wanted[outcome].add((who.strip() or "unknown", figure))
        whole = parse_figure(figure) if known else None
        most = 999 if whole is None or whole.high is None or whole.open else whole.high
        children = draw(st.none() | st.integers(0, most))
        if children is not None:
            row[f"children {outcome}"] = str(children)
            wanted[outcome].add(("children", str(children)))
            if not known:
                wanted[outcome].add(("unknown", "some"))
        low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
        if known and draw(st.booleans()):
            row[f"{who}{outcome} min"], row[f"{who}{outcome} max"] = str(low), str(high)
            between = str(low) if low == high else f"{low}-{high}"
            wanted[outcome].add((who.strip() or "unknown", between))
    return row, dict(wanted)


@examples(40)
@given(st.lists(incidents(), min_size=1, max_size=5))
def test_every_number_is_found_again_for_its_incident_and_none_besides(
    sheet: list[tuple[dict[str, str], dict[str, set[tuple[object, ...]]]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        content = begin(Path(folder))
        lines = [
            {"id": f"x{number}", "date": "2025-08-04", "place": "Ariha", **row} for number, (row, _) in enumerate(sheet)
        ]
        bring_in(content, rows(*lines))
        site = published(content)
        texts = {path.parent.name: path.read_text("utf-8") for path in content.glob("reports/*/en.md")}
        found: dict[str, dict[str, set[tuple[object, ...]]]] = defaultdict(lambda: defaultdict(set))
        assert [str(warning) for warning in site.warnings if "figure" in warning.what.code] == []
        for use in Findings(site).figures:
            said = found[use.event or ""][use.outcome]
            said.add((use.casualties.who, use.figure.written))
            said |= {(part.group, part.figure.written) for part in use.casualties.including}
    for number, (_, wanted) in enumerate(sheet):
        assert dict(found.get(f"x{number}/incident", {})) == wanted
        for group, figure in (some for figures in wanted.values() for some in figures):
            for digits in re.findall(r"[0-9]+", str(figure)):
                nobody = digits == "0" and group == "children"
                assert nobody or re.search(rf"\b{digits}\b", texts[f"x{number}"]), "a number without a sentence"
