"""``![what it shows](map.svg)``, ``![…](statement.pdf)``: refused unless the settings name them and they are clean."""

import base64
import io
import resource
import subprocess
import sys
import time

import pytest
from pikepdf import Dictionary, Encryption, Name
from PIL import Image

from reports import attachments as pages
from reports import hints as secrets
from reports import pixels
from reports.attachments import drawn
from reports.pixels import NoImage
from reports.sandbox import limits
from tests.helpers import bombs, documents
from tests.helpers.content import Content
from tests.helpers.documents import (
    acting,
    out_of_order,
    pdf,
    saying_otherwise,
    svg,
    with_annotation,
    with_other_letters,
    with_signs,
    with_words,
)
from tests.helpers.images import drawing


@pytest.fixture(autouse=True)
def _anew():
    """Every test has all the time and pixels of a content."""
    pixels.begin()
    yield
    pixels.begin()


def with_file(content: Content, name: str, data: bytes) -> Content:
    """A file beside the report ``r``, whose text shows it."""
    folder = content.root / "reports" / "r"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    return content


def refusal(kind: str, data: bytes) -> str:
    """What is said of a file that is not shown."""
    with pytest.raises(NoImage) as raised:
        drawn(kind, data)
    return f"{raised.value}; {raised.value.hint}"


@pytest.mark.parametrize("kind", ["svg", "pdf"])
def test_they_are_shown_only_where_the_settings_say_so(content: Content, kind, monkeypatch):
    """The one that is not named stays unopened, however clean it is."""
    data = {"svg": svg(), "pdf": pdf()}[kind]
    with_file(content, f"a.{kind}", data).report(ar=f"![ط](‸a.{kind})")
    told = (
        f"`a.{kind}` is no JPEG, PNG, WebP or GIF file; save the image as one of these; {kind.upper()} is shown where"
    )
    opened = []
    monkeypatch.setattr("reports.report_images.drawn", lambda *given: opened.append(given))
    for accepted in ((), ("pdf" if kind == "svg" else "svg",)):
        content.accepting(*accepted).expect(told)
    assert opened == []


def test_a_drawing_is_an_image(content: Content):
    """As wide as the largest file for a page, and as high as its shape is."""
    with_file(content, "map.SVG", svg()).accepting("svg").report(ar="![خريطة](map.SVG)", en="![A map](map.SVG)")
    (image,) = content.one().texts["en"].images
    assert (image.alt, image.picture.pages) == ("A map", ((1280, 610),))


def test_a_document_is_the_images_of_its_pages(content: Content):
    """Each of the shape that it has."""
    with_file(content, "a.pdf", pdf(3)).accepting("pdf").report(ar="![بيان](a.pdf)")
    assert content.one().texts["ar"].images[0].picture.pages == ((1280, 1920),) * 3


def test_what_is_in_it_is_drawn():
    """On white: a bar of the drawing where it stands; the square of the document's second page."""
    (page,) = drawn("svg", svg()).pages
    with Image.open(io.BytesIO(page)) as image:
        assert image.convert("RGB").getpixel((180, 400)) == (0x7A, 0x1F, 0x1F)
        assert image.convert("RGB").getpixel((1200, 20)) == (255, 255, 255)
    second = drawn("pdf", pdf(2)).pages[1]
    with Image.open(io.BytesIO(second)) as image:
        assert image.getpixel((200, 1920 - 200)) == (128, 26, 26)
        assert image.getpixel((20, 20)) == (255, 255, 255)


def test_the_same_file_is_always_drawn_the_same():
    """Whatever drew it before: a site that is built again is the same."""
    files = (("svg", svg()), ("pdf", pdf(2)), ("pdf", pdf(change=with_words("Hasan", font_inside=True))))
    first = [drawn(kind, data) for kind, data in files]
    drawn.cache_clear()
    assert [drawn(kind, data) for kind, data in files] == first


