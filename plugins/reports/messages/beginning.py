"""Messages of the commands that begin a site or a report."""

from .template import Phrase, Template

ALREADY_THERE = Template("already-there", "this is already there", "nothing is written over: name another, or move it")
CANNOT_WRITE = Template(
    "cannot-write", "this cannot be written (%(reason)s)", "check that the folder is yours to write to, and not full"
)
NO_NEW_SLUG = Template(
    "no-new-slug",
    "`%(name)s` cannot be the name of a report’s folder",
    "write it with `a-z`, `0-9` and hyphens, a hundred at most, like `2016-10-04-aleppo`; what the report is called in "
    "Arabic is its `Title`",
)
NO_TEXT_THERE = Template("no-text-there", "there is no text in this", "look whether it is the right file")
UNKNOWN_ENCODING = Template(
    "unknown-encoding",
    "this is neither UTF-8 nor another encoding in which it would be Arabic",
    "open it in an editor and save it as UTF-8",
)

NEWER_CONTENT = Template(
    "newer-content",
    "this content was made for version %(made_for)s of Isnad, and this is %(version)s",
    "install the newer one, which reads contents of older ones too",
)
NO_VERSION = Template("no-version", "this is no version of Isnad", "write one like %(version)s, or take the file away")

SITE_BEGUN = Phrase("The site is begun in %(folder)s. Go there and look at it: `make serve`")
REPORT_BEGUN = Phrase(
    "The report is begun in `reports/%(slug)s`, as a draft. Fill in its `record.yaml`, then: "
    "`make check REPORT=%(slug)s`"
)
WAS_ENCODED = Phrase(
    "%(name)s is written in %(encoding)s: original.txt has its text in UTF-8, and %(kept)s is the file as it was."
)
PAGE_HIDES = Phrase(
    "What the page itself hides or strikes through was left out (elements: %(count)s); `original.html` has it."
)
LEFT_OUT_UNSEEN = Phrase("Characters that nobody sees were left out of ar.md: %(count)s. original.txt has them.")
