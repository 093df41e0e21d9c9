"""Is a new site what its makers say? Every file that should be there is there, whole, and no other is."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

import inspection
from briefings.rendering import Mapped

from .messages import BuildFailed, number

SHOWN = 10  # so many of the faults are listed


class SiteIncomplete(BuildFailed):
    """The site that was made is not the one that should have been; ``faults`` says in what."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        more = [f"  … and {len(faults) - SHOWN} more"] if len(faults) > SHOWN else []
        lines = [f"  {fault}" for fault in faults[:SHOWN]] + more
        head = f"The site was made, but with {number(len(faults), 'fault')}, so it is not published:"
        super().__init__("\n".join([head, *lines]))


def verify(folder: Path, written: Iterable[str], copied: Mapping[str, Path]) -> None:
    """Compare a site with what should be in it. Raises ``SiteIncomplete`` with all differences.

    ``written`` names the files that were written, ``copied`` those that were copied and from where. Names are
    relative to ``folder``, with ``/``. Written files may not be empty; copies are as long as their originals.
    """
    there = dict(_files(folder))
    faults = [f"{name}: its name leads out of the site" for name in written if _escapes(name)]
    for name in sorted(set(written)):
        if name not in there:
            faults.append(f"{name}: should have been written, and is not there")
        elif there[name] == 0:
            faults.append(f"{name}: is empty")
    for name, original in sorted(copied.items()):
        if name not in there:
            faults.append(f"{name}: should have been copied from the theme, and is not there")
        elif there[name] != original.stat().st_size and name not in written:
            faults.append(f"{name}: is not a whole copy of the theme's")
    for name in sorted(there.keys() - set(written) - copied.keys()):
        faults.append(f"{name}: nobody says that it belongs to the site")
    if faults:
        raise SiteIncomplete(faults)


def look_over(
    folder: Path,
    content: Path,
    siteurl: str,
    names: Iterable[str],
    without: Collection[str],
    mapped: Mapped | None = None,
) -> None:
    """Let ``inspection``, which knows nothing of how a site is made, look it over. Raises ``SiteIncomplete``.

    ``content`` is what it was made of. ``names`` are the files that belong to the site: no other script may be in it.
    ``without`` names checks that are left out; ``mapped`` has pages read elsewhere.
    """
    scripts = [name for name in names if name.endswith(".js")]
    faults = inspection.inspect(folder, siteurl, scripts=scripts, content=content, without=without, mapped=mapped)
    if faults:
        raise SiteIncomplete([str(fault) for fault in faults])


def _files(folder: Path) -> Iterator[tuple[str, int | None]]:
    """Every file below ``folder`` with its size; ``None`` for what is no plain file, such as a link.

    Raises ``OSError`` for a folder that cannot be read.
    """
    for parent, folders, files in os.walk(folder, onerror=fail_to_read):
        for name in files + [name for name in folders if os.path.islink(os.path.join(parent, name))]:
            path = Path(parent, name)
            plain = path.is_file() and not path.is_symlink()
            yield path.relative_to(folder).as_posix(), path.stat().st_size if plain else None


def fail_to_read(error: OSError) -> None:
    """For ``os.walk``, which passes over folders that cannot be read unless it is told not to."""
    raise error


def _escapes(name: str) -> bool:
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts


def theme_files(settings: Mapping[str, object]) -> dict[str, Path]:
    """The files that Pelican copies from the theme: their names in the site, and where each comes from."""
    theme = Path(str(settings["THEME"]))
    into = PurePosixPath(str(settings["THEME_STATIC_DIR"]))
    ignored: list[str] = list(settings["IGNORE_FILES"])  # type: ignore[call-overload]  # the settings have no types of their own
    files: dict[str, Path] = {}
    for static in settings["THEME_STATIC_PATHS"]:  # type: ignore[attr-defined]  # the settings have no types of their own
        for parent, folders, names in os.walk(theme / static, followlinks=True):
            folders[:] = [name for name in folders if not _ignored(name, ignored)]
            for name in names:
                if not _ignored(name, ignored):
                    path = Path(parent, name)
                    files[str(into / path.relative_to(theme / static).as_posix())] = path
    return files


def _ignored(name: str, patterns: list[str]) -> bool:
    return any(fnmatch.fnmatch(name, pattern) for pattern in patterns)
