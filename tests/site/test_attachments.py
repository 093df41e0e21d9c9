"""A site whose settings accept drawings and documents, and publish an original: what readers get of them, and no more."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from inspection import inspect
from tests.conftest import CONTENTS, PROJECT, alone
from tests.helpers import documents
from tests.helpers.images import PLANTED
from tests.site.built_site import LANGUAGES, BuiltSite, classes, text_of

pytestmark = pytest.mark.slow

MARKET, CAMP, QANDARA = "2031-03-05-marzuba-market", "2031-03-08-birch-camp", "2031-03-07-qandara"
SETTINGS = f"attachments: [svg, pdf]\npublished-originals: [{CAMP}]\n"
BUILD = """
import sys
from pathlib import Path
from command.building import BuildRequest, build
folder = Path(sys.argv[1])
build(BuildRequest(folder / "content", folder / "output"))
"""
SHOWN = {
    "ar": "\n\n![أعمدة](bars.svg)\n\n![بيان من ثلاث صفحات](statement.pdf \"البيان\")\n\n![صور](bodies.pdf){.graphic}\n",
    "en": "\n\n![Bars](bars.svg)\n\n![A statement of three pages](statement.pdf \"The statement\")\n\n![Photos](bodies.pdf){.graphic}\n",
}  # fmt: skip


def told(document) -> None:
    """What a program writes down in a document beside its pages."""
    document.docinfo["/Author"] = PLANTED.decode()
    with document.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = PLANTED.decode()


def write_content(folder: Path) -> Path:
    """The golden content with settings that accept files, and with files beside a report."""
    content = shutil.copytree(CONTENTS["golden"], folder / "content")
    with (content / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write(SETTINGS)
    report = content / "reports" / MARKET
    (report / "bars.svg").write_bytes(documents.svg(f"<metadata>{PLANTED.decode()}</metadata>{documents.BARS}"))
    (report / "statement.pdf").write_bytes(documents.pdf(3, told))
    (report / "bodies.pdf").write_bytes(documents.pdf(2, draws=b" 1 0 0 rg 5 5 9 9 re f"))
    for lang, shown in SHOWN.items():
        path = report / f"{lang}.md"
        text, notes = path.read_text("utf-8").split("\n\n[^1]:")
        path.write_text(f"{text}{shown}\n[^1]:{notes}", "utf-8")
    return folder


@pytest.fixture(scope="module")
def attached(shared_folder: Path) -> BuiltSite:
    """The site of that content, built once for all workers."""
    folder = shared_folder / "attached"
    with alone(shared_folder / "attached.lock"):
        if not folder.exists():
            write_content(folder)
            # In a process of its own: Pelican keeps settings that it has read.
            given = {name: value for name, value in os.environ.items() if name != "SITEURL"}
            environment = given | {"PYTHONPATH": str(PROJECT / "plugins")}
            done = subprocess.run(
                [sys.executable, "-c", BUILD, str(folder)], env=environment, capture_output=True, check=False
            )
            assert done.returncode == 0, done.stderr.decode()
    return BuiltSite(folder / "output", folder / "content")


def figures(site: BuiltSite, lang: str) -> list[Element]:
    """The images of the report that has such files, in the language of the page."""
    own = [cell for cell in site.briefing(lang, MARKET).root.iter() if cell.get("lang") == lang]
    return [figure for cell in own for figure in cell.iter("figure") if "image" in classes(figure)][-3:]


@pytest.mark.parametrize(
    ("lang", "alts", "more"),
    [
        ("en", ["Bars", *(f"A statement of three pages (page {n} of 3)" for n in (1, 2, 3))], "2 more pages"),
        ("ar", ["أعمدة", *(f"بيان من ثلاث صفحات (الصفحة {n} من 3)" for n in (1, 2, 3))], "صفحتان أخريان"),
    ],
)
def test_each_page_is_an_image_that_is_described(attached: BuiltSite, lang: str, alts: list[str], more: str) -> None:
    """The first stands open, the others are opened; each leads to itself at its full size."""
    bars, statement, _ = figures(attached, lang)
    images = [*bars.iter("img"), *statement.iter("img")]
    assert [image.get("alt") for image in images] == alts
    (opened,) = statement.iter("details")
    assert text_of(opened.find("summary")) == more
    assert len(list(opened.iter("img"))) == 2
    links = [link for figure in (bars, statement) for link in figure.iter("a")]
    assert [link.get("href") for link in links] == [link.find("img").get("src") for link in links]
    assert len(links) == 4
    assert {image.get("width") for image in images} == {"1280"}


def test_a_graphic_document_is_covered_whole(attached: BuiltSite) -> None:
    for lang in LANGUAGES:
        photos = figures(attached, lang)[2]
        (cover,) = photos.findall("details")
        assert "covered" in classes(cover)
        assert len(list(cover.iter("img"))) == 2


def test_nothing_of_the_files_is_published_but_pixels(attached: BuiltSite) -> None:
    """Neither they nor their names, nor what was written down in them."""
    for name, path in attached.files.items():
        assert not name.endswith((".pdf", ".svg")) or name == "theme/icon.svg"
        data = path.read_bytes()
        assert not [word for word in (PLANTED, b"statement.pdf", b"bars.svg", b"bodies.pdf") if word in data], name
    images = [path.read_bytes() for name, path in attached.files.items() if name.startswith("images/")]
    assert len(images) >= 2 * (1 + 3 + 2)
    assert all(data[:4] == b"RIFF" and data[8:12] == b"WEBP" for data in images)


def test_the_original_is_handed_out_to_the_byte(attached: BuiltSite) -> None:
    """And no other; its report's file and both pages name it with its hash."""
    name = f"data/reports/{CAMP}.original.txt"
    kept = (attached.content / "reports" / CAMP / "original.txt").read_bytes()
    assert [file for file in attached.files if file.endswith(".original.txt")] == [name]
    assert attached.files[name].read_bytes() == kept
    digest = hashlib.sha256(kept).hexdigest()
    assert attached.report(CAMP)["original"] == {"path": f"reports/{CAMP}.original.txt", "sha256": digest}
    assert attached.report(MARKET)["original"] is None
    for lang, words in (("ar", "نص الأصل"), ("en", "Text of the original")):
        page = attached.briefing(lang, CAMP)
        (row,) = [row for row in page.root.iter("div") if text_of(row).startswith(words)]
        assert row.find(".//a").get("href") == f"../../../{name}"
        assert digest in text_of(page.root)
        assert words not in text_of(attached.briefing(lang, MARKET).root)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda path: path.write_bytes(path.read_bytes() + b" "), "is not the file that data/reports/"),
        (lambda path: path.unlink(), "is not there, and data/reports/"),
    ],
)
def test_an_original_that_was_changed_is_told(attached: BuiltSite, tmp_path: Path, change: Callable, said: str) -> None:
    """By the inspection, before a site is published."""
    copy = shutil.copytree(attached.root, tmp_path / "copy")
    assert inspect(copy) == []
    change(copy / "data" / "reports" / f"{CAMP}.original.txt")
    assert any(said in str(fault) for fault in inspect(copy))
