"""The images of briefings: what a reader sees of them, what is covered, and what is in their files."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from PIL import Image

from tests.conftest import PROJECT
from tests.helpers.bombs import png
from tests.helpers.content import Content
from tests.helpers.images import GOLDEN, drawing
from tests.site.built_site import LANGUAGES, BuiltSite, classes, text_of

MARKET, QANDARA = "2031-03-05-marzuba-market", "2031-03-07-qandara"


def figures(site: BuiltSite, lang: str, slug: str) -> Iterator[Element]:
    for element in site.briefing(lang, slug).root.iter("figure"):
        if "image" in classes(element):
            yield element


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_image_stands_in_both_texts_with_their_own_words(golden: BuiltSite, lang: str) -> None:
    """In the language of the page first."""
    found = [(figure.find(".//img").get("alt"), figure.find("figcaption")) for figure in figures(golden, lang, MARKET)]
    ar, en = ("رسم لطريق الملح عند قندرة، وفي زاويته برج الحرس", "طريق الملح عند قندرة (رسم)"), (
        "A drawing of Salt Road at Qandara, with the guards' tower in its corner", "Salt Road at Qandara (a drawing)"
    )  # fmt: skip
    told = [(alt, text_of(caption)) for alt, caption in found if caption is not None]
    assert told == ([ar, en] if lang == "ar" else [en, ar])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_graphic_image_is_covered_in_the_language_of_the_page(golden: BuiltSite, lang: str) -> None:
    """Until a reader opens it, which takes no script; and no other image is."""
    covers = [figure.find("details") for figure in figures(golden, lang, MARKET)]
    assert [cover is not None for cover in covers] == [False, False, True, True]
    for cover in covers[2:]:
        assert cover.get("open") is None
        summary = cover.find("summary")
        assert (summary.get("lang"), "صورة قاسية" in text_of(summary)) == (lang, lang == "ar")
        assert cover.find("img") is not None


def test_no_image_moves_the_page_when_it_comes(golden: BuiltSite) -> None:
    """Its size is known before, and it is asked for when a reader comes near; the file has that size."""
    images = [figure.find(".//img") for figure in figures(golden, "en", MARKET)]
    assert [image.get("loading") for image in images] == ["lazy"] * 4
    for image in images:
        path = (golden.root / golden.briefing("en", MARKET).path).parent / image.get("src")
        with Image.open(path.resolve()) as opened:
            assert (str(opened.width), str(opened.height)) == (image.get("width"), image.get("height"))
            assert opened.format == "WEBP"


def test_the_site_has_the_files_of_shown_images_and_no_other(golden: BuiltSite) -> None:
    """Under names that do not tell what they were called; that of a redacted image is not there."""
    assert len([name for name in golden.files if name.startswith("images/")]) == len(GOLDEN) - 1
    assert not list(figures(golden, "en", QANDARA))
    for name, path in golden.files.items():
        data = path.read_bytes()
        assert not any(original.partition("/")[2].encode() in data for original in GOLDEN), name


def test_the_golden_images_are_as_they_are_drawn(golden: BuiltSite) -> None:
    """`python -m tests.helpers.images` draws them."""
    for name, size in GOLDEN.items():
        with Image.open(golden.content / "reports" / name) as kept, Image.open(io.BytesIO(drawing(*size))) as drawn:
            assert kept.tobytes() == drawn.tobytes()


def test_the_search_knows_what_an_image_shows_and_nothing_else_of_it(golden: BuiltSite) -> None:
    """Its description and, as words of the text, its caption; and neither its file nor the warning."""
    told = "".join(
        path.read_text("utf-8") for name, path in golden.files.items() if name.startswith("theme/search/documents-")
    )
    assert "with the guards' tower in its corner" in told
    assert "(a drawing)" in told
    assert not [word for word in (".webp", "images/", "Graphic image") if word in told]


@pytest.mark.slow
def test_a_site_with_a_large_image_is_built_in_little_memory(tmp_path: Path) -> None:
    """Fifty million pixels, in less than half a gigabyte for whatever of it takes most."""
    content = Content(tmp_path)
    (content.root / "reports" / "r").mkdir()
    (content.root / "reports" / "r" / "large.png").write_bytes(png(7071, 7071, colours=6))
    content.report(ar="![ط](large.png)", en="![l](large.png)")
    build = [
        sys.executable,
        "-m",
        "command",
        "build",
        "--content",
        str(content.root),
        "--output",
        str(tmp_path / "site"),
    ]
    measured = (
        "import resource, subprocess, sys\n"
        "done = subprocess.run(sys.argv[1:], capture_output=True, text=True)\n"
        "print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, done.stderr)"
    )
    environment = {name: value for name, value in os.environ.items() if name != "SITEURL"}
    done = subprocess.run(
        [sys.executable, "-c", measured, *build], cwd=PROJECT, env=environment | {"PYTHONPATH": str(PROJECT / "plugins")},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    code, memory, said = done.stdout.split(" ", 2)
    assert code == "0", said
    assert int(memory) < 500
    assert len(list((tmp_path / "site" / "images").iterdir())) == 2
