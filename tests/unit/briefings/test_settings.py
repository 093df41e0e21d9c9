"""pelicanconf.py lets Pelican do one thing only, and plain Pelican does the same thing with it."""

from __future__ import annotations

from pathlib import Path

import pelican.settings
import pytest

import pelicanconf
from command.__main__ import main
from tests.helpers.content import Content
from tests.helpers.tiny_project import TinyProject

DEFAULTS = pelican.settings.DEFAULT_CONFIG


@pytest.mark.parametrize("name", sorted(name for name in DEFAULTS if name.endswith("_SAVE_AS")))
def test_pelican_writes_no_page_of_its_own(name: str) -> None:
    if name != "STATIC_SAVE_AS":  # says where static files go, and there are none
        assert getattr(pelicanconf, name) == ""


@pytest.mark.parametrize("name", sorted(name for name in DEFAULTS if name.endswith(("_ATOM", "_RSS"))))
def test_pelican_writes_no_feed_of_its_own(name: str) -> None:
    assert getattr(pelicanconf, name) is None


@pytest.mark.parametrize("name", ["ARTICLE_PATHS", "PAGE_PATHS", "STATIC_PATHS", "DIRECT_TEMPLATES", "TEMPLATE_PAGES"])
def test_pelican_reads_nothing_by_itself(name: str) -> None:
    assert not getattr(pelicanconf, name)


def test_plugins_are_modules_so_that_none_can_be_missing() -> None:
    assert [plugin.__name__ for plugin in pelicanconf.PLUGINS] == ["briefings.plugin"]
    assert all(callable(plugin.register) for plugin in pelicanconf.PLUGINS)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_plain_pelican_builds_the_same_site_without_the_list_of_hashes(tmp_path: Path) -> None:
    project = TinyProject(tmp_path)
    assert project.run("build")[0] == 0
    with project.start("content", "-s", "pelicanconf.py", "-o", "plain", module="pelican") as process:
        said, errors = process.communicate(timeout=60)
    assert process.returncode == 0, said + errors
    assert files(tmp_path / "plain") | {"SHA256SUMS": files(project.output)["SHA256SUMS"]} == files(project.output)
    assert "0 articles" in said, "it read nothing by itself"


@pytest.mark.slow
def test_plain_pelican_takes_a_public_address_from_the_environment(tmp_path: Path) -> None:
    project = TinyProject(tmp_path)
    for address, code in (("https://example.org", 0), ("example.org", 1)):
        arguments = ("content", "-s", "publishconf.py")
        with project.start(*arguments, module="pelican", SITEURL=address) as process:
            process.communicate(timeout=60)
        assert process.returncode == code
    assert (project.output / "index.html").read_text("utf-8") == "https://example.org"


@pytest.mark.parametrize("name", ["wrong", "logged", "crash"])
@pytest.mark.slow
def test_plain_pelican_fails_too(tmp_path: Path, name: str) -> None:
    project = TinyProject(tmp_path)
    project.write(name)
    with project.start("content", "-s", "pelicanconf.py", module="pelican") as process:
        process.communicate(timeout=60)
    assert process.returncode == 1


def test_plain_pelican_fails_too_when_a_plugin_cannot_start(tmp_path: Path) -> None:
    project = TinyProject(tmp_path)
    (tmp_path / "plugins" / "broken").touch()
    with project.start("content", "-s", "pelicanconf.py", module="pelican") as process:
        process.communicate(timeout=60)
    assert process.returncode == 1
    assert not project.output.exists()


@pytest.mark.parametrize(
    "address",
    ["../sourcs/index.html", "../../ar/nowhere/index.html", "../method/index.html#x", "../briefings/gone/index.html"],
)
def test_what_make_check_accepts_of_plain_pages_make_builds(
    tmp_path: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A link to a page that the site does not have is told with its place, before anything is built."""
    content = Content(tmp_path).report()
    for lang in ("ar", "en"):
        content.write(
            f"pages/about/{lang}.md",
            f"Title: t\n\nx [y]({address}) [z](../method/index.html) [w](../briefings/r/index.html)\n",
        )
    assert main(["check", "--content", str(content.root)]) == 1
    said = capsys.readouterr().err
    assert "pages/about/ar.md:3:7: the link to" in said
    assert said.count("the link to") == 2
