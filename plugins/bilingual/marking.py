"""Marks for messages that are written in one place and spoken in another.

The extraction (``extracting``) finds a message where it stands as a literal in a call. A table of words calls
no voice, so it wraps its words in these; they hand back what they are given.
"""

from __future__ import annotations


def N_(message: str) -> str:
    """Mark a message: ``voice.gettext(TITLES[page])`` with ``TITLES = {"about": N_("About")}``."""
    return message


def P_(context: str, message: str) -> tuple[str, str]:
    """Mark a message with its context: ``voice.pgettext(*WORDS[word])``."""
    return context, message


def NP_(context: str, singular: str, plural: str) -> tuple[str, str, str]:
    """Mark a plural message with its context: ``voice.npgettext(*NOUNS[noun], n)``."""
    return context, singular, plural
