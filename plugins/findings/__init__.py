"""THINK: public reports → what they amount to. Pure functions: no Pelican, no HTML, no language.

Every figure carries its claim, every claim its report and marks; a total carries the figures in it and those left
out, with the reason. ``Findings`` is the door in.
"""

from .accounts import EVERYBODY, Account, FigureUse, Group
from .attributions import Attribution, SourceAccount
from .calendar import Day
from .changes import Corrected
from .chronology import Entry
from .comparisons import Comparison
from .counting import Counts, EventCount
from .empty_dossiers import empty_dossiers
from .event_answers import Answer, EventAnswer, Line, Told, history, main_event
from .findings import Findings
from .group_counts import AccountCount, GroupCount, PartSum, Quantity, Superseded
from .index import Index, PlacedClaim, ReportedEvent
from .newest import Moved, Newest
from .periods import Scale, Stretch, Together
from .ranges import Range
from .scope_figures import LeftOut, Total
from .scopes import DossierFindings, ReportFindings, Scope, Selection
from .selection import UNGRADED, Filter, Traits

__all__ = [
    "EVERYBODY",
    "UNGRADED",
    "Account",
    "AccountCount",
    "Answer",
    "Attribution",
    "Comparison",
    "Corrected",
    "Counts",
    "Day",
    "DossierFindings",
    "Entry",
    "EventAnswer",
    "EventCount",
    "FigureUse",
    "Filter",
    "Findings",
    "Group",
    "GroupCount",
    "Index",
    "LeftOut",
    "Line",
    "Moved",
    "Newest",
    "PartSum",
    "PlacedClaim",
    "Quantity",
    "Range",
    "ReportFindings",
    "ReportedEvent",
    "Scale",
    "Scope",
    "Selection",
    "SourceAccount",
    "Stretch",
    "Superseded",
    "Together",
    "Told",
    "Total",
    "Traits",
    "empty_dossiers",
    "history",
    "main_event",
]  # fmt: skip
