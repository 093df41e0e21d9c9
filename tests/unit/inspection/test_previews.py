"""What a reader is shown of a page where its address is shared, held against the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspection.preview_check import previews
from inspection.site import Site

SITE = "https://example.org/x"
NAME = "en/briefings/a/index.html"
IMAGE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (1200).to_bytes(4) + (630).to_bytes(4)
GOOD = {
    "og:url": f"{SITE}/{NAME}", "og:site_name": "Isnad", "og:title": "A strike", "og:image": f"{SITE}/images/a.png",
    "og:image:alt": "A strike · 21 to 45 or more · Killed in 1 event · Sources: One · Isnad",
}  # fmt: skip
TOTAL = '<span class="total" data-total="killed/all" data-scope="a">21 to 45 or more</span>'


def faults(folder: Path, body: str = TOTAL, image: bytes = IMAGE, address: str = SITE, **said: str | None) -> str:
    """What is wrong with a page that says what is good, but for what is given: ``og_title="…"``."""
    tags = GOOD | {name.replace("_", ":", 1).replace("image_", "image:"): value for name, value in said.items()}
    tags = {"twitter:image": tags["og:image"], "twitter:image:alt": tags["og:image:alt"], **tags}
    metas = "".join(f'<meta property="{key}" content="{value}">' for key, value in tags.items() if value is not None)
    page, file = folder / NAME, folder / "images" / "a.png"
    for path in (page, file):
        path.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(image)
    page.write_text(
        f'<!doctype html><html lang="en" dir="ltr"><head><title>A strike · Isnad</title>{metas}</head>'
        f"<body>{body}</body></html>", "utf-8"
    )  # fmt: skip
    return "\n".join(str(fault) for fault in previews(Site(folder, address)))


def test_what_is_the_page_s_own_is_right(tmp_path: Path) -> None:
    assert faults(tmp_path) == ""


def test_without_an_address_nothing_is_asked(tmp_path: Path) -> None:
    assert faults(tmp_path, address="", og_title="Another") == ""


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"og_url": f"{SITE}/ar/index.html"}, "as its own address"),
        ({"og_url": "index.html"}, "no address of the site in full"),
        ({"og_title": "Another strike"}, "is called “A strike · Isnad”, and shared as “Another strike”"),
        ({"og_image": f"{SITE}/images/none.png"}, "names images/none.png as its image, which is no image of the site"),
        ({"og_image": "https://other.example/a.png"}, "no address of the site in full"),
        ({"og_image_alt": "A raid · 21 to 45 or more · Isnad"}, "and not the title of the page"),
        ({"og_image_alt": "A strike · 21 to 54 or more · Isnad"}, "“21 to 54 or more”, and no number of the page"),
        ({"og_image_alt": "A strike · Sources: One · Isnad"}, "and no number of the page"),
        ({"twitter_image_alt": "A strike · 99"}, "to some networks and another to others"),
    ],
)
def test_what_is_not_is_told(said: dict[str, str], why: str, tmp_path: Path) -> None:
    if "twitter_image_alt" in said:
        said = {"twitter_image:alt": said["twitter_image_alt"]}
    assert why in faults(tmp_path, **said)


def test_an_image_that_is_none_or_of_another_size_is_told(tmp_path: Path) -> None:
    assert "which is no image of the site" in faults(tmp_path, image=b"GIF89a")
    assert "600 by 630 pixels" in faults(tmp_path, image=IMAGE.replace((1200).to_bytes(4), (600).to_bytes(4)))
    assert "in 60025 bytes" in faults(tmp_path, image=IMAGE + bytes(60_001))


def test_a_briefing_without_an_image_is_told(tmp_path: Path) -> None:
    assert "names no image" in faults(tmp_path, og_image=None)


def test_a_page_that_shows_no_total_is_held_to_its_ranges(tmp_path: Path) -> None:
    shown = '<span class="range" data-low="2" data-high="2">2</span>'
    assert "“3”, which the page does not show" in faults(tmp_path, shown, og_image_alt="A strike · 3 · Isnad")
    assert faults(tmp_path, shown, og_image_alt="A strike · 2 · Isnad") == ""
    assert faults(tmp_path, "", og_image_alt="A strike · Sources: One · Isnad") == ""
