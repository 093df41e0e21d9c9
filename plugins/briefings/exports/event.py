"""One event, whole: its rows in the tables."""

from __future__ import annotations

from bilingual import N_

from .casualties import casualty_rows
from .claims import claim_rows
from .events import event_rows
from .format import Data, EventFormat, json_text
from .ranges import range_rows


def _make(data: Data, event: str) -> bytes:
    findings = data.site.findings
    claims = findings.entries[event].claims
    figures = [use for claim in claims for use in data.site.uses_by_claim.get(claim.key, ())]
    return json_text(
        {
            "event": next(event_rows(findings, [event]), None),
            "ranges": list(range_rows(findings.counts_by_event.get(event, ()))),
            "casualties": list(casualty_rows(findings, figures)),
            "claims": list(claim_rows(findings, claims)),
        }
    )


FORMAT = EventFormat(
    order=115,
    path="events/<event>.json",
    title=N_("One event, whole"),
    description=N_(
        "The event’s row of `events.csv`, and what `ranges.csv`, `casualties.csv` and `claims.csv` have of it, by the "
        "claims of all reports. Lists are lists there, and what is unknown is `null`."
    ),
    media_type="application/json",
    make=_make,
)
