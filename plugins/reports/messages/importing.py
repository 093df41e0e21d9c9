"""Messages about annotations that are brought in: files of other programs, and what of them is not carried over.

They are told once, when something is brought in, and have no codes.
"""

from .template import Phrase

# What stops an import

UNKNOWN_TOOL = Phrase(
    "this is of no tool that is known: UIMA CAS (`.xmi`, `.json`, `.zip`), brat (`.ann`), Label Studio (`.json`), "
    "doccano (`.jsonl`) and Web Annotations (`.jsonld`) are"
)
NO_TOOL_ITEM = Phrase("this is no line of %(tool)s’s")
NO_TOOL_ITEM_NAMED = Phrase("`%(item)s` is nothing that %(tool)s writes")
NO_BRAT_LINE = Phrase("this is no line of brat’s")
NO_TEXT_BESIDE = Phrase("`%(name)s` does not stand beside it; put it there, or give the text with TEXT=")
NO_JSON = Phrase("this is no JSON")
NO_XML = Phrase("this is no XML")
XML_DECLARES = Phrase("the XML has a document type, which could bring in other files; save it without one")
NO_ARCHIVE = Phrase("this archive cannot be unpacked")
MANY_FILES = Phrase("the archive has more than %(most)s files")
DEEP_IMPORT = Phrase("this nests deeper than %(most)s levels")
HALF_CHARACTER = Phrase("a code in this file is half of a character")
NO_CASSIS = Phrase("dkpro-cassis, which reads UIMA CAS, is not installed; `make uima` installs it")
NO_CAS = Phrase("this is no UIMA CAS that can be read (%(reason)s)")
CAS_WITHOUT_TEXT = Phrase("this UIMA CAS has no text")
THE_LABELS = Phrase("the file of labels")
A_LABEL = Phrase("a label")
A_MEANING = Phrase("meaning")

# What is to be redacted, and would not be

REDACTION_LOST = Phrase(
    "%(item)s is to be redacted, and its words do not stand where it says; put it right where it was annotated"
)
REDACTION_UNSURE = Phrase(
    "%(item)s says “%(word)s”, which looks like a word for what is to be redacted; write `Redacted`, or say in a file "
    "of labels (LABELS=) what it means"
)
REDACTION_TOO_DEEP = Phrase(
    "what is to be redacted stands in too many other annotations, or crosses them; take some of these away"
)

# What is not carried over, or not as it was

REDACTED_LEFT_OUT = Phrase("%(item)s (%(label)s) was left out: its words are redacted")

WORDS_NOT_FOUND = Phrase("%(item)s (%(label)s) was left out: its words do not stand where it says")
LABEL_NOT_CARRIED = Phrase(
    "what is labelled `%(label)s` was left out (%(count)s in all, the first is %(item)s); a file of labels (LABELS=) "
    "can say what it means"
)
NO_LABEL = Phrase("%(item)s was left out: it has no label")
RELATION_NOT_CARRIED = Phrase("the relation %(item)s (%(label)s) was left out: a record has none like it")
VALUE_NOT_CARRIED = Phrase("%(item)s: `%(name)s` = “%(value)s” was left out")
NOTE_NOT_CARRIED = Phrase("%(item)s: the note “%(note)s” was left out")
OTHER_ANNOTATOR = Phrase("%(name)s: what another annotator made (%(item)s) was left out")
OTHER_VIEW = Phrase("the view `%(name)s` was left out: one text makes a report")
SIC_WITHOUT_WORDS = Phrase("%(item)s was left out: it does not say what the words should have been")
MARK_TOO_DEEP = Phrase("the mark of “%(words)s” was left out: it would stand in too many others, or cross them")
MARKED_IN_PIECES = Phrase("%(item)s was in %(count)s pieces, and became as many marks")
MARKS_CUT = Phrase("what crossed others, or ends of paragraphs, became several marks (%(count)s in all)")
ID_TAKEN = Phrase("%(item)s has another id now: `%(id)s` is one of the registry")
SEVERAL_OF_NAME = Phrase("%(item)s: “%(words)s” was taken for `%(id)s`; it could be one of these too: %(others)s")
DATE_READ = Phrase("%(item)s: “%(words)s” was taken for %(date)s; see whether it is")
DATE_UNKNOWN = Phrase("%(item)s: no date is given for “%(words)s”; write it after `when=`")

# What was done

BROUGHT_IN = Phrase("%(slug)s came in. Marks: %(marks)s; relations: %(relations)s.")
STUBS_ADDED = Phrase("Added to the registry, to be filled in: %(ids)s.")
CHECK_NEXT = Phrase("`make check REPORT=%(slug)s` says what is left to fill in.")
