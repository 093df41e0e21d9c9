"""The Nu HTML checker of the W3C, over every page, the style sheet and the icon. It wants Java: see requirements/java.sh."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import PROJECT

pytestmark = pytest.mark.slow

CHECKER = PROJECT / ".venv" / "npm" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
HOW = "The HTML checker needs Java 17 or later: apt-get install default-jre-headless, or JAVA=/path/to/java"

#: What the checker says without cause, and why that is so.
WITHOUT_CAUSE = (
    # A property of SVG 2 that all browsers know; its list of CSS properties lacks it.
    "CSS: “vector-effect”: Property “vector-effect” doesn't exist.",
)
#: It takes blocks of data for scripts, and a file for a page without a host, so that nothing is the page's own to it.
#: What the policy really stops is seen in a browser (``tests/browser/test_policy.py``).
POLICY = re.compile(r"(?:Inline script|Resource) violates Content Security Policy \(meta tag\): ")

#: For a program that ends after some seconds: what a longer run would win back is not spent on compiling and collecting.
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData")


def messages_of(*files: Path) -> list[dict]:
    """What the checker says of the files in these folders: errors, warnings and remarks."""
    java = shutil.which(os.environ.get("JAVA") or "java")
    if not java:
        pytest.fail(HOW, pytrace=False)
    if not CHECKER.is_file():
        pytest.fail("The HTML checker is not here: sh requirements/install.sh test gets it.", pytrace=False)
    options = ["--format", "json", "--stdout", "--no-langdetect", "--also-check-css", "--also-check-svg"]
    done = subprocess.run(
        [java, "-Xss4m", *QUICK, "-jar", str(CHECKER), *options, "--skip-non-html", *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)["messages"]


@pytest.mark.parametrize("site", ["golden", "big"])
def test_the_checker_finds_nothing(build_site: Callable[[str], Path], site: str) -> None:
    root = build_site(site)
    found: dict[str, list[str]] = {}
    for message in messages_of(root):
        if message["message"] not in WITHOUT_CAUSE and not POLICY.match(message["message"]):
            place = f"{message.get('url', '').removeprefix(f'{root.as_uri()}/').removeprefix(f'file:{root}/')}"
            said = f"{place}:{message.get('lastLine', '')} {message.get('extract', '').strip()}"
            found.setdefault(message["message"], []).append(said)
    shown = "\n".join(f"{text} ({len(where)} times)\n    {where[0]}" for text, where in found.items())
    assert not found, f"the checker says of the site:\n{shown}"


@pytest.mark.parametrize(
    ("name", "wrong", "told"),
    [
        ("page.html", '<!doctype html><html lang="en"><title>t</title><p><div>x</p></div>', "No “p” element in scope"),
        ("page.html", '<!doctype html><html lang="en"><title>t</title><h1>a</h1><h4>b</h4>', "skipping 2 heading"),
        ("style.css", "p { colour: red }", "colour"),
        ("icon.svg", '<svg xmlns="http://www.w3.org/2000/svg"><circel r="1"/></svg>', "circel"),
    ],
)  # fmt: skip
def test_the_checker_would_find_something(tmp_path: Path, name: str, wrong: str, told: str) -> None:
    (tmp_path / name).write_text(wrong, "utf-8")
    assert any(told in message["message"] for message in messages_of(tmp_path))
