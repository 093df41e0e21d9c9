"""What was made of something is kept with it, for as long as it would be made of the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass
class Remembering:
    """Has with it what was made of it."""

    _made: dict[str, tuple[tuple[object, ...], Any]] = field(
        default_factory=dict, init=False, repr=False, compare=False, kw_only=True
    )

    def once(self, what: str, made_of: Iterable[object], make: Callable[[], T]) -> T:
        """What was made before of it and of these very things; it is made where one of them is another."""
        things = tuple(made_of)
        if what not in self._made or [*map(id, self._made[what][0])] != [*map(id, things)]:
            self._made[what] = (things, make())
        return self._made[what][1]  # type: ignore[no-any-return]
