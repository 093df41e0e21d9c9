"""Bring in what was annotated elsewhere: ``make import FROM=``.

A tool's file → texts with annotations (a module for each tool) → marks that nest, events and claims, stubs → the folder
of a report, as a draft. ``bring_in`` is the door.
"""

from .bringing import bring_in

__all__ = ["bring_in"]
