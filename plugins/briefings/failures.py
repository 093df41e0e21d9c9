"""A site that cannot be made, for a reason that a person can mend, and paths as such messages write them."""

from __future__ import annotations

from pathlib import Path


class BuildFailed(Exception):
    """The site was not built, for a reason that a person can mend; the text says what to do."""

    exitcode = 1


def shown(path: Path | str) -> str:
    """A path as the reader of a message types it: from the current folder if below that, else absolute.

    What would command a terminal stands as codes.
    """
    absolute = Path(path).absolute()
    try:
        return printable(str(absolute.relative_to(Path.cwd())))
    except (ValueError, OSError):
        return printable(str(absolute))


def printable(text: str) -> str:
    """A line for a terminal: what commands it, or is not seen, stands as codes. It needs no package.

    Joiners stay, which Persian words need.
    """
    return "".join(char if char.isprintable() or char in "\u200c\u200d" else ascii(char)[1:-1] for char in text)
