"""Dossiers that select nothing."""

from __future__ import annotations

from reports import messages
from reports.problems import Problem

from .findings import Findings


def empty_dossiers(findings: Findings) -> list[Problem]:
    """An error for each dossier that selects no published report: its page would be about nothing."""
    return [
        Problem(
            dossier.texts["ar"].path.with_name("dossier.yaml"),
            1,
            1,
            messages.DOSSIER_WITHOUT_REPORT(),
        )
        for slug, dossier in findings.dossiers.items()
        if not findings.dossier(slug).slugs
    ]