@pytest.mark.parametrize("words", ["E", "Alt"])
def test_what_a_document_says_of_its_shapes_is_not_drawn_otherwise(words):
    """Neither a shape that is called as a key is, nor what stands beside: a picture in a line, what it is a part of."""
    plain = with_words(words, font_inside=True)
    (said,) = drawn("pdf", pdf(change=saying_otherwise(words, "x"))).pages
    (named,) = drawn("pdf", pdf(change=with_other_letters(words))).pages
    (shown,) = drawn("pdf", pdf(change=plain)).pages
    assert said == named == shown != drawn("pdf", pdf()).pages[0]
    picture = b"q 9 0 0 9 99 99 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q"
    (part,) = drawn("pdf", pdf(draws=b"/P <</MCID 0>> BDC " + picture + b" EMC")).pages
    assert part == drawn("pdf", pdf(draws=picture)).pages[0] != drawn("pdf", pdf()).pages[0]


def test_words_under_a_black_box_are_not_in_what_is_drawn():
    """Which is how documents were redacted, and were not."""
    words = with_words("Hasan", font_inside=True)

    def covered(document):
        words(document)
        box = b"\n0 0 0 rg 0 180 200 60 re f"
        document.pages[0].Contents = documents.Stream(document, document.pages[0].Contents.read_bytes() + box)

    (bare,), (under,) = drawn("pdf", pdf(change=words)).pages, drawn("pdf", pdf(change=covered)).pages
    with Image.open(io.BytesIO(bare)) as image, Image.open(io.BytesIO(under)) as black:
        region = (0, 1920 - 1400, 1280, 1920 - 1250)
        assert len(image.crop(region).getcolors()) > 1
        assert black.crop(region).getcolors() == [(1280 * 150, (0, 0, 0))]


CLEAN = {
    "a gradient": '<defs><linearGradient id="g"><stop stop-color="#f00"/></linearGradient></defs><rect width="9" height="9" fill="url(#g)"/>',
    "a part used again": '<g id="a"><rect width="9" height="9"/></g><use xlink:href="#a" x="20"/><use href="#a" y="20"/>',
    "a style sheet": "<style><![CDATA[ rect { fill: #123; } ]]></style><rect width='9' height='9'/>",
    "an image inside": '<image width="9" height="9" href="data:image/png;base64,iVBORw0KGgo="/>',
    "what an editor writes": '<metadata><r:RDF xmlns:r="http://r.example"><r:by>PLANTED</r:by></r:RDF></metadata>'
    '<n:view xmlns:n="http://n.example" n:href="elsewhere"/><g n:label="layer" xmlns:n="http://n.example"/>',
}


CLEAN["what an editor hangs its own things on"] = (
    '<n:view xmlns:n="http://n.example" id="base"><rect width="1" height="1"/></n:view><rect id="base" width="9" height="9"/>'
)
CLEAN["very many named parts"] = "".join(f'<path id="p{n}" d="M{n} 0h1"/>' for n in range(40_000))


@pytest.mark.parametrize("inside", CLEAN.values(), ids=CLEAN)
def test_a_clean_drawing_is_drawn(inside):
    """What editors and programs for charts write, as long as it only draws."""
    assert len(drawn("svg", svg(inside)).pages) == 1


@pytest.mark.parametrize("size", ["420", "420px", "315pt", "111.125mm", "11.1125cm", "4.375in", "100%"])
def test_a_drawing_may_be_measured_in_any_unit(size):
    """Points as of programs for charts, millimetres as of Inkscape: what is drawn is the same."""
    data = svg(attributes=f'width="{size}" viewBox="0 0 420 200"')
    (page,) = drawn("svg", data).pages
    with Image.open(io.BytesIO(page)) as image:
        assert image.size[0] == 1280
        assert image.convert("RGB").resize((1280, 610)).getpixel((180, 400)) == (0x7A, 0x1F, 0x1F)


def test_a_drawing_may_say_what_it_is():
    """As matplotlib and Illustrator do. The address of the type is not followed."""
    before = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://w3.example/svg11.dtd">\n'
    assert len(drawn("svg", svg(before=before)).pages) == 1
    assert drawn("svg", svg(before="\ufeff")).pages == drawn("svg", svg()).pages


def growing(element: str, use: str) -> str:
    """Parts that each use the one before ten times."""
    first = f'<{element} id="a0"><rect/></{element}>'
    return first + "".join(f'<{element} id="a{n}">{use % (n - 1) * 10}</{element}>' for n in range(1, 9))


