"""THINK: public reports → what they amount to. Pure functions: no Pelican, no HTML, no language.

Every figure carries its claim, every claim its report and marks; a total carries the figures in it and those left
out, with the reason. ``Findings`` is the door in.
"""

from .attributions import Attribution, Quantity, SourceAccount
from .casualties import EventCount, FigureUse, Group, GroupCount, Range, Total
from .findings import Findings, ReportFindings
from .index import Index, PlacedClaim, ToldEvent
from .timeline import Entry

__all__ = [
    "Attribution",
    "Entry",
    "EventCount",
    "FigureUse",
    "Findings",
    "Group",
    "GroupCount",
    "Index",
    "PlacedClaim",
    "Quantity",
    "Range",
    "ReportFindings",
    "SourceAccount",
    "ToldEvent",
    "Total",
]  # fmt: skip
