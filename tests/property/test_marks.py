"""Whatever the text, its marks are found exactly, and nothing breaks or hangs."""

import re
from pathlib import Path

import html5lib
from hypothesis import given
from hypothesis import strategies as st

from reports.marks import SENTINEL, encode, scan
from reports.problems import Problems
from reports.redaction import without_secrets
from reports.report_texts import build_text, read_written
from reports.tree import Renderer
from tests.property.strategies import Marked, marked, texts

RENDERER = Renderer()


def silently(offset, message):
    raise AssertionError(f"{offset}: {message}; {message.hint}")


@given(marked(), st.text(alphabet="xyz\n", max_size=5))
def test_marks_are_found_where_they_stand(line: Marked, before):
    """Each mark with its depth and its place: bracket, attributes and end are the text's own characters."""
    text = before + line.source
    spans = scan(text, len(before), silently)
    assert [len(span.inside) for span in spans] == [depth for _, _, depth in line.marks()]
    assert [text[span.close + 2 : span.end - 1] for span in spans] == [attributes for attributes, _, _ in line.marks()]
    for span in spans:
        assert (text[span.start], text[span.close], text[span.end - 1]) == ("[", "]", "}")
        for id, offset in span.ids:
            assert text.startswith(f".{id}", offset)
        if span.when:
            assert text.startswith("when=", span.when[1])


@given(marked())
def test_encoding_takes_the_brackets_and_leaves_the_words(line: Marked):
    """Without its two characters a mark leaves exactly the words that it stood around."""
    spans = scan(line.source, 0, silently)
    encoded = encode(line.source, spans)
    assert SENTINEL.sub("", encoded) == line.words
    for span, (_, words, _) in zip(spans, line.marks(), strict=True):
        inside = encoded.partition(chr(0xF0000 + span.number))[2].partition(chr(0x100000 + span.number))[0]
        assert SENTINEL.sub("", inside) == words


def read(text: str, path: Path):
    """A text as the room reads it, with its problems."""
    path.write_text("Title: x\n\n" + text, "utf-8", newline="")
    problems = Problems()
    written = read_written(path, problems)
    return build_text(written, "ar", RENDERER, problems) if written and written.sound else None, problems


@given(marked())
def test_words_come_back_exactly(tmp_path_factory, line: Marked):
    """Through Markdown and back: each mark's words, and the same words at its place in its block."""
    found, problems = read("س " + line.source, tmp_path_factory.getbasetemp() / "words.md")
    assert not problems.errors
    # Markdown turns a run of blanks before a line's end, and nothing else, into something else.
    assert [mark.words for mark in found.marks] == [words.strip() for _, words, _ in line.marks()]
    for mark in found.marks:
        block = found.blocks[mark.block - 1].text
        assert block[mark.start :].startswith(mark.words)
        assert block[: mark.start].endswith(mark.prefix)
        assert block[mark.start + len(mark.words) :].startswith(mark.suffix)
    assert len({mark.anchor for mark in found.marks}) == len(found.marks)


def html5lib_errors(html: str) -> list:
    """What is wrong with a piece of HTML for a browser's parser."""
    parser = html5lib.HTMLParser()
    parser.parseFragment(html)
    return [error for error in parser.errors if error[1] != "invalid-codepoint"]


@given(texts)
def test_no_text_breaks_the_scanner(text):
    """Any text is scanned; spans stand in the text, in order, each inside those that it says."""
    told = []
    spans = scan(text, 0, lambda offset, message: told.append(offset))
    assert all(0 <= offset < len(text) for offset in told)
    assert [span.number for span in spans] == list(range(len(spans)))
    assert [span.start for span in spans] == sorted(span.start for span in spans)
    for span in spans:
        assert 0 <= span.start < span.close < span.end <= len(text)
        around = [outer.number for outer in spans if outer.start < span.start and span.end <= outer.close]
        assert list(span.inside) == around
    encode(text, spans)


