"""What a report is: frozen, typed records, with the vocabularies of the report format.

They hold what was written and checked; what it amounts to is decided in ``findings``. Words in the two
languages are ``Words``; ids are plain strings, as in the files.
"""

from .entries import *  # noqa: F403
from .records import *  # noqa: F403
from .sites import *  # noqa: F403
from .vocabularies import *  # noqa: F403
from .written import *  # noqa: F403
