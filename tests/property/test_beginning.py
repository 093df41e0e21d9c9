"""Whatever text a report is begun from, its words are those of the text: nothing of them is taken for Markdown."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from authoring.new_report import begin_report
from reports import ContentErrors, read_site

SIGNS = "*_`[](){}<>#+-.!|:~=&^$\\/\"'«»1٢…"
WORDS = st.text(st.sampled_from(f"{SIGNS} abابتلم"), min_size=1, max_size=30)
FRAGMENTS = st.sampled_from(
    "[^1] [^1]: {.redacted} {.x} ![a](b.png) <b> </div> &amp; &#65; http://a.example 1. 1) --- === ``` ~~~ > >> | a | b | "
    ": a * * + x <!-- --> <script> \\[ \\\\ **a** __a__ [a](b) [a]: b".split()
)
BLOCKS = st.lists(st.one_of(WORDS, FRAGMENTS), min_size=1, max_size=4).map(" ".join)


@given(st.lists(BLOCKS, min_size=1, max_size=5), st.sampled_from(["\n", "\n\n", "\r\n\r\n", "\r"]))
def test_the_words_of_a_text_are_those_of_its_report(blocks: list[str], between: str) -> None:
    text = between.join(["قُتل شخصان", "نص", *blocks])
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        (content / "registry").mkdir(parents=True)
        (content / "registry" / "sources.yaml").write_text("paper: {name: {ar: ج, en: P}, kind: newspaper}\n", "utf-8")
        source = Path(folder) / "wire.txt"
        source.write_bytes(text.encode())
        begin_report(content, "a-report", source)
        record = content / "reports" / "a-report" / "record.yaml"
        filled = record.read_text("utf-8").replace("published: ", "published: 2031", 1)
        record.write_text(filled.replace("publisher: ", "publisher: paper", 1), "utf-8")
        try:
            read_site(content)
        except ContentErrors as told:
            # What only looks like a redaction is told wherever it stands, and an author has to look at it.
            codes = {problem.what.code for problem in told.problems if problem.severity == "error"}
            assert codes <= {"redacted-in-plain-text"}, (codes, (record.parent / "ar.md").read_text("utf-8"))
