"""What ``site.yaml`` says of a site stands on its pages: on the about page, in every footer, and on briefings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.content import SETTINGS, Content
from tests.helpers.pages import html_of, planned_of, view

SAID = {
    "limits": ("لم نر الشرق", "We did not see the east"),
    "publisher": ("المحررون", "The editors"),
    "funding": ("لا أحد", "Nobody"),
}
SCOPE = {"territory": ("حلب", "Aleppo"), "period": ("الخريف", "Autumn"), "which-harm": ("القتلى", "The killed")}


def settings(contact: str) -> str:
    lines = [f"{key}: {{ar: {ar}, en: {en}}}" for key, (ar, en) in SAID.items()]
    scope = ", ".join(f"{key}: {{ar: {ar}, en: {en}}}" for key, (ar, en) in SCOPE.items())
    sides = "sides: {government: {ar: حكومة, en: Government}, opposition: {ar: معارضة, en: Opposition}}"
    return SETTINGS + "\n".join([*lines, f"scope: {{{scope}}}", f"contact: {contact}", sides]) + "\n"


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_about_page_says_it_all_in_its_language(tmp_path: Path, lang: str) -> None:
    content = Content(tmp_path)
    content.report("r", ar="نص.")
    content.write("site.yaml", settings("a@b.example"))
    page = html_of(planned_of(view(content.root), lang, "about"))
    for ar, en in (*SAID.values(), *SCOPE.values()):
        assert f"<bdi>{ar if lang == 'ar' else en}</bdi>" in page
        assert f"<bdi>{en if lang == 'ar' else ar}</bdi>" not in page


@pytest.mark.parametrize(
    ("contact", "href"), [("a@b.example", "mailto:a@b.example"), ("https://b.example/x", "https://b.example/x")]
)
def test_every_footer_says_how_to_reach_them(tmp_path: Path, contact: str, href: str) -> None:
    content = Content(tmp_path)
    content.report("r", ar="نص.")
    content.write("site.yaml", settings(contact))
    site = view(content.root)
    for kind, subject in (("home", ""), ("briefing", "r"), ("method", "")):
        footer = html_of(planned_of(site, "en", kind, subject)).partition('<footer class="footer">')[2]
        assert f'href="{href}" rel="noopener noreferrer"><bdi dir="ltr">{contact}</bdi></a>' in footer


def test_a_briefing_says_what_it_could_not_see_between_its_events_and_its_text(tmp_path: Path) -> None:
    content = Content(tmp_path)
    events = "events: {raid: {type: shelling, when: 2016-10-04}, talks: {type: diplomacy, when: 2016-10-05}}\n"
    content.report("r", record=events)
    content.write("site.yaml", settings("a@b.example"))
    content.report("own", record=f"limits: {{ar: لم نر الغرب, en: We did not see the west}}\n{events}")
    site = view(content.root)
    for slug, words in (("r", "We did not see the east"), ("own", "We did not see the west")):
        page = html_of(planned_of(site, "en", "briefing", slug))
        assert 0 < page.find('id="event-talks"') < page.find(words) < page.find('id="report"')
        assert page.count("We did not see the") == 1


def test_a_site_that_says_nothing_of_itself_has_no_such_section(tmp_path: Path) -> None:
    content = Content(tmp_path)
    content.report("r", ar="نص.")
    page = html_of(planned_of(view(content.root), "en", "about"))
    assert "whose-site" not in page
    assert "Contact" not in page
