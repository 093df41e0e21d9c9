"""A saved web page becomes a report: what stands in its article, and nothing of what stands around it."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest

from authoring.article import page_text, read_article
from authoring.new_report import begin_report
from reports import ContentErrors
from tests.helpers.begun import begun, warned

PAGE = """<!DOCTYPE html>
<html lang="ar"><head><meta charset="utf-8"><title>قصف على السوق | وكالة الخبر</title>
<meta property="og:title" content="قصف على السوق">
<meta property="article:published_time" content="2031-03-05T12:00:00Z">
<link rel="canonical" href="https://example.org/news/1?a=b#c">
<script>var x = "<p>لا</p>";</script><style>p {}</style></head>
<body><header><h1>وكالة الخبر</h1></header><nav><p>الرئيسية</p></nav>
<main><article><header><h1>قصف على السوق</h1><time datetime="2031-03-05">اليوم</time></header>
<p>قالت <a href="/x">فرق الإنقاذ</a> إن شخصين&nbsp;قُتلا.<br>وجُرح
ثلاثة.<p>ونفى الجيش ذلك.<br><br>ولم يعلّق أحد.
<h2>ردود</h2><ul><li>أول<li>ثان</ul><blockquote><p>«لم نقصف»</p></blockquote>
<figure><img src="a.jpg"><figcaption>صورة</figcaption></figure>
<aside><p>اقرأ أيضاً</p></aside></article>
<article><p>خبر آخر</p></article></main>
<footer><p>حقوق</p></footer></body></html>
"""
BLOCKS = [
    ("", "اليوم"), ("", "قالت فرق الإنقاذ إن شخصين قُتلا. وجُرح ثلاثة."), ("", "ونفى الجيش ذلك."), ("", "ولم يعلّق أحد."),
    ("## ", "ردود"), ("- ", "أول"), ("- ", "ثان"), ("> ", "«لم نقصف»"),
]  # fmt: skip


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return begun(tmp_path / "content")


def blocks(page: str) -> list[tuple[str, str]]:
    return [(block.sign, block.words) for block in read_article(page).blocks]


def test_all_of_the_article_is_read_and_nothing_beside_it() -> None:
    article = read_article(PAGE)
    assert blocks(PAGE) == BLOCKS
    assert article.title == "قصف على السوق"
    assert (article.url, article.published) == ("https://example.org/news/1?a=b#c", "2031-03-05")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>واحد<p>اثنان", ["واحد", "اثنان"]),
        ("<div>واحد<div>اثنان</div>ثلاثة</div>", ["واحد", "اثنان", "ثلاثة"]),
        ("واحد<br><br>اثنان<br/>وثلاثة", ["واحد", "اثنان وثلاثة"]),
        ("<table><tr><td>خلية<td>أخرى</table>", ["خلية", "أخرى"]),
        ("<body><div itemprop='articleBody x'><p>المتن</p></div><article><p>غيره</p></article>", ["المتن"]),
        ("<div role=main><p>المتن</p></div><p>غيره</p>", ["المتن"]),
        ("<main hidden><p>لا</p></main><p>نعم</p>", ["نعم"]),
        ("<p>أ</b></i></div>ب</p></p><p>ج", ["أ", "ب", "ج"]),
        ("<p>a &lt; b &amp;amp; c</p>", ["a < b &amp; c"]),
        ("<!-- <p>لا</p> --><![CDATA[x]]><p>نعم</p>", ["نعم"]),
        ("<svg><title>أيقونة</title></svg><p>نص</p>", ["نص"]),
        ("<p>نص", ["نص"]),
        ("", []),
        ("<script><p>لا</p>", []),
    ],
)
def test_pages_that_are_written_otherwise(page: str, words: list[str]) -> None:
    assert [block.words for block in read_article(page).blocks] == words


@pytest.mark.slow
def test_a_page_that_nests_without_end_is_read_in_time() -> None:
    assert [one for _, one in blocks("<div><b>" * 100_000 + "نص")] == ["نص"]


def test_a_day_that_is_none_is_not_taken() -> None:
    assert read_article('<meta name="date" content="2031-02-31"><p>نص').published == ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256", "iso8859-6"])
@pytest.mark.parametrize("says", [None, "utf-8", "windows-1256", "no-such"])
def test_a_page_is_read_in_the_encoding_that_it_is_in(encoding: str, says: str | None) -> None:
    """Whatever it says, where it cannot be that."""
    if (encoding, says) == ("iso8859-6", "windows-1256"):
        return  # every text is one in Windows-1256
    meta = f'<meta charset="{says}">' if says else ""
    page = f"<html>{meta}<p>قالت فرق الإنقاذ إن السوق أغلق، وإن الطريق قطع</p>"
    data = page.replace("،", "").encode(encoding)
    read = page_text(data)
    assert read is not None
    assert "قالت فرق الإنقاذ" in read


@pytest.mark.parametrize(
    ("page", "words", "unseen"),
    [
        ("قتل 12<sup>3</sup> شخصا", "قتل 12 ³ شخصا", 0),
        ("قتل ١٢<sup><a href='#n'>٣</a></sup> شخصا", "قتل ١٢ ³ شخصا", 0),
        ("قتل 1<sub>2</sub>3", "قتل 1 ₂ 3", 0),
        ("خلال 10 كم<sup>2</sup>", "خلال 10 كم²", 0),
        ("the 5<sup>th</sup> strike", "the 5th strike", 0),
        ("وجرح <del>10</del>12 شخصا", "وجرح 12 شخصا", 1),
        ("وجرح <s>5</s>7 و<strike>1</strike>8", "وجرح 7 و8", 2),
        ("قال <span style='display:none'>خالد عمر</span>الشاهد", "قال الشاهد", 1),
        ("نحو <span style='color:#fff; Visibility : hidden'>7</span>4", "نحو 4", 1),
        ("نحو <b style='background:#000;color:#000'>7</b>4", "نحو 4", 1),
        ("نحو <i style='font-size:0px'>7</i>4<i style='opacity: 0.0'>3</i>", "نحو 4", 2),
        ("نحو <span class='x sr-only'>7</span>4", "نحو 4", 1),
        ("نحو <span hidden>7</span>4", "نحو 4", 1),
        ("نحو <span aria-hidden='true'>5</span>1", "نحو 51", 0),
        ("نحو <b style='background:#000;color:#fff'>5</b>1", "نحو 51", 0),
    ],
)
def test_a_number_is_what_a_reader_of_the_page_sees(page: str, words: str, unseen: int) -> None:
    """Neither with the number of a note, nor with what is struck through or not seen."""
    article = read_article(f"<p>{page}</p>")
    assert [block.words for block in article.blocks] == [words]
    assert article.unseen == unseen


def test_that_a_page_hides_something_is_said(content: Path) -> None:
    source = content.parent / "article.html"
    source.write_text("<p>قتل <del>10</del>12 شخصا<span hidden>سر<b hidden>أكبر</b></span></p>", "utf-8")
    (told, *_) = begin_report(content, "a-report", source)
    assert "left out (elements: 2)" in str(told)
    assert (content / "reports/a-report/original.txt").read_text("utf-8").strip() == "قتل 12 شخصا"


def test_the_page_is_kept_and_the_record_says_what_it_says_of_itself(content: Path) -> None:
    source = content.parent / "article.html"
    source.write_text(PAGE, "utf-8")
    begin_report(content, "a-report", source)
    report = content / "reports" / "a-report"
    assert (report / "original.html").read_bytes() == source.read_bytes()
    record = (report / "record.yaml").read_text("utf-8")
    assert "published: 2031-03-05   # as the page says" in record
    assert "\nurl: https://example.org/news/1?a=b#c\n" in record
    assert f"sha256: {hashlib.sha256(source.read_bytes()).hexdigest()}" in record
    assert (report / "ar.md").read_text("utf-8").startswith("Title: قصف على السوق\nStatus: draft\n\nاليوم\n\n")
    (report / "record.yaml").write_text(record.replace("publisher: ", "publisher: daily-paper", 1), "utf-8")
    assert warned(content) == set()


def test_a_page_without_text_is_refused(content: Path) -> None:
    source = content.parent / "article.html"
    source.write_text("<html><script>render()</script></html>", "utf-8")
    with pytest.raises(ContentErrors, match="there is no text in this"):
        begin_report(content, "a-report", source)


#: On each of these, so many of them as 1 MiB holds, reading worked for minutes, or took gigabytes.
MANY = {
    "articles": "<article>كلام</article>" * 40_000,
    "articles in articles": "<article>كلام" * 50_000,
    "elements in elements": "<div>كلام" * 70_000,
    "words of a title": "<title>" + "كلام<b>" * 80_000 + "</title><p>كلام",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", MANY)
def test_a_page_of_very_many_takes_little(name: str) -> None:
    began = time.process_time()
    article = read_article(f"<html><body>{MANY[name]}")
    assert time.process_time() - began < 8
    assert article.blocks[0].words == "كلام"


def test_a_code_without_end_is_a_sign_of_no_character() -> None:
    """Python's own reader of HTML raises an error for one, wherever it stands."""
    code = f"&#{'1' * 5000};"
    (block,) = read_article(f'<article title="{code}"><p>كلام {code} &#x41;<a href="{code}">').blocks
    assert block.words == "كلام \ufffd A"


def test_blanks_before_a_text_take_little(content: Path) -> None:
    source = content.parent / "wire.txt"
    source.write_text(" " * 1_000_000 + "كلام", "utf-8")
    began = time.process_time()
    begin_report(content, "a-report", source)
    assert time.process_time() - began < 8


def test_a_page_that_takes_too_long_is_told(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There are more of these than anybody knows: here what is no comment is looked for an end of, again and again."""
    monkeypatch.setattr("authoring.bounded.SECONDS", 0.3)
    source = content.parent / "article.html"
    source.write_text("<html><body>" + "<!--" * 40_000, "utf-8")
    with pytest.raises(ContentErrors, match=r"reading it takes longer than 0\.3 seconds"):
        begin_report(content, "a-report", source)
    assert not (content / "reports" / "a-report").exists()
