"""Messages about records, the registry and dossiers, and what they say of one another."""

from .template import Template

# The registry

ID_IN_TWO_FILES = Template(
    "id-in-two-files",
    "the id `%(id)s` stands in two registry files",
    "first in %(path)s:%(line)s; ids are unique across all three",
)
UNKNOWN_ENTRY = Template("unknown-entry", "there is no %(what)s `%(id)s`", "add it, or mend the id")
LONG_CHAIN = Template("long-chain", "`%(key)s` leads on more than %(most)s times from here", "leave out some `%(key)s`")
CIRCLE = Template("circle", "`%(key)s` runs in a circle: %(names)s", "remove one `%(key)s`")

# The record

EMPTY_RECORD = Template("empty-record", "the record is empty", "add `published: …` and `publisher: …`")
KEY_BESIDE_SAME_AS = Template(
    "key-beside-same-as",
    "the event `%(id)s` has `%(key)s` beside `same-as`",
    "the other report declares it; keep `same-as` and, if you want, `title`, `background` and `part-of`",
)
EVENT_LACKS = Template("event-lacks", "missing key `%(key)s` in the event `%(id)s`", "add `%(key)s: …`, or `same-as`")
UNATTRIBUTED_WITH_BY = Template(
    "unattributed-with-by",
    "the claim `%(id)s` is unattributed and has `by`",
    "remove one: unattributed means that nobody is named",
)
DENIES_WITHOUT_STANCE = Template(
    "denies-without-stance", "the claim `%(id)s` has `denies` without its stance", "add `stance: denies`"
)
DENIES_WHAT_WITHOUT_DENIES = Template(
    "denies-what-without-denies",
    "the claim `%(id)s` has `denies-what` without `denies`",
    "add `denies: …`, the claim that it denies, or remove it",
)
POINT_AND_ACCURACY = Template(
    "point-and-accuracy",
    "the event `%(id)s` has `%(key)s` without `%(other)s`",
    "add `%(other)s: …`; a point says nothing without how exactly it is known",
)
NO_EVENT_CODE = Template(
    "no-event-code",
    "`%(value)s` is neither a code nor an id",
    "use letters and digits, and `.`, `-`, `_` or `/` between them",
)
DOCUMENT_LACKS = Template(
    "document-lacks",
    "the document `%(id)s` has neither `url` nor `archive` nor `title`",
    "add one: readers must know which document it is",
)
CASUALTIES_ABOUT = Template(
    "casualties-about",
    "the casualties of `%(id)s` are about %(what)s",
    "it is about exactly one; a toll over several is about an event that has them as parts (`part-of`)",
)
ENTRY_WITHOUT_FIGURE = Template(
    "entry-without-figure",
    "a casualties entry of `%(claim)s` has no figure",
    "add `killed: …`, `injured: …` or another outcome",
)
CUMULATIVE_WITHOUT_PERIOD = Template(
    "cumulative-without-period",
    "missing key `period` in a cumulative figure of `%(claim)s`",
    "add the time that it covers",
)
PERIOD_WITHOUT_CUMULATIVE = Template(
    "period-without-cumulative",
    "a figure of `%(claim)s` has `period` without `scope: cumulative`",
    "remove it, or make it cumulative",
)
INCLUDING_OF_OUTCOMES = Template(
    "including-of-outcomes",
    "`including` stands in an entry with several outcomes",
    "give each outcome an entry of its own",
)
LARGE_PART = Template(
    "large-part",
    "`%(group)s` is more than the figure that it is a part of",
    "check both figures",
    about="group",
)
OTHER_STATUS = Template(
    "other-status",
    "`%(group)s` stands among %(who)s, and nobody is both: it is not counted",
    "leave out `who`, or mend one",
    about="group",
)
NO_PART_NAME = Template(
    "no-part-name",
    "`%(value)s` cannot be the name of a part",
    "use small letters a-z, digits and hyphens, such as `al-quds-hospital`",
)
PART_BESIDE_WHOLE = Template(
    "part-beside-whole",
    "these may be among the people of another entry of `%(claim)s` (`%(outcome)s`): the two are added",
    "if they are, write them there under `including`, or as a `part` in a claim of their own",
    about="claim",
)
ID_OF_REGISTRY = Template("id-of-registry", "`%(id)s` is an id of the registry", "choose another for this report’s own")
ID_OF_EVENT = Template("id-of-event", "`%(id)s` is the id of an event of this record", "give the claim another")
ID_OF_DOCUMENT = Template("id-of-document", "`%(id)s` is the id of a document of this record", "give this one another")
ID_OF_WORD = Template("id-of-word", "`%(id)s` is a word of `including`", "choose another for this report’s own")
EMPTY_CORRECTION_OF_RECORD = Template(
    "empty-correction-of-record", "the correction says nothing", "add `ar: …` and `en: …`"
)

