"""YAML with positions: words stay words, and what YAML has beyond the format is refused."""

import pytest
import yaml

from reports.nodes import compose
from reports.problems import Problems
from tests.helpers.content import RECORD, Content


@pytest.fixture(params=["quick", "slow"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both of PyYAML's parsers: an installation may lack the quick one."""
    if request.param == "slow":
        monkeypatch.delattr(yaml, "CBaseLoader", raising=False)
    return request.param


@pytest.mark.parametrize("word", ["no", "on", "null-like", "12:30", "1e3", "0x1f", "2016-10-04", "=", "12_000"])
def test_words_stay_words(tmp_path, word):
    """``no`` is not false and ``12:30`` not 750: every value is what was written."""
    file = tmp_path / "x.yaml"
    file.write_text(f"key: {word}\n")
    assert compose(file, Problems()).fields("x", ["key"])["key"].text("key") == word


def test_tags_anchors_and_aliases(content: Content, parser):
    """None of them may stand anywhere, and each is told."""
    content.report(
        record="""
        url: ‸!!str https://example.org
        events: ‸&e
          raid: {type: shelling, when: ‸&w 2016-10-04}
        claims:
          c: {about: raid, quote: ‸! direct}
        retrieved: ‸*w
        """
    ).expect(
        "a YAML tag", "a YAML anchor", "a YAML anchor", "a YAML tag", "a YAML alias stands here; write the value out"
    )


def test_a_merge_key_is_a_key_like_another(content: Content, parser):
    """YAML 1.1's ``<<`` merges nothing."""
    content.report(record="‸<<: {archive: https://example.org}\n").expect("unknown key `<<` in the record")


def test_keys_stand_once(content: Content, parser):
    """A key that stands twice is an error at its second place, on every level."""
    content.report(
        record="""
        url: https://example.org
        ‸url: https://example.com
        events:
          raid: {type: shelling, when: 2016-10-04, ‸type: siege}
          ‸raid: {type: shelling, when: 2016-10-04}
        claims:
          c: {by: agency, ‸by: witness}
        """
    ).expect(
        "the key `url` stands twice; it stands first in line 3; keep one",
        "the key `type` stands twice",
        "the key `raid` stands twice; it stands first in line 6; keep one",
        "the key `by` stands twice",
    )


def test_keys_are_words(content: Content, parser):
    """A list as a key is an error, not a crash."""
    content.report(record="? ‸[a, b]\n: c\n").expect("a key must be a word")


def test_what_is_no_yaml(content: Content, parser):
    """Where the file stops being YAML, and why; nothing else is said of a record that cannot be read."""
    content.report(record="events: {raid: [}\n", ar="[كلام]{.raid} و[كلام]{.c}")
    (error,) = content.errors()
    assert (error.path.name, error.line) == ("record.yaml", 3)
    assert str(error).endswith("check indents, colons and quotes")
    assert "this is not YAML" in str(error)


def test_two_documents(content: Content, parser):
    """A file is one document."""
    content.report(record="published: 2016-10-05\npublisher: outlet\n‸---\nevents: {}\n").expect(
        "but found another document"
    )


@pytest.mark.parametrize("text", ["", "# nothing\n", "null\n", "- published: 2016\n", "word\n"])
def test_a_record_of_another_shape(content: Content, parser, text):
    """An empty file, a list or a word is no record."""
    content.report()
    content.write("reports/r/record.yaml", text)
    assert len(content.errors()) == 1


def test_characters_that_are_none(content: Content, parser):
    """Control characters, codes of half characters and of no character are told where they stand."""
    for slug, record in {
        "a": "url: ab‸\x07c\n",
        "b": 'corrections: [{on: 2016-10-06, ar: ‸"x\\ud800", en: ‸"\\x07"}]\n',
        "c": "url: ab‸\u2028c\n",
        "d": "url: ab‸\x85c\n",
    }.items():
        content.report(slug, record=record)
    content.expect(
        "a character that YAML does not allow; remove it",
        "the code of a control character, or of none",
        "the code of a control character, or of none",
        "a character that only some programs take for a line’s end",
        "a character that only some programs take for a line’s end",
    )


@pytest.mark.parametrize("text", ['url: "\\UFFFFFFFF"\n', f"%YAML 1.{'9' * 5000}\n---\nurl: x\n"])
def test_numbers_without_end(content: Content, parser, text):
    """Escapes and versions that would break the parser are errors like others."""
    content.report()
    content.write("reports/r/record.yaml", text)
    assert len(content.errors()) == 1


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "{a: " * 50_000, "- " * 30_000, "# ]]]]\n" + "[" * 20_000 + "]" * 20_000]
)
def test_nesting_without_end(content: Content, parser, text):
    """A file that nests without end ends neither the program nor the author's patience."""
    content.report()
    content.write("reports/r/record.yaml", text)
    (error,) = content.errors()
    assert "the file nests too deeply from here on" in str(error)


