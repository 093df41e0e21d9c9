"""Every figure leads back to the words that say it, and every mark on to what it is about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from xml.etree.ElementTree import Element

import pytest

from tests.site.built_site import LANGUAGES, BuiltSite, Link, Page, classes, flat, other, text_of
from tests.site.spoken import meant, tabled


def test_every_figure_leads_to_the_marked_words_that_say_it(site: BuiltSite) -> None:
    """In the page's language where the report has it, else in Arabic."""
    seen = 0
    for page in site.pages.values():
        for element in page.having("data-claim"):
            slug, claim = element.get("data-claim", "").split("/")
            link = page.link_around(element)
            assert link is not None, (page, slug, claim)
            lang = page.lang or page.language_of(element)
            assert link.path == f"{lang}/briefings/{slug}/index.html", (page, link)
            target = site.pages[link.path].ids[link.fragment]
            assert claim in target.get("data-ref", "").split(), (page, link)
            assert site.pages[link.path].language_of(target) == site.words_language(slug, lang), (page, link)
            seen += 1
    assert seen


def test_every_figure_says_what_the_table_says(site: BuiltSite) -> None:
    figures = defaultdict(set)
    for row in site.table("casualties"):
        figures[f"{row['report']}/{row['claim']}"].add(tabled(row))
    for page in site.pages.values():
        for element in page.having("data-claim"):
            said = meant(text_of(element), page.language_of(element))
            assert said in figures[element.get("data-claim")], (page, element.attrib, said)


def test_every_figure_of_the_table_is_on_its_briefing_page_in_both_languages(site: BuiltSite) -> None:
    """And no other, but for the answer of the report's main event: that holds what all reports say of it."""
    for page in site.paired:
        if page.slug:
            answers = [element for element in page.named("section") if "answer" in classes(element)]
            answered = [inner for answer in answers for inner in answer.iter() if "data-claim" in inner.attrib]
            rows = [row for row in site.table("casualties") if row["report"] == page.slug]
            own = [element for element in page.having("data-claim") if element not in answered]
            assert _said(page, own) == _tabled(rows), page
            events = {key for answer in answers for key in answer.get("data-event", "").split()}
            about = [row for row in site.table("casualties") if events & {*row["event"].split(";")}]
            assert _said(page, answered) <= _tabled(about), page


def test_every_figure_of_an_event_is_on_its_page_in_both_languages(site: BuiltSite) -> None:
    for key in site.events:
        rows = [row for row in site.table("casualties") if key in row["event"].split(";")]
        for lang in LANGUAGES:
            page = site.page(lang, f"events/{key}")
            assert _said(page, page.having("data-claim")) == _tabled(rows), page


def _said(page: Page, figures: list[Element]) -> set[tuple]:
    return {(element.get("data-claim"), meant(text_of(element), page.lang)) for element in figures}


def _tabled(rows: list[dict[str, str]]) -> set[tuple]:
    return {(f"{row['report']}/{row['claim']}", tabled(row)) for row in rows}


def test_every_figure_is_one_step_from_the_casualties_page_in_both_languages(site: BuiltSite) -> None:
    """Of an event, on the page to which its line leads; of a time of its own, in its line."""
    rows = Counter((f"{row['report']}/{row['claim']}", tabled(row)) for row in site.table("casualties"))
    for lang in LANGUAGES:
        page = site.page(lang, "casualties")
        shown: Counter = Counter()
        for line in (e for e in page.elements if "index-line" in classes(e)):
            shown += _counted(page, line)
            if key := line.get("data-event"):
                (link,) = [page.link_of[inner] for inner in line.iter() if inner in page.link_of]
                assert link.target == f"{lang}/events/{key}/index.html"
                event = site.pages[link.path]
                for telling in (e for e in event.elements if "telling" in classes(e)):
                    shown += _counted(event, telling)
        assert rows - shown == Counter(), lang
        assert set(shown) == set(rows), lang


def _counted(page: Page, within: Element) -> Counter:
    figures = (e for e in within.iter() if "data-claim" in e.attrib)
    return Counter((e.get("data-claim"), meant(text_of(e), page.lang)) for e in figures)


