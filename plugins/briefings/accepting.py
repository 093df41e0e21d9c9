"""What the settings say of files that reports bring along, and of originals; see ``reports.accepting``."""

from __future__ import annotations

from collections.abc import Mapping

from reports.accepting import Accepted
from reports.pages import KINDS, missing

from .messages import BuildFailed


def accepted(settings: Mapping[str, object]) -> Accepted:
    """What the settings accept: ``ATTACHMENTS``, kinds of files, and ``PUBLISHED_ORIGINALS``, slugs of reports.

    Raises ``BuildFailed`` for settings that say anything else, and where a kind needs packages that are not installed.
    """
    kinds, slugs = _list(settings, "ATTACHMENTS"), _list(settings, "PUBLISHED_ORIGINALS")
    if unknown := sorted(kinds - {*KINDS}):
        known = " and ".join(f'"{kind}"' for kind in KINDS)
        raise BuildFailed(f"ATTACHMENTS in the settings names {', '.join(unknown)}. It can name {known}.")
    if lacking := sorted(kind for kind in kinds if missing(kind)):
        wanted = " and ".join(kind.upper() for kind in lacking)
        raise BuildFailed(
            f"ATTACHMENTS in the settings names {wanted}, and what reads such files is not installed. "
            "Install it with `make attachments`."
        )
    return Accepted(kinds, slugs)


def _list(settings: Mapping[str, object], name: str) -> frozenset[str]:
    value = settings.get(name, ())
    if not isinstance(value, list | tuple | set | frozenset) or not all(isinstance(one, str) for one in value):
        raise BuildFailed(f'{name} in the settings is no list of words. Write it like ["one", "two"], or [].')
    return frozenset(value)
