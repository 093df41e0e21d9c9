"""The marks of a piece of text as codes that translators see: ``<m1>words</m1>``.

A code has the number of its mark in the piece, and what the mark says stands apart from the words, so that nobody has
to type it. A translation can also have the marks as an author types them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reports import marks, messages
from reports.messages import Message
from reports.model import BAR
from reports.redaction_bars import is_drawn
from reports.spans import Span

from ..importing.marked_text import attributes
from ..importing.nesting import Mark
from ..plain_text import escaped

_TAG = re.compile(r"(?<!\\)<(/?)m([1-9][0-9]{0,5})>")
_CALL = re.compile(r"\[\^[^\[\]\n]+\]")
#: What stays as it is written: calls of footnotes, and where links lead.
_AS_WRITTEN = re.compile(rf"{_CALL.pattern}|(?<=\]\()[^()\s]+")
_TYPED = re.compile(r"\]\{[ \t]*(?:\.|when=)")


@dataclass(frozen=True, slots=True)
class Code:
    """A mark of a piece: its name there, and its ids, date and words. One that is redacted is all ``bars``: what stands
    in the text for it, with the marks that stand in it."""

    name: str
    ids: tuple[str, ...]
    when: str | None
    words: str
    bars: str = ""

    @property
    def braces(self) -> str:
        """What stands behind the words in a text."""
        return attributes(Mark(0, 0, self.ids, self.when))


class CodesError(ValueError):
    """A translation whose codes are not those of its source; ``what`` says which."""

    def __init__(self, what: Message) -> None:
        super().__init__(str(what))
        self.what = what


def _spans(text: str) -> list[Span]:
    """The marks of a text; one that cannot be read is none."""
    return marks.scan(text, 0, lambda offset, what: None)


def barred(text: str, spans: Sequence[Span]) -> str:
    """A text, ``spans`` being its marks, with bars for its redacted words: the marks in them stay, and the footnotes
    that they call, since the translation has to have them too."""
    return cut(text, [(span.start, span.end, _bars(text, spans, span)) for span in outermost(spans)])


def outermost(spans: Sequence[Span]) -> list[Span]:
    """The marks that are redacted and stand in none that is."""
    hidden = [span for span in spans if span.redacted]
    return [span for span in hidden if not any(spans[outer].redacted for outer in span.inside)]


def _bars(text: str, spans: Sequence[Span], span: Span) -> str:
    within = [one for one in spans if one.inside[-1:] == (span.number,)]
    words = "".join(_bars(text, spans, one) for one in within) or BAR
    outside = cut(
        text[span.start + 1 : span.close], [(w.start - span.start - 1, w.end - span.start - 1, "") for w in within]
    )
    ids, when = tuple(id for id, _ in span.ids), span.when[0] if span.when else None
    braces = attributes(Mark(0, 0, ids, when)) if ids or when else ""
    calls = "".join(_CALL.findall(outside))
    return f"[{words}{calls}]{braces}" if braces else words + calls


def with_codes(text: str) -> tuple[str, list[Code]]:
    """A piece of a text, whose redacted words are bars, with codes for its marks. Corrections of the source's own
    errors are left out."""
    codes: list[Code] = []
    cuts: list[tuple[int, int, str]] = []
    spans = _spans(text)
    for span in spans:
        if any(spans[outer].redacted for outer in span.inside):
            continue
        ids, when = tuple(id for id, _ in span.ids), span.when[0] if span.when else None
        opens, closes = "", ""
        if ids or when:
            name = f"m{len(codes) + 1}"
            opens, closes = f"<{name}>", f"</{name}>"
            if span.redacted:
                codes.append(Code(name, ids, when, BAR, text[span.start : span.end]))
                cuts.append((span.start, span.end, f"{opens}{BAR}{closes}"))
                continue
            codes.append(Code(name, ids, when, plain(text[span.start + 1 : span.close])))
        cuts += [(span.start, span.start + 1, opens), (span.close, span.end, closes)]
    return cut(text, cuts), codes


def plain(text: str) -> str:
    """The words of a piece, without marks and codes."""
    cuts = [(span.start, span.start + 1, "") for span in _spans(text)]
    cuts += [(span.close, span.end, "") for span in _spans(text)]
    return " ".join(_TAG.sub("", cut(text, cuts)).split())


def cut(text: str, cuts: list[tuple[int, int, str]]) -> str:
    """A text with other words in places of it: where each begins and ends, and what stands there instead."""
    pieces, at = [], 0
    for begin, end, instead in sorted(cuts):
        pieces += [text[at:begin], instead]
        at = end
    return "".join([*pieces, text[at:]])


def with_marks(target: str, codes: Sequence[Code]) -> str:
    """A translation as an author would type it. Raises ``CodesError`` where its codes are not those of its source."""
    target = " ".join(target.split())
    if _TYPED.search(target) and not _TAG.search(target):
        return _typed(target, codes)
    known = {code.name: code for code in codes}
    seen: Counter[str] = Counter()
    opened: list[str] = []
    pieces, at = [], 0
    for match in _TAG.finditer(target):
        name = f"m{match[2]}"
        if name not in known:
            raise CodesError(messages.CODE_UNKNOWN(code=f"<{name}>"))
        pieces.append(target[at : match.start()])
        at = match.end()
        if match[1]:
            if not opened or opened.pop() != name:
                raise CodesError(messages.CODE_CROSSED(code=f"</{name}>"))
            if bars := known[name].bars:
                begins = pieces.index(f"\0{name}\0")
                typed = "".join(pieces[begins + 1 :])
                pieces[begins:] = [_named(bars, typed)]
            else:
                pieces.append(f"]{known[name].braces}")
        else:
            seen[name] += 1
            if seen[name] > 1:
                raise CodesError(messages.CODE_DOUBLED(code=f"<{name}>"))
            opened.append(name)
            pieces.append(f"\0{name}\0")
    if opened:
        raise CodesError(messages.CODE_CROSSED(code=f"<{opened[-1]}>"))
    for code in codes:
        if not seen[code.name]:
            raise CodesError(messages.CODE_MISSING(code=f"<{code.name}>", words=code.words[:60]))
    text = "".join([*pieces, target[at:]])
    return re.sub("\0m[0-9]+\0", "[", text)


def _named(bars: str, typed: str) -> str:
    """Bars with the words that a translator wrote in their place: redacted as they are, they are shown to nobody, and
    what says them openly is found."""
    nested = bars.count(BAR) != 1 or re.search(r"[\[\]{}<>\\\0]", typed)
    return bars if nested or is_drawn(typed) or BAR in typed else bars.replace(BAR, escaped(typed.strip()))


def without_names(target: str, codes: Sequence[Code]) -> str:
    """A translation with nothing but a bar where a bar stands, whatever somebody wrote there."""
    for name in (code.name for code in codes if code.bars):
        target = re.sub(f"(<{name}>).*?(</{name}>)", rf"\g<1>{BAR}\g<2>", target, flags=re.S)
    return barred(target, _spans(target)) if "{" in target else target


def check_written(source: str, target: str) -> None:
    """Raise ``CodesError`` where a translation has other calls of footnotes than its source, or links that lead
    elsewhere."""
    wanted, found = (Counter(_AS_WRITTEN.findall(text)) for text in (source, target))
    for code in (*(wanted - found), *(found - wanted)):
        raise CodesError(messages.NOT_AS_WRITTEN(code=code))


def _typed(target: str, codes: Sequence[Code]) -> str:
    """A translation with the marks as an author types them."""
    wanted = Counter(key for code in codes for key in _keys(code.ids, code.when))
    found: Counter[str] = Counter()
    spans = _spans(target)
    for span in spans:
        if not any(spans[outer].redacted for outer in span.inside):
            found.update(_keys([id for id, _ in span.ids], span.when[0] if span.when else None))
    for key in found - wanted:
        what = messages.CODE_DOUBLED if key in wanted else messages.CODE_UNKNOWN
        raise CodesError(what(code=key))
    for key in wanted - found:
        code = next(code for code in codes if key in _keys(code.ids, code.when))
        raise CodesError(messages.CODE_MISSING(code=key, words=code.words[:60]))
    bars = [code.bars for code in codes if code.bars]
    return cut(
        target,
        [
            (span.start, span.end, _named(bar, target[span.start + 1 : span.close]))
            for span, bar in zip(outermost(spans), bars, strict=True)
        ],
    )


def _keys(ids: Sequence[str], when: str | None) -> list[str]:
    return [*(f".{id}" for id in ids), *([f"when={when}"] if when else [])]


def numbered_as(source: Sequence[Code], text: str) -> str | None:
    """A translation as an author typed it, with the codes that the same marks have in its source; ``None`` where its
    marks are others."""
    coded, own = with_codes(text)
    left = list(source)
    names: dict[str, str] = {}
    for code in own:
        same = next((one for one in left if (set(one.ids), one.when) == (set(code.ids), code.when)), None)
        if same is None:
            return None
        left.remove(same)
        names[code.name] = same.name
    if left:
        return None
    return _TAG.sub(lambda match: f"<{match[1]}{names['m' + match[2]]}>", coded)
