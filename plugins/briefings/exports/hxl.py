"""The hashtags of the Humanitarian Exchange Language (HXL 1.1) for the casualty figures.

Hashtags are those of the standard's dictionary, and attributes where it has one that fits. It wants numbers alone in
``#affected``, plain days in ``#date`` and those who help in ``#org``; so words, EDTF dates and parties stand elsewhere.
"""

from __future__ import annotations

from bilingual import N_

from .casualties import FORMAT as CASUALTIES
from .csv_text import csv_lines
from .format import Data, Format

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


def _make(data: Data) -> bytes:
    """The lines of the table of casualties with the row of hashtags after their heading."""
    heading, *lines = data.lines(CASUALTIES)
    hashtags = csv_lines(CASUALTIES.column_names, [TAGS])[1]
    return "".join([heading, hashtags, *lines]).encode()


FORMAT = Format(
    order=80,
    path="casualties.hxl.csv",
    title=N_("Casualties with HXL hashtags"),
    description=N_(
        "The rows of `casualties.csv`, and between heading and rows the hashtags of the Humanitarian Exchange "
        "Language (HXL 1.1)."
    ),
    media_type="text/csv",
    rows=CASUALTIES.rows,
    rows_as=CASUALTIES,
    dialect={"headerRows": [1], "commentRows": [2]},
    make=_make,
)
