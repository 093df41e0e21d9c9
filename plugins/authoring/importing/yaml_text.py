"""Values as YAML that an author could have typed: short lists and mappings in a line, what is empty left to fill in."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

#: Words that mean themselves in YAML wherever they stand.
_PLAIN = re.compile(r"(?=.*\w)(?!(?:null|Null|NULL)\Z)[\w~.\\/][\w./~+-]*(?: [\w./~+«»()’-]+)*")
_HIDDEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
WIDTH = 110


def scalar(value: object) -> str:
    """A value in a line; nothing where it is ``None``."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    if _PLAIN.fullmatch(text):
        return text
    return _HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def in_line(value: Any) -> str:
    """A value, list or mapping in a line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {in_line(inner)}".rstrip() for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(in_line, value)) + "]"
    return scalar(value)


def block(value: Mapping[str, Any], depth: int = 0, flat: int = 3) -> str:
    """A mapping, a key a line. What holds no more than single values stands in a line where it is short, but not above
    the depth ``flat``."""
    lines = []
    indent = "  " * depth
    for key, inner in value.items():
        one_line = f"{indent}{scalar(key)}: {in_line(inner)}".rstrip()
        short = len(one_line) <= WIDTH
        if isinstance(inner, Mapping) and inner and (depth < flat - 1 or not short):
            lines.append(f"{indent}{scalar(key)}:\n{block(inner, depth + 1, flat)}".rstrip())
        elif isinstance(inner, list | tuple) and inner and not short:
            lines.append(f"{indent}{scalar(key)}:")
            lines += [f"{indent}  - {in_line(item)}" for item in inner]
        else:
            lines.append(one_line)
    return "\n".join(lines) + "\n"
