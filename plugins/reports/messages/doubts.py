"""Messages about what is not wrong and worth a second look: words against their record, records against each other."""

from .template import Phrase, Template

# Words against figures

HOW_COUNTED = Template(
    "how-counted",
    "the words of `%(id)s` say `%(word)s` otherwise than its figure `%(figure)s`",
    "write `%(better)s` if that is what they say",
    about="id",
)
OTHER_OUTCOME = Template(
    "other-outcome",
    "the words of `%(id)s` say `%(word)s` of `%(outcome)s`, and the record has that figure as `%(recorded)s`",
    "check which figure is whose",
    about="id",
)
OTHER_UNIT = Template(
    "other-unit",
    "the words of `%(id)s` count families (`%(word)s`), and the record counts people",
    "write `unit: families`",
    about="id",
)
OTHER_PEOPLE = Template(
    "other-people",
    "the words of `%(id)s` say `%(word)s` of `%(said)s`, and the record has `%(recorded)s`",
    "check who they were",
    about="id",
)
FIGURE_WITHOUT_ENTRY = Template(
    "figure-without-entry",
    "the words of `%(id)s` say how many were harmed (`%(word)s`), and the claim has no `casualties`",
    "add them to the record",
    about="id",
)
UNCLAIMED_FIGURE = Template(
    "unclaimed-figure",
    "`%(word)s` says how many were harmed, and stands in no claim",
    "mark the words as a claim",
    about="word",
)

# Words against dates

OTHER_DATE = Template(
    "other-date",
    "the words say `%(word)s`, and that is not %(date)s",
    "check the date, or mark the source’s slip with `sic`",
    about="date",
)

# Records

LOWER_TOLL = Template(
    "lower-toll",
    "the toll of `%(id)s` (%(figure)s) is lower than that of `%(other)s` before it (%(before)s), by the same origins",
    "check both, and their periods",
    about="id",
)
LOW_TOLL = Template(
    "low-toll",
    "the toll of `%(id)s` (%(figure)s) is lower than what the same origins count within it (%(count)s in %(others)s)",
    "check both",
    about="id",
)
LARGE_PARTS = Template(
    "large-parts",
    "of `%(claim)s` %(groups)s together are more than its figure `%(figure)s`",
    "check the parts",
    about="claim",
)
LONG_EVENT = Template(
    "long-event",
    "the event `%(id)s` (`%(type)s`) lasts longer than a month: %(date)s",
    "date it, or say with `attacks` or `part-of` that it is several",
    about="id",
)
FAR_POINT = Template(
    "far-point", "the point of `%(id)s` is far from that of `%(place)s`, in which it lies", "check both", about="id"
)
SWAPPED_POINT = Template(
    "swapped-point",
    "the point of `%(id)s` lies in `%(place)s` if its two numbers are swapped",
    "write latitude first, then longitude",
    about="id",
)
SWAP_NUMBERS = Phrase("swap its two numbers: latitude (-90 to 90) comes first, then longitude (-180 to 180)")
SAME_ADDRESS = Template(
    "same-address",
    "the report `%(slug)s` has the same `%(key)s`",
    "keep one of the two reports, or correct the address",
    about="slug",
)
SAME_EVENT = Template(
    "same-event",
    "the event `%(id)s` has the day, type and place of `%(other)s`",
    "write `same-as: %(other)s` if it is the same",
    about="id",
)
SAME_NAME = Template(
    "same-name", "`%(id)s` and `%(other)s` are both called `%(name)s`", "keep one, or tell them apart", about="id"
)
UNBORNE_GRADE = Template(
    "unborne-grade",
    "the event `%(id)s` is graded `%(grade)s`, and its claims have fewer than two separate origins (%(count)s)",
    "check the grade, or add the claims that it rests on",
    about="id",
)
UNCONFIRMED = Template(
    "unconfirmed",
    "what was suggested here is not confirmed: %(count)s entries of this record",
    "look at each against its words, and take its comment `# suggested` away",
)
UNSEEN_BEFORE_SIGN = Template(
    "unseen-before-sign",
    "%(char)s stands before `%(sign)s`, which is then no sign of Markdown or of a mark",
    "remove it",
    about="char",
)
