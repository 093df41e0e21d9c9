"""A project that is built in an instant: our way of running around a generator that does as it is told.

Its content is a folder of text files. Each becomes a page; some names make the generator do something else.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from inspection import CHECKS

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"

#: What a process may do, set before it begins.
Limit = Callable[[], None] | None

#: These pages say nothing that could be counted.
NOT_INSPECTED = f"--without={','.join(CHECKS)}"

#: Comes after the settings of the real project.
SETTINGS = """
import tiny
PLUGINS = [tiny]
THEME = "theme"
"""

GENERATOR = """
import logging, time
from pathlib import Path
from pelican import signals
from pelican.generators import Generator
from command import progress
from reports.messages import Template
from reports.problems import ContentErrors, Problem


class Tiny(Generator):
    def generate_context(self):
        self.written, self.warnings, content = {}, [], Path(self.path)
        self.texts = {path.stem: path.read_text("utf-8") for path in sorted(content.glob("*.txt"))}
        if "wrong" in self.texts:
            raise ContentErrors([
                Problem(content / "wrong.txt", 9, 1, Template("", "the last word is missing", "write it")()),
                Problem(content / "wrong.txt", 2, 7, Template("", "no such place `halab`", "did you mean `aleppo`?")()),
                Problem(content / "wrong.txt", 3, 1, Template("", "that was a Friday")(), "warning"),
            ])
        if "crash" in self.texts:
            raise RuntimeError("a mistake in the program")
        if "warned" in self.texts:
            self.warnings = [Problem(content / "warned.txt", 1, 1, Template("", "that was a Friday")(), "warning")]

    def generate_output(self, writer):
        if "silent" in self.texts:
            return
        for name in ("index", "ar/index", "en/index"):
            self.write(name + ".html", self.settings["SITEURL"] or "home")
        self.write("404.html", "not found here")
        self.write("data/datapackage.json", "{}")
        for done, (name, text) in enumerate(self.texts.items(), 1):
            progress.report("writing", done, len(self.texts))
            self.write(f"en/{name}.html", text)
        if "slow" in self.texts:
            time.sleep(30)
        while "endless" in self.texts:
            pass
        if "logged" in self.texts:
            logging.getLogger("pelican.somewhere").error("could not process something")
        if "lost" in self.texts:
            Path(self.output_path, "en/lost.html").unlink()
        if "stray" in self.texts:
            Path(self.output_path, "stray.tmp").write_text("left behind")

    def write(self, name, text):
        path = Path(self.output_path, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        self.written[name] = text


def _generators(pelican):
    return Tiny


def register():
    if Path(__file__).with_name("broken").exists():
        raise RuntimeError("this plugin cannot start")
    signals.get_generators.connect(_generators)
"""


class TinyProject:
    """The project in ``folder``; commands are run there as `make` runs them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = folder / "output"
        plugins = folder / "plugins"
        plugins.mkdir(parents=True)
        shutil.copytree(PLUGINS / "command", plugins / "command", ignore=shutil.ignore_patterns("__pycache__"))
        for room in ("briefings", "reports", "findings", "bilingual", "pictures", "inspection", "words", "authoring"):
            (plugins / room).symlink_to(PLUGINS / room)
        (plugins / "tiny.py").write_text(GENERATOR, "utf-8")
        settings = (PLUGINS.parent / "pelicanconf.py").read_text("utf-8")
        (folder / "pelicanconf.py").write_text(settings + SETTINGS, "utf-8")
        shutil.copy(PLUGINS.parent / "publishconf.py", folder)
        (folder / "theme" / "templates").mkdir(parents=True)
        (folder / "theme" / "static").mkdir()
        (folder / "theme" / "static" / "site.css").write_text("p {}", "utf-8")
        (folder / "theme" / "static" / ".hidden").write_text("no part of the site", "utf-8")
        self.write("first", "one")

    def write(self, name: str, text: str = "…") -> None:
        """Give the content a file, or another text to one that it has."""
        path = self.folder / "content" / f"{name}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")

    def remove(self, name: str) -> None:
        (self.folder / "content" / f"{name}.txt").unlink()

    def start(
        self, *arguments: str, module: str = "command", limit: Limit = None, **given: str
    ) -> subprocess.Popen[str]:
        """``python -m command``, or another module, going on by itself, within a limit; ``given`` is its environment."""
        kept = {name: value for name, value in os.environ.items() if name not in ("SITEURL", "PYTHONPATH")}
        if module == "command":
            arguments += (NOT_INSPECTED,) * (arguments[:1] in (("build",), ("serve",), ("verify",)))
            given["PYTHONPATH"] = str(self.folder / "plugins")
        return subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            cwd=self.folder,
            env={**kept, **given},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            preexec_fn=limit,
        )

    def run(self, *arguments: str, limit: Limit = None) -> tuple[int, str]:
        """``python -m command``: its exit code, and what it said on stderr. It says nothing on stdout."""
        with self.start(*arguments, limit=limit) as process:
            out, err = process.communicate(timeout=60)
        assert out == ""
        return process.returncode, err

    def ask(self, *arguments: str) -> tuple[int, str]:
        """The same of a command that is asked for something: what it found on stdout, then what it said of that."""
        with self.start(*arguments) as process:
            out, err = process.communicate(timeout=60)
        return process.returncode, out + err

    def leftovers(self) -> list[str]:
        """What builds left beside the output; what is remembered of them may stay."""
        return sorted(path.name for path in self.folder.glob(".*") if path.name != ".cache")
