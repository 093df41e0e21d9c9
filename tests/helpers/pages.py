"""The pages of a small site without building it: what each is given, and the templates in both languages.

    site = view(content.root, siteurl="https://example.org/b")
    page = page_of(site, "en", "briefing", "r")
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bilingual import Voices, load_voices
from briefings.assets.image_files import image_files
from briefings.page.page import Page
from briefings.page.site_view import SiteView
from briefings.plan import plan
from findings import Findings
from reports import read_site
from reports.prose import read_prose

ROOT = Path(__file__).resolve().parents[2]
THEME = ROOT / "themes" / "briefing"
SETTINGS = {
    "SITE_NAME": {"ar": "السجل", "en": "The Record"},
    "SITE_TAGLINE": {"ar": "من قال ماذا", "en": "Who said what"},
}


@cache
def voices() -> Voices:
    return load_voices(THEME / "translations", THEME / "templates", code=[ROOT / "plugins" / "briefings"])


def view(content: Path, siteurl: str = "", **settings: object) -> SiteView:
    """What the pages of the site in a content folder share."""
    prose = read_prose(content / "pages", THEME / "pages")
    site = SiteView(Findings(read_site(content)), voices(), {**SETTINGS, "SITEURL": siteurl, **settings}, prose)
    list(image_files(site))
    return site


def pages(site: SiteView) -> list[Page]:
    return [planned.page for planned in plan(site)]


def page_of(site: SiteView, lang: str, name: str, subject: str = "") -> Page:
    (page,) = [page for page in pages(site) if (page.lang, page.name, page.subject) == (lang, name, subject)]
    return page


def environments() -> dict[str, Environment]:
    """The templates, by the language that they speak, with the settings of the real site."""
    env = Environment(
        loader=FileSystemLoader(THEME / "templates"),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    return {lang: voice.install(env) for lang, voice in voices().items()}
