"""Whatever a drawing or document holds, its pages are drawn or it is refused in words."""

import io

from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Name
from PIL import Image

from reports.attachments import drawn
from reports.pixels import NoImage, begin
from reports.sandbox.limits import HIGHEST, WIDTH
from tests.helpers.documents import acting, pdf, svg, with_words
from tests.helpers.examples import examples

FILES = (
    ("svg", svg()),
    ("svg", svg('<style>rect{fill:#123}</style><g id="a"><rect width="9" height="9"/></g><use href="#a" x="9"/>')),
    ("svg", svg('<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><rect width="90" height="9" filter="url(#f)"/>')),
    ("pdf", pdf(2)),
    ("pdf", pdf(change=with_words("400 Hasan", font_inside=True))),
    ("pdf", pdf(change=acting(S=Name.JavaScript, JS="app.alert(1)"))),
)  # fmt: skip
PIECES = st.one_of(
    st.binary(max_size=8),
    st.sampled_from(
        [b"<", b">", b'"', b"/>", b"<text>9</text>", b"&#60;", b"url(x)", b"1e9", b"-1", b"NaN", b" href='x'", b"<<", b">>",
         b" 0 R", b"/JS (x)", b"stream\n", b"endobj\n", b"/Kids [ 1 0 R ]", b"%%EOF\n", b"\x00", b"\xff\xfe"],
    ),
)  # fmt: skip


def tried(kind: str, data: bytes) -> tuple[tuple[bytes, ...], NoImage | None]:
    """The pages of a file, or why it is refused."""
    begin()
    try:
        return drawn(kind, data).pages, None
    except NoImage as error:
        return (), error


@examples(40)
@given(st.sampled_from(FILES), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), PIECES), max_size=4))
def test_a_broken_file_is_drawn_or_refused(file, changes):
    """Bytes taken out, put in or exchanged: pages of a bounded size, or a sentence with what to do."""
    kind, data = file
    for at, length, piece in changes:
        start = int(at * len(data))
        data = data[:start] + piece + data[start + length :]
    pages, refused = tried(kind, data)
    assert pages or (str(refused) and refused.hint)
    for page in pages:
        with Image.open(io.BytesIO(page)) as image:
            assert image.format == "PNG"
            assert image.width <= WIDTH
            assert image.height <= WIDTH * HIGHEST
