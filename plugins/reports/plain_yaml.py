"""YAML for who writes or compares it: as nodes with their places, or as plain values, and nothing told of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from .file_text import MAX_BYTES
from .nodes import with_a_loader


def value_node(text: str, *keys: str) -> Any:
    """The node of PyYAML behind some keys, one within the other; ``None`` where it is not there."""
    node = yaml.compose(text, Loader=yaml.BaseLoader)
    for key in keys:
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        node = next((value for name, value in pairs if name.value == key), None)
    return node


def plain_values(path: Path) -> Mapping[str, Any]:
    """What a file has, each value a word, a list or a mapping; nothing where it is no mapping. The loader knows no
    tags, so nothing else is made of it."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return {}
        text = path.read_text("utf-8")
        found = with_a_loader(lambda loader: yaml.load(text, Loader=loader))
    except (OSError, ValueError, yaml.YAMLError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
