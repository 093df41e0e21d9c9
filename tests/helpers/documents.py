"""Drawings (SVG) and documents (PDF) for tests, made here: clean ones, and ones with something in them that is none."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

BARS = (
    '<rect x="40" y="60" width="40" height="120" fill="#7a1f1f"/><path d="M30 10V180H410" fill="none" stroke="#333"/>'
)


def svg(inside: str = BARS, *, before: str = "", attributes: str = 'width="420" height="200"') -> bytes:
    """A drawing, with something ``before`` its root."""
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{before}<svg {names} {attributes}>\n{inside}\n</svg>".encode()


def pdf(pages: int = 1, change: Callable[[pikepdf.Pdf], object] | None = None, *, draws: bytes = b"", **saved) -> bytes:
    """A document of so many pages, each with a square that is larger than that of the page before, and what it ``draws``
    besides. ``change`` is done to it before it is ``saved``."""
    made = pikepdf.new()
    for number in range(pages):
        made.add_blank_page(page_size=(200, 300))
        side = 20 + 10 * number
        made.pages[-1].Contents = Stream(made, b"0.5 0.1 0.1 rg 20 20 %d %d re f %s" % (side, side, draws))
    if change:
        change(made)
    out = io.BytesIO()
    made.save(out, deterministic_id="encryption" not in saved, **saved)
    return out.getvalue()


def acting(**action: object) -> Callable[[pikepdf.Pdf], object]:
    """A document that does something when it is opened."""
    return lambda made: setattr(made.Root, "OpenAction", Dictionary(**action))


def with_annotation(**what: object) -> Callable[[pikepdf.Pdf], object]:
    """A document with an annotation on its first page."""

    def change(made: pikepdf.Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Rect=Array([0, 0, 20, 20]), **what)
        made.pages[0].Annots = Array([made.make_indirect(note)])

    return change


def with_untyped_note(made: pikepdf.Pdf) -> None:
    """A note that does not say that it is one."""
    made.pages[0].Annots = Array([Dictionary(Subtype=Name.FreeText, Rect=Array([0, 0, 20, 20]), Contents="a")])


def with_stamped_link(made: pikepdf.Pdf) -> None:
    """A link that shows something of its own."""
    shown = made.make_indirect(Stream(made, b"0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form))
    with_annotation(Subtype=Name.Link, AP=Dictionary(N=shown))(made)


def with_pattern(words: str, *, in_a_form: bool = False) -> Callable[[pikepdf.Pdf], object]:
    """A document that has ``words`` in a pattern alone, with which it fills a square, or in a form within that."""

    def change(made: pikepdf.Pdf) -> None:
        with_words(words, font_inside=True)(made)
        page = made.pages[0]
        tile = made.make_indirect(page.Contents)
        if in_a_form:
            tile["/Type"], tile["/Subtype"], tile["/BBox"] = Name.XObject, Name.Form, Array([0, 0, 200, 300])
            tile["/Resources"], page.Resources = page.Resources, Dictionary(XObject=Dictionary(F=tile))
            tile = Stream(made, b"/F Do")
        for key, value in Dictionary(
            Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 200, 300]), XStep=200,
            YStep=300, Resources=page.Resources,
        ).items():  # fmt: skip
            tile[key] = value
        page.Resources = Dictionary(Pattern=Dictionary(P=tile))
        page.Contents = Stream(made, b"/Pattern cs /P scn 0 0 200 300 re f")

    return change


def with_words(words: str, *, font_inside: bool = False) -> Callable[[pikepdf.Pdf], object]:
    """A document that says ``words``, plain ASCII, in a font that is not in the file, or in one whose shapes are."""

    def change(made: pikepdf.Pdf) -> None:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        if font_inside:
            # A font of drawn signs: each letter is a square, and says which letter it is.
            glyphs = {f"/g{ord(char)}": Stream(made, b"500 0 0 0 400 400 d1 0 0 400 400 re f") for char in set(words)}
            codes = sorted({ord(char) for char in words})
            said = "".join(f"<{code:02x}> <{code:04x}>\n" for code in codes)
            cmap = (
                "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
                "1 begincodespacerange <00> <ff> endcodespacerange\n"
                f"{len(codes)} beginbfchar\n{said}endbfchar endcmap end end"
            )
            first, last = codes[0], codes[-1]
            font = Dictionary(
                Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 500]), FirstChar=first, LastChar=last,
                FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), Widths=Array([500] * (last - first + 1)),
                CharProcs=Dictionary({name: made.make_indirect(glyph) for name, glyph in glyphs.items()}),
                Encoding=Dictionary(
                    Type=Name.Encoding,
                    Differences=Array([one for code in codes for one in (code, Name(f"/g{code}"))]),
                ),
                ToUnicode=made.make_indirect(Stream(made, cmap.encode())),
            )  # fmt: skip
        page = made.pages[0]
        page.Resources = Dictionary(Font=Dictionary(F1=made.make_indirect(font)))
        page.Contents = Stream(made, b"BT /F1 20 Tf 20 200 Td (%s) Tj ET" % words.encode())

    return change


def with_signs(lines: Sequence[Sequence[str]], *, apart: int = 0) -> Callable[[pikepdf.Pdf], object]:
    """A document that draws signs from the left to the right, so far ``apart`` in thousandths of their height. Each says
    which letters it is: one, or those of a ligature. A blank is a place where nothing is drawn."""

    def change(made: pikepdf.Pdf) -> None:
        signs = sorted({sign for line in lines for sign in line if sign != " "})
        code = {sign: number for number, sign in enumerate(signs, 33)}
        said = "".join(f"<{code[sign]:02x}> <{sign.encode('utf-16-be').hex()}>\n" for sign in signs)
        cmap = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
            f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(signs)} beginbfchar\n{said}"
            "endbfchar endcmap end end"
        )
        glyph = made.make_indirect(Stream(made, b"500 0 0 0 400 400 d1 0 0 400 400 re f"))
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 500]), FirstChar=33, LastChar=33 + len(signs),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), Widths=Array([500] * (len(signs) + 1)),
            CharProcs=Dictionary({f"/g{number}": glyph for number in code.values()}),
            Encoding=Dictionary(
                Type=Name.Encoding,
                Differences=Array([one for number in code.values() for one in (number, Name(f"/g{number}"))]),
            ),
            ToUnicode=made.make_indirect(Stream(made, cmap.encode())),
        )  # fmt: skip
        page = made.pages[0]
        page.Resources = Dictionary(Font=Dictionary(F1=made.make_indirect(font)))
        drawn = ""
        for number, line in enumerate(lines):
            at = 20.0
            for sign in line:
                if sign != " ":
                    drawn += f"BT /F1 10 Tf 1 0 0 1 {at:.2f} {250 - 20 * number} Tm <{code[sign]:02x}> Tj ET\n"
                at += 5 + apart / 100
        page.Contents = Stream(made, drawn.encode())

    return change


def saying_otherwise(words: str, instead: str) -> Callable[[pikepdf.Pdf], object]:
    """A document that draws ``words`` and says of them that they mean others."""

    def change(made: pikepdf.Pdf) -> None:
        with_words(words, font_inside=True)(made)
        page = made.pages[0]
        drawn = page.Contents.read_bytes()
        page.Contents = Stream(made, b"/Span <</ActualText (%s)>> BDC %s EMC" % (instead.encode(), drawn))

    return change


def with_other_letters(words: str) -> Callable[[pikepdf.Pdf], object]:
    """A document whose font says by the names of its shapes which letters they are, and tells programs of others."""

    def change(made: pikepdf.Pdf) -> None:
        with_words(words, font_inside=True)(made)
        font = made.pages[0].Resources.Font.F1
        codes = sorted({ord(char) for char in words})
        font.Encoding.Differences = Array([one for code in codes for one in (code, Name(f"/{chr(code)}"))])
        font.CharProcs = Dictionary({f"/{chr(code)}": font.CharProcs[f"/g{code}"] for code in codes})
        cmap = font.ToUnicode.read_bytes()
        for code in codes:
            cmap = cmap.replace(b"<%02x> <%04x>" % (code, code), b"<%02x> <%04x>" % (code, code + 3))
        font.ToUnicode = made.make_indirect(Stream(made, cmap))

    return change


def out_of_order(first: str, between: str, last: str) -> Callable[[pikepdf.Pdf], object]:
    """A document that draws the beginning of a line, another line, and then the rest of the first."""

    def change(made: pikepdf.Pdf) -> None:
        with_words(first + between + last, font_inside=True)(made)
        page = made.pages[0]
        place = {first: (20, 200), between: (20, 150), last: (20 + 5 * len(first) + 2, 200)}
        page.Contents = Stream(
            made,
            b"".join(
                b"BT /F1 10 Tf 1 0 0 1 %d %d Tm (%s) Tj ET\n" % (*at, words.encode()) for words, at in place.items()
            ),
        )

    return change


def with_file_inside(made: pikepdf.Pdf) -> None:
    made.attachments["a.txt"] = b"PLANTED-7f3a"


def with_form(made: pikepdf.Pdf) -> None:
    made.Root.AcroForm = Dictionary(Fields=Array([made.make_indirect(Dictionary(FT=Name.Tx, T="a", V="1000"))]))


def from_another_file(made: pikepdf.Pdf) -> None:
    picture = Stream(made, b"", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, F="other.bin")
    made.pages[0].Resources = Dictionary(XObject=Dictionary(X=made.make_indirect(picture)))
