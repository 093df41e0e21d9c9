"""`isnad` takes what `make` takes, by itself and from a Makefile that calls it."""

from __future__ import annotations

import pytest

from command.as_make import as_options


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ([], ["build"]),
        (["OUTPUT=a b"], ["build", "--output=a b"]),
        (["check", "REPORT=x", "ALL=1"], ["check", "--report=x", "--all"]),
        (["check", "REPORT=", "ALL="], ["check"]),
        (["new", "--site", "../x"], ["new", "--site", "../x"]),
        (["pdf", "SITEURL=https://example.org/?a=b"], ["build", "--pdf", "--siteurl=https://example.org/?a=b"]),
        (["--version"], ["--version"]),
        (["help"], ["--help"]),
    ],
)
def test_variables_are_options(arguments: list[str], options: list[str]) -> None:
    assert as_options(arguments, {}) == options


def test_a_language_is_no_option_and_holds_for_the_program() -> None:
    environment: dict[str, str] = {}
    assert as_options(["check", "LANGUAGE=ar"], environment) == ["check"]
    assert environment == {"LANGUAGE": "ar"}


def test_what_make_was_given_is_passed_on_and_what_it_only_has_is_not() -> None:
    environment = {
        "MAKEFLAGS": r" --no-print-directory -- FROM=a\ OUTPUT=b.txt REPORT=x",
        "FROM": "a OUTPUT=b.txt",
        "REPORT": "x",
        "OUTPUT": "of the shell",
        "PORT": "of the shell",
    }
    assert as_options(["new"], environment) == ["new", "--from=a OUTPUT=b.txt", "--report=x"]
    assert as_options(["new", "REPORT=y"], environment)[-1] == "--report=y"
