"""Texts and records on which readers work for hours, or nest until they fall over: each ends in a reading or an error.

The first inputs are those of CommonMark's own ``pathological_tests.py``, the others are ours. Guards:
``reports.timeout`` (time and recursion), ``nodes.MAX_NESTING`` and ``file_text.MAX_BYTES`` (YAML and files),
``marks.MAX_DEPTH`` and ``marks.MAX_MARKS`` (marks), ``registry.MAX_CHAIN`` (chains of places and parties).
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NoReturn

import pytest

import briefings.build
from briefings.page.kind import Planned
from briefings.previews import Preview
from briefings.rendering import Renderer
from command.__main__ import main
from command.building import build, order
from findings import Findings
from reports import ContentErrors, Problem, Reader, timeout
from reports.folders import time_for
from reports.plain_pages import NAMES, read_prose
from tests.helpers.content import Content
from tests.hostile.fields import FIELDS, in_record, in_registry

pytestmark = pytest.mark.slow

#: So many seconds of this program's work any of these may take, on a slow machine.
MOST = 8.0
N = 5_000

COMMONMARK = {
    "nested strong emphasis": "*a **a " * N + "b" + " a** a*" * N,
    "many closers without openers": "a_ " * N,
    "many openers without closers": "_a " * N,
    "many link closers": "a]" * N,
    "many link openers": "[a" * N,
    "mismatched openers and closers": "*a_ " * N,
    "openers and closers of three": "a***" * N,
    "cases of rule nine": "a**b" + "c* " * N,
    "links with many opened": "[ a_" * N,
    "nested brackets": "[" * N + "a" + "]" * N,
    "nested block quotes": "> " * N + "a",
    "deep lists": "\n".join("  " * i + "* a" for i in range(500)),
    "backslashes in links": "[" + "\\" * N + "]()",
    "backticks": "".join("e" + "`" * i for i in range(300)),
    "backticks that rise": "`a``b```" * N,
    "unclosed links": "[a](<b" * N,
    "unclosed links without brackets": "[a](b" * N,
    "unclosed comments": "</" + "<!--" * N,
    "unclosed declarations": "<!A " * N,
    "unclosed instructions": "<?" * N,
    "unclosed CDATA": "<![CDATA[" * N,
    "empty lines in lists": "- " * 40 + "x\n" + "\n" * N,
    "references that collide": "".join(f"[{i}]: https://a.example/{i}\n\n" for i in range(N // 5)) + "[1][2]" * N,
    "tables": "aaa\rbbb\n-\v\n" * N,
    "tables with many columns": "|".join("x" * N) + "\n" + "|".join("-" * N),
    "character references": "&#" * N + "&" + "a" * N,
    "NUL": "abc\0de\0",
}
OURS = {
    "list markers in a line": "* " * 800 + "a",
    "numbers of lists in a line": "1. " * 800 + "a",
    "lists in lists": "\n".join("    " * i + "* a" for i in range(250)),
    "quotations of every depth": "\n".join(">" * (i % 90) + " a" for i in range(N // 50)),
    "a number without end": "&#" + "1" * 5000 + ";",
    "a hexadecimal number without end": "&#x" + "f" * 5000 + ";",
    "terms and definitions": "a\n: " * N,
    "definitions in definitions": "a\n\n" + ": " * N,
    "tabs": "\t" * 20_000 + "a",
    "blanks": " " * 50_000 + "a",
    "empty lines": "\n" * 50_000,
    "blanks at the end": "a" + " " * 50_000 + "\nb",
    "one footnote, many calls": "ل[^1] " * N + "\n\n[^1]: ح",
    "many footnotes": "".join(f"ل[^{i}]\n\n[^{i}]: ح\n\n" for i in range(300)),
    "footnotes in footnotes": "".join(f"[^{i}]: a[^{i + 1}]\n\n" for i in range(300)),
    "a footnote that calls itself": "ل[^1]\n\n[^1]: ح[^1]",
    "open footnotes": "[^" * N,
    "a long name of a footnote": "[^" + "a" * 50_000 + "]",
    "open tags": "<a " * N,
    "open attributes": '<a href="' * N,
    "open ends of tags": "</a" * N,
    "elements in elements": "<div>" * N,
    "emphasis in raw HTML": "<em>" * N + "x",
    "blocks of raw HTML": "<div>\n\n" * (N // 4),
    "links of nothing": "[](" * N,
    "open titles of links": '[a](x "' * N,
    "images that are open": "![" * N,
    "fences": "```\n" * N,
    "fences of every length": "".join("`" * (3 + i % 500) + "\n" for i in range(100)),
    "attributes of fences": "``` {" * N,
    "rules": "- " * N,
    "headings": "# a\n\n" * (N // 5),
    "underlined headings": "a\n" * N + "=",
    "pipes": "a|b\n-|-\n" + "|" * N,
    "rows of a table": "a|b\n-|-\n" + "a|b\n" * (N // 4),
    "a long word": "ا" * 50_000,
    "a long number": "1" * 50_000,
    "numbers in a row": "1,234," * N,
    "numbers in words": "خمسة و" * N,
    "addresses": "<https://a.example/>" * (N // 5),
    "an address that never ends": "[a](https://a.example/" + "a" * 50_000 + ")",
    "mail": "<a@b.example>" * (N // 5),
    "marks in marks": "[" * 10_000 + "ك" + "]{.outlet}" * 10_000,
    "brackets around a mark": "[" * 10_000 + "[ك]{.outlet}",
    "many marks": "[ك]{.outlet} " * 10_000,
    "marks that never end": "[ك]{.outlet " * N,
    "corrections that never end": '[ك]{sic="' * N,
    "backslashes in a correction": '[ك]{sic="' + "\\\\" * N,
    "braces": "{.outlet " * (N // 4),
}  # fmt: skip


def problems(content: Content, most: float = MOST) -> list[Problem]:
    """The errors of a content; that it took too long, or fell over, fails the test."""
    began = time.process_time()
    found = content.errors()
    assert time.process_time() - began < most
    return found


@pytest.mark.parametrize("name", COMMONMARK | OURS)
def test_a_text_ends_in_a_reading_or_an_error(name: str, content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeout, "SECONDS", 0.5)
    content.report(
        "r", ar=f"Title: عنوان\n\n{(COMMONMARK | OURS)[name]}\n", record="published: 2016\npublisher: outlet\n"
    )
    for problem in problems(content):
        assert (problem.path.name, problem.line > 2, problem.column > 0) == ("ar.md", True, True)
        assert len(problem.message) < 100_000


@pytest.mark.parametrize("name", ["list markers in a line", "one footnote, many calls", "terms and definitions"])
def test_what_never_ends_is_told(name: str, content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """On these Markdown works for minutes, or nests until Python gives up."""
    monkeypatch.setattr(timeout, "SECONDS", 0.05)
    content.report("r", ar=f"Title: عنوان\n\n{OURS[name]}\n")
    (problem,) = problems(content)
    assert "this text cannot be read: " in problem.message
    assert "takes longer than 0.05 seconds" in problem.message or "nests too deeply" in problem.message
    assert (problem.line, problem.column) == (3, 1)


def test_reading_goes_on_after_a_text_that_never_ends(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other reports are read, and their errors told."""
    monkeypatch.setattr(timeout, "SECONDS", 0.3)
    content.report("a", ar="* " * 800 + "a").report("b", ar="كلام [كلام]{.nobody}").report("c", ar="1. " * 800 + "a")
    told = [(problem.path.parent.name, problem.message[:24]) for problem in problems(content)]
    assert told == [
        ("a", "this text cannot be read"),
        ("b", "unknown id `nobody`"),
        ("c", "this text cannot be read"),
    ]


