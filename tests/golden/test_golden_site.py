"""A small invented content, and the site that it becomes: all its data, and a page of each kind in each language.

The content touches every feature of the report format. Pages are kept with every element in a line of its own, so that
a change can be read. When one is meant to change, `make golden` (or
`pytest tests/golden --renew`) writes the expected site anew; `git diff tests/golden/output` then shows what readers
will see of the change. No test renews by itself.

Other pages of a kind come of the same template; that they say what the data say the inspection holds, which looks over
the whole site whenever it is built. What is copied into a site (fonts, style sheet, script, icon) is not kept here: fonts are compared by name, and the
rest with the theme's own files. Neither is the list of all files with their hashes, which the inspection holds true.
"""

from __future__ import annotations

import difflib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import PROJECT

EXPECTED = Path(__file__).parent / "output"
CONTENT = Path(__file__).parent / "content"
THEME = PROJECT / "themes" / "briefing" / "static"

MADE = {
    "borders-LICENSE.txt", "css/site.css", "fonts/IBMPlexSans-LICENSE.txt", "fonts/IBMPlexSansArabic-LICENSE.txt", "search/index.js",
    "search/minisearch.js", "search/minisearch-LICENSE.txt", "touch-icon.png",
}  # fmt: skip

#: The pieces of the search, of which there are as many as the content needs.
PIECE = re.compile(r"search/(?:documents|words|near-[a-z]+)-\d+\.js")

#: Of kinds with many pages, the one that has most to show; of events also another name of one. What stands in ``embed`` has
#: its language second.
SHOWN = {
    "actors": "sarandian-government", "ar": "2031-03-05-marzuba-market/market-strike", "en": "2031-03-05-marzuba-market/market-strike", "briefings": "2031-03-05-marzuba-market", "dossiers": "valley-spring",
    "events": ("2031-03-05-marzuba-market/market-strike", "2031-03-12-two-shores/MZ-17"), "months": "2031-03", "places": "sarandia", "sources": "north-wire",
}  # fmt: skip
#: Where a kept page has another line: before an element that stands behind something in its line, unless it stands within
#: words, and before an object of the data in it.
_ELEMENT = re.compile(r"(?<=\S)( *)(?=<(?!/|(?:bdi|em|strong|time)\b))|(?<=[,\[])(?=\{\")")

#: So many changed lines are shown of a file, and so many changed files of a site.
LINES, FILES = 60, 6


@pytest.fixture(scope="module")
def built(build_site: Callable[[str], Path]) -> Path:
    return build_site("golden")


def files(root: Path) -> dict[str, Path]:
    """The files of a site by path: not the theme's, images, whose names tell what is in them, nor hashes."""
    found = {path.relative_to(root).as_posix(): path for path in sorted(root.rglob("*")) if path.is_file()}
    kept = {name: path for name, path in found.items() if not name.startswith(("theme/", "images/"))}
    kept.pop("SHA256SUMS", None)
    return kept


def kept(root: Path) -> dict[str, str]:
    """What is kept of a built site, by path."""
    return {name: readable(name, path.read_bytes().decode()) for name, path in files(root).items() if _is_kept(name)}


def _is_kept(name: str) -> bool:
    parts = name.split("/")
    kept = SHOWN.get(parts[1], ()) if len(parts) > 3 else ()
    return (
        not name.endswith(".html")
        or len(parts) < 4
        or "/".join(parts[2:-1]) in ((kept,) if isinstance(kept, str) else kept)
    )


def readable(name: str, text: str) -> str:
    """A page with each element in a line of its own, where it is not already; anything else as it is."""
    return _ELEMENT.sub(r"\1\n  ", text) if name.endswith(".html") else text


def test_the_golden_content_becomes_the_golden_site(built: Path, request: pytest.FixtureRequest) -> None:
    found = kept(built)
    if request.config.getoption("--renew"):
        renew(found)
    expected = {name: path.read_bytes().decode() for name, path in files(EXPECTED).items()}
    differences = list(compare(expected, found))
    if differences:
        pytest.fail("\n\n".join([*differences[:FILES], summary(differences)]), pytrace=False)


def renew(found: dict[str, str]) -> None:
    """Let what was built be what is expected."""
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for name, text in found.items():
        (EXPECTED / name).parent.mkdir(parents=True, exist_ok=True)
        (EXPECTED / name).write_bytes(text.encode())


def compare(expected: dict[str, str], found: dict[str, str]) -> Iterator[str]:
    """What is different, one readable text a file."""
    for name in sorted(expected.keys() | found.keys()):
        if name not in found:
            yield f"{name}: is not there any more"
        elif name not in expected:
            yield f"{name}: is new"
        elif expected[name] != found[name]:
            yield difference(name, expected[name], found[name])


def difference(name: str, expected: str, found: str) -> str:
    """A unified diff of a file."""
    lines = expected.splitlines(), found.splitlines()
    if lines[0] == lines[1]:
        return f"{name}: differs in line ends"
    diff = list(difflib.unified_diff(*lines, f"expected/{name}", f"built/{name}", n=2, lineterm=""))
    more = [f"… and {len(diff) - LINES} more lines"] if len(diff) > LINES else []
    return "\n".join(diff[:LINES] + more)


