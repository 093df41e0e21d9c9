"""What every page has: a twin in the other language, a language and a direction, links that lead somewhere, and
nothing from anywhere else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest

from tests.site.built_site import DIRECTIONS, LANGUAGES, BuiltSite, Page, classes, flat, letters, other, text_of
from tests.site.scopes import Scopes

#: Elements that make a browser fetch something, and the attribute that says what.
LOADING = {
    "script": "src", "img": "src", "iframe": "src", "embed": "src", "object": "data", "audio": "src", "video": "src",
    "source": "src", "track": "src", "input": "src", "image": "href", "use": "href",
}  # fmt: skip
#: Types of a <script> that is no program and that no browser runs.
DATA = {"application/json", "application/ld+json"}
#: What a <link> may be for without making a browser fetch it.
NAMING = {"alternate", "canonical"}


SECTIONS = (
    "", "dossiers", "timeline", "casualties", "places", "actors", "sources", "corrections", "data", "about", "search", "method",
)  # fmt: skip


def test_the_site_has_all_its_pages(site: BuiltSite) -> None:
    names = [*SECTIONS, *(f"briefings/{slug}" for slug in site.slugs), *(f"dossiers/{slug}" for slug in site.dossiers)]
    names += [f"{section}/{id}" for id, section in _entries_named(site).items()]
    scopes = Scopes(site)
    names += [f"months/{month}" for month in scopes.months]
    for slug in site.dossiers:
        told = [row for row in scopes.figures if row["report"] in scopes.reports_of_dossier(slug)]
        if 25 < sum(row["scope"] == "cumulative" for row in told) <= 100:
            names.append(f"dossiers/{slug}/figures")
    names += [f"events/{name}" for name in [*site.events, *site.other_names]]
    expected = {f"{lang}/{name}/index.html".replace("//", "/") for lang in LANGUAGES for name in names}
    expected |= {f"embed/{lang}/{name}/index.html" for lang in LANGUAGES for name in site.events}
    assert set(site.pages) == expected | {"index.html", "404.html"}


def test_another_name_of_an_event_leads_to_its_page_at_once(site: BuiltSite) -> None:
    """And no other page leads anywhere by itself. Where a browser does not follow, there is a heading that leads on."""
    homes = {
        f"{lang}/events/{name}/index.html": f"{lang}/events/{key}/index.html"
        for lang in LANGUAGES
        for name, key in site.other_names.items()
    }
    assert {page.path: page.moved for page in site.moved} == homes != {}
    for page in site.moved:
        (canonical,) = [link for link in page.links if link.element.get("rel") == "canonical"]
        (way,) = [link for link in page.links if link.element.tag == "a"]
        assert canonical.target == way.target == page.moved, page
        assert [step.tag for step in page.around(way.element)] == ["a", "h1", "main", "body", "html"], page
        assert len(page.named("h1")) == len(page.named("main")) == len(page.named("title")) == 1, page
        assert text_of(page.named("title")[0]) == text_of(site.pages[page.moved].named("title")[0]), page
        assert text_of(page.named("h1")[0]) == text_of(site.pages[page.moved].named("h1")[0]), page


def _entries_named(site: BuiltSite) -> dict[str, str]:
    """The entries of the registry that published records, marks and dossiers name, and all above them: id → section."""
    files = {name: site.source(f"registry/{name}.yaml") for name in ("places", "actors", "sources")}
    above = {"places": "within", "actors": "part-of", "sources": "speaks-for"}
    home = {id: name for name, entries in files.items() for id in entries}
    named = {mark for slug in site.slugs for item in site.report(slug)["marks"] for mark in item["ids"]}
    named |= {word for slug in site.slugs for word in _words(site.record(slug))}
    named |= {id for slug in site.dossiers for id in _marked(site, slug)}
    found: dict[str, str] = {}
    for id in named & home.keys():
        while id and id not in found:
            found[id] = home[id]
            id = files[home[id]][id].get(above[home[id]])
    return found


def _words(value: object) -> Iterator[str]:
    """Every word of a record that stands as a value, however deep: those that are ids name entries."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("title", "corrections"):
                yield from _words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)


def _marked(site: BuiltSite, slug: str) -> Iterator[str]:
    """What a dossier is selected by, and what its published text is marked with."""
    wanted = site.source(f"dossiers/{slug}/dossier.yaml")
    for key in ("places", "actors"):
        yield from [wanted[key]] if isinstance(wanted.get(key), str) else wanted.get(key, [])
    for element in site.page("ar", f"dossiers/{slug}").having("data-ref"):
        yield from element.get("data-ref", "").split()


def test_pages_are_well_formed(site: BuiltSite) -> None:
    assert {page: page.errors for page in site.pages.values() if page.errors} == {}


def test_every_page_has_its_twin(site: BuiltSite) -> None:
    assert [page for page in [*site.paired, *site.moved] if page.twin not in site.pages] == []


