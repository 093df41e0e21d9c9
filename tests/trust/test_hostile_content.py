"""Content from somebody who wishes the readers ill: it is refused with its place, or shown as the text that it is."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from contextlib import suppress
from html import escape
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefings.exports.csv_text import cell
from command.building import build, order
from command.listing import told as told_problems
from reports import ContentErrors, messages, read_site
from reports.problems import Problem
from reports.timeout import TimedOut, time_limit
from reports.web import is_web_address
from tests.helpers.content import Content
from tests.helpers.search import documents_of
from tests.hostile.clean import FORMULA, NUMBER, of_fragment, of_row, scan

pytestmark = pytest.mark.slow

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"

#: What people put into fields to see what a program makes of it: one of each kind.
PAYLOADS = (
    "<script>alert(1)</script>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
    "</title><script>alert(1)</script>", "</textarea><svg onload=alert(1)>", "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>", "</script><script>alert(1)</script>", "<!--<script>", "<img src=//other.example/a.png>",
    "<iframe srcdoc='<script>alert(1)</script>'>", "<object data=data:text/html,x>", "<embed src=x>", "<base href=//x>",
    "<meta http-equiv=refresh content='0;url=javascript:x'>", "<link rel=stylesheet href=//other.example/a.css>",
    "<style>@import '//other.example/a.css'</style>", "<p style='background:url(//other.example)'>x</p>",
    "<form action=//other.example><input name=a>", "<a href=javascript:alert(1)>x</a>", "<a href='java\nscript:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>", "<a href=' javascript:alert(1)'>x</a>", "<a href=\"data:text/html,x\">x</a>",
    "<a href=vbscript:x>x</a>", "<math><mtext><mglyph><style><img src=x onerror=alert(1)>", "<svg><style><img src=x onerror=alert(1)></style>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "<template><script>alert(1)</script></template>",
    "<details open ontoggle=alert(1)>x</details>", "<video><source onerror=alert(1)></video>", "<b id=main>x</b>", "<p id=ar_raid>x</p>",
    "<form id=main name=getElementById>", "<a class=number-badge data-ref=raid>9</a>", "<bdo dir=rtl>12</bdo>",
    "{{ 7*7 }}", "{% include '/etc/passwd' %}", "${7*7}", "%(name)s %s %d", "{0} {number}", "#{7*7}", "../../../etc/passwd",
    "=1+1", "=HYPERLINK(\"http://other.example\";\"x\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "＝1+1", "x;=1+1",
    "__proto__", "constructor", "null", "undefined", "NaN", "true", "' OR '1'='1", "; rm -rf /", "`id`", "$(id)",
)  # fmt: skip


def quoted(text: str) -> str:
    """A text as YAML in double quotes."""
    return json.dumps(text, ensure_ascii=True)


def write(root: Path) -> Content:
    """A content in which every payload stands in every field that takes text."""
    content = Content(root)
    places, actors, sources, events, claims, corrections, body = "", "", "", "", "", "", ""
    for number, payload in enumerate(PAYLOADS):
        name = quoted(payload)
        places += f"p{number}: {{name: {{ar: {name}, en: {name}}}, aliases: {{ar: [{name}]}}, kind: city, within: aleppo, ids: {{geonames: {name}, wikidata: {name}, pcode: {name}}}}}\n"
        actors += f"a{number}: {{name: {{ar: {name}, en: {name}}}, aliases: {{en: [{name}]}}, kind: rebel-group, side: opposition}}\n"
        sources += f"s{number}: {{name: {{ar: {name}, en: {name}}}, aliases: {{ar: [{name}]}}, kind: person, role: {{ar: {name}, en: {name}}}, speaks-for: a{number}}}\n"
        events += f"  e{number}: {{type: shelling, when: 2016-10-04, where: p{number}, actors: [a{number}], title: {{ar: {name}, en: {name}}}}}\n"
        claims += f"  c{number}: {{by: s{number}, via: outlet, about: e{number}, casualties: [{{killed: 3, of: a{number}, blames: a{number}}}]}}\n"
        corrections += f"  - {{on: 2016-10-06, ar: {name}, en: {name}}}\n"
        said = re.sub(r"([\\`*_{}\[\]()#+.!-])", r"\\\1", escape(payload.replace("\n", " "), quote=False))
        sic = payload.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
        body += f'قال [x {said}]{{.s{number}}} إن [x {said}]{{.c{number} sic="{sic}"}} في [x {said}]{{.e{number}}}.\n\n'
    content.registry(places=places, actors=actors, sources=sources)
    header = f"Title: {PAYLOADS[1]}\nSummary: {PAYLOADS[4]} {PAYLOADS[8]}\nTranslator: {PAYLOADS[2]}\n\n"
    record = f"events:\n{events}claims:\n{claims}corrections:\n{corrections}"
    content.report(record=record, ar=header + body, en=header + body)
    content.dossier(ar=header + "نص", en=header + "Text")
    return content


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    build(order(str(write(folder).root), str(folder / "site"), "https://site.example"))
    return folder / "site"


def test_what_a_text_says_is_text_wherever_it_stands(site: Path) -> None:
    """In every field of header, text, record and registry, on pages, in tables, feeds, data and the search."""
    assert scan(site) == []
    page = (site / "en" / "briefings" / "r" / "index.html").read_text("utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page, "it is shown"
    assert "{{ 7*7 }}" in page
    assert "49" not in re.sub("<[^>]*>", "", (site / "en" / "actors" / "a37" / "index.html").read_text("utf-8"))


def test_the_search_index_is_data(site: Path) -> None:
    assert documents_of(site)
    for file in (site / "theme" / "search").glob("*-*.js"):
        told = re.fullmatch(r'"use strict";\nisnadSearch\.pieces\["[a-z-]+-\d+"\] = (.+);\n', file.read_text("utf-8"))
        assert told, file.name
        assert json.loads(told[1])


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_in_a_text_is_nothing_or_refused(payload: str, tmp_path: Path) -> None:
    """Unescaped, as raw HTML and as Markdown: what is left is on the allow-list."""
    content = Content(tmp_path).report(ar=f"نص.\n\n{payload}\n\nنص {payload} نص [x]({payload.split(' ')[0]}).")
    try:
        rows = "".join(row for report in read_site(content.root).reports for row in report.texts["ar"].rows)
    except ContentErrors:
        assert all(problem.line for problem in content.errors())
        return
    assert of_row(rows) == []
    assert not re.search(r"<(?:bdo|form|input|script|svg|img)\b|data-ref|\bid=", rows)


@pytest.mark.parametrize(
    ("piece", "told"),
    [
        ("<script>x</script>", "holds a script"), ("<p onclick=x>", "has onclick"), ("<p style=x>", "has style"),
        ("<iframe></iframe>", "has <iframe>"), ("<a href='javascript:x'>", "leads to"), ("<a href='//x'>", "odd address"),
        ("<img src='https://x/'>", "loads"), ("<p id=a></p><p id=a></p>", "stands twice"), ("<bdo>x</bdo>", "has <bdo>"),
        ("<script type='application/json'>{</script>", "JSON that is none"), ("\u202e", "a hiding character"),
    ],
)  # fmt: skip
def test_the_look_at_pages_finds_what_is_there(piece: str, told: str) -> None:
    assert any(told in fault for fault in of_fragment(piece)), of_fragment(piece)


# Addresses

NONE = (
    "javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//other.example", "https:other.example",
    "http:///x", "https://", "https://[", "https://[::1", "https://a:99999999/", "https://a:b/", "https://.", "https://a..b/",
    "https://%", "https://user@other.example/", "https://user:pw@good.example@evil.example/", "https://аpple.com/",
    "https://a\u202eb.example/", "https://a.example/\u061c", "https://a.example/<b>", "https://a.example/\"x", "https://a b/",
    "https://a.example/\\x", "https://-a.example/", "https://a_.example-/", "ftp://a.example", "",
    # Of the reader's own machine or network, however it is written.
    "https://127.0.0.1/x", "https://[::1]/x", "https://localhost/", "http://localhost:8000/x", "https://a.localhost./", "http://192.168.1.1/reboot?",
    "http://10.1.2.3/", "http://169.254.169.254/latest", "https://[fe80::1]/", "https://[::ffff:127.0.0.1]/", "http://2130706433/", "http://127.1/",
    "http://0x7f.0.0.1/", "http://0x7f000001/", "http://0177.0.0.1/", "http://1.2.3.4.5/", "http://router/", "http://printer.local/", "http://nas.lan/",
)  # fmt: skip
GOOD = (
    "https://a.example", "http://a.example/", "https://A.Example:8443/x?y=z#w", "https://موقع.example/خبر", "https://[2606:4700::1]/x",
    "https://93.184.215.14/x", "https://localhost.example/", "https://10.0.0.1.example/", "https://a.example/%D8%AE", "https://xn--mgbai9azgqp6j.example/", "https://münchen.example/", "https://a-b.example./",
)  # fmt: skip


@pytest.mark.parametrize("address", NONE)
def test_addresses_that_are_none(address: str, tmp_path: Path) -> None:
    """In a record, in the registry and in a text."""
    assert not is_web_address(address)
    if not address.strip():
        return
    record = Content(tmp_path / "a").report(
        record=f"published: 2016-10-05\npublisher: outlet\nurl: {quoted(address)}\n"
    )
    assert record.errors()
    registry = Content(tmp_path / "b").registry(
        sources=f"u: {{name: {{ar: ن, en: u}}, kind: person, url: {quoted(address)}}}\n"
    )
    assert registry.report().errors()
    link = Content(tmp_path / "c").report(ar=f"نص [x](<{address}>) نص.")
    try:
        rows = "".join(link.one().texts["ar"].rows)
    except ContentErrors:
        return
    assert "<a" not in rows


@pytest.mark.parametrize("address", GOOD)
def test_addresses_that_lead_somewhere(address: str) -> None:
    assert is_web_address(address)


def test_a_shown_address_hides_nothing(tmp_path: Path) -> None:
    """Codes are shown as letters where they stand for letters, and as codes where they would hide something."""
    address = "https://a.example/%D8%AE/%E2%80%AEfdp.exe%00"
    content = Content(tmp_path).report(record=f"published: 2016-10-05\npublisher: outlet\nurl: {address}\n")
    build(order(str(content.root), str(tmp_path / "site")))
    page = (tmp_path / "site" / "en" / "briefings" / "r" / "index.html").read_text("utf-8")
    assert address in page
    assert scan(tmp_path / "site") == []


# Files


@pytest.mark.parametrize(
    "name",
    [
        "reports/r/en.md",
        "reports/linked",
        "registry/actors.yaml",
        "pages/about",
        "pages/about/ar.md",
        "dossiers/d",
        "reports/r/loop",
    ],
)
@pytest.mark.parametrize("target", ["/etc/passwd", "secret.md", "nowhere", "."])
def test_links_in_the_content_are_refused(content: Content, tmp_path: Path, name: str, target: str) -> None:
    """Wherever they lead, and also where they lead nowhere."""
    (tmp_path / "secret.md").write_text("Title: Secret\n\nWords of a file outside.\n", "utf-8")
    content.report()
    path = content.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.symlink_to(tmp_path / target if target == "secret.md" else target)
    told = [problem for problem in content.errors() if problem.path == path and "symbolic link" in problem.message]
    assert len(told) == 1


def test_a_folder_of_reports_that_is_a_link_is_refused(content: Content, tmp_path: Path) -> None:
    content.report()
    (content.root / "reports").rename(tmp_path / "elsewhere")
    (content.root / "reports").symlink_to(tmp_path / "elsewhere")
    assert any("symbolic link" in problem.message for problem in content.errors())


@pytest.mark.parametrize("name", ["ar.md", "en.md", "record.yaml"])
def test_what_is_no_plain_file_is_not_read(content: Content, name: str) -> None:
    """A pipe would wait for ever; a device has no end."""
    content.report(en="Text.")
    path = content.root / "reports" / "r" / name
    path.unlink()
    os.mkfifo(path)
    told = content.errors()
    assert any("no plain file" in problem.message for problem in told if problem.path == path)


@pytest.mark.parametrize(
    "slug", ["..", "a b", "A", "-a", "a/../b", "con", "nul", "lpt1", "a" * 101, "\x1b[31mred", "a\nb"]
)
def test_names_that_are_no_slugs(content: Content, slug: str) -> None:
    if "/" not in slug and slug != "..":
        (content.root / "reports" / slug).mkdir()
        assert ["is no slug" in problem.message for problem in content.errors()] == [True]
    content.report(record=f"events: {{e: {{type: other, when: 2016, same-as: {quoted(slug + '/e')}}}}}")
    assert content.errors()


@pytest.mark.parametrize("id", ["../x", "a/b", "con", "com1", "a" * 101, "A", "a\x00b", "redacted", "-a"])
def test_names_that_are_no_ids(content: Content, id: str) -> None:
    content.registry(places=f"{quoted(id)}: {{name: {{ar: م, en: p}}, kind: city}}\n").report()
    assert content.errors()


def test_messages_cannot_command_a_terminal() -> None:
    told = str(
        Problem(
            Path("a\x1b[2Jb\nc"),
            1,
            1,
            messages.MISSING_IMAGE(messages.DID_YOU_MEAN(word="\x9b31m"), name="no \x07 such \u202e thing"),
        )
    )
    assert told == "a\\x1b[2Jb\\nc:1:1: there is no file `no \\x07 such \\u202e thing`; did you mean `\\x9b31m`?"


def test_messages_show_what_nobody_sees(content: Content) -> None:
    """In the name of a folder, which would otherwise look like another one."""
    (content.root / "reports" / "alep\u200bpo").mkdir()
    (line,) = told_problems(content.errors())
    assert line.endswith(
        "reports/alep\\u200bpo:1:1: `alep\\u200bpo` is no slug; name the folder with a-z, 0-9 and hyphens, a hundred at most"
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("R\u0435uters", "`R\u0435uters` has Cyrillic and Latin letters in one word"),
        ("Al \u0391leppo", "`\u0391leppo` has Greek and Latin letters in one word"),
        ("\U0001d411euters", "`\U0001d411euters` has letters in an unusual form"),
        ("\uff32\uff25\uff35", "has letters in an unusual form"),
        ("Reuters \u0420\u0438\u0430", None), ("\u0420\u0438\u0430", None), ("Café d’Orsay № 5", None), ("H\u2082O", None),
    ],
)  # fmt: skip
def test_names_that_are_made_to_look_like_others_are_told(content: Content, name: str, said: str | None) -> None:
    """A word of two alphabets, or of letters that only mathematicians need; not two words of two alphabets."""
    content.registry(sources=f"new: {{name: {{ar: \u062c\u062f\u064a\u062f, en: {name}}}, kind: newspaper}}\n").report(
        ar="\u0646\u0635."
    )
    warnings = [problem for problem in content.read().warnings if problem.path.name == "sources.yaml"]
    assert [said in problem.message for problem in warnings] == ([True] if said else [])
    content.registry(
        sources=f"new: {{name: {{ar: \u062c\u062f\u064a\u062f, en: New}}, aliases: {{en: [{name}]}}, kind: newspaper}}\n"
    )
    assert bool([problem for problem in content.read().warnings if problem.path.name == "sources.yaml"]) == bool(said)


# Without end


@pytest.mark.parametrize(
    "body",
    [
        "* " * 800 + "a", "\n".join("    " * depth + "* a" for depth in range(250)), ">" * 3000 + "a", "[" * 5000 + "]" * 5000,
        "**a " * 3000, "`" * 5000, "<!-- " * 3000, "[a](" * 1500, "[](" * 1500, "<a " * 3000, "&#" + "1" * 5000 + ";",
        "|a" * 3000 + "\n" + "|-" * 3000, "[^1] " * 600 + "\n\n[^1]: x", "a\n: " * 2000, "*a _b " * 2000, "![" * 3000,
        "[a]: " * 2000, "\\" * 9000, "x" * 500_000, "a\n" * 20_000, "[س]{.aleppo}" * 1000,
    ],
    ids=lambda body: f"{body[:6]!r} {len(body)}",
)  # fmt: skip
def test_a_text_that_never_ends_is_told(content: Content, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """It is read, or refused with its place; within the time that a text may take, and without a traceback."""
    monkeypatch.setattr("reports.timeout.SECONDS", 2.0)
    content.report(ar=f"نص.\n\n{body}\n")
    for problem in content.errors():
        assert (problem.path.name, problem.line > 0) == ("ar.md", True)


def test_a_text_that_takes_too_long_is_told_as_such(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reports.timeout.SECONDS", 0.05)
    content.report(ar="[a](" * 2_000)
    (problem,) = content.errors()
    assert "takes longer than 0.05 seconds" in problem.message


def test_a_text_that_nests_too_deeply_is_told_as_such(content: Content) -> None:
    content.report(ar="* " * 900 + "a")
    (problem,) = content.errors()
    assert "nests too deeply" in problem.message


@pytest.mark.parametrize("key", ["within", "part-of"])
def test_chains_have_an_end(content: Content, key: str) -> None:
    kind, name = ("city", "places") if key == "within" else ("rebel-group", "actors")
    rows = "".join(f"x{i}: {{name: {{ar: م, en: x}}, kind: {kind}, {key}: x{i + 1}}}\n" for i in range(60))
    content.registry(**{name: rows + f"x60: {{name: {{ar: م, en: x}}, kind: {kind}}}\n"}).report()
    told = [problem for problem in content.errors() if "leads on more than 50 times" in problem.message]
    assert told


# What is shown alone


@pytest.mark.parametrize(
    "text",
    [
        "Title: a\u2067b\nSummary: c\u2069\n\nنص", "[a\u2067]{.aleppo} c\u2069", "[a]{.aleppo sic=\"b\u2067\"} c\u2069",
        "|x|y|\n|-|-|\n|\u2067a|b\u2069|", "* \u2067a\n* b\u2069", "# \u2067a\nb\u2069",
    ],
)  # fmt: skip
def test_isolates_end_in_the_piece_of_text_in_which_they_began(content: Content, text: str) -> None:
    content.report(ar=text)
    assert any("isolate" in problem.message for problem in content.errors())


# Tables


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
@example("=1+1")
@example("-2+3")
@example("x;=1+1")
@example("a,\uff1d1")
def test_no_cell_begins_a_formula(text: str) -> None:
    """Nor does any part of a cell that a spreadsheet could take for one of its own; and the words are all there."""
    told = cell(text)
    assert told.replace("'", "") == text.replace("'", "")
    for part in re.split("[;,\t\r\n|]", told):
        assert not FORMULA.match(part) or NUMBER.fullmatch(part) or re.match(r"[+-]?[0-9][0-9.,]*(?:\s|$)", part)


@pytest.mark.parametrize(
    "text",
    [
        "-5",
        "+5",
        "-36.25",
        "36.2,-37.1",
        "400+",
        "2016-10-04",
        "a-b",
        "a=b",
        "~20",
        "",
        "'",
        "x;y",
        "https://a.example/?a=b",
    ],
)
def test_numbers_and_plain_words_stay_as_they_are(text: str) -> None:
    assert cell(text) == text


def work(seconds: float) -> None:
    """Keep the processor busy for so many seconds."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def test_patience_ends_though_its_end_was_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is raised while an object is tidied up is passed over by Python, with a warning."""

    class Tidied:
        def __del__(self) -> None:
            work(0.3)

    def read() -> None:
        with time_limit(0.1):
            Tidied()
            work(5)

    monkeypatch.setattr("reports.timeout.AGAIN", 0.1)
    passed = []
    monkeypatch.setattr("sys.unraisablehook", passed.append)
    with pytest.raises(TimedOut):
        read()
    assert passed


