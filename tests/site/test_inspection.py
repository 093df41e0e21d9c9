"""The inspection finds nothing in the sites that are built here, and each fault that is planted in a copy of one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import inspection
import inspection.site
from inspection import CHECKS, inspect
from inspection.page_reading import read_page

MARKET = "briefings/2031-03-05-marzuba-market/index.html"
BRIEFING = f"en/{MARKET}"
STRIKE = "2031-03-05-marzuba-market/market-strike"
EVENT, FRAMED = f"en/events/{STRIKE}/index.html", f"embed/en/{STRIKE}/index.html"
REPORT = "data/reports/2031-03-05-marzuba-market.json"


@dataclass(frozen=True)
class Planted:
    """A change of one file, and what the inspection says of it: every fault has one of ``told`` in it, and all are met.

    ``old`` becomes ``new`` where it first stands; with neither the file is removed, with ``new`` alone it is made.
    """

    check: str
    file: str
    old: str | None
    new: str | None
    told: tuple[str, ...]


def planted(check: str, file: str, old: str | None, new: str | None, *told: str) -> object:
    name = next((word for word in told), file)
    return pytest.param(Planted(check, file, old, new, told), id=f"{check}: {name[:70]}")


#: The first of these files that has what is to be changed.
SEARCH = "theme/search/documents-*.js"
HEAD, BODY, END = '<meta charset="utf-8">', '<main id="main"', "</main>"

PRESENCE = [
    planted("presence", "en/months/1900-01/index.html", None, None, "en/months/1900-01/index.html: is not there, and ar/months"),
    planted("presence", "ar/feed.xml", None, None, "ar/feed.xml: is not there"),
    planted("presence", "en/about/index.html", None, None, "en/about/index.html: is not there"),
    planted("presence", EVENT, None, None, f"{EVENT}: is not there, and data/events.csv has the event", "is not there, and ar/events"),
    planted("presence", FRAMED, None, None, f"{FRAMED}: is not there, and data/events.csv has the event", "is not there, and embed/ar"),
    planted("presence", FRAMED, 'lang="en"', 'lang="ar"', "says that it is in “ar”"),
    planted("presence", f"data/events/{STRIKE}.json", None, None, "market-strike.json: is not there, and data/events.csv has the event"),
    planted("presence", "en/events/2031-03-07-qandara/the-market/index.html", "0; url=../../2031-03-05-marzuba-market/market-strike/", "0; url=../../2031-03-05-marzuba-market/hill-clash/", f"the-market/index.html: does not lead to {EVENT}"),
    planted("presence", "en/events/2031-03-12-two-shores/MZ-17/index.html", None, None, "MZ-17/index.html: is not there, and", "is not there, and ar/events"),
    planted("presence", "en/about/index.html", HEAD, f'{HEAD}<meta http-equiv="refresh" content="0; url=../index.html">', "leads on at once, which only another name of an event does"),
    planted("presence", "robots.txt", None, None, "robots.txt: is not there"),
    planted("presence", "404.html", None, None, "404.html: is not there"),
    planted("presence", "data/casualties.hxl.csv", None, None, "data/casualties.hxl.csv: is not there, and data/datapackage"),
    planted("presence", "data/reports/tallun-winter.ar.txt", None, None, "data/reports/tallun-winter.ar.txt: is not there"),
    planted("presence", "en/extra/index.html", None, "<!doctype html>", "ar/extra/index.html: is not there", "en/extra"),
    planted("presence", "data/extra.csv", None, "a\n1\n", "data/extra.csv: is not described"),
    planted("presence", "en/about/index.html", 'lang="en"', 'lang="ar"', "en/about/index.html: says that it is in “ar”"),
    planted("presence", "en/about/index.html", 'dir="ltr"', 'dir="rtl"', "runs rtl, and not ltr"),
    planted("presence", "en/about/index.html", "<title>About this trial site · Isnad</title>", "<title> </title>", "has no title"),
    planted("presence", "en/about/index.html", HEAD, "", "does not say that it is in UTF-8"),
    planted("presence", "en/about/index.html", END, "", "cannot be read: line"),
    planted("presence", "en/about/index.html", BODY, '<main id=main', "cannot be read: line"),
    planted("presence", "data/reports/tallun-winter.original.txt", None, "x", "is an original that no report names"),
    planted(
        "presence", "data/reports/2031-03-05-marzuba-market.json", '"original": null',
        '"original": {"path": "reports/gone.original.txt", "sha256": "0"}', "data/reports/gone.original.txt: is not there, and",
    ),
    planted(
        "presence", "data/reports/2031-03-05-marzuba-market.json", '"original": null',
        '"original": {"path": "claims.csv", "sha256": "0"}', "data/claims.csv: is not the file that data/reports/2031",
    ),
    planted(
        "presence", "data/reports/2031-03-07-qandara.json", '"original": null',
        '"original": {"path": "gone.txt", "sha256": "0"}', "data/gone.txt: is not there",
        "data/gone.txt: is published, and words of the report 2031-03-07-qandara are redacted",
    ),
    planted("presence", "data/reports/2031-03-07-qandara.json", '"sha256": null', '"sha256": "0"', "data/reports/2031-03-07-qandara.json: has a hash, and words of the report are redacted"),
    planted("presence", BRIEFING, 'id="event-hill-clash"', 'id="hill-clash"', "has no event-hill-clash, which data/events.csv has"),
    planted("presence", BRIEFING, 'id="claim-plea"', 'id="plea"', "has no claim-plea, which data/claims.csv has"),
    planted("presence", BRIEFING, 'id="en_plea"', 'id="plea"', f"has no en_plea, a mark of {REPORT}"),
    planted("presence", BRIEFING, 'id="en_plea" data-ref="plea"', 'id="en_plea" data-ref="other"', "marks en_plea otherwise"),
    planted("presence", "data/links.csv", ",text,", ",txt,", "data/links.csv: has", "data/links.csv: is not the file that"),
    planted("presence", "data/datapackage.json", "{", "", "data/datapackage.json: is no JSON", *(
        f"data/{name}.csv: is not described" for name in ("claims", "casualties", "casualties.hxl", "documents", "events", "links", "ranges", "sources", "totals")
    )),
    planted("presence", "en/feed.xml", "<entry>", "<entree>", "en/feed.xml: cannot be read as XML"),
    planted("presence", "en/feed.xml", "<feed", '<!DOCTYPE feed [<!ENTITY a "b">]><feed', "en/feed.xml: declares a document type"),
]  # fmt: skip

LINKS = [
    planted("links", "en/about/index.html", BODY, f'<a href="nowhere.html">x</a>{BODY}', "leads to en/about/nowhere.html, which is not there"),
    planted("links", "en/about/index.html", BODY, f'<a href="#nowhere">x</a>{BODY}', "leads to en/about/index.html#nowhere, and the page has no"),
    planted("links", "en/about/index.html", BODY, f'<a href="../../../etc/passwd">x</a>{BODY}', "which leads out of the site"),
    planted("links", "en/about/index.html", BODY, f'<a href="/index.html">x</a>{BODY}', "which begins at the top of a server"),
    planted("links", "en/about/index.html", BODY, f'<a href="index.html?q=1">x</a>{BODY}', "which asks a question"),
    planted("links", "en/about/index.html", BODY, f'<a href="java\tscript:x">x</a>{BODY}', "control character"),
    planted("links", "en/about/index.html", BODY, f'<img src="a.png" srcset="b.png 2x, c.png 3x" alt="">{BODY}', "src= leads to en/about/a.png", "srcset= leads to en/about/b.png", "srcset= leads to en/about/c.png"),
    planted("links", "en/about/index.html", BODY, f'<form action="x.html"></form>{BODY}', "action= leads to en/about/x.html"),
    planted("links", "en/about/index.html", BODY, f'<svg><use href="#nowhere"/></svg>{BODY}', "href= leads to en/about/index.html#nowhere"),
    planted("links", "en/about/index.html", BODY, f'<p data-href="nowhere.html"></p>{BODY}', "data-href= leads to en/about/nowhere.html"),
    planted("links", "en/about/index.html", '"url":"index.html"', '"url":"gone.html"', "JSON-LD leads to en/about/gone.html"),
    planted("links", "en/about/index.html", '{"@context"', '{"@context', "holds application/ld+json that is no JSON"),
    planted("links", "en/feed.xml", MARKET, "briefings/gone/index.html", "an element leads to en/briefings/gone/index.html"),
    planted("links", "data/events.geojson", "/camp-fire/index.html", "/gone/index.html", "leads to ar/events/2031-03-08-birch-camp/gone/index.html, which is not there"),
    planted("links", "data/reports/tallun-winter.annotations.jsonld", "/relief-desk/", "/gone/", "leads to ar/sources/gone/index.html"),
    planted("links", SEARCH, "events/2031-03-08-birch-camp/camp-fire/", "events/gone/", "leads to ar/events/gone/index.html", "leads to en/events/gone/index.html"),
    planted("links", "theme/css/site.css", "@font-face", "@font-face{src:url(gone.woff2)}@font-face", "url() leads to theme/css/gone.woff2"),
    planted("links", "en/extra/index.html", None, f'<!doctype html><html lang="en" dir="ltr"><head>{HEAD}<title>x</title></head><body></body></html>', "en/extra/index.html: is led to by no links from index.html"),
    planted("links", "robots.txt", "Disallow:", "Disallow:\nSitemap: gone.xml", "Sitemap: leads to gone.xml"),
]  # fmt: skip

FIGURE = 'data-claim="2031-03-05-marzuba-market/herald-count" href="#en_herald-count">12<'
UNSHOWN = "does not show 12 killed of 2031-03-05-marzuba-market/herald-count"
TOTAL = 'data-scope="2031-03-05-marzuba-market" data-low="10" data-high="14" data-contested>10 to 14<'
ANSWER = 'data-answer data-low="2" data-high="170" data-open data-approximate data-contested>between about 2 and 170 people killed, or more<'
LINE = 'herald-count" data-kind="whole" data-low="12" data-high="12">12<'
ABOUT = f'<li data-event="{STRIKE}"><a href="../../events/2031-03-05-marzuba-market/market-strike/index.html"><bdi>market of the Tannery Quarter in Marzuba</bdi></a>: '
RANGE = '<span class="range" data-low="10" data-high="14">10 to 14<'
PART = '<span class="range" data-scope="site" data-low="2" data-high="14">2 to 14<'
WORDS_ONLY = 'data-total="displaced/all" data-scope="2031-03-05-marzuba-market">hundreds<'

CAMP = "2031-03-08-birch-camp,camp-count,2031-03-08-birch-camp/camp-fire,injured,people,civilians,,,"
REST = ",false,false,children=2,incident,,birch-camp,,white-lamps,,counted"
FERRY = "2031-03-12-two-shores,ferry-first,2031-03-12-two-shores/ferry,injured"

MONTH, SHORE, FERRY_LINE = (
    "en/months/2031-03/index.html",
    "2031-03-12-two-shores/shores-night",
    "2031-03-12-two-shores/ferry",
)
IN_LINE = 'data-row="killed/all" data-scope="site" data-low="8" data-high="20">8 to 20<'
DOSSIER = "en/dossiers/valley-spring/index.html"

FIGURES = [
    planted("figures", BRIEFING, FIGURE, FIGURE.replace("12<", "13<"), "shows “13” of 2031-03-05-marzuba-market/herald-count, which no row", UNSHOWN),
    planted("figures", BRIEFING, FIGURE, FIGURE.replace("12<", "about 12<"), "shows “about 12” of", UNSHOWN),
    planted("figures", BRIEFING, FIGURE, FIGURE.replace("12<", "no fewer than 13<"), "shows “no fewer than 13” of"),
    planted("figures", BRIEFING, FIGURE, FIGURE.replace("herald-count\" ", "herald-gone\" ", 1), "which data/casualties.csv does not have", "leads from", "does not show what", UNSHOWN),
    planted("figures", BRIEFING, FIGURE, FIGURE.replace("#en_herald", "#en_doctor"), "where its words are not"),
    planted("figures", BRIEFING, FIGURE, FIGURE.replace("#en_herald", "#ar_herald"), "to words in the other language"),
    planted("figures", BRIEFING, FIGURE, FIGURE.replace('href="#en_herald-count"', ""), "without a link to its words"),
    planted("figures", BRIEFING, TOTAL, TOTAL.replace("10 to 14<", "10 to 13<"), "shows “10 to 13” as the total killed/civilians"),
    planted("figures", BRIEFING, TOTAL, TOTAL.replace("10 to 14<", "14<"), "shows “14” as the total killed/civilians"),
    planted("figures", BRIEFING, TOTAL, TOTAL.replace('high="14"', 'high="15"'), "says otherwise than the claims to programs"),
    planted("figures", BRIEFING, TOTAL, TOTAL.replace(" data-contested", ""), "says otherwise than the claims to programs"),
    planted("figures", BRIEFING, TOTAL, TOTAL.replace("data-contested", "data-contested data-open"), "says otherwise than the claims to programs"),
    planted("figures", BRIEFING, WORDS_ONLY, WORDS_ONLY.replace("hundreds", "about 100 or more"), "shows “about 100 or more” as the total displaced/all"),
    planted("figures", BRIEFING, WORDS_ONLY, WORDS_ONLY.replace("hundreds", "thousands"), "shows “thousands” as the total displaced/all"),
    planted("figures", BRIEFING, WORDS_ONLY, WORDS_ONLY.replace("hundreds", "some, number not given"), "shows “some, number not given” as the total displaced/all"),
    planted("figures", f"ar/{MARKET}", ">من 10 إلى 14<", ">من 10 إلى 41<", "ar/briefings"),
    planted("figures", "en/index.html", 'data-high="219" data-open data-approximate data-contested>between about 51 and 219', 'data-high="219" data-open data-approximate data-contested>between about 51 and 291', "shows “between about 51 and 291, or more” as the total"),
    planted("figures", "en/index.html", 'data-scope="dossier:orchard-march"> <span class="covers">in 3 events', 'data-scope="dossier:orchard-march"> <span class="covers">in 4 events', "of dossier:orchard-march; counted again it is 3"),
    planted("figures", "en/months/2031-03/index.html", 'data-low="61"', 'data-low="62"', "of month:2031-03 is; it is 61…239"),
    planted("figures", "en/places/marzuba/index.html", 'data-low="12"', 'data-low="13"', "of place:marzuba is; it is 12…190"),
    planted("figures", "en/actors/old-guild/index.html", 'data-low="49"', 'data-low="50"', "of actor:old-guild is; it is 49…49"),
    planted("figures", BRIEFING, ABOUT + RANGE, ABOUT + RANGE.replace("14", "15"), f"shows “10 to 15” of {STRIKE} in killed/"),
    planted("figures", BRIEFING, RANGE, RANGE.replace("10 to 14", "10 to 15"), "and says 10…14 to programs"),
    planted("figures", EVENT, PART, PART.replace("14", "15"), f"shows the range “2 to 15” of {STRIKE}, in which no group"),
    planted("figures", BRIEFING, '<span data-part="origins" data-of="killed/civilians">2<', '<span data-part="origins" data-of="killed/civilians">3<', "shows “3” beside killed/civilians"),
    planted("figures", BRIEFING, '<span data-part="contested" data-of="killed/civilians">', '<span data-part="contested" data-of="killed/civilians"></span><span>', "counted again 1 of its events are disputed"),
    planted("figures", "en/casualties/index.html", "and in 2 events a number was not given", "and in 3 events a number was not given", "beside killed/all of site; counted again it leaves out uncounted: 2"),
    planted("figures", "en/casualties/index.html", "and dozens in 1 event", "and tens in 1 event", "of site; counted again it leaves out 12: 1, uncounted: 0"),
    planted("figures", "en/casualties/index.html", '"detained/civilians":{"low":11', '"detained/civilians":{"low":12', "gives its filters another detained/civilians of tallun-winter/arrests"),
    planted("figures", "en/casualties/index.html", '{"word":"hundreds"}', '{"word":"tens"}', "gives its filters another displaced/"),
    planted("figures", "en/casualties/index.html", '"within":["2031-03-12-two-shores/shores-night"]', '"within":[]', "gives its filters another whole of 2031-03-12-two-shores/"),
    planted("figures", "en/casualties/index.html", f"{CAMP}2,2,2", f"{CAMP}2,2,3", "gives its filters other rows"),
    planted("figures", BRIEFING, '<p class="claim-meta claim-denies">Denies the number: <a href="#claim-doctor-count">', '<p class="claim-meta claim-denies">Denies the number: <a href="#claim-doctor-later">', "says otherwise than data/claims.csv which claim denies which"),
    planted("figures", "en/actors/border-guard/index.html", 'data-side="government"', 'data-side="opposition"', "says another side than ar/actors/border-guard"),
    planted("figures", MONTH, IN_LINE, IN_LINE.replace("8 to 20<", "8 to 21<"), "answers “8 to 21”; counted again it is 8…20"),
    planted("figures", MONTH, IN_LINE, IN_LINE.replace("8 to 20<", "between about 8 and 20<"), "answers “between about 8 and 20”; counted again it is 8…20"),
    planted("figures", MONTH, IN_LINE, IN_LINE.replace('high="20"', 'high="21"'), "answers programs otherwise than the claims do"),
    planted("figures", "en/timeline/index.html", f'<strong data-answer {IN_LINE}', '<strong>8 to 20<', f"does not say in the line of {FERRY_LINE} how many killed/all there were", "does not show what"),
    planted("figures", "ar/places/marzuba/index.html", ">من 8 إلى 20<", ">من 9 إلى 20<", "answers “من 9 إلى 20”; counted again it is 8…20"),
    planted("figures", "en/casualties/index.html", 'data-answer data-row="injured/all" data-scope="site" data-low="12" data-high="12"', 'data-low="12"', "how many injured/all there were", "does not show what"),
    planted("figures", DOSSIER, 'data-row="killed/all" data-scope="dossier:valley-spring" data-low="49"', 'data-row="killed/all" data-scope="site" data-low="49"', "does not say in the line of 2031-03-05-marzuba-market/hill-clash how many killed/all there were", "does not show what"),
    planted("figures", MONTH, f'{FERRY_LINE}/index.html"><bdi>The shelling of the ferry', f'{SHORE}/index.html"><bdi>The shelling of the ferry', f"does not lead from the line of {FERRY_LINE} to en/events/{FERRY_LINE}/index.html"),
    planted("figures", MONTH, f'class="index-line" data-event="{FERRY_LINE}"', f'class="index-line" data-event="{SHORE}"', f"lists {FERRY_LINE} 0 times, and it is of month:2031-03", f"lists {SHORE} 2 times", f"does not lead from the line of {SHORE}", f"({'killed/all'} of {SHORE})", "does not show what"),
    planted("figures", MONTH, f'data-event="{FERRY_LINE}" id=', 'data-event="tallun-winter/arrests" id=', f"lists {FERRY_LINE} 0 times", "lists tallun-winter/arrests 1 times, and it is none of month:2031-03", "does not lead from the line of tallun-winter/arrests", "nobody was reported there", "does not say in the line of tallun-winter/arrests", "as the sources of tallun-winter/arrests", "from the newest on", "does not show what"),
    planted("figures", MONTH, 'data-origins="4" data-scope="site" data-of="killed/all">4 separate', 'data-origins="4" data-scope="site" data-of="killed/all">5 separate', "gives “5 separate sources” as the sources of"),
    planted("figures", MONTH, 'data-origins="4" data-scope="site"', 'data-origins="3" data-scope="site"', "as the sources of", "does not show what"),
    planted("figures", MONTH, 'data-of="injured/all">White Lamps', 'data-of="injured/all">North Wire', "gives “North Wire” as the sources of 2031-03-08-birch-camp/camp-fire; counted again 1"),
    planted("figures", "en/places/sarandia/index.html", '"place:upper-sarand">15 events', '"place:upper-sarand">14 events', "says that there are “14 events” of place:upper-sarand; counted again there are 15"),
    planted("figures", "en/sources/north-wire/index.html", 'data-said="2031-03-12-two-shores/ferry-first"', 'data-said="2031-03-12-two-shores/gone"', "does not list the claim 2031-03-12-two-shores/ferry-first"),
    planted("figures", EVENT, ANSWER, ANSWER.replace("170 people", "171 people"), "answers “between about 2 and 171 people killed, or more”", f"{FRAMED}: says between about 2 and 170 people"),
    planted("figures", EVENT, ANSWER, ANSWER.replace('high="170"', 'high="171"'), "answers programs otherwise than the claims do"),
    planted("figures", FRAMED, ANSWER, ANSWER.replace("170 people", "171 people"), "answers “between about 2 and 171 people killed, or more”", f"and {EVENT} between about 2 and 170"),
    planted("figures", FRAMED, "data-answer", "data-question", f"says no number, and {EVENT} between about 2 and 170"),
    planted("figures", BRIEFING, ANSWER, ANSWER.replace("between about 2 and", "2 to"), "answers “2 to 170 people killed, or more”"),
    planted("figures", EVENT, "data-behind>according to 5", "data-behind>according to 4", "counted again there are 5 separate sources"),
    planted("figures", f"ar/events/{STRIKE}/index.html", "data-behind>بحسب 5", "data-behind>بحسب 6", "counted again there are 5 separate sources"),
    planted("figures", EVENT, LINE, LINE.replace(">12<", ">13<"), "shows “13” of 2031-03-05-marzuba-market/herald-count; counted again it is 12…12"),
    planted("figures", EVENT, 'herald-count" data-kind="whole"', 'herald-count" data-kind="part"', "as part; counted again it is whole", "does not show what"),
    planted("figures", EVENT, "doctor-count 2031-03-05-marzuba-market/doctor-later", "doctor-count", "has 2031-03-05-marzuba-market/doctor-later in 0 lines", "counted again it is", "does not show what"),
    planted("figures", EVENT, 'data-row="displaced/all"', 'data-row="died/all"', "does not answer how many displaced/all there were", "nobody was reported there", "who says nothing of it", "does not show what"),
    planted("figures", f"data/events/{STRIKE}.json", '"low":2', '"low":3', "has other ranges of the event than data/ranges.csv"),
    planted("figures", "data/totals.csv", "site,,killed,people,civilians,7,19,", "site,,killed,people,civilians,7,20,", "site killed/civilians has high 20 (and not 19)"),
    planted("figures", "data/totals.csv", "site,,killed,people,civilians,7,19,false", "site,,killed,people,civilians,7,19,true", "has open true (and not false)"),
    planted("figures", "data/totals.csv", "site,,killed,people,all,61,239,true,true,true,2,0,4,11", "site,,killed,people,all,61,239,true,true,true,2,0,4,10", "has origins 10 (and not 11)"),
    planted("figures", "data/totals.csv", "site,,detained,people,all,11,14,false,false,false,0,1,", "site,,detained,people,all,11,14,false,false,false,0,0,", "has word_events 0 (and not 1)"),
    planted("figures", "data/totals.csv", "site,,killed,people,unknown,180,190,true,true,false,1,0,2,6\r\n", "", "site killed/unknown has no row"),
    planted("figures", "data/totals.csv", "site,,displaced,families,all,40,40,", "site,,displaced,families,all,40,41,", "site displaced/families/all has high 41 (and not 40)"),
    planted("figures", "data/totals.csv", "site,,killed,people,civilians", "report,gone,killed,people,all,1,1,false,false,false,0,0,1,1\nsite,,killed,people,civilians", "gone killed/all is a total of nothing"),
    planted("figures", "data/totals.csv", "site,,killed,people,civilians,7,19,", "site,,killed,people,civilians,7,,", "row 3: 7… is no range"),
    planted("figures", "data/totals.csv", "site,,killed,people,civilians,7,19,", "site,,killed,people,civilians,19,7,", "row 3: 19…7 runs backwards"),
    planted("figures", "data/totals.csv", "outcome,unit,who,low", "outcome,unit,whose,low", "data/totals.csv: has no column who"),
    planted("figures", "data/ranges.csv", "hill-clash,killed,people,combatants:government,4,7,", "hill-clash,killed,people,combatants:government,4,8,", "hill-clash killed/combatants:government has high 8 (and not 7)", "has other ranges of the"),
    planted("figures", "data/ranges.csv", "hill-clash,killed,people,combatants:government,4,7,false,false,true,2,2", "hill-clash,killed,people,combatants:government,4,7,false,false,true,2,3", "has accounts 3 (and not 2)", "has other ranges of the"),
    planted("figures", "data/casualties.csv", f"{CAMP}2,2,2,", f"{CAMP}3,2,2,", "3 is not read as the row has it"),
    planted("figures", "data/casualties.csv", "2031-03-08-birch-camp,camp-count,", "2031-03-08-birch-camp,gone,", "no claim gone of 2031-03-08-birch-camp"),
    planted("figures", "data/casualties.csv", "camp-count,2031-03-08-birch-camp/camp-fire,", "camp-count,2031-03-08-birch-camp/gone,", "no event 2031-03-08-birch-camp/gone"),
    planted("figures", "data/casualties.csv", f"{CAMP}2,2,2{REST}", f"{CAMP}2,2,2{REST}\r\n{CAMP}2,2,2{REST}", "has other casualties of the", "data/casualties.hxl.csv: has other rows", "gives its filters other rows", "injured/civilians", "injured/children", "injured/all", "other numbers of people injured", "in which no group", "feed.xml: does not say"),
    planted("figures", "data/casualties.csv", f"{FERRY},people,unknown,,,9,9,9,false,false,,incident,,tannery-quarter,,lantern-doctor,north-wire|valley-log;state-radio,superseded", f"{FERRY},people,unknown,,,9,9,9,false,false,,incident,,tannery-quarter,,lantern-doctor,north-wire|valley-log;state-radio,counted", "9 injured of 2031-03-12-two-shores/ferry-first is counted; counted again it is superseded", "has other casualties", "other rows"),
    planted("figures", "data/casualties.hxl.csv", f"{CAMP}2,2,2,", f"{CAMP}3,3,3,", "data/casualties.hxl.csv: has other rows"),
    planted("figures", "data/claims.csv", ",2031-03-11T08:00,", ",2031-03-11T09:00,", "2031-03-12-two-shores/ferry-later was not said at 2031-03-11T09:00", "has other claims of the"),
    planted("figures", "data/claims.csv", ",number,,", ",event,,", "has other claims of the"),
    planted("figures", "data/claims.csv", "2031-03-12-two-shores/ferry-later,2031-03-11,", "2031-03-12-two-shores/gone,2031-03-11,", "no claim 2031-03-12-two-shores/gone is in claims.csv"),
    planted("figures", "data/documents.csv", ",89abcdef0123456789abcdef0123456789abcdef0123456789abcdef01234567,2", ",89abcdef0123456789abcdef0123456789abcdef0123456789abcdef01234567,3", "wire-evening has 3 claims; counted again 2", "has other documents of the report"),
    planted("figures", "data/documents.csv", "document,publisher,title", "document,publisher,named", "describes other columns of documents.csv", "has other documents of the report"),
    planted("figures", "data/events.geojson", '"killed_low":49', '"killed_low":50', "has other numbers of people killed"),
    planted("figures", "data/events.geojson", f'"event":"{STRIKE}"', '"event":"gone"', "has other events than data/events.csv", "gone has other numbers"),
    planted("figures", REPORT, '"low":12', '"low":13', "has other casualties of the report"),
    planted("figures", "data/sources.csv", "hill-archers,2,2", "hill-archers,3,2", "archer has 3 in 2; counted again 2 claims in 2 reports"),
    planted("figures", "data/events.csv", ",,fair,false,,4,", ",,fair,false,,5,", "hill-clash has 5 origins; counted again 4", "has other events of the", "says otherwise than data/events.csv what the event is"),
    planted("figures", "data/events.csv", "2031-03-05-marzuba-market;2031-03-07-qandara,armed-clash", "2031-03-05-marzuba-market,armed-clash", "hill-clash is told by 2031-03-05-marzuba-market;2031-03-07-qandara, and not by 2031-03-05", "has other events of the", "has other ranges of the", "says otherwise than data/events.csv what the event is"),
]  # fmt: skip

REPEATED = [
    planted("figures", BRIEFING, FIGURE, FIGURE.replace('data-claim="2031-03-05-marzuba-market/herald-count" ', ""), f"{BRIEFING}: does not show what ar/{MARKET} does, 1 in all", UNSHOWN),
    planted("figures", BRIEFING, f'{BODY}', f'<p><span class="range" data-low="7" data-high="7">7</span></p>{BODY}', f"ar/{MARKET}: does not show what {BRIEFING} does, 1 in all"),
    planted("figures", BRIEFING, 'href="#claim-plea" aria-label="Claim 12">12<', 'href="#claim-plea" aria-label="Claim 12">11<', "#claim-plea claim [11], and it is claim 12"),
    planted("figures", BRIEFING, '<span class="number-badge number-claim">12<', '<span class="number-badge number-claim">13<', "does not number its claims", "#claim-plea claim [12], and it is claim 13"),
    planted("figures", "en/feed.xml", "between about 61 and 239 people killed", "between about 61 and 293 people killed", "does not say 239, to which the total killed/people/all of site comes"),
    planted("figures", "ar/dossiers/valley-spring/feed.xml", "219", "291", "the total killed/people/all of dossier:valley-spring comes"),
    planted("figures", "en/feed.xml", "between about 59 and 63 people killed", "between about 59 and 64 people killed", "does not say 63, to which the total killed/people/all of 2031-03-05-marzuba-market"),
]  # fmt: skip

CELL, LATER = '<div class="parallel-cell" lang="en" dir="ltr" data-label="English translation">', ". Later he said"
SAYS, SHORT = "shows another text in “en” than data/reports/2031-03-05-marzuba-market.en.txt: from word", "counted 12"
TEXT = "data/reports/2031-03-05-marzuba-market.en.txt"
NOTES = "data/reports/2031-03-05-marzuba-market.annotations.jsonld"
WIRE = '">North Wire</a> and the '
BARRED = f"en/{MARKET.replace('05-marzuba-market', '07-qandara')}"
HIDES = "shows another text in “en” than data/reports/2031-03-07-qandara.en.txt: from word"

WORDS = [
    planted("words", BRIEFING, LATER, ". Much later he said", f"{SAYS} 62 on, “Much later he said:"),
    planted("words", BRIEFING, LATER, ". He said", f"{SAYS} 62 on, “He said: "),
    planted("words", BRIEFING, LATER, ". Later said", f"{SAYS} 63 on, “said: \"Nine reached us; then” and not “he said:"),
    planted("words", BRIEFING, LATER, ". Later <b hidden>he</b> said", f"{SAYS} 63 on, “said: "),
    planted("words", BRIEFING, LATER, '. Later <b title="he"></b> said', f"{SAYS} 63 on, “said: "),
    planted("words", BRIEFING, LATER, '. Later <b class="visually-hidden">he</b> said', f"{SAYS} 63 on, “said: "),
    planted("words", BRIEFING, LATER, ". Later <template>he</template> said", f"{SAYS} 63 on, “said: "),
    planted("words", BRIEFING, LATER, ". Later <details>he</details> said", f"{SAYS} 63 on, “said: "),
    planted("words", BRIEFING, LATER, ". Later h<wbr>e <b>n</b>ot<br>said", f"{SAYS} 64 on, “not said: "),
    planted("words", BRIEFING, "data-parallel>", "data-parallel hidden>", f"{SAYS} 1 on, “nothing” and not “The", "shows another text in “ar” than", " shows other words of "),
    planted("words", BRIEFING, '<div class="parallel-row">', '<p>A word more</p><div class="parallel-row">', f"{BRIEFING}: shows words beside the text of the report: “A word more”"),
    planted("words", BRIEFING, 'class="footnote-ref" href="#en_fn.1" rel="noopener noreferrer">1<', 'class="footnote-ref" href="#en_fn.1" rel="noopener noreferrer">not<', f"{SAYS}"),
    planted("words", BRIEFING, '>↩<', ">↩ or so<", f"{SAYS}"),
    planted("words", BRIEFING, "with the guards&#39; tower in its corner", "with a tower", f"{SAYS}"),
    planted("words", BRIEFING, "</figcaption></figure>", "</figcaption>as it was</figure>", f"{SAYS}"),
    planted("words", BRIEFING, WIRE, WIRE.replace("Wire<", "Herald<"), f"{SAYS}", "shows other words of en_north-wire than data/reports/2031-03-05-marzuba-market.json: “North Herald”"),
    planted("words", BRIEFING, WIRE, WIRE.replace("</a> and", " and</a>"), "shows other words of en_north-wire than"),
    planted("words", BRIEFING, 'id="en_north-wire"', 'id="en_north-wire_9"', "does not show en_north-wire in the text", "marks en_north-wire_9, of which data/reports/2031-03-05-marzuba-market.json says nothing"),
    planted("words", TEXT, SHORT, "counted", f"en/{MARKET}: {SAYS} 5 on, “12 civilians", f"ar/{MARKET}: {SAYS} 5 on", "annotations.jsonld: says that the words of en_", "has another text of 2031-03-05-marzuba-market in “en” than", "in “en” that its text does not have"),
    planted("words", TEXT, None, None, "is not there", "annotations.jsonld: says that the words of en_", "has another text of", "in “en” that its text does not have"),
    planted("words", NOTES, '"exact":"North Wire"', '"exact":"North"', "says other words of en_north-wire than", "says that the words of en_north-wire stand where"),
    planted("words", REPORT, '"exact":"North Wire"', '"exact":"North"', "says other words of en_north-wire than", "shows other words of en_north-wire than"),
    planted("words", SEARCH, "The Marzuba Herald counted 12", "The Marzuba Herald counted 13", "has another text of 2031-03-05-marzuba-market in “en” than"),
    planted("words", SEARCH, "herald-count\",\"title_ar\":\"أحصى بريد", "herald-count\",\"title_ar\":\"عدّ بريد", "has words of briefings/2031-03-05-marzuba-market/index.html#claim-herald-count in “ar” that its", "leads from احص"),
    planted("words", "theme/search/words-0.js", '{"0"', '{"zumrudhan":[[0]],"0"', "leads from zumrudhan to document 0, which does not have it", "begins with another term than", "has other terms than the index"),
    planted("words", "theme/search/near-ar-5.js", None, None, "theme/search/near-ar-5.js: is not there, and the search needs it"),
    planted("words", "theme/search/index.js", '"count":', '"count":1', "numbers other documents than there are"),
    planted("words", BARRED, "named a witness, ", "named a witness, Zumrudhan ", f"{BARRED}: {HIDES}"),
    planted("words", BARRED, f"{CELL}<p>The", f"{CELL}<p>Zumrudhan the", f"{BARRED}: {HIDES} 1 on"),
]  # fmt: skip

SAFETY = [
    planted("safety", "en/about/index.html", BODY, f'<img src="https://other.example/a.png" alt="">{BODY}', "is loaded from elsewhere"),
    planted("safety", "en/about/index.html", BODY, f'<img src="//other.example/a.png" alt="">{BODY}', "is loaded from elsewhere"),
    planted("safety", "en/about/index.html", BODY, f'<img src="data:image/png;base64,AA" alt="">{BODY}', "is loaded from elsewhere"),
    planted("safety", "en/about/index.html", HEAD, f'{HEAD}<link rel="stylesheet" href="https://other.example/a.css">', "is loaded from elsewhere"),
    planted("safety", "en/about/index.html", HEAD, f'{HEAD}<link rel="alternate stylesheet" href="https://other.example/a.css">', "is loaded from elsewhere"),
    planted("safety", "en/about/index.html", HEAD, f'{HEAD}<link rel="preconnect" href="https://other.example">', "is loaded from elsewhere"),
    planted("safety", "en/about/index.html", HEAD, f'{HEAD}<script src="https://other.example/a.js"></script>', "is loaded from elsewhere"),
    planted("safety", "en/about/index.html", HEAD, f'{HEAD}<script src="../../robots.txt"></script>', "is no script of the site"),
    planted("safety", "en/about/index.html", HEAD, f"{HEAD}<script>alert(1)</script>", "has a <script> that is neither", "has a script whose program"),
    planted("safety", "en/about/index.html", HEAD, f'{HEAD}<script type="module">alert(1)</script>', "has a <script> that is neither", "has a script whose program"),
    planted("safety", "en/about/index.html", HEAD, f"{HEAD}<style>p{{}}</style>", "has <style>"),
    planted("safety", "en/about/index.html", HEAD, f'{HEAD}<base href="../">', "has <base>"),
    planted("safety", "en/about/index.html", HEAD, f'{HEAD}<meta http-equiv="refresh" content="0;url=x">', "has <meta http-equiv=refresh>"),
    planted("safety", "en/about/index.html", BODY, f'<p onclick="x()"></p>{BODY}', "<p> has onclick="),
    planted("safety", "en/about/index.html", BODY, f'<p style="color:red"></p>{BODY}', "<p> has style="),
    planted("safety", "en/about/index.html", BODY, f'<iframe src="index.html"></iframe>{BODY}', "has <iframe>"),
    planted("safety", "en/about/index.html", BODY, f'<object data="index.html"></object>{BODY}', "has <object>"),
    planted("safety", "en/about/index.html", BODY, f'<embed src="index.html">{BODY}', "has <embed>"),
    planted("safety", "en/about/index.html", BODY, f'<a href="javascript:x()">x</a>{BODY}', "neither a page nor a letter"),
    planted("safety", "en/about/index.html", BODY, f'<a href="&#74;avascript:x()">x</a>{BODY}', "neither a page nor a letter"),
    planted("safety", "en/about/index.html", BODY, f'<a href="data:text/html,x">x</a>{BODY}', "neither a page nor a letter"),
    planted("safety", "en/about/index.html", BODY, f'<a href="vbscript:x">x</a>{BODY}', "neither a page nor a letter"),
    planted("safety", "en/about/index.html", BODY, f'<svg><a href="javascript:x()">x</a></svg>{BODY}', "neither a page nor a letter"),
    planted("safety", "en/about/index.html", BODY, f'<svg><use href="https://other.example/a.svg#b"/></svg>{BODY}', "is loaded from elsewhere"),
    planted("safety", "en/about/index.html", BODY, f'<a href="https://other.example">x</a>{BODY}', "has no rel="),
    planted("safety", "en/about/index.html", BODY, f'<a href="https://other.example" rel="noopener">x</a>{BODY}', "has no rel="),
    planted("safety", "en/about/index.html", BODY, f'<a href="index.html" ping="https://other.example">x</a>{BODY}', "that no page needs"),
    planted("safety", "en/about/index.html", BODY, f'<form action="https://other.example"></form>{BODY}', "sends to another host"),
    planted("safety", "en/about/index.html", BODY, f'<button formaction="https://other.example"></button>{BODY}', "sends to another host"),
    planted("safety", "en/about/index.html", BODY, f'<p id="a"></p><p id="a"></p>{BODY}', "the id a stands twice"),
    planted("safety", "en/about/index.html", BODY, f'<p id=""></p>{BODY}', "has an empty id"),
    planted("safety", "theme/css/site.css", "@font-face", "@import 'https://other.example/a.css';@font-face", "from elsewhere", "loads or runs something"),
    planted("safety", "theme/css/site.css", "@font-face", "p{background:url(//other.example/a.png)}@font-face", "from elsewhere"),
    planted("safety", "theme/css/site.css", "@font-face", "p{background:url('data:image/svg+xml,x')}@font-face", "holds data that is no font"),
    planted("safety", "theme/icon.svg", "</svg>", "<script>alert(1)</script></svg>", "has <script>"),
    planted("safety", "theme/icon.svg", "<rect ", '<rect onload="x()" ', "has an attribute that runs"),
    planted("safety", "theme/js/extra.js", None, "alert(1)", "nobody says belongs to the site"),
    planted("safety", "theme/extra.wasm", None, "x", "is of a kind that no site here has"),
    planted("policy", "en/about/index.html", "Content-Security-Policy", "x", "en/about/index.html: has no Content-Security-Policy"),
    planted("policy", "en/about/index.html", "script-src ", "script-src 'unsafe-inline' ", "lets script-src take 'unsafe-inline'"),
    planted("policy", "en/about/index.html", "default-src &#39;none&#39;", "default-src *", "does not begin from nothing"),
    planted("policy", "en/about/index.html", "base-uri &#39;none&#39;; ", "", "has another Content-Security-Policy than the other pages"),
    planted("policy", "_headers", "default-src 'none'", "default-src *", "_headers: tells servers of another Content-Security-Policy"),
    planted("policy", "_headers", "  Content-Security-Policy:", "  X-Policy:", "_headers: tells servers of another Content-Security-Policy"),
    planted("policy", "_headers", "frame-ancestors 'none'", "frame-ancestors *", "_headers: tells servers of another Content-Security-Policy"),
    planted("policy", "_headers", "  X-Frame-Options: DENY\n", "", "_headers: lets other sites show / in a frame"),
    planted("policy", "_headers", "/embed/*\n  Content-Security-Policy: default-src 'none'; style", "/embed/*\n  Content-Security-Policy: default-src 'none'; script-src 'self'; style", "than the pages of /embed/* have"),
    planted("policy", FRAMED, "default-src &#39;none&#39;; ", "default-src &#39;none&#39;; script-src &#39;self&#39;; ", "may stand in frames, and has another Content-Security-Policy"),
    planted("hashes", "en/about/index.html", "</p>", " </p>", "en/about/index.html: is not the file that SHA256SUMS names"),
    planted("hashes", "data/extra.txt", None, "x", "data/extra.txt: is not in SHA256SUMS"),
    planted("hashes", "robots.txt", None, None, "robots.txt: is not there, and SHA256SUMS names it"),
    planted("hashes", "SHA256SUMS", None, None, "SHA256SUMS: is not there"),
    planted("hashes", "SHA256SUMS", "  404.html", "  405.html", "404.html: is not in", "405.html: is not there"),
]  # fmt: skip


TIMELINE, LEDGER, YEAR = "en/timeline/index.html", "en/casualties/index.html", "lists/2031.js"
ARRESTS, SIEGE = "tallun-winter/arrests", "2031-03-05-marzuba-market/siege-toll"
PLACE_MONTH = "en/places/qandara/2029-01/index.html"

#: What is told besides of a line that names no event.
UNKNOWN = ("does not show what ar/", "as the sources of ;", "which is counted nowhere")

#: What is planted in the golden site made as if three lines were too many for a page.
MANY = [
    planted("figures", TIMELINE, 'data-many="month:2031-03">15 events', 'data-many="month:2031-03">14 events', "says that there are “14 events” of month:2031-03; counted again there are 15"),
    planted("figures", TIMELINE, 'data-many="year:2031">18 events', 'data-many="year:2031">17 events', "says that there are “17 events” of year:2031; counted again there are 18"),
    planted("figures", LEDGER, 'data-many="month:2031-03">10 events', 'data-many="month:2031-03">9 events', "says that there are “9 events” of month:2031-03; counted again there are 10"),
    planted("figures", TIMELINE, 'data-scope="year:2031" data-low="61"', 'data-scope="year:2031" data-low="62"', "of year:2031 is; it is 61…239"),
    planted("figures", TIMELINE, 'href="../months/2029-01/index.html"', 'href="../months/2031-01/index.html"', "does not list all events, and does not lead to 2029-01"),
    planted("figures", TIMELINE, 'data-many="month:2029-01"', "", "does not list all events, and does not lead to 2029-01", "does not show what ar/timeline"),
    planted("figures", TIMELINE, 'data-event="2031-03-12-two-shores/shores-night"', 'data-event="tallun-winter/arrests"', "does not list 2031-03-12-two-shores/shores-night, which is newer than what it lists", "does not lead from the line of tallun-winter/arrests", "gives “", "does not say in the line of tallun-winter/arrests", "does not list its events from the newest on", "which is newer than what it lists", "answers “10 to 20”", "does not show what ar/timeline"),
    planted("figures", "en/months/2029-01/index.html", 'data-event="2031-03-12-two-shores/old-flood"', "", f"{TIMELINE}: lists 2031-03-12-two-shores/old-flood 0 times", "old-flood 0 times, and it is of", *UNKNOWN),
    planted("figures", "en/months/2031-03/2/index.html", 'data-event="2031-03-07-qandara/bridge"', "", "en/months/2031-03/index.html: lists 2031-03-07-qandara/bridge 0 times", "bridge 0 times, and it is of", *UNKNOWN),
    planted("figures", "en/months/2031-03/index.html", 'data-event="2031-03-12-two-shores/ferry"', 'data-event="2031-03-07-qandara/bridge"', "en/months/2031-03/2/index.html: does not go on with older events than the page before", "ferry", "bridge"),
    planted("figures", PLACE_MONTH, "data-event=", "data-no-event=", "en/places/qandara/index.html: lists 2031-03-12-two-shores/old-flood 0 times, and it is of place:qandara", *UNKNOWN),
    planted("figures", YEAR, f'"key":"{ARRESTS}"', '"key":"tallun-winter/gone"', f"have the event {ARRESTS} 0 times", "have the event tallun-winter/gone 1 times", "gone", f"as the sources of {ARRESTS}", f"does not give its filters {ARRESTS}", "has the words of other events than the year"),
    planted("figures", YEAR, '"detained/civilians":{"low":11', '"detained/civilians":{"low":12', f"gives its filters another detained/civilians of {ARRESTS}"),
    planted("figures", YEAR, '"sizes":{"detained/all":14}', '"sizes":{"detained/all":15}', f"gives its filters another detained/all of {ARRESTS} to sort by than 14"),
    planted("figures", YEAR, f'"key":"{SIEGE}/0/killed"', f'"key":"{SIEGE}/0/injured"', f"have 1 figures of injured of {SIEGE} too many or too few", f"have 1 figures of killed of {SIEGE}", "has the words of other figures than the year"),
    planted("figures", YEAR, "] = {", "] = [{", "does not hold what the filters work with", "lists: does not give its filters"),
    planted("figures", "lists/2031.rows.js", ",killed,people,unknown,,,4+,4,4,", ",killed,people,unknown,,,4+,4,5,", "give filters other rows than data/casualties.csv"),
    planted("figures", "lists/2031.en.js", '"11 to 14","Detained"', '"11 to 15","Detained"', f"says “11 to 15” as detained/all of {ARRESTS}, which is not what its claims come to"),
    planted("figures", "lists/2031.en.js", '"title":"The arrests at Tallun"', '"title":"Peace at Tallun"', f"calls {ARRESTS} otherwise than its page"),
    planted("figures", "lists/2031.en.js", '"notes":["Tallun","Valley Log"', '"notes":["Tallun","North Wire"', f"gives “North Wire” as the sources of {ARRESTS}"),
    planted("figures", "lists/2031.en.js", '"number":"at least 400"', '"number":"at least 500"', f"says “at least 500” killed of {SIEGE}, which no row of data/casualties.csv says"),
    planted("figures", "lists/2031.en.js", "index.html#en_siege-toll", "index.html#en_plea", f"leads from “at least 400” of {SIEGE} to en/briefings/2031-03-05-marzuba-market/index.html, where its words are not"),
    planted("figures", "lists/2030.en.js", None, None, "lists/2030.en.js: is not there, and the filters need it"),
    planted("figures", "lists/2032.js", None, "x", "lists/2032.js: is a file that no filter needs"),
    planted("links", "lists/2031.en.js", "index.html#en_siege-toll", "index.html#en_gone", "leads to en/briefings/2031-03-05-marzuba-market/index.html, and the page has no such place"),
]  # fmt: skip


@pytest.fixture(scope="module")
def _each_page_once() -> Iterator[None]:
    """A page that no test changes is read once for all of them."""
    original = inspection.site.read_page
    inspection.site.read_page = cache(read_page)
    yield
    inspection.site.read_page = original


@pytest.fixture(scope="module")
def copy(build_site: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory, _each_page_once: None) -> Path:
    """A copy of the golden site whose files are links to the built ones: whoever changes one makes it anew."""
    return _linked(build_site("golden"), tmp_path_factory)


@pytest.fixture(scope="module")
def copy_of_many(
    build_site: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory, _each_page_once: None
) -> Path:
    """The same of the golden site that has too many lines for its pages."""
    return _linked(build_site("many"), tmp_path_factory)


def _linked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inspected") / "site"
    shutil.copytree(site, folder, copy_function=os.link)
    return folder


def scripts(folder: Path) -> set[str]:
    """The scripts of a site that was just built."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.js")}