YAML = {
    "lists in lists": "[" * 100_000,
    "mappings in mappings": "{a: " * 100_000,
    "blocks in blocks": "\n".join(" " * i + "a:" for i in range(500)),
    "items in items": "- " * 10_000 + "a",
    "keys in keys": "? " * 10_000 + "a",
    "anchors that multiply": "a: &a [x, x]\n" + "".join(f"b{i}: &b{i} [*{'a' if not i else f'b{i - 1}'}, *a]\n" for i in range(50)),
    "a long key": "a" * 100_000 + ": b",
    "a long text in quotes": '"' + "a" * 100_000,
    "many documents": "---\n" * 10_000,
    "many unknown keys": "".join(f"k{i}: x\n" for i in range(3_000)),
    "tags": "!!python/object/apply:os.system ['touch pwned']",
    "a tag without end": "!" * 50_000,
    "percent signs": "%" * 50_000,
    "tabs": "\t" * 50_000 + "a: b",
    "a code of no character": 'a: "\\UFFFFFFFF"',
    "backslashes": 'a: "' + "\\\\" * 50_000 + '"',
}  # fmt: skip


@pytest.mark.parametrize("file", ["registry/places.yaml", "reports/r/record.yaml"])
@pytest.mark.parametrize("name", YAML)
def test_a_yaml_file_ends_in_an_error(name: str, file: str, content: Content) -> None:
    content.report("r", ar="نص.")
    content.write(file, YAML[name] + "\n")
    found = problems(content)
    assert found
    assert {problem.path for problem in found} == {content.root / file}
    assert all(problem.line > 0 and problem.column > 0 for problem in found)


