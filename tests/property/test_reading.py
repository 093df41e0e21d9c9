"""Whatever stands in the files, it is read or refused with positions; and no secret changes what is published."""

import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from reports import ContentErrors, read_site
from tests.helpers.content import HEADER, RECORD, Content
from tests.property.strategies import Marked, marked, texts

_WORDS = (
    "published publisher events claims type when where actors grade same-as title by via identified stance "
    "denies quote about casualties killed injured who of including blames scope period corrections on ar en "
    "name kind within point aleppo army outlet raid a/raid 2016 2016-10-04 some 400+ shelling cumulative "
    "denies unattributed null ~ true name: kind: events: claims: "
).split()
_values = st.recursive(
    st.one_of(st.sampled_from(_WORDS), st.text(max_size=6), st.none(), st.integers(), st.booleans(), st.floats()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.one_of(st.sampled_from(_WORDS), st.text(max_size=3)), inner, max_size=5),
    ),
    max_leaves=20,
)
_syntax = st.lists(
    st.one_of(
        st.sampled_from(
            [*_WORDS, *"{}[],:-?#&*!|>'\"%@`", "\n", "\n  ", ": ", "- ", "\\u", "\t", "---", "\x00", "\x85"]
        )
    ),
    max_size=40,
).map("".join)

#: What can stand in a YAML file: well-formed values of any shape, and heaps of syntax.
yaml_texts = st.one_of(
    _values.map(lambda value: yaml.safe_dump(value, allow_unicode=True)), _syntax, st.text(max_size=60)
)


def read(files: dict[str, bytes]) -> None:
    """Read a content folder of these files; errors must be about them, in positions that they have."""
    with tempfile.TemporaryDirectory() as folder:
        content = Content(Path(folder))
        for path, data in files.items():
            file = content.root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        try:
            problems = list(read_site(content.root).warnings)
        except ContentErrors as errors:
            problems = errors.problems
            assert any(problem.severity == "error" for problem in problems)
            str(errors).encode()
        for problem in problems:
            assert problem.line >= 1
            assert problem.column >= 1
            if problem.path.is_file() and "UTF-8" not in problem.message:
                lines = (
                    problem.path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
                )
                assert problem.line <= len(lines)
                assert problem.column <= len(lines[problem.line - 1]) + 1


@given(yaml_texts)
def test_any_record_is_read_or_refused(text):
    """No record breaks the reading, whatever its shape."""
    read({"reports/r/record.yaml": text.encode("utf-8", "replace"), "reports/r/ar.md": HEADER["ar"].encode()})


@given(st.sampled_from(["events", "claims", "corrections"]), _values)
def test_any_part_of_a_record_is_read_or_refused(part, value):
    """The same for what stands deeper in a record that is otherwise good."""
    text = RECORD + yaml.safe_dump({part: value}, allow_unicode=True)
    read(
        {"reports/r/record.yaml": text.encode("utf-8", "replace"), "reports/r/ar.md": "Title: ع\n\n[ك]{.raid}".encode()}
    )


@given(st.sampled_from(["places", "actors", "sources"]), yaml_texts)
def test_any_registry_is_read_or_refused(name, text):
    """The same for the registry."""
    report = {"reports/r/record.yaml": RECORD.encode(), "reports/r/ar.md": HEADER["ar"].encode()}
    read({f"registry/{name}.yaml": text.encode("utf-8", "replace"), **report})


@given(st.one_of(st.binary(max_size=60), texts.map(lambda text: text.encode("utf-8", "replace"))), st.booleans())
@example(b"\xef\xbb\xbfTitle: x\r\n\r\n[a]{.x}\r[b", False)
def test_any_text_is_read_or_refused(data, header):
    """The same for texts, of any bytes, with and without a header; and for both languages."""
    data = HEADER["ar"].encode() + data if header else data
    read({"reports/r/record.yaml": RECORD.encode(), "reports/r/ar.md": data, "reports/r/en.md": data})


#: Letters that stand in nothing else, also when they are folded: what is said openly would be told.
_secrets = st.text(alphabet="ژچگ 5ђџ.", min_size=1, max_size=30).filter(str.strip)


@pytest.mark.slow
@given(marked(2), marked(2), st.lists(st.tuples(_secrets, _secrets), min_size=1, max_size=3), st.data())
def test_a_secret_changes_nothing_that_is_published(before: Marked, after: Marked, secrets, data):
    """With other words in its redacted marks, of any length, what is published is the same, letter for letter."""
    ids = data.draw(st.sampled_from(["", ".aleppo ", "when=2016 ", 'sic="x" ']))
    inner = data.draw(
        st.sampled_from(["{}", "[{}]{{.army}}", "[{}]{{when=2016-10-04}} z", "**{}**", "[{}](https://a.example)"])
    )
    published = []
    for index in (0, 1):
        marks = [f"[{inner.format(pair[index].strip())}]{{{ids}.redacted}}" for pair in secrets]
        text = f"س {before.source} {' و '.join(marks)} [م {marks[0]} ن]{{.syria}} {after.source}\n\nفقرة {marks[-1]}"
        with tempfile.TemporaryDirectory() as folder:
            content = Content(Path(folder)).report(ar=text)
            report = content.one()
            arabic = report.texts["ar"]
            published.append(repr((report.record, arabic)).replace(str(content.root), ""))
    assert published[0] == published[1]