@pytest.mark.parametrize("name", ["project", "golden", "big", "many"])
@pytest.mark.slow
def test_nothing_is_wrong_with_the_sites_that_are_built(name: str, build_site: Callable[[str], Path]) -> None:
    folder = build_site(name)
    assert inspect(folder, scripts=scripts(folder)) == []


@pytest.mark.parametrize("fault", [*PRESENCE, *LINKS, *FIGURES, *REPEATED, *WORDS, *SAFETY])
@pytest.mark.slow
def test_a_planted_fault_is_told(fault: Planted, copy: Path) -> None:
    """That fault, and no other."""
    _is_told(fault, copy)


@pytest.mark.parametrize("fault", MANY)
@pytest.mark.slow
def test_a_planted_fault_of_a_long_list_is_told(fault: Planted, copy_of_many: Path) -> None:
    _is_told(fault, copy_of_many)


def _is_told(fault: Planted, copy: Path) -> None:
    known, path = scripts(copy), copy / fault.file
    if "*" in fault.file:
        path = next(one for one in sorted(copy.glob(fault.file)) if str(fault.old) in one.read_text("utf-8"))
    before = path.read_bytes() if path.exists() else None
    try:
        path.parent.mkdir(exist_ok=True)
        if fault.new is None:
            path.unlink()
        else:
            text = fault.new if fault.old is None else _changed(before.decode(), fault.old, fault.new)
            path.unlink(missing_ok=True)
            path.write_bytes(text.encode())
        found = [str(one) for one in inspect(copy, scripts=known, without={*CHECKS} - {fault.check})]
    finally:
        path.unlink(missing_ok=True)
        if before is not None:
            path.write_bytes(before)
        elif not any(path.parent.iterdir()):
            path.parent.rmdir()
    assert [told for told in fault.told if not any(told in one for one in found)] == [], found
    assert [one for one in found if not any(told in one for told in fault.told)] == []
    assert fault.file != BARRED or "Zumrud" not in " ".join(found)


def _changed(text: str, old: str, new: str) -> str:
    assert old in text, f"{old!r} is not there to be changed"
    return text.replace(old, new, 1)
