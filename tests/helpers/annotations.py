"""Web annotations as linked-data tools read them, without a network: the standard's own context is stood in for.

It has the terms of the standard that our annotations use, each with the meaning that it has there; the names that come
out of ``expanded`` are short: ``oa:exact``.
"""

from __future__ import annotations

from pyld import jsonld

_LINKS = ("oa:hasBody body", "oa:hasTarget target", "oa:hasSource source", "oa:hasSelector selector", "oa:hasScope scope",
          "dcterms:conformsTo conformsTo", "as:partOf partOf", "as:first first", "as:last last")  # fmt: skip
_WORDS = ("oa:motivatedBy motivation", "oa:hasPurpose purpose")
_VALUES = ("oa:exact exact", "oa:prefix prefix", "oa:suffix suffix", "oa:start start", "oa:end end", "rdf:value value",
           "dc:format format", "dc:language language", "rdfs:label label", "as:totalItems total",
           "as:startIndex startIndex")  # fmt: skip
_CLASSES = ("as:OrderedCollectionPage AnnotationPage", "as:OrderedCollection AnnotationCollection",
            "oa:Annotation Annotation", "oa:SpecificResource SpecificResource", "oa:TextualBody TextualBody",
            "oa:TextQuoteSelector TextQuoteSelector", "oa:TextPositionSelector TextPositionSelector",
            "oa:identifying identifying", "oa:tagging tagging", "oa:editing editing")  # fmt: skip


def _terms(pairs: tuple[str, ...]) -> dict[str, str]:
    return {term: name for name, term in (pair.split(" ") for pair in pairs)}


CONTEXT = {
    "@context": {
        "id": "@id",
        "type": "@type",
        **{term: {"@id": name, "@type": "@id"} for term, name in _terms(_LINKS).items()},
        **{term: {"@id": name, "@type": "@vocab"} for term, name in _terms(_WORDS).items()},
        **_terms(_VALUES + _CLASSES),
        "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    }
}


def _load(url: str, options: object = None) -> dict:
    assert url == "http://www.w3.org/ns/anno.jsonld", f"{url} would be fetched"
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}


def expanded(page: dict, base: str) -> list[dict]:
    """What a page of annotations says, its addresses as seen from ``base``. A term that is not known fails."""
    for term in _used(page) - CONTEXT["@context"].keys() - {"@context"}:
        raise AssertionError(f"{term} is no term that the standard has, or the stand-in lacks it")
    return jsonld.expand(page, {"base": base, "documentLoader": _load})


def _used(value: object) -> set[str]:
    """The names of properties in a tree, and of classes and purposes."""
    if isinstance(value, dict):
        named = [value.get(name, []) for name in ("type", "purpose", "motivation")]
        words = {word for names in named for word in ([names] if isinstance(names, str) else names)}
        return {*value, *words}.union(*map(_used, value.values()))
    return set().union(*map(_used, value)) if isinstance(value, list) else set()
