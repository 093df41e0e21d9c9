"""Hand a report to a translator and take the translation back: ``make translate``, ``make draft-en``."""

from .handing_out import draft_english, hand_out, take_back

__all__ = ["draft_english", "hand_out", "take_back"]
