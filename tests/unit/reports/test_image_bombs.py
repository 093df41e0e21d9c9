"""Images that take very much: each ends in words, soon and in little memory, and so do all of a content together."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from reports import pixels
from reports.pixels import NoImage, make, measure
from reports.sandbox import limits
from tests.conftest import PROJECT
from tests.helpers import bombs, images
from tests.helpers.content import Content

pytestmark = pytest.mark.slow

LARGE = {
    "RGB": lambda: bombs.png(7071, 7071),
    "16 bits and transparency": lambda: bombs.png(7071, 7071, depth=16, colours=6),
    "16 bits of grey": lambda: bombs.png(7071, 7071, depth=16, colours=0),
    "black and white": lambda: bombs.png(7071, 7071, depth=1, colours=0),
    "a palette, interlaced": lambda: bombs.png(7071, 7071, colours=3, interlaced=True),
    "transparent, interlaced": lambda: bombs.png(7071, 7071, colours=6, interlaced=True),
    "just whole": lambda: bombs.png(5000, 5000, colours=6),
    "narrow": lambda: bombs.png(1666, 30_000, colours=6),
    "a JPEG": lambda: bombs.jpeg(7071, 7071),
    "a JPEG in passes": lambda: bombs.jpeg(7071, 7071, progressive=True, subsampling=0),
    "a JPEG in passes for print": lambda: bombs.jpeg(7071, 7071, "CMYK", progressive=True),
    "a WebP": lambda: bombs.webp(5000, 5000),
    "a GIF with a large screen": lambda: bombs.wide_gif(7071, 7071),
}
REFUSED = {
    "one pixel wide": (lambda: bombs.png(1, 49_999_999, depth=1, colours=0), "a side of more than 30,000 pixels"),
    "one pixel high": (lambda: bombs.png(49_999_999, 1, depth=1, colours=0), "a side of more than 30,000 pixels"),
    "too many": (lambda: bombs.png(7072, 7071, depth=1, colours=0), "more than 50 million pixels"),
    "a WebP": (lambda: bombs.webp(5001, 5000), "more than 25 million pixels"),
    "a moving WebP": (lambda: bombs.moving_webp(16383, 16383), "more than 25 million"),
    "a GIF with an enormous screen": (lambda: bombs.wide_gif(65535, 65535), "more than 50 million pixels"),
    "a profile that unpacks": (lambda: bombs.png(9, 9, more=[bombs.packed_note(b"iCCP", 90_000_000)]), "cannot be read"),
    "words that unpack": (lambda: bombs.png(9, 9, more=[bombs.packed_note(b"zTXt", 900_000)] * 500), "cannot be read"),
    "other words that unpack": (lambda: bombs.png(9, 9, more=[bombs.packed_note(b"iTXt", 900_000)] * 500), "cannot be read"),
    "passes without end": (lambda: bombs.passes(7071, 7071, 12_000), "in the time and memory that there are"),
}  # fmt: skip

READ = """
import resource, sys
from pathlib import Path
from reports import pixels
data = Path(sys.argv[1]).read_bytes()
try:
    print(pixels.measure(data), len(list(pixels.make(data))))
except pixels.NoImage as error:
    print(error)