UNCLEAN = {
    "text": ("<g>\n <text>10</text></g>", "has text at 3:2; turn its text into outlines"),
    "a script": ("<script>alert(1)</script>", "has <script>, which does not draw, at 2:1"),
    "a handler": ('<g onload="alert(1)"/>', "has the attribute onload, which runs something, at 2:1"),
    "a handler in capitals": ('<rect onClick="x"/>', "the attribute onClick"),
    "a page": ('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>', "has <foreignObject>"),
    "a page of its own": ('<b xmlns="http://www.w3.org/1999/xhtml">x</b>', "has <b>, which does not draw"),
    "an element of no language": ('<b xmlns="">x</b>', "has <b>, which does not draw"),
    "motion": ('<rect><animate attributeName="x"/></rect>', "has <animate>"),
    "a change": ('<set attributeName="href" to="javascript:x"/>', "has <set>"),
    "a link": ('<a href="https://example.org"/>', "has <a>"),
    "an image of the disk": ('<image href="file:///etc/passwd"/>', "loads or links to something"),
    "an image beside": ('<image xlink:href="photo.jpg"/>', "loads or links to something"),
    "a drawing inside": ('<image href="data:image/svg+xml;base64,AAAA"/>', "loads or links to something"),
    "another's part": ('<use href="https://example.org/a.svg#b"/>', "loads or links to something"),
    "a style from elsewhere": ("<style>@import 'https://example.org/a.css';</style>", "a style that could load"),
    "a style with codes": (r"<style>a{b:u\72l(x)}</style>", "a style that could load"),
    "a style that depends": ("<style>@media print { rect { display: none } }</style>", "a style that could load"),
    "parts for one language": ('<switch><rect systemLanguage="ar"/></switch>', "has <switch>, which does not draw"),
    "a colour from elsewhere": ('<rect fill="url(https://example.org/a#b)"/>', "a style that could load"),
    "a colour in quotes": ("<rect style=\"fill: URL( 'other.svg#b' )\"/>", "a style that could load"),
    "a base": ('<g xml:base="https://example.org/"/>', "has a base for its addresses"),
    "an instruction": ("<?xml-stylesheet href='a'?>", "has an instruction, <?xml-stylesheet?>,"),
    "nests": ("<g>" * 250 + "</g>" * 250, "too many in one another"),
    "uses itself": ('<g id="a"><use href="#a"/></g>', "uses itself"),
    "grows": (
        growing("g", "<use href='#a%d'/>"),
        "shows the same things again more often than can be drawn",
    ),
    "grows by patterns": (
        growing("pattern", "<rect fill='url(#a%d)'/>"),
        "shows the same things again",
    ),
    "no end": ("<g>", "is no XML that can be read at 3:"),
    "a double attribute": ('<g id="a" id="b"/>', "is no XML that can be read at 2:"),
}  # fmt: skip


@pytest.mark.parametrize(("inside", "said"), UNCLEAN.values(), ids=UNCLEAN)
def test_a_drawing_that_does_more_is_told_with_its_place(inside, said):
    """The place is that in the drawing; and a figure in letters would depend on who draws it."""
    assert said in refusal("svg", svg(inside))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (svg(before='<!DOCTYPE svg [<!ENTITY a "x">]>'), "declares a document type of its own"),
        (svg(before="<!DOCTYPE html>"), "declares a document type of its own"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "does not begin with <svg>"),
        (b"<svg><rect/></svg>", "does not begin with <svg>"),
        (b"", "is no XML that can be read"),
        (pdf(), "is not in UTF-8"),
        (svg().decode().encode("utf-16"), "is not in UTF-8"),
        (svg("<desc>\u062d</desc>").decode().encode("cp1256"), "is not in UTF-8"),
        (svg(attributes='width="0" height="9"'), "cannot be drawn"),
        (svg(attributes='width="1" height="1e9"') , "cannot be drawn"),
    ],
    ids=range(10),
)  # fmt: skip
def test_what_is_no_drawing_is_told(data, said):
    """Other things by that name, other letters, drawings without a size or with an enormous one."""
    assert said in refusal("svg", data)