def test_pages_name_both_languages_of_themselves(site: BuiltSite) -> None:
    for page in site.paired:
        alternates = {
            link.element.get("hreflang"): link.path
            for link in page.links
            if link.element.tag == "link" and link.element.get("rel") == "alternate" and link.element.get("hreflang")
        }
        assert alternates == {page.lang: page.path, other(page.lang): page.twin, "x-default": "index.html"}, page


def test_the_switch_leads_to_the_twin_and_says_so_in_its_language(site: BuiltSite) -> None:
    for page in site.paired:
        (switch,) = page.having("data-switch")
        assert page.link_of[switch].target == page.twin, page
        assert switch.get("hreflang") == switch.get("lang") == other(page.lang), page
        assert switch.get("dir") == DIRECTIONS[other(page.lang)], page
        assert letters(text_of(switch), "ARABIC" if page.lang == "en" else "LATIN"), page


def test_pages_say_their_language_and_direction(site: BuiltSite) -> None:
    for page in site.pages.values():
        (html,) = page.named("html")
        lang = page.path.split("/")[1] if page.framed else page.lang
        assert html.get("lang") == (lang or "ar"), page
        assert html.get("dir") == DIRECTIONS[html.get("lang", "")], page


def test_a_change_of_language_is_a_change_of_direction(site: BuiltSite) -> None:
    for page in site.pages.values():
        for element in page.having("lang"):
            right = DIRECTIONS.get(element.get("lang", ""), "auto")  # a document may be in any language
            assert element.get("dir") in (right, "auto"), (page, text_of(element))


#: Names of formats, and grades of the Admiralty system, which are written the same in both languages.
SHARED = re.compile(r"(?<![A-Za-z])(?:CSV|JSON|Atom|SHA[-\u2011]256|EDTF|UTC|[A-F][1-6]?)(?![A-Za-z])")
SCRIPTS = {"ar": "ARABIC", "en": "LATIN"}


def test_words_stand_in_the_language_that_they_are_in(site: BuiltSite) -> None:
    """No English interface words on Arabic pages and the reverse: what is in the other language says so.

    Codes, addresses and isolated names have no language; a ``<title>`` cannot change its own half-way; and in a
    report's own words an author may name a thing in its own script, as the registry may.
    """
    names = re.compile("|".join(map(re.escape, sorted(_names(site), key=len, reverse=True))) or "$^")
    wrong: dict[str, set[str]] = {}
    for page in site.pages.values():
        for element, text in page.words():
            if page.language_of(element) not in LANGUAGES:
                continue  # the title or the words of a document, in its own language
            foreign = SCRIPTS[other(page.language_of(element))]
            if letters(SHARED.sub("", names.sub("", text)), foreign) and not _is_exempt(page, element):
                wrong.setdefault(page.path, set()).add(flat(text))
    assert wrong == {}, "\n".join(f"{path}: {texts}" for path, texts in wrong.items())


def _names(site: BuiltSite) -> set[str]:
    """Names that the registry writes in the other language's script."""
    files = [site.source(f"registry/{name}.yaml") for name in ("places", "actors", "sources")]
    entries = [entry for file in files for entry in file.values()]
    pairs = [(entry["name"][lang], SCRIPTS[other(lang)]) for entry in entries for lang in LANGUAGES]
    return {name for name, foreign in pairs if letters(name, foreign)}


def _is_exempt(page: Page, element: Element) -> bool:
    own = SCRIPTS[page.language_of(element)]
    return any(
        step.tag.rpartition("}")[2] in ("code", "title")
        or {"external", "parallel-cell"} & {*classes(step)}
        or (step.tag == "bdi" and not letters(text_of(step), own))
        for step in page.around(element)
    )


def test_ids_are_unique(site: BuiltSite) -> None:
    for page in site.pages.values():
        counts = Counter(element.get("id") for element in page.having("id"))
        assert [id for id, count in counts.items() if count > 1 or not id] == [], page


def test_what_labels_an_element_is_on_the_page(site: BuiltSite) -> None:
    for page in site.pages.values():
        for attribute in ("aria-labelledby", "aria-describedby", "for"):
            named = [id for element in page.having(attribute) for id in element.get(attribute, "").split()]
            assert [id for id in named if id not in page.ids] == [], page


def test_links_and_controls_have_names(site: BuiltSite) -> None:
    for page in site.pages.values():
        for element in page.named("a", "button", "summary"):
            assert text_of(element) or element.get("aria-label"), (page, element.attrib)


def test_links_within_the_site_lead_to_a_file_and_a_place_in_it(site: BuiltSite) -> None:
    for page in site.pages.values():
        dead = [
            link.target
            for link in page.links
            if link.path not in site.files
            or (link.fragment and link.fragment not in (site.pages[link.path].ids if link.path in site.pages else ()))
        ]
        assert dead == [], page


