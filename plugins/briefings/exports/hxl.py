"""The hashtags of the Humanitarian Exchange Language (HXL 1.1) for the casualty figures.

Hashtags are those of the standard's dictionary, and attributes where it has one that fits. It wants numbers alone in
``#affected``, plain days in ``#date`` and those who help in ``#org``; so words, EDTF dates and parties stand elsewhere.
What a figure says of sex and age stands in columns of its own, since HXL has attributes for these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bilingual import N_

from ..page.site_view import SiteView
from .casualties import FORMAT as CASUALTIES
from .casualties import casualty_rows
from .columns import Column
from .csv_text import csv_lines
from .format import Data, Format, Row

#: The attributes of HXL for the words of ``including`` that tell sex and age.
SEX_AND_AGE = {
    "children": "+children",
    "women": "+f+adults",
    "men": "+m+adults",
    "girls": "+f+children",
    "boys": "+m+children",
    "elderly": "+elderly",
}
_ENDS = {
    "low": ("+min", N_("The least number of these people in the figure; empty where nobody counted them")),
    "high": ("+max", N_("The greatest number of these people in the figure; empty where nobody counted them")),
}
#: The columns for them besides those of ``casualties.csv``, each with its hashtag.
_MORE = {
    Column(f"{word}_{end}", says, "number"): f"#affected{attributes}{bound}"
    for word, attributes in SEX_AND_AGE.items()
    for end, (bound, says) in _ENDS.items()
}

#: The hashtag of each column.
TAGS = {
    "report": "#meta+id+report",
    "claim": "#meta+id+claim",
    "event": "#event+code",
    "outcome": "#impact+type",
    "unit": "#impact+unit",
    "who": "#group+type+affected",
    "of": "#group+code+affected",
    "part": "#group+part+affected",
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
    "state": "#meta+state",
    **{column.name: tag for column, tag in _MORE.items()},
}


def _rows(site: SiteView) -> Iterator[Row]:
    """The rows of the table of casualties, with whom they include by sex and age."""
    figures = site.findings.figures
    for row, use in zip(casualty_rows(site.findings, figures), figures, strict=True):
        told = {part.group: part.figure for part in use.casualties.including}
        yield row | {
            f"{word}_{end}": getattr(told[word], end) if word in told else None for word in SEX_AND_AGE for end in _ENDS
        }


def _make(data: Data) -> bytes:
    """The lines of the table with the row of hashtags after their heading."""
    heading, *lines = data.lines(TABLE)
    hashtags = csv_lines(TABLE.column_names, [TAGS])[1]
    return "".join([heading, hashtags, *lines]).encode()


#: The file as a table, without its row of hashtags.
TABLE = replace(CASUALTIES, columns=(*CASUALTIES.columns, *_MORE), rows=_rows)

FORMAT = Format(
    order=80,
    path="casualties.hxl.csv",
    title=N_("Casualties with HXL hashtags"),
    description=N_(
        "The rows of `casualties.csv`, and between heading and rows the hashtags of the Humanitarian Exchange "
        "Language (HXL 1.1). Further columns have the children, women, men, girls, boys and elderly people whom a "
        "figure includes:"
    ),
    media_type="text/csv",
    columns=tuple(_MORE),
    rows=_rows,
    rows_as=TABLE,
    dialect={"headerRows": [1], "commentRows": [2]},
    make=_make,
)
