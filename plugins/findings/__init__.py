"""THINK: public reports → what they amount to. Pure functions: no Pelican, no HTML, no language.

Every figure carries its claim, every claim its report and marks; a total carries the figures in it and those left
out, with the reason. ``Findings`` is the door in.
"""

from .attributions import AboutEvent, Attribution, Quantity, SourceAccount, Voiced, by_event
from .calendar import Day
from .casualties import EventCount, FigureUse, Group, GroupCount, Total
from .changes import Corrected
from .comparisons import Comparison
from .empty_dossiers import empty_dossiers
from .findings import Findings
from .index import Index, PlacedClaim, ReportedEvent
from .newest import Moved, Newest
from .periods import Scale, Stretch, Together
from .ranges import Range
from .scopes import DossierFindings, ReportFindings, Scope, Selection
from .selection import UNGRADED, Filter, Traits
from .timeline import Entry

__all__ = [
    "UNGRADED",
    "AboutEvent",
    "Attribution",
    "Comparison",
    "Corrected",
    "Day",
    "DossierFindings",
    "Entry",
    "EventCount",
    "FigureUse",
    "Filter",
    "Findings",
    "Group",
    "GroupCount",
    "Index",
    "Moved",
    "Newest",
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
    "Together",
    "Total",
    "Traits",
    "Voiced",
    "by_event",
    "empty_dossiers",
]  # fmt: skip