@given(texts)
def test_no_text_breaks_the_reader(tmp_path_factory, text):
    """Any text is read or refused: no crash, no mark without a place, no script and no placeholder in the HTML."""
    found, problems = read(text, tmp_path_factory.getbasetemp() / "any.md")
    if found is None:
        assert problems.errors
        return
    html = "".join(found.rows)
    assert not re.search(r"<(script|style|iframe|img|form|object|svg)\b", html)
    assert not re.search(r"\x02|\x03", html)
    assert len(SENTINEL.findall(html)) == 2 * len(found.marks)
    spans = re.sub("[\U000f0000-\U000fffff]", "<span>", html)
    assert not html5lib_errors(re.sub("[\U00100000-\U0010ffff]", "</span>", spans))
    assert not any(re.search(r"\x02|\x03", block.text) or SENTINEL.search(block.text) for block in found.blocks)
    for mark in found.marks:
        assert found.blocks[mark.block - 1].text[mark.start :].startswith(mark.words)


JUNK = st.text(st.sampled_from(" \u00a0\u200f\u200e\u061c\\*_`"), max_size=2)
WORD = st.sampled_from(
    ["redacted", "Redacted", "REDACTED", "ｒedacted", "محجوب", "r&#101;dacted", "re\\dacted", "\u200fredacted"]
)
OPENS = st.sampled_from(
    ["{", "[", "(", "｛", "\\{", "&#123;", "&lbrace;", "}", "【", "{.said ", "{when=2016 ", "﹛", "{{"]
)
CLOSES = st.sampled_from(["}", "]", ")", "｝", "\\}", "&#125;", "&rbrace;", "{", "】", " .said}", "", "}}"])
AROUND = st.sampled_from(
    [
        "{}",
        "`{}`",
        "```\n{}\n```",
        "> {}",
        "- {}",
        "| {} |\n|-|",
        "<!-- {} -->",
        "[^1]\n\n[^1]: {}",
        '[x](https://a.example "{}")',
    ]
)


@given(JUNK, OPENS, JUNK, st.sampled_from([".", "", "#", ":"]), WORD, JUNK, CLOSES, AROUND)
def test_whoever_meant_to_redact_is_told(tmp_path_factory, before, opens, inner, dot, word, after, closes, around):
    """However it is mistyped: the name is redacted, or the text is refused."""
    text = around.format(f"[زمرذانوس]{before}{opens}{inner}{dot}{word}{after}{closes}")
    path = tmp_path_factory.getbasetemp() / "slip.md"
    path.write_text("Title: x\n\n" + text, "utf-8", newline="")
    problems = Problems()
    written = read_written(path, problems)
    if written is not None and not problems.errors:
        assert "زمرذانوس" not in without_secrets(written.text, written.spans)


@given(texts)
def test_what_was_to_be_redacted_is_shown_nowhere(tmp_path_factory, text):
    """No text that is published shows ``{.redacted}``: then the words before it would be shown too."""
    found, _ = read(text + "\n\n[سر]{.redacted}", tmp_path_factory.getbasetemp() / "secret.md")
    if found is not None:
        assert "{.redacted" not in "".join(found.rows)


#: Few words, so that a paragraph begins as another goes on, and signs and addresses of Markdown between them.
SAID = ("قتل", "في حلب", "**قتل**", "[في](https://example.org/a)", "[حلب]{.aleppo}", "حلب\nقتل", "و")


@given(st.lists(st.lists(st.sampled_from(SAID), min_size=1, max_size=12).map(" ".join), min_size=1, max_size=6))
def test_a_block_begins_in_the_line_of_its_words(tmp_path_factory, paragraphs):
    """A block with marks is told by the line of the first of them."""
    found, _ = read("\n\n".join(paragraphs), tmp_path_factory.getbasetemp() / "lines.md")
    expected, line = [], 3
    for paragraph in paragraphs:
        expected.append(line + paragraph.partition("[حلب]{")[0].count("\n") * ("]{" in paragraph))
        line += paragraph.count("\n") + 2
    assert [block.line for block in found.blocks] == expected
