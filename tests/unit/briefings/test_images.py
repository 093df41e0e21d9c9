"""Images of a report on its page: sizes for phone and desk, covers, words that are not mistaken for elements."""

import os
import re
from pathlib import Path

import pytest

from briefings.image_files import image_files
from briefings.page.images import figure
from briefings.page.page import Page
from briefings.page.site_view import SiteView
from command.messages import BuildFailed
from findings import Findings
from reports import messages
from reports.pixels import Made, NoImage
from tests.helpers.content import Content
from tests.helpers.images import PLANTED, camera_photo, drawing
from tests.helpers.pages import page_of, view, voices


@pytest.fixture
def content(tmp_path: Path) -> Content:
    content = Content(tmp_path)
    folder = content.root / "reports" / "r"
    folder.mkdir()
    (folder / "phone.jpg").write_bytes(camera_photo(1600, 1200))
    (folder / "road.png").write_bytes(drawing())
    return content


def shown(content: Content, lang: str = "en") -> tuple[Page, list[str]]:
    """The briefing, and its images as elements."""
    page = page_of(view(content.root), lang, "briefing", "r")
    return page, [str(figure(page, "ar", image)) for image in page.site.index.reports["r"].texts["ar"].images]


def test_a_photo_comes_in_two_sizes(content: Content) -> None:
    """A browser chooses; it knows how large it will be before it is there."""
    content.report(ar="![ط](phone.jpg)\n\n![ط](road.png)")
    _, (photo, road) = shown(content)
    small, large = re.search(r'srcset="(\S+) 640w, (\S+) 1280w" sizes="[^"]+"', photo).groups()
    assert re.fullmatch(r"\.\./\.\./\.\./images/[0-9a-f]{16}\.webp", small)
    assert f'src="{large}"' in photo
    assert 'width="1280" height="960"' in photo
    assert 'loading="lazy"' in photo
    assert "srcset" not in road


def test_what_an_image_says_is_text(content: Content) -> None:
    """Signs of HTML in it are shown, and end nothing."""
    content.report(ar='![«"><script>](road.png "<b>&amp; \\" onload=x")\n\n![ط](phone.jpg)')
    _, (road, _) = shown(content)
    assert 'alt="«&#34;&gt;&lt;script&gt;"' in road
    assert "<figcaption>&lt;b&gt;&amp; &#34; onload=x</figcaption>" in road
    assert "<script" not in road


@pytest.mark.parametrize(("lang", "words"), [("ar", "صورة قاسية"), ("en", "Graphic image")])
def test_a_graphic_image_is_covered(content: Content, lang: str, words: str) -> None:
    """In the language of the page, also where the text has one language only; closed, and without a script."""
    content.report(ar="![ط](phone.jpg){.graphic}\n\n![ط](road.png)")
    _, (photo, road) = shown(content, lang)
    assert f'<details class="covered"><summary lang="{lang}"' in photo
    assert words in photo
    assert photo.index("<summary") < photo.index("<img") < photo.index("</details>")
    assert "details" not in road


def test_an_image_is_made_once_and_nothing_is_left_of_the_camera(content: Content) -> None:
    """Two reports or languages that show it share its files."""
    content.report(ar="![ط](phone.jpg)\n\n![ط](road.png)", en="![r](phone.jpg)\n\n![r](road.png)")
    site = view(content.root)
    site.images.clear()
    files = dict(image_files(site))
    assert len(files) == 3
    assert not [path for path, data in files.items() if PLANTED in data]
    assert files == dict(image_files(SiteView(Findings(content.read()), voices(), {})))


@pytest.mark.parametrize("change", ["exchanged", "gone", "a pipe", "a link", "a folder"])
def test_a_file_that_changes_while_the_site_is_built_stops_it(content: Content, change: str) -> None:
    """What was read and checked is what is published, or nothing."""
    content.report(ar="![ط](phone.jpg)\n\n![ط](road.png)")
    site = SiteView(Findings(content.read()), voices(), {})
    road = content.root / "reports" / "r" / "road.png"
    if change == "exchanged":
        road.write_bytes(drawing(41, 30))
    else:
        road.unlink()
    if change == "a pipe":
        os.mkfifo(road)
    elif change == "a link":
        road.symlink_to(road.with_name("phone.jpg"))
    elif change == "a folder":
        road.mkdir()
    with pytest.raises(BuildFailed, match="was changed while the site was built"):
        list(image_files(site))


def test_an_image_that_takes_too_long_while_the_site_is_built_is_told(content: Content, monkeypatch) -> None:
    """By its name: it was not changed."""
    content.report(ar="![ط](road.png)\n\n![ط](phone.jpg)")
    site = SiteView(Findings(content.read()), voices(), {})

    def slow(_: bytes) -> list[Made]:
        raise NoImage(messages.IMAGE_MEMORY())

    monkeypatch.setattr("briefings.image_files.make", slow)
    with pytest.raises(
        BuildFailed,
        match=r"road\.png cannot be shown: the image takes more memory than there is for one; save it smaller\.",
    ):
        list(image_files(site))
