"""``![what it shows](photo.jpg "caption"){.graphic}``: an image file beside the report, in both languages."""

import io
import os

import pytest
from PIL import Image

from reports import image_marks, pixels
from tests.helpers import images
from tests.helpers.content import Content


def with_files(content: Content, **files: bytes) -> Content:
    """Image files in the folder of the report ``r``: ``road=…`` is ``road.png``."""
    for name, data in files.items():
        path = content.root / "reports" / "r" / f"{name.replace('_', '.') if '_' in name else f'{name}.png'}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return content


@pytest.fixture
def road(content: Content) -> Content:
    """A content folder with ``road.png`` and ``photo.jpg`` beside the report to come."""
    return with_files(content, road=images.drawing(), photo_jpg=images.photo(80, 60))


def test_an_image_is_a_block_of_its_own(road: Content):
    """Described in each language, with a caption: both are what the block says."""
    road.report(
        ar='قبل.\n\n![طريق \\"ضيق\\"\nفي قرية](road.png "عنوان")\n\n![صورة](<photo.jpg>){.graphic}',
        en='Before.\n\n![A road](road.png "Caption")\n\n![A photo](photo.jpg){ .graphic }',
    )
    texts = road.one().texts
    assert [(block.kind, block.text, block.line) for block in texts["ar"].blocks[1:]] == [
        ("image", 'طريق "ضيق" في قرية عنوان', 5), ("image", "صورة", 8),
    ]  # fmt: skip
    first, second = texts["en"].images
    assert (first.alt, first.caption, first.graphic, first.block) == ("A road", "Caption", False, 2)
    assert (second.alt, second.caption, second.graphic, second.picture.pages) == ("A photo", "", True, ((80, 60),))
    assert texts["ar"].rows[1] == f"<p>{chr(image_marks.FIRST)}</p>"


def test_graphic_is_still_an_id_in_a_mark(road: Content):
    """After an image's parenthesis ``.graphic`` covers it; after a bracket it is an id like any other."""
    road.report(
        record="events:\n  graphic: {type: other, when: 2016}\n", ar="[كلام]{.graphic}\n\n![ط](road.png){.graphic}"
    )
    arabic = road.one().texts["ar"]
    assert (arabic.marks[0].ids, arabic.images[0].graphic) == (("graphic",), True)


@pytest.mark.parametrize(
    ("ar", "messages"),
    [
        ("![ط](‸../road.png)", "`../road.png` is no file beside the report"),
        ("![ط](‸/etc/road.png)", "is no file beside the report"),
        ("![ط](‸https://example.org/a.png)", "`https://example.org/a.png` is no file beside the report"),
        ("![ط](‸//example.org/a.png)", "is no file beside the report"),
        ("![ط](‸{static}/road.png)", "is no file beside the report"),
        ("![ط](<‸sub/road.png>)", "is no file beside the report"),
        ("![ط](‸sub\\road.png)", "is no file beside the report"),
        ("![ط](‸%2e%2e/road.png)", "is no file beside the report"),
        ("![ط](‸.road.png)", "is no file beside the report"),
        ("![ط](‸data:image/png;base64,AAAA)", "is no file beside the report"),
        ("![ط](‸)", "is no file beside the report"),
        ("![ط](‸raod.png)", "there is no file `raod.png`; did you mean `road.png`?"),
        ("![ط](‸road.svg)", "`road.svg` is no JPEG, PNG, WebP or GIF file; save the image as one of these"),
        ("![ط](‸road.pdf)", "`road.pdf` is no JPEG"),
        ("‸![](road.png)", "the image is not described"),
        ("‸![ . ](road.png)", "the image is not described"),
        ("![ط](road.png)‸{.aleppo}", "an image can carry `.graphic` and nothing else"),
        ("![ط](road.png)‸{.graphic .aleppo}", "an image can carry `.graphic` and nothing else"),
        ("‸![ط](road (1).png)", "the image cannot be read; write `![what it shows](photo.jpg)`"),
        ('‸![ط](road.png "غير مغلق)', "the image cannot be read"),
        ("‸![في [حلب]{.aleppo}](road.png)", "a mark stands in the words of an image"),
        ("كلام ‸![ط](road.png)", "the image does not stand in a paragraph of its own; put an empty line before"),
        ("‸![ط](road.png) كلام", "does not stand in a paragraph of its own"),
        ("‸![ط](road.png) ‸![ط](road.png)", "of its own\nof its own"),
        ("[‸![ط](road.png)]{.aleppo}", "no mark around it"),
        ("[‸![ط](road.png)](https://example.org)", "of its own"),
        ("> ‸![ط](road.png)", "of its own"),
        ("- ‸![ط](road.png)", "of its own"),
        ("| ‸![ط](road.png) |\n| - |\n| ب |", "of its own"),
        ("## ‸![ط](road.png)", "of its own"),
        ("نص.\n\n    ‸![ط](road.png)", "of its own"),
        ("<bdi>‸![ط](road.png)</bdi>", "of its own"),
        ("ن[^1]\n\n[^1]: ‸![ط](road.png)", "of its own"),
    ],
)
def test_an_image_that_is_none_is_told_at_its_place(road: Content, ar, messages):
    """Files from elsewhere, other kinds, images without words, images among words."""
    road.report(ar=ar).expect(*messages.split("\n"))


