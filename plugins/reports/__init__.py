"""READ: a folder of content → checked reports that may be published.

``read_site`` is the door in. Nothing here knows Pelican; ``register`` is there because Pelican asks every plugin
for it.
"""

from .errors import ContentErrors, Problem
from .model import PublicReport, Registry, Site
from .reading import read_site

__all__ = [
    "ContentErrors",
    "Problem",
    "PublicReport",
    "Registry",
    "Site",
    "read_site",
    "register",
]


def register() -> None:
    """Reading needs no signal of Pelican: the generator in ``briefings`` calls ``read_site``."""
