"""Redaction: a report's texts as written → the texts that may be published.

``[words]{.redacted}`` loses its words in the source, before marks are looked for and before Markdown, so that nothing
built afterwards has ever held them: not their length, not their lines. A bar stands instead, and carries nothing.

What is left is judged as it is shown: a mark of whose words only bars can be read goes too, since its id, its date and
where it leads would tell what they hide, also where an author typed the bar. So do footnotes to which no open word
leads.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Container, Iterator, Mapping

from . import messages
from .checks import check_translation
from .footnotes import calls_in
from .marks import Span
from .model import BAR, Mark, Record, Registry, Text
from .problems import Problems
from .redaction_bars import BARS, is_by_a_bar, is_drawn, open_words
from .report_texts import build_text, scanned
from .tree import Renderer
from .written import Written

#: So many words beside a bar, and no more, may name with a mark what the bar hides.
FEW = 2


def without_secrets(text: str, spans: list[Span]) -> str:
    """The source of a text, ``spans`` being its marks, with a bar for the words of each redacted mark."""
    pieces: list[str] = []
    at = 0
    for span in spans:
        if span.start >= at and span.redacted:
            pieces += [text[at : span.start], f"[{BAR}]{{.redacted}}"]
            at = span.end
    return "".join([*pieces, text[at:]])


def publish(
    written: Mapping[str, Written],
    texts: Mapping[str, Text],
    record: Record | None,
    registry: Registry,
    renderer: Renderer,
    problems: Problems,
) -> dict[str, Text]:
    """The texts without their redacted words, by language; ``record`` is the report's, and none for a dossier.

    A mark that has to go in one language goes in the other too where a bar stands in it. What the texts then lack, and
    what stands beside a bar and may name what it hides, is in ``problems``.
    """
    barred = {lang: redacted(written[lang], problems) for lang in texts}
    built: dict[str, Text] = {}
    for lang, source in barred.items():
        text = build_text(source, lang, renderer, problems)
        if text is None:
            return {}
        built[lang] = text
    hiding = _hiding(built)
    public: dict[str, Text] = {}
    for lang, text in built.items():
        _warn_of_few_words(written[lang], text, hiding[lang], registry, problems)
        kept = _unmarked(barred[lang], hiding[lang], problems)
        if hiding[lang]:
            text = build_text(kept, lang, renderer, problems)
        if text and kept.uncalled:
            labels = written[lang].unpublished = kept.uncalled
            inside = [mark.number for mark in text.marks if kept.notes.get(mark.block) in labels]
            text = build_text(_unmarked(kept, inside, problems), lang, renderer, problems, without=labels)
        if text is None:
            return {}
        if record:
            _check_places(texts[lang], text, record, problems)
        public[lang] = text
    if len(public) == 2:
        check_translation(public["ar"], public["en"], problems)
    return public


def has_bars(written: Written, text: Text) -> bool:
    """Whether something of a text is redacted, or stands as if it were."""
    bars = any(BARS.search(block.text) for block in text.blocks) or any(_is_drawn(mark) for mark in text.marks)
    return bars or any(span.redacted for span in written.spans)


def redacted(written: Written, problems: Problems) -> Written:
    """The file as if its redacted words had never been in it; positions in it are its own."""
    moved: list[tuple[int, int]] = []
    lost = 0
    for span in written.spans:
        lines = written.text.count("\n", span.start, span.end)
        if lines and span.redacted and not any(written.spans[outer].redacted for outer in span.inside):
            lost += lines
            moved.append((written.position(span.end)[0] - lost + 1, lines))
    return _again(written, without_secrets(written.text, written.spans), moved, problems)


def _unmarked(written: Written, numbers: Collection[int], problems: Problems) -> Written:
    """The file without the brackets and attributes of some of its marks, and without the footnotes that they call."""
    if not numbers:
        return written
    gone = [span for span in written.spans if span.number in numbers]
    cuts = [cut for span in gone for cut in ((span.start, span.start + 1), (span.close, span.end))]
    calls = calls_in(written)
    places = [at for at, _ in calls]
    for span in gone:
        within = calls[bisect_left(places, span.start) : bisect_left(places, span.close)]
        cuts += [(at, at + len(label) + 3) for at, label in within]
    pieces, at = [], 0
    for begin, end in sorted(set(cuts)):
        if begin >= at:
            pieces.append(written.text[at:begin])
            at = end
    return _again(written, "".join([*pieces, written.text[at:]]), written.moved, problems)


def _again(written: Written, text: str, moved: list[tuple[int, int]], problems: Problems) -> Written:
    kept = Written(written.path, text, written.long_ids, written.header, written.body_at, written.attachments)
    kept.moved = moved
    return scanned(kept, problems)


def _hiding(texts: Mapping[str, Text]) -> dict[str, set[int]]:
    """The marks of each language, by number, of which only bars can be read in that language or in the other."""
    found: dict[str, set[int]] = {lang: set() for lang in texts}
    named: set[tuple[int, str]] = set()
    barred = {
        lang: [mark for mark in text.marks if _says(mark) and _at_a_bar(mark, text)] for lang, text in texts.items()
    }
    for lang, marks in barred.items():
        for mark in marks:
            if _is_drawn(mark) or not open_words(mark.words):
                found[lang].add(mark.number)
                named.update((mark.block, key) for key in _says(mark))
    for lang, marks in barred.items():
        found[lang].update(mark.number for mark in marks if any((mark.block, key) in named for key in _says(mark)))
    return found


def _says(mark: Mark) -> list[str]:
    """What a mark says of its words, as one text each: its ids, its date and its correction."""
    return [*mark.ids, *([f"when={mark.when}"] if mark.when else []), *([f"sic={mark.sic}"] if mark.sic else [])]


def _warn_of_few_words(
    written: Written, text: Text, hiding: Container[int], registry: Registry, problems: Problems
) -> None:
    """A name of the registry, or a date, on so few words beside a bar that it names what the bar hides."""
    for mark, span in zip(text.marks, _left(written), strict=True):
        if mark.number in hiding or not 0 < len(open_words(mark.words)) <= FEW:
            continue
        if BARS.search(mark.words) and (mark.when or any(id in registry for id in mark.ids)):
            what = messages.DATE() if mark.when else messages.NAME()
            problems.warning(
                written.path, *written.position(span.start),
                messages.FEW_WORDS_AT_BAR(what=what),
            )  # fmt: skip
        elif _is_by_a_bar(mark, text) and any(id in registry.actors or id in registry.sources for id in mark.ids):
            problems.warning(
                written.path, *written.position(span.start),
                messages.NAME_AT_BAR(),
            )  # fmt: skip


def _at_a_bar(mark: Mark, text: Text) -> bool:
    """Whether a bar stands in a mark, or beside one that holds hardly a word."""
    return bool(BARS.search(mark.words)) or _is_drawn(mark) or (not open_words(mark.words) and _is_by_a_bar(mark, text))


def _is_drawn(mark: Mark) -> bool:
    """Whether signs alone are named or dated; a correction may be one of signs."""
    return bool(mark.ids or mark.when) and is_drawn(mark.words)


def _is_by_a_bar(mark: Mark, text: Text) -> bool:
    return is_by_a_bar(text.blocks[mark.block - 1].text, mark.start, mark.start + len(mark.words))


def _left(written: Written) -> Iterator[Span]:
    """The marks that are left when redacted words are gone, one for each bar."""
    for span in written.spans:
        if not any(written.spans[outer].redacted for outer in span.inside):
            yield span


def _check_places(text: Text, public: Text, record: Record, problems: Problems) -> None:
    """Of each claim that gives figures, and of each event that has no title, words are left to which they lead."""
    left = {id for mark in public.marks for id in mark.ids}
    needed = {id for id, claim in record.claims.items() if claim.casualties}
    needed |= {id for id, event in record.events.items() if not (event.title.ar or event.same_as)}
    told: set[str] = set()
    for mark in text.marks:
        for id in mark.ids:
            if id in needed and id not in left and id not in told:
                told.add(id)
                problems.error(
                    text.path, mark.line, mark.column,
                    messages.NO_OPEN_WORD(id=id),
                )  # fmt: skip
