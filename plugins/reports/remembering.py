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
        before, made = self._made.get(what, ((), None))
        if what not in self._made or any(one is not other for one, other in zip(before, things, strict=True)):
            made = make()
            self._made[what] = (things, made)
        return made  # type: ignore[no-any-return]
