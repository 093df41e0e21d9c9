"""The house's rules for imports: data goes one way through five rooms (read, think, speak, draw, write). A sixth runs
them, and a seventh, which shares nothing with them, looks over what came of it."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PLUGINS = Path(__file__).parents[2] / "plugins"

#: What each room may import of the others.
MAY_IMPORT = {
    "reports": set(),
    "findings": {"reports"},
    "bilingual": set(),
    "pictures": {"reports", "findings"},
    "inspection": set(),
    "briefings": {"reports", "findings", "bilingual", "pictures"},
    "command": {"briefings", "reports", "findings", "inspection"},
}
#: Pelican's door into the house, and who opens it.
DOORS = {"briefings/plugin.py", "command/running.py"}


def imports(file: Path) -> Iterator[tuple[str, int]]:
    """The top-level names that a module imports anywhere in it, also within functions, with their lines."""
    room = file.relative_to(PLUGINS).parts[0]
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name.partition(".")[0], node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (room if node.level else (node.module or "").partition(".")[0]), node.lineno


def modules() -> list[Path]:
    return sorted(PLUGINS.rglob("*.py"))


def named(file: Path) -> str:
    return file.relative_to(PLUGINS).as_posix()


def test_the_rooms_are_these():
    """A new room needs a rule of its own."""
    assert {named(file).partition("/")[0] for file in modules()} == set(MAY_IMPORT)


@pytest.mark.parametrize("file", modules(), ids=named)
def test_imports_run_one_way(file: Path):
    """``reports ← findings ← pictures ← briefings ← command`` and ``bilingual ← briefings``; relative imports stay in their room."""
    room = file.relative_to(PLUGINS).parts[0]
    others = set(MAY_IMPORT) - {room} - MAY_IMPORT[room]
    assert [f"{named(file)}:{line} imports {name}" for name, line in imports(file) if name in others] == []
    climbing = [
        node.lineno
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level >= len(file.relative_to(PLUGINS).parts)
    ]
    assert climbing == []


@pytest.mark.parametrize("file", modules(), ids=named)
def test_only_the_door_and_who_opens_it_know_pelican(file: Path):
    """Everything else works without the site generator."""
    know = [f"{named(file)}:{line}" for name, line in imports(file) if name == "pelican"]
    assert know == [] or named(file) in DOORS


@pytest.mark.parametrize("file", modules(), ids=named)
def test_one_room_knows_each_library(file: Path):
    """Babel speaks in ``bilingual`` alone; YAML, Markdown and images are read in ``reports`` alone."""
    room = file.relative_to(PLUGINS).parts[0]
    homes = {"babel": "bilingual", "yaml": "reports", "markdown": "reports", "PIL": "reports"}
    strangers = [name for name, _ in imports(file) if homes.get(name, room) != room]
    assert strangers == []


@pytest.mark.parametrize("file", [f for f in modules() if named(f).startswith("inspection/")], ids=named)
def test_the_inspection_shares_nothing_with_what_it_inspects(file: Path):
    """Neither a room nor a library that makes pages: what both used, both would get wrong alike."""
    strangers = [name for name, _ in imports(file) if name not in (*sys.stdlib_module_names, "inspection")]
    assert strangers == []
