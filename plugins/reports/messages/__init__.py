"""Every message to an author, in one table: its code, what it says, and what to do.

A message is made by calling its template with its values: ``messages.UNKNOWN_ID(id="aleppo")``. A new one needs its
place on the page of errors, and its Arabic in the catalogue; tests say where one is missing.
"""

from . import (
    beginning,
    doubts,
    files,
    importing,
    phrases,
    records,
    redactions,
    sheets,
    suggestions,
    texts,
    translating,
    values,
)
from .beginning import *  # noqa: F403
from .doubts import *  # noqa: F403
from .files import *  # noqa: F403
from .importing import *  # noqa: F403
from .phrases import *  # noqa: F403
from .records import *  # noqa: F403
from .redactions import *  # noqa: F403
from .sheets import *  # noqa: F403
from .template import English, Message, Phrase, Refused, Template, Value, Wording, harmless
from .texts import *  # noqa: F403
from .translating import *  # noqa: F403
from .values import *  # noqa: F403

__all__ = [
    "ALL",
    "TABLE",
    "English",
    "Message",
    "Phrase",
    "Refused",
    "Template",
    "Value",
    "Wording",
    "harmless",
]

#: Every template, by the name that it has in the code.
ALL = {
    name: template
    for module in (
        phrases,
        values,
        texts,
        redactions,
        records,
        doubts,
        files,
        beginning,
        suggestions,
        sheets,
        importing,
        translating,
    )
    for name, template in vars(module).items()
    if isinstance(template, Template)
}
#: Every message that can stand by itself, by its code.
TABLE = {template.code: template for template in ALL.values() if template.code}
