"""Each component of the theme by an example: what it is given, and what comes of it in both languages.

The examples stand in ``components/examples.yaml``, and what comes of them beside it. No site is built, so a change of a
template is seen in seconds; `make golden` writes what is meant to change anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from jinja2 import Environment
from jinja2.nodes import Macro

from bilingual import LANGUAGES
from briefings.build import Build, Kept
from briefings.layout import shown
from briefings.page.citation import citation_of
from briefings.plan import page_at
from reports import Reader
from tests.conftest import CONTENTS, PROJECT
from tests.golden.test_golden_site import readable

THEME = PROJECT / "themes" / "briefing"
COMPONENTS = {path.stem: path for path in sorted((THEME / "templates" / "components").glob("*.html"))}
KEPT = Path(__file__).parent / "components"
EXAMPLES: Mapping[str, Mapping[str, str]] = yaml.safe_load((KEPT / "examples.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def build() -> Build:
    return Build(CONTENTS["golden"], THEME, kept=Kept(Reader(CONTENTS["golden"])))


def of_examples(build: Build, component: str, lang: str) -> str:
    """What comes of the examples of a component, each below what it is given."""
    examples = dict(EXAMPLES[component])
    planned = page_at(build.site, examples.pop("page").format(lang=lang))
    assert planned
    context = {**shown(planned, citation_of(planned)), **planned.kind.context(planned.page)}
    environment = build.renderer.environments[lang]
    pieces = []
    for name, example in examples.items():
        source = f'{{% from "components/{component}.html" import {name} with context %}}{{{{ {example} }}}}'
        pieces.append(f"<!-- {example} -->\n{environment.from_string(source).render(context).strip()}\n")
    return readable(f"{component}.html", "\n".join(pieces))


def test_each_component_has_an_example() -> None:
    environment = Environment(extensions=["jinja2.ext.i18n"])
    there = {
        name: [macro.name for macro in environment.parse(path.read_text("utf-8")).find_all(Macro)]
        for name, path in COMPONENTS.items()
    }
    assert {name: [macro for macro in examples if macro != "page"] for name, examples in EXAMPLES.items()} == there


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("component", COMPONENTS)
def test_what_comes_of_the_examples_is_what_is_kept(
    build: Build, component: str, lang: str, request: pytest.FixtureRequest
) -> None:
    kept, found = KEPT / lang / f"{component}.html", of_examples(build, component, lang)
    if request.config.getoption("--renew"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(found, "utf-8")
    assert kept.read_text("utf-8").split("\n") == found.split("\n")


@pytest.mark.parametrize("component", COMPONENTS)
def test_every_example_shows_something(component: str) -> None:
    for lang in LANGUAGES:
        for piece in (KEPT / lang / f"{component}.html").read_text("utf-8").split("<!-- ")[1:]:
            example, _, found = piece.partition(" -->")
            assert found.strip(), example
