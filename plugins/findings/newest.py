"""What the newest report of a dossier changed in its totals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reports.model import PublicReport

from .group_counts import ALL, Quantity
from .scope_figures import Total
from .scopes import DossierFindings


@dataclass(frozen=True, slots=True)
class Moved:
    """A total of all people of one quantity, with the newest report and without it.

    ``before`` is ``None`` where the other reports of the dossier say nothing of that outcome.
    """

    quantity: Quantity
    now: Total
    before: Total | None

    @property
    def changed(self) -> bool:
        """Whether a reader would see another total: other bounds, or other words of how sure it is."""
        return self.before is None or self.before.range != self.now.range


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest report of a dossier, by its slug, and what became of the dossier's totals with it."""

    slug: str
    moved: tuple[Moved, ...]


def newest_of(slugs: Iterable[str], reports: Mapping[str, PublicReport]) -> str | None:
    """The report published last; of several of one day, the first in the order given. ``None`` for no reports."""
    return max(slugs, key=lambda slug: reports[slug].record.published.sort_key, default=None)


def newest(dossier: DossierFindings) -> Newest | None:
    """What the newest report of a dossier changed; ``None`` for a dossier of fewer than two.

    The totals without it are those that the dossier's other reports amount to by the same rules, not a subtraction:
    a report can narrow a range, contest it, or count an event that others tell too.
    """
    slug = newest_of(dossier.slugs, dossier.index.reports)
    if slug is None or len(dossier.slugs) < 2:
        return None
    without = DossierFindings(dossier.index, dossier.dossier, tuple(other for other in dossier.slugs if other != slug))
    totals = [total for total in dossier.totals if total.who == ALL]
    return Newest(
        slug,
        tuple(Moved(now.quantity, now, without.total(now.quantity.outcome, ALL, now.quantity.unit)) for now in totals),
    )