def test_what_nobody_counted_is_never_shown_as_a_number(site: BuiltSite) -> None:
    uncounted = {"en": {"some, number not given"}, "ar": {"لم يُذكر العدد"}}
    claims = defaultdict(list)
    for row in site.table("casualties"):
        claims[f"{row['report']}/{row['claim']}"].append(row)
    only_uncounted = {claim for claim, rows in claims.items() if not any(row["low"] for row in rows)}
    for page in site.pages.values():
        for element in page.having("data-claim"):
            if element.get("data-claim") in only_uncounted:
                assert text_of(element) in uncounted[page.language_of(element)], (page, element.attrib)


def marks_by_anchor(site: BuiltSite, slug: str) -> dict[str, dict]:
    return {mark["anchor"]: mark for mark in site.report(slug)["marks"]}


def test_every_mark_of_the_json_is_on_the_page_of_both_languages(site: BuiltSite) -> None:
    for slug in site.slugs:
        anchors = marks_by_anchor(site, slug)
        assert len(anchors) == len(site.report(slug)["marks"]), f"{slug}: an anchor stands twice"
        for lang in LANGUAGES:
            page = site.briefing(lang, slug)
            assert [anchor for anchor in anchors if anchor not in page.ids] == [], page
            for anchor, mark in anchors.items():
                element = page.ids[anchor]
                assert element.get("data-ref", "").split() == mark["ids"], (page, anchor)
                assert page.language_of(element) == mark["lang"], (page, anchor)


def test_every_marked_element_is_a_mark_of_the_json(site: BuiltSite) -> None:
    for page in site.pages.values():
        if page.dossier:
            continue
        anchors = marks_by_anchor(site, page.slug) if page.slug else {}
        assert [element.attrib for element in page.having("data-ref") if element.get("id") not in anchors] == [], page


def test_marked_elements_hold_the_exact_words_and_no_more(site: BuiltSite) -> None:
    """Footnote numbers are not the text's own words."""
    for slug in site.slugs:
        for lang in LANGUAGES:
            page = site.briefing(lang, slug)
            for anchor, mark in marks_by_anchor(site, slug).items():
                assert text_of(page.ids[anchor], without="sup") == flat(mark["exact"]), (page, anchor)


def test_marks_are_quoted_with_what_stands_around_them(site: BuiltSite) -> None:
    for slug in site.slugs:
        page = site.briefing("ar", slug)
        for anchor, mark in marks_by_anchor(site, slug).items():
            block = next(step for step in page.around(page.ids[anchor]) if step.tag in BLOCKS)
            quoted = mark["prefix"] + mark["exact"] + mark["suffix"]
            assert flat(quoted) in text_of(block, without="sup footnote-backref"), (page, anchor)
            assert len(mark["prefix"]) <= 32, anchor
            assert len(mark["suffix"]) <= 32, anchor


def test_each_claim_stands_once_in_its_briefing_in_the_order_in_which_the_text_numbers_it(site: BuiltSite) -> None:
    for slug in site.slugs:
        for lang in LANGUAGES:
            page = site.briefing(lang, slug)
            entries = [id for id, element in page.ids.items() if id.startswith("claim-") and element.tag == "li"]
            assert sorted(entries) == sorted(f"claim-{id}" for id in site.record(slug)["claims"]), page
            numbers = [next(e for e in page.ids[id].iter() if "number-claim" in e.get("class", "")) for id in entries]
            assert [text_of(number) for number in numbers] == [str(n) for n in range(1, len(entries) + 1)], page


BLOCKS = ("p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd")


def test_marks_lead_on_to_what_they_are_about(site: BuiltSite) -> None:
    """Each id of a mark has a link, the marked words themselves or one in them, to an element about it."""
    for page in site.pages.values():
        for element in page.having("data-ref") if page.slug else ():
            inside = [page.link_of[inner] for inner in element.iter() if inner in page.link_of]
            links = [page.link_around(element), *inside]
            reached = {link.fragment for link in links if link and link.path == page.path}
            for id in element.get("data-ref", "").split():
                assert reached & {f"claim-{id}", f"event-{id}", f"entry-{id}"}, (page, element.get("id"), id)


def test_the_editors_marks_lead_to_the_words_of_reports_and_to_the_pages_of_entries(site: BuiltSite) -> None:
    """In a dossier: claims to the marked words that say them, events to their page, names to their page."""
    seen = 0
    for page in site.pages.values():
        for element in page.having("data-ref") if page.dossier else ():
            inside = [page.link_of[inner] for inner in element.iter() if inner in page.link_of]
            links = [link for link in [page.link_around(element), *inside] if link]
            for id in element.get("data-ref", "").split():
                assert any(_leads_to(site, page, link, id) for link in links), (page, element.get("id"), id)
                seen += 1
    assert seen