def test_patience_ends_while_something_goes_on() -> None:
    """And not once it has come to its end by itself."""
    began = time.process_time()
    with pytest.raises(TimedOut), time_limit(0.1):
        work(5)
    assert time.process_time() - began < 2


def test_patience_within_patience_takes_none_of_it_away() -> None:
    def wait() -> None:
        with time_limit(0.2):
            with time_limit(5):
                work(0.01)
            work(5)

    with pytest.raises(TimedOut, match=r"0\.2 seconds"):
        wait()


def test_who_waits_within_does_not_take_the_end_of_all_for_their_own() -> None:
    """Many texts that each take as long as they may would else go on for ever, told as texts that take too long."""

    def read() -> None:
        with time_limit(0.3):
            for _ in range(50):
                try:
                    with time_limit(5):
                        work(1)
                except TimedOut:
                    pytest.fail("a text was taken for one that takes too long")

    began = time.process_time()
    with pytest.raises(TimedOut, match=r"0\.3 seconds"):
        read()
    assert time.process_time() - began < 1


#: A process, without threads, forks one that has worked for longer than it itself may.
FORKED = """
import os, time
from reports.timeout import time_limit

with time_limit(100):
    if not (process := os.fork()):
        now = time.process_time()
        time.process_time = lambda: now + 1_000
        with time_limit(5):
            for _ in range(20_000_000):
                pass
        os._exit(0)
    _, status = os.waitpid(process, 0)
print(os.waitstatus_to_exitcode(status))
"""


def test_a_forked_process_does_not_wait_by_the_clock_of_another() -> None:
    """It may have worked for longer than the one that it came from."""
    environment = {**os.environ, "PYTHONPATH": str(PLUGINS)}
    done = subprocess.run([sys.executable, "-c", FORKED], env=environment, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_an_end_that_was_passed_over_to_the_last_is_one() -> None:
    def read() -> None:
        with time_limit(0.1), suppress(BaseException):
            work(0.5)

    with pytest.raises(TimedOut, match=r"0\.1 seconds"):
        read()


def test_of_two_who_wait_the_one_that_ends_first_ends() -> None:
    """Also where there is one within both."""

    def read() -> None:
        with time_limit(5), time_limit(0.2), time_limit(3):
            work(10)

    with pytest.raises(TimedOut, match=r"0\.2 seconds"):
        read()
    with time_limit(1):
        work(0.3)
