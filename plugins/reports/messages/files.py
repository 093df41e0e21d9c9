"""Messages about folders and files: the content, originals, images, drawings and documents."""

from .template import Template

# The content

NO_CONTENT = Template("no-content", "there is no such folder of content", "check CONTENT")
NO_FOLDER_OF_CONTENT = Template(
    "no-folder-of-content",
    "this is no folder of content",
    "CONTENT is the folder that holds `registry/` and `reports/`",
)
UNREADABLE_CONTENT = Template(
    "unreadable-content",
    "this content cannot be read: %(reason)s",
    "look at the files that are told of, and leave out what is very large or odd",
)
UNCOUNTABLE_CONTENT = Template(
    "uncountable-content",
    "what this content counts cannot be added up in %(seconds)s seconds",
    "look for an event of which very many claims give figures, and bring them together",
)
ENDLESS_PAGES = Template(
    "endless-pages",
    "the pages of this content cannot be made in %(seconds)s seconds",
    "look for events and claims that name very many places, parties or sources each, and leave some of these out",
)
SYMBOLIC_LINK = Template("symbolic-link", "this is a symbolic link", "put what it leads to here")
NO_FOLDER = Template("no-folder", "this is no folder", "make it one, or take it out of the content")
NOT_READ = Template(
    "not-read",
    "`%(name)s` is not read",
    "move it to where it belongs, or out of the content",
    about="name",
)
NO_SLUG = Template("no-slug", "`%(name)s` is no slug", "name the folder with a-z, 0-9 and hyphens, a hundred at most")
MISSING_PAGE = Template("missing-page", "there is no page `%(name)s`", "write ar.md and en.md in this folder")
MORE_PROBLEMS = Template(
    "more-problems",
    "and %(count)s more problems in this file",
    "mend these first, and you will be told of the others",
)

# Originals

EMPTY_ORIGINAL = Template("empty-original", "`%(name)s` is empty", "put the source’s text into it, or remove it")
OTHER_TEXT = Template(
    "other-text",
    "most of the text is not that of `%(name)s`",
    "see whether `%(name)s` is the right file; the text must be a part of it, word for word",
)
OTHER_WORDS_UNSHOWN = Template(
    "other-words-unshown",
    "words of the original are missing or changed here",
    "compare them with `%(name)s`; they are not shown, since the report redacts words",
)
WORDS_LEFT_OUT = Template(
    "words-left-out",
    "the original says %(theirs)s here, and the text leaves it out",
    "put it in, as it stands in `%(name)s`",
)
WORDS_ADDED = Template(
    "words-added",
    "the original does not say %(mine)s here",
    "take it out, or see whether `%(name)s` is whole",
)
OTHER_WORDS = Template(
    "other-words",
    "the original says %(theirs)s here, and the text %(mine)s",
    "write what the source says; its own errors are marked with `sic`",
)
HASH_OF_REDACTED = Template(
    "hash-of-redacted",
    "the report redacts words, so no hash of its source is published",
    "who guesses the words could see by it that they are right; a keyed one can be, see PROVENANCE_KEY",
)
MISSING_HASH = Template(
    "missing-hash",
    "the record has no hash of `%(name)s`",
    "add `sha256: %(digest)s` if that is right",
    about="name",
)
OTHER_HASH = Template("other-hash", "this is not the hash of `%(name)s`", "bring back the file that was read")
TWO_CAPTURES = Template("two-captures", "the report has two captures", "keep this or `%(name)s`, not both")
ORIGINAL_NO_FILE = Template("original-no-file", "the original is no plain file", "put the file itself here")
LARGE_ORIGINAL = Template("large-original", "the original is too large", "keep it elsewhere, or a part of it")
UNREADABLE_ORIGINAL = Template(
    "unreadable-original", "the original cannot be read (%(reason)s)", "check that it is yours to read"
)
NO_ORIGINAL_TO_PUBLISH = Template(
    "no-original-to-publish",
    "there is no such original to publish",
    "put it here, or take `%(slug)s` out of `published-originals` in site.yaml",
)
REDACTED_IN_ORIGINAL = Template(
    "redacted-in-original",
    "words of the report are redacted, and the original says them",
    "take `%(slug)s` out of `published-originals` in site.yaml",
)
ODD_IN_ORIGINAL = Template(
    "odd-in-original",
    "%(what)s, and the original is published",
    "take it out, or take `%(slug)s` out of `published-originals` in site.yaml",
)

