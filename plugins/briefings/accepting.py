"""What the settings say of files that reports bring along, and of originals; see ``reports.allowed_attachments``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reports.allowed_attachments import Accepted
from reports.attachments import KINDS, missing

from .failures import BuildFailed, shown


def accepted(settings: Mapping[str, object], content: Path | None = None) -> Accepted:
    """What the settings accept: ``ATTACHMENTS``, kinds of files, and ``PUBLISHED_ORIGINALS``, slugs of reports; and the
    key in the file ``PROVENANCE_KEY``, which may not lie in the ``content``.

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
    return Accepted(kinds, slugs, _key(settings, content))


#: So many bytes a key has at least: one that can be guessed is none.
SHORTEST_KEY = 32


def _key(settings: Mapping[str, object], content: Path | None) -> bytes | None:
    if not (name := settings.get("PROVENANCE_KEY")):
        return None
    path = Path(str(name)).expanduser().resolve()
    if content and content.resolve() in path.parents:
        raise BuildFailed(f"The key in PROVENANCE_KEY lies in the content, {shown(content)}. Keep it elsewhere.")
    try:
        key = path.read_bytes() if path.is_file() else b""
    except OSError as error:
        raise BuildFailed(f"The key {shown(path)} cannot be read: {error.strerror}.") from error
    if len(key) < SHORTEST_KEY:
        raise BuildFailed(
            f"{shown(path)} in PROVENANCE_KEY is no file of {SHORTEST_KEY} bytes or more. "
            "Make one with `head -c 32 /dev/urandom > key`, and keep it."
        )
    return key


def _list(settings: Mapping[str, object], name: str) -> frozenset[str]:
    value = settings.get(name, ())
    if not isinstance(value, list | tuple | set | frozenset) or not all(isinstance(one, str) for one in value):
        raise BuildFailed(f'{name} in the settings is no list of words. Write it like ["one", "two"], or [].')
    return frozenset(value)
