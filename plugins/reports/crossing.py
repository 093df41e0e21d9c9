"""What reports say of one another: events that are the same or parts of others, claims that deny or update others, and
the codes that lead to events.

What leads into a record that cannot be read cannot be judged; that file has its error.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from . import messages, voices
from .circles import Graph, check_circles
from .messages import Message
from .model import Reference, Registry, Report
from .nearest import did_you_mean
from .nodes import Node
from .record import Link, RecordFile
from .registry import kind_of

#: So many claims may update one another in a row: a toll of each day of a year.
MAX_UPDATES = 500

Reports = Mapping[str, Report]
Records = Mapping[str, RecordFile]


def check_across(reports: Reports, records: Records, registry: Registry) -> None:
    """Tell what is wrong in what records say of others, each at its place. Where two say what only one may, a draft is
    wrong, and not what is published."""
    records = dict(sorted(records.items(), key=lambda one: one[1].draft))
    for slug, file in records.items():
        for link in file.same_as.values():
            _check_same(slug, link, reports, records, registry)
        for key, links in (("denies", file.denies), ("updates", file.updates)):
            for link in chain.from_iterable(links.values()):
                _leads(key, messages.CLAIM(), slug, link, reports, records, registry)
    check_circles("denies", _links(records, "denies"))
    check_circles("updates", _links(records, "updates"), MAX_UPDATES)
    wholes = _wholes(records)
    drafts = {file.path for file in records.values() if file.draft}
    check_circles("part-of", wholes, blamed=lambda node: node.path in drafts)
    _check_updates(records, registry, wholes)
    _check_codes(records)


def is_draft(records: Records, slug: str) -> bool:
    """Whether a report is a draft."""
    return slug in records and records[slug].draft


def _leads(
    key: str, kind: Message, slug: str, link: Link, reports: Reports, records: Records, registry: Registry
) -> bool:
    """Whether a link leads to an event or a claim of a report, and not from a published one into a draft."""
    node, target = link
    if target is None or (target[0] in records and not records[target[0]].readable):
        return False
    if target[0] not in records:
        node.error(messages.REPORT_NOT_THERE(did_you_mean(target[0], records), key=key, slug=target[0]))
        return False
    ids = records[target[0]].events if key == "same-as" else records[target[0]].claims
    if target[1] not in ids:
        hint = _other_kind(key, slug, target, records) or kind_of(registry, target[1]) or did_you_mean(target[1], ids)
        node.error(messages.UNKNOWN_OF_KIND(hint, slug=target[0], kind=kind, id=target[1]))
    elif is_draft(records, target[0]) and not is_draft(records, slug):
        node.error(messages.LINK_INTO_DRAFT(key=key, slug=target[0]))
    else:
        return True
    return False


def _other_kind(key: str, slug: str, target: Reference, records: Records) -> Message | None:
    """What to name instead of an event where a claim is wanted, or of a claim where an event is."""
    file = records[target[0]]
    if key == "same-as":
        return messages.IS_CLAIM_NOT_EVENT() if target[1] in file.claims else None
    if target[1] not in file.events:
        return None
    claims = file.record.claims.values() if file.record else ()
    about = [claim.id for claim in claims if target[1] in claim.about]
    if not about:
        return messages.IS_EVENT_UNTOLD()
    names = tuple(id if target[0] == slug else f"{target[0]}/{id}" for id in about)
    return (messages.IS_EVENT_DENIED if key == "denies" else messages.IS_EVENT_NOT_CLAIM)(claims=names)


def _check_same(slug: str, link: Link, reports: Reports, records: Records, registry: Registry) -> None:
    """``same-as`` leads to an event that another report declares."""
    node, target = link
    if target is not None and target[0] == slug:
        node.error(messages.SAME_REPORT())
    elif _leads("same-as", messages.EVENT(), slug, link, reports, records, registry) and target is not None:
        declared = records[target[0]].same_as.get(target[1])
        if declared:
            onward = declared[1]
            circle = onward is None or onward[0] == slug
            hint = messages.ONE_DECLARES() if circle else messages.NAME_INSTEAD(id="/".join(onward or ()))
            node.error(messages.SAME_AS_SAME_AS(hint, slug=target[0], id=target[1]))


def _links(records: Records, key: str) -> Graph:
    """From each claim to those that it denies, or updates."""
    return {
        f"{slug}/{id}": [("/".join(target), node) for node, target in links if target]
        for slug, file in records.items()
        for id, links in getattr(file, key).items()
    }


def _declared(records: Records, slug: str, id: str) -> str:
    """An event as it is declared, as ``slug/id``."""
    same = records[slug].same_as.get(id)
    return "/".join(same[1] if same and same[1] else (slug, id))


def _wholes(records: Records) -> Graph:
    """From each event, as it is declared, to the one that has it as a part. A second one is told, and left out."""
    found: dict[str, list[tuple[str, Node]]] = {}
    for slug, file in records.items():
        for id, (node, name) in file.part_of.items():
            event, whole = _declared(records, slug, id), _declared(records, slug, name)
            first = found.setdefault(event, [(whole, node)])[0][0]
            if first != whole:
                node.error(messages.PART_OF_TWO(id=id, first=first, second=whole))
    return found


def _check_updates(records: Records, registry: Registry, wholes: Graph) -> None:
    """No claim updates a later one of the same origins: by their times that one would replace it (format, rule 6). One
    that updates a claim about another event replaces nothing, unless that is a part of its own."""
    for slug, file in records.items():
        for id, claim in file.record.claims.items() if file.record else ():
            for node, target in file.updates.get(id, ()):
                other = records[target[0]].record if target and target[0] in records else None
                updated = other.claims.get(target[1]) if target and other else None
                if not (file.record and target and other and updated):
                    continue
                one, another = (slug, file.record, claim), (target[0], other, updated)
                same = voices.origins(registry, *one) == voices.origins(registry, *another)
                if same and voices.is_later(other, updated, file.record, claim):
                    node.error(messages.UPDATES_LATER(id=id, other=updated.id, date=str(updated.as_of)))
                about = {_declared(records, slug, event) for event in claim.about}
                before = (_declared(records, target[0], event) for event in updated.about)
                around = {whole for event in before for whole in _around(event, wholes)}
                if about and around and not about & around:
                    name = updated.id if target[0] == slug else "/".join(target)
                    node.warning(messages.UPDATES_OTHER_EVENT(id=id, other=name))


def _around(event: str, wholes: Graph) -> Iterator[str]:
    """An event, and those that it is a part of, directly or through others."""
    seen: set[str] = set()
    step: str | None = event
    while step and step not in seen:
        yield step
        seen.add(step)
        step = next((whole for whole, _ in wholes.get(step, ())), None)


def _check_codes(records: Records) -> None:
    """A code is that of one event of the site and no other's id, and what an event was called before leads to it alone;
    in capital letters too, which many disks take for the same."""
    taken: dict[str, str] = {}
    named: dict[str, dict[str, str]] = {}
    for slug, file in records.items():
        ids = {other.casefold(): other for other in file.events}
        named[slug] = {id.casefold(): id for id in (*file.documents, *file.claims)} | ids
        for id, (node, code) in file.codes.items():
            first = taken.setdefault(code.casefold(), f"{slug}/{ids.get(code.casefold(), id)}")
            if first != f"{slug}/{id}":
                node.error(messages.CODE_TWICE(code=code, event=first))
    for slug, file in records.items():
        for id, former in file.former.items():
            for node, name in former:
                there, _, last = name.casefold().rpartition("/")
                own = named.get(there or slug, {}).get(last)
                if leads := (f"{there or slug}/{own}" if own else taken.get(name.casefold())):
                    node.error(messages.FORMER_TAKEN(name=name, event=leads))
                taken.setdefault(name.casefold(), f"{slug}/{id}")
