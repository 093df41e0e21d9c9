"""A command line as `make` has it: ``isnad check REPORT=slug``. It needs no package.

A Makefile that calls `isnad` need not pass on what `make` was given: `make` itself tells, in the environment.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping, Sequence

_VARIABLE = re.compile(r"([A-Z]+)=(.*)", re.DOTALL)
#: In MAKEFLAGS: a variable that was given to `make`. A blank in a value has a backslash before it.
_GIVEN = re.compile(r"(?<!\S)([A-Z]+)=")
#: What is no option, and is looked for in the environment.
_OF_ENVIRONMENT = ("LANGUAGE", "CHROMIUM", "JAVA")
#: What stands alone as an option: whatever is given asks for it.
FLAGS = ("ALL", "APPLY")
#: Verbs of `make` that are others with an option.
_WRITTEN_OUT = {"pdf": ["build", "--pdf"], "help": ["--help"]}


def as_options(arguments: Sequence[str], environment: MutableMapping[str, str]) -> list[str]:
    """The same with options: ``REPORT=slug`` is ``--report=slug``. What is no option is put into the environment.

    What `make` was given comes first, so that what the command line itself says holds. Without a verb it is ``build``.
    """
    verbs = [argument for argument in arguments[:1] if not _VARIABLE.fullmatch(argument)] or ["build"]
    rest = arguments[1:] if arguments[:1] == verbs else arguments
    given = _GIVEN.findall(environment.get("MAKEFLAGS", "").replace("\\ ", "\0").partition("-- ")[2])
    passed_on = [f"{name}={environment[name]}" for name in given if name in environment]
    options: list[str] = []
    for argument in (*passed_on, *rest):
        match = _VARIABLE.fullmatch(argument)
        if not match:
            options.append(argument)
        elif match[1] in _OF_ENVIRONMENT:
            environment[match[1]] = match[2]
        elif match[2]:
            option = f"--{match[1].lower()}"
            options.append(option if match[1] in FLAGS else f"{option}={match[2]}")
    return [*_WRITTEN_OUT.get(verbs[0], verbs), *options]
