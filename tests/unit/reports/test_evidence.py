"""An original beside a report: its hash is the record's, and the report's text is the original's, word for word."""

import hashlib
import hmac
import tracemalloc

import pytest

from tests.helpers.content import RECORD, Content

TEXT = "قالت الصحيفة إن خمسة قتلوا في حلب. ثم عاد الهدوء.\n\nوقال شاهد إنه رأى الحافلات.\n"


def with_original(
    content: Content, ar: str, original: str | bytes = TEXT, *, en: str | None = None, name="original.txt"
):
    """A report with an original beside it, and its hash in the record."""
    data = original if isinstance(original, bytes) else original.encode()
    content.report(record=f"{RECORD}sha256: {hashlib.sha256(data).hexdigest()}\n", ar=ar, en=en)
    (content.root / "reports" / "r" / name).write_bytes(data)
    return content


@pytest.mark.parametrize(
    "ar",
    [
        TEXT,
        "قالت [الصحيفة]{.outlet} إن خمسة قتلوا في [حلب]{.aleppo}. ثم عاد الهدوء.\n\nوقال شاهد إنه رأى الحافلات.",
        "قالت الصحيفة إن **خمسة** [قتلوا](https://example.org/قتلوا) في\nحلب. ثم *عاد الهدوء*.\n\n> وقال شاهد إنه رأى\n> الحافلات.",
        "ثم عاد الهدوء.",
        'قالت [الصح[ي]{.aleppo}فة]{.outlet} إن [خمسة]{sic="ستة"} قتلوا في [حلب]{when=2016-10}.',
        "خمسة قتلوا[^1] في حلب.\n\n[^1]: حاشية من المحررين.",
        "## قالت الصحيفة إن\n\n- خمسة قتلوا في\n- حلب. ثم عاد الهدوء.\n\n1. وقال شاهد\n2. إنه رأى الحافلات.",
        "| خمسة | قتلوا |\n| --- | --- |\n| في | [حلب.]{.aleppo} |",
        "ثم عاد الهدوء.\n\nوقال [شاهد]{.redacted} إنه رأى الحافلات.",
    ],
)
def test_a_text_that_is_the_originals_is_good(content: Content, ar):
    """Marks, Markdown, blanks, redactions and the editors' footnotes make no difference; nor does what stands around."""
    with_original(content, ar if ar != TEXT else ar.strip()).read()


@pytest.mark.parametrize(
    "original",
    [
        "عنوان\nبواسطة قالت\n\nقالت المدينة هادئة.\n\nشارك هذا",
        "قالت\u00a0المدينة\r\n\u200fهادئة\u200e.",
        "• قالت المدينة هادئة.",
        "| قالت المدينة هادئة. |",
    ],
)
def test_what_stands_around_the_text_makes_no_difference(content: Content, original):
    """A heading before, buttons after, blanks of any kind, marks of direction, the signs of lists and tables."""
    with_original(content, "قالت المدينة هادئة.", original).read()


def test_letters_that_are_composed_otherwise_are_the_same(content: Content):
    """Unicode writes an alef with hamza as one character or as two."""
    with_original(content, "قال \u0623حمد.", "قال \u0627\u0654حمد.").read()


@pytest.mark.parametrize(
    ("ar", "message"),
    [
        (
            "قالت [الصحيفة]{.outlet} إن [‸ستة قتلوا]{.aleppo} في حلب.",
            "the original says «خمسة» here, and the text «ستة»",
        ),
        ("قالت الصحيفة إن خمسة ‸في حلب.", "the original says «قتلوا» here, and the text leaves it out"),
        ("قالت الصحيفة إن خمسة ‸أشخاص قتلوا في حلب.", "the original does not say «أشخاص» here"),
        (
            "ثم عاد الهدوء.\n\nوقال [شاهد](https://example.org/شاهد) إنه ‸شاهد الحافلات.",
            "«رأى» here, and the text «شاهد»",
        ),
        ("‸هل قالت الصحيفة إن خمسة قتلوا في حلب.", "the original does not say «هل» here"),
        ("خمسة قتلوا في حلب. ثم عاد ‸السلام.", "the original says «الهدوء.» here, and the text «السلام.»"),
        ("خمسة قتلوا في [‸حلب]{.aleppo} ثم عاد الهدوء.", "«حلب.» here, and the text «حلب»"),
    ],
)
def test_a_word_that_is_another_is_told_at_its_place(content: Content, ar, message):
    """With the words of both; where it is left out, at the word that follows."""
    with_original(content, ar).expect(message)


def test_all_differences_are_told(content: Content):
    """One error each, in order; a long one is quoted by its first words."""
    with_original(content, "قالت الصحيفة إن ‸ستة قتلوا في حلب. ثم عاد الهدوء.\n\nوقال ‸رجل إنه رأى الحافلات.").expect(
        "«ستة»", "«رجل»"
    )


def test_another_text_is_told_once(content: Content):
    """And not word by word."""
    with_original(content, "‸هذا كلام آخر تماماً لا صلة له.").expect("most of the text is not that of `original.txt`")


