"""SPEAK: words, dates, numbers, lists, plurals and direction in Arabic and English.

``load_voices`` checks the catalogues and hands out two voices that say the same things; see ``voice``.
This room is the only user of Babel and knows no other room: what it speaks of is described in ``shapes``.
"""

from .catalogue import CatalogueError, Problem, load_author_messages
from .direction import FSI, LRI, RLI, isolate
from .jinja import CompiledOnce
from .language import LANGUAGES, Language
from .marking import N_, NP_, P_
from .voice import Voice, Voices, load_voices

__all__ = [
    "FSI", "LANGUAGES", "LRI", "NP_", "N_", "P_", "RLI", "CatalogueError", "CompiledOnce", "Language", "Problem",
    "Voice", "Voices", "isolate", "load_author_messages", "load_voices",
]  # fmt: skip
