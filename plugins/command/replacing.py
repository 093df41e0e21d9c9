"""Which folders a new site may take the place of, and `make clean` may remove: our own sites and nothing else."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

from .messages import BuildFailed, shown

#: All that stands at the top of a site, as patterns; anything else there is somebody's own.
SITE = (
    "404.html", "SHA256SUMS", "_headers", "ar", "data", "embed", "en", "images",
    "index.html", "lists", "robots.txt", "sitemap.xml", "sitemap-[0-9]*.xml", "theme",
)  # fmt: skip
#: By these files a folder is known as one of our sites, which a new one may replace.
LIST = "SHA256SUMS"
MARKS = ("data/datapackage.json", "ar/index.html", "en/index.html")

#: Folders of a project that hold its sources: no site goes in there.
SOURCES = ("plugins", "themes", "tests", "docs", ".git", ".venv")


def why_not(output: Path, content: Path, project: Path) -> str:
    """Why a build of ``content`` may not replace the folder ``output``; an empty text where it may.

    All paths are absolute and lead through no link.
    """
    if output == content or output in content.parents:
        return f"the content, {shown(content)}, is in it"
    if content in output.parents:
        return f"it is inside the content, {shown(content)}"
    if output == project or output in project.parents:
        return "the project itself is in it"
    if output in _homes():
        return "your home folder is in it"
    for name in SOURCES:
        if project / name in (output, *output.parents):
            return f"{name}/ of the project is kept for its sources"
    if output.exists() and not output.is_dir():
        return "it is a file"
    if (output / ".git").exists():
        return "it has a .git, which would be lost"
    if output.is_dir() and any(output.iterdir()) and not all((output / mark).is_file() for mark in (LIST, *MARKS)):
        return "it is not empty, and what is in it is no site that was built here"
    if foreign := strangers(output) or unlisted(output):
        return f"{', '.join(foreign[:5])} in it would be lost, and a build does not make that"
    return ""


def strangers(folder: Path) -> list[str]:
    """What stands at the top of a folder and not at that of a site, whole or half made."""
    names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    return [name for name in names if not any(fnmatchcase(name, pattern) for pattern in SITE)]


def unlisted(folder: Path) -> list[str]:
    """The files of a site that its own list of hashes does not name."""
    listed = folder / LIST
    if not listed.is_file():
        return []
    named = {line[66:] for line in listed.read_text("utf-8", "replace").splitlines()}
    found = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if not path.is_dir())
    return [name for name in found if name not in named | {listed.name}]


def _homes() -> tuple[Path, ...]:
    try:
        home = Path.home()
    except RuntimeError:  # somebody whom the system does not know
        return ()
    return home, *home.parents, *home.resolve().parents, home.resolve()


def resolved(given: str | None, otherwise: Path) -> Path:
    """A path that somebody gave, seen from the current folder, else the project's own. Raises ``BuildFailed``."""
    try:
        return (Path(given).expanduser() if given else otherwise).resolve()
    except (RuntimeError, ValueError) as error:  # somebody's home whom the system does not know, a loop of links
        raise BuildFailed(f"{given} leads nowhere: {error}.") from error
