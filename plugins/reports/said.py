"""What files say beside what is redacted in them: words, folded, each with its line."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

import yaml

from .folding import fold, words
from .footnotes import places_of_footnotes
from .html_codes import uncoded
from .month_names import MAY_BE, as_names
from .nodes import with_a_loader
from .searching import Search
from .sought import decoded
from .written import Written

#: Of so many searches a text remembers what they found in it: that of the whole content, and its own.
SEARCHES = 2

#: The key of a hash, which is not published where something is redacted.
HASH = "sha256"
#: The key of a record's documents, each of which can have one.
DOCUMENTS = "documents"

_WORD = re.compile(r"[^\W_]+|\u2588")
#: A word that is an address, a handle, or the name of a file or an entry.
_ADDRESS = re.compile(
    r"(?<![^\s<>()\[\]\"'])[^\s<>()\[\]\"'%/@#_=]*(?:[%/@#_=]|(?<=[a-z0-9][.-])(?=[a-z0-9]))[^\s<>()\[\]\"']*"
)
_EMPHASIS = re.compile(r"(?<=\w)(?:[*`]|</?[A-Za-z][^<>\n]*>)+(?=\w)|</?(?:b|i|u|em|strong|sub|sup|small|span)>", re.I)
#: The tags of what stands in a line.
_TAG = re.compile(
    r"</?(?:a|abbr|b|bdi|cite|code|dfn|em|i|ins|kbd|q|small|span|strong|sub|sup|u)(?:\s[^<>\n]{0,400})?>", re.I
)
#: What is written within words and not seen: attributes of a mark, calls of footnotes, where links lead.
_SYNTAX = re.compile(r"\]\{[^{}]{0,400}\}|\]\([^()\n]*\)|\[\^[^\[\]\n]*\]|\[", re.S)


class Said:
    """The words of a text, folded, and the line in which each begins."""

    def __init__(self, searches: int = SEARCHES) -> None:
        self._searches = searches
        self.words: list[str] = []
        self.lines: list[int] = []
        #: Names that are months as well, each with its line.
        self.months: list[tuple[str, int]] = []
        #: The words of each address, with its line.
        self.addresses: list[tuple[list[str], int]] = []
        self._found: dict[bytes, set[tuple[int, tuple[str, ...]]]] = {}

    def hits(self, search: Search) -> set[tuple[int, tuple[str, ...]]]:
        """The lines in which something is found once all words were taken in, and the words that were looked for.

        What a search found is remembered for others that look for the same.
        """
        if search.looks_for not in self._found:
            if len(self._found) == self._searches:
                self._found.clear()
            found = {(self.lines[at], secret.words) for at, secret in search.find(self.words)}
            held = ((line, search.held_by(address)) for address, line in self.addresses)
            found |= {(line, secret.words) for line, some in held for secret in some}
            months = search.find([month for month, _ in self.months])
            found |= {(self.months[at][1], secret.words) for at, secret in months}
            self._found[search.looks_for] = found
        return self._found[search.looks_for]

    def add(self, text: str, line: int) -> None:
        """Take in a text that begins in that line. A block, ``\u2588``, parts what is not one text."""
        for number, part in enumerate(text.split("\n")):
            folded = fold(part)
            found = _WORD.findall(folded)
            self.words += map(sys.intern, found)
            self.lines += [line + number] * len(found)
            self.months += [(month, line + number) for month in (as_names(part) if MAY_BE.search(folded) else ())]

    def add_address(self, address: str, line: int) -> None:
        """Take in what an address, an id or the name of a file says besides: its codes read, what its words hold."""
        read = decoded(address)
        if read != address:
            self.add(f" \u2588 {read} \u2588 ", line)
        self.addresses.append((words(read), line))


def of_text(written: Written) -> Said:
    """A text file without its redacted marks, its comments and the names of its images, which are not published."""
    cuts = [(span.start, span.end) for span in written.spans if span.redacted]
    cuts += written.comments
    cuts += [place for label, place in places_of_footnotes(written) if label in written.unpublished]
    cuts += [(image.named, image.named + len(image.name)) for image in written.images]
    pieces, at, text = [], 0, written.text
    unseen = {*written.comments}
    for begin, end in sorted(cuts):
        if begin >= at:
            parts = "" if (begin, end) in unseen else " \u2588 "  # nobody sees where a comment stood
            pieces += [text[at:begin], parts, re.sub(r"[^\n]+", "", text[begin:end])]
            at = end
    return of_markdown("".join([*pieces, text[at:]]))


def of_markdown(plain: str) -> Said:
    """What a text in Markdown says, its codes and those of its addresses read; and what readers see of it as one word
    where marks, links, footnotes and comments stand within."""
    said = Said()
    seen = _EMPHASIS.sub("", uncoded(plain)).replace("\\", "")
    said.add(seen, 1)
    bare = _TAG.sub("", _SYNTAX.sub(_its_lines, _without_comments(seen)))
    if (bare := _EMPHASIS.sub("", bare)) != seen:
        said.add(f"\u2588 {bare}", 1)
    lines = [0, *(match.end() for match in re.finditer("\n", plain))]
    for match in _ADDRESS.finditer(plain):
        said.add_address(match[0], bisect_right(lines, match.start()))
    return said


def _without_comments(text: str) -> str:
    """A text without its comments."""
    pieces, at = [], 0
    while (begin := text.find("<!--", at)) >= 0 and (end := text.find("-->", begin + 4)) >= 0:
        pieces += [text[at:begin], "\n" * text.count("\n", begin, end)]
        at = end + 3
    return "".join([*pieces, text[at:]])


def _its_lines(match: re.Match[str]) -> str:
    """The ends of lines in what is taken away, so that each word stays in its line."""
    return "\n" * match[0].count("\n")


def mappings(path: Path, *, documents: bool = False, searches: int = SEARCHES) -> Iterator[tuple[str, Said]]:
    """Each key of a YAML file with what is said there; with ``documents``, their hashes apart from the rest.

    The file has been read without a fault. Of so many ``searches`` it is remembered what they found.
    """
    text = path.read_text("utf-8-sig") if path.is_file() else ""
    root = with_a_loader(lambda loader: yaml.compose(text, Loader=loader))
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        hashes = [*_hashes_of_documents(value)] if documents and key.value == DOCUMENTS else []
        said = Said(searches)
        for node in (key, *_scalars(value)):
            if not any(node is one for one in hashes):
                _say(said, node, text)
        for first, second in _points(value):
            said.add(f"\u2588 {first.value} {second.value} \u2588", first.start_mark.line + 1)
        yield key.value, said
        for node in hashes:
            said = Said()
            _say(said, node, text)
            yield HASH, said


def _hashes_of_documents(value: yaml.MappingNode) -> Iterator[yaml.ScalarNode]:
    for _, document in value.value:
        yield from (node for key, node in document.value if key.value == HASH)


def _points(node: yaml.Node) -> Iterator[tuple[yaml.ScalarNode, yaml.ScalarNode]]:
    """Two numbers that are a list: they stand together, and are looked for together."""
    if isinstance(node, yaml.SequenceNode):
        scalars = [item for item in node.value if isinstance(item, yaml.ScalarNode)]
        if len(node.value) == len(scalars) == 2:
            yield scalars[0], scalars[1]
        for item in node.value:
            yield from _points(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _points(value)


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    else:
        for key, value in node.value:
            yield from _scalars(key)
            yield from _scalars(value)


def _say(said: Said, node: yaml.ScalarNode, text: str) -> None:
    """Take in a scalar as it is written, each word in its line, and what its codes stand for where it begins."""
    line, written = node.start_mark.line + 1, Said()
    written.add(text[node.start_mark.index : node.end_mark.index], line)
    meant = [*_WORD.findall(fold(node.value))]
    said.months += written.months
    said.words += [*written.words, "\u2588"]
    said.lines += [*written.lines, line]
    if meant != written.words:
        said.add(node.value.replace("\n", " ") + " \u2588 ", line)
    one = not re.search(r"\s", node.value)
    for address in [node.value] if one else [match[0] for match in _ADDRESS.finditer(node.value)]:
        said.add_address(address, line)
