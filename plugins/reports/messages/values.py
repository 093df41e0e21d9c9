"""Messages about characters, YAML and the values in it: words, dates, figures, addresses, ids."""

from .template import Template

# Files and characters

NOT_UTF8 = Template("not-utf8", "this is not UTF-8 text", "save the file in UTF-8")
NO_PLAIN_FILE = Template("no-plain-file", "the file cannot be read (no plain file)", "put the file itself here")
UNREADABLE_FILE = Template(
    "unreadable-file", "the file cannot be read (%(reason)s)", "check that it is there and yours to read"
)
LARGE_FILE = Template("large-file", "the file is larger than %(most)s MiB", "split it")
HEAP = Template("heap-of-marks", "so many marks above and below one letter cover what is around it", "remove them")
ODD_JOINER = Template("odd-joiner", "%(char)s stands here between no letters that it could join or part", "remove it")
ODD_SELECTOR = Template("odd-selector", "%(char)s stands here after no sign that has several forms", "remove it")
ODD_END = Template("odd-end-of-isolate", "%(char)s ends an isolate here that nothing began", "remove it")
UNENDED_ISOLATE = Template(
    "unended-isolate", "%(char)s begins an isolate that does not end in its paragraph", "add U+2069, or remove it"
)
PARTED_ISOLATE = Template(
    "parted-isolate",
    "an isolate begins in one piece of text and ends in another, or not at all",
    "begin and end it (U+2066 to U+2069) within the same heading, item, cell or mark",
)
UNSEEN_CHARACTER = Template("unseen-character", "%(char)s stands here: %(what)s", "remove it")
TURNED_NUMBER = Template("turned-number", "%(char)s stands here in a number, and turns it round", "remove it")
UNSEEN_CODE = Template("unseen-code", "`%(code)s` stands for %(char)s, which is not seen", "remove it")
CODE_OF_NOTHING = Template("code-of-nothing", "the code of no character stands here", "write the character")
CONTROL_CHARACTER = Template("control-character", "a control character stands here", "remove it")
PRIVATE_CHARACTER = Template("private-character", "a private-use character stands here", "remove it")
CODED_CONTROL = Template("coded-control", "the code of a control character stands here", "remove it")
CODED_PRIVATE = Template("coded-private", "the code of a private-use character stands here", "remove it")
CONTROL_OR_CODE = Template("control-or-code", "a control character stands here, or its code", "remove it")
PRIVATE_OR_CODE = Template("private-or-code", "a private-use character stands here, or its code", "remove it")

# YAML

NOT_YAML = Template("not-yaml", "this is not YAML: %(reason)s", "check indents, colons and quotes")
NOT_ALLOWED_IN_YAML = Template("yaml-character", "a character that YAML does not allow", "remove it")
NO_CODE = Template("yaml-code", "the code of no character, or a number without end", "write the character")
YAML_ALIAS = Template("yaml-alias", "a YAML alias stands here")
YAML_ANCHOR = Template("yaml-anchor", "a YAML anchor stands here")
YAML_TAG = Template("yaml-tag", "a YAML tag stands here")
YAML_CONTROL = Template(
    "yaml-control", "the code of a control character, or of none, stands here", "write the value out, or quote it"
)
DEEP_YAML = Template("deep-yaml", "the file nests too deeply from here on")
NO_REDACTIONS_HERE = Template(
    "no-redactions-here",
    "this looks like a redaction, and here nothing is redacted",
    "leave out what must not be known",
)
NO_MAPPING = Template("no-mapping", "%(what)s must be a mapping", "write `key: value` lines")
NO_LIST = Template("no-list", "%(what)s must be a list", "write each item in a line of its own after `- `")
NO_SINGLE_VALUE = Template("no-single-value", "%(what)s must be one value")
NO_WORD_AS_KEY = Template("no-word-as-key", "a key must be a word")
KEY_TWICE = Template("key-twice", "the key `%(key)s` stands twice", "it stands first in line %(line)s; keep one")
UNKNOWN_KEY = Template("unknown-key", "unknown key `%(key)s` in %(what)s")
MISSING_KEY = Template("missing-key", "missing key `%(key)s` in %(what)s", "add `%(key)s: …`")
MISSING_VALUE = Template("missing-value", "`%(key)s` has no value", "give one, or remove the line")