def test_another_alphabet_that_a_drawing_names_is_not_believed():
    """What looks it over and what draws it must read the same words."""
    data = svg("<desc>+ADw-script+AD4-</desc>", before='<?xml version="1.0" encoding="utf-7"?>')
    assert len(drawn("svg", data).pages) == 1


DIRTY = {
    "a script": (acting(S=Name.JavaScript, JS="app.alert(1)"), "has a script"),
    "a program": (acting(S=Name.Launch, F="calc.exe"), "does something when it is opened or touched"),
    "another document": (acting(S=Name.GoToR, F="other.pdf"), "does something"),
    "a letter home": (with_annotation(Subtype=Name.Link, A=Dictionary(S=Name.SubmitForm)), "does something"),
    "something on touch": (
        with_annotation(Subtype=Name.Link, AA=Dictionary(E=Dictionary(S=Name.URI))),
        "does something",
    ),
    "a film": (with_annotation(Subtype=Name.RichMedia), "plays or holds something"),
    "a clip": (with_annotation(Subtype=Name.FileAttachment), "plays or holds something"),
    "another file": (documents.with_file_inside, "holds another file"),
    "a form": (documents.with_form, "has a form, whose fields would not be drawn"),
    "a redaction that is none": (
        with_annotation(Subtype=Name.Redact),
        "words marked for redaction that are still there",
    ),
    "a note": (
        with_annotation(Subtype=Name.FreeText, Contents="a"),
        "has a note, a stamp or a mark laid over a page; flatten",
    ),
    "a stamp": (with_annotation(Subtype=Name.Stamp), "has a note, a stamp or a mark laid over a page"),
    "a note without its kind": (documents.with_untyped_note, "has a note, a stamp or a mark laid over a page"),
    "a link that shows something": (documents.with_stamped_link, "has a note, a stamp or a mark laid over a page"),
    "words in a pattern": (documents.with_pattern("400"), "has a pattern with words in it"),
    "words in a form in a pattern": (documents.with_pattern("400", in_a_form=True), "has a pattern with words in it"),
    "a part elsewhere": (documents.from_another_file, "takes a part of itself from another file"),
    "a font elsewhere": (with_words("400"), "has a font that is not in the file; save it as PDF/A"),
}


@pytest.mark.slow
@pytest.mark.parametrize(("change", "said"), DIRTY.values(), ids=DIRTY)
def test_a_document_that_does_or_holds_more_is_told(change, said):
    """Also deep inside, and in what is packed."""
    assert said in refusal("pdf", pdf(change=change))
    assert said in refusal("pdf", pdf(2, change=change, object_stream_mode=documents.pikepdf.ObjectStreamMode.generate))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf(encryption=Encryption(owner="a", user="b")), "is locked"),
        (pdf(encryption=Encryption(owner="a", user="")), "is locked"),
        (pdf(41), "has 41 pages, and up to 40 can be shown"),
        (pdf(0), "has 0 pages"),
        (b"", "cannot be read as PDF"),
        (svg(), "cannot be read as PDF"),
        (pdf()[:300], "cannot be read as PDF"),
        (pdf()[:-40], "cannot be read as PDF"),
        (pdf().replace(b"/Length", b"/Lenght"), "is damaged"),
    ],
    ids=range(9),
)
def test_what_is_no_document_is_told(data, said):
    """Locked, too long, empty, another thing by that name, cut off."""
    assert said in refusal("pdf", data)


def test_a_document_may_lead_to_pages():
    """An address in it is not drawn, and does nothing."""
    leads = with_annotation(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI="https://example.org"))
    assert len(drawn("pdf", pdf(change=leads)).pages) == 1


def test_an_enormous_file_is_not_looked_at(monkeypatch):
    monkeypatch.setattr(pages, "MAX_BYTES", 100)
    assert "has more than" in refusal("svg", svg("<!-- not read before -->"))


def test_a_file_that_takes_too_long_is_told(monkeypatch):
    """And what draws it does not go on."""
    monkeypatch.setattr(pages, "PATIENCE", 1)
    slow = '<feTurbulence numOctaves="500" baseFrequency="0.9"/><feMorphology radius="90"/>' * 40
    began = time.monotonic()
    data = svg(f'<filter id="f">{slow}</filter><rect width="420" height="200" filter="url(#f)"/>')
    assert "cannot be drawn in the time and memory that there are" in refusal("svg", data)
    assert time.monotonic() - began < 10