def test_what_only_looks_like_an_image_is_text(road: Content):
    """In code, after a backslash, without a parenthesis."""
    road.report(ar="`![ط](no.png)` \\![رابط](https://example.org) يا سلام![كذا] !\n\n```\n![ط](no.png)\n```")
    assert road.one().texts["ar"].images == ()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "the image cannot be read to its end; save it anew as JPEG"),
        (b"%PDF-1.7", "cannot be read"),
        (b"", "cannot be read"),
        (images.drawing()[:-40], "cannot be read"),
        (images.photo(300, 300)[:2000], "cannot be read"),
        (images.drawing(kind="BMP"), "cannot be read"),
        (images.drawing(kind="TIFF"), "cannot be read"),
        (images.bomb(), "the image has more than 50 million pixels; save it smaller"),
        (images.bomb(10_000, 6_000), "million pixels"),
        (images.drawing() + bytes(pixels.MAX_BYTES), "the image has more than 20 MiB; save it smaller"),
    ],
    ids=range(10),
)
def test_a_file_that_is_no_image_is_told(content: Content, data, message):
    """Whatever its name says. One that says that it is enormous is not unpacked."""
    with_files(content, road=data).report(ar="![ط](‸road.png)").expect(message)


def test_a_link_to_a_file_is_no_image(road: Content):
    """It could lead anywhere; and so could a folder of that name."""
    folder = road.root / "reports" / "r"
    road.report(ar="![ط](link.png)\n\n![ط](folder.png)\n\n![ط](road.png)\n\n![ط](photo.jpg)")
    os.symlink(folder / "road.png", folder / "link.png")
    assert [(problem.path.name, problem.message) for problem in road.errors()] == [
        ("link.png", "this is a symbolic link")
    ]
    (folder / "link.png").unlink()
    (folder / "link.png").mkdir()
    (folder / "folder.png").mkdir()
    said = [problem for problem in road.errors() if problem.path.name == "ar.md"]
    assert [(problem.line, problem.column) for problem in said] == [(3, 6), (5, 6)]
    assert ["is no plain file" in problem.message for problem in said] == [True, True]


def test_both_languages_show_the_same(road: Content):
    """The same file at the same place, covered in both or in none, with a caption in both or in none."""
    road.report(
        ar='‸![ط](road.png)\n\n‸![ط](road.png){.graphic}\n\n‸![ط](road.png "ع")',
        en="![r](photo.jpg)\n\n![r](road.png)\n\n![r](road.png)",
    )
    road.expect("the image is another one at en.md:3", "the image is graphic here or at en.md:5", "has a caption here")


@pytest.mark.parametrize(("ar", "en"), [("نص.\n\n‸![ط](road.png)", "Text."), ("نص.", "Text.\n\n‸![r](road.png)")])
def test_an_image_in_one_language_alone_is_told(road: Content, ar, en):
    """At the image."""
    road.report(ar=ar, en=en).expect("this image has nothing to match in")


def test_a_file_that_nothing_shows_is_warned_of(road: Content):
    """Captures of originals are not, nor what is no image; what is shown in redacted words is shown."""
    (road.root / "reports" / "r" / "map.svg").write_text("‸<svg/>".replace("‸", ""))
    (road.root / "reports" / "r" / "notes.txt").write_text("x")
    road.report(ar="![ط](photo.jpg)")
    said = [f"{problem.path.name}: {problem.message}" for problem in road.read().warnings]
    assert said == ["map.svg: nothing shows `map.svg`", "road.png: nothing shows `road.png`"]


