"""Messages of the command that brings in sheets."""

from .template import Phrase, Template

# Files

SHEET_ENCODING = Template(
    "sheet-encoding", "this is no text in UTF-8, UTF-16 or Windows-1256", "save the sheet as CSV in UTF-8"
)
BROKEN_ROW = Template(
    "broken-row",
    "this row cannot be read: a quotation mark opens or ends a cell where it should not",
    "double the quotation marks that stand within a cell, or save the sheet anew",
)
LARGE_SHEET = Template(
    "large-sheet", "the sheet has more than %(rows)s rows or %(columns)s columns", "part it, and bring in the parts"
)
EMPTY_SHEET = Template("empty-sheet", "there is nothing in this sheet", "look whether it is the right one")
NO_SHEET = Template(
    "no-sheet", "this is no sheet", "FROM is a file with .csv, .tsv or .xlsx at its end, or a folder of such"
)
NO_HEADINGS = Template(
    "no-headings",
    "no column of this sheet is known",
    "its first rows need headings such as `date`, `place` and `killed`; what others mean can be said in MAP",
)
NO_WORKBOOK = Template(
    "no-workbook", "this is no workbook that can be read", "save it as .xlsx without a password, or as CSV"
)
BROKEN_WORKBOOK = Template(
    "broken-workbook", "this workbook is broken, or was not made by a spreadsheet", "save it anew, or as CSV"
)
LARGE_WORKBOOK = Template(
    "large-workbook", "unpacked, this workbook is larger than %(most)s MB", "save its sheet as CSV, without empty rows"
)
WORKBOOKS_NOT_INSTALLED = Template(
    "workbooks-not-installed", "what reads workbooks is not installed", "run `make sheets` once, or save it as CSV"
)
NO_MAPPING_FILE = Template("no-mapping-file", "there is no such file", "check MAP")
UNKNOWN_PUBLISHER = Template(
    "unknown-publisher",
    "nothing says who publishes what the sheet counts",
    "write `publisher: …` with the id of a source into a file, and name that with MAP",
)

NOTHING_BELOW = Template(
    "nothing-below",
    "no entry can be put below what stands here",
    "write each entry in lines of its own, without braces",
)

# Columns

NO_ID_COLUMN = Template(
    "no-id-column",
    "no column gives every incident an id of its own, by which it would be known again",
    "call one `id`, or say in MAP which it is: `columns: {my heading: id}`",
)
NO_DATE_COLUMN = Template(
    "no-date-column",
    "no column says when the incidents happened",
    "call one `date`, or say in MAP which it is: `columns: {my heading: date}`",
)

# Cells

BAD_CELL = Template("bad-cell", "%(text)s cannot be read here", "write it as the column asks, or empty the cell")
CELL_WITH_MARK = Template(
    "cell-with-mark",
    "this looks like a mark, or like words that are to be redacted",
    "take the brackets and braces out; redact in the texts",
)
CELL_REDACTED = Template(
    "cell-redacted",
    "this stands for words that are redacted",
    "empty the cell, or say what it means with MAP=",
)
ROW_REDACTED = Template(
    "row-redacted",
    "this says that something in the row is to be redacted",
    "take what must not be known out of the row and empty this cell, or say with MAP= that the column is not read",
)
LONG_CELL = Template("long-cell", "this has %(size)s characters, and a value at most %(most)s", "shorten it")
NO_STORED_VALUE = Template(
    "no-stored-value",
    "there is a formula here whose value is not stored, and none is worked out",
    "open the workbook in a spreadsheet and save it, or write the value",
)
STRUCK_CELL = Template(
    "struck-cell",
    "something in this cell is struck through, or stands above or below the line as the number of a note does",
    "leave in the cell what is true, all of it in one line, and bring it in again",
)
UNSEEN_CELL = Template(
    "unseen-cell",
    "what this cell holds cannot be seen in the sheet: it has the colour of its ground, or a format that shows nothing",
    "take it out, or let it be seen",
)
MERGED_CELLS = Template(
    "merged-cells",
    "the cells %(cells)s are merged, and only the first of them has a value",
    "part them, and write the value into each row that it is true of",
)
ERROR_OF_SPREADSHEET = Template(
    "error-of-spreadsheet", "the spreadsheet has an error here: %(value)s", "mend the formula, or write the value"
)
ROW_WITHOUT_ID = Template("row-without-id", "this row has no id", "give it one that no other row has")
ID_TWICE_IN_SHEET = Template(
    "id-twice-in-sheet", "`%(id)s` is the id of row %(row)s as well", "give each an id of its own"
)
ID_OF_OTHER_FILE = Template(
    "id-of-other-file", "`%(id)s` is an id of %(file)s.yaml", "choose another: ids are unique across the registry"
)
ROW_WITHOUT_DATE = Template(
    "row-without-date", "this row has no date", "write one, if only a month or a year: 2016-10, 2016"
)
DAY_OR_MONTH = Template(
    "day-or-month",
    "%(text)s: which is the day, and which the month?",
    "write it as 2016-10-04, or say `dates: day-first` or `month-first` in MAP",
)
NO_FIGURE_IN_CELL = Template(
    "no-figure-in-cell",
    "%(text)s is no figure",
    "write one such as 10, ~20, 400+, 5-7, ..100 or dozens; `some` where nobody counted, nothing where nobody knows",
)
NO_NUMBER_IN_CELL = Template("no-number-in-cell", "%(text)s is no whole number", "write the number in digits")
LOW_ABOVE_HIGH = Template("low-above-high", "the least, %(low)s, is more than the most, %(high)s", "swap or mend them")
OUTSIDE_BEST = Template(
    "outside-best", "`%(end)s`, %(number)s, is on the wrong side of `best`, %(best)s", "mend one of them"
)
PART_ABOVE_WHOLE = Template("part-above-whole", "%(part)s are said to be some of %(whole)s", "mend one of them")
PARTS_ABOVE_BEST = Template(
    "parts-above-best",
    "the deaths of the sides, of civilians and of others are more than `best`, %(best)s",
    "mend them",
)
DEATHS_WITHOUT_SIDE = Template(
    "deaths-without-side", "`%(field)s` counts people of a side that the row does not name", "name it, or write 0"
)
NO_COORDINATE = Template(
    "no-coordinate", "%(text)s is no number of degrees from -%(most)s to %(most)s", "write it such as 36.158"
)
NO_COORDINATES = Template(
    "no-coordinates", "%(text)s is no latitude and longitude", "write both, such as 36.158, 37.148"
)
HALF_A_POINT = Template("half-a-point", "of latitude and longitude one is missing", "write both, or neither")
UNKNOWN_CODE = Template("unknown-code", "%(code)s is no code of this column", "write one of: %(codes)s")
UNKNOWN_CELL_WORD = Template(
    "unknown-cell-word",
    "%(what)s: %(text)s is not known",
    "say in MAP which of these it is, `words: {%(text)s: …}`: %(words)s",
)
SOURCE_WITHOUT_NAME = Template(
    "source-without-name", "nothing says whose this is", "name the source, or empty the cell"
)
SOURCES_AND_ADDRESSES = Template(
    "sources-and-addresses",
    "the row names %(sources)s sources and has %(addresses)s addresses",
    "write one for each, in the same order, or give each source columns of its own",
)
NO_ADDRESS_IN_CELL = Template(
    "no-address-in-cell", "%(text)s is no web address", "write it whole, with `https://` or `http://`"
)
DOCUMENT_WITHOUT_ADDRESS = Template("document-without-address", "this document has no address", "write where it stands")
NAME_IN_BOTH = Template(
    "name-in-both", "there is no name in this language: %(lang)s", "an entry has one in Arabic and one in English"
)
SIDE_WITHOUT_NAME = Template(
    "side-without-name", "the side `%(side)s` has no name", "write it under `sides` in site.yaml first"
)
UNKNOWN_IN_REGISTRY = Template(
    "unknown-in-registry",
    "there is no `%(id)s` in %(file)s.yaml, and none in this sheet",
    "write an id that is there, or add a row for it",
)