def picture(data: bytes) -> str:
    """An image in a drawing."""
    return f'<image width="420" height="200" href="data:image/png;base64,{base64.b64encode(data).decode()}"/>'


def often(element: str, size: int = 1024**2) -> str:
    return element * (size // len(element))


PLAIN = '<rect width="420" height="200" opacity=".9"/>'
BIG = PLAIN.replace("/>", ' filter="url(#f)"/>')
SLOW = {
    "images": lambda: often(picture(bombs.png(7071, 7071, depth=1, colours=0))),
    "an enormous image": lambda: picture(bombs.png(16383, 16383, depth=1, colours=0)),
    "blur": lambda: '<filter id="f" x="-5" y="-5" width="11" height="11"><feGaussianBlur stdDeviation="200"/></filter>' + BIG * 9000,
    "noise": lambda: f'<filter id="f"><feTurbulence numOctaves="100000" baseFrequency="0.9"/></filter>{BIG}',
    "growth": lambda: '<filter id="f">' + '<feMorphology radius="90"/>' * 20_000 + "</filter>" + BIG,
    "light": lambda: '<filter id="f">' + '<feDiffuseLighting><fePointLight z="1"/></feDiffuseLighting>' * 9000 + "</filter>" + BIG,
    "patterns": lambda: '<pattern id="p" width="1" height="1"><rect width="400" height="100"/></pattern>'
    + '<rect width="420" height="200" fill="url(#p)"/>' * 20_000,
    "what is used again": lambda: f'<g id="a">{PLAIN * 1000}</g>' + '<use href="#a"/>' * 450,
    "clips": lambda: '<g clip-path="url(#c)">' * 190 + PLAIN + "</g>" * 190 + '<clipPath id="c"><rect width="400" height="200"/></clipPath>',
    "groups": lambda: often('<g opacity=".5"><rect width="420" height="200"/><rect width="9" height="9"/></g>'),
    "markers": lambda: '<marker id="m" markerWidth="400" markerHeight="400"><rect width="420" height="200" opacity=".5"/></marker>'
    + f'<path marker-mid="url(#m)" d="M0 0{often("L9 9L0 0", 800_000)}"/>',
    "rules": lambda: "<style>" + often("g g g g g g rect{fill:#123}", 100_000) + "</style>"
    + "<g>" * 99 + '<rect width="1"/>' * 20_000 + "</g>" * 99,
}  # fmt: skip
HEAVY = {
    "dashes": '<path d="M0 0H400V200H0z" stroke="#000" stroke-dasharray="0.0001" stroke-linecap="round"/>',
    "a long line": f'<path d="M0 0{often("L420 200L0 9")}"/>',
    "small patterns": '<pattern id="p" width=".001" height=".001" patternUnits="userSpaceOnUse"><rect width="1" height="1"/></pattern>'
    '<rect width="420" height="200" fill="url(#p)"/>',
}


def seconds_taken() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.mark.slow
@pytest.mark.parametrize("inside", SLOW.values(), ids=SLOW)
def test_a_drawing_that_takes_very_much_is_told(inside):
    """The worst that is known of a mebibyte: it ends in words, and takes the processor no longer than it may."""
    data, began = svg(inside()), seconds_taken()
    assert "cannot be drawn in the time and memory that there are" in refusal("svg", data)
    may = limits.SECONDS + limits.FOR_A_MIB * len(data) // 1024**2
    assert seconds_taken() - began <= may + 1, "a second to start and to end it"


@pytest.mark.parametrize("inside", HEAVY.values(), ids=HEAVY)
@pytest.mark.slow
def test_a_drawing_of_very_much_that_can_be_drawn_is_drawn(inside):
    """Where it takes no longer than it may."""
    assert len(drawn("svg", svg(inside)).pages) == 1


@pytest.mark.slow
def test_drawings_have_a_time_together(monkeypatch):
    """When they have taken it, no other is begun, and no image."""
    slow = svg(SLOW["noise"]())
    monkeypatch.setattr(pixels, "SECONDS", 5.0)
    pixels.begin()
    assert "cannot be drawn in the time" in refusal("svg", slow)
    began = seconds_taken()
    assert "take more time together than there is; save the largest smaller" in refusal("svg", slow + b" ")
    with pytest.raises(NoImage, match="more time together"):
        pixels.measure(drawing())
    assert seconds_taken() - began < 1


def test_the_process_apart_can_write_nothing_and_take_only_so_much(tmp_path):
    """It is started without the settings of whoever builds, and holds itself."""
    said = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(pages.SANDBOX)!r})\n"
         "import resource, limits; limits.take_hold()\n"
         "print(*[resource.getrlimit(r)[0] for r in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE, resource.RLIMIT_CPU)])\n"
         f"open({str(tmp_path / 'written')!r}, 'wb', 0).write(b'x')"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert said.stdout.split() == ["0", "0", str(limits.SECONDS)]
    assert "File too large" in said.stderr


