"""Hand a report to a translator and take the translation back: ``make translate``, ``make draft-en``."""

from .handing_out import hand_out
from .taking_back import draft_english, take_back

__all__ = ["draft_english", "hand_out", "take_back"]
