"""What stands for a page where its address is shared: tags, and an image that says what the page does."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from PIL import Image

from briefings import previews
from briefings.assets import preview_image
from briefings.assets.lettering import lettering
from briefings.assets.preview_image import ACCENT, INK, PAPER, Card, image, svg
from briefings.plan import plan
from briefings.previews import forget_others, preview_of, touch_icon
from tests.conftest import CONTENTS
from tests.helpers.content import Content
from tests.helpers.pages import THEME, html_of, planned_of, view

SITE = "https://example.org/b"
EVENT = "2031-03-05-marzuba-market/market-strike"
#: Words for sources that are not named.
OF_OTHERS = ("more", "source", "sources", "مصدر", "ومصدر", "ومصدران", "مصادر", "آخران", "أخرى")
LONG = "قصف على سوق شعبي في حي القاطرجي وحي المرجة شرقي مدينة حلب يوقع عشرات القتلى والجرحى من المدنيين وفيهم أطفال"


@pytest.fixture(scope="module")
def golden() -> object:
    return view(CONTENTS["golden"], SITE)


def lines(drawing: str, colour: str = "#") -> list[tuple[float, str]]:
    """The lines of a drawing, or those in a colour, each with the size of its letters, without signs of direction."""
    found = re.findall(rf'<text [^>]*font-size="([\d.]+)"[^>]*fill="{colour}[^>]*>(.*?)</text>', drawing)
    return [(float(size), re.sub(r"<[^>]+>|[\u2066-\u2069]", "", unescape(words))) for size, words in found]


def tags(html: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">', html)
    assert len(found) == len({key for key, _ in found})
    return {key: unescape(value) for key, value in found}


# The tags


def test_without_a_public_address_nothing_is_said_and_nothing_drawn(tmp_path: Path) -> None:
    planned = planned_of(view(Content(tmp_path).report().root), "en", "briefing", "r")
    assert preview_of(planned, None) is None
    assert tags(html_of(planned)) == {}


def test_a_page_says_what_it_is_with_addresses_in_full(golden: object) -> None:
    planned = planned_of(golden, "en", "dossier", "valley-spring")
    preview = preview_of(planned, None)
    assert preview
    said = tags(html_of(planned, preview))
    assert said["og:url"] == f"{SITE}/{planned.path}"
    assert said["og:title"] == planned.heading.text
    assert said["og:image"] == said["twitter:image"] == f"{SITE}/{preview.path}"
    assert said["og:image:alt"] == said["twitter:image:alt"] == preview.alt
    assert (said["og:locale"], said["og:locale:alternate"]) == ("en_GB", "ar_AR")
    assert said["twitter:card"] == "summary_large_image"


def test_a_page_without_an_image_has_a_small_preview(golden: object) -> None:
    said = tags(html_of(planned_of(golden, "ar", "timeline")))
    assert said["twitter:card"] == "summary"
    assert not {"og:image", "twitter:image"} & said.keys()


def test_the_page_of_both_languages_is_shared_by_both_names(golden: object) -> None:
    said = tags(html_of(planned_of(golden, "ar", "front")))
    assert (said["og:title"], said["og:url"]) == ("إسناد · Isnad", f"{SITE}/index.html")


def test_browsers_colour_what_is_around_a_page_as_its_paper() -> None:
    papers = re.findall(r"--paper: (#\w+);", (THEME / "styles" / "tokens.css").read_text("utf-8"))
    told = re.findall(r'content="(#\w+)"', (THEME / "templates" / "theme_color.html").read_text("utf-8"))
    assert told == papers[:2]


def test_images_have_the_colours_of_the_pages() -> None:
    tokens = (THEME / "styles" / "tokens.css").read_text("utf-8")
    for name, colour in {"paper": PAPER, "ink": INK, "accent": ACCENT}.items():
        assert re.search(rf"--{name}: (#\w+);", tokens)[1] == colour


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_page_of_an_event_says_how_another_site_shows_it(golden: object, lang: str) -> None:
    planned = planned_of(golden, lang, "event", EVENT)
    preview = preview_of(planned, None)
    assert preview
    assert (preview.width, preview.height) == Image.open(io.BytesIO(preview.data)).size
    html = html_of(planned, preview)
    told = f'<iframe src="{SITE}/embed/{lang}/{EVENT}/index.html" title="{planned.heading.text}" width="100%" height="280" loading="lazy"></iframe>'
    assert told in unescape(html)
    assert f'{preview.path}">' in html


def test_without_a_public_address_nothing_is_said_of_other_sites(tmp_path: Path) -> None:
    record = (
        "events: {raid: {type: shelling, when: 2016-10-04, where: aleppo}}\nclaims: {c: {by: witness, about: raid}}\n"
    )
    site = view(Content(tmp_path).report(record=record, ar="[x]{.raid} [c]{.c}").root)
    assert "iframe" not in html_of(planned_of(site, "en", "event", "r/raid"))


# What images say


@pytest.mark.slow
def test_an_image_says_nothing_that_its_page_does_not(golden: object) -> None:
    """So nothing of a draft, and no redacted word: neither is on a page."""
    seen = 0
    for planned in plan(golden):
        if planned.kind.card:
            card = planned.kind.card(planned)
            page = " ".join(re.sub(r"<[^>]+>|[\u2066-\u2069]", "", unescape(html_of(planned))).split())
            assert card.title in page
            assert card.number in page
            for name in re.findall(r"[\w’-]{4,}", card.sources.partition(":")[2]):
                assert name in page or name.removeprefix("و") in page or name in OF_OTHERS, (planned.path, name)
            seen += 1
    assert seen >= 10


def test_the_words_beside_an_image_are_those_in_it(golden: object) -> None:
    planned = planned_of(golden, "ar", "dossier", "valley-spring")
    card, preview = planned.kind.card(planned), preview_of(planned, None)
    assert preview
    drawn = " ".join(words for _, words in lines(svg(card)))
    for part in preview.alt.split(" · "):
        assert part in drawn


def test_a_title_in_the_other_language_keeps_its_direction() -> None:
    drawn = svg(Card("en", "Isnad", "البساتين في آذار", "ar"))
    assert "\u2067البساتين في آذار\u2069" in drawn.replace('</tspan><tspan font-family="IBM Plex Sans Arabic">', "")


# How they are drawn


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_long_title_stands_in_three_lines_at_most_and_within_the_image(lang: str) -> None:
    for title in (LONG, f"{LONG} {LONG} {LONG}", "x" * 200, "A strike " * 12):
        card = Card(lang, "إسناد", title, "ar" if title[0] > "\u0600" else "en", "من 39 إلى 78", "قتلى", "المصادر: أ")
        letters = lettering(card.title_lang, 600)
        in_title = lines(svg(card), INK)
        assert 1 <= len(in_title) <= 3
        assert title.startswith(" ".join(words for _, words in in_title).rstrip("…").strip())
        assert all(letters.width(words) * size <= preview_image.WIDTH - 150 for size, words in in_title)


def test_a_letter_that_no_face_has_is_drawn_without_its_sign() -> None:
    latin = lettering("en", 600)
    assert latin.drawable("\u02bfAl\u012b \U0001f389 \u7530 of H\u0323alab") == "‘Alī of Ḥalab".replace("Ḥ", "H\u0323")
    assert latin.drawable("حلب") == "حلب"


def test_arabic_letters_are_measured_as_they_join() -> None:
    letters = lettering("ar", 400)
    assert letters.width("ببب") < 3 * letters.width("ب")
    assert letters.width("بَ") == letters.width("ب")


def test_what_runs_over_the_end_of_a_line_is_closed_and_opened_again() -> None:
    for line in lettering("ar", 400).lines("قال \u2068one two three four five six\u2069 في حلب", 8):
        assert line.count("\u2068") == line.count("\u2069")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_an_image_is_a_small_png_and_always_the_same(lang: str) -> None:
    words = (
        LONG if lang == "ar" else "Strikes on a market and on housing in several quarters of a city, told by many " * 2
    )
    card = Card(lang, "إسناد", words, lang, "1,234 to 5,678", words, f"{words} {words}")
    data = image(card, None)
    assert image(card, None) == data
    assert len(data) < 60_000
    with Image.open(io.BytesIO(data)) as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
    with Image.open(io.BytesIO(image(replace(card, number="1,234 to 5,679"), None))) as other:
        assert other.convert("RGB").tobytes() != Image.open(io.BytesIO(data)).convert("RGB").tobytes()


def test_the_touch_icon_is_square_to_its_corners() -> None:
    with Image.open(io.BytesIO(touch_icon(THEME))) as icon:
        assert icon.size == (180, 180)
        assert icon.convert("RGBA").getpixel((0, 0)) == (*bytes.fromhex(ACCENT[1:]), 255)


# How they are kept


def test_an_image_is_drawn_once_and_forgotten_when_no_page_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(preview_image, "_painted", lambda drawing, *size: drawn.append(drawing) or b"")
    monkeypatch.setattr(preview_image, "_packed", lambda png: b"packed")
    card, folder = Card("en", "Isnad", "A strike", "en"), previews.folder_in(tmp_path)
    assert image(card, folder) == image(card, folder) == b"packed"
    assert len(drawn) == 1
    other = replace(card, title="Another")
    image(other, folder)
    forget_others(tmp_path, {preview_image.kept_as(other)})
    assert [file.name for file in folder.iterdir()] == [preview_image.kept_as(other)]
    image(card, folder)
    assert len(drawn) == 3
