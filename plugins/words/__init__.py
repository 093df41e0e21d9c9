"""What words say: text in, what was read in it out, with its place.

It is given words in Arabic or English, and names as plain names; it knows no record and no report, and reads nothing.
"""

from .casualty_sentences import Casualty, Part, casualties_in
from .dates import Date, Day
from .headings import Piece, outcomes_above
from .name_reading import Name, Names
from .numbers import Number
from .read_text import Reading
from .speakers import Speakers
from .unasserted import unasserted

__all__ = [
    "Casualty",
    "Date",
    "Day",
    "Name",
    "Names",
    "Number",
    "Part",
    "Piece",
    "Reading",
    "Speakers",
    "casualties_in",
    "outcomes_above",
    "unasserted",
]
