"""What reports say of one another: events that are the same or parts of others, claims that deny or update others, and
the codes that lead to events.

What leads into a record that cannot be read cannot be judged; that file has its error.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from . import messages, voices
from .messages import Message
from .model import Reference, Registry, Report
from .nodes import Node
from .problems import did_you_mean
from .record import Link, RecordFile
from .registry import MAX_CHAIN

#: So many claims may update one another in a row: a toll of each day of a year.
MAX_UPDATES = 500

Reports = Mapping[str, Report]
Records = Mapping[str, RecordFile]
#: From events or claims to others, each with the node that says so.
Graph = Mapping[Reference, list[tuple[Reference, Node]]]


def check_across(reports: Reports, records: Records, registry: Registry) -> None:
    """Tell what is wrong in what records say of others, each at its place."""
    for slug, file in records.items():
        for link in file.same_as.values():
            _check_same(slug, link, reports, records)
        for key, links in (("denies", file.denies), ("updates", file.updates)):
            for link in chain.from_iterable(links.values()):
                _leads(key, messages.CLAIM(), slug, link, reports, records)
    _check_circles("denies", _links(records, "denies"), MAX_CHAIN)
    updates = _links(records, "updates")
    _check_circles("updates", updates, MAX_UPDATES)
    _check_circles("part-of", _wholes(records), MAX_CHAIN)
    _check_later(updates, records, registry)
    _check_codes(records)


def is_draft(reports: Reports, slug: str) -> bool:
    """Whether a report is a draft."""
    return slug in reports and reports[slug].draft


def _leads(key: str, kind: Message, slug: str, link: Link, reports: Reports, records: Records) -> bool:
    """Whether a link leads to an event or a claim of a report, and not from a published one into a draft."""
    node, target = link
    if target is None or (target[0] in records and not records[target[0]].readable):
        return False
    if target[0] not in records:
        node.error(messages.REPORT_NOT_THERE(did_you_mean(target[0], records), key=key, slug=target[0]))
        return False
    ids = records[target[0]].events if key == "same-as" else records[target[0]].claims
    if target[1] not in ids:
        node.error(messages.UNKNOWN_OF_KIND(did_you_mean(target[1], ids), slug=target[0], kind=kind, id=target[1]))
    elif is_draft(reports, target[0]) and not is_draft(reports, slug):
        node.error(messages.LINK_INTO_DRAFT(key=key, slug=target[0]))
    else:
        return True
    return False


def _check_same(slug: str, link: Link, reports: Reports, records: Records) -> None:
    """``same-as`` leads to an event that another report declares."""
    node, target = link
    if target is not None and target[0] == slug:
        node.error(messages.SAME_REPORT())
    elif _leads("same-as", messages.EVENT(), slug, link, reports, records) and target is not None:
        declared = records[target[0]].same_as.get(target[1])
        if declared:
            onward = declared[1]
            circle = onward is None or onward[0] == slug
            hint = messages.ONE_DECLARES() if circle else messages.NAME_INSTEAD(id="/".join(onward or ()))
            node.error(messages.SAME_AS_SAME_AS(hint, slug=target[0], id=target[1]))


def _links(records: Records, key: str) -> Graph:
    """From each claim to those that it denies, or updates."""
    return {
        (slug, id): [(target, node) for node, target in links if target]
        for slug, file in records.items()
        for id, links in getattr(file, key).items()
    }


def _wholes(records: Records) -> Graph:
    """From each event, as it is declared, to the one that has it as a part. A second one is told, and left out."""

    def declared(slug: str, id: str) -> Reference:
        same = records[slug].same_as.get(id)
        return same[1] if same and same[1] else (slug, id)

    found: dict[Reference, list[tuple[Reference, Node]]] = {}
    for slug, file in records.items():
        for id, (node, name) in file.part_of.items():
            event, whole = declared(slug, id), declared(slug, name)
            first = found.setdefault(event, [(whole, node)])[0][0]
            if first != whole:
                node.error(messages.PART_OF_TWO(id=id, first="/".join(first), second="/".join(whole)))
    return found


def _check_circles(key: str, graph: Graph, most: int) -> None:
    """Every circle is one error, and so is every way that goes on for more than so many steps."""
    told: set[Reference] = set()
    steps: dict[Reference, int] = {}
    for begin in graph:
        path = {begin: iter(graph[begin])} if begin not in steps else {}
        while path:
            at = next(reversed(path))
            for onward, _ in path[at]:
                if onward in path and onward not in told:
                    circle = [*path][[*path].index(onward) :]
                    if not told.intersection(circle):
                        _tell_circle(key, circle, graph)
                    told.update(circle)
                elif onward in graph and onward not in steps and onward not in path:
                    path[onward] = iter(graph[onward])
                    break
            else:
                del path[at]
                steps[at] = max((steps.get(onward, 0) + 1 for onward, _ in graph[at]), default=0)
                if steps[at] == most + 1:
                    graph[at][0][1].error(messages.LONG_CHAIN(key=key, most=most))


def _tell_circle(key: str, circle: list[Reference], graph: Graph) -> None:
    following = circle[1] if len(circle) > 1 else circle[0]
    node = next(node for onward, node in graph[circle[0]] if onward == following)
    node.error(messages.CIRCLE(key=key, names=" → ".join("/".join(one) for one in [*circle, circle[0]])))


def _check_later(updates: Graph, records: Records, registry: Registry) -> None:
    """No claim updates a later one of the same origins: by their times that one would replace it (format, rule 6)."""
    for (slug, id), targets in updates.items():
        record = records[slug].record
        claim = record.claims.get(id) if record else None
        if not (record and claim):
            continue
        for (other_slug, other_id), node in targets:
            other_record = records[other_slug].record if other_slug in records else None
            other = other_record.claims.get(other_id) if other_record else None
            if not (other_record and other) or (slug, id) == (other_slug, other_id):
                continue
            claimed, others = (
                voices.origins(registry, *of) for of in ((slug, record, claim), (other_slug, other_record, other))
            )
            if claimed == others and voices.is_later(other_record, other, record, claim):
                node.error(messages.UPDATES_LATER(id=id, other=other_id, date=str(other.as_of)))


def _check_codes(records: Records) -> None:
    """A code is that of one event of the site, and what an event was called before leads to it alone."""
    taken: dict[str, str] = {}
    for slug, file in records.items():
        for id, (node, code) in file.codes.items():
            first = taken.setdefault(code.casefold(), f"{slug}/{id}")
            if first != f"{slug}/{id}":
                node.error(messages.CODE_TWICE(code=code, event=first))
    for slug, file in records.items():
        for id, former in file.former.items():
            for node, name in former:
                if leads := _named(name, slug, records) or taken.get(name.casefold()):
                    node.error(messages.FORMER_TAKEN(name=name, event=leads))
                taken.setdefault(name.casefold(), f"{slug}/{id}")


def _named(name: str, slug: str, records: Records) -> str | None:
    """What has a name as its id in that report, or in the one that the name begins with, as ``slug/id``."""
    there, _, id = name.rpartition("/")
    file = records.get(there or slug)
    return f"{there or slug}/{id}" if file and id in {**file.events, **file.claims, **file.documents} else None
