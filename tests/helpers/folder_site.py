"""A folder of files as something that a server shows."""

from __future__ import annotations

from pathlib import Path


class FolderSite:
    """What is in a folder, in a state that a test can change. Its files are those of when it was made."""

    def __init__(self, folder: Path, state: str = "good") -> None:
        self.faults: list[str] = []
        self.is_now = state
        self._files = {
            path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
        }

    def state(self) -> str:
        return self.is_now

    def file(self, path: str) -> bytes | None:
        return self._files.get(path)
