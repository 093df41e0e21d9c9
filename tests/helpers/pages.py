"""The pages of a small site without building it: what each is given, and the templates in both languages.

site = view(content.root, siteurl="https://example.org/b")
page = page_of(site, "en", "briefing", "r")
html = html_of(planned_of(site, "en", "data"))
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bilingual import Voices, load_voices
from briefings.exports import data_of
from briefings.image_files import image_files
from briefings.layout import shown
from briefings.page.citation import citation_of
from briefings.page.kind import Planned
from briefings.page.page import Page
from briefings.page.site_view import SiteView
from briefings.plan import plan, results
from briefings.previews import Preview
from findings import Findings
from reports import read_site
from reports.plain_pages import read_prose

ROOT = Path(__file__).resolve().parents[2]
THEME = ROOT / "themes" / "briefing"


@cache
def voices() -> Voices:
    return load_voices(THEME / "translations", THEME / "templates", code=[ROOT / "plugins" / "briefings"])


def view(content: Path, siteurl: str = "", pdf: bool = False, **settings: Any) -> SiteView:
    """What the pages of the site in a content folder share; ``settings`` replace some of its own."""
    prose = read_prose(content / "pages", THEME / "pages")
    read = read_site(content)
    read = replace(read, settings=replace(read.settings, **settings))
    site = SiteView(Findings(read), voices(), prose, siteurl, pdf, results())
    list(image_files(site))
    return site


def data_files(site: SiteView) -> dict[str, bytes]:
    """Every data file of a site by its path below ``data/``."""
    return dict(site.once(data_of).files())


def planned_of(site: SiteView, lang: str, name: str, subject: str = "") -> Planned:
    wanted = (lang, name, subject)
    (found,) = [one for one in plan(site) if (one.page.lang, one.kind.name, one.page.subject) == wanted]
    return found


def page_of(site: SiteView, lang: str, name: str, subject: str = "") -> Page:
    return planned_of(site, lang, name, subject).page


def html_of(planned: Planned, preview: Preview | None = None) -> str:
    """A page as its template shows it, with an image that stands for it if it has one."""
    template = environments()[planned.page.lang].get_template(planned.kind.template)
    return template.render({**shown(planned, citation_of(planned), preview), **planned.kind.context(planned.page)})


def environments() -> dict[str, Environment]:
    """The templates, by the language that they speak, with the settings of the real site."""
    env = Environment(
        loader=FileSystemLoader(THEME / "templates"),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    return {lang: voice.install(env) for lang, voice in voices().items()}