@pytest.mark.parametrize(
    ("file", "key", "rest"), [("places", "within", "kind: city"), ("actors", "part-of", "kind: rebel-group")]
)
def test_a_chain_without_end_is_told(file: str, key: str, rest: str, content: Content) -> None:
    entries = [f"h{i}: {{name: {{ar: م, en: P}}, {rest}, {key}: h{i + 1}}}" for i in range(3_000)]
    content.registry(**{file: "\n".join([*entries, f"h3000: {{name: {{ar: م, en: P}}, {rest}}}\n"])})
    content.report("r", ar="[م]{.h0}")
    assert any("leads on more than" in problem.message for problem in problems(content))


def test_denials_in_circles_and_in_a_long_row_end(content: Content) -> None:
    rows = "\n".join(f"  c{i}: {{about: e, stance: denies, denies: c{i - 1}}}" for i in range(1, 1_000))
    content.report(
        "r",
        record=f"events:\n  e: {{type: siege, when: 2016}}\nclaims:\n  c0: {{about: e, stance: denies, denies: c999}}\n{rows}\n",
    )
    assert all(problem.line > 0 for problem in problems(content))


#: What took hours or minutes, since each mark, name or id was held against each other: so many of them as 1 MiB holds.
MANY = {
    "words in one redacted mark": {"ar": "[" + "سر كلام " * 65_000 + "]{.redacted}"},
    "redacted marks": {"ar": " ".join(f"[سر{i}]{{.redacted}}" for i in range(20_000))},
    "redacted words that are said": {"ar": " ".join(f"[سر{i}]{{.redacted}} سر{i}" for i in range(12_000))},
    "marks in one paragraph": {"ar": "[حلب]{.aleppo} " * 20_000},
    "dates in one paragraph": {"ar": "[الاثنين]{when=2016-10-03} " * 15_000},
    "names in one paragraph": {"ar": "حلب الجيش " * 50_000},
    "ids that nothing has": {"ar": " ".join(f"[حلب]{{.x{i}}}" for i in range(20_000))},
    "brackets": {"ar": "[" * 500_000},
    "comments that are not closed": {"ar": "<!--" * 200_000},
    "words for redactions": {"ar": "[redacted] {redacted} " * 40_000},
    "claims": {
        "record": "events: {e: {type: shelling, when: 2016}}\nclaims:\n" + "".join(f"  c{i}: {{about: e}}\n" for i in range(12_000)),
        "ar": "[x]{.e} " + " ".join(f"[c]{{.c{i}}}" for i in range(12_000)),
    },
}  # fmt: skip


@pytest.mark.parametrize("name", MANY)
def test_a_text_of_very_many_takes_little(name: str, content: Content) -> None:
    """Time grows with what a text holds, and not with that times itself."""
    content.report(**MANY[name])
    problems(content, 2 * MOST)


def test_many_names_against_many_ids_take_little(content: Content) -> None:
    """12,000 entries of the registry, 12,000 ids that it does not have, and a text in which names stand."""
    content.registry(
        places="\n".join(f"p{i}: {{name: {{ar: مكان{i} هنا, en: Place {i}}}, kind: city}}" for i in range(12_000))
    )
    content.report(ar=" ".join(f"[حلب]{{.q{i}}} مكان{i} هنا" for i in range(12_000)))
    told = problems(content, 2 * MOST)
    assert "and 23501 more problems in this file" in " ".join(problem.message for problem in told)