def test_a_redacted_image_vanishes(road: Content):
    """It is in nothing that leaves the room: not its name, its words, its caption; and nobody looks at the file."""
    road.report(
        ar='قبل [![وجه سري](photo.jpg "سري")]{.redacted} بعد.\n\n[![وجه سري](sirri.jpg){.graphic}]{.redacted}\n\n![ط](road.png)',
        en='Before [![secret](photo.jpg "secret")]{.redacted} after.\n\n[![secret](sirri.jpg)]{.redacted}\n\n![r](road.png)',
    )
    site = road.read()
    said = repr(site)
    assert not [word for word in ("photo", "sirri", "سري", "secret") if word in said]
    assert [image.picture.path.name for text in site.reports[0].texts.values() for image in text.images] == [
        "road.png"
    ] * 2


def test_an_image_is_not_redacted_here_and_shown_there(road: Content):
    """One of the two is a mistake."""
    road.report(ar="[‸![ط](road.png)]{.redacted}\n\n![ط](road.png)\n\n![ط](photo.jpg)")
    road.expect("the image is redacted here and shown elsewhere")


def test_a_redacted_image_is_shown_under_no_other_name(road: Content):
    """In its own report and in another: what counts is the file, and the original of a report that redacts is one."""
    copies = {"house.jpg": "photo.jpg", "page.png": "road.png"}
    for name, of in copies.items():
        (road.root / "reports/r" / name).write_bytes((road.root / "reports/r" / of).read_bytes())
    (road.root / "reports/q").mkdir()
    (road.root / "reports/q/door.jpg").write_bytes((road.root / "reports/r/photo.jpg").read_bytes())
    (road.root / "reports/r/road.png").rename(road.root / "reports/r/original.png")
    long = "ن" * 300
    road.report(
        ar=f"[![ط](photo.jpg)]{{.redacted}}\n\n[![ط]({long}.jpg)]{{.redacted}}\n\n‸![ط](house.jpg)\n\n‸![ط](page.png)"
    )
    road.report("q", ar="نص\n\n‸![ط](door.jpg)")
    same = "the image is the same file as one that is redacted at r/ar.md:3"
    road.expect(same, same, "the original is shown, and words of the report are redacted")


def test_images_are_of_reports_alone(road: Content):
    """Not of dossiers."""
    road.report(ar="![ط](road.png)\n\n![ط](photo.jpg)").dossier(ar="‸![ط](road.png)").expect(
        "the text has an image; only reports"
    )


def opened(made: pixels.Made) -> Image.Image:
    image = Image.open(io.BytesIO(made.data))
    image.load()
    return image


@pytest.mark.parametrize(
    ("size", "sizes"),
    [
        ((40, 30), [(40, 30)]),
        ((640, 480), [(640, 480)]),
        ((900, 600), [(640, 427), (900, 600)]),
        ((2600, 1300), [(640, 320), (1280, 640)]),
        ((100, 3000), [(85, 2560), (100, 3000)]),
        ((1, 1), [(1, 1)]),
    ],
)
def test_an_image_is_made_for_phone_and_desk(size, sizes):
    """640 and 1280 pixels wide, never larger than it is, never much higher than wide."""
    made = list(pixels.make(images.photo(*size, kind="PNG")))
    assert [(one.width, one.height) for one in made] == sizes
    assert [opened(one).size for one in made] == sizes


@pytest.mark.parametrize(
    "data",
    [images.camera_photo(), images.noted_png(), images.moving_gif(), images.camera_photo(1400, 900)],
    ids=["photo", "PNG", "GIF", "large"],
)
def test_nothing_but_pixels_is_kept(data):
    """No place, no camera, no name, no comment, no profile, nothing behind the end; and one picture."""
    for made in pixels.make(data):
        assert images.PLANTED not in made.data
        image = opened(made)
        assert not image.getexif()
        assert not {"exif", "xmp", "icc_profile", "comment"} & set(image.info)
        assert getattr(image, "n_frames", 1) == 1
        chunks = made.data[12:16]
        assert chunks in (b"VP8 ", b"VP8L")
        assert len(made.data) == int.from_bytes(made.data[4:8], "little") + 8


def test_an_image_stands_as_its_camera_says():
    """The square that is drawn at the beginning comes to where the turn brings it."""
    data = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.open(io.BytesIO(images.drawing(40, 30))).save(data, "JPEG", exif=exif, quality=95)
    assert pixels.measure(data.getvalue()) == (30, 40)
    (made,) = pixels.make(data.getvalue())
    red, _, blue = opened(made).convert("RGB").getpixel((27, 3))
    assert red > 100 > blue


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_pixels_can_be_shown(mode):
    """Black and white, grey, palettes, what is clear, what is for print, what has 16 bits."""
    stream = io.BytesIO()
    Image.new(mode, (30, 20), 1).save(stream, "JPEG" if mode == "CMYK" else "PNG")
    (made,) = pixels.make(stream.getvalue())
    assert opened(made).size == (30, 20)
