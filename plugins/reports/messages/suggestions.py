"""What `make suggest` says of each proposal: what it would write, and by what it knows."""

from .template import Phrase

MARK = Phrase("`%(words)s` could be marked `%(braces)s`: %(why)s")
NAME_OF_ENTRY = Phrase("a name of `%(id)s` in the registry (%(name)s)")
DATE_NAMED = Phrase("the date is named")
DATE_WITHOUT_YEAR = Phrase("the last such date by %(day)s, the day of publication")
DATE_WEEKDAY = Phrase("the last such day by %(day)s, the day of publication")
DATE_TOLD = Phrase("told from %(day)s, the day of publication")
DATE_ISLAMIC = Phrase("a Hijri date, which can be a day or two off")
DATE_NEAREST = Phrase("the nearest such date to %(day)s, which is named before it or is when things happened")
TOLD_EVENT = Phrase("an event is told (%(type)s)")
TOLD_CLAIM = Phrase("the sentence counts people harmed (%(figures)s) and names nobody who says so")
CLAIM_BY = Phrase("the sentence counts people harmed (%(figures)s), by `%(by)s`")
CLAIM_BY_UNKNOWN = Phrase("the sentence counts people harmed (%(figures)s), by who is in no registry")
CLAIM_OF_RECORD = Phrase("the sentence says the figures of `%(id)s`")
MARKED_NAME = Phrase("the Arabic text has a mark of `%(id)s` in this paragraph")
MARKED_DATE = Phrase("the Arabic text has a mark of this date in this paragraph")
SAME_FIGURES = Phrase("these are the figures of `%(id)s` in the Arabic text")
SAME_SENTENCE = Phrase("the sentence stands where that of `%(id)s` does in the Arabic text")

# What is not written, and is for the author to decide

AMBIGUOUS = Phrase("`%(words)s` is what several entries are called (%(ids)s); mark the one that is meant")
UNASSERTED = Phrase(
    "`%(words)s` counts people harmed, and stands with «%(word)s»: what is denied, feared, threatened or asked for is "
    "no claim that it was so, so none is proposed; write down what is said"
)
NOT_IN_TRANSLATION = Phrase(
    "`%(words)s` could be marked `%(braces)s`, but nothing in this paragraph of %(file)s says the same; mark both"
)
NOT_TRANSLATED = Phrase("this paragraph has no words for the mark `%(braces)s` of the Arabic text; mark them")
OTHER_BLOCKS = Phrase("the translation has other paragraphs than the Arabic text, so marks are proposed there alone")
UNKNOWN_NAME = Phrase(
    "`%(words)s` stands behind «%(before)s» and is in no registry; the entry that %(file)s could have: %(entry)s"
)
RECORD_IN_ONE_LINE = Phrase("`%(key)s` stands in braces, so no entry can be added; write one entry in a line")

# Entries of the registry that are looked for

ENTRY = Phrase("`%(id)s` (%(kind)s) is called %(names)s; it is used %(count)s times: %(places)s")
ENTRY_UNUSED = Phrase("`%(id)s` (%(kind)s) is called %(names)s; it is used nowhere")
LOOK_ALIKE = Phrase("`%(one)s` and `%(other)s` look like one entry (%(names)s); keep one, or tell them apart")
NOT_FOUND = Phrase("no entry is called `%(words)s`, or nearly so")

# Events that look like one

SAME_PAIR = Phrase(
    "%(key)s: `%(one)s` and `%(other)s` look like one event; for it: %(reasons)s; against it: %(doubts)s"
)
NOTHING_AGAINST = Phrase("nothing")
SAME_DAY = Phrase("the day %(day)s")
NEXT_DAY = Phrase("one day and the next")
SAME_TYPE = Phrase("the type `%(type)s`")
OTHER_TYPE = Phrase("the types `%(one)s` and `%(other)s`")
SAME_PLACE_OF = Phrase("the place `%(place)s`")
PLACE_WITHIN = Phrase("`%(place)s` lies in `%(other)s`")
OTHER_PLACES = Phrase("the places `%(one)s` and `%(other)s`")
SAME_FIGURE = Phrase("%(outcome)s: %(figure)s in both")
OTHER_FIGURES = Phrase("%(outcome)s: %(one)s and %(other)s")
SAME_ACTORS = Phrase("the parties %(actors)s")
OTHER_TARGET = Phrase("the targets `%(one)s` and `%(other)s`")
SHARED_WORDS = Phrase("the words %(words)s")
AND_MORE = Phrase("%(first)s, %(second)s")
SAME_AS_WRITTEN = Phrase("`%(one)s` is now `same-as: %(other)s`; what it said itself stands there as a comment")
NO_PAIR = Phrase("no pair of events is called `%(key)s`")
BOTH_ARE_NAMED = Phrase("other reports name both `%(one)s` and `%(other)s` with `same-as`; write it by hand")
NO_PAIRS = Phrase("no events of two reports look like one")

# What is said at the end

TO_WRITE = Phrase("%(count)s proposals; `APPLY=1` writes what is to be written into %(files)s")
ONLY_OPEN = Phrase("%(count)s things are for you to decide; nothing else is proposed")
NOTHING_PROPOSED = Phrase("nothing is proposed")
WRITTEN = Phrase("written: %(files)s; look at each, and take `# suggested` away from what is right")
NONE_ALIKE = Phrase("no two entries look like one")
NO_PLACE = Phrase("no inhabited place of the gazetteer is called `%(words)s`")
SAY_WHICH = Phrase("if two are one, say so: `make same APPLY=` with the eight signs that stand before them")