SECRET = "حسن"


@pytest.mark.parametrize(
    ("ar", "original"),
    [
        ("قال [‸حسن]{.redacted} إنه رأى الحافلات أمس.", "قال حسين إنه رأى الحافلات أمس."),
        ("قال [حسن]{.redacted} ‸إنه رأى الحافلات أمس.", "قال حسن العلي إنه رأى الحافلات أمس."),
        ("قال [حسن]{.redacted} إنه رأى ‸الحافلات أمس.", "قال حسن إنه رأى حسن أمس."),
        ("قال ‸و[حسن]{.redacted}، إنه رأى الحافلات أمس.", "قال حسن، إنه رأى الحافلات أمس."),
        ("قال [حسن]{.redacted} إنه رأى ‸حسناً أمس هنا.", "قال حسن إنه رأى أحداً أمس هنا."),
    ],
)
def test_no_redacted_word_is_told(content: Content, ar, original):
    """Nor what the original says in its place or beside it."""
    with_original(content, ar, original).expect("words of the original are missing or changed here")
    assert not [problem for problem in content.errors() if SECRET in str(problem) or "حسين" in str(problem)]


def test_the_hash_is_that_of_the_file(content: Content):
    """Of the capture, where there is one beside the text."""
    content.report(record=f"{RECORD}sha256: ‸{'0' * 64}\n", ar="نص.")
    content.write("reports/r/original.txt", "نص.")
    content.expect("this is not the hash of `original.txt`; bring back the file that was read")
    content.write("reports/r/original.html", "<p>نص.</p>")
    content.expect("this is not the hash of `original.html`")
    with_original(content, "نص.", b"<p>", name="original.html").read()


def test_a_record_without_a_hash_is_warned_of(content: Content):
    """With the hash to write."""
    content.report(record=f"‸{RECORD}", ar="نص.")
    content.write("reports/r/original.warc", "x")
    content.expect_warnings(
        f"the record has no hash of `original.warc`; add `sha256: {hashlib.sha256(b'x').hexdigest()}`"
    )


@pytest.mark.parametrize(
    "kept",
    [
        {}, {"original.txt": "قال حسن ذلك."}, {"original.html": "<html>"}, {"original.txt": "قال حسن ذلك.", "original.pdf": "x"},
        {"original.txt.bak": "قال حسن ذلك.", "original.md": "x"},
    ],
)  # fmt: skip
@pytest.mark.parametrize("wrong", [False, True])
def test_no_hash_is_published_or_told_where_words_are_redacted(content: Content, kept, wrong):
    """Whatever it is of: who guesses the words could see by it that they are right."""
    texts = {"ar": "قال [حسن]{.redacted} ذلك."}
    digests = [hashlib.sha256(text.encode()).hexdigest() for text in kept.values()] or [
        hashlib.sha256(b"x").hexdigest()
    ]
    for name, text in kept.items():
        content.write(f"reports/r/{name}", text)
    last = [name for name in sorted(kept) if name.endswith((".html", ".pdf"))] or [*kept][:1]
    digest = hashlib.sha256(kept[last[0]].encode()).hexdigest() if last else digests[0]
    content.report(record=f"{RECORD}sha256: {digest[::-1] if wrong and kept else digest}\n", **texts)
    said = [str(problem) for problem in content.errors()]
    if not said:
        site = content.read()
        assert site.reports[0].record.sha256 is None
        said = [str(warning) for warning in site.warnings]
        assert any("no hash of its source is published" in line for line in said)
    else:
        assert any("this is not the hash of" in line for line in said)
    assert not [line for line in said for one in (*digests, digest) if one in line]
    content.report(**texts)
    assert not [warning for warning in content.read().warnings if "hash" in warning.message]


def test_no_hash_of_a_document_is_published_where_words_are_redacted(content: Content):
    """The words may stand in the document too; of a report that redacts nothing the hash is published."""
    document = f"documents: {{page: {{publisher: agency, title: س, sha256: ‸{'a' * 64}}}}}\n"
    content.report(record=document, ar="قال [حسن]{.redacted} ذلك.")
    content.expect_warnings("the report redacts words, so no hash of its source is published")
    assert content.one().record.documents["page"].sha256 is None
    content.report(record=document.replace("‸", ""), ar="قال حسن ذلك.")
    assert content.one().record.documents["page"].sha256 == "a" * 64


def test_a_keyed_hash_is_published_where_the_editors_have_a_key(content: Content):
    """Of the capture, else of the text; with another key it is another."""
    with_original(content, "قال [حسن]{.redacted} ذلك.", "قال حسن ذلك.")
    assert content.one().keyed_hash is None
    content.key = content.root.with_name("key")
    content.key.write_bytes(b"k" * 32)
    assert content.one().keyed_hash == hmac.new(b"k" * 32, "قال حسن ذلك.".encode(), "sha256").hexdigest()
    with_original(content, "قال [حسن]{.redacted} ذلك.", b"<html>", name="original.html")
    assert content.one().keyed_hash == hmac.new(b"k" * 32, b"<html>", "sha256").hexdigest()
    content.report("none", ar="نص.")
    assert {report.slug: bool(report.keyed_hash) for report in content.read().reports} == {"r": True, "none": False}