def test_utf_8_with_any_line_ends(content: Content, parser):
    """A byte order mark and the line ends of any system change neither what is read nor where errors stand."""
    record = RECORD + "archive: nowhere\nretrieved: 2016-10-06\n"
    content.report("lf", record=record).report("crlf").report("cr").report("bom")
    for slug, text in {
        "crlf": record.replace("\n", "\r\n").encode(),
        "cr": record.replace("\n", "\r").encode(),
        "bom": b"\xef\xbb\xbf" + record.encode(),
    }.items():
        (content.root / f"reports/{slug}/record.yaml").write_bytes(text)
    assert [(e.line, e.column, e.message) for e in content.errors()] == [(3, 10, "`archive` is not a web address")] * 4


@pytest.mark.parametrize("encoding", ["utf-16", "cp1256", "iso8859-6"])
def test_other_encodings(content: Content, encoding):
    """A file in another encoding is an error at its first wrong byte, in records, texts and registry."""
    content.report()
    for name in ("reports/r/record.yaml", "reports/r/ar.md", "registry/places.yaml"):
        text = (content.root / name).read_text("utf-8")
        (content.root / name).write_bytes(("# حلب\n" + text).encode(encoding))
    errors = content.errors()
    assert [error.path.name for error in errors] == ["places.yaml"]
    (content.root / "registry/places.yaml").unlink()
    errors = content.errors()
    assert [error.path.name for error in errors] == ["ar.md", "record.yaml"]
    assert {(error.line, error.column) for error in errors} == {(1, 1) if encoding == "utf-16" else (1, 3)}
    assert {str(error).partition(": ")[2] for error in errors} == {"this is not UTF-8 text; save the file in UTF-8"}


def test_files_that_are_not_there(content: Content):
    """A report needs its record and its Arabic text; what stands in their place must be a file."""
    (content.root / "reports/empty").mkdir()
    (content.root / "reports/folders/record.yaml").mkdir(parents=True)
    (content.root / "reports/folders/ar.md").mkdir()
    errors = content.errors()
    assert [error.path.relative_to(content.root / "reports").as_posix() for error in errors] == [
        "empty/ar.md", "empty/record.yaml", "folders/ar.md", "folders/record.yaml",
    ]  # fmt: skip
    assert all("the file cannot be read" in str(error) for error in errors)


def test_a_file_that_is_too_large(content: Content):
    """A file that no author wrote is not read at all."""
    content.report().write("reports/r/record.yaml", "#" + "x" * 9_000_000)
    assert ["larger than 8 MiB" in str(error) for error in content.errors()] == [True]


def test_a_content_folder_that_is_not_there(tmp_path):
    """A wrong CONTENT is an error, not an empty site."""
    content = Content(tmp_path)
    content.root = tmp_path / "nowhere"
    assert ["there is no such folder of content; check CONTENT" in str(error) for error in content.errors()] == [True]
