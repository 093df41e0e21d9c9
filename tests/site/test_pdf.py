"""PDFs of briefings and dossiers: there, tagged, in their language, linked from their pages, the same whenever made."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from bs4 import BeautifulSoup

from command.messages import BuildFailed
from command.pdf import links, pdf_of, print_pages
from tests.conftest import CONTENTS, PROJECT
from tests.site.test_secrets import REDACTED
from tests.trust.decoding import bare, of_pdf

pytestmark = pytest.mark.slow

NAMES = {"ar": "إسناد", "en": "Isnad"}


def build(output: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the golden site with PDFs, as ``make pdf`` does."""
    command = [sys.executable, "-m", "command", "build", "--pdf", "--content", str(CONTENTS["golden"])]
    env = os.environ | {"PYTHONPATH": str(PROJECT / "plugins")} | environment
    return subprocess.run([*command, "--output", str(output)], env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("pdf") / "site"
    done = build(output)
    assert done.returncode == 0, done.stderr
    return output


def print_apart(folder: Path, written: list[str]) -> None:
    """Print in a thread of its own: Playwright runs once in a thread, and the tests of pages may use it in this one."""
    with ThreadPoolExecutor(1) as printer:
        printer.submit(print_pages, folder, written, NAMES).result()


def pages(site: Path) -> list[str]:
    """The pages that have a PDF."""
    return sorted(path for file in site.rglob("*.html") if pdf_of(path := file.relative_to(site).as_posix()))


def test_every_briefing_and_dossier_has_one_in_each_language(site: Path) -> None:
    golden = CONTENTS["golden"]
    slugs = {path.split("/")[2] for path in pages(site)}
    assert slugs <= {folder.name for kind in ("reports", "dossiers") for folder in (golden / kind).iterdir()}
    assert len(slugs) >= 4
    found = {file.name for file in site.rglob("*.pdf")}
    assert found == {f"{slug}.{lang}.pdf" for slug in slugs for lang in ("ar", "en")}


def test_images_are_printed_and_graphic_ones_are_not(site: Path) -> None:
    """They stay covered on paper: their pixels are not in the file."""
    for lang in ("ar", "en"):
        slug = "2031-03-05-marzuba-market"
        with pikepdf.open(site / lang / "briefings" / slug / f"{slug}.{lang}.pdf") as pdf:
            streams = [part for part in pdf.objects if isinstance(part, pikepdf.Stream)]
            images = [part for part in streams if part.get("/Subtype") == "/Image"]
            assert [(int(image.Width), int(image.Height)) for image in images] == [(40, 30)]


def test_a_page_leads_to_its_pdf_and_other_pages_to_none(site: Path) -> None:
    for path in pages(site):
        html = (site / path).read_text("utf-8")
        (href,) = re.findall(r'href="([^"]+\.pdf)"', html)
        assert (site / path).parent / href == site / (pdf_of(path) or "")
        assert ((site / path).parent / href).is_file()
    others = [file for file in site.rglob("*.html") if not pdf_of(file.relative_to(site).as_posix())]
    assert not [file for file in others if ".pdf" in file.read_text("utf-8")]


def test_a_site_made_without_pdfs_leads_to_none(build_site: Callable[[str], Path]) -> None:
    plain = build_site("golden")
    assert not list(plain.rglob("*.pdf"))
    assert not [file for file in plain.rglob("*.html") if ".pdf" in file.read_text("utf-8")]


def test_it_says_what_it_is_in_which_language_and_is_tagged(site: Path) -> None:
    for path in pages(site):
        html = (site / path).read_text("utf-8")
        with pikepdf.open(site / (pdf_of(path) or "")) as pdf:
            title = re.search("<title>(.*?)</title>", html)
            assert title
            assert str(pdf.docinfo["/Title"]) == title[1].replace("&amp;", "&").replace("&#39;", "'")
            assert str(pdf.docinfo["/Author"]) == NAMES[path[:2]]
            assert str(pdf.Root.Lang) == path[:2]
            assert pdf.Root.ViewerPreferences.DisplayDocTitle
            assert pdf.Root.ViewerPreferences.Direction == {"ar": "/R2L", "en": "/L2R"}[path[:2]]
            assert pdf.Root.MarkInfo.Marked
            assert kinds(pdf) >= {"/H1", "/H2", "/Table", "/TH", "/TD", "/L", "/LI", "/Link", "/P"}
            assert "/Outlines" in pdf.Root


INVISIBLE = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad]")


