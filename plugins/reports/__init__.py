"""READ: a folder of content → checked reports that may be published.

``read_site`` is the door in. Nothing here knows Pelican.
"""

from .model import PublicReport, Registry, Site
from .problems import ContentErrors, Problem
from .reading import read_site

__all__ = [
    "ContentErrors",
    "Problem",
    "PublicReport",
    "Registry",
    "Site",
    "read_site",
]
