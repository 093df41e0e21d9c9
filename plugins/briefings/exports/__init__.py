"""The data that the site hands out. A module here that is a format exports its ``FORMAT``, or ``FORMATS``."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from reports.model import PublicReport

from ..page.site_view import SiteView
from .format import Data, EventFormat, Format, ReportFormat


def _found() -> Iterator[Format | ReportFormat | EventFormat]:
    for module in iter_modules(__path__, f"{__name__}."):
        found = import_module(module.name)
        yield from getattr(found, "FORMATS", ())
        if format := getattr(found, "FORMAT", None):
            yield format


_ALL = sorted(_found(), key=lambda format: format.order)
#: The formats of the whole site, those of single reports and of single events, in order.
FORMATS = tuple(format for format in _ALL if isinstance(format, Format))
REPORT_FORMATS = tuple(format for format in _ALL if isinstance(format, ReportFormat))
EVENT_FORMATS = tuple(format for format in _ALL if isinstance(format, EventFormat))


def data_of(site: SiteView) -> Data:
    """The data of a site; ``site.once(data_of)`` makes it once."""
    return Data(site, FORMATS, REPORT_FORMATS, EVENT_FORMATS)


def files_of(report: PublicReport) -> list[str]:
    """The names of a report's own files below ``data/``: what programs read first."""
    formats = sorted(REPORT_FORMATS, key=lambda format: format.media_type)
    return [path for format in formats for path in format.paths(report)]