# Images

NO_FILE_BESIDE = Template(
    "no-file-beside",
    "`%(name)s` is no file beside the report",
    "put the file into the report’s folder and write its name alone",
)
NO_IMAGE_FILE = Template(
    "no-image-file", "`%(name)s` is no JPEG, PNG, WebP or GIF file", "save the image as one of these"
)
NO_PLAIN_IMAGE = Template(
    "no-plain-image", "`%(name)s` is no plain file", "put the file itself into the report’s folder"
)
MISSING_IMAGE = Template("missing-image", "there is no file `%(name)s`", "put it into the report’s folder")
UNREADABLE_IMAGE = Template(
    "unreadable-image", "the image cannot be read (%(reason)s)", "check that it is yours to read"
)
UNSHOWN_IMAGE = Template(
    "unshown-image",
    "nothing shows `%(name)s`",
    "write `![what it shows](%(name)s)` in both texts, or take the file away",
    about="name",
)
IMAGE_BECAME_NO_FILE = Template(
    "image-became-no-file", "the image is no plain file", "put the file itself into the report’s folder"
)
IMAGE_LARGE = Template("image-large", "the image has more than %(most)s MiB", "save it smaller")
IMAGE_SLOW = Template(
    "image-slow",
    "the image cannot be read in the time and memory that there are",
    "save it anew, or smaller",
)
IMAGES_SLOW = Template(
    "images-slow",
    "the images, drawings and documents take more time together than there is",
    "save the largest smaller",
)
IMAGES_PIXELS = Template(
    "images-pixels",
    "the images have more pixels together than can be unpacked",
    "save those with the most pixels smaller",
)
IMAGE_PIXELS = Template("image-pixels", "the image has more than %(most)s million pixels", "save it smaller")
IMAGE_SIDE = Template("image-side", "the image has a side of more than %(most)s pixels", "save it smaller")
IMAGE_MEMORY = Template("image-memory", "the image takes more memory than there is for one", "save it smaller")
IMAGE_BROKEN = Template("image-broken", "the image cannot be read to its end", "save it anew as JPEG, PNG, WebP or GIF")

# Drawings and documents: each goes on after the name of the file

