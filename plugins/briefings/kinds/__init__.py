"""The kinds of pages. Each module here exports its ``KIND``, or its ``KINDS`` where several have one shape."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from ..page.kind import Kind


def _found() -> Iterator[Kind]:
    for module in iter_modules(__path__, f"{__name__}."):
        exported = import_module(module.name)
        yield from getattr(exported, "KINDS", None) or (exported.KIND,)


#: Every kind, in order.
KINDS: tuple[Kind, ...] = tuple(sorted(_found(), key=lambda kind: kind.order))
