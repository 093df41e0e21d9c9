"""Which tool a file comes from: by its name, and by what is in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reports import messages

from ..bounded import read_bytes, refused
from .annotated import Annotated
from .brat import read_brat
from .doccano import read_doccano
from .label_studio import read_label_studio
from .limited import archived, json_of, text_of
from .uima import TYPE_SYSTEM, read_cas_json, read_xmi
from .web_annotations import read_web_annotations

#: A CAS in JSON begins with its types.
_CAS = ("%TYPES", "%FEATURE_STRUCTURES")


def read_annotated(path: Path, text_file: Path | None) -> list[Annotated]:
    """The texts of a tool's file. ``text_file`` is the text where the file does not hold it and none stands beside it.

    Raises ``ContentErrors`` where it cannot be read, or is of no tool that is known.
    """
    kind = path.suffix.lower()
    if kind == ".ann":
        return read_brat(path, text_file)
    if kind == ".jsonl":
        return read_doccano(path)
    if kind == ".xmi":
        return read_xmi(path, read_bytes(path))
    if kind == ".zip":
        return _read_archive(path)
    if kind not in (".json", ".jsonld"):
        raise refused(path, messages.UNKNOWN_TOOL())
    text = text_of(path, read_bytes(path))
    return _read_json(path, json_of(path, text), text, text_file)


def _read_json(path: Path, data: Any, text: str, text_file: Path | None) -> list[Annotated]:
    if isinstance(data, dict) and any(key in data for key in _CAS):
        return read_cas_json(path, text)
    first = data[0] if isinstance(data, list) and data else data
    if isinstance(first, dict) and isinstance(first.get("data"), dict):
        return read_label_studio(path, data if isinstance(data, list) else [data])
    if isinstance(first, dict) and ("@context" in first or str(first.get("type", "")).startswith("Annotation")):
        return read_web_annotations(path, data, text_file)
    raise refused(path, messages.UNKNOWN_TOOL())


def _read_archive(path: Path) -> list[Annotated]:
    """INCEpTION's archive of a document: the XMI of one annotator, with its type system."""
    found = archived(path, read_bytes(path))
    documents = {name: data for name, data in found.items() if name.lower().endswith(".xmi")}
    types = next((data for name, data in found.items() if name.rpartition("/")[2] == TYPE_SYSTEM), None)
    jsons = {name: data for name, data in found.items() if name.lower().endswith(".json")}
    if documents and types is not None:
        return [one for data in documents.values() for one in read_xmi(path, data, types)]
    if jsons:
        return [one for data in jsons.values() for one in read_cas_json(path, text_of(path, data))]
    raise refused(path, messages.UNKNOWN_TOOL())
