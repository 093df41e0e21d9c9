"""Is what a reader sees of a report what its data says, word for word?

A report's text is on its pages in both languages, in plain text among the data, in pieces as the words of each mark,
and in what the search looks through. A word that is in one of them and not in the others was taken out, or put in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .faults import Fault
from .page_grammar import NotWellFormed
from .report_reading import Reading, read_report
from .search_pieces import documents, search_pieces
from .site import LANGUAGES, Site

BAR = "█"
#: So much of a text is quoted in a fault.
QUOTED = 60
#: What joins the words of a claim that a text tells in several places.
_JOINED = " […] "
_CLAIM = re.compile(r"briefings/([^/]+)/index\.html#claim-(.+)")
_BRIEFING = re.compile(r"briefings/([^/]+)/index\.html")
_LANGUAGE = re.compile(r"#([a-z]{2})_")


def same_words(site: Site) -> Iterator[Fault]:
    """Every place where a page, the plain text, the words of marks or the search says another word of a report.

    No fault quotes a text that has a bar in it, wherever the difference is.
    """
    texts: dict[str, dict[str, str]] = {}
    for slug, report in site.reports.items():
        texts[slug] = {lang: text for lang in LANGUAGES if (text := _plain(site, slug, lang)) is not None}
        marks = [mark for mark in report.get("marks", []) if isinstance(mark, dict)]
        silent = any(BAR in text for text in texts[slug].values()) or any(BAR in mark["exact"] for mark in marks)
        for lang in LANGUAGES:
            name = f"{lang}/briefings/{slug}/index.html"
            if name in site.files:
                yield from _page(site, name, slug, texts[slug], marks, silent)
        yield from _annotated(site, slug, marks, texts[slug])
    yield from _searched(site, texts)
    yield from search_pieces(site)


def _plain(site: Site, slug: str, lang: str) -> str | None:
    name = f"data/reports/{slug}.{lang}.txt"
    return site.text(name) if name in site.files else None


def _page(
    site: Site, name: str, slug: str, texts: dict[str, str], marks: Sequence[dict], silent: bool
) -> Iterator[Fault]:
    try:
        shown = read_report(site.text(name))
    except NotWellFormed:
        return  # ``presence`` tells
    silent = silent or any(BAR in text for text in shown.texts.values())
    if shown.beside:
        yield Fault(name, f"shows words beside the text of the report{_quoted(shown.beside, silent)}")
    for lang in sorted({*texts, *shown.texts}):
        file = f"data/reports/{slug}.{lang}.txt"
        if lang not in texts:
            yield Fault(name, f"shows the report in “{lang}”, and {file} is not there")
        elif why := _differ(shown.texts.get(lang, ""), texts[lang], silent):
            yield Fault(name, f"shows another text in “{lang}” than {file}: {why}")
    yield from _marked(name, slug, shown, marks, silent)


def _marked(name: str, slug: str, shown: Reading, marks: Sequence[dict], silent: bool) -> Iterator[Fault]:
    """The words of each mark, on the page and in the report's file."""
    file = f"data/reports/{slug}.json"
    given = {(mark["lang"], mark["anchor"]): _words(mark["exact"]) for mark in marks}
    for (lang, anchor), said in given.items():
        if (lang, anchor) not in shown.marks:
            yield Fault(name, f"does not show {anchor} in the text, a mark of {file}")
        elif said != _words(shown.marks[lang, anchor]):
            yield Fault(name, f"shows other words of {anchor} than {file}{_quoted(shown.marks[lang, anchor], silent)}")
    for lang, anchor in sorted(shown.marks.keys() - given.keys()):
        if shown.marks[lang, anchor].strip(BAR):
            yield Fault(name, f"marks {anchor}, of which {file} says nothing")


def _annotated(site: Site, slug: str, marks: Sequence[dict], texts: dict[str, str]) -> Iterator[Fault]:
    """The words of each mark in the annotations, and where these say that they stand in the plain text."""
    name = f"data/reports/{slug}.annotations.jsonld"
    if name not in site.files:
        return
    value = site.json(name)
    items = value.get("items", []) if isinstance(value, dict) else []
    told = {}
    for item in items:
        anchor = item["target"]["scope"].rpartition("#")[2]
        lang = match[1] if (match := _LANGUAGE.match(f"#{anchor}")) else ""
        selectors = {selector["type"]: selector for selector in item["target"]["selector"]}
        exact, place = selectors["TextQuoteSelector"]["exact"], selectors["TextPositionSelector"]
        told[anchor] = exact
        if texts.get(lang, "")[place["start"] : place["end"]] != exact:
            yield Fault(name, f"says that the words of {anchor} stand where data/reports/{slug}.{lang}.txt has others")
    given = {mark["anchor"]: mark["exact"] for mark in marks}
    for anchor in sorted(told.keys() | given.keys()):
        if told.get(anchor) != given.get(anchor):
            yield Fault(name, f"says other words of {anchor} than data/reports/{slug}.json")


def _searched(site: Site, texts: dict[str, dict[str, str]]) -> Iterator[Fault]:
    """What the search looks through of a report's text: all of it behind its summary, and the words of its claims."""
    joined = {(slug, lang): " ".join(_words(text)) for slug, own in texts.items() for lang, text in own.items()}
    for file, document in documents(site):
        briefing, claim = _BRIEFING.fullmatch(document["at"]), _CLAIM.fullmatch(document["at"])
        slug = briefing[1] if briefing else claim[1] if claim else ""
        for lang in LANGUAGES if slug in texts else ():
            text = joined.get((slug, lang), "")
            if briefing:
                said = " ".join(_words(document.get(f"text_{lang}", "")))
                if said not in (text, f"{_summary(site, slug, lang)} {text}".strip()):
                    yield Fault(file, f"has another text of {slug} in “{lang}” than data/reports/{slug}.{lang}.txt")
            for words in document.get(f"title_{lang}", "").split(_JOINED) if claim else ():
                if " ".join(_words(words)) not in text:
                    yield Fault(file, f"has words of {document['at']} in “{lang}” that its text does not have")


def _summary(site: Site, slug: str, lang: str) -> str:
    summary = site.reports[slug].get("summary")
    return " ".join(_words(summary.get(lang) or "")) if isinstance(summary, dict) else ""


def _words(text: str) -> list[str]:
    return text.split()


def _differ(shown: str, given: str, silent: bool) -> str:
    """Where two texts have not the same words; an empty text where they have."""
    here, there = _words(shown), _words(given)
    if here == there:
        return ""
    at = next((at for at, pair in enumerate(zip(here, there, strict=False)) if pair[0] != pair[1]), -1)
    at = min(len(here), len(there)) if at < 0 else at
    if silent:
        return f"from word {at + 1} on"
    first, second = (" ".join(side[at : at + 5])[: QUOTED // 2] or "nothing" for side in (here, there))
    return f"from word {at + 1} on, “{first}” and not “{second}”"


def _quoted(text: str, silent: bool) -> str:
    return "" if silent else f": “{' '.join(_words(text))[:QUOTED]}”"