# From report to report

UNKNOWN_REPORT = Template("unknown-report", "there is no report `%(slug)s`")
REPORT_NOT_THERE = Template("report-not-there", "`%(key)s` names a report `%(slug)s` that is not there")
UNKNOWN_IN_REPORT = Template("unknown-in-report", "the report `%(slug)s` has no event or claim `%(id)s`")
UNKNOWN_OF_KIND = Template("unknown-of-kind", "the report `%(slug)s` has no %(kind)s `%(id)s`")
SAME_REPORT = Template("same-report", "`same-as` names this report", "it names an event that another report declares")
LINK_INTO_DRAFT = Template(
    "link-into-draft", "`%(key)s` leads into the draft `%(slug)s`", "publish that report first, or remove this"
)
SAME_AS_SAME_AS = Template("same-as-same-as", "`%(slug)s/%(id)s` is itself a `same-as`")

PART_OF_TWO = Template(
    "part-of-two",
    "the event `%(id)s` is part of two: of %(first)s, and of %(second)s",
    "an event is part of one at most; remove one `part-of`",
)
UPDATES_LATER = Template(
    "updates-later",
    "`%(id)s` updates `%(other)s`, which is later (%(date)s) and of the same origins",
    "exchange them, or mend one `as-of`",
)
UPDATES_OTHER_EVENT = Template(
    "updates-other-event",
    "`%(id)s` updates `%(other)s`, which is about another event, and replaces nothing",
    "name a claim about the same event, or mend what one of them is `about`",
    about="id",
)
CODE_TWICE = Template("code-twice", "the code `%(code)s` is also that of %(event)s", "give one event another")
FORMER_TAKEN = Template(
    "former-taken", "`%(name)s` leads to %(event)s already", "a former id or code leads to one event; remove one"
)

# Dossiers

EMPTY_DOSSIER = Template(
    "empty-dossier",
    "the dossier selects nothing",
    "add `reports: …`, or `places`, `actors`, `from` or `to`",
)
DOSSIER_WITHOUT_REPORT = Template(
    "dossier-without-report",
    "the dossier selects no published report",
    "list one under `reports`, or give places, actors or a time in which a report has an event",
)
BACKWARD_TIME = Template("backward-time", "`from` is after `to`", "exchange them, or mend one")
DOSSIER_OF_DRAFTS = Template(
    "dossier-of-drafts",
    "all reports of the dossier are drafts, so it is left out",
    "publish one of them to publish it",
)
DRAFT_IN_DOSSIER = Template(
    "draft-in-dossier",
    "the report `%(slug)s` is a draft, so the dossier leaves it out",
    "publish it, or take it off the list",
    about="slug",
)

# The settings

NO_SETTINGS = Template(
    "no-settings",
    "there is no site.yaml, so the site is called “%(name)s” and names no licence",
    "add `name: {ar: …, en: …}`, and `licence: …` if others may use the data",
)
EMPTY_SETTINGS = Template("empty-settings", "site.yaml is empty", "add `name: {ar: …, en: …}`")
UNNAMED_SIDE = Template(
    "unnamed-side",
    "the side `%(side)s` is not named in site.yaml",
    "add `%(side)s: {ar: …, en: …}` to `sides` there",
    about="side",
)
NO_CONTACT = Template(
    "no-contact",
    "`contact` is no address",
    "write a web address, beginning with https://, or one of mail, such as editors@example.org",
)
NO_SITE_ADDRESS = Template("no-site-address", "`url` is no address of a site", "leave out what begins with `?` or `#`")
UNKNOWN_LICENCE = Template(
    "unknown-licence",
    "`%(text)s` is no SPDX id of a licence",
    "write one of the list at spdx.org, such as CC-BY-4.0",
)
NOT_INSTALLED = Template(
    "not-installed", "what reads %(kind)s files is not installed", "install it with `make attachments`"
)
