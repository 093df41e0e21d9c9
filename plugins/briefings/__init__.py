"""WRITE: the findings → a site of pages and data files. Knows Pelican and the templates; decides no fact."""

from pelican import signals

from .generator import BriefingGenerator

__all__ = ["BriefingGenerator", "register"]


def register() -> None:
    """Tell Pelican of the generator that reads the reports and writes the site."""
    signals.get_generators.connect(_generators)


def _generators(pelican: object) -> type[BriefingGenerator]:
    return BriefingGenerator