def _leads_to(site: BuiltSite, page: Page, link: Link, id: str) -> bool:
    slug, slash, inner = id.partition("/")
    if not slash:
        return re.fullmatch(rf"{page.lang}/(places|actors|sources)/{id}/index\.html", link.path) is not None
    if inner in site.record(slug)["events"]:
        return link.target == f"{page.lang}/events/{site.other_names.get(id, id)}/index.html"
    if link.path != f"{page.lang}/briefings/{slug}/index.html":
        return False
    target = site.pages[link.path].ids[link.fragment]
    language = site.pages[link.path].language_of(target)
    return inner in target.get("data-ref", "").split() and language == site.words_language(slug, page.lang)


def test_claims_events_and_entries_lead_back_to_their_words(site: BuiltSite) -> None:
    """The other direction: from the element about an id, one of its own links reaches words marked with the id; that of
    an event reaches its page, where a link does.

    But for a claim whose words are all redacted: it shows a bar for them.
    """
    for page in site.paired:
        for id, element in page.ids.items():
            kind, dash, name = id.partition("-")
            if not page.slug or not dash or kind not in ("claim", "event", "entry"):
                continue
            inside = [page.link_of[inner] for inner in element.iter() if inner in page.link_of]
            links = inside or _next_links(page, element)
            if kind == "event":
                key = f"{page.slug}/{name}"
                told = site.page(page.lang, f"events/{site.other_names.get(key, key)}")
                assert told.path in [link.target for link in links], (page, id)
                links = told.links
            marked = {ref for link in links if link.path == page.path for ref in _refs(page, link.fragment)}
            unmarked = not any(name in mark["ids"] for mark in site.report(page.slug)["marks"])
            veiled = kind == "claim" and unmarked and "████" in "".join(element.itertext())
            now = _known_as(site, page.slug, name) if kind == "event" else name
            assert now in marked or veiled, (page, id)


def _known_as(site: BuiltSite, slug: str, name: str) -> str:
    """The id under which a report has an event now; ``name`` may be its code, or what it was called before."""
    for id, event in site.record(slug)["events"].items():
        former = event.get("former", [])
        if name in (event.get("code"), *([former] if isinstance(former, str) else former)):
            return id
    return name


def _refs(page: Page, fragment: str) -> list[str]:
    return page.ids[fragment].get("data-ref", "").split() if fragment in page.ids else []


def _next_links(page: Page, element: object) -> list:
    """For an empty element that only gives a second id: the links of what holds it."""
    holder = page.parents[element]
    return [page.link_of[inner] for inner in holder.iter() if inner in page.link_of]


@pytest.mark.slow
def test_the_two_languages_of_a_page_show_the_same(site: BuiltSite) -> None:
    """The same figures, totals, marks and links, each in its own language."""
    for page in site.paired:
        if page.lang == "ar":
            twin = site.pages[page.twin]
            assert _figures(page) == _figures(twin), page
            assert _totals(page) == _totals(twin), page
            assert _marks(page) == _marks(twin), page
            assert _links(page) == _links(twin), page
            assert Counter(e.get("href") for e in page.external) == Counter(e.get("href") for e in twin.external), page


def _marks(page: Page) -> Counter:
    """What is marked. A dossier's page has its text in one language, a briefing in both."""
    name = re.compile("^(?:ar|en)_") if page.dossier else re.compile("(?!)")
    return Counter((name.sub("", e.get("id", "")), e.get("data-ref")) for e in page.having("data-ref"))


def _figures(page: Page) -> Counter:
    return Counter((e.get("data-claim"), meant(text_of(e), page.lang)) for e in page.having("data-claim"))


def _totals(page: Page) -> Counter:
    names = ("data-total", "data-scope", "data-low", "data-high", "data-open", "data-approximate", "data-contested")
    return Counter(tuple(e.get(name) for name in names) for e in page.having("data-total"))


