"""A content as its site would be, for the one who writes it: read again when it changes, each file made when asked for.

Nothing is written, and nothing is inspected: that is what a build is for. Drafts are in it, and said to be drafts.
"""

from __future__ import annotations

import gc
import logging
import secrets
import threading
from collections.abc import Iterable
from pathlib import Path

from briefings.build import Build, Kept
from briefings.plugin import options
from reports import Reader

from . import progress
from .building import BuildRequest
from .listing import BUILT_WITHOUT, FAILED, MEND, NO_ERRORS, counted, errors, sentence, told
from .messages import BuildFailed, trouble
from .overlay import OWN, overlaid
from .running import read_settings
from .verifying import theme_files

log = logging.getLogger(__name__)

#: How long a request waits for a reading, in seconds. Then it is answered from what was read before.
PATIENCE = 10.0
#: So many seconds after a reading it is tidied up.
TIDY_AFTER = 5.0
_BESIDE = {f"{OWN}/{name}": Path(__file__).with_name(name) for name in ("preview.js", "preview.css")}
_ITSELF = "The program itself went wrong. Where, stands in the terminal in which you started it."


class Preview:
    """What a server shows of a content. ``read`` is for one thread, the main one; the rest for all.

    ``faults`` say why what was last saved cannot be shown; then the last that could be is. ``unfinished`` says what is
    wrong with drafts that are not shown.
    """

    def __init__(self, wanted: BuildRequest, patience: float = PATIENCE) -> None:
        self.wanted, self.patience = wanted, patience
        self.faults: list[str] = []
        self.unfinished: list[str] = []
        self._settings = read_settings(wanted.project, wanted.content, wanted.output)
        self._theme = Path(self._settings["THEME"])
        self._kept = Kept(Reader(wanted.content, drafts=True))
        self._build: Build | None = None
        self._version = ""
        self._read = threading.Event()
        self._making = threading.Lock()
        self._tidying: threading.Timer | None = None

    def read(self, changed: Iterable[Path] = ()) -> None:
        """Read the content, and the theme where a file of it is among what changed. Says what came of it."""
        self._read.clear()
        if any(path.is_relative_to(self._theme) for path in changed):
            self._kept.templates = None
        try:
            with progress.showing():
                build = Build(self.wanted.content, self._theme, options(self._settings), self._kept)
            self._build, self.faults, self.unfinished = build, [], told(errors(build.unfinished.problems))
            found = counted((*build.unfinished.problems, *build.warnings))
            said = FAILED(counts=found, failed=BUILT_WITHOUT) if self.unfinished else NO_ERRORS(warnings=found)
            log.info("\n".join([*self.unfinished, sentence(said)]))
        except Exception as error:
            self.faults = _faults(error)
            log.info("\n".join([*self.faults, sentence(MEND)]))
        finally:
            if not self._version:
                # What stays from reading to reading is so much that looking through it for garbage takes long.
                gc.collect()
                gc.freeze()
                gc.set_threshold(200_000, 50, 1000)
            self._version = secrets.token_hex(8)
            self._read.set()
            self._tidy_up_later()

    def _tidy_up_later(self) -> None:
        """What a reading before has left is looked for when the author has had time to see the page."""
        if self._tidying is None or not self._tidying.is_alive():
            self._tidying = threading.Timer(TIDY_AFTER, gc.collect)
            self._tidying.daemon = True
            self._tidying.start()

    def state(self) -> str:
        """Waits for a reading that goes on, a while: ``good``, ``failed``, or ``building`` before the first ends."""
        read = self._read.wait(self.patience)
        return "good" if self._build else "failed" if read else "building"

    def file(self, path: str) -> bytes | None:
        """A file by its path, as it is shown; ``None`` where there is none.

        Raises ``BuildFailed`` for a page that cannot be made, and what its template raises.
        """
        if path == f"{OWN}/version":
            return self._version.encode()
        if path in _BESIDE:
            return _BESIDE[path].read_bytes()
        version, faults, build = self._version, self.faults, self._build
        unfinished = [] if faults else self.unfinished
        if build is None:
            return None
        with self._making:
            found = build.render(path)
            drafts = build.drafts if path.endswith(".html") else {}
        if found is None and (original := theme_files(self._settings).get(path)):
            found = original.read_bytes()
        if found is None or not path.endswith(".html"):
            return found
        return overlaid(found, path, version, faults, drafts, unfinished)


def _faults(error: Exception) -> list[str]:
    """What is wrong, a line for each: where, what, and what to do."""
    if problems := getattr(error, "problems", None):  # of the content or the catalogues, said for people
        return told(errors(problems))
    if isinstance(error, BuildFailed):
        return [str(error)]
    if isinstance(error, OSError):
        return [trouble(error)]
    log.critical("The program itself went wrong. Where it was:", exc_info=True)
    return [_ITSELF]
