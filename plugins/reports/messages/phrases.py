"""Parts of messages, and what to do where that varies."""

from .template import Phrase

# What to do

DID_YOU_MEAN = Phrase("did you mean `%(word)s`?")
DID_YOU_MEAN_EITHER = Phrase("did you mean `%(first)s` or `%(second)s`?")
ONE_OF = Phrase("write one of: %(words)s")
ONE_OF_OR_ACTOR = Phrase("write one of: %(words)s; or the id of an actor, for fighters of theirs")
BOTH = Phrase("%(first)s %(second)s")
WRITE_DATE = Phrase("write an EDTF date such as 2016-10-04, 2016-10, 2016-10-04~, 2016-09/2016-10-04 or 2016-09/..")
WRITE_TIME_WITH_DAY = Phrase("write the day with the time, as one, such as 2016-10-04T22:30")
WRITE_AS_ONE = Phrase("write day and time as one: %(date)s")
WRITE_FIGURE = Phrase(
    "write a number in digits, or one of the words `tens`, `dozens`, `hundreds` and `thousands`; where no number is "
    "given, `some`"
)
WRITE_BOUND = Phrase("write a day, a month or a year, such as 2016-10-04, 2016-10 or 2016")
WRITE_FOLDER = Phrase("write the name of a report’s folder")
WRITE_PAGE_LINK = Phrase("write a whole web address, or one of the site like `../method/index.html`")
TAKE_OUT = Phrase("take it out")
GIVE_ONE = Phrase("give one")
WRITE_OUT = Phrase("write the value out, or quote it")
WITH_ITS_REPORT = Phrase("an event or claim goes with its report: %(ids)s")
EXTERNAL_ID = Phrase("`.%(slug)s/%(id)s`")
OF_REGISTRY = Phrase("write `.%(id)s` for an entry of the registry")
ONE_DECLARES = Phrase("one of them declares the event")
NAME_INSTEAD = Phrase("name %(id)s")
SAVE_OR_ACCEPT = Phrase("save the image as one of these; %(kind)s is shown where `attachments` in site.yaml names it")
FILES_OF = Phrase("%(what)s is `%(first)s`, `%(second)s` and `%(third)s`")
OR = Phrase("%(first)s or %(second)s")
AND = Phrase("%(first)s and %(second)s")
ADD_TO_REGISTRY = Phrase("add it to the registry")
SPLIT_REPORT = Phrase("split the report")
BRING_BACK_OR_WRITE = Phrase("bring back the file that was read; or, if the new one is right, write %(digest)s")
DOCUMENT_IN_TEXT = Phrase("a document is named by claims, under `in`, and not by marks")
CAUSE_OF_HARM = Phrase("the event’s `type` says what harmed them; who died of hunger, cold or illness is `died`")
FIGURES_IN_CLAIM = Phrase("figures stand in the `casualties` of a claim that is `about` this event")
SPEAKERS_IN_CLAIM = Phrase("who says so stands in a claim that is `about` this event: `by` and `via`")
SPEAKERS_BESIDE = Phrase("who says so stands in the claim, beside `casualties`: `by` and `via`")
FAMILIES_APART = Phrase(
    "for people of one family write a `part` in a claim of their own; where families were counted, an entry with "
    "`unit: families`"
)
HARM_APART = Phrase("`including` says who they were; what befell others is an entry of its own")
HEADER_IN_TEXT = Phrase("that stands in the header of `ar.md` and `en.md`: `Title`, `Summary`, `Status`, `Translator`")

# A line

WARNING = Phrase("warning")
SEMICOLON = Phrase("; ")
COMMA = Phrase(", ")

# What an id is that was meant to be another

IS_PLACE = Phrase("that is a place")
IS_ACTOR = Phrase("that is an actor")
IS_SOURCE = Phrase("that is a source")
IS_VOICE = Phrase("that is a source, which speaks for `%(actor)s`")
IS_NO_PARTY = Phrase("that is a source: where it is a party too, give it a second entry, in `actors.yaml`")
IS_EVENT = Phrase("that is an event of this record")
IS_CLAIM = Phrase("that is a claim of this record")
IS_DOCUMENT = Phrase("that is a document of this record")
IS_EVENT_NOT_CLAIM = Phrase("that is an event: name a claim about it (%(claims)s)")
IS_EVENT_DENIED = Phrase(
    "that is an event: deny a claim about it (%(claims)s), and add `denies-what: event` if it is said not to have "
    "happened"
)
IS_EVENT_UNTOLD = Phrase("that is an event, and no claim is about it")
IS_CLAIM_NOT_EVENT = Phrase("that is a claim: name the event that it is about")
IS_ACTOR_NOT_STATUS = Phrase("that is an actor: did you mean `of: %(id)s`?")

# Values with their names

NAMED = Phrase("%(what)s: %(error)s")
IN_LANGUAGE = Phrase("%(what)s (%(lang)s)")
PLACE = Phrase("%(file)s:%(line)s")

# What something is called

