"""READ: a folder of content → checked reports that may be published.

``read_site`` is the door in, and ``Reader`` for who reads again and again. Nothing here knows Pelican.
"""

from .folders import refuse_links
from .model import PublicReport, Registry, Site
from .problems import ContentErrors, Problem
from .reading import Reader, read_site

__all__ = [
    "ContentErrors",
    "Problem",
    "PublicReport",
    "Reader",
    "Registry",
    "Site",
    "read_site",
    "refuse_links",
]
