"""A document in PDF: is there nothing in it but pages? Then they are drawn.

Words that lie under a black box are gone from what is drawn, and so is everything else that a document carries unseen.
What runs or hides something is refused all the same: who made such a file, or whose hands it went through, is a
question for a person. So is a font that is not in the file, since another computer would draw its words with another.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

import pikepdf
import pypdfium2
from limits import HIGHEST, WIDTH, Unclean

MAX_PAGES, MAX_OBJECTS, MAX_WORDS = 40, 500_000, 2_000_000
#: So many letters of a page are put in the order in which they stand, and looked for in so many lines before; so wide,
#: for a letter, is a blank.
MAX_LETTERS, MAX_LINES, GAP = 20_000, 60, 0.5
#: So many bytes its pages may have as PNG, all together.
MAX_DRAWN = 200_000_000

#: What actions do that do more than lead to another page or address.
ACTS = frozenset(
    "/JavaScript /Launch /SubmitForm /ImportData /ResetForm /GoToE /GoToR /Rendition /Movie /Sound /GoTo3DView "
    "/RichMediaExecute /SetOCGState /Hide".split()
)
#: What stands in place of a dictionary that is not there.
NOTHING = pikepdf.Dictionary()
PLAYS = frozenset("/RichMedia /3D /Movie /Sound /Screen /FileAttachment".split())


def draw(data: bytes) -> tuple[list[bytes], str]:
    """Each page as a PNG on white, and the words of all that a program can find. Raises ``Unclean``."""
    plain, untold = _looked_over(data)
    found: list[tuple[bytes, str]] = []
    try:
        with pypdfium2.PdfDocument(plain) as document:
            for number in range(len(document)):
                found.append(_page(document[number]))
                if sum(len(drawn) for drawn, _ in found) > MAX_DRAWN:
                    raise Unclean("document-large")
        with pypdfium2.PdfDocument(untold) as document:
            found += [(b"", document[number].get_textpage().get_text_bounded()) for number in range(len(document))]
    except (pypdfium2.PdfiumError, ValueError, MemoryError) as error:
        raise Unclean("document-undrawable") from error
    return [drawn for drawn, _ in found if drawn], "\n".join(words for _, words in found)[:MAX_WORDS]


def _page(page: pypdfium2.PdfPage) -> tuple[bytes, str]:
    width, height = page.get_size()
    if width <= 0 or height <= 0:
        raise Unclean("document-sizeless")
    scale = min(WIDTH / width, WIDTH * HIGHEST / height)
    stream = io.BytesIO()
    page.render(scale=scale, draw_annots=True, may_draw_forms=False).to_pil().convert("RGB").save(
        stream, "PNG", compress_level=1
    )
    words = page.get_textpage()
    return stream.getvalue(), f"{words.get_text_bounded()}\n{_as_it_stands(words)}"


def _as_it_stands(words: pypdfium2.PdfTextPage) -> str:
    """The lines of a page whose letters stand in another order in the file, as they stand on the page."""
    lines: list[tuple[float, float, list[tuple[float, float, int, str]]]] = []
    for at in range(min(words.count_chars(), MAX_LETTERS)):
        letter = words.get_text_range(at, 1)
        if letter.isspace() or not letter:
            continue
        start, bottom, end, top = words.get_charbox(at, loose=True)
        middle = (bottom + top) / 2
        # of many lines one of the last that were written has the letter
        line = next((line for line in lines[-1 : -MAX_LINES - 1 : -1] if line[0] <= middle <= line[1]), None)
        if line is None:
            line = (bottom, top, [])
            lines.append(line)
        line[2].append((start, end, at, letter))
    return "\n".join(_in_order(letters) for _, _, letters in lines)


def _in_order(letters: list[tuple[float, float, int, str]]) -> str:
    """The letters of a line from one side to the other, if not all of them follow each other in the file."""
    numbers = [number for _, _, number, _ in letters]
    if max(numbers) - min(numbers) < 2 * len(letters):
        return ""
    pieces: list[str] = []
    before: tuple[float, int] | None = None
    for start, end, number, letter in sorted(letters):
        if before and (abs(number - before[1]) == 2 or start - before[0] > GAP * (end - start)):
            pieces.append(" ")
        pieces.append(letter)
        before = end, number
    return "".join(pieces)


def _looked_over(data: bytes) -> tuple[bytes, bytes]:
    """The document, written anew by the program that looked it over: another program may read the same bytes otherwise,
    by an older state that is still in them for example. What it says that its shapes mean is not in it; and in the
    second not even which letters they are, where a font tells that by itself.

    Raises ``Unclean`` for a document with anything in it but pages.
    """
    out, untold = io.BytesIO(), io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(data), attempt_recovery=False) as document:
            if document.is_encrypted:
                raise Unclean("document-locked")
            pages = len(document.pages)
            if not 0 < pages <= MAX_PAGES:
                raise Unclean("document-long", pages=pages, most=MAX_PAGES)
            if len(document.objects) > MAX_OBJECTS:
                raise Unclean("document-parts")
            for one in document.objects:
                for part in _parts(one):
                    _look_at(part)
            for page in document.pages:
                _look_at_notes(page.obj.get("/Annots", ()))
            _take_away(document, "/ActualText")
            _take_from_drawings(document)
            document.save(out, deterministic_id=True)
            _take_away(document, "/ToUnicode")
            document.save(untold, deterministic_id=True)
            if document.get_warnings():
                raise Unclean("document-damaged")
    except pikepdf.PasswordError:
        raise Unclean("document-locked") from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError) as error:
        raise Unclean("document-unreadable") from error
    return out.getvalue(), untold.getvalue()


def _take_away(document: pikepdf.Pdf, name: str) -> None:
    """Take what a document says of its own shapes out of its dictionaries."""
    for one in document.objects:
        for part in _parts(one):
            if name in part:
                del part[name]


def _take_from_drawings(document: pikepdf.Pdf) -> None:
    """Take the same out of what pages and forms are drawn with, where a word can stand for the shapes that follow."""
    drawings = [one for one in document.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"]
    for page in document.pages:
        page.contents_coalesce()
        if isinstance(contents := page.obj.get("/Contents"), pikepdf.Stream):
            drawings.append(contents)
    for drawing in drawings:
        if b"BDC" in drawing.read_bytes():
            said = [_unsaid(one) for one in pikepdf.parse_content_stream(drawing)]
            drawing.write(pikepdf.unparse_content_stream(said))


def _unsaid(
    one: pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage,
) -> pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage:
    """An instruction without a dictionary that says of what follows what it is."""
    if str(one.operator) != "BDC" or not isinstance(one.operands[-1], pikepdf.Dictionary):
        return one
    return pikepdf.ContentStreamInstruction([one.operands[0]], pikepdf.Operator("BMC"))


def _parts(value: object) -> Iterator[pikepdf.Dictionary | pikepdf.Stream]:
    """The dictionaries that stand in an object itself, at any depth; those of other objects come with these."""
    todo = [value]
    while todo:
        one = todo.pop()
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            yield one
            todo += [inner for inner in one.values() if not _is_elsewhere(inner)]
        elif isinstance(one, pikepdf.Array):
            todo += [inner for inner in one if not _is_elsewhere(inner)]


def _is_elsewhere(value: object) -> bool:
    return isinstance(value, pikepdf.Object) and value.is_indirect


def _look_at(part: pikepdf.Dictionary | pikepdf.Stream) -> None:
    """Raise ``Unclean`` for a dictionary that says of something that it is more than a part of a page."""
    action, kind = str(part.get("/S", "")), str(part.get("/Subtype", ""))
    if "/JS" in part or "/JavaScript" in part:
        raise Unclean("document-script")
    if action in ACTS or "/AA" in part:
        raise Unclean("document-acts")
    if "/EF" in part or "/EmbeddedFiles" in part or str(part.get("/Type", "")) == "/EmbeddedFile":
        raise Unclean("document-file")
    if "/XFA" in part or ("/Fields" in part and len(part["/Fields"])):
        raise Unclean("document-form")
    if kind in PLAYS:
        raise Unclean("document-plays")
    if kind == "/Redact":
        raise Unclean("document-redaction")
    if str(part.get("/Type", "")) == "/Annot":
        _look_at_notes([part])
    if "/PatternType" in part and part["/PatternType"] == 1 and _may_have_words(part.get("/Resources", NOTHING)):
        raise Unclean("document-pattern")
    if isinstance(part, pikepdf.Stream) and "/F" in part:
        raise Unclean("document-elsewhere")
    if str(part.get("/Type", "")) == "/Font" and kind not in ("/Type0", "/Type3") and not _has_its_shapes(part):
        raise Unclean("document-font")


def _may_have_words(resources: pikepdf.Object) -> bool:
    """Whether a pattern has a font, or a drawing of its own in it, which may have one."""
    drawn = resources.get("/XObject", NOTHING)
    return bool(resources.get("/Font")) or any(str(one.get("/Subtype", "")) == "/Form" for _, one in drawn.items())


def _look_at_notes(notes: Iterable[pikepdf.Object]) -> None:
    """Raise ``Unclean`` for what is laid over a page and may show words: they are drawn, and no program finds them."""
    for note in notes:
        if str(note.get("/Subtype", "")) != "/Link" or "/AP" in note:
            raise Unclean("document-note")


def _has_its_shapes(font: pikepdf.Dictionary | pikepdf.Stream) -> bool:
    described = font.get("/FontDescriptor", NOTHING)
    return any(name in described for name in ("/FontFile", "/FontFile2", "/FontFile3"))