def test_links_within_the_site_are_relative_and_name_files(site: BuiltSite) -> None:
    for page in site.pages.values():
        for link in page.links:
            address = urlsplit(link.element.get("href", ""))
            assert not address.path.startswith("/"), (page, address)
            assert not address.query, (page, address)
            assert address.path or address.fragment, (page, text_of(link.element))
            assert not address.path or re.search(r"\.\w+$", address.path), (page, address)


def test_links_do_not_stand_in_links(site: BuiltSite) -> None:
    """A browser ends the outer link where the inner one begins; the parser here does as browsers do."""
    for page in site.pages.values():
        nested = [
            text_of(element)
            for element in page.named("a")
            if any(step.tag == "a" for step in list(page.around(element))[1:])
        ]
        assert nested == [], page


def test_other_hosts_are_only_linked_to_and_learn_nothing(site: BuiltSite) -> None:
    for page in site.pages.values():
        for element in page.external:
            assert element.tag == "a", (page, element.attrib)
            assert urlsplit(element.get("href", "")).scheme in ("http", "https", "mailto"), (page, element.attrib)
            assert {"noopener", "noreferrer"} <= set((element.get("rel") or "").split()), (page, element.attrib)


def test_pages_load_nothing_from_elsewhere(site: BuiltSite) -> None:
    for page in site.pages.values():
        for element in page.elements:
            loaded = [element.get(name, "") for name in (LOADING.get(element.tag, ""), "srcset", "poster")]
            if element.tag == "link" and not NAMING & set((element.get("rel") or "").split()):
                loaded.append(element.get("href", ""))
            for address in filter(None, loaded):
                parts = urlsplit(address)
                assert not parts.scheme, (page, address)
                assert not parts.netloc, (page, address)
            assert element.tag not in ("base", "iframe", "object", "embed"), (page, element.tag)
            if element.tag == "form":  # the search: what is asked stays on the site
                action = urlsplit(element.get("action", ""))
                assert not action.scheme + action.netloc, page
                assert "search/" in action.path + page.path, page
                assert element.get("method") == "get", page
            refreshing = element.tag == "meta" and element.get("http-equiv", "").lower() == "refresh"
            assert not refreshing or page.moved in site.pages, page


def test_pages_have_no_script_or_style_of_their_own(site: BuiltSite) -> None:
    for page in site.pages.values():
        programs = [element for element in page.named("script") if element.get("type") not in DATA]
        assert [text_of(element) for element in programs if text_of(element)] == [], page
        assert page.named("style") == [], page
        assert [element.attrib for element in page.having("style")] == [], page
        handlers = [name for element in page.elements for name in element.attrib if name.startswith("on")]
        assert handlers == [], page
        assert [e.attrib for e in page.having("href") if e.get("href", "").startswith("javascript")] == [], page


def test_pages_have_one_first_heading_and_a_main_part(site: BuiltSite) -> None:
    for page in site.paired:
        assert len(page.named("h1")) == 1, page
        assert len(page.named("main")) == 1, page
        (skip,) = [element for element in page.named("a") if "skip" in classes(element)]
        assert page.ids[page.link_of[skip].fragment].tag == "main", page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_has_a_title_of_its_own(site: BuiltSite, lang: str) -> None:
    titles = Counter(text_of(page.named("title")[0]) for page in site.paired if page.lang == lang)
    assert [title for title, count in titles.items() if count > 1] == []


def test_the_style_sheets_load_nothing_from_elsewhere(site: BuiltSite) -> None:
    for name, path in site.files.items():
        if name.endswith((".css", ".svg", ".js")):
            text = path.read_text("utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
            if name.endswith(".css"):
                text = re.sub(r'url\("data:font/woff2;base64,[\w+/=]+"\)', "", text)  # the faces, in the sheet itself
            assert re.findall(r"(?:https?:)?//[\w.-]+\.\w+|@import|data:", _without_comments(text)) == [], name
            for address in re.findall(r"url\(\s*[\"']?([^\"')]+)", text):
                found = (path.parent / address).resolve().relative_to(site.root.resolve()).as_posix()
                assert found in site.files, (name, address)


def test_the_style_sheets_know_no_left_and_right(site: BuiltSite) -> None:
    """Only logical properties turn round with the direction of a page."""
    physical = re.compile(
        r"(?<![-\w])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[-\w]*|left|right"
        r"|border-(?:top|bottom)-(?:left|right)-radius)\s*:"
        r"|(?:float|clear|text-align|caption-side|background-position)\s*:\s*(?:left|right)\b"
    )
    four = re.compile(r"(?<![-\w])((?:margin|padding|inset|border-width|border-color)\s*:\s*([^;{}]+))")
    for name, path in site.files.items():
        if name.endswith(".css"):
            text = _without_comments(path.read_text("utf-8"))
            assert [match.group() for match in physical.finditer(text)] == [], name
            for whole, values in four.findall(text):
                sides = values.replace("!important", "").split()
                assert len(sides) != 4 or sides[1] == sides[3], (name, whole)


def _without_comments(text: str) -> str:
    return re.sub(r"/\*.*?\*/|^\s*//.*?$", "", text, flags=re.S | re.M)
