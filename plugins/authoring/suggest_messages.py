"""What `make suggest` says of each proposal: what it would write, and by what it knows."""

from reports.messages import Phrase

MARK = Phrase("`%(words)s` could be marked `%(braces)s`: %(why)s")
NAME = Phrase("a name of `%(id)s` in the registry (%(name)s)")
DATE_NAMED = Phrase("the date is named")
DATE_WITHOUT_YEAR = Phrase("the last such date by %(day)s, the day of publication")
DATE_WEEKDAY = Phrase("the last such day by %(day)s, the day of publication")
DATE_TOLD = Phrase("told from %(day)s, the day of publication")
DATE_ISLAMIC = Phrase("a Hijri date, which can be a day or two off")
DATE_NEAREST = Phrase("the nearest such date to %(day)s, which is named before it or is when things happened")
