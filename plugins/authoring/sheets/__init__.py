"""Sheets of incidents, places, actors, sources and documents, brought in as the files that an author would write.

    for said in bring_in_sheets(content, Path("incidents.csv"), Path("map.yaml")):
        print(said)  # which column is read as what, then what was written; what is wrong is raised

Decision 17 says why each incident is a report of its own.
"""

from .bringing import bring_in_sheets
from .mapping import Mapped, read_mapping
from .plan import Plan, plan_import
from .reading import SUFFIXES, is_of_sheets, load_sheet_voices, read_sheets
from .writing import write_import

__all__ = [
    "SUFFIXES",
    "Mapped",
    "Plan",
    "bring_in_sheets",
    "is_of_sheets",
    "load_sheet_voices",
    "plan_import",
    "read_mapping",
    "read_sheets",
    "write_import",
]
