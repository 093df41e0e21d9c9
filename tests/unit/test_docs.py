"""What the documentation shows works as it stands there.

A comment before a block of code says what the block is; a reader of the page does not see it:

    <!-- file: content/… -->      a whole file
    <!-- add: content/… -->       lines to put at the end of a file that the page has shown
    <!-- part: content/… -->      a file without its beginning: the header of a text, the first two lines of a record
    <!-- error: content/… -->     the same, in a report with errors; the next ```text block has all of them
    <!-- warning: content/… -->   the same, with warnings

    <!-- change: content/…: this → that -->   before a ```text block: what is said after that change in a file

All files of a page are one content folder. A page that shows no registry uses the one of registry.md. A record whose
text the page does not show gets one that marks all its events and claims, a dossier one without marks. Comments before tables are in the tests.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml

from bilingual import Voice, cldr, load_voices
from briefings.exports import EVENT_FORMATS, FORMATS, REPORT_FORMATS
from findings import Findings, Range
from reports import ContentErrors, Problem, Site, fields, messages, model, read_site, settings
from reports.edtf import parse_date
from reports.figure_notation import VAGUE, parse_figure

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = {path.relative_to(DOCS).as_posix(): path.read_text("utf-8") for path in sorted(DOCS.rglob("*.md"))}
THEME = ROOT / "themes" / "briefing"

BLOCK = re.compile(
    r"(?:<!-- (?P<tag>file|add|part|error|warning): content/(?P<path>\S+) -->\n)?"
    r"```(?P<kind>\w+)\n(?P<text>.*?)```$",
    re.DOTALL | re.MULTILINE,
)
BEGINNINGS = {
    "ar.md": "Title: مثال\n\n",
    "en.md": "Title: An example\n\n",
    "record.yaml": "published: 2016-10-06\npublisher: daily-paper\n",
}


def blocks(page: str, end: int | None = None) -> Iterator[tuple[str, str, str, str]]:
    """The blocks of code of a page, or of its beginning: tag, path below content/, language, and text."""
    for match in BLOCK.finditer(PAGES[page][:end]):
        yield match["tag"] or "", match["path"] or "", match["kind"], match["text"]


def whole(path: str, text: str) -> str:
    """A file with the beginning that the page leaves out."""
    name = path.rpartition("/")[2]
    begins = re.match(r"publish\w+:|(?:Title|Summary|Status|Translator):", text)
    return text if begins else BEGINNINGS.get(name, "") + text


def shown_files(page: str, end: int | None = None) -> dict[str, str]:
    """The files of a page, or of its beginning, by their path below content/; those with mistakes apart."""
    files: dict[str, str] = {}
    for tag, path, _, text in blocks(page, end):
        if tag == "add":
            files[path] += text
        elif tag in ("file", "part"):
            files[path] = whole(path, text) if tag == "part" else text
    if not any(path.startswith("registry/") for path in files):
        files |= REGISTRY
    return files


def write(content: Path, files: dict[str, str]) -> Path:
    """Write files below a content folder, settings that name its sides, and a text for each record that has none."""
    files = dict(files)
    sides = dict.fromkeys(re.findall(r"^  side: ([\w-]+)$", files.get("registry/actors.yaml", ""), re.MULTILINE))
    named = "".join(f"  {side}: {{ar: {side}, en: {side}}}\n" for side in sides)
    files.setdefault("site.yaml", "name: {ar: مثال, en: An example}\n" + (f"sides:\n{named}" if named else ""))
    for path, text in list(files.items()):
        folder, _, name = path.rpartition("/")
        if name == "record.yaml":
            files.setdefault(f"{folder}/ar.md", BEGINNINGS["ar.md"] + marking(text))
        if name in ("ar.md", "en.md") and folder.startswith("reports/"):
            files.setdefault(f"{folder}/record.yaml", BEGINNINGS["record.yaml"])
        if folder.startswith("dossiers/"):
            files.setdefault(f"{folder}/dossier.yaml", "from: 2016\n")
            files.setdefault(f"{folder}/ar.md", BEGINNINGS["ar.md"] + "نص.")
    for path, text in files.items():
        target = content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    return content


def marking(record: str) -> str:
    try:
        values = yaml.load(record, yaml.BaseLoader)
        ids = [id for kind in ("events", "claims") for id in values.get(kind) or ()]
    except (yaml.YAMLError, AttributeError):
        ids = []
    return "\n\n".join(f"[كلام]{{.{id}}}" for id in ids) or "نص."


REGISTRY: dict[str, str] = {}
REGISTRY |= {path: text for path, text in shown_files("authors/registry.md").items() if path.startswith("registry/")}

WITH_FILES = [page for page in PAGES if any(tag in ("file", "part") for tag, *_ in blocks(page))]


def wrong_examples() -> Iterator[object]:
    """The examples with errors or warnings: page, what they are of, their files, and the lines that are said."""
    for page in PAGES:
        files: dict[str, str] = {}
        of = ""
        for tag, path, kind, text in blocks(page):
            if tag in ("error", "warning"):
                of = tag
                files[path] = whole(path, text)
            elif files:
                assert kind == "text", f"{page}: what is said of {list(files)} should follow"
                lines = text.splitlines()
                yield pytest.param(page, of, files, lines, id=f"{page}: {lines[0][:60]}")
                files = {}


@pytest.fixture(scope="module")
def voices() -> dict[str, Voice]:
    return load_voices(THEME / "translations", THEME / "templates", code=[ROOT / "plugins" / "briefings"])


def read(page: str, folder: Path) -> Site:
    return read_site(write(folder / "content", shown_files(page)))


@pytest.mark.parametrize("name", WITH_FILES)
def test_the_examples_of_a_page_have_no_errors_and_no_warnings(name: str, tmp_path: Path) -> None:
    site = read(name, tmp_path)
    # Each example is a site by itself, and several tell of the same invented raid.
    told = [warning for warning in site.warnings if warning.what.code != "same-event"]
    assert list(map(str, told)) == []
    assert site.reports or name in ("authors/registry.md", "publishers.md")


@pytest.mark.parametrize(("name", "of", "files", "lines"), list(wrong_examples()))
def test_an_example_with_a_mistake_is_told_in_these_words(
    name: str, of: str, files: dict[str, str], lines: list[str], tmp_path: Path
) -> None:
    """With its place, where the page shows that: the mistake is then in a file of the page's own."""
    placed = re.match(r"([\w-]+)/(?:registry|reports|dossiers)/", lines[0])
    content = tmp_path / (placed[1] if placed else "content")
    said = problems(write(content, {**(shown_files(name) if placed else REGISTRY), **files}), of)
    texts = map(str if placed else without_place, said)
    assert [text.replace(f"{tmp_path}/", "") for text in texts] == lines