# What is said

THE_MAPPING = Phrase("the mapping")
THE_DATE = Phrase("the date")
THE_TARGET = Phrase("target")
THE_GRADE = Phrase("grade")
THE_ACCURACY = Phrase("accuracy")
THE_TYPE = Phrase("type of event")

SHEET_READ = Phrase("%(path)s: %(rows)s rows of %(kind)s.")
SHEET_KNOWN = Phrase("%(path)s: %(rows)s rows of %(kind)s, with the columns of %(name)s.")
COLUMN_READ = Phrase("  %(letters)s %(heading)s: read as `%(field)s`")
COLUMN_NOT_READ = Phrase("  %(letters)s %(heading)s: not read")
MACROS_NOT_RUN = Phrase("The workbook has macros; they were not looked at.")
LINKS_NOT_FOLLOWED = Phrase(
    "The workbook has links to other files; none was followed, and the values that are stored count."
)
EMPTY_ROWS = Phrase("%(sheet)s: below row %(row)s stand %(count)s empty rows; what may stand below them was not read.")
HIDDEN_ROWS = Phrase(
    "%(sheet)s: rows that are hidden, or filtered out, were not read (%(count)s: %(rows)s). Show those that you want "
    "to bring in."
)
HIDDEN_COLUMNS = Phrase("%(sheet)s: hidden columns were not read (%(columns)s). Show those that you want to bring in.")
POINTS_NOT_READ = Phrase(
    "Coordinates are read only where it is known how exact they are: in a column `accuracy`, or said of all of them in "
    "MAP, `accuracy: town`."
)
ZEROS_NOT_READ = Phrase(
    "Where `fatalities` is 0, nobody was reported; that is no count, and was left unknown. Rows: %(count)s."
)
REPORTS_PLANNED = Phrase("Reports to be written, as drafts: %(new)s. There already, and left as they are: %(there)s.")
ENTRIES_PLANNED = Phrase("New in the registry: places %(places)s, actors %(actors)s, sources %(sources)s.")
NAMES_MISSING = Phrase(
    "In one language only, and to be named in the other: %(count)s. They stand below the comment `# name`."
)
KINDS_GUESSED = Phrase(
    "Of a kind that the sheet does not say, and to be looked at: %(count)s. They stand below the comment `# kind`."
)
DOCUMENTS_FILLED = Phrase("Documents of which an archived copy, a date or a hash is new: %(count)s.")
DOCUMENTS_UNUSED = Phrase(
    "Rows of documents that belong to no incident brought in here, and were not read: %(count)s (%(path)s: %(rows)s)."
)
WORDS_UNCOUNTED = Phrase("Words of sources, whose figures are to be recorded: %(count)s.")
ROWS_LEFT_OUT = Phrase("Rows that are wrong and were left out: %(count)s.")
NOTHING_NEW = Phrase("There is nothing new in this.")
WRITTEN_SHEETS = Phrase("Files written: %(count)s. Then: make check")
WRITTEN_DRAFTS = Phrase(
    "Files written: %(count)s. They are drafts: look at them, and take `Status: draft` out. Then: make check"
)
