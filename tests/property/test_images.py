"""Whatever an image file holds, it is made anew of its pixels or refused; and the same file always gives the same."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from reports.pixels import Made, NoImage, begin, make, measure
from reports.sandbox.limits import HIGHEST, WIDTH
from tests.helpers.images import PLANTED, bomb, camera_photo, drawing, moving_gif, noted_png, photo

pytestmark = pytest.mark.slow

WIDTHS = (640, WIDTH)
sides = st.integers(1, 1500)
kinds = st.sampled_from(["JPEG", "PNG", "WEBP", "GIF"])
FILES = (camera_photo(200, 150), noted_png(), moving_gif(), drawing(), drawing(kind="WEBP"), bomb(), photo(64, 48))


def tried(data: bytes) -> tuple[list[Made], NoImage | None]:
    """What is made of a file, or why it is refused."""
    begin()
    try:
        return list(make(data)), None
    except NoImage as error:
        return [], error


@given(sides, sides, kinds)
def test_files_have_the_image_s_shape_and_are_never_larger(width, height, kind):
    """In two sizes at most, in the order of their widths."""
    begin()
    data = drawing(width, height, kind)
    assert measure(data) == (width, height)
    made = list(make(data))
    assert 1 <= len(made) <= len(WIDTHS)
    assert [one.width for one in made] == sorted({one.width for one in made})
    for one, most in zip(made, WIDTHS, strict=False):
        assert one.width <= min(width, most)
        assert one.height <= min(height, most * HIGHEST)
        assert abs(one.width * height - one.height * width) <= max(width, height)


@given(st.integers(1, 8), st.binary(max_size=40), st.binary(max_size=40), st.booleans())
def test_nothing_that_is_planted_is_kept(turned, comment, behind, large):
    """Wherever it was planted, and twice the same files come of it."""
    begin()
    size = (700, 500) if large else (60, 40)
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = turned, PLANTED.decode()
    exif.get_ifd(0x8825)[29] = PLANTED.decode()
    data = photo(*size, exif=exif, comment=PLANTED + comment) + behind + PLANTED
    assert PLANTED in data
    made = list(make(data))
    assert made == list(make(data))
    for one in made:
        assert PLANTED not in one.data
        with Image.open(io.BytesIO(one.data)) as opened:
            assert not {"exif", "xmp", "icc_profile"} & set(opened.info)
    assert (made[-1].width, made[-1].height) == (size if turned < 5 else size[::-1])


@given(st.sampled_from(FILES), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6)), max_size=4), st.floats(0, 1))
def test_a_broken_file_is_made_anew_or_refused(data, changes, end):
    """Bytes exchanged, put in or cut off: nothing else is raised, and what is made can be read."""
    for at, inserted in changes:
        place = int(at * len(data))
        data = data[:place] + inserted + data[place + len(inserted) // 2 :]
    data = data[: int(end * len(data)) + 1]
    made, refused = tried(data)
    assert made or (str(refused) and refused.hint)
    for one in made:
        with Image.open(io.BytesIO(one.data)) as opened:
            opened.load()
            assert opened.size == (one.width, one.height)
