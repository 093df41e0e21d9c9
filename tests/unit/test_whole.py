"""What was installed in .venv and is no longer there is seen, so that `make` can mend it."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PINS = """\
thing==1.0 \\
    --hash=sha256:00
fontpkg-plain==2.0.0 ; python_full_version >= '3.2' \\
    --hash=sha256:00
elsewhere==1 ; sys_platform == 'win32' \\
    --hash=sha256:00
"""
LOCK = '{"packages": {}}'


class Environment:
    """A checkout with an environment of two packages from PyPI and two from npm."""

    def __init__(self, folder: Path) -> None:
        self.requirements, self.venv = folder / "requirements", folder / ".venv"
        self.requirements.mkdir()
        shutil.copy(ROOT / "requirements" / "whole.py", self.requirements)
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(self.venv)], check=True)
        version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
        self.packages = self.venv / "lib" / version / "site-packages"
        self.npm = self.venv / "npm"
        for kind in ("build", "test"):
            self.write(self.requirements / f"{kind}.txt", PINS)
            self.write(self.venv / f"installed-{kind}.txt", PINS)
        self.install("thing", "1.0", {"thing/code.py": "code"})
        self.install("fontpkg_plain", "2.0.0", {"fontpkg_plain/face.ttf": "face"})
        self.write(self.requirements / "package.json", json.dumps({"dependencies": {"search": "1"}}))
        self.write(self.requirements / "package-lock.json", LOCK)
        self.write(self.npm / "package-lock.json", LOCK)
        self.write(self.npm / "node_modules" / "search" / "index.js", "look")
        self.write(self.npm / "node_modules" / "checker" / "index.js", "check")
        self.says("test", "list")

    @staticmethod
    def write(path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def install(self, name: str, version: str, files: dict[str, str]) -> None:
        rows = [f"{name}-{version}.dist-info/RECORD,,"]
        for path, text in files.items():
            self.write(self.packages / path, text)
            digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")
            rows.append(f"{path},sha256={digest},{len(text)}")
        self.write(self.packages / f"{name}-{version}.dist-info" / "RECORD", "\n".join(rows) + "\n")

    def says(self, *arguments: str) -> str:
        command = [str(self.venv / "bin" / "python"), "-I", str(self.requirements / "whole.py"), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        self.told = done.stderr
        return done.stdout.strip()


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    return Environment(tmp_path)


def test_an_environment_that_lost_nothing_is_whole(environment: Environment) -> None:
    assert environment.says("build") == environment.says("test") == environment.says("test", "mend") == "whole"
    assert environment.told == ""


@pytest.mark.parametrize(
    ("spoil", "what"),
    [
        (lambda venv, packages: (packages / "thing/code.py").unlink(), "thing"),
        (lambda venv, packages: (packages / "thing/code.py").write_text("cut"), "thing"),
        (lambda venv, packages: (packages / "fontpkg_plain/face.ttf").write_text("fake"), "fontpkg-plain"),
        (lambda venv, packages: shutil.rmtree(packages / "thing-1.0.dist-info"), "thing"),
        (lambda venv, packages: (packages / "thing-1.0.dist-info/RECORD").unlink(), "thing"),
        (lambda venv, packages: (packages / "thing-1.0.dist-info/RECORD").write_text("thing/co"), "thing"),
        (lambda venv, packages: (packages / "thing-1.0.dist-info/RECORD").write_text(""), "thing"),
        (lambda venv, packages: (packages / "thing-1.0.dist-info/RECORD").write_text("thing-1.0.dist-info/RECORD,,"), "thing"),
        (lambda venv, packages: (packages / "thing-1.0.dist-info").rename(packages / "thing-1.1.dist-info"), "thing"),
        (lambda venv, packages: (packages / "thing-1.1.dist-info").mkdir(), "thing"),
    ],
)  # fmt: skip
def test_a_package_that_is_not_whole_is_installed_again(
    environment: Environment, spoil: Callable[[Path, Path], object], what: str
) -> None:
    spoil(environment.venv, environment.packages)
    assert environment.says("build") == "build"
    assert environment.says("build", "mend") == "build"
    assert environment.told == f"{what} in .venv is missing or changed. Installing it again …\n"
    left = {path.name.partition("-")[0].replace("_", "-") for path in environment.packages.glob("*.dist-info")}
    assert left == {"thing", "fontpkg-plain"} - {what}, "pip installs what it does not know of"


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda npm: (npm / "node_modules/search/index.js").write_text("fake"), "npm/node_modules/search/index.js"),
        (lambda npm: (npm / "node_modules/search/index.js").write_text("cut"), "npm/node_modules/search/index.js"),
        (lambda npm: shutil.rmtree(npm / "node_modules/checker"), "npm/node_modules/checker/index.js"),
        (lambda npm: (npm / "files.json").write_text('{"kind": "te'), "npm/files.json"),
        (lambda npm: (npm / "files.json").write_text("[]"), "npm/files.json"),
        (lambda npm: (npm / "files.json").unlink(), "npm/files.json"),
        (lambda npm: (npm / "package-lock.json").write_text("{}"), ""),
        (shutil.rmtree, ""),
    ],
)  # fmt: skip
def test_what_npm_installed_is_installed_again(
    environment: Environment, spoil: Callable[[Path], object], told: str
) -> None:
    spoil(environment.npm)
    assert environment.says("build", "mend") == "npm"
    assert environment.told == (f".venv/{told} is missing or changed. Installing it again …\n" if told else "")


def test_the_packages_of_a_build_are_not_enough_for_the_tests(environment: Environment) -> None:
    environment.says("build", "list")
    assert environment.says("build") == "whole"
    assert environment.says("test") == "npm"
    (environment.venv / "installed-test.txt").unlink()
    assert environment.says("test", "mend") == "test npm"
    assert environment.told == ""


def test_this_environment_is_whole() -> None:
    """What pip and npm really install is not taken for something that was lost: `make` would install it for ever."""
    if not (ROOT / ".venv").exists() or not Path(sys.prefix).samefile(ROOT / ".venv"):
        pytest.skip("these tests run in another environment")
    command = [sys.executable, "-I", str(ROOT / "requirements" / "whole.py"), "test"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "whole\n"