pixels._reader.stop()
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_maxrss // 1024, used.ru_utime + used.ru_stime)
"""


@pytest.fixture(autouse=True)
def _anew():
    """Every test has all the time and pixels of a content."""
    pixels.begin()
    yield
    pixels.begin()


def read_alone(path: Path, data: bytes) -> tuple[str, int, float]:
    """What is said of a file where nothing else was read, and the most memory (MiB) and seconds that it took."""
    path.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)], env=os.environ | {"PYTHONPATH": str(PROJECT / "plugins")},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    said, used = done.stdout.splitlines()
    memory, seconds = used.split()
    return said, int(memory), float(seconds)


@pytest.mark.parametrize("data", LARGE.values(), ids=LARGE)
def test_a_large_image_is_shown_in_little_memory(tmp_path: Path, data):
    """Up to fifty million pixels, of every kind, in less than half a gigabyte."""
    said, memory, seconds = read_alone(tmp_path / "large", data())
    assert said.endswith(") 2")
    assert memory < 500
    assert seconds < 12


@pytest.mark.parametrize(("data", "message"), REFUSED.values(), ids=REFUSED)
def test_an_image_that_takes_too_much_is_told(tmp_path: Path, data, message):
    """It takes the processor as long as one may, and no longer."""
    said, memory, seconds = read_alone(tmp_path / "bomb", data())
    assert message in said
    assert memory < 500
    assert seconds < limits.SECONDS_OF_IMAGE + 4


def test_a_large_image_has_its_colours_and_its_turn():
    """Halved while it is unpacked or not, a corner comes to where it belongs, and the size is that of the file."""
    for kind in ("JPEG", "PNG"):
        image = Image.new("RGB", (6400, 5000), (10, 120, 10))
        image.paste((200, 30, 30), (0, 0, 1600, 1250))
        exif = Image.Exif()
        exif[0x0112] = 6
        data = images._saved(image, kind, exif=exif)
        assert measure(data) == (5000, 6400)
        small, large = make(data)
        assert [(one.width, one.height) for one in (small, large)] == [(640, 819), (1280, 1638)]
        with Image.open(bombs.io.BytesIO(large.data)) as opened:
            corner, other = (opened.convert("RGB").getpixel(place) for place in ((1200, 60), (60, 60)))
        assert corner[0] > 150 > other[0]


def test_a_hundred_bombs_take_no_longer_than_a_few(content: Content):
    """When all have taken what a content may take, the others are refused unopened, each with its place."""
    folder = content.root / "reports" / "r"
    folder.mkdir()
    data = bombs.passes(7071, 7071, 1200)
    for number in range(100):
        (folder / f"{number}.jpg").write_bytes(data + bytes([number]))
    shown = "\n\n".join(f"![ط](‸{number}.jpg)" for number in range(100))
    began = time.monotonic()
    problems = [problem for problem in content.report(ar=shown).errors() if problem.path.name == "ar.md"]
    assert time.monotonic() - began < 60
    assert len(problems) > 50
    assert (
        "take more time together than there is; save the largest smaller"
        in problems[-1].message + "; " + problems[-1].hint
    )
    assert (problems[-1].line, problems[-1].column) == (3 + 2 * 99, 6)


def test_many_images_of_many_pixels_are_refused_together():
    """Each of them could be shown. Pixels that photographs have for their bytes count for nothing."""
    data = bombs.png(7071, 7071, depth=1, colours=0)
    for _ in range(8):
        measure(data)
    with pytest.raises(NoImage, match="have more pixels together than can be unpacked"):
        measure(data)
    photograph = images.photo(900, 600)
    assert [measure(photograph) for _ in range(20)] == [(900, 600)] * 20
    pixels.begin()
    assert measure(data) == (7071, 7071)


def test_what_reads_images_may_die(monkeypatch):
    """The image is refused, and the next is read."""
    measure(images.drawing())
    os.killpg(pixels._reader._process.pid, signal.SIGKILL)
    with pytest.raises(NoImage, match="cannot be read in the time and memory that there are"):
        measure(images.drawing())
    pixels.begin()
    assert measure(images.drawing()) == (40, 30)


def test_what_reads_images_may_hang(monkeypatch):
    """Whatever it waits for, nobody waits for it for ever."""
    measure(images.drawing())
    monkeypatch.setattr(pixels, "PATIENCE", 0.5)
    os.killpg(pixels._reader._process.pid, signal.SIGSTOP)
    with pytest.raises(NoImage, match="in the time and memory that there are"):
        measure(images.drawing())
    pixels.begin()
    monkeypatch.setattr(pixels, "PATIENCE", 60)
    assert measure(images.drawing()) == (40, 30)


def test_who_does_not_want_to_wait_gets_no_answer_of_another(monkeypatch):
    """Where reading is given up, what was asked is not what the next is told."""

    def given_up(*_):
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, given_up)
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    try:
        with pytest.raises(KeyboardInterrupt):
            measure(bombs.passes(7071, 7071, 3000))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert measure(images.drawing()) == (40, 30)


def test_what_reads_images_can_write_nothing_and_take_only_so_much(tmp_path: Path):
    """It holds itself before it reads a byte, with the memory that it has left for an image."""
    said = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(pixels.SANDBOX)!r})\n"
         "import resource, limits; limits.take_hold_of_image(2.5)\n"
         "print(*[resource.getrlimit(r)[0] for r in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE, resource.RLIMIT_CPU)])\n"
         "try: bytes(limits.MEMORY_OF_IMAGE)\nexcept MemoryError: print('no more', flush=True)\n"
         f"open({str(tmp_path / 'written')!r}, 'wb', 0).write(b'x')"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert said.stdout.split() == ["0", "0", "3", "no", "more"]
    assert "File too large" in said.stderr


@pytest.mark.parametrize("made", ["a pipe", "a link"])
def test_what_stands_in_the_place_of_a_file_is_not_opened(tmp_path: Path, made: str):
    """It may be put there after the folder was looked through. A pipe is not waited for, a link not followed."""
    place = tmp_path / "a.png"
    if made == "a pipe":
        os.mkfifo(place)
    else:
        (tmp_path / "b.png").write_bytes(images.drawing())
        place.symlink_to(tmp_path / "b.png")
    with pytest.raises((NoImage, OSError)):
        pixels.contents(place)