def test_a_kind_is_kept_in_both_languages(built: Path) -> None:
    """Every template that the site uses has its pages here."""
    expected = set(files(EXPECTED))
    for name in files(built):
        if name.endswith(".html"):
            like = {
                it for it in expected if it.split("/")[:2] == name.split("/")[:2] and it.count("/") == name.count("/")
            }
            assert like, f"no page like {name} is kept"


def summary(differences: list[str]) -> str:
    more = len(differences) - FILES
    hidden = f"{more} more files differ. " if more > 0 else ""
    return f"{hidden}If readers should see this, run `make golden` and look at `git diff tests/golden/output`."


def test_a_renewed_golden_site_would_be_whole() -> None:
    """Nothing but text is kept, so that a diff can show it; and Git is told to leave its bytes alone."""
    assert files(EXPECTED), "there is no golden site yet: run `make golden`"
    for name, path in files(EXPECTED).items():
        path.read_bytes().decode()
        assert name.endswith((".html", ".csv", ".json", ".jsonld", ".geojson", ".txt", ".xml", ".bib", "_headers")), (
            name
        )
    assert "tests/golden/** -text" in (PROJECT / ".gitattributes").read_text("utf-8")


def test_the_themes_files_are_copied_as_they_are(built: Path) -> None:
    originals = {path.relative_to(THEME).as_posix(): path for path in THEME.rglob("*") if path.is_file()}
    theme = built / "theme"
    copies = {path.relative_to(theme).as_posix(): path for path in theme.rglob("*") if path.is_file()}
    made = {name for name in copies.keys() - originals.keys() if not PIECE.fullmatch(name)}
    assert made == MADE
    assert originals.keys() <= copies.keys()
    for name, original in originals.items():
        assert copies[name].read_bytes() == original.read_bytes(), name


@pytest.mark.slow
def test_plain_pelican_builds_the_same_site_elsewhere_and_at_another_time(built: Path, tmp_path: Path) -> None:
    """Neither the order of sets, nor the place, the language and the time zone of the machine reach a page."""
    environment = {name: value for name, value in os.environ.items() if name not in ("SITEURL", "PYTHONPATH")}
    environment |= {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"}
    command = [
        sys.executable, "-m", "pelican", str(CONTENT), "-s", "pelicanconf.py", "-o", str(tmp_path), "--fatal", "errors",
    ]  # fmt: skip
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    sites = [
        {name: readable(name, path.read_bytes().decode()) for name, path in files(root).items()}
        for root in (built, tmp_path)
    ]
    differences = list(compare(*sites))
    assert differences == [], "\n\n".join(differences[:FILES])


#: What is to be found somewhere in the content, as patterns.
FEATURES = {
    "figures": (
        r": 12\b  : ~20\b  : 400\+  : ~170\+  : 5-7\b  : 0-100\b  : 0\b  : tens  : dozens  : hundreds  : thousands  "
        "killed: some  women: some"
    ),
    "outcomes": "killed:  injured:  missing:  detained:  displaced:",
    "statuses": "who:.civilians  who:.combatants",
    "parts": "children:  women:  men:  elderly:  medics:  journalists:",
    "stances": "stance:.denies  stance:.concedes  stance:.accuses  stance:.urges",
    "grades": "grade:.confirmed  grade:.fair  grade:.weak  grade:.contested  grade:.discounted",
    "ways to be identified": "identified:.role  identified:.unnamed  identified:.unattributed  kind:.expert",
    "provenance": "^url:  ^archive:  ^retrieved:  ^sha256:  ^corrections:",
    "ties": (
        r"same-as:  denies:.doctor-count  denies:.[0-9-]+marzuba-market/  via:.\[  blames:.\[  \bof:  period:  title:"
    ),
    "places": (
        "kind:.country  kind:.governorate  kind:.district  kind:.city  kind:.town  kind:.village  kind:.camp  "
        "kind:.neighbourhood  kind:.facility  kind:.road  kind:.area"
    ),
    "dates": (
        r"\d\?  \d~  \d%  /\.\.  \.\./  \d/}  -21}  -24$  203X  19XX  -03-XX  -XX-XX  T14:30:00Z  "
        "2031-03-03/2031-03-04"
    ),
    "marks": r"\{\.[a-z-]+\s\.  \]\{sic=  \]\{when=  \]\{\.redacted  \{\.[a-z-]+\swhen=  \{sic=[^}]*\s\.  \[\[\[",
    "images": r'^!\[.+\]\([a-z-]+\.png\s"  \)\{\.graphic\}$  ^\[!\[.*\]\{\.redacted\}$',
    "Markdown": r"^##  ^-\s  ^1\.\s  ^>\s  ^\|\s  \]\(https  \[\^1\]:  \*\*  `  \s\s$",
    "drafts": "^Status:.draft",
    "dossiers": r"^reports:  ^places:  ^actors:  ^from:  ^to:  \]\{\.[0-9][a-z0-9-]*/[a-z]",
}


@pytest.mark.parametrize("feature", FEATURES)
def test_the_golden_content_touches_every_feature(feature: str) -> None:
    texts = [path for path in sorted(CONTENT.rglob("*")) if path.suffix in (".md", ".yaml", ".txt")]
    text = "\n".join(path.read_text("utf-8") for path in texts)
    missing = [pattern for pattern in FEATURES[feature].split("  ") if not re.search(pattern, text, re.M)]
    assert missing == []
