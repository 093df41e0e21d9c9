"""The images of a report: files beside it, which its texts show.

Where images stand in a text is found by ``marks`` and ``tree``; what is in the files is read by ``pixels``, or by
``pages`` where it is a drawing or a document.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from pathlib import Path

from . import messages
from .attachments import KINDS, drawn
from .image_marks import ImageMark
from .invisible import unseen
from .messages import Message
from .model import Image, Picture, Text
from .nearest import did_you_mean
from .pixels import NoImage, contents, measure
from .problems import Problems
from .rows import Rows
from .written import Written

#: How the names of images end that can be shown, and of some that cannot.
SHOWN = (".jpg", ".jpeg", ".png", ".webp", ".gif")
OTHERS = (".svg", ".avif", ".heic", ".heif", ".tif", ".tiff", ".bmp")
#: How the names of originals begin, up to the full stop: a capture of the source may be an image.
ORIGINAL = "original"

Tell = Callable[[int, Message], None]


def images_of(written: Written, found: Rows, problems: Problems) -> tuple[Image, ...]:
    """The images of a text, those in redacted words left out: of these nothing is looked at and nothing said.

    What is wrong with one, where it stands or in its file, is in ``problems``.
    """

    def tell(offset: int, what: Message) -> None:
        problems.error(written.path, *written.position(offset), what)

    images = []
    for image in written.images:
        if is_secret(image, written):
            continue
        if image.number not in found.images:
            tell(image.start, messages.IMAGE_NOT_ALONE())
        for words in (image.alt, image.caption):
            if told := unseen(words):
                tell(image.start, told)
        picture = _picture(image, written, tell)
        if picture and image.number in found.images:
            block, place = found.images[image.number], written.position(image.start)
            images.append(Image(image.number, block, image.alt, image.caption, image.graphic, picture, *place))
    return tuple(images)


def is_secret(image: ImageMark, written: Written) -> bool:
    """Whether an image stands in redacted words."""
    return any(span.redacted and span.start < image.start < span.close for span in written.spans)


def _picture(image: ImageMark, written: Written, tell: Tell) -> Picture | None:
    """The file that an image names, which stands in the text's folder itself."""
    folder, name = written.path.parent, image.name
    if not name or name.startswith(".") or any(char in "/\\:{}?#%" or ord(char) < 32 for char in name):
        tell(image.named, messages.NO_FILE_BESIDE(name=name))
        return None
    path, ending = folder / name, name.rpartition(".")[2].lower()
    kind = ending if ending in KINDS else ""
    if not name.lower().endswith(SHOWN) and kind not in written.attachments:
        hint = messages.SAVE_OR_ACCEPT(kind=ending.upper()) if kind else None
        tell(image.named, messages.NO_IMAGE_FILE(hint, name=name))
    elif path.is_symlink() or (path.exists() and not path.is_file()):
        tell(image.named, messages.NO_PLAIN_IMAGE(name=name))
    elif not path.exists():
        tell(
            image.named,
            messages.MISSING_IMAGE(did_you_mean(name, (other.name for other in _images(folder))), name=name)
        )  # fmt: skip
    else:
        try:
            stat = path.stat()
            return _read(path, kind, stat.st_mtime_ns, stat.st_size)
        except OSError as error:
            tell(image.named, messages.UNREADABLE_IMAGE(reason=error.strerror or str(error)))
        except NoImage as error:
            tell(
                image.named,
                messages.OF_FILE(error.message.hint, name=name, what=error.message) if kind else error.message
            )  # fmt: skip
    return None


@lru_cache(maxsize=4096)
def _read(path: Path, kind: str, changed: int, size: int) -> Picture:
    """Read a file once for all that show it, and again when it was ``changed``. Raises ``OSError``, ``NoImage``."""
    data = contents(path)
    sha256 = hashlib.sha256(data).hexdigest()
    pages = pages_of(kind, data)
    if kind:
        _WORDS[sha256] = drawn(kind, data).words
    return Picture(path, sha256, tuple(measure(page, ours=bool(kind)) for page in pages), kind)


def pages_of(kind: str, data: bytes) -> tuple[bytes, ...]:
    """The pages of a file as images: those of a drawing or document, else the image itself. Raises ``NoImage``."""
    return drawn(kind, data).pages if kind else (data,)


def words_of(picture: Picture) -> str:
    """The words that a program found in a drawing or document when it was read."""
    return _WORDS[picture.sha256]


#: The words of documents, by their SHA-256. No picture holds them, since pictures go where nothing secret may be.
_WORDS: dict[str, str] = {}


def _images(folder: Path) -> list[Path]:
    """The files of a folder that look like images, captures of originals left out."""
    found = [path for path in folder.iterdir() if path.name.lower().endswith((*SHOWN, *OTHERS))]
    return sorted(path for path in found if not path.name.startswith((f"{ORIGINAL}.", ".")))


def warn_of_unshown(folder: Path, shown: Collection[str], problems: Problems) -> None:
    """Image files beside a report that none of its texts shows; ``shown`` are the names that stand in them."""
    for path in _images(folder) if folder.is_dir() else ():
        if path.name not in shown:
            problems.warning(path, 1, 1, messages.UNSHOWN_IMAGE(name=path.name))


def check_images(ar: Text, en: Text, problems: Problems) -> None:
    """Where both languages have an image, it is the same file, covered in both or in none, with a caption in both or
    in none.

    While one of them is a draft all this is a warning. That both have one is what ``check_translation`` sees.
    """
    tell = problems.warning if ar.draft or en.draft else problems.error
    others = {image.block: image for image in en.images}
    for image in ar.images:
        other = others.get(image.block)
        if other is None:
            continue
        there = messages.PLACE(file=Path(en.path.name), line=other.line)
        place = (ar.path, image.line, image.column)
        if other.picture.path != image.picture.path:
            tell(*place, messages.OTHER_IMAGE(place=there))
        if other.graphic != image.graphic:
            tell(*place, messages.GRAPHIC_ONCE(place=there))
        if bool(other.caption) != bool(image.caption):
            tell(*place, messages.CAPTION_ONCE(place=there))


def check_secret_images(texts: Iterable[Written], problems: Problems) -> None:
    """A file that stands in redacted words is shown nowhere, in neither language, and neither is the original of a
    report that redacts words: they are to be read in it.
    """
    texts = list(texts)
    hides = any(span.redacted for written in texts for span in written.spans)
    images = [(image, written) for written in texts for image in written.images]
    shown = {image.name for image, written in images if not is_secret(image, written)}
    for image, written in images:
        if image.name in shown and is_secret(image, written):
            place = (written.path, *written.position(image.start))
            problems.error(*place, messages.REDACTED_IMAGE_SHOWN())
        elif hides and image.name.startswith(f"{ORIGINAL}."):
            where = written.position(image.named)
            problems.error(written.path, *where, messages.ORIGINAL_SHOWN())