def test_words_that_the_report_redacts_are_not_shown_in_a_document(content: Content):
    """In either language, in another order of letters, in capitals."""
    folder = with_file(content, "a.pdf", pdf(change=with_words("HASAN Ali 400", font_inside=True))).accepting("pdf")
    text = "![ب](a.pdf)"
    for ar, en in (("[حسن]{.redacted}", "[Hasan Ali]{.redacted}"), ("[nasaH]{.redacted}", "[x]{.redacted}")):
        folder.report(ar=f"{ar}\n\n‸{text}", en=f"{en}\n\n‸{text}")
        said = "words of the report are redacted, and the document says them or words of the same letters"
        folder.expect(said, said)
        folder.carets.clear()
    folder.report(ar=f"[حسن]{{.redacted}}\n\n{text}", en=f"[Mohsen]{{.redacted}}\n\n{text}")
    folder.expect()


BACK = "كان زمرد هنا"[::-1]
SAID = {
    "letters apart": (with_signs(["Here is Zumrud Hasan"], apart=600), "[Zumrud Hasan]"),
    "letters far apart": (with_signs(["Zumrud"], apart=900), "[Zumrud]"),
    "Arabic letters apart": (with_signs([BACK], apart=600), "[زمرد]"),
    "a word broken by a hyphen": (with_signs(["It was Zum-", "rud Hasan"]), "[Zumrud Hasan]"),
    "a word broken by a line": (with_signs(["It was Zum", "rud Hasan"]), "[Zumrud Hasan]"),
    "a name on two lines": (with_signs(["It was Zumrud", "Hasan"]), "[Zumrud Hasan]"),
    "an Arabic name on two lines": (with_signs(["زمرد"[::-1] + " كان", "هنا " + "حسن"[::-1]]), "[زمرد حسن]"),
    "half a name": (with_signs(["Mr Hasan said"]), "[Zumrud Hasan]"),
    "half an Arabic name": (with_signs([BACK]), "[زمرد حسن]"),
    "capitals": (with_signs(["ZUMRUD HASAN"]), "[Zumrud Hasan]"),
    "words run together": (with_signs(["itwassaidbyzumrudhasanandothers"]), "[Zumrud Hasan]"),
    "names run together": (with_signs(["ZUMRUDHASAN"]), "[Zumrud Hasan]"),
    "a note's number behind it": (with_signs(["Zumrud1"]), "[Zumrud]"),
    "a ligature": (with_signs([["م", "لا", "س", " ", "ل", "ا", "ق"]]), "[سلام]"),
    "other forms of letters": (with_signs([["ﻡ", "ﻼ", "ﺳ"]]), "[سلام]"),
    "letters from the end": (with_signs(["قال زمرد"]), "[زمرد]"),
    "joined letters": (with_signs(["وبالزمرد"[::-1]]), "[زمرد]"),
    "a short name": (with_signs(["to Ali Reza"]), "[Ali]"),
    "an apostrophe": (with_signs(["we saw Ra'ed there"]), "[Ra'ed]"),
    "another sign in a name": (with_signs(["and Sa`d too"]), "[Sa'd]"),
    "a name with its ending": (with_signs(["it was Ra'ed's"]), "[Ra'ed]"),
    "a kunya after another word": (with_signs(["بيت أبي قيس"[::-1]]), "[أبو قيس]"),
    "a number in groups": (with_signs(["0912 345-678"]), "[0912345678]"),
    "a last letter that many write otherwise": (with_signs(["بيت مصطفى"[::-1]]), "[مصطفي]"),
    "the same the other way": (with_signs(["بيت مصطفي"[::-1]]), "[مصطفى]"),
    "a number behind the code of a country": (with_signs(["+963 912 345 678"]), "[0912345678]"),
    "words that it says are others": (saying_otherwise("Zumrud", "xxxx"), "[Zumrud]"),
    "letters that it says are others": (with_other_letters("Zumrud"), "[Zumrud]"),
    "a line out of its order": (out_of_order("Zum", "another line", "rud"), "[Zumrud]"),
}