CHANGE = re.compile(r"<!-- change: content/(\S+): (.+?) → (.+?) -->\n```text\n(.*?)```", re.DOTALL)
CHANGES = [(page, match.start(), *match.groups()) for page, text in PAGES.items() for match in CHANGE.finditer(text)]


@pytest.mark.parametrize(("name", "end", "path", "this", "that", "lines"), CHANGES)
def test_a_mistake_made_in_a_file_of_the_page_is_told_in_these_words(
    name: str, end: int, path: str, this: str, that: str, lines: str, tmp_path: Path
) -> None:
    files = shown_files(name, end)
    assert this in files[path]
    files[path] = files[path].replace(this, that)
    said = problems(write(tmp_path / lines.partition("/")[0], files), "error")
    assert [str(problem).replace(f"{tmp_path}/", "") for problem in said] == lines.splitlines()


def problems(content: Path, severity: str) -> list[Problem]:
    try:
        found = read_site(content).warnings
    except ContentErrors as told:
        found = tuple(told.problems)
    return [problem for problem in found if problem.severity == severity]


def without_place(problem: Problem) -> str:
    place = f"{problem.path}:{problem.line}:{problem.column}: "
    return str(problem).removeprefix(place).removeprefix("warning: ")


def message_patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every message of the table by its code, as a pattern in which anything can stand for a value."""
    for code, template in messages.TABLE.items():
        yield code, re.compile(re.sub(r"%\\\(\w+\\\)s", r"[^\n]*?", re.escape(template.text)))


def test_every_message_has_its_place_on_the_page_of_errors() -> None:
    page = PAGES["authors/errors.md"]
    missing = [f"{code}: {pattern.pattern}" for code, pattern in message_patterns() if not pattern.search(page)]
    assert not missing


# Tables


def tables(page: str, tag: str) -> Iterator[tuple[str, list[list[str]]]]:
    """The tables after ``<!-- tag: what -->``: what, and the rows, without head."""
    for match in re.finditer(rf"<!-- {tag}(?:: (\S+))? -->\n((?:\|.*\n)+)", PAGES[page]):
        lines = [re.split(r"(?<!\\)\|", line.strip().strip("|")) for line in match[2].splitlines()]
        rows = [[cell.strip().replace("\\|", "|") for cell in line] for line in lines]
        yield match[1] or "", rows[2:]


def in_words(voice: Voice, range: Range | None) -> str:
    if range is None:
        return voice.range(None, None)
    up_to = range.certainty == VAGUE and range.low == 0
    words = voice.range(range.low, range.high, range.open, range.approximate, up_to=up_to, word=range.word)
    return f"{words}, denied" if range.contested else words


def row_name(voice: Voice, row: str) -> str:
    who, _, side = row.partition(":")
    name = voice.word("including" if who in model.WORDS else "who", who)
    return f"{name}: {side}" if side else name


COUNTING = "authors/counting.md"


@pytest.mark.parametrize(("slug", "rows"), list(tables(COUNTING, "totals")))
def test_a_worked_example_has_the_totals_that_it_says(
    slug: str, rows: list[list[str]], tmp_path: Path, voices: dict[str, Voice]
) -> None:
    """Rows of outcome, who, total, events of which there is only a word, events without a number, separate sources."""
    voice = voices["en"]
    found = [
        [
            voice.word("outcome", total.outcome),
            row_name(voice, total.who),
            in_words(voice, total.range),
            str(len(total.words)),
            str(len(total.uncounted)),
            str(len(total.origins)),
        ]
        for total in Findings(read(COUNTING, tmp_path)).report(slug).totals
    ]
    assert the_same_rows(found, rows, 2) == rows != []


@pytest.mark.parametrize(("slug", "rows"), list(tables(COUNTING, "ranges")))
def test_a_worked_example_has_the_ranges_that_it_says(
    slug: str, rows: list[list[str]], tmp_path: Path, voices: dict[str, Voice]
) -> None:
    """Rows of event, outcome, who, range, separate sources."""
    voice = voices["en"]
    found = [
        [
            f"`{count.event.partition('/')[2]}`",
            voice.word("outcome", count.outcome),
            row_name(voice, name),
            in_words(voice, row.range),
            str(len(row.origins)),
        ]
        for count in Findings(read(COUNTING, tmp_path)).report(slug).counts.values()
        for name, row in count.rows.items()
    ]
    assert the_same_rows(found, rows, 3) == rows != []


def the_same_rows(found: list[list[str]], shown: list[list[str]], of: int) -> list[list[str]]:
    """What is found for the rows that a page shows, which begin with ``of`` cells that tell them apart."""
    by_name = {tuple(row[:of]): row for row in found}
    return [by_name.get(tuple(row[:of]), []) for row in shown]


@pytest.mark.parametrize(("_", "rows"), list(tables("authors/reports.md", "dates")))
def test_a_date_is_read_and_shown_as_the_table_says(_: str, rows: list[list[str]], voices: dict[str, Voice]) -> None:
    """Rows of the date as written, in English, in Arabic, first day and last day."""
    for written, english, arabic, first, last in rows:
        when = parse_date(written.strip("`"))
        bounds = [day.isoformat() if day else "open" for day in (when.earliest, when.latest)]
        assert [voices["en"].date(when), voices["ar"].date(when), *bounds] == [english, arabic, first, last]


@pytest.mark.parametrize(("_", "rows"), list(tables("authors/record.md", "figures")))
def test_a_figure_is_read_and_shown_as_the_table_says(_: str, rows: list[list[str]], voices: dict[str, Voice]) -> None:
    """Rows of the figure as written, low, high, open, approximate, in English, in Arabic."""
    for written, *rest in rows:
        figure = parse_figure(written.strip("`"))
        bounds = ["unknown" if number is None else str(number) for number in (figure.low, figure.high)]
        flags = ["yes" if flag else "" for flag in (figure.open, figure.approximate)]
        assert [*bounds, *flags, voices["en"].figure(figure), voices["ar"].figure(figure)] == rest


def test_every_column_of_every_data_file_is_explained_in_the_words_of_the_data_package() -> None:
    explained = {name: [(row[0].strip("`"), row[1]) for row in rows] for name, rows in tables("data.md", "columns")}
    told = {file.path: [(column.name, column.description) for column in file.columns] for file in FORMATS}
    assert explained == {path: columns for path, columns in told.items() if columns}


def test_every_word_that_a_column_can_hold_is_named() -> None:
    """Those of vocabularies with a page of their own are explained there."""
    rows = {(name, row[0].strip("`")): row[2] for name, table in tables("data.md", "columns") for row in table}
    for file in FORMATS:
        if not file.is_table:
            continue
        for column in file.columns:
            cell = rows[(file.path, column.name)]
            assert cell.startswith(("one of the", "code from")) or all(f"`{word}`" in cell for word in column.choices)


def test_what_a_mark_has_in_the_file_of_a_report_is_explained() -> None:
    ((_, rows),) = tables("data.md", "names")
    assert [(row[0].strip("`"), row[1]) for row in rows] == [
        (column.name, column.description) for file in REPORT_FORMATS for column in file.columns
    ]


def test_every_data_file_has_its_line() -> None:
    named = re.findall(r"^\| \[`([^`]+)`\]\(#", PAGES["data.md"], re.MULTILINE)
    assert sorted(named) == sorted(file.path for file in (*FORMATS, *REPORT_FORMATS, *EVENT_FORMATS))


def test_every_setting_that_is_explained_is_there_and_the_other_way_round() -> None:
    ((_, rows),) = tables("publishers.md", "settings")
    assert [row[0].strip("`") for row in rows] == settings.KEYS
    scope = next(row[1] for row in rows if row[0] == "`scope`")
    assert re.findall(r"`([\w-]+)`", scope) == settings.SCOPE_KEYS


def test_months_are_named_as_the_table_says() -> None:
    rows = re.findall(
        r"^\| (January|August|November) \| (\S.*?) \| (.*?) \| (.*?) \| (.*?) \|$", PAGES["publishers.md"], re.MULTILINE
    )
    assert len(rows) == 3
    for month, levantine, egyptian, maghrebi, both in rows:
        number = ["January", "August", "November"].index(month)
        names = {custom: locale.calendar.months[(0, 7, 10)[number]] for custom, locale in cldr.LOCALES["ar"].items()}
        alone = {"levantine": levantine, "iraqi": levantine, "egyptian": egyptian, "maghrebi": maghrebi}
        assert names == {**alone, "levantine-egyptian": both}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("authors/record.md", model.EVENT_TYPES),
        ("authors/record.md", model.GRADES),
        ("authors/record.md", model.OUTCOMES),
        ("authors/record.md", model.UNITS),
        ("authors/record.md", model.TARGETS),
        ("authors/record.md", model.ACCURACIES),
        ("authors/record.md", model.DENIED),
        ("authors/record.md", model.WHO),
        ("authors/record.md", model.PARTS),
        ("authors/record.md", model.SCOPES),
        ("authors/record.md", model.STANCES),
        ("authors/record.md", model.QUOTES),
        ("authors/record.md", (*model.IDENTIFIED, model.UNATTRIBUTED)),
        ("authors/record.md", (*model.RELIABILITY, *model.CREDIBILITY)),
        ("authors/registry.md", model.PLACE_KINDS),
        ("authors/registry.md", model.ACTOR_KINDS),
        ("authors/registry.md", model.SOURCE_KINDS),
        ("authors/registry.md", model.IDENTIFIED),
    ],
)
def test_every_word_of_a_vocabulary_is_explained(name: str, words: Iterable[str]) -> None:
    assert [word for word in words if f"`{word}`" not in PAGES[name]] == []


# Paths and links


def test_every_link_leads_to_a_file_and_a_heading_that_are_there() -> None:
    broken = []
    for page, text in PAGES.items():
        for there in re.findall(r"\]\((?!https?:|mailto:)([^)\s]+)\)", prose(text)):
            path, _, heading = there.partition("#")
            target = (DOCS / page).parent / path if path else DOCS / page
            if target.is_dir():
                target /= "README.md"
            if not target.exists() or (heading and heading not in headings(target.read_text("utf-8"))):
                broken.append(f"{page}: {there}")
    assert not broken


def prose(text: str) -> str:
    """A page without its code."""
    return re.sub(r"`[^`\n]+`", "", re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE))


def headings(text: str) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    found = re.findall(r"^#+ (.+)$", re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


def test_every_file_of_the_project_that_is_named_is_there() -> None:
    named = {
        name.rstrip("/")
        for text in PAGES.values()
        for name in re.findall(r"`((?:plugins|themes|tests|requirements|\.ci)/[\w./-]*)`", text)
    }
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_every_module_has_its_line() -> None:
    page = PAGES["maintainers.md"]
    for room in ("words", "reports", "findings", "bilingual", "briefings", "authoring", "command", "inspection"):
        section = page.partition(f"\n### {room}\n")[2].partition("\n### ")[0]
        lines = re.findall(r"^\| (`.+?`) \|", section, re.MULTILINE)
        named = [word for line in lines for word in re.findall(r"`([\w/]+)`", line)]
        folder = ROOT / "plugins" / room
        files = [path.relative_to(folder).with_suffix("") for path in folder.rglob("[!_]*.py")]
        modules = [path.as_posix() for path in files if path.parts[0] != "sandbox"]
        assert sorted(named) == sorted(modules)


@pytest.mark.slow
def test_the_first_page_can_be_built_from_an_empty_folder(tmp_path: Path) -> None:
    content = write(tmp_path / "our-content", shown_files("authors/README.md"))
    output = tmp_path / "site"
    command = [sys.executable, "-m", "command", "build", "--content", str(content), "--output", str(output)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (slug,) = [folder.name for folder in (content / "reports").iterdir()]
    for lang in ("ar", "en"):
        page = (output / lang / "briefings" / slug / "index.html").read_text("utf-8")
        for id in ("people-killed", "nobody-killed"):
            assert f'data-ref="{id}"' in page
    for words in ("0 to 6 people killed", "0 to about 30 people injured", "the Army spokesman denies the number: "):
        assert f">{words}<" in page


def test_the_page_to_print_has_every_word_and_every_key_that_most_reports_need() -> None:
    """And is short enough to be one page."""
    page = PAGES["authors/cheatsheet.md"]
    words = {word for cell in re.findall(r"[^|\n]+", page) for word in re.findall(r"[a-z][a-z-]+", cell)}
    vocabularies = (
        model.EVENT_TYPES, model.TARGETS, model.ACCURACIES, model.GRADES, model.OUTCOMES, model.UNITS, model.WHO, model.PARTS,
        model.STANCES, model.DENIED, model.QUOTES, (*model.IDENTIFIED, model.UNATTRIBUTED), model.PLACE_KINDS, model.ACTOR_KINDS,
        model.SOURCE_KINDS,
    )  # fmt: skip
    assert [word for vocabulary in vocabularies for word in vocabulary if word not in words] == []
    rare = {"provisional", "code", "former", "note", "title", "reliability", "credibility", "acknowledged"}
    tables = (fields.EVENT, fields.CLAIM, fields.CASUALTIES, fields.PLACE, fields.ACTOR, fields.SOURCE)
    keys = {key for table in tables for key in fields.keys(table)} - rare
    assert sorted(key for key in keys if not re.search(rf"(?<![\w-]){key}(?![\w-])", page)) == []
    assert len(page.splitlines()) < 120
