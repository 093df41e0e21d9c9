"""Files of npm packages that a site needs. They are installed beside Python's own packages, and pinned with them."""

from __future__ import annotations

import sys
from pathlib import Path

from .messages import BuildFailed

#: Where requirements/install.sh puts npm's packages: in the virtual environment.
PACKAGES = Path(sys.prefix) / "npm" / "node_modules"


def package_file(package: str, path: str, packages: Path = PACKAGES) -> bytes:
    """The content of a file of an npm package. Raises ``BuildFailed`` where it is not installed."""
    try:
        return (packages / package / path).read_bytes()
    except OSError as error:
        raise BuildFailed(
            f"The npm package {package} is not installed ({error.strerror}: {path}). Run `make`, which installs it."
        ) from error
