"""WRITE: the findings → a site of pages and data files. Knows Pelican and the templates; decides no fact."""

from __future__ import annotations


def register() -> None:
    """Tell Pelican of the generator that reads the reports and writes the site."""
    from pelican import signals  # here, so that `make clean` needs no package

    signals.get_generators.connect(_generators)


def _generators(pelican: object) -> type:
    from .generator import BriefingGenerator

    return BriefingGenerator
