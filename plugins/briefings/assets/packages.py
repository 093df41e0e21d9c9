"""Files of packages that go into a site, read as they were installed or not at all.

pip and npm compared each package with its pin. What they installed then is listed: by pip in the package's RECORD, and
for npm by requirements/whole.py. `make` looks at both before it builds, and mends what was lost.
"""

from __future__ import annotations

import base64
import hashlib
import json
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from ..failures import BuildFailed

#: Where npm's packages are: in the program itself where that was installed with pip, else where
#: requirements/install.sh puts them, in the virtual environment.
_INSTALLED = Path(__file__).resolve().parents[3] / "npm" / "node_modules"
PACKAGES = _INSTALLED if _INSTALLED.is_dir() else Path(sys.prefix) / "npm" / "node_modules"


def package_file(package: str, path: str, packages: Path = PACKAGES) -> bytes:
    """The content of a file of an npm package. Raises ``BuildFailed`` where it is not there as it was installed."""
    try:
        content = (packages / package / path).read_bytes()
        files = json.loads((packages.parent / "files.json").read_text("utf-8"))["files"]
        whole = files[f"{packages.name}/{package}/{path}"] == [len(content), hashlib.sha256(content).hexdigest()]
    except OSError as error:
        raise BuildFailed(
            f"The npm package {package} is not installed ({error.strerror}: {path}). Run `make`, which installs it."
        ) from error
    except (ValueError, KeyError, TypeError):
        whole = False
    if not whole:
        raise _changed(f"npm package {package}", path)
    return content


def wheel_file(package: str, path: Path) -> bytes:
    """The content of an installed file of a package from PyPI. Raises ``BuildFailed`` as ``package_file`` does."""
    try:
        content = path.read_bytes()
        installed = distribution(package)
        listed = {Path(str(installed.locate_file(file))).resolve(): file.hash for file in installed.files or ()}
    except (OSError, ValueError, PackageNotFoundError) as error:
        raise BuildFailed(f"The package {package} is not there ({error}). Run `make`, which installs it.") from error
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode("ascii").rstrip("=")
    sealed = listed.get(path.resolve())
    if not sealed or (sealed.mode, sealed.value) != ("sha256", digest):
        raise _changed(f"package {package}", path.name)
    return content


def _changed(package: str, path: str) -> BuildFailed:
    return BuildFailed(f"{path} of the {package} is not what was installed. Run `make`, which installs it again.")