OF_FILE = Template("", "`%(name)s` %(what)s")
ATTACHMENT_LARGE = Template("attachment-large", "has more than %(most)s MiB", "save it smaller")
ATTACHMENT_SLOW = Template(
    "attachment-slow",
    "cannot be drawn in the time and memory that there are",
    "save it anew, or save its pages as PNG",
)
DOCUMENT_LONG = Template(
    "document-long", "has %(pages)s pages, and up to %(most)s can be shown", "keep the pages that matter"
)
DOCUMENT_LARGE = Template("document-large", "has more to show than a report can", "keep the pages that matter")
DOCUMENT_UNDRAWABLE = Template(
    "document-undrawable", "cannot be drawn", "print it into a new PDF, and look whether all is still there"
)
DOCUMENT_SIZELESS = Template(
    "document-sizeless", "has a page without a size", "print it into a new PDF, and look whether all is still there"
)
DOCUMENT_LOCKED = Template(
    "document-locked", "is locked", "save it without a password and without rules about printing"
)
DOCUMENT_PARTS = Template(
    "document-parts", "has too many parts", "print it into a new PDF, and look whether all is still there"
)
DOCUMENT_DAMAGED = Template(
    "document-damaged", "is damaged", "print it into a new PDF, and look whether all is still there"
)
DOCUMENT_UNREADABLE = Template(
    "document-unreadable", "cannot be read as PDF", "print it into a new PDF, and look whether all is still there"
)
DOCUMENT_SCRIPT = Template(
    "document-script", "has a script", "print it into a new PDF, and look whether all is still there"
)
DOCUMENT_ACTS = Template(
    "document-acts",
    "does something when it is opened or touched",
    "print it into a new PDF, and look whether all is still there",
)
DOCUMENT_FILE = Template(
    "document-file", "holds another file", "print it into a new PDF, and look whether all is still there"
)
DOCUMENT_FORM = Template(
    "document-form",
    "has a form, whose fields would not be drawn",
    "print it into a new PDF, and look whether all is still there",
)
DOCUMENT_PLAYS = Template(
    "document-plays", "plays or holds something", "print it into a new PDF, and look whether all is still there"
)
DOCUMENT_REDACTION = Template(
    "document-redaction",
    "has words marked for redaction that are still there",
    "apply the redaction before you save it",
)
DOCUMENT_PATTERN = Template(
    "document-pattern",
    "has a pattern with words in it",
    "save it without the pattern, or print it into a new PDF, and look whether all is still there",
)
DOCUMENT_ELSEWHERE = Template(
    "document-elsewhere",
    "takes a part of itself from another file",
    "print it into a new PDF, and look whether all is still there",
)
DOCUMENT_FONT = Template(
    "document-font", "has a font that is not in the file", "save it as PDF/A, which has its fonts in it"
)
DOCUMENT_NOTE = Template(
    "document-note",
    "has a note, a stamp or a mark laid over a page",
    "flatten them: print it into a new PDF, and look whether all is still there",
)
DRAWING_UNDRAWABLE = Template("drawing-undrawable", "cannot be drawn", "save it anew, or save it as PNG")
DRAWING_NOT_UTF8 = Template("drawing-not-utf8", "is not in UTF-8", "save it as UTF-8")
DRAWING_NO_XML = Template(
    "drawing-no-xml", "is no XML that can be read at %(line)s:%(column)s", "save the drawing anew"
)
DRAWING_AGAIN = Template("drawing-again", "shows the same things again more often than can be drawn", "save it as PNG")
DRAWING_DEEP = Template("drawing-deep", "uses itself, or is nested too deeply", "save it as PNG")
DRAWING_ENTITY = Template(
    "drawing-entity", "declares an entity at %(line)s:%(column)s", "take it out, or save the drawing as PNG"
)
DRAWING_TYPE = Template(
    "drawing-type",
    "declares a document type of its own at %(line)s:%(column)s",
    "take it out, or save the drawing as PNG",
)
DRAWING_INSTRUCTION = Template(
    "drawing-instruction",
    "has an instruction, <?%(name)s?>, at %(line)s:%(column)s",
    "take it out, or save the drawing as PNG",
)
DRAWING_NO_SVG = Template(
    "drawing-no-svg", "does not begin with <svg> at %(line)s:%(column)s", "save the drawing as SVG"
)
DRAWING_ELEMENTS = Template(
    "drawing-elements",
    "has too many elements, or too many in one another, at %(line)s:%(column)s",
    "save it as PNG",
)
DRAWING_TEXT = Template(
    "drawing-text",
    "has text at %(line)s:%(column)s",
    "turn its text into outlines in the program that drew it",
)
DRAWING_ELEMENT = Template(
    "drawing-element",
    "has <%(name)s>, which does not draw, at %(line)s:%(column)s",
    "take it out, or save the drawing as PNG",
)
DRAWING_ATTRIBUTE = Template(
    "drawing-attribute",
    "has the attribute %(name)s, which runs something, at %(line)s:%(column)s",
    "take it out, or save the drawing as PNG",
)
DRAWING_LOADS = Template(
    "drawing-loads",
    "loads or links to something at %(line)s:%(column)s",
    "put what it shows into the drawing itself",
)
DRAWING_BASE = Template(
    "drawing-base",
    "has a base for its addresses at %(line)s:%(column)s",
    "take it out, or save the drawing as PNG",
)
DRAWING_STYLE = Template(
    "drawing-style",
    "has a style that could load something at %(line)s:%(column)s",
    "take it out, or save the drawing as PNG",
)

# The key of hashes

KEY_IN_CONTENT = Template("key-in-content", "the key in PROVENANCE_KEY lies in the content", "keep it elsewhere")
UNREADABLE_KEY = Template(
    "unreadable-key", "the key in PROVENANCE_KEY cannot be read (%(reason)s)", "check that it is yours to read"
)
SHORT_KEY = Template(
    "short-key",
    "the key in PROVENANCE_KEY is no file of %(least)s bytes or more",
    "make one with `head -c 32 /dev/urandom > key`, and keep it",
)
