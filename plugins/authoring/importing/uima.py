"""UIMA's CAS, as INCEpTION hands it out: XMI with its type system, or JSON. dkpro-cassis reads it.

Offsets count the units of UTF-16, and cassis turns them into characters. A layer's relations are annotations with a
``Governor`` and a ``Dependent``, or features that lead to others.
"""

from __future__ import annotations

from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from reports import ContentErrors, messages

from ..bounded import read_bytes, refused
from .annotated import Annotated, Annotation, Relation
from .limited import plain_xml

TYPE_SYSTEM = "TypeSystem.xml"
#: Features in which a label stands, where the type does not say it; and those that give an address.
_LABELS, _ADDRESSES = ("value", "label", "category"), ("identifier",)
_FROM, _TO, _ROLE = "Dependent", "Governor", ("role", "label", "value", "DependencyType")
_STRUCTURE = frozenset("begin end sofa".split())


def read_xmi(path: Path, data: bytes, types: bytes | None = None) -> list[Annotated]:
    """The text of an XMI. ``types`` is its type system, else that stands beside it."""
    if types is None:
        beside = path.with_name(TYPE_SYSTEM)
        if not beside.is_file():
            raise refused(path, messages.NO_TEXT_BESIDE(name=TYPE_SYSTEM))
        types = read_bytes(beside)
    document, system = plain_xml(path, data), plain_xml(path.with_name(TYPE_SYSTEM), types)
    cassis = _cassis(path)

    def load() -> Any:
        known = cassis.load_typesystem(BytesIO(system))
        return cassis.load_cas_from_xmi(BytesIO(document), typesystem=known)

    return _read(path, load)


def read_cas_json(path: Path, text: str) -> list[Annotated]:
    """The text of a CAS in JSON, which was found to be that."""
    cassis = _cassis(path)
    return _read(path, lambda: cassis.load_cas_from_json(StringIO(text)))


def _cassis(path: Path) -> Any:
    try:
        import cassis
    except ImportError:
        raise refused(path, messages.NO_CASSIS()) from None
    return cassis


def _read(path: Path, load: Any) -> list[Annotated]:
    """What cassis makes of a file. Whatever it fails with, the file is none that it knows."""
    try:
        cas = load()
        text = cas.sofa_string
        found = Annotated(path, text if isinstance(text, str) else "")
        if not isinstance(text, str) or not text.strip():
            raise refused(path, messages.CAS_WITHOUT_TEXT())
        _collect(cas, found)
    except ContentErrors:
        raise
    except Exception as error:
        raise refused(path, messages.NO_CAS(reason=" ".join(str(error).split())[:200])) from None
    return [found]


def _collect(cas: Any, found: Annotated) -> None:
    for view in cas.views:
        if view.sofa.sofaID != cas.get_sofa().sofaID:
            found.tell(messages.OTHER_VIEW(name=view.sofa.sofaID))
    for one in sorted(cas.select_all_annotations(), key=lambda one: (one.begin or 0, one.xmiID or 0)):
        features = {
            feature.name: value
            for feature in one.type.all_features
            if feature.name not in _STRUCTURE and (value := getattr(one, feature.name, None)) is not None
        }
        item, name = str(one.xmiID), one.type.name.rpartition(".")[2]
        if name in ("DocumentAnnotation", "DocumentMetaData"):
            continue
        if _is_annotation(features.get(_FROM)) and _is_annotation(features.get(_TO)):
            role = next((str(features[key]) for key in _ROLE if isinstance(features.get(key), str)), name)
            found.relations.append(Relation(item, role, str(features[_FROM].xmiID), str(features[_TO].xmiID)))
            continue
        linked = {key: value for key, value in features.items() if not isinstance(value, str | int | float)}
        for key, value in linked.items():
            _link(found, item, key, value)
        plain = {key: str(value) for key, value in features.items() if key not in linked and value != ""}
        start, end = one.begin, one.end
        is_there = isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(found.text)
        labels = (name, *(plain[key] for key in _LABELS if key in plain))
        ids = tuple(plain.pop(key) for key in _ADDRESSES if key in plain)
        found.annotations.append(Annotation(item, ((start, end),) if is_there else (), labels, ids=ids, values=plain))


def _is_annotation(value: object) -> bool:
    return hasattr(value, "begin") and hasattr(value, "xmiID")


def _link(found: Annotated, item: str, key: str, value: Any) -> None:
    """A feature that leads to other annotations, straight or by links with a role."""
    several = getattr(value, "elements", None)
    for one in several if isinstance(several, list) else value if isinstance(value, list) else [value]:
        target: Any = getattr(one, "target", one)
        role = getattr(one, "role", None) or key
        if _is_annotation(target):
            found.relations.append(Relation(f"{item}.{key}", str(role), item, str(target.xmiID)))
        else:
            found.tell(messages.VALUE_NOT_CARRIED(item=item, name=key, value="…"))