def shown_with(content: Content, change, redacted: str) -> Content:
    """A report that redacts these words, in both languages where a name has two, and shows such a document."""
    with_file(content, "a.pdf", pdf(change=change)).accepting("pdf")
    english = redacted if redacted.isascii() else "[Zumrud Hasan]" if " " in redacted else "[x]"
    arabic = redacted if not redacted.isascii() else "[x]"
    return content.report(
        ar=f"{arabic}{{.redacted}} كذا\n\n‸![ب](a.pdf)",
        en=f"{english}{{.redacted}} so\n\n‸![p](a.pdf)",
    )


@pytest.mark.slow
@pytest.mark.parametrize(("change", "redacted"), SAID.values(), ids=SAID)
def test_redacted_words_are_found_in_a_document_however_they_stand_there(content: Content, change, redacted):
    """As programs find them in it: parted, broken, run together, from the end, in part."""
    said = "words of the report are redacted, and the document says them"
    shown_with(content, change, redacted).expect(said, said)


INNOCENT = {
    "another word of the same letters": (with_signs(["draw"]), "[Ward]"),
    "words that make it together": (with_signs(["more than a hundred"]), "[Thana]"),
    "words with an apostrophe": (with_signs(["There's a road"]), "[Theresa Lind]"),
    "a part of another word": (with_signs(["in Hasanabad"]), "[Hasan]"),
    "a short name in another": (with_signs(["Salim, Alice, Mali"]), "[Ali]"),
    "an Arabic word of the same letters": (with_signs(["السلام"[::-1]]), "[سالم]"),
    "a part of another Arabic word": (with_signs(["زمردي"[::-1]]), "[زمرد]"),
    "one word of what is no name": (with_signs(["the house"]), "[the old house there]"),
    "words in another order": (with_signs(["the road to the old north"]), "[north road]"),
    "what only joins words": (with_signs(["of the and to"]), "[of the]"),
    "letters of a list": (with_signs(["a b c d"]), "[Abed]"),
}


@pytest.mark.slow
@pytest.mark.parametrize(("change", "redacted"), INNOCENT.values(), ids=INNOCENT)
def test_a_document_that_says_other_words_is_shown(content: Content, change, redacted):
    """However much they look alike."""
    content = shown_with(content, change, redacted)
    content.carets.clear()
    content.expect()


def test_a_document_is_looked_through_as_it_was_read(content: Content, monkeypatch):
    """Whatever stands in its place by then: what is shown is what was read, and it is not drawn again for its words."""
    shown_with(content, with_words("Zumrud", font_inside=True), "[Zumrud]")
    path = content.root / "reports" / "r" / "a.pdf"

    def changed_before(*given):
        path.write_bytes(b"")
        secrets.check_secrets(*given)

    monkeypatch.setattr("reports.warnings.check_secrets", changed_before)
    said = [problem.message for problem in content.errors()]
    assert any("the document says them" in message for message in said), said


@pytest.mark.parametrize("name", ["original.png", "original.pdf"])
def test_the_original_of_a_report_that_redacts_is_not_shown(content: Content, name):
    """Its words are to be read in it."""
    data = pdf() if name.endswith("pdf") else drawn("svg", svg()).pages[0]
    with_file(content, name, data).accepting("pdf")
    content.report(ar=f"[سر]{{.redacted}}\n\n![ط](‸{name})")
    content.expect(
        "the original is shown, and words of the report are redacted; blacken what is redacted, and show that"
    )
    content.carets.clear()
    content.report(ar=f"سر\n\n![ط]({name})")
    content.expect()