def test_a_whole_content_has_one_time(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many texts that each take as long as a text may do not add up."""
    monkeypatch.setattr("reports.folders.WHOLE", 2.0)
    monkeypatch.setattr("reports.folders.EACH_MIB", 0.0)
    for number in range(20):
        content.report(f"r{number}", ar="_a*b" * 40_000)
    told = [problem.message for problem in problems(content, 5)]
    assert any("this content cannot be read: reading it takes longer than 2 seconds" in message for message in told)


def test_a_large_content_may_take_longer_than_a_trap(content: Content) -> None:
    """1 MiB ends in 20 seconds; of a hundred times that nobody makes a trap, and slow machines read it too."""
    content.report("a", ar="ك" * 2**18, en="x" * 2**19)
    assert time_for(content.root) < 20
    for number in range(100):
        content.report(f"r{number}", ar="ك" * 2**18, en="x" * 2**19)
    assert time_for(content.root) > 100 * 30


def test_plain_pages_have_the_time_that_their_content_has_left(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four of them that each take as long as a text may do not add up, neither by themselves nor to the reports."""
    monkeypatch.setattr("reports.folders.WHOLE", 3.0)
    monkeypatch.setattr("reports.folders.EACH_MIB", 0.0)
    for path in (f"pages/{name}/{lang}.md" for name in NAMES for lang in ("ar", "en")):
        content.write(path, "Title: x\n\n" + "_a*b" * 40_000)
    reader = Reader(content.report().root)
    reader.read()
    began = time.process_time()
    with pytest.raises(ContentErrors, match="takes longer than"):
        read_prose(content.root / "pages", seconds=reader.left)
    assert time.process_time() - began < 6
    for number in range(5):
        content.report(f"r{number}", ar="_a*b" * 40_000)
    with pytest.raises(ContentErrors):
        reader.read()
    assert reader.left == timeout.AGAIN


def test_very_many_errors_are_told_in_time_that_grows_with_them(content: Content, capfd: pytest.CaptureFixture) -> None:
    content.report(ar="redacted [" * 20_000)
    began = time.process_time()
    assert main(["check", "--all", f"--content={content.root}"]) == 1
    assert time.process_time() - began < 20
    assert capfd.readouterr().err.count("ar.md:") > 20_000


@pytest.mark.parametrize("workers", ["1", "2"])
def test_making_pages_ends_too(workers: str, content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of 50 places has a page with all of 300 events, and each event names all of the places."""
    content.registry(places="\n".join(f"p{i}: {{name: {{ar: م, en: P}}, kind: village}}" for i in range(50)))
    where = ", ".join(f"p{i}" for i in range(50))
    events = "".join(f"  e{i}: {{type: shelling, when: 2016-10, where: [{where}]}}\n" for i in range(300))
    content.report(record=f"events:\n{events}", ar=" ".join(f"[ق]{{.e{i}}}" for i in range(300)))
    monkeypatch.setattr("reports.folders.MAKING", 0.0)
    monkeypatch.setattr("reports.folders.EACH_PAGE", 0.002)
    began = time.process_time()
    with pytest.raises(ContentErrors, match="the pages of this content cannot be made in"):
        build(order(str(content.root), str(tmp_path / "output"), workers=workers))
    assert time.process_time() - began < 15
    assert not (tmp_path / "output").exists()


_PAGE = Renderer.page


def _slow(self: Renderer, planned: Planned) -> tuple[str, Mapping[str, bytes], Preview | None]:
    until = time.process_time() + 0.2
    while time.process_time() < until:
        pass
    return _PAGE(self, planned)


def _endless(*_: object) -> NoReturn:
    until = time.process_time() + 30
    while time.process_time() < until:
        pass
    raise AssertionError("nobody stopped it")


def _told_of_pages(page: Callable[..., object], seconds: float, content: Path, output: Path, workers: str) -> str:
    """What is told of a site whose pages take so long; to be called in a process of its own."""
    Renderer.page = page  # type: ignore[method-assign,assignment]
    briefings.build.time_to_make = lambda content, pages: seconds
    try:
        build(order(str(content), str(output), workers=workers))
    except ContentErrors as errors:
        return str(errors)
    return ""


def _in_a_process_of_its_own(function: Callable[..., str], *given: object) -> str:
    """What a function returns in a process that has no other threads: those that it forks are as it is."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as executor:
        return executor.submit(function, *given).result()


def test_what_other_processes_take_counts_together(content: Content, tmp_path: Path) -> None:
    """Pages that take little each may not add up."""
    root = content.report().root
    told = _in_a_process_of_its_own(_told_of_pages, _slow, 4.0, root, tmp_path / "output", "2")
    assert "the pages of this content cannot be made in 4 seconds" in told


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_page_that_never_ends_ends_too(workers: str, content: Content, tmp_path: Path) -> None:
    """In whichever process it is made."""
    root, began = content.report().root, time.monotonic()
    told = _in_a_process_of_its_own(_told_of_pages, _endless, 6.0, root, tmp_path / "output", workers)
    assert "the pages of this content cannot be made in 6 seconds" in told
    assert time.monotonic() - began < 60


def test_very_many_acknowledgements_take_little(content: Content) -> None:
    """20,000 lines that acknowledge something against 10,000 warnings: none is looked for among all others."""
    for number in range(20):
        looked_at = "".join(f"- unknown-footnote z{i}\n" for i in range(1_000))
        content.report(f"r{number}", record=f"acknowledged:\n{looked_at}", ar=" ".join(f"[^{i}]" for i in range(500)))
    began = time.process_time()
    assert len(content.read().warnings) > 10_000
    assert time.process_time() - began < 10


def test_what_a_message_may_not_quote_takes_no_time_of_its_own(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is redacted is read again to be left out of messages. Where that takes too long, nothing is quoted."""
    monkeypatch.setattr("reports.openly.PATIENCE", 0.02)
    content.report(ar=" ".join(f"[زمر{i} عبد{i}]{{.redacted}}" for i in range(2_000)) + "\n\n[حلب]{.nobody}")
    assert [problem.message for problem in problems(content, 10)] == ["unknown id `…`"]


def test_counting_ends_too(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of many claims of one event is held against the others: that has a time, for all of the content."""
    said = "".join(
        f"  c{i}: {{by: witness, about: e, as-of: 2016-10-04T{i % 24:02d}:{i // 24:02d}, casualties: [{{killed: {i}, part: p{i}, of: army}}]}}\n"
        for i in range(600)
    )
    content.report(
        record="events: {e: {type: shelling, when: 2016}}\nclaims:\n" + said,
        ar="[x]{.e} " + " ".join(f"[c]{{.c{i}}}" for i in range(600)),
    )
    reader = Reader(content.root)
    findings = Findings(reader.read())
    monkeypatch.setattr(reader, "left", 0.0)
    monkeypatch.setattr("reports.reading.WHOLE", 1.0)
    with pytest.raises(ContentErrors, match="cannot be added up in"), reader.counting():
        findings.count()


#: Numbers of more digits than Python turns into one, as they are and as codes of characters.
ENDLESS = [digits % ("1" * 5000) for digits in ("%s", "&#%s;", "&#x%s;", "&#%s", "%%26%%23%s;", "&amp;#%s;")]
DIGITS_TOO = {
    "a figure": in_record("events: {e: {type: siege, when: 2016-10-01}}\nclaims:", "cNUMBER: {event: e, killed: PAYLOAD, says: outlet}"),
    "a day": in_record("events:", "eNUMBER: {type: siege, when: PAYLOAD}"),
    "a point": in_registry("places", "name: {ar: ن, en: N}, kind: city, point: [PAYLOAD, 37]"),
    "a dossier": lambda content, strings: content.dossier(ar=f"نص {strings[0]} [نص](<{strings[0]}>)"),
    "a page": lambda content, strings: content.write("pages/about/ar.md", f"Title: عنوان\n\n[نص](<{strings[0]}>)\n"),
    "a key": in_record("events:", "PAYLOAD: {type: siege, when: 2016-10-01}"),
}  # fmt: skip


@pytest.mark.parametrize("place", FIELDS | DIGITS_TOO)
def test_a_number_without_end_is_told_or_is_words(place: str, tmp_path: Path) -> None:
    """In everything that takes words or numbers."""
    for number, string in enumerate([*ENDLESS, "&#" + "0" * 5000 + "65;"]):
        content = Content(tmp_path / f"{number}")
        content.report("other")
        (FIELDS | DIGITS_TOO)[place](content, [string])
        for problem in problems(content):
            assert (problem.line > 0, problem.column > 0, len(problem.message) < 100_000) == (True, True, True)
