"""Messages about translations that are handed out and taken back. They are told once, and have no codes."""

from .template import Phrase

# What stops

NO_SUCH_REPORT = Phrase("there is no report here with an `ar.md`; say which with REPORT=, by the name of its folder")
BLOCK_NOT_FOUND = Phrase("this cannot be told from what stands beside it; write it as a paragraph of its own")
UNIT_SAYS_REDACTED = Phrase("this says what the report redacts, so nothing is handed out; see `make check`")
REDACTED_WORDS_LOST = Phrase(
    "the translation has no bar for what is redacted here, and its words would be lost, by which it is found where it "
    "stands openly; write into `en.md` the redactions that the Arabic has, or take these words out, and try again"
)
NO_PO = Phrase("this is no PO")
NO_XLIFF = Phrase("this is no XLIFF 2")
NO_TRANSLATION = Phrase("this is no translation that can be read: PO (`.po`) and XLIFF 2 (`.xlf`) are")
IN_UNIT = Phrase("%(unit)s: %(what)s")
CODE_MISSING = Phrase("the mark `%(code)s` of “%(words)s” is missing")
CODE_DOUBLED = Phrase("the mark `%(code)s` stands more often than in the Arabic")
CODE_UNKNOWN = Phrase("the mark `%(code)s` is none of the Arabic")
NOT_AS_WRITTEN = Phrase("`%(code)s` does not stand there as often as in the Arabic")
CODE_CROSSED = Phrase("the mark `%(code)s` is not closed where it should be")

# What is left to do

UNIT_NOT_TRANSLATED = Phrase("%(unit)s is not translated; its Arabic stands in `en.md`")
ARABIC_CHANGED = Phrase("%(unit)s: the Arabic changed since, or the translation waits to be looked at")
TRANSLATION_SAYS_REDACTED = Phrase(
    "%(unit)s: the translation says what the report redacts, so it is a draft; see `make check`"
)
UNIT_GONE = Phrase("%(unit)s is no longer in the report, and was left out")

ENGLISH_REPLACED = Phrase("%(unit)s: `en.md` was changed by hand, and says now what came back; it said: %(words)s")

# What was done

HANDED_OUT = Phrase("%(files)s were written. Units: %(units)s; translated: %(done)s; to be looked at: %(changed)s.")
BLOCKS_LEFT = Phrase("What goes with redacted words was not handed out (footnotes: %(count)s).")
TAKEN_BACK = Phrase("%(slug)s: `en.md` was written. Units in English: %(units)s; in Arabic: %(left)s.")
ENGLISH_DIFFERS = Phrase(
    "`en.md` has other words than what was handed out in %(units)s. Take a translation that is done back first; what "
    "was changed in `en.md` by hand write there too."
)
ENGLISH_DRAFTED = Phrase(
    "%(slug)s: `en.md` has all blocks and marks; write your English over the Arabic, then take out `Status: draft`."
)
