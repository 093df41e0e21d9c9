"""The house's rules for imports stand in pyproject.toml, and import-linter holds the code to them (`make lint`). What it
cannot say stands here."""

import ast
import re
import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path

PROJECT = Path(__file__).parents[2]
PLUGINS = PROJECT / "plugins"
RULES = tomllib.loads(PROJECT.joinpath("pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
CONTRACTS = RULES["contracts"]
ROOMS = {folder.name for folder in PLUGINS.iterdir() if any(folder.glob("*.py"))}


def test_every_room_has_its_rules():
    """What it may import, and that nothing in it runs in a circle."""
    assert set(RULES["root_packages"]) == ROOMS
    assert {room for rule in CONTRACTS if rule["type"] == "forbidden" for room in rule["source_modules"]} == ROOMS
    assert {room for rule in CONTRACTS if rule["type"] == "acyclic_siblings" for room in rule["ancestors"]} == ROOMS


def test_the_rules_are_those_of_the_table_of_rooms():
    """Its last column says what a room may import; all other rooms are forbidden."""
    table = PROJECT.joinpath("docs/maintainers.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \(\w+\) \|.*\| (.+) \|$", table, re.M)
    told = {room: ROOMS - {room} - set(re.findall(r"`(\w+)`", allowed)) for room, allowed in rows}
    forbidden = {
        room: set(rule["forbidden_modules"])
        for rule in CONTRACTS
        if rule["type"] == "forbidden"
        for room in rule["source_modules"]
    }
    assert forbidden == told


def test_the_inspection_shares_nothing_with_what_it_inspects():
    """Neither a room nor a library that makes pages: what both used, both would get wrong alike."""
    strangers = [
        f"{file.name}:{node.lineno} imports {name}"
        for file in sorted(PLUGINS.glob("inspection/**/*.py"))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        for name in imported(node)
        if name not in (*sys.stdlib_module_names, "inspection")
    ]
    assert strangers == []


def test_a_module_has_a_name_of_its_own():
    """But for folders by subject, such as ``exports``: they name their modules after what theirs is about."""
    rooms: dict[str, set[str]] = {}
    for file in PLUGINS.glob("*/*.py"):
        if not file.stem.startswith("__"):
            rooms.setdefault(file.stem, set()).add(file.parent.name)
    assert {name: found for name, found in rooms.items() if len(found) > 1} == {}


def test_no_fuzzer_stands_in_the_way_of_what_it_reads():
    """Python looks for modules in the folder of a script first."""
    assert not {file.stem for file in PROJECT.glob("tests/fuzz/*.py")} & ROOMS


def imported(node: ast.AST) -> list[str]:
    """The top-level names that an import brings in; those of its own room are none."""
    if isinstance(node, ast.Import):
        return [alias.name.partition(".")[0] for alias in node.names]
    return [(node.module or "").partition(".")[0]] if isinstance(node, ast.ImportFrom) and not node.level else []


#: What stands at the top of the project, beside what is hidden and what git does not keep.
TOP = {
    "CHANGELOG.md", "CONTRIBUTING.md", "Makefile", "README.md", "content", "docs", "isnad", "pelicanconf.py", "plugins",
    "publishconf.py", "pyproject.toml", "requirements", "tests", "themes",
}  # fmt: skip


def test_nothing_was_left_lying_about():
    """No notes and no leavings are part of the project."""
    ignored = [line.strip("/") for line in PROJECT.joinpath(".gitignore").read_text("utf-8").splitlines()]
    names = {path.name for path in PROJECT.iterdir() if not path.name.startswith(".")}
    assert {name for name in names if not any(fnmatch(name, one) for one in ignored)} == TOP
