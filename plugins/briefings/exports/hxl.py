"""The hashtags of the Humanitarian Exchange Language (HXL 1.1) for the casualty figures.

Hashtags are those of the standard's dictionary, and attributes where it has one that fits. It wants numbers alone in
``#affected``, plain days in ``#date`` and those who help in ``#org``; so words, EDTF dates and parties stand elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from .csv_text import csv_lines

#: The hashtag of each column of ``casualties.csv``.
TAGS = {
    "report": "#meta+id+report",
    "claim": "#meta+id+claim",
    "event": "#event+code",
    "outcome": "#impact+type",
    "who": "#group+type+affected",
    "of": "#group+code+affected",
    "written": "#description+figure",
    "low": "#affected+min",
    "high": "#affected+max",
    "open": "#meta+open",
    "approximate": "#meta+approximate",
    "including": "#description+including",
    "scope": "#indicator+type",
    "period": "#description+period",
    "where": "#loc+code",
    "blames": "#group+code+blamed",
    "by": "#meta+source+origin",
    "via": "#meta+source+relay",
}


def with_hashtags(columns: Sequence[str], lines: Sequence[str]) -> list[str]:
    """The lines of the table of casualties with the row of hashtags after their heading."""
    return [lines[0], csv_lines(columns, [TAGS])[1], *lines[1:]]
