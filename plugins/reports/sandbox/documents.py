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
    plain = _looked_over(data)
    found: list[tuple[bytes, str]] = []
    try:
        with pypdfium2.PdfDocument(plain) as document:
            for number in range(len(document)):
                found.append(_page(document[number]))
                if sum(len(drawn) for drawn, _ in found) > MAX_DRAWN:
                    raise Unclean("document-large")
    except (pypdfium2.PdfiumError, ValueError, MemoryError) as error:
        raise Unclean("document-undrawable") from error
    return [drawn for drawn, _ in found], "\n".join(words for _, words in found)[:MAX_WORDS]


def _page(page: pypdfium2.PdfPage) -> tuple[bytes, str]:
    width, height = page.get_size()
    if width <= 0 or height <= 0:
        raise Unclean("document-sizeless")
    scale = min(WIDTH / width, WIDTH * HIGHEST / height)
    stream = io.BytesIO()
    page.render(scale=scale, draw_annots=True, may_draw_forms=False).to_pil().convert("RGB").save(
        stream, "PNG", compress_level=1
    )
    return stream.getvalue(), page.get_textpage().get_text_bounded()


def _looked_over(data: bytes) -> bytes:
    """The document, written anew by the program that looked it over: another program may read the same bytes otherwise,
    by an older state that is still in them for example.

    Raises ``Unclean`` for a document with anything in it but pages.
    """
    out = io.BytesIO()
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
            document.save(out, deterministic_id=True)
            if document.get_warnings():
                raise Unclean("document-damaged")
    except pikepdf.PasswordError:
        raise Unclean("document-locked") from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError) as error:
        raise Unclean("document-unreadable") from error
    return out.getvalue()


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
