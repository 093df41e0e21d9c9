"""Whatever is broken in a file of another program, it comes in or is refused in a sentence; nothing else happens."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given
from hypothesis import strategies as st

from authoring.importing import bring_in
from authoring.translating import hand_out, take_back
from reports import ContentErrors
from tests.helpers import tools
from tests.helpers.content import Content
from tests.helpers.examples import examples

pytestmark = pytest.mark.slow

JUNK: list[Any] = [
    None,
    -1,
    0,
    10**9,
    1.5,
    True,
    "",
    "x",
    "Claim",
    [],
    {},
    [1],
    [[0, 3, "Place"]],
    {"a": 1},
    [None],
    "\u202e",
    "T1",
]
PLACES = st.lists(st.integers(0, 400), min_size=1, max_size=4)
quickly = examples(100, phases=[Phase.explicit, Phase.generate])


def spoilt(data: Any, place: int, junk: Any) -> Any:
    """A value in JSON with one of its values, or all below that, swapped for junk."""
    holders = [data] if isinstance(data, dict | list) else []
    for one in holders:
        holders += [
            inner for inner in (one.values() if isinstance(one, dict) else one) if isinstance(inner, dict | list)
        ]
    slots = [(one, key) for one in holders for key in (list(one) if isinstance(one, dict) else range(len(one)))]
    if slots:
        one, key = slots[place % len(slots)]
        one[key] = junk
    return data


def comes_in_or_is_refused(content: Path, path: Path) -> None:
    before = set(content.rglob("*"))
    if said := refusal(lambda: bring_in(content, path, "r")):
        assert all(said)
        assert set(content.rglob("*")) == before


def refusal(do: Callable[[], object]) -> list[str]:
    """What is said where something is refused."""
    try:
        do()
    except ContentErrors as error:
        return [problem.message for problem in error.problems]
    return []


@pytest.mark.parametrize(
    "tool", [tools.doccano, tools.label_studio, tools.recogito, tools.cas_json], ids=lambda one: one.__name__
)
@quickly
@given(PLACES, st.data())
def test_json_with_wrong_values(tool, places, data):
    with tempfile.TemporaryDirectory() as root:
        path = tool(Path(root))
        value = json.loads(path.read_text("utf-8"))
        for place in places:
            value = spoilt(value, place, data.draw(st.sampled_from(JUNK)))
        path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
        comes_in_or_is_refused(Content(Path(root)).root, path)


@pytest.mark.parametrize("tool", [tools.brat, tools.xmi], ids=lambda one: one.__name__)
@quickly
@given(
    st.lists(
        st.tuples(st.integers(0, 3000), st.sampled_from(["", "0", "-", "\t", " ", '"', "T9", "<", "x", "\n", ";3 4"])),
        max_size=4,
    )
)
def test_text_with_wrong_characters(tool, changes):
    with tempfile.TemporaryDirectory() as root:
        path = tool(Path(root))
        text = path.read_text("utf-8")
        for at, instead in changes:
            at %= len(text)
            text = text[:at] + instead + text[at + 1 :]
        path.write_text(text, "utf-8")
        comes_in_or_is_refused(Content(Path(root)).root, path)


@quickly
@given(
    st.sampled_from(["en.po", "en.xlf"]),
    st.lists(
        st.tuples(
            st.integers(0, 3000),
            st.sampled_from(["", '"', "<m1>", "</m1>", "</pc>", "\\", "#| ", "\n", "msgid ", "<sc/>", "x"]),
        ),
        max_size=4,
    ),
)
def test_a_translation_with_wrong_characters(name, changes):
    with tempfile.TemporaryDirectory() as root:
        content = Content(Path(root)).report("r", ar="قال [الشاهد]{.witness} في [حلب]{.aleppo}\n\nفقرة\n")
        hand_out(content.root, "r")
        path = content.root / "reports/r" / name
        text = re.sub(r'msgid "(.+)"\nmsgstr ""', r'msgid "\1"\nmsgstr "\1"', path.read_text("utf-8"))
        for at, instead in changes:
            at %= len(text)
            text = text[:at] + instead + text[at + 1 :]
        path.write_text(text, "utf-8")
        assert all(refusal(lambda: take_back(content.root, "r", path)))
        assert all(refusal(lambda: hand_out(content.root, "r")))


ENDLESS = "1" * 5000


@pytest.mark.parametrize(
    "tool",
    [tools.doccano, tools.label_studio, tools.recogito, tools.cas_json, tools.brat, tools.xmi],
    ids=lambda one: one.__name__,
)
def test_a_number_without_end(tool, tmp_path):
    """Python makes no number of more than 4,300 digits: each of a file's, and one as the code of a character."""
    path = tool(tmp_path)
    text = path.read_text("utf-8")
    numbers = [match.span() for match in re.finditer(r"\d+", text)]
    ends = [match.end() for match in re.finditer('[>"]', text)]
    places = [(*span, ENDLESS) for span in numbers[:60]] + [(end, end, f"&#{ENDLESS};") for end in ends[:60]]
    for start, end, instead in places:
        path.write_text(text[:start] + instead + text[end:], "utf-8")
        content = Content(tmp_path / f"{start} {len(instead)}")
        comes_in_or_is_refused(content.root, path)
