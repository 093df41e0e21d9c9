"""Whatever a report says, its translation comes back with its blocks and marks, and no redacted word goes out."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, given
from hypothesis import strategies as st

from authoring.translating import draft_english, hand_out, take_back
from bilingual.po_files import po_text, read_units
from reports.model import Text
from reports.pairs import read_pair
from reports.problems import Problems
from reports.tree import Renderer
from tests.helpers.content import Content
from tests.helpers.examples import examples
from tests.property.strategies import marked

OWN = Path(__file__).resolve().parents[2] / "content"
SECRET = "قنطرجيان"
#: Where redacted words can stand.
HIDDEN = [
    f"[{SECRET}]{{.redacted}}", f"قال [{SECRET} وغيره]{{.redacted}} شيئاً", f"[وقال [{SECRET}]{{.redacted}}]{{.army}} شيئاً",
    f"[[{SECRET}]{{.redacted}}]{{.witness}}", f"[هنا [حلب {SECRET}]{{.aleppo}} هناك]{{.redacted}}",
    f"[{SECRET}]{{.redacted when=2016-10-04}}", f"<!-- {SECRET} -->", f"[كذا[^s]]{{.redacted}}\n\n[^s]: {SECRET} هنا",
]  # fmt: skip
#: What a block can be.
BLOCKS = [
    "{}",
    "# {}",
    "- {}\n- أخرى",
    "فقرة\n\n1. {}",
    "> {}\n> وسطر",
    "| أ | ب |\n|---|---|\n| {} | د |",
    "كلمة\n:   {}",
    "أولاً\n{}",
]


def pair_of(folder: Path) -> tuple[Text, Text]:
    problems = Problems()
    pair = read_pair(folder, Renderer(), problems)
    assert set(pair.texts) == {"ar", "en"}, [*map(str, problems)]
    return pair.texts["ar"], pair.texts["en"]


def marks(text: Text) -> list[tuple]:
    """What the marks of each block are about, but for corrections, and for marks within redacted words."""
    return sorted(
        (mark.block, sorted({*mark.ids, *([str(mark.when)] if mark.when else []), *(["-"] if mark.redacted else [])}))
        for mark in text.marks
        if (mark.ids or mark.when or mark.redacted) and not any(text.marks[outer].redacted for outer in mark.inside)
    )


def there_and_back(content: Content, suffix: str) -> Path:
    """Hand a report out, translate each unit as itself, and take it back."""
    folder = content.root / "reports/r"
    hand_out(content.root, "r")
    header, units = read_units((folder / "en.po").read_text("utf-8"))
    (folder / "en.po").write_text(
        po_text([replace(unit, target=unit.source) for unit in units], "ar.md", header), "utf-8"
    )
    (folder / "en.xlf").unlink()
    hand_out(content.root, "r")
    take_back(content.root, "r", folder / f"en.{suffix}")
    return folder


@examples(40, phases=[Phase.explicit, Phase.generate])
@given(st.lists(st.tuples(st.sampled_from(BLOCKS), marked()), min_size=1, max_size=4), st.sampled_from(["po", "xlf"]))
def test_every_block_and_mark_comes_back(blocks, suffix):
    with tempfile.TemporaryDirectory() as root:
        text = "\n\n".join(block.format(line.source.strip()) for block, line in blocks) + "\n"
        content = Content(Path(root)).report("r", ar=text)
        ar, en = pair_of(there_and_back(content, suffix))
        assert [(block.kind, block.text.split()) for block in en.blocks] == [
            (block.kind, block.text.split()) for block in ar.blocks
        ]
        assert marks(en) == marks(ar)


@pytest.mark.slow
@examples(40, phases=[Phase.explicit, Phase.generate])
@given(
    st.lists(st.tuples(st.sampled_from(BLOCKS), marked(), st.sampled_from(["", *HIDDEN[:-1]])), min_size=1, max_size=4),
    st.sampled_from(HIDDEN),
    st.sampled_from(["po", "xlf"]),
)
def test_no_redacted_word_goes_out(blocks, hidden, suffix):
    with tempfile.TemporaryDirectory() as root:
        lines = [block.format(f"{line.source.strip()} {secret}".strip()) for block, line, secret in blocks]
        content = Content(Path(root)).report("r", ar="\n\n".join([*lines, hidden]) + "\n")
        folder = there_and_back(content, suffix)
        for name in ("en.po", "en.xlf", "en.md"):
            said = (folder / name).read_text("utf-8")
            if name != "en.md" or "[^s]" not in hidden:
                assert SECRET not in said
        ar, en = pair_of(folder)
        assert marks(en) == marks(ar)
        (folder / "en.md").unlink()
        draft_english(content.root, "r")
        assert marks(pair_of(folder)[1]) == marks(ar)


@pytest.mark.slow
def test_the_translations_of_our_own_reports_come_back_as_they_are(tmp_path):
    content = tmp_path / "content"
    shutil.copytree(OWN, content)
    for folder in sorted((content / "reports").iterdir()):
        english = (folder / "en.md").read_text("utf-8")
        hand_out(content, folder.name)
        for suffix in ("po", "xlf"):
            take_back(content, folder.name, folder / f"en.{suffix}")
            assert (folder / "en.md").read_text("utf-8") == english
