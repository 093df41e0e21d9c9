"""Messages about texts: their header, marks, images, HTML, footnotes, redactions and translations."""

from .template import Template

# The header

NO_TITLE = Template("no-title", "the header has no title", "begin the file with `Title: …`")
UNKNOWN_HEADER_KEY = Template("unknown-header-key", "unknown key `%(key)s` in the header")
HEADER_KEY_TWICE = Template("header-key-twice", "`%(key)s` stands twice in the header", "keep one")
NO_HEADER_LINE = Template(
    "no-header-line", "this line is no header line", "begin with `Title: …`; an empty line ends the header"
)
MARK_IN_HEADER = Template("mark-in-header", "the header holds a mark", "it has none; mark the words in the text")
UNKNOWN_STATUS = Template("unknown-status", "`%(status)s` is no status")

# Marks

UNCLOSED_BRACKET = Template(
    "unclosed-bracket",
    "the bracket is not closed in its block",
    "close it with `]{.id}`, or write `\\[` for a plain bracket",
)
UNOPENED_MARK = Template("unopened-mark", "a mark is closed that was never opened", "put `[` before its first word")
STRAY_ATTRIBUTES = Template(
    "stray-attributes",
    "attributes follow no bracket",
    "write `[words]{.id}` without a blank; for a link, put it inside the mark",
)
LABEL_WITH_ATTRIBUTES = Template(
    "label-with-attributes",
    "attributes follow the label of a link, and no words",
    "put the link into the mark: `[[words][label]]{.id}`",
)
UNCLOSED_ATTRIBUTES = Template("unclosed-attributes", "the mark’s attributes are not closed", "end them with `}`")
UNKNOWN_ATTRIBUTE = Template(
    "unknown-attribute",
    "`%(word)s` is nothing that a mark can carry",
    'write %(ids)s (small letters, digits, hyphens), `when=2016-10-04`, `sic="corrected"` or `.redacted`',
)
EMPTY_MARK = Template("empty-mark", "the mark says nothing", 'write `{.id}`, `{when=…}`, `{sic="…"}` or `{.redacted}`')
WORDLESS_MARK = Template("wordless-mark", "the mark holds no words", "put the words between the brackets")
ID_TWICE_IN_MARK = Template("id-twice-in-mark", "`.%(id)s` stands twice in a mark", "keep one")
TWO_DATES = Template("two-dates", "a mark has two dates", "mark each date’s words on their own")
TWO_CORRECTIONS = Template("two-corrections", "a mark has two corrections", "keep one `sic`")
EMPTY_CORRECTION = Template(
    "empty-correction", "`sic` has no correction", 'write what it should say: `sic="corrected"`'
)
DEEP_MARKS = Template("deep-marks", "marks nest more than %(most)s deep", "nest them less")
DEEP_BRACKETS = Template("deep-brackets", "brackets nest too deeply", "close the ones before it")
MANY_MARKS = Template("many-marks", "the text has more than %(most)s marks", "split the report")
BROKEN_MARK = Template(
    "broken-mark",
    "the mark does not stay within one block, or overlaps half with emphasis or a link",
    "close it where what it stands in closes; a mark cannot stand in code",
)
MISPLACED_MARK = Template(
    "misplaced-mark", "the mark stands where no mark can stand", "take it out of raw HTML or a definition"
)
MARK_IN_LINK = Template(
    "mark-in-link",
    "the mark leads somewhere and stands inside a link",
    "put the link inside the mark instead: `[[words](https://…)]{.id}`",
)
UNKNOWN_ID = Template("unknown-id", "unknown id `%(id)s`", "add it to the record or the registry")
UNMARKED = Template("unmarked", "the %(kind)s `%(id)s` is never marked in %(file)s", "mark its words: `[…]{.%(id)s}`")
MARK_INTO_DRAFT = Template(
    "mark-into-draft", "the mark leads into the draft `%(slug)s`", "publish that report first, or remove this"
)

# Images

MANY_IMAGES = Template("many-images", "the text has more than %(most)s images", "split the report")
MARK_IN_IMAGE = Template("mark-in-image", "a mark stands in the words of an image", "mark words of the text instead")
MARKED_IMAGE = Template(
    "marked-image", "an image cannot be marked", "mark words of the text; an image is `![…](photo.jpg)`"
)
UNREADABLE_IMAGE_MARK = Template(
    "unreadable-image-mark",
    "the image cannot be read",
    'write `![what it shows](photo.jpg)`, or `![what it shows](photo.jpg "caption"){.graphic}`',
)
UNDESCRIBED_IMAGE = Template(
    "undescribed-image",
    "the image is not described",
    "say between the brackets what it shows, for who cannot see it",
)
IMAGE_ATTRIBUTE = Template(
    "image-attribute",
    "an image can carry `.graphic` and nothing else",
    'write `![what it shows](photo.jpg)`, or `![what it shows](photo.jpg "caption"){.graphic}`',
)
FOREIGN_IMAGE = Template(
    "foreign-image",
    "the image is not written with its file",
    'write `![what it shows](photo.jpg)`, or `![what it shows](photo.jpg "caption"){.graphic}`',
)
IMAGE_NOT_ALONE = Template(
    "image-not-alone",
    "the image does not stand in a paragraph of its own",
    "put an empty line before and after it, and no mark around it",
)
IMAGE_IN_DOSSIER = Template("image-in-dossier", "the text has an image", "only reports show images; link to it instead")
OTHER_IMAGE = Template("other-image", "the image is another one at %(place)s", "show the same file in both languages")
GRAPHIC_ONCE = Template(
    "graphic-once", "the image is graphic here or at %(place)s, and not in both", "write `{.graphic}` in both"
)
CAPTION_ONCE = Template(
    "caption-once", "the image has a caption here or at %(place)s, and not in both", "write it in both languages"
)
REDACTED_IMAGE_SHOWN = Template(
    "redacted-image-shown",
    "the image is redacted here and shown elsewhere",
    "redact it there too, or take it out here",
)
COPY_SHOWN = Template(
    "copy-shown",
    "the image is the same file as one that is redacted at %(place)s",
    "take it out here, or redact it here too",
)
ORIGINAL_SHOWN = Template(
    "original-shown",
    "the original is shown, and words of the report are redacted",
    "blacken what is redacted, and show that, under another name",
)