def test_originals_that_are_none_are_told(content: Content):
    """Two captures, folders, what is no text, what is empty."""
    folder = content.root / "reports" / "r"
    content.report(ar="نص.")
    content.write("reports/r/original.html", "x")
    content.write("reports/r/original.pdf", "‸x")
    content.expect("the report has two captures; keep this or `original.html`, not both")
    (folder / "original.pdf").unlink()
    (folder / "original.html").unlink()
    (folder / "original.html").mkdir()
    (folder / "original.txt").mkdir()
    said = [problem for problem in content.errors() if "the original is no plain file" in problem.message]
    assert [problem.path.name for problem in said] == ["original.html", "original.txt"]
    (folder / "original.html").rmdir()
    (folder / "original.txt").rmdir()
    assert "2:3: this is not UTF-8" in str(with_original(content, "نص.", "نص\nab".encode() + b"\xff").errors()[0])
    assert "is empty" in str(with_original(content, "نص.", " \n").errors()[0])


def test_a_report_says_whether_it_was_compared(content: Content):
    """With a text beside it; a capture alone is not compared."""
    assert with_original(content, "ثم عاد الهدوء.").one().compared
    (content.root / "reports" / "r" / "original.txt").unlink()
    assert not with_original(content, "ثم عاد الهدوء.", b"<p>", name="original.html").one().compared


def test_originals_are_not_published(content: Content):
    """Nothing that leaves the room holds their words or their names."""
    with_original(content, "ثم عاد الهدوء.")
    assert "الحافلات" not in repr(content.read())


@pytest.mark.parametrize("data", [TEXT.encode(), b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()])
def test_an_original_that_the_settings_name_is_published_to_the_byte(content: Content, data):
    """Then its hash is that of the file; of another report, and without the settings, none is."""
    with_original(content, "ثم عاد الهدوء.", data)
    content.report("other", ar="نص.")
    (content.root / "reports" / "other" / "original.txt").write_text("نص.\n", "utf-8")
    assert [report.original for report in content.read().reports] == [None, None]
    found = {report.slug: report.original for report in content.accepting(originals=("r",)).read().reports}
    assert found == {"r": data, "other": None}


def test_an_original_of_a_draft_is_not_published(content: Content):
    with_original(content, "Title: عنوان\nStatus: draft\n\nثم عاد الهدوء.").accepting(originals=("r",))
    assert content.read().reports == ()


@pytest.mark.parametrize(
    ("original", "ar", "en", "messages"),
    [
        (TEXT, "ثم [عاد]{.redacted} الهدوء.", None, ("words of the report are redacted, and the original says them",)),
        (TEXT, "ثم عاد الهدوء.", "Then [calm]{.redacted} came back.", ("words of the report are redacted",)),
        ("ثم عاد\u202e الهدوء.", "ثم عاد الهدوء.", None, ("U+202E stands here", "the original says")),
        ("سطر\nشيء\u0007\nثم عاد الهدوء.", "ثم عاد الهدوء.", None, ("a control or private-use character stands here",)),
    ],
)
def test_an_original_that_hides_or_tells_is_not_published(content: Content, original, ar, en, messages):
    """A redacted word in it, in either language; a character that nobody sees."""
    with_original(content, ar, original, en=en).accepting(originals=("r",))
    said = [str(problem) for problem in content.errors() if problem.path.name == "original.txt"]
    assert any(messages[0] in one for one in said), said
    assert all("take `r` out of `published-originals` in site.yaml" in one for one in said if messages[0] in one)
    assert "عاد" not in "".join(one for one in said if "redacted" in one)


def test_an_original_that_is_not_there_cannot_be_published(content: Content):
    """Also of a report that is not there."""
    with_original(content, "ثم عاد الهدوء.", name="original.html").accepting(originals=("r", "gone"))
    said = [f"{problem.path.parent.name}: {problem.message}" for problem in content.errors()]
    assert said == ["r: there is no such original to publish", "content: there is no report `gone`"]


def test_an_original_without_end_is_not_read(content: Content) -> None:
    """A file can be larger than it is on the disk."""
    content.report(ar="نص.")
    for name, size in (("original.txt", 9 * 2**20), ("original.warc", 3 * 2**30)):
        path = content.root / "reports" / "r" / name
        with path.open("wb") as file:
            file.truncate(size)
        assert any("the original is too large" in str(problem) for problem in content.errors())
        path.unlink()


def test_an_original_without_end_is_not_taken_up(content: Content) -> None:
    """A file may say that it has any size, and take no room on the disk."""
    content.report()
    with content.write("reports/r/original.txt", "").open("r+b") as file:
        file.truncate(2**30)
    tracemalloc.start()
    try:
        assert any("the original is too large" in problem.message for problem in content.errors())
        assert tracemalloc.get_traced_memory()[1] < 200 * 2**20
    finally:
        tracemalloc.stop()