# Values

EMPTY_VALUE = Template("empty-value", "%(what)s is empty", "give a value, or remove it")
LONG_VALUE = Template("long-value", "%(what)s has %(size)s characters, and can have %(most)s", "say it shorter")
LONG_LIST = Template("long-list", "%(what)s has %(size)s entries, and can have %(most)s", "name those that matter")
UNKNOWN_WORD = Template("unknown-word", "`%(value)s` is no %(what)s")
NO_FLAG = Template(
    "no-flag", "%(what)s is neither `true` nor `false`", "write `true`, or remove the line: without it, it is false"
)
NO_LANGUAGE = Template(
    "no-language", "`%(text)s` is no language tag", "write the short one of BCP 47: `ar`, `en`, `ckb`, `pt-BR` …"
)
NO_ADDRESS = Template(
    "no-address", "%(what)s is not a web address", "write it whole, beginning with https:// or http://"
)
NO_HASH = Template("no-hash", "it is not the SHA-256 of a file; write 64 hexadecimal digits")
NO_ID = Template(
    "no-id", "`%(value)s` is not an id", "use small letters a-z, digits and hyphens, beginning with a letter"
)
RESERVED_ID = Template(
    "reserved-id", "`%(id)s` cannot be an id", "it marks words that must not be published; choose another"
)
NO_REFERENCE = Template(
    "no-reference", "`%(value)s` is not %(what)s", "write `id`, or `report-slug/id` for another report’s"
)
NO_POINT = Template(
    "no-point", "a point is two numbers", "write [latitude, longitude] in degrees, such as [36.2, 37.16]"
)
POINT_OUTSIDE = Template(
    "point-outside",
    "the point is not on the globe",
    "write latitude (-90 to 90) first, then longitude (-180 to 180)",
)
NO_SIDE = Template("no-side", "`%(value)s` is not one word of letters, digits and hyphens")
TWICE_IN_LIST = Template("twice-in-list", "`%(value)s` stands twice in `%(key)s`", "keep one")

# Dates and figures

NO_DATE = Template("no-date", "%(text)s is not a date")
NO_BOUND = Template("no-bound", "%(text)s is no day, no month and no year")
TWO_SLASHES = Template("two-slashes", "%(text)s has more than one slash; an interval is start/end")
ENDLESS_INTERVAL = Template("endless-interval", "%(text)s has neither a start nor an end")
INTERVAL_OF_TIMES = Template("interval-of-times", "%(text)s: an interval is of dates, without times")
BACKWARD_INTERVAL = Template("backward-interval", "the interval %(text)s ends before it begins")
OPEN_PART = Template("open-part", "%(text)s leaves a part open that comes before a given one; EDTF level 1 does not")
YEAR_OUTSIDE = Template("year-outside", "%(text)s: years run from 0001 to 9999")
DAY_OF_SEASON = Template("day-of-season", "%(text)s: a season has no days")
NO_DAY = Template("no-day", "%(text)s is no day of the calendar")
BACKWARD_RANGE = Template("backward-range", "the range %(text)s runs backwards; write %(high)s-%(low)s")
NO_FIGURE = Template("no-figure", "%(text)s is not a figure", "write one of %(forms)s")

# What is acknowledged

NO_WARNING = Template(
    "no-warning", "no warning has the code `%(code)s`", "write what stands in brackets after a warning"
)
NEEDLESS_ACKNOWLEDGEMENT = Template("needless-acknowledgement", "no warning here is `%(text)s`", "take it off the list")

# Names that look like others

LOOKALIKE_FORM = Template(
    "lookalike-form",
    "`%(word)s` has letters in an unusual form",
    "write it with the letters of one alphabet; it could be taken for another name",
    about="word",
)
LOOKALIKE_MIX = Template(
    "lookalike-mix",
    "`%(word)s` has %(alphabets)s letters in one word",
    "write it with the letters of one alphabet; it could be taken for another name",
    about="word",
)
