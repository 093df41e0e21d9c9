"""YAML as editors read it: values of YAML 1.2's core schema."""

from __future__ import annotations

import re
from typing import Any

import yaml


class _Core(yaml.BaseLoader):
    """The failsafe schema, and of what is unquoted the nulls, truths and numbers of the core schema."""


for _tag, _pattern, _first in (
    ("null", r"(?:~|null|Null|NULL|)", ["~", "n", "N", ""]),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^{_pattern}$"), _first)

_Core.add_constructor("tag:yaml.org,2002:null", lambda loader, node: None)
_Core.add_constructor("tag:yaml.org,2002:bool", lambda loader, node: node.value.lower() == "true")
_Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
_Core.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))


def load(text: str) -> Any:
    """What a file says."""
    return yaml.load(text, Loader=_Core)
