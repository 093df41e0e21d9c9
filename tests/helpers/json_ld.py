"""JSON-LD as linked-data tools read it, without a network: schema.org's own context is not fetched, but stood in for.

``nodes(data, base)`` expands and flattens a page's data and gives every node by its ``@id``, with the names of schema.org
shortened again: ``nodes[id]["headline"]`` is a list of values, each with ``@value`` or ``@id``.
"""

from __future__ import annotations

from pyld import jsonld

VOCABULARY = "https://schema.org/"
CONTEXT = {
    "@context": {
        "@vocab": VOCABULARY,
        **{
            term: {"@type": "@id"}
            for term in ("url", "contentUrl", "sameAs", "archivedAt", "license", "isBasedOn", "item")
        },
    }
}


def _load(url: str, options: object = None) -> dict:
    assert url == "https://schema.org", f"{url} would be fetched"
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}


def nodes(data: dict, base: str) -> dict[str, dict]:
    """Every node of a page's data, by its ``@id``; ``base`` is the page's address."""
    flat = jsonld.flatten(data, None, {"base": base, "documentLoader": _load})
    return {node["@id"]: {_short(name): _value(value) for name, value in node.items()} for node in flat}


def _short(name: str) -> str:
    return name.removeprefix(VOCABULARY)


def _value(value: object) -> object:
    return [_short(item) if isinstance(item, str) else item for item in value] if isinstance(value, list) else value


def values(node: dict, name: str) -> list:
    """The plain values of a property: what is written, or the ``@id`` of what is referred to."""
    return [item.get("@id", item.get("@value")) for item in node.get(name, [])]


def of_type(found: dict[str, dict], kind: str) -> list[dict]:
    return [node for node in found.values() if kind in node.get("@type", [])]
