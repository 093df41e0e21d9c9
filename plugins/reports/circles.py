"""What leads to one another, and may not lead back to where it began, nor on without end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from . import messages
from .nodes import Node

#: So many steps a chain may have of places, of parties, of parts or of denials: from a room to the world.
MAX_CHAIN = 50

#: From each thing, as messages call it, to others, each with the place to tell what is wrong with that.
Graph = Mapping[str, Sequence[tuple[str, Node]]]


def check_circles(
    key: str, graph: Graph, most: int = MAX_CHAIN, blamed: Callable[[Node], bool] = lambda node: False
) -> None:
    """Tell every circle once, at its first step, or the first that is to be ``blamed``, and every way that goes on
    for more than so many steps.

    ``key`` is the one by which they lead to one another.
    """
    told: set[str] = set()
    steps: dict[str, int] = {}
    for begin in graph:
        path = {begin: iter(graph[begin])} if begin not in steps else {}
        while path:
            at = next(reversed(path))
            for onward, _ in path[at]:
                if onward in path:
                    circle = [*path][[*path].index(onward) :] if onward not in told else []
                    if circle and not told.intersection(circle):
                        links = [_step(graph, one, other) for one, other in pairwise([*circle, onward])]
                        node = next(filter(blamed, links), links[0])
                        node.error(messages.CIRCLE(key=key, names=" → ".join([*circle, onward])))
                    told.update(circle)
                elif onward in graph and onward not in steps:
                    path[onward] = iter(graph[onward])
                    break
            else:
                del path[at]
                steps[at] = max((steps.get(onward, 0) + 1 for onward, _ in graph[at]), default=0)
                if steps[at] == most + 1:
                    graph[at][0][1].error(messages.LONG_CHAIN(key=key, most=most))


def _step(graph: Graph, one: str, other: str) -> Node:
    return next(node for onward, node in graph[one] if onward == other)
