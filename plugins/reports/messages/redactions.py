"""What is told of redacted words: in a text, in other places, and in the list of lines that are acknowledged."""

from .template import Template

# In a text and elsewhere

REDACTED_IN_PLAIN_TEXT = Template(
    "redacted-in-plain-text", "`.redacted` stands in plain text", "write `[words]{.redacted}`"
)
REDACTION_BEHIND_WORDS = Template(
    "redaction-behind-words",
    "a redaction stands right behind words in brackets, and redacts none of them",
    "write `[words]{.redacted}`",
)
WORD_FOR_REDACTION = Template(
    "word-for-redaction",
    "a word for a redaction stands at a bracket here and redacts nothing",
    "write `[words]{.redacted}`; where the text itself says so, write it without brackets",
)
REDACTED_IN_LINK = Template(
    "redacted-in-link",
    "redacted words stand in a link, whose address would be published",
    "take the link out, or redact it whole: `[[words](https://…)]{.redacted}`",
)
REDACTED_IN_TITLE = Template(
    "redacted-in-title",
    "redacted words stand in an element whose title would be published",
    "take the title out, or redact the whole element",
)
TELLING_BAR = Template(
    "telling-bar",
    "an address, a title or a language stands at nothing but a bar, and may say what the bar hides",
    "take the link or the element around the bar out",
)
CORRECTION_AROUND_REDACTED = Template(
    "correction-around-redacted",
    "a correction stands around redacted words and would be published",
    "redact the whole mark, or take `sic` out",
)
NO_OPEN_WORD = Template(
    "no-open-word",
    "no word of `%(id)s` is left open, and pages lead to its words",
    "leave a word of it open, give the event a title, or take it out of the record too",
)
FEW_WORDS_AT_BAR = Template(
    "few-words-at-bar",
    "a %(what)s stands on a bar and hardly a word beside it, and may say what the bar hides",
    "mark only words that are open, or take the mark away",
)
NAME_AT_BAR = Template(
    "name-at-bar",
    "a name stands right at a bar, and may say what the bar hides",
    "if they are one person, redact all of the name in one mark",
)
SAID_OPENLY = Template(
    "said-openly",
    "%(what)s openly at %(place)s",
    "redact or change them there too; if they mean something else, add %(place)s to acknowledged.yaml",
)
ACKNOWLEDGED_LINE = Template(
    "acknowledged-line",
    "%(what)s openly at %(place)s, which acknowledged.yaml acknowledges",
    "look whether they still mean something else there",
    about="place",
)
NAMED_BY_REDACTED_ONLY = Template(
    "named-by-redacted-only",
    "only redacted words name `%(id)s`, and the record names it too",
    "it is published, with a page of its own; leave it out of the record if nobody may know",
)
DOCUMENT_SAYS_REDACTED = Template(
    "document-says-redacted",
    "words of the report are redacted, and the document says them or words of the same letters",
    "blacken them in it, print it into a new PDF, and show that",
)

# The list of lines that are acknowledged

LIST_IN_ONE_LINE = Template(
    "list-in-one-line", "the list stands in one line", "write each line of a file in a line of its own after `- `"
)
NO_LINE_OF_FILE = Template(
    "no-line-of-file", "this is no line of a file", "write file and line, such as reports/my-report/ar.md:7"
)
UNPUBLISHED_FILE = Template(
    "unpublished-file",
    "`%(path)s` is no file that is published",
    "name a text, a record, or a file of the registry",
)
UNKNOWN_PATH = Template("unknown-path", "there is no file `%(path)s`", "write its path from the content folder on")
NEEDLESS_LINE = Template("needless-line", "nothing that is redacted stands in this line", "take it off the list")
