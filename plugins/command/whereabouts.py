"""Where the program is, and where it works. It needs no package.

In a checkout both are the checkout. An installed program (``pip install .``) stands among Python's packages, and works
in the folder where somebody calls it.
"""

from __future__ import annotations

from pathlib import Path

#: The folder that has ``plugins/``, ``themes/`` and ``pelicanconf.py``.
PROGRAM = Path(__file__).resolve().parents[2]


def is_installed(program: Path = PROGRAM) -> bool:
    """Whether the program was installed: then its folder is a package of Python's."""
    return (program / "__init__.py").is_file()


def work_folder(program: Path = PROGRAM) -> Path:
    """The folder in which ``content`` and ``output`` are unless somebody says otherwise, and what is kept of builds."""
    return Path.cwd() if is_installed(program) else program
