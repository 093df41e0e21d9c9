"""The schemas of a content's files say the same as the readers: what these accept is valid, what is told is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from reports import fields, messages, model
from reports.json_schema import FILES, schema_of
from reports.problems import Problems
from reports.record import read_record
from reports.registry import read_registry
from tests.helpers.core_yaml import load

ROOT = Path(__file__).resolve().parents[3]
SCHEMAS = {file.title.rpartition("/")[2]: schema_of(file) for file in FILES}
#: Content that has no errors: our own, the invented site of the tests, and that of worked examples.
OURS = [
    path
    for folder in (ROOT / "content", ROOT / "tests" / "golden" / "content", *ROOT.glob("../shared/trials/*/"))
    if folder.name != "attack"
    for path in sorted(folder.rglob("*.yaml"))
    if path.name in SCHEMAS
]


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(SCHEMAS[name])


def faults(name: str, text: str) -> list[str]:
    return [error.message for error in validator(name).iter_errors(load(text))]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.slow
def test_every_file_without_errors_is_valid() -> None:
    assert len(OURS) > 20
    found = {str(path): faults(path.name, path.read_text("utf-8")) for path in OURS}
    assert {path: said for path, said in found.items() if said} == {}


EXAMPLES = re.compile(
    r"<!-- (?P<tag>\w+): content/(?P<path>\S+\.yaml) -->\n```yaml\n(?P<text>.*?)```(?P<after>.*?)(?=<!--|\Z)", re.DOTALL
)


def examples(*tags: str) -> Iterator[tuple[str, str, str]]:
    """The examples of the documentation: the name of the file, the whole of it, and what the page says after it."""
    for page in sorted((ROOT / "docs").rglob("*.md")):
        for match in EXAMPLES.finditer(page.read_text("utf-8")):
            name = match["path"].rpartition("/")[2]
            if match["tag"] in tags and name in SCHEMAS:
                begins = name == "record.yaml" and "publish" not in match["text"].partition("\n")[0]
                beginning = "published: 2016-10-06\npublisher: daily-paper\n" if begins else ""
                yield name, beginning + match["text"], match["after"]


def test_every_example_without_errors_is_valid() -> None:
    found = [(text, faults(name, text)) for name, text, _ in examples("file", "part", "add", "warning")]
    assert len(found) > 50
    assert [(text, said) for text, said in found if said] == []


#: What is wrong with a value or a key, wherever it stands: the schemas know as well.
TOLD = (
    messages.UNKNOWN_KEY,
    messages.MISSING_KEY,
    messages.MISSING_VALUE,
    messages.UNKNOWN_WORD,
    messages.NO_FLAG,
    messages.NO_MAPPING,
    messages.NO_LIST,
    messages.NO_HASH,
    messages.EVENT_LACKS,
    messages.DOCUMENT_LACKS,
    messages.ENTRY_WITHOUT_FIGURE,
    messages.KEY_BESIDE_SAME_AS,
    messages.POINT_AND_ACCURACY,
    messages.POINT_OUTSIDE,
    messages.CUMULATIVE_WITHOUT_PERIOD,
    messages.PERIOD_WITHOUT_CUMULATIVE,
    messages.DENIES_WITHOUT_STANCE,
    messages.DENIES_WHAT_WITHOUT_DENIES,
    messages.UNATTRIBUTED_WITH_BY,
)


def test_every_example_with_a_mistake_in_a_key_or_value_is_invalid() -> None:
    patterns = [re.sub(r"%\\\(\w+\\\)s", ".*?", re.escape(template.text)) for template in TOLD]
    wrong: list[list[tuple[str, str]]] = []
    shown: list[tuple[str, str]] = []
    for name, text, after in examples("error"):
        shown.append((name, text))
        if said := after.partition("```text\n")[2].partition("```")[0]:  # of all files that were shown before it
            if any(re.search(pattern, said) for pattern in patterns):
                wrong.append(shown)
            shown = []
    assert len(wrong) > 20
    assert [files for files in wrong if not any(faults(name, text) for name, text in files)] == []


REGISTRY = {
    "places.yaml": "aleppo: {name: {ar: حلب, en: Aleppo}, kind: city}\n",
    "actors.yaml": "army: {name: {ar: الجيش, en: the Army}, kind: state-forces}\n",
    "sources.yaml": "paper: {name: {ar: الصحيفة, en: The Paper}, kind: newspaper}\n",
}

#: Values of a field of each kind: those that are right, and those that are not.
VALUES: dict[str, tuple[list[str], list[str]]] = {
    "date": (
        "2016 2016-10 2016-10-04 2016-10-04~ 201X 20XX 2016-XX 2016-10-XX 2016-21 2016-09/2016-10-04 2016-09/.. "
        "../2016 2016-09~/2016-10-04 2016-10-04T22:30 2016-10-04T22:30:15+03:00 /2016 2016/".split(),
        "4.10.2016 2016-13 2016-10-4 16-10 yesterday 2016-10-04T25:00 [2016] {} '' 2016//2017".split(),
    ),
    "figure": (
        "0 10 ~20 400+ ~170+ 5-7 ..100 tens dozens hundreds thousands some".split(),
        "-1 ten 5..7 ~~20 1,000 +5x [5] {} '' 10000000000 ~some 3.5".split(),
    ),
    "url": (
        ["https://example.org/a", "http://example.org"],
        ["example.org", "ftp://example.org", "javascript:x", "''", "[]"],
    ),
    "flag": (["true", "false", "True"], ["yes", "1", "''", "[true]", "maybe"]),
    "sha256": (["a" * 64, "0" * 63 + "F"], ["a" * 63, "x" * 64, "''"]),
    "words": (["{ar: كلام}", "{ar: كلام, en: words}"], ["كلام", "{de: Wort}", "[]", "{ar: ''}"]),
    "point": (["[36.1, 37.1]", "[-90, 180]"], ["[91, 0]", "[1]", "[1, 2, 3]", "['x', 1]", "36"]),
}


def read_alone(kind: str, value: str, folder: Path) -> bool:
    """Whether the reader of records has nothing against a value of that kind."""
    folder.joinpath("registry").mkdir(exist_ok=True)
    for name, text in REGISTRY.items():
        folder.joinpath("registry", name).write_text(text, "utf-8")
    problems = Problems()
    registry = read_registry(folder / "registry", problems)
    path = folder / "record.yaml"
    path.write_text(record_with(kind, value), "utf-8")
    read_record(path, "a-report", registry, problems)
    return not problems.errors


def record_with(kind: str, value: str) -> str:
    key = {
        "date": "as-of", "figure": "casualties", "url": "url", "flag": "first-count", "sha256": "sha256", "words": "weapon",
        "point": "point",
    }[kind]  # fmt: skip
    line = f"[{{killed: {value}}}]" if kind == "figure" else value
    more = {"as-of": "claim", "casualties": "claim", "first-count": "claim", "weapon": "event", "point": "event"}
    event = {"type": "shelling", "when": "2016"} | ({key: line} if more.get(key) == "event" else {})
    event |= {"accuracy": "street"} if key == "point" else {}
    claim = {"about": "a-shelling"} | ({key: line} if more.get(key) == "claim" else {})
    lines = ["published: 2016", "publisher: paper"] + ([] if key in more else [f"{key}: {line}"])
    for name, id, of in (("events", "a-shelling", event), ("claims", "a-claim", claim)):
        lines += [f"{name}:", f"  {id}:", *(f"    {one}: {what}" for one, what in of.items())]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("kind", VALUES)
def test_a_value_is_valid_where_the_reader_takes_it_and_nowhere_else(kind: str, tmp_path: Path) -> None:
    right, wrong = VALUES[kind]
    for values, is_right in ((right, True), (wrong, False)):
        taken = {value: read_alone(kind, value, tmp_path) for value in values}
        valid = {value: not faults("record.yaml", record_with(kind, value)) for value in values}
        assert taken == dict.fromkeys(values, is_right)
        assert valid == taken


def tables() -> Iterator[tuple[str, fields.Table]]:
    for name, table in vars(fields).items():
        if name.isupper() and isinstance(table, tuple) and table and isinstance(table[0], fields.Field):
            yield name, table


def test_every_key_is_explained_and_every_word_offered() -> None:
    """What an editor shows beside a key, and which words it offers."""
    for name, table in tables():
        assert len({field.what for field in table}) == len(table), name
        assert all(field.what[0].isupper() and not field.what.endswith(".") for field in table)
    event = SCHEMAS["record.yaml"]["properties"]["events"]["additionalProperties"]["properties"]
    assert event["type"]["anyOf"][0]["enum"] == list(model.EVENT_TYPES)
    assert event["grade"] == {
        "description": "How sure the editors are of it; what is discounted is not counted",
        "enum": list(model.GRADES),
    }


def test_the_readers_know_the_keys_of_the_tables_and_no_others(tmp_path: Path) -> None:
    """A key that only one of them had would be told, or would be offered in vain."""
    for table, wrong in ((fields.EVENT, "events: {x: {%s: }}"), (fields.CLAIM, "claims: {x: {%s: }}")):
        for key in (*fields.keys(table), "no-such-key"):
            told = Problems()
            path = tmp_path / "record.yaml"
            path.write_text("published: 2016\npublisher: paper\n" + wrong % key, "utf-8")
            read_record(path, "a-report", read_registry(tmp_path, told), told)
            known = [problem for problem in told.errors if problem.what.code == messages.UNKNOWN_KEY.code]
            assert bool(known) == (key == "no-such-key"), key