# Markdown and HTML

REFUSED_HTML = Template(
    "refused-html",
    "%(what)s HTML that no text can have",
    "write it in Markdown, and a plain sign as `\\<`; of HTML a text can have what stands in a line, like `<bdi>`",
)
STRAY_WORDS = Template(
    "stray-words",
    "words stand outside of every paragraph",
    "write it in Markdown, and a plain sign as `\\<`; of HTML a text can have what stands in a line, like `<bdi>`",
)
VANISHED_WORDS = Template(
    "vanished-words",
    "words of this line, or of one like it, would be shown nowhere",
    "look for a cell too many in a table, a footnote that is defined twice, a line like `[…]: …`, or words behind the "
    "sign at which code begins",
)
ESCAPED_ADDRESS = Template("escaped-address", "a character of an address is escaped", "take the backslash out")
PARTED_DIGITS = Template(
    "parted-digits",
    "digits that stand together here are not one number on the page, or are no number on it that data have",
    "write a number in one piece, and a raised one as `³` or in words",
)
OTHER_NUMBER = Template(
    "other-number",
    "this line would be an item of a list, and its number be in no data",
    "write `\\.` for a plain full stop; a list counts from 1",
)
NESTED_LINK = Template("nested-link", "a footnote or a link stands in the words of a link", "put it behind the link")
TINY_WORDS = Template(
    "tiny-words",
    "words stand in so many elements that make them small that nobody would see them",
    "write them in one",
)
DEAD_LINK = Template("dead-link", "the link to `%(address)s` cannot be followed", "write a whole https:// address")
DEAD_LINK_SOMEWHERE = Template(
    "dead-link-somewhere", "a link of this text cannot be followed", "write a whole https:// address"
)
LINK_TO_PLACE = Template(
    "link-to-place", "the link to `%(address)s` leads to no place of a page that a text could know", "take it out"
)
LONG_ADDRESS = Template("long-address", "the address of this link has no end", "write a shorter one")
BARE_REFERENCE = Template(
    "bare-reference",
    "this line would be the address of a link, and be shown nowhere",
    "write `\\[` for a plain bracket, or the whole address, https://…",
)
UNCLOSED_COMMENT = Template("unclosed-comment", "the comment is not closed", "close it with `-->`, or write `\\<!--`")
UNCLEAR_COMMENT = Template(
    "unclear-comment", "programs do not agree where this comment ends", "write `<!-- … -->` around plain words"
)
UNREADABLE_TEXT = Template(
    "unreadable-text",
    "this text cannot be read: %(reason)s",
    "look for brackets left open and for lists in lists, or split it",
)
MARK_IN_PAGE = Template("mark-in-page", "a plain page has no marks", "take the mark out")
IMAGE_IN_PAGE = Template(
    "image-in-page",
    "a plain page has no images but drawings of ours, without a caption: %(drawings)s",
    "take the image out, or name one of them",
)

# Footnotes

UNCALLED_FOOTNOTE = Template(
    "uncalled-footnote",
    "nothing calls the footnote `%(label)s`",
    "write `[^%(label)s]` where it belongs, or take it out",
    about="label",
)
UNKNOWN_FOOTNOTE = Template(
    "unknown-footnote",
    "there is no footnote `%(label)s`",
    "add a line `[^%(label)s]: …`",
    about="label",
)

# The two languages

MARK_NOT_IN_TRANSLATION = Template(
    "mark-not-in-translation",
    "%(file)s lacks %(what)s in the matching %(kind)s",
    "mark the same words at %(file)s:%(line)s, or take the mark out here",
)
OTHER_BLOCK = Template(
    "other-block",
    "this %(kind)s has a %(other)s in the other language",
    "both texts need the same blocks in the same order (ar.md has %(ar)s, en.md %(en)s)",
)
UNMATCHED_BLOCK = Template(
    "unmatched-block",
    "this %(kind)s has nothing to match in %(file)s",
    "both texts need the same blocks in the same order (ar.md has %(ar)s, en.md %(en)s)",
)
DRAFT = Template(
    "draft",
    "the %(what)s is a draft, so it is left out",
    "take out `Status: draft` to publish it",
)

# What is worth a second look

WEEKDAY = Template(
    "weekday",
    "the words say `%(word)s`, and `%(date)s` is a %(day)s",
    "check the date, or mark the source’s slip with `sic`",
    about="date",
)
LATE_EVENT = Template(
    "late-event",
    "the event `%(id)s` is dated %(date)s, after its report of %(published)s",
    "check the year",
    about="id",
)
OTHER_FIGURE = Template(
    "other-figure",
    "the words of `%(id)s` say `%(word)s`, and none of its figures does",
    "check the figure in the record",
    about="id",
)
SWAPPED_DIGITS = Template(
    "swapped-digits",
    "the words of `%(id)s` say `%(word)s`, and the record has `%(figure)s`, the same digits in another order",
    "find out which is right, and correct the other",
    about="id",
)
UNMARKED_NAME = Template(
    "unmarked-name",
    "`%(name)s` stands unmarked %(where)s",
    "mark it: `[%(name)s]{.%(id)s}`",
    about="id",
)