def arabic_words(text: str) -> Counter[str]:
    """The Arabic words of a text, without vowel marks: viewers put those before or after their letter."""
    plain = re.sub("[\u064b-\u0652]", "", unicodedata.normalize("NFC", INVISIBLE.sub("", text)))
    return Counter(re.findall("[\u0621-\u063a\u0641-\u064a]+", plain))


def test_arabic_in_it_is_found_and_copied_as_it_is_written(site: Path) -> None:
    """«في» and not «يف»: letters drawn as one are told in their order. Words parted between lines may differ."""
    for path in pages(site):
        shown = arabic_words(BeautifulSoup((site / path).read_text("utf-8"), "html.parser").get_text("\n"))
        with pypdfium2.PdfDocument(site / (pdf_of(path) or "")) as pdf:
            found = arabic_words("\n".join(page.get_textpage().get_text_range() for page in pdf))
        assert not {"يف", "إىل", "عرب", "اإل"} & (found.keys() - shown.keys())
        strange = Counter({word: count for word, count in found.items() if word not in shown})
        assert found.total() > shown.total() * 0.4
        assert strange.total() <= 5 + found.total() * 0.04, (path, strange)


def kinds(pdf: pikepdf.Pdf) -> set[str]:
    """The kinds of parts in the structure tree."""
    parts = [
        part for part in pdf.objects if isinstance(part, pikepdf.Dictionary) and part.get("/Type") == "/StructElem"
    ]
    return {str(part.S) for part in parts}


def test_its_links_lead_to_the_site_and_not_to_where_it_was_made(site: Path) -> None:
    found = 0
    for file in site.rglob("*.pdf"):
        with pikepdf.open(file) as pdf:
            found_here = [str(action["/URI"]) for action in links(pdf)]
        for link in found_here:
            assert not link.startswith(("file:", "/")), link
            if not re.match(r"https?://", link):
                found += 1
                assert (file.parent / link.split("#")[0].split("?")[0]).is_file(), link
    assert found > 100


def test_it_brings_its_own_faces(site: Path) -> None:
    """Arabic as the pages set it, wherever it is read."""
    with pikepdf.open(next(site.rglob("*.ar.pdf"))) as pdf:
        fonts = [part for part in pdf.objects if isinstance(part, pikepdf.Dictionary) and part.get("/Type") == "/Font"]
        names = {str(font.BaseFont) for font in fonts if "/BaseFont" in font}
        assert any("Plex" in name and "Arab" in name for name in names), names
        described = [font for font in fonts if "/FontDescriptor" in font]
        assert described
        assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys()) for font in described)


def test_nothing_in_it_tells_when_it_was_made(site: Path, tmp_path: Path) -> None:
    """Two printings are the same, also where the pages come in another order."""
    shutil.copytree(site, tmp_path / "again")
    some = pages(site)[:3]
    print_apart(tmp_path / "again", some[::-1])
    for path in some:
        name = pdf_of(path) or ""
        assert (tmp_path / "again" / name).read_bytes() == (site / name).read_bytes()
        assert b"CreationDate" not in (site / name).read_bytes()


def test_without_a_browser_the_site_stays_as_it_was(site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "site")
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "site").rglob("*")}
    done = build(tmp_path / "site", CHROMIUM="no-such-browser")
    assert done.returncode == 1
    assert "CHROMIUM=no-such-browser is not a program that runs. Install it" in done.stderr
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "site").rglob("*")} == before


def test_a_page_that_asks_for_something_outside_is_not_printed(tmp_path: Path) -> None:
    """Not from a server, and not from elsewhere on the machine."""
    page = tmp_path / "site" / "en" / "briefings" / "a" / "index.html"
    page.parent.mkdir(parents=True)
    (tmp_path / "secret.css").write_text("p { color: red }", "utf-8")
    for address in ("http://127.0.0.1:9/x.css", (tmp_path / "secret.css").as_uri()):
        page.write_text(f'<!doctype html><title>A</title><link rel="stylesheet" href="{address}"><p>a', "utf-8")
        with pytest.raises(BuildFailed, match="a page may load nothing from elsewhere"):
            print_apart(tmp_path / "site", ["en/briefings/a/index.html"])


def test_no_redacted_word_is_in_a_pdf(site: Path) -> None:
    """Neither in what it shows nor in what it holds for those who listen, nor in titles and addresses."""
    for path in sorted(site.rglob("*.pdf")):
        data = path.read_bytes()
        found = "\n".join(part.decode("utf-8", "ignore") for part in of_pdf(data))
        for secret in REDACTED:
            assert secret not in found, path.name
            assert bare(secret) not in bare(found), path.name
        assert "Isnad" in found, "it is read"
