"""Which examples property tests look at: the same ones each time, so that a commit passes or fails, and not a run.

``make slow`` has them look at all, and ``make test`` at a quarter. ``EXAMPLES=5000 make test TESTS=tests/property`` looks
at others: at 5,000 where a test looks at 100.
"""

from __future__ import annotations

import os
from typing import Any

from hypothesis import HealthCheck, settings

_ALL = 100
_WANTED = int(os.environ.get("EXAMPLES") or _ALL)

_ALLOWED = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.function_scoped_fixture]


def settle() -> None:
    """Have every property test look at these, before one of them is read."""
    settings.register_profile(
        "isnad", max_examples=_WANTED, derandomize=_WANTED <= _ALL, deadline=None, suppress_health_check=_ALLOWED
    )
    settings.load_profile("isnad")


def examples(number: int, **others: Any) -> settings:
    """Settings for a test that looks at another number of examples than 100."""
    return settings(max_examples=max(number * _WANTED // _ALL, 1), **others)
