"""Follows the links of a folder of pages with lychee, without a network: files, and places in them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LYCHEE = Path(sys.executable).with_name("lychee")


def follow(folder: Path) -> tuple[bool, str]:
    """Whether every link within the pages of a folder leads to a file and to a place in it, and what lychee says."""
    command = [
        str(LYCHEE),
        "--offline",
        "--include-fragments",
        "--no-progress",
        "--mode",
        "plain",
        f"{folder}/**/*.html",
    ]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.returncode == 0, done.stdout + done.stderr
