"""A content with many hostile strings in each of its places, and the site that is built of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from command.building import build, order
from tests.helpers.content import Content

from .fields import chunks, flat, in_quotes, yaml

#: So many strings stand in the pages of one report and of one entry of the registry.
SIZE = 24
#: Of so many reports one has events and claims with the names in them, since these stand on many pages.
NAMED = 6


def _words(strings: Sequence[str]) -> str:
    """Several strings as the words of one name; the first begins it."""
    return yaml(" ؛ ".join(strings))


def _in_both(words: str) -> str:
    return f"{{ar: {words}, en: {words}}}"


def write(root: Path, by_field: Mapping[str, Sequence[str]]) -> Content:
    """A content in which each of the strings stands in the places where it is accepted.

    Names and headers hold several strings at once, so that the site does not have a page for each.
    """
    content = Content(root)
    pieces = {name: list(chunks(strings, SIZE)) for name, strings in by_field.items()}
    for k in range(max(map(len, pieces.values()))):
        here = {name: found[k] if k < len(found) else ["نص"] for name, found in pieces.items()}
        _write_one(content, k, lambda name, here=here: here.get(name, ["نص"]))
    return content


def _write_one(content: Content, k: int, of: object) -> None:
    """A report and its entries in the registry, with the strings ``of(field)``."""
    aliases = "[" + ", ".join(map(yaml, of("an alias"))) + "]"
    for file, entry in {
        "places": f"p{k}: {{name: {_in_both(_words(of('the name of a place')))}, aliases: {_in_both(aliases)}, kind: city, within: aleppo, point: [36.{k}1, 37.2], ids: {{pcode: {_words(of('the code of a place'))}}}}}",
        "actors": f"a{k}: {{name: {_in_both(_words(of('the name of an actor')))}, aliases: {_in_both(aliases)}, kind: rebel-group}}",
        "sources": f"s{k}: {{name: {_in_both(_words(of('the name of a source')))}, role: {_in_both(_words(of('a role')))}, kind: person, speaks-for: a{k}}}",
    }.items():
        path = content.root / "registry" / f"{file}.yaml"
        path.write_text(f"{path.read_text('utf-8')}{entry}\n", "utf-8")
    titles = of("the title of an event")
    record = ["published: 2016-10-05", f"publisher: s{k}", "events:"]
    record += [
        f"  e{i}: {{type: siege, when: 2016-10-01, {f'where: p{k}, actors: a{k}, ' * (not i and not k % NAMED)}title: {_in_both(yaml(title))}}}"
        for i, title in enumerate(titles)
    ]
    marked = of("a mark")
    record += ["claims:"]
    record += [
        f"  c{i}: "
        + (
            f"{{by: s{k}, via: agency, about: e0, casualties: [{{killed: 10, of: a{k}}}]}}"
            if not i and not k % NAMED
            else "{by: agency}"
        )
        for i in range(len(marked))
    ]
    record += [
        "corrections:",
        *(f"  - {{on: 2016-10-06, ar: {yaml(text)}, en: {yaml(text)}}}" for text in of("a correction")),
    ]
    header = " ؛ ".join(map(flat, of("a header")))
    text = [f"Title: {header}", f"Summary: {header}", f"Translator: {header}", ""]
    for i in range(len(titles)):
        text += [f"[نص]{{.e{i}}}", ""]
    text += [f"[نص]{{.p{k} .a{k} .s{k}}}", ""]
    for i, words in enumerate(marked):
        text += [f"[{flat(words)}]{{.c{i}}}", ""]
    for words in of("what a mark corrects"):
        text += [f'[نص]{{sic="{in_quotes(words)}"}}', ""]
    for words in of("the title of a link"):
        text += [f'[نص](https://good.example/ "{in_quotes(words)}")', ""]
    for words in of("a paragraph"):
        text += [f"نص {flat(words)}", ""]
    for words in of("a text"):
        text += [words, ""]
    for words in of("raw HTML"):
        text += ["<bdi>", words, "</bdi>", ""]
    body = "\n".join(text)
    content.report(f"r{k}", record="\n".join(record), ar=body, en=body)


def built(content: Content) -> Path:
    """The site of a content, built as `make` builds it."""
    output = content.root.parent / "site"
    build(order(str(content.root), str(output), "https://site.example"))
    return output