THE_EVENT = Phrase("the event `%(id)s`")
THE_CLAIM = Phrase("the claim `%(id)s`")
THE_DOCUMENT = Phrase("the document `%(id)s`")
THE_PLACE = Phrase("the place `%(id)s`")
THE_ACTOR = Phrase("the actor `%(id)s`")
THE_SOURCE = Phrase("the source `%(id)s`")
CASUALTIES_OF = Phrase("a casualties entry of `%(id)s`")
THE_RECORD = Phrase("the record")
THE_DOSSIER = Phrase("the dossier")
THE_REGISTRY_FILE = Phrase("the registry file")
THE_LIST = Phrase("the list")
A_LINE = Phrase("a line")
A_WARNING = Phrase("a warning")
THE_ID = Phrase("the id")
ID_OF = Phrase("the %(scheme)s id")
THE_TITLE = Phrase("the title")
THE_NAME = Phrase("the name")
THE_ROLE = Phrase("the role")
THE_SIDE = Phrase("the side")
THE_SIDE_NAMED = Phrase("the side `%(side)s`")
THE_ADDRESS = Phrase("the address")
ALIASES = Phrase("aliases")
AN_ALIAS = Phrase("an alias")
A_COORDINATE = Phrase("a coordinate")
A_POINT = Phrase("a point")
A_REPORT = Phrase("a report")
A_DOSSIER = Phrase("a dossier")
A_CORRECTION = Phrase("a correction")
THE_CORRECTION = Phrase("the correction (%(lang)s)")
AN_EVENT = Phrase("an event")
A_CLAIM = Phrase("a claim")

# What an id or a word should have been

EVENT = Phrase("event")
CLAIM = Phrase("claim")
REPORT = Phrase("report")
DOSSIER = Phrase("dossier")
TRANSLATION = Phrase("translation")
PLACE_ENTRY = Phrase("place")
ACTOR_ENTRY = Phrase("actor")
SOURCE_ENTRY = Phrase("source")
SOURCE_OR_ACTOR = Phrase("source or actor")
EVENT_OF_RECORD = Phrase("event of this record")
DOCUMENT_OF_RECORD = Phrase("document of this record")
EVENT_TYPE = Phrase("event type")
TARGET = Phrase("target")
ACCURACY = Phrase("accuracy")
GRADE = Phrase("grade")
KIND = Phrase("kind")
MONTHS = Phrase("custom of naming months")
DIGITS = Phrase("kind of digits")
ATTACHMENT = Phrase("kind of attachment")
IDENTIFIED = Phrase("way to be identified")
STANCE = Phrase("stance")
DENIED = Phrase("thing that a denial denies")
UNIT = Phrase("unit")
QUOTE = Phrase("way of quoting")
RELIABILITY = Phrase("reliability (Admiralty system)")
CREDIBILITY = Phrase("credibility (Admiralty system)")
SCOPE = Phrase("scope")
STATUS = Phrase("status")

# Blocks of a text

HEADING = Phrase("heading")
PARAGRAPH = Phrase("paragraph")
LIST_ITEM = Phrase("list item")
QUOTATION = Phrase("quotation")
TABLE_CELL = Phrase("table cell")
CODE = Phrase("code")
TERM = Phrase("term")
DEFINITION = Phrase("definition")
IMAGE = Phrase("image")

# Characters that are not seen

ODD_CHARACTER = Phrase("a control or private-use character stands here")
TURNING = Phrase("a character that turns the direction of what follows")
FORMATTING = Phrase("a formatting character that Unicode advises against")
STANDING_FOR_OTHERS = Phrase("a character that stands for something that is not in the text")
FILLER = Phrase("a sign that fills a place and is not seen")
KEPT = Phrase("a character that is kept for what is not seen")
WIDTHLESS = Phrase("a character without width")
SOFT_HYPHEN = Phrase("a soft hyphen, which is not seen")
LIKE_A_BLANK = Phrase("a character that looks like a blank and is none")
LINE_END = Phrase("a character that only some programs take for a line’s end")
RARE_CONTROL = Phrase("a rare script’s control")
TAG = Phrase("a tag character, which is not seen")
RARE_SELECTOR = Phrase("a selector of rare forms, which is not seen")

# How often

HERE = Phrase("here")
HERE_AND_ONCE = Phrase("here and once more")
HERE_AND_OFTEN = Phrase("here and %(more)s more times")
THE_MARK = Phrase("the mark `%(mark)s`")
THE_MARK_OFTEN = Phrase("the mark `%(mark)s` %(times)s times")
BLOCK_AND_MORE = Phrase("%(kind)s and %(more)s more blocks")
NO_EVENT = Phrase("no event")
EVENTS = Phrase("%(count)s events")

# Alphabets

LATIN = Phrase("Latin")
CYRILLIC = Phrase("Cyrillic")
GREEK = Phrase("Greek")
ARMENIAN = Phrase("Armenian")
CHEROKEE = Phrase("Cherokee")
COPTIC = Phrase("Coptic")

# Why something cannot be read

TOO_SLOW = Phrase("reading it takes longer than %(seconds)s seconds")
TOO_DEEP = Phrase("something in it nests too deeply")
NO_REASON = Phrase("it cannot be read")

# What is said openly

REDACTED_WORDS = Phrase("these redacted words, or some of them, stand")
HASH_OF_SOURCE = Phrase("the hash of a source with redacted words stands")

# HTML that is refused

TAG_IS = Phrase("`%(tag)s` is")
SOMETHING_IS = Phrase("something here is")

# What a mark can carry

SHORT_IDS = Phrase("`.id`")
LONG_IDS = Phrase("`.id` or `.report-slug/id`")

# Weekdays

MONDAY = Phrase("Monday")
TUESDAY = Phrase("Tuesday")
WEDNESDAY = Phrase("Wednesday")
THURSDAY = Phrase("Thursday")
FRIDAY = Phrase("Friday")
SATURDAY = Phrase("Saturday")
SUNDAY = Phrase("Sunday")

# Words at a bar

DATE = Phrase("date")
NAME = Phrase("name")
