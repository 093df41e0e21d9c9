"""Fuzzes the reader of texts, guided by the code that it reaches: ``python tests/fuzz/marks.py -max_total_time=600``.

Needs ``atheris``, which is no requirement of the project: install it into an environment of its own, beside what
``requirements/build.txt`` lists, and run this with ``plugins`` on the path. Whatever a text holds, it is read or refused
with its place; the words of its redacted marks are in nothing that is published. What was found so far stands in
``tests/property/test_marks.py``.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["reports"]):
    from reports.problems import Problems
    from reports.report_texts import build_text, read_written, redacted
    from reports.tree import Renderer

HOME = Path(tempfile.mkdtemp(dir="/dev/shm" if os.path.isdir("/dev/shm") else None))
RENDERER = Renderer()

#: Pieces from which texts are put together beside characters of any kind.
PIECES = (
    "[", "]", "{", "}", ".raid", ".redacted", "]{.redacted}", "]{.raid}", ' when="2016"', ' sic="x"', "(", ")", "](http://a.b)",
    "![", "`", "```\n", "\n", "\n\n", "    ", "\t", "> ", "* ", "1. ", "# ", "|", "|-|\n", "<b>", "</b>", "<!--", "-->",
    "<a href=", "&amp;", "&#x5b;", "\\", "*", "__", "[^1]", "[^1]: ", "[a]: b", ": ", "~", "=", "سر", "حلب", "\u2066", "\u2069",
)  # fmt: skip


def one_input(data: bytes) -> None:
    """Read one text, publish it, and see that its secret is gone."""
    provider = atheris.FuzzedDataProvider(data)
    pieces = []
    while provider.remaining_bytes():
        if provider.ConsumeBool():
            pieces.append(PIECES[provider.ConsumeIntInRange(0, len(PIECES) - 1)])
        else:
            pieces.append(provider.ConsumeUnicodeNoSurrogates(4))
    secret = "qzxjkvwq"
    body = "".join(pieces).replace(secret, "")
    path = HOME / "ar.md"
    path.write_text(f"Title: x\n\n{body}\n\n[{secret}]{{.redacted}}\n", "utf-8", newline="")
    problems = Problems()
    written = read_written(path, problems)
    if written is None or not written.sound:
        assert problems.errors, "refused without a word"
        return
    text = build_text(written, "ar", RENDERER, problems)
    if text is None or problems.errors:
        assert problems.errors, "refused without a word"
        return
    public = build_text(redacted(written, {"raid"}, problems), "ar", RENDERER, problems)
    if public is not None and not problems.errors:
        shown = "".join(public.rows) + "".join(block.text for block in public.blocks) + repr(public.marks)
        assert secret not in shown, "a secret is shown"


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