def _links(page: Page) -> Counter:
    """The places that a page leads to, without the language: one's own becomes ``-``, the other's ``+``.

    Dates that a text's words do not say themselves are those of its own words. In an answer, an English page leads to
    the Arabic words as well, right after the English ones.
    """
    names = {page.lang: "-", other(page.lang): "+"}
    switches = page.having("hreflang")
    found = []
    for before, link in zip([None, *page.links], page.links, strict=False):
        if page.lang == "en" and before and _is_in_arabic(page, before, link):
            continue
        date = re.fullmatch(r"(?:ar|en)__when_\d+", link.fragment)
        if link.element not in switches and not date and not _in_text(page, link.element):
            path = re.sub(r"^(ar|en)/", lambda match: f"{names[match[1]]}/", link.path)
            found.append(f"{path}#{re.sub('^(?:ar|en)_', '', link.fragment)}")
    return Counter(found)


def _is_in_arabic(page: Page, before: Link, link: Link) -> bool:
    """Whether a link of an answer leads to the Arabic words of what the one before leads to in English."""
    beside = page.parents[before.element] is page.parents[link.element]
    same = before.path == link.path and before.fragment == re.sub("^ar_", "en_", link.fragment) != link.fragment
    return beside and same and any("answer" in classes(step) for step in page.around(link.element))


def _in_text(page: Page, element: object) -> bool:
    """Whether an element stands in the report's own words, which both pages show in both languages."""
    return any("parallel-cell" in (step.get("class") or "") for step in page.around(element))


def test_a_denial_stands_beside_the_number_that_it_denies_and_with_its_briefing(site: BuiltSite) -> None:
    """On the page of each event of the denied claim: whom it denies, with the way to its words; and what its report tells."""
    seen = 0
    claims = {f"{slug}/{id}": claim for slug in site.slugs for id, claim in site.record(slug)["claims"].items()}
    for key, claim in claims.items():
        slug, _, id = key.partition("/")
        for denied in _keys(slug, claim.get("denies", [])):
            for event in _keys(denied.partition("/")[0], claims[denied].get("about", [])):
                for lang in LANGUAGES:
                    page = site.page(lang, f"events/{site.other_names.get(event, event)}")
                    (answer,) = [e for e in page.named("section") if "answer" in classes(e)]
                    lines = [e for e in answer.iter() if "answer-denied" in classes(e)]
                    (line,) = [line for line in lines if id in _marked_from(site, page, line, slug)]
                    for number in (e for e in answer.iter() if denied in e.get("data-counts", "").split()):
                        (who,) = [e for e in page.parents[number].iter() if "answer-who" in classes(e)]
                        names = [text_of(e) for e in who.iter() if e.tag == "a"] or [text_of(who)]
                        assert any(name in text_of(line) for name in names), (page, key, names)
                        seen += 1
                    told = [e for e in page.named("section") if "telling" in classes(e)]
                    (links,) = [
                        links
                        for links in (
                            [page.link_of[inner] for inner in one.iter() if inner in page.link_of] for one in told
                        )
                        if links[0].path == f"{lang}/briefings/{slug}/index.html"
                    ]
                    assert f"claim-{id}" in [link.fragment for link in links], (page, key)
    assert seen


def _keys(slug: str, names: str | list[str]) -> list[str]:
    """What a record names, by its key."""
    return [name if "/" in name else f"{slug}/{name}" for name in ([names] if isinstance(names, str) else names)]


def _marked_from(site: BuiltSite, page: Page, within: Element, slug: str) -> set[str]:
    """The ids of the words of a briefing to which something leads."""
    links = [page.link_of[inner] for inner in within.iter() if inner in page.link_of]
    briefing = site.briefing(page.lang, slug)
    return {ref for link in links if link.path == briefing.path for ref in _refs(briefing, link.fragment)}


def test_figures_of_one_claim_that_are_added_say_so(site: BuiltSite) -> None:
    """In each answer: several figures of one wording are parts, and alternatives are wordings of their own."""
    seen = 0
    for page in site.paired:
        for line in page.having("data-count"):
            figures = [element for element in line.iter() if "data-claim" in element.attrib]
            assert {figure.get("data-claim") for figure in figures} == {line.get("data-count")}, page
            counted = [figure for figure in figures if "figure-uncounted" not in classes(figure)]
            assert text_of(line).count(" + ") == len(counted) - 1, (page, text_of(line))
            seen += len(counted) > 1
    assert seen
