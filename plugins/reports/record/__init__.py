"""A report's record, ``record.yaml``: its documents, events and claims, read against the registry.

What a record says of itself and of the registry is checked here; what it says of other reports and of the marks in the
texts is checked in ``checks`` and ``crossing``.
"""

from .file import Link, RecordFile
from .reading import read_record

__all__ = ["Link", "RecordFile", "read_record"]
